"""What the start left out is verified behind the window, and everything when asked; what is found stops all writing."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtTest import QTest

from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.outcome import Changed
from desktop_app.domain.progress import Progress
from desktop_app.domain.read_models.findings import Finding, FindingKind, WholeCheck
from desktop_app.services.office.settings import office_settings
from desktop_app.storage.evidence import verifying
from desktop_app.storage.evidence.canonical import row_hash
from desktop_app.storage.file import check_beside
from desktop_app.storage.file import folder as folder_module
from desktop_app.storage.file.database import DATABASE_NAME
from desktop_app.storage.file.folder import DataFolder
from desktop_app.storage.schema.base import Record
from desktop_app.system import paths
from desktop_app.widgets.controls.message_band import MessageBand
from desktop_app.widgets.fields.drafted import text_of
from desktop_app.window.months.page import MeetingsPage
from desktop_app.window.shell import backups as said_findings
from desktop_app.window.shell import left_out
from desktop_app.window.shell.screens import Screens
from desktop_app.wiring import Office
from desktop_app.words import findings as outside_words
from desktop_app.words import record_check as words
from desktop_app.words import recovery as recovery_words
from desktop_app.words import shell as shell_words
from desktop_app.words.finding_details import FINDINGS
from desktop_app.words.refusals import sentence
from desktop_app.workers import Cancelled
from tests.bootstrap.backups import page as backups_page
from tests.bootstrap.conftest import Run, Start
from tests.bootstrap.test_guided_recovery import press
from tests.bootstrap.test_history_page import forge, worked
from tests.bootstrap.test_typed_drafts import ground
from tests.foreign import connect
from tests.services.prepared import save_settings
from tests.writing_places import come_to

OLDER = "UPDATE audit SET facts = replace(facts, '5', '9') WHERE seq = (SELECT max(seq) - 2 FROM audit)"
"""The first of the last three acts."""
FROZEN = "UPDATE clause SET text = text || ' ' WHERE id = 1"
LIVE = "UPDATE person SET name = 'کسی دیگر' WHERE id = 2"
BROKEN = Finding(kind=FindingKind.CHAIN_BROKEN, subject="chain_link", id=1)


@pytest.fixture(autouse=True)
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine of the test's own."""
    monkeypatch.setenv(paths.SETTINGS_VARIABLE, str(tmp_path / "machine" / "settings.ini"))


