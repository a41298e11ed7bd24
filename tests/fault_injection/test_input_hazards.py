"""Table of hazardous inputs, each with the tests that hold it; the tests of what is printed literally stand below."""

from __future__ import annotations

import re
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Final

import pikepdf
import pytest

from tests.conftest import ROOT
from tests.printing import made_papers
from tests.printing.oracles import proof, stream


@dataclass(frozen=True, slots=True)
class Hazard:
    """An input, and the tests that hold it: ``file::test`` within ``tests/``."""

    name: str
    tests: tuple[str, ...]
    since: str = ""
    """The folder of the program that takes such input; without it there is nothing to hold."""


_HERE: Final = "fault_injection/test_input_hazards.py"
_TYPED: Final = "domain/text/test_typed_text.py"
_WORKBOOKS: Final = "storage/sheets/test_workbooks.py"
_SHEETS: Final = "desktop_app/storage/sheets"
_FILES: Final = "desktop_app/storage/file"
HAZARDS: Final = (
    Hazard("tags, ampersands, addresses in angle brackets", (f"{_HERE}::test_markup_is_printed_as_it_was_typed",)),
    Hazard("a picture by a local path or a share", (f"{_HERE}::test_no_path_is_opened_and_nothing_is_drawn_for_it",)),
    Hazard("code in a colour of a font", (f"{_HERE}::test_no_code_runs",)),
    Hazard("a link with a script", (f"{_HERE}::test_no_link_is_made",)),
    Hazard(
        "direction controls, invisible signs, tags",
        (
            f"{_TYPED}::test_what_is_changed",
            f"{_TYPED}::test_nothing_unseen_is_left",
            "printing/papers/test_bad_documents.py::test_a_control_changes_nothing_on_the_paper",
        ),
    ),
    Hazard(
        "control characters, half a character",
        (
            f"{_TYPED}::test_two_halves_of_one_character_are_joined",
            "printing/typesetting/test_bad_input.py::test_controls_are_removed_and_never_obeyed",
            "printing/typesetting/test_bad_input.py::test_half_a_character_is_refused_by_name_and_place",
        ),
    ),
    Hazard(
        "letters and digits of two alphabets, kashida, composed forms",
        (
            f"{_TYPED}::test_what_is_changed",
            "domain/text/test_folding.py::test_every_spelling_finds_every_other",
            "storage/test_search.py::test_every_spelling_finds_the_same",
        ),
    ),
    Hazard(
        "a megabyte of text",
        (
            f"{_TYPED}::test_the_limit",
            "printing/typesetting/test_bad_input.py::test_a_megabyte_of_anything_is_taken_in",
        ),
    ),
    Hazard("signs of a query language in a search", ("storage/test_search.py::test_signs_are_taken_as_they_are",)),
    Hazard(
        "wildcards",
        (
            "storage/test_search.py::test_a_wildcard_finds_itself_alone",
            "domain/text/test_folding.py::test_like_patterns_take_wildcards_literally",
        ),
    ),
    Hazard("entities in a workbook", (f"{_WORKBOOKS}::test_a_hostile_workbook_is_refused",), _SHEETS),
    Hazard(
        "a workbook that is a zip bomb, a far cell",
        (f"{_WORKBOOKS}::test_a_hostile_workbook_is_refused",),
        _SHEETS,
    ),
    Hazard(
        "a formula in an export: CSV, a template, rows on the clipboard",
        (
            "domain/text/test_spreadsheet_cells.py::test_no_text_is_taken_for_a_formula",
            "storage/archive_export/test_export.py::test_no_text_of_a_table_is_a_formula",
            f"{_WORKBOOKS}::test_no_text_that_is_written_is_a_formula",
            "views/test_list_page_asking.py::test_no_cell_that_is_copied_is_a_formula_where_it_is_pasted",
            "views/test_members_page.py::test_people_are_searched_in_any_spelling_and_copied_as_cells",
        ),
    ),
    Hazard(
        "a pipe, a device or a folder in the place of a file",
        (
            "cli/test_odd_places.py::test_a_pipe_is_refused_and_not_even_opened",
            f"{_WORKBOOKS}::test_what_is_no_workbook_is_refused",
            "storage/files/test_file_store.py::test_what_is_no_file_is_refused_by_name",
        ),
    ),
    Hazard("a picture of too many pixels", ("printing/test_pictures.py",)),
    Hazard(
        "a scan that is encrypted, of 0 bytes, torn or no scan at all",
        (
            "printing/scans/test_scan_files.py::test_what_is_no_sound_scan_is_refused_by_name",
            "printing/papers/test_annexes.py::test_what_cannot_be_drawn_is_named_and_said_so",
            "bootstrap/test_office_files.py::test_what_is_torn_is_refused_by_name",
            "cli/test_attach.py::test_a_file_that_is_none",
        ),
    ),
    Hazard(
        "a file that is not what its name says",
        ("storage/files/test_file_store.py::test_the_type_is_found_in_the_bytes",),
        _FILES,
    ),
    Hazard(
        "a name that is a path or a device",
        ("services/files/test_attaching.py::test_hostile_names_are_text_and_never_paths",),
        _FILES,
    ),
    Hazard("a proposed name that Windows refuses", ("text/test_file_names.py",)),
    Hazard(
        "days that do not exist",
        (
            "domain/calendar/test_jalali.py::test_a_day_that_does_not_exist_is_refused",
            "domain/calendar/test_jalali.py::test_every_year_begins_and_ends_as_in_a_second_library",
        ),
    ),
    Hazard(
        "hours of a summer long ago",
        ("domain/test_zone.py::test_hours_of_a_summer_long_ago_are_those_of_the_clocks_then",),
    ),
    Hazard(
        "emoji, signs that no font has",
        (
            "printing/typesetting/test_bad_input.py::test_an_emoji_is_refused_by_name_and_place",
            "printing/checks/test_check_09.py::test_a_character_without_a_glyph_is_named_before_printing",
        ),
    ),
    Hazard("all of them mixed", ("fault_injection/test_fuzzed_text.py",)),
)


