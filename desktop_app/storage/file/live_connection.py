"""Connection by which the window writes, lent to a copy of its pages, which makes way for whoever wants to write."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass


class Turn:
    """Counts who wants the connection; a long copy asks between two steps, and waits as long as somebody does.

    The lock within SQLite alone is not fair: a copy that frees it and takes it again at once keeps others waiting for
    several steps.
    """

    def __init__(self) -> None:
        self._wanted = 0
        self._changed = threading.Condition()

    @contextmanager
    def wanted(self) -> Iterator[None]:
        """Somebody writes, or waits to."""
        with self._changed:
            self._wanted += 1
        try:
            yield
        finally:
            with self._changed:
                self._wanted -= 1
                self._changed.notify_all()

    def make_way(self, seconds: float) -> bool:
        """Wait until nobody wants it, at most so long; whether it is free."""
        with self._changed:
            return self._changed.wait_for(lambda: not self._wanted, seconds)


@dataclass(frozen=True, slots=True)
class LiveConnection:
    """The connection, to copy its pages and never to ask by it, and whose turn it is."""

    raw: sqlite3.Connection
    turn: Turn