@pytest.fixture
def forged(demo_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An entry was forged that is older than what a start verifies: one act."""
    monkeypatch.setattr(verifying, "AT_START", 2)
    worked(demo_folder)
    forge(demo_folder, OLDER)
    return demo_folder


def screens_of(run: Run) -> Screens:
    assert run.opening.screens is not None
    return run.opening.screens


def band(run: Run, title: str) -> MessageBand | None:
    shown = [one for one in run.window.findChildren(MessageBand) if one.title() == title and not one.isHidden()]
    return shown[-1] if shown else None


def found(run: Run) -> MessageBand:
    run.until(lambda: band(run, words.FOUND) is not None)
    told = band(run, words.FOUND)
    assert told is not None
    return told


def _at_rest(run: Run) -> None:
    run.until(lambda: not run.opening.workers.busy)


def _refused(run: Run) -> str:
    context = screens_of(run).office.context
    with pytest.raises(EnvironmentProblem) as refused:
        save_settings(context, office_settings(context))
    return refused.value.key


def test_a_sound_office_hears_nothing_of_it(start: Start, demo_folder: Path) -> None:
    worked(demo_folder)
    run = start(demo_folder)
    _at_rest(run)
    run.until(lambda: run.window.page() == "meetings")
    for title in (words.GOES_ON, words.NOT_ENDED, words.FOUND, shell_words.FOUND_WRONG):
        assert band(run, title) is None
    assert screens_of(run).office.folder.writable


def test_a_search_index_that_was_emptied_is_made_anew_behind_the_first_page(start: Start, demo_folder: Path) -> None:
    worked(demo_folder)
    with closing(connect(demo_folder / DATABASE_NAME)) as raw:
        assert raw.execute("DELETE FROM search_text").rowcount
    run = start(demo_folder)
    told: list[Changed] = []
    screens_of(run).changed.connect(told.append)
    run.until(lambda: bool(told))
    assert told == [~Changed.NOTHING], "each page asks again"
    with screens_of(run).office.folder.open_read() as work:
        assert work.search("اطلاعات", 100)
    _at_rest(run)
    assert screens_of(run).office.folder.writable, "nothing of the records was wrong"


def test_an_entry_older_than_the_start_verifies_stops_all_writing(start: Start, forged: Path) -> None:
    run = start(forged)
    assert screens_of(run).office.folder.writable, "the start does not look that far"
    told = found(run)
    assert "زنجیره" in told.detail()
    before = (forged / DATABASE_NAME).read_bytes()
    assert not screens_of(run).office.folder.writable
    assert run.window.ui.status.text() == shell_words.VIEW_ONLY
    assert _refused(run) == "records_doubtful"
    assert recovery_words.WAYS in sentence(EnvironmentProblem("records_doubtful", count=1))
    run.window.close()
    assert (forged / DATABASE_NAME).read_bytes() == before
    assert not list(forged.glob(f"{paths.BACKUPS}/*"))


@pytest.mark.whole
def test_pages_that_show_already_offer_nothing_more_to_be_recorded(start: Start, forged: Path) -> None:
    run = start(forged)
    backups, meetings = backups_page(run), run.window.findChild(MeetingsPage)
    assert isinstance(meetings, MeetingsPage)
    found(run)
    run.window.page_chosen.emit("meetings")
    run.at("meetings")
    run.until(lambda: not meetings.ui.newMeeting.isVisible())
    assert not meetings.ui.wants.action_button().isVisible()
    assert not backups.ui.make.isEnabled()


@pytest.mark.whole
def test_a_row_that_was_changed_with_its_old_hash_does_so_too(
    start: Start, demo_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verifying, "AT_START", 2)
    worked(demo_folder)
    person = Record.metadata.tables["person"]
    with closing(connect(demo_folder / DATABASE_NAME)) as raw:
        raw.row_factory = sqlite3.Row
        row = dict(raw.execute("SELECT * FROM person WHERE id = 2").fetchone())
    digest = row_hash(person, 2, row | {"name": "کسی دیگر"})
    forge(demo_folder, "UPDATE person SET name = 'کسی دیگر' WHERE id = 2")
    forge(demo_folder, f"UPDATE record_hash SET hash = '{digest}' WHERE kind = 'person' AND record_id = 2")
    run = start(demo_folder)
    assert screens_of(run).office.folder.findings == ()
    found(run)


def test_the_ways_back_lead_to_looking_without_writing(start: Start, forged: Path) -> None:
    run = start(forged)
    found(run).action_button().click()
    assert run.window.page() == "recovery"
    assert band(run, words.FOUND) is None
    press(run, "recoveryView")
    run.at("meetings")
    assert band(run, shell_words.FOUND_WRONG) is not None
    assert not screens_of(run).office.folder.writable
    assert _refused(run) == "records_doubtful"
    _at_rest(run)
    assert band(run, words.FOUND) is None, "what is known is told once"


# ---- how it runs


class Held:
    """A check that goes on until the test lets it."""

    def __init__(self) -> None:
        self.go_on = threading.Event()
        self.threads: list[threading.Thread] = []
        self.found: tuple[Finding, ...] = ()
        self.given_up = False

    def check(self, _folder: DataFolder, progress: Progress) -> tuple[Finding, ...]:
        """Begin, wait, and find."""
        self.threads.append(threading.current_thread())
        try:
            while not self.go_on.wait(0.01):
                progress(0, 1)
        except Cancelled:
            self.given_up = True
            raise
        return self.found


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[Held]:
    one = Held()
    monkeypatch.setattr(left_out, "check_left_out", one.check)
    yield one
    one.go_on.set()


def test_what_is_typed_stays_and_can_be_kept(start: Start, begun_folder: Path, tmp_path: Path, held: Held) -> None:
    run, at = ground(start, begun_folder)
    run.until(lambda: bool(held.threads))
    field = come_to(at, "clause")
    QTest.keyClicks(field, "abc")
    held.found = (BROKEN,)
    held.go_on.set()
    told = found(run)
    assert "abc" in text_of(field)
    target = run.dialogs.save_to = tmp_path / "typed.txt"
    told.second_button().click()
    assert "abc" in target.read_text(encoding="utf-8")
    # the ways back take the page away: whoever typed is asked, and stays
    run.dialogs.answers = ["stay"]
    told.action_button().click()
    assert run.window.page() == "minutes_editor"
    assert "abc" in text_of(field)
    assert band(run, words.FOUND) is told


def test_it_runs_off_the_thread_of_the_window_and_tells_of_it_where_the_file_is_large(
    start: Start, demo_folder: Path, held: Held, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = start(demo_folder)
    run.until(lambda: bool(held.threads))
    assert held.threads[0] is not threading.main_thread()
    assert band(run, words.GOES_ON) is None, "of what takes no time nothing is said"
    run.window.close()
    assert held.given_up, "closing does not wait for it"
    monkeypatch.setattr(folder_module, "HASHED_AT_START", 0)
    again = start(demo_folder)
    again.until(lambda: len(held.threads) > 1)
    assert band(again, words.GOES_ON) is not None
    held.go_on.set()
    again.until(lambda: band(again, words.GOES_ON) is None)
    assert screens_of(again).office.folder.writable


@pytest.mark.whole
def test_a_row_of_a_large_file_is_found_behind_the_window(
    start: Start, demo_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folder_module, "HASHED_AT_START", 0)
    forge(demo_folder, FROZEN)
    run = start(demo_folder)
    assert screens_of(run).office.folder.writable
    assert FINDINGS["row_differs"] in found(run).detail()
    assert band(run, words.GOES_ON) is None
    assert not screens_of(run).office.folder.writable


@pytest.mark.whole
def test_a_live_row_of_a_large_file_that_was_changed_outside_is_told_and_work_goes_on(
    start: Start, demo_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folder_module, "HASHED_AT_START", 0)
    forge(demo_folder, LIVE)
    run = start(demo_folder)
    run.until(lambda: band(run, outside_words.TITLE) is not None)
    assert screens_of(run).office.folder.writable
    assert band(run, words.FOUND) is None


def test_one_that_cannot_be_ended_says_so_and_what_to_do(
    start: Start, demo_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_folder: DataFolder, _told: Progress) -> tuple[Finding, ...]:
        raise EnvironmentProblem("disk_error", code="SQLITE_IOERR")

    monkeypatch.setattr(left_out, "check_left_out", fail)
    run = start(demo_folder)
    run.until(lambda: band(run, words.NOT_ENDED) is not None)
    told = band(run, words.NOT_ENDED)
    assert told is not None
    assert "بررسی کامل" in told.detail()
    assert screens_of(run).office.folder.writable


def test_the_check_of_the_start_holds_no_window_up(
    start: Start, demo_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[threading.Thread] = []
    check = DataFolder.check_at_start

    def checked(folder: DataFolder) -> tuple[Finding, ...]:
        threads.append(threading.current_thread())
        return check(folder)

    monkeypatch.setattr(DataFolder, "check_at_start", checked)
    run = start(demo_folder)
    assert run.office_open, "the pages open after it"
    assert len(threads) == 1
    assert threads[0] is not threading.main_thread()


# ---- everything, when asked


def _checked(run: Run) -> MessageBand:
    shown = backups_page(run)
    shown.ui.check.click()
    assert shown.ui.busy.isVisible()
    assert not shown.ui.check.isEnabled()
    run.until(shown.ui.check.isEnabled)
    (told,) = {one for one in (shown.ui.band, shown.checked) if one.isVisible()}
    return told


def test_a_whole_check_of_a_sound_office_says_so(start: Start, demo_folder: Path) -> None:
    run = start(demo_folder)
    told = _checked(run)
    assert (told.title(), told.detail()) == (words.SOUND, words.SOUND_WHY)
    # the start compares the index too, behind the window
    _at_rest(run)
    with closing(connect(demo_folder / DATABASE_NAME)) as raw:
        raw.execute("DELETE FROM search_text")
    assert words.REMADE in _checked(run).detail()
    assert words.REMADE not in _checked(run).detail()


def test_what_a_whole_check_finds_stops_all_writing(start: Start, demo_folder: Path) -> None:
    run = start(demo_folder)
    _at_rest(run)
    forge(demo_folder, FROZEN)
    told = _checked(run)
    assert told.title() == words.WRONG
    assert FINDINGS["row_differs"] in told.detail()
    above = found(run).action_button()
    assert above.text() == recovery_words.WAYS
    above.click()
    assert run.window.page() == "recovery"


@pytest.mark.whole
def test_nothing_is_written_while_what_a_whole_check_found_is_named(
    start: Start, demo_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = start(demo_folder)
    _at_rest(run)
    folder = screens_of(run).office.folder
    named: list[tuple[int, bool]] = []

    def said(_office: Office, findings: Sequence[Finding]) -> tuple[str, ...]:
        if findings:
            named.append((len(findings), folder.writable))
        return ("",) * len(findings)

    monkeypatch.setattr(said_findings, "finding_sentences", said)
    forge(demo_folder, FROZEN)
    assert _checked(run).title() == words.WRONG
    assert named == [(1, False)]


@pytest.mark.whole
def test_a_whole_check_lists_a_live_row_that_was_changed_outside(start: Start, demo_folder: Path) -> None:
    run = start(demo_folder)
    _at_rest(run)
    forge(demo_folder, LIVE)
    told = _checked(run)
    assert told.title() == words.WRONG
    assert "شخص" in told.detail()
    run.until(lambda: band(run, outside_words.TITLE) is not None)
    assert screens_of(run).office.folder.writable


def test_a_missing_file_is_told_and_work_goes_on(start: Start, demo_folder: Path) -> None:
    run = start(demo_folder)
    _at_rest(run)
    next((demo_folder / paths.FILES).glob("??/*")).unlink()
    told = _checked(run)
    assert told.title() == words.WRONG_FILES
    assert screens_of(run).office.folder.writable


@pytest.mark.whole
def test_what_a_whole_check_found_stands_until_it_may_be_otherwise(start: Start, demo_folder: Path) -> None:
    run = start(demo_folder)
    _at_rest(run)
    gone = next((demo_folder / paths.FILES).glob("??/*"))
    aside = gone.rename(demo_folder / "aside")
    told = _checked(run)
    shown = backups_page(run)
    shown.ui.make.click()
    run.until(lambda: shown.ui.band.isVisible() and not run.opening.workers.busy)
    screens = screens_of(run)
    screens.open("meetings")
    screens.announce(Changed.MEETINGS)
    screens.open("backups")
    assert (told.isVisible(), told.title()) == (True, words.WRONG_FILES)
    screens.open("meetings")
    screens.announce(Changed.FILES)
    screens.open("backups")
    assert not told.isVisible(), "what was added may be the very file"
    assert _checked(run).title() == words.WRONG_FILES
    aside.rename(gone)
    assert _checked(run).title() == words.SOUND


def test_a_whole_check_can_be_given_up(start: Start, demo_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    go_on = threading.Event()

    def slow(_folder: DataFolder, progress: Progress) -> WholeCheck:
        while not go_on.wait(0.01):
            progress(1, 2)
        return WholeCheck()

    monkeypatch.setattr(check_beside, "check_everything", slow)
    run = start(demo_folder)
    shown = backups_page(run)
    shown.ui.check.click()
    run.until(lambda: shown.ui.progress.value() > 0)
    shown.ui.cancel.click()
    run.until(lambda: not run.opening.workers.busy)
    go_on.set()
    assert shown.ui.band.title() == words.GIVEN_UP
    assert shown.ui.check.isEnabled()
    assert screens_of(run).office.folder.writable
