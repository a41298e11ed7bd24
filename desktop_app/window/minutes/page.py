"""Page of the minutes editor: header, agenda, paper, inspector, strip; it shows sheets and emits signals only.

Tab leads between the text of a clause and its facts. A refusal shows at the piece of the paper or the field that it is
about.
"""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.read_models.sheets import ClauseRow, MinutesSheet, Target
from desktop_app.domain.rules.files import record_of_minutes
from desktop_app.forms.minutes_page import Ui_MinutesPage
from desktop_app.widgets.accessibility.reading_order import enter
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.dates.date_source import DateSource
from desktop_app.widgets.shell.page import Page
from desktop_app.widgets.style.state_mark import Shape
from desktop_app.widgets.style.tokens import GAP, TextRole, Tone
from desktop_app.window.kit.files_button import FilesButton
from desktop_app.window.minutes import words
from desktop_app.window.minutes.agenda_pane import MinutesAgendaPane
from desktop_app.window.minutes.block import FoldBar
from desktop_app.window.minutes.block_body import BlockBody
from desktop_app.window.minutes.closing import ClosingPart
from desktop_app.window.minutes.commands import CommandedPage, MinutesCommands
from desktop_app.window.minutes.effects import EffectForms
from desktop_app.window.minutes.fates import FateForms
from desktop_app.window.minutes.format import CLOSING_ITEM, SIGNERS_ITEM, first_item, signers_text
from desktop_app.window.minutes.inspector import ResolutionInspector
from desktop_app.window.minutes.paper import PaperPane
from desktop_app.window.minutes.reading import ReadingPane
from desktop_app.window.minutes.side import SideDrawer, SidePane
from desktop_app.window.minutes.signals import MinutesSignals
from desktop_app.window.minutes.signers import SignersPart
from desktop_app.window.minutes.strip import GuardStrip, MinutesHeader


class FactsFocus(QObject):
    """Opens the side drawer when the focus goes to the facts, and closes it on the way back."""

    def __init__(
        self, page: CommandedPage, paper: PaperPane, side: SidePane, drawer: SideDrawer, signals: MinutesSignals
    ) -> None:
        super().__init__(signals)
        self._page, self._paper, self._side, self._drawer = page, paper, side, drawer
        signals.facts_requested.connect(self._enter)
        signals.facts_left.connect(self._leave)

    def _enter(self, clause_id: int) -> None:
        row = self._page.chosen_row()
        if row is not None and row.clause.is_resolution:
            self._drawer.reveal()
        shown = row is not None and row.clause.id == clause_id and self._drawer.is_open()
        if not shown or not self._side.take_keyboard():
            self._leave(1)

    def _leave(self, step: int) -> None:
        self._drawer.close()
        item_id, clause_id = self._page.chosen()
        view = self._paper.blocks.get(item_id)
        if view is not None and view.body is not None:
            view.body.leave_facts(clause_id, step)


class FoldableBlock(QWidget):
    """Foldable frame of the closing part or of the signers."""

    def __init__(self, signals: MinutesSignals, key: int, title: str, content: QWidget) -> None:
        super().__init__()
        self._title_text = title
        self._content = content
        self.bar = FoldBar()
        self.bar.setObjectName(f"blockBar{key}")
        self.bar.clicked.connect(lambda: signals.chosen.emit(key, 0))
        self._title = TextLabel(text=title, role=TextRole.EDITOR_HEADING)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.bar)
        column.addWidget(self._title)
        column.addWidget(content)
        self.set_open(False)

    def show_note(self, note: str, *, done: bool) -> None:
        """Show the summary on the bar."""
        mark = (Shape.DISC_CHECK, Tone.DONE) if done else (Shape.PLAIN_RING, Tone.NEUTRAL)
        self.bar.show_bar(self._title_text, note, mark)

    def set_open(self, open_: bool) -> None:
        """Open or fold the part."""
        self._title.setVisible(open_)
        self._content.setVisible(open_)
        # last, so that a bar that hides with the keyboard hands it to what it has opened
        self.bar.setVisible(not open_)


