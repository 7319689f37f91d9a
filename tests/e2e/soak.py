"""Two hundred kills at random moments of a process that captures, delegates and reviews, beside a provider in all
moods. `make soak` runs it; after each kill the file is sound, and every acknowledged act is there."""

from __future__ import annotations

import random
import sys
import tempfile
from pathlib import Path

from tests.e2e.killing import moody, requests_logged, until_killed, verify
from tests.engine.scene import Scene
from tests.fakes.replay import ReplayServer

KILLS = 200


def soak(kills: int, seed: int) -> None:
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as root, ReplayServer() as server:
        folder = Path(root)
        server.always(moody(seed))
        scene = Scene(folder)
        scene.add_provider(server.openai_url)
        scene.desk.close()
        known = []
        for number in range(kills):
            acts = until_killed(folder, number, after=chance.randrange(1, 60), pause=chance.random() / 20)
            known += acts
            verify(folder, acts)
            logged = requests_logged(folder)
            assert logged >= len(server.requests), "a request left that the log does not know"
            print(f"{number + 1:4} kills, {len(known):6} acts, {logged:6} requests: sound", flush=True)


if __name__ == "__main__":
    soak(int(sys.argv[1]) if len(sys.argv) > 1 else KILLS, seed=2026)
