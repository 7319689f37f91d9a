"""Reads the head of a GGUF file, so that a wrong file is refused in words before llama.cpp sees it.

Format: https://github.com/ggml-org/ggml/blob/master/docs/gguf.md. The file is foreign: every count is checked against
what the file can hold before anything is read or skipped, and no value is kept that is not asked for.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BufferedReader
from typing import Final

MAGIC: Final = b"GGUF"
VERSIONS: Final = (2, 3)

# More than any model has; a file that claims more is damaged.
_MOST_PAIRS, _MOST_TENSORS, _MOST_STRINGS = 8_192, 262_144, 2_097_152
_LONGEST_KEY, _LONGEST_TEXT = 1_024, 1 << 20
_MOST_DIMENSIONS = 4

# The texts worth keeping; the others are passed over.
_TEXTS: Final = frozenset({"general.architecture", "general.type", "general.size_label", "tokenizer.chat_template"})
_EMBEDDINGS: Final = "token_embd.weight"

_STRING, _ARRAY = 8, 9
_NUMBERS: Final[Mapping[int, str]] = {
    0: "<B", 1: "<b", 2: "<H", 3: "<h", 4: "<I", 5: "<i", 6: "<f", 7: "<?", 10: "<Q", 11: "<q", 12: "<d",
}  # fmt: skip

# ggml type -> (weights in a block, bytes of a block). A type that is not here is newer than this table.
_BLOCKS: Final[Mapping[int, tuple[int, int]]] = {
    0: (1, 4), 1: (1, 2), 2: (32, 18), 3: (32, 20), 6: (32, 22), 7: (32, 24), 8: (32, 34), 9: (32, 36),
    10: (256, 84), 11: (256, 110), 12: (256, 144), 13: (256, 176), 14: (256, 210), 15: (256, 292),
    16: (256, 66), 17: (256, 74), 18: (256, 98), 19: (256, 50), 20: (32, 18), 21: (256, 110), 22: (256, 82),
    23: (256, 136), 24: (1, 1), 25: (1, 2), 26: (1, 4), 27: (1, 8), 28: (1, 8), 29: (256, 56), 30: (1, 2),
    34: (256, 54), 35: (256, 66), 39: (32, 17),
}  # fmt: skip

Value = str | int | float | bool


class DamagedError(Exception):
    """The head makes no sense."""


class CutError(Exception):
    """The file ends before its head does."""


@dataclass(frozen=True, slots=True)
class Head:
    """What a GGUF file says of itself."""

    version: int
    values: Mapping[str, Value]
    """Numbers, and the few texts worth keeping; no arrays."""
    tensors: int
    """How many."""
    embeds_tokens: bool
    """It has the table of words that every language model begins with."""
    parameters: int
    """Number of weights."""
    least_bytes: int
    """The size the file must at least have for its tensors to be whole."""

    def text(self, key: str) -> str:
        value = self.values.get(key)
        return value if isinstance(value, str) else ""

    def number(self, key: str) -> int | None:
        value = self.values.get(key)
        return value if isinstance(value, int) and not isinstance(value, bool) else None


def is_gguf(file: BufferedReader) -> bool:
    """Whether the file begins like one; the position is after the magic word then."""
    return file.read(len(MAGIC)) == MAGIC


def read_head(file: BufferedReader, size: int) -> Head:
    """Everything between the magic word and the weights. `size` is that of the whole file, in bytes.

    Raises DamagedError or CutError."""
    return _Head(file, size).read()


class _Head:
    """The reading of one head."""

    def __init__(self, file: BufferedReader, size: int) -> None:
        self._file = file
        self._size = size
        self._at = len(MAGIC)

    def read(self) -> Head:
        version = self._number("<I")
        if version not in VERSIONS:
            raise DamagedError(f"version {version}")
        tensor_count, pair_count = self._number("<Q"), self._number("<Q")
        if tensor_count > _MOST_TENSORS or pair_count > _MOST_PAIRS:
            raise DamagedError(f"{tensor_count} tensors, {pair_count} values")
        values = dict(self._pairs(pair_count))
        tensors = list(self._tensors(tensor_count))
        align = _alignment(values)
        start = -(-self._at // align) * align
        return Head(
            version=version,
            values=values,
            tensors=tensor_count,
            embeds_tokens=any(tensor.name == _EMBEDDINGS for tensor in tensors),
            parameters=sum(tensor.weights for tensor in tensors),
            least_bytes=max((start + tensor.end for tensor in tensors), default=self._at),
        )

    def _pairs(self, count: int) -> Iterator[tuple[str, Value]]:
        for _ in range(count):
            key = self._text(_LONGEST_KEY)
            value = self._value(self._number("<I"), wanted=key in _TEXTS)
            if value is not None:
                yield key, value

    def _value(self, kind: int, *, wanted: bool) -> Value | None:
        if kind == _STRING and wanted:
            return self._text(_LONGEST_TEXT)
        if kind == _STRING:
            self._skip(self._number("<Q"))
            return None
        if kind == _ARRAY:
            self._skip_array()
            return None
        return self._unpack(_format(kind))

    def _skip_array(self) -> None:
        kind, count = self._number("<I"), self._number("<Q")
        if kind != _STRING:
            self._skip(count * struct.calcsize(_format(kind)))
            return
        if count > _MOST_STRINGS:
            raise DamagedError(f"{count} strings")
        for _ in range(count):
            self._skip(self._number("<Q"))

    def _tensors(self, count: int) -> Iterator[_Tensor]:
        for _ in range(count):
            name = self._text(_LONGEST_KEY)
            dimensions = self._number("<I")
            if dimensions > _MOST_DIMENSIONS:
                raise DamagedError(f"{dimensions} dimensions")
            weights = 1
            for _ in range(dimensions):
                weights *= self._number("<Q")
            kind, offset = self._number("<I"), self._number("<Q")
            yield _Tensor(name, weights, offset + _bytes(kind, weights))

    def _number(self, form: str) -> int:
        return int(self._unpack(form))

    def _unpack(self, form: str) -> int | float | bool:
        value: int | float | bool = struct.unpack(form, self._bytes(struct.calcsize(form)))[0]
        return value

    def _text(self, longest: int) -> str:
        length = self._number("<Q")
        if length > longest:
            raise DamagedError(f"a text of {length} bytes")
        return self._bytes(length).decode("utf-8", "replace")

    def _bytes(self, count: int) -> bytes:
        self._at += count
        if self._at > self._size or len(found := self._file.read(count)) != count:
            raise CutError
        return found

    def _skip(self, count: int) -> None:
        self._at += count
        if self._at > self._size:
            raise CutError
        self._file.seek(self._at)


@dataclass(frozen=True, slots=True)
class _Tensor:
    name: str
    weights: int
    end: int
    """Bytes from the start of the weights to the end of these."""


def _format(kind: int) -> str:
    try:
        return _NUMBERS[kind]
    except KeyError:
        raise DamagedError(f"a value of type {kind}") from None


def _bytes(kind: int, weights: int) -> int:
    """Size of a tensor; 0 for a type not known here, so that nothing is claimed about it."""
    per_block, block = _BLOCKS.get(kind, (1, 0))
    return weights // per_block * block


def _alignment(values: Mapping[str, Value]) -> int:
    align = values.get("general.alignment", 32)
    if not isinstance(align, int) or not 0 < align <= 1 << 20:
        raise DamagedError(f"an alignment of {align}")
    return align
