"""Import of past meetings and resolutions: checked row by row, shown, then stored in one act or not at all.

A row that is there already is passed over, so that the same file may be read again. What the preview judged is judged
again inside the act, since the records may have changed in between.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from desktop_app.domain.calendar.date_words import TOKEN_WORDS
from desktop_app.domain.documents.paper_capabilities import clean_text
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.numbering import GivenNumber, repeated_number
from desktop_app.domain.outcome import Changed, FilesAttached, Imported
from desktop_app.domain.progress import Progress, no_progress
from desktop_app.domain.read_models.workbook import TakingOverWords, TemplateKind, Workbook
from desktop_app.domain.rules.files import FileOwner, FileRole, RecordRef, require_scan
from desktop_app.domain.rules.meetings import Meeting
from desktop_app.domain.rules.taking_over import (
    MOST_MEETINGS,
    PastMeeting,
    PastResolution,
    RowFault,
    TakingOver,
    day_doubts,
    doubts_of_all,
    require_past_meeting,
    resolution_faults,
)
from desktop_app.domain.text.digits import persian_digits, record_number
from desktop_app.services.context import Context
from desktop_app.services.files.owners import NewFile, link_files
from desktop_app.services.reading import only_committee_id, units_of
from desktop_app.services.taking_over.earlier import counters_of, other_day, taken_over_meetings, taking_over_of
from desktop_app.services.taking_over.past_rows import NameIndex, ParsedRows, ParsingContext, read_rows, spelling_key
from desktop_app.services.taking_over.recording import Recorder
from desktop_app.storage.store.work import Work

CHANGED: Final = Changed.MEETINGS | Changed.MINUTES | Changed.RESOLUTIONS | Changed.TASKS


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """Preview of an import: new records, number of known ones, and faults."""

    meetings: tuple[PastMeeting, ...]
    resolutions: tuple[PastResolution, ...]
    known: int
    faults: tuple[RowFault, ...]
    doubts: tuple[RowFault, ...]
    """What is odd and hinders nothing, of the same rows."""
    sheets: tuple[tuple[str, TemplateKind], ...]

    def column(self, one: RowFault, words: TakingOverWords) -> str:
        """The heading of the faulty column in the template; empty for a whole row."""
        kind = dict(self.sheets).get(one.sheet)
        columns = words.templates[kind].columns if kind is not None else ()
        return next((column.title for column in columns if column.key == one.broken.field), "")


@dataclass(frozen=True, slots=True)
class _Records:
    """Existing records: meetings and resolutions by number, and facts of the time before."""

    before: TakingOver | None
    meetings: Mapping[int, Meeting]
    past: frozenset[int]
    numbers: Mapping[str, tuple[int, str]]
    """By number: the meeting and the wording of a resolution."""
    comes: Callable[[str], bool]
    """Whether the program will give a number by itself."""

    @property
    def days(self) -> Mapping[int, date]:
        """The days of the meetings by number."""
        return {number: one.day for number, one in self.meetings.items() if one.day is not None}


def preview(context: Context, workbook: Workbook, words: TakingOverWords) -> ImportPreview:
    """Return what the workbook would import, without writing. Raises ``RuleBroken`` for unknown sheets."""
    with context.read() as work:
        return _judged(context, work, workbook, words)


def import_workbook(
    context: Context, workbook: Workbook, words: TakingOverWords, tell: Progress = no_progress
) -> Imported:
    """Import everything in one act; raises ``RuleBroken("import_with_faults")`` for a faulty row.

    ``tell`` hears how far it is, and what it raises loses all of it.
    """
    with context.write() as work:
        judged = _judged(context, work, workbook, words)
        if judged.faults:
            first = judged.faults[0]
            raise RuleBroken("import_with_faults", count=len(judged.faults), sheet=first.sheet, row=first.row)
        if not judged.meetings and not judged.resolutions:
            raise RuleBroken("import_brings_nothing", known=judged.known)
        committee = only_committee_id(work)
        Recorder(work, context.clock, committee, words, tell).record(judged.meetings, judged.resolutions)
        work.audit(
            "imported",
            "committee",
            committee,
            file=workbook.name,
            meetings=len(judged.meetings),
            resolutions=len(judged.resolutions),
        )
        return work.record(
            Imported(
                changed=CHANGED,
                id=committee,
                meetings=len(judged.meetings),
                resolutions=len(judged.resolutions),
                known=judged.known,
            )
        )


def enter_typed(
    context: Context,
    meeting: PastMeeting,
    subject: str,
    dated: bool,
    words: TakingOverWords,
    scan: NewFile | None = None,
) -> Imported:
    """Enter a past meeting from typed values; raises ``RuleBroken`` for number 0 or when not ``dated``."""
    if not meeting.number:
        raise RuleBroken("past_meeting_number_unread", field="number", most=MOST_MEETINGS)
    if not dated:
        raise RuleBroken("past_day_missing", field="day")
    place = clean_text(context.paper, meeting.place, "place").strip()
    return enter_meeting(
        context,
        replace(meeting, place=place, subject=clean_text(context.paper, subject, "subject").strip()),
        words,
        scan,
    )


def enter_meeting(
    context: Context, meeting: PastMeeting, words: TakingOverWords, scan: NewFile | None = None
) -> Imported:
    """Enter one past meeting from a form, with an optional scan of its signed minutes.

    Raises ``RuleBroken`` beside its field.
    """
    if scan is not None:
        require_scan(scan.file, scan.name)
    with context.write() as work:
        committee = only_committee_id(work)
        records = _records(work, committee)
        _require_meeting(meeting, records, context.clock.today())
        Recorder(work, context.clock, committee, words, no_progress).record([meeting], [])
        changed = CHANGED
        if scan is not None:
            changed |= _link_scan(context, work, committee, meeting.number, scan, words).changed
        return work.record(Imported(changed=changed, id=committee, meetings=1))


def _link_scan(
    context: Context, work: Work, committee: int, number: int, scan: NewFile, words: TakingOverWords
) -> FilesAttached:
    """Attach the scan to the meeting, whose id stays when its minutes get a new version."""
    (stored,) = work.meetings.where(committee_id=committee, number=number)
    record = RecordRef(FileOwner.MEETING, stored.id)
    return link_files(context, work, record, (scan,), unnamed=words.scan, role=FileRole.SCAN)


def offered_of(context: Context, words: TakingOverWords) -> dict[str, list[str]]:
    """Return the choices of each template column, with the office's units."""
    with context.read() as work:
        found = work.committees.where()
        units = [one.name for one in units_of(work, found[0].id) if one.archived_on is None] if found else []
        axes = [one.code for one in work.axes.where(committee_id=found[0].id)] if found else []
    return {**plain_offers(words), "executor": units, "cooperating": units, "owner": units, "axis": axes}


