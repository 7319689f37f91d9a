"""Keys as bytes sort as the keys do."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from orchestrator_desktop.ui.inbox.packed import packed

_NUMBERS = st.one_of(st.integers(-(2**53), 2**53), st.floats(allow_nan=False))
_TEXTS = st.text(st.characters(min_codepoint=1, exclude_categories=["Cs"]), max_size=12)
_KEYS = st.tuples(_NUMBERS, st.booleans(), _TEXTS, st.integers(-(10**12), 10**12))


@given(one=_KEYS, other=_KEYS)
def test_bytes_sort_as_keys(one: tuple[int | float | str, ...], other: tuple[int | float | str, ...]) -> None:
    assert (packed(one) < packed(other)) == (one < other)
    assert (packed(one) == packed(other)) == (one == other)
