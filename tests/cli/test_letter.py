"""`print letter`: any UTF-8 text, every sign literally, and a Persian sentence for what cannot be printed."""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop_app import wiring
from desktop_app.domain.calendar.clock import FixedClock
from desktop_app.printing.engine.pdf.archive import attached_file
from desktop_app.system import paths
from tests.cli.caller import Caller, Told
from tests.conftest import DEMO_DAY
from tests.places import link
from tests.printing.oracles import extractors
from tests.printing.papers.test_letter_pdf import in_order

SEED_STYLE = (
    "تفاهم نامه همکاری استانداری مازندران و مرکز ملی فضای مجازی منعقد شد.\n"
    "\n"
    "ماده ۱- کمیته مشترک موضوع این تفاهم نامه هر ماه یک جلسه برگزار می کند و صورت جلسه را امضا می نماید.\n"
    "این تفاهم نامه در ۲ نسخه با اعتبار یکسان در تاریخ ۱۰ آبان ۱۴۰۱ به امضا رسیده است.\n"
)


WORD = re.compile(r"\d+|[^\W\d]+")
"""A reader may lose the blank between a number and a word."""


@pytest.fixture(autouse=True)
def _the_day_of_the_demo(monkeypatch: pytest.MonkeyPatch) -> None:
    """The machine's clock is that of the demo data: no doubt of it stands before a refusal."""
    clock = FixedClock(datetime(DEMO_DAY.year, DEMO_DAY.month, DEMO_DAY.day, 12, tzinfo=UTC))
    monkeypatch.setattr(wiring, "SystemClock", lambda: clock)


@pytest.fixture
def letter(call: Caller, tmp_path: Path) -> object:
    def print_it(content: str | bytes, name: str = "متن.txt") -> tuple[Told, Path]:
        text = tmp_path / name
        text.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        out = tmp_path / "نامه.pdf"
        return call("print", "letter", "--text", text, "-o", out), out

    return print_it


def _printed(letter: object, content: str | bytes, folder: Path) -> str:
    assert callable(letter)
    told, out = letter(content)
    assert (told.code, told.err) == (0, "")
    return extractors.plain(extractors.pdftotext(out.read_bytes(), folder))


def _refused(letter: object, content: str | bytes) -> Told:
    assert callable(letter)
    told, out = letter(content)
    assert isinstance(told, Told)
    assert (told.code, told.out) == (1, "")
    assert not out.exists()
    return told


def test_the_words_come_in_their_order(letter: object, tmp_path: Path) -> None:
    wanted = WORD.findall(extractors.plain(SEED_STYLE))
    assert in_order(wanted, WORD.findall(_printed(letter, SEED_STYLE, tmp_path))) == len(wanted) == 52


@pytest.mark.parametrize("literal", ["<b>پررنگ</b>", "الف & ب", "<user@example>", "&amp;", "<br/>", "%s {0} \\n"])
def test_signs_of_other_languages_are_printed_as_they_stand(letter: object, tmp_path: Path, literal: str) -> None:
    without = _printed(letter, "پیش از آن و پس از آن\n", tmp_path)
    text = _printed(letter, f"پیش از آن {literal} و پس از آن\n", tmp_path)
    # readers put neutral signs in orders of their own, so each is only counted here
    assert Counter(text) - Counter(without) >= Counter("".join(literal.split()))


@pytest.mark.parametrize("start", ["\ufeff", "\r\n", "\x0b", "\u200f"])
def test_what_editors_leave_at_the_start_does_no_harm(letter: object, tmp_path: Path, start: str) -> None:
    assert "سلام" in _printed(letter, f"{start}سلام به همه\r\n", tmp_path)


def test_a_sign_that_the_font_lacks_is_named_with_its_line(letter: object) -> None:
    told = _refused(letter, "سربرگ\n\n\nتلفن ☎ دبیرخانه\n")
    assert told.key() == "glyph_missing"
    assert "«☎»" in told.err
    assert "U+260E" in told.err
    assert "در سطر ۴" in told.err


