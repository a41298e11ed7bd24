"""Search checks: what is derived from the records, for searching and for lists, is what the records say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

from desktop_app.domain.read_models.findings import Finding, FindingKind
from desktop_app.domain.text.folding import sort_key
from desktop_app.storage.search.search import FOLDED, SEARCHED, wanted_rows
from desktop_app.storage.search.wordings import CLAUSE, RESOLUTION, differing
from desktop_app.storage.store.facts_projection import every_id, stale
from desktop_app.storage.store.store import SORT_KEYS
from desktop_app.storage.store.transaction import Transaction

_STORED: Final = f"SELECT kind, record_id, {', '.join(FOLDED)} FROM search_text"


def facts_stale(transaction: Transaction) -> Iterator[Finding]:
    """Resolutions that the lists would show or count wrongly."""
    for resolution_id in stale(transaction):
        yield Finding(kind=FindingKind.FACTS_STALE, subject="resolution", id=resolution_id)


def search_stale(transaction: Transaction) -> Iterator[Finding]:
    """Kinds of which records are found by other words than theirs, are not found, or are found and gone."""
    wrong = Counter[str]()
    for ids in every_id(transaction):
        wrong.update(differing(transaction, ids))
    for kind, count in _folded(transaction).items():
        wrong[kind] += count
    for kind, count in _keys(transaction):
        wrong[kind] += count
    for kind in sorted(wrong):
        if wrong[kind]:
            yield Finding(kind=FindingKind.SEARCH_STALE, subject=kind, detail=str(wrong[kind]))


def _folded(transaction: Transaction) -> Mapping[str, int]:
    """By kind: rows that are missing, too many or other than wanted; those of resolutions are judged elsewhere."""
    kept = {(kind, record_id): tuple(row) for kind, record_id, *row in transaction.cells(_STORED)}
    theirs = {clause_id for (clause_id,) in transaction.text("SELECT id FROM clause WHERE resolution_id IS NOT NULL")}
    wrong = Counter[str]()
    for kind in SEARCHED - {RESOLUTION}:
        for wanted in wanted_rows(transaction, kind):
            wrong[kind] += kept.pop((kind, wanted["record_id"]), None) != tuple(wanted[name] for name in FOLDED)
    for kind, record_id in kept:
        wrong[kind] += kind != RESOLUTION and not (kind == CLAUSE and record_id in theirs)
    return wrong


def _keys(transaction: Transaction) -> Iterator[tuple[str, int]]:
    """By kind: how many rows are ordered by another key than their name's."""
    for kind, (source, key) in SORT_KEYS.items():
        rows = transaction.text(f"SELECT {source}, {key} FROM {kind}")
        yield kind, sum(sort_key(name) != found for name, found in rows)
