"""The body and the end of the minutes for Word: follow-up, deliberations, resolutions, signatures, lists."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Final

from desktop_app.domain.calendar.date_words import ordinal
from desktop_app.domain.documents.annex_lines import listed
from desktop_app.domain.documents.documents import AgendaLine, FollowUpLine, MinutesDocument, ResolutionLine, SignerLine
from desktop_app.printing.stationery import minutes_words as told
from desktop_app.printing.stationery.follow_up_table import LABELS, STATE, texts_of
from desktop_app.printing.stationery.paper_words import digits
from desktop_app.printing.typesetting.style import MM
from desktop_app.printing.word.docx_sheet import PEN, DocxSheet, WordParagraph, fitted, table
from desktop_app.text.paper import minutes as words

_FOLLOW_UP = (20, 45, 29, 24, 23, 29)
_RESOLUTIONS = (12, 20, 45, 12, 34, 22, 25)
_SIGNATURES = (80, 10, 80)
_PEN: Final = 20 * MM
_APART: Final = 6 * MM
"""Blank over the caption of a signature, and over the words for a reservation below it."""


def body(sheet: DocxSheet, document: MinutesDocument) -> None:
    """From the follow-up report to the list of copies."""
    _follow_up(sheet, document)
    sheet.add(_deliberations(document))
    _resolutions(sheet, document)
    sheet.add(_ending(document))
    _signatures(sheet, document)
    sheet.add(_list(words.ATTACHMENTS, listed(document.attachments, document.annexes)))
    sheet.add(_list(words.COPIES, document.copies_to))


def _head(labels: Sequence[str]) -> list[list[WordParagraph]]:
    return [[WordParagraph(label, "TableHead")] for label in labels]


def _follow_up(sheet: DocxSheet, document: MinutesDocument) -> None:
    if not document.follow_up:
        return
    rows = [_head(LABELS), *(_follow_up_row(line) for line in document.follow_up)]
    sheet.add([WordParagraph(words.FOLLOW_UP, "Heading1")])
    sheet.add_table(table(rows, sheet.columns(rows, _FOLLOW_UP)))


def _follow_up_row(line: FollowUpLine) -> list[list[WordParagraph]]:
    cells = [[WordParagraph(text or words.NOTHING)] for text in texts_of(line)]
    if line.late:
        cells[STATE].append(WordParagraph("", "TableNote", lead=words.late(digits(line.late))))
    return cells


def _deliberations(document: MinutesDocument) -> Iterator[WordParagraph]:
    spoken = told.spoken(document)
    if not spoken:
        return
    yield WordParagraph(words.DELIBERATIONS, "Heading1")
    for number, item in spoken:
        yield WordParagraph(words.agenda_heading(ordinal(number), item.title), "Heading2")
        yield from talk(item)


def talk(item: AgendaLine) -> Iterator[WordParagraph]:
    """What was said on an item, each with its speaker, and the notes."""
    for name, said in item.talk:
        yield WordParagraph(said, "Talk", lead=words.speaker(name))
    for note in item.notes:
        yield WordParagraph(note, "Talk", lead=words.labelled(words.CLAUSE, ""))


def _resolutions(sheet: DocxSheet, document: MinutesDocument) -> None:
    if document.inquorate or not document.resolutions:
        return
    rows = [
        _head(told.RESOLUTIONS_APART),
        *(_resolution_row(digits(row), line) for row, line in enumerate(document.resolutions, 1)),
    ]
    sheet.add([WordParagraph(words.RESOLUTIONS, "Heading1")])
    sheet.add_table(table(rows, sheet.columns(rows, _RESOLUTIONS)))


def _resolution_row(row: str, line: ResolutionLine) -> list[list[WordParagraph]]:
    return [
        [WordParagraph(text or words.NOTHING), *(WordParagraph(more, "TableNote") for more in seconds if more)]
        for text, seconds in told.resolution_cells_apart(row, line)
    ]


def _ending(document: MinutesDocument) -> Iterator[WordParagraph]:
    """Next meeting, closing sentence, originals."""
    sentences = told.next_meeting(document)
    if sentences:
        yield WordParagraph(words.NEXT_MEETING, "Heading1")
        yield from (WordParagraph(sentence, "BodyText") for sentence in sentences)
    said, about = told.ending(document)
    yield WordParagraph(said, "Closing")
    yield WordParagraph(about, "BodyText")


def _signatures(sheet: DocxSheet, document: MinutesDocument) -> None:
    """Two columns by party; every row stays whole, and all rows together with their heading where a page has room."""
    if not document.signers:
        return
    columns = [[signer for signer in document.signers if signer.party == party] for party in (0, 1)]
    right, left = (party.name for party in document.parties)
    rows = [[[WordParagraph(right, "TableHead", keep=True)], [], [WordParagraph(left, "TableHead", keep=True)]]]
    pairs = list(zip_longest(*columns))
    for number, (one, other) in enumerate(pairs, 1):
        keep = number < len(pairs)
        rows.append([_signer(one, keep=keep), [], _signer(other, keep=keep)])
    sheet.add([WordParagraph(words.SIGNATURES, "Heading1")])
    sheet.add_table(table(rows, fitted(_SIGNATURES, sheet.width), whole_rows=True, least=PEN))


def _signer(signer: SignerLine | None, *, keep: bool) -> list[WordParagraph]:
    """Name and post, and a blank with its caption, so that nobody signs at the words for a reservation."""
    if signer is None:
        return []
    lines = [WordParagraph(signer.name, "Signature", keep=keep), WordParagraph(signer.post or words.NOTHING, keep=keep)]
    if signer.substitute_for:
        lines.append(WordParagraph(words.in_place_of(signer.substitute_for), "TableNote", keep=keep))
    for caption, before in ((words.SIGN_HERE, _PEN), (words.RESERVATION, _APART)):
        lines.append(WordParagraph(words.labelled(caption, ""), "SignatureNote", keep=keep, before=before))
    return lines


def _list(heading: str, items: Sequence[str]) -> Iterator[WordParagraph]:
    if not items:
        return
    yield WordParagraph(heading, "Heading3")
    for number, item in enumerate(items, 1):
        yield WordParagraph(item, "ListNumber", lead=f"{words.list_number(digits(number))} ")
