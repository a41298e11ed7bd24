"""Draft keeper: stores typed text as a draft within three seconds and deletes it when an act records it.

It follows the keyboard: only the field that has it can be typed in. The first letter starts one clock, which later
letters do not restart; when it strikes, the fields of the forms that are typed in are compared with what they began
with, and the difference is written in one small transaction on a thread of its own.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Mapping
from enum import Enum, auto
from functools import partial
from typing import Final

from PySide6.QtCore import QMetaObject, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.domain.errors import EnvironmentProblem, Refused, RuleBroken
from desktop_app.domain.text.typed_drafts import DraftField
from desktop_app.services.office.typed_drafts import DraftChanges
from desktop_app.widgets.fields.drafted import (
    Drafted,
    Field,
    enclosing_form,
    fields_of,
    place_of_field,
    text_of,
    typed_texts,
    typing_field,
)
from desktop_app.window.kit.draft_form import DraftForm
from desktop_app.workers import Workers

Keep = Callable[[Callable[[], DraftChanges]], DraftChanges]
"""Writes, in one transaction, what the given function takes inside it."""


class DraftBatch:
    """The drafts that wait to be written or deleted, guarded by a lock."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._texts: dict[DraftField, str] = {}
        self._dropped: set[DraftField] = set()
        self._sent: set[DraftField] = set()
        """Taken, and not heard of by the window yet; a second writing may begin before the first is."""

    def __bool__(self) -> bool:
        """Whether any draft waits."""
        with self._lock:
            return bool(self._texts or self._dropped)

    def put(self, texts: Mapping[DraftField, str]) -> None:
        """Add texts to be stored as drafts."""
        with self._lock:
            self._texts.update(texts)
            self._dropped -= texts.keys()

    def drop(self, places: Collection[DraftField]) -> None:
        """Add drafts to be deleted: their text is recorded or given up."""
        with self._lock:
            for place in places:
                self._texts.pop(place, None)
            self._dropped |= set(places)

    def withdraw(self, of_form: Callable[[DraftField], bool]) -> set[DraftField]:
        """Remove the waiting and half-written drafts of some forms; return their keys."""
        with self._lock:
            places = {place for place in (*self._texts, *self._sent) if of_form(place)}
            for place in places:
                self._texts.pop(place, None)
            self._sent -= places
        return places

    def write(self, keep: Keep) -> DraftChanges:
        """Write the waiting drafts with ``keep``; if that is refused, they wait again. Runs in the keeper's thread."""
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
        """Return all waiting changes and empty the batch. Runs in the keeper's thread, inside its transaction."""
        with self._lock:
            texts, dropped = self._texts, self._dropped
            self._texts, self._dropped = {}, set()
            self._sent |= texts.keys()
        return DraftChanges(texts, dropped)

    def put_back(self, changes: DraftChanges) -> None:
        """Let changes that could not be written wait again, unless a newer text replaced them."""
        with self._lock:
            for place in changes.texts.keys() & self._sent:
                if place not in self._dropped:
                    self._texts.setdefault(place, changes.texts[place])
            self._sent -= changes.texts.keys()
            self._dropped |= set(changes.gone) - self._texts.keys()

    def confirm_written(self, places: Collection[DraftField]) -> set[DraftField]:
        """Note that drafts are written; return those that no act has recorded in between."""
        with self._lock:
            held = self._sent & set(places)
            self._sent -= held
        return held


KEEP_MS: Final = 2_500
"""From the first letter to the writing; with the writing itself it stays below three seconds."""
LAST_MS: Final = 5_000
"""How long the end of the program waits for the last writing."""


class Typing(Enum):
    """Whether typed text is unsaved, being saved, stored as a draft, or refused."""

    NONE = auto()
    UNSAVED = auto()
    SAVING = auto()
    KEPT = auto()
    REFUSED = auto()


