"""Page «مصوبات»: the list of resolutions, the chosen one next to it, and the forms of the acts on it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.calendar.jalali import format_date
from desktop_app.domain.read_models.follow_up_sheets import OtherResolution, ResolutionSheet
from desktop_app.domain.read_models.listing import FilterKey, ListQuery, ResolutionRow, ResolutionView
from desktop_app.domain.rules.clauses import UpstreamDecision
from desktop_app.domain.rules.resolution_actions import ResolutionAction
from desktop_app.domain.rules.resolutions import ResolutionState
from desktop_app.domain.text.digits import record_number
from desktop_app.domain.text.typed_drafts import ACTION_FORM, DraftField
from desktop_app.widgets.controls.pill import Party
from desktop_app.widgets.lists.cell_content import CellContent
from desktop_app.widgets.lists.filter_bar import FilterOption, FilterSpec, Options
from desktop_app.widgets.lists.line_list import Need
from desktop_app.widgets.lists.window_model import Column
from desktop_app.widgets.shell.action_bar import PageAction
from desktop_app.widgets.style.state_mark import Shape
from desktop_app.widgets.style.tokens import Tone
from desktop_app.window.kit.destinations import OpenPage, OpenResolution
from desktop_app.window.kit.list_spec import PRINT_LIST, Counts, EmptyListTexts, ListSpec, SavedView
from desktop_app.window.kit.record_page import DetailPage
from desktop_app.window.kit.resolution_detail import ResolutionDetail
from desktop_app.window.kit.resolution_form import ResolutionForm
from desktop_app.window.kit.resolution_format import name_of
from desktop_app.window.kit.state_format import resolution_content
from desktop_app.words import lists as list_words
from desktop_app.words import resolutions as words
from desktop_app.words import states
from desktop_app.words import upstream as upstream_words
from desktop_app.words.digits import percent
from desktop_app.words.history import UNDO

_V = ResolutionView
UPSTREAM = PageAction("upstream", upstream_words.TITLE, "landmark", hint=upstream_words.KEYS)
"""Leads to the page of the upstream decisions."""
EXECUTOR_PLACE, SUBJECT_PLACE, NUMBER_PLACE = 3, 2, 1


def _none() -> tuple[FilterOption, ...]:
    return ()


@dataclass(frozen=True, slots=True)
class ResolutionOptions:
    """The options of the filters."""

    parties: Options = _none
    units: Options = _none
    axes: Options = _none
    meetings: Options = _none
    years: Options = _none
    days: Options = _none


def resolutions_spec(
    today: Callable[[], date], parties: Mapping[int, Party], options: ResolutionOptions | None = None
) -> ListSpec[ResolutionRow]:
    """Return the declaration of the list; ``parties`` maps the id of each party to its mark."""
    return ListSpec(
        key="resolutions",
        title=list_words.RESOLUTIONS,
        what=list_words.RESOLUTION,
        columns=_columns(today, parties),
        widths=(150, 116, None, 190, 130),
        empty=EmptyListTexts(
            list_words.NO_RESOLUTIONS,
            list_words.NO_RESOLUTIONS_WHY,
            "gavel",
            list_words.OPEN_MEETINGS,
            action_icon="calendar-days",
            other=UPSTREAM,
            leads=OpenPage("meetings"),
        ),
        views=tuple(
            SavedView(
                view.value,
                words.VIEWS[view.value],
                Tone.DANGER if view is _V.LATE else None,
                words.VIEW_EMPTY.get(view.value, ""),
                hides=words.VIEWS[_V.CLOSED.value] if view is _V.OPEN else "",
            )
            for view in _V
        ),
        whole=_V.ALL.value,
        filters=_filters(options or ResolutionOptions()),
        first=ListQuery(view=_V.OPEN.value, sort="due"),
        needs=needs_attention,
        spare=frozenset({EXECUTOR_PLACE}),
        searched=frozenset({NUMBER_PLACE, SUBJECT_PLACE}),
        context={SUBJECT_PLACE: _context},
        actions=(UPSTREAM,),
        more=(PRINT_LIST,),
        opens=OpenResolution,
        ways={UPSTREAM.key: OpenPage(UPSTREAM.key)},
        guarded=lambda row: row.guarded,
    )


def needs_attention(counts: Counts) -> Sequence[Need]:
    """Return what needs attention: late, corrected, waiting for the secretariat, or due this week."""
    said = (
        (_V.LATE, words.late_count),
        (_V.UNTOLD, words.unnotified_count),
        (_V.AWAITING, words.awaiting_count),
        (_V.THIS_WEEK, words.week_count),
    )
    found = [Need(say(counts[view.value]), view.value) for view, say in said if counts.get(view.value)]
    if not found and counts.get(_V.ALL.value):
        return (Need(words.ALL_ON_TIME),)
    return tuple(found)


def _filters(options: ResolutionOptions) -> tuple[FilterSpec, ...]:
    return (
        FilterSpec(FilterKey.PARTY, words.PARTY, options.parties),
        FilterSpec(FilterKey.UNIT, words.UNIT, options.units),
        FilterSpec(FilterKey.AXIS, words.AXIS, options.axes),
        FilterSpec(FilterKey.STATE, words.STATE, _states),
        FilterSpec(FilterKey.DUE_UNTIL, words.DUE, options.days, single=True),
        FilterSpec(FilterKey.MEETING, words.MEETING, options.meetings),
        FilterSpec(FilterKey.YEAR, words.YEAR, options.years),
    )


def _states() -> tuple[FilterOption, ...]:
    return tuple(FilterOption(state.value, states.RESOLUTION[state.value]) for state in ResolutionState)


def _columns(today: Callable[[], date], parties: Mapping[int, Party]) -> tuple[Column[ResolutionRow], ...]:
    return (
        Column(
            list_words.STATE,
            lambda row: words.note(states.RESOLUTION[row.state], states.LATE if row.days_late else ""),
            sort_key="state",
            content=_state,
        ),
        Column(list_words.NUMBER, lambda row: record_number(row.number), sort_key="number", content=_number),
        Column(
            list_words.SUBJECT,
            lambda row: row.text,
            sort_key="title",
            content=lambda row: _subject(row, parties),
            tooltip=lambda row: row.text,
            copied=lambda row: list_words.with_class(row.text, row.guarded),
        ),
        Column(
            words.EXECUTOR,
            lambda row: row.executor,
            sort_key="executor",
            content=lambda row: CellContent(row.executor, list_words.axis(row.axis_code), party=_party(row, parties)),
        ),
        Column(
            list_words.DUE,
            lambda row: format_date(row.due) if row.due else "",
            sort_key="due",
            content=lambda row: _due(row, today()),
        ),
    )


def _state(row: ResolutionRow) -> CellContent:
    content = resolution_content(row.state)
    late = row.days_late > 0
    share = percent(row.percent) if row.percent and row.state is not ResolutionState.VERIFIED else ""
    return CellContent(
        content.word,
        words.note(states.LATE, share) if late else share,
        strong=True,
        tone=content.tone,
        shape=content.shape,
        percent=row.percent,
        second_tone=Tone.DANGER if late else None,
        second_shape=Shape.TRIANGLE if late else None,
    )


def _number(row: ResolutionRow) -> CellContent:
    meeting = list_words.meeting_number(row.meeting_number) if row.meeting_number else ""
    return CellContent(record_number(row.number) or list_words.NO_NUMBER, meeting)


def _subject(row: ResolutionRow, parties: Mapping[int, Party]) -> CellContent:
    return CellContent(row.text, _context(row, frozenset()), strong=True, party=_party(row, parties))


def _context(row: ResolutionRow, shown: frozenset[int]) -> str:
    """Return the line beneath the text: class, and executor and axis while their columns are hidden."""
    classed = list_words.GUARDED[row.guarded]
    return classed if EXECUTOR_PLACE in shown else words.note(classed, row.executor, list_words.axis(row.axis_code))


def _party(row: ResolutionRow, parties: Mapping[int, Party]) -> Party | None:
    return parties.get(row.executor_party_id) if row.executor_party_id is not None else None


def _due(row: ResolutionRow, today: date) -> CellContent:
    if row.due is None:
        return CellContent("")
    if row.days_late:
        return CellContent(format_date(row.due), list_words.late(row.days_late), second_tone=Tone.DANGER)
    if row.state is ResolutionState.REPORTED_DONE:
        return CellContent(format_date(row.due), list_words.AWAITS_VERIFYING)
    left = (row.due - today).days
    return CellContent(format_date(row.due), list_words.days_left(left) if left >= 0 else "")


class ResolutionsPage(DetailPage[ResolutionRow, ResolutionSheet]):
    """A list page with the detail of a resolution."""

    resolution_action_requested = Signal(object)
    answer_sent = Signal(object, object)
    """The action that was asked for, and the answer that was typed in its form."""

    def __init__(
        self,
        spec: ListSpec[ResolutionRow],
        fetch: Callable[[Sequence[int]], Mapping[int, ResolutionRow]],
        today: Callable[[], date],
        cite: Callable[[UpstreamDecision], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(spec, fetch, parent)
        self._today, self._cite = today, cite
        self.detail = ResolutionDetail()
        self.detail.resolution_action_requested.connect(self.resolution_action_requested)
        self.detail.way_requested.connect(self.record_act_requested)
        self.detail.close_requested.connect(self.beside.toggle)
        self.detail.copied.connect(lambda: self.show_done(words.COPIED))
        self.beside.set_widget(self.detail)
        self.ui.empty.quiet_requested.connect(lambda: self.act_requested.emit(UPSTREAM.key))

    def show_in_detail(self, record: ResolutionSheet | None) -> None:
        """Show the chosen resolution, or that none is chosen."""
        if record is None:
            self.detail.show_nothing()
        else:
            self.detail.show_sheet(record, self._cite(record.upstream) if record.upstream is not None else "")

    def open_form(self, action: ResolutionAction, sheet: ResolutionSheet, others: Sequence[OtherResolution]) -> None:
        """Open the form of an action."""
        form = ResolutionForm(action, sheet, others, self._today, self)
        form.draft_place = DraftField("resolution", sheet.resolution.id, f"{ACTION_FORM}{action.value}")
        form.sent.connect(lambda answer: self.answer_sent.emit(action, answer))
        self.open_sheet(form)

    def show_form_refusal(self, field: str, text: str) -> None:
        """Show a refusal beneath its field in the open form, else above the list."""
        form = self.sheet()
        if isinstance(form, ResolutionForm):
            form.show_refusal(field, text)
        else:
            self.show_refusal(text)

    def show_action_done(self, action: ResolutionAction, sheet: ResolutionSheet, *, undoable: bool) -> None:
        """Show what was done, with an undo button if possible."""
        self.show_done(words.done(name_of(sheet), action.value), UNDO if undoable else "")
