"""The settings page on a real desk: a temporary file, the engine's loop, no keyring, a provider on replay."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from orchestrator_desktop.domain.changes import Kind
from orchestrator_desktop.domain.delegate import Provider
from orchestrator_desktop.domain.ids import ProviderId
from orchestrator_desktop.domain.secret import Secret
from orchestrator_desktop.engine.desk import Desk
from orchestrator_desktop.engine.keeping import keep_key
from orchestrator_desktop.operations import roster
from orchestrator_desktop.store import delegates
from orchestrator_desktop.ui.settings.page import SettingsPage
from tests.fakes.answers import openai_chat
from tests.fakes.replay import Recorded, ReplayServer, Reply, status
from tests.ui.settings.session import Session, open_session

KEY = Secret("sk-test-0123456789-3fA9")
MODELS = ("m-small", "m-large")


def replies(request: Recorded) -> Reply:
    if request.path.endswith("/models"):
        return status(200, body={"data": [{"id": name} for name in MODELS]})
    return openai_chat("OK")


@dataclass
class Stage:
    """The page with what stands behind it."""

    page: SettingsPage
    session: Session
    server: ReplayServer
    bot: QtBot

    @property
    def desk(self) -> Desk:
        return self.session.desk

    @property
    def said(self) -> list[str]:
        return self.session.said

    def do(self, operation: Any, **kwargs: Any) -> Any:
        return self.desk.writer.submit(operation, **kwargs).result(timeout=10)

    def add(
        self, name: str = "Replay", url: str = "", *, model: str = "m-small", key: Secret | None = None
    ) -> ProviderId:
        """A provider, as if added before; the page shows it."""
        changes = self.do(
            roster.add_provider, name=name, dialect="openai-chat", base_url=url or self.server.openai_url, model=model
        )
        provider_id = ProviderId(changes.first(Kind.PROVIDER))
        if key is not None:
            keep_key(self.desk, provider_id, key).result(timeout=10)
        self.page.providers.select(provider_id)
        return provider_id

    def provider(self, provider_id: ProviderId) -> Provider:
        return cast("Provider", delegates.provider(self.session.services.store, provider_id))

    def providers(self) -> dict[str, Provider]:
        return {provider.name: provider for provider in delegates.providers(self.session.services.store)}

    def until(self, true: Any) -> None:
        self.bot.waitUntil(true)

    def click(self, widget: Any) -> None:
        self.bot.mouseClick(widget, Qt.MouseButton.LeftButton)

    def click_row(self, view: Any, index: QModelIndex) -> None:
        view.scrollTo(index)
        self.bot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(index).center())

    def choose(self, key: str) -> None:
        """Click the row of the list of providers with that key."""
        providers = self.page.providers
        row = providers.model.row_of(key)
        assert row is not None
        self.click_row(providers.list_view, providers.model.index(row))

    def list_words(self) -> list[str]:
        model = self.page.providers.model
        return [str(model.index(row).data()) for row in range(model.rowCount())]


@pytest.fixture
def stage(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Stage]:
    session = open_session(qapp, tmp_path / "data")
    with ReplayServer() as server:
        server.always(replies)
        page = SettingsPage(session.services)
        page.resize(1056, 800)
        page.show()
        qtbot.waitExposed(page)
        yield Stage(page, session, server, qtbot)
        page.hide()
        qtbot.waitUntil(lambda: not page.providers.probes.looking)
        session.close(page)
