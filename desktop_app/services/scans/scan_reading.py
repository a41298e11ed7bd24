"""Reading of a scan: the pages of the chosen files, turned and put in order, and the minutes that they belong to."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.domain.progress import Progress, no_progress
from desktop_app.domain.read_models.scans import ChosenFile, ScanReading
from desktop_app.services.context import Context
from desktop_app.services.scans.scan_tools import ScanTools


def read_scan(
    context: Context,
    tools: ScanTools,
    files: Sequence[ChosenFile],
    told: Progress = no_progress,
    *,
    version_id: int = 0,
) -> ScanReading:
    """Read the chosen files, off the thread of the window; nothing is written.

    ``version_id`` is the version whose paper the scan should be; 0 takes the one that most marks name. ``told`` hears
    pages done of pages there are, and ends the reading by raising. Pages come in the order of the paper; one whose
    number is not known stays behind the page that it lay behind.

    Raises ``EnvironmentProblem`` with ``name`` (of the file): ``scan_unreadable``, ``scan_damaged``,
    ``scan_encrypted``, ``scan_without_pages``, ``scan_page_too_large``; ``RuleBroken``: ``file_empty``,
    ``file_too_large``, ``scan_not_readable``, ``scan_too_many_pages``.
    """
    raise NotImplementedError


def aimed_at(context: Context, tools: ScanTools, reading: ScanReading, version_id: int) -> ScanReading:
    """The same reading held against another version, off the thread of the window: pages are recognised anew.

    Raises ``RuleBroken("scan_version_without_paper")`` for a draft.
    """
    raise NotImplementedError


def with_typed_code(
    context: Context, tools: ScanTools, reading: ScanReading, places: Sequence[int], typed: str
) -> ScanReading:
    """The reading with a code that the operator typed for pages whose mark was not read; gaps and case do not matter.

    A reading without target gets it from the code. Raises ``RuleBroken`` beside ``code``: ``scan_code_unreadable`` (no
    code at all), ``scan_code_unknown`` (of no paper of this office).
    """
    raise NotImplementedError


def with_number(reading: ScanReading, place: int, number: int) -> ScanReading:
    """The reading with the page at ``place`` told to be this page of the target's paper, by hand."""
    raise NotImplementedError


def in_order(reading: ScanReading) -> ScanReading:
    """The reading with its pages in the order of the paper again."""
    raise NotImplementedError
