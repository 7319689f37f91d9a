"""Day or month first."""

from __future__ import annotations

import pytest

from orchestrator_desktop.system.dates import day_first, twelve_hours, week_start


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"LANG": "en_US.UTF-8"}, False),
        ({"LANG": "fr_FR.UTF-8"}, True),
        ({"LANG": "en_US.UTF-8", "LC_TIME": "fr_FR.UTF-8"}, True),
        ({"LANG": "fr_FR.UTF-8", "LC_ALL": "en_US.UTF-8"}, False),
        ({"LANG": "en_GB"}, True),
        ({"LANG": "C.UTF-8"}, True),
    ],
)
def test_the_locale_for_times_decides(environment: dict[str, str], expected: bool) -> None:
    assert day_first(environment) is expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("en_US.UTF-8", (True, 6)),
        ("en_GB.UTF-8", (False, 0)),
        ("fr_FR.UTF-8", (False, 0)),
        ("fr_CA.UTF-8", (False, 6)),
        ("en_CA.UTF-8", (True, 6)),
        ("C.UTF-8", (False, 0)),
        ("ar_EG.UTF-8", (True, 5)),
    ],
)
def test_hours_and_weeks_are_the_territorys(name: str, expected: tuple[bool, int]) -> None:
    environment = {"LC_TIME": name, "LANG": "fr_FR.UTF-8"}
    assert (twelve_hours(environment), week_start(environment)) == expected
