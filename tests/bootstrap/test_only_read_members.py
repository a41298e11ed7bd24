"""Data that are only looked at: the page of members offers only what reads."""

from __future__ import annotations

from desktop_app.widgets.controls.button import Button
from desktop_app.window.kit.destinations import OpenPage
from desktop_app.window.kit.members_details import LETTER
from desktop_app.window.members.page import MembersPage
from desktop_app.words import members as member_words
from desktop_app.words.history import HISTORY
from tests.bootstrap.only_read import CHANGING, Looking, looking, names, press
from tests.shown import action

__all__ = ["looking"]


def test_the_members_offer_no_act_that_would_be_refused(looking: Looking) -> None:
    page = looking.page(OpenPage("members"), MembersPage)
    assert isinstance(page, MembersPage)
    wishes: list[object] = []
    for wish in (page.signals.shifted, page.signals.archive_requested, page.signals.restore_requested):
        wish.connect(lambda *told: wishes.append(told))
    page.ui.archived.setChecked(True)
    offered: set[str] = set()
    for part in member_words.PARTS:
        page.show_part(part)
        assert page.ui.actions.button("add") is None
        assert names(page.ui.actions.menu()) == [member_words.COPY_LIST]
        action(page, "Ins").trigger()
        for key in page.list.order():
            page.list.focus(key)
            row = page.list.row(key)
            assert row is not None
            press(row, CHANGING)
            offered |= {one.objectName() for one in page.panel.area.findChildren(Button)}
            assert names(page.menu.menu_of(key)) == [HISTORY]
    acts = {one for one in offered if one.startswith("act_") and not one.startswith(f"act_{LETTER}")}
    assert acts == {"act_tasks"}, "a unit still leads to its tasks"
    assert page.panel.files.isVisible()
    assert page.panel.form() is None
    assert wishes == []
    assert not page.ui.notice.isVisible()
    looking.is_untouched()
