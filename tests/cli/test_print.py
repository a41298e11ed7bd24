"""`print KIND`: every kind from the demo data, each archive form, Word, and calls that are refused."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
import pytest
from docx import Document

from desktop_app import wiring
from desktop_app.cli import streams
from desktop_app.domain.calendar.clock import FixedClock
from desktop_app.domain.documents.paper_kinds import ORDERED_BY_HAND, PaperKind
from desktop_app.domain.documents.paper_orders import FORMS
from desktop_app.printing.paper_renderer import PaperRenderer
from desktop_app.storage.file.database import DATABASE_NAME
from desktop_app.storage.file.lock import LOCK_NAME
from desktop_app.words import commands as words
from desktop_app.words.papers import GROUPS, NOTES, TITLES
from tests.cli.caller import Caller, command, variables
from tests.conftest import DEMO_DAY, ROOT
from tests.places import link
from tests.printing.oracles import extractors
from tests.systems import not_on_windows

KINDS: dict[PaperKind, tuple[tuple[str, ...], str]] = {
    PaperKind.MINUTES: (("--meeting", "3"), "۱۴۰۱/۱۱/۱۰"),
    PaperKind.INVITATION: (("--meeting", "5", "--number", "۱۲۳/د"), "۱۲۳"),
    PaperKind.ATTENDANCE_SHEET: (("--meeting", "5"), "سروستانه"),
    PaperKind.AGENDA_PACK: (("--meeting", "5"), "دستور"),
    PaperKind.EXTRACT: (("--resolution", "1401/3/2", "--day", "1402/02/20"), "۱۴۰۲/۰۲/۲۰"),
    PaperKind.REMINDER: (("--all",), "مصوب"),
    PaperKind.MONTHLY_REPORT: (("--month", "1402-02"), "اردیبهشت"),
    PaperKind.ALIGNMENT_MATRIX: ((), "۱۴۰۱/۳/۱"),
    PaperKind.REGISTER: (("--year", "۱۴۰۱"), "۱۴۰۱/۳/۱"),
    PaperKind.YEAR_BOOK: (("--year", "1401"), "۱۴۰۱"),
    PaperKind.HISTORY: (("--record", "meeting:5"), "جلسهٔ ۵"),
    PaperKind.LETTERS_REGISTER: (("--year", "1402"), "سروستانه"),
    PaperKind.DELIVERY_SLIP: ((), "تحویل"),
    PaperKind.LETTER: (("--text", "letter.txt", "--to", "دکتر ستوده"), "ستوده"),
}
every_kind = pytest.mark.parametrize("kind", ORDERED_BY_HAND, ids=[one.value for one in ORDERED_BY_HAND])


@pytest.fixture(autouse=True)
def _the_day_of_the_demo(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The machine's clock stands on the day of the demo data, and a letter lies ready in the folder one stands in."""
    clock = FixedClock(datetime(DEMO_DAY.year, DEMO_DAY.month, DEMO_DAY.day, 12, tzinfo=UTC))
    monkeypatch.setattr(wiring, "SystemClock", lambda: clock)
    monkeypatch.chdir(tmp_path)
    Path("letter.txt").write_text("به پیوست فهرست فرستاده می‌شود.\nبا تشکر\n", encoding="utf-8")


def test_every_kind_has_its_form_and_its_words() -> None:
    assert set(FORMS) == set(PaperKind) == {*KINDS, PaperKind.LIST}
    listed = [kind for _heading, kinds in GROUPS for kind in kinds]
    assert sorted(listed) == sorted(ORDERED_BY_HAND), "a list is printed from its own page"
    assert sorted(TITLES) == sorted(NOTES) == sorted(PaperKind)


def _content(folder: Path) -> dict[Path, bytes]:
    """Every file of the folder, whole."""
    return {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()}


@every_kind
def test_every_kind_is_printed_and_nothing_is_recorded(
    call: Caller, demo_folder: Path, tmp_path: Path, kind: PaperKind
) -> None:
    before = _content(demo_folder)
    options, wanted = KINDS[kind]
    out = tmp_path / "برگه.pdf"
    told = call("print", kind, "--data", demo_folder, *options, "-o", out)
    assert (told.code, told.err) == (0, "")
    assert "صفحه در" in told.out
    assert wanted in extractors.plain(extractors.pdftotext(out.read_bytes(), tmp_path))
    assert _content(demo_folder) == before


