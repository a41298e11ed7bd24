"""Letters of notification that were printed before it is recorded: their numbers stand in the register already."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from desktop_app.domain.rules.minutes import MinutesVersion
from desktop_app.domain.rules.notices import NoticeLetters
from desktop_app.domain.rules.resolutions import Resolution, ResolutionActKind, standing_acts
from desktop_app.domain.rules.tasks import Task
from desktop_app.storage.store.work import Work


def letter_numbers(
    work: Work, resolution: Resolution, version: MinutesVersion | None, tasks: Sequence[Task]
) -> Mapping[int, str]:
    """By task the number of the letter that told its unit the words of this version and is not recorded as told yet."""
    if not tasks or version is None:
        return {}
    uids = {uid: key for key, uid in work.record_ids.uids("task", [one.id for one in tasks]).items()}
    links = work.paper_links.where(record_kind="task", record_uid=sorted(uids), removed_on=None)
    went = {one.outgoing_paper_id: uids[one.record_uid] for one in links if one.outgoing_paper_id is not None}
    if not went:
        return {}
    acts = standing_acts(work.resolution_acts.where(resolution_id=resolution.id))
    told = [act.at for act in acts if act.kind is ResolutionActKind.NOTIFIED]
    since = max([version.finalised_at, *told])
    papers = work.outgoing_papers.where(id=sorted(went), struck_on=None)
    return {went[one.id]: one.number for one in papers if one.number and one.at >= since}


def letters_of(numbers: Mapping[int, str], tasks: Sequence[Task]) -> NoticeLetters:
    """The same for a form that asks for the number of the letter."""
    return NoticeLetters(
        numbers=tuple(dict.fromkeys(numbers.values())),
        whole=bool(tasks) and all(one.id in numbers for one in tasks),
    )
