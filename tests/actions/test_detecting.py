"""`detect` over files: one line a message, in the published shape; what could not be read is said at the end."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from askwell.actions.detecting import detect_paths
from askwell.domain.errors import Refused

ME = ["Alex@Example.com"]
PROFILE = (
    "First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip Code,Geo Location,"
    "Twitter Handles,Websites,Instant Messengers"
)
LETTER = (
    "From: {sender}\nTo: {to}\nSubject: hello\nDate: Mon, 2 Mar 2026 12:00:00 +0000\nMessage-ID: <{id}>\n\n{text}\n"
)


def letter(text: str, *, id: str = "1@x.example", sender: str = "louise@hart.example") -> str:  # noqa: A002
    to = "alex@example.com" if sender != "alex@example.com" else "louise@hart.example"
    return LETTER.format(sender=sender, to=to, id=id, text=text)


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_message_is_one_line_in_the_published_shape(tmp_path: Path) -> None:
    path = write(tmp_path, "a.eml", letter("You should talk to Martin Shaw at Bellweather. Tell him I sent you."))
    (line,) = detect_paths([path], me=ME)
    event = line["events"][0]
    assert (line["file"], line["message_id"], line["direction"]) == ("a.eml", "<1@x.example>", "in")
    assert (event["type"], event["people"]) == ("referral", ["Martin Shaw"])
    assert set(event) == {"type", "people", "evidence", "confidence"}
    assert "path" not in line


def test_direction_comes_from_her_own_address(tmp_path: Path) -> None:
    path = write(tmp_path, "a.eml", letter("Could you tell me how they hire planners?", sender="alex@example.com"))
    (line,) = detect_paths([path], me=ME)
    assert (line["direction"], [e["type"] for e in line["events"]]) == ("out", ["ask"])


def test_an_mbox_gives_each_of_its_messages_with_its_number(tmp_path: Path) -> None:
    letters = [letter("Ha, ok.", id=f"{n}@x.example") for n in range(3)]
    path = write(tmp_path, "m.mbox", "".join(f"From x@x.example Mon Mar  2 12:00:00 2026\n{one}\n" for one in letters))
    assert [(line["file"], line["index"]) for line in detect_paths([path], me=ME)] == [("m.mbox", n) for n in (1, 2, 3)]


def test_two_files_of_one_name_are_told_apart_by_path(tmp_path: Path) -> None:
    for folder in ("x", "y"):
        write(tmp_path, f"{folder}/a.eml", letter("Ha, ok.", id=f"{folder}@x.example"))
    lines = list(detect_paths([tmp_path], me=ME))
    assert len({line["path"] for line in lines}) == 2
    assert {line["file"] for line in lines} == {"a.eml"}


def test_without_an_address_of_her_own_it_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="It takes your own address") as told:
        list(detect_paths([tmp_path], me=["nobody"]))
    assert [(hint.verb, hint.options) for hint in told.value.hints] == [("detect", (("me", "ADDRESS"),))]


def test_what_cannot_be_read_is_said_after_the_rest_was_given(tmp_path: Path) -> None:
    path = write(tmp_path, "a.eml", letter("Ha, ok."))
    got: list[dict[str, Any]] = []

    def read_all() -> None:
        lines: Iterator[dict[str, Any]] = detect_paths([tmp_path / "missing.eml", path], me=ME)
        for line in lines:
            got.append(line)  # noqa: PERF402 - what came before the refusal is what is asked about

    with pytest.raises(Refused, match=r"missing\.eml"):
        read_all()
    assert [line["file"] for line in got] == ["a.eml"]


def test_her_profile_is_known_from_the_export_it_comes_in(tmp_path: Path) -> None:
    heads = "CONVERSATION ID,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER\n"
    me, ann = ("Alex Roe,https://www.linkedin.com/in/alex-roe", "Ann Kern,https://www.linkedin.com/in/ann-kern")
    write(tmp_path, "Profile.csv", f"{PROFILE}\nAlex,Roe,,,,Planner,,,,,,,\n")
    write(
        tmp_path,
        "messages.csv",
        f"{heads}1,{me},{ann},2026-03-02 12:00:00 UTC,,How do you plan your crews?,INBOX\n"
        f"1,{ann},{me},2026-03-03 12:00:00 UTC,,By the week.,INBOX\n",
    )
    assert [line["direction"] for line in detect_paths([tmp_path], me=ME)] == ["out", "in"]


def test_read_apart_it_is_the_same_and_a_harmful_file_is_told_by_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from askwell.actions.bringing_in.readers import reading_apart

    words = ("You should talk to Martin Shaw at Bellweather. Tell him I sent you.", "Thank you so much for your help.")
    folder = tmp_path / "mail"
    for number, text in enumerate(words):
        write(folder, f"{number}.eml", letter(text, id=f"{number}@x.example"))
    here = list(detect_paths([folder], me=ME))
    with reading_apart([folder]) as readers:
        assert list(detect_paths([folder], me=ME, readers=readers)) == here
    harm = "import os, askwell.sources as s\nread = s.read\n"
    harm += "s.read = lambda found, **told: os.abort() if found.file == 'bad.eml' else read(found, **told)\n"
    write(tmp_path, "sitecustomize.py", harm)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    write(folder, "bad.eml", letter("Hello."))
    lines: list[dict[str, Any]] = []
    with reading_apart([folder]) as readers, pytest.raises(Refused, match=r"^bad\.eml could not be read; the rest was"):
        lines.extend(detect_paths([folder], me=ME, readers=readers))  # as far as it comes
    assert lines == here
