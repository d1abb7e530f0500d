"""Mail that comes in pieces tells what it would have told at once: a reply alone is read with the letters before it."""

import random
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path

import pytest
from tests.actions.exports import ME, mail, mbox
from tests.eval.scenes import SCENES, Scene

from askwell.actions.apart.crew import Crew
from askwell.actions.bring_in import bring_in
from askwell.actions.bringing_in.readers import Readers
from askwell.actions.desk import Desk, open_desk
from askwell.actions.goals import set_goals
from askwell.actions.replies import accept
from askwell.actions.undo import undo
from askwell.domain.cues import Answer
from askwell.domain.messages import Interaction, Writer
from askwell.store import conversations

NOW = datetime(2026, 3, 27, 18, tzinfo=UTC)
ANN, CLEO = "Ann Kern <ann@example.net>", "Cleo Poe <cleo@example.org>"
DANA = f"Dana Whitfield <{ME}>"
SAYINGS = (
    "I would like to introduce you to Cleo Poe, who runs the planning team at Globex. I leave the two of you to it.",
    "Glad to meet you both. I am free on Thursday at ten if that suits you.",
    "Would you know anybody at Globex whom I could ask about planning roles?",
    "Thank you so much for the introduction, we spoke yesterday.",
    "Sorry, I can't help with that right now.",
    "Happy to help. Talk to Tom Lee at Acme, tom@example.net, he is hiring planners.",
    "Let me know how it goes. Does Tuesday at nine work for a call?",
)
Told = tuple[set[tuple[str, str, tuple[str, ...], str, float]], dict[str, str]]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with open_desk(data=tmp_path / "data", now=NOW) as opened:
        set_goals(opened, "roles = ['Planner']\nsince = 2026-03-01")
        yield opened


def stored() -> dict[str, Interaction]:
    from askwell.store import read

    return {one.origin.message_id: one for one in read.search(NOW).interactions if one.origin}


def told() -> Told:
    """What each message tells, and the conversation it stands in."""
    from askwell.store import read

    search = read.search(NOW)
    ids = {one.id: one.origin.message_id if one.origin else "" for one in search.interactions}
    cues = {(ids[c.interaction], c.type.value, c.people, c.evidence, round(c.confidence, 6)) for c in search.cues}
    return cues, {ids[one.id]: one.thread for one in search.interactions}


def brought(data: Path, steps: Sequence[Sequence[Path]], *, goals: str, me: Sequence[str] = (ME,)) -> Told:
    """What is told after these imports, one after the other."""
    with open_desk(data=data, now=NOW) as desk:
        set_goals(desk, goals)
        for files in steps:
            bring_in(desk, files, me=me)
        return told()


def parted(folder: Path, text: str, dice: random.Random) -> list[Path]:
    """The letters of an mbox in two or three files, cut at moments that the dice choose."""
    letters = re.split(r"(?m)^(?=From )", text)[1:]
    moments = [_moment(letter) for letter in letters]
    cuts = sorted(dice.sample(sorted(set(moments)), dice.choice((1, 2))))
    files: list[Path] = []
    for step in range(len(cuts) + 1):
        some = [one for one, at in zip(letters, moments, strict=True) if sum(at >= cut for cut in cuts) == step]
        files.append(mbox(folder, *some, name=f"{step}.mbox"))
    return files


def _moment(letter: str) -> datetime:
    found = re.search(r"(?mi)^Date: (.*)$", letter)
    at = parsedate_to_datetime(found.group(1)) if found else NOW
    return at if at.tzinfo else at.replace(tzinfo=UTC)


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.folder.name)
def test_a_search_whose_mail_comes_in_pieces_tells_the_same(tmp_path: Path, scene: Scene) -> None:
    (box,) = scene.folder.glob("*.mbox")
    others = [file for file in scene.folder.iterdir() if file.suffix not in {".mbox", ".json"}]
    goals, me = f'zone = "{scene.zone}"\ncountry = "{scene.country}"\nsince = {scene.since}', tuple(scene.me)
    whole = brought(tmp_path / "whole", [[*others, box]], goals=goals, me=me)
    text = box.read_bytes().decode("utf-8", "surrogateescape")
    for seed in (3, 4):  # a reply and its question fall apart
        first, *rest = parted(tmp_path / f"{seed}", text, random.Random(seed))
        steps = [[*others, first], *([file] for file in rest)]
        assert brought(tmp_path / f"{seed}" / "data", steps, goals=goals, me=me) == whole


@pytest.mark.parametrize("seed", range(4, 8))
def test_so_do_made_up_conversations_however_they_name_what_they_answer(tmp_path: Path, seed: int) -> None:
    dice = random.Random(seed)
    text = "".join(_letters(dice))
    goals = "roles = ['Planner']\nsince = 2026-03-01"
    whole = brought(tmp_path / "whole", [[mbox(tmp_path, text)]], goals=goals)
    parts = parted(tmp_path / "parts", text, dice)
    assert brought(tmp_path / "data", [[part] for part in parts], goals=goals) == whole


