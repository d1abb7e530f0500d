"""Puts the made-up search together: who is in it, what was written when, counted back from today."""

import random
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from importlib import resources
from typing import Any
from zoneinfo import ZoneInfo

from askwell.demo import files
from askwell.demo.cast import IN_TRADE, Person, draw, person
from askwell.demo.files import Mail

ME = ("Alex Marlowe", "alex.marlowe@example.com")
MY_PROFILE = "https://www.linkedin.com/in/alex-marlowe-ops"
TARGETS = ("Cascade Grain", "Larkspur Coffee", "Harbor Lane Foods", "Northgate Cold Storage", "Marigold Grocers")
MESSAGES = (
    "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER"
)
ASK = (
    "Hi {a},\n\nI hope things are well at {a_company}. {status} {goal}; Cascade Grain, Larkspur Coffee and Harbor Lane "
    "Foods are the kind of places I would love to get to know.\n\n{question}\n\nIf there is anything I can do for "
    "you in return, a warehouse layout looked over for instance, say so. Thank you!\n\nAlex"
)
MORNING, AFTERNOON, EVENING = 10, 15, 18  # hours at which people meet
APPLIED_TO = frozenset({"Pinecrest Paper", "Cascade Grain", "Bluejay Parcel", "Larkspur Coffee"})
Role = dict[str, Person]


@dataclass
class Stage:
    """What the writers of one search share: the dice, the letters, the day it is, and the people."""

    dice: random.Random
    letters: dict[str, Any]
    now: datetime
    known: list[Person]
    strangers: list[Person]
    zone: ZoneInfo

    def at(self, day: int, hour: int) -> datetime:
        """`day` days before today at `hour` o'clock in Alex's zone; never later than now."""
        today = self.now.astimezone(self.zone)
        minute = self.dice.randrange(60)
        moment = (today - timedelta(days=day)).replace(hour=hour, minute=minute, second=0, microsecond=0)
        return min(moment.astimezone(UTC), self.now - timedelta(minutes=5))


def make(*, seed: int, now: datetime) -> dict[str, bytes]:
    """File names and their bytes for one made-up search as of `now` (aware); the same for the same seed and moment."""
    dice = random.Random(seed)
    letters = tomllib.loads(resources.files("askwell.demo").joinpath("letters.toml").read_text(encoding="utf-8"))
    people = draw(dice, count=190)
    goals = resources.files("askwell.demo").joinpath("goals.toml").read_bytes()
    zone = ZoneInfo(tomllib.loads(goals.decode())["zone"])
    stage = Stage(dice=dice, letters=letters, now=now, known=people[:160], strangers=people[160:], zone=zone)
    casts = _cast(stage)
    mails = [*_threads(stage, casts), *_bulk(stage), *_old(stage)]
    return {
        "goals.toml": goals,
        "linkedin_export.zip": files.linkedin(_linkedin(stage)),
        "contacts.vcf": files.vcards(stage.known[:36]),
        "mail.mbox": files.mbox(mails),
        "calendar.ics": files.calendar(_events(stage, casts)),
        "applications.csv": _applications(stage).encode(),
    }


def _cast(stage: Stage) -> list[Role]:
    """One cast a thread: `a` somebody known who works in the trade, `b` a stranger at one of the targets."""
    in_trade = [one for one in stage.known[:80] if one.title in IN_TRADE and one.company not in APPLIED_TO]
    helpers = stage.dice.sample(in_trade, len(stage.letters["threads"]))
    roles = []
    for number, helper in enumerate(helpers):
        target = TARGETS[number % len(TARGETS)]
        stranger = person(stage.dice, stage.strangers[number].name, company=target, title="Head of Operations")
        roles.append({"a": helper, "b": stranger})
    return roles


def _fill(text: str, roles: Role, letters: dict[str, Any]) -> str:
    words = {"status": letters["status"], "goal": letters["goal"]}
    for role, one in roles.items():
        words |= {role: one.given, f"{role}_name": one.name, f"{role}_company": one.company}
    return text.format_map(words)


def _threads(stage: Stage, casts: list[Role]) -> Iterator[Mail]:
    for number, (thread, roles) in enumerate(zip(stage.letters["threads"], casts, strict=True)):
        seen: list[str] = []
        subject = ""
        for turn, letter in enumerate(thread["letters"]):
            own = letter.get("subject", "")
            title = _fill(own, roles, stage.letters) if own else f"Re: {subject.removeprefix('Re: ')}"
            subject = title or subject
            text = letter.get("text", ASK).replace("{question}", letter.get("ask", ""))
            message_id = f"<demo-{number}-{turn}@example.com>"
            yield Mail(
                message_id=message_id,
                at=stage.at(letter["day"], letter["hour"]),
                sender=_address(letter["from"], roles),
                to=[_address(role, roles) for role in letter["to"]],
                cc=[_address(role, roles) for role in letter.get("cc", ())],
                subject=title,
                text=_fill(text, roles, stage.letters),
                answers=() if own and not own.startswith("Automatic") else tuple(seen),
                headers=(("Auto-Submitted", "auto-replied"),) if own.startswith("Automatic") else (),
            )
            seen.append(message_id)


def _address(role: str, roles: Role) -> tuple[str, str]:
    return ME if role == "me" else (roles[role].name, roles[role].email)


