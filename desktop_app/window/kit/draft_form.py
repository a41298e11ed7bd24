"""One form whose drafts are saved, and one job that runs in a background thread.

A form knows its first values, its present ones, and those that storage holds. A job shows how far it is, can be given
up, and reports its end once.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.domain.errors import Refused
from desktop_app.domain.text.typed_drafts import DraftField
from desktop_app.widgets.fields.drafted import Drafted, enclosing_form, is_closed, place_of_field, typed_texts
from desktop_app.workers import Cancelled, Watch, Workers

T = TypeVar("T")
Failed = Callable[[Refused | None], object]
"""Hears why not, or None where it was given up."""
ShowJob = Callable[[str, int, int], object]
"""Shows how far a job is: a sentence with how much is done, and of how much; an empty one when it is over."""


class JobRun(QObject):
    """Runs one job at a time in a background thread and shows its progress."""

    def __init__(self, workers: Workers, show: ShowJob, parent: QObject) -> None:
        super().__init__(parent)
        self._workers, self._show = workers, show
        self._watch: Watch | None = None

    @property
    def busy(self) -> bool:
        """Whether a job is running."""
        return self._watch is not None

    def run(
        self, work: Callable[[Watch], T], say: Callable[[int, int], str], done: Callable[[T], object], failed: Failed
    ) -> None:
        """Run ``work`` in a background thread, then ``done`` or ``failed`` in the main thread; ``say`` words it."""

        def end(act: Callable[[], object]) -> None:
            watch, self._watch = self._watch, None
            self._show("", 0, 0)
            # the work was ready before it heard that nobody waits any more
            if watch is not None and watch.cancelled:
                failed(None)
            else:
                act()

        def broke(error: BaseException) -> None:
            if not isinstance(error, Refused | Cancelled):
                end(lambda: None)
                raise error
            end(lambda: failed(error if isinstance(error, Refused) else None))

        self._show(say(0, 0), 0, 0)
        self._watch = self._workers.run_watched(
            work,
            lambda answer: end(lambda: done(answer)),
            broke,
            on_progress=lambda at, total: self._show(say(at, total), at, total),
            owner=self,
        )

    def stop(self) -> None:
        """Cancel the job; nothing it did so far is recorded."""
        if self._watch is not None:
            self._watch.cancel()


@dataclass(slots=True, weakref_slot=True, eq=False)
class DraftForm:
    """A form with typed text; ``kept`` holds the texts stored as drafts, by field name."""

    widget: QWidget
    drafted: Drafted
    place: DraftField
    begun: dict[str, str]
    kept: dict[str, str] = field(default_factory=dict)
    deleted: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether the form holds no typed text any more: it was recorded, restored, closed or deleted."""
        return self.deleted or is_closed(self.widget) or not self.drafted.holds(self.place)

    @property
    def shown(self) -> bool:
        """Whether the form shows the record that this text was typed for, and not another one."""
        return not self.deleted and self.drafted.draft_place == self.place

    @property
    def is_being_recorded(self) -> bool:
        """Whether the act that is running records the text of this form."""
        return self.shown and self.drafted.handing_over

    @property
    def has_keyboard(self) -> bool:
        """Whether the keyboard focus is in the form."""
        found = enclosing_form(QApplication.focusWidget())
        return found is not None and found[0] is self.widget

    def delete(self) -> None:
        """Note that the widget was deleted and must not be used any more."""
        self.deleted = True

    def typed(self) -> dict[str, str]:
        """Return the texts that differ from the first values, by field name."""
        texts = typed_texts(self.widget)
        return {name: text for name, text in texts.items() if text != self.begun.get(name, "")}

    def reset_first_values(self) -> None:
        """Take the present texts as the first values, for they are stored."""
        self.begun, self.kept = typed_texts(self.widget), {}

    def places(self) -> Collection[DraftField]:
        """Return the keys of the drafts that are stored for this form."""
        return {place_of_field(self.place, name) for name in self.kept}

    def changed_drafts(self) -> tuple[Mapping[DraftField, str], Collection[DraftField]]:
        """Return the drafts to store now and the keys of the drafts to delete."""
        typed = self.typed()
        newer = {place_of_field(self.place, name): text for name, text in typed.items() if self.kept.get(name) != text}
        undone = {place_of_field(self.place, name) for name in self.kept if name not in typed}
        self.kept = {name: text for name, text in self.kept.items() if name in typed}
        return newer, undone

    def note_stored(self, place: DraftField, text: str) -> None:
        """Note that a draft of this form is stored."""
        if self.owns(place):
            self.kept[place.name] = text
            # the record may be deleted while this is typed: then nothing else tells whose text it was
            self.place = replace(self.place, uid=place.uid)

    def owns(self, place: DraftField) -> bool:
        """Whether a draft belongs to this form."""
        return place.form == self.place.form
