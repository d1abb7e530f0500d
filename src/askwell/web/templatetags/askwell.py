"""Tags and filters that every template has: icons, faces, days and counts in words, names that mix up no sentence."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from django import template
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from askwell.domain.plans import ReferralStage
from askwell.domain.saying import listed
from askwell.web.parts import drawing, marks, tree, words
from askwell.web.parts.contract import checked, part_of
from askwell.web.parts.days import Clock
from askwell.web.parts.faces import initials
from askwell.web.parts.icons import drawn
from askwell.web.parts.marks import Span
from askwell.web.parts.tree import Picture, Twig

register = template.Library()
HANDED_ON = ("csrf_token", "clock")  # of the page to each of its parts


@register.simple_tag(takes_context=True)
def part(context: Context, name: str, /, **values: object) -> SafeString:
    """{% part "step" what=… why=… %}: a template of parts/, which sees nothing but what it is given."""
    if context.template is None:
        raise template.TemplateSyntaxError("A part stands in a template.")
    found, must, may = part_of(context.template.engine, name)
    given = {one: context[one] for one in HANDED_ON if one in context}
    shown = found.render(context.new({**given, **checked(name, values, must=must, may=may)}))
    return mark_safe(shown.strip())  # noqa: S308 - a rendered template; the white space around it would part words


@register.simple_tag
def icon(name: str) -> SafeString:
    """{% icon "today" %}: a drawing that is only seen; a word stands beside or behind it."""
    return format_html('<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">{}</svg>', drawn(name))


@register.simple_tag
def face(name: str, *, ally: bool = False, large: bool = False) -> SafeString:
    """{% face person.name ally=person.ally %}: letters of a name, inked for those who have helped; only seen."""
    look = f"face{' face--ally' if ally else ''}{' face--large' if large else ''}"
    inside = initials(name) or icon("person")
    return format_html('<span class="{}" aria-hidden="true" translate="no">{}</span>', look, inside)


@register.simple_tag
def dot(stage: str, x: float, y: float, size: float = 8.5) -> SafeString:
    """{% dot stage x y 6.5 %}: a dot by how far it has come, told by its shape and never by a color alone."""
    ring = round(size - 0.6, 2)
    if not stage:
        return format_html('<circle class="g-rest" cx="{}" cy="{}" r="2.3"/>', x, y)
    if stage == "opening":
        return format_html(
            '<circle class="g-ink" cx="{0}" cy="{1}" r="{2}"/><circle class="g-halo" cx="{0}" cy="{1}" r="{3}"/>',
            x, y, size - 0.5, size + 3,
        )  # fmt: skip
    if stage == "decider":
        return format_html('<circle class="g-ink" cx="{}" cy="{}" r="{}"/>', x, y, size)
    half = format_html('<path class="g-ink" d="M{0} {1}a{2} {2} 0 0 0 0 {3}Z"/>', x, round(y - ring, 2), ring, 2 * ring)
    circle = format_html('<circle class="g-ring" cx="{}" cy="{}" r="{}"/>', x, y, ring)
    halo = format_html('<circle class="g-halo" cx="{}" cy="{}" r="{}"/>', x, y, size + 3)
    return format_html("{}{}", circle, {"conversation": half, "next": halo}.get(stage, ""))


@register.filter
def date_of(at: date, clock: Clock) -> str:
    """{{ at|date_of:clock }}: Thursday, March 12."""
    return clock.full(at)


@register.filter
def near(at: date, clock: Clock) -> str:
    """{{ at|near:clock }}: yesterday, Tuesday, March 3, June 2023."""
    return clock.near(at)


@register.filter
def moment(at: datetime, clock: Clock) -> str:
    """{{ at|moment:clock }}: yesterday at 17:20."""
    return clock.moment(at)


@register.filter
def time_of(at: datetime, clock: Clock) -> str:
    """{{ at|time_of:clock }}: 9:05."""
    return clock.time(at)


@register.filter
def iso(at: date, clock: Clock) -> str:
    """{{ at|iso:clock }}: her day as a machine reads it, for <time datetime>."""
    return clock.iso(at)


@register.filter
def number(count: int) -> str:
    """{{ 5|number }}: five; from 21 on in figures."""
    return words.number(count)


@register.filter
def counted(count: int, thing: str) -> str:
    """{{ 5|counted:"small thing" }}: five small things; a plural of its own behind a bar: "person|people"."""
    one, _, more = thing.partition("|")
    return words.counted(count, one, more)


@register.filter
def whose(name: str) -> str:
    """{{ name|whose }}: Ana’s."""
    return words.whose(name)


@register.filter
def named(name: str) -> SafeString:
    """{{ person.name|named }}: a name from outside, escaped, in an element that keeps its direction to itself."""
    return words.named(name)


@register.filter
def breakable(text: str) -> SafeString:
    """{{ address|breakable }}: an address, escaped, that breaks behind @ and the like where there is little room."""
    return words.breakable(text)


@register.filter
def apart(name: str) -> str:
    """aria-label="More for {{ name|apart }}": a name where no element can stand."""
    return words.apart(name)


@register.filter
def naming(sentence: str, names: str | Iterable[str]) -> SafeString:
    """{{ step.reason|naming:person.name }}: a sentence with the names in it set apart."""
    return words.naming(sentence, [names] if isinstance(names, str) else names)


@register.filter
def joined(things: Iterable[str]) -> str:
    """{{ names|joined }}: Ben, Dana and Ana."""
    return listed(things)


@register.filter
def marked(text: str, spans: Iterable[Span] | None) -> SafeString:
    """{{ text|marked:findings }}: the text, escaped, with a numbered mark for each span."""
    return marks.marked(text, spans or ())


@register.filter
def hundred(stages: Iterable[str]) -> drawing.Dots:
    """{{ stages|hundred }}: where the dots lie, in order of arrival."""
    return drawing.hundred(stages)


@register.filter
def guessed(yes: int, of: int) -> drawing.Dots:
    """{{ 9|guessed:24 }}: a row of dots."""
    return drawing.guesses(yes, of)


@register.filter
def grown(twigs: Sequence[Twig], root: str) -> Picture | None:
    """{{ twigs|grown:"Nora" }}: the tree as a picture, None where it would be too deep to read."""
    return tree.picture(root, twigs) if tree.fits(twigs) else None


@register.filter
def led(twigs: Sequence[Twig]) -> list[tuple[str, Twig]]:
    """{{ twigs|led }}: the tree as rows of a table: who led, and to whom."""
    return list(tree.rows(twigs))


@register.filter
def stage_words(stage: str) -> str:
    """{{ twig.stage|stage_words }}: in conversation."""
    return words.STAGES[ReferralStage(stage)]


@register.filter
def highlighted(text: str, spans: Iterable[Span] | None) -> SafeString:
    """{{ quote|highlighted:spans }}: the text, escaped, with a plain mark for each span."""
    return marks.marked(text, spans or (), numbered=False)