class DraftKeeper(QObject):
    """``changed`` is emitted when :attr:`typing` may differ, ``form_entered`` when a form gets the keyboard.

    It also is the watch of the acts (:class:`desktop_app.domain.acts.ActWatch`).
    """

    changed = Signal()
    form_entered = Signal(object, object)
    """The form's widget, twice: as what is shown, and as what is asked."""
    act_done = Signal()
    act_refused = Signal(object)
    """Carries the forms whose values it would have recorded."""
    written = Signal()
    """Drafts are kept now."""
    _ended = Signal(object)

    def __init__(self, app: QApplication, window: QWidget, keep: Keep, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app, self._window, self._keep = app, window, keep
        self._workers = Workers(self, threads=1)
        self._forms: list[DraftForm] = []
        self._batch = DraftBatch()
        self._field: Field | None = None
        self._listening: tuple[QMetaObject.Connection, ...] = ()
        self._problem: Refused | None = None
        self._clock = QTimer(self, singleShot=True, interval=KEEP_MS)
        self._clock.timeout.connect(self.keep)
        self._glance = QTimer(self, singleShot=True, interval=0)
        self._glance.timeout.connect(self._review)
        self._ended.connect(self._act_ended, Qt.ConnectionType.AutoConnection)
        app.focusChanged.connect(self._follow)
        app.applicationStateChanged.connect(self._left)

    # ---- what the foot asks

    @property
    def typing(self) -> Typing:
        """The saving state of the typed text."""
        if self._problem is not None:
            return Typing.REFUSED
        if self._clock.isActive():
            return Typing.UNSAVED
        if self._workers.busy:
            return Typing.SAVING
        dirty = [form for form in self._forms if not form.is_empty]
        if not dirty:
            return Typing.NONE
        return Typing.KEPT if all(form.kept for form in dirty) else Typing.UNSAVED

    @property
    def problem(self) -> Refused | None:
        """The refusal of the last writing, until one succeeds."""
        return self._problem

    def forget_refusal(self) -> None:
        """Forget that a rule refused the act of a page which is no longer shown."""
        self._problem = None if isinstance(self._problem, RuleBroken) else self._problem

    # ---- the watch of the acts, on whichever thread one runs

    def recorded(self) -> Collection[DraftField]:
        """Return the keys of the drafts whose text the running act records."""
        if threading.current_thread() is not threading.main_thread():
            return ()
        handed = self._handed()
        places = {place for form in handed for place in form.places()}
        return places | self._batch.withdraw(lambda place: any(form.owns(place) for form in handed))

    def done(self) -> None:
        """Note that an act is stored."""
        self._ended.emit(None)

    def refused(self, problem: Refused) -> None:
        """Note that an act was refused."""
        self._ended.emit(problem)

    # ---- keeping

    def keep(self) -> None:
        """Start writing the typed texts that are not stored yet, in the keeper's thread."""
        self._clock.stop()
        for form in self._forms:
            if not form.is_empty and form.shown:
                newer, undone = form.changed_drafts()
                self._batch.put(newer)
                self._batch.drop(undone)
        if self._batch:
            self._workers.run(partial(self._batch.write, self._keep), self._written, self._not_written, owner=self)
        self.changed.emit()

    def keep_now(self) -> None:
        """Write the typed texts and wait for it: the computer goes to sleep, or an error occurred."""
        self.keep()
        self._workers.wait_until_idle(LAST_MS)

    def take_over(
        self, widget: QWidget, drafted: Drafted, texts: Mapping[str, str], found: Collection[DraftField]
    ) -> None:
        """Adopt drafts of an earlier run that are about to be typed into a form, and delete the old ones."""
        form = self._enter(widget, drafted)
        self._batch.put({place_of_field(form.place, name): text for name, text in texts.items()})
        self._batch.drop(found)
        self.keep()
        self._glance.start()

    def finish(self, *, give_up: bool) -> None:
        """Write the last drafts before the data folder closes; with ``give_up`` delete them."""
        self._app.focusChanged.disconnect(self._follow)
        self._app.applicationStateChanged.disconnect(self._left)
        self._listen(None)
        if give_up:
            for form in self._forms:
                self._forget(form)
            self._forms.clear()
        self.keep_now()
        self._clock.stop()

    # ---- following the keyboard

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        found = enclosing_form(new) if self._is_ours(new) else None
        typing = typing_field(new)
        self._listen(typing if found is not None else None)
        if found is not None and typing is not None:
            self._enter(*found)
            self.form_entered.emit(*found)
        if self._forms:
            self._glance.start()

    def _is_ours(self, widget: QWidget | None) -> bool:
        """Whether a widget is in the main window or in a dialog over it."""
        while widget is not None and widget is not self._window:
            widget = widget.parentWidget()
        return widget is not None

    def _listen(self, typing: Field | None) -> None:
        # by themselves, not by the signals of the field: one that loses the keyboard by being deleted has none any more
        for connection in self._listening:
            QObject.disconnect(connection)
        self._field, self._listening = typing, ()
        if typing is not None:
            self._listening = (typing.textChanged.connect(self._heard), typing.destroyed.connect(self._field_deleted))

    def _field_deleted(self) -> None:
        self._field = None

    def _enter(self, widget: QWidget, drafted: Drafted, changed: Field | None = None) -> DraftForm:
        """Return the form with the keyboard, made at first use; ``changed`` is the field typed in just before."""
        place = drafted.draft_place
        assert place is not None
        for form in self._forms:
            if not form.deleted and form.widget is widget and form.place == place:
                if not drafted.is_dirty():
                    form.begun = typed_texts(widget)
                return form
        begun = {name: text_of(field) for name, field in fields_of(widget).items() if field is not changed}
        made = DraftForm(widget, drafted, place, begun)
        self._forms.append(made)
        # a form that is closed without a word takes its draft along
        widget.destroyed.connect(made.delete)
        widget.destroyed.connect(self._glance.start)
        return made

    def _heard(self, *_text: object) -> None:
        """Start the timer at the first typed letter."""
        if isinstance(self._problem, RuleBroken):
            # what was refused is being corrected
            self._problem = None
            self.changed.emit()
        if self._clock.isActive():
            return
        found = enclosing_form(self._field)
        if found is not None and found[1].is_dirty():
            self._enter(*found, changed=self._field)
            self._clock.start()
            self.changed.emit()
        elif self._forms:
            self._glance.start()

    def _left(self, state: Qt.ApplicationState) -> None:
        """Write the drafts when another program gets the keyboard or the computer goes to sleep."""
        if state is not Qt.ApplicationState.ApplicationActive and self._clock.isActive():
            self.keep()

    # ---- forms

    def _review(self) -> None:
        """Forget the forms whose text was recorded, restored or closed."""
        for form in [one for one in self._forms if one.is_empty]:
            self._forget(form)
            if form.shown and form.has_keyboard:
                form.reset_first_values()
            else:
                self._forms.remove(form)
        if isinstance(self._problem, RuleBroken) and not self._is_dirty():
            # what a rule refused was corrected or given up
            self._problem = None
        if self._batch:
            if not self._clock.isActive():
                self.keep()
        elif not self._is_dirty():
            self._clock.stop()
        self.changed.emit()

    def _forget(self, form: DraftForm) -> None:
        self._batch.drop({*form.places(), *self._batch.withdraw(form.owns)})

    def _is_dirty(self) -> bool:
        return any(not form.is_empty for form in self._forms)

    def _handed(self) -> list[DraftForm]:
        return [form for form in self._forms if form.is_being_recorded]

    # ---- answers

    def _written(self, changes: DraftChanges) -> None:
        arrived = self._batch.confirm_written(changes.texts.keys())
        for place, text in changes.texts.items():
            for form in self._forms:
                if place in arrived:
                    form.note_stored(place, text)
        if isinstance(self._problem, EnvironmentProblem):
            self._problem = None
        if changes.texts:
            self.written.emit()
        self.changed.emit()

    def _not_written(self, error: BaseException) -> None:
        if not isinstance(error, Refused):
            raise error
        self._problem = error
        if self._is_dirty() or self._batch:
            self._clock.start()
        self.changed.emit()

    def _act_ended(self, problem: Refused | None) -> None:
        if problem is None:
            self._problem = None
            for form in self._handed():
                form.kept = {}
            self.act_done.emit()
        elif isinstance(problem, EnvironmentProblem) or self._handed():
            self._problem = problem
            self.act_refused.emit(self._handed())
        if self._is_dirty() and not self._clock.isActive():
            # other fields of the form that was recorded, or what was refused, are to be kept on
            self._clock.start()
        self._glance.start()
        self.changed.emit()
