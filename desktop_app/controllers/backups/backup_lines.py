"""Rows and sentences of backups, from what was found of them."""

from __future__ import annotations

from desktop_app.controllers.backups.restore_plan import moment, plan_lines, restored_lines
from desktop_app.domain.read_models.backups import Backup, Restored, RestorePlan
from desktop_app.text.office import backups as words
from desktop_app.text.shared.digits import persian
from desktop_app.views.backups.backups_page import BackupRow


def verdict(backup: Backup) -> str:
    """What was found of it."""
    return words.verdict(backup.verdict.value, backup.flaw.value if backup.flaw else "", backup.detail)


def row_of(backup: Backup, *, here: bool) -> BackupRow:
    """Its row in the list."""
    return BackupRow(
        backup,
        (
            words.HERE if here else words.ELSEWHERE,
            moment(backup.made_at),
            words.KINDS[backup.kind.value],
            words.size(backup.size),
            persian(backup.schema) if backup.schema else "–",
            verdict(backup),
        ),
    )


def plan_text(plan: RestorePlan) -> str:
    """What a restore would do, in the words of its question."""
    return "\n".join(plan_lines(plan))


def restored_text(done: Restored) -> str:
    """What a restore did, in one paragraph."""
    return " ".join(restored_lines(done))
