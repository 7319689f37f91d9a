"""What can be done with a delegation on the board, by where it stands: the most likely first."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QCoreApplication

from orchestrator_desktop.domain.attempts import AttemptState, WaitReason
from orchestrator_desktop.domain.endings import EndReason
from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP
from orchestrator_desktop.domain.errors import ProviderErrorKind as Kind
from orchestrator_desktop.store.board import BoardRow
from orchestrator_desktop.ui.delegated.groups import Group, group_of


class Deed(StrEnum):
    """One thing that the user can do with a delegation."""

    STOP = "stop"
    RETRY = "retry"
    CONTINUE = "continue"
    NOW = "now"  # let go what is held, waits, or would exceed a limit
    TOMORROW = "tomorrow"
    HOLD = "hold"
    LOCAL = "local"  # hand it to the specialist on this computer
    ANOTHER = "another"
    KEY = "key"
    PROVIDER = "provider"
    KEEP = "keep"
    BACK = "back"
    REVIEW = "review"
    REQUEST = "request"  # look at what was sent
    LOOK = "look"  # look at what would be sent


_KEY_TROUBLE: Final = frozenset({Kind.NO_KEY, Kind.KEY_REFUSED})
_SETTINGS_TROUBLE: Final = frozenset(
    {
        Kind.NOT_ALLOWED,
        Kind.NO_MONEY,
        Kind.MODEL_UNKNOWN,
        Kind.UNTRUSTED,
        Kind.REDIRECTED,
        Kind.GARBLED,
        Kind.MODEL_BROKEN,
        EndReason.PROVIDER_OFF,
        EndReason.NO_MODEL,
    }
)
_CONTINUED: Final = frozenset({AttemptState.INTERRUPTED, AttemptState.TRUNCATED, AttemptState.CANCELLED})
"""States of which what arrived can be gone on with."""

_KEYS: Final[Mapping[Deed, str]] = {
    Deed.RETRY: "R",
    Deed.CONTINUE: "C",
    Deed.ANOTHER: "D",
    Deed.HOLD: "H",
    Deed.TOMORROW: "W",
    Deed.REQUEST: "I",
}


def key_of(deed: Deed) -> str:
    """The single letter that does it on the Delegated screen, empty for none."""
    return _KEYS.get(deed, "")


def deeds_of(row: BoardRow, *, local: bool = False) -> tuple[Deed, ...]:
    """Everything that can be done with a delegation now. `local`: somebody on this computer could take it over."""
    group = group_of(row)
    if group is Group.BACK:
        found: tuple[Deed, ...] = (Deed.REVIEW,) if row.task_stage == "in_review" else ()
    elif group is Group.RUNNING:
        found = (Deed.STOP,)
    elif row.state.to_come:
        found = _changed(row) or (*_to_come(row, local=local), Deed.STOP, Deed.BACK)
    else:
        found = _ended(row)
    return (*found, Deed.REQUEST) if row.sent_at is not None else found


def row_deeds(row: BoardRow, *, local: bool = False) -> tuple[Deed, ...]:
    """What the row itself offers, at most three: nothing where all goes well."""
    if group_of(row) in (Group.BACK, Group.RUNNING) or row.state is AttemptState.QUEUED:
        return ()
    quiet = {Deed.HOLD, Deed.STOP, Deed.KEEP, Deed.REQUEST} | (
        {Deed.BACK} if row.state.to_come and not _changed(row) else set()
    )
    return tuple(deed for deed in deeds_of(row, local=local) if deed not in quiet)[:3]


def bar_deeds(row: BoardRow, *, local: bool = False) -> tuple[Deed, ...]:
    """What the pane's action bar offers: one thing where the row says what leaves, else at most two. What arrived can
    be reviewed from there."""
    found = [deed for deed in deeds_of(row, local=local) if deed is not Deed.REQUEST]
    if Deed.KEEP in found:
        return (found[0], Deed.KEEP)
    return tuple(found[: 1 if group_of(row) is Group.QUEUED else 2])


def deed_name(deed: Deed, row: BoardRow, *, who: str = "") -> str:
    """Words of its button. `who` is the only one it could be handed to, where there is just one."""
    if deed is Deed.NOW:
        if _changed(row):
            return _tr(QT_TRANSLATE_NOOP("Deed", "Send as it is now"))
        return _tr(_NOW_BUDGET if _over_budget(row) else _NOW_HELD if row.state is AttemptState.DRAFT else _NOW)
    if deed is Deed.KEY and row.error == Kind.NO_KEY:
        return _tr(QT_TRANSLATE_NOOP("Deed", "Give the key…"))
    if deed in (Deed.ANOTHER, Deed.LOCAL) and who:
        return _tr(QT_TRANSLATE_NOOP("Deed", "Hand to %1")).replace("%1", who)
    return _tr(_NAMES[deed])


def _to_come(row: BoardRow, *, local: bool) -> tuple[Deed, ...]:
    if row.state is AttemptState.QUEUED:
        return (Deed.HOLD, Deed.ANOTHER)
    if row.state is AttemptState.DRAFT:
        return (Deed.NOW, Deed.ANOTHER)
    if not _over_budget(row):
        return (Deed.NOW, Deed.ANOTHER, Deed.HOLD)
    tomorrow = (Deed.TOMORROW,) if row.not_before is None else ()
    here = (Deed.LOCAL,) if local and row.leaves_computer else ()
    return (Deed.NOW, *tomorrow, *here, Deed.ANOTHER, Deed.HOLD)


def _changed(row: BoardRow) -> tuple[Deed, ...]:
    """What can be done where what would be sent is no longer what was shown; nothing where that is not so."""
    if row.state is not AttemptState.WAITING or row.reason is not WaitReason.CHANGED:
        return ()
    return (Deed.LOOK, Deed.NOW, Deed.BACK, Deed.ANOTHER, Deed.HOLD, Deed.STOP)


def _over_budget(row: BoardRow) -> bool:
    return row.state is AttemptState.WAITING and row.reason is WaitReason.BUDGET


def _ended(row: BoardRow) -> tuple[Deed, ...]:
    if row.error == EndReason.LEVEL_3:
        return (Deed.BACK,)
    if row.error == EndReason.DELEGATE_GONE:
        return (Deed.ANOTHER, Deed.BACK)
    if row.state is AttemptState.REFUSED:
        return (Deed.ANOTHER, Deed.BACK, Deed.RETRY)
    if row.state is AttemptState.FAILED and row.provider_id is not None:
        if row.error in _KEY_TROUBLE:
            return (Deed.KEY, Deed.ANOTHER, Deed.RETRY, Deed.BACK)
        if row.error in _SETTINGS_TROUBLE:
            return (Deed.PROVIDER, Deed.ANOTHER, Deed.RETRY, Deed.BACK)
    kept = row.text_length > 0
    more = (Deed.CONTINUE,) if kept and row.state in _CONTINUED else ()
    return (*more, Deed.RETRY, Deed.ANOTHER, *((Deed.KEEP,) if kept else ()), Deed.BACK)


_NOW: Final = QT_TRANSLATE_NOOP("Deed", "Try now")
_NOW_HELD: Final = QT_TRANSLATE_NOOP("Deed", "Send now")
_NOW_BUDGET: Final = QT_TRANSLATE_NOOP("Deed", "Send anyway")
_NAMES: Final[Mapping[Deed, str]] = {
    Deed.STOP: QT_TRANSLATE_NOOP("Deed", "Stop"),
    Deed.RETRY: QT_TRANSLATE_NOOP("Deed", "Retry"),
    Deed.CONTINUE: QT_TRANSLATE_NOOP("Deed", "Continue"),
    Deed.TOMORROW: QT_TRANSLATE_NOOP("Deed", "Wait until tomorrow"),
    Deed.HOLD: QT_TRANSLATE_NOOP("Deed", "Hold"),
    Deed.LOCAL: QT_TRANSLATE_NOOP("Deed", "Use a local model"),
    Deed.ANOTHER: QT_TRANSLATE_NOOP("Deed", "Hand to another…"),
    Deed.KEY: QT_TRANSLATE_NOOP("Deed", "Replace the key…"),
    Deed.PROVIDER: QT_TRANSLATE_NOOP("Deed", "Open its settings…"),
    Deed.KEEP: QT_TRANSLATE_NOOP("Deed", "Review what arrived"),
    Deed.BACK: QT_TRANSLATE_NOOP("Deed", "Take back"),
    Deed.REVIEW: QT_TRANSLATE_NOOP("Deed", "Review"),
    Deed.REQUEST: QT_TRANSLATE_NOOP("Deed", "What was sent"),
    Deed.LOOK: QT_TRANSLATE_NOOP("Deed", "What would be sent"),
}


def _tr(text: str) -> str:
    return QCoreApplication.translate("Deed", text)
