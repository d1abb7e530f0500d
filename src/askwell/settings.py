"""Django's settings. Two variables steer them: ASKWELL_DATA (a folder) and ASKWELL_DATABASE_URL (PostgreSQL)."""

import os
from pathlib import Path

import platformdirs

DATA = Path(os.environ.get("ASKWELL_DATA") or platformdirs.user_data_dir("askwell", appauthor=False))

SECRET_KEY = "made anew for each installation once there are pages"  # noqa: S105 - nothing is signed yet
DEBUG = False
USE_TZ = True
TIME_ZONE = "UTC"
INSTALLED_APPS = ["askwell.store"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": str(DATA / "askwell.db")}}
