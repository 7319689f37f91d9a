"""What the engine has to say that is no change of a row, in the window's words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from orchestrator_desktop.engine.notices import Notice, NoticeKind
from orchestrator_desktop.ui.acts import error_words


def notice_words(notice: Notice) -> str:
    """What a toast says of a notice; empty where nothing needs saying."""
    if notice.kind is NoticeKind.DISK_TROUBLE and notice.error is not None:
        return error_words(notice.error)
    return {
        NoticeKind.MODEL_STARTING: loading_words(),
        NoticeKind.MODEL_BROKEN: QCoreApplication.translate(
            "notices", "The built-in model stopped. What arrived is kept; try again, or choose another in Settings."
        ),
        NoticeKind.KEY_IN_MEMORY: QCoreApplication.translate(
            "notices", "The system keyring is locked or missing. The key stays in memory until you quit."
        ),
        NoticeKind.DISK_WELL: QCoreApplication.translate("notices", "Everything is saved again."),
        NoticeKind.BUG: bug_words(),
    }.get(notice.kind, "")


def loading_words() -> str:
    return QCoreApplication.translate("notices", "Loading the built-in model, a few seconds.")


def bug_words() -> str:
    """What is said of a bug; its report is offered beside."""
    return QCoreApplication.translate("notices", "Something went wrong. What you wrote is kept.")


def copy_words() -> str:
    return QCoreApplication.translate("notices", "Copy report")
