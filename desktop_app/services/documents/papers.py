"""Table of the kinds of papers, each with its builder: one for the window and the command line.

What a kind is built from is in ``services/documents/<stem>_document.py``, how it is drawn in ``printing/papers``. Three
short builders are here: attendance sheet, delivery slip, alignment matrix.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Final

from desktop_app.domain.calendar.clock import iso
from desktop_app.domain.documents.documents import GuestLine, Paper
from desktop_app.domain.documents.letter_lines import AddresseeLine, LetterAdditions
from desktop_app.domain.documents.meeting_documents import (
    AttendanceSheetDocument,
    DeliveryLine,
    DeliverySlipDocument,
    SheetSeat,
)
from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.documents.paper_orders import FORMS, OrderPart, PaperOrder, require_whole
from desktop_app.domain.documents.report_documents import AlignmentMatrixDocument, MatrixCell, MatrixRow, MatrixUnit
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.papers import highest
from desktop_app.domain.read_models.sheets import Names
from desktop_app.domain.rules.committee import Party
from desktop_app.domain.rules.meetings import BEFORE_INVITING
from desktop_app.domain.rules.members import SeatRole, Unit
from desktop_app.domain.rules.registered_papers import HANDED_OVER, OutgoingPaper
from desktop_app.services.context import Context
from desktop_app.services.documents.agenda_pack_document import agenda_pack_paper
from desktop_app.services.documents.documents import minutes_paper
from desktop_app.services.documents.extract_document import extract_paper
from desktop_app.services.documents.history_document import ReportHead, history_paper, report_paper
from desktop_app.services.documents.invitation_document import invitation_paper, invited, meeting_not_cancelled
from desktop_app.services.documents.letter_document import (
    called_meeting,
    imprint_of_letter,
    letter_paper,
    letterhead_of,
    officer_of,
    typography_of,
)
from desktop_app.services.documents.minutes_lines import party_lines
from desktop_app.services.documents.monthly_report_document import monthly_report_paper
from desktop_app.services.documents.register_document import (
    letters_register_paper,
    list_paper,
    register_paper,
    year_book_paper,
)
from desktop_app.services.documents.reminder_document import reminder_paper
from desktop_app.services.follow_up.classes import class_of_resolutions, with_highest_class
from desktop_app.services.follow_up.resolutions_on_day import ResolutionOnDay, TaskOnDay, resolutions_on
from desktop_app.services.reading import holders_of, names_of, parties_of, units_of
from desktop_app.services.versions.versions import version_in_force
from desktop_app.storage.store.work import Work

BLANK_ROWS = 1
"""Blank rows below the seats of a party."""
BLANK_GUESTS = 4
"""Blank rows below the guests."""


def attendance_sheet_paper(
    context: Context,
    meeting_id: int,
    *,
    blank_rows: int = BLANK_ROWS,
    blank_guests: int = BLANK_GUESTS,
) -> Paper[AttendanceSheetDocument]:
    """Build the attendance sheet; a draft until convening. Raises ``RuleBroken("paper_of_cancelled")``."""
    with context.read() as work:
        meeting = meeting_not_cancelled(work, meeting_id)
        day = meeting.day or context.clock.today()
        parties = parties_of(work, meeting.committee_id)
        filled = len(holders_of(work, meeting.committee_id, day))
        expected = invited(work, meeting, day)
        head = letterhead_of(work, meeting.committee_id, LetterAdditions(day=meeting.day))
        document = AttendanceSheetDocument(
            committee=work.committees.get(meeting.committee_id).name,
            letterhead=head,
            parties=party_lines(parties),
            meeting=called_meeting(work, meeting),
            seats=_seats(expected, parties),
            guests=tuple(GuestLine(name=one.name, post=one.post) for one in expected if one.guest),
            blank_rows=blank_rows,
            blank_guests=blank_guests,
            needed=work.settings().quorum.needed(filled),
            filled=filled,
            chair=meeting.chair or officer_of(work, meeting.committee_id, day, SeatRole.CHAIR).name,
            secretary=meeting.secretary or officer_of(work, meeting.committee_id, day, SeatRole.SECRETARY).name,
            typography=typography_of(work.settings()),
        )
        return Paper(document, imprint_of_letter(work, context.clock, head, draft=meeting.state in BEFORE_INVITING))


def _seats(expected: Sequence[AddresseeLine], parties: Sequence[Party]) -> tuple[SheetSeat, ...]:
    places = {party.name: place for place, party in enumerate(parties)}
    return tuple(
        SheetSeat(name=one.name, post=one.post, party=places[one.party], in_place_of=one.in_place_of)
        for one in expected
        if not one.guest
    )


MOST: Final = 500
"""So many letters no round carries out."""


def delivery_slip_paper(
    context: Context, sent_on: date | None = None, papers: Sequence[int] = ()
) -> Paper[DeliverySlipDocument]:
    """Build the slip of the chosen letters, or of one day's letters for delivery by hand, or of all days.

    What was struck, or is recorded to have been received, is left out. Raises ``RuleBroken("delivery_of_nothing")``
    where none is left.
    """

    def build(work: Work, head: ReportHead) -> DeliverySlipDocument:
        """Build the delivery slip from the open unit of work."""
        waiting = _waiting(work, sent_on, papers)
        if not waiting:
            narrowed = bool(papers) or sent_on is not None
            raise RuleBroken("delivery_of_nothing", field="sent_on", narrowed=narrowed)
        if len(waiting) > MOST:
            raise RuleBroken("letters_too_many", field="sent_on", count=len(waiting), most=MOST)
        guarded = highest(one.classification for one in waiting)
        return DeliverySlipDocument(
            committee=head.committee,
            typography=head.typography,
            letterhead=replace(head.letterhead, classification=guarded.value),
            parties=head.parties,
            day=iso(context.clock.today()),
            lines=tuple(
                DeliveryLine(
                    year=one.year,
                    row=one.row,
                    number=one.number,
                    day=iso(one.day),
                    addressee=one.addressee,
                    subject=one.subject,
                )
                for one in sorted(waiting, key=lambda one: (one.day, one.year, one.row))
            ),
        )

    return report_paper(context, build)


def _waiting(work: Work, sent_on: date | None, papers: Sequence[int]) -> list[OutgoingPaper]:
    if papers:
        found = work.outgoing_papers.where(id=tuple(papers), struck_on=None, received_by="")
    else:
        of_day = {} if sent_on is None else {"day": sent_on}
        found = work.outgoing_papers.where(struck_on=None, received_by="", way=HANDED_OVER, **of_day)
    return list(found)


def alignment_matrix_paper(context: Context, *, every: bool = False) -> Paper[AlignmentMatrixDocument]:
    """Build the matrix of the open resolutions, or of all with ``every``, as of today; it may be empty."""
    today = context.clock.today()

    def build(work: Work, head: ReportHead) -> AlignmentMatrixDocument:
        """Build the matrix from the open unit of work."""
        found = resolutions_on(work, head.committee_id, today)
        chosen = [one for one in found if one.tasks and (every or one.course.is_open)]
        units = _columns(work, head.committee_id, chosen)
        names = names_of(work, head.committee_id)
        return AlignmentMatrixDocument(
            committee=head.committee,
            typography=head.typography,
            letterhead=with_highest_class(head.letterhead, class_of_resolutions(work, chosen)),
            parties=head.parties,
            day=iso(today),
            every=every,
            units=tuple(_unit(unit, head) for unit in units),
            rows=tuple(_row(one, names, units) for one in chosen),
        )

    return report_paper(context, build)


def _columns(work: Work, committee_id: int, rows: Sequence[ResolutionOnDay]) -> tuple[Unit, ...]:
    """Return the units of the matrix by party; archived ones only if a row needs them."""
    named = {task.task.unit_id for row in rows for task in row.tasks}
    return tuple(one for one in units_of(work, committee_id) if one.archived_on is None or one.id in named)


def _unit(unit: Unit, head: ReportHead) -> MatrixUnit:
    return MatrixUnit(name=unit.name, short_name=unit.short_name, party=head.party(unit.party_id))


def _row(one: ResolutionOnDay, names: Names, units: Sequence[Unit]) -> MatrixRow:
    tasks = {task.task.unit_id: task for task in one.tasks}
    return MatrixRow(
        number=one.resolution.number,
        text=one.clause.text,
        axis=names.axis(one.clause.axis_id),
        state=one.course.state.value,
        percent=one.course.percent,
        due=iso(one.due),
        late=one.late,
        cells=tuple(_cell(tasks.get(unit.id)) for unit in units),
    )


def _cell(standing: TaskOnDay | None) -> MatrixCell | None:
    if standing is None:
        return None
    return MatrixCell(
        role=standing.task.role.value,
        state=standing.task.state.value,
        percent=standing.task.percent,
        due=iso(standing.due),
        late=standing.late,
        aligned=standing.aligned,
    )


Builder = Callable[[Context, PaperOrder], Paper[Any]]


def paper_of(context: Context, order: PaperOrder) -> Paper[Any]:
    """Build the paper of an order with the present typography; final minutes keep their frozen one.

    Raises ``RuleBroken``: ``meetings_none_yet``, ``paper_part_missing`` and what the kind itself refuses.
    """
    _require_meetings(context, order)
    require_whole(order)
    return BUILDERS[order.kind](context, order)


def _require_meetings(context: Context, order: PaperOrder) -> None:
    if order.meeting_id is not None or OrderPart.MEETING not in FORMS[order.kind].needs:
        return
    with context.read() as work:
        if not work.meetings.where():
            raise RuleBroken("meetings_none_yet", field="meeting_id")


def _minutes(context: Context, order: PaperOrder) -> Paper[Any]:
    """Build the minutes in force; the draft of a correction is printed from its own page."""
    meeting_id = _meeting(order)
    with context.read() as work:
        meeting = work.meetings.get(meeting_id)
        version = version_in_force(work, meeting_id)
    if version is None:
        raise RuleBroken("meeting_without_minutes", field="meeting_id", number=meeting.number or 0)
    return minutes_paper(context, version.id)


def _invitation(context: Context, order: PaperOrder) -> Paper[Any]:
    return invitation_paper(context, _meeting(order), order.said, only=order.only, answer_until=order.answer_until)


def _attendance_sheet(context: Context, order: PaperOrder) -> Paper[Any]:
    return attendance_sheet_paper(context, _meeting(order))


def _agenda_pack(context: Context, order: PaperOrder) -> Paper[Any]:
    return agenda_pack_paper(context, _meeting(order), order.said)


def _extract(context: Context, order: PaperOrder) -> Paper[Any]:
    wanted = {"resolution_id": order.resolution_id, "unit_id": order.unit_id}
    return extract_paper(context, _meeting(order), order.said, **wanted)


def _reminder(context: Context, order: PaperOrder) -> Paper[Any]:
    until = order.answer_until
    return reminder_paper(context, order.said, unit_id=order.unit_id, answer_until=until)


def _monthly_report(context: Context, order: PaperOrder) -> Paper[Any]:
    month = order.month
    assert month is not None, "an order without its month was let through"
    return monthly_report_paper(context, month.year, month.month)


def _alignment_matrix(context: Context, order: PaperOrder) -> Paper[Any]:
    return alignment_matrix_paper(context, every=order.every)


def _register(context: Context, order: PaperOrder) -> Paper[Any]:
    return register_paper(context, order.year)


def _year_book(context: Context, order: PaperOrder) -> Paper[Any]:
    assert order.year is not None, "an order without its year was let through"
    return year_book_paper(context, order.year)


def _history(context: Context, order: PaperOrder) -> Paper[Any]:
    return history_paper(context, order.record, order.year, order.query)


def _letters_register(context: Context, order: PaperOrder) -> Paper[Any]:
    return letters_register_paper(context, order.year, order.query)


def _delivery_slip(context: Context, order: PaperOrder) -> Paper[Any]:
    return delivery_slip_paper(context, order.sent_on, order.papers)


def _letter(context: Context, order: PaperOrder) -> Paper[Any]:
    to = AddresseeLine(name=order.to, post=order.to_post) if order.to else None
    return letter_paper(context, order.text, order.said, to=to)


def _list(context: Context, order: PaperOrder) -> Paper[Any]:
    return list_paper(context, order.table)


def _meeting(order: PaperOrder) -> int:
    assert order.meeting_id is not None, "an order without its meeting was let through"
    return order.meeting_id


BUILDERS: Final[Mapping[PaperKind, Builder]] = {
    PaperKind.MINUTES: _minutes,
    PaperKind.INVITATION: _invitation,
    PaperKind.ATTENDANCE_SHEET: _attendance_sheet,
    PaperKind.AGENDA_PACK: _agenda_pack,
    PaperKind.EXTRACT: _extract,
    PaperKind.REMINDER: _reminder,
    PaperKind.MONTHLY_REPORT: _monthly_report,
    PaperKind.ALIGNMENT_MATRIX: _alignment_matrix,
    PaperKind.REGISTER: _register,
    PaperKind.YEAR_BOOK: _year_book,
    PaperKind.HISTORY: _history,
    PaperKind.LETTERS_REGISTER: _letters_register,
    PaperKind.DELIVERY_SLIP: _delivery_slip,
    PaperKind.LETTER: _letter,
    PaperKind.LIST: _list,
}
"""How each kind is built."""
