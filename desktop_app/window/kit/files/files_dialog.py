"""Dialog of the files of a record over its page: each with its acts, and adding by button, drop or paste."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from desktop_app.domain.read_models.paper_sheets import FileLine, FilesGroup, FilesSheet
from desktop_app.domain.rules.files import PDF, PICTURES, TEXT, RecordRef
from desktop_app.widgets.accessibility.keyboard_focus import focused_row, row_to_focus
from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.controls.message_band import MessageBand
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.feedback.empty_page import EmptyPage
from desktop_app.widgets.feedback.sheet_dialog import SheetDialog
from desktop_app.widgets.lists.item_drawing import ItemContent
from desktop_app.widgets.lists.item_row import ItemRow
from desktop_app.widgets.shell.card import clear_layout
from desktop_app.widgets.shell.shortcuts import add_action, paste_keys
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.look import icons_of, tokens_of
from desktop_app.widgets.style.state_mark import Shape
from desktop_app.widgets.style.tokens import GAP, ICON_BUTTON, Ink, TextRole, Tone
from desktop_app.window.kit.file_drop import RECORD, FileDrop
from desktop_app.words import attached_files as words
from desktop_app.words import history as history_words
from desktop_app.words.digits import apart


class FileRow(ItemRow):
    """One file: Enter or a double click shows it, F2 renames it, Delete removes it, Alt+arrows move it."""

    open_requested = Signal()

    def __init__(self, line: FileLine, parent: QWidget | None = None) -> None:
        super().__init__(parent, menu_name=words.MENU)
        self.line = line
        self.setObjectName(f"file_{line.link.id}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.show_content(content_of(line))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show the file on Enter and Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.open_requested.emit()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Show the file."""
        self.open_requested.emit()
        event.accept()


def content_of(line: FileLine) -> ItemContent:
    """Return the display data of a file."""
    kind = words.TYPES.get(line.file.type, words.OTHER_TYPE)
    chosen = line.link.classification
    told = [kind, words.size(line.file.size)]
    if chosen is not None:
        told.append(words.CLASSES[chosen.value])
    if line.fixed:
        told.append(words.FIXED)
    if line.doubt is not None:
        told.insert(0, words.DOUBTS[line.doubt.value])
    note = " · ".join(told)
    return ItemContent(
        apart(line.link.name),
        note,
        shape=Shape.TRIANGLE if line.doubt is not None else None,
        tone=Tone.WARNING if line.doubt is not None else Tone.NEUTRAL,
        icon=_icon(line.file.type),
        spoken=f"{line.link.name}، {'، '.join(told)}",
        act=words.SHOW,
    )


def _icon(media_type: str) -> str:
    if media_type in PICTURES:
        return "image"
    return "file-text" if media_type in (PDF, TEXT) else "paperclip"


WIDTH = 680
MENU = (
    ("show", words.SHOW, "eye"),
    ("open", words.OPEN, "external-link"),
    ("save", words.SAVE_COPY, "download"),
    ("edit", words.RENAME, "pencil"),
    ("up", words.UP, "chevron-up"),
    ("down", words.DOWN, "chevron-down"),
    ("take_off", words.TAKE_OFF, "trash-2"),
)
"""The acts on one file: key, verb, icon; those after the third change it."""
LOOKING = frozenset({"show", "open", "save"})