@pytest.mark.parametrize(("profile", "part", "level"), [("a-3b", "3", "B"), ("a-2b", "2", "B"), ("a-1b", "1", "B")])
@pytest.mark.parametrize("kind", [PaperKind.MINUTES, PaperKind.MONTHLY_REPORT, PaperKind.LETTER])
def test_each_archive_form_is_made_on_request(
    call: Caller, demo_folder: Path, tmp_path: Path, kind: PaperKind, profile: str, part: str, level: str
) -> None:
    out = tmp_path / "p.pdf"
    assert call("print", kind, "--data", demo_folder, *KINDS[kind][0], "-o", out, "--profile", profile).code == 0
    with pikepdf.open(out) as pdf, pdf.open_metadata() as about:
        assert (about["pdfaid:part"], about["pdfaid:conformance"]) == (part, level)


@pytest.mark.parametrize("kind", [PaperKind.MINUTES, PaperKind.LETTER])
def test_minutes_and_letters_become_word_files(
    call: Caller, demo_folder: Path, tmp_path: Path, kind: PaperKind
) -> None:
    out = tmp_path / "برگه.DOCX"
    told = call("print", kind, "--data", demo_folder, *KINDS[kind][0], "-o", out)
    assert (told.code, told.err) == (0, "")
    assert told.out == f"{words.written(str(out))}\n"
    assert Document(io.BytesIO(out.read_bytes())).core_properties.language == "fa-IR"


@pytest.mark.parametrize(
    ("arguments", "key"),
    [
        (("reminder", "--all", "-o", "x.docx"), "word_not_offered"),
        (("extract", "--resolution", "۹۹/۹۹/۹", "-o", "x.pdf"), "resolution_number_unknown"),
        (("reminder", "--unit", "هیچ‌کجا", "-o", "x.pdf"), "unit_name_unknown"),
        (("reminder", "--unit", "اداره کل", "-o", "x.pdf"), "unit_name_of_several"),
        (("invitation", "--meeting", "99", "-o", "x.pdf"), "meeting_number_unknown"),
        (("invitation", "--meeting", "6", "--invitee", "هیچ‌کس", "-o", "x.pdf"), "invitee_unknown"),
        (("invitation", "--meeting", "6", "--answer-until", "1402/03/01", "-o", "x.pdf"), "answer_after_meeting"),
        (("invitation", "--meeting", "6", "--answer-until", "1300/01/01", "-o", "x.pdf"), "answer_before_letter"),
        (("reminder", "--all", "--answer-until", "1300/01/01", "-o", "x.pdf"), "answer_before_letter"),
        (
            ("reminder", "--all", "--day", "1402/03/10", "--answer-until", "1402/03/09", "-o", "x.pdf"),
            "answer_before_letter",
        ),
        (("monthly-report", "--month", "1403-01", "-o", "x.pdf"), "report_month_ahead"),
        (("year-book", "--year", "1390", "-o", "x.pdf"), "year_without_minutes"),
        (("history", "--record", "جلسه", "-o", "x.pdf"), "history_record_unclear"),
        (("history", "--record", "search_text:1", "-o", "x.pdf"), "history_kind_unknown"),
        (("history", "--record", "meeting:99", "-o", "x.pdf"), "record_unknown"),
        (("history", "-o", "x.docx"), "word_not_offered"),
        (("minutes", "--meeting", "3", "-o", "nowhere/x.pdf"), "folder_missing"),
    ],
)
def test_what_cannot_be_made_is_refused_and_leaves_nothing(
    call: Caller, demo_folder: Path, arguments: tuple[str, ...], key: str
) -> None:
    told = call("--data", demo_folder, "print", *arguments)
    assert (told.code, told.out, told.key()) == (1, "", key)
    assert not list(Path().glob("x.*"))


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("extract", "-o", "x.pdf"), words.one_of_missing("--meeting --resolution")),
        (("reminder", "--unit", "الف", "--all", "-o", "x.pdf"), words.not_together("--all", "--unit")),
        (("monthly-report", "--month", "1402-13", "-o", "x.pdf"), words.NOT_A_MONTH),
        (("year-book", "--year", "1200", "-o", "x.pdf"), words.NOT_A_YEAR),
        (("extract", "--meeting", "3", "--day", "2023-02-30", "-o", "x.pdf"), words.NOT_A_JALALI_DAY),
        (("minutes", "--meeting", "3", "-o", "x.pdf", "--profile", "a-4"), "a-3b, a-2b, a-1b"),
        (("minutes", "--meeting", "3", "-o", "x.pdf", "--profile", "a-4"), "باید یکی از این‌ها باشد"),
        (("letter", "--text", "letter.txt", "--urgency", "soon", "-o", "x.pdf"), "normal, urgent, immediate"),
        (("register", "-o", "x.pdf"), words.one_of_missing("--year --all")),
    ],
)
def test_a_wrong_call_is_told_in_persian(call: Caller, arguments: tuple[str, ...], said: str) -> None:
    told = call("print", *arguments)
    assert (told.code, told.out, told.key()) == (2, "", "usage")
    assert said in told.err


