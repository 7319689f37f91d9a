"""A secret is seen by nobody who does not ask for it by name."""

import copy
import json
import logging
import pickle
from dataclasses import asdict, dataclass

import pytest

from orchestrator_desktop.domain.secret import Secret

KEY = "sk-proj-abcdefghijkl1234"
SHOWN = [
    repr,
    str,
    "{}".format,
    "{!r}".format,
    lambda secret: f"{secret}",
    lambda secret: "%s %r" % (secret, secret),  # noqa: UP031 - what a log call does
    lambda secret: repr([secret, {"key": secret}]),
    lambda secret: repr(Holder(secret)),
    lambda secret: json.dumps({"key": secret}, default=str),
    lambda secret: str(ValueError(secret)),
]


@dataclass
class Holder:
    key: Secret


@pytest.mark.parametrize("show", SHOWN)
def test_it_never_shows(show) -> None:  # type: ignore[no-untyped-def]
    shown = show(Secret(KEY))
    assert "abcdefgh" not in shown
    assert "1234" not in shown
    assert "•••" in shown or "\\u2022" in shown


def test_it_never_reaches_a_log(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        logging.getLogger("test").info("key %s", Secret(KEY))
    assert KEY not in caplog.text


@pytest.mark.parametrize("carry", [pickle.dumps, copy.copy, copy.deepcopy, lambda secret: asdict(Holder(secret))])
def test_it_is_never_copied_or_pickled(carry) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(TypeError, match="never pickled"):
        carry(Secret(KEY))


def test_it_has_no_dict_to_look_into() -> None:
    assert not hasattr(Secret(KEY), "__dict__")


def test_only_reveal_gives_it() -> None:
    assert Secret(KEY).reveal() == KEY


def test_a_tail_is_shown_of_long_keys_only() -> None:
    assert Secret(KEY).tail == "1234"
    assert Secret("short-key").tail == ""


def test_a_fingerprint_recognises_the_key_for_one_origin() -> None:
    here, there = "https://api.openai.com", "https://example.com"
    assert Secret(KEY).fingerprint(here) == Secret(KEY).fingerprint(here)
    assert Secret(KEY).fingerprint(here) != Secret(KEY).fingerprint(there)
    assert Secret(KEY).fingerprint(here) != Secret(KEY + "x").fingerprint(here)
    assert KEY not in Secret(KEY).fingerprint(here)


def test_equal_secrets_are_equal_and_no_text_is() -> None:
    assert Secret(KEY) == Secret(KEY)
    assert len({Secret(KEY), Secret(KEY), Secret("other")}) == 2
    assert Secret(KEY) != KEY
