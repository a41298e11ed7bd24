"""What an accepted recovery left wrong stands above everything at every start, with its count and the way to each."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app import paths
from desktop_app.controllers.backups.backup_lines import moment
from desktop_app.services.ports import Changed
from desktop_app.storage.file.database import DATABASE_NAME
from desktop_app.storage.file.folder import WorkContext
from desktop_app.storage.recovery.row_recovery import prepare
from desktop_app.text import record_check as words
from desktop_app.text import recovery as recovery_words
from desktop_app.text.shared.digits import persian
from tests.bootstrap.conftest import Start, clock_before, clock_on
from tests.bootstrap.test_backups import page as backups_page
from tests.bootstrap.test_left_out import band, screens_of
from tests.conftest import DEMO_DAY
from tests.storage.recovery.damage import leaf_pages, zero


@pytest.fixture(autouse=True)
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine of the test's own."""
    monkeypatch.setenv(paths.SETTINGS_VARIABLE, str(tmp_path / "machine" / "settings.ini"))


def _times(line: str) -> int:
    said = line.rsplit("، ", 1)[-1].removesuffix(" بار")
    return int(said) if said.isdecimal() else 1


@pytest.fixture
def remainder(demo_folder: Path) -> Path:
    """An office whose clauses were lost, recovered and accepted."""
    for page in leaf_pages(demo_folder / DATABASE_NAME, "clause"):
        zero(demo_folder / DATABASE_NAME, page)
    prepare(demo_folder, WorkContext(clock_before(DEMO_DAY))).accept()
    return demo_folder


def test_every_start_tells_how_many_are_wrong_and_work_goes_on(start: Start, remainder: Path, tmp_path: Path) -> None:
    for _start in range(2):
        run = start(remainder)
        count = len(screens_of(run).office.folder.check())
        assert count > 12
        title = words.left_over(count)
        run.until(lambda run=run, title=title: band(run, title) is not None)  # type: ignore[misc]
        told = band(run, title)
        assert told is not None
        assert screens_of(run).office.folder.writable
        target = run.dialogs.save_to = tmp_path / f"{_start}.txt"
        run.dialogs.answers = ["save"]
        told.action_button().click()
        (question,) = run.dialogs.asked
        assert "صورت‌جلسهٔ جلسهٔ" in question.text
        lines = [one for one in target.read_text(encoding="utf-8").splitlines() if one.startswith("• ")]
        assert sum(_times(one) for one in lines) == count
        assert "شناسهٔ" not in "".join(lines)
        told.second_button().click()
        assert band(run, title) is None
        run.window.close()


def test_what_is_said_of_many_parts_of_one_record_stands_once(start: Start, demo_folder: Path) -> None:
    for page in leaf_pages(demo_folder / DATABASE_NAME, "attendance"):
        zero(demo_folder / DATABASE_NAME, page)
    prepare(demo_folder, WorkContext(clock_before(DEMO_DAY))).accept()
    run = start(demo_folder)
    count = len(screens_of(run).office.folder.check())
    run.until(lambda: band(run, words.left_over(count)) is not None)
    told = band(run, words.left_over(count))
    assert told is not None
    told.action_button().click()
    (question,) = run.dialogs.asked
    lines = question.text.splitlines()
    assert len(lines) == len(set(lines)) == 6
    assert sum(_times(one) for one in lines) == count > 300
    assert lines[0] in f"• {told.detail()}"


def test_a_check_of_everything_does_not_call_a_remainder_sound(start: Start, remainder: Path) -> None:
    run = start(remainder)
    run.until(lambda: not run.opening.workers.busy)
    shown = backups_page(run)
    shown.ui.check.click()
    run.until(shown.ui.check.isEnabled)
    assert shown.checked.title() == words.NOTHING_NEW
    assert words.left_over(len(screens_of(run).office.folder.check())) in shown.checked.detail()
    assert "شناسهٔ" not in shown.checked.detail()
    assert "صورت‌جلسهٔ جلسهٔ" in shown.checked.detail()
    screens_of(run).announce(Changed.FILES)
    assert shown.checked.isVisible(), "an attached file mends no record"
    assert screens_of(run).office.folder.writable


def test_the_page_of_backups_keeps_a_line_about_the_recovery(start: Start, remainder: Path) -> None:
    run = start(remainder)
    run.until(lambda: not run.opening.workers.busy)
    shown = backups_page(run)
    run.until(shown.ui.band.isVisible)
    assert shown.ui.band.title() == recovery_words.ONCE
    assert persian(18) in shown.ui.band.detail()
    assert paths.SET_ASIDE in shown.ui.band.detail()
    assert shown.ui.make.isEnabled()


def test_the_line_tells_of_each_recovery_the_newest_first(start: Start, remainder: Path) -> None:
    for page in leaf_pages(remainder / DATABASE_NAME, "meeting"):
        zero(remainder / DATABASE_NAME, page)
    prepare(remainder, WorkContext(clock_on(DEMO_DAY))).accept()
    run = start(remainder)
    run.until(lambda: not run.opening.workers.busy)
    shown = backups_page(run)
    run.until(shown.ui.band.isVisible)
    told = shown.ui.band.detail()
    moments = [moment(clock.instant()) for clock in (clock_on(DEMO_DAY), clock_before(DEMO_DAY))]
    places = [told.index(one) for one in moments]
    assert places == sorted(places)
    assert persian(18) in told[places[1] :], "what was lost the first time"
    assert told.count(paths.SET_ASIDE) == 1
