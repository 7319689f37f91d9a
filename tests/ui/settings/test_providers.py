from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.modeltest import ModelTester

from orchestrator_desktop.domain.ids import ProviderId
from orchestrator_desktop.operations import roster
from orchestrator_desktop.providers.base import Dialect, Endpoint, ModelInfo
from orchestrator_desktop.providers.probe import LocalServer
from orchestrator_desktop.ui.settings.confirm import Confirm
from tests.fakes.answers import openai_error
from tests.fakes.replay import status
from tests.ui.settings.conftest import KEY, MODELS, Stage


def texts(widget: QWidget) -> str:
    """All that a widget says to eyes."""
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def model_names(stage: Stage) -> list[str]:
    model = stage.page.providers.provider.models.table.list_view.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def confirm(stage: Stage) -> Confirm:
    return next(layer for layer in stage.page.findChildren(Confirm) if layer.isVisible())


def test_the_list_groups_what_is_here_accounts_and_others(stage: Stage) -> None:
    stage.add("Company server", "https://llm.halden.example/v1", model="qwen-32b")
    said = stage.list_words()
    assert said[0] == "here"
    assert said[1].startswith("Built-in model, Ready")
    assert "OpenAI, Add key, No key yet" in said
    assert said[-3:] == ["other", "Company server, Add key, No key yet", "Add a custom address"]


def test_the_list_is_a_model(stage: Stage, qtmodeltester: ModelTester) -> None:
    stage.add()
    qtmodeltester.check(stage.page.providers.model)
    qtmodeltester.check(stage.page.providers.provider.models.table.list_view.model())


def test_a_test_says_how_long_the_answer_took(stage: Stage) -> None:
    provider_id = stage.add()
    pane = stage.page.providers.provider
    stage.click(pane.test.button)
    assert pane.test.words.text() == "Asking for one word…"
    stage.until(lambda: pane.test.words.text().startswith("Answered in "))
    assert "today" in pane.test.words.text()
    assert pane.test.button.text() == "Test again"
    assert stage.provider(provider_id).tested_at is not None


def test_a_refused_key_is_said_in_plain_words_and_in_the_list(stage: Stage) -> None:
    stage.server.always(openai_error(401, "Incorrect API key provided"))
    stage.add(key=KEY)
    pane = stage.page.providers.provider
    stage.click(pane.test.button)
    stage.until(lambda: pane.test.words.text().startswith("Replay refuses the key"))
    assert "brief" not in pane.test.words.text()
    assert "Incorrect API key" in pane.test.detail.text()
    assert any(words.startswith("Replay, Fix key, Key refused today at") for words in stage.list_words())


def test_a_provider_whose_list_was_refused_is_not_said_to_be_ready(stage: Stage) -> None:
    stage.server.always(openai_error(401, "Incorrect API key provided"))
    stage.add(key=KEY)
    stage.until(lambda: any(words.startswith("Replay, Fix key, Key refused") for words in stage.list_words()))
    assert stage.page.providers.provider.head.pill.text() == "Fix key"


def test_a_provider_that_nobody_asked_yet_is_not_said_to_be_ready(stage: Stage) -> None:
    stage.add()
    assert any(words.startswith("Replay, Not tested") for words in stage.list_words())


def test_a_key_that_is_gone_since_the_last_start_is_said_in_the_list(stage: Stage) -> None:
    provider_id = stage.add("Company", "https://llm.halden.example/v1", key=KEY)
    stage.do(roster.record_test, provider_id=provider_id, ms=100, error=None)
    stage.until(lambda: any(words.startswith("Company, Works") for words in stage.list_words()))
    stage.desk.keys._memory.clear()  # as after a restart without a keyring
    stage.page.providers.probes.look_for_keys([stage.provider(provider_id)])
    stage.until(lambda: "Company, Fix key, Key not at hand" in stage.list_words())
    assert stage.page.providers.provider.head.pill.text() == "Fix key"


def test_a_server_that_is_away_is_offline(stage: Stage) -> None:
    stage.add("Away", "http://127.0.0.1:9/v1")
    pane = stage.page.providers.provider
    stage.click(pane.test.button)
    stage.until(lambda: "cannot be reached" in pane.test.words.text())
    assert any(words.startswith("Away, Offline") for words in stage.list_words())