def _letters(dice: random.Random) -> Iterator[str]:
    """Three conversations of three people, a letter a day, that answer by all ids, the last one, or the subject."""
    said: dict[str, list[int]] = {}
    for number in range(1, 26):
        subject = dice.choice(("Planning", "Coffee", "Globex"))
        before = said.setdefault(subject, [])
        sender = dice.choice((DANA, ANN, CLEO))
        headers = {"From": sender, "To": ", ".join({DANA, ANN, CLEO} - {sender}), "body": dice.choice(SAYINGS)}
        if before:
            all_of_them = " ".join(f"<{one}@example.com>" for one in before)
            headers |= dice.choice(({"References": all_of_them}, {"In_Reply_To": all_of_them.split()[-1]}, {}))
        yield mail(number, Subject=f"Re: {subject}" if before else subject, **headers)
        before.append(number)


def test_an_answer_to_a_stored_introduction_introduces_nobody(desk: Desk, tmp_path: Path) -> None:
    both = {"To": f"{DANA}, {CLEO}", "Subject": "You two should meet", "body": SAYINGS[0]}
    answer = {
        "From": CLEO,
        "To": f"{DANA}, {ANN}",
        "Subject": "Re: You two should meet",
        "In_Reply_To": "<2@example.com>",
    }
    bring_in(desk, [mbox(tmp_path, mail(2, From=ANN, **both))], me=(ME,))
    bring_in(desk, [mbox(tmp_path, mail(3, body=SAYINGS[0].replace("Cleo Poe", "Ann Kern"), **answer))])
    cues, threads = told()
    assert [one[0] for one in cues if one[1] == "introduction"] == ["<2@example.com>"]
    assert set(threads.values()) == {"<2@example.com>"}


def test_workers_are_given_the_stored_letters_too(desk: Desk, tmp_path: Path) -> None:
    with Crew(hands=1) as crew:
        for number, sender, body in ((2, ANN, SAYINGS[0]), (3, CLEO, SAYINGS[0].replace("Cleo Poe", "Ann Kern"))):
            more = {"References": "<2@example.com>"} if number > 2 else {}
            to = ", ".join({DANA, ANN, CLEO} - {sender})
            letter = mail(number, From=sender, To=to, Subject="Re: You two", body=body, **more)
            bring_in(desk, [mbox(tmp_path, letter)], me=(ME,), readers=Readers(crew))
    assert [one[0] for one in told()[0] if one[1] == "introduction"] == ["<2@example.com>"]


def test_what_she_said_of_a_cue_stays_when_the_conversation_goes_on(desk: Desk, tmp_path: Path) -> None:
    from askwell.store import read

    bring_in(desk, [mbox(tmp_path, mail(2, From=ANN, body=SAYINGS[5]))], me=(ME,))
    accept(desk, "all")
    said = {cue.id: cue.answer for cue in read.search(NOW).cues}
    bring_in(desk, [mbox(tmp_path, mail(3, From=ANN, References="<2@example.com>", body=SAYINGS[5]))])
    after = {cue.id: cue.answer for cue in read.search(NOW).cues}
    assert Answer.YES in said.values()
    assert said.items() < after.items()


def test_a_machine_that_answers_a_stored_letter_is_put_with_whom_the_letter_was_for(desk: Desk, tmp_path: Path) -> None:
    machine = {
        "From": "Mail Delivery <mailer-daemon@example.com>",
        "Subject": "Undelivered",
        "Auto_Submitted": "auto-replied",
        "In_Reply_To": "<2@example.com>",
        "body": "Your message could not be delivered.",
    }
    bring_in(desk, [mbox(tmp_path, mail(2, From=DANA, To=ANN, body=SAYINGS[2]))], me=(ME,))
    line = bring_in(desk, [mbox(tmp_path, mail(3, **machine))]).files[0]
    assert (line.new, line.left_out) == (1, ())
    letter, answer = stored()["<2@example.com>"], stored()["<3@example.com>"]
    assert answer.writer is Writer.MACHINE
    assert answer.people == letter.people


def test_an_import_that_was_undone_is_no_context(desk: Desk, tmp_path: Path) -> None:
    bring_in(desk, [mbox(tmp_path, mail(2, From=ANN, References="<1@example.com>"))], me=(ME,))
    undo(desk)
    bring_in(desk, [mbox(tmp_path, mail(3, From=ANN, References="<2@example.com>"))], me=(ME,))
    assert told()[1] == {"<3@example.com>": "<2@example.com>"}


def test_nothing_is_looked_up_where_nothing_answers_a_letter_from_elsewhere(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[str] = []
    asked: list[int] = []
    heads, kept, threads_of = conversations.heads, conversations.kept, conversations.threads_of

    def told_again(interactions: Iterable[str]) -> dict[str, str]:
        some = list(interactions)
        asked.append(len(some))
        return threads_of(some)

    def counted() -> list[conversations.Head]:
        looked.append("heads")
        return heads()

    def few(interactions: Iterable[str]) -> list[conversations.Kept]:
        looked.append("kept")
        return kept(interactions)

    monkeypatch.setattr(conversations, "heads", counted)
    monkeypatch.setattr(conversations, "kept", few)
    monkeypatch.setattr(conversations, "threads_of", told_again)
    first, second = mail(2, From=ANN), mail(3, From=ANN, References="<2@example.com>")
    bring_in(desk, [mbox(tmp_path, first)], me=(ME,))
    bring_in(desk, [mbox(tmp_path, first, second)])  # a file that has grown
    bring_in(desk, [mbox(tmp_path, mail(4, From=CLEO))])
    assert (looked, asked) == ([], [1]), "of what was read again, only where the one stands that is answered"
    bring_in(desk, [mbox(tmp_path, mail(5, From=ANN, References="<2@example.com> <3@example.com>"))])
    assert looked == ["heads", "kept"]
