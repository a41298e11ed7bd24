"""Page «تاریخچه»: the list of acts, newest first, with the fields of the chosen act from and to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.domain.calendar.jalali import format_date, format_words, weekday_name
from desktop_app.domain.read_models.history import FieldWords, HistoryAct, HistoryWording
from desktop_app.domain.read_models.listing import FilterKey, ListQuery
from desktop_app.domain.text.digits import persian_time
from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.lists.cell_content import CellContent
from desktop_app.widgets.lists.filter_bar import FilterSpec, Options
from desktop_app.widgets.lists.window_model import Column
from desktop_app.widgets.shell.action_bar import PageAction
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.tokens import GAP, GAP_CARD, GAP_INSIDE, GAP_PAGE, GAP_TIGHT, Ink, TextRole
from desktop_app.window.kit.list_spec import PRINT_LIST, EmptyListTexts, ListSpec
from desktop_app.window.kit.record_list_page import RecordListPage
from desktop_app.words import history as words
from desktop_app.words.lists import with_class
from desktop_app.words.widgets import CLOSE

GO_KEYS = "Ctrl+G"


@dataclass(frozen=True, slots=True)
class HistoryOptions:
    """The options of the filters now."""

    spans: Options
    actors: Options
    kinds: Options


def history_spec(options: HistoryOptions, wording: HistoryWording) -> ListSpec[HistoryAct]:
    """Return the declaration of the list."""

    def changes(act: HistoryAct) -> Sequence[str]:
        return [line for entry in act.entries for line in wording.changes(entry)]

    return ListSpec(
        key="history",
        title=words.HISTORY,
        what=words.WHAT,
        columns=(
            Column(words.WHEN, _moment, sort_key="moment", content=_when),
            Column(
                words.ACT,
                lambda act: wording.act(act.head),
                content=lambda act: CellContent(wording.act(act.head), strong=True),
            ),
            Column(
                words.RECORD,
                wording.records,
                content=lambda act: CellContent(*wording.concerned(act)),
                copied=lambda act: with_class(wording.records(act), act.guarded),
            ),
            Column(
                words.CHANGES,
                lambda act: words.LINE_BREAK.join(changes(act)),
                content=lambda act: _changed(changes(act)),
            ),
            Column(words.WHO, lambda act: act.head.actor, content=lambda act: CellContent(act.head.actor)),
        ),
        widths=(112, 184, 220, None, 150),
        empty=EmptyListTexts(words.EMPTY, words.EMPTY_WHY, "history"),
        filters=(
            FilterSpec(FilterKey.SPAN, words.SPAN, options.spans, single=True),
            FilterSpec(FilterKey.KIND, words.KIND, options.kinds),
            FilterSpec(FilterKey.ACTOR, words.WHO, options.actors),
        ),
        actions=(
            replace(PRINT_LIST, text=words.PRINT),
            PageAction("open", words.OPEN_RECORD, "arrow-left", hint=GO_KEYS),
            PageAction("whole", words.WHOLE_OFFICE, "history"),
        ),
        first=ListQuery(sort="moment", descending=True),
        spare=frozenset({4}),
        searched=frozenset({2, 3}),
    )


def _moment(act: HistoryAct) -> str:
    return f"{format_date(act.head.day)} {persian_time(act.head.time)}"


def _when(act: HistoryAct) -> CellContent:
    return CellContent(format_date(act.head.day), f"{weekday_name(act.head.day)} {persian_time(act.head.time)}")


def _changed(lines: Sequence[str]) -> CellContent:
    """Return a cell with the changed fields, as many as have room."""
    if len(lines) <= 1:
        return CellContent(lines[0] if lines else "", flows=True)
    return CellContent(lines[0], lines[1] if len(lines) == 2 else words.more(len(lines) - 1))


MOST: Final = 40
"""So many entries of an act show: a print run of 300 letters has 900, whose labels would take seconds."""


class HistoryDetail(QWidget):
    """Shows one act. `close_requested` asks to close the detail."""

    close_requested = Signal()

    def __init__(self, wording: HistoryWording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wording = wording
        self.setAccessibleName(words.DETAIL)
        self._act: HistoryAct | None = None
        close = Button(kind=ButtonKind.QUIET, icon="x", name=CLOSE, compact=True)
        close.clicked.connect(self.close_requested)
        self._title = TextLabel(role=TextRole.EDITOR_HEADING, wrap=True)
        head = QHBoxLayout()
        head.setContentsMargins(GAP_CARD, GAP_CARD, GAP_PAGE, 0)
        head.addWidget(self._title, 1)
        head.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.viewport().setAutoFillBackground(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        column.addWidget(self._area, 1)
        # the arrows scroll it
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocusProxy(self._area)
        self.show_act(None)

    def act(self) -> HistoryAct | None:
        """The shown act."""
        return self._act

    def show_act(self, act: HistoryAct | None) -> None:
        """Show an act, or that none is chosen."""
        self._act = act
        self._title.setText(self._wording.act(act.head) if act is not None else "")
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(GAP_PAGE, GAP, GAP_PAGE, GAP_PAGE)
        column.setSpacing(GAP_INSIDE)
        for labels in _groups(act, self._wording):
            group = QVBoxLayout()
            group.setSpacing(GAP_TIGHT)
            for label in labels:
                group.addWidget(label)
            column.addLayout(group)
        column.addStretch(1)
        self._area.setWidget(inner)
        # the pane behind it shows
        inner.setAutoFillBackground(False)
        self._area.setAccessibleName(self._title.text())


def _groups(act: HistoryAct | None, wording: HistoryWording) -> Iterator[list[TextLabel]]:
    """Yield groups of labels: the records with who and when, then each changed field."""
    if act is None:
        yield [_quiet(words.NO_DETAIL)]
        return
    head = act.head
    records = wording.name(head.record) if len(act.records) == 1 else wording.concerned(act)[0]
    yield [
        TextLabel(text=records, role=TextRole.STRONG, wrap=True),
        _quiet(words.by_at(head.actor, format_words(head.day), persian_time(head.time))),
    ]
    if not any(entry.fields for entry in act.entries):
        yield [_quiet(words.NO_FIELDS)]
    for entry in act.entries[:MOST]:
        if len(act.entries) > 1:
            yield [
                TextLabel(
                    text=words.told_of(wording.act(entry), wording.name(entry.record)), role=TextRole.STRONG, wrap=True
                )
            ]
        yield from (_field(one) for one in wording.fields(entry))
    if len(act.entries) > MOST:
        yield [_quiet(words.more_entries(len(act.entries) - MOST))]


def _field(one: FieldWords) -> list[TextLabel]:
    name = TextLabel(text=one.name, role=TextRole.NOTE, ink=Ink.SECOND, wrap=True)
    if not one.before:
        return [name, TextLabel(text=one.after, wrap=True)]
    before = TextLabel(text=words.was(one.before), ink=Ink.QUIET, wrap=True)
    return [name, before, TextLabel(text=words.became(one.after), wrap=True)]


def _quiet(text: str) -> TextLabel:
    return TextLabel(text=text, role=TextRole.NOTE, ink=Ink.QUIET, wrap=True)


class HistoryPage(RecordListPage[HistoryAct]):
    """A list page whose title names the record of the history."""

    def __init__(
        self,
        spec: ListSpec[HistoryAct],
        fetch: Callable[[Sequence[int]], Mapping[int, HistoryAct]],
        wording: HistoryWording,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(spec, fetch, parent)
        self.detail = HistoryDetail(wording)
        self.detail.close_requested.connect(self.beside.toggle)
        self.beside.set_widget(self.detail)

    def forget_search(self) -> None:
        """Clear the search field, for the search belongs to another record."""
        self.ui.search.blockSignals(True)
        self.ui.search.clear()
        self.ui.search.blockSignals(False)

    def choose_first(self) -> None:
        """Choose the newest entry."""
        first = self.model.id_at(0)
        if first is not None:
            self.choose(first)

    def show_record_title(self, title: str) -> None:
        """Set the title, which names the record of the history."""
        self.ui.title.setText(title)
        self.setAccessibleName(title)
