"""Secrets: keys with a known shape, private key blocks, passwords and tokens where a text names them."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import zip_longest
from typing import Final

from .addresses import is_email
from .model import Found, Kind

# The shapes that services publish for their keys. Each begins a word, or follows a sign.
_SHAPE: Final = re.compile(
    r"""(?<![A-Za-z0-9])(?:
        sk-[\w-]{16,}                               # OpenAI, Anthropic (sk-ant-), OpenRouter (sk-or-), DeepSeek
      | AIza[\w-]{30,}                              # Google
      | (?:gsk_|xai-|hf_|r8_|tvly-|pplx-|csk-|nvapi-)[\w-]{20,}
      | gh[opsur]_[A-Za-z0-9]{30,} | github_pat_\w{22,} | glpat-[\w-]{20,}
      | xox[abeoprs]-[A-Za-z0-9-]{10,} | xapp-[A-Za-z0-9-]{10,}
      | (?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Za-z0-9])    # AWS
      | [srp]k_(?:live|test)_[A-Za-z0-9]{16,} | whsec_[A-Za-z0-9]{16,}
      | npm_[A-Za-z0-9]{30,} | pypi-[\w-]{50,} | dop_v1_[a-f0-9]{40,}
      | SG\.[\w-]{16,}\.[\w-]{16,} | ya29\.[\w-]{20,}
      | (?<![\w-])eyJ[\w-]{8,}+\.eyJ[\w-]{8,}+\.[\w-]*+ | (?<![\w-])eyJ[\w-]{8,}+(?:\.[\w-]*+){4}  # JWT, JWE
    )""",
    re.VERBOSE | re.ASCII,
)
_WORDS: Final = re.compile("[a-z_-]+")
"""A name made of words begins like a key too: `sk-folding-cube-animation`."""

_BLOCK: Final = re.compile(r"-----(?P<edge>BEGIN|END) [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----")
_BLOCK_BODY: Final = re.compile("[A-Za-z0-9+/=]{16}")
_BLOCK_LINES: Final = re.compile(r"(?:(?:\s|\\n|\\r)*+[A-Za-z0-9+/=]{16,}+)*+")

# Words that name a secret, with what has to stand before them. Looked for as they are, since a pattern of all of them
# is felt in a text of a megabyte.
_PASSWORDS: Final = ("password", "passwd", "passphrase", "passcode", "pass", "pwd", "mdp")
_FREE: Final = (*_PASSWORDS, "mot de passe", "mots de passe", "bearer")
_OF_A_KEY: Final = re.compile(r"(?:api|access|secret|private|account|auth)[ _-]?$", re.IGNORECASE)
_THE_KEY: Final = re.compile(r"cl[ée]s? (?:d['’])?$", re.IGNORECASE)
_NAMING: Final[Mapping[str, re.Pattern[str] | None]] = {
    **dict.fromkeys((*_FREE, "secret", "token", "jeton")),
    "pass": re.compile("(?:db|user|root|admin|smtp|imap|mail|ftp|sql|pg|postgres|redis|proxy)_$", re.IGNORECASE),
    "key": _OF_A_KEY,
    **dict.fromkeys(("api", "accès", "acces", "secrète", "secrete"), _THE_KEY),
}
_BEFORE: Final = 10
_ASSIGNED: Final = re.compile(
    r"""s?["'`*_]{0,3}\s{0,3}(?:=>?|:=?|\b(?:est|is)\b)[*_]{0,3}\s{0,3}
    (?P<quote>["'`])?(?P<value>(?(quote)[^\s"'`]{8,}+|[^\s"'`<>,;]{8,}+))""",
    re.VERBOSE | re.IGNORECASE,
)
_BEARER: Final = re.compile(r"\s{1,3}(?P<value>[\w.~+/=-]{16,}+)")
_IN_ADDRESS: Final = re.compile(r"://[^\s/:@?#\"'<>]{0,64}+:(?P<value>[^\s/@\"'<>]{3,200}+)@(?=[\w\[])")
_STAND_IN: Final = re.compile(
    r"[$<{\[%*•(/~]|\.{1,2}/|[a-z]:\\|(?:pass(?:word|wd)?|pwd|secret)$"
    r"|.*(?:your|example|changeme|placeholder|\*{3}|•{3}|x{5}|\.\.\.|…|://|\(\))",
    re.IGNORECASE,
)
"""Not the secret itself: a variable, a path, a call, "your-password"."""
_CALL: Final = re.compile(r"[A-Za-z_][\w.]{0,200}[(\[](?:[^\s]{0,200}[)\]]|[^\s,)]{0,200},)(?!\w)")
_ATTRIBUTE: Final = re.compile(r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+$")
_NEXT_FIELD: Final = re.compile(r"&(?:amp;)?[\w-]+=")
_TAIL: Final = ".:)]}\\*_"
_MIXED_RUN: Final = re.compile(r"(?=[A-Za-z]*[0-9])(?=[0-9]*[A-Za-z])[A-Za-z0-9]{12}")
_MINGLED: Final = re.compile(r"(?=[A-Za-z0-9]{12})[0-9]*(?:[A-Za-z]+[0-9]+){3}[A-Za-z]*")
"""Letters and digits take turns as in no name of a program's: `getToken2026abc`, `OAuth2Client1`."""
_PLAIN: Final = re.compile("[A-Za-z]{3,}[0-9]{2,}|[0-9]{2,}[A-Za-z]{3,}")
_UUID: Final = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)


def find_keys(text: str) -> Iterator[Found]:
    """Secrets may be found more than once and overlap; the first of those counts."""
    for start, end in _spans(text):
        yield Found(start, end, Kind.KEY, text[start:end], text[start:end])


def _spans(text: str) -> Iterator[tuple[int, int]]:
    yield from _blocks(text)
    yield from (match.span() for match in _SHAPE.finditer(text) if not _WORDS.fullmatch(match[0]))
    for match in _IN_ADDRESS.finditer(text):
        if not _STAND_IN.match(match["value"]):
            yield match.span("value")
    yield from _named(text)


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Whole blocks. One without its end is taken as far as it looks like one; mere mentions are none."""
    edges = list(_BLOCK.finditer(text))
    for edge, following in zip_longest(edges, edges[1:]):
        if edge["edge"] == "END":
            continue
        ending = following if following and following["edge"] == "END" else _BLOCK_LINES.match(text, edge.end())
        if ending and _BLOCK_BODY.search(text, edge.end(), ending.end()):
            yield edge.start(), ending.end()


def _named(text: str) -> Iterator[tuple[int, int]]:
    lower = text.replace("İ", "I").lower()  # the one letter that would grow
    for word, before in _NAMING.items():
        for match in _after(word, lower, text, _BEARER if word == "bearer" else _ASSIGNED):
            end = match.start() - len(word)
            if before is None or before.search(text, max(0, end - _BEFORE), end):
                yield from _secret(match, free=word in _FREE)


def _after(word: str, lower: str, text: str, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """What the pattern finds right after the word. A word within what was found is not looked at again."""
    at = lower.find(word)
    while at >= 0:
        match = pattern.match(text, at + len(word))
        if match:
            yield match
        at = lower.find(word, match.end() if match else at + len(word))


def _secret(match: re.Match[str], *, free: bool) -> Iterator[tuple[int, int]]:
    """The value, if it looks like a secret and, unless it is quoted, not like a program's way to get one."""
    value = _NEXT_FIELD.split(match["value"], maxsplit=1)[0]
    if not match.groupdict().get("quote"):
        code = _CALL.match(match.string, match.start("value")) or (not free and _ATTRIBUTE.match(value))
        value = "" if code else value.rstrip(_TAIL)
    likely = _is_random(value, free=free) or (free and _is_setting(match, value))
    if likely and not _STAND_IN.match(value) and not is_email(value):
        yield match.start("value"), match.start("value") + len(value)


def _is_setting(match: re.Match[str], value: str) -> bool:
    """Whether it stands as in a file of settings, `pwd=hunter22`, where even a plain password is nothing else."""
    said = match.string[match.start() : match.start("value")]
    return said == "=" and bool(_PLAIN.fullmatch(value))


def _is_random(value: str, *, free: bool) -> bool:
    """Whether nobody would write it as a word, a date or a version. What can be nothing but a secret may be `free` in
    form: there a mixture of signs will do."""
    kinds = sum(any(map(test, value)) for test in (str.islower, str.isupper, str.isdigit))
    if not any(map(str.isdigit, value)) or kinds < 2 or _entropy(value) < 2.5:
        return False
    if _UUID.fullmatch(value) or (kinds == 3 and _MINGLED.fullmatch(value)):
        return True
    others = any(not char.isalnum() for char in value)
    if free:
        return len(value) >= 8 and (kinds + others >= 3 or len(value) >= 12)
    return len(value) >= 16 and bool(_MIXED_RUN.search(value))


def _entropy(value: str) -> float:
    """Bits a character, by how often each occurs."""
    return -sum(n / len(value) * math.log2(n / len(value)) for n in Counter(value).values())
