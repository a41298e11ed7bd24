"""Changes that another program made to live rows: as they are listed, and their acceptance."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from desktop_app.domain.read_models.findings import OutsideChange
from desktop_app.services.context import Context
from desktop_app.services.outcome import Outcome
from desktop_app.services.ports import Changed


def outside_changes(context: Context) -> Sequence[OutsideChange]:
    """Every live row that another program changed, added or removed, with its old and its new values."""
    found = context.outside.found()
    if not found:
        return ()
    backups = context.outside.backups()
    with context.read() as work:
        return [work.outside_change(one, backups) for one in found]


def accept_outside(context: Context, chosen: Collection[OutsideChange]) -> Outcome:
    """Let the chosen rows as they are now count as written.

    Raises ``RuleBroken``: ``outside_breaks_rule`` and ``outside_breaks_reference``; then none is accepted.
    """
    with context.write() as work:
        for one in chosen:
            work.accept_outside(one)
        return work.record(Outcome(changed=~Changed.NOTHING))
