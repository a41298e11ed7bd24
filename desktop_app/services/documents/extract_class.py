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
        work.audit(
            "class_lowered",
            "resolution",
            resolution_id,
            unit_id=unit_id,
            before={"classification": usual.value},
            after={"classification": classification.value},
            reason=why,
        )
        return work.record(Outcome(changed=Changed.RESOLUTIONS, id=resolution_id))


def lowered_classes(work: Work, resolution_id: int, usual: str) -> Mapping[int, str]:
    """The lowered class of each unit for which there is one, given for an extract of the ``usual`` class."""
    newest = {facts["unit_id"]: facts for facts in work.entries("class_lowered", "resolution", resolution_id)}
    return {
        unit: facts["after"]["classification"]
        for unit, facts in newest.items()
        if facts["before"]["classification"] == usual
    }
