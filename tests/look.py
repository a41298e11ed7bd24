"""The program's look for tests: the bundled fonts and icons, light unless said otherwise."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication

from desktop_app.widgets.style.icons import IconSet
from desktop_app.widgets.style.style import LookStyle, apply_look
from desktop_app.widgets.style.tokens import Scheme, load_fonts, tokens_for

RESOURCES = Path(__file__).resolve().parent.parent / "resources"


def dress_application(app: QApplication) -> None:
    """All that the application wears once its window stands, language included."""
    from desktop_app.window.shell.application import apply_style, install_translator

    apply_style(app)
    install_translator(app)


def dress(app: QApplication, scheme: Scheme = Scheme.LIGHT, text_scale: float = 1.0) -> LookStyle:
    """Dress the application as the program does."""
    load_fonts(RESOURCES / "fonts")
    # a caret that blinks is there in one picture of a page and away in the next
    app.setCursorFlashTime(0)
    return apply_look(app, tokens_for(scheme, text_scale), IconSet(RESOURCES / "icons"))
