"""Settings that a model rejects: mended, sent again, remembered; anything else is left to the user."""

from __future__ import annotations

import pytest

from orchestrator_desktop.domain.attempts import AttemptState
from orchestrator_desktop.domain.errors import ProviderErrorKind
from orchestrator_desktop.domain.messages import Options
from orchestrator_desktop.providers.base import Dialect
from tests.fakes.answers import anthropic, openai_chat, openai_error
from tests.fakes.replay import ReplayServer, Reply, status
from tests.providers.asking import GOOD, ask, endpoint, question

COMPLAINT = openai_error(
    400,
    "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
    code="unsupported_parameter",
    param="max_tokens",
)


def test_a_rejected_setting_is_renamed_sent_again_and_remembered(server: ReplayServer) -> None:
    server.script(COMPLAINT, openai_chat("one"), openai_chat("two"), COMPLAINT, openai_chat("three"))
    place, options = endpoint(server), Options(max_tokens=50)
    same = question(place, options=options)
    heard = ask(same, same, question(place, options=options, model="other"))
    assert [one.text for one in heard] == ["one", "two", "three"]
    assert [set(sent.json) & {"max_tokens", "max_completion_tokens"} for sent in server.requests] == [
        {"max_tokens"},
        {"max_completion_tokens"},
        {"max_completion_tokens"},
        {"max_tokens"},
        {"max_completion_tokens"},
    ]
    assert server.requests[1].json["max_completion_tokens"] == 50


def test_several_rejected_settings_are_left_out_one_after_the_other(server: ReplayServer) -> None:
    server.script(
        COMPLAINT,
        openai_error(
            400, "Unsupported value: 'temperature' does not support 0.2 with this model.", param="temperature"
        ),
        status(422, body={"message": {"detail": [{"type": "extra_forbidden", "loc": ["body", "stream_options"]}]}}),
        openai_chat("Hi"),
    )
    (heard,) = ask(question(endpoint(server), options=Options(temperature=0.2, max_tokens=50)))
    assert heard.state is AttemptState.COMPLETE
    assert set(server.requests[-1].json) == {"model", "messages", "stream", "max_completion_tokens"}


def test_a_setting_is_mended_once_not_for_ever(server: ReplayServer) -> None:
    server.always(COMPLAINT)
    (heard,) = ask(question(endpoint(server), options=Options(max_tokens=50)))
    assert heard.kind is ProviderErrorKind.BAD_REQUEST
    assert len(server.requests) == 2


@pytest.mark.parametrize(
    "complaint",
    [
        openai_error(400, "max_tokens is too large: 100000. This model supports at most 16384.", param="max_tokens"),
        openai_error(400, "Unsupported parameter: 'tools'", param="tools", code="unsupported_parameter"),
        openai_error(400, "Invalid value for 'messages'", code="invalid_value"),
    ],
)
def test_other_complaints_are_the_users_to_answer(server: ReplayServer, complaint: Reply) -> None:
    server.script(complaint)
    (heard,) = ask(question(endpoint(server), options=Options(max_tokens=100_000)))
    assert heard.kind is ProviderErrorKind.BAD_REQUEST
    assert len(server.requests) == 1


def test_claude_that_takes_one_sampling_setting_is_given_one(server: ReplayServer) -> None:
    words = "`temperature` and `top_p` cannot both be specified for this model. Please use only one."
    server.script(status(400, body={"error": {"type": "invalid_request_error", "message": words}}), anthropic("Hi"))
    place = endpoint(server, Dialect.ANTHROPIC)
    (heard,) = ask(question(place, options=Options(temperature=0.2, top_p=0.9)))
    assert heard.text == "Hi"
    assert "temperature" not in server.requests[1].json
    assert server.requests[1].json["top_p"] == 0.9


@pytest.mark.parametrize("param", ["temperature", "stream_options", "stream_options.include_usage"])
@pytest.mark.parametrize("dialect", [Dialect.OPENAI_CHAT, Dialect.OPENAI_RESPONSES])
def test_both_of_openais_dialects_are_mended_alike(server: ReplayServer, dialect: Dialect, param: str) -> None:
    setting = param.partition(".")[0]
    complaint = openai_error(400, f"Unsupported parameter: '{param}'", param=param, code="unsupported_parameter")
    server.script(complaint, GOOD[dialect]("Hi"))
    (heard,) = ask(question(endpoint(server, dialect), options=Options(temperature=0.2)))
    if dialect is Dialect.OPENAI_RESPONSES and setting == "stream_options":  # never sent to others than OpenAI
        assert heard.kind is ProviderErrorKind.BAD_REQUEST
    else:
        assert heard.text == "Hi"
        assert set(server.requests[0].json) - set(server.requests[1].json) == {setting}


def test_what_keeps_an_answer_from_being_stored_is_never_left_out(server: ReplayServer) -> None:
    server.always(openai_error(400, "Unsupported parameter: 'store'", param="store", code="unsupported_parameter"))
    (heard,) = ask(question(endpoint(server, Dialect.OPENAI_RESPONSES)))
    assert (heard.kind, len(server.requests)) == (ProviderErrorKind.BAD_REQUEST, 1)
