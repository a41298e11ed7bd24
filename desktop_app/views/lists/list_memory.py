"""Saved settings of a list: widths of columns, query, pane of the detail and height of rows."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Final

from desktop_app.domain.read_models.listing import Filter, FilterKey, ListQuery
from desktop_app.domain.text.json_text import read_json

OF_THE_MOMENT: Final = frozenset({FilterKey.MONTH})
"""Filters that are not remembered: whoever looked at a month then does not look for it today, nor in another office."""


@dataclass(frozen=True, slots=True)
class ListMemory:
    """One list as the operator left it; a search is not remembered, for it would hide records unseen."""

    widths: tuple[int, ...] = ()
    query: ListQuery | None = None
    detail_width: int = 0
    detail_open: bool = True
    compact: bool = False

    def to_text(self) -> str:
        """One line for the machine's settings."""
        query = self.query or ListQuery()
        return json.dumps(
            {
                "widths": list(self.widths),
                "view": query.view,
                "filters": [[one.key.value, one.value] for one in query.filters if one.key not in OF_THE_MOMENT],
                "sort": query.sort,
                "descending": query.descending,
                "group": query.group,
                "detail_width": self.detail_width,
                "detail_open": self.detail_open,
                "compact": self.compact,
            },
            sort_keys=True,
        )


def from_text(text: str) -> ListMemory | None:
    """What was remembered; None for anything that makes no sense."""
    try:
        kept = read_json(text)
        told = (Filter(FilterKey(key), str(value)) for key, value in kept["filters"])
        filters = tuple(one for one in told if one.key not in OF_THE_MOMENT)
        return ListMemory(
            widths=tuple(int(width) for width in kept["widths"]),
            query=ListQuery(
                view=str(kept["view"]),
                filters=filters,
                sort=str(kept["sort"]),
                descending=kept["descending"] is True,
                group=str(kept.get("group", "")),
            ),
            detail_width=int(kept["detail_width"]),
            detail_open=kept["detail_open"] is not False,
            compact=kept["compact"] is True,
        )
    except (ValueError, TypeError, KeyError, OverflowError):
        return None
