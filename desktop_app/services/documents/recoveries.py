"""Entries of recoveries: what the data record of each, and how many rows they lost together."""

from __future__ import annotations

from typing import Final

from desktop_app.services.ports import Work

RECOVERED: Final = ("recovered", "office", 0)
"""Verb, kind and id of the entry of a recovery."""
_COUNT: Final = "count"
"""Fact of that entry."""


def lost_rows(work: Work) -> int:
    """How many rows the recoveries of these records could not bring back as they were written.

    A later recovery takes what an earlier one put in place of a row as a sound one, and does not count it again, unless
    it is damaged anew.
    """
    counts = [facts.get(_COUNT) for facts in work.entries(*RECOVERED)]
    return sum(one for one in counts if isinstance(one, int))
