"""A workbook of many rows through the window: its thread stays free while they are read, judged and taken over."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app import wiring
from desktop_app.domain.rules.taking_over import EarlierValues
from desktop_app.services.taking_over.earlier import save_earlier
from desktop_app.storage.file.database import DATABASE_NAME
from desktop_app.storage.sheets.template import WrittenSheet, workbook_bytes
from desktop_app.window.taking_over.page import TakingOverPage
from desktop_app.window.taking_over.past_meeting_form import PLACE
from tests.benchmarks.pulse import MOST_STALL, Pulse, Stall
from tests.bootstrap.conftest import Run, Start, clock_on
from tests.conftest import DEMO_DAY
from tests.services.clocks import SettableClock
from tests.services.furnishing import furnish
from tests.services.records import Records
from tests.shown import child

HEADS = ["شمارهٔ مصوبه", "شمارهٔ جلسه", "تاریخ جلسه", "متن مصوبه", "مجری", "مهلت", "وضعیت"]
ROWS, MEETINGS = 2_000, 100
MOST_BUSY = 1.5 * MOST_STALL
"""Milliseconds that the thread of the window works itself; what it waits for a processor is no work of its own."""


@pytest.fixture
def data(empty_folder: Path, tmp_path: Path) -> Path:
    """A data folder of a committee that met before."""
    records = Records(empty_folder / DATABASE_NAME, tmp_path / "data", SettableClock())
    furnish(records.open_work, records.clock)
    told = EarlierValues(held=True, last_meeting=str(MEETINGS), begins="1402/1")
    save_earlier(records.context, told, EarlierValues())
    records.close()
    return tmp_path / "data"


def workbook(place: Path) -> Path:
    """As many resolutions as an office brings after years."""
    rows = [
        [str(one + 1), str(one % MEETINGS + 1), "1401/9/3", f"متن {one}", "واحد 1", "1402/6/31", "در دست اقدام"]
        for one in range(ROWS)
    ]
    file = place / "past.xlsx"
    file.write_bytes(workbook_bytes([WrittenSheet(name="مصوبه‌ها", widths=[20] * 7, rows=[HEADS, *rows])]))
    return file


def pressed(run: Run, button: str) -> Stall:
    """Press a button of the page, and wait until what it began has ended."""
    page = child(run.window, TakingOverPage)
    pulse = Pulse()
    pulse.begin()
    getattr(page.ui, button).click()
    run.until(lambda: not run.opening.workers.busy and not page.ui.cancel.isVisible())
    return pulse.end()


def test_the_window_answers_while_rows_are_read_and_taken_over(
    start: Start, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = workbook(tmp_path)
    run = start(data)
    run.until(lambda: run.office_open and not run.opening.workers.busy)
    assert run.opening.screens is not None
    run.opening.screens.open("taking_over")
    run.at("taking_over")
    monkeypatch.setattr(run.dialogs, "pick_open_path", lambda *_asked: file)
    page = child(run.window, TakingOverPage)
    reading = pressed(run, "openFile")
    assert page.ui.bringIn.isVisible(), page.ui.found.text()
    taking = pressed(run, "bringIn")
    with run.opening.screens.office.context.read() as work:
        assert len(work.resolutions.where()) == ROWS
    assert reading.busy <= MOST_BUSY
    assert taking.busy <= MOST_BUSY


def test_a_past_meeting_that_a_kill_left_typed_is_opened_where_it_was_typed(start: Start, data: Path) -> None:
    office = wiring.open_office(data, clock_on(DEMO_DAY))
    with office.drafts() as work:
        work.put_drafts({replace(PLACE, field=f"{PLACE.field}.subjectEdit"): "نوشتهٔ بازیافته"})
        work.commit()
    office.close()
    run = start(data)
    run.until(lambda: run.opening.form_drafts is not None)
    assert run.opening.form_drafts is not None
    dialog = run.opening.form_drafts.dialog
    assert dialog is not None
    (card,) = dialog.cards
    assert card.open_button.isEnabled()
    card.open_button.click()
    run.at("taking_over")
    page = child(run.window, TakingOverPage)
    run.until(lambda: page.form.ui.subjectEdit.text() == "نوشتهٔ بازیافته")
    assert page.form.ui.subjectEdit.isVisible()
