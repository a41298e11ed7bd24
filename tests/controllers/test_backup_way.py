"""What guided recovery says of the backup that it offers: one made before a restore holds what that restore undid."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.controllers.recovery.backup_way import found_text
from desktop_app.domain.read_models.backups import Backup, BackupKind, FoundBackups, RestorePlan, Verdict
from desktop_app.text import recovery as words


@pytest.mark.parametrize("kind", [BackupKind.BEFORE_RESTORE, BackupKind.AUTOMATIC])
def test_a_backup_made_before_a_restore_is_offered_as_that(kind: BackupKind) -> None:
    made = "2023-05-13T08:00:00Z"
    backup = Backup(Path("backups/000002"), 2, kind, made, schema=9, verdict=Verdict.VERIFIED)
    told = found_text(FoundBackups(RestorePlan(backup, replaces=True))).split("\n")
    assert (words.BEFORE_RESTORE in told) == (kind is BackupKind.BEFORE_RESTORE)
