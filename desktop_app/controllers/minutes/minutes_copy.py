"""The minutes as plain text for the clipboard."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.domain.calendar.date_words import ordinal
from desktop_app.domain.documents.papers import guarded
from desktop_app.domain.read_models.sheets import AgendaBlock, MinutesSheet
from desktop_app.domain.text.digits import record_number
from desktop_app.text.minutes import minutes as words
from desktop_app.text.minutes import minutes_clauses as clause_words
from desktop_app.text.shared.lists import CLASS, GUARDED


def plain_text(sheet: MinutesSheet) -> str:
    """Heading, a class above the usual one, what was said, and the clauses of each agenda item, a line each."""
    title = words.title(ordinal(sheet.meeting.number)) if sheet.meeting.number else words.title_without_number()
    lines = [title, *_class_of(sheet)]
    for place, block in enumerate(sheet.blocks, start=1):
        lines += ["", words.item_heading(ordinal(place), block.row.item.title), *_lines_of(block)]
    return "\n".join(lines)


def _class_of(sheet: MinutesSheet) -> Iterator[str]:
    own = [row.clause.classification for block in sheet.blocks for row in block.clauses]
    if highest := guarded(sheet.version.classification, *own):
        yield f"{CLASS}: {GUARDED[highest]}"


def _lines_of(block: AgendaBlock) -> Iterator[str]:
    for said in block.deliberations:
        yield words.said_line(said.speaker, said.text)
    for row in block.clauses:
        yield (
            clause_words.clause_line(record_number(row.number), row.clause.text)
            if row.clause.is_resolution
            else row.clause.text
        )
