"""The parser: every command with its options, in the seeker's words; nothing heavy is imported, so help is instant."""

import argparse
from collections.abc import Sequence
from typing import Protocol

from askwell.terminal.parser import Parser

ABOUT = """\
Askwell: the job search that asks well. Whom to ask, for what, in which words;
who helped, and what they still ought to hear. All of it stays on this computer."""

EPILOG = """\
askwell alone opens the app in your browser, where all of this is done with a
mouse. In a terminal, begin in three steps:
  askwell goals --example > goals.toml    a page to fill in, then:
  askwell goals --set goals.toml          say what you look for
  askwell import FILE…                    LinkedIn, contacts, mail, calendar
  askwell today                           whom to ask today, and in which words
Or look around first, with made-up people: askwell demo

PERSON is a name as `askwell people` shows it, an address, or an id such as p12.
Every change but `forget` can be taken back with `askwell undo`.
`askwell COMMAND -h` tells more about one command."""

PERSON = "a name, an address, or an id such as p12"
LOG = """
For what your mail does not show: a call, a talk, a letter on paper. Say with
one option or more what happened in it:

  askwell log Ana Example --help --text "begin with the figures"
  askwell log Ana Example --referral "Lee Sample"
  askwell log Ana Example --thanks

Note that `--help` after a name means: they helped you. What you read here is
what `askwell log -h` shows."""

CONNECT = """
It is only read: nothing is sent, changed, marked as read or deleted there.
What lets you in is asked for, kept in the keyring of your system, and never
written into Askwell’s data. Most providers want an app password:

  askwell connect imap you@example.com
  askwell connect carddav you@example.com --server https://dav.example.com
  askwell connect feed --name "My calendar"    its address is asked for"""

OPEN = "open"
SERVICES = ("imap", "carddav", "caldav", "feed")
CHANNELS = ("email", "linkedin", "text", "phone")
TIES = ("close", "known", "barely", "new")
STAGES = ("applied", "screen", "interview", "second", "offer", "rejected", "silent")


class Command(Protocol):
    """Adds a command to the parser."""

    def __call__(self, name: str, text: str, *, more: str = "", add_help: bool = True) -> argparse.ArgumentParser: ...


def _common() -> Parser:
    """Options that every command takes, before or after its name."""
    common = Parser(add_help=False, argument_default=argparse.SUPPRESS)
    group = common.add_argument_group("for every command")
    group.add_argument(
        "--data", metavar="DIR", help="folder that holds your data (else ASKWELL_DATA, else the usual place)"
    )
    group.add_argument("--now", metavar="INSTANT", help="act as if it were this moment, e.g. 2026-03-27T18:00Z")
    group.add_argument("--seeker", metavar="NAME", help="whose search, on a server")
    group.add_argument("--json", action="store_true", help="print JSON, for scripts")
    return common


def build_parser() -> Parser:
    common = _common()
    parser = Parser(prog="askwell", description=ABOUT, epilog=EPILOG, parents=[common])
    parser.add_argument("--version", action="store_true", help="print the version")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands", parser_class=Parser)

    def command(name: str, text: str, *, more: str = "", add_help: bool = True) -> argparse.ArgumentParser:
        found = parser.commands[name] = commands.add_parser(
            name, help=text, description=f"{text[0].upper()}{text[1:]}.\n{more}", parents=[common], add_help=add_help
        )
        return found

    _opening(command)
    _bringing(command)
    _connecting(command)
    _asking(command)
    _standing(command)
    _tending(command)
    _keeping(command)
    _texts(command)
    return parser


def _opening(command: Command) -> None:
    p = command(
        OPEN,
        "open the app in your browser; so does askwell alone",
        more="It answers on this computer alone, and stays open until you press Ctrl-C.",
    )
    p.add_argument("--no-browser", action="store_true", help="show an address and a code to type there instead")
    p.add_argument("--port", type=int, metavar="N", help="which port it uses, 0 for any (else always the same one)")


