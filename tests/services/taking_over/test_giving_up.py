"""Taking over that is given up half way."""

from __future__ import annotations

import pytest

from desktop_app.services.taking_over.importing import import_workbook
from tests.services.office_steps import Office
from tests.services.records import Records
from tests.services.taking_over.test_earlier import tell
from tests.services.taking_over.test_importing import HEADS, WORDS, book, rows


class GivenUpError(Exception):
    """The operator has pressed «انصراف»."""


@pytest.mark.parametrize("told", range(4))
def test_what_is_given_up_half_way_leaves_nothing(office: Office, records: Records, told: int) -> None:
    tell(office)
    before = records.content()
    heard = 0

    def stop(_done: int, _total: int) -> None:
        nonlocal heard
        heard += 1
        if heard > told:
            raise GivenUpError

    def act() -> None:
        import_workbook(office.context, book((HEADS, rows(office))), WORDS, stop)

    if told < 2:
        with pytest.raises(GivenUpError):
            act()
        assert records.content() == before
    else:
        act()
        assert heard == 2, "once for the meetings, once for the resolutions"
    assert records.folder.check() == ()
