"""What search and lists are asked through is held against the records at each start, and made anew where it differs."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from desktop_app.domain.read_models.listing import ListQuery
from desktop_app.storage.file.database import DATABASE_NAME
from desktop_app.wiring import check_folder, open_office
from tests.bootstrap.conftest import clock_on
from tests.conftest import DEMO_DAY
from tests.foreign import connect

WORD = "اطلاعات"
WORDS = (WORD, "کوهبنانه", "۱۴۰۱/۲/۲")
FORGERIES = {
    "emptied": "UPDATE search_text SET spaced = '', joined = '', squeezed = ''",
    "one form emptied": "UPDATE search_text SET squeezed = ''",
    "gone": "DELETE FROM search_text",
    "one gone": "DELETE FROM search_text WHERE id = (SELECT max(id) FROM search_text WHERE kind = 'resolution')",
    "other words": "UPDATE search_text SET squeezed = replace(squeezed, 'اطلاعات', 'اطلات')",
    "of another meeting": "UPDATE search_text SET meeting_id = 1 WHERE kind = 'clause'",
    "of nothing": "INSERT INTO search_text (kind, record_id, spaced, joined, squeezed, fold_version)"
    " SELECT 'person', 9999, spaced, joined, squeezed, fold_version FROM search_text LIMIT 1",
    "facts": "UPDATE resolution_facts SET state = 'verified', percent = 100, due = NULL",
    "facts gone": "DELETE FROM resolution_facts",
}


def _told(folder: Path) -> tuple[object, ...]:
    """What searches and lists answer."""
    with closing(open_office(folder, clock_on(DEMO_DAY))) as office, office.folder.open_read() as work:
        assert office.folder.writable
        found = [{(hit.kind, hit.id) for hit in work.search(word, 100)} for word in WORDS]
        lists = (work.meeting_rows, work.minutes_rows, work.resolution_rows, work.task_rows)
        return (
            *found,
            *(tuple(one.ids(ListQuery(search=WORD))) for one in lists),
            dict(work.resolution_rows.view_counts()),
        )


@pytest.mark.parametrize("how", FORGERIES)
def test_what_was_falsified_is_made_anew_before_anything_is_asked(demo_folder: Path, how: str) -> None:
    before = _told(demo_folder)
    assert all(before[: len(WORDS)])
    with closing(connect(demo_folder / DATABASE_NAME)) as raw:
        assert raw.execute(FORGERIES[how]).rowcount
    assert _told(demo_folder) == before
    assert check_folder(demo_folder, clock_on(DEMO_DAY)) == ()
