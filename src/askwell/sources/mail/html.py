"""HTML mail as plain text that keeps its quoting: a block a line, quotes as "> ", nothing fetched, nothing run."""

from itertools import pairwise, takewhile
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from askwell.sources.mail import words
from askwell.sources.mail.parts import MOST_TAGS
from askwell.sources.mail.quoting import DIVIDER, LONGEST_SIGNATURE, signature

_MOST_PRE = 20  # each is walked by itself, and they may be nested
_EDGE, _BREAK, _SPACE = "\x01", "\x05", "\x06"  # a block's edge (however many: one new line), a <br>, room around a <p>
_DEEPER, _HIGHER = "\x02", "\x03"
_NO_TEXT = "script,style,head,title,template,noscript,svg,math,object,select,textarea,[hidden]"
_HIDDEN = '[style*="display:none"],[style*="display: none"]'
_SIGNED = (
    ".gmail_signature,[data-smartmail=gmail_signature],#Signature,.moz-signature,.protonmail_signature_block,"
    ".yahoo-signature"
)
_MARKS = ".gmail_signature_prefix,[id^=ms-outlook-mobile-signature],.ymail_android_signature"  # "--", the device
_DIVIDERS = (
    "#divRplyFwdMsg,.OutlookMessageHeader,.yahoo_quoted,#yahoo_quoted,"
    '[style*="border-top:solid"],[style*="border-top: solid"],[style*="border-top:1pt solid"]'
)
_ROOMY = "p,h1,h2,h3,h4,h5,h6,ul,ol,table,blockquote"
_BLOCKS = "div,tr,li,hr,pre,section,article,header,footer,dt,dd,address,center"


class Shown(NamedTuple):
    """What one sees of an HTML mail, and the signature that its mail program marked as such."""

    text: str = ""
    signature: str = ""


def read(html: str, *, most_tags: int = MOST_TAGS) -> Shown:
    """The text of an HTML mail. Addresses of links to a mailbox are kept beside their words."""
    tree = LexborHTMLParser(_bounded(html, most_tags))
    body = tree.body
    if body is None:
        return Shown()
    for node in body.css(f"{_NO_TEXT},{_HIDDEN},{_MARKS}"):
        node.decompose()
    for node in body.css("br"):
        node.replace_with(_BREAK)
    _keep_lines(body)
    for node in body.css('a[href^="mailto:"]'):
        _show_address(node)
    _surround(body, _BLOCKS, _EDGE, _EDGE)
    _surround(body, _ROOMY, _EDGE + _SPACE + _EDGE, _EDGE + _SPACE + _EDGE)
    _surround(body, "td,th", "", " ")
    _surround(body, _DIVIDERS, _EDGE + DIVIDER + _EDGE, "")
    for node in body.css("blockquote"):
        if "border:none" not in (node.attributes.get("style") or "").replace(" ", ""):
            node.insert_before(_EDGE + _DEEPER + _EDGE)
            node.insert_after(_EDGE + _HIGHER + _EDGE)
    signed = _signature(body)
    for node in body.css(_SIGNED):
        node.decompose()
    return Shown(_lines(body.text()), signed)


def _signature(body: LexborNode) -> str:
    """The first that is marked, unless what is quoted begins before it: then it is somebody else's."""
    marked = body.css_first(_SIGNED)
    if marked is None:
        return ""
    before = takewhile(lambda node: node != marked, body.css(f"{_SIGNED},{_DIVIDERS},blockquote,.gmail_quote"))
    if any(before):
        return ""
    lines = _lines(marked.text()).splitlines()
    start = 1 if lines and signature(lines[0]) else 0  # Thunderbird marks its "--" as well
    return "\n".join(lines[start : start + LONGEST_SIGNATURE])


def _surround(body: LexborNode, selector: str, before: str, after: str) -> None:
    for node in body.css(selector):
        if before:
            node.insert_before(before)
        if after:
            node.insert_after(after)


def _bounded(html: str, most_tags: int) -> str:
    """Cut at the last tag that is still affordable."""
    if html.count("<") <= most_tags:
        return html
    return "<".join(html.split("<", most_tags)[:most_tags])


def _keep_lines(body: LexborNode) -> None:
    for block in body.css("pre")[:_MOST_PRE]:
        for node in list(block.traverse(include_text=True)):
            if node.is_text_node and "\n" in (node.text() or ""):
                node.replace_with((node.text() or "").replace("\n", _BREAK))


def _show_address(node: LexborNode) -> None:
    address = (node.attributes.get("href") or "")[7:].partition("?")[0].strip()
    if "@" in address and len(address) < 100 and "@" not in node.text():
        node.insert_after(f" <{address}>")


def _lines(text: str) -> str:
    out: list[str] = []
    depth = 0
    for block in text.split(_EDGE):
        depth = max(0, depth + block.count(_DEEPER) - block.count(_HIGHER))
        if _SPACE in block:
            out.append("")
            continue
        if DIVIDER in block:
            out.append(DIVIDER)
            continue
        lines = [words.clean(" ".join(line.split())).strip() for line in block.split(_BREAK)]
        if not lines[-1]:  # a <br> at the end of a block shows nothing
            lines.pop()
        out += ["> " * min(depth, 9) + line if line else "" for line in lines]
    return "\n".join(line for before, line in pairwise(["", *out]) if line or before).strip("\n")