class RefusalFields:
    """Shows errors beside their fields, by subject: clause, new_clause, said, new_said, closing, signers."""

    def __init__(
        self,
        paper: PaperPane,
        inspector: ResolutionInspector,
        closing: ClosingPart,
        signers: SignersPart,
        reading: ReadingPane,
    ) -> None:
        self._paper = paper
        self._inspector = inspector
        self._closing = closing
        self._signers = signers
        self._reading = reading

    def show(self, subject: str, subject_id: int, field: str, text: str, *, reading: bool) -> bool:
        """Show `text` beside its field; return whether the field exists."""
        if reading and subject in ("clause", "said"):
            self._reading.show_refusal(text)
            return True
        if any(body.show_refusal(subject, subject_id, field, text) for body in self._bodies()):
            return True
        if subject == "clause":
            return self._inspector.show_refusal(subject_id, field, text)
        if subject == "closing":
            self._closing.show_refusal(field, text)
        elif subject == "signers":
            self._signers.show_refusal(text)
        return subject in ("closing", "signers")

    def clear(self, subject: str, subject_id: int, field: str) -> None:
        """Hide the error of a field after its value was stored."""
        for body in self._bodies():
            body.show_refusal(subject, subject_id, field, "")
        if subject == "clause":
            self._inspector.clear_refusal(subject_id, field)
        elif subject == "closing":
            self._closing.clear_refusal(field)
        elif subject == "signers":
            self._signers.show_refusal("")

    def _bodies(self) -> list[BlockBody]:
        return [view.body for view in self._paper.blocks.values() if view.body is not None]


