"""A minutes page over an office, with a person at it who answers questions as told."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop_app.domain.outcome import Changed
from desktop_app.domain.rules.minutes import Clause
from desktop_app.services.context import Context
from desktop_app.widgets.dates.date_source import date_source
from desktop_app.widgets.feedback.dialogs import Question, ReasonQuestion
from desktop_app.widgets.style.tokens import Tone
from desktop_app.window.minutes.block_body import BlockBody
from desktop_app.window.minutes.controller import MinutesController
from desktop_app.window.minutes.page import MinutesPage
from desktop_app.words.refusals import sentence
from tests.services.office_steps import Office


class Person:
    """Answers every question with the key in `answer`, or with the first choice; a reason is always given."""

    def __init__(self) -> None:
        self.answer: str | None = ""
        self.asked: list[Question | ReasonQuestion] = []

    def ask(self, question: Question) -> str | None:
        self.asked.append(question)
        return question.choices[0].key if self.answer == "" else self.answer

    def tell(self, title: str, text: str, tone: Tone = Tone.NEUTRAL) -> None:
        raise AssertionError(f"{title} {text} {tone}")

    def pick_save_path(self, title: str, suggested: Path, kinds: str) -> Path | None:
        raise AssertionError(title)

    def pick_open_path(self, title: str, folder: Path, kinds: str) -> Path | None:
        raise AssertionError(title)

    def pick_open_paths(self, title: str, folder: Path, kinds: str) -> tuple[Path, ...]:
        raise AssertionError(title)

    def reason(self, question: ReasonQuestion) -> str | None:
        self.asked.append(question)
        return "یکی از اعضا اعتراض کرد"


@dataclass
class Desk:
    """The page, its controller and the office behind them."""

    office: Office
    version_id: int
    meeting_id: int
    page: MinutesPage
    controller: MinutesController
    person: Person
    told: list[Changed] = field(default_factory=list)

    @property
    def items(self) -> list[int]:
        return self.office.items(self.meeting_id)

    def clauses(self, item: int = 1) -> list[Clause]:
        """The stored clauses of an agenda item, by its place."""
        found = self.office.where("clauses", minutes_version_id=self.version_id, agenda_item_id=self.items[item])
        return list(found)

    def body(self, item: int = 1) -> BlockBody:
        """The open part of an agenda item; it is chosen first."""
        self.page.choose(self.items[item], 0)
        body = self.page.paper.blocks[self.items[item]].body
        assert body is not None
        return body

    def body_of_chosen(self) -> BlockBody:
        """The open part of the chosen item, left as it is."""
        body = self.page.paper.blocks[self.page.chosen()[0]].body
        assert body is not None
        return body

    def edit(self, field: str, **facts: Any) -> None:
        """Change a field of the chosen clause, as the inspector does."""
        row = self.page.chosen_row()
        assert row is not None
        self.page.signals.clause_edited.emit(replace(row.clause, **facts), field)

    def band(self) -> str:
        """What the band says, empty while it is hidden."""
        return self.page.ui.band.title() if self.page.ui.bandHolder.isVisibleTo(self.page) else ""


def settle() -> None:
    """Let what is posted be delivered."""
    for _ in range(3):
        QCoreApplication.processEvents()


def desk_at(office: Office, meeting_id: int, version_id: int, context: Context | None = None) -> Desk:
    """Open the minutes of a version on a shown page."""
    page = MinutesPage()
    with office.open_work() as work:
        calendar = work.calendar()
    page.set_source(date_source(calendar, office.clock.today, sentence))
    person = Person()
    controller = MinutesController(page, context or office.context, person, page)
    desk = Desk(office, version_id, meeting_id, page, controller, person)
    controller.changed.connect(desk.told.append)
    # as the window does
    controller.navigated.connect(controller.visit)
    controller.show(version_id)
    page.resize(1216, 872)
    page.show()
    page.activateWindow()
    settle()
    return desk
