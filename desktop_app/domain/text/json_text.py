"""JSON text that was stored: whoever changes a file by hand may have put any other text in its place."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any


def read_json(text: str) -> Any:  # noqa: ANN401 - whatever JSON holds
    """What a JSON text holds; raises ``ValueError`` alone, also for one that is nested deeper than anybody reads."""
    try:
        return json.loads(text)
    except RecursionError as error:
        raise ValueError("nested too deep") from error


def read_object(text: str) -> Mapping[str, Any]:
    """What a JSON text holds by names; nothing of any other text, which no program of ours wrote."""
    try:
        found = read_json(text)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
