"""Dates in the languages of Todoist, said in English and read."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from orchestrator_desktop.domain.task import Due
from orchestrator_desktop.exchange.spoken import Dates
from orchestrator_desktop.exchange.spoken_words import in_english
from tests.exchange.records import NOW


@pytest.mark.parametrize(
    ("said", "rule"),
    [
        ("de jeden zweiten Tag", "FREQ=DAILY;INTERVAL=2"), ("de jeden Mo, Mi, Fr", "FREQ=WEEKLY;BYDAY=MO,WE,FR"),
        ("de jeden 15.", "FREQ=MONTHLY;BYMONTHDAY=15"), ("de jeden 3. Freitag", "FREQ=MONTHLY;BYDAY=3FR"),
        ("de werktags", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"), ("de Wöchentlich", "FREQ=WEEKLY"),
        ("es cada primer lunes", "FREQ=MONTHLY;BYDAY=1MO"), ("es todos los días", "FREQ=DAILY"),
        ("es cada día laborable", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
        ("it ogni 2 settimane", "FREQ=WEEKLY;INTERVAL=2"),
        ("it ogni lunedì e giovedì", "FREQ=WEEKLY;BYDAY=MO,TH"), ("pt toda segunda-feira", "FREQ=WEEKLY;BYDAY=MO"),
        ("pt todo dia 15", "FREQ=MONTHLY;BYMONTHDAY=15"), ("nl om de 2 weken", "FREQ=WEEKLY;INTERVAL=2"),
        ("sv varannan vecka", "FREQ=WEEKLY;INTERVAL=2"), ("da hver fredag", "FREQ=WEEKLY;BYDAY=FR"),
        ("nb hver måned", "FREQ=MONTHLY"), ("no hvert år", "FREQ=YEARLY"), ("pl co 2 dni", "FREQ=DAILY;INTERVAL=2"),
        ("ru каждую пятницу", "FREQ=WEEKLY;BYDAY=FR"), ("ru ежемесячно", "FREQ=MONTHLY"),
        ("ja 毎週月曜日", "FREQ=WEEKLY;BYDAY=MO"), ("ja 毎週", "FREQ=WEEKLY"), ("zh_CN 每周一", "FREQ=WEEKLY;BYDAY=MO"),
        ("ko 매일", "FREQ=DAILY"), ("fi joka maanantai", "FREQ=WEEKLY;BYDAY=MO"), ("tr her gün", "FREQ=DAILY"),
        ("en every 27", "FREQ=MONTHLY;BYMONTHDAY=27"), ("fr tous les 15", "FREQ=MONTHLY;BYMONTHDAY=15"),
    ],
)  # fmt: skip
def test_how_a_task_repeats(said: str, rule: str) -> None:
    language, _, words = said.partition(" ")
    recurrence = Dates(NOW).read(in_english(words, language)).recurrence
    assert recurrence is not None and (recurrence.rrule, recurrence.after_done) == (rule, False)


def test_an_exclamation_mark_counts_from_when_it_was_done() -> None:
    for language, words in (("de", "alle! 3 Tage"), ("es", "cada! 3 días"), ("en", "every! 15")):
        recurrence = Dates(NOW).read(in_english(words, language)).recurrence
        assert recurrence is not None and recurrence.after_done


@pytest.mark.parametrize(
    ("said", "due"),
    [
        ("de übermorgen um 9:30", datetime(2026, 11, 28, 8, 30, tzinfo=UTC)), ("de 5. Okt. 2027", date(2027, 10, 5)),
        ("de jeden Montag um 18 Uhr", datetime(2026, 11, 30, 17, tzinfo=UTC)), ("de Di 1 Dez", date(2026, 12, 1)),
        ("es mar 1 dic", date(2026, 12, 1)), ("es 1 mar 2027", date(2027, 3, 1)), ("es mañana", date(2026, 11, 27)),
        ("es 5 de octubre de 2027", date(2027, 10, 5)), ("it 5 ott 2027 alle 10", datetime(2027, 10, 5, 8, tzinfo=UTC)),
        ("pt 5 de outubro de 2027 às 10h", datetime(2027, 10, 5, 8, tzinfo=UTC)), ("ja 2027年1月5日", date(2027, 1, 5)),
        ("nl 5 jan 2027 om 9.00", datetime(2027, 1, 5, 8, tzinfo=UTC)), ("ru 5 окт 2027", date(2027, 10, 5)),
        ("ko 1월 5일", date(2027, 1, 5)), ("pl 5 paź 2027", date(2027, 10, 5)), ("fr demain", date(2026, 11, 27)),
    ],
)  # fmt: skip
def test_when_it_is_due(said: str, due: Due) -> None:
    language, _, words = said.partition(" ")
    assert Dates(NOW).read(in_english(words, language)).due == due


@pytest.mark.parametrize(
    "said",
    ["de jeden Vollmond", "es el día de la marmota", "ja 13月5日", "xx morgen", "de ", "pt do", "en every 12 hours"],
)
def test_what_is_not_wholly_understood_is_no_date(said: str) -> None:
    language, _, words = said.partition(" ")
    read = Dates(NOW).read(in_english(words, language))
    assert read.due is None and read.recurrence is None
