"""The parts: each says what it wants, is shown on the page of patterns, and has its styles; nothing is inline."""

import re
from collections.abc import Iterator
from pathlib import Path

import django
import pytest
from django.template import Context, Engine, TemplateSyntaxError
from django.template.base import FilterExpression, Variable
from tests.web.visitor import Visitor

from askwell.actions.desk import Desk
from askwell.web.parts import Act

django.setup()
WEB = Path(__file__).parents[3] / "src" / "askwell" / "web"
PARTS = sorted((WEB / "templates" / "parts").glob("*.html"))
TEMPLATES = sorted((WEB / "templates").rglob("*.html"))
STYLES = sorted((WEB / "static" / "askwell" / "css").glob("*.css"))
SCRIPTS = sorted((WEB / "static" / "askwell" / "js").rglob("*.js"))
FONTS = WEB / "static" / "askwell" / "fonts"
ELSEWHERE = {"head", "drop-of-ink", "constellation", "made-up", "need", "newcomer"}  # on every page, or on one alone
OF_ITSELF = {"clock", "csrf_token", "None", "True", "False"}  # of the page to each part, and of the language
EVE = '"><b>Eve</b> \u202eevil'


def shown(source: str, **values: object) -> str:
    return Engine.get_default().from_string(source).render(Context({"csrf_token": "t", **values}))


def wanted(part: Path) -> set[str]:
    told = re.search(r'{% comment "([^"]*)" %}', part.read_text(encoding="utf-8"))
    assert told, f"{part.name} does not say what it wants"
    return {word.strip().rstrip("?") for word in told[1].split(",") if word.strip()}


def looked_up(thing: object) -> Iterator[str]:
    """The names that a template, or a piece of it, looks up; those it makes itself by for and with are left out."""
    if isinstance(thing, Variable):
        yield from (thing.lookups or ())[:1]
    elif isinstance(thing, FilterExpression):
        yield from looked_up([thing.var, [argument for _, arguments in thing.filters for _, argument in arguments]])
    elif isinstance(thing, list | tuple | set):
        for one in thing:
            yield from looked_up(one)
    elif isinstance(thing, dict):
        yield from looked_up(list(thing.values()))
    elif type(thing).__module__.startswith("django.template") and hasattr(thing, "__dict__"):
        made = {*getattr(thing, "loopvars", ()), *(getattr(thing, "extra_context", None) or ()), "forloop"}
        inside = [value for name, value in vars(thing).items() if name not in {"origin", "parent", "takes_context"}]
        yield from (name for name in looked_up(inside) if name not in made)


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.stem)
def test_a_part_uses_what_it_wants_and_nothing_else(part: Path) -> None:
    template = Engine.get_default().get_template(f"parts/{part.name}")
    assert set(looked_up(template.nodelist)) - OF_ITSELF == wanted(part)


def test_a_part_refuses_too_little_and_what_it_has_no_use_for() -> None:
    with pytest.raises(TemplateSyntaxError, match="“receipt” wants lines too"):
        shown('{% part "receipt" %}')
    with pytest.raises(TemplateSyntaxError, match="“receipt” has no use for rows"):
        shown('{% part "receipt" lines=lines rows=lines %}', lines=[])


def test_what_is_not_given_is_not_shown() -> None:
    page = shown(
        '{% part "person" href="/x" name="Ana" %}{% part "who" name="Ana" %}{% part "input" id="a" label="A" %}'
    )
    assert "None" not in page


def test_a_part_sees_nothing_of_the_page_it_is_on() -> None:
    page = shown('{% part "input" id="a" label="A" %}', name="the page's own", fault="the page's own", rows=5)
    assert "own" not in page
    assert "<textarea" not in page


def test_each_moment_of_a_story_begins_with_a_capital() -> None:
    page = shown('{% part "timeline" moments=all %}', all=[{"when": "today", "what": "you asked"}])
    assert ">Today<" in page


