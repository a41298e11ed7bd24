"""Minutes that were signed and notified, and their correction some days later."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from desktop_app.domain.rules.minutes import Clause
from desktop_app.domain.rules.notices import Notice
from desktop_app.services.follow_up.notifying import notify_all
from desktop_app.services.minutes.clauses import save_clause
from desktop_app.services.versions.amending import amend
from desktop_app.services.versions.signing import sign_all
from tests.services.office_steps import MONDAY, Office

OLD, NEW = "۱۵۹۶/ص", "۲۰۷/ص"
CORRECTED = date(2023, 5, 20)
WORDS = "تصمیم یک با اولویت روستاها"


def notified(office: Office, resolutions: int = 2) -> tuple[int, int]:
    """Signed minutes, each of their resolutions told to its executor and the unit that cooperates."""
    meeting_id, version_id = office.written(resolutions)
    office.finalised(version_id)
    sign_all(office.context, version_id, MONDAY, asked=True)
    office.clock.forward(hours=1)
    notify_all(office.context, version_id, Notice(day=MONDAY, letter_number=OLD))
    office.clock.forward(minutes=1)
    return meeting_id, version_id


def draft(office: Office, version_id: int, on: date = CORRECTED, **changes: Any) -> int:
    """A correction of a later day that changes the first resolution."""
    office.clock.forward(days=(on - office.clock.today()).days)
    made = amend(office.context, version_id, "نام مجری نادرست بود").id
    first: Clause = next(one for one in office.where("clauses", minutes_version_id=made) if one.is_resolution)
    save_clause(office.context, replace(first, **changes))
    return made


def corrected(office: Office, version_id: int, on: date = CORRECTED, **changes: Any) -> int:
    """The same, signed."""
    made = draft(office, version_id, on, **changes)
    office.finalised(made)
    sign_all(office.context, made, on, asked=True)
    office.clock.forward(hours=1)
    return made


def notified_again(office: Office, version_id: int, letter: str = NEW) -> None:
    """What the correction changed is notified on its day."""
    notify_all(office.context, version_id, Notice(day=office.clock.today(), letter_number=letter))
