"""The page of backups: a few in two places, one of them damaged, one doubtful; before the first; while one is made."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop_app.controllers.backups.backup_lines import moment, row_of
from desktop_app.domain.read_models.backups import Backup, BackupKind, Flaw, Verdict
from desktop_app.domain.read_models.findings import Finding, FindingKind
from desktop_app.text.office import backups as words
from desktop_app.views.backups.backups_page import BackupsPage
from desktop_app.views.backups.restoring_page import RestoringPage
from tests.gallery_pages import GalleryPage

SIZE = (1216, 844)
_OWN, _STICK = Path("C:/Users/secretary/AppData/Local/Dabirkhaneh/backups"), Path("E:/پشتیبان")
_MB = 1024 * 1024
_FALSE = Finding(kind=FindingKind.ROW_DIFFERS, subject="clause", id=5)


def _backup(place: Path, number: int, day: int, kind: BackupKind, verdict: Verdict = Verdict.UNREAD) -> Backup:
    return Backup(
        place / f"{number:06}",
        number,
        kind,
        f"2023-05-{day:02}T08:{number:02}:00Z",
        schema=8,
        database_size=12 * _MB + number * 40_000,
        files=64,
        files_size=311 * _MB,
        verdict=verdict,
    )


def page() -> BackupsPage:
    """Six backups."""
    shown = BackupsPage()
    there = _backup(_STICK, 2, 13, BackupKind.BY_HAND, Verdict.VERIFIED)
    stick = row_of(there, moment(there.made_at), here=False)
    damaged = _backup(_OWN, 10, 9, BackupKind.AUTOMATIC, Verdict.DAMAGED)
    damaged = replace(damaged, flaw=Flaw.FILE_CHANGED, detail="papers/1402-3.pdf")
    old = replace(_backup(_OWN, 0, 1, BackupKind.BEFORE_UPGRADE), schema=7, files=0, files_size=0)
    own = [
        _backup(_OWN, 13, 13, BackupKind.AUTOMATIC),
        _backup(_OWN, 12, 12, BackupKind.BEFORE_RESTORE),
        replace(_backup(_OWN, 11, 10, BackupKind.AUTOMATIC, Verdict.DOUBTFUL), doubts=3, first_doubts=(_FALSE,)),
        damaged,
        old,
    ]
    told = words.second_place(str(_STICK), reached=True, when=moment(stick.backup.made_at))
    shown.show_own(words.own_place(str(_OWN)))
    shown.show_second(told, has_second=True)
    shown.show_rows([stick, *(row_of(one, moment(one.made_at), here=True) for one in own)])
    return shown


def before_the_first() -> BackupsPage:
    """Nothing yet, and no second place."""
    shown = BackupsPage()
    shown.show_own(words.own_place(str(_OWN)))
    shown.show_second(words.NO_SECOND, has_second=False)
    shown.show_rows([])
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
    GalleryPage("backups-empty", before_the_first, SIZE),
    GalleryPage("backups-making", page, SIZE, prepare=at_work),
    GalleryPage("backups-restoring", RestoringPage, SIZE, prepare=at_restore),
    GalleryPage("backups-960x540", page, (900, 512)),
)
