"""The first tasks: complete in both languages, and what their grammar promises holds with the real model.

How good the answers are is measured by hand: tests/builtin_eval.
"""

from __future__ import annotations

import re

import httpx

from orchestrator_desktop.domain.briefing import Ask, compose
from orchestrator_desktop.domain.task import Level
from orchestrator_desktop.exchange.starters import Starter, read_starters
from orchestrator_desktop.providers.builtin.model import BuiltIn, Running
from orchestrator_desktop.system.resources import resource
from tests.providers_builtin.test_model import _run, _weights


def _starters() -> tuple[Starter, ...]:
    return read_starters(resource("starters/starters.json").read_text(encoding="utf-8"))


def test_three_cards_in_both_languages() -> None:
    starters = _starters()
    assert len({starter.id for starter in starters}) == len(starters) == 3
    for starter in starters:
        assert starter.level is Level.AI_ALONE
        assert resource(f"icons/{starter.icon}.svg").is_file()
        for language in ("en", "fr"):
            shown = (starter.title(language), starter.subtitle(language), starter.specialist.name(language))
            assert all(shown), f"{starter.id} in {language}"
        assert starter.sentence("fr") == starter.sentence("en"), "the model writes English only"


async def _answer(running: Running, client: httpx.AsyncClient, starter: Starter, sentence: str) -> tuple[str, str]:
    role = starter.specialist
    messages = compose(Ask(sentence), instructions=role.instructions, examples=role.examples)
    answer = await client.post(
        f"{running.base_url}/chat/completions",
        headers={"authorization": f"Bearer {running.key.reveal()}"},
        json={
            "messages": [{"role": message.role.value, "content": message.text} for message in messages],
            "temperature": role.options.temperature,
            "top_p": role.options.top_p,
            "max_tokens": role.options.max_tokens,
            "seed": 7,
            **role.options.extra,
        },
    )
    choice = answer.raise_for_status().json()["choices"][0]
    return choice["message"]["content"], choice["finish_reason"]


def test_each_answer_is_five_numbered_lines_and_ends_by_itself() -> None:
    async def work() -> None:
        model = BuiltIn()
        async with model.use(_weights()) as running, httpx.AsyncClient(timeout=60) as client:
            starters = _starters()
            odd = [(starters[0], "Préparez la fête de l'école 🎉")]
            for starter, sentence in [(starter, starter.sentence("en")) for starter in starters] + odd:
                text, finish = await _answer(running, client, starter, sentence)
                lines = text.strip().split("\n")
                assert finish == "stop", text
                assert [line.partition(". ")[0] for line in lines] == ["1", "2", "3", "4", "5"], text
                assert all(re.search(r"\w{2}", line.partition(". ")[2]) for line in lines), text
                assert not re.search(r"[*#_<>]|[a-z] \d", text), text
        await model.close()

    _run(work())
