"""Letters that came in, of the demo story: seats named, a unit's report, a request for another deadline."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial
from typing import Any

from desktop_app.domain.rules.registered_papers import IncomingPaper
from desktop_app.domain.rules.task_acts import News, TaskAction, TaskEntry
from desktop_app.services.demo.demo_meetings import Stage
from desktop_app.services.demo.happening import Happening
from desktop_app.services.registers.paper_acts import extension_from_paper, link_record, report_from_paper
from desktop_app.services.registers.papers import record_incoming

Json = Any
NIGHT = timedelta(days=1)


def nomination_letters(stage: Stage, story: Json) -> Iterator[Happening]:
    """The letters by which a party named its people came in the day after they were written."""
    for one in story.get("letters", ()):
        seats = [seat for seat in story["seats"] if seat["letter"] == one["number"]]
        written = stage.mover.exact(seats[0]["letter_day"])
        party = next(party["name"] for party in story["parties"] if party["code"] == seats[0]["party"])
        yield Happening(written + NIGHT, partial(_nominate, stage, one | {"sender": party}, written))


def report_by_letter(stage: Stage, task_id: int, sender: str, percent: int, news: News, story: Json) -> None:
    """A unit told its progress by a letter, which came in on the day of the news."""
    written = min(stage.mover.day(story["day"]), stage.clock.today())
    paper = _came(stage, {"sender": sender, **story}, written)
    entry = TaskEntry(action=TaskAction.PROGRESS, news=news, percent=percent)
    report_from_paper(stage.context, paper, task_id, entry)


def ask_by_letter(stage: Stage, task_id: int, sender: str, story: Json) -> None:
    """A unit asked for another deadline; the committee answers in the meeting that extends it."""
    letter, wanted = story["letter"], stage.mover.day(story["to"])
    stage.clock.stand_at(stage.mover.day(letter["received"]), "08:40")
    written = min(stage.mover.day(letter["day"]), stage.clock.today())
    paper = _came(stage, {"sender": sender, **letter}, written)
    title = stage.mover.text(letter["title"])
    extension_from_paper(stage.context, paper, task_id, wanted, story["why"], title=title)


def _nominate(stage: Stage, story: Json, written: date) -> None:
    stage.clock.stand_at(written + NIGHT, "08:40")
    paper = _came(stage, story, written)
    with stage.context.read() as work:
        named = work.nominations.where(letter_number=story["number"])
    for one in named:
        link_record(stage.context, paper, "nomination", one.id)


def _came(stage: Stage, story: Json, written: date) -> int:
    """The letter in the register, on the day that the story is on."""
    paper = IncomingPaper(
        number=stage.mover.text(story["number"]),
        day=written,
        received_on=stage.clock.today(),
        sender=story["sender"],
        subject=story["subject"],
    )
    return record_incoming(stage.context, paper).id
