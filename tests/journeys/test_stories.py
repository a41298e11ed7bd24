"""Stories of a month, told through the window: a meeting until its signatures, and the month after it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication, QTextEdit

from tests.journeys import month
from tests.journeys.conftest import Begin
from tests.journeys.driver import Driver
from tests.journeys.secretary import Secretary


@pytest.mark.slow
def test_a_month_of_the_operator(begin: Begin) -> None:
    """Two windows on one folder: the day of the meeting, and the first day of the next month."""
    secretary = Secretary(begin())
    month.attend(secretary)
    month.resolve(secretary)
    month.read_and_print(secretary)
    month.collect_pens(secretary)
    assert secretary.driver.close()
    secretary = Secretary(begin(day=month.FIRST_OF_KHORDAD, persian=True))
    month.open_on_the_first(secretary.driver)
    month.schedule(secretary)
    month.build_agenda(secretary)
    month.name_an_alternate(secretary)
    month.name_a_successor(secretary)
    month.archive_a_busy_unit(secretary)
    month.take_a_call(secretary)
    assert secretary.driver.close(), "nothing is left unsaved"
