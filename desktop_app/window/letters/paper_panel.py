"""Detail of one registered paper: its pills and facts, the records it is about, and the actions on it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from desktop_app.domain.calendar.jalali import format_date, format_long, format_short
from desktop_app.domain.papers import Classification, Urgency
from desktop_app.domain.read_models.history import NamedRecord
from desktop_app.domain.read_models.listing import paper_of_line
from desktop_app.domain.read_models.paper_sheets import PaperAbout, RegisterSheet
from desktop_app.domain.rules.files import FileOwner, RecordRef
from desktop_app.domain.rules.registered_papers import IncomingPaper, OutgoingPaper
from desktop_app.domain.rules.requests import UNANSWERED
from desktop_app.domain.text.digits import record_number
from desktop_app.widgets.shell.action_bar import PageAction
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.state_mark import Shape
from desktop_app.widgets.style.tokens import Tone
from desktop_app.window.kit.record_detail import DetailContent, NoRecord
from desktop_app.window.kit.task_format import PillContent, TaskFact
from desktop_app.words import letters as words
from desktop_app.words.history import HISTORY, HISTORY_KEYS

REPORT, EXTENSION, NOMINATION, EDIT = "report", "extension", "nomination", "edit"
LETTER, DELIVERY, STRIKE, HISTORY_OF, ANSWER = "letter", "delivery", "strike", "history", "answer"
LOOKING = frozenset({LETTER, HISTORY_OF})
"""Acts that write nothing."""
TO_MEETING, UNLINK, TABLE, INVITATION = "to_meeting", "unlink", "table", "invitation"
ACTS: Mapping[str, PageAction] = {
    one.key: one
    for one in (
        PageAction(LETTER, words.SHOW_LETTER, "eye"),
        PageAction(REPORT, words.REPORT, "pen-line", hint=words.REPORT_KEYS),
        PageAction(EXTENSION, words.EXTENSION, "calendar-clock", hint=words.EXTENSION_KEYS),
        PageAction(NOMINATION, words.NOMINATION, "user-plus", hint=words.NOMINATION_KEYS),
        PageAction(ANSWER, words.ANSWER, "gavel"),
        PageAction(TABLE, words.TABLE, "calendar-plus"),
        PageAction(INVITATION, words.INVITATION_ANSWER, "users", hint=words.INVITATION_KEYS),
        PageAction(DELIVERY, words.DELIVERY, "stamp", hint=words.DELIVERY_KEYS),
        PageAction(TO_MEETING, words.TO_MEETING, "link"),
        PageAction(UNLINK, words.UNLINK, "minus"),
        PageAction(EDIT, words.EDIT, "pencil", hint=words.EDIT_KEYS),
        PageAction(STRIKE, words.STRIKE, "ban", hint=words.STRIKE_KEYS),
        PageAction(HISTORY_OF, HISTORY, "history", hint=HISTORY_KEYS),
    )
}
"""Every act on a paper, by its key."""
OF_INCOMING = frozenset({REPORT, EXTENSION, NOMINATION, EDIT, INVITATION, ANSWER, TABLE})
OF_OUTGOING = frozenset({LETTER, DELIVERY})
NOTHING = NoRecord(words.WHAT, words.NOTHING_CHOSEN, words.NOTHING_CHOSEN_WHY, "mail")
OPEN_ABOUT = "about_"
"""Before the place of a record among those that the paper is about: the way there."""


@dataclass(frozen=True, slots=True)
class PaperActs:
    """The actions on a paper: those with a button, and those in the menu."""

    buttons: tuple[PageAction, ...] = ()
    menu: tuple[PageAction, ...] = ()


def pills_of(sheet: RegisterSheet) -> tuple[PillContent, ...]:
    """Return the states to show: incoming or outgoing, and what is unusual."""
    paper = sheet.paper
    way = PillContent(words.OUTGOING if sheet.outgoing else words.INCOMING, Tone.NEUTRAL)
    struck = PillContent(words.STRUCK, Tone.DANGER, Shape.DIAMOND)
    guarded = PillContent(words.CLASSES[paper.classification.value], Tone.WARNING)
    urgent = PillContent(words.URGENCIES[paper.urgency.value], Tone.WARNING)
    return (
        *((struck,) if paper.struck_on is not None else ()),
        way,
        *((guarded,) if paper.classification is not Classification.NORMAL else ()),
        *((urgent,) if paper.urgency is not Urgency.NORMAL else ()),
    )


def facts_of(sheet: RegisterSheet) -> tuple[TaskFact, ...]:
    """Return the facts of the paper itself."""
    paper = sheet.paper
    found = _outgoing(paper, sheet.paper_day) if isinstance(paper, OutgoingPaper) else _incoming(paper)
    if paper.note:
        found.append(TaskFact(words.NOTE, paper.note))
    if paper.struck_on is not None:
        told = words.struck_on(format_long(paper.struck_on), paper.struck_reason)
        found.append(TaskFact(words.STRUCK, told, tone=Tone.DANGER))
    return tuple(found)


def _incoming(paper: IncomingPaper) -> list[TaskFact]:
    own = words.of_sender(record_number(paper.number), format_date(paper.day) if paper.day else "")
    return [
        TaskFact(words.SENDER, paper.sender),
        TaskFact(words.NUMBER, own or words.UNKNOWN),
        TaskFact(words.RECEIVED_ON, format_long(paper.received_on)),
    ]


def _outgoing(paper: OutgoingPaper, own_day: date | None) -> list[TaskFact]:
    day = format_short(paper.received_on) if paper.received_on else ""
    own = words.of_sender(record_number(paper.number) or words.NO_NUMBER, format_date(own_day) if own_day else "")
    received = words.received(paper.received_by, day) if paper.received_by else words.NOT_RECEIVED
    # what was struck may never have been sent, and nobody waits for its receipt
    struck = paper.struck_on is not None
    kept = words.KEPT_AS_RECORDED if struck else words.KEPT
    return [
        TaskFact(words.ADDRESSEE, paper.addressee),
        TaskFact(words.NUMBER, own),
        TaskFact(words.RECORDED_ON if struck else words.SENT_ON, format_long(paper.day), words.way(paper.way)),
        *((TaskFact(words.RECEIVED_BY, received),) if paper.received_by or not struck else ()),
        TaskFact(words.DOCUMENT, kept if paper.document else words.MADE_ELSEWHERE),
        TaskFact(words.RECORDED_BY, paper.actor),
    ]


def linked_records(sheet: RegisterSheet, name_of: Callable[[NamedRecord], str]) -> tuple[TaskFact, ...]:
    """Return the records that the paper is about, each with a link if it has a page."""
    return tuple(
        TaskFact("", name_of(one.named), _note_of(one), f"{OPEN_ABOUT}{place}" if one.kind in WITH_PAGE else "")
        for place, one in enumerate(shown_links(sheet))
    )


def shown_links(sheet: RegisterSheet) -> tuple[PaperAbout, ...]:
    """Return the linked records without the sent invitation, whose meeting is shown instead."""
    return tuple(one for one in sheet.about if one.kind != "sent_invitation")


def _note_of(one: PaperAbout) -> str:
    if one.request is None:
        return words.joined(*(words.invitation_answer(told.name, told.answer.value) for told in one.answers))
    wanted = format_long(one.request.wanted_due) if one.request.wanted_due else ""
    return words.request_note(one.request.state.value, wanted)


WITH_PAGE = frozenset({"task", "resolution", "meeting", "nomination", "request", "unit", "party", "outgoing_paper"})
"""Kinds of records that a paper leads to."""


def acts_of(sheet: RegisterSheet) -> PaperActs:
    """Return the actions that are possible on the paper."""
    buttons, menu = _keys_of(sheet)
    shown = [ACTS[key].as_kind(ButtonKind.FILLED) if _is_loud(key, sheet) else ACTS[key] for key in buttons]
    if len(shown) > 1:
        # beside another button there is no room for its keys
        shown = [replace(one, hint="") for one in shown]
    return PaperActs(tuple(shown), tuple(ACTS[key] for key in menu))


def _keys_of(sheet: RegisterSheet) -> tuple[list[str], list[str]]:
    """Return the action keys of the buttons and of the menu."""
    unlink = [UNLINK] if removable_links(sheet) else []
    if isinstance(sheet.paper, IncomingPaper):
        return _keys_of_incoming(sheet, unlink)
    letter = [LETTER] if sheet.paper.document else []
    if sheet.paper.struck_on is not None:
        return letter, [HISTORY_OF]
    meeting = [] if _is_invitation(sheet) else [TO_MEETING]
    return [*letter, DELIVERY], [*meeting, *unlink, STRIKE, HISTORY_OF]


def _keys_of_incoming(sheet: RegisterSheet, unlink: list[str]) -> tuple[list[str], list[str]]:
    if sheet.paper.struck_on is not None:
        return [], [HISTORY_OF]
    after = [*unlink, EDIT, STRIKE, HISTORY_OF]
    if any(one.request is not None and one.request.state in UNANSWERED for one in sheet.about):
        return [REPORT, ANSWER], [EXTENSION, NOMINATION, TABLE, INVITATION, TO_MEETING, *after]
    return [REPORT, EXTENSION], [NOMINATION, INVITATION, TO_MEETING, *after]


def _is_loud(key: str, sheet: RegisterSheet) -> bool:
    return key == LETTER or (key == REPORT and not sheet.about)


def reason_not_offered(sheet: RegisterSheet, key: str) -> str:
    """Return why an action is not possible."""
    of_other = key in (OF_INCOMING if sheet.outgoing else OF_OUTGOING)
    struck = sheet.paper.struck_on is not None
    return words.not_of_this(ACTS[key].text, outgoing=sheet.outgoing, struck=struck, of_other=of_other)


def removable_links(sheet: RegisterSheet) -> tuple[PaperAbout, ...]:
    """Return the links that can be removed; on an outgoing letter those made by its sending stay."""
    if not sheet.outgoing:
        return sheet.about
    return tuple(one for one in sheet.about if one.kind == "meeting") if not _is_invitation(sheet) else ()


def _is_invitation(sheet: RegisterSheet) -> bool:
    return any(one.kind == "sent_invitation" for one in sheet.about)


def content_of(sheet: RegisterSheet, name_of: Callable[[NamedRecord], str]) -> DetailContent:
    """Return the content of the detail of a registered paper."""
    about, acts = linked_records(sheet, name_of), acts_of(sheet)
    return DetailContent(
        caption=words.caption(sheet.outgoing, sheet.paper.row, sheet.paper.year),
        title=sheet.paper.subject,
        record=_record(sheet.paper.id, outgoing=sheet.outgoing),
        pills=pills_of(sheet),
        facts=facts_of(sheet),
        links_title=words.ABOUT if about else words.NO_LINKS,
        links=about,
        buttons=acts.buttons,
        menu=acts.menu,
        reads=LOOKING,
    )


def record_of_line(line: int) -> RecordRef:
    """Return the paper of a row of the registers, as the owner of files."""
    paper_id, outgoing = paper_of_line(line)
    return _record(paper_id, outgoing=outgoing)


def _record(paper_id: int, *, outgoing: bool) -> RecordRef:
    return RecordRef(FileOwner.OUTGOING if outgoing else FileOwner.INCOMING, paper_id)
