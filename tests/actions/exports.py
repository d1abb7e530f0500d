"""Small files as LinkedIn, address books and mail programs write them, for tests of the import."""

from email.message import EmailMessage
from pathlib import Path

CONNECTIONS = "First Name,Last Name,URL,Email Address,Company,Position,Connected On"
NOW = "2026-03-27T18:00:00+00:00"
ME = "dana@example.com"


def connections(folder: Path, *rows: str, name: str = "Connections.csv") -> Path:
    """Rows such as "Ann,Kern,ann,,Acme,Planner", the third the slug of the profile."""
    lines = [CONNECTIONS]
    for row in rows:
        first, last, slug, *rest = row.split(",")
        lines.append(
            ",".join([first, last, f"https://www.linkedin.com/in/{slug}" if slug else "", *rest, "08 Feb 2021"])
        )
    return written(folder / name, "\n".join(lines))


def vcard(folder: Path, *cards: str, name: str = "contacts.vcf") -> Path:
    """Cards such as "Bob Aguilar|bob@example.net|+1 414 555 0102|Acme"."""
    texts = []
    for card in cards:
        full, email, phone, company = (*card.split("|"), "", "", "")[:4]
        given, _, family = full.rpartition(" ")
        lines = ["BEGIN:VCARD", "VERSION:3.0", f"N:{family};{given};;;", f"FN:{full}"]
        lines += [f"EMAIL:{email}"] * bool(email) + [f"TEL:{phone}"] * bool(phone) + [f"ORG:{company}"] * bool(company)
        texts.append("\n".join([*lines, "END:VCARD"]))
    return written(folder / name, "\n".join(texts) + "\n")


def profile(folder: Path, *, first: str = "Dana", last: str = "Whitfield") -> Path:
    head = "First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip Code,Geo Location"
    row = f'{first},{last},,,,"Planner, open to work",,Food,53213,"Milwaukee, Wisconsin, United States"'
    return written(folder / "Profile.csv", f"{head},Twitter Handles,Websites,Instant Messengers\n{row},,,\n")


def mail(number: int, **headers: str) -> str:
    """One message of an mbox; `body` is its text, the rest are headers with _ for -."""
    message = EmailMessage()
    body = headers.pop("body", "Hello, how are you? We should talk about forecasts one of these days.")
    told = {
        "From": "",
        "To": f"Dana Whitfield <{ME}>",
        "Subject": "Hello",
        "Date": f"Mon, {number:02} Mar 2026 10:00:00 +0000",
    }
    told["Message-ID"] = f"<{number}@example.com>"
    told |= {name.replace("_", "-"): value for name, value in headers.items()}
    for name, value in told.items():
        message[name] = value
    message.set_content(body)
    return f"From - Mon Mar 02 10:00:00 2026\n{message.as_string()}\n"


def mbox(folder: Path, *messages: str, name: str = "mail.mbox") -> Path:
    return written(folder / name, "".join(messages))


def written(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path
