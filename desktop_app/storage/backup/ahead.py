"""Backups that are ahead of the data beside them: an older file, or that of another office, was put in their place."""

from __future__ import annotations

from desktop_app import paths
from desktop_app.domain.read_models.findings import Finding, FindingKind
from desktop_app.storage.backup.contents import reached_of_file
from desktop_app.storage.backup.manifest import listed
from desktop_app.storage.backup.places import numbered
from desktop_app.storage.file.folder import DataFolder


def found_ahead(data: DataFolder) -> tuple[Finding, ...]:
    """A finding where the newest backup in the data folder goes further than the data, or is of another committee.

    A restore moves the number of the last entry past every backup that it knows, so that none is ahead after it.
    """
    every = [listed(folder, number)[0] for number, folder in numbered(data.folder / paths.BACKUPS)]
    backups = [one for one in every if one.committee]
    if not backups:
        return ()
    reached = reached_of_file(data.folder / paths.DATABASE)
    own = [one for one in backups if one.committee == reached.committee]
    newest = max(own or backups, key=lambda one: one.order)
    if own and newest.last_entry <= reached.last_entry:
        return ()
    return (Finding(kind=FindingKind.BACKUP_AHEAD, subject="backup", detail=newest.committee_name),)
