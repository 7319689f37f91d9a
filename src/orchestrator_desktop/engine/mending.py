"""From what a provider says to what the user reads: placeholders become words again, continuations do not repeat."""

from __future__ import annotations

from orchestrator_desktop.domain.redaction import Restorer
from orchestrator_desktop.domain.seam import Seam
from orchestrator_desktop.operations.claiming import Claim


class Mending:
    """One text on its way in. `feed` and `flush` give what may be shown and kept."""

    def __init__(self, claim: Claim, *, joins: bool) -> None:
        self._restorer = Restorer(claim.replaced)
        # What is read on at the provider is the same answer: there is nothing to join.
        self._seam = Seam(claim.text) if joins and claim.lead and claim.remote_id is None else None

    @property
    def holding(self) -> bool:
        """Some of what was fed is not given yet."""
        return self._restorer.holding or (self._seam is not None and self._seam.holding)

    def feed(self, text: str) -> str:
        restored = self._restorer.feed(text)
        return restored if self._seam is None else self._seam.feed(restored)

    def flush(self) -> str:
        rest = self._restorer.flush()
        return rest if self._seam is None else self._seam.feed(rest) + self._seam.flush()
