"""Scans of printed minutes, read: whose they are, in which order and turn, and what is typed where no mark is read."""

from __future__ import annotations

import random

import pytest

from desktop_app.domain.read_models.scans import ChosenFile, RecognisedBy
from desktop_app.domain.rules.scan_findings import in_order
from desktop_app.services.scans.scan_tools import read_scan, with_number, with_typed_code
from tests import made_scans
from tests.refusing import refused
from tests.services.office_steps import Office
from tests.services.scans.conftest import DPI, Scanning


def without_foot(page: made_scans.Picture) -> made_scans.Picture:
    """A page whose marks are covered."""
    covered = page.copy()
    covered.paste("white", (0, round(page.height * 0.9), page.width, page.height))
    return covered


def test_pages_stand_in_the_order_of_the_paper_and_upright(scanning: Scanning) -> None:
    first, second, *_rest = scanning.pages()
    upside_down = made_scans.turned(2)(first, random.Random(1))
    on_its_side = made_scans.turned(1)(second, random.Random(1))
    reading = scanning.read(on_its_side, upside_down)
    assert [(page.source, page.number, page.turn) for page in reading.pages] == [(1, 1, 2), (0, 2, 3)]
    assert {page.recognised for page in reading.pages} == {RecognisedBy.MARK}
    assert (reading.target.version_id, reading.target.pages) == (scanning.version, len(scanning.pages()))


def test_a_page_whose_marks_are_not_read_stays_behind_the_page_that_it_lay_behind(scanning: Scanning) -> None:
    first, second, *_rest = scanning.pages()
    reading = scanning.read(second, without_foot(first))
    assert [(page.source, page.number, page.recognised) for page in reading.pages] == [
        (0, 2, RecognisedBy.MARK),
        (1, 0, None),
    ]
    told = in_order(with_number(reading, 1, 1))
    assert [(page.source, page.number) for page in told.pages] == [(1, 1), (0, 2)]


def test_marks_of_the_code_alone_leave_the_numbers_to_the_operator(scanning: Scanning) -> None:
    scanning.most_pages = 0
    reading = scanning.read(*scanning.pages())
    assert {(page.number, page.recognised) for page in reading.pages} == {(0, RecognisedBy.MARK)}
    assert reading.target.pages == len(scanning.pages()), "which the print says where no mark does"


def test_a_sample_shows_no_code_and_its_pages_are_told_by_number(scanning: Scanning) -> None:
    scanning.office.set_settings(sample=True)
    reading = scanning.read(*scanning.pages())
    assert {(page.number, page.recognised, page.mark) for page in reading.pages} == {(0, None, None)}
    assert with_number(reading, 0, 1).pages[0].recognised is RecognisedBy.TYPED


def test_a_strange_picture_is_no_page_of_ours(scanning: Scanning) -> None:
    strange = made_scans.signed(made_scans.blank(DPI), random.Random(3))
    (page,) = scanning.read(strange).pages
    assert (page.recognised, page.number, page.code, page.blank) == (None, 0, "", False)


def test_a_blank_page_is_named_and_stays(scanning: Scanning) -> None:
    first = scanning.pages()[0]
    reading = scanning.read(made_scans.colour(made_scans.blank(DPI, yellowed=True), random.Random(4)), first)
    assert [(page.blank, page.left_out) for page in reading.pages] == [(True, False), (False, False)]


def test_a_typed_code_names_the_paper_whatever_its_case_and_gaps(scanning: Scanning) -> None:
    covered = [without_foot(made_scans.signed(made_scans.blank(DPI), random.Random(5)))]
    reading = scanning.read(*covered)
    code = scanning.read(*scanning.pages()[:1]).pages[0].code
    typed = " ".join(code.lower()[at : at + 4] for at in range(0, 16, 4)).replace("o", "0")
    told = with_typed_code(scanning.office.context, reading, (0,), typed)
    assert (told.pages[0].code, told.pages[0].recognised) == (code, RecognisedBy.TYPED)


@pytest.mark.parametrize(
    ("typed", "key"), [("سلام", "scan_code_unreadable"), ("AAAA BBBB CCCC DDDD", "scan_code_unknown")]
)
def test_a_wrong_code_is_refused_beside_its_field(scanning: Scanning, typed: str, key: str) -> None:
    reading = scanning.read(made_scans.signed(made_scans.blank(DPI), random.Random(6)))
    with refused(key, "code"):
        with_typed_code(scanning.office.context, reading, (0,), typed)


def test_a_number_is_told_by_hand_and_taken_back(scanning: Scanning) -> None:
    strange = made_scans.signed(made_scans.blank(DPI), random.Random(7))
    reading = scanning.read(scanning.pages()[1], strange)
    told = in_order(with_number(reading, 1, 1))
    assert [(page.source, page.number) for page in told.pages] == [(1, 1), (0, 2)]
    assert told.pages[0].recognised is RecognisedBy.TYPED
    assert with_number(told, 0, 0).pages[0].recognised is None


def test_a_draft_has_no_paper_to_be_scanned(scanning: Scanning, office: Office) -> None:
    _, draft = office.written(1)
    with refused("scan_version_without_paper"):
        read_scan(office.context, scanning.tools, (ChosenFile("a.jpg", content=b"x"),), version_id=draft)


def test_reading_tells_how_far_it_is_and_can_be_given_up(scanning: Scanning) -> None:
    class GivenUp(Exception):
        """Nobody wants it any more."""

    def told(done: int, total: int) -> None:
        heard.append((done, total))
        if done == 1:
            raise GivenUp

    heard: list[tuple[int, int]] = []
    files = [ChosenFile("برگ.jpg", content=made_scans.jpeg(page, DPI)) for page in scanning.pages()]
    with pytest.raises(GivenUp):
        read_scan(scanning.office.context, scanning.tools, files, told, version_id=scanning.version)
    # what is waited for is asked about again and again
    assert list(dict.fromkeys(heard)) == [(0, len(files)), (1, len(files))]
