"""Base classes of mapped tables (STRICT, an integer key never reused, a ``uid``, named CHECKs); evidence tables.

The classes describe tables and name columns with types; nothing is ever loaded through them. Statements select columns
straight into the frozen entities of the domain, so no mapped record, lazy or not, can leave this room. Keys are
RESTRICT.

Tables of evidence only grow: the chain over everything that was done, and the hash of each row that was written. A link
is written by each commit that changed a record; it covers the entries of the audit table and the acts up to those that
it names, and the row hashes that name it (:mod:`desktop_app.storage.evidence.canonical` has the canonical forms).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any, ClassVar

from sqlalchemy import (
    CheckConstraint,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedColumn, mapped_column
from sqlalchemy.types import TypeEngine

from desktop_app.storage.schema.types import DayText, InstantText, TimeText, Word, WordText, YesNo, check_of


def checks(sql: str) -> Iterator[tuple[str, str]]:
    """Yield name and body of every CHECK; an unnamed one has an empty name."""
    for match in re.finditer(r"(?:CONSTRAINT\s+\"?(\w+)\"?\s+)?CHECK\s*\(", sql):
        yield match.group(1) or "", sql[match.end() : _closing_bracket(sql, match.end())]


def with_check(sql: str, name: str, body: str) -> str:
    """Return the CREATE TABLE text with another body for one CHECK."""
    match = re.search(rf"CONSTRAINT\s+\"?{name}\"?\s+CHECK\s*\(", sql)
    if match is None:
        raise ValueError(f"no CHECK of this name: {name}")
    return f"{sql[: match.end()]}{body}{sql[_closing_bracket(sql, match.end()) :]}"


def _closing_bracket(sql: str, start: int) -> int:
    """Return the position of the closing bracket; brackets in quoted texts do not count."""
    depth, quoted, place = 1, False, start
    while depth:
        char = sql[place]
        if char == "'":
            quoted = not quoted
        elif not quoted:
            depth += {"(": 1, ")": -1}.get(char, 0)
        place += 1
    return place - 1


NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
}


class Record(DeclarativeBase):
    """Base of every mapped table."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        str: Text(),
        int: Integer(),
        bool: YesNo(),
        date: DayText(),
        bytes: LargeBinary(),
    }

    def __init_subclass__(cls, **options: Any) -> None:  # noqa: ANN401 - declarative's own signature
        super().__init_subclass__(**options)
        table = cls.__dict__.get("__table__")
        if isinstance(table, Table):
            _make_strict(table)


class Kept(Record):
    """A table whose rows have an id and a ``uid``, which stays valid outside the data folder."""

    __abstract__ = True

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True, sort_order=-2)
    uid: Mapped[str] = mapped_column(unique=True, sort_order=-1)


def _make_strict(table: Table) -> None:
    options = table.dialect_options["sqlite"]
    options["strict"] = True
    for name in {"id", "seq"} & set(table.columns.keys()):
        options["autoincrement"] = True
        # a guard before an insert sees -1 for a key that is still to be given, so no row may bear it
        table.append_constraint(CheckConstraint(f"{name} >= 1", name=f"ck_{table.name}_{name}"))
    for column in table.columns:
        check = check_of(column)
        if check is not None:
            table.append_constraint(check)


def table_of(record: type[Record]) -> Table:
    """Return the table of a mapped class, as type ``Table``."""
    table = record.__table__
    assert isinstance(table, Table)
    return table


def reference_column(table: str) -> MappedColumn[Any]:
    """Return a column that refers to a row, which cannot be deleted while it is referred to."""
    key = ForeignKey(f"{table}.id", ondelete="RESTRICT", onupdate="RESTRICT")
    return mapped_column(Integer, key, index=True)


def word_column(words: type[Word]) -> MappedColumn[Word]:
    """Return a column for a word of a closed list."""
    return mapped_column(WordText(words))


def added_column(default: str, kind: TypeEngine[Any] | None = None) -> MappedColumn[Any]:
    """Return a column of a later revision; ``default`` is the SQL value for older rows: ``added_column("''")``."""
    return mapped_column(kind, server_default=text(default))


def time_column() -> MappedColumn[str]:
    """Return a column for a time ``HH:MM`` or an empty text."""
    return mapped_column(TimeText)


def instant_column() -> MappedColumn[str]:
    """Return a column for an instant in UTC or an empty text."""
    return mapped_column(InstantText)


def named_check(name: str, body: str) -> CheckConstraint:
    """Return a named CHECK over a row."""
    return CheckConstraint(body, name=name)


class ChainLinkRecord(Record):
    """The link of one commit: the previous hash, the last covered entry and act, and its own hash."""

    __tablename__ = "chain_link"
    __table_args__ = (
        UniqueConstraint("hash"),
        named_check("ck_chain_link_hashes", "length(hash) = 64 AND length(previous) IN (0, 64)"),
        named_check("ck_chain_link_places", "format >= 1 AND last_entry >= 0 AND last_act >= 0"),
    )

    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    format: Mapped[int]
    previous: Mapped[str]
    last_entry: Mapped[int]
    last_act: Mapped[int]
    hash: Mapped[str]


class RecordHashRecord(Record):
    """The hash of one row after a commit, empty if it was deleted; the newest of a row is valid."""

    __tablename__ = "record_hash"
    __table_args__ = (
        named_check("ck_record_hash_hash", "length(hash) IN (0, 64) AND kind <> '' AND format >= 1"),
        Index(None, "kind", "record_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    link: Mapped[int] = mapped_column(
        ForeignKey("chain_link.seq", ondelete="RESTRICT", onupdate="RESTRICT"), index=True
    )
    kind: Mapped[str]
    record_id: Mapped[int]
    format: Mapped[int]
    hash: Mapped[str]
