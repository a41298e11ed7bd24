"""How the program is called, what it says of a wrong call, and how every answer ends."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from desktop_app import VERSION, cli
from desktop_app.cli import answers
from desktop_app.cli.parser import complaint
from desktop_app.faults import log
from desktop_app.words import commands as words
from tests.cli.caller import Caller, Told, command, run_apart, variables, written
from tests.conftest import ROOT

VERBS = ((), ("demo",), ("print",), ("print", "minutes"), ("print", "letter"), ("search",), ("check",))
ENGLISH = ("usage", "options:", "positional", "optional", "show this", "exit", "default", "argument")


@pytest.mark.parametrize("verb", VERBS)
def test_the_help_of_every_command_is_persian(call: Caller, verb: tuple[str, ...]) -> None:
    told = call(*verb, "--help")
    assert (told.code, told.err) == (0, "")
    assert told.out.startswith(words.USAGE)
    assert words.HELP in told.out
    assert not [word for word in ENGLISH if word in told.out.lower()]


def test_the_window_is_wanted_when_no_command_is_given(call: Caller) -> None:
    assert call().code is None
    assert call("--demo").code is None
    assert call("--data", "x").code is None


def test_the_version_is_told(call: Caller) -> None:
    assert call("--version") == Told(0, f"دبیرخانه {VERSION}\n", "")


MISUSE = (
    (["nothing"], "«\u2066nothing\u2069» فرمان شناخته‌ای نیست."),
    (["print"], "«\u2066KIND\u2069»"),
    (["print", "poem"], "فرمان شناخته‌ای نیست"),
    (["print", "minutes", "-o", "x.pdf"], "--meeting"),
    (["print", "minutes", "--meeting", "3"], "-o/--output"),
    (["print", "minutes", "--meeting", "سه", "-o", "x.pdf"], words.NOT_A_NUMBER),
    (["print", "minutes", "--meeting", f"{10**30}", "-o", "x.pdf"], words.NUMBER_TOO_LARGE),
    (["print", "letter", "--text", "", "-o", "x.pdf"], words.NOT_A_PATH),
    *(
        (["print", "letter", "--text", "a.txt", "-o", name], words.NOT_A_PAPER)
        for name in ("m", "m.doc", "x.html", ".pdf")
    ),
    (["print", "letter", "--text", "a.txt", "-o", "m.docx", "--profile", "a-3b"], words.PROFILE_OF_PDF),
    (["search"], "QUERY"),
    (["search", "x", "--limit"], "«\u2066--limit\u2069» مقدار می‌خواهد"),
    (["search", "x", "--limit", "many"], words.NOT_A_NUMBER),
    (["check", "--json=yes"], "مقدار نمی‌گیرد"),
    (["check", "--js"], "شناخته نیست"),
    (["check", "more"], "شناخته نیست"),
    (["check", "--data"], "مقدار می‌خواهد"),
    (["demo", "--today", "1402/02/23"], words.NOT_A_DAY),
    (["demo", "--today", "2023-02-30"], words.NOT_A_DAY),
    (["demo", "--today", "20230513"], words.NOT_A_DAY),
    (["demo", "--today", "0001-01-01"], words.NOT_A_DAY),
    (["--demo", "check"], words.ONLY_WINDOW),
    (["--data", " "], words.NOT_A_PATH),
)


@pytest.mark.parametrize(("arguments", "said"), MISUSE)
def test_a_wrong_call_ends_with_2_and_one_persian_sentence(call: Caller, arguments: list[str], said: str) -> None:
    told = call(*arguments)
    assert (told.code, told.out) == (2, "")
    assert told.key() == "usage"
    assert said in told.err
    sentence = told.err.removesuffix("[usage]\n")
    assert not [word for word in ENGLISH if word in sentence.lower()]


def test_a_complaint_that_nobody_knows_is_told_in_general() -> None:
    assert complaint("something new in argparse") == words.USAGE_WRONG


@pytest.mark.parametrize(("years", "scale"), [(-1, 1), (0, 0), (51, 1), (1, 51)])
def test_a_demo_has_its_limits(call: Caller, tmp_path: Path, years: int, scale: int) -> None:
    told = call("demo", "--data", tmp_path / "x", f"--years={years}", f"--scale={scale}")
    assert (told.code, told.key()) == (1, "demo_range")
    assert not (tmp_path / "x").exists()


# ---- ends


def test_a_fault_ends_with_1_and_lies_in_the_log_of_the_data(
    call: Caller, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_asked: object) -> int:
        raise ZeroDivisionError("inside")

    monkeypatch.setattr(answers, "check", broken)
    told = call("check", "--data", tmp_path)
    assert (told.code, told.out) == (1, "")
    assert told.key() == "unforeseen:ZeroDivisionError"
    written = (tmp_path / "log" / cli.LOG_NAME).read_text(encoding="utf-8")
    assert "builtins.ZeroDivisionError" in written
    assert "command line" in written
    assert "inside" not in written, "a message may hold what the operator typed"


def test_the_log_of_an_earlier_version_that_kept_values_goes_with_the_next_fault(
    call: Caller, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_asked: object) -> int:
        raise ZeroDivisionError

    monkeypatch.setattr(answers, "check", broken)
    (tmp_path / "log").mkdir()
    (tmp_path / "log" / cli.UNFILTERED).write_text("[parameters: ('رضایی',)]", encoding="utf-8")
    call("check", "--data", tmp_path)
    assert [one.name for one in (tmp_path / "log").iterdir()] == [cli.LOG_NAME]


def test_the_log_of_faults_is_turned_over(call: Caller, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_asked: object) -> int:
        raise ZeroDivisionError

    monkeypatch.setattr(answers, "check", broken)
    monkeypatch.setattr(log, "LARGEST", 2000)
    for _ in range(30):
        call("check", "--data", tmp_path)
    files = sorted((tmp_path / "log").iterdir())
    assert [one.name for one in files] == [cli.LOG_NAME, *(f"{cli.LOG_NAME}.{number}" for number in (1, 2, 3))]
    assert all(one.stat().st_size <= 2000 for one in files)


def test_a_fault_without_any_place_to_log_is_told_all_the_same(
    call: Caller, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_asked: object) -> int:
        raise ZeroDivisionError

    monkeypatch.setattr(answers, "check", broken)
    (tmp_path / "log").write_text("a file where the folder should be", encoding="utf-8")
    assert call("check", "--data", tmp_path).key() == "unforeseen:ZeroDivisionError"


def test_an_interrupted_command_says_so(call: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_asked: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(answers, "check", interrupted)
    told = call("check")
    assert (told.code, told.key()) == (1, "interrupted")


@pytest.mark.parametrize("encoding", ["cp1252:strict", "ascii:strict"])
def test_a_console_of_another_encoding_gets_utf_8(encoding: str) -> None:
    told = run_apart("--version", PYTHONIOENCODING=encoding, LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert told == Told(0, f"دبیرخانه {VERSION}\n", "")
    wrong = run_apart("nothing", PYTHONIOENCODING=encoding, LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert wrong.code == 2
    assert wrong.key() == "usage"


def test_whoever_stops_reading_is_no_error(demo_folder: Path) -> None:
    with subprocess.Popen(
        command("search", "--data", demo_folder, "جلسه", "--json"),
        cwd=ROOT,
        env=variables(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as asked:
        assert asked.stdout is not None
        assert asked.stderr is not None
        asked.stdout.close()
        said = asked.stderr.read().decode("utf-8")
        assert asked.wait(60) == 0
    # the demo lies years back, and that alone is told
    assert said.count("\n") == 1
    assert "[clock_ahead]" in said


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_an_answer_that_finds_no_room_ends_with_1(demo_folder: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            command("check", "--data", demo_folder),
            cwd=ROOT,
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            timeout=60,
        )
    warned, refused = written(done.stderr).splitlines(keepends=True)
    assert "[clock_ahead]" in warned
    assert Told(done.returncode, "", refused).key() == "answer_not_written"
    assert done.returncode == 1
