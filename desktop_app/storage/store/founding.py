"""The one row that holds what is typed at first start, until the committee is founded from it."""

from __future__ import annotations

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.orm import Mapped, mapped_column

from desktop_app.storage.schema.base import Record, rule
from desktop_app.storage.store.transaction import Transaction

_PLACE = 1


class FoundingDraftRecord(Record):
    """What is typed and not founded yet, as the services write it."""

    __tablename__ = "founding_draft"
    __table_args__ = (
        rule("ck_founding_draft_one", f"place = {_PLACE}"),
        rule("ck_founding_draft_json", "json_valid(content)"),
    )

    place: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    content: Mapped[str]


def read_draft(transaction: Transaction) -> str:
    """The draft, or an empty text where there is none."""
    return transaction.run(select(FoundingDraftRecord.content)).scalar() or ""


def write_draft(transaction: Transaction, content: str) -> None:
    """Keep the draft in place of the earlier one; an empty text takes it away."""
    if not content:
        transaction.write(delete(FoundingDraftRecord))
        return
    statement = upsert(FoundingDraftRecord).values(place=_PLACE, content=content)
    transaction.write(statement.on_conflict_do_update(index_elements=["place"], set_={"content": content}))
