"""Archive export of an open office: through its own connection where it is written here, as backups go."""

from __future__ import annotations

from pathlib import Path

from desktop_app import paths
from desktop_app.domain.calendar.clock import Clock
from desktop_app.domain.progress import Progress, no_progress
from desktop_app.domain.read_models.archive_export import Exported, ExportWords
from desktop_app.storage.archive_export.drawn_papers import OpenDrawing
from desktop_app.storage.archive_export.exporting import ExportOrder, export_archive
from desktop_app.storage.backup.database_copy import own_copy, shared_copy
from desktop_app.storage.file.folder import DataFolder


def export_office(
    data: DataFolder,
    clock: Clock,
    words: ExportWords,
    drawing: OpenDrawing,
    target: Path,
    told: Progress = no_progress,
) -> Exported:
    """Export everything into a new folder; raises as :func:`export_archive`."""
    database = data.folder / paths.DATABASE
    copy = shared_copy(data.live_connection(), database) if data.writable else own_copy(database)
    return export_archive(ExportOrder(data.folder, target, copy, words, clock.instant(), drawing), told)