@pytest.mark.parametrize("kind", [PaperKind.REGISTER, PaperKind.LETTER])
@pytest.mark.parametrize("name", [DATABASE_NAME, f"{DATABASE_NAME}-journal", LOCK_NAME, "soft.pdf", "hard.pdf"])
def test_the_office_is_never_written_over(
    call: Caller, demo_folder: Path, monkeypatch: pytest.MonkeyPatch, kind: PaperKind, name: str
) -> None:
    monkeypatch.setattr(PaperRenderer, "make", lambda *_paper: pytest.fail("made for nothing"))
    records = demo_folder / DATABASE_NAME
    before = _content(demo_folder)
    os.link(records, "hard.pdf")
    if name == "soft.pdf":
        link(Path(name), records)
    out = name if name.endswith(".pdf") else demo_folder / name
    options = ("--all",) if kind is PaperKind.REGISTER else ("--text", "letter.txt")
    told = call("print", kind, "--data", demo_folder, *options, "-o", out)
    assert (told.code, told.out, told.key()) == (1, "", "target_of_office")
    assert _content(demo_folder) == before
    assert name != "soft.pdf" or Path(name).is_symlink()
    assert Path("hard.pdf").samefile(records)


@not_on_windows("no folder holds a FIFO")
def test_a_pipe_stays_a_pipe(call: Caller, demo_folder: Path) -> None:
    os.mkfifo("pipe.pdf")
    told = call("print", "register", "--data", demo_folder, "--all", "-o", "pipe.pdf")
    assert (told.code, told.key()) == (1, "target_not_file")
    assert Path("pipe.pdf").is_fifo()


@pytest.mark.parametrize("digits", ["-3", "-۳"])
def test_a_negative_number_bears_a_minus_of_its_own(call: Caller, demo_folder: Path, digits: str) -> None:
    told = call("--data", demo_folder, "print", "minutes", "--meeting", digits, "-o", "x.pdf")
    assert told.key() == "meeting_number_unknown"
    assert "شمارهٔ \u200e\u2212۳ نیست" in told.err


def test_a_unit_is_known_by_a_part_of_its_name_or_by_its_number(
    call: Caller, demo_folder: Path, tmp_path: Path
) -> None:
    by_name, by_number = tmp_path / "a.pdf", tmp_path / "b.pdf"
    assert call("--data", demo_folder, "print", "reminder", "--unit", "پارک علم", "-o", by_name).code == 0
    assert call("--data", demo_folder, "print", "reminder", "--unit", "۶", "-o", by_number).code == 0
    assert by_name.read_bytes() == by_number.read_bytes()


def test_a_history_is_of_one_year_where_it_is_given(call: Caller, demo_folder: Path, tmp_path: Path) -> None:
    made = {}
    for year in ("1401", "۱۴۰۲"):
        out = tmp_path / f"{year}.pdf"
        told = call("print", "history", "--data", demo_folder, "--record", "meeting:3", "--year", year, "-o", out)
        assert (told.code, told.err) == (0, "")
        made[year] = extractors.plain(extractors.pdftotext(out.read_bytes(), tmp_path))
    assert "سال ۱۴۰۱" in made["1401"]
    assert "۱۴۰۱/۱۱/" in made["1401"]
    # of meeting 3 there is something else in the next year, and nothing of this one
    assert "۱۴۰۱/۱۱/" not in made["۱۴۰۲"]
    assert "جلسهٔ ۳" in made["۱۴۰۲"]


