"""mailto: links carry the message as it is, to one address, within what mail programs take."""

from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orchestrator_desktop.domain.errors import UsageError
from orchestrator_desktop.domain.mailto import LONGEST_LINK, clean_address, mail_link, mailto
from orchestrator_desktop.domain.text import one_line, printable

PASTE = "Paste the message here."


def read(url: str) -> tuple[str, list[tuple[str, str]]]:
    """What a mail program makes of a link: whom to write to, and the header fields (RFC 6068)."""
    assert url.isascii() and not set(url) & set(' \r\n"<>')
    scheme, _, rest = url.partition(":")
    assert scheme == "mailto"
    to, _, fields = rest.partition("?")
    return unquote(to, errors="strict"), [
        (unquote(name), unquote(value, errors="strict"))
        for name, _, value in (f.partition("=") for f in fields.split("&"))
    ]


def test_a_link_is_percent_encoded_utf_8_with_crlf() -> None:
    assert mailto("nora@halden.example", "Prêt & sûr ?", "Bonjour,\n\n100 % à vous") == (
        "mailto:nora@halden.example?subject=Pr%C3%AAt%20%26%20s%C3%BBr%20%3F"
        "&body=Bonjour%2C%0D%0A%0D%0A100%20%25%20%C3%A0%20vous"
    )


@given(st.text(), st.text())
def test_it_decodes_to_the_same_text(subject: str, body: str) -> None:
    to, fields = read(mailto("nora+a@halden.example", subject, body))
    assert to == "nora+a@halden.example"
    assert fields == [
        ("subject", one_line(subject)),
        ("body", printable(body).replace("\n", "\r\n")),
    ]


@given(st.text())
def test_no_subject_brings_a_header_of_its_own(text: str) -> None:
    _, fields = read(mailto("", f"x\r\nBcc: {text}", ""))
    assert [name for name, _ in fields] == ["subject", "body"]
    assert not set(fields[0][1]) & set("\r\n")


@given(st.text())
def test_an_address_is_one_address_or_refused(text: str) -> None:
    try:
        address = clean_address(text)
    except UsageError:
        return
    assert address == text.strip()
    assert not set(address) & set('\r\n\t ,;:<>()[]"\\\0\x85\u2028')
    to, fields = read(mailto(address, "s", "b"))
    assert (to, [name for name, _ in fields]) == (address, ["subject", "body"])


@pytest.mark.parametrize(
    "text", ["nora@halden.example", " nora@x ", "o'neil+work@a.co", "a%0d%0ab@c", "a?b=c&d@e.f", "élo@é.fr", "x/y@z"]
)
def test_addresses_of_real_life_pass(text: str) -> None:
    address = clean_address(text)
    assert address == text.strip()
    to, fields = read(mailto(address, "s", "b"))
    assert (to, len(fields)) == (address, 2)


@pytest.mark.parametrize(
    "text",
    [
        "nora",
        "@halden.example",
        "nora@",
        "a@b@c",
        "a@b.c,d@e.f",
        "a@b.c;d@e.f",
        "Nora <nora@b.c>",
        "a@b.c\r\nBcc: all@b.c",
        "a@b.c\nBcc:x",
        "a b@c.d",
        "a\u2028b@c.d",
        "a\u202eb@c.d",
        "mailto:a@b.c",
        "x" * 250 + "@b.cc",
    ],
)
def test_what_is_no_single_address_is_refused_and_quoted_on_one_line(text: str) -> None:
    with pytest.raises(UsageError, match="is not an e-mail address") as refused:
        clean_address(text)
    assert "\n" not in str(refused.value) and len(str(refused.value)) < 200
    with pytest.raises(UsageError):
        mailto(text, "s", "b")


# what fits


def test_a_short_message_is_whole() -> None:
    link = mail_link("nora@b.c", "Subject", "Body", paste=PASTE)
    assert (link.whole, link.url) == (True, mailto("nora@b.c", "Subject", "Body"))


@given(
    st.text(min_size=0, max_size=500), st.text(max_size=3000), st.sampled_from(["", "nora@b.c", "é" * 120 + "@é.fr"])
)
def test_no_link_is_longer_than_mail_programs_take(subject: str, body: str, address: str) -> None:
    link = mail_link(address, subject, body, paste=PASTE)
    assert len(link.url) <= LONGEST_LINK
    to, fields = read(link.url)
    assert to == address
    assert fields[1][1] == (printable(body).replace("\n", "\r\n") if link.whole else PASTE)
    assert link.whole == (len(mailto(address, subject, body)) <= LONGEST_LINK)


def test_the_last_character_that_fits_and_the_first_that_does_not() -> None:
    room = LONGEST_LINK - len(mailto("nora@b.c", "Subject", ""))
    assert mail_link("nora@b.c", "Subject", "x" * room, paste=PASTE).whole
    assert not mail_link("nora@b.c", "Subject", "x" * (room + 1), paste=PASTE).whole


def test_a_subject_that_is_too_long_by_itself_loses_its_end() -> None:
    link = mail_link("nora@b.c", "😀" * 500, "Body", paste=PASTE)
    subject = read(link.url)[1][0][1]
    assert subject.endswith("…") and subject.startswith("😀" * 100)
    assert not link.whole
    assert urlsplit(link.url).scheme == "mailto"
