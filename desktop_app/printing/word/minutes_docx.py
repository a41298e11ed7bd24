"""Minutes (صورت‌جلسه) for Word: texts and tables of the printed paper, right to left.

The PDF is the paper that is signed. This is its text for whoever has to go on writing with it, hence without the code
as a QR mark: a file that anybody can change must not look as if it proved something. Changes of a correction are struck
through where words went, underlined where words came.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import zip_longest
from typing import Final

from desktop_app.domain.calendar.date_words import ordinal
from desktop_app.domain.documents.amendment_lines import Amends, ChangeLine
from desktop_app.domain.documents.annex_lines import attachment_list
from desktop_app.domain.documents.documents import (
    AgendaLine,
    FollowUpLine,
    Imprint,
    MinutesDocument,
    ResolutionLine,
    SignerLine,
)
from desktop_app.printing.engine.layout.marks import Stroke
from desktop_app.printing.engine.typesetting.style import MM
from desktop_app.printing.papers.minutes_changes import facts, kind_of, parts_of, place_of
from desktop_app.printing.stationery import frame, minutes_words
from desktop_app.printing.stationery.meeting_tables import LABELS, STATE, texts_of
from desktop_app.printing.stationery.minutes_words import title_of
from desktop_app.printing.stationery.office_paper import RenderContext
from desktop_app.printing.word import docx_file
from desktop_app.printing.word.docx_frame import write_foot, write_letterhead, write_running_head
from desktop_app.printing.word.docx_sheet import PEN, DocxSheet, WordParagraph, fitted, table
from desktop_app.printing.words import amendment, minutes
from desktop_app.printing.words import frame as frame_words
from desktop_app.printing.words.paper_words import day, digits, weekday

_WIDTHS = (44, 24, 102)


def changes(sheet: DocxSheet, amends: Amends) -> None:
    """Write the corrected version with the reason, the table of changes, and the heading of the full text."""
    lines = [
        WordParagraph(amendment.replaced_version(digits(amends.version), amends.code), "Remark"),
        *(WordParagraph(told, "Remark", lead=minutes.labelled(label, "")) for label, told in facts(amends)),
        WordParagraph(amendment.CHANGES, "Heading1"),
    ]
    if amends.changes:
        sheet.add([*lines, _legend()])
        head = [[WordParagraph(label, "TableHead")] for label in (amendment.PLACE, amendment.CHANGE, amendment.TEXT)]
        rows = [head, *(_row(line) for line in amends.changes)]
        sheet.add_table(table(rows, sheet.columns(rows, _WIDTHS)))
    else:
        sheet.add([*lines, WordParagraph(amendment.NO_CHANGES, "Remark")])
    sheet.add([WordParagraph(amendment.FULL_TEXT, "Heading1")])


def _legend() -> WordParagraph:
    """Return the legend of the strokes."""
    struck, underlined = (amendment.STRUCK_SAMPLE, Stroke.STRUCK), (amendment.UNDERLINED_SAMPLE, Stroke.UNDERLINED)
    removed, added = (f": {amendment.REMOVED}    ", Stroke.NONE), (f": {amendment.ADDED}", Stroke.NONE)
    return WordParagraph("", "TableText", pieces=(struck, removed, underlined, added))


def _row(line: ChangeLine) -> list[list[WordParagraph]]:
    pieces = tuple((text, stroke) for text, _look, stroke in parts_of(line))
    return [
        [WordParagraph(place_of(line))],
        [WordParagraph(kind_of(line))],
        [WordParagraph("", pieces=pieces)],
    ]


_ATTENDANCE = (12, 37, 29, 20, 27, 45)


def opening(sheet: DocxSheet, document: MinutesDocument) -> None:
    """Write everything from the facts of the session to the agenda."""
    _identity(sheet, document)
    sheet.add([WordParagraph(minutes.ATTENDANCE, "Heading1")])
    _attendance(sheet, document)
    sheet.add(_below_attendance(document))
    if document.agenda:
        sheet.add([WordParagraph(minutes.AGENDA, "Heading1")])
        sheet.add(
            WordParagraph(minutes_words.agenda_item(item), "ListNumber", lead=f"{minutes.rank(ordinal(number))} ")
            for number, item in enumerate(document.agenda, 1)
        )


def _identity(sheet: DocxSheet, document: MinutesDocument) -> None:
    cells = [
        [WordParagraph(label, "TableLabel"), WordParagraph(value or minutes.NOTHING, "TableValue")]
        for label, value in minutes_words.identity(document)
    ]
    rows = [cells[:4], cells[4:]]
    sheet.add_table(table(rows, sheet.columns(rows, (1, 1, 1, 1)), head=0, whole_rows=True))


def _attendance(sheet: DocxSheet, document: MinutesDocument) -> None:
    rows = [[[WordParagraph(label, "TableHead")] for label in minutes_words.ATTENDANCE]]
    rows += [[[WordParagraph(text or minutes.NOTHING)] for text in texts] for texts in minutes_words.seats(document)]
    sheet.add_table(table(rows, sheet.columns(rows, _ATTENDANCE), whole_rows=True))


def _below_attendance(document: MinutesDocument) -> Iterator[WordParagraph]:
    if document.guests:
        yield WordParagraph(minutes_words.guests(document), "Remark", lead=minutes.labelled(minutes.GUESTS, ""))
    yield WordParagraph(minutes_words.quorum_sentence(document), "Remark")


_FOLLOW_UP = (20, 45, 29, 24, 23, 29)
_RESOLUTIONS = (12, 20, 45, 12, 34, 22, 25)
_SIGNATURES = (80, 10, 80)
_PEN: Final = 20 * MM
_APART: Final = 6 * MM
"""Blank over the caption of a signature, and over the words for a reservation below it."""


def body(sheet: DocxSheet, document: MinutesDocument) -> None:
    """Write everything from the follow-up report to the list of copies."""
    _follow_up(sheet, document)
    sheet.add(_deliberations(document))
    _resolutions(sheet, document)
    sheet.add(_ending(document))
    _signatures(sheet, document)
    sheet.add(_list(minutes.ATTACHMENTS, attachment_list(document.attachments, document.annexes)))
    sheet.add(_list(minutes.COPIES, document.copies_to))


def _head(labels: Sequence[str]) -> list[list[WordParagraph]]:
    return [[WordParagraph(label, "TableHead")] for label in labels]


def _follow_up(sheet: DocxSheet, document: MinutesDocument) -> None:
    if not document.follow_up:
        return
    rows = [_head(LABELS), *(_follow_up_row(line) for line in document.follow_up)]
    sheet.add([WordParagraph(minutes.FOLLOW_UP, "Heading1")])
    sheet.add_table(table(rows, sheet.columns(rows, _FOLLOW_UP)))


def _follow_up_row(line: FollowUpLine) -> list[list[WordParagraph]]:
    cells = [[WordParagraph(text or minutes.NOTHING)] for text in texts_of(line)]
    if line.late:
        cells[STATE].append(WordParagraph("", "TableNote", lead=minutes.late(digits(line.late))))
    return cells


def _deliberations(document: MinutesDocument) -> Iterator[WordParagraph]:
    spoken = minutes_words.spoken(document)
    if not spoken:
        return
    yield WordParagraph(minutes.DELIBERATIONS, "Heading1")
    for number, item in spoken:
        yield WordParagraph(minutes.agenda_heading(ordinal(number), item.title), "Heading2")
        yield from talk(item)


def talk(item: AgendaLine) -> Iterator[WordParagraph]:
    """Yield the deliberations on an item, each with its speaker, and the notes."""
    for name, said in item.talk:
        yield WordParagraph(said, "Talk", lead=minutes.speaker(name))
    for note, effects in minutes_words.notes(item):
        yield WordParagraph(note, "Talk", lead=minutes.labelled(minutes.CLAUSE, ""))
        yield from (WordParagraph(effect, "Talk") for effect in effects)


def _resolutions(sheet: DocxSheet, document: MinutesDocument) -> None:
    if document.inquorate or not document.resolutions:
        return
    rows = [
        _head(minutes_words.RESOLUTIONS_APART),
        *(_resolution_row(digits(row), line) for row, line in enumerate(document.resolutions, 1)),
    ]
    sheet.add([WordParagraph(minutes.RESOLUTIONS, "Heading1")])
    sheet.add_table(table(rows, sheet.columns(rows, _RESOLUTIONS)))


def _resolution_row(row: str, line: ResolutionLine) -> list[list[WordParagraph]]:
    return [
        [WordParagraph(text or minutes.NOTHING), *(WordParagraph(more, "TableNote") for more in seconds if more)]
        for text, seconds in minutes_words.resolution_cells_apart(row, line)
    ]


def _ending(document: MinutesDocument) -> Iterator[WordParagraph]:
    """Yield next meeting, closing sentence, originals."""
    sentences = minutes_words.next_meeting(document)
    if sentences:
        yield WordParagraph(minutes.NEXT_MEETING, "Heading1")
        yield from (WordParagraph(sentence, "BodyText") for sentence in sentences)
    said, about = minutes_words.ending(document)
    yield WordParagraph(said, "Closing")
    yield WordParagraph(about, "BodyText")


def _signatures(sheet: DocxSheet, document: MinutesDocument) -> None:
    """Write two columns by party; rows are not split, and stay with their heading if a page has room."""
    if not document.signers:
        return
    columns = [[signer for signer in document.signers if signer.party == party] for party in (0, 1)]
    right, left = (party.name for party in document.parties)
    rows = [[[WordParagraph(right, "TableHead", keep=True)], [], [WordParagraph(left, "TableHead", keep=True)]]]
    pairs = list(zip_longest(*columns))
    for number, (one, other) in enumerate(pairs, 1):
        keep = number < len(pairs)
        rows.append([_signer(one, keep=keep), [], _signer(other, keep=keep)])
    sheet.add([WordParagraph(minutes.SIGNATURES, "Heading1")])
    sheet.add_table(table(rows, fitted(_SIGNATURES, sheet.width), whole_rows=True, least=PEN))


def _signer(signer: SignerLine | None, *, keep: bool) -> list[WordParagraph]:
    """Return name, post, and blank space with its caption, apart from the line for a reservation."""
    if signer is None:
        return []
    lines = [
        WordParagraph(signer.name, "Signature", keep=keep),
        WordParagraph(signer.post or minutes.NOTHING, keep=keep),
    ]
    if signer.substitute_for:
        lines.append(WordParagraph(minutes.in_place_of(signer.substitute_for), "TableNote", keep=keep))
    for caption, before in ((minutes.SIGN_HERE, _PEN), (minutes.RESERVATION, _APART)):
        lines.append(WordParagraph(minutes.labelled(caption, ""), "SignatureNote", keep=keep, before=before))
    return lines


def _list(heading: str, items: Sequence[str]) -> Iterator[WordParagraph]:
    if not items:
        return
    yield WordParagraph(heading, "Heading3")
    for number, item in enumerate(items, 1):
        yield WordParagraph(item, "ListNumber", lead=f"{minutes.list_number(digits(number))} ")


_BELOW_HEAD: Final = 8.0
"""Points between the letterhead and the title."""


def render(document: MinutesDocument, imprint: Imprint, render_context: RenderContext) -> bytes:
    """Return the Word file; equal input gives equal bytes."""
    sheet = DocxSheet(document.typography, render_context.fonts)
    title = title_of(document)
    parts: tuple[Callable[[], None], ...] = (
        lambda: _frame(sheet, document, imprint),
        lambda: _beginning(sheet, document, title),
        lambda: body(sheet, document),
    )
    for number, write in enumerate(parts):
        render_context.progress(number, len(parts))
        write()
    render_context.progress(len(parts), len(parts))
    author = minutes.parties([party.name for party in document.parties])
    docx_file.describe(sheet.document, title=title, author=author, made_at=imprint.made_at)
    return docx_file.to_bytes(sheet.document)


def _frame(sheet: DocxSheet, document: MinutesDocument, imprint: Imprint) -> None:
    """Write header and footer of every page."""
    meeting = document.meeting
    write_letterhead(sheet, document.letterhead, imprint.logo)
    on = minutes.weekday_and_day(weekday(meeting.day), day(meeting.day))
    write_running_head(sheet, minutes.title(digits(meeting.number), document.committee), on)
    write_foot(sheet, list(_foot(document, imprint)), initials=True)
    sheet.mark(frame.watermark(imprint))


def _beginning(sheet: DocxSheet, document: MinutesDocument, title: str) -> None:
    """Write everything from the title to the agenda."""
    sheet.add(_title(document, title))
    if document.amends is not None:
        changes(sheet, document.amends)
    opening(sheet, document)


def _title(document: MinutesDocument, title: str) -> Iterator[WordParagraph]:
    yield WordParagraph(title, "Title", before=_BELOW_HEAD)
    if document.inquorate:
        yield WordParagraph(minutes.inquorate_subtitle(digits(document.meeting.number), document.committee), "Subtitle")
    yield WordParagraph(minutes.parties([party.name for party in document.parties]), "Subtitle")


def _foot(document: MinutesDocument, imprint: Imprint) -> Iterator[str]:
    """Yield number, version, code and standing of the paper."""
    yield frame_words.footer_number(digits(document.meeting.number))
    if not imprint.draft:
        yield frame_words.footer_version(digits(document.version))
    if document.amends is not None:
        yield amendment.footer(digits(document.amends.number))
    yield minutes.labelled(frame_words.CLASSIFICATION, frame_words.CLASSIFICATIONS[document.letterhead.classification])
    code = frame.shown_code(imprint)
    if code:
        yield frame_words.footer_code(code)
    for is_so, mark in (
        (imprint.draft, frame_words.DRAFT),
        (imprint.sample, frame_words.SAMPLE),
        (imprint.void, frame_words.VOID),
    ):
        if is_so:
            yield mark
