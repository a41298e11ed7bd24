"""Qt's own words are Persian, and keys are named as they are on the keyboard and everywhere in the window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication

from desktop_app.window.shell.application import install_translator
from desktop_app.window.signing import scan_words
from desktop_app.words import letters

NATIVE = QKeySequence.SequenceFormat.NativeText


@pytest.fixture(autouse=True)
def translated(qapp: QApplication) -> Iterator[None]:
    """As the program is after its first paint; the other tests are without it."""
    before, locale = set(qapp.findChildren(QTranslator)), QLocale()
    install_translator(qapp)
    yield
    for one in set(qapp.findChildren(QTranslator)) - before:
        qapp.removeTranslator(one)
        one.deleteLater()
    QLocale.setDefault(locale)


@pytest.mark.parametrize("keys", ["Ctrl+P", letters.STRIKE_KEYS, scan_words.ADD_KEYS, "Alt+Up"])
def test_a_menu_names_keys_as_the_buttons_do(keys: str) -> None:
    """Qt's own translation called them «کنترل+شیفت+D» and «درج»."""
    assert QKeySequence(keys).toString(NATIVE) == keys


def test_the_words_of_qt_itself_are_persian() -> None:
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "انصراف"
