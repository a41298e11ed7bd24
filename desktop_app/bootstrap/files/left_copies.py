"""Temporary folders of processes that were killed: removed by the next start, once its first page shows."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop_app.workers import Workers


def remove_left_soon(workers: Workers, owner: QObject) -> None:
    """Remove them off the thread of the window: copies of files that were open in another program, and of scans."""
    workers.run(_remove, lambda _done: None, _raise, owner=owner)


def _remove() -> None:
    from desktop_app.temporary import remove_left_behind

    remove_left_behind()


def _raise(error: BaseException) -> None:
    raise error
