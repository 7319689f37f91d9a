"""Which files are taken for a model, and what is said of the others."""

from __future__ import annotations

import io
import os
import struct
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orchestrator_desktop.domain.errors import UserError
from orchestrator_desktop.providers.builtin.gguf import CutError, DamagedError, is_gguf, read_head
from orchestrator_desktop.providers.builtin.weights import available, check_gguf, default_model
from tests.providers_builtin.files import ARRAY, STRING, UINT32, gguf, pair, tensor, text, with_context


def _file(tmp_path: Path, raw: bytes, name: str = "Model-7B.gguf") -> Path:
    path = tmp_path / name
    path.write_bytes(raw)
    return path


def test_the_weights_that_come_along_are_whole() -> None:
    path = default_model()
    assert path is not None
    info = check_gguf(path)
    assert (info.architecture, info.size_label, info.context_length) == ("llama", "135M", 8192)
    assert info.chat_template
    assert info.bytes == path.stat().st_size
    assert available()


def test_a_small_model_says_what_it_is(tmp_path: Path) -> None:
    template = pair("tokenizer.chat_template", STRING, text("{{ messages }}"))
    info = check_gguf(_file(tmp_path, gguf(more=(with_context(4096), template))))
    assert (info.name, info.architecture, info.context_length, info.chat_template) == ("Model-7B", "llama", 4096, True)
    assert info.size_label == "32"


def test_what_is_not_known_is_not_said(tmp_path: Path) -> None:
    info = check_gguf(_file(tmp_path, gguf()))
    assert info.context_length is None
    assert not info.chat_template


def test_long_arrays_are_passed_over(tmp_path: Path) -> None:
    words = struct.pack("<IQ", STRING, 3) + text("a") + text("b" * 5000) + text("")
    numbers = struct.pack("<IQ", UINT32, 1000) + b"\0" * 4000
    more = (pair("tokenizer.ggml.tokens", ARRAY, words), pair("tokenizer.ggml.scores", ARRAY, numbers), with_context(7))
    assert check_gguf(_file(tmp_path, gguf(more=more))).context_length == 7


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"", "is not a GGUF file"),
        (b"GGU", "is not a GGUF file"),
        (b"PK\x03\x04" + b"\0" * 100, "is not a GGUF file"),
        (b"GGUF", "is incomplete"),
        (gguf()[:60], "is incomplete"),
        (gguf()[:-1], "is incomplete"),
        (gguf(version=1), "is damaged"),
        (gguf(version=99), "is damaged"),
        (gguf("clip"), "holds no model that writes text (clip)"),
        (gguf("nomic-bert"), "holds no model that writes text"),
        (gguf(more=(pair("general.type", STRING, text("mmproj")),)), "holds no model that writes text (mmproj)"),
        (gguf(more=(pair("llama.pooling_type", UINT32, struct.pack("<I", 1)),)), "(embedding)"),
        (gguf(tensors=(tensor("blk.0.weight", 8, 4),)), "holds no model that writes text"),
        (gguf(more=(pair("split.no", UINT32, struct.pack("<I", 1)),)), "is a later part of a model"),
    ],
)
def test_other_files_are_refused_in_words(tmp_path: Path, raw: bytes, words: str) -> None:
    with pytest.raises(UserError) as refused:
        check_gguf(_file(tmp_path, raw, "x.gguf"))
    assert words in str(refused.value)
    assert "Nothing was changed" in str(refused.value)


def test_missing_folders_pipes_and_names_no_file_can_have(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.gguf")
    for path in (tmp_path / "absent.gguf", tmp_path, tmp_path / "pipe.gguf", Path("a\0b")):
        with pytest.raises(UserError):
            check_gguf(path)


@given(st.binary(max_size=300))
def test_any_bytes_behind_the_magic_word_are_read_or_refused(raw: bytes) -> None:
    whole = b"GGUF" + raw
    file = io.BufferedReader(io.BytesIO(whole))  # type: ignore[arg-type]
    assert is_gguf(file)
    try:
        read_head(file, len(whole))
    except (CutError, DamagedError):
        return


@given(st.integers(4, len(gguf()) - 1), st.integers(0, 255))
def test_a_changed_byte_never_crashes_nor_makes_room(place: int, byte: int) -> None:
    raw = bytearray(gguf(more=(with_context(512),)))
    raw[place] = byte
    file = io.BufferedReader(io.BytesIO(bytes(raw)))  # type: ignore[arg-type]
    assert is_gguf(file)
    try:
        head = read_head(file, len(raw))
    except (CutError, DamagedError):
        return
    assert len(head.values) <= 3


@pytest.mark.parametrize("count", [2**63, 2**32, 10**7])
def test_claims_larger_than_the_file_take_no_memory(tmp_path: Path, count: int) -> None:
    head = b"GGUF" + struct.pack("<IQQ", 3, count, count)
    array = gguf(more=(pair("x", ARRAY, struct.pack("<IQ", STRING, count)),))
    numbers = gguf(more=(pair("x", ARRAY, struct.pack("<IQ", UINT32, count)),))
    template = gguf(more=(text("tokenizer.chat_template") + struct.pack("<IQ", STRING, count),))
    tracemalloc.start()
    try:
        for raw in (head, array, numbers, template):
            with pytest.raises(UserError):
                check_gguf(_file(tmp_path, raw))
        assert tracemalloc.get_traced_memory()[1] < 1_000_000
    finally:
        tracemalloc.stop()
