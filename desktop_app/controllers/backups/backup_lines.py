"""Rows and sentences of backups, from what was found of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from desktop_app.domain.calendar.clock import local_moment
from desktop_app.domain.calendar.jalali import format_date
from desktop_app.domain.read_models.backups import Backup, PlaceCautions, PlaceState, Restored, RestorePlan, Verdict
from desktop_app.domain.read_models.history import Named
from desktop_app.domain.text.digits import persian_time
from desktop_app.text.office import backup_doubts, backup_owners
from desktop_app.text.office import backups as words
from desktop_app.text.office.restore_plan import plan_lines, restored_lines
from desktop_app.text.shared.digits import persian
from desktop_app.views.backups.backups_page import BackupRow


def moment(instant: str) -> str:
    """Jalali day and time of an instant; a dash for none."""
    try:
        day, time = local_moment(instant)
    except ValueError:
        return "–"
    return f"{format_date(day)}، {persian_time(time)}"


def moments_of(backups: Iterable[Backup]) -> Mapping[Path, str]:
    """By database: the moment, with the number of each that would else look like another one of its place."""
    every = list(backups)
    alike = Counter((one.folder.parent, moment(one.made_at)) for one in every)
    told = {one.database: moment(one.made_at) for one in every}
    return told | {
        one.database: words.numbered(told[one.database], one.number)
        for one in every
        if one.number and alike[one.folder.parent, told[one.database]] > 1
    }


def verdict(backup: Backup) -> str:
    """What was found of it; of one that was not read now, what was found the last time, with the day."""
    if backup.verdict is Verdict.UNREAD and backup.read_as is not None:
        with suppress(ValueError):
            return words.read_before(backup.read_as.value, format_date(local_moment(backup.read_at)[0]))
    return backup_doubts.verdict(backup)


def own_line(own: PlaceState) -> str:
    """The place below the data folder, with what has to be known of it."""
    return words.own_place(str(own.folder), words.cautions(same_disk=False, outgrown=own.cautions.outgrown))


def place_line(second: PlaceState, made_at: str) -> str:
    """The second place, with what has to be known of it."""
    cautions = second.cautions
    told = words.cautions(same_disk=cautions.same_disk, outgrown=cautions.outgrown)
    when = moment(made_at) if made_at else ""
    if second.others:
        told = f"{backup_owners.others_here(second.others[0].committee_name, second.office)} {told}".strip()
    if is_another(second, made_at):
        told = f"{backup_doubts.ANOTHER_MEDIUM} {told}".strip()
    unread = any(one.verdict is Verdict.UNREAD and one.read_as is None for one in second.backups)
    return words.second_place(str(second.folder), reached=second.reached, when=when, unread=unread, caution=told)


def is_another(second: PlaceState, made_at: str) -> bool:
    """Whether the last sound backup of the second place is not in it: another stick bears the same letter."""
    return second.reached and bool(made_at) and all(one.made_at != made_at for one in second.backups)


def is_warned_of(second: PlaceState, made_at: str) -> bool:
    """Whether anything has to be known of the second place."""
    wrong = not second.reached or second.cautions != PlaceCautions() or bool(second.others)
    return wrong or is_another(second, made_at)


def row_of(backup: Backup, when: str, *, here: bool) -> BackupRow:
    """Its row in the list."""
    return BackupRow(
        backup,
        (
            words.HERE if here else words.ELSEWHERE,
            when,
            words.KINDS[backup.kind.value],
            words.size(backup.size),
            persian(backup.schema) if backup.schema else "–",
            verdict(backup),
        ),
    )


def plan_text(plan: RestorePlan, name_of: Callable[[Named], str], called: str = "") -> str:
    """What a restore would do, in the words of its question; ``name_of`` words a record as the history does.

    ``called`` is the moment of the backup as its list tells it, where there is one.
    """

    def say(instant: str) -> str:
        return called if called and instant == plan.backup.made_at else moment(instant)

    return "\n".join(plan_lines(plan, say, [name_of(one.record) for one in plan.first_lost]))


def restored_text(done: Restored) -> str:
    """What a restore did, in one paragraph."""
    return " ".join(restored_lines(done, moment))
