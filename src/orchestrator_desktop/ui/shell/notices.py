"""What the engine has to say that is no change of a row, in the window's words."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication

from orchestrator_desktop.engine.notices import Notice, NoticeKind
from orchestrator_desktop.ui.acts import error_words
from orchestrator_desktop.ui.counted import Counted
from orchestrator_desktop.ui.names import provider_name

notices: Final = Counted("notices")


def notice_words(notice: Notice) -> str:
    """What a toast says of a notice; empty where nothing needs saying."""
    if notice.kind is NoticeKind.DISK_TROUBLE and notice.error is not None:
        return error_words(notice.error)
    words = {
        NoticeKind.MODEL_STARTING: loading_words(),
        NoticeKind.MODEL_BROKEN: QCoreApplication.translate(
            "notices", "The built-in model stopped. What arrived is kept; try again, or choose another in Settings."
        ),
        NoticeKind.KEY_IN_MEMORY: QCoreApplication.translate(
            "notices", "The system keyring is locked or missing. The key stays in memory until you quit."
        ),
        NoticeKind.OFFLINE: QCoreApplication.translate(
            "notices", "%1 cannot be reached. Kept here, sent in order when it returns."
        ),
        NoticeKind.BACK_ONLINE: notices.tr("Back online. %n delegation(s) are leaving.", "", notice.count),
        NoticeKind.BUDGET: notices.tr("A budget is spent: %n delegation(s) wait for you.", "", notice.count),
        NoticeKind.DISK_WELL: QCoreApplication.translate("notices", "Everything is saved again."),
        NoticeKind.BUG: bug_words(),
    }.get(notice.kind, "")
    return words.replace("%1", provider_name(notice.provider))


def notice_act_words(notice: Notice) -> str:
    """What the toast's button does about it; empty where there is nothing to do."""
    return {
        NoticeKind.BACK_ONLINE: QCoreApplication.translate("notices", "Hold"),
        NoticeKind.BUDGET: QCoreApplication.translate("notices", "Show"),
        NoticeKind.BUG: copy_words(),
    }.get(notice.kind, "")


def loading_words() -> str:
    return QCoreApplication.translate("notices", "Loading the built-in model, a few seconds.")


def bug_words() -> str:
    """What is said of a bug; its report is offered beside."""
    return QCoreApplication.translate("notices", "Something went wrong. What you wrote is kept.")


def copy_words() -> str:
    return QCoreApplication.translate("notices", "Copy report")


def held_words() -> str:
    """After Hold."""
    return QCoreApplication.translate("notices", "The queue is paused. Nothing is sent until you resume it.")
