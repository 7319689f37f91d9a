"""Both languages are whole, in step with the texts of the program, well set, and switched while the window is open."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from orchestrator_desktop.app import FACTORIES
from orchestrator_desktop.ui.languages import Languages
from orchestrator_desktop.ui.navigator import Screen, Target
from orchestrator_desktop.ui.shell.window import Window
from tests.ui.desk import Room, fill
from tests.ui.settings.session import open_session

HOME = Path(__file__).resolve().parents[2]
FOLDER = HOME / "resources" / "translations"
LANGUAGES = ("en", "fr")
PLACE = re.compile(r"%\d|%L?n|\{\w+\}")


@dataclass(frozen=True)
class Text:
    """One text of a .ts file; `said` holds the translation, or its plural forms."""

    context: str
    source: str
    plural: bool
    said: tuple[str, ...]
    unfinished: bool


def read(path: Path) -> list[Text]:
    found = []
    for context in ET.parse(path).getroot().findall("context"):
        for message in context.findall("message"):
            source, translation = message.findtext("source"), message.find("translation")
            assert source is not None and translation is not None
            forms = [form.text or "" for form in translation] or [translation.text or ""]
            found.append(
                Text(
                    context.findtext("name") or "",
                    source,
                    message.get("numerus") == "yes",
                    tuple(forms),
                    translation.get("type") is not None,
                )
            )
    return found


def texts(code: str) -> list[Text]:
    return read(FOLDER / f"orchestrator_{code}.ts")


def tool(name: str, *arguments: str | Path) -> None:
    """Run Qt's translation tools as `make translations` does."""
    found = shutil.which(f"pyside6-{name}", path=str(Path(sys.executable).parent))
    assert found is not None
    subprocess.run([found, "-silent", *arguments], cwd=HOME, check=True, timeout=60)


FRENCH = texts("fr")


# the files


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_text_of_the_program_is_there_and_no_other(code: str, tmp_path: Path) -> None:
    copy = tmp_path / f"orchestrator_{code}.ts"
    shutil.copy(FOLDER / copy.name, copy)
    plural = ["-pluralonly"] if code == "en" else []
    tool("lupdate", "-locations", "none", "-extensions", "py", "src", *plural, "-ts", copy)
    open_ones = [(text.context, text.source) for text in read(copy) if text.unfinished]
    assert not open_ones, "translate these, or drop them, with `make translations`"


@pytest.mark.parametrize("code", LANGUAGES)
def test_what_the_app_loads_is_compiled_from_the_texts(code: str, tmp_path: Path) -> None:
    compiled = tmp_path / "out.qm"
    tool("lrelease", FOLDER / f"orchestrator_{code}.ts", "-qm", compiled)
    assert compiled.read_bytes() == (FOLDER / f"orchestrator_{code}.qm").read_bytes()


def test_every_text_in_the_code_can_be_collected() -> None:
    """Qt's collector reads literals only, and not within an f-string: what it misses would stay English."""
    known = {(text.context, text.source) for text in FRENCH}
    lost = [
        f"{path.name}:{call.lineno}"
        for path in sorted((HOME / "src").rglob("*.py"))
        for call, context, argument in marked(ast.parse(path.read_text(encoding="utf-8")))
        if not isinstance(argument, ast.Constant) or (context, argument.value) not in known
    ]
    assert not lost


def test_every_text_with_a_number_has_plural_forms() -> None:
    """The collector takes `translate` with a number for an ordinary text: `tr` of a widget or of `Counted` is seen."""
    assert [text.source for text in FRENCH if not text.plural and re.search(r"%L?n", text.source)] == []


