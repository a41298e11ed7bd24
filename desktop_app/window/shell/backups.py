"""Makes the page of backups for the open office, and the sentences on the findings of a check."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject

from desktop_app.domain.progress import Progress
from desktop_app.domain.read_models.backups import Exported
from desktop_app.domain.read_models.findings import Finding, WholeCheck
from desktop_app.services.history.history import name_of
from desktop_app.storage.backup.office_backups import OfficeBackups
from desktop_app.widgets.feedback.dialogs import Dialogs
from desktop_app.widgets.feedback.file_dialog import ask_folder
from desktop_app.window.backups.archive_exporting import ArchiveExporting, FullCheck, SecondFolderChoice
from desktop_app.window.backups.controller import BackupsController
from desktop_app.window.backups.memory import BackupSettings
from desktop_app.window.backups.page import BackupsPage
from desktop_app.window.shell.machine import machine_settings
from desktop_app.wiring import Office, export_words, kept_drawing
from desktop_app.words.archive_export import class_word
from desktop_app.words.findings import found
from desktop_app.workers import Workers


def finding_sentences(office: Office, findings: Sequence[Finding]) -> tuple[str, ...]:
    """Return one sentence for each finding, in their order."""
    names = {(one.subject, one.id): one for one in findings}
    known = {key: name_of(office.context, one) for key, one in names.items()}
    return tuple(found(one.kind, one.subject, one.id, known[one.subject, one.id]) for one in findings)


def backups_screen(
    office: Office,
    dialogs: Dialogs,
    workers: Workers,
    parent: QObject,
) -> tuple[BackupsPage, BackupsController]:
    """Make the page of backups and its controller."""
    page = BackupsPage()

    def pick(title: str, folder: Path) -> Path | None:
        return ask_folder(page.window(), title, folder)

    memory = BackupSettings(machine_settings(), office.folder.folder)
    backups = OfficeBackups(office.folder, office.clock)
    controller = BackupsController(page, office.context, dialogs, workers, backups, memory, parent)

    def export(target: Path, progress: Progress) -> Exported:
        # an office that never exports does not pay for it
        from desktop_app.storage.archive_export.exporting import export_office

        return export_office(
            office.folder,
            office.clock,
            export_words(),
            kept_drawing(office.folder.folder, office.clock),
            target,
            progress,
        )

    def check(progress: Progress) -> tuple[WholeCheck, Sequence[str]]:
        # loaded by its first use
        from desktop_app.storage.file.check_beside import check_everything

        found = check_everything(office.folder, progress)
        # before anything is named, which takes its time
        office.folder.note_found(found.records)
        return found, finding_sentences(office, found.records)

    SecondFolderChoice(page, controller, dialogs, workers, backups, memory, pick)
    FullCheck(page, controller, check)
    ArchiveExporting(page, controller, dialogs, office.clock, export, class_word, pick)
    return page, controller
