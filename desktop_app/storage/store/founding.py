"""Table with one row: the draft of the first start, until the committee is founded from it."""

from __future__ import annotations

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.orm import Mapped, mapped_column

from desktop_app.storage.schema.base import Record, named_check
from desktop_app.storage.store.transaction import Transaction

_PLACE = 1


class FoundingDraftRecord(Record):
    """The typed content of the first start, as JSON of the services."""

    __tablename__ = "founding_draft"
    __table_args__ = (
        named_check("ck_founding_draft_one", f"place = {_PLACE}"),
        named_check("ck_founding_draft_json", "json_valid(content)"),
    )

    place: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    content: Mapped[str]


def read_draft(transaction: Transaction) -> str:
    """Return the draft; an empty text if there is none."""
    return transaction.run(select(FoundingDraftRecord.content)).scalar() or ""


def write_draft(transaction: Transaction, content: str) -> None:
    """Store the draft over the previous one; an empty text deletes it."""
    if not content:
        transaction.write(delete(FoundingDraftRecord))
        return
    statement = upsert(FoundingDraftRecord).values(place=_PLACE, content=content)
    transaction.write(statement.on_conflict_do_update(index_elements=["place"], set_={"content": content}))
