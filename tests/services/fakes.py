"""A unit of work in memory that keeps what the ports promise: commit or nothing, frozen rows, kept history.

It refuses what the real storage refuses, so that a service that would fail there fails here, too.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Any, Generic, TypeVar

from desktop_app.domain.calendar.workdays import WorkCalendar
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.read_models.listing import Group, ListQuery
from desktop_app.domain.read_models.rows import SearchHit, TaskRow, UnitCount
from desktop_app.domain.rules.minutes import EDITABLE, MINUTES, UNFROZEN
from desktop_app.domain.rules.resolutions import CLOSING, Resolution
from desktop_app.domain.settings import OfficeSettings
from desktop_app.domain.text.typed_drafts import DraftPlace, TypedDraft
from desktop_app.services.ports import EVERYTHING, Answer, Work, Written

KINDS = (
    "memoranda", "articles", "month_acts", "pictures", "committees", "parties", "axes", "people", "seats",
    "nominations", "units", "meetings", "meeting_acts", "sent_invitations", "agenda", "versions", "attendance",
    "guests", "deliberations", "clauses", "signers", "minutes_acts", "printings", "signatures", "resolutions",
    "resolution_acts", "deadline_events", "tasks", "task_acts", "upstream",
)  # fmt: skip
APPEND_ONLY = frozenset(
    {
        "meeting_acts",
        "sent_invitations",
        "minutes_acts",
        "printings",
        "signatures",
        "resolution_acts",
        "deadline_events",
        "task_acts",
        "month_acts",
        "pictures",
    }
)
KEPT = APPEND_ONLY | {
    "meetings",
    "versions",
    "tasks",
    "units",
    "people",
    "seats",
    "parties",
    "axes",
    "upstream",
    "articles",
    "nominations",
}
CHILDREN = frozenset({"attendance", "guests", "deliberations", "clauses", "signers"})
UNIQUE: Mapping[str, tuple[str, ...]] = {
    "attendance": ("minutes_version_id", "seat_id"),
    "versions": ("meeting_id", "version"),
    "tasks": ("resolution_id", "unit_id"),
    "deadline_events": ("resolution_id", "sequence"),
}

E = TypeVar("E")


class FrozenRow(Exception):
    """A service tried what the database forbids: a mistake of the service, never an answer to the operator."""


class SettableClock:
    """A clock that a test sets forward."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def today(self) -> date:
        return self.at.date()

    def local_time(self) -> str:
        return self.at.strftime("%H:%M")

    def instant(self) -> str:
        return self.at.strftime("%Y-%m-%dT%H:%M:%SZ")

    def forward(self, **step: int) -> None:
        self.at += timedelta(**step)


@dataclass
class Base:
    """What is committed."""

    tables: dict[str, dict[int, Any]] = field(default_factory=lambda: {kind: {} for kind in KINDS})
    last_id: dict[str, int] = field(default_factory=lambda: dict.fromkeys(KINDS, 0))
    settings: OfficeSettings = field(default_factory=lambda: OfficeSettings(number_pattern="{سال}/{جلسه}/{ردیف}"))
    holidays: dict[date, str] = field(default_factory=dict)
    estimated: frozenset[date] = frozenset()
    audit: list[tuple[str, str, int, dict[str, object]]] = field(default_factory=list)
    last_instant: str = ""
    founding_draft: str = ""
    drafts: dict[DraftPlace, str] = field(default_factory=dict)
    rows: dict[str, dict[int, Any]] = field(
        default_factory=lambda: {"meeting": {}, "minutes": {}, "resolution": {}, "task": {}}
    )
    hits: list[SearchHit] = field(default_factory=list)
    uids: int = 0
    commits: int = 0

    def copy(self) -> Base:
        """The same with tables of its own; the records in them are frozen, so both may hold them."""
        return replace(
            self,
            tables={kind: dict(rows) for kind, rows in self.tables.items()},
            last_id=dict(self.last_id),
            holidays=dict(self.holidays),
            audit=list(self.audit),
            rows={kind: dict(rows) for kind, rows in self.rows.items()},
            hits=list(self.hits),
        )