def _bringing(command: Command) -> None:
    p = command(
        "import",
        "bring in your people from files",
        more="LinkedIn export, contacts (vCard, Google), mail (mbox, eml), calendar,\napplications; folders and zips.",
    )
    p.add_argument("paths", nargs="+", metavar="PATH")
    p.add_argument("--dry-run", action="store_true", help="show the receipt, save nothing")
    p.add_argument("--left-out", metavar="FILE", help="write what did not come in into a table (CSV)")
    p.add_argument(
        "--me", action="append", default=[], metavar="ADDRESS", help="an address of your own (may be repeated)"
    )
    p.add_argument(
        "--cues",
        choices=("search", "all"),
        default="search",
        help="keep and search the text of mail since your search began, or of all mail",
    )
    p.add_argument(
        "--columns",
        action="append",
        default=[],
        metavar="WHICH",
        help="which column of an unknown table is what, e.g. name=B,email=D",
    )
    p = command("goals", "show your goals, or set them from a file")
    one = p.add_mutually_exclusive_group()
    one.add_argument("--set", metavar="FILE", dest="file", help="a TOML or JSON file; see docs/goals.md")
    one.add_argument("--example", action="store_true", help="print a page to fill in: … --example > goals.toml")
    one.add_argument("--brief", action="store_true", help="print the one page about your goals that helpers can keep")
    one.add_argument("--leave", metavar="PLACE", help="leave a remark on your status as it is, such as headline")
    p = command("brief", "the one page about your goals that helpers can keep")
    p.add_argument("--pdf", metavar="FILE", dest="file", help="save it as a PDF, with its fonts in it")
    p = command("add", "add somebody you met, in one line")
    p.add_argument("name", metavar="NAME", nargs="+")
    for option in ("email", "company", "title"):
        p.add_argument(f"--{option}", default="")
    p.add_argument("--tie", choices=TIES, help="how well you know each other")
    p.add_argument("--met", default="", metavar="WORDS", help="how you know each other, in your own words")
    p.add_argument("--new", action="store_true", help="somebody new, though somebody of that name is here")
    p = command(
        "applied",
        "note an application, or how far it has come; alone, list them",
        more='Several words stand in quotation marks:\n  askwell applied "Cobalt Credit Union" "Team Lead"',
    )
    p.add_argument("company", metavar="COMPANY", nargs="?")
    p.add_argument("title", metavar="TITLE", nargs="?")
    p.add_argument("--status", choices=STAGES, default="applied", help="how far it has come (applied)")


def _connecting(command: Command) -> None:
    p = command("connect", "connect your mail, contacts or calendar, to be read and never changed", more=CONNECT)
    p.add_argument("service", choices=SERVICES, help="mail, contacts, calendars, or a calendar by its address")
    p.add_argument("address", metavar="ADDRESS", nargs="?", help="your own e-mail address there")
    p.add_argument("--server", default="", metavar="SERVER", help="its server, where Askwell does not know it")
    p.add_argument("--user", default="", metavar="NAME", help="the name to sign in with, if it is not the address")
    p.add_argument("--name", default="", metavar="WORDS", help="what you call it")
    p.add_argument("--token", action="store_true", help="sign in with a token of OAuth 2 (XOAUTH2), which is not kept")
    p.add_argument("--ask-each-time", action="store_true", help="do not keep the password")
    p.add_argument("--stdin", action="store_true", help="take it from standard input, for scripts")
    p = command("sync", "read what is new in your connected mail, contacts and calendars")
    p.add_argument("names", nargs="*", metavar="NAME", help="only these (see `askwell connections`)")
    p.add_argument("--new-password", action="store_true", help="give another password, where the one before is wrong")
    p.add_argument("--stdin", action="store_true", help="take the password from standard input, for scripts")
    command("connections", "what is connected, and when it was last checked")
    p = command("disconnect", "end a connection; what was read from it stays")
    p.add_argument("names", nargs="+", metavar="NAME")


