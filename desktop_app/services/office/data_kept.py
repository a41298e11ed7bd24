"""Keeping data beside the backups of another committee: the decision of the operator, recorded in the data."""

from __future__ import annotations

from desktop_app.services.context import Context
from desktop_app.services.outcome import Outcome
from desktop_app.services.ports import Changed
from desktop_app.services.reading import the_committee


def keep_data(context: Context, office: str) -> Outcome:
    """Record that these data belong into the folder where the backups of ``office`` lie."""
    with context.write() as work:
        committee = the_committee(work)
        work.audit("data_kept", "committee", committee, at=context.clock.instant(), name=office)
        return work.record(Outcome(changed=Changed.SETTINGS, id=committee))
