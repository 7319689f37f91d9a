"""Hears what later starts of Orchestrator ask of this one."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from orchestrator_desktop.system.single import MOST, Single, read_request

_ANSWER: Final = b"ok\n"


class Receiver(QObject):
    """Listens where only this user may come, while it has the right to be the folder's window. `asked(Request)`."""

    asked = Signal(object)

    def __init__(self, single: Single, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._single = single
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._come)

    def listen(self, addresses: Iterable[str]) -> bool:
        """Take the first of these places that can be had. Nobody else holds the folder's lock: what stands there was
        left by a process that is dead."""
        for address in addresses:
            QLocalServer.removeServer(address)
            if self._server.listen(address):
                if sys.platform != "win32":
                    os.chmod(address, 0o600)  # Qt makes it 0700
                return True
        return False

    def close(self) -> None:
        """Hear no more, and leave the folder to whoever comes."""
        self._server.close()
        self._single.close()

    def _come(self) -> None:
        while (talk := self._server.nextPendingConnection()) is not None:
            talk.readyRead.connect(partial(self._hear, talk))
            talk.disconnected.connect(talk.deleteLater)
            self._hear(talk)  # what came with it

    def _hear(self, talk: QLocalSocket) -> None:
        if not talk.canReadLine():
            if talk.bytesAvailable() > MOST:
                talk.abort()
            return
        wanted = read_request(bytes(talk.readLine(MOST).data()))
        if wanted is not None:
            talk.write(_ANSWER)
            talk.flush()
            self.asked.emit(wanted)
        talk.disconnectFromServer()
