"""``verify-paper``: the paper by code, number or file; 0 where it holds and a file has the bytes of a kept one."""

from __future__ import annotations

import hashlib
import io
import json
import shutil
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from desktop_app.domain.calendar.clock import FixedClock
from desktop_app.domain.rules.minutes import MinutesState
from desktop_app.domain.text.digits import persian_digits
from desktop_app.services.documents.documents import code_of
from desktop_app.services.minutes.minutes import record_printing
from desktop_app.wiring import open_office, view_office
from tests.cli.caller import Caller
from tests.no_sample import no_sample
from tests.services.office_steps import Office
from tests.services.records import Records
from tests.services.verifying.papers import with_one_glyph_changed
from tests.services.verifying.returned import FORMS, HEADLINES, STATES, UNKNOWN, returned

CLOCK = FixedClock(datetime(2023, 5, 12, 10, 0, tzinfo=UTC))
STRANGE = "ABCDEFGHIJ234567"


class Foreign:
    """A PDF of two pages that somebody else made."""

    def __init__(self) -> None:
        self._pdf = pikepdf.new()
        for _ in range(2):
            self._pdf.add_blank_page()

    def save(self, **how: Any) -> bytes:
        out = io.BytesIO()
        self._pdf.save(out, **how)
        return out.getvalue()

    def without_pages(self) -> bytes:
        del self._pdf.pages[:]
        return self.save()

    def cut(self) -> bytes:
        return self.save()[:200]


