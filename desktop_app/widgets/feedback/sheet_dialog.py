"""Frame of every dialog: title, a line of context, a scrolling body, buttons with the main one first."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QColor, QPainter, QPaintEvent, QResizeEvent, QShowEvent, QWindow
from PySide6.QtWidgets import QApplication, QBoxLayout, QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.shell.shortcuts import add_action as add_keys
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.look import round_window, sheet, tokens_of
from desktop_app.widgets.style.tokens import GAP, GAP_CARD, GAP_PAGE, RADIUS_DIALOG, Ink, TextRole
from desktop_app.words import widgets as words
from desktop_app.words.help import HELP, HELP_KEYS

BENEATH = 64
"""Room for what is said beneath a field that has the keyboard."""


class Veil(QWidget):
    """Overlay that darkens the window behind a dialog."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        window.installEventFilter(self)
        self.setGeometry(window.rect())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Resize with the window."""
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the dark overlay."""
        QPainter(self).fillRect(self.rect(), QColor(10, 20, 20, 150 if tokens_of(self).dark else 90))


class _Body(QScrollArea):
    """Scroll area that is as tall as its contents if the window allows it."""

    def sizeHint(self) -> QSize:
        """Return the size of the contents."""
        inner = self.widget()
        return inner.sizeHint() if inner is not None else super().sizeHint()


def _height_at(layout: QBoxLayout, width: int) -> int:
    return layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.totalSizeHint().height()


def _room_of(window: QWidget) -> QWidget:
    """Return the window below all dialogs, whose size limits every dialog."""
    while isinstance(window, QDialog) and (behind := window.parentWidget()) is not None:
        window = behind.window()
    return window


