"""Page «مصوبات بالادستی»: the list of upstream decisions, the chosen one beside it, and the forms over it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget

from desktop_app.domain.calendar.jalali import format_date, format_long
from desktop_app.domain.read_models.listing import FilterKey, ListQuery, ResolutionRow
from desktop_app.domain.read_models.upstream import UpstreamAnswer, UpstreamRow, UpstreamSheet, UpstreamView
from desktop_app.domain.rules.clauses import UpstreamDecision
from desktop_app.domain.rules.files import FileOwner, RecordRef
from desktop_app.domain.text.digits import record_number
from desktop_app.domain.text.typed_drafts import DraftField
from desktop_app.widgets.fields.folded_completer import Option
from desktop_app.widgets.lists.cell_content import CellContent
from desktop_app.widgets.lists.filter_bar import FilterSpec, Options
from desktop_app.widgets.lists.window_model import Column
from desktop_app.widgets.shell.action_bar import PageAction
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.state_mark import Shape
from desktop_app.widgets.style.tokens import Tone
from desktop_app.window.kit.list_spec import PRINT_LIST, EmptyListTexts, ListSpec, SavedView
from desktop_app.window.kit.record_detail import DetailContent, NoRecord
from desktop_app.window.kit.record_page import RecordPage
from desktop_app.window.kit.record_sheet import SheetSpec
from desktop_app.window.kit.spec_fields import FieldKind, FieldSpec
from desktop_app.window.kit.task_format import PillContent, TaskFact
from desktop_app.words import states
from desktop_app.words import upstream as words
from desktop_app.words.history import HISTORY, HISTORY_KEYS
from desktop_app.words.lists import GUARDED, with_class

NEW, EDIT, LINK, UNLINK, HISTORY_OF = "new", "edit", "link", "unlink", "history"
OPEN = "open_"
"""Before the id of a resolution: the way there."""
NAME, NOTIFICATION, CLAUSE = 0, 2, 3
"""Places of columns."""
_NEW = PageAction(NEW, words.NEW, "plus", ButtonKind.FILLED, hint=words.NEW_KEYS)
_EDIT = PageAction(EDIT, words.EDIT, "pencil", hint=words.EDIT_KEYS)
_LINK = PageAction(LINK, words.LINK, "link", hint=words.LINK_KEYS)
_UNLINK = PageAction(UNLINK, words.UNLINK, "minus")
_HISTORY = PageAction(HISTORY_OF, HISTORY, "history", hint=HISTORY_KEYS)


def _day(day: date | None) -> str:
    return format_date(day) if day else ""


def _name(row: UpstreamRow) -> CellContent:
    return CellContent(row.title, row.body, strong=True)


def _session(row: UpstreamRow) -> CellContent:
    return CellContent(words.session(row.session), _day(row.session_day))


def _notification(row: UpstreamRow) -> CellContent:
    if row.notification_day is None and not row.notification_number:
        return CellContent(words.NOT_NOTIFIED)
    return CellContent(record_number(row.notification_number) or words.NO_NUMBER, _day(row.notification_day))


def _answer(row: UpstreamRow) -> CellContent:
    if row.waits:
        return CellContent(words.NO_ACTION, tone=Tone.WARNING, shape=Shape.DASHED_RING)
    return CellContent(words.answers(row.answer_count), words.lag(row.lag))


def _answer_text(row: UpstreamRow) -> str:
    content = _answer(row)
    return words.joined(content.first, content.second)


_COLUMNS: tuple[Column[UpstreamRow], ...] = (
    Column(
        words.NAME,
        lambda row: row.title,
        "title",
        content=_name,
        tooltip=lambda row: row.title,
        copied=lambda row: words.joined(row.title, row.body),
    ),
    Column(
        words.SESSION,
        lambda row: words.joined(words.session(row.session), _day(row.session_day)),
        "session",
        content=_session,
    ),
    Column(
        words.NOTIFICATION,
        lambda row: words.joined(record_number(row.notification_number), _day(row.notification_day)),
        "notified",
        content=_notification,
    ),
    Column(words.CLAUSE, lambda row: row.clause),
    Column(words.ANSWER, _answer_text, content=_answer),
)


def upstream_spec(axes: Options) -> ListSpec[UpstreamRow]:
    """Return the declaration of the list; ``axes`` is asked for when it is offered."""
    return ListSpec(
        key="upstream",
        title=words.TITLE,
        what=words.WHAT,
        columns=_COLUMNS,
        widths=(None, 120, 150, 110, 170),
        empty=EmptyListTexts(words.EMPTY, words.EMPTY_WHY, "landmark", words.NEW),
        views=tuple(
            SavedView(
                view.value,
                words.VIEWS[view.value],
                Tone.WARNING if view is UpstreamView.UNANSWERED else None,
                words.VIEW_EMPTY.get(view.value, ""),
            )
            for view in UpstreamView
        ),
        whole=UpstreamView.ALL.value,
        filters=(FilterSpec(FilterKey.AXIS, words.AXIS, axes),),
        actions=(_NEW,),
        more=(PRINT_LIST,),
        first=ListQuery(view=UpstreamView.ALL.value, sort="notified", descending=True),
        spare=frozenset({CLAUSE}),
        searched=frozenset({NAME, NOTIFICATION, CLAUSE}),
        writes=frozenset({NEW}),
    )


# ---- the detail


def content_of(sheet: UpstreamSheet) -> DetailContent:
    """Return the detail of a decision."""
    link = _LINK.as_kind(ButtonKind.FILLED) if sheet.waits else _LINK
    return DetailContent(
        caption=words.WHAT,
        title=sheet.decision.title,
        record=record_of(sheet.decision.id),
        pills=_pills(sheet),
        facts=_facts(sheet.decision),
        links_title=words.ANSWERS if sheet.answers else words.NO_ANSWERS,
        links=tuple(_link(one) for one in sheet.answers),
        # beside another button there is no room for its keys
        buttons=(replace(link, hint=""), replace(_EDIT, hint="")),
        menu=(*((_UNLINK,) if any(one.link_id for one in sheet.answers) else ()), _HISTORY),
        reads=frozenset({HISTORY_OF}),
    )


def record_of(upstream_id: int) -> RecordRef:
    """Return a decision as an owner of files."""
    return RecordRef(FileOwner.UPSTREAM, upstream_id)


def _pills(sheet: UpstreamSheet) -> tuple[PillContent, ...]:
    if sheet.waits:
        return (PillContent(words.NO_ACTION, Tone.WARNING, Shape.DASHED_RING),)
    notified = () if sheet.decision.notification_day else (PillContent(words.NOT_NOTIFIED, Tone.NEUTRAL),)
    answered = words.joined(words.answers(len(sheet.answers)), words.lag(sheet.lag))
    return (*notified, PillContent(answered, Tone.DONE, Shape.RING_CHECK)) if answered else notified


def _facts(decision: UpstreamDecision) -> tuple[TaskFact, ...]:
    session_day = format_long(decision.session_day) if decision.session_day else ""
    notified = format_long(decision.notification_day) if decision.notification_day else ""
    number = record_number(decision.notification_number)
    clause = (TaskFact(words.CLAUSE, decision.clause),) if decision.clause else ()
    return (
        TaskFact(words.BODY, decision.body),
        TaskFact(words.SESSION, words.joined(words.session(decision.session), session_day) or words.NO_SESSION),
        TaskFact(words.NOTIFICATION, words.joined(number, notified) or words.NOT_NOTIFIED),
        *clause,
    )


def _link(one: UpstreamAnswer) -> TaskFact:
    how = words.joined(*((words.BY_CITATION,) if one.cited else ()), *((words.BY_LINK,) if one.link_id else ()))
    adopted = words.adopted(_day(one.adopted_on))
    note = words.joined(GUARDED[one.row.guarded], states.RESOLUTION[one.row.state], adopted, how)
    return TaskFact("", words.option(record_number(one.row.number), one.row.text), note, f"{OPEN}{one.row.id}")


# ---- the forms


def resolution_sheet(decision: UpstreamDecision, rows: Iterable[ResolutionRow], *, off: bool) -> SheetSpec:
    """Return the form that chooses one of the resolutions, to link or (``off``) to unlink."""
    offered = tuple(Option(str(one.id), record_number(one.number), with_class(one.text, one.guarded)) for one in rows)
    choice = FieldSpec("resolution", words.RESOLUTION, FieldKind.CHOICE, hint=words.RESOLUTION_HINT, options=offered)
    return SheetSpec(
        "upstreamLinkSheet",
        words.UNLINK if off else words.LINK_TITLE,
        words.joined(decision.title, words.UNLINK_WHY if off else words.LINK_WHY),
        ((choice,),),
        None if off else DraftField("upstream_decision", decision.id, "link"),
    )


class UpstreamPage(RecordPage[UpstreamRow, UpstreamSheet]):
    """The page of the upstream decisions."""

    def __init__(
        self,
        spec: ListSpec[UpstreamRow],
        fetch: Callable[[Sequence[int]], Mapping[int, UpstreamRow]],
        parent: QWidget | None = None,
    ) -> None:
        nothing = NoRecord(words.WHAT, words.NOTHING_CHOSEN, words.NOTHING_CHOSEN_WHY, "landmark")
        super().__init__(spec, fetch, content_of, nothing, (_EDIT, _LINK), frozenset(), parent)
