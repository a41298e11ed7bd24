"""Background checks: what a start does not check, and everything, in short readings that delay no commit.

Each asks ``progress`` before every reading, and what that raises ends the check.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from functools import partial
from typing import Final

from desktop_app.domain.progress import Progress
from desktop_app.domain.read_models.findings import Finding, WholeCheck
from desktop_app.storage.evidence.value_checks import severe_findings
from desktop_app.storage.evidence.verifying import Reading, chain_in_parts, rows_in_parts
from desktop_app.storage.file.check import DERIVED, Step, with_reading_errors
from desktop_app.storage.file.folder import DataFolder
from desktop_app.storage.file.whole_check import QUESTIONS
from desktop_app.storage.store.transaction import Transaction

InParts = Callable[[Reading], Iterator[Finding]]
_CHAIN: Final[Mapping[str, InParts]] = {"chain": chain_in_parts}
_IN_PARTS: Final[Mapping[str, InParts]] = {
    "rows": partial(rows_in_parts, alone=partial(with_reading_errors, "rows")),
    **_CHAIN,
}


def check_left_out(folder: DataFolder, progress: Progress) -> tuple[Finding, ...]:
    """Check what the start did not: agreed records, the chain, and in a large file each row; return the findings."""
    steps = _IN_PARTS if folder.large else _CHAIN
    total = len(QUESTIONS) + len(steps)
    found: list[Finding] = []
    for number, (name, question) in enumerate(QUESTIONS):
        found += with_reading_errors(name, _whole(question, _readings(folder, progress, number, total)))
    for number, (name, step) in enumerate(steps.items(), len(QUESTIONS)):
        found += with_reading_errors(name, step(_readings(folder, progress, number, total)))
    return tuple(dict.fromkeys(found))


def check_everything(folder: DataFolder, progress: Progress) -> WholeCheck:
    """Check records, chain and files; rebuild search and lists if they differ from the records."""
    # an office whose operator never asks does not pay for what reads frozen minutes
    from desktop_app.storage.file.whole_check import STEPS

    found: list[Finding] = []
    for number, (name, step) in enumerate(STEPS):
        reading = _readings(folder, progress, number, len(STEPS) + 1)
        in_parts = _IN_PARTS.get(name)
        found += with_reading_errors(name, _whole(step, reading) if in_parts is None else in_parts(reading))
    files = folder.check_files(lambda _done, _total: progress(len(STEPS), len(STEPS) + 1), whole=True)
    records = tuple(dict.fromkeys(found))
    remade = folder.writable and not severe_findings(records) and folder.reindex(DERIVED)
    return WholeCheck(records=records, files=files, remade=remade)


# ---- inside


def _readings(folder: DataFolder, progress: Progress, done: int, total: int) -> Reading:
    def begin() -> AbstractContextManager[Transaction]:
        progress(done, total)
        return folder.reading()

    return begin


def _whole(step: Step, reading: Reading) -> Iterator[Finding]:
    with reading() as transaction:
        yield from step(transaction)
