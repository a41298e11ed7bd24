"""The next start after a crash: what was kept of unfinished typing is told and, when wanted, put where it was typed."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from desktop_app.bootstrap.recovery_ways import come_to_form
from desktop_app.bootstrap.screens import Screens
from desktop_app.controllers.draft_keeper import DraftKeeper
from desktop_app.domain.clock import local_moment
from desktop_app.domain.digits import persian_time
from desktop_app.domain.jalali import format_words
from desktop_app.domain.typed_drafts import DraftPlace
from desktop_app.services.recovered import Recovered, recovered
from desktop_app.services.typed_drafts import forget_drafts
from desktop_app.text import typed_drafts as words
from desktop_app.views.main_window import MainWindow
from desktop_app.views.recovered_dialog import RecoveredDialog, RecoveredFace
from desktop_app.widgets.drafted import Drafted, fields_of, type_into
from desktop_app.widgets.message_band import MessageBand
from desktop_app.widgets.tokens import Tone
from desktop_app.wiring import Office


class Recovery(QObject):
    """One for an open office; :meth:`offer` shows what there is, if anything."""

    def __init__(self, window: MainWindow, office: Office, screens: Screens, keeper: DraftKeeper) -> None:
        super().__init__(screens)
        self._window, self._office, self._screens, self._keeper = window, office, screens, keeper
        self._found: tuple[Recovered, ...] = ()
        self._waiting: dict[DraftPlace, Recovered] = {}
        self._ended: set[int] = set()
        self._told_in: MessageBand | None = None
        self.dialog: RecoveredDialog | None = None
        keeper.form_entered.connect(self._fill_waiting)

    def offer(self) -> None:
        """Tell what was recovered; what is in a form already is its own matter."""
        self._found = tuple(one for one in recovered(self._office.read) if not self._is_in_hand(one))
        self._ended.clear()
        self._count()
        if not self._found:
            return
        newest = persian_time(local_moment(self._found[0].at)[1])
        dialog = RecoveredDialog(
            words.recovered(len(self._found), newest), [_face(one) for one in self._found], self._window
        )
        dialog.opened.connect(self._open)
        dialog.dropped.connect(self._drop)
        dialog.finished.connect(self._closed)
        self.dialog = dialog
        dialog.open()

    # ---- inside

    def _is_in_hand(self, one: Recovered) -> bool:
        return one.form in self._waiting or self._keeper.has(one.form)

    def _open(self, place: int) -> None:
        """Go to where it was typed and put it there; the dialog makes room."""
        one = self._found[place]
        self._ended.add(place)
        self._waiting[one.form] = one
        self._count()
        if self.dialog is not None:
            self.dialog.accept()
        come_to_form(one, self._screens)
        # a page that has just been filled shows its parts a turn later
        QTimer.singleShot(0, self, partial(self._put, one))

    def _count(self) -> None:
        """The foot does not say that everything is saved while something waits, here or for its form."""
        self._screens.show_waiting(len(self._found) - len(self._ended) + len(self._waiting))

    def _put(self, one: Recovered) -> None:
        form = self._shown(one.form)
        if form is not None:
            self._fill_waiting(*form)
        self._screens.tell(words.PUT_WHEN_OPENED if one.form in self._waiting else words.PUT_BACK, Tone.NEUTRAL)

    def _drop(self, place: int) -> None:
        self._ended.add(place)
        forget_drafts(self._office.drafts, [draft.place for draft in self._found[place].drafts])
        self._count()
        if self.dialog is not None:
            self.dialog.cards[place].end(words.DROPPED)

    def _closed(self, _result: int) -> None:
        """What is left stays in reach above the page."""
        dialog, self.dialog = self.dialog, None
        if dialog is not None:
            dialog.deleteLater()
        left = len(self._found) - len(self._ended)
        if left:
            self._band().show_message(words.left(left), "", Tone.WARNING, words.SHOW)
        elif self._told_in is not None:
            self._told_in.clear()

    def _band(self) -> MessageBand:
        if self._told_in is None:
            self._told_in = self._window.band
            self._told_in.action_requested.connect(self.offer)
        return self._told_in

    def _shown(self, place: DraftPlace) -> tuple[QWidget, Drafted] | None:
        """The form of a place, where the window has it open."""
        for widget in self._window.findChildren(QWidget):
            if isinstance(widget, Drafted) and widget.draft_place == place and widget.isVisible():
                return widget, widget
        return None

    def _fill_waiting(self, widget: QWidget, drafted: Drafted) -> None:
        """A form came for which something waits: its texts are put into its fields, as if typed."""
        one = self._waiting.pop(drafted.draft_place, None) if drafted.draft_place is not None else None
        if one is None:
            return
        self._count()
        texts = _texts(one)
        self._keeper.hold(widget, drafted, texts, one.at)
        fields = fields_of(widget)
        for name, text in texts.items():
            if name in fields:
                type_into(fields[name], text)
        first = next((fields[name] for name in texts if name in fields), None)
        if first is not None:
            first.setFocus()


def _texts(one: Recovered) -> Mapping[str, str]:
    return {draft.place.field.partition(".")[2]: draft.content for draft in one.drafts}


def _face(one: Recovered) -> RecoveredFace:
    day, time = local_moment(one.at)
    form = one.form
    return RecoveredFace(
        title=words.title(form.kind, form.field, one.name, one.meeting),
        when=words.at(format_words(day), persian_time(time)),
        text="\n".join(text for text in _texts(one).values() if text.strip()),
        locked=one.locked,
        opens=bool(one.way),
    )
