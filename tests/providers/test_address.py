"""Which addresses a key may be sent to, and how a pasted one is understood."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orchestrator_desktop.domain.errors import UserError
from orchestrator_desktop.providers.address import check_base_url, is_loopback, origin


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("https://api.openai.com/v1", "https://api.openai.com/v1"),
        ("  https://api.openai.com/v1/  ", "https://api.openai.com/v1"),
        ("HTTPS://API.OpenAI.com:443/v1", "https://api.openai.com/v1"),
        ("https://api.openai.com/v1/chat/completions", "https://api.openai.com/v1"),
        ("https://api.anthropic.com/v1/messages", "https://api.anthropic.com/v1"),
        ("https://api.anthropic.com", "https://api.anthropic.com"),
        ("https://llm.halden.example/openai/v1/models/", "https://llm.halden.example/openai/v1"),
        ("https://gateway.example:8443/Team-A/v1", "https://gateway.example:8443/Team-A/v1"),
        ("http://localhost:11434/v1", "http://localhost:11434/v1"),
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
        ("http://127.8.9.1/v1", "http://127.8.9.1/v1"),
        ("http://[::1]:8080/v1", "http://[::1]:8080/v1"),
        ("https://[2001:db8::1]/v1", "https://[2001:db8::1]/v1"),
    ],
)
def test_an_address_is_normalised_and_what_was_pasted_too_much_is_forgiven(typed: str, meant: str) -> None:
    assert check_base_url(typed) == meant
    assert check_base_url(meant) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "hello",
        "not a url",
        "api.openai.com/v1",
        "localhost:11434",
        "ftp://api.openai.com",
        "file:///etc/passwd",
        "https://",
        "https:///v1",
        "https://a..b/v1",
        "https://api.openai.com:port/v1",
        "https://api.openai.com:99999/v1",
        "https://api.openai.com:0/v1",
        "https://[::1/v1",
        "https://[fe80::zz]/v1",
        "https://api.open\nai.com/v1",
        "https://api.open\tai.com/v1",
        "https://api.openai.com/v1 /x",
        "https://api.openai.com\\@evil.example/v1",
        "https://api.openai.com/\x00",
    ],
)
def test_what_is_not_an_address_is_said_to_be_none_with_an_example(typed: str) -> None:
    with pytest.raises(UserError, match=r"is not a web address.*https://api.openai.com/v1"):
        check_base_url(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "http://api.openai.com/v1",
        "http://192.168.1.20:11434/v1",
        "http://localhost.evil.example/v1",
        "http://127.0.0.1.evil.example/v1",
        "http://2130706433/v1",
        "http://0.0.0.0:11434/v1",
        "http://[::ffff:10.0.0.1]/v1",
    ],
)
def test_plain_http_is_for_this_computer_alone(typed: str) -> None:
    with pytest.raises(UserError, match=r"not encrypted.*https://"):
        check_base_url(typed)


def test_a_password_in_the_address_is_refused_and_not_repeated() -> None:
    with pytest.raises(UserError, match="before the @") as caught:
        check_base_url("https://nora:hunter2@api.openai.com/v1")
    assert "hunter2" not in str(caught.value)


@pytest.mark.parametrize("typed", ["https://api.example/v1?key=abc", "https://api.example/v1#models"])
def test_a_query_or_a_fragment_is_refused(typed: str) -> None:
    with pytest.raises(UserError, match="goes on too far"):
        check_base_url(typed)


@given(st.text(max_size=60))
def test_any_text_gives_an_address_or_a_plain_word(typed: str) -> None:
    try:
        meant = check_base_url(typed)
    except UserError:
        return
    assert meant.startswith("https://") or is_loopback(meant)


@pytest.mark.parametrize(
    ("url", "local"),
    [
        ("http://localhost:1234/v1", True),
        ("http://127.0.0.2/v1", True),
        ("https://[::1]/v1", True),
        ("https://api.openai.com/v1", False),
        ("https://localhost.example/v1", False),
    ],
)
def test_this_computer_is_known_by_its_names(url: str, local: bool) -> None:
    assert is_loopback(url) is local


def test_a_key_belongs_to_scheme_host_and_port() -> None:
    same = {origin("https://api.example/v1"), origin("https://API.example:443/v2/chat")}
    others = {origin("https://api.example:8443/v1"), origin("https://other.example/v1"), origin("http://localhost/v1")}
    assert same == {"https://api.example"}
    assert len(others | same) == 4
