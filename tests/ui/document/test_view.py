"""Foreign Markdown in the window: what is shown, and that nothing is fetched."""

from __future__ import annotations

import socket

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QFont, QTextDocument, QTextFormat
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from orchestrator_desktop.ui.document.live import LiveView
from orchestrator_desktop.ui.document.render import fragments
from orchestrator_desktop.ui.document.view import DocumentView
from orchestrator_desktop.ui.theme import Theme
from orchestrator_desktop.ui.theme.typography import FALLBACK_FAMILY

SAMPLE = """# Plan

Hi **you**, see `code` and [this](https://example.com).

- one
- two

  still two

1. a
1. b

```
x = 1

y = 2
```

| a | b |
|---|---|
| 1 | 2 |

Last 😀 line."""

HOSTILE = """<img src="http://127.0.0.1:9/a.png"> <script>x</script>

![a](http://127.0.0.1:9/b.png) ![b](file:///etc/passwd) ![c](//127.0.0.1/share/d.png)

<iframe src="file:///etc/passwd"></iframe> [ref]

[ref]: file:///etc/passwd
"""


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp)


def _plain(view: DocumentView) -> str:
    return view.document().toPlainText()


@pytest.mark.parametrize("size", [1, 3, 17, 400])
def test_a_stream_looks_like_the_whole(qtbot: QtBot, theme: Theme, size: int) -> None:
    whole, live = DocumentView(theme), LiveView(theme)
    for view in (whole, live):
        qtbot.addWidget(view)
    whole.set_markdown(SAMPLE)
    live.start()
    for start in range(0, len(SAMPLE), size):
        live.append(SAMPLE[start : start + size])
        if start % 5 == 0:
            live.flush()
    live.finish()
    qtbot.waitUntil(lambda: not live.drawing)
    assert _plain(live) == _plain(whole)
    assert live.document().toHtml() == whole.document().toHtml()


def test_what_has_arrived_is_visible_before_the_end(qtbot: QtBot, theme: Theme) -> None:
    live = LiveView(theme)
    qtbot.addWidget(live)
    live.start("Already ")
    live.append("here, and more")
    qtbot.waitUntil(lambda: "Already here, and more" in _plain(live))


def test_a_long_answer_that_is_joined_late_is_drawn_in_slices(qtbot: QtBot, theme: Theme) -> None:
    live = LiveView(theme)
    qtbot.addWidget(live)
    text = "\n\n".join(f"Paragraph {number} of the answer." for number in range(500))
    live.start(text)
    assert "Paragraph 499 " not in _plain(live)
    live.append(" The end")
    live.append(" has come.")
    assert live.markdown == text + " The end has come."
    live.finish()
    qtbot.waitUntil(lambda: _plain(live).endswith("Paragraph 499 of the answer. The end has come."))
    assert _plain(live).count("Paragraph 250 ") == 1


def test_many_short_lines_are_drawn_in_slices_too(qtbot: QtBot, theme: Theme) -> None:
    view = DocumentView(theme)
    qtbot.addWidget(view)
    view.set_markdown("- item\n" * 1_000)
    assert view.document().blockCount() < 400
    qtbot.waitUntil(lambda: view.document().blockCount() == 1_000)


def test_a_long_text_is_shown_whole_in_slices(qtbot: QtBot, theme: Theme) -> None:
    view = DocumentView(theme)
    qtbot.addWidget(view)
    view.set_markdown("\n\n".join(f"Paragraph {number} of the text." for number in range(500)))
    assert "Paragraph 1 " in _plain(view)
    qtbot.waitUntil(lambda: "Paragraph 499 " in _plain(view))


