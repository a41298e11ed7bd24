"""The screen outlives every widget that opened something on it, and the room on it is the room of the widget's own."""

from __future__ import annotations

import subprocess
import sys

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.widgets.style.look import screen_room
from tests.conftest import PLATFORM, ROOT

LOST = "the screen is deleted"
OPENED = {
    "a list to choose from": (
        "from desktop_app.widgets.fields.choice_field import ChoiceField\n"
        "from desktop_app.widgets.fields.folded_completer import Option\n"
        "def opened():\n"
        "    field = ChoiceField(options=[Option('1', 'واحد')])\n"
        "    field.show()\n"
        "    field.showPopup()\n"
        "    field.completer_of_line().popup().hide()\n"
        "    return field\n"
    ),
    "a menu": (
        "from PySide6.QtWidgets import QMenu, QPushButton\n"
        "from desktop_app.widgets.shell.menu_position import open_at\n"
        "def opened():\n"
        "    button = QPushButton()\n"
        "    menu = QMenu(button)\n"
        "    menu.addAction('چاپ')\n"
        "    button.show()\n"
        "    open_at(menu, button)\n"
        "    menu.hide()\n"
        "    return button\n"
    ),
    "a window": (
        "from PySide6.QtWidgets import QWidget\n"
        "from desktop_app.widgets.style.look import screen_room\n"
        "def opened():\n"
        "    window = QWidget()\n"
        "    window.show()\n"
        "    screen_room(window)\n"
        "    return window\n"
    ),
}
"""How each of the things that ask for the room on a screen is opened at a widget that nobody keeps."""
TWO_COLLECTED = f"""
import gc, os
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
app = QApplication([])
gc.disable()
def leave(word, code):
    os.write(1, word.encode())
    os._exit(code)
QGuiApplication.primaryScreen().destroyed.connect(lambda: leave({LOST!r}, 1))
pair = [opened()]
pair.append(opened())
for one in pair:
    one.kept = pair
del one, pair
assert gc.collect()
leave("kept", 0)
"""


@pytest.mark.parametrize("what", OPENED)
def test_the_collector_never_takes_the_screen_with_the_widgets_that_opened_on_it(what: str) -> None:
    """Two in one pass; the program ended with the next window (in a process of its own: it would end this one)."""
    code = OPENED[what] + TWO_COLLECTED
    command = [sys.executable, "-c", code, "-platform", PLATFORM]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert (done.stdout, done.returncode) == ("kept", 0), done.stderr


def test_the_room_is_that_of_the_screen_also_for_what_lies_beyond_its_edge(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    inner = QWidget(window)
    inner.setGeometry(10, 10, 40, 20)
    whole = QGuiApplication.primaryScreen().availableGeometry()
    window.move(whole.center())
    assert screen_room(inner) == whole
    inner.move(5 * whole.width(), 0)
    assert screen_room(inner) == whole
    window.move(3 * whole.width(), 0)
    assert screen_room(window) == whole
