"""One window for each data folder: a second start raises the first window and ends.

The two talk through a local pipe, never the network. The system takes the call of a pipe also for a window that hangs;
so the first one answers, and only then does the second end. On Windows the second gives the first the leave to come to
the front, and the taskbar gets the name of the program.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEventLoop, QObject, QTimer

from desktop_app.system import paths

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket


MODEL_ID: Final = "Dabirkhaneh.Dabirkhaneh"
"""AppUserModelID: windows of one name are one group in the taskbar; the setup gives it to its shortcuts, too."""

_ANYONE: Final = 0xFFFFFFFF
"""ASFW_ANY."""

if sys.platform == "win32":
    import ctypes

    def _name(model_id: str) -> object:
        return ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID(model_id)

    def _allow(process: int) -> object:
        return ctypes.windll.user32.AllowSetForegroundWindow(ctypes.c_uint32(process))

else:

    def _name(_model_id: str) -> object:
        return None

    def _allow(_process: int) -> object:
        return None


def set_taskbar_id(name: Callable[[str], object] = _name) -> object:
    """Set the program's id for the Windows taskbar; call it before the first window.

    Windows answers 0 where it took the name.
    """
    return name(MODEL_ID)


def allow_to_front(allow: Callable[[int], object] = _allow) -> object:
    """Allow another process to come to the front; Windows grants this to a just started program."""
    return allow(_ANYONE)


WAIT_MS = 300
ANSWER_MS = 500
"""So long a window that was called may be at something else; one that hangs never answers."""
TRIES = 25
BETWEEN_MS = 200
"""So often, and so many milliseconds apart, a window that is still opening its folder is asked to come forward."""

_ANSWER: Final = b"."


class SingleWindow(QObject):
    """Listens on a pipe named after the folder; a connection raises the window.

    Only the holder of the folder's lock may call :meth:`listen`: a pipe that exists then was left by a killed process
    and is replaced.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._raise_up: Callable[[], object] = lambda: None

    @cached_property
    def _name(self) -> str:
        """The name of the folder's pipe."""
        import hashlib

        folder = self._folder
        with suppress(OSError, RuntimeError):  # a name that the system cannot follow is told when the folder is opened
            folder = folder.resolve()
        digest = hashlib.sha256(str(folder).encode("utf-8", "surrogateescape")).hexdigest()
        return f"dabirkhaneh-{digest[:16]}"

    @cached_property
    def _server(self) -> QLocalServer:
        """The server of the pipe, made at its first use."""
        from PySide6.QtNetwork import QLocalServer

        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(self._answer)
        return server

    def raise_other_if_locked(self) -> bool:
        """Call :meth:`raise_other` only if the lock file of the folder exists."""
        return paths.exists(self._folder / paths.LOCK_HOLDER) and self.raise_other()

    def raise_other(self) -> bool:
        """Ask another window of this folder to come to the front; return whether it answered."""
        if self._server.isListening():
            return False
        from PySide6.QtNetwork import QLocalSocket

        # before it hears of us: it comes forward at once
        allow_to_front()
        pipe = QLocalSocket()
        pipe.connectToServer(self._name)
        if not pipe.waitForConnected(WAIT_MS):
            return False
        answered = _is_answered(pipe)
        pipe.disconnectFromServer()
        return answered

    def raise_other_soon(self, then: Callable[[bool], object], tries: int = TRIES) -> None:
        """Ask repeatedly while the other window opens; ``then`` gets whether it answered."""
        raised = self.raise_other()
        if raised or tries <= 1:
            then(raised)
        else:
            QTimer.singleShot(BETWEEN_MS, self, lambda: self.raise_other_soon(then, tries - 1))

    def listen(self, raise_up: Callable[[], object]) -> None:
        """Listen for later starts; a second call only replaces ``raise_up``."""
        self._raise_up = raise_up
        if self._server.isListening() or self._server.listen(self._name):
            return
        self._server.removeServer(self._name)
        self._server.listen(self._name)

    def move(self, folder: Path) -> None:
        """Change to another folder: close the pipe; :meth:`listen` opens the new one."""
        if folder == self._folder:
            return
        self.close()
        self._folder = folder
        self.__dict__.pop("_name", None)

    def close(self) -> None:
        """Close the pipe."""
        if "_server" in self.__dict__:
            self._server.close()

    def _answer(self) -> None:
        pipe = self._server.nextPendingConnection()
        if pipe is not None:
            # whoever has called may have given up meanwhile
            pipe.disconnected.connect(pipe.deleteLater)
            pipe.write(_ANSWER)
            pipe.flush()
            if not pipe.isValid():
                pipe.deleteLater()
        self._raise_up()


def _is_answered(pipe: QLocalSocket) -> bool:
    """Wait for the answer in an event loop, for the other window may be in this process."""
    loop = QEventLoop()
    pipe.readyRead.connect(loop.quit)
    pipe.disconnected.connect(loop.quit)
    QTimer.singleShot(ANSWER_MS, loop, loop.quit)
    if pipe.isValid() and not pipe.bytesAvailable():
        loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
    return pipe.bytesAvailable() > 0
