"""Lowering of the class of an extract for one unit: an act of its own with a reason, recorded beside the resolution.

It holds for the class that it was given for: where minutes or clause become another class later, it says nothing.
"""

from __future__ import annotations

from collections.abc import Mapping

from desktop_app.domain.documents.papers import Classification, highest
from desktop_app.domain.errors import RuleBroken
from desktop_app.services.context import Context
from desktop_app.services.documents.classes import classes_of
from desktop_app.services.minutes.versions import wordings
from desktop_app.services.outcome import Outcome
from desktop_app.services.ports import Changed, Work
from desktop_app.services.reasons import words_of

LOWERED = "class_lowered"
"""The verb of the entry."""


def lower_extract(
    context: Context, resolution_id: int | None, unit_id: int | None, classification: Classification, reason: str
) -> Outcome:
    """From now on the extract of a resolution for one unit is of this class.

    Raises ``RuleBroken``: ``class_of_many_extracts``, ``class_not_lower``, ``class_without_reason``.
    """
    if resolution_id is None or unit_id is None:
        raise RuleBroken("class_of_many_extracts", field="classification")
    why = words_of(reason)
    if not why:
        raise RuleBroken("class_without_reason", field="reason")
    with context.write() as work:
        work.units.get(unit_id)
        clauses = wordings(work, [resolution_id])
        usual = classes_of(work, tuple(clauses.values()))[clauses[resolution_id].id]
        if highest([classification, usual]) is classification:
            raise RuleBroken("class_not_lower", field="classification")
        facts = {"unit": unit_id, "before": usual.value, "after": classification.value, "reason": why}
        work.audit(LOWERED, "resolution", resolution_id, **facts)
        return work.record(Outcome(changed=Changed.RESOLUTIONS, id=resolution_id))


def lowered_classes(work: Work, resolution_id: int, usual: str) -> Mapping[int, str]:
    """The lowered class of each unit for which there is one, given for an extract of the ``usual`` class."""
    told = work.entries(LOWERED, "resolution", resolution_id)
    newest = {fact["unit"]: fact for fact in told}
    return {unit: fact["after"] for unit, fact in newest.items() if fact["before"] == usual}
