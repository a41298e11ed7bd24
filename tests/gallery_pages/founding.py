"""The first start: its steps as they open, with a refusal, in small windows and in large writing."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop_app import wiring
from desktop_app.domain.rules.founding import FoundingDraft, FoundingStep
from desktop_app.domain.rules.taking_over import EarlierValues
from desktop_app.services.demo.demo_story import StoryClock
from desktop_app.services.office.founding import keep_draft, proposal_from
from desktop_app.window.settings.earlier_section import EarlierSection
from desktop_app.window.shell.founding import founding_screen
from desktop_app.workers import Workers
from tests.conftest import ROOT
from tests.gallery_pages import GalleryPage
from tests.gallery_pages.folders import empty_folder
from tests.shown import child
from tests.views.minutes_desk import Person

TODAY = date(2023, 5, 13)
SIGNED, BEFORE, LETTER = date(2022, 11, 1), date(2022, 10, 23), date(2022, 11, 29)
USUAL_FOLDER = "C:\\Users\\m.sotudeh\\AppData\\Local\\Dabirkhaneh"
LARGE, LOW, SMALL, SMALLEST = (1440, 872), (1366, 669), (1280, 692), (960, 512)


def _draft(step: FoundingStep) -> FoundingDraft:
    """Half done: signed, two persons named, one of them too early."""
    told: Any = json.loads((ROOT / "resources" / "founding.json").read_text(encoding="utf-8"))
    draft = proposal_from(told)
    seats = list(draft.seats)
    seats[0] = replace(seats[0], name="بهمن سروستانه", letter_number="۲۱۷/ص/۱۴۰۱", letter_day=BEFORE)
    seats[4] = replace(seats[4], name="مهرداد ستوده‌منش", letter_number="۹۱۱۷۴/۰۱/ش", letter_day=LETTER)
    return replace(
        draft,
        memorandum=replace(draft.memorandum, signed_on=SIGNED),
        seats=tuple(seats),
        units=(replace(draft.units[0], chosen=False), *draft.units[1:]),
        step=step,
        passed=frozenset(list(FoundingStep)[: list(FoundingStep).index(step)]),
    )


def page_at(step: FoundingStep | None, *, forward: bool = False) -> Callable[[], QWidget]:
    """The page over a folder that holds a draft left at a step; an empty one where there is none."""

    def build() -> QWidget:
        office = wiring.open_office(empty_folder(), StoryClock(TODAY))
        if step is not None:
            keep_draft(office.context, _draft(step))
        owner = QObject()
        page, controller = founding_screen(office, Person(), Workers(owner), owner)
        owner.setParent(page)
        page.destroyed.connect(lambda: office.close())  # noqa: PLW0108 - a slotted office has no weak reference
        page.show_folder_place(USUAL_FOLDER)
        controller.show()
        if forward:
            controller.forward()
        return page

    return build


def met_before(widget: QWidget) -> None:
    """The committee met before; the last number is still to be typed."""
    section = child(widget, EarlierSection)
    section.show_values(EarlierValues(held=True, last_meeting="۴۸", last_number="", begins="اردیبهشت ۱۴۰۲"))


PAGES = (
    GalleryPage("founding", page_at(None), LARGE),
    GalleryPage("founding-seats", page_at(FoundingStep.SEATS, forward=True), LARGE),
    GalleryPage("founding-units", page_at(FoundingStep.UNITS), LARGE),
    GalleryPage("founding-axes", page_at(FoundingStep.AXES), LARGE),
    GalleryPage("founding-earlier", page_at(FoundingStep.EARLIER), LARGE, prepare=met_before),
    GalleryPage("founding-review", page_at(FoundingStep.LETTERHEAD), LARGE),
    GalleryPage("founding-1366x768", page_at(FoundingStep.RULES), LOW),
    GalleryPage("founding-1280x720", page_at(FoundingStep.PARTIES), SMALL),
    GalleryPage("founding-large", page_at(FoundingStep.SEATS), SMALL, text_scale=1.25),
    GalleryPage("founding-960x540", page_at(FoundingStep.MEMORANDUM), SMALLEST),
)
