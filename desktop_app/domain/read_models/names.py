"""Names: what units, people and axes are called, by id."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from desktop_app.domain.rules.members import Unit


@dataclass(frozen=True, slots=True)
class Names:
    """Names of records by id, for joining into rows."""

    units: Mapping[int, Unit]
    people: Mapping[int, str]
    axes: Mapping[int, str]

    def unit(self, unit_id: int | None) -> str:
        """Name of a unit, empty for None."""
        return self.units[unit_id].name if unit_id is not None else ""

    def owner(self, unit_id: int | None, person_id: int | None) -> str:
        """Name of a follow-up owner, unit or person."""
        return self.people[person_id] if person_id is not None else self.unit(unit_id)

    def axis(self, axis_id: int | None) -> str:
        """Code of an axis, empty for None."""
        return self.axes[axis_id] if axis_id is not None else ""
