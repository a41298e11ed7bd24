"""Offer of drafts from earlier runs: each can be put back into its form or dropped."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from desktop_app.domain.errors import Refused
from desktop_app.domain.text.typed_drafts import DraftField, FormDrafts
from desktop_app.services.office.typed_drafts import DraftChanges, form_drafts
from desktop_app.widgets.controls.message_band import MessageBand
from desktop_app.widgets.fields.drafted import Drafted, fields_of, type_into
from desktop_app.widgets.style.tokens import Tone
from desktop_app.window.kit.draft_keeper import DraftKeeper
from desktop_app.window.shell import words
from desktop_app.window.shell.dialogs import FormDraftsDialog
from desktop_app.window.shell.main_window import MainWindow
from desktop_app.wiring import Office
from desktop_app.words.refusals import sentence

if TYPE_CHECKING:
    from desktop_app.window.shell.screens import Screens


class FormDraftsOffer(QObject):
    """Offers the drafts of one open office in a dialog; :meth:`offer` opens it."""

    def __init__(self, window: MainWindow, office: Office, screens: Screens, keeper: DraftKeeper) -> None:
        super().__init__(screens)
        self._window, self._office, self._screens, self._keeper = window, office, screens, keeper
        self._offered: tuple[FormDrafts, ...] = ()
        """By the place of its card in the dialog."""
        self._left: list[FormDrafts] = []
        """Neither opened nor given up."""
        self._waiting: dict[DraftField, FormDrafts] = {}
        """Opened, until its form comes."""
        self._put_back: set[DraftField] = set()
        self._told_in: MessageBand | None = None
        self.dialog: FormDraftsDialog | None = None
        keeper.form_entered.connect(self._fill_waiting)

    def offer(self) -> None:
        """Show the drafts, except those already put back or waiting for their form."""
        try:
            self._screens.drafts.begin()
            every = form_drafts(self._office.context)
        except Refused as refused:
            self._band().show_message(words.NOT_READ, sentence(refused), Tone.DANGER, words.SHOW)
            return
        self._left = [one for found in every if (one := self._without_in_hand(found))]
        self._count()
        if not self._left:
            self._show_left()
            return
        self._offered = tuple(self._left)
        dialog = FormDraftsDialog(self._offered, self._window)
        dialog.opened.connect(self._open)
        dialog.dropped.connect(self._drop)
        dialog.finished.connect(self._closed)
        self.dialog = dialog
        dialog.open()

    # ---- inside

    def _without_in_hand(self, one: FormDrafts) -> FormDrafts | None:
        in_hand = self._put_back | {draft.place for waiting in self._waiting.values() for draft in waiting.drafts}
        drafts = tuple(draft for draft in one.drafts if draft.place not in in_hand)
        return replace(one, drafts=drafts) if drafts else None

    def _open(self, place: int) -> None:
        """Close the dialog, open the form of a draft and put the text there."""
        from desktop_app.window.shell.form_draft_ways import open_form_of_draft

        one = self._offered[place]
        self._left.remove(one)
        earlier = self._waiting.pop(one.form, None)
        if earlier is not None:
            self._left.append(earlier)
        self._waiting[one.form] = one
        self._count()
        if self.dialog is not None:
            self.dialog.accept()

        open_form_of_draft(one, self._screens)
        # a page that has just been filled shows its parts a turn later
        QTimer.singleShot(0, self, partial(self._put, one))

    def _count(self) -> None:
        """Update the number of waiting drafts at the bottom of the window."""
        self._screens.foot.show_waiting(len(self._left) + len(self._waiting))

    def _put(self, one: FormDrafts) -> None:
        form = self._shown(one.form)
        if form is not None:
            self._fill_waiting(*form)
        if one.form in self._waiting:
            self._screens.foot.say(words.PUT_WHEN_OPENED, Tone.NEUTRAL)

    def _drop(self, place: int) -> None:
        one = self._offered[place]
        card = self.dialog.cards[place] if self.dialog is not None else None
        try:
            self._screens.drafts.keep(lambda: DraftChanges(gone=[draft.place for draft in one.drafts]))
        except Refused as refused:
            if card is not None:
                card.say(sentence(refused), Tone.DANGER)
            return
        self._left.remove(one)
        self._count()
        if card is not None:
            card.end(words.DROPPED)

    def _closed(self, _result: int) -> None:
        """Show the remaining drafts in a band after the dialog is closed."""
        dialog, self.dialog = self.dialog, None
        if dialog is not None:
            dialog.deleteLater()
        self._show_left()

    def _show_left(self) -> None:
        if self._left:
            self._band().show_message(words.left(len(self._left)), "", Tone.WARNING, words.SHOW)
        elif self._told_in is not None:
            self._told_in.clear()

    def _band(self) -> MessageBand:
        if self._told_in is None:
            self._told_in = self._window.band
            self._told_in.action_requested.connect(self.offer)
        return self._told_in

    def _shown(self, place: DraftField) -> tuple[QWidget, Drafted] | None:
        """Return the open form to which drafts belong, None if it is not open."""
        for widget in self._window.findChildren(QWidget):
            if isinstance(widget, Drafted) and widget.draft_place == place and widget.isVisible():
                return widget, widget
        return None

    def _fill_waiting(self, widget: QWidget, drafted: Drafted) -> None:
        """Type the waiting drafts into a form that was just opened."""
        one = self._waiting.pop(drafted.draft_place, None) if drafted.draft_place is not None else None
        if one is None:
            return
        if drafted.holds(one.form):
            # what stands there is not recorded either: neither text takes the place of the other
            self._leave(one, words.FORM_IN_USE)
            return
        fields = fields_of(widget)
        fitting = tuple(draft for draft in one.drafts if draft.place.name in fields)
        texts = {draft.place.name: draft.content for draft in fitting}
        places = {draft.place for draft in fitting}
        self._put_back |= places
        self._keeper.take_over(widget, drafted, texts, places)
        for name, text in texts.items():
            type_into(fields[name], text)
        if texts:
            fields[next(iter(texts))].setFocus()
        rest = self._without_in_hand(one)
        if rest is not None:
            self._leave(rest, words.NOT_ALL_PUT_BACK)
        else:
            self._count()
            self._screens.foot.say(words.PUT_BACK, Tone.NEUTRAL)

    def _leave(self, one: FormDrafts, why: str) -> None:
        """Put a draft back among the remaining ones and show why."""
        self._left.append(one)
        self._count()
        self._show_left()
        self._screens.foot.say(why, Tone.WARNING)
