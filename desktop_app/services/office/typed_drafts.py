"""Keeping what is typed before it is recorded, and reading it again at the next start."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field

from desktop_app.domain.text.typed_drafts import DraftPlace
from desktop_app.storage.store.work import OpenWork


@dataclass(frozen=True, slots=True)
class DraftChanges:
    """Texts to be kept, and places whose text is recorded or given up."""

    texts: Mapping[DraftPlace, str] = field(default_factory=dict)
    gone: Collection[DraftPlace] = ()


class DraftsOfRun:
    """Keeps what is typed in this run of the program, apart from what an earlier one left."""

    def __init__(self, open_work: OpenWork) -> None:
        self._open_work = open_work
        self._apart = False

    def begin(self) -> None:
        """Set aside what an earlier run left, before anything is typed; once."""
        with self._open_work() as work:
            if not self._apart:
                work.set_drafts_aside()
            work.commit()
        self._apart = True

    def keep(self, take: Callable[[], DraftChanges]) -> DraftChanges:
        """Write what ``take`` gives and give it back, its places with the uids of their records.

        It is taken inside the transaction: an act that was quicker has its own text taken out of it by then.
        Where the beginning was refused, it is made up for here: nothing that was left is ever written over.
        """
        with self._open_work() as work:
            if not self._apart:
                work.set_drafts_aside()
            changes = take()
            texts = work.put_drafts(changes.texts)
            work.drop_drafts(changes.gone)
            work.commit()
        self._apart = True
        return DraftChanges(texts, changes.gone)
