"""Keeping of a scan: its files into the store off the window's thread, then one act on the minutes."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.domain.progress import Progress, no_progress
from desktop_app.domain.read_models.scans import ScanImport
from desktop_app.domain.rules.files import StoredFile
from desktop_app.services.context import Context
from desktop_app.services.files.attaching import NewFile
from desktop_app.services.outcome import Outcome, ScanKept
from desktop_app.services.scans.scan_tools import ScanTools


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredScan:
    """The files of a scan in the store; no record has them yet."""

    file: StoredFile
    archival: bool
    sources: tuple[NewFile, ...]


def store_scan(tools: ScanTools, scan: ScanImport, told: Progress = no_progress) -> StoredScan:
    """Make the archival file and put it and the chosen files into the store, off the thread of the window.

    Given up or broken off it leaves at most files that no record knows. Raises as reading does, and
    ``EnvironmentProblem``: ``files_full``, ``files_not_written``.
    """
    raise NotImplementedError


def keep_scan(context: Context, scan: ScanImport, stored: StoredScan, *, name: str) -> ScanKept:
    """The act: the scan belongs to its original; with the last one that is missing the minutes are archived.

    ``name`` is what the archival file is called in the list of files. Raises ``RuleBroken``: what judging raises,
    ``scan_refused`` (with ``kind`` of the heaviest finding), ``scan_without_reason`` beside ``reason``,
    ``scan_kept_already`` (the original has this very scan), ``transcript_without_signature`` beside ``transcript``.
    """
    raise NotImplementedError


def take_back_scan(context: Context, version_id: int, original: int) -> Outcome:
    """Take the newest scan of an original off its minutes, as the way back of :func:`keep_scan`.

    Raises ``RuleBroken``: ``scan_archived`` (minutes that are archived keep their scans), ``scan_nothing_to_take``.
    """
    raise NotImplementedError