def test_models_are_listed_and_one_is_chosen_by_a_click(stage: Stage) -> None:
    provider_id = stage.add(model="m-small")
    stage.until(lambda: model_names(stage) == list(MODELS))
    view = stage.page.providers.provider.models.table.list_view
    stage.click_row(view, view.model().index(1, 0))
    stage.until(lambda: stage.provider(provider_id).model == "m-large")
    stage.until(lambda: view.model().index(1, 0).data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked)


def test_a_model_can_be_named_where_no_list_is_given(stage: Stage) -> None:
    stage.server.always(status(404, body={"error": {"message": "no such path"}}))
    provider_id = stage.add(model="")
    table = stage.page.providers.provider.models.table
    stage.until(lambda: table.note.text() == "It gives no list of models. Name the model by hand.")
    assert not stage.page.providers.provider.test.button.isEnabled()
    stage.bot.keyClicks(table.search, "our-model")
    stage.bot.keyClick(table.search, Qt.Key.Key_Return)
    stage.until(lambda: stage.provider(provider_id).model == "our-model")
    assert table.search.text() == ""
    stage.until(stage.page.providers.provider.test.button.isEnabled)


def test_searching_narrows_the_list_and_keeps_what_is_typed(stage: Stage) -> None:
    many = {"data": [{"id": f"model-{number:03}"} for number in range(300)]}
    stage.server.always(status(200, body=many))
    stage.add(model="model-000")
    stage.until(lambda: len(model_names(stage)) == 300)
    table = stage.page.providers.provider.models.table
    stage.bot.keyClicks(table.search, "299")
    assert model_names(stage) == ["model-299", "299"]
    stage.page.providers.read()
    assert table.search.text() == "299"


def test_a_key_is_kept_in_memory_without_a_keyring_and_leaves_the_field(stage: Stage) -> None:
    provider_id = stage.add()
    pane = stage.page.providers.provider
    stage.bot.keyClicks(pane.key.row.field, KEY.reveal())
    stage.click(pane.key.row.save)
    assert pane.key.row.field.text() == ""
    stage.until(lambda: "The key stays in memory until you quit" in pane.key.row.note.text())
    stage.until(lambda: stage.provider(provider_id).tested_at is not None)
    assert stage.server.requests[-1].headers["authorization"] == f"Bearer {KEY.reveal()}"
    assert pane.key.row.replace.isVisible()
    assert all(KEY.reveal() not in field.text() for field in stage.page.findChildren(QLineEdit))
    pane.key.row.field.undo()
    assert pane.key.row.field.text() == ""


def test_what_cannot_be_a_key_is_not_sent(stage: Stage) -> None:
    stage.add()
    row = stage.page.providers.provider.key.row
    stage.bot.keyClicks(row.field, "my key with blanks")
    assert not row.save.isEnabled()
    assert row.note.text().startswith("That is not a key")
    stage.bot.keyClick(row.field, Qt.Key.Key_Return)
    assert row.field.text() == "my key with blanks"


def test_a_key_is_forgotten_after_a_question(stage: Stage) -> None:
    provider_id = stage.add(key=KEY)
    pane = stage.page.providers.provider
    stage.click(pane.key.row.remove)
    stage.click(confirm(stage).cancel)
    assert stage.provider(provider_id).key_origin is not None
    stage.click(pane.key.row.remove)
    stage.click(confirm(stage).act)
    stage.until(lambda: stage.provider(provider_id).key_origin is None)
    stage.until(lambda: stage.said == ["The key is forgotten."])
    stage.until(pane.key.row.field.isVisible)


def test_another_origin_asks_for_the_key_again(stage: Stage) -> None:
    provider_id = stage.add("Company", "https://llm.halden.example/v1", key=KEY)
    pane = stage.page.providers.provider
    pane.address.field.setText("https://llm.elsewhere.example/v1/")
    stage.bot.keyClick(pane.address.field, Qt.Key.Key_Return)
    stage.until(lambda: stage.provider(provider_id).base_url == "https://llm.elsewhere.example/v1")
    stage.until(lambda: "The key was given for https://llm.halden.example" in pane.key.row.note.text())
    assert pane.key.row.field.isVisible()
    assert any(words.startswith("Company, Fix key") for words in stage.list_words())


def test_an_address_that_is_none_changes_nothing(stage: Stage) -> None:
    provider_id = stage.add()
    before = stage.provider(provider_id)
    pane = stage.page.providers.provider
    pane.address.field.setText("not an address")
    stage.bot.keyClick(pane.address.field, Qt.Key.Key_Return)
    stage.until(lambda: bool(stage.said))
    assert "is not a web address" in stage.said[0]
    assert stage.provider(provider_id) == before