class FilesDialog(SheetDialog):
    """``act_requested`` carries an action key and a file link; ``brought`` a record and the dropped files."""

    add_requested = Signal(object)
    act_requested = Signal(str, int)
    brought = Signal(object, object)
    paste_requested = Signal()
    stop_requested = Signal()
    undo_requested = Signal()
    redo_requested = Signal()

    def __init__(self, parent: QWidget, record: str) -> None:
        super().__init__(parent, title=words.FILES, width=WIDTH)
        self.setObjectName("filesDialog")
        self._record_name = record
        self._sheet = FilesSheet(())
        self._rows: dict[int, FileRow] = {}
        self._band = MessageBand()
        self._band.clear()
        self._progress = TextLabel(role=TextRole.SECOND, ink=Ink.SECOND)
        self._stop = Button(text=words.STOP, kind=ButtonKind.QUIET, icon="x", compact=True)
        self._stop.setObjectName("stopAdding")
        self._stop.clicked.connect(self.stop_requested)
        self._groups = QVBoxLayout()
        self._groups.setSpacing(GAP)
        self._assemble()
        FileDrop(self, may=lambda: not self._sheet.read_only).dropped.connect(self.brought)
        add_action(self, words.ADD, "Ins", lambda: self._ask_for_file(self.current_record()))
        add_action(self, words.PASTE, paste_keys(), self._ask_to_paste)
        add_action(self, history_words.UNDO, "Ctrl+Z", self.undo_requested.emit)
        add_action(self, history_words.REDO, ("Ctrl+Y", "Ctrl+Shift+Z"), self.redo_requested.emit)

    # ---- showing

    def show_sheet(self, sheet: FilesSheet) -> None:
        """Show the stored files; the keyboard stays on its file or goes to the next one."""
        held = self._focused()
        order = list(self._rows)
        self._sheet, self._rows = sheet, {}
        # what is dropped beside the groups goes to the record that shows
        self.setProperty(RECORD, sheet.groups[0].record if sheet.groups else None)
        self.set_title(words.FILES, words.of_record(self._record_name, may_add=not sheet.read_only))
        for way_in in (self._add, self._paste):
            way_in.setVisible(not sheet.read_only)
        self._clear_groups()
        # a heading without files is a place to add some
        shown = [group for group in sheet.groups if group.lines or not sheet.read_only]
        if sheet.count or len(shown) > 1:
            for group in shown:
                self._add_part(self._group(group, alone=len(sheet.groups) == 1))
        else:
            self._add_part(self._empty())
        if held:
            self.focus_file(row_to_focus(held, order, self._rows) or 0)

    def _clear_groups(self) -> None:
        clear_layout(self._groups)

    def show_refusal(self, text: str) -> None:
        """Show a refusal above the list."""
        self.show_message_above(text, Tone.DANGER)

    def show_message_above(self, text: str, tone: Tone = Tone.DONE) -> None:
        """Show a message above the list; scroll to a warning."""
        self._band.show_message(text, tone=tone)
        self.keep_visible(self._band if tone in (Tone.WARNING, Tone.DANGER) else None)

    def clear_message(self) -> None:
        """Hide the message."""
        self._band.clear()

    def show_progress(self, text: str) -> None:
        """Show the progress of attaching; an empty text hides it."""
        self._progress.setText(text)
        for part in (self._progress, self._stop):
            part.setVisible(bool(text))

    def focus_first(self) -> None:
        """Give the keyboard to the first file of the shown record, else to its «add» button."""
        own = self._sheet.groups[0].lines if self._sheet.groups else ()
        if own:
            self._rows[own[0].link.id].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            first = next(iter(self._rows.values()), self._close) if self._sheet.read_only else self._add
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_file(self, link_id: int) -> None:
        """Give the keyboard to a file."""
        row = self._rows.get(link_id)
        if row is None:
            self.focus_first()
        else:
            row.setFocus(Qt.FocusReason.OtherFocusReason)

    def current_record(self) -> RecordRef | None:
        """Return the record of the file with the keyboard, else the shown record."""
        held = self._focused()
        for group in self._sheet.groups:
            if any(line.link.id == held for line in group.lines):
                return group.record
        return self._sheet.groups[0].record if self._sheet.groups else None

    def menu_of(self, line: FileLine) -> QMenu:
        """Return the menu of actions on a file."""
        menu, tokens = QMenu(self), tokens_of(self)
        for key, text, icon in MENU:
            if key not in LOOKING and (line.fixed or self._sheet.read_only):
                continue
            action = menu.addAction(icons_of(self).icon(icon, tokens.colour("second"), tokens.px(ICON_BUTTON)), text)
            action.setObjectName(f"file_{key}")
            action.triggered.connect(lambda _on=False, key=key: self._ask(key, line.link.id))
        return menu

    # ---- inside

    def _assemble(self) -> None:
        line = QHBoxLayout()
        line.addWidget(self._progress, 1)
        line.addWidget(self._stop)
        self.body.addLayout(self._groups)
        self.body.addStretch(1)
        self.body.addLayout(line)
        self.body.addWidget(self._band)
        self._add = self.add_action(words.ADD, ButtonKind.FILLED, icon="plus", hint="Ins")
        self._add.setObjectName("addFile")
        self._add.clicked.connect(lambda: self._ask_for_file(self.current_record()))
        self._paste = self.add_action(words.PASTE, icon="clipboard-copy", hint="Ctrl+V")
        self._paste.setObjectName("pasteFile")
        self._paste.clicked.connect(self._ask_to_paste)
        self._close = self.add_action(words.CLOSE)
        self._close.clicked.connect(self.reject)
        self.show_progress("")

    def _ask(self, key: str, link_id: int) -> None:
        if key in LOOKING or not self._sheet.read_only:
            self.act_requested.emit(key, link_id)

    def _ask_for_file(self, record: RecordRef | None) -> None:
        if not self._sheet.read_only:
            self.add_requested.emit(record)

    def _ask_to_paste(self) -> None:
        if not self._sheet.read_only:
            self.paste_requested.emit()

    def _add_part(self, part: QWidget) -> None:
        self._groups.addWidget(part)
        # a row that does not show yet loses the keyboard that it is given while another window is in front
        part.show()

    def _empty(self) -> QWidget:
        empty = EmptyPage()
        empty.set_content(words.EMPTY, "" if self._sheet.read_only else words.EMPTY_WHY, icon="paperclip")
        return empty

    def _group(self, group: FilesGroup, *, alone: bool) -> QWidget:
        part = QWidget()
        part.setProperty(RECORD, group.record)
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        kind = group.record.kind.value
        name = words.title(kind, group.title, group.number)
        head = QHBoxLayout()
        head.addWidget(TextLabel(text=name, role=TextRole.HEAD, ink=Ink.SECOND, wrap=True), 1)
        if not alone and not self._sheet.read_only:
            add = Button(kind=ButtonKind.QUIET, icon="plus", compact=True, name=f"{words.ADD_HERE}: {name}")
            add.setObjectName(f"add_{kind}_{group.record.id}")
            add.clicked.connect(lambda: self._ask_for_file(group.record))
            head.addWidget(add)
        column.addLayout(head)
        if group.lines and kind in words.ON_PAPER:
            column.addWidget(TextLabel(text=words.ON_PAPER[kind], role=TextRole.NOTE, ink=Ink.QUIET, wrap=True))
        for line in group.lines:
            column.addWidget(self._row(line))
        return part

    def _row(self, line: FileLine) -> FileRow:
        row, link_id = FileRow(line), line.link.id

        def ask(key: str) -> Callable[[], None]:
            return lambda: self._ask(key, link_id)

        row.open_requested.connect(ask("show"))
        row.edit_requested.connect(ask("edit"))
        row.remove_requested.connect(ask("take_off"))
        row.shifted.connect(lambda step: self._ask("up" if step < 0 else "down", link_id))
        row.walked.connect(lambda step: self._walk(link_id, step))
        row.menu_requested.connect(lambda at: self._open_menu(line, at))
        self._rows[link_id] = row
        return row

    def _open_menu(self, line: FileLine, at: QPoint) -> None:
        self.menu_of(line).popup(at)

    def _walk(self, link_id: int, step: int) -> None:
        order = list(self._rows)
        self.focus_file(order[max(0, min(len(order) - 1, order.index(link_id) + step))])

    def _focused(self) -> int:
        return focused_row(self._rows) or 0
