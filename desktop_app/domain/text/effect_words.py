"""Words that operators type in a clause when it acts on an earlier resolution: data to read, not to show."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

EFFECT_WORDS: Final[Mapping[str, str]] = {
    "تمدید": "extend",
    "جایگزین": "supersede",
    "لغو": "revoke",
    "ملغی": "revoke",
}
"""Each word with the key of its effect."""
