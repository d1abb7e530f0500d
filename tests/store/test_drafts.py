"""Letters begun: saved as she types, in two windows too; gone with what sent them, back with its undo, never lost."""

import signal
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.store.cast import NOW, contact, mail

from askwell import store
from askwell.domain.errors import NoSuchPerson
from askwell.domain.letters import Letter
from askwell.domain.messages import Direction
from askwell.store import canon, copies, drafts, forgetting, read, scope, undo, write


def letter(person: str = "p1", purpose: str = "ask", *, text: str = "Dear Ana") -> Letter:
    return Letter(person, purpose, text)


def people(*names: str) -> write.Batch:
    with write.batch("import", "Import", now=NOW) as batch:
        write.add_people(batch, [write.PersonIn(contact(name)) for name in names])
    return batch


def texts(person: str = "p1", purpose: str = "ask") -> list[str]:
    """The newest first."""
    found = drafts.kept(person, purpose)
    return [one.text for one in (found.letter, *found.others)] if found else []


def save(text: str, *, base: int = 0, person: str = "p1", purpose: str = "ask") -> int:
    """Save from a window that last knew of `base`; tells what it knows of now."""
    return drafts.keep(letter(person, purpose, text=text), base=base, now=NOW).letter.revision


def send(person: str = "p1", purposes: tuple[str, ...] = ("ask",)) -> None:
    with write.batch("sent", "a letter", now=NOW) as batch:
        drafts.let_go(batch, person, purposes)


def test_a_letter_is_kept_whole_and_each_purpose_by_itself(alice: scope.Scope) -> None:
    people("Ana Ruiz")
    told = Letter("p1", "ask", "Dear Ana,\r\nhello \ud800", "A question", "email", "Which way in?")
    saved = drafts.keep(told, base=0, now=NOW)
    found = drafts.kept("p1", "ask")
    assert found == saved
    assert found.letter == Letter("p1", "ask", "Dear Ana,\nhello ?", "A question", "email", "Which way in?", NOW, 1)
    assert drafts.kept("p1", "thank") is None
    assert drafts.kept("p9", "ask") is None


def test_saving_is_no_batch_and_makes_no_copy(embedded: store.Place) -> None:
    with scope.open("Alice"):
        people("Ana Ruiz")
        before, version = copies.found(embedded), read.version()
        save("Dear Ana")
        save("Dear Ana, how are you?", base=1)
        assert (copies.found(embedded), read.version(), len(undo.pasts())) == (before, version, 1)


def test_one_window_goes_on_and_on(alice: scope.Scope) -> None:
    people("Ana Ruiz")
    base = 0
    for text in ("D", "De", "Dear", "Dear", ""):
        base = save(text, base=base)
    assert texts() == [""]


def test_a_second_window_loses_no_word_of_either(alice: scope.Scope) -> None:
    people("Ana Ruiz")
    first = second = save("Dear Ana")
    first = save("Dear Ana, from the first", base=first)
    told = drafts.keep(letter(text="Dear Ana, from the second"), base=second, now=NOW)
    assert told.letter.text == "Dear Ana, from the second"
    assert [one.text for one in told.others] == ["Dear Ana, from the first"]
    second = save("Dear Ana, the second goes on", base=told.letter.revision)
    save("Dear Ana, the first goes on", base=first)
    assert texts() == ["Dear Ana, the first goes on", "Dear Ana, the second goes on"]
    with write.batch("let go", "one of two", now=NOW) as batch:
        assert drafts.let_go(batch, "p1", ["ask"], revision=second) == 1
    assert texts() == ["Dear Ana, the first goes on"]
    undo.undo(batch.id, now=NOW)
    assert len(texts()) == 2


def test_the_same_words_from_two_windows_are_one_letter(alice: scope.Scope) -> None:
    people("Ana Ruiz")
    assert save("Dear Ana") == save("Dear Ana")
    assert texts() == ["Dear Ana"]


