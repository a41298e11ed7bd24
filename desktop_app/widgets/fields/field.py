"""Labelled field: label above, editor, notice line below, also connected for screen readers."""

from __future__ import annotations

from typing import Final, Protocol, runtime_checkable

from PySide6.QtCore import Property, QEvent, Qt, SignalInstance
from PySide6.QtWidgets import QLabel, QLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.widgets.accessibility.reading_order import layout_widgets
from desktop_app.widgets.controls.notice import NoticeLine, notice_below_row, notice_indent
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.style.tokens import GAP_TIGHT, Ink, TextRole, Tone

MOST_LINES: Final = 2
_MEASURED: Final = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.StyleChange)


@runtime_checkable
class HasNotice(Protocol):
    """Interface of an editor with its own notice line."""

    def notice_line(self) -> NoticeLine:
        """The editor's own line."""
        ...

    def set_hint(self, hint: str) -> None:
        """Set the hint for the empty field."""
        ...

    def restore_notice(self) -> None:
        """Show the editor's own notice again after a notice of the form has ended."""
        ...


@runtime_checkable
class Speaks(Protocol):
    """Interface of an editor that emits notices: sentence and tone, "" to clear."""

    noticed: SignalInstance


class Field(QWidget):
    """Label, editor, and one line for hint, notice or error.

    In Designer: a `QWidget` promoted to this class, with a vertical layout that holds the editor alone.
    """

    def __init__(
        self, parent: QWidget | None = None, *, label: str = "", editor: QWidget | None = None, hint: str = ""
    ) -> None:
        super().__init__(parent)
        self._label = TextLabel(self, text=label, role=TextRole.LABEL, ink=Ink.SECOND)
        self._label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._own_notice = NoticeLine(self)
        self._notice = self._own_notice
        self._editor: QWidget | None = None
        self._speaker: HasNotice | None = None
        self._wide: NoticeLine | None = None
        """Stands in for the line beneath where that would be too narrow."""
        self._hint = hint
        self._heard = ""
        if editor is not None:
            self.set_editor(editor)

    def set_editor(self, editor: QWidget) -> None:
        """Set the editor."""
        layout: QLayout | None = self.layout()
        if layout is None:
            layout = QVBoxLayout(self)
        if layout.indexOf(editor) < 0:
            layout.addWidget(editor)
        self._assemble()

    def editor(self) -> QWidget | None:
        """The editor."""
        self._assemble()
        return self._editor

    def set_label(self, text: str) -> None:
        """Set the label."""
        self._label.setText(text)
        self._speak()

    def set_hint(self, text: str) -> None:
        """Set the hint, which is shown while there is no notice or error."""
        self._hint = text
        self.clear_notice()

    def set_error(self, text: str) -> None:
        """Show an error until it is cleared; the text stays as typed."""
        self.set_notice(text, Tone.DANGER)

    def refuse(self, text: str) -> None:
        """Show an error and give the field the focus."""
        self.set_error(text)
        if self._editor is not None:
            self._editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_notice(self, text: str, tone: Tone) -> None:
        """Show a notice about the input."""
        self._assemble()
        self._notice.show_notice(text, tone)
        self._show_line()
        self._paint_editor("" if tone == Tone.NEUTRAL else tone.value)

    def clear_notice(self) -> None:
        """Show the hint again."""
        self._assemble()
        if self._speaker is not None:
            self._speaker.set_hint(self._hint)
            self._speaker.restore_notice()
            self._speak()
            return
        self._notice.show_notice(self._hint, Tone.NEUTRAL)
        self._show_line()
        self._paint_editor("")

    def clear_error(self) -> None:
        """Clear an error; keep any other notice."""
        if self.error():
            self.clear_notice()

    def error(self) -> str:
        """The error that is shown, or ""."""
        return self._notice.text() if self._notice.tone() == Tone.DANGER else ""

    def notice_line(self) -> NoticeLine:
        """The line beneath."""
        self._assemble()
        return self._notice

    def event(self, event: QEvent) -> bool:
        """Assemble a field from a ``.ui`` file when it is first polished."""
        kind = event.type()
        if kind == QEvent.Type.Polish:
            self._assemble()
        elif kind in _MEASURED and self._editor is not None:
            self._show_line()
        return super().event(event)

    def _show_line(self) -> None:
        """Show the notice; if it needs more than two lines, below the whole row."""
        notice = self._notice
        if self._speaker is not None:
            notice.setVisible(True)
            return
        spread = bool(notice.text()) and not self.isHidden() and self._is_too_long(notice)
        if spread and self._wide is None:
            self._wide = notice_below_row(self)
        wide = self._wide
        notice.setVisible(bool(notice.text()) and not (spread and wide is not None))
        if wide is not None:
            wide.show_notice(notice.text(), notice.tone())
            wide.setContentsMargins(0, 0, notice_indent(self, wide), 0)
            wide.setVisible(spread)

    def _is_too_long(self, notice: NoticeLine) -> bool:
        lines = MOST_LINES * notice.fontMetrics().lineSpacing() + 4
        return notice.heightForWidth(self.width()) > lines

    def _assemble(self) -> None:
        layout: QLayout | None = self.layout()
        if self._editor is not None or not isinstance(layout, QVBoxLayout):
            return
        editor = next(layout_widgets(layout), None)
        if editor is None:
            return
        self._editor = editor
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP_TIGHT)
        layout.insertWidget(0, self._label)
        if isinstance(editor, HasNotice):
            self._speaker = editor
            self._notice = editor.notice_line()
            self._own_notice.setVisible(False)
        else:
            layout.addWidget(self._own_notice)
        if isinstance(editor, Speaks):
            editor.noticed.connect(self._hear)
        if not editor.sizePolicy().expandingDirections() & Qt.Orientation.Vertical:
            layout.addStretch(1)
        QLabel.setBuddy(self._label, editor)
        self.setFocusProxy(editor)
        self.clear_notice()

    def _hear(self, sentence: str, tone: str) -> None:
        """Show a notice of the editor; an empty one clears only the editor's own."""
        if sentence:
            self.set_notice(sentence, Tone(tone))
            self._heard = sentence
        elif self._heard and self._notice.text() == self._heard:
            self._heard = ""
            self.clear_notice()

    def _paint_editor(self, tone: str) -> None:
        editor = self._editor
        if editor is not None:
            editor.setProperty("tone", tone)
            editor.update()
        self._speak()

    def _speak(self) -> None:
        if self._editor is not None:
            self._editor.setAccessibleName(self._label.text().replace("&", ""))
            self._editor.setAccessibleDescription(self._notice.text())

    def _get_label(self) -> str:
        return self._label.text()

    def _get_hint(self) -> str:
        return self._hint

    label_text = Property(str, _get_label, set_label)
    hint_text = Property(str, _get_hint, set_hint)
