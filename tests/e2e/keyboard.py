"""Keys and nothing else: every stop of the tab key is named, has a mark around it that can be seen, and lies bare."""

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page, expect

MOST = 250  # stops until something is held not to be reached
# What has the focus: its name, whether a mark shows it, and what lies over it ("" for nothing). The mark is an outline
# of its own, of its chip or of the row it opens; a line to write on is shown by the ink that soaks into it.
HERE = """() => {
    const at = document.activeElement;
    if (!at || at === document.body) return null;
    const said = at.ariaLabel || at.labels?.[0]?.innerText || at.innerText || at.value || at.placeholder || "";
    const outlined = (style) => style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    const inked = (style) => style.boxShadow !== "none" && style.backgroundImage !== "none";
    const shown = at.closest(".chip") ?? at;
    const marked = at.matches(":focus-visible, [type=date]:focus-within") && (outlined(getComputedStyle(shown))
        || outlined(getComputedStyle(at, "::after")) || (at.matches("input") && inked(getComputedStyle(at))));
    const box = shown.getBoundingClientRect();
    const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
    const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
    const over = right <= left || bottom <= top ? null
        : document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    const bare = over && (shown.contains(over) || over.contains(shown));
    return {
        name: said.replace(/[\\u2066-\\u2069]/g, "").replace(/\\s+/g, " ").replace(/ ([:,])/g, "$1").trim(),
        kind: at.type || at.tagName.toLowerCase(),
        marked,
        over: bare ? "" : (over?.outerHTML ?? "the edge of the window").slice(0, 120),
    };
}"""


@dataclass(frozen=True, slots=True)
class Stop:
    """Where the focus is. `kind` is the type of a field or button, else the name of the element."""

    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Keys:
    """A hand that has no mouse."""

    page: Page

    def press(self, key: str, *, times: int = 1) -> None:
        for _ in range(times):
            self.page.keyboard.press(key)

    def type(self, words: str) -> None:
        self.page.keyboard.type(words)

    @property
    def stop(self) -> Stop | None:
        """Where the focus is, None where it is nowhere; that it can be seen there is made sure of."""
        told: dict[str, Any] | None = self.page.evaluate(HERE)
        if told is None:
            return None
        assert told["marked"], (
            f"nothing shows that the focus is at “{told['name']}” ({told['kind']}) on {self.page.url}"
        )
        assert not told["over"], f"“{told['name']}” on {self.page.url} has the focus, and under it lies: {told['over']}"
        return Stop(told["name"], told["kind"])

    def tab(self, *, back: bool = False) -> Stop | None:
        """One stop on, or back."""
        self.press("Shift+Tab" if back else "Tab")
        return self.stop

    def to(self, words: str, *, kind: str = "") -> Stop:
        """By the tab key to the first stop whose name begins with these words."""
        seen = []
        for _ in range(MOST):
            stop = self.tab()
            if stop and stop.name.startswith(words) and kind in {"", stop.kind}:
                return stop
            seen.append(stop.name if stop else "–")
        raise AssertionError(f"the tab key never comes to “{words}” on {self.page.url}, but to {seen[:60]}")

    def walk(self) -> list[Stop]:
        """Every stop of the page, from where one is to its end."""
        stops: list[Stop] = []
        while (stop := self.tab()) and len(stops) < MOST:
            stops.append(stop)
        return stops

    def go(self) -> None:
        """Press what has the focus; the page that follows is waited for."""
        with self.page.expect_navigation():
            self.press("Enter")

    def enter(self, words: str) -> None:
        """To the link or the button of these words, and on to the page that follows."""
        self.to(words)
        self.go()

    def hears(self, words: str) -> None:
        """After a change: the line about it is there to be read aloud."""
        expect(self.page.get_by_role("status").filter(has_text=words).first).to_be_visible()

    def undo(self) -> None:
        """Take back what was told of last: Undo is among the first stops of the page."""
        stops: list[str] = []
        while len(stops) < 3 and "Undo" not in stops:
            stop = self.tab()
            stops.append(stop.name if stop else "")
        assert "Undo" in stops, f"Undo is none of the first stops: {stops}"
        self.go()
        self.hears("Undone")