class FakeStore(Generic[E]):
    """One table."""

    def __init__(self, kind: str, base: Base, written: list[Written]) -> None:
        self.kind, self._base, self._written = kind, base, written

    @property
    def _rows(self) -> dict[int, Any]:
        return self._base.tables[self.kind]

    def get(self, entity_id: int) -> E:
        if entity_id not in self._rows:
            raise RuleBroken("record_unknown", kind=self.kind, id=entity_id)
        found: E = self._rows[entity_id]
        return found

    def where(self, **equals: object) -> tuple[E, ...]:
        rows = [row for row in self._rows.values() if all(_matches(row, *pair) for pair in equals.items())]
        return tuple(sorted(rows, key=lambda row: (getattr(row, "ordinal", 0), row.id)))

    def add(self, entity: E) -> E:
        row: Any = entity
        assert row.id == 0, "a stored record is added again"
        self._guard_child(row)
        self._guard_unique(row)
        self._base.last_id[self.kind] += 1
        stored = replace(row, id=self._base.last_id[self.kind])
        self._rows[stored.id] = stored
        self._written.append(Written(self.kind, None, stored))
        return stored  # type: ignore[no-any-return]

    def update(self, entity: E) -> None:
        row: Any = entity
        old: Any = self.get(row.id)
        if self.kind in APPEND_ONLY:
            raise FrozenRow(self.kind)
        self._guard_child(old)
        self._guard_child(row)
        self._guard_version(old, row)
        self._guard_number(old, row)
        self._rows[row.id] = row
        self._written.append(Written(self.kind, old, row))

    def remove(self, entity_id: int) -> None:
        old: Any = self.get(entity_id)
        if self.kind in KEPT or (self.kind == "resolutions" and old.number):
            raise FrozenRow(self.kind)
        self._guard_child(old)
        self._guard_used(entity_id)
        del self._rows[entity_id]
        self._written.append(Written(self.kind, old, None))

    def put_back(self, written: Written) -> None:
        row: Any = written.after or written.before
        if self._rows.get(row.id) != written.after:
            raise RuleBroken("act_overtaken", kind=self.kind, id=row.id)
        if written.before is None:
            self.remove(row.id)
        elif written.after is None:
            self._guard_child(row)
            self._guard_unique(row)
            self._rows[row.id] = row
            self._written.append(Written(self.kind, None, row))
        else:
            before: Any = written.before
            self.update(before)

    def _guard_child(self, row: Any) -> None:
        if self.kind in CHILDREN:
            version = self._base.tables["versions"][row.minutes_version_id]
            if version.state not in EDITABLE:
                raise FrozenRow(f"{self.kind} of {version.state} minutes")

    def _guard_version(self, old: Any, row: Any) -> None:
        if self.kind != "versions":
            return
        if old.state is not row.state and not MINUTES.allows(old.state, row.state):
            raise FrozenRow(f"{old.state} to {row.state}")
        if old.state not in EDITABLE and replace(old, state=row.state) != row:
            raise FrozenRow("version")
        if row.state not in UNFROZEN and not (row.snapshot and row.content_hash and row.finalised_at):
            raise FrozenRow("version without snapshot")

    def _guard_number(self, old: Any, row: Any) -> None:
        if self.kind in {"meetings", "resolutions"} and old.number and old.number != row.number:
            raise FrozenRow("number")

    def _guard_unique(self, row: Any) -> None:
        columns = UNIQUE.get(self.kind, ())
        same = {name: getattr(row, name) for name in columns}
        if columns and self.where(**same):
            raise FrozenRow(f"{self.kind} twice")

    def _guard_used(self, entity_id: int) -> None:
        if self.kind == "agenda":
            for other in ("clauses", "deliberations"):
                if any(row.agenda_item_id == entity_id for row in self._base.tables[other].values()):
                    raise FrozenRow("agenda item in use")
        if self.kind == "resolutions" and any(
            row.resolution_id == entity_id for row in self._base.tables["clauses"].values()
        ):
            raise FrozenRow("resolution in use")


def _matches(row: Any, name: str, value: object) -> bool:
    held = getattr(row, name)
    return held in value if isinstance(value, list | tuple | set | frozenset) else bool(held == value)


class FakeRows(Generic[E]):
    """One list for a screen, from rows that a test puts there."""

    def __init__(self, rows: dict[int, Any]) -> None:
        self._rows = rows

    def ids(self, query: ListQuery = EVERYTHING) -> Sequence[int]:
        return [row_id for row_id, row in reversed(self._rows.items()) if query.search in str(row)]

    def view_counts(self, query: ListQuery = EVERYTHING, views: Collection[str] | None = None) -> Mapping[str, int]:
        return {"all": len(self.ids(query))}

    def fetch(self, ids: Sequence[int]) -> tuple[E, ...]:
        return tuple(self._rows[row_id] for row_id in ids)


class FakeTaskRows(FakeRows[TaskRow]):
    """The list of tasks; late are those that say so themselves."""

    def unit_counts(self, query: ListQuery = EVERYTHING) -> tuple[UnitCount, ...]:
        found: dict[int, UnitCount] = {}
        for row_id, row in self._rows.items():
            one = found.setdefault(
                row.unit_id, UnitCount(unit_id=row.unit_id, unit=row.unit, party_id=row.party_id, count=0, late=0)
            )
            if row_id in self.ids(query):
                found[row.unit_id] = replace(one, count=one.count + 1, late=one.late + (row.days_late > 0))
        return tuple(found.values())

    def groups(self, query: ListQuery = EVERYTHING) -> tuple[Group, ...]:
        assert not query.group
        return ()


