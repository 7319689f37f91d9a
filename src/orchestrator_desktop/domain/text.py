"""Text as it can be kept, and names as they are compared."""

from __future__ import annotations

import unicodedata

_REPLACED = "\ufffd"


def whole(text: str) -> str:
    """`text` as every file can hold it: NUL and half characters (lone surrogates, from a file name or a broken paste)
    become U+FFFD, two halves that belong together the character they are."""
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
