"""Table of all refusals: the tables of the modules of words one after the other.

Who invents a key in a rule, a service or the storage writes its sentence in the module of the stem,
in a table ``REFUSALS: Table = {"key": function_of_facts, …}``, and names that table once below. A
sentence says what is wrong *and* what to do next. There is no fallback: a key without a sentence is a
bug, and ``tests/architecture/test_refusals.py`` finds it before an operator does.
"""

from __future__ import annotations

from typing import Final

from desktop_app.words import archive_export, backups, commands, dates, recovery, shell, storage, verifying
from desktop_app.words import refusals_committee as committee
from desktop_app.words import refusals_files as files
from desktop_app.words import refusals_follow_up as follow_up
from desktop_app.words import refusals_meetings as meetings
from desktop_app.words import refusals_papers as papers
from desktop_app.words.digits import left_to_right
from desktop_app.words.tables import Table

REFUSALS: Final[Table] = {
    "folder_not_writable": lambda facts: (
        f"در پوشهٔ «{left_to_right(facts['folder'])}» نمی‌توان نوشت. پوشهٔ دیگری برگزینید یا از مدیر رایانه اجازهٔ نوشتن در آن را بخواهید."
    ),
}

TABLES: Final[tuple[Table, ...]] = (
    archive_export.REFUSALS,
    files.ATTACHED_FILES_REFUSALS,
    backups.REFUSALS,
    commands.REFUSALS,
    dates.REFUSALS,
    REFUSALS,
    files.FILES_REFUSALS,
    papers.FONTS_REFUSALS,
    committee.FOUNDING_REFUSALS,
    meetings.MEETINGS_REFUSALS,
    committee.MEMBERS_REFUSALS,
    meetings.MINUTES_REFUSALS,
    papers.PAPER_ORDERS_REFUSALS,
    papers.PAPERS_REFUSALS,
    shell.REFUSALS,
    recovery.REFUSALS,
    papers.REGISTERED_PAPERS_REFUSALS,
    follow_up.RESOLUTIONS_REFUSALS,
    files.SCANS_REFUSALS,
    meetings.SCHEDULING_REFUSALS,
    follow_up.SIGNING_REFUSALS,
    committee.SETTINGS_REFUSALS,
    storage.REFUSALS,
    committee.TAKING_OVER_REFUSALS,
    follow_up.TASKS_REFUSALS,
    verifying.REFUSALS,
)
