"""Giving a provider its key, and taking it away: the keyring and the file together, without anybody waiting."""

from __future__ import annotations

from asyncio import wrap_future
from concurrent.futures import Future

from orchestrator_desktop.domain.changes import Changes, Kind
from orchestrator_desktop.domain.delegate import Provider
from orchestrator_desktop.domain.ids import ProviderId
from orchestrator_desktop.domain.secret import Secret
from orchestrator_desktop.engine.desk import Desk
from orchestrator_desktop.engine.notices import Notice, NoticeKind
from orchestrator_desktop.operations import roster
from orchestrator_desktop.operations.acting import gone
from orchestrator_desktop.store import delegates
from orchestrator_desktop.system.keys import KeyPlace


def keep_key(desk: Desk, provider_id: ProviderId, key: Secret) -> Future[KeyPlace]:
    """Keep `key` for the provider's present address; where it is kept. Raises UserError (in the future)."""
    return desk.loop.run(_keep(desk, provider_id, key))


def forget_key(desk: Desk, provider_id: ProviderId) -> Future[bool]:
    """Forget the provider's key; whether the keyring holds it no more."""
    return desk.loop.run(_forget(desk, provider_id))


def remove_provider(desk: Desk, provider_id: ProviderId) -> Future[Changes]:
    """Remove the provider, its specialists and its key. Raises UserError while something of theirs is out."""
    return desk.loop.run(_remove(desk, provider_id))


async def provider_of(desk: Desk, provider_id: ProviderId) -> Provider:
    """The provider as it stands in the file. Raises UsageError."""
    provider = await wrap_future(desk.writer.submit(delegates.provider, provider_id))
    if provider is None:
        raise gone(Kind.PROVIDER, provider_id)
    return provider


async def _keep(desk: Desk, provider_id: ProviderId, key: Secret) -> KeyPlace:
    provider = await provider_of(desk, provider_id)
    place = await wrap_future(desk.keys.set(provider, key))
    await wrap_future(desk.writer.submit(roster.record_key, provider_id=provider_id, key=key))
    if place is KeyPlace.MEMORY:
        desk.on_notice(Notice(NoticeKind.KEY_IN_MEMORY, provider=provider.name))
    return place


async def _forget(desk: Desk, provider_id: ProviderId) -> bool:
    provider = await provider_of(desk, provider_id)
    await wrap_future(desk.writer.submit(roster.record_key, provider_id=provider_id, key=None))
    return await wrap_future(desk.keys.delete(provider))


async def _remove(desk: Desk, provider_id: ProviderId) -> Changes:
    provider = await provider_of(desk, provider_id)
    changes = await wrap_future(desk.writer.submit(roster.remove_provider, provider_id=provider_id))
    if provider.key_origin is not None:
        await wrap_future(desk.keys.delete(provider))
    return changes
