"""Record of a salvage in the history: up to which ids each kind came over, with what is missing among them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from desktop_app.domain.text.json_text import read_object
from desktop_app.storage.store.transaction import Transaction

SUBJECT: Final = "office"
VERB: Final = "salvaged"
UPTO: Final = "upto"
_NEWEST: Final = f"SELECT facts FROM audit WHERE subject = '{SUBJECT}' AND act = '{VERB}' ORDER BY seq DESC LIMIT 1"


def salvaged_upto(transaction: Transaction) -> Mapping[str, int]:
    """By table: the last id that the newest salvage kept; of those it listed what is missing, and no check asks again.

    Empty where there was none.
    """
    for (facts,) in transaction.text(_NEWEST):
        upto = read_object(facts).get(UPTO)
        if isinstance(upto, dict):
            return {str(kind): last for kind, last in upto.items() if isinstance(last, int)}
    return {}
