"""The changes of a correction for Word: words that went are struck through, words that came are underlined."""

from __future__ import annotations

from desktop_app.domain.documents.amendment_lines import Amends, ChangeLine
from desktop_app.printing.layout.revised import Stroke
from desktop_app.printing.papers.minutes_changes import facts, kind_of, parts_of, place_of
from desktop_app.printing.stationery.paper_words import digits
from desktop_app.printing.word.docx_sheet import DocxSheet, WordParagraph, table
from desktop_app.text.paper import amendment as words
from desktop_app.text.paper import minutes as usual

_WIDTHS = (44, 24, 102)


def changes(sheet: DocxSheet, amends: Amends) -> None:
    """Which version is corrected and why, the table of the changes, and the heading over the full text."""
    lines = [
        WordParagraph(words.about(digits(amends.version), amends.code), "Remark"),
        *(WordParagraph(told, "Remark", lead=usual.labelled(label, "")) for label, told in facts(amends)),
        WordParagraph(words.CHANGES, "Heading1"),
    ]
    if amends.changes:
        sheet.add([*lines, _legend()])
        head = [[WordParagraph(label, "TableHead")] for label in (words.PLACE, words.CHANGE, words.TEXT)]
        rows = [head, *(_row(line) for line in amends.changes)]
        sheet.add_table(table(rows, sheet.columns(rows, _WIDTHS)))
    else:
        sheet.add([*lines, WordParagraph(words.NO_CHANGES, "Remark")])
    sheet.add([WordParagraph(words.FULL_TEXT, "Heading1")])


def _legend() -> WordParagraph:
    """The strokes with their meaning."""
    struck, underlined = (words.STRUCK_SAMPLE, Stroke.STRUCK), (words.UNDERLINED_SAMPLE, Stroke.UNDERLINED)
    removed, added = (f": {words.REMOVED}    ", Stroke.NONE), (f": {words.ADDED}", Stroke.NONE)
    return WordParagraph("", "TableText", pieces=(struck, removed, underlined, added))


def _row(line: ChangeLine) -> list[list[WordParagraph]]:
    pieces = tuple((text, stroke) for text, _look, stroke in parts_of(line))
    return [
        [WordParagraph(place_of(line))],
        [WordParagraph(kind_of(line))],
        [WordParagraph("", pieces=pieces)],
    ]
