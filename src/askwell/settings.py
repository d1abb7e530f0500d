"""Django's settings. Two variables steer them: ASKWELL_DATA (a folder) and ASKWELL_DATABASE_URL (PostgreSQL)."""

import os
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, quote, unquote, urlsplit

SECRET_KEY = os.urandom(32).hex()  # of this process; the pages sign with the one kept in the data folder
DEBUG = False
USE_TZ = True
USE_I18N = False
TIME_ZONE = "UTC"
INSTALLED_APPS = ["askwell.store"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
LOGGING_CONFIG = None  # nothing is logged: a log could hold names and texts

# The pages.
ROOT_URLCONF = "askwell.urls"
WEB = Path(__file__).parent / "web"
MIDDLEWARE = [  # first what lets in, then what knows who is there
    "askwell.web.door.guard.Guard",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "askwell.web.door.signing_in.Door",
    "django.middleware.csrf.CsrfViewMiddleware",
    "askwell.web.visit.Visit",
]
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]  # with our port, which the guard looks at
SESSION_ENGINE = "askwell.web.door.sessions"
SESSION_COOKIE_SAMESITE = "Strict"
SESSION_COOKIE_HTTPONLY = True
CSRF_USE_SESSIONS = True
CSRF_FAILURE_VIEW = "askwell.web.door.forms.stale"
STATIC_URL = "/static/"
STATIC_ROOT = WEB / "static"
WHITENOISE_ALLOW_ALL_ORIGINS = False  # fonts too are for our own pages
WHITENOISE_IMMUTABLE_FILE_TEST = r"/[0-9a-f]{12}/"  # the edition of all files, see web/door/application.py
DATA_UPLOAD_MAX_NUMBER_FILES = 20_000  # a folder of mail is many files
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [WEB / "templates"],
        "OPTIONS": {
            "builtins": ["askwell.web.templatetags.askwell"],
            "context_processors": ["django.template.context_processors.csrf"],
        },
    }
]

FILE = "askwell.db"
BUSY_SECONDS = 10
# A rollback journal keeps one complete file whenever nobody writes; readers are never blocked by a spilled cache.
PRAGMAS = "PRAGMA journal_mode=DELETE;PRAGMA synchronous=EXTRA;PRAGMA cache_spill=OFF;PRAGMA fullfsync=1;"


def data_folder() -> Path:
    """The folder of the seeker's data: ASKWELL_DATA, else where the platform keeps such things."""
    said = os.environ.get("ASKWELL_DATA")
    if said:
        return Path(said)
    import platformdirs

    return Path(platformdirs.user_data_dir("askwell", appauthor=False))


def database(data: Path, url: str = "") -> dict[str, Any]:
    """Django's description of the database: PostgreSQL if `url` names one, else the file in `data`."""
    return _server(url) if url else embedded(data / FILE)


def embedded(file: Path) -> dict[str, Any]:
    """An SQLite file that must exist: a lost database never comes back as an empty one (mode=rw)."""
    return {
        "ENGINE": "askwell.store.engines.sqlite",
        "NAME": f"file:{quote(str(file.absolute()))}?mode=rw",
        "OPTIONS": {"timeout": BUSY_SECONDS, "transaction_mode": "IMMEDIATE", "init_command": PRAGMAS},
    }


def is_server(url: str) -> bool:
    """Whether a URL names a database on a PostgreSQL server."""
    parts = urlsplit(url)
    return parts.scheme in {"postgres", "postgresql"} and len(parts.path) > 1 and _port(url) is not None


def _port(url: str) -> str | None:
    """The port of a URL, "" where it names none, None where it is no number."""
    try:
        return str(urlsplit(url).port or "")
    except ValueError:
        return None


def _server(url: str) -> dict[str, Any]:
    parts = urlsplit(url)
    return {
        "ENGINE": "askwell.store.engines.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": _port(url) or "",
        "OPTIONS": {"connect_timeout": BUSY_SECONDS, **dict(parse_qsl(parts.query))},
    }


# Which database it is, `store.setup` says for each thread; a thread that opened none reaches none.
DATABASES: dict[str, dict[str, Any]] = {}
