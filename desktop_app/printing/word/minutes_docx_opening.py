"""The opening of the minutes for Word: identity grid, attendance, guests, quorum, agenda."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.domain.calendar.date_words import ordinal
from desktop_app.domain.documents.documents import MinutesDocument
from desktop_app.printing.stationery import minutes_words as told
from desktop_app.printing.word.docx_sheet import DocxSheet, WordParagraph, table
from desktop_app.text.paper import minutes as words

_ATTENDANCE = (12, 37, 29, 20, 27, 45)


def opening(sheet: DocxSheet, document: MinutesDocument) -> None:
    """Everything from the identity grid to the agenda."""
    _identity(sheet, document)
    sheet.add([WordParagraph(words.ATTENDANCE, "Heading1")])
    _attendance(sheet, document)
    sheet.add(_below_attendance(document))
    if document.agenda:
        sheet.add([WordParagraph(words.AGENDA, "Heading1")])
        sheet.add(
            WordParagraph(
                words.agenda_item(item.title, item.presenter), "ListNumber", lead=f"{words.rank(ordinal(number))} "
            )
            for number, item in enumerate(document.agenda, 1)
        )


def _identity(sheet: DocxSheet, document: MinutesDocument) -> None:
    cells = [
        [WordParagraph(label, "TableLabel"), WordParagraph(value or words.NOTHING, "TableValue")]
        for label, value in told.identity(document)
    ]
    rows = [cells[:4], cells[4:]]
    sheet.add_table(table(rows, sheet.columns(rows, (1, 1, 1, 1)), head=0, whole_rows=True))


def _attendance(sheet: DocxSheet, document: MinutesDocument) -> None:
    rows = [[[WordParagraph(label, "TableHead")] for label in told.ATTENDANCE]]
    rows += [[[WordParagraph(text or words.NOTHING)] for text in texts] for texts in told.seats(document)]
    sheet.add_table(table(rows, sheet.columns(rows, _ATTENDANCE), whole_rows=True))


def _below_attendance(document: MinutesDocument) -> Iterator[WordParagraph]:
    if document.guests:
        yield WordParagraph(told.guests(document), "Remark", lead=words.labelled(words.GUESTS, ""))
    yield WordParagraph(told.quorum_sentence(document), "Remark")
