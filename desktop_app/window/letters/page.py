"""Page «دفتر صادره و وارده»: the list of both registers, the detail of the chosen paper, and the forms."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget

from desktop_app.domain.calendar.jalali import format_date, weekday_name
from desktop_app.domain.papers import Urgency, class_above_usual
from desktop_app.domain.read_models.history import NamedRecord
from desktop_app.domain.read_models.listing import FilterKey, ListQuery, RegisterRow, RegisterView
from desktop_app.domain.read_models.paper_sheets import RegisterSheet
from desktop_app.domain.text.digits import record_number
from desktop_app.widgets.lists.cell_content import CellContent
from desktop_app.widgets.lists.filter_bar import FilterOption, FilterSpec, Options
from desktop_app.widgets.lists.window_model import Column
from desktop_app.widgets.shell.action_bar import PageAction
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.state_mark import Shape
from desktop_app.widgets.style.tokens import Tone
from desktop_app.window.kit.list_spec import PRINT_LIST, EmptyListTexts, ListSpec, SavedView
from desktop_app.window.kit.record_page import RecordPage
from desktop_app.window.letters import paper_panel
from desktop_app.words import letters as words
from desktop_app.words.history import HISTORY_KEYS
from desktop_app.words.invitations import WAYS
from desktop_app.words.lists import GUARDED, with_class

UNDONE = frozenset({RegisterView.UNLINKED, RegisterView.WAITING})
"""Views of what is left to do."""
PARTY, SUBJECT, NUMBER = 2, 3, 4
"""Places of columns."""
RECORD_INCOMING, RECORD_OUTGOING, SLIP = "record_incoming", "record_outgoing", "slip"


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
    """Return the line beneath the subject: unusual facts, and those whose column is hidden."""
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
    """Return the declaration of the list; ``years`` and ``months`` are read when the filters are opened."""
    return ListSpec(
        key="registers",
        title=words.TITLE,
        what=words.WHAT,
        columns=_COLUMNS,
        widths=(104, 104, 210, None, 140, 112),
        empty=EmptyListTexts(
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
            replace(PRINT_LIST, text=words.PRINT),
            PageAction(SLIP, words.SLIP, "stamp", hint=words.SLIP_KEYS),
        ),
        first=ListQuery(view=RegisterView.ALL.value, sort="day", descending=True),
        spare=frozenset({NUMBER, PARTY}),
        searched=frozenset({PARTY, SUBJECT, NUMBER}),
        context={SUBJECT: _context},
        writes=frozenset({RECORD_INCOMING, RECORD_OUTGOING}),
    )


class RegistersPage(RecordPage[RegisterRow, RegisterSheet]):
    """The page of both registers."""

    def __init__(
        self,
        spec: ListSpec[RegisterRow],
        fetch: Callable[[Sequence[int]], Mapping[int, RegisterRow]],
        name_of: Callable[[NamedRecord], str],
        parent: QWidget | None = None,
    ) -> None:
        actions = [act for act in paper_panel.ACTS.values() if act.hint != HISTORY_KEYS]
        content = partial(paper_panel.content_of, name_of=name_of)
        super().__init__(spec, fetch, content, paper_panel.NOTHING, actions, paper_panel.LOOKING, parent)
        self.ui.empty.quiet_requested.connect(partial(self.act_requested.emit, RECORD_OUTGOING))
