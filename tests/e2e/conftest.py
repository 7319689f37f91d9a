from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.e2e.wire import Wire, wire_at


@pytest.fixture(scope="module")
def wire(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Wire]:
    """One for a module: each case has a provider of its own."""
    with wire_at(tmp_path_factory.mktemp("wire")) as wire:
        yield wire
