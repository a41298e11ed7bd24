"""The minutes editor where it cites: a decision of the register, its form, and the item that confirms."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget

from desktop_app.domain.rules.clauses import UpstreamDecision
from desktop_app.window.kit.record_sheet import FieldsSheet
from desktop_app.window.minutes.page import MinutesPage
from tests.gallery_pages import GalleryPage
from tests.gallery_pages.minutes import BESIDE_NAVIGATION, as_widget, editor, office, page_of, written
from tests.views.minutes_desk import settle

FOURTH = 4


def confirming() -> MinutesPage:
    """The fourth minutes, whose first item confirmed the third."""
    desk = office()
    with desk[0].context.read() as work:
        version = work.versions.where(meeting_id=FOURTH)[-1].id
        item = work.agenda.where(meeting_id=FOURTH)[0].id
    page = editor(desk, version)
    page.choose(item, 0)
    return page


def cite(widget: QWidget, *, form: bool) -> None:
    """Cite the plan of the national network; perhaps with the register's form open."""
    page = page_of(widget)
    row, sheet = page.chosen_row(), page.sheet()
    assert row is not None
    assert sheet is not None
    page.signals.clause_edited.emit(replace(row.clause, upstream_id=sheet.choices.upstream[0].id), "upstream")
    settle()
    page.side.reveal("upstream")
    if form:
        page.side.facts.upstream.open_form(UpstreamDecision(title="", body=""))


def form_of(widget: QWidget) -> QWidget:
    """The form that is open."""
    found = page_of(widget).findChild(FieldsSheet)
    assert found is not None
    return found


PAGES = (
    GalleryPage("minutes-cited", as_widget(written), size=BESIDE_NAVIGATION, prepare=partial(cite, form=False)),
    GalleryPage(
        "upstream-form",
        as_widget(written),
        size=BESIDE_NAVIGATION,
        prepare=partial(cite, form=True),
        subject=form_of,
    ),
    GalleryPage("minutes-confirmed", as_widget(confirming), size=BESIDE_NAVIGATION),
)
