"""Base classes of mapped tables: STRICT, an integer key never reused, a ``uid``, named CHECKs, RESTRICT keys.

The classes describe tables and name columns with types; nothing is ever loaded through them. Statements select
columns straight into the frozen entities of the domain, so no mapped record, lazy or not, can leave this room.
"""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from sqlalchemy import CheckConstraint, ForeignKey, Integer, LargeBinary, MetaData, Table, Text, text
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedColumn, mapped_column
from sqlalchemy.types import TypeEngine

from desktop_app.storage.schema.types import DayText, InstantText, TimeText, Word, WordText, YesNo, check_of

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
    """A table whose rows have an id and, for what leaves the folder, a ``uid``."""

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
    """The table of a mapped class, typed as what it is."""
    table = record.__table__
    assert isinstance(table, Table)
    return table


def ref(table: str) -> MappedColumn[Any]:
    """A reference to a row that must exist and cannot go while it is referred to."""
    key = ForeignKey(f"{table}.id", ondelete="RESTRICT", onupdate="RESTRICT")
    return mapped_column(Integer, key, index=True)


def word(words: type[Word]) -> MappedColumn[Word]:
    """A word of a closed list."""
    return mapped_column(WordText(words))


def added(default: str, kind: TypeEngine[Any] | None = None) -> MappedColumn[Any]:
    """A column of a later revision; ``default`` is what rows from before it have, as SQL writes it: ``added("''")``."""
    return mapped_column(kind, server_default=text(default))


def time_of_day() -> MappedColumn[str]:
    """A time ``HH:MM`` or empty."""
    return mapped_column(TimeText)


def instant() -> MappedColumn[str]:
    """An instant in UTC or empty."""
    return mapped_column(InstantText)


def rule(name: str, body: str) -> CheckConstraint:
    """A named CHECK over a row."""
    return CheckConstraint(body, name=name)
