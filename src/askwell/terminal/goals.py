"""`goals`: shown, set from a file, as a page to fill in; and `brief`, the one page that helpers can keep."""

from argparse import Namespace
from collections.abc import Iterable, Iterator
from importlib import resources
from pathlib import Path

from askwell.domain.dated import spoken
from askwell.domain.errors import Refused
from askwell.domain.goals import Goals, Need, Position
from askwell.guide.brief import Brief
from askwell.guide.one_voice import Voice
from askwell.method.goals import clarity, needs
from askwell.terminal import goal_shapes, show
from askwell.terminal.opening import changed, desk_of, take_back

BEGIN = """\
No goals yet. Four lines are enough to begin:
  askwell goals --example > goals.toml     writes a page to fill in
  askwell goals --set goals.toml           takes it in"""
GUESSED = " (not said, taken as three months before your first import)"
STATUS = {"in-transition": "openly looking", "employed": "employed, looking discreetly"}
LABELS = {"kinds_of_company": "kinds of company", "kinds_of_people": "kinds of people", "status_line": "how you say it"}


def run_goals(args: Namespace) -> int:
    if args.example:
        show.plain(resources.files("askwell.terminal").joinpath("example.toml").read_text(encoding="utf-8"))
        return 0
    if args.leave is not None:
        return _leave(args)
    return _brief(args) if args.brief else _goals(args)


def _leave(args: Namespace) -> int:
    """A remark on her status that is not told again as long as its words stand."""
    from askwell.actions import one_voice

    with desk_of(args) as desk:
        done = one_voice.leave(desk, args.leave)
    return changed(args, done)


def _goals(args: Namespace) -> int:
    from askwell.actions import goals as actions
    from askwell.actions import one_voice

    batch, said = None, ""
    with desk_of(args) as desk:
        if args.file:
            before = actions.read_goals(desk)
            batch, goals = actions.set_goals(desk, _text(args.file))
            said = _said(actions.gone(before, goals), changed=batch is not None)
        else:
            goals = actions.read_goals(desk)
        since, calendar = actions.since(desk), desk.calendar
        known = goals.since or actions.last_job_ended(desk)
        voices = one_voice.remarks(desk)
    if args.json:
        show.as_json({**goal_shapes.goals(goals, batch=batch, voices=voices), **({"said": said} if said else {})})
        return 0
    if not goals.said:
        show.plain(BEGIN)
    else:
        worked_out = {
            "since": f"{spoken(since)}, {since.year}{'' if known else GUESSED}",
            "zone": calendar.zone,
            "country": calendar.country,
        }
        _page(goals, worked_out)
        _voices(voices)
    if said:
        show.say()
        show.say(said)
    take_back(batch)
    return 0


def _said(gone: tuple[str, ...], *, changed: bool) -> str:
    if not changed:
        return "These were your goals already; nothing was changed."
    more = f" No longer in them: {', '.join(LABELS.get(key, key) for key in gone)}." if gone else ""
    return f"Your goals are set.{more}"


def _page(goals: Goals, worked_out: dict[str, str]) -> None:
    show.heading(goals.statement or "Your goals")
    show.table(("", ""), [(label, words) for label, words in _lines(goals, worked_out) if words])
    show.say()
    show.heading("What would help" if goals.needs else "What would help (proposed from your goals)")
    show.table(
        ("", "kind", "question", "for"),
        [(number, need.kind, need.question, _serves(need, goals)) for number, need in enumerate(needs(goals), 1)],
    )
    show.hint("For letters to helpers: askwell brief. Whom to ask: askwell today.")


def _voices(voices: Iterable[Voice]) -> None:
    """Where her status is said otherwise, each in one sentence with words to use instead."""
    for one in voices:
        show.say()
        show.say(one.say)
        if one.instead:
            show.say(f"  Words to use instead: {one.instead.replace(chr(10), ' / ')}")
        show.hint(f"  To leave it as it is: askwell goals --leave {one.place if one.place.isalpha() else one.key}")


def _lines(goals: Goals, worked_out: dict[str, str]) -> Iterator[tuple[str, str]]:
    yield "name", goals.name
    yield "status", STATUS[goals.status]
    yield "how you say it", goals.status_line
    for key, values in goal_shapes.goal_lists(goals).items():
        yield LABELS.get(key, key), "; ".join(values)
    for job in goals.positions:
        yield "job", _job(job)
    for one in clarity(goals):
        yield one.question, "; ".join(one.answer.splitlines())
    for key, words in goals.limits.items():
        yield f"limit: {key}", words
    for key, words in worked_out.items():
        said = getattr(goals, key) or not words or words.endswith(GUESSED)
        yield key, words if said else f"{words} (not said, worked out)"


def _job(job: Position) -> str:
    until = f"until {spoken(job.until)} {job.until.year}" if job.until else "today"
    return ", ".join(filter(None, (job.title, job.company, until)))


def _serves(need: Need, goals: Goals) -> str:
    return "" if need.serves == goals.statement else need.serves


def _brief(args: Namespace) -> int:
    from askwell.actions.brief import brief

    with desk_of(args) as desk:
        made = brief(desk)
    if args.json:
        show.as_json(goal_shapes.brief(made))
    else:
        show.plain(made.text)
        _left_out(made)
    return 0


def run_brief(args: Namespace) -> int:
    if not args.file:
        return _brief(args)
    from askwell.actions.brief import paper, printed

    with desk_of(args) as desk:
        pdf, made = printed(desk)
        sheet = paper(desk)
    file = _saved(pdf, args.file)
    if args.json:
        show.as_json(goal_shapes.brief(made, pdf=str(file), paper=str(sheet)))
        return 0
    show.say(f"Your brief is saved as {file.name} in {file.parent}: one page, to attach or to print.")
    _left_out(made)
    return 0


def _left_out(made: Brief) -> None:
    if made.left_out:
        show.hint(f"So that it is one page, it leaves out {'; '.join(made.left_out)}.")


def _saved(content: bytes, name: str) -> Path:
    """Put down whole or not at all."""
    file = Path(name).expanduser().absolute()
    beside = file.with_name(f"{file.name}.part")
    try:
        beside.write_bytes(content)
        beside.replace(file)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise Refused(f"{file.name} could not be saved in {file.parent}: {error.strerror}.") from error
    return file


def _text(name: str) -> str:
    """The text of the file; what PowerShell's `>` writes is UTF-16 with a mark at its start."""
    try:
        content = Path(name).read_bytes()
        return content.decode("utf-16" if content[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig")
    except OSError as error:
        raise Refused(
            f"{Path(name).name} could not be opened: {error.strerror}. Check the name and try again."
        ) from error
    except UnicodeDecodeError as error:
        raise Refused(f"{Path(name).name} is not UTF-8 text. Save it again as UTF-8 and try once more.") from error
