"""`applied`: an application, or how far it has come; what becomes of it is news for those who helped."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from askwell.actions import memory
from askwell.actions.desk import Desk
from askwell.actions.done import Done
from askwell.actions.voids import difference, standing
from askwell.domain.errors import Refused
from askwell.domain.hints import Hint
from askwell.domain.search import Application, Stage
from askwell.identity import companies

NOTE = Hint("applied", "note one", ("COMPANY", "TITLE"))
WORDS = {
    Stage.APPLIED: "sent",
    Stage.SCREEN: "first call",
    Stage.INTERVIEW: "interview",
    Stage.SECOND: "second round",
    Stage.OFFER: "offer",
    Stage.REJECTED: "not this time",
    Stage.SILENT: "no answer",
}


def applied(desk: Desk, company: str, title: str, *, status: str = "applied") -> Done:
    """Note an application to a company for a job, or its new stage where it is known already."""
    from askwell.store import read, write

    if not company.strip() or not title.strip():
        raise Refused("An application has a company and a title, such as Ostara Foods and S&OP Manager.", NOTE)
    stage, today = Stage(status), desk.calendar.day(desk.now)
    known = read.applications()
    old = next((a for a in known if companies.same(a.company, company) and _fold(a.title) == _fold(title)), None)
    if old is not None and old.stage is stage:
        return Done(f"{old.company}, {old.title}: “{WORDS[stage]}” is known already.")
    said = f"{company.strip()}, {title.strip()}: {WORDS[stage]}"
    before = standing(desk)
    with write.batch("applied", said, now=desk.now) as batch:
        if old is not None:
            write.change_applications(batch, {old.id: replace(old, stage=stage, updated=today)})
        else:
            heard = None if stage is Stage.APPLIED else today
            new = Application("", company.strip(), title.strip(), stage=stage, applied=today, updated=heard)
            write.add_applications(batch, [new])
    like = "" if old else _like(company, title, known)
    hints = (Hint("undo", "take this one back", (batch.id,)),) if like else ()
    told = (f"Noted: {said}.", difference(before, standing(desk)), like)
    return Done(" ".join(filter(None, told)), batch.id, hints)


def list_applications(desk: Desk) -> tuple[Application, ...]:
    """All that there were at the desk's moment, the latest first."""
    known = [(one.updated or one.applied or date.min, one) for one in memory.search(desk).applications]
    return tuple(one for _, one in sorted(known, key=lambda pair: pair[0], reverse=True))


def _like(company: str, title: str, known: Iterable[Application]) -> str:
    """A word on an application of nearly the same name, which may be meant; "" where there is none."""
    near = next((a for a in known if _is_like(a, company, title)), None)
    if near is None:
        return ""
    return (
        f"There is one already: {near.company}, {near.title}. If that is the same, take this one back and write it as"
        " it stands there."
    )


def _is_like(known: Application, company: str, title: str) -> bool:
    """Nearly the same company, or the same one and nearly the same title."""
    near = _near(companies.normal(known.company), companies.normal(company))
    return near and (not companies.same(known.company, company) or _near(_fold(known.title), _fold(title)))


def _near(one: str, other: str) -> bool:
    """Whether all words of the one stand in the other."""
    mine, theirs = set(one.split()), set(other.split())
    return bool(mine and theirs) and (mine <= theirs or theirs <= mine)


def _fold(text: str) -> str:
    return " ".join(text.casefold().split())
