"""First way of guided recovery: backups are read off the main thread, and one is restored after it is named."""

from __future__ import annotations

from desktop_app.controllers.backups.backup_lines import moment, moments_of, verdict
from desktop_app.domain.read_models.backups import BackupKind, FoundBackups, PassedOver, RestorePlan, Verdict
from desktop_app.text import recovery as words
from desktop_app.text.office import backup_doubts as doubts
from desktop_app.text.office.restore_plan import loss

NAMED = 3
"""So many backups that were passed over are named."""


def found_text(found: FoundBackups, *, chosen: bool = False) -> str:
    """What was found, what restoring it would lose, and why newer ones are not offered.

    ``chosen`` where it was looked for in a folder that the operator named.
    """
    plan = found.plan
    offered = () if plan is None else (plan.backup,)
    called = moments_of([*offered, *(one.backup for one in found.passed_over)])
    if plan is None:
        none = words.BACKUP_NONE_THERE if chosen else words.BACKUP_NONE
        lines = [words.BACKUP_NONE_SOUND if found.passed_over else none]
    else:
        backup = plan.backup
        doubted = backup.verdict is Verdict.DOUBTFUL and not backup.records_right
        say = words.backup_doubtful if doubted else words.backup_found
        lines = [say(called[backup.database], str(backup.folder.parent), backup.committee_name)]
        lines += [words.BEFORE_RESTORE] if backup.kind is BackupKind.BEFORE_RESTORE else []
        lines += [doubts.files_wrong(backup)] if backup.wrong_files else []
        told = loss(plan, moment)
        # the acts themselves are named in the question
        lines.append(f"{told[:-1]}." if told.endswith(":") else told)
    lines += [_passed_over(one, called[one.backup.database]) for one in found.passed_over[:NAMED]]
    more = len(found.passed_over) - NAMED
    lines += [words.more_passed_over(more)] if more > 0 else []
    lines += [words.unreached(str(found.unreached))] if found.unreached is not None else []
    return "\n".join(lines)


def loses_nothing(plan: RestorePlan | None) -> bool:
    """Whether restoring the backup that was found is known to lose nothing."""
    sound = plan is not None and plan.backup.verdict is not Verdict.DOUBTFUL
    return plan is not None and sound and plan.replaces and plan.readable and not plan.lost_entries


def _passed_over(one: PassedOver, called: str) -> str:
    why = words.differs(one.differs) if one.differs else verdict(one.backup)
    return words.passed_over(called if one.backup.made_at else str(one.backup.folder.name), why)
