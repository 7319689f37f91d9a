"""What an answer costs, what may still be spent, and the amounts people type."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orchestrator_desktop.domain.errors import UsageError
from orchestrator_desktop.domain.messages import Usage
from orchestrator_desktop.domain.money import (
    MICRO,
    Budget,
    BudgetKind,
    Counts,
    Price,
    Spent,
    cost,
    counts,
    estimate,
    over,
    parse_amount,
)

PRICE = Price(input_micro=2_500_000, output_micro=10_000_000, cached_micro=1_250_000)
TOKENS = st.integers(0, 10_000_000)
MICROS = st.integers(0, 100_000_000)


@pytest.mark.parametrize(
    ("usage", "micro"),
    [
        (Usage(0, 0), 0),
        (Usage(1_000_000, 0), 2_500_000),
        (Usage(0, 1_000_000), 10_000_000),
        (Usage(1_000, 200, cached_tokens=400), 600 * 5 // 2 + 400 * 5 // 4 + 2_000),
        (Usage(1_000, 200, cached_tokens=400, cache_write_tokens=600), 600 * 5 // 2 + 400 * 5 // 4 + 2_000),
        (Usage(1_000, 200, cached_tokens=5_000), 1_250 + 2_000),  # more read from the cache than came in
        (Usage(1_000, 200, cached_tokens=-1, reasoning_tokens=900), 2_500 + 2_000),
        (Usage(-3, 200), 2_000),
        (Usage(1, 0), 3),  # 2.5 micro-dollars: half goes up
        (Usage(None, 200), None),
        (Usage(1_000, None), None),
        (Usage(), None),
    ],
)
def test_a_cost_is_counted_in_whole_micro_dollars(usage: Usage, micro: int | None) -> None:
    assert cost(usage, PRICE) == micro


def test_without_a_price_for_the_cache_it_costs_like_the_rest() -> None:
    usage = Usage(1_000, 200, cached_tokens=400)
    assert cost(usage, Price(2_500_000, 10_000_000)) == 4_500
    assert cost(usage, Price(2_500_000, 10_000_000, 0)) == 3_500


def test_half_a_micro_dollar_goes_up_and_less_goes_down() -> None:
    assert [estimate(tokens, 0, Price(100_000, 0)) for tokens in (4, 5, 14, 15)] == [0, 1, 1, 2]


@given(TOKENS, TOKENS, MICROS, MICROS)
def test_an_estimate_is_the_cost_without_a_cache(given_in: int, out: int, input_micro: int, output_micro: int) -> None:
    price = Price(input_micro, output_micro)
    assert estimate(given_in, out, price) == cost(Usage(given_in, out), price)


@given(TOKENS, TOKENS, TOKENS, TOKENS, TOKENS, MICROS, MICROS, MICROS)
def test_more_tokens_never_cost_less_and_a_cache_never_costs_more(
    given_in: int, out: int, cached: int, more: int, written: int, input_micro: int, output_micro: int, saved: int
) -> None:
    price = Price(input_micro, output_micro, max(input_micro - saved, 0))
    base = cost(Usage(given_in, out, cached, written), price)
    assert base is not None
    assert (cost(Usage(given_in + more, out, cached, written), price) or 0) >= base
    assert (cost(Usage(given_in, out + more, cached, written), price) or 0) >= base
    assert (cost(Usage(given_in, out, cached + more, written), price) or 0) <= base


ANY = st.none() | st.integers(-10, 50)


@given(ANY, ANY, ANY, ANY, ANY)
def test_the_parts_always_fit_into_the_whole(
    given_in: int | None, out: int | None, cached: int | None, written: int | None, reasoning: int | None
) -> None:
    said = counts(Usage(given_in, out, cached, written, reasoning))
    if given_in is None or out is None:
        assert said is None
        return
    assert said is not None
    assert min(said.cached, said.written, said.reasoning) >= 0
    assert said.cached + said.written <= said.input == max(given_in, 0)
    assert said.reasoning <= said.output == max(out, 0)


def test_counts_that_fit_are_left_alone() -> None:
    assert counts(Usage(10, 5, 4, 6, 5)) == Counts(input=10, output=5, cached=4, written=6, reasoning=5)


DAY, MONTH, DELEGATION = BudgetKind.DAY, BudgetKind.MONTH, BudgetKind.DELEGATION
LIMITS = Budget(day=100, month=1_000, delegation=50)


@pytest.mark.parametrize(
    ("budget", "spent", "wanted", "kind"),
    [
        (Budget(), Spent(10**12, 10**12), 10**12, None),
        (Budget(), Spent(10**12, 10**12), None, None),
        (LIMITS, Spent(50, 950), 50, None),  # to the last micro-dollar
        (LIMITS, Spent(51, 60), 50, DAY),
        (LIMITS, Spent(0, 951), 50, MONTH),
        (LIMITS, Spent(0, 0), 51, DELEGATION),
        (LIMITS, Spent(0, 0, delegation=20), 31, DELEGATION),
        (LIMITS, Spent(90, 990), 11, MONTH),  # tomorrow would not help
        (LIMITS, Spent(90, 990), 60, DELEGATION),  # nor would next month
        (LIMITS, Spent(500, 5_000), 0, None),  # free
        (Budget(day=0, month=0, delegation=0), Spent(0, 0), 0, None),
        (Budget(day=0), Spent(0, 0), 1, DAY),
        # of unknown price
        (LIMITS, Spent(99, 999), None, None),
        (LIMITS, Spent(100, 999), None, DAY),
        (LIMITS, Spent(101, 1_000), None, MONTH),
        (LIMITS, Spent(0, 0, delegation=50), None, DELEGATION),
        (Budget(day=0), Spent(0, 0), None, DAY),
        (Budget(month=0), Spent(0, 0), None, MONTH),
        (Budget(delegation=0), Spent(0, 0), None, DELEGATION),
    ],
)
def test_a_reservation_is_held_against_each_limit(
    budget: Budget, spent: Spent, wanted: int | None, kind: BudgetKind | None
) -> None:
    assert over(budget, spent, wanted) is kind


@given(st.lists(st.integers(0, 60)))
def test_what_passes_never_spends_more_than_the_limit(wishes: list[int]) -> None:
    spent = 0
    for wanted in wishes:
        if over(Budget(day=100), Spent(spent, spent), wanted) is None:
            spent += wanted
    assert spent <= 100


@pytest.mark.parametrize(
    ("typed", "micro"),
    [
        ("5", 5_000_000),
        ("5.00", 5_000_000),
        ("5,00", 5_000_000),
        ("$5", 5_000_000),
        ("$ 5", 5_000_000),
        ("5$", 5_000_000),
        ("5 $US", 5_000_000),
        ("US$5", 5_000_000),
        ("5 USD", 5_000_000),
        ("usd 5", 5_000_000),
        ("0,84 $", 840_000),
        ("  0,84\u00a0$ ", 840_000),
        ("1 000,50", 1_000_500_000),
        ("1\u202f000,50\u00a0$", 1_000_500_000),
        ("1'000.50", 1_000_500_000),
        ("$1,000.50", 1_000_500_000),
        ("1,000,000", 1_000_000_000_000),
        ("1000", 1_000_000_000),
        (".5", 500_000),
        (",5", 500_000),
        ("0,075", 75_000),
        ("1.125", 1_125_000),
        ("12,5000", 12_500_000),
        ("0", 0),
        ("0,00 $", 0),
        ("0.0000014", 1),
        ("0.0000015", 2),
        ("0,00000149999999999", 1),
        ("999999999999", 999_999_999_999_000_000),
        ("", None),
        (" \u00a0\n", None),
    ],
)
def test_amounts_are_understood_as_both_languages_write_them(typed: str, micro: int | None) -> None:
    assert parse_amount(typed) == micro


@pytest.mark.parametrize(
    "typed",
    [
        *("five", "$", ",", ".", "5.", "5,", "5 €", "CA$5", "5..0", "5 5", "1 00", "12 34,5", "+5", "5%", "$5 per day"),
        *("1.000,50", "1.000.000", "1,00,000", "1,000,00", "1000000000000", "1e3", "0x10", "٥", "inf", "NaN"),
        "9" * 10_000,
    ],
)
def test_what_is_no_amount_is_said_with_what_to_write(typed: str) -> None:
    with pytest.raises(UsageError, match=r"is not an amount.*for example 5 or 0\.50") as caught:
        parse_amount(typed)
    assert len(str(caught.value)) < 160


@pytest.mark.parametrize("typed", ["-5", "- 5", "−5", "–0,84 $", "-$5", "$-5", "-0", "$ −.5"])
def test_an_amount_below_zero_is_refused(typed: str) -> None:
    with pytest.raises(UsageError, match="below zero"):
        parse_amount(typed)


@pytest.mark.parametrize(
    ("typed", "readings"),
    [("1,000", "1000 or 1.00"), ("$12,345", "12345 or 12.345"), ("1,250 $", "1250 or 1.25")],
)
def test_a_thousand_that_may_be_a_decimal_is_not_guessed(typed: str, readings: str) -> None:
    with pytest.raises(UsageError, match=f"two ways.*write {readings}[.]"):
        parse_amount(typed)
    thousands, decimals = (parse_amount(reading) for reading in readings.split(" or "))
    assert thousands is not None and decimals is not None and thousands == 1_000 * decimals


AMOUNTS = st.integers(0, 10**17)


@given(AMOUNTS, st.sampled_from(["{}", "$ {}", "{}$", "{} USD"]))
def test_english_amounts_come_back(micro: int, dress: str) -> None:
    assert parse_amount(dress.format(f"{micro // MICRO:,}.{micro % MICRO:06}")) == micro


@given(AMOUNTS, st.sampled_from(" \u00a0\u202f"), st.sampled_from(["{}", "{} $", "{}\u00a0$US"]))
def test_french_amounts_come_back(micro: int, space: str, dress: str) -> None:
    whole = f"{micro // MICRO:,}".replace(",", space)
    assert parse_amount(dress.format(f"{whole},{micro % MICRO:06}")) == micro


@given(st.text(max_size=20) | st.text("0123456789., $-'", max_size=12))
def test_any_text_is_an_amount_or_a_plain_word(typed: str) -> None:
    try:
        micro = parse_amount(typed)
    except UsageError:
        return
    assert micro is None or 0 <= micro < 2**63
