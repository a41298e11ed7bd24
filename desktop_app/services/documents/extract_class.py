"""Lowering of the class of an extract for one unit: an act of its own with a reason, recorded beside the resolution.

It holds for the class that it was given for: where minutes or clause become another class later, it says nothing. It
is taken back by another act, that says by its number, from 1, which of the resolution it was.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from desktop_app.domain.documents.papers import Classification, highest
from desktop_app.domain.errors import RuleBroken
from desktop_app.services.context import Context
from desktop_app.services.documents.classes import classes_of
from desktop_app.services.minutes.versions import wordings
from desktop_app.services.outcome import ClassLowered
from desktop_app.services.ports import Changed, Work
from desktop_app.services.reasons import words_of

_CLASS: Final = "classification"


def lower_extract(
    context: Context, resolution_id: int | None, unit_id: int | None, classification: Classification, reason: str
) -> ClassLowered:
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
            before={_CLASS: usual.value},
            after={_CLASS: classification.value},
            reason=why,
        )
        return work.record(_outcome(resolution_id, classification.value, why))


def take_back_lowering(context: Context, resolution_id: int | None, unit_id: int | None) -> ClassLowered:
    """The last lowering for the unit counts no more: its extract is of the class that it had before.

    Raises ``RuleBroken``: ``class_of_many_extracts``, ``class_not_lowered``.
    """
    if resolution_id is None or unit_id is None:
        raise RuleBroken("class_of_many_extracts", field=_CLASS)
    with context.write() as work:
        own = {number: facts for number, facts in _lowerings(work, resolution_id) if facts["unit_id"] == unit_id}
        if not own:
            raise RuleBroken("class_not_lowered", field=_CLASS)
        number, facts = own.popitem()
        lowered = facts["after"][_CLASS]
        before = [one["after"] for one in own.values() if one["before"] == facts["before"]]
        work.audit(
            "class_lowered_taken_back",
            "resolution",
            resolution_id,
            unit_id=unit_id,
            before={_CLASS: lowered},
            after=before[-1] if before else facts["before"],
            lowering=number,
        )
        return work.record(_outcome(resolution_id, lowered, facts["reason"]))


def lowered_classes(work: Work, resolution_id: int, usual: str) -> Mapping[int, str]:
    """The lowered class of each unit for which there is one, given for an extract of the ``usual`` class."""
    newest = {facts["unit_id"]: facts for _number, facts in _lowerings(work, resolution_id)}
    return {unit: facts["after"][_CLASS] for unit, facts in newest.items() if facts["before"][_CLASS] == usual}


# ---- inside


def _lowerings(work: Work, resolution_id: int) -> list[tuple[int, Mapping[str, Any]]]:
    """Those of a resolution that were not taken back, each with its number, the newest last."""
    every = [*enumerate(work.entries("class_lowered", "resolution", resolution_id), start=1)]
    gone = work.entries("class_lowered_taken_back", "resolution", resolution_id) if every else ()
    numbers = {facts["lowering"] for facts in gone}
    return [(number, facts) for number, facts in every if number not in numbers]


def _outcome(resolution_id: int, classification: str, reason: str) -> ClassLowered:
    return ClassLowered(changed=Changed.RESOLUTIONS, id=resolution_id, classification=classification, reason=reason)
