"""Chapters as documents, made from Markdown in the program's fonts and colours; and the search in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import (
    QBrush,
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)

from desktop_app.domain.read_models.program_help import Chapter, HelpChapter
from desktop_app.domain.text.folding import Form, all_forms, fold, forms_hold, marked_spans
from desktop_app.widgets.fields.help_reader import BOX, CODE, DOT, FENCED, MARKER, THIN_SPACE
from desktop_app.widgets.style.tokens import TextRole, Tokens
from desktop_app.words.digits import left_to_right

LEAST_LETTERS: Final = 2
"""One letter stands in every line."""
_CODE: Final = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")
_ROOM: Final = 2 * THIN_SPACE
_FENCE: Final = "```"
_LINE_HEIGHT: Final = 118
_HEADINGS: Final = {1: TextRole.EDITOR_HEADING, 2: TextRole.SECTION}
_SPACE_ABOVE: Final = {0: 0, 1: 0, 2: 16, 3: 10}
_SPACE_BELOW: Final = {0: 6, 1: 8, 2: 4, 3: 2}
_PROPORTIONAL: Final = 1
_MARKER_ROOM: Final = {DOT: 18, BOX: 26}
_NUMBER: Final = re.compile(r"[۰-۹]+\. ")
"""At the beginning of a step."""
_NUMBER_ROOM: Final = 22


@dataclass(frozen=True, slots=True)
class HelpHit:
    """A line of a chapter that matches a search: its start in the document, and its marks."""

    chapter: Chapter
    title: str
    line: str
    begins: int
    spans: tuple[tuple[int, int], ...]
    """First letter and the one after the last, in the line."""


class HelpDocuments:
    """Makes the document of a chapter on first use; ``owner`` owns them all."""

    def __init__(self, chapters: Sequence[HelpChapter], owner: QObject) -> None:
        self.chapters = tuple(chapters)
        self._owner = owner
        self._made: dict[Chapter, QTextDocument] = {}
        self._folded: dict[Chapter, list[tuple[int, str, Mapping[Form, str]]]] = {}

    def document(self, chapter: Chapter, tokens: Tokens) -> QTextDocument:
        """Return the document of a chapter in the given look."""
        if chapter not in self._made:
            (found,) = (one for one in self.chapters if one.chapter is chapter)
            self._made[chapter] = made_document(found.text, tokens, self._owner)
        return self._made[chapter]

    def forget(self) -> None:
        """Drop all documents, as the look has changed."""
        for document in self._made.values():
            document.deleteLater()
        self._made.clear()

    def find(self, query: str, tokens: Tokens) -> tuple[HelpHit, ...]:
        """Return every line that contains all words of a query, in the order of the chapters."""
        if len(fold(query, Form.SQUEEZED)) < LEAST_LETTERS:
            return ()
        return tuple(self._hits(query, tokens))

    def _hits(self, query: str, tokens: Tokens) -> Iterator[HelpHit]:
        for one in self.chapters:
            for begins, line, forms in self._lines(one.chapter, tokens):
                if forms_hold(forms, query):
                    yield HelpHit(one.chapter, one.title, line, begins, marked_spans(line, query))

    def _lines(self, chapter: Chapter, tokens: Tokens) -> list[tuple[int, str, Mapping[Form, str]]]:
        """Return the lines of the document, so that marks match its letters."""
        if chapter not in self._folded:
            blocks = _blocks(self.document(chapter, tokens))
            self._folded[chapter] = [
                (block.position(), block.text(), all_forms(block.text())) for block in blocks if block.text()
            ]
        return self._folded[chapter]


def made_document(markdown: str, tokens: Tokens, owner: QObject, *, persian: bool = True) -> QTextDocument:
    """Return a styled document from Markdown; addresses and keys keep their own direction."""
    document = QTextDocument(owner)
    option = QTextOption()
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if persian else Qt.LayoutDirection.LeftToRight)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    document.setDefaultTextOption(option)
    document.setDefaultFont(tokens.font(TextRole.WRITING))
    document.setMarkdown(with_isolates(markdown) if persian else markdown)
    for block in list(_blocks(document)):
        _dress_block(block, tokens, persian=persian)
    return document


def with_isolates(markdown: str) -> str:
    """Wrap inline code, which is Latin, in directional isolates.

    A thin space on both sides is the room of its ground.
    """
    lines, fenced = [], False
    for line in markdown.split("\n"):
        fenced ^= line.startswith(_FENCE)
        lines.append(line if fenced else _CODE.sub(lambda found: f"`{_ROOM}{left_to_right(found[1])}{_ROOM}`", line))
    return "\n".join(lines)


# ---- inside


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _dress_block(block: QTextBlock, tokens: Tokens, *, persian: bool) -> None:
    level = block.blockFormat().headingLevel()
    fenced = block.blockFormat().hasProperty(QTextBlockFormat.Property.BlockCodeFence)
    latin = fenced or not persian
    role = _HEADINGS.get(level, TextRole.STRONG) if level else TextRole.WRITING
    shape = QTextBlockFormat()
    shape.setLayoutDirection(Qt.LayoutDirection.LeftToRight if latin else Qt.LayoutDirection.RightToLeft)
    shape.setAlignment(Qt.AlignmentFlag.AlignLeft if latin else Qt.AlignmentFlag.AlignLeading)
    shape.setLineHeight(_LINE_HEIGHT, _PROPORTIONAL)
    shape.setTopMargin(tokens.px(_SPACE_ABOVE[min(level, 3)]))
    shape.setBottomMargin(tokens.px(_SPACE_BELOW[min(level, 3)]))
    if fenced:
        _dress_fenced(block, shape, tokens)
    elif marker := _remove_marker(block):
        shape.setIndent(0)
        shape.setMarker(QTextBlockFormat.MarkerType.NoMarker)
        shape.setProperty(MARKER, marker)
        edge = QTextBlockFormat.setLeftMargin if latin else QTextBlockFormat.setRightMargin
        edge(shape, tokens.px(_MARKER_ROOM.get(marker, _NUMBER_ROOM)))
    QTextCursor(block).mergeBlockFormat(shape)
    cursor = QTextCursor(block)
    for begins, length, old in list(_fragments(block)):
        cursor.setPosition(begins)
        cursor.setPosition(begins + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(_letters(old, tokens.font(role), tokens, fenced=fenced))


def _dress_fenced(block: QTextBlock, shape: QTextBlockFormat, tokens: Tokens) -> None:
    """Style a block of code: one ground, with space above the first line and below the last."""
    shape.setProperty(FENCED, True)
    shape.setLeftMargin(tokens.px(12))
    shape.setRightMargin(tokens.px(12))
    code = QTextBlockFormat.Property.BlockCodeFence
    last = not block.next().blockFormat().hasProperty(code)
    first = not block.previous().blockFormat().hasProperty(code)
    shape.setTopMargin(tokens.px(10) if first else 0)
    shape.setBottomMargin(tokens.px(16) if last else 0)


def _remove_marker(block: QTextBlock) -> str:
    """Remove the list marker from the text of an item and return it; the reader draws it.

    Qt's own marks have a size and a distance of the font's, and its hanging lines are wider than the page.
    """
    if block.blockFormat().objectIndex() >= 0:
        box = block.blockFormat().marker() != QTextBlockFormat.MarkerType.NoMarker
        block.textList().remove(block)
        return BOX if box else DOT
    found = _NUMBER.match(block.text())
    if found is None:
        return ""
    cursor = QTextCursor(block)
    cursor.setPosition(block.position() + found.end(), QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    return found[0].rstrip()


def _fragments(block: QTextBlock) -> Iterator[tuple[int, int, QTextCharFormat]]:
    iterator = block.begin()
    while not iterator.atEnd():
        fragment = iterator.fragment()
        yield fragment.position(), fragment.length(), fragment.charFormat()
        iterator += 1


def _letters(old: QTextCharFormat, font: QFont, tokens: Tokens, *, fenced: bool) -> QTextCharFormat:
    """Return the format of a run of letters: of the old one only bold, link and code are kept."""
    made = QTextCharFormat()
    if old.fontWeight() >= QFont.Weight.Bold:
        font.setWeight(QFont.Weight.DemiBold)
    made.setFont(font)
    made.setForeground(QBrush(tokens.colour("text")))
    if old.isAnchor():
        made.setAnchor(True)
        made.setAnchorHref(old.anchorHref())
        made.setForeground(QBrush(tokens.colour("accent")))
    if old.fontFixedPitch() and not fenced:
        made.setProperty(CODE, True)
    return made
