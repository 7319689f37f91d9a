"""Text as it can be kept, and names as they are compared."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_UNSEEN: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_BREAKS: Final = re.compile("[\t\n\u2028\u2029 ]+")
_REPLACED = "\ufffd"


def whole(text: str) -> str:
    """`text` as every file can hold it: NUL and half characters (lone surrogates, from a file name or a broken paste)
    become U+FFFD, two halves that belong together the character they are."""
    if text.isascii() and "\0" not in text:
        return text
    if "\0" in text:
        text = text.replace("\0", _REPLACED)
    try:
        text.encode()
    except UnicodeEncodeError:
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


def same_name(name: str) -> str:
    """What two spellings of one name share: capitals, and how accents are composed, do not tell names apart."""
    return unicodedata.normalize("NFC", name).casefold()


def printable(text: str) -> str:
    """`text` as a mail can carry it: lines end with `\\n`, and no control character but the tab is left."""
    return _UNSEEN.sub("", whole(text).replace("\r\n", "\n").replace("\r", "\n"))


def one_line(text: str) -> str:
    """`text` as a mail's subject can carry it: no line breaks, one space for several; no-break spaces stay."""
    return _BREAKS.sub(" ", printable(text)).strip()
