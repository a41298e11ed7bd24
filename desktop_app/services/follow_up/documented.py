"""Documented reports (مستند): those of a task's entries behind which a letter or a file stands.

That a letter told a report is said by the entry of the act that recorded both; a file stands behind the report that was
the last when it was attached. What was unlinked or taken off stands behind nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from desktop_app.domain.read_models.register_sheet import PaperRef
from desktop_app.domain.read_models.rows import paper_of_line
from desktop_app.domain.rules.tasks import TaskAct, TaskState, of_work
from desktop_app.storage.store.work import Work

_BY_THE_UNIT: Final = frozenset({TaskState.PLANNED, TaskState.DOING, TaskState.BLOCKED, TaskState.REPORTED})
"""Where its news bring a task, or leave it."""


def documented(work: Work, task_id: int, acts: Sequence[TaskAct], papers: Sequence[PaperRef]) -> frozenset[int]:
    """The ids of such entries; ``papers`` are the letters that are about the task."""
    reports = [act for act in of_work(acts) if act.target in _BY_THE_UNIT]
    return _by_letters(work, task_id, papers) | _by_files(work, task_id, reports)


def _by_letters(work: Work, task_id: int, papers: Sequence[PaperRef]) -> frozenset[int]:
    came = {paper_of_line(one.line)[0] for one in papers if not one.outgoing}
    told = work.entries("task_documented", "task", task_id) if came else ()
    return frozenset(int(one["entry"]) for one in told if one["incoming_paper_id"] in came)


def _by_files(work: Work, task_id: int, reports: Sequence[TaskAct]) -> frozenset[int]:
    found: set[int] = set()
    uid = work.record_ids.uids("task", [task_id])[task_id] if reports else ""
    for link in work.file_links.where(record_kind="task", record_uid=uid, removed_on=None) if uid else ():
        for entry in work.entries("attached", "file_link", link.id):
            before = [act.id for act in reports if act.at <= str(entry["at"])]
            found |= {before[-1]} if before else set()
    return frozenset(found)