class FakeWork(Work):
    """A unit of work over a copy of what is committed."""

    def __init__(self, base: Base, clock: SettableClock) -> None:
        self.base, self._clock, self.committed = base, clock, False
        self.written: list[Written] = []
        self.stores: dict[str, FakeStore[Any]] = {}
        self.memoranda = self._store("memoranda")
        self.articles = self._store("articles")
        self.month_acts = self._store("month_acts")
        self.pictures = self._store("pictures")
        self.committees = self._store("committees")
        self.parties = self._store("parties")
        self.axes = self._store("axes")
        self.people = self._store("people")
        self.seats = self._store("seats")
        self.nominations = self._store("nominations")
        self.units = self._store("units")
        self.upstream = self._store("upstream")
        self.meetings = self._store("meetings")
        self.meeting_acts = self._store("meeting_acts")
        self.sent_invitations = self._store("sent_invitations")
        self.agenda = self._store("agenda")
        self.versions = self._store("versions")
        self.attendance = self._store("attendance")
        self.guests = self._store("guests")
        self.deliberations = self._store("deliberations")
        self.clauses = self._store("clauses")
        self.signers = self._store("signers")
        self.minutes_acts = self._store("minutes_acts")
        self.printings = self._store("printings")
        self.signatures = self._store("signatures")
        self.resolutions = self._store("resolutions")
        self.resolution_acts = self._store("resolution_acts")
        self.deadline_events = self._store("deadline_events")
        self.tasks = self._store("tasks")
        self.task_acts = self._store("task_acts")
        self.meeting_rows = FakeRows(base.rows["meeting"])
        self.minutes_rows = FakeRows(base.rows["minutes"])
        self.resolution_rows = FakeRows(base.rows["resolution"])
        self.task_rows = FakeTaskRows(base.rows["task"])

    def _store(self, kind: str) -> FakeStore[Any]:
        return self.stores.setdefault(kind, FakeStore(kind, self.base, self.written))

    def actor(self) -> str:
        return self.settings().operator

    def answer_of(self, uid: str) -> str | None:
        return None

    def new_uid(self) -> str:
        self.base.uids += 1
        return f"00000000-0000-4000-8000-{self.base.uids:012}"

    def settings(self) -> OfficeSettings:
        return self.base.settings

    def put_settings(self, settings: OfficeSettings) -> None:
        self.base.settings = settings

    def calendar(self) -> WorkCalendar:
        return WorkCalendar(self.base.settings.weekend, self.base.holidays, self.base.estimated)

    def put_holidays(self, names: Mapping[date, str], estimated: frozenset[date]) -> None:
        self.base.holidays.update(names)
        self.base.estimated = (self.base.estimated - names.keys()) | estimated

    def drop_holidays(self, days: Collection[date]) -> None:
        for day in days:
            self.base.holidays.pop(day, None)
        self.base.estimated -= frozenset(days)

    def founding_draft(self) -> str:
        return self.base.founding_draft

    def put_founding_draft(self, content: str) -> None:
        self.base.founding_draft = content

    def unclosed_resolutions(self, meeting_ids: Sequence[int], day: date) -> tuple[Resolution, ...]:
        def closed(resolution_id: int) -> bool:
            acts = [act for act in self.resolution_acts.where(resolution_id=resolution_id) if act.day <= day]
            return bool(acts) and acts[-1].undoes_id is None and acts[-1].kind in CLOSING

        adopted = [one for one in self.resolutions.where(meeting_id=meeting_ids) if one.adopted_on is not None]
        return tuple(one for one in adopted if not closed(one.id))

    def put_drafts(self, texts: Mapping[DraftPlace, str]) -> Mapping[DraftPlace, str]:
        self.base.drafts.update(texts)
        return texts

    def drop_drafts(self, places: Collection[DraftPlace]) -> None:
        for place in places:
            self.base.drafts.pop(place, None)

    def set_drafts_aside(self) -> None:
        last = max((place.found for place in self.base.drafts), default=0)
        self.base.drafts = {
            place if place.found else replace(place, found=last + 1): text for place, text in self.base.drafts.items()
        }

    def drafts(self) -> tuple[TypedDraft, ...]:
        return tuple(TypedDraft(place, text, "2023-05-13T12:00:00Z") for place, text in self.base.drafts.items())

    def last_recorded_instant(self) -> str:
        return self.base.last_instant

    def search(self, query: str, limit: int) -> tuple[SearchHit, ...]:
        return tuple(hit for hit in self.base.hits if query in hit.text)[:limit]

    def audit(self, act: str, subject: str, subject_id: int, **facts: object) -> None:
        self.base.audit.append((act, subject, subject_id, facts))
        self.base.last_instant = self._clock.instant()

    def put_back(self, row: Written) -> None:
        self.stores[row.kind].put_back(row)

    def record(self, outcome: Answer) -> Answer:
        self.commit()
        return replace(outcome, written=tuple(self.written))

    def commit(self) -> None:
        assert not self.committed, "one act is one commit"
        self.committed = True


class Ledger:
    """Opens units of work and keeps what they commit; a refused act leaves nothing behind."""

    def __init__(self, clock: SettableClock) -> None:
        self.base, self.clock, self.open_count = Base(), clock, 0

    @contextmanager
    def open_work(self) -> Iterator[FakeWork]:
        assert self.open_count == 0, "units of work do not nest"
        self.open_count += 1
        try:
            work = FakeWork(self.base.copy(), self.clock)
            yield work
        finally:
            self.open_count -= 1
        if work.committed:
            self.base = work.base
            self.base.commits += 1
