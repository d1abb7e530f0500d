"""Opening a page in her browser, where there is one that shows itself."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

OPENER = "xdg-open"
SECONDS = 5.0  # in which an opener says that it found no browser
LINUX = sys.platform.startswith("linux")


def can_open() -> bool:
    """Whether a browser with a window can be expected here; a terminal's browser would take the terminal over."""
    if sys.platform in {"win32", "darwin", "cygwin"}:
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER"))


def show(page: Path) -> bool:
    """Open a file in the browser, True where one took it. Of the file only its name stands in a command."""
    if not can_open():
        return False
    opener = shutil.which(OPENER) if LINUX and not os.environ.get("BROWSER") else None
    return _opened([opener, page.as_uri()]) if opener else _by_python(page)


def _opened(command: list[str]) -> bool:
    """What the opener or the browser says goes nowhere: the terminal is ours."""
    silent = subprocess.DEVNULL
    try:
        process = subprocess.Popen(  # noqa: S603 - the system's own opener, and a path of ours
            command, stdin=silent, stdout=silent, stderr=silent, start_new_session=True
        )
        return process.wait(timeout=SECONDS) == 0
    except subprocess.TimeoutExpired:
        return True  # some stay as long as the browser does
    except OSError:
        return False


def _by_python(page: Path) -> bool:
    import webbrowser

    try:
        return webbrowser.open(page.as_uri())
    except (webbrowser.Error, OSError):
        return False


def own_place() -> Path | None:
    """The folder of her browser's own where it may not read hidden ones; None where any folder will do.

    Ubuntu's Firefox and others come as snaps, which see nothing below `~/.local`.
    """
    asker = shutil.which("xdg-settings")
    if not LINUX or not asker or not Path("/snap").is_dir():
        return None
    try:
        said = subprocess.run(  # noqa: S603 - the system's own, and no words of others
            [asker, "get", "default-web-browser"], capture_output=True, text=True, timeout=2, check=False
        ).stdout
    except (OSError, subprocess.SubprocessError):
        return None
    return place_of(said.strip(), home=Path.home())


def place_of(browser: str, *, home: Path) -> Path | None:
    """The folder of a snap, by the name under which the desktop knows it, such as `firefox_firefox.desktop`."""
    snap, underscore, _ = browser.partition("_")
    own = home / "snap" / snap / "common"
    return own if underscore and snap and own.is_dir() else None
