"""What a person is written: the brief in their language, the reminder, a version sent back."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orchestrator_desktop.domain.brief import ContextItem, OutputFormat
from orchestrator_desktop.domain.briefing import Ask
from orchestrator_desktop.domain.letter import Earlier, Letter, file_name, file_text, letter, reminder
from orchestrator_desktop.domain.letter_words import WORDS, Language, Words, long_day

EN, FR = Language.ENGLISH, Language.FRENCH
ASK = Ask(
    "Write the launch email.\n\nFor trial users.",
    (
        ContextItem("Pilot note", "Nine crews of twelve.\n\nA day earlier."),
        ContextItem("facts.md", "## Facts\n\nOne link.", "file"),
    ),
    ("No discount", "Plain English"),
    ("One promise", "Under 120 words"),
)
DAY = date(2026, 10, 21)


def write(ask: Ask = ASK, language: Language = EN, earlier: Earlier | None = None, day: date | None = DAY) -> Letter:
    return letter(ask, title="Launch email", name="Nora", language=language, follow_up=day, earlier=earlier)


def test_the_whole_brief_in_english() -> None:
    assert write() == Letter(
        "Launch email",
        """Hello Nora,

Here is what I need:

Write the launch email.

For trial users.

Context:

Note “Pilot note”:
Nine crews of twelve.

A day earlier.

File “facts.md”:
> ## Facts
>
> One link.

Constraints:
- No discount
- Plain English

Done when:
- One promise
- Under 120 words

An answer by Wednesday 21 October 2026 would be ideal.