def plain_offers(words: TakingOverWords) -> dict[str, list[str]]:
    """Return the choices of each template column without an office."""
    states = [one[0] for one in words.states.values()]
    return {"kind": [one[0] for one in words.kinds.values()], "state": states}


# ---- judging


def _judged(context: Context, work: Work, workbook: Workbook, words: TakingOverWords) -> ImportPreview:
    committee = only_committee_id(work)
    records = _records(work, committee)
    read = read_rows(workbook, _surroundings(context, work, committee, words, records))
    faults = list(read.faults)
    meetings, known_meetings = _new_meetings(read, records, context.clock.today(), faults)
    resolutions, known = _new_resolutions(read, meetings, records, context.clock.today(), faults)
    ordered = sorted(faults, key=lambda one: (one.sheet, one.row))
    doubts = doubts_of_all(meetings, _signed_on(work), records.days)
    beside = tuple(RowFault(one.sheet, one.row, doubt) for one, doubt in doubts)
    return ImportPreview(
        tuple(meetings), tuple(resolutions), known_meetings + known, tuple(ordered), beside, read.sheets
    )


def typed_doubts(context: Context, number: int, day: date, *, correctable: bool = True) -> tuple[RuleBroken, ...]:
    """Return the doubts about a typed meeting day; raises ``RuleBroken`` for a refused one.

    A number that is there already is none to refuse where its day may be corrected and what is typed ``correctable``.
    """
    corrected = correctable and other_day(context, number, day) is not None
    with context.read() as work:
        records = _records(work, only_committee_id(work))
        given = [one for one in records.meetings if one != number or not corrected]
        require_past_meeting(number, day, row=records.before, taken=given, today=context.clock.today())
        return day_doubts(number, day, _signed_on(work), records.days)


def _signed_on(work: Work) -> date | None:
    return next((one.signed_on for one in work.memoranda.where()), None)


