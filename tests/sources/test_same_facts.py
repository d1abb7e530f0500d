"""One person in the old and the new Google table and in vCards of three versions: the same facts, and one person."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from askwell import sources
from askwell.domain.people import Card, Origin
from askwell.identity import handles
from askwell.identity.join import join
from askwell.sources import walk

OLD_HEAD = (
    "Name,Given Name,Additional Name,Family Name,Nickname,Maiden Name,Notes,Group Membership,E-mail 1 - Type,"
    "E-mail 1 - Value,E-mail 2 - Type,E-mail 2 - Value,Phone 1 - Type,Phone 1 - Value,Phone 2 - Type,Phone 2 - Value,"
    "Organization 1 - Type,Organization 1 - Name,Organization 1 - Title,Website 1 - Type,Website 1 - Value"
)
OLD_ROW = (
    "Jürgen Müller-Okafor,Jürgen,,Müller-Okafor,Jo,Kern,Met at the fair,* myContacts ::: Friends,"
    "* Home,Jo@Example.com ::: jo.m@example.net,Work,jo@acme.example,Mobile,(414) 555-0100 ::: +1 414 555 0101,"
    'Work,414-555-0102 x22,,"Acme, Inc.",Planner,,https://example.com/blog ::: https://www.linkedin.com/in/jo-mueller'
)
NEW_HEAD = (
    "First Name,Middle Name,Last Name,Nickname,Maiden Name,File As,Organization Name,Organization Title,Notes,Labels,"
    "E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value,"
    "Phone 2 - Label,Phone 2 - Value,Website 1 - Label,Website 1 - Value,Website 2 - Label,Website 2 - Value"
)
NEW_ROW = (
    'Jürgen,,Müller-Okafor,Jo,Kern,,"Acme, Inc.",Planner,Met at the fair,* myContacts ::: Friends,* Home,'
    "Jo@Example.com ::: jo.m@example.net,Work,jo@acme.example,Mobile,(414) 555-0100 ::: +1 414 555 0101,"
    "Work,414-555-0102 x22,Blog,https://example.com/blog,LinkedIn,https://www.linkedin.com/in/jo-mueller"
)
TWO_ONE = """BEGIN:VCARD
VERSION:2.1
N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller-Okafor;J=C3=BCrgen;;;
FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:J=C3=BCrgen M=C3=BCller-Okafor
NICKNAME:Jo
X-MAIDENNAME:Kern
ORG:Acme, Inc.;Planning
TITLE:Planner
TEL;CELL:(414) 555-0100
TEL;CELL:+1 414 555 0101
TEL;WORK;VOICE:414-555-0102 x22
EMAIL;INTERNET;PREF:Jo@Example.com
EMAIL;INTERNET:jo.m@example.net
EMAIL;INTERNET;WORK:jo@acme.example
URL;HOME:https://example.com/blog
URL;WORK:https://www.linkedin.com/in/jo-mueller
NOTE;ENCODING=QUOTED-PRINTABLE:Met at=
 the fair
END:VCARD
"""
THREE = """BEGIN:VCARD
VERSION:3.0
N:Müller-Okafor;Jürgen;;;
FN:Jürgen Müller-Okafor
NICKNAME:Jo
X-MAIDENNAME:Kern
ORG:Acme\\, Inc.;Planning
TITLE:Planner
TEL;TYPE=CELL:(414) 555-0100
TEL;TYPE=CELL:+1 414 555 0101
TEL;TYPE=WORK:414-555-0102 x22
EMAIL;TYPE=INTERNET,PREF:Jo@Example.com
item1.EMAIL;TYPE=INTERNET:jo.m@example.net
EMAIL:jo@acme.example
item2.URL;TYPE=pref:https://www.linkedin.com/in/jo-mueller
NOTE:Met at the fair
END:VCARD
"""
FOUR = """BEGIN:VCARD
VERSION:4.0
N:Müller-Okafor;Jürgen;;;
FN:Jürgen Müller-Okafor
NICKNAME:Jo
X-MAIDENNAME:Kern
ORG:Acme\\, Inc.;Planning
TITLE:Planner
TEL;VALUE=uri;TYPE="voice,cell":tel:(414) 555-0100
TEL;VALUE=uri:tel:+1-414-555-0101
TEL;VALUE=uri:tel:+1-414-555-0102;ext=22
EMAIL:mailto:Jo@Example.com
EMAIL:jo.m@example.net
EMAIL:jo@acme.example
SOCIALPROFILE;SERVICE-TYPE=LinkedIn:https://www.linkedin.com/in/jo-mueller
NOTE:Met at the fair
END:VCARD
"""
FILES = {
    "old.csv": f"{OLD_HEAD}\n{OLD_ROW}\n",
    "new.csv": f"{NEW_HEAD}\n{NEW_ROW}\n",
    "2.1.vcf": TWO_ONE.replace("\n", "\r\n"),
    "3.0.vcf": THREE,
    "4.0.vcf": FOUR,
}


def read(folder: Path, name: str) -> Card:
    file = folder / name
    file.write_text(FILES[name], encoding="utf-8")
    (found,) = walk.find([file])
    (card,) = sources.read(found, region="US", zone="UTC", text_since=None).cards
    return card


@pytest.mark.parametrize("name", FILES)
def test_every_format_tells_the_same_facts(tmp_path: Path, name: str) -> None:
    card = read(tmp_path, name)
    assert (card.name, card.given, card.family) == ("Jürgen Müller-Okafor", "Jürgen", "Müller-Okafor")
    assert (card.nickname, card.maiden, card.note) == ("Jo", "Kern", "Met at the fair")
    assert (card.company, card.title) == ("Acme, Inc.", "Planner")
    assert card.emails == ("jo@example.com", "jo.m@example.net", "jo@acme.example")
    phones = [handles.phone(phone, region="US") for phone in card.phones]
    assert phones == ["+14145550100", "+14145550101", "+14145550102;ext=22"]
    assert card.url == "https://www.linkedin.com/in/jo-mueller"


@pytest.mark.parametrize("version", ["2.1", "3.0", "4.0"])
def test_a_comma_ends_no_text(tmp_path: Path, version: str) -> None:
    lines = ["BEGIN:VCARD", f"VERSION:{version}", "FN:Roe, Jane", "TITLE:Planner, Supply", "ORG:Acme, Inc."]
    lines += ["NOTE:likes chess, jazz\\, tea", "NICKNAME:Jo,Janie", "CATEGORIES:a,b", "END:VCARD", ""]
    (tmp_path / "a.vcf").write_text("\n".join(lines))
    (found,) = walk.find([tmp_path / "a.vcf"])
    (card,) = sources.read(found, region="US", zone="UTC", text_since=None).cards
    assert (card.name, card.title, card.note) == ("Roe, Jane", "Planner, Supply", "likes chess, jazz, tea")
    assert (card.company, card.nickname, card.groups) == ("Acme, Inc.", "Jo", ("a", "b"))


@pytest.mark.parametrize("kept", ["emails", "phones", "url", "company"])
def test_each_fact_alone_joins_all_formats(tmp_path: Path, kept: str) -> None:
    told: dict[str, Any] = {"emails": (), "phones": (), "url": "", "company": ""}
    cards = [read(tmp_path, name) for name in FILES]
    bare = [replace(card, **{name: empty for name, empty in told.items() if name != kept}) for card in cards]
    apart = [replace(card, origin=Origin("x", at), key=str(at)) for at, card in enumerate(bare)]
    assert set(join(apart, region="US").people) == {0}
