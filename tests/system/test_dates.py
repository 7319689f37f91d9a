"""Day or month first."""

from __future__ import annotations

import pytest

from orchestrator_desktop.system.dates import day_first


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