@given(saves=st.lists(st.tuples(st.integers(0, 2), st.sampled_from(["a", "b", "ab", ""])), max_size=12))
@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_save_takes_the_place_of_nothing_but_what_its_own_window_knew(
    saves: list[tuple[int, str]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    store.setup(tmp_path_factory.mktemp("windows"))
    with scope.open("Alice"):
        people("Ana Ruiz")
        bases, known = [0, 0, 0], dict[int, str]()
        for window, text in saves:
            before = {*texts()} - {known.get(bases[window])}
            bases[window] = save(text, base=bases[window])
            known[bases[window]] = text
            assert before | {text} <= {*texts()}
    store.close()


def test_what_was_sent_is_gone_and_back_when_that_is_undone(alice: scope.Scope) -> None:
    people("Ana Ruiz")
    save("Dear Ana")
    save("Thank you", purpose="thank")
    send()
    assert (texts(), texts(purpose="thank")) == ([], ["Thank you"])
    undone = undo.undo(None, now=NOW)
    assert texts() == ["Dear Ana"]
    undo.undo(undone.batch, now=NOW)
    assert texts() == []


def test_a_window_that_saves_once_more_what_was_sent_begins_no_letter(alice: scope.Scope) -> None:
    people("Ana Ruiz")
    base = save("Dear Ana")
    send()
    assert save("Dear Ana", base=base) == base
    assert texts() == []
    save("Dear Ana, one more thing", base=base)
    assert texts() == ["Dear Ana, one more thing"]


def test_a_letter_that_came_back_and_was_changed_stays_when_the_sending_is_brought_back(alice: scope.Scope) -> None:
    people("Ana Ruiz")
    base = save("Dear Ana")
    send()
    undone = undo.undo(None, now=NOW)
    save("Dear Ana, after all", base=base)
    undo.undo(undone.batch, now=NOW)
    assert texts() == ["Dear Ana, after all"]


def test_letters_survive_a_merge_and_an_unmerge(alice: scope.Scope) -> None:
    people("Ana Ruiz", "A. Ruiz")
    save("To the first")
    save("To the other", person="p2")
    with write.batch("merge", "Joined", now=NOW) as batch:
        write.merge(batch, "p1", "p2")
    assert texts("p2") == texts("p1") == ["To the other", "To the first"]
    assert [one.letter.person for one in drafts.begun()] == ["p1"]
    undo.undo(None, now=NOW)
    assert (texts("p1"), texts("p2")) == (["To the first"], ["To the other"])


def test_an_undone_import_takes_the_person_and_keeps_the_letter_for_when_they_come_back(alice: scope.Scope) -> None:
    imported = people("Ana Ruiz")
    save("Dear Ana")
    undone = undo.undo(imported.id, now=NOW)
    assert (undone.kept, texts(), drafts.begun()) == ((), [], ())
    undo.undo(undone.batch, now=NOW)
    assert texts() == ["Dear Ana"]


def test_what_was_let_go_or_hangs_on_nobody_is_erased_with_the_before_images(alice: scope.Scope) -> None:
    imported = people("Ana Ruiz", "Bo Lind")
    save("Dear Ana")
    save("Dear Bo", person="p2")
    send()
    undo.undo(imported.id, now=NOW)
    later = NOW + timedelta(days=31)
    with write.batch("import", "More", now=later) as batch:
        write.add_people(batch, [write.PersonIn(contact("Cleo Hart"))])
        batch.cursor.execute("SELECT count(*) FROM askwell_draft WHERE seeker_id = %s", [batch.scope.id])
        before = batch.cursor.fetchone()[0]
    with write.batch("edit", "Edit", now=later) as batch:
        write.change_contacts(batch, {"p3": {"note": "Hello"}})
        batch.cursor.execute("SELECT count(*) FROM askwell_draft WHERE seeker_id = %s", [batch.scope.id])
        assert (before, batch.cursor.fetchone()[0]) == (2, 0)


def test_with_a_person_their_letters_are_forgotten_and_their_name_in_those_to_others(embedded: store.Place) -> None:
    with scope.open("Alice"):
        people("Ana Ruiz", "Bo Lind")
        save("Secret words")
        save("More secret words", purpose="thank")
        send()
        save("Ana Ruiz told me to write to you", person="p2")
        forgetting.forget("p1", now=NOW)
        assert texts("p2") == ["… told me to write to you"]
        assert drafts.kept("p1", "thank") is None
    store.close()
    content = embedded.file.read_bytes()
    assert [word for word in (b"Ana Ruiz", b"ecret words") if word in content] == []


def test_letters_begun_are_told_newest_first_without_those_that_were_overtaken(alice: scope.Scope) -> None:
    people("Ana Ruiz", "Bo Lind", "Cleo Hart")
    save("Dear Ana")
    save("Dear Bo", person="p2")
    save("  ", person="p3")
    drafts.keep(Letter("", "act", "Dear Dan", event="t1"), base=0, now=NOW)
    assert [(one.name, one.letter.text) for one in drafts.begun()] == [
        ("", "Dear Dan"), ("Bo Lind", "Dear Bo"), ("Ana Ruiz", "Dear Ana")
    ]  # fmt: skip
    with write.batch("import", "Mail", now=NOW) as batch:
        write.add_exchanges(batch, [write.ExchangeIn(mail("p1", days_ago=-0.01, direction=Direction.OUT), "<1@x>")])
    assert [one.name for one in drafts.begun()] == ["", "Bo Lind"]
    assert texts() == ["Dear Ana"]


def test_letters_to_people_who_are_only_named_are_told_apart_by_the_promise(alice: scope.Scope) -> None:
    for event in ("t1", "t2"):
        drafts.keep(Letter("", "act", f"Dear somebody of {event}", event=event), base=0, now=NOW)
    found = drafts.kept("", "act", event="t1")
    assert found
    assert (found.letter.text, found.letter.event, found.others) == ("Dear somebody of t1", "t1", ())
    with write.batch("sent", "a letter", now=NOW) as batch:
        assert drafts.let_go(batch, "", ["ask", "act"], event="t1") == 1
    assert [one.letter.event for one in drafts.begun()] == ["t2"]


def test_nobody_s_letter_is_refused_and_charlie_sees_none_of_alice_s(place: store.Place) -> None:
    with scope.open("Alice"):
        people("Ana Ruiz")
        save("Dear Ana")
        with pytest.raises(NoSuchPerson):
            save("Dear somebody", person="p7")
    with scope.open("Charlie"):
        people("Cleo Hart")
        assert (drafts.kept("p1", "ask"), drafts.begun()) == (None, ())
        save("His own")
        assert b"Dear Ana" not in canon.export(letters=True)
    with scope.open("Alice"):
        assert texts() == ["Dear Ana"]


def test_what_was_saved_outlives_kill_9(tmp_path: Path) -> None:
    store.setup(tmp_path)
    with scope.open("me"):
        people("Ana Ruiz")
    store.close()
    code = (
        "import sys, time; from pathlib import Path\n"
        "from askwell.actions.desk import open_desk\n"
        "from tests.store.test_drafts import save\n"
        "with open_desk(data=Path(sys.argv[1])):\n"
        "    base = 0\n"
        "    for n in range(10**6):\n"
        "        base = save(f'Dear Ana, word {n}', base=base); print(n, flush=True)\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path)], stdout=subprocess.PIPE, cwd=Path(__file__).parents[2], text=True
    )
    assert process.stdout
    seen = [process.stdout.readline().strip() for _ in range(20)][-1]
    process.send_signal(signal.SIGKILL)
    rest = process.communicate()[0].split()
    store.setup(tmp_path)
    with scope.open("me"):
        (text,) = texts()
    store.close()
    assert int(text.rpartition(" ")[2]) >= int((rest or [seen])[-1]) >= 19
