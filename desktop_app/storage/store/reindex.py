"""Reindexing: all that is derived is filled again after the rules of folding or of the facts of resolutions changed.

A row keeps its id, by which search results are ordered: what was written last stays first.
"""

from __future__ import annotations

from sqlalchemy import delete, exists, select, update

from desktop_app.domain.text.folding import FOLD_VERSION, sort_key
from desktop_app.storage.schema.base import Record
from desktop_app.storage.schema.resolutions import FACTS_VERSION, ResolutionFactsRecord
from desktop_app.storage.store.facts_projection import keep_all
from desktop_app.storage.store.kinds import MAPPERS
from desktop_app.storage.store.search import SEARCHED, SearchIndex, SearchTextRecord
from desktop_app.storage.store.store import SORT_KEYS, RecordStore
from desktop_app.storage.store.transaction import Transaction


def is_stale(transaction: Transaction) -> bool:
    """Whether any row was made by other rules than today's."""
    folded = exists().where(SearchTextRecord.fold_version != FOLD_VERSION)
    computed = exists().where(ResolutionFactsRecord.facts_version != FACTS_VERSION)
    return bool(transaction.run(select(folded | computed)).scalar())


def reindex(transaction: Transaction) -> None:
    """Fold every searched record, make every sort key and compute the facts of every resolution again."""
    _drop_rows_of_nothing(transaction)
    index = SearchIndex(transaction)
    for mapper in MAPPERS:
        if mapper.name not in SEARCHED:
            continue
        store = RecordStore(transaction, mapper, index.stored)
        for entity in store.where():
            # what belongs to resolutions is folded beneath
            index.stored(mapper.name, entity.id, entity)
    _make_sort_keys(transaction)
    keep_all(transaction)


def _make_sort_keys(transaction: Transaction) -> None:
    """No other column is written: a row that another program changed stays as it is, and is listed."""
    for kind, (source, key) in SORT_KEYS.items():
        table = Record.metadata.tables[kind]
        for row_id, name, found in transaction.cells(f"SELECT id, {source}, {key} FROM {kind}"):
            wanted = sort_key(name)
            if found != wanted:
                transaction.write(update(table).where(table.columns["id"] == row_id).values({key: wanted}))


def _drop_rows_of_nothing(transaction: Transaction) -> None:
    """Remove what no record stands behind; rows of resolutions and their clauses are judged with the facts."""
    table = SearchTextRecord
    transaction.write(delete(table).where(table.kind.not_in(SEARCHED)))
    for kind in sorted(SEARCHED):
        ids = select(Record.metadata.tables[kind].columns["id"])
        transaction.write(delete(table).where(table.kind == kind, table.record_id.not_in(ids)))
