"""The opening of the minutes for Word: identity grid, attendance, guests, quorum, agenda."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.domain.date_words import ordinal
from desktop_app.domain.documents import AttendanceLine, MinutesDocument
from desktop_app.domain.meetings import AttendanceState
from desktop_app.printing.papers.minutes_opening import introduction_words, quorum_sentence, state_words
from desktop_app.printing.stationery.paper_words import day, digits, month, weekday
from desktop_app.printing.word.docx_sheet import DocxSheet, Line, table
from desktop_app.text import paper_1 as words
from desktop_app.text import paper_1_keys as keys

_ATTENDANCE = (12, 37, 29, 20, 27, 45)


def opening(sheet: DocxSheet, document: MinutesDocument) -> None:
    """Everything from the identity grid to the agenda."""
    _identity(sheet, document)
    sheet.add([Line(words.ATTENDANCE, "Heading1")])
    _attendance(sheet, document)
    sheet.add(_below_attendance(document))
    if document.agenda:
        sheet.add([Line(words.AGENDA, "Heading1")])
        sheet.add(
            Line(words.agenda_item(item.title, item.presenter), "ListNumber", lead=f"{words.rank(ordinal(number))} ")
            for number, item in enumerate(document.agenda, 1)
        )


def _identity(sheet: DocxSheet, document: MinutesDocument) -> None:
    meeting = document.meeting
    previous = ""
    if meeting.previous_number is not None:
        previous = words.previous(digits(meeting.previous_number), day(meeting.previous_day))
    facts = (
        (words.MEETING_DAY, words.weekday_and_day(weekday(meeting.day), day(meeting.day))),
        (words.BEGAN, digits(meeting.began_at)),
        (words.ENDED, digits(meeting.ended_at)),
        (words.PLACE, meeting.place),
        (words.CHAIR, meeting.chair),
        (words.SECRETARY, meeting.secretary),
        (words.KIND, words.kind_and_month(keys.KINDS[meeting.kind], month(meeting.day))),
        (words.PREVIOUS, previous),
    )
    cells = [[Line(label, "TableLabel"), Line(value or words.NOTHING, "TableValue")] for label, value in facts]
    rows = [cells[:4], cells[4:]]
    sheet.add_table(table(rows, sheet.columns(rows, (1, 1, 1, 1)), head=0, whole_rows=True))


def _attendance(sheet: DocxSheet, document: MinutesDocument) -> None:
    labels = (words.ROW, words.NAME, words.POST, words.PARTY, words.STATE, words.LETTER)
    rows = [[[Line(label, "TableHead")] for label in labels]]
    rows += [
        [[Line(text or words.NOTHING)] for text in _seat(document, number, line)]
        for number, line in enumerate(document.attendance, 1)
    ]
    sheet.add_table(table(rows, sheet.columns(rows, _ATTENDANCE), whole_rows=True))


def _seat(document: MinutesDocument, number: int, line: AttendanceLine) -> tuple[str, ...]:
    return (
        digits(number),
        line.substitute if line.state == AttendanceState.SUBSTITUTE else line.name,
        line.post,
        document.parties[line.party].short_name,
        state_words(line),
        introduction_words(line),
    )


def _below_attendance(document: MinutesDocument) -> Iterator[Line]:
    if document.guests:
        names = words.names([words.guest(guest.name, guest.post) for guest in document.guests])
        yield Line(names, "Remark", lead=words.labelled(words.GUESTS, ""))
    yield Line(quorum_sentence(document), "Remark")
