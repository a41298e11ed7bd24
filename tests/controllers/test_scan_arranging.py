"""Arranging of pages: moved, turned, left out, and joined with those of more files."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.controllers.scans import arranging
from desktop_app.domain.read_models.scans import ChosenFile, ScanReading
from tests.views.scan_readings import OTHER, PAPER, page, reading

THREE = reading(page(0), page(1), page(2))


def places(scan: ScanReading) -> list[int]:
    return [one.page for one in scan.pages]


def test_the_ends_hold_a_page() -> None:
    assert places(arranging.moved(THREE, 0, 2)) == [1, 2, 0]
    assert places(arranging.moved(THREE, 2, -1)) == [0, 2, 1]
    assert places(arranging.moved(THREE, 0, -1)) == [0, 1, 2]
    assert places(arranging.moved(THREE, 2, 5)) == [0, 1, 2]


def test_four_quarters_are_none() -> None:
    scan = THREE
    for _quarter in range(4):
        scan = arranging.turned(scan, 1, 1)
    assert scan == THREE
    assert arranging.turned(THREE, 1, -1).pages[1].turn == 3


def test_a_page_goes_and_comes_back() -> None:
    gone = arranging.toggled(THREE, 1)
    assert [one.page for one in gone.kept] == [0, 2]
    assert arranging.toggled(gone, 1) == THREE
    assert [one.page for one in arranging.without(THREE, [0, 2]).kept] == [1]


def test_pages_of_more_files_stay_with_their_files() -> None:
    more = ScanReading(files=(ChosenFile("b.jpg"), ChosenFile("c.jpg")), pages=(page(0), page(0, source=1)))
    both = arranging.joined(replace(THREE, papers=(PAPER,)), replace(more, papers=(PAPER, OTHER)))
    assert [(both.files[one.source].name, one.page) for one in both.pages[3:]] == [("b.jpg", 0), ("c.jpg", 0)]
    assert both.target == PAPER
    assert both.papers == (PAPER, OTHER)