class SheetDialog(QDialog):
    """Window-modal dialog. Fill `body`, then call `add_action` from the main button on; Esc and ✕ reject."""

    def __init__(self, parent: QWidget | None = None, *, title: str = "", context: str = "", width: int = 520) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._width = width
        self._veil: Veil | None = None
        self._title = TextLabel(role=TextRole.EDITOR_HEADING, wrap=True)
        self._context = TextLabel(role=TextRole.SECOND, ink=Ink.SECOND, wrap=True)
        self._close = Button(kind=ButtonKind.QUIET, icon="x", name=words.CLOSE, compact=True)
        self._close.clicked.connect(self.reject)
        inner = QWidget()
        self.body = QVBoxLayout(inner)
        """Where the contents go."""
        self.body.setContentsMargins(GAP_PAGE, GAP_CARD, GAP_PAGE, GAP_CARD)
        self.body.setSpacing(GAP_CARD)
        self._scroll = _Body()
        self._scroll.setWidget(inner)
        inner.installEventFilter(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.viewport().setAutoFillBackground(False)
        inner.setAutoFillBackground(False)
        self._header = QHBoxLayout()
        self._footer = QHBoxLayout()
        self._footer.setContentsMargins(GAP_PAGE, GAP_CARD, GAP_PAGE, GAP_CARD)
        self._footer.setSpacing(GAP)
        self._footer.addStretch(1)
        self._handle: QWindow | None = None
        self._in_sight: QWidget | None = None
        """What was just told, in sight until the keyboard goes on."""
        self._lay_out()
        self.set_title(title, context)
        # the window's own keys do not reach past a dialog
        add_keys(self, HELP, HELP_KEYS, self._ask_for_help)

    def set_title(self, title: str, context: str = "") -> None:
        """Set the title and the line of context."""
        self._title.setText(title)
        self._context.setText(context)
        self._context.setVisible(bool(context))
        self.setWindowTitle(title)
        self.setAccessibleName(title)

    def add_action(
        self, text: str, kind: ButtonKind = ButtonKind.OUTLINED, *, icon: str = "", hint: str = ""
    ) -> Button:
        """Add a button to the left of the earlier ones.

        A filled one answers to Enter from wherever the keyboard is; one that names its keys answers to those alone.
        """
        button = Button(text=text, kind=kind, icon=icon, hint=hint)
        button.setDefault(kind == ButtonKind.FILLED and not hint)
        self._footer.addWidget(button)
        return button

    def scroll_to(self, part: QWidget) -> None:
        """Scroll to a part of the body after its layout."""
        QTimer.singleShot(0, part, lambda: self._scroll.ensureWidgetVisible(part, 0, GAP_CARD))

    def keep_visible(self, widget: QWidget | None) -> None:
        """Scroll to a widget and keep it visible while the layout changes; None ends that."""
        self._in_sight = widget
        self._follow(widget)

    def showEvent(self, event: QShowEvent) -> None:
        """Centre the dialog, a third from the top, and darken the window."""
        super().showEvent(event)
        handle = self.windowHandle()
        if handle is not None and handle is not self._handle:
            self._handle = handle
            handle.focusObjectChanged.connect(self._focus_moved)
        parent = self.parentWidget()
        if parent is None:
            return
        window = parent.window()
        self._veil = Veil(window)
        self._veil.show()
        self._fit(_room_of(window))

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Move through the controls in reading order."""
        from desktop_app.widgets.accessibility.reading_order import move_focus

        return move_focus(self, forward=forward)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Grow with the contents, so that an error below a field is visible."""
        parent = self.parentWidget()
        if event.type() == QEvent.Type.LayoutRequest and parent is not None and self.isVisible():
            self._fit(_room_of(parent.window()))
        if isinstance(event, QResizeEvent) and event.size().height() > event.oldSize().height():
            # what grew may have pushed the keyboard below the edge, or be the row that has it
            widget = self._in_sight
            self._follow(widget if widget is not None and widget.isVisible() else self.focusWidget())
        return super().eventFilter(watched, event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remove the overlay, unless the dialog stays open to warn."""
        super().closeEvent(event)
        if event.isAccepted():
            self._lift()

    def done(self, result: int) -> None:
        """Remove the overlay and close with a result."""
        self._lift()
        super().done(result)

    def sizeHint(self) -> QSize:
        """Return the dialog's width and the height of its contents."""
        width = tokens_of(self).px(self._width)
        head, body, foot = (_height_at(one, width) for one in (self._header, self.body, self._footer))
        return QSize(width, head + body + foot + 3)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Round the corners for the new size."""
        super().resizeEvent(event)
        round_window(self, RADIUS_DIALOG)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the background, and lines below the title and above the buttons."""
        tokens = tokens_of(self)
        painter = QPainter(self)
        sheet(painter, self.rect(), tokens, RADIUS_DIALOG)
        line = tokens.colour("hairline")
        if self.body.count():
            painter.fillRect(1, self._scroll.geometry().top() - 1, self.width() - 2, 1, line)
        painter.fillRect(1, self._scroll.geometry().bottom() + 1, self.width() - 2, 1, line)

    def _ask_for_help(self) -> None:
        """Open the help for the page below; the dialog stays unchanged."""
        parent = self.parentWidget()
        if parent is not None:
            QCoreApplication.sendEvent(parent.window(), QEvent(QEvent.Type.HelpRequest))

    def _fit(self, window: QWidget) -> None:
        height = min(self.sizeHint().height(), window.height() - 2 * GAP_CARD)
        width = min(tokens_of(self).px(self._width), window.width() - 2 * GAP_CARD)
        self.resize(width, height)
        middle = window.mapToGlobal(window.rect().center())
        top = window.mapToGlobal(window.rect().topLeft()).y()
        self.move(middle.x() - width // 2, top + (window.height() - height) * 2 // 5)

    def _focus_moved(self, focused: QObject | None) -> None:
        self._in_sight = None
        self._follow(focused)

    def _follow(self, focused: QObject | None) -> None:
        """Scroll to the control that got the focus, but not during a mouse press."""
        inner = self._scroll.widget()
        pressed = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        if isinstance(focused, QWidget) and inner is not None and not pressed and inner.isAncestorOf(focused):
            # once what is said beside it has its place
            QTimer.singleShot(0, focused, lambda: self._bring(focused))

    def _bring(self, focused: QWidget) -> None:
        """Scroll a whole field into view, with the line below it."""
        inner, tall = self._scroll.widget(), focused.height() // 2 + BENEATH
        if inner is None or 2 * tall > self._scroll.viewport().height():
            self._scroll.ensureWidgetVisible(focused, 0, BENEATH)
            return
        middle = focused.mapTo(inner, focused.rect().center())
        self._scroll.ensureVisible(middle.x(), middle.y(), 0, tall)

    def _lay_out(self) -> None:
        words_ = QVBoxLayout()
        words_.setSpacing(2)
        words_.addWidget(self._title)
        words_.addWidget(self._context)
        header = self._header
        header.setContentsMargins(GAP_CARD + 4, 18, GAP_PAGE, GAP_CARD)
        header.addLayout(words_, 1)
        header.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(1)
        layout.addLayout(header)
        layout.addWidget(self._scroll, 1)
        layout.addLayout(self._footer)

    def _lift(self) -> None:
        if self._veil is not None:
            self._veil.hide()
            self._veil.deleteLater()
            self._veil = None
