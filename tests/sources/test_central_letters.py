"""Tables of Central Europe come in with their letters, and those of Western Europe and of the Mac keep theirs."""

import pytest

from askwell.sources.central_letters import code_of
from askwell.sources.tables import decode

POLISH = "Imię;Nazwisko;Firma\nŁukasz;Wójcik;Zakład\nŻaneta;Źrebiec;Zakład\nMałgorzata;Świątek;Kraków\n"
CZECH = "Jméno;Příjmení;Firma\nJiří;Dvořák;Závod\nZdeněk;Procházka;Závod\nKateřina;Veselá;Plzeň\n"
HUNGARIAN = "Név;Cég\nGyőző Szűcs;Erdőmű\nLászló Kovács;Hűtőgép\n"
GERMAN = "Vorname;Nachname\nJörg;Müller\nÄnne;Groß\nRené;Weiß\n"
FRENCH = "Prénom;Nom\nHélène;Lefèvre\nFrançois;Bêche\nZoë;Noël\n"
QUOTED = "Name,Notes\nAnn Roe,“likes tea” – and cake…\nTom Lee,it’s Zoë’s friend\n"
MIXED = "Name;Ort\nJosé Núñez;Málaga\nJörg Groß;Köln\nSøren Ågård;Århus\nJoão Simões;São Paulo\nNiccolò Già;Forlì\n"


@pytest.mark.parametrize("text", [POLISH, CZECH, HUNGARIAN])
@pytest.mark.parametrize("code", ["cp1250", "iso8859-2"])
def test_central_europe_keeps_its_letters(text: str, code: str) -> None:
    assert decode(text.encode(code)) == text


@pytest.mark.parametrize("text", [GERMAN, FRENCH, MIXED, QUOTED])
@pytest.mark.parametrize("code", ["cp1252", "mac_roman"])
def test_western_europe_is_never_taken_for_it(text: str, code: str) -> None:
    assert code_of(text.encode(code)) == ""


@pytest.mark.parametrize("text", [GERMAN, FRENCH, MIXED, QUOTED])
def test_western_tables_come_in_as_before(text: str) -> None:
    assert decode(text.encode("cp1252")) == text


def test_cyrillic_and_greek_are_none_of_both() -> None:
    assert code_of("Имя;Фамилия\nИван;Петров\nЖанна;Щербак\n".encode("cp1251")) == ""
    assert code_of("Όνομα;Επώνυμο\nΓιώργος;Παπαδόπουλος\n".encode("cp1253")) == ""
    assert code_of(b"plain") == ""
