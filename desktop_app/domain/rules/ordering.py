"""Moving one record up or down among its neighbours, where the others keep their places."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from desktop_app.domain.errors import RuleBroken


def moved_among(ids: Sequence[int], neighbours: Collection[int], moved_id: int, step: int) -> tuple[int, ...]:
    """``ids`` in their new order: ``moved_id`` goes ``step`` places among ``neighbours``; the ends hold it.

    Everything that is no neighbour, such as archived records between them, stays where it is.
    """
    places = [place for place, one in enumerate(ids) if one in neighbours]
    order = [ids[place] for place in places]
    if moved_id not in order:
        raise RuleBroken("record_not_in_order", id=moved_id)
    at = order.index(moved_id)
    order.insert(max(0, min(len(order) - 1, at + step)), order.pop(at))
    found = list(ids)
    for place, one in zip(places, order, strict=True):
        found[place] = one
    return tuple(found)
