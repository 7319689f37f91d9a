"""Small questions for the settings: does a provider answer, what does it offer, who is on this computer."""

from __future__ import annotations

from asyncio import to_thread, wrap_future
from concurrent.futures import Future
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from orchestrator_desktop.domain.delegate import Provider
from orchestrator_desktop.domain.errors import ProviderError
from orchestrator_desktop.domain.ids import ProviderId
from orchestrator_desktop.domain.money import Price
from orchestrator_desktop.engine.desk import Desk
from orchestrator_desktop.engine.keeping import provider_of
from orchestrator_desktop.engine.pricing import listed
from orchestrator_desktop.operations import circuits, roster, sentlog, spending
from orchestrator_desktop.providers.base import ModelInfo, ProbeResult, Sending

if TYPE_CHECKING:
    from orchestrator_desktop.providers.builtin.weights import GgufInfo
    from orchestrator_desktop.providers.probe import LocalServer


def test_provider(desk: Desk, provider_id: ProviderId) -> Future[ProbeResult]:
    """Ask the provider for a word, and keep what that showed. Its errors are in the result; UserError is raised."""
    return desk.loop.run(_test(desk, provider_id))


def list_models(desk: Desk, provider_id: ProviderId) -> Future[list[ModelInfo]]:
    """The models the provider offers, kept with what they cost in `store.spending.model_list` and `price`.

    Raises ProviderError where it has no list."""
    return desk.loop.run(_models(desk, provider_id))


def look_up(desk: Desk, provider_id: ProviderId, base_url: str, models: list[str]) -> Future[None]:
    """Keep the listed prices of `models`, for a preview or a list of models that is shown."""
    return desk.loop.run(_look_up(desk, provider_id, base_url, models))


def find_local(desk: Desk) -> Future[list[LocalServer]]:
    """The known kinds of servers that listen on this computer right now."""
    return desk.loop.run(_local(desk))


def check_model(desk: Desk, path: Path | None) -> Future[GgufInfo | None]:
    """What a model file says of itself; None asks for the one that came with the app, and may find none.

    Raises UserError (in the future) with the reason why the file cannot be used."""
    return desk.loop.run(_check(path))


async def _test(desk: Desk, provider_id: ProviderId) -> ProbeResult:
    provider = await provider_of(desk, provider_id)
    try:
        async with desk.connections.to(provider, provider.model) as line:
            from orchestrator_desktop.providers.probe import probe

            log = partial(_log, desk, provider, "test")
            result = await probe(line.endpoint, line.model, line.key, line.client, sending=log)
    except ProviderError as error:
        result = ProbeResult(False, 0, provider.model, error.kind, error.detail)
    await wrap_future(desk.writer.submit(roster.record_test, provider_id=provider_id, ms=result.ms, error=result.kind))
    if result.ok:  # who waits for it need not wait any longer
        await wrap_future(desk.writer.submit(circuits.back, provider_id=provider_id))
    return result


async def _models(desk: Desk, provider_id: ProviderId) -> list[ModelInfo]:
    provider = await provider_of(desk, provider_id)
    async with desk.connections.to(provider, provider.model) as line:
        from orchestrator_desktop.providers import probe

        log = partial(_log, desk, provider, "models")
        found = await probe.list_models(line.endpoint, line.key, line.client, sending=log)
    rows = [asdict(model) for model in found]
    await wrap_future(desk.writer.submit(spending.keep_models, provider_id=provider_id, models=rows))
    if provider.leaves_computer:
        prices = await to_thread(_priced, provider.base_url, found)
        await wrap_future(desk.writer.submit(spending.keep_listed_prices, provider_id=provider_id, prices=prices))
    return found


async def _look_up(desk: Desk, provider_id: ProviderId, base_url: str, models: list[str]) -> None:
    prices = await to_thread(lambda: [(model, listed(base_url, model)) for model in models])
    await wrap_future(desk.writer.submit(spending.keep_listed_prices, provider_id=provider_id, prices=prices))


def _priced(base_url: str, models: list[ModelInfo]) -> list[tuple[str, Price | None]]:
    """What each model costs: as its provider's own list says, else the price list that comes along."""
    return [(model.id, _said(model) or listed(base_url, model.id)) for model in models]


def _said(model: ModelInfo) -> Price | None:
    if model.input_micro is None or model.output_micro is None:
        return None
    return Price(model.input_micro, model.output_micro)


async def _log(desk: Desk, provider: Provider, purpose: str, sending: Sending) -> None:
    """A question to a provider is logged before it leaves, as a delegation is."""
    model = provider.model if purpose == "test" else ""
    line = sentlog.Departure(purpose, provider.name, sending.url, sending.size, model)
    await wrap_future(desk.writer.submit(sentlog.log_sent, departures=[line]))


async def _local(desk: Desk) -> list[LocalServer]:
    from orchestrator_desktop.providers import probe

    return await probe.find_local(desk.connections.client(), sending=partial(_log_local, desk))


async def _log_local(desk: Desk, sending: Sending) -> None:
    """Whoever listens there is not known yet, and may be anybody: it is logged by its port."""
    line = sentlog.Departure("models", urlsplit(sending.url).netloc, sending.url, sending.size)
    await wrap_future(desk.writer.submit(sentlog.log_sent, departures=[line]))


async def _check(path: Path | None) -> GgufInfo | None:
    from orchestrator_desktop.providers.builtin.weights import check_gguf, default_model

    chosen = path or default_model()
    # On a thread of its own: the file may lie on a disk that sleeps or at the other end of a network.
    return None if chosen is None else await to_thread(check_gguf, chosen)
