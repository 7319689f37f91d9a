"""What is replaced before sending, kind by kind, and how much of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orchestrator_desktop.domain.messages import Message, Role
from orchestrator_desktop.domain.redaction import Kind, kind_of, redact

JWT = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U"
BLOCK = "-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEA7bq2\nAbCdEfGh1234=\n-----END RSA PRIVATE KEY-----"


def replaced(text: str, *names: str) -> dict[str, str]:
    """Placeholders and originals; the placeholders stand exactly where the originals stood."""
    outcome = redact([Message(Role.USER, text)], names=names)
    sent = outcome.messages[0].text
    for placeholder, original in outcome.replaced.items():
        sent = sent.replace(placeholder, original)
    assert sent == text
    return dict(outcome.replaced)


def values(text: str, kind: Kind, *names: str) -> list[str]:
    found = replaced(text, *names)
    assert {kind_of(placeholder) for placeholder in found} <= {kind}
    return list(found.values())


@pytest.mark.parametrize(
    "address",
    [
        "nora@example.com",
        "Nora.Vidal+news@mail.example.co.uk",
        "o_brien-99@example.org",
        "rené@exämple.fr",
        "nora@xn--exmple-cua.xn--p1ai",
        "n@a.io",
        "nora%40example.com",
        "12345@example.com",
    ],
)
def test_addresses(address: str) -> None:
    for around in [
        "%s",
        "<%s>",
        "Mail: %s.",
        "(%s)",
        "mailto:%s",
        "**%s**",
        "_%s_",
        "[%s]",
        "%s,",
        "a %s; b",
        "'%s'",
        "d'%s",
    ]:
        assert values(around % address, Kind.EMAIL) == [address]


def test_addresses_in_addresses() -> None:
    assert values("https://example.org/?to=nora@example.com&x=1", Kind.EMAIL) == ["nora@example.com"]
    assert values("a@example.com,b@example.com;c@example.com", Kind.EMAIL) == [f"{n}@example.com" for n in "abc"]


PHONES = """
06 12 34 56 78
06\u00a012\u00a034\u00a056\u00a078
06\u202f12\u202f34\u202f56\u202f78
06.12.34.56.78
01.23.45.67.89
06-12-34-56-78
06/12/34/56/78
0612345678
09 87 65 43 21
+33 6 12 34 56 78
+33612345678
+33 (0)6 12 34 56 78
+33(0) 6 12 34 56 78
+33.6.12.34.56.78
+33-6-12-34-56-78
+33 612 345 678
+33.612345678
0033 6 12 34 56 78
00 33 6 12 34 56 78
0033612345678
(212) 555-0123
(212)555-0123
(212) 555 0123
212-555-0123
212.555.0123
1-800-555-0199
+1 212 555 0123
+1 (212) 555-0123
+12125550123
+1-212-555-0123
+44 20 7946 0958
+44 (0)20 7946 0958
+442079460958
0044 20 7946 0958
020 7946 0958
(020) 7946 0958
0161 496 0123
07700 900123
07700 900 123
+32 478 12 34 56
0478 12 34 56
0478/12.34.56
02/123.45.67
+41 79 123 45 67
079 123 45 67
+49 30 901820
+49 (0) 30 901820
+49 151 23456789
+352 26 12 34 56
+34 612 345 678
+351 912 345 678
+39 06 6982 1234
+31 6 12345678
06 12345678
+212 6 12 34 56 78
+81 3-1234-5678
+86 138 1234 5678
+91 98765 43210
+61 2 9374 4000
02 9374 4000
+55 11 91234-5678
(+33) 6 12 34 56 78
"""


@pytest.mark.parametrize("number", PHONES.split("\n")[1:-1])
def test_phones(number: str) -> None:
    for around in [
        "%s",
        "Tel. %s.",
        "Tél.:%s",
        "(%s)",
        "Nora (%s), 12 rue X",
        "%s, 75001 Paris",
        "|%s|",
        "%s\n2026",
        "le %s ?",
        "Nora,%s,Paris",
        "12,%s,75001",
        "a;%s;b",
        "%s.Merci",
        '"%s"',
    ]:
        assert values(around % number, Kind.PHONE) == [number]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("06 12 34 56 78 / 07 98 76 54 32", ["06 12 34 56 78", "07 98 76 54 32"]),
        ("06 12 34 56 78/07 98 76 54 32", ["06 12 34 56 78", "07 98 76 54 32"]),
        ("06 12 34 56 78 07 98 76 54 32", ["06 12 34 56 78", "07 98 76 54 32"]),
        ("0612345678 0798765432", ["0612345678", "0798765432"]),
        ("+33 6 12 34 56 78 12 rue X", ["+33 6 12 34 56 78"]),
        ("+49 30 901820 2026-10-14", ["+49 30 901820"]),
        ("06 12 34 56 78 12 rue X", ["06 12 34 56 78"]),
        ("lot 4 75 01 23 45 67 89", ["01 23 45 67 89"]),
        ("Bât. 2 06 12 34 56 78", ["06 12 34 56 78"]),
        ("75001 06 12 34 56 78", ["06 12 34 56 78"]),
        ("24/7: 06 12 34 56 78", ["06 12 34 56 78"]),
        ("06 12 34 56 78: Nora", ["06 12 34 56 78"]),
        ("appelez le n° 06 12 34 56 78", ["06 12 34 56 78"]),
        ("Pour passer commande : 06 12 34 56 78", ["06 12 34 56 78"]),
        ("Tél. : 514 555 0123", ["514 555 0123"]),
        ("phone 030 901820", ["030 901820"]),
        ("mobile (office) 5145550123", ["5145550123"]),
    ],
)
def test_phones_among_other_numbers(text: str, numbers: list[str]) -> None:
    assert values(text, Kind.PHONE) == numbers


@pytest.mark.parametrize(
    "iban",
    [
        "FR76 3000 6000 0112 3456 7890 189",
        "FR7630006000011234567890189",
        "fr7630006000011234567890189",
        "FR76-3000-6000-0112-3456-7890-189",
        "FR76 30006 00001 12345678901 89",
        "GB29 NWBK 6016 1331 9268 19",
        "DE89 3704 0044 0532 0130 00",
        "BE68 5390 0754 7034",
        "CH93 0076 2011 6238 5295 7",
        "LU28 0019 4006 4475 0000",
        "NL91 ABNA 0417 1643 00",
        "ES91 2100 0418 4502 0005 1332",
        "IT60 X054 2811 1010 0000 0123 456",
        "MT84 MALT 0110 0001 2345 MTLC AST0 01S",
        "NO93 8601 1117 947",
        "MC58 1122 2000 0101 2345 6789 030",
    ],
)
def test_ibans(iban: str) -> None:
    for around in ["%s", "IBAN: %s.", "IBAN:%s BIC BNPAFRPP", "%s 2026-10-14", "| %s |", "(%s)", "1,%s,2"]:
        assert values(around % iban, Kind.IBAN) == [iban]


def test_ibans_in_a_row() -> None:
    text = "BE68 5390 0754 7034 FR76 3000 6000 0112 3456 7890 189"
    assert values(text, Kind.IBAN) == ["BE68 5390 0754 7034", "FR76 3000 6000 0112 3456 7890 189"]


CARDS = [
    "4111 1111 1111 1111",
    "4111111111111111",
    "4111-1111-1111-1111",
    "4111\u00a01111\u00a01111\u00a01111",
    "4222 2222 2222 2",
    "5555 5555 5555 4444",
    "2223 0031 2200 3222",
    "3782 822463 10005",
    "371449635398431",
    "3056 930902 5904",
    "6011 1111 1111 1117",
    "3530 1113 3330 0000",
    "6200 0000 0000 0005",
    "6759 6498 2643 8453",
]


@pytest.mark.parametrize("card", CARDS)
def test_cards(card: str) -> None:
    for around in [
        "%s",
        "Visa: %s.",
        "%s 12/27 123",
        "%s exp 12/27",
        "n° 1 %s",
        "2026-10-14 %s",
        "%s, 49 €",
        "|%s|",
        "%s 4000 1234",
        "1,%s,2",
    ]:
        assert values(around % card, Kind.CARD) == [card]


@given(st.text("0123456789", min_size=15, max_size=15), st.integers(0, 9))
def test_only_one_check_digit_of_ten_makes_a_card(digits: str, last: int) -> None:
    found = [n for n in range(10) if replaced(f"4{digits[1:]}{n}")]
    assert len(found) == 1


KEYS = [
    "sk-AbCdEfGhIjKlMnOpQrStUvWx1234567890",
    "sk-proj-Ab_Cd-Ef1234567890Gh",
    "sk-ant-api03-AbCd_1234-EfGh5678",
    "sk-or-v1-0123456789abcdef0123456789abcdef",
    "AIza" + "SyA1234567890abcdefghijklmnopqrstuv"[:35],
    "gsk_AbCd1234EfGh5678IjKl",
    "xai-AbCd1234EfGh5678IjKl",
    "hf_AbCdEfGhIjKlMnOpQrSt",
    "ghp_AbCdEfGhIjKlMnOpQrStUvWxYz0123456789",
    "github_pat_11ABCDEFG0abcdefghijkl_mnop",
    "glpat-AbCd1234_EfGh5678-Ij",
    "xox" + "b-123456789012-AbCdEfGh",
    "AKIAIOSFODNN7EXAMPLE",
    "sk_live" + "_AbCdEfGh12345678",
    "SG.AbCdEfGh12345678.IjKlMnOp12345678",
    "npm_AbCdEfGhIjKlMnOpQrStUvWxYz012345",
    JWT,
    BLOCK,
    BLOCK.replace("RSA ", ""),
    BLOCK.replace("RSA ", "OPENSSH "),
    BLOCK.replace("RSA PRIVATE KEY", "PGP PRIVATE KEY BLOCK"),
    BLOCK.replace("\n", "\\n"),
]


@pytest.mark.parametrize("key", KEYS)
def test_keys_with_a_known_shape(key: str) -> None:
    for around in ["%s", "key: %s", "KEY=%s\nX=1", '{"k": "%s"}', "`%s`", "(%s)", "see %s.", "x/%s?y=1"]:
        assert values(around % key, Kind.KEY) == [key]


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("password=Summer2026!", "Summer2026!"),
        ("Password: Xy9!kk22.", "Xy9!kk22"),
        ("DB_PASSWORD='Xy9;kk,22<>'", "Xy9;kk,22<>"),
        ('{"password": "Xy9!kk22"}', "Xy9!kk22"),
        ("**Mot de passe :** Azerty123!", "Azerty123!"),
        ("mot de passe\u00a0: Azerty123!", "Azerty123!"),
        ("mdp=azerty123456", "azerty123456"),
        ("the password is S3cr3tPwd", "S3cr3tPwd"),
        ("le mot de passe est S3cr3tPwd", "S3cr3tPwd"),
        ("api_key: 0123456789abcdef01234567", "0123456789abcdef01234567"),
        ("API key = AbCd1234EfGh5678", "AbCd1234EfGh5678"),
        ("x-api-key: AbCd1234EfGh5678", "AbCd1234EfGh5678"),
        ("clé d'API : AbCd1234EfGh5678", "AbCd1234EfGh5678"),
        ("client_secret => 'AbCd1234EfGh5678'", "AbCd1234EfGh5678"),
        ("token: 3f2b8c1e-5d6a-4f1b-9c2e-1a2b3c4d5e6f", "3f2b8c1e-5d6a-4f1b-9c2e-1a2b3c4d5e6f"),
        ("token: 550e8400-e29b-41d4-a716-446655440000", "550e8400-e29b-41d4-a716-446655440000"),
        ("client_secret=Xy7kk92qqAAbb12", "Xy7kk92qqAAbb12"),
        ("DB_PASS=Xy7kk92qq", "Xy7kk92qq"),
        ("pwd=hunter22", "hunter22"),
        ("Authorization: Bearer AbCd.1234_EfGh-5678", "AbCd.1234_EfGh-5678"),
        ("https://example.com/?token=AbCd1234EfGh5678&scope=read", "AbCd1234EfGh5678"),
        ("password: john.smith2026", "john.smith2026"),
        ("password: Xy9(kk22!", "Xy9(kk22!"),
        ("password: 'Secret(2026)'", "Secret(2026)"),
        ("postgres://nora:S3cr3t@db.example.com/x", "S3cr3t"),
        ("redis://:hunter2@localhost:6379", "hunter2"),
        ("-----BEGIN PRIVATE KEY-----\nMIIEpAIBAAKCAQEA7bq2\nand then it broke off", None),
    ],
)
def test_secrets_that_a_text_names(text: str, secret: str | None) -> None:
    assert values(text, Kind.KEY) == [secret or text.partition("\nand")[0]]


def test_a_block_that_is_only_mentioned_takes_no_other_with_it() -> None:
    text = f"It begins with -----BEGIN PRIVATE KEY----- and a reader.\n\nHere:\n{BLOCK}\nEnd."
    assert values(text, Kind.KEY) == [BLOCK]


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("Nora", "Nora and NORA, nora's and Nora’s", ["Nora"]),
        ("Nora Vidal", "for Nora\u00a0Vidal and Nora  \tVidal", ["Nora\u00a0Vidal"]),
        ("Éléonore", "Eléonore, ELEONORE, E\u0301le\u0301onore", ["Eléonore"]),
        ("Zoë", "zoe", ["zoe"]),
        ("Jean-Pierre", "jean‑pierre, Jean Pierre", ["jean‑pierre"]),
        ("Jean Pierre", "Jean-Pierre", ["Jean-Pierre"]),
        ("O'Brien", "O’Brien", ["O’Brien"]),
        ("J. P. Morgan", "J.P. Morgan and J. P. Morgan", ["J.P. Morgan"]),
        ("Łukasz", "Lukasz", ["Lukasz"]),
        ("Müller", "Mueller, MULLER", ["Mueller"]),
        ("Weiß", "WEISS", ["WEISS"]),
        ("Lefœuvre", "Lefoeuvre", ["Lefoeuvre"]),
        ("Acme Inc.", "at Acme Inc. since", ["Acme Inc"]),
        ("田中", "田中さんは", ["田中"]),
        ("김민수", "김민수는", ["김민수"]),
        ("Иван", "ИВАН", ["ИВАН"]),
        ("नीरज", "नीरज है", ["नीरज"]),
        ("Martin", "Saint-Martin, notes_martin.txt", ["Martin"]),
    ],
)
def test_names_however_they_are_spelt(name: str, text: str, found: list[str]) -> None:
    outcome = redact([Message(Role.USER, text)], names=[name])
    assert list(outcome.replaced.values()) == found
    assert name.casefold() not in outcome.messages[0].text.casefold()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Ann", "Annual, Joann, ann2, hann"),
        ("Rose", "rosé, Rosé, rose\u0301"),
        ("Nora Vidal", "Nora, Vidal, Nora de Vidal, NoraVidal"),
        ("N", "N is for North"),
        ("", "nothing"),
        (" - ", "a - b"),
        ("नी", "नीरज"),
    ],
)
def test_other_words_are_no_names(name: str, text: str) -> None:
    assert replaced(text, name) == {}


def test_the_longest_name_counts() -> None:
    names = ["Nora", "Vidal", "Nora Vidal", "Nora Vidal Martin"]
    assert list(replaced("Nora Vidal and Vidal, Nora", *names).values()) == ["Nora Vidal", "Vidal", "Nora"]


def test_a_name_within_an_address_goes_with_it() -> None:
    assert list(replaced("nora@vidal.example", "Nora", "Vidal")) == ["[EMAIL_1]"]
