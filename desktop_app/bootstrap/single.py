"""One window for one data folder: a second start raises the first and ends. A local pipe, never the network."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket

WAIT_MS = 300


class SingleWindow(QObject):
    """Listens under a name made from the folder; whoever connects wants the window in front."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        digest = hashlib.sha256(str(folder.resolve()).encode("utf-8")).hexdigest()
        self._name = f"dabirkhaneh-{digest[:16]}"
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)

    def raise_other(self) -> bool:
        """Whether a window was there and has been asked to come to the front."""
        pipe = QLocalSocket()
        pipe.connectToServer(self._name)
        found = pipe.waitForConnected(WAIT_MS)
        if found:
            pipe.disconnectFromServer()
        return found

    def listen(self, raise_up: Callable[[], object]) -> None:
        """Answer later starts from now on; a name that a killed process left is taken over."""
        if not self._server.listen(self._name):
            QLocalServer.removeServer(self._name)
            self._server.listen(self._name)
        self._server.newConnection.connect(lambda: self._answer(raise_up))

    def close(self) -> None:
        """Give the name back."""
        self._server.close()

    def _answer(self, raise_up: Callable[[], object]) -> None:
        pipe = self._server.nextPendingConnection()
        if pipe is not None:
            pipe.deleteLater()
        raise_up()
