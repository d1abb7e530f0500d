"""The addresses of all pages. A page is loaded once it is asked for, the rest after the first one is shown."""

from django.urls import URLPattern, path

from askwell.web.view import View


def at(route: str, view: str, *, name: str | None = None, **told: str | bool) -> URLPattern:
    """An address: `view` is page and function; what is `told` is given to the function beside what the route holds."""
    return path(route, View(view), told, name=name)


def letter(start: str, name: str, **told: str) -> list[URLPattern]:
    """The page of a letter, and what can be done with it."""
    return [
        at(start, "ask.letter", name=name, **told),
        at(f"{start}/look", "ask.look", **told),
        at(f"{start}/keep", "ask.keep", **told),
        at(f"{start}/mail", "ask.out", how="mail", **told),
        at(f"{start}/copy", "ask.out", how="copy", **told),
        at(f"{start}/sent", "sent.send", **told),
        at(f"{start}/aside", "sent.aside", **told),
    ]


urlpatterns = [
    at("", "today.home", name="home"),
    at("welcome", "welcome.welcome", name="welcome"),
    at("made-up", "made_up.enter", name="made-up"),
    at("made-up/leave", "made_up.leave", name="leave-made-up"),
    # Today.
    at("today", "today.today", name="today"),
    *(at(f"today/{how}", "today_changes.aside", how=how) for how in ("later", "another", "not-this", "back")),
    *(at(f"today/{how}", "today_changes.whole_day", how=how) for how in ("easier", "rest", "wake", "pause", "resume")),
    at("today/in-person", "today_changes.in_person"),
    at("today/needless", "today_changes.needless"),
    at("today/size", "today_changes.size"),
    # What she looks for, and with whom she begins.
    at("goal", "goal.goal", name="goal"),
    at("goal/preview", "goal.preview", name="goal-preview"),
    at("goal/leave", "goal.leave", name="leave-voice"),
    at("needs", "needs.needs", name="needs"),
    at("workshop", "workshop.workshop", name="workshop"),
    at("workshop/order", "workshop.order", name="workshop-order"),
    at("workshop/add", "workshop.add", name="workshop-add"),
    at("brief", "brief.brief", name="brief"),
    at("brief.pdf", "brief.pdf", name="brief-pdf"),
    at("brief.txt", "brief.text", name="brief-text"),
    at("three-names", "three_names.three_names", name="three-names"),
    # Letters.
    *letter("ask/<str:person>", "ask", purpose="ask"),
    *letter("write/<str:purpose>/<str:person>", "write"),
    at("sent/<str:purpose>/<str:person>", "sent.sent", name="sent"),
    # People.
    at("people", "people.people", name="people"),
    at("find", "people.find", name="find"),
    at("add", "add.add", name="add"),
    at("add/<str:person>", "add.added", name="added"),
    at("twins", "twins.twins", name="twins"),
    at("twins/<str:person>", "twins.who"),
    at("twins/<str:person>/<str:other>", "twins.two"),
    at("people/<str:person>", "person.person", name="person"),
    at("people/<str:person>/tie", "person.tie"),
    *(at(f"people/<str:person>/{how}", "person.peace", how=how) for how in ("rest", "wake", "leave-out")),
    at("people/<str:person>/never", "person.never"),
    at("people/<str:person>/again", "person.again"),
    at("people/<str:person>/apart/<str:card>", "person.apart"),
    at("people/<str:person>/edit", "about.edit"),
    at("people/<str:person>/held", "about.everything"),
    at("people/<str:person>/held.json", "about.as_file"),
    at("people/<str:person>/forget", "about.forget"),
    at("sort", "sort.sort", name="sort"),
    at("sort/<str:person>", "sort.one"),
    at("sort/<str:person>/<str:other>", "sort.two"),
    # What came back.
    at("replies", "replies.replies", name="replies"),
    at("replies/answer", "replies.answer", name="answer"),
    at("replies/not-this", "replies.not_this", name="not-about-this"),
    at("replies/for-good", "replies.for_good", name="no-for-good"),
    at("replies/sure", "replies.accept", name="accept-sure"),
    at("replies/by-itself", "replies.by_itself", name="by-itself"),
    at("told", "told.whom", name="told"),
    at("told/message", "told.message", name="told-message"),
    at("told/<str:person>", "told.of", name="told-by"),
    at("told/<str:person>/outcome", "told.outcome", name="came-of-it"),
    at("thanks", "thanks.thanks", name="thanks"),
    # How it goes.
    at("progress", "progress.progress", name="progress"),
    at("progress/hide-forecast", "progress.show_forecast", shown=False),
    at("progress/show-forecast", "progress.show_forecast", shown=True),
    at("week", "week.my_week", name="week"),
    at("applications", "applications.applications", name="applications"),
    at("applications/stage", "applications.stage", name="application-stage"),
    # Files, and all that is kept.
    at("bring", "bring.bring", name="bring"),
    at("bring/<str:job>", "bring.job", name="bring-job"),
    at("bring/<str:job>/progress", "bring.progress", name="bring-progress"),
    at("bring/<str:job>/left-out.csv", "left_out.left_out", name="bring-left-out"),
    at("bring/<str:job>/in", "bring.bring_in", name="bring-in"),
    at("bring/<str:job>/me", "bring.me", name="bring-me"),
    at("bring/<str:job>/columns", "bring.columns", name="bring-columns"),
    at("bring/<str:job>/again", "bring.again", name="bring-again"),
    at("bring/<str:job>/stop", "bring.stop", name="bring-stop"),
    at("bring/<str:job>/let-go", "bring.let_go", name="bring-let-go"),
    at("connect", "connect.connect", name="connect"),
    at("connect/check", "connect.check", name="connect-check"),
    at("connect/by-itself", "connect.by_itself"),
    at("connect/new/<str:way>", "connect.new", name="connect-new"),
    at("connect/look/<str:job>", "connect.look", name="connect-look"),
    at("connect/<str:one>/password", "connect.give", name="connect-give"),
    at("connect/<str:one>/end", "connect.end"),
    at("data", "data.data", name="data"),
    at("data/copy", "data.copy"),
    at("data/go-back", "data.go_back"),
    at("data/askwell.zip", "data.take_along"),
    at("data/behave", "data.behave"),
    at("data/landed", "data.landed"),
    at("data/erase", "data.erase"),
    at("data/sign-out", "data.sign_out"),
    at("undo/<str:batch>", "undo.undo", name="undo"),
    # Every part of the pages, once.
    at("patterns", "patterns.patterns", name="patterns"),
]
