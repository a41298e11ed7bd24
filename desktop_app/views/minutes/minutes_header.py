"""The head of the minutes page: title, state, the ways on, and the band beneath."""

from __future__ import annotations

from PySide6.QtCore import Qt

from desktop_app.domain.calendar.date_words import ordinal
from desktop_app.domain.calendar.jalali import year_of
from desktop_app.domain.read_models.sheets import MinutesSheet
from desktop_app.domain.rules.minutes import was_taken_over
from desktop_app.forms.minutes_page import Ui_MinutesPage
from desktop_app.text.minutes import minutes as words
from desktop_app.text.shared.widgets import with_keys
from desktop_app.views.minutes.minutes_signals import MinutesSignals
from desktop_app.views.state_format import minutes_content
from desktop_app.widgets.shell.narrow_hints import NarrowHints
from desktop_app.widgets.style.tokens import Ink, TextRole, Tone


class MinutesHeader:
    """One filled button a region: while minutes are read out, or frozen, the header has none."""

    def __init__(self, ui: Ui_MinutesPage, signals: MinutesSignals) -> None:
        self._ui = ui
        ui.title.set_role(TextRole.PAGE_TITLE)
        ui.title.set_elide(True)
        ui.crumbs.set_role(TextRole.NOTE)
        ui.crumbs.set_ink(Ink.QUIET)
        ui.more.set_name(words.MORE)
        ui.side.set_name(with_keys(words.SIDE, "F9"))
        for button in (ui.side, ui.more, ui.preview, ui.read, ui.finalise):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        NarrowHints(ui.head, (ui.preview, ui.read))
        ui.bandHolder.hide()
        ui.preview.clicked.connect(signals.preview_requested)
        ui.read.clicked.connect(signals.reading_requested)
        ui.finalise.clicked.connect(signals.finalise_requested)
        ui.band.action_requested.connect(signals.band_action_requested)
        ui.band.second_requested.connect(signals.band_second_requested)

    def show(self, sheet: MinutesSheet) -> None:
        """Name the minutes and their state."""
        ui, number, day = self._ui, sheet.meeting.number, sheet.meeting.day
        named = words.inquorate_title if sheet.inquorate else words.title
        ui.title.setText(named(ordinal(number)) if number else words.title_without_number())
        ui.crumbs.setText(words.crumbs(year_of(day), number or "") if day is not None else "")
        content = minutes_content(sheet.version.state, lacks_scan=sheet.lacks_scan)
        # minutes from before the records have no versions here
        version = 1 if was_taken_over(sheet.version) else sheet.version.version
        ui.state.show_state(words.state_with_version(content.word, version), content.tone, content.shape)

    def set_visible(self, visible: bool) -> None:
        """All of it but the band."""
        for part in (self._ui.head, self._ui.headRule):
            part.setVisible(visible)

    def show_ways(self, *, editable: bool, reading: bool) -> None:
        """The buttons that go with what is shown."""
        for button in (self._ui.finalise, self._ui.read):
            button.setVisible(editable and not reading)
        for button in (self._ui.preview, self._ui.more):
            button.setVisible(not reading)

    def show_band(self, title: str, detail: str, tone: Tone, action: str = "", second: str = "") -> None:
        """Say something beneath, with what to do next; after something done, the keyboard is on the first of it."""
        self._ui.bandHolder.show()
        self._ui.band.show_message(title, detail, tone, action, second=second)
        if tone is Tone.DONE and action:
            self._ui.band.action_button().setFocus()

    def clear_band(self) -> None:
        """Take the band away."""
        self._ui.band.clear()
        self._ui.bandHolder.hide()
