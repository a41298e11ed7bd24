"""Page «دفتر صادره و وارده»: the list of both registers, the chosen paper next to it, and the sheets over it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from desktop_app.domain.calendar.jalali import format_date, weekday_name
from desktop_app.domain.papers import Urgency, class_above_usual
from desktop_app.domain.read_models.history import NamedRecord
from desktop_app.domain.read_models.listing import FilterKey, ListQuery, RegisterRow, RegisterView
from desktop_app.domain.read_models.paper_sheets import RegisterSheet
from desktop_app.domain.text.digits import record_number
from desktop_app.widgets.dates.date_source import DateSource, no_calendar
from desktop_app.widgets.feedback.form_sheet import FormSheet
from desktop_app.widgets.lists.cell_content import CellContent
from desktop_app.widgets.lists.filter_bar import FilterOption, FilterSpec, Options
from desktop_app.widgets.lists.window_model import Column
from desktop_app.widgets.shell.action_bar import PageAction
from desktop_app.widgets.shell.shortcuts import add_page_action
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.state_mark import Shape
from desktop_app.widgets.style.tokens import Tone
from desktop_app.window.kit.list_spec import Emptiness, ListSpec, SavedView
from desktop_app.window.kit.record_list_page import RecordListPage
from desktop_app.window.letters import paper_panel
from desktop_app.window.letters.paper_panel import PaperPanel
from desktop_app.words import letters as words
from desktop_app.words.history import HISTORY_KEYS
from desktop_app.words.invitations import WAYS
from desktop_app.words.lists import GUARDED, with_class

UNDONE = frozenset({RegisterView.UNLINKED, RegisterView.WAITING})
"""Views of what is left to do."""
PARTY, SUBJECT, NUMBER = 2, 3, 4
"""Places of columns."""
RECORD_INCOMING, RECORD_OUTGOING, PRINT, SLIP = "record_incoming", "record_outgoing", "print", "slip"


_RECORDING: Mapping[RegisterView, PageAction] = {
    RegisterView.INCOMING: PageAction(
        RECORD_INCOMING, words.RECORD_INCOMING, "mail", ButtonKind.FILLED, hint=words.INCOMING_KEYS
    ),
    RegisterView.OUTGOING: PageAction(RECORD_OUTGOING, words.RECORD_OUTGOING, "send", hint=words.OUTGOING_KEYS),
}
"""What is recorded in a view."""


def _row(row: RegisterRow) -> CellContent:
    word = words.OUTGOING if row.outgoing else words.INCOMING
    if row.struck:
        return CellContent(
            words.register_row(row.row, row.year),
            words.STRUCK,
            strong=True,
            second_tone=Tone.DANGER,
            second_shape=Shape.DIAMOND,
        )
    return CellContent(words.register_row(row.row, row.year), word, strong=True)


def _day(row: RegisterRow) -> CellContent:
    return CellContent(format_date(row.day), weekday_name(row.day))


def _party(row: RegisterRow) -> CellContent:
    return CellContent(row.party, words.joined(words.way(row.way or ""), row.received_by))


def _context(row: RegisterRow, shown: frozenset[int]) -> str:
    """Beneath the subject: what is unusual of the paper, and what has no column of its own now."""
    urgent = words.URGENCIES[row.urgency.value] if row.urgency is not Urgency.NORMAL else ""
    files = words.files(row.file_count) if row.file_count else ""
    return words.joined(
        GUARDED[class_above_usual(row.classification)], urgent, row.party if PARTY not in shown else "", files
    )


def _subject(row: RegisterRow) -> CellContent:
    return CellContent(row.subject, _context(row, frozenset({PARTY})), strong=not row.struck)


def _number(row: RegisterRow) -> CellContent:
    return CellContent(
        record_number(row.number) or words.NO_NUMBER, format_date(row.paper_day) if row.paper_day else ""
    )


def _about(row: RegisterRow) -> CellContent:
    if row.waits:
        return CellContent(words.linked(row.link_count), words.UNANSWERED, second_tone=Tone.WARNING)
    if row.link_count:
        return CellContent(words.linked(row.link_count))
    if row.outgoing or row.struck:
        return CellContent("")
    return CellContent(words.NOT_LINKED, tone=Tone.WARNING, shape=Shape.DASHED_RING)


def _options(said: Mapping[str, str]) -> Options:
    return lambda: tuple(FilterOption(key, label) for key, label in said.items())


def _told(content: CellContent) -> str:
    return content.first


_COLUMNS: tuple[Column[RegisterRow], ...] = (
    Column(words.ROW, lambda row: words.register_row(row.row, row.year), "row", content=_row),
    Column(words.DAY, lambda row: format_date(row.day), "day", content=_day),
    Column(words.PARTY, lambda row: row.party, content=_party),
    Column(
        words.SUBJECT,
        lambda row: row.subject,
        content=_subject,
        copied=lambda row: with_class(row.subject, class_above_usual(row.classification)),
    ),
    Column(words.NUMBER, lambda row: record_number(row.number), content=_number),
    Column(words.ABOUT, lambda row: _told(_about(row)), content=_about),
)


def registers_spec(years: Options, months: Options) -> ListSpec[RegisterRow]:
    """How the list is shown; ``years`` and ``months`` are asked for when they are offered."""
    return ListSpec(
        key="registers",
        title=words.TITLE,
        what=words.WHAT,
        columns=_COLUMNS,
        widths=(104, 104, 210, None, 140, 112),
        empty=Emptiness(
            words.EMPTY,
            words.EMPTY_WHY,
            "mail",
            words.RECORD_INCOMING,
            other=_RECORDING[RegisterView.OUTGOING],
        ),
        views=tuple(
            SavedView(
                view.value,
                words.VIEWS[view.value],
                Tone.WARNING if view in UNDONE else None,
                words.VIEW_EMPTY.get(view.value, ""),
                act=_RECORDING.get(view),
            )
            for view in RegisterView
        ),
        whole=RegisterView.ALL.value,
        filters=(
            FilterSpec(FilterKey.YEAR, words.YEAR, years),
            FilterSpec(FilterKey.MONTH, words.MONTH, months),
            FilterSpec(FilterKey.CLASSIFICATION, words.CLASS, _options(words.CLASSES)),
            FilterSpec(FilterKey.WAY, words.WAY, _options(WAYS)),
        ),
        actions=(_RECORDING[RegisterView.OUTGOING], _RECORDING[RegisterView.INCOMING]),
        more=(
            PageAction(PRINT, words.PRINT, "printer", hint=words.PRINT_KEYS),
            PageAction(SLIP, words.SLIP, "stamp", hint=words.SLIP_KEYS),
        ),
        first=ListQuery(view=RegisterView.ALL.value, sort="day", descending=True),
        spare=frozenset({NUMBER, PARTY}),
        searched=frozenset({PARTY, SUBJECT, NUMBER}),
        context={SUBJECT: _context},
    )


class RegistersPage(RecordListPage[RegisterRow]):
    """`paper_act_requested` carries the key of an act on the paper that shows."""

    paper_act_requested = Signal(str)

    def __init__(
        self,
        spec: ListSpec[RegisterRow],
        fetch: Callable[[Sequence[int]], Mapping[int, RegisterRow]],
        name_of: Callable[[NamedRecord], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(spec, fetch, parent)
        self._dates: DateSource = no_calendar()
        self.panel = PaperPanel(name_of)
        self.panel.setObjectName("paperPanel")
        self.panel.act_requested.connect(self.paper_act_requested)
        self.panel.close_requested.connect(self.beside.toggle)
        self.beside.set_widget(self.panel)
        self.ui.empty.quiet_requested.connect(partial(self.act_requested.emit, RECORD_OUTGOING))
        self._sheet: FormSheet | None = None
        own = [act for act in paper_panel.ACTS.values() if act.hint not in ("", HISTORY_KEYS)]
        self._writing = [
            *(self._key(act, self.paper_act_requested) for act in own),
            *(self._key(act, self.act_requested) for act in spec.actions),
        ]
        for act in spec.more:
            self._key(act, self.act_requested)

    def set_writable(self, *, writable: bool) -> None:
        """Where nothing may be written nothing is offered that would be: what was sent and came is only looked at."""
        for action in self._writing:
            action.setEnabled(writable)
        self.ui.actions.show_acts(self._spec.actions if writable else (), self._spec.more)
        self.panel.set_writable(writable=writable)

    def set_source(self, source: DateSource) -> None:
        """The office's calendar."""
        self._dates = source

    @property
    def dates(self) -> DateSource:
        """The calendar behind the fields of its sheets."""
        return self._dates

    def chosen_ids(self) -> tuple[int, ...]:
        """The lines of all chosen rows, in the order of the list."""
        return self.table.chosen_ids()

    def show_paper(self, sheet: RegisterSheet | None) -> None:
        """Show the chosen paper, or that none is."""
        self.panel.show_sheet(sheet)

    def sheet(self) -> FormSheet | None:
        """The sheet that is open over the page."""
        return self._sheet

    def open_sheet(self, sheet: FormSheet) -> None:
        """Open a sheet over the page, one at a time."""
        self.close_sheet()
        sheet.finished.connect(lambda _result: self._forget(sheet))
        self._sheet = sheet
        sheet.open()

    def close_sheet(self) -> None:
        """What was typed is stored."""
        if self._sheet is not None:
            self._sheet.accept()

    def _forget(self, sheet: FormSheet) -> None:
        if self._sheet is sheet:
            self._sheet = None
        sheet.deleteLater()

    def _key(self, act: PageAction, asked: SignalInstance) -> QAction:
        return add_page_action(self, act.text, act.hint, partial(asked.emit, act.key))
