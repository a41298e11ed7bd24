"""Sentences of what a restore would do, and of what it did; no page is loaded for them."""

from __future__ import annotations

from desktop_app.domain.calendar.clock import local_moment
from desktop_app.domain.calendar.jalali import format_date
from desktop_app.domain.read_models.backups import Restored, RestorePlan
from desktop_app.domain.text.digits import persian_time
from desktop_app.text.office import backups as words


def moment(instant: str) -> str:
    """Jalali day and time of an instant; a dash for none."""
    try:
        day, time = local_moment(instant)
    except ValueError:
        return "–"
    return f"{format_date(day)}، {persian_time(time)}"


def plan_lines(plan: RestorePlan) -> list[str]:
    """What a restore would do, a sentence a line."""
    lines = [words.plan_of(moment(plan.backup.made_at), words.size(plan.backup.size))]
    if plan.upgrades_from:
        lines.append(words.upgrades(plan.upgrades_from))
    lines.append(loss(plan))
    lines += [words.lost_act(one.subject, one.title, moment(one.at)) for one in plan.first_lost]
    more = plan.lost_entries - len(plan.first_lost)
    lines += [words.and_more(more)] if more else []
    if plan.files_back:
        lines.append(words.files_back(plan.files_back))
    return lines


def loss(plan: RestorePlan) -> str:
    """What would be lost, in one paragraph."""
    if plan.lost_entries:
        say = words.lost if plan.readable else words.lost_at_least
        return say(plan.lost_entries, plan.lost_days, moment(plan.lost_from), moment(plan.lost_to))
    return words.none_lost(moment(plan.backup.made_at), replaces=plan.replaces, readable=plan.readable)


def restored_lines(done: Restored) -> list[str]:
    """What a restore did, with where everything is that stood there before."""
    lines = [words.restored(moment(done.plan.backup.made_at), done.files_back)]
    lines += [words.kept_before(str(done.safety))] if done.safety is not None else []
    named = "" if done.safety is None else done.safety.name
    return [*lines, *(words.set_aside(name) for name in done.set_aside if name != named)]