@pytest.mark.parametrize("hazard", HAZARDS, ids=lambda hazard: hazard.name)
def test_every_hazard_has_its_tests(hazard: Hazard) -> None:
    if hazard.since and not (ROOT / hazard.since).is_dir():
        return
    for one in hazard.tests:
        path, _, name = one.partition("::")
        text = (ROOT / "tests" / path).read_text(encoding="utf-8")
        assert re.search(rf"^def {name or 'test_'}", text, re.MULTILINE), one


MARKUP: Final = (
    "Name <user@mazandaran.ir> end",
    "<!-- x --> پایان",
    "AT&T R&D; &amp;",
    "5 <b 6 </b>",
    "<b>پررنگ</b> <br/> <para>",
    "<seq/><onDraw name='x'/>",
)
PICTURES: Final = (
    "<img src='{}'/>",
    '<img src="file://{}" width="9" height="9"/>',
    "<img src='\\\\host\\share\\x.png'/>",
)
LINKS: Final = ("<a href='javascript:alert(1)'>x</a>", "<link href='http://example.org'>x</link>", "http://example.org")


def _paper(texts: tuple[str, ...]) -> bytes:
    made = made_papers.paragraphs(texts)
    # wide enough: each text is read back whole
    drawn = "".join(page.text for page in stream.read(made))
    assert proof.lost_faults("".join(texts), drawn) == []
    return made


@pytest.mark.parametrize("text", MARKUP)
def test_markup_is_printed_as_it_was_typed(text: str) -> None:
    _paper((text,))


def test_no_path_is_opened_and_nothing_is_drawn_for_it(tmp_path: Path) -> None:
    picture = tmp_path / "x.png"
    picture.write_bytes(b"no picture: whoever opened it would say so")
    made = _paper(tuple(text.replace("{}", picture.as_posix()) for text in PICTURES))
    with pikepdf.open(BytesIO(made)) as opened:
        assert [page for page in opened.pages if page.get_images()] == []


def test_no_code_runs(tmp_path: Path) -> None:
    payload = tmp_path / "ran"
    _paper((f"<font color=\"[[[getattr(pow,Word('__globals__'))['os'].system('touch {payload}')]]]\">x</font>",))
    assert not payload.exists()


def test_no_link_is_made() -> None:
    with pikepdf.open(BytesIO(_paper(LINKS))) as opened:
        assert [page for page in opened.pages if "/Annots" in page] == []
