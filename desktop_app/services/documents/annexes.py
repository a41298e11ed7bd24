"""Annexes of papers, from the files of their records: numbered after the attachments that were typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desktop_app.domain.documents.annex_lines import AnnexLine
from desktop_app.domain.documents.documents import Letterhead
from desktop_app.domain.documents.papers import Classification, guarded, highest
from desktop_app.domain.rules.files import FileLink, FileOwner, FileRole, RecordRef
from desktop_app.domain.text.digits import persian_digits
from desktop_app.services.files.files_sheet import kept_files
from desktop_app.services.files.owners import links_of, owner_of, owners_of
from desktop_app.storage.store.work import Work

Annexes = Sequence[tuple[int, FileLink]]
"""The place of the agenda item, 0 for none, with a link."""


def annexes_of_minutes(work: Work, version_id: int, typed: int) -> tuple[tuple[AnnexLine, ...], Classification]:
    """Those of a version, and the highest class among them.

    ``typed`` is how many attachments its own list names before them.
    """
    owner = owner_of(work, RecordRef(FileOwner.MINUTES, version_id))
    links = links_of(work, (owner,))[owner.record]
    return _drawn(work, [(0, link) for link in links if link.role is FileRole.ANNEX], typed)


def annexes_of_agenda(work: Work, item_ids: Sequence[int], typed: int) -> tuple[tuple[AnnexLine, ...], Classification]:
    """Those of the items of an agenda in its order, and the highest class among them."""
    owners = owners_of(work, FileOwner.AGENDA_ITEM, item_ids)
    links = links_of(work, owners)
    found = [(place, link) for place, owner in enumerate(owners, start=1) for link in links[owner.record]]
    return _drawn(work, found, typed)


def with_annexes(head: Letterhead, typed: int, annexes: Sequence[AnnexLine]) -> Letterhead:
    """The letterhead whose «پیوست» counts the annexes, too."""
    return replace(head, attachment=persian_digits(str(typed + len(annexes)))) if annexes else head


def _drawn(work: Work, found: Annexes, typed: int) -> tuple[tuple[AnnexLine, ...], Classification]:
    kept = kept_files(work, [link for _place, link in found])
    lines = tuple(
        AnnexLine(
            number=typed + count,
            name=link.name,
            sha256=kept[link.file_id].sha256,
            type=kept[link.file_id].type,
            item=place,
            own_class=guarded(link.classification),
        )
        for count, (place, link) in enumerate(found, start=1)
    )
    return lines, highest(line.own_class for line in lines)
