"""Addresses, profiles and phones brought to one form, so that two ways of writing one are the same."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from itertools import islice

from askwell.identity.fold import fold

_ADDRESS = re.compile(r"[^\s@<>()\[\],;:\"\\]{1,64}@[^\s@<>()\[\],;:\"\\/]{1,190}")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
_PROFILE = re.compile(r"(?:^|linkedin\.com/(?:mwlite/)?)((?:in|pub)/[^/?#\s]{1,200})", re.IGNORECASE)
_ESCAPED = re.compile(r"(?:%[0-9a-fA-F]{2})+")
_EXTENSION = re.compile(
    r"(?:;ext=|[ ,(]{0,3}(?:extension|extn|ext|x|durchwahl|dw|nst|app|anexo|ramal|poste|#)[.:]? {0,3}|,{1,3} ?)"
    r"(\d{1,6})\)? ?$",
    re.IGNORECASE,
)
_FIGURES = re.compile(r"[0-9()+./ -]*")  # a number that has no extension for sure
_NOT_DIGITS = re.compile(r"[^0-9]")
USUAL = "https://www.linkedin.com/in/"
MANY_PHONES = 2000  # numbers that are looked at for the region of an address book
FEW_REGIONS = 5
SHORTEST = 8  # digits of an international number
NORTH_AMERICA = frozenset({"US", "CA"})
# Mailboxes where full stops do not count, and those where what follows a plus does not.
DOTLESS = frozenset({"gmail.com", "googlemail.com"})
PLUS = DOTLESS | {
    "outlook.com",
    "hotmail.com",
    "live.com",
    "icloud.com",
    "me.com",
    "fastmail.com",
    "proton.me",
    "protonmail.com",
}


def address(text: str) -> str:
    """An e-mail address in lower case, without "mailto:", brackets and blanks; "" if it is none."""
    found = _INVISIBLE.sub("", text[:400]).strip().strip("<>").strip().rstrip(".").lower().removeprefix("mailto:")
    return found if _ADDRESS.fullmatch(found) else ""


def mailbox(address: str) -> str:
    """The box an address of one form leads to: at Gmail full stops and what follows a plus do not count."""
    local, at, domain = address.partition("@")
    if domain not in PLUS:
        return address if at else f"{address}@"
    local = local.partition("+")[0] or local
    if domain in DOTLESS:
        local, domain = local.replace(".", "") or local, "gmail.com"
    return f"{local}@{domain}"


@lru_cache(maxsize=65_536)
def slug(url: str) -> str:
    """The profile that a LinkedIn URL leads to, as "in/<slug>": percent-decoded, lower case; "" if it is no profile."""
    if url.startswith(USUAL) and (rest := url[len(USUAL) :]).replace("-", "").isalnum():
        return f"in/{rest.lower()}"
    found = _PROFILE.search(url[:400].strip())
    if not found:
        return ""
    told = _unescaped(found.group(1)).lower().rstrip(".,;)")
    return told if told.isascii() else unicodedata.normalize("NFC", told)


def _unescaped(text: str) -> str:
    if "%" not in text:
        return text
    return _ESCAPED.sub(lambda m: bytes.fromhex(m.group().replace("%", "")).decode("utf-8", "replace"), text)


def phone(text: str, *, region: str = "") -> str:
    """The number as +<country><number>, with ";ext=" where it has an extension; "" if it is none.

    `region` (ISO 3166 alpha-2) says what a number without country code means; without a region such a number is "".
    """
    if text[:1] == "+" and text[1:].isdigit() and text.isascii():
        return _international(text[1:])
    text = fold(text[:60]).strip().removeprefix("tel:").replace("(0)", "")
    extension = None if _FIGURES.fullmatch(text) else _EXTENSION.search(text)
    number = text[: extension.start()] if extension else text
    found = _e164(number, region.upper())
    return f"{found};ext={extension.group(1)}" if found and extension else found


def _e164(number: str, region: str) -> str:
    digits = _NOT_DIGITS.sub("", number)
    if number.startswith("+"):
        return _international(digits)
    if region in NORTH_AMERICA and len(digits) in {10, 11} and digits[-10] in "23456789":
        return f"+1{digits[-10:]}" if len(digits) == 10 or digits[0] == "1" else ""
    found = _by_library(number, region) if region and 7 <= len(digits) <= 17 else ""
    return found or (_international(digits[2:]) if digits.startswith("00") else "")


def _international(digits: str) -> str:
    """Country code and number, without the 0 that some write between the two, and the 1 of old Mexican mobiles."""
    if not 8 <= len(digits) <= 15:
        return ""
    if digits.startswith("521") and len(digits) == 13:
        return f"+52{digits[3:]}"
    return (_by_library(f"+{digits}", "") if "0" in digits[1:4] and digits[0] != "1" else "") or f"+{digits}"


@lru_cache(maxsize=20_000)
def _by_library(number: str, region: str) -> str:
    import phonenumbers

    try:
        found = phonenumbers.parse(number, region or None)
    except phonenumbers.NumberParseException:
        return ""
    if not phonenumbers.is_possible_number(found):
        return ""
    return phonenumbers.format_number(found, phonenumbers.PhoneNumberFormat.E164)


def region_of(phones: Iterable[str], *, hints: Iterable[str] = ()) -> str:
    """The region in which most numbers of an address book make sense; "" where nothing tells.

    It serves where nobody says what a number without country code means. Asked are the countries of the international
    numbers and `hints` (of the computer, say), the first hint where nothing speaks for any.
    """
    written = [text.strip()[:60] for text in islice(phones, MANY_PHONES)]
    abroad = Counter(filter(None, map(_country, written)))
    regions = list(dict.fromkeys([*filter(None, hints), *(region for region, _ in abroad.most_common(FEW_REGIONS))]))
    if len(regions) < 2 or not written:
        return next(iter(regions), "")
    home = [text for text in written if text[:1].isdigit() or text[:1] == "("]
    sense = {region: abroad[region] + sum(_is_valid(text, region) for text in home) for region in regions}
    return max(regions, key=lambda region: (sense[region], -regions.index(region)))


def _country(text: str) -> str:
    """The country of an international number; of a code that several share, the largest."""
    if not text.startswith(("+", "tel:+", "00")):
        return ""
    import phonenumbers

    digits = _NOT_DIGITS.sub("", text).removeprefix("00")
    codes = (int(digits[:n]) for n in (1, 2, 3) if len(digits) >= SHORTEST)
    code = next((code for code in codes if code in phonenumbers.COUNTRY_CODE_TO_REGION_CODE), 0)
    return str(phonenumbers.region_code_for_country_code(code)).replace("ZZ", "")


@lru_cache(maxsize=20_000)
def _is_valid(number: str, region: str) -> bool:
    import phonenumbers

    try:
        return bool(phonenumbers.is_valid_number(phonenumbers.parse(number, region)))
    except phonenumbers.NumberParseException:
        return False
