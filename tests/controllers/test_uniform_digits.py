"""«یکدست‌سازی ارقام» of the reading step: offered with its count, done by one act, taken back by one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from desktop_app.domain.rules.minutes import Deliberation
from desktop_app.services.minutes.clauses import save_clause
from desktop_app.services.versions.drafts import add_deliberation
from desktop_app.widgets.controls.notice import NoticeLine
from desktop_app.window.minutes import words
from tests.services.office_steps import Office
from tests.stored_rows import rows
from tests.views.minutes_desk import Desk, desk_at

TYPED = "ظرف 10 روز با IPv6 و نسخهٔ v2.1 به a1@b.ir؛ تا 1402/3/5"
UNIFORM = "ظرف ۱۰ روز با IPv6 و نسخهٔ v2.1 به a1@b.ir؛ تا ۱۴۰۲/۳/۵"
COUNT = 5
"""Two in the clause, one in what was said, one in «تصمیم 2», one in the place."""
PLACE = ("سالن 2", "سالن ۲")


@pytest.fixture
def desk(office: Office) -> Iterator[Desk]:
    meeting_id, version_id = office.written()
    made = desk_at(office, meeting_id, version_id)
    save_clause(office.context, replace(made.clauses(2)[0], text=TYPED))
    said = Deliberation(
        minutes_version_id=version_id, agenda_item_id=made.items[1], ordinal=0, speaker="بهمن", text="٥ بار گفته شد"
    )
    add_deliberation(office.context, said)
    with office.context.write() as work:
        work.meetings.update(replace(work.meetings.get(meeting_id), place=PLACE[0]))
        work.commit()
    made.controller.load(version_id)
    yield made
    made.page.close()
    made.page.deleteLater()


def test_the_reading_step_offers_uniform_digits_and_one_undo_takes_them_back(desk: Desk) -> None:
    reading = desk.page.reading
    desk.controller.begin_reading()
    desk.page.show()
    assert words.other_digits(COUNT) in [line.text() for line in reading.findChildren(NoticeLine)]
    with desk.office.context.read() as work:
        before = rows(work)
    reading.digits.setFocus()
    reading.digits.click()
    assert desk.clauses(2)[0].text == UNIFORM
    assert "۵ بار گفته شد" in [one.text for one in desk.office.where("deliberations")]
    assert [one.place for one in desk.office.where("meetings") if one.place in PLACE] == [PLACE[1]]
    assert reading.digits.isHidden()
    assert reading.next.hasFocus()
    desk.controller.undo()
    assert desk.clauses(2)[0].text == TYPED
    assert [one.place for one in desk.office.where("meetings") if one.place in PLACE] == [PLACE[0]]
    assert not reading.digits.isHidden()
    with desk.office.context.read() as work:
        after = rows(work)
    told = {"audit_entry", "minutes_act", "act", "search_text"}
    assert {name for name in after if after[name] != before[name]} <= told
