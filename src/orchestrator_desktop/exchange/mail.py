"""A mail file (.eml) as a task: subject, who sent it and when, its text, and what was attached."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.errors import MessageError
from email.header import decode_header
from email.message import Message
from email.utils import getaddresses, parsedate_to_datetime
from pathlib import Path
from typing import Final

from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP, UserError
from orchestrator_desktop.domain.transfer import Attached
from orchestrator_desktop.exchange.htmltext import html_to_text

LARGEST: Final = 64 * 1024 * 1024
"""Bytes of a mail file that is read."""
LONGEST: Final = 200_000
"""Characters of its text that are kept in the notes."""
MOST_PARTS: Final = 500
MOST_FILES: Final = 50
_LONGEST_LINE: Final = 1000
_NAME: Final = 200
_BLANK_LINES: Final = re.compile(r"\n{3,}")
_CHARSETS: Final = ("utf-8", "cp1252")
_DEEP: Final = 30
_BROKEN: Final = (ValueError, LookupError, TypeError, AttributeError, MessageError)
"""What the library raises of what is written wrongly."""


@dataclass(frozen=True, slots=True)
class Mail:
    """What a mail says. Whatever is broken in it is empty, never an error."""

    subject: str = ""
    sender: str = ""
    sent: datetime | None = None
    text: str = ""
    files: tuple[Attached, ...] = ()
    cut: bool = False
    """The text, or the number of attachments, was more than is kept."""


def read_file(path: Path) -> Mail:
    """Read a mail file. Raises UserError where it cannot be read at all or is too large."""
    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise UserError(
                QT_TRANSLATE_NOOP("errors", "{name} is larger than 64 MB, so it was not read. Nothing was changed."),
                name=path.name,
            )
        return read(path.read_bytes())
    except OSError as error:
        raise UserError(
            QT_TRANSLATE_NOOP("errors", "{name} cannot be read: {reason}. Nothing was changed."),
            name=path.name,
            reason=error.strerror or str(error),
        ) from error


def read(content: bytes) -> Mail:
    """What the bytes of a mail say; what is no mail becomes one with a text alone."""
    # Parsed by the older policy: its headers are decoded here, as the newer one raises where they are broken.
    message = message_from_bytes(_without_mark(content), policy=policy.compat32)
    parts = list(_leaves(message))
    files = [file for part in parts[:MOST_PARTS] if (file := _file(part)) is not None]
    text = _body(parts)
    return Mail(
        subject=_line(_decoded(message, "Subject")),
        sender=_sender(message),
        sent=_sent(message),
        text=text[:LONGEST],
        files=tuple(files[:MOST_FILES]),
        cut=len(text) > LONGEST or len(files) > MOST_FILES or len(parts) > MOST_PARTS,
    )


def _without_mark(content: bytes) -> bytes:
    """Without a byte order mark and the "From " line of a mailbox, which some programs leave at the beginning."""
    content = content.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n")
    return content.partition(b"\n")[2] if content.startswith((b"From ", b">From ")) else content


def _leaves(message: Message, depth: int = 0) -> Iterator[Message]:
    """The parts that hold something; a mail within a mail is one of them."""
    inner = message.get_payload()
    if isinstance(inner, list) and message.get_content_maintype() == "multipart" and depth < _DEEP:
        for part in inner:
            if isinstance(part, Message):
                yield from _leaves(part, depth + 1)
    else:
        yield message


# headers


def _decoded(message: Message, name: str) -> str:
    return _words_decoded(_raw(message, name))


def _raw(message: Message, name: str) -> str:
    """A header as it is written; bytes that ought not to be there are read as characters."""
    found = next((value for key, value in message.raw_items() if key.lower() == name.lower()), "")
    return _characters(str(found).encode("utf-8", "surrogateescape"), None)


def _line(text: str) -> str:
    return " ".join(_characters_only(text).split())[:_LONGEST_LINE]


def _sender(message: Message) -> str:
    """ "Nora Lind <nora@example.org>"; the name is decoded after the address was taken apart: it may hold a comma."""
    raw = _raw(message, "From") or _raw(message, "Sender")
    try:
        found = [(name, address) for name, address in getaddresses([raw]) if name or address]
    except _BROKEN:
        found = []
    if not found:
        return _line(_decoded(message, "From"))
    name, address = found[0]
    words = _line(_words_decoded(name))
    return f"{words} <{_line(address)}>" if words and address and words != address else words or _line(address)


def _words_decoded(name: str) -> str:
    """RFC 2047; what breaks its rules stays as it is written."""
    try:
        pieces = decode_header(name)
    except (*_BROKEN, AssertionError):
        return name
    return "".join(piece if isinstance(piece, str) else _characters(piece, charset) for piece, charset in pieces)


def _sent(message: Message) -> datetime | None:
    """Aware, or None: a time without a zone is UTC (RFC 5322, -0000)."""
    try:
        sent = parsedate_to_datetime(_raw(message, "Date"))
        return sent.astimezone() if sent.tzinfo else sent.replace(tzinfo=UTC).astimezone()
    except (*_BROKEN, OverflowError, OSError):
        return None


# text


def _body(parts: list[Message]) -> str:
    """The plain text, where there is one; else what the HTML says."""
    texts = [part for part in parts if part.get_content_maintype() == "text" and not _is_attached(part)]
    plain = [_text(part) for part in texts if part.get_content_subtype() not in ("html", "calendar")]
    said = "\n\n".join(text for text in plain if text.strip())
    if not said.strip():
        said = "\n\n".join(html_to_text(_text(part)) for part in texts if part.get_content_subtype() == "html")
    lines = "\n".join(line.rstrip() for line in _characters_only(said).replace("\r\n", "\n").splitlines())
    return _BLANK_LINES.sub("\n\n", lines).strip()


def _text(part: Message) -> str:
    content = _content(part)
    try:
        charset = part.get_content_charset()
    except _BROKEN:
        charset = None
    return _characters(content, charset)


def _characters(content: bytes, charset: str | None) -> str:
    """By the charset that is named, else by UTF-8, else by Windows': something is always readable."""
    for name in filter(None, (charset, *_CHARSETS)):
        try:
            return content.decode(name)
        except (UnicodeError, LookupError):
            continue
    return content.decode("latin-1")


