"""HTML mail as text: lines as one sees them, quotes marked, scripts and hidden parts gone, and nothing fetched."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.bounds import bounded

from askwell.sources.mail.html import read
from askwell.sources.mail.quoting import DIVIDER


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("Hello<br>Dana", "Hello\nDana"),
        ("<div>one</div><div>two</div>", "one\ntwo"),
        ("<div>one</div><div><br></div><div>two</div>", "one\n\ntwo"),
        ("<p>one</p><p>two<br></p>", "one\n\ntwo"),
        ("He<b>ll</b>o\n  there", "Hello there"),
        ("<ul><li>a<li>b</ul>after", "a\nb\n\nafter"),
        ("<table><tr><td>a</td><td>b</td></tr></table>", "a b"),
        ("<pre>a\n b</pre>", "a\nb"),
        ("a&nbsp;&lt;b&gt;&amp;", "a <b>&"),
        ("<blockquote>old<br>older</blockquote>new", "> old\n> older\n\nnew"),
        ("<blockquote>old<blockquote>older</blockquote></blockquote>", "> old\n\n> > older"),
        ('<blockquote style="margin:0 0 0 40px;border:none;padding:0px">indented</blockquote>', "indented"),
        ('<a href="mailto:lee@x.example?subject=hi">Lee</a>', "Lee <lee@x.example>"),
        ('<a href="mailto:lee@x.example">lee@x.example</a>', "lee@x.example"),
        ('<a href="https://x.example">here</a>', "here"),
        ('mine<div class="gmail_signature">Jane<br>CEO</div>', "mine"),
        ("<title>t</title><style>b{}</style>x<script>alert(1)</script>", "x"),
        ('<div style="display:none">preview</div>x', "x"),
        ('mine<div id="divRplyFwdMsg">From: a</div>', f"mine\n{DIVIDER}\nFrom: a"),
        ("", ""),
        ("plain", "plain"),
    ],
)
def test_html_reads_as_one_sees_it(html: str, text: str) -> None:
    assert read(html).text == text


HOSTILE_MARKUP = [
    "<script>fetch('http://x.example')</script>",
    "<img src=http://x.example/a.png onerror=alert(1)>",
    "<svg onload=alert(1)><text>x</text></svg>",
    "<meta http-equiv=refresh content='0;url=http://x.example'>",
    "<p style='background:url(http://x.example)'></p>",
    "<form action=http://x.example><input name=a></form>",
    "<base href=http://x.example><link rel=stylesheet href=a.css><iframe src=http://x.example></iframe>",
    "<object data=http://x.example></object><embed src=x><noscript>y</noscript><template>z</template>",
]


@pytest.mark.parametrize("markup", HOSTILE_MARKUP)
def test_what_could_run_or_call_home_leaves_no_trace(markup: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("nothing may be fetched")

    monkeypatch.setattr("socket.socket.connect", refuse)
    assert read(f"before {markup} after").text.split() == ["before", "after"]


@pytest.mark.parametrize(
    "seed",
    [
        "<div>",
        "<blockquote>",
        "<b><p>",
        "<table><tr><td>",
        "<a href='mailto:a@x.example'>",
        "<",
        "&#1;",
        "<pre>\n",
        "<br>",
    ],
)
def test_hostile_nesting_of_700_kb_takes_bounded_time(seed: str) -> None:
    with bounded():
        read((seed * (700_000 // len(seed)))[:700_000])


@given(st.text(st.sampled_from("<>/=\"' abdipqrv&#;\n!-\x00\x01\x02")))
def test_nothing_raises_and_no_control_character_comes_out(html: str) -> None:
    assert not set(read(html).text.replace(DIVIDER, "")) & set("\x00\x01\x02\x03\x05\x06")


@pytest.mark.parametrize(
    ("html", "signature"),
    [
        ('Hi<div class="gmail_signature"><b>Jane Roe</b><br>Planner</div>', "Jane Roe\nPlanner"),
        ('Hi<div id="Signature">Jane</div><div id="divRplyFwdMsg">From</div><div id="Signature">Lee</div>', "Jane"),
        ('Hi<blockquote>old<div class="gmail_signature">Lee</div></blockquote>', ""),
        ('Hi<div id="divRplyFwdMsg">From: Lee</div>old<div id="Signature">Lee</div>', ""),
        ('Hi<span class="gmail_signature_prefix">-- </span><div class="gmail_signature">Jane</div>', "Jane"),
        ('Hi<div class="moz-signature">-- <br>Jane<br>CEO</div>', "Jane\nCEO"),
        ('Hi<div id="ms-outlook-mobile-signature">Get Outlook for iOS</div>', ""),
        ('Hi<div class="moz-signature">' + "line<br>" * 500 + "</div>", "\n".join(["line"] * 15)),
    ],
)
def test_the_signature_that_is_marked_stands_apart_if_it_is_the_senders_own(html: str, signature: str) -> None:
    assert read(html).signature == signature
    assert not signature or signature not in read(html).text
