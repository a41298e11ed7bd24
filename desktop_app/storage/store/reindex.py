"""Reindexing: rebuilds everything derived after the rules of search texts or resolution facts changed.

A row keeps its id, by which search results are ordered: what was written last stays first.
"""

from __future__ import annotations

from sqlalchemy import delete, exists, select, update

from desktop_app.domain.text.folding import FOLD_VERSION, sort_key
from desktop_app.storage.schema.base import Record
from desktop_app.storage.schema.resolutions import FACTS_VERSION, ResolutionFactsRecord
from desktop_app.storage.store.facts_projection import store_all_facts
from desktop_app.storage.store.kinds import MAPPERS
from desktop_app.storage.store.search import SEARCHED, SearchIndex, SearchTextRecord
from desktop_app.storage.store.store import SORT_KEYS, RecordStore
from desktop_app.storage.store.transaction import Transaction


def is_stale(transaction: Transaction) -> bool:
    """Whether any derived row was made by older rules."""
    folded = exists().where(SearchTextRecord.fold_version != FOLD_VERSION)
    computed = exists().where(ResolutionFactsRecord.facts_version != FACTS_VERSION)
    return bool(transaction.run(select(folded | computed)).scalar())


def reindex(transaction: Transaction) -> None:
    """Rebuild the search texts and sort keys of all records and the facts of all resolutions."""
    _drop_orphaned_rows(transaction)
    index = SearchIndex(transaction)
    for mapper in MAPPERS:
        if mapper.name not in SEARCHED:
            continue
        store = RecordStore(transaction, mapper, index.stored)
        for entity in store.where():
            # what belongs to resolutions is folded beneath
            index.stored(mapper.name, entity.id, entity)
    _make_sort_keys(transaction)
    store_all_facts(transaction)


def _make_sort_keys(transaction: Transaction) -> None:
    """Rebuild the sort keys and nothing else, so that changes by other programs stay visible."""
    for kind, (source, key) in SORT_KEYS.items():
        table = Record.metadata.tables[kind]
        for row_id, name, found in transaction.cells(f"SELECT id, {source}, {key} FROM {kind}"):
            wanted = sort_key(name)
            if found != wanted:
                transaction.write(update(table).where(table.columns["id"] == row_id).values({key: wanted}))


def _drop_orphaned_rows(transaction: Transaction) -> None:
    """Delete search rows without a record; those of resolutions and clauses are handled with the facts."""
    table = SearchTextRecord
    transaction.write(delete(table).where(table.kind.not_in(SEARCHED)))
    for kind in sorted(SEARCHED):
        ids = select(Record.metadata.tables[kind].columns["id"])
        transaction.write(delete(table).where(table.kind == kind, table.record_id.not_in(ids)))
