"""Reminders (یادآوری) as PDF: one letter for each unit with its open resolutions, asking for a report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from desktop_app.domain.documents.documents import Imprint
from desktop_app.domain.documents.unit_documents import ReminderDocument, ReminderLetter, ReminderLine
from desktop_app.domain.papers import highest
from desktop_app.domain.text.digits import persian_percent
from desktop_app.printing.engine.layout.paragraph import FaParagraph
from desktop_app.printing.engine.layout.stack import Flowable, Gap
from desktop_app.printing.engine.typesetting.style import MM, ParagraphStyle
from desktop_app.printing.engine.typesetting.typesetter import Typesetter
from desktop_app.printing.stationery import letter_blocks, paper_styles
from desktop_app.printing.stationery.filled_pages import Row, table_of_wordings
from desktop_app.printing.stationery.office_paper import OfficeLetter, RenderContext, render_parts
from desktop_app.printing.stationery.ruled_table import RuledTable, table_that_fits
from desktop_app.printing.words import letter, reminder
from desktop_app.printing.words import minutes as minutes_words
from desktop_app.printing.words.letter_subjects import of_reminder
from desktop_app.printing.words.paper_words import day, digits, weekday, with_class

_WIDTHS: Final = tuple(width * MM for width in (20, 66, 26, 25, 33))
_AROUND: Final = 3 * MM

Lines = Sequence[tuple[str, ParagraphStyle]]


def body(setter: Typesetter, document: ReminderDocument, one: ReminderLetter) -> Iterator[Flowable]:
    """Yield one letter from its addressee to the list of copies."""
    count, late = len(one.lines), sum(line.late > 0 for line in one.lines)
    yield from letter_blocks.opening(setter, one.addressee, of_reminder(one), document.references)
    which, overdue = reminder.listed_count(count, digits(count)), reminder.overdue(count, late, digits(late))
    said = reminder.open_sentence(
        document.committee, day(document.as_of), which, letter.THAT[one.addressee.kind], overdue
    )
    yield from letter_blocks.paragraphs(setter, [said], letter.SUBJECT)
    yield Gap(_AROUND)
    yield table_that_fits(setter, lambda size: _table(size, one.lines))
    yield Gap(_AROUND)
    last = letter_blocks.paragraphs(setter, [*document.note, _request(document)], letter.SUBJECT)
    yield from last[:-1]
    lists = (document.attachments, document.copies_to)
    yield from letter_blocks.closing(setter, last[-1:], document.signatory, *lists)


def _request(document: ReminderDocument) -> str:
    until = document.answer_until
    return reminder.request(letter.weekday_and_day(weekday(until), day(until)) if until else "")


def _table(setter: Typesetter, lines: Sequence[ReminderLine]) -> RuledTable:
    labels = (
        reminder.NUMBER,
        reminder.TEXT,
        reminder.DEADLINE,
        reminder.STAND,
        reminder.LAST_REPORT,
    )
    rows: list[Row] = [[[FaParagraph(setter, label, paper_styles.HEAD)] for label in labels]]
    rows += [_row(setter, line) for line in lines]
    return table_of_wordings(setter, rows, _WIDTHS, 1)


def _row(setter: Typesetter, line: ReminderLine) -> Row:
    columns: Sequence[Lines] = (
        [(line.number, paper_styles.CELL)],
        _subject(line),
        _due(line),
        [(_state(line), paper_styles.CELL), (reminder.role(reminder.ROLES[line.role]), paper_styles.CELL_SECOND)],
        _report(line),
    )
    return [
        [FaParagraph(setter, text, style, place=line.number) for text, style in column if text] for column in columns
    ]


def _subject(line: ReminderLine) -> Lines:
    owner = [reminder.owner(line.owner)] if line.owner else []
    source = reminder.joined([reminder.meeting(digits(line.meeting_number), day(line.meeting_day)), *owner])
    return [(line.text, paper_styles.CELL), (source, paper_styles.CELL_SECOND)]


def _due(line: ReminderLine) -> Lines:
    """Return the valid deadline, the delay, the first deadline, and the unit's own date."""
    found = [(day(line.due.due) or minutes_words.NOTHING, paper_styles.CELL)]
    if line.late:
        found.append((minutes_words.late(digits(line.late)), paper_styles.CELL_LATE))
    if line.due.extensions:
        first = reminder.first_deadline(day(line.due.first), digits(line.due.extensions))
        found.append((first, paper_styles.CELL_SECOND))
    if line.own_due and line.own_due != line.due.due:
        found.append((reminder.own_day(day(line.own_due)), paper_styles.CELL_SECOND))
    return found


def _state(line: ReminderLine) -> str:
    state = reminder.STATES[line.state]
    return minutes_words.percent_of(state, persian_percent(line.percent)) if line.percent else state


def _report(line: ReminderLine) -> Lines:
    if line.last_report:
        return [(reminder.report(day(line.last_day), line.last_report), paper_styles.CELL)]
    return [
        (reminder.NO_REPORT, paper_styles.CELL),
        (reminder.plan(line.plan) if line.plan else reminder.NO_PLAN, paper_styles.CELL_SECOND),
    ]


def render(document: ReminderDocument, imprint: Imprint, render_context: RenderContext) -> bytes:
    """Return the PDF of the letters in order; a missing character raises ``RuleBroken("glyph_missing")``."""
    parts = [_part(document, one) for one in document.letters]
    title = reminder.file_title(document.committee)
    return render_parts(document, parts, imprint, render_context, title=title, named="reminder")


def _part(document: ReminderDocument, one: ReminderLetter) -> OfficeLetter:
    def story(setter: Typesetter) -> Iterator[Flowable]:
        return body(setter, document, one)

    guarded = highest([document.letterhead.classification, one.own_class])
    number = one.own_number or document.letterhead.number
    return OfficeLetter(
        head=replace(document.letterhead, number=number, classification=guarded.value),
        header=letter.header(reminder.TITLE, one.addressee.name),
        side=with_class(day(document.letterhead.day or document.as_of), guarded),
        story=story,
        foot=(reminder.TITLE,),
    )