@pytest.fixture(scope="module")
def folder(demo_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo's records as those of an office, whose papers bear codes."""
    place = Path(shutil.copytree(demo_data, tmp_path_factory.mktemp("دفتر") / "داده"))
    with closing(open_office(place, CLOCK)) as office:
        no_sample(office.context)
    return place


def codes(folder: Path) -> dict[MinutesState, tuple[int, str]]:
    """By state: the number of a meeting whose minutes are in it, and their code."""
    with closing(view_office(folder, CLOCK)) as office, office.context.read() as work:
        return {
            one.state: (work.meetings.get(one.meeting_id).number or 0, code_of(one, sample=False))
            for one in work.versions.where()
            if one.content_hash
        }


@pytest.fixture(scope="module")
def signed(folder: Path) -> tuple[int, str]:
    """A meeting and the code of its signed minutes."""
    found = codes(folder)
    return found.get(MinutesState.ARCHIVED) or found[MinutesState.SIGNED]


def test_a_code_that_holds(call: Caller, folder: Path, signed: tuple[int, str]) -> None:
    number, code = signed
    told = call("verify-paper", code, "--data", folder)
    assert told.code == 0
    assert told.out.startswith(f"کد صورت‌جلسهٔ {persian_digits(number)}، نسخهٔ ")
    assert "برقرار؛ متن را با برگه بسنجید.\n" in told.out
    assert "استناد" not in told.out, "a code alone vouches for no word"
    assert call("verify-paper", number, "--data", folder).out.startswith("شمارهٔ صورت‌جلسهٔ ")


def test_a_code_in_groups_of_small_letters(call: Caller, folder: Path, signed: tuple[int, str]) -> None:
    groups = [signed[1][at : at + 4].lower() for at in range(0, 16, 4)]
    told = call("verify-paper", *groups, "--data", folder)
    assert told.code == 0


def test_the_paper_that_was_printed(call: Caller, folder: Path, signed: tuple[int, str], tmp_path: Path) -> None:
    file = tmp_path / "صورت جلسه.pdf"
    assert call("print", "minutes", "--meeting", signed[0], "-o", file, "--data", folder).code == 0
    printed = file.read_bytes()
    for content in (printed, with_one_glyph_changed(printed)):
        file.write_bytes(content)
        told = call("verify-paper", file, "--data", folder)
        assert told.code == 1, "no print with these bytes is kept"
        assert told.err.splitlines()[-1].endswith("[paper_not_reliable]")
        assert told.out.startswith("سند درون فایل: صورت‌جلسهٔ ")


def test_a_print_that_was_kept(call: Caller, folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "چاپ.pdf"
    file.write_bytes(b"%PDF-1.7 nothing in it is read")
    with closing(open_office(folder, CLOCK)) as office:
        with office.context.read() as work:
            (*_others, version) = work.versions.where(state=MinutesState.SIGNED)
        digest = hashlib.sha256(file.read_bytes()).hexdigest()
        record_printing(office.context, version.id, copies=1, path="چاپ.pdf", sha256=digest)
    told = call("verify-paper", file, "--data", folder)
    assert told.code == 0
    assert "می‌توانید به آن استناد کنید.\n" in told.out
    assert f"SHA-256: {digest}" in told.out


def test_as_json(call: Caller, folder: Path, signed: tuple[int, str]) -> None:
    told = call("verify-paper", signed[1], "--data", folder, "--json")
    answer = json.loads(told.out)
    assert (told.code, answer["verdict"], answer["lapse"], answer["clue"]) == (0, "holds", None, "code")
    assert (answer["minutes"]["number"], answer["file"]) == (signed[0], None)


def test_a_strange_code(call: Caller, folder: Path) -> None:
    told = call("verify-paper", STRANGE, "--data", folder)
    assert (told.code, told.err.splitlines()[-1].rpartition("[")[2]) == (1, "paper_not_reliable]")
    assert told.out.startswith(f"{UNKNOWN}.\n")


def test_a_code_with_one_wrong_letter(call: Caller, folder: Path, signed: tuple[int, str]) -> None:
    code = signed[1]
    wrong = ("A" if code[0] != "A" else "Q") + code[1:]
    told = call("verify-paper", wrong, "--data", folder, "--json")
    assert (told.code, json.loads(told.out)["nearest"]) == (1, code)


@pytest.mark.parametrize(
    ("given", "key"),
    [
        ("ABCD", "paper_code_length"),
        ("9BCDEFGHIJ234567", "paper_code_letter"),
        ("نیست.pdf", "file_unreadable"),
        (".", "paper_is_folder"),
        ("", "paper_code_missing"),
        (" ", "paper_code_missing"),
        ("999/ص/1405", "paper_neither"),
        ("۹۹۹/ص/۱۴۰۵", "paper_neither"),
        ("نامه/1405.pdf", "file_unreadable"),
    ],
)
def test_what_is_neither_code_nor_file(call: Caller, folder: Path, given: str, key: str) -> None:
    told = call("verify-paper", given, "--data", folder)
    assert told.code == 1
    assert told.err.splitlines()[-1].endswith(f"[{key}]")


def test_an_unknown_number_is_told_with_both_that_it_may_be(call: Caller, folder: Path) -> None:
    told = call("verify-paper", "999/ص/1405", "--data", folder)
    assert "999/ص/1405" in told.err
    assert "نامه‌ای با شمارهٔ" in told.err
    assert "فایلی هم به این نام نیست" in told.err


def test_a_file_that_is_neither_paper_nor_scan(call: Caller, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "متن.txt").write_text("متن", encoding="utf-8")
    told = call("verify-paper", tmp_path / "متن.txt", "--data", folder)
    assert (told.code, told.err.splitlines()[-1].rpartition("[")[2]) == (1, "scan_not_readable]")


@pytest.mark.parametrize(
    ("make", "key"),
    [
        (lambda pdf: pdf.save(encryption=pikepdf.Encryption(user="a", owner="b")), "scan_encrypted"),
        (lambda pdf: pdf.without_pages(), "scan_without_pages"),
        (lambda pdf: pdf.cut(), "scan_damaged"),
    ],
    ids=["locked", "empty", "cut"],
)
def test_why_a_pdf_cannot_be_read_is_told_with_its_name(
    call: Caller, folder: Path, tmp_path: Path, make: Callable[[Foreign], bytes], key: str
) -> None:
    (tmp_path / "برگه.pdf").write_bytes(make(Foreign()))
    told = call("verify-paper", tmp_path / "برگه.pdf", "--data", folder)
    assert (told.code, told.err.splitlines()[-1].rpartition("[")[2]) == (1, f"{key}]")
    assert "برگه.pdf" in told.err


def test_beside_a_window_at_work(call: Caller, folder: Path, signed: tuple[int, str]) -> None:
    with closing(open_office(folder, CLOCK)):
        assert call("verify-paper", signed[1], "--data", folder).code == 0


def test_nothing_given_is_a_wrong_call(call: Caller, folder: Path) -> None:
    assert call("verify-paper", "--data", folder).code == 2


@pytest.mark.parametrize("state", STATES)
def test_each_state_in_each_form(call: Caller, office: Office, records: Records, tmp_path: Path, state: str) -> None:
    brought = returned(office, state, tmp_path)
    records.close()
    for form in FORMS:
        told = call("verify-paper", brought[form], "--data", records.place)
        assert told.out.startswith(f"{HEADLINES[state, form]}.\n"), form
        assert told.code == (0 if (state, form) == ("newest", "code") else 1), form
