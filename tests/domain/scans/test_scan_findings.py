"""Files of a scan whose pages belong to other minutes: which of them may be theirs."""

from __future__ import annotations

from desktop_app.domain.read_models.scans import ChosenFile, ReadPage, RecognisedBy, ScanReading
from desktop_app.domain.scans.scan_findings import files_for
from tests.views.scan_readings import BLANK, OTHER, PAPER, UNKNOWN, page


def names(*pages: ReadPage) -> list[str]:
    """The files that go to the other minutes, of a scan whose pages lie in files that are called by their places."""
    count = max(one.source for one in pages) + 1
    files = tuple(ChosenFile(str(place)) for place in range(count))
    return [one.name for one in files_for(ScanReading(files=files, pages=pages, target=PAPER), OTHER)]


def test_a_page_that_is_surely_of_these_minutes_does_not_go_and_one_that_may_be_of_the_others_does() -> None:
    assert names(
        page(0, source=0),
        page(0, source=1, code=OTHER.code),
        page(0, source=2, **UNKNOWN),
        page(0, source=3, recognised=RecognisedBy.LIKENESS),
        page(0, source=4, **BLANK),
        page(0, source=5, recognised=RecognisedBy.TYPED),
    ) == ["1", "2", "3", "4"]


def test_a_file_goes_whole_for_one_of_its_pages() -> None:
    assert names(page(0), page(1, code=OTHER.code), page(0, source=1)) == ["0"]


def test_what_was_left_out_goes_only_where_it_is_known_to_belong() -> None:
    assert names(page(0, source=0, left_out=True, code=OTHER.code), page(0, source=1, left_out=True, **UNKNOWN)) == [
        "0"
    ]
