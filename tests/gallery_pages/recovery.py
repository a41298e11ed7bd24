"""The page of guided recovery in its states, and the dialog of rows that another program changed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.papers import Classification
from desktop_app.domain.read_models.backups import Backup, BackupDamage, BackupKind, NewestBackup, RestorePlan, Verdict
from desktop_app.domain.read_models.findings import ListedRow, Reason, SalvageReport
from desktop_app.domain.read_models.history import FieldWords
from desktop_app.window.backups.recovery_controller import cost, found_text
from desktop_app.window.backups.recovery_page import RecoveryPage
from desktop_app.window.backups.restore_run import moment
from desktop_app.window.shell.dialogs import OutsideDialog, OutsideRow
from desktop_app.words import findings
from desktop_app.words import recovery as words
from desktop_app.words.refusals import sentence
from desktop_app.words.salvage_lines import report_text, summary_of
from tests.gallery_pages import GalleryPage

SIZE = (1216, 844)
_OWN, _STICK = Path("C:/Users/secretary/AppData/Local/Dabirkhaneh/backups"), Path("E:/پشتیبان")
_WHY = f"{findings.trouble(findings.found('damaged', '', 0), 3)}"
_FOUND = Backup(
    _OWN / "000012", 12, BackupKind.AUTOMATIC, "2023-05-12T12:40:00Z", committee_name="کمیتهٔ راهبری", last_entry=1204
)
_TORN = Backup(
    _STICK / "000002",
    2,
    BackupKind.BY_HAND,
    "2023-05-13T08:05:00Z",
    verdict=Verdict.DAMAGED,
    flaw=BackupDamage.DATABASE_CHANGED,
    detail="dabirkhaneh.db",
)
_PLAN = RestorePlan(
    _FOUND,
    replaces=True,
    readable=False,
    counted=False,
    lost_entries=14,
    lost_days=2,
    lost_from="2023-05-12T13:10:00Z",
    lost_to="2023-05-13T09:20:00Z",
)
_REPORT = SalvageReport(
    at="2023-05-13T12:00:00Z",
    committee="کمیتهٔ راهبری",
    kept=1240,
    rows=(
        *(ListedRow("person", number, Reason.UNREAD) for number in (7, 8, 9)),
        ListedRow("clause", 31, Reason.DIFFERS, name="تهیهٔ گزارش پیشرفت"),
        ListedRow("task", 12, Reason.PARENT_LOST),
    ),
    classification=Classification.NORMAL,
)


def _page() -> RecoveryPage:
    shown = RecoveryPage()
    shown.show_trouble(words.TITLE, _WHY, file=True)
    shown.show_rows(possible=True)
    shown.show_view(possible=True)
    return shown


def with_backup() -> RecoveryPage:
    """One backup may be restored, a newer one may not."""
    shown = _page()
    found = NewestBackup(_PLAN, (_TORN,))
    shown.show_backup(found_text(found), possible=True, cost=cost(found))
    return shown


def vanished() -> RecoveryPage:
    """No file, no backup, and the second place is not there."""
    shown = RecoveryPage()
    shown.show_trouble(
        words.VANISHED,
        sentence(EnvironmentProblem("database_vanished", folder=str(_OWN.parent), kept="papers")),
        file=False,
    )
    shown.show_rows(possible=False)
    shown.show_view(possible=False)
    shown.show_backup(found_text(NewestBackup(None, (), _STICK)), possible=False)
    return shown


def first_start() -> RecoveryPage:
    """Nothing is wrong: another machine's office is brought back."""
    shown = RecoveryPage()
    shown.show_first_start()
    plan = RestorePlan(
        replace(_FOUND, folder=_STICK / "000012", kind=BackupKind.BY_HAND), replaces=False, counted=False
    )
    shown.show_backup(found_text(NewestBackup(plan, ()), chosen=True), possible=True)
    return shown


def outside() -> OutsideDialog:
    """Rows that another program changed."""
    changed = (FieldWords("رابط", "خانم رضایی", "آقای احمدی"), FieldWords("نشانی تماس", "۱۲۳", "خالی"))
    added = (FieldWords("نام", "خالی", "شخص تازه"),)
    rows = [("row_differs", "unit", 3, "واحد فنی", changed), ("row_unknown", "person", 31, "شخص تازه", added)]
    return OutsideDialog(
        [
            OutsideRow(
                findings.row(kind, table, row_id, name),
                tuple(findings.fields(kind, fields, known=True, inner=False)),
            )
            for kind, table, row_id, name, fields in rows
        ]
    )


def reading(widget: QWidget) -> None:
    """Backups are read."""
    assert isinstance(widget, RecoveryPage)
    widget.show_finding(on=True)
    widget.show_search_progress(40, 100)


def restoring(widget: QWidget) -> None:
    """A backup is put in place."""
    assert isinstance(widget, RecoveryPage)
    widget.show_restore(60)


def reported(widget: QWidget) -> None:
    """The rows are read."""
    assert isinstance(widget, RecoveryPage)
    widget.show_report(summary_of(_REPORT), report_text(_REPORT, moment))


PAGES = (
    GalleryPage("recovery", with_backup, SIZE),
    GalleryPage("recovery-reading", _page, SIZE, prepare=reading),
    GalleryPage("recovery-restoring", with_backup, SIZE, prepare=restoring),
    GalleryPage("recovery-report", with_backup, SIZE, prepare=reported),
    GalleryPage("recovery-vanished", vanished, SIZE),
    GalleryPage("recovery-first-start", first_start, SIZE),
    GalleryPage("recovery-960x540", with_backup, (900, 512)),
    GalleryPage("outside-rows", outside, (640, 420)),
)
