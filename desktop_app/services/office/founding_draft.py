"""The draft of the first start: proposed from the facts of the news, kept as it is typed, read again where it was left.

The draft is one JSON text in the data folder; nothing of it is a record of the committee before it is founded.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from desktop_app.domain.rules.founding import FoundingDraft
from desktop_app.domain.text.json_text import read_json
from desktop_app.domain.text.json_values import value_from
from desktop_app.services.context import Context


def read_draft(context: Context, proposal: FoundingDraft) -> FoundingDraft:
    """The draft where it was left, or the proposal when nothing was typed yet or another program kept it."""
    with context.read() as work:
        content = work.founding_draft()
    try:
        return value_from(FoundingDraft, read_json(content)) if content else proposal
    except (AttributeError, LookupError, TypeError, ValueError):
        # nobody shall meet a fault at each start
        return proposal


def keep_draft(context: Context, draft: FoundingDraft) -> None:
    """Keep the draft as it is typed, whole or not."""
    content = json.dumps(asdict(draft), ensure_ascii=False, default=_plain)
    with context.write() as work:
        work.put_founding_draft(content)
        work.commit()


def begun(context: Context) -> bool:
    """Whether anything of the first start was kept."""
    with context.read() as work:
        return bool(work.founding_draft())


def proposal_from(given: Mapping[str, Any]) -> FoundingDraft:
    """What the forms are filled with at first, from ``resources/founding.json``; the signing day stays empty."""
    return value_from(FoundingDraft, {name: part for name, part in given.items() if name != "settings"})


def _plain(value: object) -> object:
    """What JSON has no word for: days, and sets of steps."""
    return value.isoformat() if isinstance(value, date) else sorted(value)  # type: ignore[call-overload]
