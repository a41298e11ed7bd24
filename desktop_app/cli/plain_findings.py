"""Findings as JSON: each with the name of its record, or with the reason why there is none."""

from __future__ import annotations

from dataclasses import asdict

from desktop_app.domain.read_models.findings import Finding
from desktop_app.domain.read_models.history import FOLLOWED


def plain_finding(found: Finding, name: str) -> dict[str, object]:
    """``nameless`` stands in place of an empty ``name``.

    It is ``no_record`` for what is none, such as a guard of the schema; ``no_name`` for a kind of records that bears
    none; and ``unreadable`` where the damage took the name, or the data cannot be shown.
    """
    told: dict[str, object] = {key: value for key, value in asdict(found).items() if key != "name"}
    if name:
        return told | {"name": name}
    if not found.id:
        return told | {"nameless": "no_record"}
    return told | {"nameless": "unreadable" if found.subject in FOLLOWED else "no_name"}