def test_an_invitation_goes_to_one_invitee_with_all_that_the_window_offers(
    call: Caller, demo_folder: Path, tmp_path: Path
) -> None:
    out = tmp_path / "p.pdf"
    said = (
        *("--invitee", "ناهید درفشان", "--day", "1402/02/20", "--answer-until", "1402/02/21"),
        *("--reference", "پیرو نامهٔ ۴۱۲"),
        *("--note", "پارک خودرو فراهم است.", "--attachment", "نقشه", "--copy-to", "بایگانی", "--urgency", "urgent"),
        *("--classification", "confidential", "--signatory", "یاشار کوهبنانه", "--signatory-post", "جانشین دبیر"),
    )
    told = call("--data", demo_folder, "print", "invitation", "--meeting", "6", *said, "-o", out)
    assert (told.code, told.err) == (0, "")
    text = extractors.plain(extractors.pdftotext(out.read_bytes(), tmp_path))
    for wanted in (
        "درفشان",
        "۱۴۰۲/۰۲/۲۱",
        "پیرو نامهٔ ۴۱۲",
        "پارک خودرو",
        "نقشه",
        "بایگانی",
        "فوری",
        "محرمانه",
        "جانشین دبیر",
    ):
        assert wanted in text, wanted
    assert "سروستانه" not in text.split("دستور جلسه")[0]


@pytest.mark.parametrize("data", [True, False])
def test_a_letter_is_signed_and_classed_as_asked_for(
    call: Caller, demo_folder: Path, tmp_path: Path, data: bool
) -> None:
    out = tmp_path / "p.pdf"
    said = (
        "--urgency",
        "immediate",
        "--classification",
        "secret",
        "--signatory",
        "یاشار کوهبنانه",
        "--attachment",
        "الف",
    )
    folder = ("--data", demo_folder) if data else ()
    assert call(*folder, "print", "letter", "--text", "letter.txt", *said, "-o", out).code == 0
    text = extractors.plain(extractors.pdftotext(out.read_bytes(), tmp_path))
    for wanted in ("آنی", "خیلی محرمانه", "کوهبنانه", "پیوست: ۱"):
        assert wanted in text, wanted


def test_a_terminal_is_told_how_far_it_is(
    call: Caller, demo_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = PaperRenderer.make

    def slow(room: PaperRenderer, kind: PaperKind, paper: object, profile: object, told: object) -> bytes:
        assert callable(told)
        told(1, 2)
        return whole(room, kind, paper, profile)  # type: ignore[arg-type]

    monkeypatch.setattr(PaperRenderer, "make", slow)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    told = call("--data", demo_folder, "print", "register", "--all", "-o", tmp_path / "r.pdf")
    assert told.code == 0
    assert streams.for_console(words.making(1, 2), sys.stderr) in told.err
    assert told.err.endswith("\r\x1b[K")


def test_breaking_off_leaves_the_file_as_it_was(
    call: Caller, demo_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken_off(*_arguments: object) -> bytes:
        raise KeyboardInterrupt

    monkeypatch.setattr(PaperRenderer, "make", broken_off)
    out = tmp_path / "r.pdf"
    out.write_bytes(b"earlier")
    told = call("--data", demo_folder, "print", "register", "--all", "-o", out)
    assert (told.code, told.key()) == (1, "interrupted")
    assert out.read_bytes() == b"earlier"
    assert not list(tmp_path.glob("*.part")) + list(tmp_path.glob(".*.part"))


@not_on_windows("no SIGINT reaches a single process")
@pytest.mark.slow
def test_ctrl_c_ends_a_real_process_without_a_file(demo_folder: Path, tmp_path: Path) -> None:
    held = (
        "import signal, sys, time\n"
        # a run of the tests in the background ignores Ctrl+C, and its children with it
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "from desktop_app.printing.paper_renderer import PaperRenderer\n"
        "def slow(*_a):\n"
        "    print('making', flush=True)\n"
        "    time.sleep(60)\n"
        "PaperRenderer.make = slow\n"
        "from desktop_app import cli\n"
        "sys.exit(cli.main(sys.argv[1:]))\n"
    )
    out = tmp_path / "m.pdf"
    arguments = command("--data", demo_folder, "print", "register", "--all", "-o", out)[3:]
    with subprocess.Popen(
        [sys.executable, "-c", held, *arguments],
        cwd=ROOT,
        env=variables(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as asked:
        assert asked.stdout is not None
        assert asked.stderr is not None
        assert asked.stdout.readline().rstrip() == b"making"
        asked.send_signal(signal.SIGINT)
        said = asked.stderr.read().decode("utf-8")
        assert asked.wait(60) == 1
    assert said.endswith("[interrupted]\n")
    assert not out.exists()