def _asking(command: Command) -> None:
    p = command("today", "your day: whom to thank, whom to write to, whom to ask, and with which words")
    p.add_argument("--all", action="store_true", dest="everything", help="everything, not only what fits a day")
    p = command("ask", "a draft for one person, read against the seven tips")
    p.add_argument("person", metavar="PERSON", nargs="+", help=PERSON)
    p.add_argument("--need", type=int, metavar="N", help="which of your needs, from 1 (see `askwell goals`)")
    p.add_argument("--channel", choices=CHANNELS, help="else the one that suits: what is known of them, how close")
    p = command("sent", "note that you sent an ask")
    p.add_argument("person", metavar="PERSON", nargs="+", help=PERSON)
    p.add_argument("--guess", choices=("yes", "no"), help="your own guess: will they say yes?")
    p.add_argument("--need", type=int, metavar="N", help="which of your needs, from 1")
    p.add_argument("--channel", choices=CHANNELS, help="how you sent it, else by what is known of them")
    p.add_argument("--text", default="", metavar="WORDS", help="what you wrote")
    p = command("replies", "what was noticed in your mail, for your yes or no")
    p.add_argument("--accept", choices=("sure", "all"), help="say yes to the sure ones, or to all")
    p.add_argument("--yes", action="extend", nargs="+", default=[], metavar="ID", help="it is so (several ids do too)")
    p.add_argument("--no", action="extend", nargs="+", default=[], metavar="ID", help="it is not so")
    _log(command("log", "note what happened elsewhere: a call, a talk, a letter", more=LOG, add_help=False))


def _log(p: argparse.ArgumentParser) -> None:
    p.add_argument("person", metavar="PERSON", nargs="*", help=PERSON)
    p.add_argument("-h", action="help", help="show this help")
    p.add_argument("--channel", choices=(*CHANNELS, "meeting"), default="phone", help="how it was (phone)")
    p.add_argument("--direction", choices=("in", "out", "both"), default="both", help="from them, to them, or both")
    p.add_argument("--text", default="", metavar="WORDS", help="what was said, in your words")
    p.add_argument("--help", action="store_true", dest="helped", help="they gave you information, advice or feedback")
    p.add_argument("--referral", metavar="NAME", help="they named somebody to talk to")
    p.add_argument("--new", action="store_true", help="the one they named is nobody here of a like name")
    p.add_argument(
        "--kind", choices=("name", "use-my-name", "introduction", "forwarded", "employee-referral"), default="name"
    )
    p.add_argument("--offer", action="store_true", help="they offered to do something later")
    p.add_argument("--decline", action="store_true", help="they said no, or not now")
    p.add_argument("--thanks", action="store_true", help="you thanked them")
    p.add_argument("--closed", action="store_true", help="you told them what came of it")
    p.add_argument("--given", action="store_true", help="you did something for them")
    p.add_argument("--outcome", metavar="WORDS", help="what their help led to")


def _standing(command: Command) -> None:
    p = command("people", "the people of your network, and how each can help")
    p.add_argument("query", nargs="*", metavar="QUERY", help="an id, or words of a name, company, title or address")
    command("referrals", "who referred you to whom, and how far it has come")
    p = command("promises", "what you owe to whom, and what you have kept")
    p.add_argument("--owed", action="store_true", help="only what is still owed")
    command("progress", "where you stand: referrals of 100, asks, answers, help")


