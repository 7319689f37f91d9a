"""Mails as programs really write them, and broken ones, of which nothing raises."""

from __future__ import annotations

import random
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path

import pytest

from orchestrator_desktop.domain.errors import UserError
from orchestrator_desktop.exchange import mail
from orchestrator_desktop.exchange.htmltext import html_to_text


def _written(**headers: str) -> EmailMessage:
    message = EmailMessage()
    for name, value in {"From": "Nora Lind <nora@example.org>", "Subject": "Hello", **headers}.items():
        message[name] = value
    return message


def test_a_plain_mail_is_read_whole() -> None:
    message = _written(Subject="Devis pour l’été", Date="Thu, 26 Nov 2026 09:30:00 +0100")
    message.set_content("Bonjour,\n\nvoici le devis.\n")
    found = mail.read(message.as_bytes())
    assert (found.subject, found.sender, found.text) == (
        "Devis pour l’été", "Nora Lind <nora@example.org>", "Bonjour,\n\nvoici le devis.",
    )  # fmt: skip
    assert found.sent is not None
    assert found.sent.astimezone(UTC) == datetime(2026, 11, 26, 8, 30, tzinfo=UTC)
    assert (found.files, found.cut) == ((), False)


def test_the_plain_alternative_is_taken_before_the_html() -> None:
    message = _written()
    message.set_content("plain words")
    message.add_alternative("<p>html words</p>", subtype="html")
    assert mail.read(message.as_bytes()).text == "plain words"


def test_html_alone_becomes_words() -> None:
    message = _written()
    message.set_content(
        "<html><head><title>x</title><style>p {color: red}</style></head><body><p>Hello&nbsp;<b>you</b></p>"
        "<ul><li>one<li>two</ul><a href='https://example.org/a'>the page</a><script>alert(1)</script></body></html>",
        subtype="html",
    )
    assert mail.read(message.as_bytes()).text == "Hello you\n\n- one\n- two\n\nthe page (https://example.org/a)"


@pytest.mark.parametrize(
    ("raw", "subject"),
    [
        (b"Subject: =?utf-8?B?w4l0w6k=?= =?utf-8?Q?_2026?=\r\n\r\nx", "Été 2026"),
        (b"Subject: =?iso-8859-1?Q?R=E9union?=\r\n\r\nx", "Réunion"),
        (b"Subject: =?x-unknown?Q?R=E9union?=\r\n\r\nx", "Réunion"),
        (b"Subject: R\xc3\xa9union\r\n\r\nx", "Réunion"),
        (b"Subject: R\xe9union\r\n\r\nx", "Réunion"),
        (b"Subject: folded\r\n over lines\r\n\r\nx", "folded over lines"),
        (b"Subject: =?utf-8?B?broken\r\n\r\nx", "=?utf-8?B?broken"),
        (b"\xef\xbb\xbfSubject: marked\r\n\r\nx", "marked"),
        (b"From nora Thu Nov 26 2026\nSubject: of a mailbox\n\nx", "of a mailbox"),
        (b"From: a@b.c\r\n\r\nx", ""),
    ],
)
def test_subjects_in_every_spelling(raw: bytes, subject: str) -> None:
    assert mail.read(raw).subject == subject


@pytest.mark.parametrize(
    ("raw", "sender"),
    [
        (b"From: =?utf-8?Q?Lind=2C_Nora?= <nora@example.org>\n\n", "Lind, Nora <nora@example.org>"),
        (b'From: "Lind, Nora" <nora@example.org>\n\n', "Lind, Nora <nora@example.org>"),
        (b"From: nora@example.org\n\n", "nora@example.org"),
        (b"From: nora@example.org <nora@example.org>\n\n", "nora@example.org"),
        (b"Sender: nora@example.org\n\n", "nora@example.org"),
        (b"From:\n\n", ""),
    ],
)
def test_senders(raw: bytes, sender: str) -> None:
    assert mail.read(raw).sender == sender


@pytest.mark.parametrize(
    ("charset", "content", "text"),
    [
        ("iso-8859-15", "10 €".encode("iso-8859-15"), "10 €"),
        ("windows-1252", "« déjà »".encode("cp1252"), "« déjà »"),
        ("utf-8", "déjà".encode("latin-1"), "déjà"),
        ("nonsense", "déjà".encode(), "déjà"),
        ("utf-16", "déjà".encode("utf-16"), "déjà"),
    ],
)
def test_texts_in_every_encoding(charset: str, content: bytes, text: str) -> None:
    head = f"Subject: x\r\nContent-Type: text/plain; charset={charset}\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    if charset == "utf-16":
        import base64

        head = head.replace("8bit", "base64")
        content = base64.b64encode(content)
    assert mail.read(head.encode() + content).text == text


