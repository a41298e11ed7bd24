"""Page controller: what the window asks of the controller of every page, and what each may tell.

An act is told by :attr:`PageController.changed`, after the page that acted has read itself again. The window then has
the page that shows reload; hidden ones are told that what they read is outdated, and read when they show again.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desktop_app.controllers.shell.destinations import Destination
from desktop_app.services.ports import Changed


class PageController(QObject):
    """Base of the controllers of pages; what a page does not need it leaves as it is here."""

    changed = Signal(object)
    """An act of this page is stored; carries what it changed (:class:`Changed`)."""
    navigated = Signal(object)
    """The operator wants to go to a :data:`Destination`."""
    saved_told = Signal(str, object)
    """For the foot of the window: a sentence and its tone."""

    def visit(self, destination: Destination) -> None:
        """Read what the destination names and show it; whoever leads here has asked :meth:`may_leave` elsewhere."""
        raise NotImplementedError

    def reload(self, changed: Changed) -> None:
        """An act elsewhere changed something while this page shows; what it shows may also stay as it was read."""
        self.outdate(changed)

    def outdate(self, changed: Changed) -> None:
        """The same while the page is hidden: nothing is read now, for showing it reads."""

    def stand_on(self, record_id: int) -> None:
        """The operator comes back from the page of this record to its list."""

    def may_leave(self) -> bool:
        """Whether another page may show: what is typed was saved, or the operator gives it up."""
        return True

    def may_close(self) -> bool:
        """Whether the window may close over what this page holds also while hidden."""
        return True

    def flush(self) -> None:
        """Save what is typed and ask nothing."""

    def close(self) -> None:
        """The data folder closes."""
