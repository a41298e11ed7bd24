"""Lowering of the class of an extract for one unit: an act with a reason, recorded for the resolution.

It holds for the class that it was given for: where minutes or clause become another class later, it says nothing. One
at a time holds for a unit, and another act takes it back.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.outcome import Changed, ClassLowered
from desktop_app.domain.papers import Classification, highest
from desktop_app.services.context import Context
from desktop_app.services.follow_up.classes import classes_of
from desktop_app.services.reading import clean_words
from desktop_app.services.versions.versions import wording
from desktop_app.storage.store.work import Work

_LOWERED, _TAKEN_BACK = "class_lowered", "class_lowered_taken_back"


_CLASS: Final = "classification"


def lower_extract(
    context: Context, resolution_id: int | None, unit_id: int | None, classification: Classification, reason: str
) -> ClassLowered:
    """Lower the class of a resolution's extract for one unit.

    Raises ``RuleBroken``: ``class_of_many_extracts``, ``class_not_lower``, ``class_without_reason``,
    ``class_is_lowered``.
    """
    if resolution_id is None or unit_id is None:
        raise RuleBroken("class_of_many_extracts", field=_CLASS)
    why = clean_words(reason)
    if not why:
        raise RuleBroken("class_without_reason", field="reason")
    with context.write() as work:
        usual = _usual(work, resolution_id)
        return work.record(_lower(work, _lowering(resolution_id, unit_id, usual, classification.value, why)))


def take_back_lowering(context: Context, resolution_id: int | None, unit_id: int | None) -> ClassLowered:
    """Undo the lowering: the extract for one unit has the class of its words again.

    Raises ``RuleBroken``: ``class_of_many_extracts``, ``class_has_no_lowering``.
    """
    if resolution_id is None or unit_id is None:
        raise RuleBroken("class_of_many_extracts", field=_CLASS)
    with context.write() as work:
        usual = _usual(work, resolution_id)
        facts = _standing(work, resolution_id, usual).get(unit_id)
        if facts is None:
            raise RuleBroken("class_has_no_lowering", field=_CLASS)
        work.audit(
            "class_lowered_taken_back",
            "resolution",
            resolution_id,
            unit_id=unit_id,
            before=facts["after"],
            after=facts["before"],
        )
        return work.record(_lowering(resolution_id, unit_id, usual, facts["after"][_CLASS], facts["reason"]))


def lower_again(context: Context, lowered: ClassLowered) -> ClassLowered:
    """Redo an undone lowering.

    Raises ``RuleBroken``: ``class_changed_since``, ``class_is_lowered``.
    """
    with context.write() as work:
        if _usual(work, lowered.id) != lowered.usual:
            raise RuleBroken("class_changed_since", field=_CLASS)
        return work.record(_lower(work, lowered))


def lowered_classes(work: Work, resolution_id: int, usual: str) -> Mapping[int, str]:
    """Return the lowered class of each unit, for extracts whose ``usual`` class is this."""
    return {unit: facts["after"][_CLASS] for unit, facts in _standing(work, resolution_id, usual).items()}


def _lower(work: Work, wanted: ClassLowered) -> ClassLowered:
    work.units.get(wanted.unit_id)
    if highest([wanted.classification, wanted.usual]).value == wanted.classification:
        raise RuleBroken("class_not_lower", field=_CLASS)
    if wanted.unit_id in _standing(work, wanted.id, wanted.usual):
        raise RuleBroken("class_is_lowered", field=_CLASS)
    work.audit(
        "class_lowered",
        "resolution",
        wanted.id,
        unit_id=wanted.unit_id,
        before={_CLASS: wanted.usual},
        after={_CLASS: wanted.classification},
        reason=wanted.reason,
    )
    return wanted


def _usual(work: Work, resolution_id: int) -> str:
    """The class of the words of a resolution."""
    clause = wording(work, work.resolutions.get(resolution_id))
    return classes_of(work, [clause])[clause.id].value


def _standing(work: Work, resolution_id: int, usual: str) -> Mapping[int, Mapping[str, Any]]:
    """Return the audit facts of the valid lowering of each unit, for this usual class."""
    newest: dict[int, Mapping[str, Any]] = {}
    for act, facts in work.entries_in_order((_LOWERED, _TAKEN_BACK), "resolution", resolution_id):
        newest.pop(facts["unit_id"], None)
        if act == _LOWERED:
            newest[facts["unit_id"]] = facts
    return {unit: facts for unit, facts in newest.items() if facts["before"][_CLASS] == usual}


def _lowering(resolution_id: int, unit_id: int, usual: str, classification: str, reason: str) -> ClassLowered:
    return ClassLowered(
        changed=Changed.RESOLUTIONS,
        id=resolution_id,
        unit_id=unit_id,
        usual=usual,
        classification=classification,
        reason=reason,
    )
