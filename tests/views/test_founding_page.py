"""The first start in a low window: every step keeps room for what it says."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.widgets.feedback.stepper import StepContent
from desktop_app.widgets.style.look import tokens_of
from desktop_app.window.founding.page import FoundingPage

STEPS = [StepContent(str(number), f"گام {number}", "آنچه در آن است") for number in range(1, 9)]


@pytest.mark.parametrize("height", [640, 669, 722, 800, 863, 864, 1000], ids=str)
def test_no_step_is_lower_than_its_writing(qtbot: QtBot, height: int) -> None:
    """1366 × 768 is a usual screen; with the task bar, the title and the status line, 669 of it are left."""
    window = QWidget()
    qtbot.addWidget(window)
    page = FoundingPage({}, window)
    page.show_folder_place("C:\\Users\\m.sotudeh\\AppData\\Local\\Dabirkhaneh")
    page.show_steps(STEPS, "1")
    window.resize(1366, height)
    page.resize(window.size())
    window.show()
    QApplication.processEvents()
    rows = [page.ui.steps.row(step.key) for step in STEPS]
    assert not any(row.geometry().intersects(other.geometry()) for row in rows for other in rows if row is not other)
    least = tokens_of(page).px(40)
    assert min(row.height() for row in rows) >= least
    shown = [page.ui.changePlace, page.ui.restore, page.ui.demo]
    assert all(one.isVisible() and one.geometry().bottom() < page.ui.stepsPane.height() for one in shown)
