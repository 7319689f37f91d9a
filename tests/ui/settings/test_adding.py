"""Adding providers: what runs here is offered, what does not is said, any address speaks its dialect."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QAbstractButton, QApplication

from orchestrator_desktop.providers.base import Dialect, Endpoint, ModelInfo
from orchestrator_desktop.providers.presets import PRESETS
from orchestrator_desktop.providers.probe import LocalServer
from orchestrator_desktop.ui.navigator import Screen, Target
from orchestrator_desktop.ui.settings.add_pane import AddPane
from tests.ui.settings.conftest import KEY, Stage


def adding(stage: Stage) -> AddPane:
    return stage.page.providers.adding


def found(stage: Stage, name: str, url: str = "http://localhost:11434", *models: str) -> LocalServer:
    server = LocalServer(Endpoint(name, Dialect.OLLAMA, url), tuple(ModelInfo(model, model) for model in models))
    stage.until(lambda: not stage.page.providers.probes.looking)
    stage.page.providers.probes.found = [server]
    stage.page.providers.probes.told.emit()
    return server


def test_a_server_that_runs_here_is_offered_at_the_top(stage: Stage) -> None:
    found(stage, "Ollama", "http://localhost:11434", "qwen3:8b", "llama3.2", "gemma3")
    assert stage.list_words()[1] == "Ollama is running here, Use it, 3 models, localhost:11434"
    providers = stage.page.providers
    assert not adding(stage).isVisible(), "an offer waits to be taken"
    providers.list_view.setCurrentIndex(providers.model.index(1))
    assert "qwen3:8b, llama3.2, gemma3" in adding(stage).about.text()
    assert adding(stage).save.text() == "Use it"


def test_what_is_used_already_is_not_offered_by_another_name(stage: Stage) -> None:
    stage.add("My Ollama", "http://127.0.0.1:11434")
    found(stage, "Ollama", "http://localhost:11434", "qwen3:8b")
    assert not any("running here" in words for words in stage.list_words())


def test_every_account_has_a_row_and_a_place_where_keys_are_had(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    accounts = [preset for preset in PRESETS if preset.keys_page]
    for preset in accounts:
        stage.choose(f"preset {preset.name}")
        stage.click(adding(stage).link)
    assert opened == [preset.keys_page for preset in accounts]
    assert len(accounts) == 8


def test_a_local_server_that_does_not_run_is_said_and_added_all_the_same(stage: Stage) -> None:
    stage.choose("local")
    pane = adding(stage)
    stage.until(lambda: "Ollama is not running at its usual place." in pane.about.text())
    assert pane.address.text() == "http://localhost:11434"
    stage.click(next(one for one in pane.server.findChildren(QAbstractButton) if one.text() == "vLLM"))
    assert pane.address.text() == "http://localhost:8000/v1"
    pane.address.setText(stage.server.openai_url)
    stage.click(pane.save)
    stage.until(lambda: "vLLM" in stage.providers())
    assert stage.providers()["vLLM"].dialect == "openai-chat"
    stage.until(stage.page.providers.provider.isVisible)


def test_looking_again_finds_what_was_started_meanwhile(stage: Stage) -> None:
    stage.choose("local")
    found(stage, "Ollama", "http://localhost:11434", "qwen3:8b")
    assert "Found on this computer at localhost:11434, with 1 model" in adding(stage).about.text()
    stage.click(adding(stage).look)
    assert not adding(stage).look.isEnabled()
    stage.until(lambda: "is not running" in adding(stage).about.text())
    assert adding(stage).look.isEnabled()


@pytest.mark.parametrize("dialect", list(Dialect))
def test_a_custom_address_speaks_any_dialect(stage: Stage, dialect: Dialect) -> None:
    stage.choose("custom")
    pane = adding(stage)
    pane.name.setText("Company")
    pane.address.setText("https://llm.halden.example")
    pane.dialect.set_value(dialect.value)
    stage.click(pane.save)
    stage.until(lambda: "Company" in stage.providers())
    assert stage.providers()["Company"].dialect == dialect


def test_what_was_typed_for_another_is_not_kept(stage: Stage) -> None:
    stage.choose("preset Groq")
    stage.bot.keyClicks(adding(stage).key, KEY.reveal())
    stage.choose("preset xAI")
    assert adding(stage).key.text() == ""


def test_after_adding_the_focus_is_in_the_pane(stage: Stage) -> None:
    stage.choose("custom")
    adding(stage).name.setText("Company")
    adding(stage).address.setText(stage.server.openai_url)
    stage.click(adding(stage).save)
    stage.until(stage.page.providers.provider.isVisible)
    assert QApplication.focusWidget() is stage.page.providers.provider.key.row.field


def test_a_provider_opened_over_the_list_has_the_focus(stage: Stage) -> None:
    provider_id = stage.add()
    stage.page.resize(800, 700)
    stage.choose(f"provider {provider_id}")
    assert stage.page.providers.list_view.isHidden()
    assert QApplication.focusWidget() is stage.page.providers.provider.key.row.field


def test_the_key_that_is_to_be_replaced_can_be_typed_at_once(stage: Stage) -> None:
    provider_id = stage.add(key=KEY)
    row = stage.page.providers.provider.key.row
    stage.until(row.replace.isVisible)
    stage.page.open(Target(Screen.SETTINGS, part=f"providers:{provider_id}:key"))
    assert QApplication.focusWidget() is row.field
    stage.page.providers.read()
    assert row.field.isVisible(), "what is read anew does not take the field away"
    stage.click(row.cancel)
    assert row.replace.isVisible()