def marked(tree: ast.AST, inside: str = "") -> Iterator[tuple[ast.Call, str, ast.expr]]:
    """Calls that mark or translate a text, with its context and the argument that holds it. A `translate` of a
    variable shows a text that was marked elsewhere."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Call):
            whose, _, name = ast.unparse(node.func).rpartition(".")
            if name == "tr" and node.args:
                yield node, inside if whose == "self" else whose, node.args[0]
            elif name in ("QT_TRANSLATE_NOOP", "translate") and len(node.args) > 1 and literal(node.args[1]):
                yield node, ast.literal_eval(node.args[0]), node.args[1]
        yield from marked(node, node.name if isinstance(node, ast.ClassDef) else inside)


def literal(argument: ast.expr) -> bool:
    return isinstance(argument, ast.Constant | ast.JoinedStr | ast.BinOp)


# the texts


@pytest.mark.parametrize("code", LANGUAGES)
def test_plural_texts_have_both_forms(code: str) -> None:
    plural = [text for text in texts(code) if text.plural]
    assert plural
    assert [text.source for text in plural if len(text.said) != 2 or not all(text.said)] == []


def test_english_holds_plural_forms_only_and_french_all_of_them() -> None:
    assert all(text.plural for text in texts("en"))
    counted = {(text.context, text.source) for text in FRENCH if text.plural}
    assert counted == {(text.context, text.source) for text in texts("en")}


@pytest.mark.parametrize("code", LANGUAGES)
def test_what_is_filled_in_stays(code: str) -> None:
    def places(text: str) -> Counter[str]:
        return Counter(place.replace("L", "") for place in PLACE.findall(text))

    wrong = [said for text in texts(code) for said in text.said if places(said) != places(text.source)]
    assert not wrong


@pytest.mark.parametrize(
    ("rule", "pattern"),
    [
        ("a no-break space stands before : ; ? and !", r"(?<!\u00a0)[:;?](?=\s|$)|[^\u00a0]!(?!\w)"),
        ("no exclamation mark", r"!(?!\w)"),
        ("a no-break space stands inside « »", r"«(?!\u00a0)|(?<!\u00a0)»"),
        ("the apostrophe is ’", r"\w'\w"),
        ("quotes are « »", r"[“”\"]"),
        ("an ellipsis is one sign", r"\.\.\."),
        ("a no-break space stands before % and units", r"(?: |\d)%(?![\dLn])|%1 (?:s|ms|Mo)\b"),
        ("one space, and none at the ends", r"  |^\s|\s$"),
        ("vous, never tu", r"(?i)\b(?:tu|toi|tes)\b"),
    ],
)
def test_french_is_well_set(rule: str, pattern: str) -> None:
    assert [said for text in FRENCH for said in text.said if re.search(pattern, said)] == [], rule


def test_sentences_end_and_break_as_in_english() -> None:
    def shape(text: str) -> tuple[bool, bool, int]:
        return text.endswith("."), text.endswith("…"), text.count("\n")

    assert [said for text in FRENCH for said in text.said if shape(said) != shape(text.source)] == []


def test_english_is_calm_and_british() -> None:
    loud = re.compile(r"!(?!\w)|(?i:\b(?:color|center|organiz|summariz|license|please|oops|sorry)\b)|\w'\w|\"")
    assert [text.source for text in FRENCH if loud.search(text.source)] == []


@pytest.mark.parametrize(
    ("english", "french"),
    [
        ("Today", "Aujourd’hui"),
        ("Inbox", "Boîte de réception"),
        ("Review", "Revue"),
        ("Waiting for people", "En attente des autres"),
        ("Domains", "Domaines"),
        ("Reflection", "Réflexion"),
        ("Settings", "Réglages"),
        ("Done when", "Terminé quand"),
        ("Accept", "Accepter"),
        ("Edit", "Modifier"),
        ("Ask for revision", "Demander une reprise"),
        ("Escalate", "Escalader"),
        ("Reject", "Rejeter"),
        ("You + AI", "Vous + IA"),
        ("Returned", "Revenue à vous"),
        ("Accepted unseen", "Acceptée sans revue"),
        ("Hand over your first task", "Confiez votre première tâche"),
        ("Nothing to sort. Press N to add a task.", "Rien à trier. N pour ajouter une tâche."),
        ("Nobody owes you anything.", "Personne ne vous doit rien."),
        (
            "%1 refuses the key: it was probably revoked or replaced. Nothing was charged; the brief is intact.",
            "%1 refuse la clé\u00a0: elle a sans doute été révoquée ou remplacée. Rien n’a été facturé\u00a0; le brief "
            "est intact.",
        ),
        (
            "What do you orchestrate today\nthat you executed yesterday?",
            "Qu’orchestrez-vous aujourd’hui\nque vous exécutiez hier\u00a0?",
        ),
    ],
)
def test_the_words_of_the_product_are_kept(english: str, french: str) -> None:
    assert french in {said for text in FRENCH if text.source == english for said in text.said}


# the window


@pytest.mark.parametrize(
    ("code", "one", "many"),
    [("en", "1 token", "3,100 tokens"), ("fr", "1 jeton", "3\u202f100 jetons")],
)
def test_counts_are_said_in_the_right_form(
    room: Room, monkeypatch: pytest.MonkeyPatch, code: str, one: str, many: str
) -> None:
    monkeypatch.setattr(QLocale, "system", staticmethod(lambda: QLocale(QLocale.Language.C)))
    room.services.languages.use(code)
    said = [QCoreApplication.translate("Figures", "%Ln token(s)", None, number) for number in (1, 3100)]
    assert said == [one, many]


def shown(widget: QWidget) -> set[str]:
    """Every text of a widget and what is in it, rows of lists included as a screen reader hears them."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # what is gone says nothing
    found: set[str] = set()
    for part in (widget, *widget.findChildren(QWidget)):
        found |= {part.toolTip(), part.accessibleName(), *part.windowTitle().split(" – ")}
        if isinstance(part, QLabel | QAbstractButton):
            found.add(part.text())
        elif isinstance(part, QLineEdit):
            found.add(part.placeholderText())
        elif isinstance(part, QAbstractItemView) and (model := part.model()) is not None:
            for row in range(model.rowCount()):
                found |= set(str(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)).split(", "))
    return found


ENGLISH_ONLY = {text.source for text in FRENCH}.difference(*(text.said for text in FRENCH))
FRENCH_ONLY = {said for text in FRENCH for said in text.said}.difference(text.source for text in FRENCH)


def check_switching(qtbot: QtBot, widget: QWidget, languages: Languages) -> None:
    """Open in English, in French and in English again; the other language must leave no word behind."""
    languages.use("en")
    qtbot.waitUntil(lambda: not FRENCH_ONLY & shown(widget))
    assert len(ENGLISH_ONLY & shown(widget)) > 10
    languages.use("fr")
    qtbot.waitUntil(lambda: not ENGLISH_ONLY & shown(widget))
    assert len(FRENCH_ONLY & shown(widget)) > 10
    languages.use("en")
    qtbot.waitUntil(lambda: not FRENCH_ONLY & shown(widget))


@pytest.mark.parametrize("screen", [screen for screen in Screen if screen not in (Screen.SETTINGS, Screen.DOMAIN)])
def test_an_open_screen_changes_its_language_and_back(qtbot: QtBot, room: Room, screen: Screen) -> None:
    fill(room)
    window = Window(room.services, FACTORIES)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show_target(Target(screen))
    check_switching(qtbot, window, room.services.languages)


def test_the_open_settings_change_their_language_and_back(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    session = open_session(qapp, tmp_path / "data")
    page = FACTORIES[Screen.SETTINGS](session.services)
    try:
        check_switching(qtbot, page, session.services.languages)
    finally:
        session.close(page)
