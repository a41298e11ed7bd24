"""Help page: chapters at the right, text at the left, a search in all chapters, and the panel of licences."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFontDatabase, QKeyEvent, QResizeEvent, QTextDocument, QTextOption
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.read_models.program_help import Chapter, HelpChapter, ProgramFacts, ShippedComponent
from desktop_app.forms.help_page import Ui_HelpPage
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.fields.help_reader import HelpReader
from desktop_app.widgets.lists.cell_content import CellContent, GroupContent
from desktop_app.widgets.lists.line_list import LineList
from desktop_app.widgets.shell.page import Page
from desktop_app.widgets.shell.shortcuts import add_page_action
from desktop_app.widgets.style.look import tokens_of
from desktop_app.widgets.style.tokens import GAP, GAP_CARD, GAP_SECTION, Ink, TextRole
from desktop_app.window.help.about_panel import AboutPanel
from desktop_app.window.help.documents import HelpDocuments, HelpHit, made_document
from desktop_app.words import help as words

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
    """Shows the licence of the selected component."""

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
        """Show the text again in the new look."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._document is not None:
            self._show(self.list.current_row())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the text next to the list, or in a narrow panel below it."""
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
        """Return the text with its original line breaks."""
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
    """Return where the section of a component begins in a text; 0 if none has its name."""
    name = name.casefold().partition(" ")[0].replace("_", "-")
    sections = [(found[1].casefold().replace("_", "-"), found.start()) for found in _SECTION.finditer(text)]
    own = [start for title, start in sections if title.partition(".")[0] == name]
    near = [start for title, start in sections if name and name in title]
    return next(iter(own + near), 0)


def _line(one: ShippedComponent) -> CellContent:
    return CellContent(words.component_line(one.name, one.version), words.part_note(one.licence, one.inside))


SIDE_WIDTHS: Final = ((1000, 276), (0, 228))
"""From which width of the page the list of chapters is how wide."""
HEADS: Final = {
    Chapter.START: words.DAILY_WORK,
    Chapter.DATA: words.DATA_AND_BACKUP,
    Chapter.ADMIN: words.ADMINISTRATION,
}
"""Headings of the three groups, by the chapter that each begins with; the panes end the last group."""
WAIT_MS: Final = 120
"""From a letter to the search, so that a word is searched once."""
Row = Chapter | str | None
"""What a row of the list leads to: a chapter, one of the two panes by its word, or nothing from a head."""


@dataclass(frozen=True, slots=True)
class HelpContents:
    """All that the help page shows; licence texts are read on selection."""

    chapters: Sequence[HelpChapter]
    facts: ProgramFacts
    components: Sequence[ShippedComponent]
    read_text: ReadText


class HelpPage(Page):
    """Searches and shows chapters; links to other pages go to the controller."""

    back_requested = Signal()
    copy_requested = Signal()
    folder_requested = Signal(str)

    def __init__(self, contents: HelpContents, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_HelpPage()
        self.ui.setupUi(self)
        self._contents = contents
        self._documents = HelpDocuments(contents.chapters, self)
        self._rows: tuple[Row, ...] = ()
        self._hits: tuple[HelpHit, ...] = ()
        self._shown: Row = None
        self._reading: Chapter | None = None
        """The chapter whose document the reader holds, also while another pane shows."""
        self._about: AboutPanel | None = None
        self._licences: LicencesPanel | None = None
        self._clock = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._clock.timeout.connect(self.search_now)
        self._dress()
        self._list_chapters()
        self._connect()
        self.show_chapter(contents.chapters[0].chapter)

    # ---- showing

    def show_chapter(self, chapter: Chapter) -> None:
        """Show a chapter from its top and clear the search."""
        self.clear_search()
        self._show_row(self._rows.index(chapter))

    def chapter(self) -> Chapter | None:
        """The chapter that is shown; None for the other panels."""
        return self._shown if isinstance(self._shown, Chapter) else None

    def about(self) -> AboutPanel:
        """The panel of facts, made on first use."""
        if self._about is None:
            self._about = AboutPanel(self._contents.facts)
            self._about.copy_requested.connect(self.copy_requested)
            self._about.folder_requested.connect(self.folder_requested)
            self._about.licences_requested.connect(lambda: self._show_row(self._rows.index(words.LICENCES)))
            self.ui.stack.addWidget(self._about)
        return self._about

    def licences(self) -> LicencesPanel:
        """The panel of licences, made on first use."""
        if self._licences is None:
            self._licences = LicencesPanel(self._contents.components, self._contents.read_text)
            self.ui.stack.addWidget(self._licences)
        return self._licences

    def focus_list(self) -> None:
        """Give the keyboard to the list of chapters."""
        self.ui.chapters.setFocus(Qt.FocusReason.OtherFocusReason)

    # ---- searching

    def search_now(self) -> None:
        """Search for the typed words and select the first hit."""
        self._clock.stop()
        query = self.ui.search.text().strip()
        self._hits = self._documents.find(query, tokens_of(self))
        searching = bool(query) and (bool(self._hits) or len(query) > 1)
        self.ui.chapters.setVisible(not searching)
        self.ui.hits.setVisible(searching)
        self.ui.count.setVisible(bool(self._hits))
        self.ui.hits.show_lines([_hit_line(hit) for hit in self._hits])
        if self._hits:
            self._go_to(0)
        elif searching:
            self.ui.empty.set_content(
                words.NOTHING, words.nothing_for(query), icon="search", action=words.CLEAR, action_icon="x"
            )
            self.ui.stack.setCurrentWidget(self.ui.empty)
        else:
            self._show_row(self._rows.index(self._shown))

    def clear_search(self) -> None:
        """Clear the search; keep the chapter."""
        self._clock.stop()
        if self.ui.search.text():
            self.ui.search.clear()
            self._clock.stop()
            self.search_now()

    def step(self, by: int) -> None:
        """Go to the next or previous hit; the last is followed by the first."""
        if self._clock.isActive():
            self.search_now()
        elif self._hits:
            self._go_to((self.ui.hits.current_row() + by) % len(self._hits))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc clears the search, or returns to the previous page."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.ui.search.text():
            self.clear_search()
            self.ui.search.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.back_requested.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Show the documents in the new look."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._reading is not None:
            bar, row = self.ui.reader.verticalScrollBar(), self.ui.hits.current_row()
            place, reading = bar.value(), self._reading
            self._documents.forget()
            self._reading = None
            self._read(reading)
            bar.setValue(place)
            if self._hits:
                self._go_to(max(row, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the width of the chapter list to the window."""
        super().resizeEvent(event)
        width = next(wide for least, wide in SIDE_WIDTHS if self.width() >= least)
        self.ui.search.set_wide(width)
        self.ui.side.setFixedWidth(tokens_of(self).px(width))

    # ---- inside

    def _dress(self) -> None:
        ui = self.ui
        ui.header.setStretch(0, 1)
        ui.header.setAlignment(ui.back, Qt.AlignmentFlag.AlignVCenter)
        ui.title.set_role(TextRole.PAGE_TITLE)
        ui.context.set_role(TextRole.SECOND)
        ui.context.set_ink(Ink.SECOND)
        ui.context.setText(words.CONTEXT)
        ui.context.setWordWrap(True)
        ui.count.set_role(TextRole.NOTE)
        ui.count.set_ink(Ink.QUIET)
        ui.count.hide()
        ui.hits.hide()
        ui.chapters.set_one_line(True)
        ui.search.set_hint("Ctrl+F")
        ui.search.setPlaceholderText(words.SEARCH_HINT)

    def _connect(self) -> None:
        ui = self.ui
        ui.back.clicked.connect(self.back_requested)
        ui.chapters.chosen.connect(self._show_row)
        ui.chapters.opened.connect(lambda _row: self._focus_text())
        ui.hits.chosen.connect(self._go_to)
        ui.hits.opened.connect(lambda _row: self._focus_text())
        ui.search.textChanged.connect(lambda _text: self._clock.start())
        ui.search.returnPressed.connect(lambda: self.step(1))
        ui.empty.action_requested.connect(self.clear_search)
        ui.reader.chapter_asked.connect(self._follow)
        add_page_action(self, words.SEARCH, ("Ctrl+F", "F3"), self._focus_search)
        add_page_action(self, words.NEXT_HIT, "Ctrl+G", lambda: self.step(1))
        add_page_action(self, words.HIT_BEFORE, "Ctrl+Shift+G", lambda: self.step(-1))

    def _list_chapters(self) -> None:
        rows: list[tuple[Row, CellContent | GroupContent]] = []
        for one in self._contents.chapters:
            if one.chapter in HEADS:
                rows.append((None, GroupContent(HEADS[one.chapter], "")))
            rows.append((one.chapter, CellContent(one.title)))
        rows += [(pane, CellContent(pane)) for pane in (words.ABOUT, words.LICENCES)]
        self._rows = tuple(row for row, _line in rows)
        self.ui.chapters.show_lines([line for _row, line in rows])

    def _show_row(self, place: int) -> None:
        row = self._rows[place]
        self._shown = row
        self.ui.chapters.choose(place)
        if isinstance(row, Chapter):
            self._reading = None
            self._read(row)
            self.ui.stack.setCurrentWidget(self.ui.reader)
        else:
            self.ui.stack.setCurrentWidget(self.about() if row == words.ABOUT else self.licences())

    def _read(self, chapter: Chapter) -> None:
        """Show a chapter in the reader, if it is not shown yet."""
        if chapter is not self._reading:
            self._reading = chapter
            self.ui.reader.show_text(self._documents.document(chapter, tokens_of(self)))

    def _go_to(self, place: int) -> None:
        hit = self._hits[place]
        reader = self.ui.reader
        self._shown = hit.chapter
        self.ui.chapters.choose(self._rows.index(hit.chapter))
        self._read(hit.chapter)
        self.ui.stack.setCurrentWidget(reader)
        every = [span for one in self._hits if one.chapter is hit.chapter for span in _in_document(one)]
        reader.mark(every, _in_document(hit))
        self.ui.hits.choose(place)
        self.ui.count.setText(words.hit_count(place + 1, len(self._hits)))

    def _follow(self, name: str) -> None:
        if name in [one.chapter for one in self._contents.chapters]:
            self.show_chapter(Chapter(name))

    def _focus_text(self) -> None:
        shown = self.ui.stack.currentWidget()
        if shown is self.ui.reader:
            self.ui.reader.setFocus(Qt.FocusReason.OtherFocusReason)

    def _focus_search(self) -> None:
        self.ui.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.ui.search.selectAll()


def _hit_line(hit: HelpHit) -> CellContent:
    spans = tuple((begins, ends - begins) for begins, ends in hit.spans)
    return CellContent(hit.line, hit.title, hits=spans)


def _in_document(hit: HelpHit) -> list[tuple[int, int]]:
    return [(hit.begins + begins, hit.begins + ends) for begins, ends in hit.spans]
