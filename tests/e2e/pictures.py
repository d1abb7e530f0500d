"""The pictures of README and docs, made anew from a made-up search: `python -m tests.e2e.pictures [FOLDER]`.

Each shows the first screen of a page, light on a laptop or dark on a phone, or a chapter alone. They are small
enough to lie in git.
"""

import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page, sync_playwright
from tests.e2e import folders
from tests.e2e.browser import Hand, hand, launch
from tests.e2e.small_png import small
from tests.web.running import App, running

PICTURES = Path(__file__).parents[2] / "docs" / "pictures"
LARGEST = 150_000  # bytes
LAPTOP, PHONE = (1280, 900), (390, 844)
ANSWERED = 4
WHO = "Corwin Nakata"
LETTER = """Hi Corwin,

I still think of how calmly you took the spring launch apart, shelf by shelf.

Halvorsen closed my office in February, so I am out of work and looking for a demand planning job in food. \
Sorry to bother you, but you know Ostara from the inside. Which one number does the planning team look at first?

I would love to know Ostara Foods and Brightwater Dairy better. Could you introduce me to someone in your team?

If I can do something for you in return, I would be glad to.

Thank you, Corwin. No rush at all.
Dana"""


@dataclass(frozen=True, slots=True)
class Picture:
    """One page in one form."""

    page: str
    dark_phone: bool = False
    chapter: str = ""  # of the page, by the id of its heading, where it is that alone, to the end of its table

    @property
    def file(self) -> str:
        words = (self.page, self.chapter, "dark-phone" if self.dark_phone else "")
        return f"{'-'.join(filter(None, words))}.png"


PAGES = [Picture(page) for page in ("welcome", "today", "people", "replies", "progress", "brief", "ask")]
AHEAD = Picture("progress", chapter="ahead")
ALL = [*PAGES, AHEAD, Picture("today", dark_phone=True), Picture("ask", dark_phone=True)]
MARGIN = 40  # pixels around a chapter
CHAPTER = """([id, margin]) => {
    const chapter = document.querySelector(`[aria-labelledby="${id}"]`);
    const [whole, end] = [chapter, chapter.querySelector("table")].map(one => one.getBoundingClientRect());
    const begin = document.getElementById(id).getBoundingClientRect().top - margin;
    return { x: whole.left - margin, y: begin + scrollY, width: whole.width + 2 * margin,
        height: end.bottom + 16 - begin };
}"""


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as place, sync_playwright() as playwright:
        data = Path(place, "data")
        folders.whole_search(data)
        browser = launch(playwright)
        with running(data, "--port", "0", "--now", folders.NOW) as app:
            for picture in sorted(ALL, key=lambda one: one.page == "ask"):  # the letter last: it is kept once written
                take(browser, app, picture, folder)
        browser.close()


def take(browser: Browser, app: App, picture: Picture, folder: Path) -> None:
    width, height = PHONE if picture.dark_phone else LAPTOP
    with hand(browser, app, width=width, height=height, dark=picture.dark_phone) as one:
        ON_THE_WAY.get(picture.page, Hand.open)(one, f"/{picture.page}")
        one.page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
        content = small(browser, shot(one.page, picture))
    if len(content) > LARGEST:
        raise SystemExit(f"{picture.file} has {len(content):,} bytes; {LARGEST:,} are the most.")
    (folder / picture.file).write_bytes(content)
    print(f"{picture.file}: {len(content):,} bytes")


def shot(page: Page, picture: Picture) -> bytes:
    """The first screen, or a chapter wherever it stands."""
    if not picture.chapter:
        return page.screenshot()
    return page.screenshot(full_page=True, clip=page.evaluate(CHAPTER, [picture.chapter, MARGIN]))


def write(one: Hand, _: str) -> None:
    """A letter with something to mark, and what is thought of it."""
    one.open(f"/people?q={WHO.replace(' ', '+')}")
    one.click(WHO, role="link")
    one.page.wait_for_url("**/people/p*")
    one.open(f"/ask/{one.page.url.rpartition('/')[2]}?by=email")
    one.page.locator("textarea[name=text]").fill(LETTER)
    one.page.locator(".finding").nth(1).wait_for()


def answer(one: Hand, path: str) -> None:
    """Replies, after the first few have their answer: what is left is plain to see for whoever knows nothing of it."""
    for _ in range(ANSWERED):
        one.open(path)
        one.click("Not about this")
        one.page.wait_for_load_state()
    one.open(path)


ON_THE_WAY = {"ask": write, "replies": answer}

if __name__ == "__main__":
    main(Path(sys.argv[1]) if sys.argv[1:] else PICTURES)
