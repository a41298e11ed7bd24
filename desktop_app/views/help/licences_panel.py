"""Pane «پروانه‌ها»: the notices and the components at the right, the whole text of the chosen one beside them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFontDatabase, QResizeEvent, QTextDocument, QTextOption
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.read_models.program_help import ShippedComponent
from desktop_app.text import help as words
from desktop_app.views.help.help_documents import made_document
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.fields.help_reader import HelpReader
from desktop_app.widgets.lists.cell_content import CellContent
from desktop_app.widgets.lists.line_list import LineList
from desktop_app.widgets.style.look import tokens_of
from desktop_app.widgets.style.tokens import GAP, GAP_CARD, GAP_SECTION, Ink, TextRole

LIST_WIDTH: Final = 256
LEAST_BESIDE: Final = 640
"""Pixels of the pane at 100 % from which the list and the text stand side by side."""
QWIDGETSIZE_MAX: Final = (1 << 24) - 1
ReadText = Callable[[str], str]
"""The text of a file of the licences by its name."""
_SECTION: Final = re.compile(r"^==== (.+) ====$", re.MULTILINE)
_NOTICES: Final = (
    (words.NOTICE_FA, words.NOTICE_FA_NOTE, "NOTICE.fa.md"),
    (words.NOTICE_EN, words.NOTICE_EN_NOTE, "NOTICE.en.md"),
    (words.PRODUCT, words.MIT, "LICENSE.txt"),
)


class LicencesPanel(QWidget):
    """Reads a text when its row is chosen."""

    def __init__(
        self, components: Sequence[ShippedComponent], read_text: ReadText, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._read_text = read_text
        self._files = [file for _title, _note, file in _NOTICES] + [one.text for one in components]
        self._names = [""] * len(_NOTICES) + [one.name for one in components]
        self.list = LineList()
        self.list.setAccessibleName(words.COMPONENTS)
        notices = [CellContent(title, note, strong=True) for title, note, _file in _NOTICES]
        self.list.show_lines([*notices, *(_line(one) for one in components)])
        self.list.chosen.connect(self._show)
        self.reader = HelpReader()
        self.reader.setAccessibleName(words.LICENCE_TEXT)
        self.list.opened.connect(lambda _row: self.reader.setFocus(Qt.FocusReason.OtherFocusReason))
        self._document: QTextDocument | None = None
        self._line = QFrame()
        self._body = QHBoxLayout()
        self._lay_out()
        self.list.choose(0)
        self._show(0)

    def changeEvent(self, event: QEvent) -> None:
        """The text wears the look that it was made in."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._document is not None:
            self._show(self.list.current_row())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow pane the text stands below the list."""
        super().resizeEvent(event)
        px = tokens_of(self).px
        beside = self.width() >= px(LEAST_BESIDE)
        self._body.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        self._line.setFrameShape(QFrame.Shape.VLine if beside else QFrame.Shape.HLine)
        self.list.setMinimumWidth(px(LIST_WIDTH) if beside else 0)
        self.list.setMaximumWidth(px(LIST_WIDTH) if beside else QWIDGETSIZE_MAX)
        self.list.setMaximumHeight(QWIDGETSIZE_MAX if beside else self.height() * 2 // 5)

    def _show(self, row: int) -> None:
        file = self._files[row]
        text = self._read_text(file)
        if file.endswith(".md"):
            made = made_document(text, tokens_of(self), self.reader, persian=file.endswith(".fa.md"))
        else:
            made = self._plain(text)
        self.reader.show_text(made, section_of(text, self._names[row]))
        if self._document is not None:
            self._document.deleteLater()
        self._document = made

    def _plain(self, text: str) -> QTextDocument:
        """As its makers broke the lines."""
        tokens = tokens_of(self)
        made = QTextDocument(self.reader)
        option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
        option.setTextDirection(Qt.LayoutDirection.LeftToRight)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        made.setDefaultTextOption(option)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(tokens.font(TextRole.NOTE).pointSizeF())
        made.setDefaultFont(font)
        made.setPlainText(text)
        return made

    def _lay_out(self) -> None:
        self._body.setSpacing(0)
        self._body.addWidget(self.list)
        self._body.addWidget(self._line)
        self._body.addWidget(self.reader, 1)
        note = TextLabel(text=words.LICENCES_NOTE, role=TextRole.NOTE, ink=Ink.SECOND, wrap=True)
        head = QVBoxLayout()
        head.setContentsMargins(GAP_SECTION, GAP_CARD, GAP_SECTION, GAP)
        head.addWidget(TextLabel(text=words.LICENCES, role=TextRole.SECTION))
        head.addWidget(note)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 1, 1)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(self._body, 1)


def section_of(text: str, name: str) -> int:
    """Where the part of a component begins in a text of many parts; 0 where none bears its name."""
    name = name.casefold().partition(" ")[0].replace("_", "-")
    sections = [(found[1].casefold().replace("_", "-"), found.start()) for found in _SECTION.finditer(text)]
    own = [start for title, start in sections if title.partition(".")[0] == name]
    near = [start for title, start in sections if name and name in title]
    return next(iter(own + near), 0)


def _line(one: ShippedComponent) -> CellContent:
    return CellContent(words.component_line(one.name, one.version), words.part_note(one.licence, one.inside))
