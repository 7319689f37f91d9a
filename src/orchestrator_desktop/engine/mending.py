"""From what a provider says to what the user reads: no key, placeholders become words again, nothing said twice."""

from __future__ import annotations

from orchestrator_desktop.domain.redaction import Restorer
from orchestrator_desktop.domain.seam import Seam
from orchestrator_desktop.domain.secret import Secret
from orchestrator_desktop.operations.claiming import Claim
from orchestrator_desktop.providers.veil import Veil


class Mending:
    """One text on its way in. `feed` and `flush` give what may be shown and kept."""

    def __init__(self, claim: Claim, *, joins: bool) -> None:
        self._veil = Veil()
        self._restorer = Restorer(claim.replaced)
        # What is read on at the provider is the same answer: there is nothing to join.
        self._seam = Seam(claim.text) if joins and claim.lead and claim.remote_id is None else None

    def keep_out(self, key: Secret | None) -> None:
        """Nothing has been fed yet, and the key of the line is known."""
        self._veil = Veil(key)

    @property
    def holding(self) -> bool:
        """Some of what was fed is not given yet."""
        return self._veil.holding or self._restorer.holding or (self._seam is not None and self._seam.holding)

    def feed(self, text: str) -> str:
        restored = self._restorer.feed(self._veil.feed(text))
        return restored if self._seam is None else self._seam.feed(restored)

    def flush(self) -> str:
        rest = self._restorer.feed(self._veil.flush()) + self._restorer.flush()
        return rest if self._seam is None else self._seam.feed(rest) + self._seam.flush()
