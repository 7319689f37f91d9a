"""Why an attempt is not a whole answer, where no ProviderErrorKind says it."""

from __future__ import annotations

from enum import StrEnum


class EndReason(StrEnum):
    """What `Attempt.error` holds besides the values of ProviderErrorKind."""

    LENGTH = "length"  # the model's own limit
    DECLINED = "declined"  # the model, or its provider's filter; the words are in the detail
    CUT = "cut"  # the connection, or the server, ended before the answer did
    EMPTY = "empty"  # a proper end, and not a word
    STOPPED = "stopped"  # by the user
    APP_ENDED = "app_ended"  # quit or killed while the answer was on its way
    APP_ENDED_SENT = "app_ended_sent"  # … before a word had come: the provider may have received it, or not
    DELEGATE_GONE = "delegate_gone"  # nothing was sent: the specialist was removed
    PROVIDER_OFF = "provider_off"  # nothing was sent: switched off
    NO_MODEL = "no_model"  # nothing was sent: neither the specialist nor its provider names one
    LEVEL_3 = "level_3"  # nothing was sent: the task has become level 3
    BUG = "bug"  # ours; the log says where
