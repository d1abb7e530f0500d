"""Odd mail from a seed, all of it valid: the ways in which mail programs fold, encode, quote and wrap."""

import base64
import quopri
import random
from datetime import UTC, datetime, timedelta, timezone
from email.header import Header
from email.utils import format_datetime

NAMES = (
    "Ann Kern",
    "O'Neil, Sean",
    "José Núñez",
    "Zoë Ångström",
    "Łukasz Żak",
    "山田 太郎",
    "Иван Петров",
    "Dr. Eva (Eve) Roe",
    "a.b@c",
    'Ben "Benny" Roe',
    "",
)
SUBJECTS = (
    "Hello",
    "Re: Lunch on Tuesday?",
    "Grüße aus Köln und viele gute Wünsche zum neuen Jahr, auch von allen anderen hier im Haus",
    "Новости недели",
    "日本語の件名です。少し長くなりますが、これでよいと思います",
    "100% = =?not an encoded word",
    "tabs\tand  blanks",
    "x" * 300,
    "",
)
TEXTS = (
    "Hello,\n\nhow are you?\n",
    "Grüße, José — “quoted” …\n",
    "Привет, как дела?\n",
    "一行目\n二行目\n",
    "a line that is much longer than any mail program lets it be, " * 9 + "\n",
    "trailing blanks   \nand = signs =3D =\n",
    "\n",
)
CHARSETS = ("utf-8", "iso-8859-1", "windows-1252", "koi8-r", "shift_jis", "utf-16", "us-ascii", "iso-2022-jp", "big5")
HEADERS = ("X-Odd", "DKIM-Signature", "ARC-Seal", "x-spam-status", "Received", "List-Archive")


