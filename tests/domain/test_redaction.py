"""Placeholders: one a value, never one that a text holds, put back as they were."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orchestrator_desktop.domain.messages import Message, Role
from orchestrator_desktop.domain.redaction import Kind, Redacted, Restorer, counts, redact, restore, spans

NAMES = ["Nora Vidal", "Nora", "Zoë", "田中", "Key"]
VALUES = [
    "nora@example.com",
    "Nora@Example.com",
    "06 12 34 56 78",
    "0612345678",
    "+33 6 12 34 56 78",
    "FR76 3000 6000 0112 3456 7890 189",
    "4111 1111 1111 1111",
    "sk-ant-api03-AbCd_1234-EfGh5678",
    "password=Xy9!kk22",
    "Xy9!kk22",
    "order 0612345678",
]
WORDS = [
    "a",
    " and ",
    "\n",
    ", ",
    "(",
    ")",
    "[",
    "]",
    "\\",
    "_",
    "EMAIL_1",
    "[NAME_1]",
    "phone_2",
    "`",
    "1",
    "'s",
    "**",
]
NAMED = ["Nora", "Nora Vidal", "Zoë", "Key"]
TEXTS = st.lists(st.sampled_from(VALUES + WORDS + NAMED), max_size=12).map("".join)
SPACED = st.lists(st.sampled_from([*VALUES, *WORDS, *NAMED, "田中"]), max_size=12).map(" ".join)
ANY = st.one_of(TEXTS, SPACED, st.text(max_size=60))


def redacted(*texts: str, names: list[str] | None = None) -> Redacted:
    return redact([Message(Role.USER, text) for text in texts], names=NAMES if names is None else names)


def texts_of(outcome: Redacted) -> list[str]:
    return [message.text for message in outcome.messages]


def test_every_message_is_redacted_and_keeps_its_role() -> None:
    messages = [
        Message(Role.SYSTEM, "You write for Nora Vidal."),
        Message(Role.USER, "Mail nora@example.com or call 06 12 34 56 78."),
        Message(Role.ASSISTANT, "NORA VIDAL answers at nora@example.com."),
    ]
    outcome = redact(messages, names=["Nora Vidal"])
    assert outcome.messages == (
        Message(Role.SYSTEM, "You write for [NAME_1]."),
        Message(Role.USER, "Mail [EMAIL_1] or call [PHONE_1]."),
        Message(Role.ASSISTANT, "[NAME_1] answers at [EMAIL_1]."),
    )
    assert list(outcome.replaced.items()) == [
        ("[NAME_1]", "Nora Vidal"),
        ("[EMAIL_1]", "nora@example.com"),
        ("[PHONE_1]", "06 12 34 56 78"),
    ]


def test_nothing_found_changes_nothing() -> None:
    outcome = redacted("We open on Monday.", "")
    assert texts_of(outcome) == ["We open on Monday.", ""]
    assert outcome.replaced == {}
    assert redacted() == Redacted((), {})


def test_each_kind_counts_from_one_in_order_of_appearance() -> None:
    outcome = redacted("b@example.com a@example.com 0612345678", "a@example.com c@example.com")
    assert texts_of(outcome) == ["[EMAIL_1] [EMAIL_2] [PHONE_1]", "[EMAIL_2] [EMAIL_3]"]


@pytest.mark.parametrize("held", ["[EMAIL_1]", "EMAIL_1", "[email_1]", r"\[EMAIL\_1\]", "MY_EMAIL_1", "`Email_1`"])
def test_a_placeholder_that_a_text_holds_is_not_used(held: str) -> None:
    outcome = redacted(f"{held} nora@example.com", "[EMAIL_3] zoe@example.com")
    assert texts_of(outcome) == [f"{held} [EMAIL_2]", "[EMAIL_3] [EMAIL_4]"]
    assert [restore(text, outcome.replaced) for text in texts_of(outcome)] == [
        f"{held} nora@example.com",
        "[EMAIL_3] zoe@example.com",
    ]


def test_what_is_known_once_is_replaced_everywhere() -> None:
    outcome = redacted("order 0612345678, use Xy9!kk22", "Call 0612345678", "password: Xy9!kk22")
    assert texts_of(outcome) == ["order [PHONE_1], use [KEY_1]", "Call [PHONE_1]", "password: [KEY_1]"]


def test_a_known_value_is_whole_even_where_it_holds_a_name() -> None:
    outcome = redacted("password: Nora-2026-xyZ", "it is Nora-2026-xyZ")
    assert texts_of(outcome) == ["password: [KEY_1]", "it is [KEY_1]"]


def test_a_password_that_is_a_word_is_not() -> None:
    outcome = redacted("postgres://app:application@localhost, the application")
    assert texts_of(outcome) == ["postgres://app:[KEY_1]@localhost, the application"]


def test_a_known_value_is_not_cut_out_of_a_longer_one() -> None:
    outcome = redacted("Call 0612345678", "serial 90612345678 and a0612345678")
    assert texts_of(outcome) == ["Call [PHONE_1]", "serial 90612345678 and a0612345678"]


def test_a_name_broken_over_lines_is_put_back_in_one() -> None:
    outcome = redacted("Nora\n  Vidal", "Nora Vidal")
    assert texts_of(outcome) == ["[NAME_1]", "[NAME_1]"]
    assert outcome.replaced == {"[NAME_1]": "Nora Vidal"}


def test_what_stands_where_in_the_text_that_is_sent() -> None:
    outcome = redacted("Nora: nora@example.com, [EMAIL_9]", "none")
    (first, second) = outcome.spans()
    assert [(outcome.messages[0].text[start:end], name) for start, end, name in first] == [
        ("[NAME_1]", "[NAME_1]"),
        ("[EMAIL_1]", "[EMAIL_1]"),
    ]
    assert second == ()
    assert spans("x [NAME_1]", {}) == ()


def test_how_many_of_each_kind() -> None:
    outcome = redacted("Nora, Zoë and nora@example.com, Nora again")
    assert list(counts(outcome.replaced).items()) == [(Kind.EMAIL, 1), (Kind.NAME, 2)]
    assert counts({}) == {}


@given(st.lists(SPACED, max_size=3))
def test_no_original_is_left(texts: list[str]) -> None:
    outcome = redacted(*texts)
    for text in texts_of(outcome):
        bare = text
        for placeholder in outcome.replaced:
            bare = bare.replace(placeholder, "\0")
        for original in outcome.replaced.values():
            assert not re.search(rf"(?<![^\W_]){re.escape(original)}(?![^\W_])", bare)


@given(st.lists(ANY, max_size=3))
def test_an_echo_is_restored_to_the_text_up_to_how_names_are_spelt(texts: list[str]) -> None:
    names = ["Nora Vidal", "Zoë", "田中"]
    outcome = redacted(*texts, names=names)
    assert [restore(text, outcome.replaced) for text in texts_of(outcome)] == texts


@given(st.lists(ANY, max_size=3))
def test_one_placeholder_a_value_and_none_that_was_there(texts: list[str]) -> None:
    outcome = redacted(*texts)
    assert len(set(outcome.replaced.values())) == len(outcome.replaced)
    for placeholder in outcome.replaced:
        assert not any(re.search(rf"{placeholder[1:-1]}(?!\d)", text, re.IGNORECASE) for text in texts)
        assert any(placeholder in text for text in texts_of(outcome))


REPLACED = {
    "[EMAIL_1]": "nora@example.com",
    "[EMAIL_12]": "zoe@example.com",
    "[NAME_1]": "Nora [sic] \\1",
    "[KEY_3]": "k",
}


@pytest.mark.parametrize(
    ("answer", "restored"),
    [
        ("Write to [EMAIL_1].", "Write to nora@example.com."),
        ("[email_1] [Email_1]", "nora@example.com nora@example.com"),
        (r"\[EMAIL\_1\] and [EMAIL\_1]", "nora@example.com and nora@example.com"),
        (r"EMAIL\_1, EMAIL_1", "nora@example.com, nora@example.com"),
        ("`[EMAIL_1]` ``EMAIL_1``", "`nora@example.com` ``nora@example.com``"),
        ("[EMAIL_1](mailto:[EMAIL_1])", "[nora@example.com](mailto:nora@example.com)"),
        ("[EMAIL_1](mailto:EMAIL_1)", "[nora@example.com](mailto:nora@example.com)"),
        ("[[EMAIL_1]](mailto:[EMAIL_1])", "[nora@example.com](mailto:nora@example.com)"),
        ("[EMAIL_1](work)", "nora@example.com(work)"),
        ("[EMAIL_1] (mailto:x)", "nora@example.com (mailto:x)"),
        ("**[NAME_1]**'s", "**Nora [sic] \\1**'s"),
        ("[NAME_1's]", "[Nora [sic] \\1's]"),
        ("<EMAIL_1> {EMAIL_1} (EMAIL_1", "<nora@example.com> {nora@example.com} (nora@example.com"),
        ("[EMAIL_12] EMAIL_12", "zoe@example.com zoe@example.com"),
        ("[EMAIL_1][EMAIL_12]", "nora@example.comzoe@example.com"),
        (r"C:\[EMAIL_1]\x", r"C:\nora@example.com\x"),
    ],
)
def test_what_models_make_of_placeholders_is_understood(answer: str, restored: str) -> None:
    assert restore(answer, REPLACED) == restored


@pytest.mark.parametrize(
    "answer",
    [
        "[EMAIL_2] EMAIL_2 EMAIL_123 [EMAIL_13]",
        "MY_EMAIL_1 EMAIL_1x EMAIL_1_2 xEMAIL_1",
        r"EMAIL_1\_2",
        "[EMAIL_01] EMAIL_01 EMAIL 1 EMAIL-1",
        "[PHONE_1] PHONE_1",
        "EMAIL_9999999999999999999999",
        "[EMAIL_",
        "NAME",
        "\\[x\\] [y] \\",
    ],
)
def test_other_words_are_left_alone(answer: str) -> None:
    assert restore(answer, REPLACED) == answer


PIECES = st.lists(
    st.one_of(
        st.sampled_from("[]\\EN_123x(. \u212aı"),
        st.sampled_from(["EMAIL", "email", "NAME", "KEY", "(mailto:", "(htt"]),
        st.sampled_from(["[EMAIL_1]", "EMAIL_1", r"\[EMAIL\_1\]", "[EMAIL_1](mailto:", "[NAME_1]", "[KEY_3]"]),
    ),
    max_size=14,
)


@given(PIECES, st.lists(st.integers(0, 80), max_size=8))
def test_any_pieces_give_the_same(parts: list[str], cuts: list[int]) -> None:
    answer = "".join(parts)
    for edges in ([0, *sorted(cuts), len(answer)], range(len(answer) + 1)):
        restorer = Restorer(REPLACED)
        given_back = "".join(restorer.feed(answer[a:b]) for a, b in zip(edges, list(edges)[1:], strict=False))
        assert given_back + restorer.flush() == restore(answer, REPLACED)
        assert not restorer.holding


@given(PIECES)
def test_at_most_the_last_thirty_characters_are_held_back(parts: list[str]) -> None:
    answer = "".join(parts)
    given_back = Restorer(REPLACED).feed(answer)
    assert any(given_back == restore(answer[: len(answer) - held], REPLACED) for held in range(31))


@pytest.mark.parametrize(
    ("fed", "given_back"),
    [
        ("Hello", "Hello"),
        ("Write [", "Write "),
        ("Write [x", "Write [x"),
        ("Write [EM", "Write "),
        ("Write EMAIL_1", "Write "),
        ("Write EMAIL_1.", "Write nora@example.com."),
        ("Write [EMAIL_1]", "Write "),
        ("Write [EMAIL_1],", "Write nora@example.com,"),
        (r"Write \[EMAIL_1\]", "Write nora@example.com"),
        ("Write [EMAIL_1](m", "Write "),
        ("Write [PH", "Write [PH"),
        ("a word in", "a word in"),
        ("a word n", "a word "),
        ("a_n", "a_n"),
    ],
)
def test_only_what_may_become_a_placeholder_is_held_back(fed: str, given_back: str) -> None:
    restorer = Restorer(REPLACED)
    assert restorer.feed(fed) == given_back
    assert restorer.holding == (given_back in fed and given_back != fed)


def test_without_placeholders_everything_passes() -> None:
    restorer = Restorer({})
    assert restorer.feed("[EMAIL_1") == "[EMAIL_1"
    assert (restorer.holding, restorer.flush()) == (False, "")