def test_hostile_markdown_opens_nothing(qtbot: QtBot, theme: Theme, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[object] = []
    monkeypatch.setattr(socket.socket, "connect", lambda *args: opened.append(args))
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    view = DocumentView(theme)
    qtbot.addWidget(view)
    view.set_markdown(HOSTILE)
    view.show()
    kind = QTextDocument.ResourceType.ImageResource.value
    assert view.document().resource(kind, QUrl("file:///etc/hostname")) in (None, b"")
    assert "image not loaded: 127.0.0.1" in _plain(view)
    assert "<script>" in _plain(view)
    assert opened == []


def test_refused_links_say_so_and_open_nothing(qtbot: QtBot, theme: Theme, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    view = DocumentView(theme)
    qtbot.addWidget(view)
    view.set_markdown("[bank.com](https://evil.example) [ok](https://example.com)")
    with qtbot.waitSignal(view.refused):
        view.anchorClicked.emit(QUrl("file:///etc/passwd"))
    with qtbot.waitSignal(view.link_wanted):
        view.anchorClicked.emit(QUrl("https://evil.example"))
    view.anchorClicked.emit(QUrl("https://example.com"))
    assert opened == [QUrl("https://example.com")]


def test_word_changes_show_both_texts_and_count_them(qtbot: QtBot, theme: Theme) -> None:
    view = DocumentView(theme)
    qtbot.addWidget(view)
    with qtbot.waitSignal(view.changed_words) as figures:
        view.show_changes("Say 😀 hello to the crew.", "Say 😀 goodbye to the crew now.")
    assert figures.args == [2, 1]
    assert "hello" in _plain(view)
    assert "goodbye" in _plain(view)
    view.set_markdown("Say goodbye.")
    assert "hello" not in _plain(view)


def test_controls_and_lone_surrogates_do_not_break_the_view(qtbot: QtBot, theme: Theme) -> None:
    view = DocumentView(theme)
    qtbot.addWidget(view)
    view.set_markdown("a\x00b\x1bc \ud800 d")
    assert "d" in _plain(view)
    assert "\x00" not in _plain(view)


def test_a_text_compared_with_itself_looks_like_itself(qtbot: QtBot, theme: Theme) -> None:
    plain, compared = DocumentView(theme), DocumentView(theme)
    for view, text in ((plain, SAMPLE + HOSTILE), (compared, SAMPLE + HOSTILE)):
        qtbot.addWidget(view)
        view.set_markdown(text)
    compared.show_changes(SAMPLE + HOSTILE, SAMPLE + HOSTILE)
    assert compared.document().toHtml() == plain.document().toHtml()


@pytest.mark.parametrize(("old", "new"), [(SAMPLE, HOSTILE), (HOSTILE, SAMPLE), ("", SAMPLE), (SAMPLE, "")])
def test_any_text_can_be_compared_with_any_other(qtbot: QtBot, theme: Theme, old: str, new: str) -> None:
    view = DocumentView(theme)
    qtbot.addWidget(view)
    with qtbot.waitSignal(view.changed_words):
        view.show_changes(old, new)
    assert all(word in _plain(view) for word in ("Plan", "still", "Last"))


def test_long_texts_are_compared_in_slices(qtbot: QtBot, theme: Theme) -> None:
    old = [f"Paragraph {number} of the text, as it was in the beginning." for number in range(500)]
    new = [text.replace("text", "book") if number % 5 == 0 else text for number, text in enumerate(old)]
    view = DocumentView(theme)
    qtbot.addWidget(view)
    view.show_changes("\n\n".join(old), "\n\n".join(new))
    assert "Paragraph 0 of the text book" in _plain(view)
    assert "Paragraph 499" not in _plain(view)
    figures: list[tuple[int, int]] = []
    view.changed_words.connect(lambda come, gone: figures.append((come, gone)))
    qtbot.waitUntil(lambda: "Paragraph 499 of" in _plain(view))
    assert figures[-1] == (100, 100)


def test_what_was_deleted_is_no_link(qtbot: QtBot, theme: Theme) -> None:
    view = DocumentView(theme)
    qtbot.addWidget(view)
    view.show_changes("[two words](https://a.example)", "[one](https://a.example)")
    linked = [run.text() for run in fragments(view.document().firstBlock()) if run.charFormat().anchorHref()]
    assert linked == ["one"]


def test_a_link_in_parts_or_shown_twice_cannot_hide_its_claim(qtbot: QtBot, theme: Theme) -> None:
    view = DocumentView(theme)
    qtbot.addWidget(view)
    for text in (
        "[**bank**.com](https://evil.example)",
        "[here](https://evil.example) [bank.com](https://evil.example)",
    ):
        view.set_markdown(text)
        with qtbot.waitSignal(view.link_wanted):
            view.anchorClicked.emit(QUrl("https://evil.example"))


def test_headings_have_the_sizes_of_the_design(qtbot: QtBot, theme: Theme) -> None:
    view = DocumentView(theme)
    qtbot.addWidget(view)
    view.set_markdown("# One\n\n## Two\n\n### Three\n\ntext")
    sizes = []
    block = view.document().begin()
    while block.isValid():
        shape = fragments(block)[0].charFormat()
        assert not shape.hasProperty(QTextFormat.Property.FontSizeAdjustment)
        sizes.append(shape.font().pixelSize())
        block = block.next()
    assert sizes == [18, 16, 15, 14]


def test_bold_is_as_heavy_as_the_font_has_it(theme: Theme) -> None:
    view = DocumentView(theme)
    view.set_markdown("plain **heavy** [**linked**](https://example.com)")
    heavy = {}
    block = view.document().begin()
    pieces = block.begin()
    while not pieces.atEnd():
        font = pieces.fragment().charFormat().font()
        axes = font.variableAxisValue(QFont.Tag("wght")) if font.family() == FALLBACK_FAMILY else font.weight()
        heavy[pieces.fragment().text().strip()] = axes
        pieces += 1
    assert {words: heavy[words] for words in ("plain", "heavy", "linked")} == {
        "plain": 400,
        "heavy": 600,
        "linked": 600,
    }
