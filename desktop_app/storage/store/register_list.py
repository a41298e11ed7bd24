"""List of both registers, of incoming and outgoing papers, and their last numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    Select,
    String,
    and_,
    case,
    cast,
    false,
    func,
    literal_column,
    null,
    or_,
    select,
    true,
    type_coerce,
    union_all,
)

from desktop_app.domain.calendar.jalali import year_of
from desktop_app.domain.papers import Classification
from desktop_app.domain.read_models.listing import FilterKey, RegisterRow, RegisterView, paper_of_line
from desktop_app.domain.read_models.paper_sheets import PaperRef
from desktop_app.domain.rules.invitations import SendingWay
from desktop_app.domain.rules.registered_papers import HANDED_OVER, normalised_number
from desktop_app.domain.rules.requests import UNANSWERED
from desktop_app.domain.text.digits import latin_digits
from desktop_app.storage.schema.base import Record, table_of
from desktop_app.storage.schema.registered_papers import (
    FileLinkRecord,
    IncomingPaperRecord,
    OutgoingPaperRecord,
    PaperLinkRecord,
    RequestRecord,
)
from desktop_app.storage.store.list_queries import (
    Condition,
    Offer,
    SortColumn,
    SqlList,
    all_rows,
    filter_by_months,
    filter_by_words,
    filter_by_years,
)
from desktop_app.storage.store.search import SearchTextRecord, contains_word
from desktop_app.storage.store.transaction import AnySelect

_IN, _OUT = IncomingPaperRecord, OutgoingPaperRecord
_LINK: Final = table_of(PaperLinkRecord).c
_CLASS: Final = table_of(_IN).c.classification.type
_WAY: Final = table_of(_OUT).c.way.type
_DAY: Final = table_of(_OUT).c.day.type
_MOST_DAYS: Final = 200
_FILE: Final = table_of(FileLinkRecord).c


def _columns(*, outgoing: bool) -> dict[str, ColumnElement[Any]]:
    """Return the columns of one register for display, filters and orders; of a long document only the day."""
    paper: Any = table_of(_OUT if outgoing else _IN).c
    refers = _LINK.outgoing_paper_id if outgoing else _LINK.incoming_paper_id
    # the record of a sending is told by its meeting
    about = refers == paper.id, _LINK.removed_on.is_(None), _LINK.record_kind != "sent_invitation"
    attached = _FILE.record_uid == paper.uid, _FILE.removed_on.is_(None)
    return {
        "id": paper.id * 2 + literal_column(str(int(outgoing))),
        "year": paper.year,
        "row": paper.row,
        "number": paper.number,
        "subject": paper.subject,
        "classification": paper.classification,
        "urgency": paper.urgency,
        "struck": paper.struck_on.is_not(None),
        "struck_reason": paper.struck_reason,
        "link_count": select(func.count()).where(*about).scalar_subquery(),
        "file_count": select(func.count()).where(*attached).scalar_subquery(),
        # the lines of both registers are one table: the order of the columns has to be the same
        **(_of_outgoing(paper) if outgoing else _of_incoming(paper)),
    }


def _of_outgoing(paper: Any) -> dict[str, ColumnElement[Any]]:  # noqa: ANN401 - columns by their names
    return {
        "outgoing": true(),
        "day": paper.day,
        "paper_day": _day_in_letter(paper),
        "party": paper.addressee,
        "way": paper.way,
        "received_by": paper.received_by,
        "received_on": paper.received_on,
        "waits": false(),
    }


def _of_incoming(paper: Any) -> dict[str, ColumnElement[Any]]:  # noqa: ANN401 - columns by their names
    return {
        "outgoing": false(),
        "day": paper.received_on,
        "paper_day": paper.day,
        "party": paper.sender,
        "way": null(),
        "received_by": literal_column("''"),
        "received_on": null(),
        "waits": _has_unanswered_request(paper.id),
    }


def _lines(*, outgoing: bool) -> Select[Any]:
    return select(*(column.label(name) for name, column in _columns(outgoing=outgoing).items()))


def _has_unanswered_request(paper_id: ColumnElement[int]) -> ColumnElement[bool]:
    """Return the condition that an incoming paper has an unanswered request."""
    asked = table_of(RequestRecord).c
    refers = _LINK.incoming_paper_id == paper_id, _LINK.record_kind == "request", _LINK.removed_on.is_(None)
    return select(asked.id).where(asked.uid == _LINK.record_uid, asked.state.in_(sorted(UNANSWERED)), *refers).exists()


def _day_in_letter(paper: Any) -> ColumnElement[Any]:  # noqa: ANN401 - the columns of the outgoing papers
    """Return the day in the stored letter if it differs from the day of its row."""
    own = func.json_extract(paper.document, "$.letterhead.day")
    found = case((func.json_valid(paper.document), func.nullif(func.nullif(own, ""), cast(paper.day, String))))
    return type_coerce(found, _DAY)


_ALL: Final = union_all(_lines(outgoing=False), _lines(outgoing=True)).subquery("register")
_LINE: Final = _ALL.c


class RegisterList(SqlList[RegisterRow]):
    """List of both registers, newest paper first, struck papers included."""

    kind = "register"

    def _offer(self) -> Offer:
        outgoing, struck = _LINE.outgoing, _LINE.struck
        day = type_coerce(_LINE.day, _DAY)
        return Offer(
            views={
                RegisterView.ALL: all_rows,
                RegisterView.INCOMING: lambda: ~outgoing,
                RegisterView.OUTGOING: lambda: outgoing,
                RegisterView.UNLINKED: lambda: and_(~outgoing, ~struck, _LINE.link_count == 0),
                RegisterView.WAITING: lambda: and_(_LINE.waits, ~struck),
                RegisterView.STRUCK: lambda: struck,
            },
            filters={
                FilterKey.YEAR: filter_by_years(day),
                FilterKey.MONTH: filter_by_months(day),
                FilterKey.CLASSIFICATION: filter_by_words(type_coerce(_LINE.classification, _CLASS), Classification),
                FilterKey.WAY: filter_by_words(type_coerce(_LINE.way, _WAY), SendingWay),
            },
            sorts={"day": (SortColumn(_LINE.day),), "row": (SortColumn(_LINE.row),)},
            ties=(SortColumn(_LINE.day), SortColumn(_LINE.row), SortColumn(_LINE.id)),
        )

    def years(self) -> tuple[int, ...]:
        """Return the years from the first paper to the last, newest first."""
        day = type_coerce(_LINE.day, _DAY)
        ends = select(func.min(day).label("first"), func.max(day).label("last")).select_from(_ALL)
        bounds = self._transaction.run(ends).one()
        if bounds.first is None:
            return ()
        return tuple(range(year_of(bounds.last), year_of(bounds.first) - 1, -1))

    def last_row(self, year: int, *, outgoing: bool) -> int:
        """Return the last number given in the register of a year; 0 if there is none."""
        of = table_of(_OUT if outgoing else _IN).c
        return self._transaction.run(select(func.max(of.row)).where(of.year == year)).scalar() or 0

    def last_serial(self) -> int:
        """Return the number of outgoing papers of all years."""
        return self._transaction.run(select(func.count()).select_from(table_of(_OUT))).scalar() or 0

    def days_to_deliver(self) -> tuple[tuple[date, int], ...]:
        """Return the days with hand-delivered letters that have no recorded receipt, newest first."""
        of = table_of(_OUT).c
        waits = of.struck_on.is_(None), of.received_by == "", of.way.in_(HANDED_OVER)
        days = select(of.day, func.count().label("count")).where(*waits).group_by(of.day).order_by(of.day.desc())
        return tuple((day, count) for day, count in self._transaction.run(days.limit(_MOST_DAYS)))

    def about(self, kind: str, record_ids: Sequence[int]) -> Mapping[int, tuple[PaperRef, ...]]:
        """Return the papers about each record of this kind, newest first, without struck ones."""
        found: dict[int, list[PaperRef]] = {}
        if record_ids:
            # one statement, for records show their papers with every act
            sides = (_papers_about(kind, list(record_ids), outgoing=outgoing) for outgoing in (False, True))
            every = union_all(*sides).subquery()
            newest_first = select(every).order_by(every.c.day.desc(), every.c.line.desc())
            for record_id, *ref in self._transaction.run(newest_first):
                found.setdefault(record_id, []).append(PaperRef(**dict(zip(_OF_REF, ref, strict=True))))
        return {key: tuple(papers) for key, papers in found.items()}

    def has_number(self, number: str) -> bool:
        """Whether an outgoing paper has this number, in digits of any script."""
        of, same = table_of(_OUT).c, (number, latin_digits(number))
        return self._transaction.run(select(of.id).where(of.number.in_(same)).limit(1)).scalar() is not None

    def numbered(self, number: str) -> tuple[int, ...]:
        """Return the outgoing papers with this number, in digits of any script, newest first."""
        of, wanted = table_of(_OUT).c, normalised_number(number)
        rows = self._transaction.run(select(of.id, of.number).where(of.number != "").order_by(of.id.desc()))
        return tuple(row.id for row in rows if normalised_number(row.number) == wanted)

    # ---- inside

    def _key(self) -> ColumnElement[int]:
        return _LINE.id

    def _among(self, *columns: ColumnElement[Any]) -> AnySelect:
        return select(*columns).select_from(_ALL)

    def _own_order(self) -> tuple[ColumnElement[Any], ...]:
        return (_LINE.day.desc(), _LINE.row.desc(), _LINE.id.desc())

    def _holding(self, word: str) -> Condition:
        table = SearchTextRecord
        found = [
            _LINE.id.in_(select(table.record_id * 2 + place).where(table.kind == kind, contains_word(word)))
            for place, kind in enumerate((_IN.__tablename__, _OUT.__tablename__))
        ]
        return or_(*found)

    def _rows(self, ids: list[int]) -> dict[int, RegisterRow]:
        found: dict[int, RegisterRow] = {}
        for register in (False, True):
            paper_ids = [paper_id for paper_id, outgoing in map(paper_of_line, ids) if outgoing is register]
            if paper_ids:
                lines = _lines(outgoing=register).where(table_of(_OUT if register else _IN).c.id.in_(paper_ids))
                found |= {row["id"]: RegisterRow(**row) for row in self._transaction.run(lines).mappings()}
        return found


def _papers_about(kind: str, ids: list[int], *, outgoing: bool) -> Select[Any]:
    """Return the query for the papers of one register about records of a kind."""
    of, record = Record.metadata.tables[kind], table_of(_OUT if outgoing else _IN)
    refers = _LINK.outgoing_paper_id if outgoing else _LINK.incoming_paper_id
    columns = _columns(outgoing=outgoing)
    columns["line"] = columns["id"]
    return (
        select(of.c.id.label("about"), *(columns[name].label(name) for name in _OF_REF))
        .select_from(table_of(PaperLinkRecord))
        .join(record, refers == record.c.id)
        .join(of, of.c.uid == _LINK.record_uid)
        .where(of.c.id.in_(ids), _LINK.record_kind == kind, _LINK.removed_on.is_(None), record.c.struck_on.is_(None))
    )


_OF_REF: Final = ("line", "outgoing", "year", "row", "number", "day", "party", "subject")
