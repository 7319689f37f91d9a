"""Reading what providers send: JSON into wire structs, numbers that may be anything."""

from __future__ import annotations

import re
from collections.abc import Hashable
from functools import cache
from typing import Any, Final, TypeVar, cast

import msgspec

T = TypeVar("T")

_ABSURD: Final = 10**12
_HALF_PAIR: Final = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F][0-9a-fA-F]{2})"
    r"|(?<!\\u[dD][89abAB][0-9a-fA-F]{2})\\u[dD][c-fC-F][0-9a-fA-F]{2}"
)


def decode(text: str, kind: type[T]) -> T:
    """`text` as `kind`, unknown fields ignored; a msgspec error where it is not that.

    Servers that cut their text by UTF-16 units send half a pair now and then (an emoji over two deltas): it
    becomes U+FFFD, where the decoder alone would refuse the whole.
    """
    decoder: msgspec.json.Decoder[T] = _decoder(cast("Hashable", kind))
    try:
        return decoder.decode(text)
    except msgspec.ValidationError:
        raise
    except msgspec.DecodeError:
        mended = _HALF_PAIR.sub(r"\\ufffd", text)
        if mended == text:
            raise
        return decoder.decode(mended)


@cache
def _decoder(kind: Hashable) -> msgspec.json.Decoder[Any]:
    """Made once for each type: finding out how to read one takes longer than reading a delta."""
    return msgspec.json.Decoder(kind)


def count(said: object) -> int | None:
    """A number of tokens; None for what is none."""
    if isinstance(said, float) and said.is_integer():
        said = int(said)
    return said if isinstance(said, int) and not isinstance(said, bool) and 0 <= said < _ABSURD else None


def counted(said: msgspec.Struct) -> dict[str, int]:
    """Those fields of what was said that hold a number of tokens, by name."""
    found = {name: count(getattr(said, name)) for name in said.__struct_fields__}
    return {name: number for name, number in found.items() if number is not None}


def micro(dollars: object) -> int | None:
    """A cost in micro-dollars; None for what is none."""
    if isinstance(dollars, bool) or not isinstance(dollars, int | float) or not 0 <= dollars < _ABSURD:
        return None
    return round(dollars * 1_000_000)