@pytest.mark.parametrize(
    "source",
    [
        '{% part "step" name=eve what=eve why=eve act=act acts=acts words=eve %}',
        '{% part "notice" name=eve source=eve quote=eve ask=eve acts=acts %}',
        '{% part "person" href="/x" name=eve role=eve way=eve %}',
        '{% part "who" name=eve role=eve href="/x" %}',
        '{% part "side" name=eve role=eve facts=none %}',
        '{% part "timeline" moments=none %}{% part "done" rows=rows %}{% part "history" rows=past %}',
        '{% part "letter-text" label=eve text=eve %}{% part "letter-foot" goods=all size=eve %}',
        '{% part "finding" number=1 why=eve line=eve use=eve value=eve about=eve %}',
        '{% part "input" id="a" label=eve value=eve fault=eve help=eve placeholder=eve %}',
        '{% part "input" id="a" label=eve value=eve rows=3 %}{% part "blank" id="b" label=eve value=eve %}',
        '{% part "tree" root=eve twigs=twigs %}',
        '{% part "toast" said=eve batch=eve back=eve %}{% part "more" about=eve acts=acts %}',
    ],
)
def test_what_comes_from_outside_is_escaped_everywhere(source: str) -> None:
    from askwell.web.parts.tree import Twig

    act = Act(EVE, post="/x", name="a", value=EVE, about=EVE)
    twigs = [Twig(EVE, twigs=(Twig(EVE, "named", "/x", (Twig(EVE, "opening"),)),))]
    page = shown(
        source, eve=EVE, act=act, acts=[act], rows=[(EVE, act)], past=[(EVE, EVE, act)], twigs=twigs, none=[], all=[EVE]
    )
    assert "Eve" in page
    assert "<b>Eve" not in page
    assert '=""><' not in page


def test_every_part_is_on_the_page_of_patterns() -> None:
    said = "".join(p.read_text(encoding="utf-8") for p in [*(WEB / "templates" / "patterns").glob("*.html"), *PARTS])
    assert {part.stem for part in PARTS} - ELSEWHERE - set(re.findall(r'{% part "([\w-]+)"', said)) == set()


def test_the_page_of_patterns_is_made_from_the_parts(client: Visitor, desk: Desk) -> None:
    page = client.page("/patterns")
    assert len(page.css(".hundred .g-halo")) == 2
    assert page.css("figure.tree svg text.t-root")[0].text() == "Nora"
    assert len(page.css("h1")) == 1


def test_every_field_has_a_label_and_its_fault_is_tied_to_it() -> None:
    page = shown('{% part "input" id="mail" label="Address" help="Any." fault="Not whole." %}')
    assert '<label for="mail">Address</label>' in page
    assert 'aria-describedby="mail_help mail_fault" aria-invalid="true"' in page
    assert 'id="mail_fault"' in page


@pytest.mark.parametrize("page", TEMPLATES, ids=lambda page: str(page.relative_to(WEB / "templates")))
def test_nothing_is_inline(page: Path) -> None:
    if page.name == "launch.html":
        return  # a file of its own, which the browser opens before there is a server to ask
    text = re.sub(r"{% comment.*?{% endcomment %}", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert not re.search(r"\sstyle=|<style|\son[a-z]+=\"|javascript:", text)
    assert not re.search(r"<script(?![^>]*\ssrc=)", text)
    assert not re.search(r"(?:src|href)=\"(?:https?:)?//", text)


@pytest.mark.parametrize("file", [*STYLES, *SCRIPTS, *TEMPLATES], ids=lambda file: file.name)
def test_no_file_has_more_than_400_lines_and_each_says_what_it_is_for(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert text.count("\n") <= 400
    assert {".html": "", ".css": "/* Askwell: ", ".js": "/**"}[file.suffix] in text[:2000]


def test_every_style_is_loaded_by_the_pages() -> None:
    loaded = "".join(page.read_text(encoding="utf-8") for page in TEMPLATES)
    assert [style.name for style in STYLES if f"askwell/css/{style.name}" not in loaded] == []


def test_every_class_has_a_style_and_every_style_a_use() -> None:
    styles = re.sub(r"/\*.*?\*/", "", "".join(style.read_text(encoding="utf-8") for style in STYLES), flags=re.DOTALL)
    styled = set(re.findall(r"\.([a-zA-Z][\w-]*)", styles)) - {"woff2"}
    said = re.findall(r'class="([^"]*)"', "".join(page.read_text(encoding="utf-8") for page in TEMPLATES))
    named = {word for classes in said for word in re.sub(r"{[%{].*?[%}]}", " ", classes).split()}
    begun = tuple(word for word in named if word.endswith("--"))  # swatch--{{ name }}
    assert {word for word in named if word not in begun} - styled == set()
    makers = [*TEMPLATES, *SCRIPTS, *(WEB / "parts").glob("*.toml"), *WEB.rglob("*.py")]
    used = set(re.findall(r"[a-zA-Z][\w-]*", "".join(maker.read_text(encoding="utf-8") for maker in makers)))
    assert {word for word in styled - used if not word.startswith(begun)} == set()


def test_every_font_is_there_is_used_and_has_its_licence() -> None:
    styles = (WEB / "static" / "askwell" / "css" / "fonts.css").read_text(encoding="utf-8")
    assert set(re.findall(r"fonts/([\w-]+\.woff2)", styles)) == {font.name for font in FONTS.glob("*.woff2")}
    for family in ("figtree", "literata"):
        assert "SIL OPEN FONT LICENSE Version 1.1" in (FONTS / f"OFL-{family}.txt").read_text(encoding="utf-8")
