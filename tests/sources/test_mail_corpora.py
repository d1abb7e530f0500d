"""Mail and replies by others: all are read, and nearly all give the new text that their authors expect."""

from pathlib import Path

import pytest

from askwell.domain.people import Origin
from askwell.sources import mail
from askwell.sources.mail import reply
from askwell.sources.mail.parts import MOST_TEXT

ALFONSRV, GITHUB = "alfonsrv+mail-parser-reply/test/emails", "github+email_reply_parser/test/emails"

# Words that the authors' own tests find in the newest reply, and words that belong to older ones.
# Sign-offs are theirs to cut and ours to keep, for they tell who writes.
EXPECTED: dict[str, list[tuple[str, str]]] = {
    ALFONSRV: [
        ("email_1_1 Hi folks", "riak-users"),
        ("email_1_3 Having the function", "Russell Brown"),
        ("email_1_4 another problem", "defunkt<reply"),
        ("email_1_5 for a while.", ""),
        ("email_1_6 proper rendering", "reply@reply"),
        ("email_1_7 :+1:", "notifications@"),
        ("email_1_8 and under this.", ""),
        ("email_2_1 Outlook with a reply", "mail-noreply"),
        ("email_2_2 directly above line", "Google"),
        ("email_2_3 using unusual format", "tale aliquam"),
        ("email_3_1 nothing too hard here!", "second test reply"),
        ("email_headers_no_delimiter And another reply!", "A reply"),
        ("email_sent_from_iPhone Here is another email", "iPhone"),
        ("email_sent_from_multi_word_mobile_device Here is another email", "Verizon"),
        ("email_sent_from_BlackBerry Here is another email", "BlackBerry"),
        ("email_sent_from_not_signature Sent from my desk, is much easier", ""),
        ("email_ja_1_1 こんにちは", ""),
        ("email_ja_1_2 それでは 11:00 にお待ちしております。", "かしこまりました"),
        ("email_nl_1_1 Hallo allemaal", "riak-gebruikers"),
        ("email_nl_1_2 Outlook met een antwoord", "mail-noreply"),
        ("email_pl_1_1 Czesc Anno", ""),
        ("email_pl_1_2 Jak się masz?", "Wszystko w"),
        ("email_pl_1_3 Jan", ""),
        ("begins_with_signature Thank you, Sonya", "Cody Hart"),
        ("email_swedish_1 Ursäkta mitt sena svar!", "Hej Person B"),
        ("email_swedish_2 Hello Anna,", ""),
        ("email_sv_anon_1 Berättar gärna.", "Kan inte se"),
        ("email_danish_1 Hej Peter,", "Hej Anders,"),
        ("email_danish_2 Jeg har modtaget filerne.", "Her er filerne"),
        ("email_danish_3 Svar.", "skrev"),
        ("email_danish_4 Svar.", "Oprindelig"),
        ("email_danish_5 Svar.", ""),
        ("email_bullets and another", "wrote:"),
        ("email_gmail This is a test", "wrote:"),
        ("email_one_is_not_on One outstanding question I had:", "wrote:"),
        ("email_partial_quote_header On your remote host", "George Plymale wrote"),
        ("correct_sig this is an email", "rick"),
        ("email_sig_delimiter_in_middle_of_line kthxbai", ""),
        ("greedy_on On your remote host", "wrote:"),
        ("pathological get back to a computer.", "John Sullivan"),
        ("caution Hi lads's Team", "CAUTION"),
        ("caution2 My order is time sensitive.", "The information contained"),
        ("multi_header start a new order", "From:"),
        ("multiline_on asd", "John Doe"),
        ("multiline_on_de Am heutigen Tage", "schrieb"),
        ("outlook My number is", "Get Outlook"),
        ("forward Can I get 1 Arrival Notice", ""),
    ],
    GITHUB: [
        ("email_1_1 Hi folks", "riak-users"),
        ("email_1_2 would do it.", "best way to clear"),
        ("email_1_3 Having the function", "Russell Brown"),
        ("email_1_4 another problem", "defunkt<reply"),
        ("email_1_5 for a while.", ""),
        ("email_1_6 proper rendering", "reply@reply"),
        ("email_1_7 :+1:", "notifications@"),
        ("email_1_8 and under this.", ""),
        ("email_2_1 Outlook with a reply", "mail-noreply"),
        ("email_2_2 directly above line", "Google"),
        ("email_2_3 directly above line", "Google"),
        ("email_BlackBerry Here is another email", "BlackBerry"),
        ("email_iPhone Here is another email", "iPhone"),
        ("email_multi_word_sent_from_my_mobile_device Here is another email", "Verizon"),
        ("email_sent_from_my_not_signature Sent from my desk", ""),
        ("email_bullets and another", "wrote:"),
        ("email_long_quote Hi folks", ""),
        ("email_one_is_not_on One outstanding question", "wrote:"),
        ("email_sig_delimiter_in_middle_of_line kthxbai", ""),
        ("correct_sig this is an email", "rick"),
        ("greedy_on On your remote host", "wrote:"),
        ("pathological get back to a computer.", "John Sullivan"),
    ],
}  # fmt: skip
# Three texts whose own header block stands on top: what is below it counts as an older message.
MISSED = {"email_pl_1_1", "email_pl_1_2", "email_pl_1_3"}


@pytest.mark.parametrize("folder", EXPECTED)
def test_replies_by_others_give_the_new_text_their_authors_expect(corpora: Path, folder: str) -> None:
    expected = EXPECTED[folder]
    assert {words.partition(" ")[0] for words, _ in expected} == {p.stem for p in (corpora / folder).glob("*.txt")}
    missed = set()
    for words, older in expected:
        name, _, newest = words.partition(" ")
        text = (corpora / folder / f"{name}.txt").read_text(encoding="utf-8")
        new = reply.split(text[:MOST_TEXT]).new
        if newest not in new or (older and older in new):
            missed.add(name)
    assert missed == (MISSED if folder == ALFONSRV else set())


def test_all_mail_by_others_is_read(corpora: Path) -> None:
    files = sorted((corpora / "mikel+mail").rglob("*.eml"))
    assert len(files) == 103
    refused = {}
    for path in files:
        try:
            mail.read_message(path.read_bytes(), origin=Origin(path.name, 1))
        except (mail.Unreadable, mail.LeftOut) as refusal:
            refused[path.name] = refusal.reason
    assert refused == {"bad_encoded_subject.eml": "it names no sender"}
