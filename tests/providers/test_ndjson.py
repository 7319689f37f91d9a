"""JSON lines from bytes: any cutting of the bytes gives the same frames."""

from __future__ import annotations

import json
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orchestrator_desktop.domain.errors import ProviderError, ProviderErrorKind
from orchestrator_desktop.providers.ndjson import NdjsonDecoder
from orchestrator_desktop.providers.sse import Frame


def decode(*chunks: bytes, flush: bool = True) -> list[Frame]:
    decoder = NdjsonDecoder()
    frames = [frame for chunk in chunks for frame in decoder.feed(chunk)]
    return frames + list(decoder.flush()) if flush else frames


OBJECTS = st.dictionaries(st.sampled_from("abc"), st.text(max_size=8) | st.integers() | st.none(), max_size=3)
LINES = st.one_of(
    st.tuples(OBJECTS, st.booleans()).map(lambda made: json.dumps(made[0], ensure_ascii=made[1])),
    st.sampled_from(["", "  ", "{", "}", "[", "{]", "null", "\ufeff{}", "\u2028", "{ } "]),
)
BODIES = st.lists(st.tuples(LINES, st.sampled_from(["\n", "\r\n", "\r", ""]))).map(
    lambda lines: "".join(line + end for line, end in lines).encode("utf-8", "replace")
)


@given(BODIES, st.lists(st.integers(0, 200), max_size=6))
def test_any_cutting_of_the_bytes_gives_the_same_frames(body: bytes, cuts: list[int]) -> None:
    places = [0, *sorted(min(cut, len(body)) for cut in cuts), len(body)]
    pieces = [body[start:end] for start, end in pairwise(places)]
    assert decode(*pieces) == decode(body)
    assert decode(*(body[at : at + 1] for at in range(len(body)))) == decode(body)


@given(st.lists(OBJECTS, min_size=1), st.sampled_from([b"\n", b"\r\n"]), st.sampled_from([None, 1, 2]))
def test_every_object_is_a_frame(objects: list[dict[str, object]], end: bytes, indent: int | None) -> None:
    body = b"".join(json.dumps(item).encode() + end for item in objects)
    assert [json.loads(frame.data) for frame in decode(body)] == objects
    assert not any(frame.tail for frame in decode(body))
    laid_out = json.dumps(objects, indent=indent or 1).encode()
    (frame,) = decode(laid_out)
    assert (json.loads(frame.data), frame.tail) == (objects, False)


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\n\n", b" \n"])
def test_a_frame_is_given_as_soon_as_its_line_ends(end: bytes) -> None:
    decoder = NdjsonDecoder()
    assert list(decoder.feed(b'{"a": 1}')) == []
    assert list(decoder.feed(end + b'{"b"')) == [Frame('{"a": 1}')]
    assert list(decoder.feed(b": 2}\r")) == []
    assert list(decoder.feed(b"\n")) == [Frame('{"b": 2}')]
    assert list(decoder.flush()) == []


@pytest.mark.parametrize("last", ['{"b": 2}', '{"b": "cut he', "{"])
def test_the_last_line_needs_no_end_but_is_marked(last: str) -> None:
    assert decode(b'{"a": 1}\n' + last.encode()) == [Frame('{"a": 1}'), Frame(last, tail=True)]


@pytest.mark.parametrize("line", ['{"done": true}', '{"message": {"content": "a"}, "done": true}'])
def test_one_object_on_one_line_without_its_end_is_a_frame(line: str) -> None:
    assert decode(line.encode()) == [Frame(line, tail=True)]


@pytest.mark.parametrize("value", [{"message": {"content": "a\nb"}, "done": True}, [{"error": "no"}]])
@pytest.mark.parametrize("end", ["", "\n", "\r\n"])
def test_a_value_over_several_lines_is_one_frame(value: object, end: str) -> None:
    text = json.dumps(value, indent=2)
    assert decode((text + end).encode()) == [Frame(text)]


@pytest.mark.parametrize("kept", [2, 10, 30])
def test_a_value_over_several_lines_that_is_cut_is_marked(kept: int) -> None:
    text = json.dumps({"message": {"content": "Hello"}, "done": True}, indent=2)[:kept]
    assert decode(text.encode()) == [Frame(text.strip(), tail=True)]


def test_a_byte_order_mark_is_dropped_however_it_is_cut() -> None:
    assert decode(b"\xef\xbb", b"\xbf{}\n{}\n") == [Frame("{}"), Frame("{}")]


@pytest.mark.parametrize("separator", ["\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\x1c"])
def test_only_a_line_feed_ends_a_line(separator: str) -> None:
    line = f'{{"a": "x{separator}y"}}'
    assert decode(line.encode() + b"\n") == [Frame(line)]


def test_bytes_that_are_not_utf8_are_replaced_and_a_character_cut_in_two_stays_whole() -> None:
    assert decode(b'{"a": "caf\xe9"}\n') == [Frame('{"a": "caf\ufffd"}')]
    body = '{"a": "é😀"}\n'.encode()
    assert decode(body[:8], body[8:11], body[11:]) == [Frame('{"a": "é😀"}')]


@pytest.mark.parametrize("chunks", [[b"{" + b"x" * 50], [b"{12345678}" * 2] * 3, [b"{\n"] + [b"1234,\n"] * 9])
def test_a_line_beyond_the_limit_is_refused_not_stored(chunks: list[bytes]) -> None:
    decoder = NdjsonDecoder(max_frame=50)
    with pytest.raises(ProviderError) as caught:
        for chunk in chunks:
            list(decoder.feed(chunk))
    assert caught.value.kind is ProviderErrorKind.GARBLED


def test_the_limit_is_of_one_line_not_of_the_stream() -> None:
    decoder = NdjsonDecoder(max_frame=50)
    assert len(list(decoder.feed(b'{"a": 1}\n' * 100))) == 100
