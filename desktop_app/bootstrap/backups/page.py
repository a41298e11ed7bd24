"""The page of backups, wired to the open office and to this machine."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject

from desktop_app.bootstrap.machine import machine_settings
from desktop_app.controllers.backups.archive_exporting import ArchiveExporting
from desktop_app.controllers.backups.backups_controller import BackupsController
from desktop_app.controllers.backups.backups_memory import BackupsMemory
from desktop_app.controllers.backups.place_choosing import PlaceChoosing
from desktop_app.controllers.backups.whole_checking import WholeChecking
from desktop_app.domain.progress import Progress
from desktop_app.domain.read_models.archive_export import Exported
from desktop_app.domain.read_models.findings import WholeCheck
from desktop_app.storage.backup.office_backups import OfficeBackups
from desktop_app.text.archive_export.archive_export import class_word
from desktop_app.views.backups.backups_page import BackupsPage
from desktop_app.widgets.feedback.dialogs import Dialogs
from desktop_app.widgets.feedback.file_dialog import ask_folder
from desktop_app.wiring import Office, export_words, kept_drawing
from desktop_app.workers import Workers


def backups_screen(
    office: Office,
    dialogs: Dialogs,
    workers: Workers,
    parent: QObject,
) -> tuple[BackupsPage, BackupsController]:
    """The page and its controller."""
    page = BackupsPage()

    def pick(title: str, folder: Path) -> Path | None:
        return ask_folder(page.window(), title, folder)

    memory = BackupsMemory(machine_settings(), office.folder.folder)
    backups = OfficeBackups(office.folder, office.clock)
    controller = BackupsController(page, office.context, dialogs, workers, backups, memory, parent)

    def export(target: Path, told: Progress) -> Exported:
        # an office that never exports does not pay for it
        from desktop_app.storage.archive_export.exporting import export_office

        return export_office(
            office.folder, office.clock, export_words(), kept_drawing(office.folder.folder, office.clock), target, told
        )

    def check(told: Progress) -> tuple[WholeCheck, Sequence[str]]:
        # loaded by its first use
        from desktop_app.bootstrap.safety.said_findings import said
        from desktop_app.storage.file.check_beside import check_everything

        found = check_everything(office.folder, told)
        # before anything is named, which takes its time
        office.folder.note_found(found.records)
        return found, said(office, found.records)

    PlaceChoosing(page, controller, dialogs, workers, backups, memory, pick)
    WholeChecking(page, controller, check)
    ArchiveExporting(page, controller, dialogs, office.clock, export, class_word, pick)
    return page, controller