@pytest.mark.parametrize("data", [True, False])
@pytest.mark.parametrize(
    ("option", "place"),
    [
        ("--to", "گیرندهٔ نامه"), ("--to-post", "سمت گیرنده"), ("--subject", "موضوع نامه"),
        ("--number", "شماره در دفتر"), ("--reference", "عطف و پیرو"), ("--attachment", "پیوست‌ها"),
        ("--copy-to", "رونوشت‌ها"), ("--signatory", "نام امضاکننده"), ("--signatory-post", "سمت امضاکننده"),
    ],
)  # fmt: skip
def test_a_sign_that_the_font_lacks_is_named_with_its_option(
    call: Caller, demo_folder: Path, tmp_path: Path, option: str, place: str, data: bool
) -> None:
    text = tmp_path / "متن.txt"
    text.write_text("سلام\n", encoding="utf-8")
    folder = ("--data", demo_folder) if data else ()
    arguments = ("print", "letter", "--text", text, "--to", "محمد", "-o", tmp_path / "x.pdf")
    told = call(*folder, *arguments, option, "موضوع ☃")
    assert (told.code, told.key()) == (1, "glyph_missing")
    assert told.err.startswith(f"در «{place}»: نویسهٔ «☃»")
    told = call(*folder, *arguments, option, "م" * 50_001)
    assert (told.code, told.key()) == (1, "text_too_long")
    assert told.err.startswith(f"در «{place}»: ")


def test_the_note_of_another_paper_is_named_too(call: Caller, demo_folder: Path, tmp_path: Path) -> None:
    arguments = ("reminder", "--all", "--note", "یک\n☃", "-o", tmp_path / "x.pdf")
    assert "در «یادداشت پایانی»: " in call("--data", demo_folder, "print", *arguments).err


@pytest.mark.parametrize(
    ("content", "key"),
    [
        ("", "letter_empty"),
        (" \n\u200c\n", "letter_empty"),
        (bytes(range(256)), "text_not_utf8"),
        ("سلام".encode("utf-16"), "text_not_utf8"),
        ("سلام".encode("cp1256"), "text_not_utf8"),
    ],
)
def test_what_is_no_text_is_refused(letter: object, content: str | bytes, key: str) -> None:
    assert _refused(letter, content).key() == key


@pytest.mark.parametrize("name", ["nowhere.txt", "."])
def test_a_text_that_cannot_be_read_is_refused(call: Caller, tmp_path: Path, name: str) -> None:
    told = call("print", "letter", "--text", tmp_path / name, "-o", tmp_path / "x.pdf")
    assert (told.code, told.key()) == (1, "text_unreadable")


@pytest.mark.parametrize("out", ["./نامه.pdf", "soft.pdf", "hard.pdf"])
def test_the_text_itself_is_never_written_over(call: Caller, tmp_path: Path, out: str) -> None:
    text = tmp_path / "نامه.pdf"
    text.write_text("سلام\n", encoding="utf-8")
    if out == "soft.pdf":
        link(tmp_path / out, text)
    os.link(text, tmp_path / "hard.pdf")
    told = call("print", "letter", "--text", text, "-o", tmp_path / out)
    assert (told.code, told.key()) == (1, "output_is_text")
    assert text.read_text(encoding="utf-8") == "سلام\n"


def test_no_data_folder_is_touched_unless_one_is_named(
    call: Caller, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "data_folder", lambda _given: tmp_path / "data")
    (tmp_path / "a.txt").write_text("سلام\n", encoding="utf-8")
    arguments = ("print", "letter", "--text", tmp_path / "a.txt", "-o", tmp_path / "a.pdf")
    assert call(*arguments).code == 0
    assert not (tmp_path / "data").exists()
    assert call("--data", tmp_path / "data", *arguments).key() == "database_missing"


def test_attachments_and_copies_come_one_a_line(call: Caller, tmp_path: Path) -> None:
    text, out = tmp_path / "متن.txt", tmp_path / "نامه.pdf"
    text.write_text("متن نامه.", encoding="utf-8")
    lists = ("--attachment", "فهرست روستاها", "--attachment", "نقشه", "--copy-to", "بایگانی دبیرخانه")
    assert call("print", "letter", "--text", text, *lists, "-o", out).code == 0
    found = extractors.plain(extractors.pdftotext(out.read_bytes(), tmp_path))
    for words in ("فهرست روستاها", "نقشه", "بایگانی دبیرخانه"):
        assert words in found


def test_what_the_options_say_is_cleaned_as_a_field_would(call: Caller, tmp_path: Path) -> None:
    text, out = tmp_path / "متن.txt", tmp_path / "نامه.pdf"
    text.write_text("متن نامه.", encoding="utf-8")
    typed = ("--subject", "كتاب\u202e", "--number", "\u202e۱۲", "--signatory", " علي ", "--attachment", "")
    assert call("print", "letter", "--text", text, *typed, "--to", " \u200f", "-o", out).code == 0
    found = json.loads(attached_file(out.read_bytes()).content)
    assert (found["subject"], found["letterhead"]["number"]) == ("کتاب", "۱۲")
    assert (found["signatory"]["name"], found["addressee"]) == ("علی", None)
    assert found["letterhead"]["attachment"] == "", "nothing is attached"
