"""The models of a provider: what is kept is shown at once, prices are said or asked, any model can be named."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDesktopServices
from pytestqt.modeltest import ModelTester

from orchestrator_desktop.domain.changes import Kind
from orchestrator_desktop.domain.ids import ProviderId, SpecialistId
from orchestrator_desktop.domain.money import Price
from orchestrator_desktop.operations import roster, specialists, spending
from orchestrator_desktop.providers.base import ModelInfo
from orchestrator_desktop.store import spending as reading
from orchestrator_desktop.store.spending import Priced
from orchestrator_desktop.ui.settings.model_rows import ROW_ROLE, Models, ModelsModel
from orchestrator_desktop.ui.settings.models import ModelsTable
from orchestrator_desktop.ui.settings.price_ask import PriceAsk
from tests.fakes.replay import status
from tests.ui.settings.conftest import KEY, Stage

AWAY = "https://llm.halden.example/v1"
"""Never reached: no test leaves this computer, and without a key nothing is asked."""


def table(stage: Stage) -> ModelsTable:
    return stage.page.providers.provider.models.table


def spoken(stage: Stage) -> list[str]:
    model = table(stage).list_view.model()
    rows = (model.index(row, 0) for row in range(model.rowCount()))
    return [str(index.data(Qt.ItemDataRole.AccessibleTextRole)) for index in rows]


def keep(stage: Stage, provider_id: ProviderId, *ids: str, days: int = 0) -> None:
    """A list as it was kept when it was last asked for, so many days ago."""
    rows: list[dict[str, str | int | None]] = [{"id": one, "name": one.title(), "context_tokens": 8192} for one in ids]
    with time_machine.travel(datetime.now(UTC) - timedelta(days=days), tick=False):
        stage.do(spending.keep_models, provider_id=provider_id, models=rows)


def lists_asked(stage: Stage) -> int:
    return sum(request.path.endswith("/models") for request in stage.server.requests)


def ask(stage: Stage) -> PriceAsk:
    return next(layer for layer in stage.page.findChildren(PriceAsk) if layer.isVisible())


def test_a_kept_list_is_there_at_once_with_its_day_and_its_prices(stage: Stage) -> None:
    provider_id = stage.add("Company", AWAY, model="small")
    keep(stage, provider_id, "small", "large", days=2)
    prices = [("small", Price(1_000_000, 5_000_000)), ("large", None)]
    stage.do(spending.keep_listed_prices, provider_id=provider_id, prices=prices)
    stage.until(lambda: spoken(stage)[:1] == ["Small, reads 8,192 tokens, $1 in, $5 out"])
    assert spoken(stage)[1] == "Large, reads 8,192 tokens, price unknown"
    assert table(stage).note.text().startswith("Price per million tokens, checked ")


def test_a_list_of_today_is_not_asked_for_again_and_an_older_one_is_once(stage: Stage) -> None:
    stage.server.script(status(404), status(404))
    first = stage.add("First")  # on this computer: asked for whenever it is shown
    stage.until(lambda: lists_asked(stage) == 1)
    keep(stage, first, "kept")
    stage.until(lambda: "Kept" in spoken(stage)[-1])
    stage.page.providers.read()
    stage.page.providers.read()
    assert lists_asked(stage) == 1
    stage.add("Second")
    stage.page.providers.select(first)
    stage.until(lambda: lists_asked(stage) == 3)


def test_the_list_is_asked_for_again_by_a_button(stage: Stage) -> None:
    stage.add()
    stage.until(lambda: spoken(stage) == ["m-small", "m-large"])
    stage.until(table(stage).refresh.isEnabled)
    stage.server.always(status(200, body={"data": [{"id": "m-new"}]}))
    stage.click(table(stage).refresh)
    stage.until(lambda: spoken(stage) == ["m-small", "m-new"])


def test_a_price_is_set_by_a_click_on_its_place_and_forgotten(stage: Stage) -> None:
    provider_id = stage.add("Company", AWAY, model="small")
    keep(stage, provider_id, "small", "large")
    stage.until(lambda: len(spoken(stage)) == 2)
    shown = table(stage)
    index = shown.list_view.model().index(1, 0)
    place = shown.price_place(index).center().toPoint()
    stage.bot.mouseClick(shown.list_view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    sheet = ask(stage)
    assert "Company" in sheet._about.text()
    stage.bot.keyClicks(sheet.price_in, "0.40")
    stage.bot.keyClick(sheet.price_in, Qt.Key.Key_Return)
    assert sheet.problem.text() == "Both are needed; 0 is a price too."
    stage.bot.keyClicks(sheet.price_out, "many")
    stage.click(sheet.save)
    assert "is not an amount" in sheet.problem.text()
    sheet.price_out.setText("1.2")
    stage.click(sheet.save)
    stage.until(lambda: spoken(stage)[1].endswith("your price: $0.40 in, $1.20 out"))
    store = stage.session.services.store
    assert reading.own_price(store, provider_id, "large") == Price(400_000, 1_200_000)
    assert stage.provider(provider_id).model == "small", "a click on the price chooses no model"
    stage.bot.mouseClick(shown.list_view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert ask(stage).price_in.text() == "0.40"
    stage.click(ask(stage).forget)
    stage.until(lambda: reading.own_price(store, provider_id, "large") is None)


def test_the_price_of_the_chosen_model_is_a_button_too(stage: Stage) -> None:
    provider_id = stage.add("Company", AWAY, model="small")
    keep(stage, provider_id, "small")
    stage.until(lambda: len(spoken(stage)) == 1)
    assert table(stage).price.text() == "Set its price…"
    stage.click(table(stage).price)
    for field, amount in ((ask(stage).price_in, "1"), (ask(stage).price_out, "2")):
        stage.bot.keyClicks(field, amount)
    stage.bot.keyClick(ask(stage).price_out, Qt.Key.Key_Return)
    stage.until(lambda: table(stage).price.text() == "Change its price…")
    stage.do(spending.keep_listed_prices, provider_id=provider_id, prices=[("small", Price(3, 4))])
    stage.until(lambda: not table(stage).price.isVisible())


def test_a_model_on_this_computer_has_no_price(stage: Stage) -> None:
    stage.add()
    stage.until(lambda: spoken(stage) == ["m-small", "m-large"])
    assert not table(stage).price.isVisible()


def test_a_model_can_be_named_where_few_are_listed(stage: Stage) -> None:
    provider_id = stage.add()
    stage.until(lambda: len(spoken(stage)) == 2)
    assert not table(stage).search.isVisible()
    stage.click(table(stage).seek)
    stage.bot.keyClicks(table(stage).search, "m-secret")
    stage.bot.keyClick(table(stage).search, Qt.Key.Key_Return)
    stage.until(lambda: stage.provider(provider_id).model == "m-secret")


def test_another_address_has_other_models(stage: Stage) -> None:
    provider_id = stage.add("Company", AWAY, model="small")
    keep(stage, provider_id, "small", "large")
    stage.until(lambda: len(spoken(stage)) == 2)
    field = stage.page.providers.provider.address.field
    field.setText("https://llm.elsewhere.example/v1")
    stage.bot.keyClick(field, Qt.Key.Key_Return)
    stage.until(lambda: spoken(stage) == ["small, price unknown"])


def test_those_in_use_stand_first_and_stay_there_while_another_is_chosen(stage: Stage) -> None:
    provider_id = stage.add("Company", AWAY, model="model-150")
    changes = stage.do(specialists.add_specialist, name="Critic", provider_id=provider_id)
    critic = SpecialistId(changes.first(Kind.SPECIALIST))
    stage.do(specialists.edit_specialist, specialist_id=critic, model="model-399")
    keep(stage, provider_id, *(f"model-{number:03}" for number in range(400)))
    stage.page.providers.select(ProviderId(1))
    stage.page.providers.select(provider_id)
    stage.until(lambda: len(spoken(stage)) == 400)
    names = [row.split(",")[0] for row in spoken(stage)]
    assert names[:3] == ["Model-150", "Model-399", "Model-000"]
    assert spoken(stage)[1].endswith("price unknown, Critic")
    view = table(stage).list_view
    name = view.visualRect(view.model().index(2, 0)).topLeft() + QPoint(60, 18)
    stage.bot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=name)
    stage.until(lambda: stage.provider(provider_id).model == "model-000")
    assert [row.split(",")[0] for row in spoken(stage)] == names


def test_the_model_of_the_models_is_one(qtmodeltester: ModelTester) -> None:
    model = ModelsModel()
    infos = [ModelInfo(f"m-{number}", f"M {number}") for number in range(9)]
    model.set_models(Models(infos, "m-3", {}, {"m-1": Priced(Price(1, 2), True)}), anew=True)
    qtmodeltester.check(model)
    assert model.index(0).data(ROW_ROLE).chosen
    model.search("m-9")
    assert [model.index(row).data(ROW_ROLE).typed for row in range(model.rowCount())] == [True]


def test_where_a_key_is_had_is_a_click_away(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    provider_id = stage.add("Mistral", "https://api.mistral.ai/v1")
    row = stage.page.providers.provider.key.row
    stage.until(row.link.isVisible)
    stage.click(row.link)
    assert opened == ["https://console.mistral.ai/api-keys"]
    stage.do(roster.record_key, provider_id=provider_id, key=KEY)
    stage.until(lambda: not row.link.isVisible())
