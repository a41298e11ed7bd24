"""Keeping what is typed before it is recorded, and reading it again at the next start."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field

from desktop_app.domain.typed_drafts import DraftPlace, TypedDraft
from desktop_app.services.ports import OpenWork


@dataclass(frozen=True, slots=True)
class DraftChanges:
    """Texts to be kept, and places whose text is recorded or given up."""

    texts: Mapping[DraftPlace, str] = field(default_factory=dict)
    gone: Collection[DraftPlace] = ()


def keep_drafts(open_work: OpenWork, take: Callable[[], DraftChanges]) -> DraftChanges:
    """Write what ``take`` gives and give it back.

    It is taken inside the transaction: an act that was quicker has its own text taken out of it by then.
    """
    with open_work() as work:
        changes = take()
        work.put_drafts(changes.texts)
        work.drop_drafts(changes.gone)
        work.commit()
    return changes


def kept_drafts(open_read: OpenWork) -> tuple[TypedDraft, ...]:
    """Every kept draft, the oldest first."""
    with open_read() as work:
        return work.drafts()


def forget_drafts(open_work: OpenWork, places: Collection[DraftPlace]) -> None:
    """Let kept drafts go: the operator gave them up."""
    with open_work() as work:
        work.drop_drafts(places)
        work.commit()
