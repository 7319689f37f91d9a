"""Keys that exist nowhere else, servers that repeat them in every way they know, and a search for what was left."""

from __future__ import annotations

import html
import json
import random
import string
from base64 import b64encode, urlsafe_b64encode
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import quote

from orchestrator_desktop.providers.base import Dialect
from tests.e2e.wire_replies import CHAT, OLLAMA
from tests.fakes.answers import openai_chat, openai_error
from tests.fakes.replay import Reply, events, lines, raw, status
from tests.providers.asking import GOOD, PROOF, until

PIECE = 12
"""Characters in a row that tell a key from everything else."""
TEXT = "One, two, three and four."
START = "One, tw"


def new_key(*, odd: bool = False) -> str:
    """Forty characters; with `odd` many that addresses, pages and JSON write in another way."""
    letters = string.ascii_letters + string.digits
    chance = random.SystemRandom()
    key = "".join(chance.choice(letters) for _ in range(40))
    return (
        "".join(f"{key[at : at + 3]}{mark}" for at, mark in zip(range(0, 30, 3), '+/=%&<>~"#', strict=True))
        if odd
        else key
    )


def spellings(key: str) -> list[str]:
    """`key` in all the forms in which it may have been written down."""
    shifted = [b64encode(b"\0" * shift + key.encode()).decode()[4 if shift else 0 : -4] for shift in range(3)]
    plain = [key, quote(key, safe=""), quote(key), html.escape(key), json.dumps(key)[1:-1], key.encode().hex()]
    return [*plain, *shifted, *(text.translate(str.maketrans("+/", "-_")) for text in shifted)]


class Hunt:
    """Looks for any piece of any of the keys."""

    def __init__(self, keys: Iterable[str]) -> None:
        self._pieces = {
            spelling[at : at + PIECE].encode()
            for key in keys
            for spelling in spellings(key)
            for at in range(len(spelling) - PIECE + 1)
        }

    def found_in(self, data: bytes | str) -> set[bytes]:
        """The pieces that are there."""
        body = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
        narrow = body.replace(b"\0", b"")  # in UTF-16 too: what a toolkit of windows may write
        found = {body[at : at + PIECE] for at in range(len(body) - PIECE + 1)} & self._pieces
        return found | ({narrow[at : at + PIECE] for at in range(len(narrow) - PIECE + 1)} & self._pieces)

    def found_under(self, folder: Path) -> dict[str, set[bytes]]:
        """The files that hold some, and what."""
        found = {str(path): self.found_in(path.read_bytes()) for path in files_under(folder)}
        return {path: pieces for path, pieces in found.items() if pieces}


def files_under(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file())


def refusals(key: str) -> dict[str, Reply]:
    """Each repeats the key, whole or in part; each is the only reply to its request."""
    page = f'<html><a href="/login?key={quote(key, safe="")}">{html.escape(key)}</a></html>'
    part = openai_error(401, f"Incorrect API key provided: {key[:14]}...{key[-6:]}.")
    return {
        "401 whole": openai_error(401, f"Incorrect API key provided: {key}. Find yours on our site."),
        "401 in part": part,
        "401 masked in part": openai_error(401, f"Incorrect API key: {key[:13]}*********{key[-4:]}"),
        "401 as a page": status(401, body=page),
        "401 in a list": status(401, body=[{"error": {"code": 401, "message": key, "status": "UNAUTHENTICATED"}}]),
        "403 in base64": status(403, body={"error": {"message": b64encode(f"user:{key}".encode()).decode()}}),
        "403 for addresses": status(403, body={"error": urlsafe_b64encode(key.encode()).decode()}),
        "400 passed on": status(400, body={"error": {"message": "x", "metadata": {"raw": json.dumps({"key": key})}}}),
        "400 as its number": openai_error(400, "no").with_headers(x_request_id=key),
        "a redirect": status(307, {"location": f"https://elsewhere.test/?key={quote(key, safe='')}"}),
        "plain text": raw(f"You sent {key}"),
    }


def answers(dialect: Dialect, key: str) -> dict[str, Reply]:
    """The same within what begins as an answer, or is one."""
    start, most = until(dialect, START, of=TEXT).body, GOOD[dialect](key[:30])
    error = lines({"error": f"bad key {key}"}) if dialect is OLLAMA else events({"error": {"message": f"bad {key}"}})
    broken = f'{{"key": {key}}}\n'.encode() if dialect is OLLAMA else f'data: {{"key": {key}\n\n'.encode()
    replies = {
        "an error inside": raw(start + error.body),
        "broken inside": raw(start + broken),
        "in the answer": GOOD[dialect](f"Your key is {key}, and that is all.").drip(7),
        "as the model": raw(GOOD[dialect](TEXT).body.replace(b'"m"', json.dumps(key).encode())),
        "cut within it": raw(most.body[: most.body.index(PROOF[dialect])]),
    }
    if dialect is CHAT:
        replies["as the reason"] = openai_chat(TEXT, finish=key)
        replies["as a refusal"] = events(
            {"choices": [{"delta": {"refusal": f"Not for {key}"}, "finish_reason": "stop"}]}
        )
    return replies