def _surroundings(
    context: Context, work: Work, committee: int, words: TakingOverWords, records: _Records
) -> ParsingContext:
    units = [one for one in units_of(work, committee) if one.archived_on is None]
    axes = work.axes.where(committee_id=committee)
    return ParsingContext(
        units=NameIndex([(name, one.id) for one in units for name in {one.name, one.short_name}]),
        axes=NameIndex([(name, one.id) for one in axes for name in {one.code, one.title}]),
        days=records.days,
        today=context.clock.today(),
        paper=context.paper,
        words=words,
    )


def _records(work: Work, committee: int) -> _Records:
    meetings = {one.number: one for one in work.meetings.where(committee_id=committee) if one.number is not None}
    numbers = {one.id: number for number, one in meetings.items()}
    resolutions = [one for one in work.resolutions.where(meeting_id=list(numbers)) if one.number]
    clauses = work.clauses.where(resolution_id=[one.id for one in resolutions])
    texts = {one.resolution_id: one.text for one in clauses}
    pattern, so_far = work.settings().number_pattern, counters_of(work, committee)
    return _Records(
        before=taking_over_of(work, committee),
        meetings=meetings,
        past=taken_over_meetings(work),
        comes=lambda number: bool(
            repeated_number(pattern, TOKEN_WORDS, [GivenNumber(persian_digits(number), 0, 0)], "", so_far)
        ),
        numbers={spelling_key(one.number): (numbers[one.meeting_id], texts.get(one.id, "")) for one in resolutions},
    )


def _new_meetings(
    read: ParsedRows, records: _Records, today: date, faults: list[RowFault]
) -> tuple[list[PastMeeting], int]:
    found: list[PastMeeting] = []
    known = 0
    for one in read.meetings:
        stored = records.meetings.get(one.number)
        if stored is not None and stored.day == one.day and stored.id in records.past:
            known += 1
            continue
        try:
            _require_meeting(one, records, today)
        except RuleBroken as broken:
            faults.append(RowFault(one.sheet, one.row, broken))
        else:
            found.append(one)
    return found, known


def _require_meeting(one: PastMeeting, records: _Records, today: date) -> None:
    require_past_meeting(one.number, one.day, row=records.before, taken=tuple(records.meetings), today=today)


def _new_resolutions(
    read: ParsedRows, meetings: list[PastMeeting], records: _Records, today: date, faults: list[RowFault]
) -> tuple[list[PastResolution], int]:
    """Return the new resolutions; meetings named only in their rows are added to ``meetings``."""
    there = {one.number for one in meetings}
    found: list[PastResolution] = []
    known = 0
    for one in read.resolutions:
        stored = records.numbers.get(spelling_key(one.number))
        if stored is not None and stored[0] == one.meeting and spelling_key(stored[1]) == spelling_key(one.text):
            known += 1
            continue
        broken = [
            *_number_faults(one, records),
            *_meeting_faults(one, records, there, today),
            *resolution_faults(one, today),
        ]
        faults += [RowFault(one.sheet, one.row, fault) for fault in broken]
        if not broken:
            found.append(one)
            if one.meeting not in there and one.meeting not in records.meetings:
                there.add(one.meeting)
                meetings.append(PastMeeting(number=one.meeting, day=one.day, sheet=one.sheet, row=one.row))
    return found, known


def _number_faults(one: PastResolution, records: _Records) -> Iterator[RuleBroken]:
    """Yield faults of a past number: used twice, or one that the counters will give later."""
    if spelling_key(one.number) in records.numbers:
        yield RuleBroken("past_number_taken", field="number", number=record_number(one.number))
    if records.comes(one.number):
        yield RuleBroken("past_number_ahead", field="number", number=record_number(one.number))


def _meeting_faults(one: PastResolution, records: _Records, there: Iterable[int], today: date) -> Sequence[RuleBroken]:
    """Return faults of a past resolution's meeting, which must be recorded as past or be possible."""
    stored = records.meetings.get(one.meeting)
    if stored is not None:
        if stored.id not in records.past:
            return (RuleBroken("past_meeting_is_own", field="meeting", number=one.meeting),)
        return ()
    if one.meeting in there:
        return ()
    try:
        require_past_meeting(one.meeting, one.day, row=records.before, taken=(), today=today)
    except RuleBroken as broken:
        return (broken.beside("meeting" if broken.field == "number" else broken.field),)
    return ()
