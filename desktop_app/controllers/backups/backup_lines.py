"""Rows and sentences of backups, from what was found of them."""

from __future__ import annotations

from datetime import date, timedelta

from desktop_app.domain.calendar.clock import local_moment
from desktop_app.domain.calendar.jalali import format_date
from desktop_app.domain.read_models.backups import Backup, PlaceState, Restored, RestorePlan
from desktop_app.domain.text.digits import persian_time
from desktop_app.text.office import backups as words
from desktop_app.text.office.restore_plan import plan_lines, restored_lines
from desktop_app.views.backups.backups_page import BackupRow
from desktop_app.widgets.style.tokens import Tone


def moment(instant: str) -> str:
    """Jalali day and time of an instant; a dash for none."""
    try:
        day, time = local_moment(instant)
    except ValueError:
        return "–"
    return f"{format_date(day)}، {persian_time(time)}"


def short_moment(instant: str, today: date) -> str:
    """The same in one or two words where it was today or yesterday."""
    try:
        day, time = local_moment(instant)
    except ValueError:
        return "–"
    named = {today: words.TODAY, today - timedelta(days=1): words.YESTERDAY}.get(day, format_date(day))
    return f"{named} {persian_time(time)}"


def verdict(backup: Backup) -> str:
    """What was found of it."""
    return words.verdict(
        backup.verdict.value, backup.flaw.value if backup.flaw else "", backup.detail, len(backup.lost)
    )


def state_of(own: PlaceState, second: PlaceState | None, last_second: str, today: date) -> tuple[str, Tone]:
    """The one sentence of the page, and how it is told.

    ``last_second`` is the instant of the last backup in the second place, where that is not there now.
    """
    newest = own.newest
    here = short_moment(newest.made_at, today) if newest is not None else ""
    if second is None:
        return words.state(here, words.NO_SECOND), Tone.WARNING
    there = second.newest
    made_at = there.made_at if second.reached and there is not None else last_second
    told = words.second_state(short_moment(made_at, today) if made_at else "", reached=second.reached)
    fit = second.reached and bool(made_at) and not second.same_disk and bool(here)
    sentence = words.state(here, told)
    return (f"{sentence} {words.SAME_DISK}" if second.same_disk else sentence), Tone.DONE if fit else Tone.WARNING


def row_of(backup: Backup, *, here: bool) -> BackupRow:
    """Its row in the list."""
    return BackupRow(
        backup,
        (
            words.HERE if here else words.ELSEWHERE,
            moment(backup.made_at),
            words.KINDS[backup.kind.value],
            words.size(backup.size),
            verdict(backup),
        ),
    )


def plan_text(plan: RestorePlan) -> str:
    """What a restore would do, in the words of its question."""
    return "\n".join(plan_lines(plan, moment))


def restored_text(done: Restored) -> str:
    """What a restore did, in one paragraph."""
    return " ".join(restored_lines(done, moment))
