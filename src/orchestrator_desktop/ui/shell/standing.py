"""What the status block says: where the next answer would come from, and what was spent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication

from orchestrator_desktop.domain import moments
from orchestrator_desktop.domain.attempts import WaitReason
from orchestrator_desktop.domain.circuit import Circuit
from orchestrator_desktop.domain.delegate import Provider, ProviderKind
from orchestrator_desktop.domain.errors import ProviderErrorKind
from orchestrator_desktop.operations.delegations import default_specialist
from orchestrator_desktop.store import delegates, queue, spending
from orchestrator_desktop.ui import formats
from orchestrator_desktop.ui.counted import Counted
from orchestrator_desktop.ui.paint import Connection
from orchestrator_desktop.ui.refusals import key_refused
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.shell.status import Status

Sidebar: Final = Counted("Sidebar")
NEAR = 0.8
"""From this share of a limit on the block warns."""


def read_status(services: Services) -> Status:
    """Short reads, for the window's thread: the provider of whoever would get a new task, and the spend of the day."""
    store = services.store
    specialist = default_specialist(store)
    provider = None if specialist is None else delegates.provider(store, specialist.provider_id)
    connection, word, more = _no_provider() if provider is None else _reach(services, provider)
    short = "" if provider is None else _short_name(provider)
    spend = _spend(services)
    more = "\n".join(part for part in (more, spend.all) if part)
    return Status(connection, word, short, spend.words, spend.share, spend.near, more)


def trouble_status(words: str) -> Status:
    """Nothing can be written."""
    return Status(Connection.OFFLINE, QCoreApplication.translate("Sidebar", "Not saved"), "", words)


def _no_provider() -> tuple[Connection, str, str]:
    return Connection.OFFLINE, QCoreApplication.translate("Sidebar", "No provider"), ""


def _reach(services: Services, provider: Provider) -> tuple[Connection, str, str]:
    """The dot, its word, and what a tooltip adds."""
    trouble = queue.circuit(services.store, provider.id)
    if trouble is not None and (said := _trouble(services, provider, trouble)) is not None:
        return said
    if provider.kind is not ProviderKind.REMOTE:
        return Connection.LOCAL, QCoreApplication.translate("Sidebar", "On this computer"), ""
    return _test(services, provider)


def _test(services: Services, provider: Provider) -> tuple[Connection, str, str]:
    """What is known of a provider elsewhere: by its last test, or by an answer since."""
    if key_refused(services, provider):
        return Connection.OFFLINE, QCoreApplication.translate("Sidebar", "Key refused"), ""
    well = provider.test_error is None and provider.tested_at is not None
    if well or queue.answered_since(services.store, provider.name, provider.tested_at):
        return Connection.ONLINE, QCoreApplication.translate("Sidebar", "Online"), ""
    words: dict[str | None, str] = {
        None: QCoreApplication.translate("Sidebar", "Not tried yet"),
        ProviderErrorKind.KEY_REFUSED: QCoreApplication.translate("Sidebar", "Key refused"),
        ProviderErrorKind.UNREACHABLE: QCoreApplication.translate("Sidebar", "Not reached"),
    }
    failed = QCoreApplication.translate("Sidebar", "Test failed")
    return Connection.OFFLINE, words.get(provider.test_error, failed), ""


def _trouble(services: Services, provider: Provider, trouble: Circuit) -> tuple[Connection, str, str] | None:
    """None for trouble that is over, or may be chance."""
    locale = services.languages.locale
    if trouble.reason is WaitReason.OFFLINE:
        word = QCoreApplication.translate("Sidebar", "Offline since %1").replace("%1", _since(services, trouble))
        local = QCoreApplication.translate("Sidebar", "Local models still work.")
        return Connection.OFFLINE, word, local if provider.leaves_computer else ""
    if trouble.open_until is None or not trouble.open_at(services.now()):
        return None
    until = QCoreApplication.translate("Sidebar", "Next try at %1.")
    more = until.replace("%1", formats.clock(trouble.open_until, locale))
    if trouble.reason is WaitReason.SLOW_DOWN:
        return Connection.OFFLINE, QCoreApplication.translate("Sidebar", "Asks to slow down"), more
    return Connection.OFFLINE, QCoreApplication.translate("Sidebar", "Does not answer"), more


def _since(services: Services, trouble: Circuit) -> str:
    """The time of day; the day where it is another one."""
    locale, day = services.languages.locale, trouble.since.astimezone().date()
    if day == services.today():
        return formats.clock(trouble.since, locale)
    return formats.written(day, "d MMM", locale)


def _short_name(provider: Provider) -> str:
    if provider.kind is ProviderKind.BUILTIN:
        return QCoreApplication.translate("Sidebar", "Built-in")
    return provider.name


@dataclass(frozen=True, slots=True)
class _Spend:
    """The line, its bar, and the same in full."""

    words: str
    share: float | None
    near: bool
    all: str


def _spend(services: Services) -> _Spend:
    """What the day has cost, of its limit; of the month's where that one is nearer."""
    store, today, budget = services.store, services.today(), spending.budget(services.store)
    day = spending.spent_since(store, moments.day_bounds(today)[0])
    unknown = _unknown(day.unknown)
    if budget.month is not None:
        month = spending.spent_since(store, moments.day_bounds(today.replace(day=1))[0]).micro
        if budget.day is None or _share(month, budget.month) > _share(day.micro, budget.day):
            return _limited(services, month, budget.month, unknown, monthly=True)
    if budget.day is not None:
        return _limited(services, day.micro, budget.day, unknown, monthly=False)
    amount = formats.money(day.micro, services.languages.locale)
    words = QCoreApplication.translate("Sidebar", "%1 today").replace("%1", amount)
    return _Spend(_joined(words, unknown), None, near=False, all="")


def _limited(services: Services, micro: int, limit: int, unknown: str, *, monthly: bool) -> _Spend:
    """A spend with its limit: the figures, and near the limit how near."""
    locale, share = services.languages.locale, _share(micro, limit)
    whole = QCoreApplication.translate("Sidebar", "%1 of %2 this month")
    part = QCoreApplication.translate("Sidebar", "%1 of this month’s budget")
    spent = QCoreApplication.translate("Sidebar", "This month’s %2 is spent")
    if not monthly:
        whole = QCoreApplication.translate("Sidebar", "%1 of %2 today")
        part = QCoreApplication.translate("Sidebar", "%1 of today’s budget")
        spent = QCoreApplication.translate("Sidebar", "Today’s %2 is spent")
    figures = whole.replace("%1", formats.money(micro, locale)).replace("%2", formats.money(limit, locale))
    if share < NEAR:
        return _Spend(_joined(figures, unknown), share, near=False, all="")
    near = part.replace("%1", formats.percent(int(share * 100), locale))
    said = near if share < 1 else spent.replace("%2", formats.money(limit, locale))
    return _Spend(_joined(said, unknown), share, near=True, all=figures)


def _share(micro: int, limit: int) -> float:
    return min(1.0, micro / limit) if limit else 1.0


def _unknown(count: int) -> str:
    return Sidebar.tr("+ %n unknown", "", count) if count else ""


def _joined(words: str, unknown: str) -> str:
    return f"{words} {unknown}".rstrip()