def test_quoted_printable_and_its_soft_breaks() -> None:
    raw = (
        b"Subject: x\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n"
        b"d=C3=A9j=C3=A0 un=\ne ligne\n"
    )
    assert mail.read(raw).text == "déjà une ligne"


def test_what_is_attached_is_kept_under_its_name() -> None:
    message = _written()
    message.set_content("see the files")
    message.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="Devis été.pdf")
    message.add_attachment("a;b", subtype="csv", filename="../../list.csv")
    inner = _written(Subject="The one before")
    inner.set_content("older")
    message.add_attachment(inner)
    found = mail.read(message.as_bytes())
    assert [file.name for file in found.files] == ["Devis été.pdf", "list.csv", "The one before.eml"]
    assert found.files[0].content == b"%PDF"
    assert found.text == "see the files"
    assert mail.read(found.files[2].content or b"").text == "older"


def test_a_picture_within_the_text_is_a_file() -> None:
    message = _written()
    message.set_content("<p>look</p><img src='cid:a'>", subtype="html")
    message.add_related(b"\x89PNG", maintype="image", subtype="png", cid="<a>")
    found = mail.read(message.as_bytes())
    assert (found.text, [file.name for file in found.files]) == ("look", ["image.png"])


def test_long_texts_and_many_files_are_bounded() -> None:
    message = _written()
    message.set_content("word " * 60_000)
    for number in range(mail.MOST_FILES + 5):
        message.add_attachment(b"x", maintype="application", subtype="octet-stream", filename=f"{number}.bin")
    found = mail.read(message.as_bytes())
    assert (len(found.text), len(found.files), found.cut) == (mail.LONGEST, mail.MOST_FILES, True)


def test_deep_nests_end() -> None:
    raw = b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (number, number) for number in range(200)
    )
    assert mail.read(b"Subject: deep\n" + raw + b"\nend").subject == "deep"


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\x00\xff" * 100,
        b"Content-Type: multipart/mixed\n\nno boundary",
        b"Content-Type: text/plain; charset*=broken''%ZZ\n\nx",
        b"Content-Transfer-Encoding: base64\n\n!!!not base64",
        b"Date: 99 Foo 99999 99:99\n\nx",
        b"Date: Mon, 01 Jan 0001 00:00:00 +2359\n\nx",
        b"Content-Disposition: attachment; filename*=utf-8''%\n\nx",
        b"Content-Type: message/rfc822\n\n",
        b'From: <<<>>>, "\n\n',
    ],
)
def test_broken_mails_never_raise(raw: bytes) -> None:
    assert mail.read(raw) is not None


@pytest.mark.parametrize("seed", range(60))
def test_mails_with_bytes_knocked_out_never_raise(seed: int) -> None:
    message = _written(Subject="Été =?", Date="Thu, 26 Nov 2026 09:30:00 +0100")
    message.set_content("déjà vu")
    message.add_alternative("<p>déjà <b>vu</b></p>", subtype="html")
    message.add_attachment(b"abc" * 50, maintype="application", subtype="pdf", filename="é.pdf")
    content = bytearray(message.as_bytes())
    rng = random.Random(seed)
    for _ in range(12):
        content[rng.randrange(len(content))] = rng.randrange(256)
    found = mail.read(bytes(content))
    (found.subject + found.sender + found.text).encode()


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="cannot be read"):
        mail.read_file(tmp_path / "gone.eml")


def test_a_file_that_is_too_large_is_told(tmp_path: Path) -> None:
    path = tmp_path / "large.eml"
    with path.open("wb") as file:
        file.truncate(mail.LARGEST + 1)
    with pytest.raises(UserError, match="64 MB"):
        mail.read_file(path)


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("a<br>b", "a\nb"),
        ("<p>a<p>b", "a\n\nb"),
        ("<div>a</div><div>b</div>", "a\nb"),
        ("<a href='https://x.test'>https://x.test</a>", "https://x.test"),
        ("<a href='javascript:x'>y</a>", "y"),
        ("a &lt;b&gt; &amp; c", "a <b> & c"),
        ("<table><tr><td>1</td><td>2</td></tr><tr><td>3</td></tr></table>", "1 2\n3"),
        ("<style>x", ""),
        ("<<<>>", "<<<>>"),
    ],
)
def test_html_as_a_reader_would_copy_it(html: str, text: str) -> None:
    assert html_to_text(html) == text