def _characters_only(text: str) -> str:
    """Without what is no character: halves of pairs, as they stand for broken bytes, and controls."""
    whole = text.encode("utf-8", "replace").decode("utf-8")
    return "".join(char for char in whole if char in "\n\t\r" or (char.isprintable() or char.isspace()))


# files


def _is_attached(part: Message) -> bool:
    return part.get_content_disposition() == "attachment" or bool(_file_name(part))


def _file(part: Message) -> Attached | None:
    """What is attached; pictures within the text are files too, as the notes cannot show them."""
    maintype = part.get_content_maintype()
    if maintype == "multipart" or (maintype == "text" and not _is_attached(part)):
        return None
    if part.get_content_type() == "message/rfc822":
        return _mail_within(part)
    content = _content(part)
    if not content:
        return None
    return Attached(_file_name(part) or f"{maintype}.{part.get_content_subtype()}"[:_NAME], content)


def _mail_within(part: Message) -> Attached | None:
    inner = part.get_payload()
    whole = inner[0] if isinstance(inner, list) and inner else None
    if not isinstance(whole, Message):
        return None
    try:
        content = whole.as_bytes()
    except _BROKEN:
        return None
    name = "".join(char for char in _line(_decoded(whole, "Subject")) if char not in '/\\<>:"|?*')[:100].strip(" .")
    return Attached(f"{name or 'mail'}.eml", content)


def _file_name(part: Message) -> str:
    """Without folders: a name is a name."""
    try:
        raw = part.get_filename() or ""
    except _BROKEN:
        raw = ""
    name = _line(_words_decoded(str(raw))).replace("\\", "/").rpartition("/")[2]
    return name.strip(" .")[-_NAME:]


def _content(part: Message) -> bytes:
    try:
        found = part.get_payload(decode=True)
    except (*_BROKEN, AssertionError):
        found = None
    if isinstance(found, bytes):
        return found
    raw = part.get_payload()
    return raw.encode("utf-8", "surrogateescape") if isinstance(raw, str) else b""
