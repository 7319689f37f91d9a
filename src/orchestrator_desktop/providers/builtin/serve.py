"""The built-in model's own process: llama.cpp's server on a loopback port. It imports nothing of the app.

Its order comes as one JSON line on standard input: `{"model": path, "name": …, "key": …, "context": tokens, "small":
true or false}`. The key is neither in the arguments nor in the environment, where other programs could read it. One
JSON line goes out, `{"port": …}` or `{"error": …}`; llama.cpp's own log goes to standard error. The end of the input
ends the process: it comes when the app lets go, and also when the app is killed.
"""

from __future__ import annotations

import ctypes
import json
import os
import signal
import sys
from pathlib import Path
from typing import Any, BinaryIO
from urllib.parse import urlsplit

_NICENESS = 5
_PR_SET_PDEATHSIG = 1


def main() -> int:
    """Serve until the input ends; 1 where the model cannot be loaded."""
    orders, answers = _pipes()
    _die_with_parent()
    _step_back()
    try:
        server = _start(json.loads(orders.readline()))
    except (ImportError, OSError, RuntimeError, ValueError) as error:
        _say(answers, {"error": str(error)})
        return 1
    _say(answers, {"port": urlsplit(server.listening_address).port})
    orders.read()
    # Not a return: llama.cpp would first finish the answer it is writing, for nobody.
    os._exit(0)


def _pipes() -> tuple[BinaryIO, BinaryIO]:
    """Input and output by number (a bundle without a console has no sys.stdin), the output out of llama.cpp's reach."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return os.fdopen(0, "rb"), answers


def _die_with_parent() -> None:
    """llama.cpp holds Python's lock while it loads, and the end of the input goes unseen; Linux can do without."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def _step_back() -> None:
    """The window goes first; on Windows the parent has asked for it."""
    if hasattr(os, "nice"):
        os.nice(_NICENESS)


def _start(order: dict[str, Any]) -> Any:
    """The running server: its constructor returns once the model is loaded."""
    import xllamacpp

    params = xllamacpp.CommonParams()
    params.model.path = order["model"]
    params.model_alias = {order["name"]}
    params.hostnames = ["127.0.0.1"]
    params.port = 0
    params.api_keys = [order["key"]]
    params.n_ctx = order["context"]
    params.n_parallel = 1
    params.cpuparams.n_threads = params.cpuparams_batch.n_threads = _threads()
    params.cache_ram_mib = 0  # would keep former prompts, up to 8 GB of them
    params.fit_params = False
    params.warmup = False  # the first request does it
    # Nothing but the model: no pages, no view of other requests, no other site's scripts.
    params.ui = False
    params.endpoint_slots = False
    params.cors_origins = ""
    if order["small"]:
        _hold_on_a_leash(params)
    return xllamacpp.Server(params)


def _hold_on_a_leash(params: Any) -> None:
    """What a model of less than a billion weights gets where a request asks for nothing else: it drifts and loops."""
    params.n_predict = 512
    params.sampling.temp = 0.4
    params.sampling.min_p = 0.1
    params.sampling.dry_multiplier = 0.8
    params.sampling.dry_penalty_last_n = 1024


def _threads() -> int:
    """One less than there are cores. llama.cpp's threads spin while they wait for each other: on two cores with other
    work to do, two threads wrote 2 tokens a second where one wrote 30 (and 115 against 60 with nothing else to do)."""
    if sys.platform == "linux":
        cores = len({_siblings(cpu) for cpu in os.sched_getaffinity(0)})
    else:
        cores = (os.cpu_count() or 1) // 2  # most have two threads a core, or slow cores beside fast ones
    return max(1, cores - 1)


def _siblings(cpu: int) -> str:
    """The threads of the core that `cpu` is one of."""
    try:
        return Path(f"/sys/devices/system/cpu/cpu{cpu}/topology/thread_siblings_list").read_text()
    except OSError:
        return str(cpu)


def _say(answers: BinaryIO, message: dict[str, object]) -> None:
    answers.write(json.dumps(message).encode() + b"\n")
    answers.flush()


if __name__ == "__main__":
    sys.exit(main())
