"""Bank accounts and payment cards. Their check digits are verified, so that other long numbers stay."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator
from typing import Final

from .model import SPACE, Found, Kind

# Length of an IBAN by country: SWIFT, IBAN Registry, release 99.
_LENGTHS: Final = {
    country: int(length)
    for country, length in re.findall(
        r"([A-Z]{2})(\d{2})",
        """AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29
        ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20
        LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29
        PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20
        YE30""",
    )
}
_SIGNS: Final = rf"[{SPACE}-]"
_IBAN_START: Final = re.compile(r"(?<![^\W_])(?:[A-Z]{2}|[a-z]{2})[0-9]{2}")
_IBAN_REST: Final = re.compile(rf"(?:{_SIGNS}?[A-Za-z0-9]){{11,30}}")
_BY_FOUR: Final = re.compile(rf"\w{{4}}(?:{_SIGNS}\w{{4}})*(?:{_SIGNS}\w{{1,3}})?")
_NUMBERED: Final = {ord(char): str(int(char, 36)) for char in string.ascii_letters}
_ALNUM: Final = re.compile(r"[^\W_]")
_NOT_ALNUM: Final = re.compile(r"[\W_]+")

_FIGURES: Final = re.compile(rf"(?<!\w)(?<![0-9]\.)(?<![^0-9,]0,)[0-9]+(?:{_SIGNS}[0-9]+)*+")
_GROUP: Final = re.compile("[0-9]+")
_CARD_GROUPS: Final = (
    (4, 4, 4, 4, 3),
    (4, 4, 4, 4),
    (4, 6, 5),
    (4, 6, 4),
    (4, 4, 4, 3),
    (4, 4, 4, 2),
    (4, 4, 4, 1),
    (4, 4, 5),
    *((length,) for length in range(13, 20)),
)
# Issuers' first digits and lengths: ISO/IEC 7812 as the networks publish it.
_CARD: Final = re.compile(
    r"""4(?:[0-9]{12}|[0-9]{15}|[0-9]{18})                              # Visa, Carte bancaire
    | (?:5[1-5]..|222[1-9]|22[3-9].|2[3-6]..|27[01].|2720)[0-9]{12}     # Mastercard
    | 3[47][0-9]{13}                                                    # American Express
    | (?:30[0-5]|3[689].)[0-9]{11}(?:[0-9]{2}|[0-9]{5})?                # Diners Club
    | (?:6011|64[4-9].|65..|62..|81..)[0-9]{12,15}                      # Discover, UnionPay
    | (?:352[89]|35[3-8].)[0-9]{12,15}                                  # JCB
    | (?:5018|5020|5038|5[6-8]..|6304|67..)[0-9]{9,15}                  # Maestro
    """,
    re.VERBOSE,
)
_DOUBLED: Final = str.maketrans("0123456789", "0246813579")
"""Twice the digit, and the sum of its figures."""
_OTHER_NUMBER: Final = re.compile(r"\b(?:ISBN|EAN|GTIN|SIRET|SIREN|IMEI)\b[^\d\n]{0,16}$", re.IGNORECASE)
_LABEL: Final = 32
"""How far before a number the word is looked for that names it."""


def find_ibans(text: str) -> Iterator[Found]:
    for match in _IBAN_START.finditer(text):
        length = _LENGTHS.get(match[0][:2].upper())
        rest = _IBAN_REST.match(text, match.end()) if length else None
        if length and rest:
            end = _after_alnum(text, match.end(), length - 4)
            iban = text[match.start() : end]
            if end <= rest.end() and not _ALNUM.match(text, end) and _is_iban(iban):
                yield Found(match.start(), end, Kind.IBAN, iban, iban)


def _after_alnum(text: str, at: int, count: int) -> int:
    """Where `count` letters and figures from `at` on end."""
    while count and at < len(text):
        count -= text[at].isalnum()
        at += 1
    return at if not count else len(text) + 1


def _is_iban(iban: str) -> bool:
    bare = _NOT_ALNUM.sub("", iban)
    if not (bare.isupper() or bare.islower()):
        return False
    figures = sum(char.isdigit() for char in bare)
    if bare != iban and not _BY_FOUR.fullmatch(iban) and 2 * figures < len(bare):
        return False
    return int((bare[4:] + bare[:4]).translate(_NUMBERED)) % 97 == 1


def find_cards(text: str) -> Iterator[Found]:
    for run in _FIGURES.finditer(text):
        if run.end() - run.start() >= 13:
            groups = [group.span() for group in _GROUP.finditer(text, *run.span())]
            glued = text[run.end() : run.end() + 1].isalnum()
            yield from _cards_in(text, groups[:-1] if glued else groups)


def _cards_in(text: str, groups: list[tuple[int, int]]) -> Iterator[Found]:
    at = 0
    while at < len(groups):
        count = _card_at(text, groups, at)
        if count:
            start, end = groups[at][0], groups[at + count - 1][1]
            yield Found(start, end, Kind.CARD, text[start:end], text[start:end])
        at += count or 1


def _card_at(text: str, groups: list[tuple[int, int]], at: int) -> int:
    """How many of the groups from `at` on make a card's number; 0 where none do."""
    start, end = groups[at]
    if end - start < 4 or text[start] not in "234568":
        return 0
    lengths = tuple(stop - begin for begin, stop in groups[at : at + 5])
    for shape in _CARD_GROUPS:
        if lengths[: len(shape)] == shape and _is_card(text, start, groups[at + len(shape) - 1][1]):
            return len(shape)
    return 0


def _is_card(text: str, start: int, end: int) -> bool:
    digits = _NOT_ALNUM.sub("", text[start:end])
    if not _luhn(digits) or not _CARD.fullmatch(digits) or (len(digits) == 13 and _ean(digits)):
        return False
    return not _OTHER_NUMBER.search(text, max(0, start - _LABEL), start)


def _luhn(digits: str) -> bool:
    return sum(map(int, digits[-1::-2] + digits[-2::-2].translate(_DOUBLED))) % 10 == 0


def _ean(digits: str) -> bool:
    """An article number. Cards of thirteen digits are no longer issued."""
    return (sum(map(int, digits[0::2])) + 3 * sum(map(int, digits[1::2]))) % 10 == 0