Thank you. If anything is missing, a reply to this message is enough.
""",
        EN,
    )


def test_the_whole_brief_in_french() -> None:
    body = write(language=FR).body
    assert body.startswith("Bonjour Nora,\n\nVoici ce dont j’ai besoin\u00a0:\n\nWrite the launch email.")
    for part in (
        "Contexte\u00a0:\n\nNote «\u00a0Pilot note\u00a0»\u00a0:\nNine crews",
        "Fichier «\u00a0facts.md\u00a0»\u00a0:\n> ## Facts",
        "Contraintes\u00a0:\n- No discount",
        "Terminé quand\u00a0:\n- One promise",
        "Une réponse d’ici au mercredi 21 octobre 2026 serait idéale.",
    ):
        assert part in body


def test_a_brief_of_one_line_is_a_letter_of_one_line() -> None:
    assert write(Ask("Call the printer."), day=None).body == (
        "Hello Nora,\n\nHere is what I need:\n\nCall the printer.\n\n"
        "Thank you. If anything is missing, a reply to this message is enough.\n"
    )


@pytest.mark.parametrize("output", OutputFormat)
@pytest.mark.parametrize("language", Language)
def test_each_form_but_the_usual_one_is_said(language: Language, output: OutputFormat) -> None:
    said = write(Ask("x", output=output), language).body
    assert ("Form" in said) is (output is not OutputFormat.MARKDOWN)


def test_a_note_that_is_named_by_its_beginning_is_not_named_twice() -> None:
    text = "Nine crews of twelve sent it\non Friday."
    body = write(Ask("x", (ContextItem("Nine crews of twelve sent it", text),))).body
    assert "Context:\n\nNine crews of twelve sent it\non Friday.\n" in body
    assert "“" not in body


def test_empty_lines_of_a_list_are_not_written() -> None:
    body = write(Ask("x", constraints=("", "  "), done_when=(" a ", "two\nlines"))).body
    assert "Constraints" not in body
    assert "Done when:\n- a\n- two lines\n" in body


@pytest.mark.parametrize(
    ("name", "called"),
    [("nora", "Nora"), ("jean-paul petit", "Jean-Paul Petit"), ("van Dyck", "van Dyck"), ("ÉLÉ", "ÉLÉ")],
)
def test_a_name_captured_in_a_hurry_gets_its_capitals(name: str, called: str) -> None:
    assert letter(ASK, title="x", name=name, language=EN).body.startswith(f"Hello {called},\n")


# sent back


def test_a_version_sent_back_to_who_wrote_it() -> None:
    body = write(earlier=Earlier("Dear all,\nHere.", "Warmer, and name the date.", theirs=True)).body
    assert "Thank you for “Launch email”. This should still change:\n\nWarmer, and name the date.\n" in body
    assert "What was asked:\n\nWrite the launch email." in body
    assert "The answer so far:\n\n> Dear all,\n> Here.\n" in body
    assert "Nine crews" not in body, "they have the context since the first letter"
    assert "- No discount" in body


@pytest.mark.parametrize(
    ("comment", "said"),
    [("Too long.", "This should change:\n\nToo long."), (" ", "quoted below, to be taken further.\n\nWhat was asked:")],
)
def test_a_result_of_somebody_else_taken_over(comment: str, said: str) -> None:
    body = write(earlier=Earlier("Draft", comment, theirs=False)).body
    assert said in body
    assert "The answer so far:\n\n> Draft" in body
    assert "Nine crews" in body
    assert "Thank you for" not in body


# the reminder


def test_a_reminder_says_what_since_when_and_by_when() -> None:
    said = reminder(title="Mock-up", name="tom", language=EN, since=date(2026, 10, 7), follow_up=DAY)
    assert said.subject == "Reminder: Mock-up"
    assert said.body == (
        "Hello Tom,\n\nOn Wednesday 7 October 2026 I asked for “Mock-up”, by Wednesday 21 October 2026 if possible. "
        "I have not received anything yet.\n\nWhere does it stand, and when may I expect it?\n\nThank you.\n"
    )


def test_a_reminder_in_french_without_a_day() -> None:
    said = reminder(title="Maquette", name="Tom", language=FR, since=date(2026, 10, 1))
    assert said.subject == "Rappel\u00a0: Maquette"
    assert "Le jeudi 1er octobre 2026, j’ai demandé «\u00a0Maquette\u00a0». Rien ne m’est encore parvenu." in said.body


def test_a_reminder_in_french_with_a_day() -> None:
    said = reminder(title="Maquette", name="Tom", language=FR, since=date(2026, 10, 1), follow_up=DAY)
    assert "«\u00a0Maquette\u00a0», si possible d’ici au mercredi 21 octobre 2026. Rien" in said.body


# as a file


def test_as_a_file_the_subject_leads() -> None:
    assert file_text(write(), markdown=True).startswith("# Launch email\n\nHello Nora,")
    assert file_text(write(), markdown=False).startswith("Subject: Launch email\n\nHello Nora,")
    assert file_text(write(language=FR), markdown=False).startswith("Objet\u00a0: Launch email\n\nBonjour Nora,")


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Launch email", "Launch email"),
        ("Q3/Q4: prices? *new*", "Q3 Q4 prices new"),
        ("..", "-"),
        ("C:\\x", "C x"),
        ("Prêt\u00a0?", "Prêt"),
        ("x" * 200, "x" * 60),
    ],
)
def test_a_file_is_named_as_every_system_can(title: str, name: str) -> None:
    assert file_name(letter(ASK, title=title, name="Nora", language=EN)) == name


# the languages


@pytest.mark.parametrize(
    ("code", "otherwise", "language"),
    [("fr", "en", FR), ("", "fr", FR), ("de", "fr", FR), ("", "", EN), ("en", "fr", EN)],
)
def test_a_language_that_is_not_known_gives_way(code: str, otherwise: str, language: Language) -> None:
    assert Language.of(code, otherwise) is language


def test_days_are_written_out() -> None:
    assert long_day(date(2026, 8, 1), FR) == "samedi 1er août 2026"
    assert long_day(date(2026, 2, 28), FR) == "samedi 28 février 2026"
    assert long_day(date(2026, 12, 31), EN) == "Thursday 31 December 2026"


def sentences(words: Words) -> list[str]:
    found: list[str] = []
    for name in Words.__slots__:
        value = getattr(words, name)
        found += [value] if isinstance(value, str) else list(value.values())
    return found


def test_both_languages_fill_in_the_same() -> None:
    fields = re.compile(r"\{\w+\}")
    pairs = zip(sentences(WORDS[EN]), sentences(WORDS[FR]), strict=True)
    assert [pair for pair in pairs if sorted(fields.findall(pair[0])) != sorted(fields.findall(pair[1]))] == []


@pytest.mark.parametrize(
    ("rule", "pattern"),
    [
        ("a no-break space stands before : ; ? and !", r"(?<!\u00a0)[:;?!]"),
        ("a no-break space stands inside « »", r"«(?!\u00a0)|(?<!\u00a0)»"),
        ("the apostrophe is ’, quotes are « »", r"['\"“”]"),
        ("neither tu nor vous", r"(?i)\b(?:tu|toi|tes?|ton|vous|vos|votre)\b"),
    ],
)
def test_french_is_well_set(rule: str, pattern: str) -> None:
    assert [said for said in sentences(WORDS[FR]) if re.search(pattern, said)] == [], rule


# whatever is written


@given(
    st.builds(
        Ask,
        objective=st.text(),
        context=st.lists(
            st.builds(ContextItem, title=st.text(), text=st.text(), origin=st.sampled_from(("note", "file", "page"))),
            max_size=3,
        ).map(tuple),
        constraints=st.lists(st.text(), max_size=3).map(tuple),
        done_when=st.lists(st.text(), max_size=3).map(tuple),
    ),
    st.text(),
    st.text(),
    st.sampled_from(Language),
)
def test_any_brief_gives_a_message_that_a_mail_can_carry(ask: Ask, title: str, name: str, language: Language) -> None:
    said = letter(ask, title=title, name=name, language=language, follow_up=DAY)
    said.body.encode()
    assert "\n" not in said.subject
    assert not [char for char in said.subject + said.body if ord(char) < 32 and char not in "\n\t"]
    assert said.body.endswith("\n") and not said.body.endswith("\n\n")