class Odd:
    """Writes one message after the other."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)

    def letter(self) -> bytes:
        dice = self.dice
        end = dice.choice(("\n", "\n", "\r\n"))
        lines = [self._named(name, value) for name, value in self._headers()]
        dice.shuffle(lines)
        head, body = self._body(depth=0)
        text = "\n".join([*lines, *head, "", ""]).encode() + body
        return text.replace(b"\r\n", b"\n").replace(b"\n", end.encode())

    def _named(self, name: str, value: str) -> str:
        written = self.dice.choice((name, name, name.upper(), name.lower()))
        blank = self.dice.choice((" ", " ", "", "  ", "\t", "\n "))
        return f"{written}:{blank}{self._folded(value)}"

    def _folded(self, value: str) -> str:
        """Folded at some of its blanks, unless they are inside of quotes."""
        if '"' in value or "\n" in value or self.dice.random() < 0.5:
            return value
        words = value.split(" ")
        return "".join(word + self.dice.choice((" ", " ", "\n ", "\n\t")) for word in words[:-1]) + words[-1]

    def _headers(self) -> list[tuple[str, str]]:
        dice = self.dice
        told = [("From", self._address()), ("Date", self._date()), ("Message-ID", self._id())]
        told += [("To", ", ".join(self._address() for _ in range(dice.choice((1, 1, 2, 7)))))]
        if dice.random() < 0.3:
            told.append(("Cc", ",\n ".join(self._address() for _ in range(2))))
        if dice.random() < 0.9:
            told.append(("Subject", self._words(dice.choice(SUBJECTS))))
        if dice.random() < 0.5:
            told.append(("References", " ".join(self._id() for _ in range(dice.randrange(1, 6)))))
            told.append(("In-Reply-To", self._id()))
        return told + [
            (dice.choice(HEADERS), "v=1; a=b; " + "c" * dice.randrange(90)) for _ in range(dice.randrange(5))
        ]

    def _words(self, text: str) -> str:
        """A text as a header has it: plain, as encoded words of some charset, or as bare UTF-8."""
        if text.isascii():
            return text.replace("\t", " ")
        kind = self.dice.choice(("utf-8", "utf-8", "iso-8859-1", "koi8-r", "iso-2022-jp", "bare"))
        try:
            return text if kind == "bare" else Header(text, kind).encode()
        except UnicodeEncodeError:
            return Header(text, "utf-8").encode()

    def _address(self) -> str:
        dice, name = self.dice, self.dice.choice(NAMES)
        local = dice.choice(("ann", "Ann.Kern", "a+b", "x_1", "o'neil"))
        address = f"{local}@{dice.choice(('Example.com', 'mail.example.org', 'x.example'))}"
        if not name:
            return dice.choice((address, f"<{address}>", f" {address} "))
        if not name.isascii():
            return f"{Header(name, 'utf-8').encode()} <{address}>"
        if name == "Ann Kern" and dice.random() < 0.2:
            return f"{address} ({name})"
        quoted = name.replace('"', '\\"')
        plain = all(c.isalnum() or c == " " for c in name)
        return f"{name} <{address}>" if plain and dice.random() < 0.5 else f'"{quoted}" <{address}>'

    def _date(self) -> str:
        dice = self.dice
        zone = timezone(timedelta(minutes=dice.choice((0, 60, -480, 330, 765))))
        at = datetime(2001, 1, 1, tzinfo=UTC) + timedelta(seconds=dice.randrange(800_000_000))
        text = format_datetime(at.astimezone(zone))
        how = dice.randrange(9)
        if how == 6:
            return f"{at:%a, %d %b %Y %H:%M:%S} {dice.choice(('GMT', 'EST', 'PDT', 'UT', '-0000'))}"
        if how == 7:
            return f"{at:%d %b %y %H:%M} +0000"
        if how == 8:
            return f"{at:%a %d %b %Y %H:%M:%S} +0100"
        if how == 0:
            return text.partition(", ")[2]
        if how == 1:
            return f"{text} (made up)"
        return text.replace(" 0", "  ", 1) if how == 2 else text

    def _id(self) -> str:
        return f"<{self.dice.getrandbits(48):x}.{self.dice.randrange(99)}@{self.dice.choice(('x.example', 'mail'))}>"

    def _body(self, *, depth: int) -> tuple[list[str], bytes]:
        if depth < 3 and self.dice.random() < 0.4:
            return self._several(depth)
        text = self.dice.choice(TEXTS)
        charset = self.dice.choice(CHARSETS)
        try:
            data = text.encode(charset)
        except UnicodeEncodeError:
            charset, data = "utf-8", text.encode()
        named = self.dice.choice((charset, charset.upper(), f'"{charset}"'))
        head = [f"Content-Type: text/plain;{self.dice.choice((' ', chr(10) + chr(9)))}charset={named}"]
        if self.dice.random() < 0.2:
            head[0] += "; format=flowed"
        return self._packed(head, data, charset)

    def _packed(self, head: list[str], data: bytes, charset: str) -> tuple[list[str], bytes]:
        if charset == "utf-16" or self.dice.random() < 0.3:
            return [*head, "Content-Transfer-Encoding: base64"], base64.encodebytes(data)
        if self.dice.random() < 0.4:
            return [*head, "Content-Transfer-Encoding: Quoted-Printable"], quopri.encodestring(data)
        return [*head, *(["Content-Transfer-Encoding: 8bit"] * self.dice.randrange(2))], data

    def _several(self, depth: int) -> tuple[list[str], bytes]:
        kind = self.dice.choice(("mixed", "alternative", "related"))
        mark = f"=_{self.dice.getrandbits(40):x}" if self.dice.random() < 0.8 else f"a b'()+_,-./:=?c{depth}"
        out = b"This is a message in parts.\n" * self.dice.randrange(2)
        first_head, first = self._body(depth=depth + 1)
        parts = [(first_head, first)]
        if kind == "mixed":
            name = 'Content-Disposition: attachment; filename="a.txt"'
            parts.append((["Content-Type: text/plain", name], b"attached\n"))
        for head, data in parts:
            out += f"\n--{mark}\n".encode() + "\n".join([*head, "", ""]).encode() + data
        out += f"\n--{mark}--\n".encode() + b"after\n" * self.dice.randrange(2)
        return [f'Content-Type: multipart/{kind}; boundary="{mark}"'], out
