"""The first tasks that come along are whole, in both languages, and bounded."""

from __future__ import annotations

import pytest

from orchestrator_desktop.exchange.starters import Starter
from orchestrator_desktop.operations.setup import load_starters
from orchestrator_desktop.system.resources import resource


def test_there_are_three_and_no_two_alike() -> None:
    starters = load_starters()
    assert len({starter.id for starter in starters}) == len(starters) == 3
    assert len({starter.specialist.name("en") for starter in starters}) == 3


@pytest.mark.parametrize("starter", load_starters(), ids=lambda starter: starter.id)
def test_each_is_whole(starter: Starter) -> None:
    for language in ("en", "fr"):
        for words in (starter.title, starter.subtitle, starter.sentence, starter.specialist.name):
            assert words(language).strip()
    assert resource(f"icons/{starter.icon}.svg").exists()
    assert starter.specialist.instructions
    assert starter.specialist.options.max_tokens is not None
