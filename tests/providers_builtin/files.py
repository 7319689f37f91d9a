"""GGUF files made by hand, small and odd."""

from __future__ import annotations

import struct

STRING, UINT32, ARRAY, BOOL = 8, 4, 9, 7


def text(value: str | bytes) -> bytes:
    raw = value.encode() if isinstance(value, str) else value
    return struct.pack("<Q", len(raw)) + raw


def pair(key: str, kind: int, value: bytes) -> bytes:
    return text(key) + struct.pack("<I", kind) + value


def tensor(name: str, *dimensions: int, kind: int = 0, offset: int = 0) -> bytes:
    shape = b"".join(struct.pack("<Q", size) for size in dimensions)
    return text(name) + struct.pack("<I", len(dimensions)) + shape + struct.pack("<IQ", kind, offset)


def gguf(
    architecture: str = "llama",
    *,
    more: tuple[bytes, ...] = (),
    tensors: tuple[bytes, ...] = (tensor("token_embd.weight", 8, 4),),
    weights: int = 8 * 4 * 4,
    version: int = 3,
) -> bytes:
    """A whole file: head, padding to 32, weights."""
    pairs = (pair("general.architecture", STRING, text(architecture)), *more)
    counts = struct.pack("<IQQ", version, len(tensors), len(pairs))
    head = b"GGUF" + counts + b"".join(pairs) + b"".join(tensors)
    return head + b"\0" * (-len(head) % 32) + b"\1" * weights


def with_context(length: int, architecture: str = "llama") -> bytes:
    return pair(f"{architecture}.context_length", UINT32, struct.pack("<I", length))
