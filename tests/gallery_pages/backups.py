"""The page of backups: folded and open with a few in two places; before the first; while one is made."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop_app.domain.read_models.backups import Backup, BackupDamage, BackupFolderState, BackupKind, Verdict
from desktop_app.window.backups.page import BackupsPage, RestoringPage
from desktop_app.window.backups.restore_run import row_of, state_of
from desktop_app.words import backups as words
from tests.gallery_pages import GalleryPage

SIZE = (1216, 844)
_OWN, _STICK = Path("C:/Users/secretary/AppData/Local/Dabirkhaneh/backups"), Path("E:/پشتیبان")
_TODAY = date(2023, 5, 13)
_MB = 1024 * 1024


def _backup(place: Path, number: int, day: int, kind: BackupKind, verdict: Verdict = Verdict.UNREAD) -> Backup:
    return Backup(
        place / f"{number:06}",
        number,
        kind,
        f"2023-05-{day:02}T08:{number:02}:00Z",
        schema=1,
        database_size=12 * _MB + number * 40_000,
        files=64,
        files_size=311 * _MB,
        verdict=verdict,
    )


def page() -> BackupsPage:
    """One sentence and one button."""
    shown = BackupsPage()
    there = _backup(_STICK, 2, 13, BackupKind.BY_HAND, Verdict.VERIFIED)
    damaged = _backup(_OWN, 10, 9, BackupKind.AUTOMATIC, Verdict.DAMAGED)
    damaged = replace(damaged, flaw=BackupDamage.DATABASE_CHANGED, detail="dabirkhaneh.db")
    own = (
        _backup(_OWN, 13, 13, BackupKind.AUTOMATIC),
        replace(_backup(_OWN, 12, 12, BackupKind.BEFORE_RESTORE), lost=("papers/1402-3.pdf",)),
        replace(_backup(_OWN, 11, 10, BackupKind.BY_HAND, Verdict.OTHER_COMMITTEE), detail="کمیتهٔ مشترک گلستان"),
        damaged,
    )
    shown.show_state(
        *state_of(BackupFolderState(_OWN, True, own), BackupFolderState(_STICK, True, (there,)), "", _TODAY)
    )
    shown.show_rows([row_of(there, here=False), *(row_of(one, here=True) for one in own)])
    return shown


def every_one() -> BackupsPage:
    """The rest of the page, open."""
    shown = page()
    shown.show_all(shown=True)
    return shown


def before_the_first() -> BackupsPage:
    """Nothing yet, and no second place."""
    shown = BackupsPage()
    shown.show_state(*state_of(BackupFolderState(_OWN, True), None, "", _TODAY))
    shown.show_rows([])
    shown.show_all(shown=True)
    return shown


def at_work(widget: QWidget) -> None:
    """One is being made."""
    assert isinstance(widget, BackupsPage)
    widget.show_busy(words.MAKING)
    widget.show_progress(40, 100)


def at_restore(widget: QWidget) -> None:
    """The office is being restored."""
    assert isinstance(widget, RestoringPage)
    widget.show_restore(60)


PAGES = (
    GalleryPage("backups", page, SIZE),
    GalleryPage("backups-all", every_one, SIZE),
    GalleryPage("backups-empty", before_the_first, SIZE),
    GalleryPage("backups-making", page, SIZE, prepare=at_work),
    GalleryPage("backups-restoring", RestoringPage, SIZE, prepare=at_restore),
    GalleryPage("backups-960x540", every_one, (900, 512)),
)
