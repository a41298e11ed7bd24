"""Table of typed drafts: not audited, hashed or exported; a row is deleted by the commit that records its text."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from sqlalchemy import Column, ColumnElement, Integer, Table, bindparam, cast, delete, func, select, update
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.orm import Mapped, mapped_column

from desktop_app.domain.text.typed_drafts import DraftField, TypedDraft
from desktop_app.storage.schema.base import Record, instant_column, named_check, table_of
from desktop_app.storage.store.audit import AuditRecord
from desktop_app.storage.store.transaction import Transaction

_AFTER_START = "~"
"""Between the number of the start that found a text and its field."""


class DraftRecord(Record):
    """The typed text of one field of one form; ``uid`` is empty if there is no record yet.

    ``field`` begins with the number of a start and "~" where that start found the text.
    """

    __tablename__ = "draft"
    __table_args__ = (
        named_check("ck_draft_named", "kind <> '' AND field <> ''"),
        named_check("ck_draft_at_given", "at <> ''"),
    )

    kind: Mapped[str] = mapped_column(primary_key=True)
    uid: Mapped[str] = mapped_column(primary_key=True)
    field: Mapped[str] = mapped_column(primary_key=True)
    content: Mapped[str]
    at: Mapped[str] = instant_column()


def put_drafts(transaction: Transaction, texts: Mapping[DraftField, str]) -> Mapping[DraftField, str]:
    """Store each text over the previous one; return the texts by place, with the uids of their records."""
    now = transaction.clock.instant()
    kept = {replace(place, uid=_uid_of(transaction, place)): text for place, text in texts.items()}
    rows = [{**_key(transaction, place), "content": text, "at": now} for place, text in kept.items()]
    if rows:
        statement = upsert(DraftRecord)
        newer = {"content": statement.excluded.content, "at": statement.excluded.at}
        transaction.write(statement.on_conflict_do_update(index_elements=["kind", "uid", "field"], set_=newer), rows)
    return kept


def drop_drafts(transaction: Transaction, places: Collection[DraftField]) -> None:
    """Delete drafts that were recorded or discarded."""
    rows = [{f"its_{name}": value for name, value in _key(transaction, place).items()} for place in places]
    if rows:
        table = table_of(DraftRecord)
        same = [table.c[name] == bindparam(f"its_{name}") for name in ("kind", "uid", "field")]
        transaction.write(delete(table).where(*same), rows)


def set_drafts_aside(transaction: Transaction) -> None:
    """Rename the drafts of an earlier run, so that typing does not overwrite them."""
    field = table_of(DraftRecord).c.field
    last = transaction.run(select(func.max(cast(field, Integer))).where(_is_set_aside(field))).scalar() or 0
    aside = f"{last + 1}{_AFTER_START}" + field
    transaction.write(update(table_of(DraftRecord)).where(~_is_set_aside(field)).values(field=aside))


def read_drafts(transaction: Transaction) -> tuple[TypedDraft, ...]:
    """Return all drafts, oldest first, with whether their record is deleted or changed."""
    record = DraftRecord
    columns = (record.kind, record.uid, record.field, record.content, record.at)
    rows = transaction.run(select(*columns).order_by(record.at, record.kind, record.uid, record.field)).all()
    return tuple(_draft(transaction, *row) for row in rows)


def _draft(transaction: Transaction, kind: str, uid: str, field: str, content: str, at: str) -> TypedDraft:
    start, _, name = field.rpartition(_AFTER_START)
    return _about_record(transaction, DraftField(kind, 0, name, uid, int(start or 0)), content, at)


def _about_record(transaction: Transaction, place: DraftField, content: str, at: str) -> TypedDraft:
    table = _table(place.kind)
    if not place.uid or table is None:
        return TypedDraft(place, content, at)
    found = transaction.run(select(table.c.id).where(table.c.uid == place.uid)).scalar()
    # instants are whole seconds: what was changed in the same one may have been changed after it
    changed = found is not None and _last_change(transaction, place.kind, found) >= at
    return TypedDraft(replace(place, record_id=found or 0), content, at, gone=found is None, changed=changed)


def _last_change(transaction: Transaction, kind: str, record_id: int) -> str:
    of_it = (AuditRecord.subject == kind, AuditRecord.subject_id == record_id)
    return transaction.run(select(func.max(AuditRecord.at)).where(*of_it)).scalar() or ""


def _key(transaction: Transaction, place: DraftField) -> dict[str, str]:
    field = f"{place.found}{_AFTER_START}{place.field}" if place.found else place.field
    return {"kind": place.kind, "uid": _uid_of(transaction, place), "field": field}


def _is_set_aside(field: Column[str]) -> ColumnElement[bool]:
    return field.bool_op("GLOB")(f"[0-9]*{_AFTER_START}*")


def _uid_of(transaction: Transaction, place: DraftField) -> str:
    """Return the uid of a draft's record; an identifier made of its id if the record is deleted."""
    if place.uid:
        return place.uid
    table = _table(place.kind)
    if table is None or not place.record_id:
        return ""
    return transaction.run(select(table.c.uid).where(table.c.id == place.record_id)).scalar() or f"#{place.record_id}"


def _table(kind: str) -> Table | None:
    table = Record.metadata.tables.get(kind)
    return table if table is not None and "uid" in table.columns and "id" in table.columns else None