class MinutesPage(Page):
    """The minutes editor; keeps the selected item and clause, all other data come from the sheet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.signals = MinutesSignals(self)
        self.ui = Ui_MinutesPage()
        self.ui.setupUi(self)
        self._sheet: MinutesSheet | None = None
        self._item = 0
        self._clause = 0
        self.agenda = MinutesAgendaPane(self.signals)
        self.paper = PaperPane(self.signals)
        self.side = SidePane(self.signals)
        self.strip = GuardStrip(self.signals)
        self.reading = ReadingPane(self.signals)
        self.closing = ClosingPart(self.signals)
        self.signers = SignersPart(self.signals)
        self._places = RefusalFields(self.paper, self.side.facts, self.closing, self.signers, self.reading)
        self.commands = MinutesCommands(self, self, self.ui.writing, self.signals)
        self._place_panes()
        self.drawer = SideDrawer(self.ui.writing, self.ui.panes, self.ui.inspectorHolder, self.ui.side)
        self._facts_keys = FactsFocus(self, self.paper, self.side, self.drawer, self.signals)
        self.header = MinutesHeader(self.ui, self.signals)
        self.effects = EffectForms(self, self.sheet, self.flush, self.signals)
        self.fates = FateForms(self, self.sheet, self.flush, self.signals)
        self.files = FilesButton()
        self.ui.titleLine.addWidget(self.files)
        self._connect()

    def _place_panes(self) -> None:
        self._extras = {
            CLOSING_ITEM: FoldableBlock(self.signals, CLOSING_ITEM, words.CLOSING, self.closing),
            SIGNERS_ITEM: FoldableBlock(self.signals, SIGNERS_ITEM, words.SIGNERS, self.signers),
        }
        for key, extra in self._extras.items():
            self.paper.add_extra(key, extra)
        for holder, pane in (
            (self.ui.agendaHolder, self.agenda),
            (self.ui.paperHolder, self.paper),
            (self.ui.inspectorHolder, self.side),
            (self.ui.stripHolder, self.strip),
            (self.ui.reading, self.reading),
        ):
            column = QVBoxLayout(holder)
            column.setContentsMargins(0, 0, 0, 0)
            column.addWidget(pane)
        self._unread = QWidget()
        self.ui.stack.addWidget(self._unread)
        self.ui.panes.setStretch(1, 1)
        column = self.ui.middleColumn
        column.setStretch(0, 1)

    def _connect(self) -> None:
        self.ui.stack.setCurrentWidget(self.ui.writing)
        self.ui.more.clicked.connect(lambda: self.commands.open_menu(self.ui.more))
        self.ui.side.clicked.connect(self.drawer.toggle)
        self.signals.chosen.connect(self.choose)
        self.signals.item_chosen.connect(self._choose_item)

    def set_source(self, source: DateSource) -> None:
        """Set the calendar of the date fields."""
        self.side.facts.set_source(source)
        self.side.facts.upstream.set_source(source)
        self.effects.set_source(source)
        self.closing.set_source(source)

    # ---- showing

    def show_sheet(self, sheet: MinutesSheet) -> None:
        """Show the minutes as stored; unsaved input stays."""
        before = self._sheet
        fresh = before is None or before.version.id != sheet.version.id
        if before is not None and before.editable and not sheet.editable:
            # there is nothing to write in it any more, and it would lie over the minutes
            self.drawer.close()
        self._sheet = sheet
        self.header.set_visible(True)
        if self.ui.stack.currentWidget() is self._unread:
            self.ui.stack.setCurrentWidget(self.ui.writing)
        self.header.show(sheet)
        self.files.show_record(record_of_minutes(sheet.version))
        self.agenda.show_sheet(sheet)
        self.paper.show_sheet(sheet)
        self.closing.show_version(sheet.version, editable=sheet.editable)
        self.signers.show_sheet(sheet)
        self._extras[CLOSING_ITEM].show_note("", done=sheet.version.next_day is not None)
        self._extras[SIGNERS_ITEM].show_note(signers_text(sheet), done=bool(sheet.signers))
        self.strip.show_guards(sheet.guards)
        self._show_ways()
        self.reading.show_sheet(sheet)
        if not fresh:
            self.choose(self._item, self._clause)
            return
        first = first_item(sheet)
        self.choose(first, 0)
        body = self.paper.blocks[first].body if first in self.paper.blocks else None
        if body is not None and sheet.editable:
            body.new_clause.area.setFocus()
        else:
            self.paper.setFocus()

    def show_unread(self) -> None:
        """Show that the requested minutes cannot be read, and nothing of others."""
        self.drawer.close()
        self._sheet = None
        self.files.show_record(None)
        self.ui.stack.setCurrentWidget(self._unread)
        self.header.set_visible(False)

    def _show_ways(self) -> None:
        editable = self._sheet is not None and self._sheet.editable
        for widget in (self.strip, self.ui.stripRule):
            widget.setVisible(editable)
        self.header.show_ways(editable=editable, reading=self.ui.stack.currentWidget() is self.ui.reading)

    def sheet(self) -> MinutesSheet | None:
        """The sheet that is shown."""
        return self._sheet

    def chosen(self) -> tuple[int, int]:
        """The selected agenda item, and its selected clause or 0."""
        return self._item, self._clause

    def choose(self, agenda_item_id: int, clause_id: int) -> None:
        """Select an agenda item and one of its clauses (0 for none)."""
        if self._sheet is None:
            return
        if clause_id != self._clause:
            self.side.facts.flush()
        self._item, self._clause = agenda_item_id, clause_id
        for key, extra in self._extras.items():
            extra.set_open(key == agenda_item_id)
        self.agenda.choose(agenda_item_id)
        self.paper.choose(agenda_item_id, clause_id)
        row = self.chosen_row()
        if row is None:
            self.side.show_nothing(self._sheet)
        else:
            self.side.show_row(row, self._sheet)

    def _choose_item(self, agenda_item_id: int) -> None:
        self.choose(agenda_item_id, self._clause if agenda_item_id == self._item else 0)

    def choose_resolution(self, resolution_id: int) -> None:
        """Select the clause of a resolution and focus it."""
        blocks = self._sheet.blocks if self._sheet is not None else ()
        found = next((r.clause for b in blocks for r in b.clauses if r.clause.resolution_id == resolution_id), None)
        if found is not None:
            self.go_to(Target(field="text", clause_id=found.id))

    def open_part(self, key: int) -> None:
        """Open the closing part or the signers and focus it."""
        self.choose(key, 0)
        enter(self._extras[key])

    def chosen_row(self) -> ClauseRow | None:
        """The selected clause as stored."""
        blocks = self._sheet.blocks if self._sheet is not None else ()
        rows = (row for block in blocks for row in block.clauses)
        return next((row for row in rows if row.clause.id == self._clause), None)

    def start_clause(self) -> None:
        """Save the line for a new clause and focus it for the next one."""
        item = self._item if self._item in self.paper.blocks else next(iter(self.paper.blocks), CLOSING_ITEM)
        self._choose_item(item)
        self.paper.start_clause(item)

    def toggle_kind(self) -> None:
        """Make the typed line or the selected clause a resolution, or the reverse."""
        if self.paper.take_typed_clause(self._item):
            self.side.toggle_kind()

    def go_to(self, target: Target) -> None:
        """Focus the field of a gap, or open the form of the items without text."""
        if target.field == "agenda":
            self.signals.fates_requested.emit()
            return
        if target.field == "next_day":
            self.choose(CLOSING_ITEM, 0)
            self.closing.focus_field(target.field)
            return
        item = target.agenda_item_id or _item_of(self._sheet, target.clause_id) or self._item
        self.choose(SIGNERS_ITEM if target.field == "signers" else item, target.clause_id or 0)
        if not self.paper.go_to(item, target) and target.clause_id is not None:
            self.drawer.reveal()
            self.side.reveal(target.field)

    # ---- typed and not stored

    def flush(self) -> None:
        """Save everything typed."""
        if self._sheet is None or not self._sheet.editable:
            return
        self.paper.flush()
        self.side.facts.flush()
        self.closing.flush()
        self.signers.flush()
        self.reading.flush()

    def forget_typed(self) -> None:
        """Discard refused input before another version is shown."""
        self.paper.forget_typed()
        self.closing.forget_typed()
        self.signers.forget_typed()
        self.side.facts.forget_refused()

    def unfinished(self) -> int:
        """The number of fields with incomplete input."""
        return self.side.facts.unfinished() + self.closing.unfinished()

    def show_refusal(self, subject: str, subject_id: int, field: str, text: str) -> None:
        """Show the error beside its field, or above the page if there is no such field."""
        forms = (self.side.facts.upstream, self.effects, self.fates)
        if subject == "page" and any(one.show_refusal(field, text) for one in forms):
            return
        reading = self.ui.stack.currentWidget() is self.ui.reading
        if not self._places.show(subject, subject_id, field, text, reading=reading):
            self.header.show_band(text, "", Tone.DANGER)

    def clear_refusal(self, subject: str, subject_id: int, field: str) -> None:
        """Hide the error of a field after its value was stored."""
        self._places.clear(subject, subject_id, field)

    # ---- reading, clipboard

    def show_reading(self, sheet: MinutesSheet) -> None:
        """Start the reading step."""
        self.ui.stack.setCurrentWidget(self.ui.reading)
        self._show_ways()
        self.reading.show_sheet(sheet)
        self.reading.begin()

    def end_reading(self) -> None:
        """End the reading step."""
        self.ui.stack.setCurrentWidget(self.ui.writing)
        self._show_ways()

    def copy_text(self, text: str) -> None:
        """Copy plain text to the clipboard."""
        QGuiApplication.clipboard().setText(text)


def _item_of(sheet: MinutesSheet | None, clause_id: int | None) -> int | None:
    """Return the agenda item of a clause."""
    blocks = sheet.blocks if sheet is not None else ()
    return next((b.row.item.id for b in blocks for r in b.clauses if r.clause.id == clause_id), None)
