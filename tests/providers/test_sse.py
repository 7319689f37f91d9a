"""Server-sent events from bytes: any cutting of the bytes gives the same frames."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orchestrator_desktop.domain.errors import ProviderError, ProviderErrorKind
from orchestrator_desktop.providers.sse import Frame, KeepAlive, SseDecoder


def decode(*chunks: bytes, flush: bool = True) -> list[Frame | KeepAlive]:
    decoder = SseDecoder()
    frames = [frame for chunk in chunks for frame in decoder.feed(chunk)]
    return frames + list(decoder.flush()) if flush else frames


LINES = st.one_of(
    st.text(st.characters(exclude_characters="\r\n", exclude_categories=["Cs"]), max_size=8).map(
        lambda t: f"data: {t}"
    ),
    st.sampled_from(
        ["", "", ":", ": ping", "event: x", "data", "data:", "id: 1", "retry: 5", "nonsense", "\ufeffdata: b"]
    ),
)
BODIES = st.lists(st.tuples(LINES, st.sampled_from(["\n", "\r", "\r\n"]))).map(
    lambda lines: "".join(line + end for line, end in lines).encode()
)


@given(BODIES, st.lists(st.integers(0, 200), max_size=6))
def test_any_cutting_of_the_bytes_gives_the_same_frames(body: bytes, cuts: list[int]) -> None:
    places = [0, *sorted(min(cut, len(body)) for cut in cuts), len(body)]
    pieces = [body[start:end] for start, end in pairwise(places)]
    assert decode(*pieces) == decode(body)
    assert decode(*(body[at : at + 1] for at in range(len(body)))) == decode(body)


@pytest.mark.parametrize("end", [b"\n", b"\r", b"\r\n"])
def test_every_line_ending_ends_a_line(end: bytes) -> None:
    assert decode(b"data: a" + end + b"data: b" + end + end, flush=False) == [Frame("a\nb")]


def test_a_frame_is_given_as_soon_as_its_blank_line_is_there() -> None:
    decoder = SseDecoder()
    assert list(decoder.feed(b"data: a\r\n\r")) == [Frame("a")]
    assert list(decoder.feed(b"\ndata: b\n")) == []
    assert list(decoder.feed(b"\n")) == [Frame("b")]


@pytest.mark.parametrize("body", [b"data: last\n", b"data: last"])
def test_the_last_frame_needs_no_blank_line_but_is_marked(body: bytes) -> None:
    assert decode(b"data: first\n\n" + body) == [Frame("first"), Frame("last", tail=True)]


def test_a_byte_order_mark_is_dropped_at_the_start_alone() -> None:
    assert decode(b"\xef\xbb", b"\xbfdata: a\n\n") == [Frame("a")]
    assert decode(b"data: \xef\xbb\xbfa\n\n") == [Frame("\ufeffa")]
    assert decode(b"id: 1\n\xef\xbb\xbfdata: a\n\n") == [KeepAlive()]


def test_one_space_after_the_colon_is_not_data() -> None:
    assert decode(b"data:a\n\n", b"data:  a\n\n") == [Frame("a"), Frame(" a")]


@pytest.mark.parametrize("separator", ["\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\x1c"])
def test_only_cr_and_lf_end_lines(separator: str) -> None:
    assert decode(f"data: a{separator}b\n\n".encode()) == [Frame(f"a{separator}b")]


def test_comments_and_events_without_data_are_signs_of_life() -> None:
    assert decode(b": PROCESSING\n\nevent: ping\n\ndata: a\n\n") == [KeepAlive(), KeepAlive(), Frame("a")]


def test_bytes_that_are_not_utf8_are_replaced() -> None:
    assert decode(b"data: caf\xe9\n\n") == [Frame("caf\ufffd")]


def test_a_character_cut_in_two_stays_whole() -> None:
    body = "data: é😀\n\n".encode()
    assert decode(body[:7], body[7:10], body[10:]) == [Frame("é😀")]


@pytest.mark.parametrize("chunk", [b"data: " + b"x" * 50, b"data: 0123456789\n" * 4, b"x" * 60])
def test_a_frame_beyond_the_limit_is_refused_not_stored(chunk: bytes) -> None:
    decoder = SseDecoder(max_frame=50)
    with pytest.raises(ProviderError) as caught:
        list(decoder.feed(chunk))
    assert caught.value.kind is ProviderErrorKind.GARBLED


def test_the_limit_is_of_one_frame_not_of_the_stream() -> None:
    decoder = SseDecoder(max_frame=50)
    assert len(list(decoder.feed(b"data: 0123456789\n\n" * 100))) == 100
