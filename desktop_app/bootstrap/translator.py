"""Translator: Qt's own words and numbers in Persian, put on after the first paint, for its tables load slowly."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

_KEYS: Final = "QShortcut"
"""Where Qt looks for the names of keys."""


class _KeyNames(QTranslator):
    """Keys keep their Latin names, which stand on the keyboard, on the buttons and in the help."""

    def isEmpty(self) -> bool:
        """It has something to say."""
        return False

    def translate(self, context: str, text: str, _about: str | None = None, _count: int = -1) -> str | None:
        """The name itself; of anything else nothing, so that the table beneath is asked."""
        return text if context == _KEYS else None


def install_translator(app: QApplication) -> None:
    """From now on dialogs and menus of Qt itself speak Persian."""
    QLocale.setDefault(QLocale(QLocale.Language.Persian, QLocale.Country.Iran))
    translator = QTranslator(app)
    if translator.load("qtbase_fa", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(translator)
        # who came last is asked first
        app.installTranslator(_KeyNames(app))
