"""The history of what was imported says from which file it came."""

from __future__ import annotations

import pytest

from desktop_app.domain.read_models.history import RecordKey
from desktop_app.services.taking_over.importing import import_workbook
from tests.services.office_steps import Office
from tests.services.taking_over.test_earlier import tell
from tests.services.taking_over.test_importing import HEADS, MEETING_HEADS, WORDS, book, rows
from tests.told_history import history_rows


@pytest.fixture
def taken(office: Office) -> Office:
    """Two imports, the second of which brings one more resolution to a meeting that is there."""
    tell(office)
    import_workbook(office.context, book((HEADS, rows(office)[:3])), WORDS)
    import_workbook(office.context, book((HEADS, rows(office))), WORDS)
    import_workbook(office.context, book((MEETING_HEADS, [[1, "۱۰", "۵ آذر ۱۴۰۱"]])), WORDS)
    return office


def imports(office: Office, kind: str, record: int) -> list[object]:
    """By the history of a record: how many resolutions each import that it tells of has brought, the newest first."""
    found = history_rows(office.context, of=RecordKey(kind, record))
    told = [{one.name: one.after for one in row.fields} for row in found if row.act == "imported"]
    assert all(one["file"] == "سابقه.xlsx" for one in told)
    return [one["resolutions"] for one in told]


def test_a_record_tells_the_import_that_brought_it_and_no_other(taken: Office) -> None:
    by_number = {one.number: one.id for one in taken.where("resolutions")}
    assert imports(taken, "resolution", by_number["12/1"]) == [3]
    assert imports(taken, "resolution", by_number["13/2"]) == [1]
    (task, *_) = taken.where("tasks", resolution_id=by_number["12/1"])
    assert imports(taken, "task", task.id) == [3]
    meetings = {one.number: one.id for one in taken.where("meetings")}
    assert imports(taken, "meeting", meetings[10]) == [0]
    assert imports(taken, "meeting", meetings[12]) == [3]
    own = taken.convened()
    assert imports(taken, "meeting", own) == []
