"""Serial numbers of resolutions: they go on from the last one of the time before, and never come twice."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.services.office.settings import office_settings
from desktop_app.services.taking_over.earlier import earlier_refusals
from desktop_app.services.taking_over.importing import import_workbook, preview
from tests.refusing import refused
from tests.services.office_steps import Office
from tests.services.prepared import save_settings
from tests.services.taking_over.test_earlier import TOLD, tell
from tests.services.taking_over.test_importing import HEADS, WORDS, book, rows


def _count_by_serial(office: Office) -> None:
    save_settings(office.context, replace(office_settings(office.context), number_pattern="{سریال}"))


def test_numbers_go_on_from_the_last_one(office: Office) -> None:
    tell(office)
    _count_by_serial(office)
    _meeting, version = office.written(resolutions=2)
    assert office.finalised(version).numbers == ("۱۲۱", "۱۲۲")
    assert [one.key for one in earlier_refusals(office.context, replace(TOLD, last_number="130"))] == [
        "earlier_serial_counted"
    ]


def test_an_old_number_that_is_still_to_come_is_refused(office: Office) -> None:
    tell(office)
    _count_by_serial(office)
    row = rows(office)[0]
    row[0] = "121"
    (fault,) = preview(office.context, book((HEADS, [row])), WORDS).faults
    assert fault.broken.key == "past_number_ahead"
    row[0] = "120"
    import_workbook(office.context, book((HEADS, [row])), WORDS)
    _count_by_serial(office)


def test_a_pattern_may_not_give_an_old_number_again(office: Office) -> None:
    tell(office, replace(TOLD, last_number=""))
    row = rows(office)[0]
    row[0] = "۷"
    import_workbook(office.context, book((HEADS, [row])), WORDS)
    with refused("pattern_repeats_given", "pattern"):
        _count_by_serial(office)


def test_old_numbers_of_old_meetings_never_come_again(office: Office) -> None:
    tell(office)
    row = rows(office)[0]
    # another row than it has here, of a meeting whose number is behind
    row[0] = "۱۴۰۱/۱۲/۹"
    import_workbook(office.context, book((HEADS, [row])), WORDS)
    save_settings(office.context, replace(office_settings(office.context), number_pattern="{سال}/{جلسه}/{ردیف}"))
