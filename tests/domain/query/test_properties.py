"""What holds for any text: no error, terms in order and apart, little work, and the same query when written out."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from orchestrator_desktop.domain.capture.asked import read_day
from orchestrator_desktop.domain.query import MOST_TERMS, parse, written
from orchestrator_desktop.domain.query.parser import LONGEST
from tests.steps import lines_run

READ = partial(read_day, now=datetime(2026, 11, 26, 10, tzinfo=UTC))
VOCABULARY = (
    "report l'équipe E\u0301te\u0301 #marketing # @nora @ !2 !7 p1 - -- \" “ ” « » .. : < <= > = ( ) , . due: "
    "échéance:demain due:<friday due:today..friday due:.. due:none due:xyz is:open is: est:1h est:fait in:notes in:x "
    'tag:urgent tag:"two words" #"Grands comptes" "a phrase" -"no" parent:3 priority:2 Re:"x y" x:y 🎉 \ud800 ² \u200b'
)
PAGES = ('"', "« ", "a..", "due:", "#", "-", "é:")
"""What pages are made of that would be read anew at each of their signs; the bench times them."""
PIECES = st.sampled_from(VOCABULARY.split(" "))
TEXTS = st.one_of(st.text(), st.lists(PIECES, max_size=12).map(" ".join), st.lists(PIECES, max_size=12).map("".join))


@settings(max_examples=250)
@given(TEXTS)
@example('"a""b"')
@example('x"y z"')
@example("#-a -#-a --a")
@example('x"y:«z w»')
@example('a"due:«next week» ')
@example("a\u0301 \u0301a")
def test_a_query_written_out_is_read_as_the_same(text: str) -> None:
    query = parse(text, read_day=READ)
    again = parse(written(query), read_day=READ)
    assert again == query
    assert written(again) == written(query)


@settings(max_examples=200)
@given(TEXTS)
def test_terms_stand_in_order_and_apart(text: str) -> None:
    query = parse(text, read_day=READ)
    last = 0
    for span in query.spans:
        assert last <= span.start < span.end <= len(text)
        assert not text[span.start].isspace()
        last = span.end
    assert len(query.spans) <= MOST_TERMS
    assert {(one.start, one.end) for one in query.misread} <= {(span.start, span.end) for span in query.spans}


@settings(max_examples=100)
@given(TEXTS, st.none() | st.just(datetime(2026, 11, 26, 10, tzinfo=UTC)))
def test_any_reader_of_days_will_do(text: str, day: datetime | None) -> None:
    parse(text, read_day=lambda _: day)


@pytest.mark.parametrize("pattern", PAGES)
def test_a_pasted_page_costs_no_more_than_its_beginning(pattern: str) -> None:
    page = pattern * 50_000
    parse(page, read_day=READ)  # what it compiles, it compiles once
    costs = [lines_run(partial(parse, text, read_day=READ)) for text in (page, page[: 2 * LONGEST])]
    assert costs[0] == costs[1]
