"""The page of guided recovery: with a backup, while backups are read, with a report, and where nothing is left."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop_app.controllers.recovery.backup_way import found_text
from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.read_models.backups import (
    Backup,
    BackupKind,
    Flaw,
    FoundBackups,
    PassedOver,
    RestorePlan,
    Verdict,
)
from desktop_app.text import found as found_words
from desktop_app.text import recovery as words
from desktop_app.text.shared.refusals import sentence
from desktop_app.views.recovery.recovery_page import RecoveryPage
from tests.gallery_pages import GalleryPage

SIZE = (1216, 844)
_OWN, _STICK = Path("C:/Users/secretary/AppData/Local/Dabirkhaneh/backups"), Path("E:/پشتیبان")
_WHY = f"{found_words.trouble(found_words.found('damaged', '', 0), 3)}"
_FOUND = Backup(_OWN / "000012", 12, BackupKind.AUTOMATIC, "2023-05-12T12:40:00Z", committee_name="کمیتهٔ راهبری")
_TORN = Backup(
    _STICK / "000002",
    2,
    BackupKind.BY_HAND,
    "2023-05-13T08:05:00Z",
    verdict=Verdict.DAMAGED,
    flaw=Flaw.FILE_MISSING,
    detail="papers/1402-3.pdf",
)
_PLAN = RestorePlan(
    _FOUND,
    replaces=True,
    readable=False,
    lost_entries=14,
    lost_days=2,
    lost_from="2023-05-12T13:10:00Z",
    lost_to="2023-05-13T09:20:00Z",
)
_REPORT = "\n".join(
    (
        words.made_on("شنبه ۲۳ اردیبهشت ۱۴۰۲", "۱۵:۳۰"),
        words.summary(1240, 2),
        "",
        words.LINES_RECORDS,
        words.record_line("person", 7, "", "lost"),
        words.record_line("clause", 31, "تهیهٔ گزارش پیشرفت", "differs"),
        "",
        words.NEXT,
        "",
        words.links_line(412, 412),
        "",
        words.LINES_TABLES,
        *(words.table_line(kind, 30, 0) for kind in ("meeting", "agenda_item", "clause", "resolution", "task")),
    )
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
    shown.show_backup(found_text(FoundBackups(_PLAN, (PassedOver(_TORN),))), possible=True)
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
    shown.show_backup(found_text(FoundBackups(None, (), _STICK)), possible=False)
    return shown


def first_start() -> RecoveryPage:
    """Nothing is wrong: another machine's office is brought back."""
    shown = RecoveryPage()
    shown.show_first_start()
    plan = RestorePlan(
        replace(_FOUND, folder=_STICK / "000012", kind=BackupKind.BY_HAND), replaces=False, readable=True
    )
    shown.show_backup(found_text(FoundBackups(plan, ()), chosen=True), possible=True)
    return shown


def reading(widget: QWidget) -> None:
    """Backups are read."""
    assert isinstance(widget, RecoveryPage)
    widget.show_finding(on=True)
    widget.show_found_progress(40, 100)


def restoring(widget: QWidget) -> None:
    """A backup is put in place."""
    assert isinstance(widget, RecoveryPage)
    widget.show_restore(60)


def reported(widget: QWidget) -> None:
    """The rows are read."""
    assert isinstance(widget, RecoveryPage)
    widget.show_report(words.summary(1240, 2), _REPORT)


PAGES = (
    GalleryPage("recovery", with_backup, SIZE),
    GalleryPage("recovery-reading", _page, SIZE, prepare=reading),
    GalleryPage("recovery-restoring", with_backup, SIZE, prepare=restoring),
    GalleryPage("recovery-report", with_backup, SIZE, prepare=reported),
    GalleryPage("recovery-vanished", vanished, SIZE),
    GalleryPage("recovery-first-start", first_start, SIZE),
    GalleryPage("recovery-960x540", with_backup, (900, 512)),
)
