"""Table of all refusals: the tables of the modules of :mod:`desktop_app.text` one after the other.

Who invents a key in a rule, a service or the storage writes its sentence in the module of the stem,
in a table ``REFUSALS: Table = {"key": function_of_facts, …}``, and names that table once below. A
sentence says what is wrong *and* what to do next. There is no fallback: a key without a sentence is a
bug, and ``tests/architecture/test_refusals.py`` finds it before an operator does.
"""

from __future__ import annotations

from typing import Final

from desktop_app.text import commands, environment, files, place, recovery, storage
from desktop_app.text.archive_export import archive_export
from desktop_app.text.office import backups
from desktop_app.text.papers import verifying
from desktop_app.text.rules import (
    attached_files,
    fonts,
    founding,
    meetings,
    members,
    minutes,
    paper_orders,
    papers,
    registered_papers,
    resolutions,
    scans,
    scheduling,
    settings,
    signing,
    taking_over,
    tasks,
)
from desktop_app.text.shared import dates
from desktop_app.text.shared.tables import Table

TABLES: Final[tuple[Table, ...]] = (
    archive_export.REFUSALS,
    attached_files.REFUSALS,
    backups.REFUSALS,
    commands.REFUSALS,
    dates.REFUSALS,
    environment.REFUSALS,
    files.REFUSALS,
    fonts.REFUSALS,
    founding.REFUSALS,
    meetings.REFUSALS,
    members.REFUSALS,
    minutes.REFUSALS,
    paper_orders.REFUSALS,
    papers.REFUSALS,
    place.REFUSALS,
    recovery.REFUSALS,
    registered_papers.REFUSALS,
    resolutions.REFUSALS,
    scans.REFUSALS,
    scheduling.REFUSALS,
    signing.REFUSALS,
    settings.REFUSALS,
    storage.REFUSALS,
    taking_over.REFUSALS,
    tasks.REFUSALS,
    verifying.REFUSALS,
)
