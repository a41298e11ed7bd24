"""The services that «جلسه‌ها» calls, as callables, so that its tests may pass their own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

from desktop_app.domain.read_models.meetings_sheet import LedgerSheet, MeetingPlan, SchedulingSheet
from desktop_app.domain.rules.meetings import MeetingKind
from desktop_app.domain.rules.scheduling import DayFinding
from desktop_app.services.context import Context
from desktop_app.services.meetings import month_ledger, scheduling
from desktop_app.services.outcome import Outcome
from desktop_app.text.meetings import scheduling as words

FIRST_TITLES = scheduling.FirstTitles(words.FOLLOW_UP_ITEM, words.NEXT_MEETING_ITEM, words.previous_item)


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingsServices:
    """One callable for each thing that the operator does here."""

    ledger: Callable[[int | None], LedgerSheet]
    form: Callable[[tuple[int, int] | None], SchedulingSheet]
    judge: Callable[[MeetingKind, date | None, str], tuple[DayFinding, ...]]
    schedule: Callable[[MeetingPlan], Outcome]
    excuse: Callable[[int, int, str], Outcome]
    take_back: Callable[[int, int, str], Outcome]


def meetings_services(context: Context) -> MeetingsServices:
    """Bind the services to an open data folder."""

    def schedule(plan: MeetingPlan) -> Outcome:
        return scheduling.schedule_meeting(context, plan, FIRST_TITLES)

    return MeetingsServices(
        ledger=partial(month_ledger.month_ledger, context),
        form=partial(scheduling.scheduling_sheet, context),
        judge=partial(scheduling.judge_day, context),
        schedule=schedule,
        excuse=partial(month_ledger.excuse_month, context),
        take_back=partial(month_ledger.take_back_excuse, context),
    )
