"""«٪» follows its number: at its left, alone in a cell and within a sentence alike."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextLayout, QTextOption
from PySide6.QtWidgets import QApplication

from desktop_app.domain.errors import RuleBroken
from desktop_app.words import resolutions, tasks
from desktop_app.words.digits import percent, without_marks
from desktop_app.words.refusals import sentence
from tests.architecture.source import word_modules

SAID = {
    "cell": percent(45),
    "after a word": f"معوق · {percent(45)}",
    "course": resolutions.progress(45, 1, 2),
    "news": resolutions.event_task("doing", 45, note_only=False),
    "task": tasks.progress("در دست اقدام", 45),
    "refusal": sentence(RuleBroken("progress_says_nothing", percent=45)),
}


def middle(line: object, place: int) -> float:
    """Where a character is drawn."""
    left, right = (line.cursorToX(one)[0] for one in (place, place + 1))  # type: ignore[attr-defined]
    return float(left + right) / 2


@pytest.mark.parametrize("said", SAID.values(), ids=SAID)
def test_the_sign_stands_at_the_left_of_its_number(qapp: QApplication, said: str) -> None:
    layout = QTextLayout(said)
    option = QTextOption()
    option.setTextDirection(Qt.LayoutDirection.RightToLeft)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(10_000)
    layout.endLayout()
    digit, sign = said.index("۵"), said.index("٪")
    assert middle(line, sign) < middle(line, digit)


def test_the_sign_is_written_in_one_place() -> None:
    """Else the next sentence would draw it at the other side."""
    written = [
        module.path
        for module in word_modules()
        for line in module.text.splitlines()
        if "٪" in line and '"""' not in line
    ]
    assert written == ["desktop_app/words/digits.py"]


def test_it_is_copied_without_the_mark() -> None:
    assert without_marks(percent(45)) == "۴۵٪"
