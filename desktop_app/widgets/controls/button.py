"""Buttons: filled, outlined, quiet, dangerous; with an icon and the hint of their shortcut."""

from __future__ import annotations

from PySide6.QtCore import Property, QEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.widgets.controls.press_button import PressButton
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.tokens import Tone


class Button(PressButton):
    """A push button that says how loud it is; a lone icon needs a `name` for those who hear the screen."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        text: str = "",
        kind: ButtonKind = ButtonKind.OUTLINED,
        icon: str = "",
        hint: str = "",
        name: str = "",
        compact: bool = False,
        small: bool = False,
    ) -> None:
        super().__init__(parent)
        self._kind, self._icon, self._hint, self._compact = kind, icon, hint, compact
        self._tone: Tone | None = None
        self.setProperty("small", small)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setText(text)
        if name:
            self.set_name(name)

    def set_name(self, name: str) -> None:
        """The spoken name and the tooltip of a button without words."""
        self.setAccessibleName(name)
        if not self.text():
            self.setToolTip(name)

    def set_kind(self, kind: ButtonKind) -> None:
        """Make it louder or quieter."""
        self._kind = kind
        self.update()

    def set_icon(self, icon: str) -> None:
        """Show another icon, or none."""
        self._icon = icon
        self._changed()

    def set_hint(self, hint: str) -> None:
        """Show the keys that press it, in Latin letters."""
        self._hint = hint
        self._changed()

    def set_tone(self, tone: Tone | None) -> None:
        """Take the edge of a message that it answers."""
        self._tone = tone
        self.update()

    def _changed(self) -> None:
        # a push button keeps the size that it measured once; its own icon, which is none, is what lets go of it
        self.setIcon(self.icon())
        self.updateGeometry()
        self.update()

    def _get_kind(self) -> str:
        return self._kind.value

    def _set_kind_name(self, name: str) -> None:
        self.set_kind(ButtonKind(name))

    def _get_icon(self) -> str:
        return self._icon

    def _get_hint(self) -> str:
        return self._hint

    def _get_compact(self) -> bool:
        return self._compact

    def _set_compact(self, compact: bool) -> None:
        self._compact = compact
        self._changed()

    def _get_tone(self) -> str:
        return self._tone.value if self._tone else ""

    kind = Property(str, _get_kind, _set_kind_name)
    icon_name = Property(str, _get_icon, set_icon)
    hint = Property(str, _get_hint, set_hint)
    compact = Property(bool, _get_compact, _set_compact)
    tone = Property(str, _get_tone)

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the look changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._changed()
