"""Protocols of the lists that screens show, as the services need them; :mod:`desktop_app.storage` implements them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Protocol, TypeVar

from desktop_app.domain.read_models.history import AuditEntry, RecordKey
from desktop_app.domain.read_models.listing import EVERYTHING, ListQuery
from desktop_app.domain.read_models.rows import RegisterRow, TaskRow, UnitCount

if TYPE_CHECKING:
    from desktop_app.domain.read_models.history import AuditOffer, ShownKeys
    from desktop_app.domain.read_models.listing import Group
    from desktop_app.domain.read_models.register_sheet import PaperRef

Row_co = TypeVar("Row_co", covariant=True)


class RowList(Protocol[Row_co]):
    """A list for a screen: all ids in order, then pages of rows by id."""

    def ids(self, query: ListQuery = EVERYTHING) -> Sequence[int]:
        """Ids of the rows that answer the question, in its order; the list's own order is newest first.

        Raises ``RuleBroken("list_cannot", …)`` for a view, a filter or an order that this list does not have.
        """
        ...

    def view_counts(self, query: ListQuery = EVERYTHING, views: Collection[str] | None = None) -> Mapping[str, int]:
        """By saved view, all or those named: how many rows answer the search and the filters in it, exactly."""
        ...

    def fetch(self, ids: Sequence[int]) -> tuple[Row_co, ...]:
        """Rows of these ids, in the order given."""
        ...


class TaskRowList(RowList[TaskRow], Protocol):
    """The list of tasks, which also says how they spread over the units and over the groups of a question."""

    def unit_counts(self, query: ListQuery = EVERYTHING) -> tuple[UnitCount, ...]:
        """Every unit that has a task, party by party, with how many of its tasks answer the question."""
        ...

    def groups(self, query: ListQuery = EVERYTHING) -> tuple[Group, ...]:
        """The groups of the question in their order, each with how many rows; none where it asks for no groups."""
        ...


class RegisterRowList(RowList[RegisterRow], Protocol):
    """The registers of incoming and outgoing papers as one list, and what their counters have come to."""

    def years(self) -> tuple[int, ...]:
        """The years that have a paper, the newest first."""
        ...

    def last_row(self, year: int, *, outgoing: bool) -> int:
        """The last number that the register of a year has given; 0 for none."""
        ...

    def last_serial(self) -> int:
        """How many papers have gone out in all years."""
        ...

    def days_to_deliver(self) -> tuple[tuple[date, int], ...]:
        """The days with letters that may go by hand and that nobody is recorded to have received, the newest first."""
        ...

    def about(self, kind: str, record_ids: Sequence[int]) -> Mapping[int, tuple[PaperRef, ...]]:
        """By record of this kind: the papers that are about it, the newest first, but those that were struck."""
        ...

    def number_given(self, number: str) -> bool:
        """Whether an outgoing paper bears this number."""
        ...

    def numbered(self, number: str) -> tuple[int, ...]:
        """The outgoing papers that bear this number, whichever way it was typed, the newest first."""
        ...


class AuditRowList(RowList[AuditEntry], Protocol):
    """The audit table as a list of entries and of acts, which also says what occurs in it."""

    def finding_by_words(self, keys_shown_as: Callable[[str], ShownKeys]) -> AuditRowList:
        """The same list, in which a word finds the entries that are shown in it, too."""
        ...

    def acts(self, query: ListQuery = EVERYTHING) -> Sequence[int]:
        """The acts that have an entry which answers the question, in its order; each by its first entry."""
        ...

    def fetch_acts(self, acts: Sequence[int]) -> tuple[tuple[AuditEntry, ...], ...]:
        """The entries of each act, by its first one."""
        ...

    def offer(self) -> AuditOffer:
        """Who acted, and on which kinds of records."""
        ...

    def classes(self, keys: Collection[RecordKey]) -> Mapping[RecordKey, frozenset[str]]:
        """The classes that entries tell of these records, and for a resolution those of its wording."""
        ...
