"""Sets the one page: name, where she stands, and its parts, in a size that fits; else with less on it."""

import unicodedata
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from askwell.actions.printing import letters as fonts
from askwell.domain.errors import Refused
from askwell.domain.goals import Goals
from askwell.guide import brief
from askwell.guide.brief import Brief, Part

if TYPE_CHECKING:
    from fpdf import FPDF

MARGIN = 20.0  # mm
SIZES = (11.0, 10.0, 9.0)  # points of the body; below, there is less on the page instead
NAME, SMALL, TITLE = 1.9, 0.9, 1.08  # of the body
LEAD = 0.5  # mm of line height for a point of the body
GAP = 0.3  # of a line, between parts
INDENT = 4.5
BETWEEN = "\u00a0\u00a0·  "  # a line never begins with the dot
INK, PEN, PENCIL = (31, 29, 26), (32, 54, 104), (92, 87, 80)
MADE = datetime(2000, 1, 1, tzinfo=UTC)  # a page carries no hour, so the same words are the same bytes
LETTER = frozenset("US CA MX PH CL CO CR GT PA PR SV VE DO".split())


class Paper(StrEnum):
    A4 = "a4"
    LETTER = "letter"

    @classmethod
    def of(cls, country: str) -> "Paper":
        return cls.LETTER if country.upper() in LETTER else cls.A4


class Unset(Refused):
    """Letters that the fonts of the PDF do not have."""


def unset(made: Brief) -> tuple[str, ...]:
    """The letters of a page that can't be set."""
    return fonts.unset(_plain(made).words)


def print_page(goals: Goals, *, paper: Paper, reach: str = "") -> tuple[bytes, Brief]:
    """The PDF, and what stands on it. Raises Unset where letters are lacking, saying which and what to do instead."""
    made = brief.page(goals, reach=reach, fits=lambda one: brief.is_one_page(one) and _fits(one, paper))
    if lacking := unset(made):
        raise Unset(
            f"The PDF has no letters for {' '.join(lacking[:12])}. Your browser has: open the page of your brief, and "
            "print it from there, or keep it as a PDF."
        )
    plain = _plain(made)
    return next(filter(None, (_set(plain, paper, size) for size in SIZES)), b""), made


def _fits(made: Brief, paper: Paper) -> bool:
    return bool(unset(made)) or bool(_set(_plain(made), paper, SIZES[-1]))


def _set(made: Brief, paper: Paper, size: float) -> bytes:
    """The page in one size; nothing where it goes beyond the sheet."""
    with closing(_Sheet(made, paper)) as sheet:
        pdf = sheet.pdf
        _write(_Pen(pdf, size), made)
        return bytes(pdf.output()) if pdf.get_y() <= pdf.h - MARGIN else b""


def _write(pen: "_Pen", made: Brief) -> None:
    pen.say(made.name or "My brief", pen.size * NAME, bold=True)
    if made.reach:
        pen.say(made.reach, pen.size * SMALL, color=PENCIL)
    if made.says:
        pen.down(GAP)
    for line in made.says:
        pen.say(line, pen.size)
    for part in made.parts:
        pen.down(GAP * 2)
        pen.say(part.title, pen.size * TITLE, bold=True, color=PEN)
        pen.part(part)


class _Sheet:
    """An empty sheet with the fonts it will take, whose files are closed with it."""

    def __init__(self, made: Brief, paper: Paper) -> None:
        from fpdf import FPDF  # 0.3 s, for those who want a PDF

        self.pdf = pdf = FPDF(format=str(paper))
        pdf.set_creation_date(MADE)
        pdf.set_title(f"Brief of {made.name}" if made.name else "Brief")
        pdf.set_lang("en")
        pdf.set_margins(MARGIN, MARGIN)
        pdf.set_auto_page_break(auto=False)
        families = fonts.needed(f"{made.words}·•…")
        for family in families:
            for style in fonts.WEIGHTS:
                pdf.add_font(family, style, fonts.file(family, style=style))
        pdf.set_fallback_fonts(list(families[1:]), exact_match=True)
        pdf.add_page()

    def close(self) -> None:
        for font in self.pdf.fonts.values():
            file: Any = getattr(font, "ttfont", None)
            if file is not None:
                file.close()


class _Pen:
    """Writes line after line down the page."""

    def __init__(self, pdf: "FPDF", size: float) -> None:
        self.pdf, self.size = pdf, size

    def say(
        self,
        words: str,
        size: float,
        *,
        bold: bool = False,
        color: tuple[int, int, int] = INK,
        indent: float = 0,
    ) -> None:
        self.pdf.set_font(fonts.BODY, "B" if bold else "", size)
        self.pdf.set_text_color(*color)
        self.pdf.set_x(MARGIN + indent)
        self.pdf.multi_cell(
            self.pdf.epw - indent, size * LEAD, _as_read(words), align="L", new_x="LMARGIN", new_y="NEXT"
        )

    def part(self, part: Part) -> None:
        if part.flowing:
            self.say(BETWEEN.join(part.lines), self.size)
            return
        for line in part.lines:
            if part.points:
                top = self.pdf.get_y()
                self.say("•", self.size, color=PENCIL)
                self.pdf.set_y(top)
            self.say(line, self.size, indent=INDENT if part.points else 0)

    def down(self, lines: float) -> None:
        self.pdf.ln(self.size * LEAD * lines)


def _plain(made: Brief) -> Brief:
    """The page with letters that a font can have: composed, and without marks that nobody sees."""

    def one(words: str) -> str:
        return fonts.without_joiners(unicodedata.normalize("NFC", words))

    parts = tuple(replace(part, title=one(part.title), lines=tuple(map(one, part.lines))) for part in made.parts)
    return replace(made, name=one(made.name), reach=one(made.reach), says=tuple(map(one, made.says)), parts=parts)


def _as_read(words: str) -> str:
    """Words from right to left in the order in which they lie on paper."""
    if not any(unicodedata.bidirectional(letter) == "R" for letter in words):
        return words
    from fpdf.bidi import BidiParagraph
    from fpdf.enums import TextDirection

    return str(BidiParagraph(words, base_direction=TextDirection.LTR).get_reordered_string())
