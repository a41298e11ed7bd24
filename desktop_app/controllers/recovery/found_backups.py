"""Sentences of the first way after damage: the newest verified backup, what it costs, and what was passed over."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.controllers.backups.backup_lines import moment, verdict
from desktop_app.domain.read_models.backups import BackupKind, FoundBackups, RestorePlan
from desktop_app.text import recovery as words
from desktop_app.text.office import backups
from desktop_app.text.office.restore_plan import gained, loss

NAMED = 3
"""So many backups that were passed over are named."""


def found_text(found: FoundBackups, *, chosen: bool = False) -> str:
    """What was found, and why newer ones are not offered.

    ``chosen`` where it was looked for in a folder that the operator named.
    """
    plan = found.plan
    if plan is None:
        none = words.BACKUP_NONE_THERE if chosen else words.BACKUP_NONE
        lines = [words.BACKUP_NONE_SOUND if found.passed_over else none]
    else:
        lines = list(_plan_lines(plan))
    lines += [words.passed_over(moment(one.made_at), verdict(one)) for one in found.passed_over[:NAMED]]
    more = len(found.passed_over) - NAMED
    lines += [words.more_passed_over(more)] if more > 0 else []
    lines += [words.unreached(str(found.unreached))] if found.unreached is not None else []
    return "\n".join(lines)


def _plan_lines(plan: RestorePlan) -> Iterator[str]:
    """Which backup it is, and what its restore would lose and bring back."""
    backup = plan.backup
    place = str(backup.folder.parent)
    yield words.backup_found(backup.last_entry, moment(backup.made_at), place, backup.committee_name)
    if backup.kind is BackupKind.BEFORE_RESTORE:
        yield words.BEFORE_RESTORE
    told = loss(plan, moment)
    # the acts themselves are named in the question
    yield f"{told[:-1]}." if told.endswith(":") else told
    if plan.gained_entries:
        yield gained(plan.gained_entries)
    if plan.files_lost:
        yield backups.files_lost(plan.files_lost)


def cost(found: FoundBackups) -> str:
    """What restoring it costs, in one short phrase."""
    plan = found.plan
    if plan is None:
        return ""
    return words.cost(plan.lost_entries, plan.lost_days, known=plan.counted)
