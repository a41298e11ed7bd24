"""Keys on the buttons of a head give way to its title, and are told by tooltips then."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.shell.action_bar import ROOMY, NarrowHints


def test_a_narrow_head_says_its_keys_in_tooltips(qtbot: QtBot) -> None:
    head = QWidget()
    qtbot.addWidget(head)
    button = Button(head, text="چاپ", hint="Ctrl+P")
    head.resize(ROOMY + 40, 60)
    NarrowHints(head, (button,))
    head.show()
    assert (button.property("hint"), button.toolTip()) == ("Ctrl+P", "")
    wide = button.sizeHint().width()
    head.resize(ROOMY - 1, 60)
    assert (button.property("hint"), button.toolTip()) == ("", "Ctrl+P")
    assert button.sizeHint().width() < wide
    head.resize(ROOMY, 60)
    assert (button.property("hint"), button.toolTip()) == ("Ctrl+P", "")
    assert button.sizeHint().width() == wide
