"""The class that the paper of a record bears, for the page of an export."""

from __future__ import annotations

from typing import Any

import pytest

from desktop_app.storage.archive_export.paper_classes import paper_classes


def _rows(minutes: str, clause: str | None, snapshot: str = "") -> dict[str, list[dict[str, Any]]]:
    return {
        "minutes_version": [{"id": 7, "classification": minutes, "snapshot": snapshot}],
        "clause": [{"id": 3, "minutes_version_id": 7, "classification": clause}],
        "resolution_facts": [{"resolution_id": 5, "clause_id": 3}],
        "printing": [{"id": 9, "minutes_version_id": 7}],
    }


@pytest.mark.parametrize(
    ("minutes", "clause", "paper", "extract"),
    [
        ("normal", "confidential", "confidential", "confidential"),
        ("confidential", None, "confidential", "confidential"),
        ("confidential", "secret", "secret", "secret"),
        ("secret", "confidential", "secret", "secret"),
    ],
)
def test_the_highest_of_minutes_and_clauses(minutes: str, clause: str | None, paper: str, extract: str) -> None:
    found = paper_classes(_rows(minutes, clause))
    assert found == {
        "minutes_version": {7: paper},
        "clause": {3: extract},
        "resolution": {5: extract},
        "printing": {9: paper},
    }


@pytest.mark.parametrize("clause", [None, "normal", "damaged"])
def test_of_usual_ones_nothing_is_told(clause: str | None) -> None:
    assert not any(paper_classes(_rows("normal", clause, "no json")).values())


def test_what_raised_the_frozen_paper_raises_it_here() -> None:
    found = paper_classes(_rows("normal", None, '{"letterhead": {"classification": "secret"}}'))
    assert found["minutes_version"] == {7: "secret"}
    assert found["clause"] == {}
