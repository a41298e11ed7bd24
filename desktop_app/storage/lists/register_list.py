"""The registers of incoming and outgoing papers as one list, and what their counters have come to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Select,
    String,
    and_,
    case,
    cast,
    func,
    literal_column,
    null,
    or_,
    select,
    type_coerce,
    union_all,
)

from desktop_app.domain.calendar.jalali import year_of
from desktop_app.domain.documents.papers import Classification
from desktop_app.domain.read_models.listing import FilterKey, RegisterView
from desktop_app.domain.read_models.register_sheet import PaperRef
from desktop_app.domain.read_models.rows import RegisterRow, paper_of_line, register_line
from desktop_app.domain.rules.invitations import SendingWay
from desktop_app.domain.rules.registered_papers import HANDED_OVER, spelled
from desktop_app.domain.rules.requests import UNANSWERED
from desktop_app.domain.text.digits import latin_digits
from desktop_app.storage.lists.list_queries import Condition, Offer, SortColumn, everything, in_months, in_years, worded
from desktop_app.storage.lists.lists import SqlList
from desktop_app.storage.schema.base import Record, table_of
from desktop_app.storage.schema.files import FileLinkRecord
from desktop_app.storage.schema.registered_papers import IncomingPaperRecord, OutgoingPaperRecord, PaperLinkRecord
from desktop_app.storage.schema.requests import RequestRecord
from desktop_app.storage.search.search import SearchTextRecord, holds
from desktop_app.storage.store.transaction import AnyRow, AnySelect

_IN, _OUT = IncomingPaperRecord, OutgoingPaperRecord
_LINK: Final = table_of(PaperLinkRecord).c
_CLASS: Final = table_of(_IN).c.classification.type
_WAY: Final = table_of(_OUT).c.way.type
_DAY: Final = table_of(_OUT).c.day.type
_MOST_DAYS: Final = 200
_FILE: Final = 2
"""Where papers say whether they went out: that it is a file."""


def _lines() -> CompoundSelect[Any]:
    """Every line of both registers with what it is asked and ordered by."""
    linked = select(_LINK.id).where(_LINK.incoming_paper_id == table_of(_IN).c.id, _LINK.removed_on.is_(None)).exists()
    came = select(
        (table_of(_IN).c.id * 2).label("line"),
        literal_column("0").label("outgoing"),
        table_of(_IN).c.received_on.label("day"),
        table_of(_IN).c.row.label("row"),
        table_of(_IN).c.classification.label("classification"),
        null().label("way"),
        table_of(_IN).c.struck_on.is_not(None).label("struck"),
        linked.label("linked"),
        _waits(table_of(_IN).c.id).label("waits"),
    )
    went = select(
        (table_of(_OUT).c.id * 2 + 1).label("line"),
        literal_column("1"),
        table_of(_OUT).c.day,
        table_of(_OUT).c.row,
        table_of(_OUT).c.classification,
        table_of(_OUT).c.way,
        table_of(_OUT).c.struck_on.is_not(None),
        literal_column("1"),
        literal_column("0"),
    )
    return union_all(came, went)


def _waits(paper_id: ColumnElement[int]) -> ColumnElement[bool]:
    """Whether a paper that came in asks for what is not answered."""
    asked = table_of(RequestRecord).c
    refers = _LINK.incoming_paper_id == paper_id, _LINK.record_kind == "request", _LINK.removed_on.is_(None)
    return select(asked.id).where(asked.uid == _LINK.record_uid, asked.state.in_(sorted(UNANSWERED)), *refers).exists()


_ALL: Final = _lines().subquery("register")
_LINE: Final = _ALL.c


class RegisterList(SqlList[RegisterRow]):
    """Both registers, the newest paper first; what was struck stays among them."""

    kind = "register"

    def _offer(self) -> Offer:
        outgoing, struck = _LINE.outgoing == 1, _LINE.struck == 1
        day = type_coerce(_LINE.day, _DAY)
        return Offer(
            views={
                RegisterView.ALL: everything,
                RegisterView.INCOMING: lambda: ~outgoing,
                RegisterView.OUTGOING: lambda: outgoing,
                RegisterView.UNLINKED: lambda: and_(~outgoing, ~struck, _LINE.linked == 0),
                RegisterView.WAITING: lambda: and_(_LINE.waits == 1, ~struck),
                RegisterView.STRUCK: lambda: struck,
            },
            filters={
                FilterKey.YEAR: in_years(day),
                FilterKey.MONTH: in_months(day),
                FilterKey.CLASSIFICATION: worded(type_coerce(_LINE.classification, _CLASS), Classification),
                FilterKey.WAY: worded(type_coerce(_LINE.way, _WAY), SendingWay),
            },
            sorts={"day": (SortColumn(_LINE.day),), "row": (SortColumn(_LINE.row),)},
            ties=(SortColumn(_LINE.day), SortColumn(_LINE.row), SortColumn(_LINE.line)),
        )

    def years(self) -> tuple[int, ...]:
        """The years from the first paper to the last, the newest first."""
        day = type_coerce(_LINE.day, _DAY)
        ends = select(func.min(day).label("first"), func.max(day).label("last")).select_from(_ALL)
        bounds = self._transaction.run(ends).one()
        if bounds.first is None:
            return ()
        return tuple(range(year_of(bounds.last), year_of(bounds.first) - 1, -1))

    def last_row(self, year: int, *, outgoing: bool) -> int:
        """The last number that the register of a year has given; 0 for none."""
        of = table_of(_OUT if outgoing else _IN).c
        return self._transaction.run(select(func.max(of.row)).where(of.year == year)).scalar() or 0

    def last_serial(self) -> int:
        """How many papers have gone out in all years."""
        return self._transaction.run(select(func.count()).select_from(table_of(_OUT))).scalar() or 0

    def days_to_deliver(self) -> tuple[tuple[date, int], ...]:
        """The days with letters that may go by hand and that nobody is recorded to have received, the newest first."""
        of = table_of(_OUT).c
        waits = of.struck_on.is_(None), of.received_by == "", of.way.in_(HANDED_OVER)
        days = select(of.day, func.count().label("count")).where(*waits).group_by(of.day).order_by(of.day.desc())
        return tuple((day, count) for day, count in self._transaction.run(days.limit(_MOST_DAYS)))

    def about(self, kind: str, record_ids: Sequence[int]) -> Mapping[int, tuple[PaperRef, ...]]:
        """By record of this kind: the papers that are about it, the newest first, but those that were struck."""
        found: dict[int, list[PaperRef]] = {}
        if record_ids:
            for row in self._transaction.run(_papers_about(kind, list(record_ids))):
                found.setdefault(row.about, []).append(_ref(row))
        return {key: tuple(papers) for key, papers in found.items()}

    def about_one(self, kind: str, record_id: int) -> tuple[tuple[PaperRef, ...], tuple[int, ...]]:
        """The papers that are about one record, and the links of its files, by one statement."""
        rows = self._transaction.run(_with_files(kind, record_id)).all()
        papers = tuple(_ref(row) for row in rows if row.outgoing != _FILE)
        return papers, tuple(row.line for row in rows if row.outgoing == _FILE)

    def number_given(self, number: str) -> bool:
        """Whether an outgoing paper bears this number, typed in digits of whichever script."""
        of, same = table_of(_OUT).c, (number, latin_digits(number))
        return self._transaction.run(select(of.id).where(of.number.in_(same)).limit(1)).scalar() is not None

    def numbered(self, number: str) -> tuple[int, ...]:
        """The outgoing papers that bear this number, whichever way it was typed, the newest first."""
        of, wanted = table_of(_OUT).c, spelled(number)
        rows = self._transaction.run(select(of.id, of.number).where(of.number != "").order_by(of.id.desc()))
        return tuple(row.id for row in rows if spelled(row.number) == wanted)

    # ---- inside

    def _key(self) -> ColumnElement[int]:
        return _LINE.line

    def _among(self, *columns: ColumnElement[Any]) -> AnySelect:
        return select(*columns).select_from(_ALL)

    def _own_order(self) -> tuple[ColumnElement[Any], ...]:
        return (_LINE.day.desc(), _LINE.row.desc(), _LINE.line.desc())

    def _holding(self, word: str) -> Condition:
        table = SearchTextRecord
        found = [
            _LINE.line.in_(select(table.record_id * 2 + place).where(table.kind == kind, holds(word)))
            for place, kind in enumerate((_IN.__tablename__, _OUT.__tablename__))
        ]
        return or_(*found)

    def _rows(self, ids: list[int]) -> dict[int, RegisterRow]:
        came = [key for key, outgoing in map(paper_of_line, ids) if not outgoing]
        went = [key for key, outgoing in map(paper_of_line, ids) if outgoing]
        found: dict[int, RegisterRow] = {}
        for outgoing, keys in ((False, came), (True, went)):
            if keys:
                rows = self._transaction.run(_page(keys, outgoing=outgoing))
                found |= {register_line(row.id, outgoing=outgoing): _row(row, outgoing=outgoing) for row in rows}
        return found


def _page(ids: list[int], *, outgoing: bool) -> Select[Any]:
    """The papers of one register; of their documents, which may be long, the day alone."""
    record: Any = _OUT if outgoing else _IN
    paper, file = table_of(record).c, table_of(FileLinkRecord).c
    refers = _LINK.outgoing_paper_id if outgoing else _LINK.incoming_paper_id
    # the record of a sending is told by its meeting
    about = refers == paper.id, _LINK.removed_on.is_(None), _LINK.record_kind != "sent_invitation"
    links = select(func.count()).where(*about).scalar_subquery()
    files = select(func.count()).where(file.record_uid == paper.uid, file.removed_on.is_(None)).scalar_subquery()
    own: Mapping[str, Any] = (
        {
            "on": paper.day,
            "party": paper.addressee,
            "sent": paper.way,
            "taken_by": paper.received_by,
            "taken_on": paper.received_on,
            "written": _own_day(paper),
        }
        if outgoing
        else {"on": paper.received_on, "party": paper.sender, "written": paper.day}
    )
    shared = (paper.id, paper.year, paper.row, paper.number, paper.subject, paper.classification, paper.urgency)
    named = (column.label(name) for name, column in own.items())
    struck = paper.struck_on.is_not(None).label("struck")
    waits = (literal_column("0") if outgoing else _waits(paper.id)).label("waits")
    return select(*shared, *named, struck, waits, links.label("links"), files.label("files")).where(paper.id.in_(ids))


def _own_day(paper: Any) -> ColumnElement[Any]:  # noqa: ANN401 - the columns of the outgoing papers
    """The day that the kept letter bears, where that is another one than that of its row."""
    own = func.json_extract(paper.document, "$.letterhead.day")
    found = case((func.json_valid(paper.document), func.nullif(func.nullif(own, ""), cast(paper.day, String))))
    return type_coerce(found, _DAY)


def _papers_about(kind: str, ids: list[int]) -> Select[Any]:
    """Both registers by what their papers are about; one statement, for records show their papers with every act."""
    return _ordered(*_sides(kind, ids))


def _with_files(kind: str, record_id: int) -> Select[Any]:
    """The same of one record, with the files that are linked to it."""
    of, link = Record.metadata.tables[kind].c, table_of(FileLinkRecord).c
    none = {"year": "0", "row": "0", "number": "''", "subject": "''"}
    files = (
        select(
            of.id.label("about"),
            link.id.label("line"),
            literal_column(str(_FILE)).label("outgoing"),
            *(literal_column(empty).label(name) for name, empty in none.items()),
            null().label("on"),
            literal_column("''").label("party"),
        )
        .select_from(table_of(FileLinkRecord))
        .join(Record.metadata.tables[kind], of.uid == link.record_uid)
        .where(of.id == record_id, link.record_kind == kind, link.removed_on.is_(None))
    )
    return _ordered(*_sides(kind, [record_id]), files)


def _ordered(*sides: Select[Any]) -> Select[Any]:
    every = union_all(*sides).subquery()
    return select(every).order_by(every.c.on.desc(), every.c.line.desc())


def _sides(kind: str, ids: list[int]) -> tuple[Select[Any], Select[Any]]:
    of = Record.metadata.tables[kind].c

    def side(record: Any, refers: Any, day: str, party: str, outgoing: int) -> Select[Any]:  # noqa: ANN401
        """The papers of one register, by the names of its columns."""
        paper = table_of(record).c
        return (
            select(
                of.id.label("about"),
                (paper.id * 2 + outgoing).label("line"),
                literal_column(str(outgoing)).label("outgoing"),
                *(paper[name] for name in ("year", "row", "number", "subject")),
                paper[day].label("on"),
                paper[party].label("party"),
            )
            .select_from(table_of(PaperLinkRecord))
            .join(table_of(record), refers == paper.id)
            .join(Record.metadata.tables[kind], of.uid == _LINK.record_uid)
            .where(of.id.in_(ids), _LINK.record_kind == kind, _LINK.removed_on.is_(None), paper.struck_on.is_(None))
        )

    came = side(_IN, _LINK.incoming_paper_id, "received_on", "sender", 0)
    went = side(_OUT, _LINK.outgoing_paper_id, "day", "addressee", 1)
    return came, went


def _ref(row: AnyRow) -> PaperRef:
    return PaperRef(
        line=row.line,
        outgoing=bool(row.outgoing),
        year=row.year,
        row=row.row,
        number=row.number,
        day=row.on,
        party=row.party,
        subject=row.subject,
    )


def _row(row: AnyRow, *, outgoing: bool) -> RegisterRow:
    return RegisterRow(
        id=register_line(row.id, outgoing=outgoing),
        outgoing=outgoing,
        year=row.year,
        row=row.row,
        number=row.number,
        day=row.on,
        paper_day=row.written,
        party=row.party,
        subject=row.subject,
        classification=row.classification,
        urgency=row.urgency,
        way=row.sent if outgoing else None,
        struck=bool(row.struck),
        received_by=row.taken_by if outgoing else "",
        received_on=row.taken_on if outgoing else None,
        link_count=row.links,
        file_count=row.files,
        waits=bool(row.waits),
    )