def _bulk(stage: Stage) -> Iterator[Mail]:
    for number, item in enumerate(stage.letters["bulk"]):
        yield Mail(
            message_id=f"<bulk-{number}@news.example>",
            at=stage.at(item["day"], 6),
            sender=(item["name"], "noreply@news.example"),
            to=[ME],
            subject=item["subject"],
            text="The news of the week. You receive this because you subscribed.",
            headers=(("List-Unsubscribe", "<https://news.example/u>"), ("Precedence", "bulk")),
        )


def _old(stage: Stage) -> Iterator[Mail]:
    """Small talk of eight years, so that some are close, some known, some half forgotten."""
    for number in range(140):
        other = stage.known[min(int(stage.dice.expovariate(1 / 18)), len(stage.known) - 1)]
        back = int(stage.dice.expovariate(1 / 700)) + 70
        sent, first = stage.dice.random() < 0.5, f"<old-{number}@example.com>"
        them = (other.name, other.email)
        text = stage.dice.choice(stage.letters["old"]["chatter"])
        pair = (ME, them) if sent else (them, ME)
        yield Mail(first, stage.at(back, 12), pair[0], [pair[1]], "Hello", text)
        if stage.dice.random() < 0.8:
            yield Mail(f"<old-{number}-b@example.com>", stage.at(back - 1, 9), pair[1], [pair[0]], "Re: Hello",
                       stage.dice.choice(stage.letters["old"]["chatter"]), answers=(first,))  # fmt: skip


def _events(stage: Stage, casts: list[Role]) -> list[tuple[str, datetime, str, Person, str]]:
    """A tour long past, a call of yesterday and a meeting of this afternoon."""
    return [
        ("demo-1@example.com", stage.at(29, 10), f"Tour with {casts[0]['b'].name}", casts[0]["b"], ME[1]),
        ("demo-2@example.com", stage.at(1, 11), f"Call {casts[1]['a'].name}", casts[1]["a"], ME[1]),
        ("demo-3@example.com", _soon(stage), f"Coffee with {casts[2]['b'].name}", casts[2]["b"], ME[1]),
    ]


def _soon(stage: Stage) -> datetime:
    """When people meet: this afternoon, later where it is afternoon already, tomorrow morning where it is evening."""
    now = stage.now.astimezone(stage.zone)
    today = now.replace(minute=0, second=0, microsecond=0)
    hour = max(AFTERNOON, now.hour + 2)
    return today.replace(hour=hour) if hour <= EVENING else (today + timedelta(days=1)).replace(hour=MORNING)


def _applications(stage: Stage) -> str:
    def back(days: int) -> str:
        return (stage.now - timedelta(days=days)).date().isoformat()

    return files.table([
        ("Company", "Role", "Applied", "Source", "Status", "Last update", "Contact", "Notes"),
        ("Pinecrest Paper", "Operations Manager", back(35), "job board", "Rejected", back(24), "", "form letter"),
        ("Cascade Grain", "Site Operations Manager", back(14), "via introduction", "Interview", back(2), "", ""),
        ("Bluejay Parcel", "Hub Manager", back(11), "job board", "No reply", "", "", ""),
        ("Larkspur Coffee", "Head of Fulfillment", back(3), "company website", "Applied", "", "", ""),
    ])  # fmt: skip


def _linkedin(stage: Stage) -> dict[str, str]:
    """The members of the export; everybody but the last thirty is a connection."""
    connections = [("First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On")]
    for one in stage.known[:150]:
        given, family = one.name.split(" ", 1)
        on = (stage.now - timedelta(days=stage.dice.randrange(90, 4000))).strftime("%d %b %Y")
        url = f"https://www.linkedin.com/in/{one.slug}"
        connections.append((given, family, url, "", one.company, one.title, on))
    left = (stage.now - timedelta(days=45)).strftime("%b %Y")
    return {
        "Connections.csv": files.PREAMBLE + files.table(connections),
        "messages.csv": files.table(_messages(stage)),
        "Profile.csv": files.table([
            ("First Name", "Last Name", "Maiden Name", "Address", "Birth Date", "Headline", "Summary", "Industry",
             "Zip Code", "Geo Location", "Twitter Handles", "Websites", "Instant Messengers"),
            ("Alex", "Marlowe", "", "", "", "Operations manager, out of work and looking", "", "Logistics", "97201",
             "Portland, Oregon, United States", "", "", ""),
        ]),
        "Positions.csv": files.table([
            ("Company Name", "Title", "Description", "Location", "Started On", "Finished On"),
            ("Meridian Supply", "Operations Manager", "Led 14 people", "Portland, Oregon", "May 2017", left),
            ("Redwing Freight", "Transport Planner", "", "Portland, Oregon", "Sep 2011", "Apr 2017"),
        ]),
    }  # fmt: skip


def _messages(stage: Stage) -> list[tuple[str, ...]]:
    stranger = person(stage.dice, stage.strangers[-1].name, company="Marigold Grocers", title="Depot Manager")
    roles = {"a": next(one for one in stage.known[61:] if one.title in IN_TRADE), "b": stranger}
    rows = [tuple(MESSAGES.split(","))]
    me = (ME[0], MY_PROFILE)
    for letter in stage.letters["linkedin"]["letters"]:
        other = roles[letter["with"]]
        them = (other.name, f"https://www.linkedin.com/in/{other.slug}")
        one, to = (me, them) if letter["from"] == "me" else (them, me)
        at = stage.at(letter["day"], 10 + len(rows)).strftime("%Y-%m-%d %H:%M:%S UTC")
        text = _fill(letter["text"], roles, stage.letters)
        rows.append((f"{letter['with']}-demo", "", *one, *to, at, "", text, "INBOX"))
    return rows