def test_the_switch_rests_a_provider(stage: Stage) -> None:
    provider_id = stage.add()
    stage.click(stage.page.providers.provider.head.switch)
    stage.until(lambda: not stage.provider(provider_id).enabled)
    stage.until(lambda: any(words.startswith("Replay, Off") for words in stage.list_words()))


def test_a_provider_is_removed_after_a_question(stage: Stage) -> None:
    stage.add()
    limits = stage.page.providers.provider.limits
    stage.click(limits.more)
    stage.until(lambda: limits.remove.height() > 20)
    stage.click(limits.remove)
    assert "cannot be undone" in texts(confirm(stage))
    stage.click(confirm(stage).act)
    stage.until(lambda: "Replay" not in stage.providers())
    stage.until(lambda: not any(words.startswith("Replay") for words in stage.list_words()))


def test_a_found_server_is_added_by_one_click(stage: Stage) -> None:
    place = Endpoint("Ollama", Dialect.OPENAI_CHAT, stage.server.openai_url)
    stage.page.providers.probes.found = [LocalServer(place, tuple(ModelInfo(name, name) for name in MODELS))]
    stage.page.providers.read()
    stage.choose(f"found {stage.server.openai_url}")
    stage.until(lambda: "Ollama" in stage.providers())
    stage.until(lambda: stage.providers()["Ollama"].tested_at is not None)
    assert stage.providers()["Ollama"].model == "m-small"
    stage.until(stage.page.providers.provider.isVisible)


def test_an_account_needs_only_its_key(stage: Stage) -> None:
    stage.choose("preset Mistral")
    adding = stage.page.providers.adding
    assert not adding.name.isVisible()
    assert not adding.save.isEnabled()
    stage.bot.keyClicks(adding.key, KEY.reveal())
    stage.click(adding.save)
    stage.until(lambda: "Mistral" in stage.providers() and stage.providers()["Mistral"].key_tail == KEY.tail)
    kept = stage.providers()["Mistral"]
    assert (kept.base_url, kept.dialect, bool(kept.model)) == ("https://api.mistral.ai/v1", "openai-chat", True)
    assert adding.key.text() == ""
    stage.until(lambda: stage.provider(ProviderId(kept.id)).test_error == "unreachable")  # tests reach no network


def test_a_custom_address_is_added_and_tested(stage: Stage) -> None:
    stage.choose("custom")
    adding = stage.page.providers.adding
    stage.bot.keyClicks(adding.name, "Company server")
    stage.bot.keyClicks(adding.address, stage.server.openai_url)
    stage.bot.keyClicks(adding.model, "m-large")
    stage.bot.keyClick(adding.model, Qt.Key.Key_Return)
    stage.until(lambda: "Company server" in stage.providers())
    stage.until(lambda: stage.providers()["Company server"].test_ms is not None)
    assert stage.page.providers.provider.isVisible()


def test_a_custom_address_that_is_refused_keeps_what_was_typed(stage: Stage) -> None:
    stage.choose("custom")
    adding = stage.page.providers.adding
    stage.bot.keyClicks(adding.name, "Company server")
    stage.bot.keyClicks(adding.address, "http://llm.halden.example/v1")
    stage.bot.keyClicks(adding.key, KEY.reveal())
    stage.click(adding.save)
    stage.until(lambda: bool(stage.said))
    assert "not encrypted" in stage.said[0]
    assert (adding.name.text(), adding.key.text()) == ("Company server", KEY.reveal())
    stage.until(adding.save.isEnabled)


def test_what_is_typed_into_a_key_survives_changes_elsewhere(stage: Stage) -> None:
    stage.add()
    row = stage.page.providers.provider.key.row
    stage.bot.keyClicks(row.field, "half-a-k")
    stage.do(roster.add_domain, name="Marketing")
    stage.do(roster.add_provider, name="Other", dialect="openai-chat", base_url="http://127.0.0.1:9/v1", model="m")
    stage.until(lambda: any(words.startswith("Other") for words in stage.list_words()))
    assert row.field.text() == "half-a-k"


def test_below_1120_the_pane_opens_over_the_list(stage: Stage) -> None:
    provider_id = stage.add()
    stage.page.resize(800, 640)
    tab = stage.page.providers
    assert tab.list_view.isVisible()
    assert not tab.provider.isVisible()
    stage.choose(f"provider {provider_id}")
    stage.until(tab.provider.isVisible)
    assert not tab.list_view.isVisible()
    tab.split.close_detail()
    assert tab.list_view.isVisible()