def _tending(command: Command) -> None:
    p = command("drop", "let go of a promise")
    p.add_argument("promise", metavar="PROMISE", help="its id, or the beginning of it (see `askwell promises`)")
    p.add_argument("--because", required=True, metavar="WORDS", help="why; for yourself")
    p = command("rest", "leave somebody in peace for a while")
    p.add_argument("person", metavar="PERSON", nargs="+", help=PERSON)
    p.add_argument("--days", type=int, default=90, help="how many days from today (90); 0 ends the rest")
    p.add_argument("--for-ever", action="store_true", help="without an end: no new asks, though thanks and news go on")
    p.add_argument("--never", action="store_true", help="in peace for good: no letter of any kind, whatever comes")
    p.add_argument("--again", action="store_true", help="they may be written to again, whatever was said before")
    p = command("merge", "say that two are the same person, or that they are not")
    p.add_argument("one", metavar="A", help=f"{PERSON}; the one that stays")
    p.add_argument("other", metavar="B")
    p.add_argument("--not-same", action="store_true", help="they are two people: never ask about these two again")
    p = command("unmerge", "say that they are not the same person after all")
    p.add_argument("person", metavar="PERSON", nargs="+", help=PERSON)
    p.add_argument("--card", metavar="ID", help="which of their cards is somebody else (see `askwell people PERSON`)")
    command("landed", "you have a job: a note to every helper is prepared")
    command("pause", "rest your search; call it again to go on")
    p = command("forget", "erase everything held about one person; this can’t be undone")
    p.add_argument("person", metavar="PERSON", nargs="+", help=PERSON)
    p.add_argument("--yes", action="store_true", help="do not ask again")


def _keeping(command: Command) -> None:
    p = command("undo", "take back the last change, or one you name")
    p.add_argument("batch", nargs="?", metavar="BATCH", help="its id, as it was told with the change, such as b12")
    p = command("export", "take everything along: JSON, vCard and CSV")
    p.add_argument("folder", metavar="DIR")
    command("backup", "make a copy now, opened and checked")
    p = command("restore", "go back to a copy")
    p.add_argument("file", metavar="FILE")
    command("doctor", "look after the data: is everything whole?")
    p = command(
        "demo",
        "look around with made-up people",
        more="`askwell demo` shows Today of a made-up search;\n`askwell demo COMMAND …` runs any command on it.",
    )
    p.add_argument("--fresh", action="store_true", help="begin the made-up search anew")
    p.add_argument("--seed", type=int, default=7)
    p.add_argument("rest", nargs=argparse.REMAINDER, metavar="COMMAND …")


def _texts(command: Command) -> None:
    p = command("check", "read a draft against the seven tips; stores nothing")
    p.add_argument("file", nargs="?", metavar="FILE", help="else standard input")
    p.add_argument("--jsonl", action="store_true", help="one JSON object a line")
    p.add_argument("--kind", choices=("ask", "nudge", "thanks", "close-loop", "referred", "landed"), default="ask")
    p.add_argument("--tie", choices=TIES, default="known")
    p.add_argument("--status", choices=("in-transition", "employed"), default="in-transition")
    p.add_argument("--channel", choices=CHANNELS, default="email")
    p = command("detect", "what messages tell: referrals, help, thanks …; stores nothing")
    p.add_argument("paths", nargs="+", metavar="PATH")
    p.add_argument("--me", action="append", required=True, metavar="ADDRESS")
    p.add_argument("--jsonl", action="store_true", help="one JSON object a line")
    p = command("suggest", "rank the contacts of a JSON file for its goals; stores nothing")
    p.add_argument("file", metavar="FILE")


def parse(argv: Sequence[str] | None) -> argparse.Namespace:
    """The options as a namespace; common ones always present. Exits with 2 on wrong usage."""
    parser = build_parser()
    args, rest = parser.parse_known_args(argv)
    command = parser.of(args.command)
    if rest:
        command.leftover(rest)
    if args.command is None:
        args.command, args.no_browser, args.port = OPEN, False, None
    for name, default in (("data", None), ("now", None), ("seeker", None), ("json", False)):
        if not hasattr(args, name):
            setattr(args, name, default)
    for name in ("person", "name", "query"):
        if isinstance(getattr(args, name, None), list):
            setattr(args, name, " ".join(getattr(args, name)))
    if args.command == "log" and not args.person:
        if args.helped:
            command.print_help()
            command.exit()
        command.error("name the PERSON")
    if args.command == "applied" and args.company and not args.title:
        command.error("name the COMPANY and the TITLE")
    return args
