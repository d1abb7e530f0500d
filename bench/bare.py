"""A bare Django page, the least a page can cost: one query, one template, the same server; for comparison with ours."""

import json
import sqlite3
import sys
from pathlib import Path

PEOPLE, SHOWN = 30_000, 50
PAGE = """<!doctype html><html lang="en"><title>People</title><h1>{{ count }} people</h1>
<ul>{% for name, company in rows %}<li>{{ name }}, {{ company }}</li>{% endfor %}</ul></html>"""


def fill(file: Path) -> None:
    """A table of 30,000 people."""
    with sqlite3.connect(file) as database:
        database.execute("CREATE TABLE IF NOT EXISTS person (id INTEGER PRIMARY KEY, name TEXT, company TEXT)")
        database.execute("DELETE FROM person")
        rows = ((f"Person {n:05}", f"Company {n % 900}") for n in range(PEOPLE))
        database.executemany("INSERT INTO person (name, company) VALUES (?, ?)", rows)


def serve(file: Path) -> None:
    """Serve the page on a free port, and say which as the program does, once it listens."""
    import django
    from django.conf import settings

    settings.configure(
        ALLOWED_HOSTS=["127.0.0.1"],
        SECRET_KEY="made up for the benchmark",
        ROOT_URLCONF=__name__,
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": file, "CONN_MAX_AGE": None}},
        TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates"}],
        LOGGING_CONFIG=None,
    )
    django.setup()
    from django.core.wsgi import get_wsgi_application
    from django.db import connection
    from django.http import HttpRequest, HttpResponse
    from django.template import engines
    from django.urls import path
    from waitress.server import create_server

    template = engines["django"].from_string(PAGE)

    def people(_: HttpRequest) -> HttpResponse:
        with connection.cursor() as cursor:
            cursor.execute("SELECT name, company FROM person ORDER BY name LIMIT %s", [SHOWN])
            rows = cursor.fetchall()
        return HttpResponse(template.render({"count": PEOPLE, "rows": rows}))

    globals()["urlpatterns"] = [path("", people)]
    server = create_server(get_wsgi_application(), host="127.0.0.1", port=0, threads=4)
    print(json.dumps({"url": f"http://127.0.0.1:{server.effective_port}/"}), flush=True)
    server.run()


if __name__ == "__main__":
    serve(Path(sys.argv[1]))
