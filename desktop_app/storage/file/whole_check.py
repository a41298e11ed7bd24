"""Whole check of a database: file, references, schema, guards, values, and everything agreed.

It lies apart from the steps of the start, which would wait for all that reads frozen minutes to be loaded. Search and
sort columns are derived: they are made anew and never listed.

Nothing agreed lacks its clause, number and tasks; no meeting that acts moved on is a draft; each frozen text agrees
with its hash and with the hash that was recorded when it was frozen. Each question is a step.

Codes that were read from signed papers are held against the data. Whoever cuts off the newest part of every table
together, or computes all evidence anew, leaves data in which nothing disagrees; but the codes that were printed before,
of the minutes and of the head of the chain, are then not theirs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Final

from sqlalchemy import exists, select

from desktop_app.domain.documents.snapshots import content_hash, paper_code
from desktop_app.domain.page_marks import read_mark
from desktop_app.domain.read_models.findings import Finding, FindingKind
from desktop_app.domain.rules.in_force import ADOPTING
from desktop_app.domain.rules.meetings import MeetingState
from desktop_app.domain.rules.minutes import RESOLUTION_KINDS
from desktop_app.domain.text.digits import latin_digits
from desktop_app.storage.evidence.value_checks import broken_values, last_salvaged_ids
from desktop_app.storage.evidence.verifying import chain_against_entries
from desktop_app.storage.file.check import OF_ENGINE, ROWS, SHORT, Steps, run_checks, with_reading_errors
from desktop_app.storage.schema.meetings import MeetingActRecord, MeetingRecord
from desktop_app.storage.schema.minutes import ClauseRecord, ClauseUnitRecord, MinutesVersionRecord
from desktop_app.storage.schema.resolutions import ResolutionRecord, TaskRecord
from desktop_app.storage.store.audit import frozen_hashes
from desktop_app.storage.store.transaction import AnySelect, Transaction

Question = tuple[FindingKind, str, AnySelect]


def _ask(question: Question, transaction: Transaction) -> Iterator[Finding]:
    kind, subject, statement = question
    rows = transaction.run(statement).all()
    upto = last_salvaged_ids(transaction).get(subject, 0) if rows else 0
    for row in (one for one in rows if one[0] > upto):
        yield Finding(kind=kind, subject=subject, id=row[0], detail=str(row[1]) if len(row) > 1 else "")


def _questions() -> Iterator[Question]:
    clause, version, resolution, task = ClauseRecord, MinutesVersionRecord, ResolutionRecord, TaskRecord
    yield (
        FindingKind.RESOLUTION_WITHOUT_CLAUSE,
        "resolution",
        select(resolution.id).where(~exists().where(clause.resolution_id == resolution.id)),
    )
    yield (
        FindingKind.RESOLUTION_OF_OTHER_MEETING,
        "resolution",
        select(resolution.id, version.meeting_id)
        .join(clause, clause.resolution_id == resolution.id)
        .join(version, version.id == clause.minutes_version_id)
        .where(version.meeting_id != resolution.meeting_id),
    )
    adopted = (
        select(clause.id)
        .join(version, version.id == clause.minutes_version_id)
        .where(version.state.in_(sorted(ADOPTING)), clause.kind.in_(sorted(RESOLUTION_KINDS)))
    )
    yield FindingKind.CLAUSE_WITHOUT_RESOLUTION, "clause", adopted.where(clause.resolution_id.is_(None))
    yield (
        FindingKind.RESOLUTION_WITHOUT_NUMBER,
        "clause",
        adopted.join(resolution, resolution.id == clause.resolution_id).where(resolution.number == ""),
    )
    for unit in (clause.executor_unit_id, ClauseUnitRecord.unit_id):
        theirs = adopted.add_columns(unit).where(clause.resolution_id.is_not(None), unit.is_not(None))
        if unit is ClauseUnitRecord.unit_id:
            theirs = theirs.join(ClauseUnitRecord, ClauseUnitRecord.clause_id == clause.id)
        made = exists().where(task.resolution_id == clause.resolution_id, task.unit_id == unit)
        yield FindingKind.TASK_MISSING, "clause", theirs.where(~made)
    yield (
        FindingKind.TASK_WITHOUT_NUMBER,
        "task",
        select(task.id, task.resolution_id)
        .join(resolution, resolution.id == task.resolution_id)
        .where(resolution.number == ""),
    )
    meeting = MeetingRecord
    moved = exists().where(MeetingActRecord.meeting_id == meeting.id)
    yield (
        FindingKind.DRAFT_WITH_ACTS,
        "meeting",
        select(meeting.id).where(meeting.state == MeetingState.DRAFT, moved),
    )


QUESTIONS: Final[tuple[tuple[str, Callable[[Transaction], Iterator[Finding]]], ...]] = tuple(
    (question[0].value, partial(_ask, question)) for question in _questions()
)
"""Each question by the name of what it finds."""


VERSION: Final = "minutes_version"
_FROZEN: Final = f"SELECT id, snapshot, content_hash FROM {VERSION} WHERE content_hash <> '' ORDER BY id"
_SENT: Final = ("sent_invitation", "outgoing_paper")
"""Letters that are kept as they went out; of one that was made elsewhere there is neither text nor code."""


def changed_frozen_texts(transaction: Transaction) -> Iterator[Finding]:
    """Yield frozen versions of minutes whose hash differs; read one at a time, because snapshots are long.

    Of those that a salvage kept without a proof it recorded no code, and listed them.
    """
    listed = range(1, last_salvaged_ids(transaction).get(VERSION, 0) + 1)
    for version_id, snapshot, code in transaction.cells(_FROZEN):
        recorded = frozen_hashes(transaction, [version_id]).get(version_id)
        if not recorded == code == content_hash(snapshot) and not (recorded is None and version_id in listed):
            yield Finding(kind=FindingKind.HASH_DIFFERS, subject=VERSION, id=version_id)


def changed_sent_texts(transaction: Transaction) -> Iterator[Finding]:
    """Yield sent letters whose text differs from its hash."""
    for kind in _SENT:
        letters = (
            f"SELECT id, document, content_hash FROM {kind} WHERE document <> '' OR content_hash <> '' ORDER BY id"
        )
        for sent_id, document, code in transaction.text(letters):
            if content_hash(document) != code:
                yield Finding(kind=FindingKind.HASH_DIFFERS, subject=kind, id=sent_id)


_CODES: Final = (
    "SELECT hash FROM chain_link UNION SELECT content_hash FROM minutes_version WHERE content_hash <> ''"
    " UNION SELECT content_hash FROM sent_invitation"
    " UNION SELECT content_hash FROM outgoing_paper WHERE content_hash <> ''"
)


def unknown_paper_codes(codes: Sequence[str], transaction: Transaction) -> Iterator[Finding]:
    """Yield codes of papers that the data do not know; small letters and gaps do not matter.

    What a reader of QR codes takes from a page is such a code, too, with page and total after it.
    """
    if not codes:
        return
    known = {_code(digest) for (digest,) in transaction.cells(_CODES)}
    for code in codes:
        if _typed_code(code) not in known:
            yield Finding(kind=FindingKind.PAPER_UNKNOWN, subject="paper", detail=code)


def _typed_code(typed: str) -> str:
    """Return the code in a text that was typed or read from a page."""
    text = "".join(filter(str.isalnum, latin_digits(typed))).upper()
    mark = read_mark(text)
    return mark.code if mark is not None else text


def _code(digest: str) -> str:
    try:
        return paper_code(digest)
    except ValueError:
        # no hash at all: whoever wrote it was not the program, and other steps name it
        return ""


STEPS: Final[Steps] = (
    *OF_ENGINE,
    *SHORT,
    ROWS,
    ("chain", chain_against_entries),
    ("values", partial(broken_values, alone=partial(with_reading_errors, "values"))),
    *QUESTIONS,
    ("frozen", changed_frozen_texts),
    ("letters", changed_sent_texts),
)


def check_whole(transaction: Transaction, papers: Sequence[str] = ()) -> tuple[Finding, ...]:
    """Return everything that is wrong; ``papers`` are codes read from papers, which the data must know."""
    return run_checks(transaction, (*STEPS, ("papers", partial(unknown_paper_codes, papers))))
