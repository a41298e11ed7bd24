"""Thread-safe batch of typed drafts to be written: filled on the window's thread, taken on the keeper's."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Mapping

from desktop_app.domain.errors import Refused
from desktop_app.domain.text.typed_drafts import DraftPlace
from desktop_app.services.office.typed_drafts import DraftChanges

Keep = Callable[[Callable[[], DraftChanges]], DraftChanges]
"""Writes, in one transaction, what the given function takes inside it."""


class DraftBatch:
    """Texts and places by a lock of their own; a place is in one of them at a time."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._texts: dict[DraftPlace, str] = {}
        self._dropped: set[DraftPlace] = set()
        self._sent: set[DraftPlace] = set()
        """Taken, and not heard of by the window yet; a second writing may begin before the first is."""

    def __bool__(self) -> bool:
        """Whether anything waits."""
        with self._lock:
            return bool(self._texts or self._dropped)

    def put(self, texts: Mapping[DraftPlace, str]) -> None:
        """These are to be kept."""
        with self._lock:
            self._texts.update(texts)
            self._dropped -= texts.keys()

    def drop(self, places: Collection[DraftPlace]) -> None:
        """These are recorded or given up."""
        with self._lock:
            for place in places:
                self._texts.pop(place, None)
            self._dropped |= set(places)

    def withdraw(self, of_form: Callable[[DraftPlace], bool]) -> set[DraftPlace]:
        """Let go of what waits, or is being written, of some forms; the places of it."""
        with self._lock:
            places = {place for place in (*self._texts, *self._sent) if of_form(place)}
            for place in places:
                self._texts.pop(place, None)
            self._sent -= places
        return places

    def write(self, keep: Keep) -> DraftChanges:
        """On the keeper's thread: what is refused waits again before the next writing takes anything."""
        taken = DraftChanges()

        def take() -> DraftChanges:
            nonlocal taken
            taken = self.take()
            return taken

        try:
            return keep(take)
        except Refused:
            self.put_back(taken)
            raise

    def take(self) -> DraftChanges:
        """Everything, on the keeper's thread, inside its transaction."""
        with self._lock:
            texts, dropped = self._texts, self._dropped
            self._texts, self._dropped = {}, set()
            self._sent |= texts.keys()
        return DraftChanges(texts, dropped)

    def put_back(self, changes: DraftChanges) -> None:
        """These were taken and not written: they wait again, but for places that something newer was said of."""
        with self._lock:
            for place in changes.texts.keys() & self._sent:
                if place not in self._dropped:
                    self._texts.setdefault(place, changes.texts[place])
            self._sent -= changes.texts.keys()
            self._dropped |= set(changes.gone) - self._texts.keys()

    def arrived(self, places: Collection[DraftPlace]) -> set[DraftPlace]:
        """These are written; the ones that storage still holds, for no act has recorded them meanwhile."""
        with self._lock:
            held = self._sent & set(places)
            self._sent -= held
        return held
