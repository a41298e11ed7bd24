"""What is handed out for Windows: what a bundle holds, how large it may be, its name, and when it is a release."""

from __future__ import annotations

import os
import re
import subprocess
import time
import zipfile
from collections.abc import Callable
from pathlib import Path, PurePosixPath

import pytest

from desktop_app.window.shell.single import MODEL_ID
from devtools import ROOT, environment
from devtools.windows import (
    bundle,
    contents,
    installer,
    machine,
    package,
    program_resources,
    setup_texts,
    signing,
    tested_sources,
)
from devtools.windows.bundle import Bundle, PackageFailed
from devtools.windows.desktop import Desktop
from devtools.windows.steps import Steps, require
from devtools.windows.twice import compared, difference, places, require_sources
from tests.systems import not_on_windows

OURS = 12_000_000
"""Bytes that the data of the program itself may take: with the components the bundle stays within its limit."""


def made_bundle(folder: Path, **files: bytes) -> Bundle:
    made = Bundle(folder / program_resources.WINDOW)
    for name, content in files.items():
        file = made.folder / name.replace("__", "/")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    return made


def pinned(lock: Path) -> dict[str, str]:
    return dict(re.findall(r"^([a-z0-9._-]+)==(\S+)", lock.read_text(encoding="utf-8"), re.MULTILINE))


# ---- contents and sizes


@pytest.mark.parametrize(
    "place",
    [
        "PySide6/opengl32sw.dll",
        "PySide6\\Qt6Quick.dll",
        "PySide6/Qt6QmlModels.dll",
        "PySide6/plugins/sqldrivers/qsqlmimer.dll",
        "PySide6/plugins/platforms/qdirect2d.dll",
        "PySide6/translations/qtbase_de.qm",
        "tzdata/zoneinfo/Europe/Paris",
        "libcrypto-3.dll",
        "pikepdf-10.18.0.dist-info/METADATA",
        "reportlab/tests/test_images.py",
        "lxml/includes/lxml-version.h",
    ],
)
def test_what_no_window_needs_stays_out(place: str) -> None:
    assert contents.is_left_out(place)


@pytest.mark.parametrize(
    "place",
    [
        "PySide6/Qt6Core.dll",
        "PySide6/Qt6Widgets.dll",
        "PySide6/Qt6Network.dll",
        "PySide6\\plugins\\platforms\\qwindows.dll",
        "PySide6/translations/qtbase_fa.qm",
        "tzdata/zoneinfo/Asia/Tehran",
        "desktop_app/_resources/fonts/Vazirmatn-Regular.ttf",
        "desktop_app/_resources/demo/committee.json",
        "pikepdf/sRGB.icc",
        "sqlite3.dll",
    ],
)
def test_what_the_program_needs_goes_along(place: str) -> None:
    assert not contents.is_left_out(place)


def test_the_runtime_of_c_lies_there_once() -> None:
    entries = [
        ("PySide6\\MSVCP140.dll", "C:\\old\\MSVCP140.dll", "BINARY"),
        ("shiboken6\\msvcp140.dll", "C:\\shiboken6\\msvcp140.dll", "BINARY"),
        ("PySide6\\Qt6Core.dll", "C:\\Qt6Core.dll", "BINARY"),
    ]
    assert contents.once(entries) == [entries[2], ("msvcp140.dll", "C:\\shiboken6\\msvcp140.dll", "BINARY")]


def test_the_data_of_the_program_itself_leave_room_for_the_components() -> None:
    files = {
        file
        for folder, _, pattern in contents.DATA
        for file in (ROOT / folder).rglob(pattern)
        if file.is_file() and "__pycache__" not in file.parts
    }
    size = sum(file.stat().st_size for file in files)
    assert 1_000_000 < size < OURS, f"{size} bytes of data of our own"


def test_every_pattern_of_data_finds_something() -> None:
    assert [entry for entry in contents.DATA if not list((ROOT / entry[0]).rglob(entry[2]))] == []


def test_the_build_set_is_the_runtime_set_and_what_packs_it() -> None:
    """A component that came in by another door would be megabytes that nobody asked for."""
    runtime = pinned(ROOT / "packaging" / "requirements.lock")
    build = pinned(bundle.LOCK)
    packs = {"pyinstaller", "pyinstaller-hooks-contrib", "altgraph", "pefile", "pywin32-ctypes", "setuptools"}
    assert set(build) - set(runtime) == packs
    assert {name: build[name] for name in build if name in runtime and build[name] != runtime[name]} == {}


def test_the_limits_of_size_are_those_agreed() -> None:
    assert (installer.LARGEST, installer.GOAL, bundle.LARGEST) == (45_000_000, 35_000_000, 110_000_000)


@not_on_windows("the package is made by programs of Debian")
def test_a_bundle_over_its_limit_fails_its_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    large = made_bundle(tmp_path, file=b"")
    os.truncate(large.folder / "file", bundle.LARGEST + 1)
    monkeypatch.setattr(package, "build", lambda _machine: large)
    monkeypatch.setattr(machine, "ready", lambda *_: machine.Machine(tmp_path))
    made = package.Package(installer.Edition())
    steps = Steps()
    steps.take("machine", lambda: package.make_machine(made))
    steps.take("bundle", lambda: package.make_bundle(made, anew=True))
    assert steps.failed == ["bundle"]
    assert "at most 110.0" in steps.done[-1].detail


def test_a_setup_over_its_limit_fails_its_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    setup = tmp_path / "x-setup.exe"
    setup.touch()
    os.truncate(setup, installer.LARGEST + 1)
    monkeypatch.setattr(installer, "setup", lambda *_, **__: setup)
    made = package.Package(installer.Edition(), bundle=made_bundle(tmp_path))
    with pytest.raises(PackageFailed, match=r"45.0 MB, at most 45.0"):
        package.make_setup(made, None)


# ---- names, and what is a release


def test_what_is_no_release_is_called_so() -> None:
    assert installer.Edition("1.2.3").stem == "Dabirkhaneh-1.2.3"
    assert installer.Edition("1.2.3", installer.NOT_A_RELEASE).stem == "Dabirkhaneh-1.2.3-not-a-release"


@pytest.mark.parametrize(
    ("clean", "untested", "found"),
    [
        (True, None, []),
        (True, "NOT RUN: windows", ["NOT RUN: windows"]),
        (False, None, ["The files are not those of a commit; commit them first."]),
    ],
)
def test_only_a_clean_commit_that_passed_on_windows_is_a_release(
    monkeypatch: pytest.MonkeyPatch, clean: bool, untested: str | None, found: list[str]
) -> None:
    monkeypatch.setattr(tested_sources, "sources", lambda: tested_sources.Sources("c0ffee", clean))
    monkeypatch.setattr(tested_sources, "objection", lambda: untested)
    assert package.release_objections() == found


def _packaged(folder: Path, monkeypatch: pytest.MonkeyPatch, found: list[list[str]], step: Callable[[], str]) -> int:
    """The verb over a build of one file and this trial; the objections are asked for in turn."""

    def make(made: package.Package, steps: Steps, **_: bool) -> None:
        made.bundle = made_bundle(folder)
        made.files.append(folder / "dist" / f"{made.edition.stem}-setup.exe")
        made.files[0].parent.mkdir()
        made.files[0].write_bytes(b"MZ")
        steps.take("setup", lambda: "made")

    monkeypatch.setattr(package, "DIST", folder / "dist")
    monkeypatch.setattr(package, "make", make)
    monkeypatch.setattr(package, "release_objections", lambda: found.pop(0))
    monkeypatch.setattr(package, "try_package", lambda made, steps, asked: steps.take("trial", step))
    monkeypatch.setattr(environment, "ready", lambda needs: True)
    return package.package([])


def test_what_was_built_and_tried_without_an_objection_is_a_release(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert _packaged(tmp_path, monkeypatch, [[], []], lambda: "well") == 0
    assert [file.name for file in (tmp_path / "dist").iterdir()] == [f"{installer.Edition().stem}-setup.exe"]


def test_files_changed_while_it_was_built_leave_nothing_that_is_called_a_release(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _packaged(tmp_path, monkeypatch, [[], ["files have changed since"]], lambda: "well") == package.NO_RELEASE
    assert not (tmp_path / "dist").exists()
    told = capsys.readouterr().err
    assert "NOT A RELEASE: files have changed since" in told
    assert "--built" in told


def test_a_trial_that_failed_leaves_nothing_that_is_called_a_release(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> str:
        raise PackageFailed("it does not start")

    assert _packaged(tmp_path, monkeypatch, [[], []], fail) == 1
    assert not (tmp_path / "dist").exists()


def test_a_build_that_was_broken_off_leaves_nothing_that_is_called_a_release(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_off() -> str:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        _packaged(tmp_path, monkeypatch, [[], []], break_off)
    assert not (tmp_path / "dist").exists()


def test_what_is_called_no_release_stays_to_be_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    untested = "NOT RUN: windows"
    assert _packaged(tmp_path, monkeypatch, [[untested], [untested]], lambda: "well") == package.NO_RELEASE
    assert [file.name for file in (tmp_path / "dist").iterdir()] == [
        f"{installer.Edition(label=installer.NOT_A_RELEASE).stem}-setup.exe"
    ]


def test_the_shortcuts_have_the_name_that_the_program_gives_its_windows() -> None:
    """Two names would be two groups in the taskbar; Wine keeps none of a shortcut, so it cannot be read there."""
    script = (installer.SOURCES / "shortcut.nsh").read_text(encoding="utf-8")
    assert re.findall(r'^!define MODEL_ID "(.*)"$', script, re.MULTILINE) == [MODEL_ID]


def test_the_version_is_four_numbers_for_windows() -> None:
    assert program_resources.numbers("1.2.3") == (1, 2, 3, 0)
    assert program_resources.texts("x.exe", "1.2.3")["042904B0"]["FileVersion"] == "1.2.3"


# ---- what a setup and an archive carry


def test_the_list_of_a_setup_names_files_first_then_folders_from_the_deepest_up() -> None:
    files = [PurePosixPath(name) for name in ("a.exe", "_internal/b/c.dll", "_internal/d.dll")]
    assert installer.listed(files).split("\n") == [
        "[files]",
        "_internal\\b\\c.dll=1",
        "_internal\\d.dll=1",
        "a.exe=1",
        "[folders]",
        "+_internal\\b=1",
        "+_internal=1",
        "",
    ]


@not_on_windows("the package is made by programs of Debian")
def test_the_portable_archive_keeps_its_data_beside_it_and_is_the_same_each_time(tmp_path: Path) -> None:
    made = made_bundle(tmp_path, **{"Dabirkhaneh.exe": b"MZ", "_internal__x.dll": b"MZ"})
    first = installer.portable(made, tmp_path / "one", installer.Edition("1.2.3"))
    second = installer.portable(made, tmp_path / "two", installer.Edition("1.2.3"))
    with zipfile.ZipFile(first) as archive:
        names = archive.namelist()
    wanted = ["Dabirkhaneh.exe", "_internal/x.dll", "licence.txt", "portable.ini"]
    assert names == [f"Dabirkhaneh/{name}" for name in wanted]
    assert first.read_bytes() == second.read_bytes()


@not_on_windows("sha256sum is a program of Debian")
def test_the_list_of_hashes_is_read_by_sha256sum(tmp_path: Path) -> None:
    files = [tmp_path / "b-portable.zip", tmp_path / "a-setup.exe"]
    for file in files:
        file.write_bytes(file.name.encode())
    (tmp_path / installer.SUMS).write_text(installer.sums(files), encoding="utf-8")
    check = ["sha256sum", "--strict", "-c", installer.SUMS]
    assert subprocess.run(check, cwd=tmp_path, capture_output=True, check=False).returncode == 0
    files[0].write_bytes(b"changed on the way")
    told = subprocess.run(check, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)
    assert (told.returncode, told.stdout) == (1, "a-setup.exe: OK\nb-portable.zip: FAILED\n")


def test_without_a_certificate_the_programs_stay_as_they_are_and_it_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in (signing.PFX, signing.CERTIFICATE):
        monkeypatch.delenv(name, raising=False)
    made = made_bundle(tmp_path, **{"Dabirkhaneh.exe": b"MZ"})
    assert not signing.is_wanted()
    assert "NOT SIGNED" in package.sign_programs(made, None)
    assert (made.folder / "Dabirkhaneh.exe").read_bytes() == b"MZ"


def test_what_is_built_on_a_real_windows_is_complete_and_called_no_release(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def written(name: str) -> Callable[[Bundle, Path, installer.Edition], Path]:
        def write(_bundle: Bundle, out: Path, edition: installer.Edition) -> Path:
            out.mkdir(exist_ok=True)
            (out / f"{edition.stem}{name}").write_bytes(name.encode())
            return out / f"{edition.stem}{name}"

        return write

    monkeypatch.setattr(installer, "DIST", tmp_path / "dist")
    kinds = {"setup": "-setup.exe", "portable": "-portable.zip", "bill": ".cdx.json"}
    for kind, name in kinds.items():
        monkeypatch.setattr(installer, kind, written(name))
    assert installer.main([str(tmp_path)]) == 0
    stem = installer.Edition(label=installer.NOT_A_RELEASE).stem
    files = {f"{stem}{name}" for name in kinds.values()}
    assert {file.name for file in (tmp_path / "dist").iterdir()} == {*files, installer.SUMS}
    listed = (tmp_path / "dist" / installer.SUMS).read_text(encoding="utf-8")
    assert {line.partition(" *")[2] for line in listed.splitlines()} == files


# ---- the texts of the setup


def test_signs_of_a_sentence_keep_to_their_words_and_names_of_files_stay_plain() -> None:
    texts = '; a note (plain).\n!define NAME "دبیرخانه"\n!define IS_OPEN "«دبیرخانه» باز است.$\\r$\\nببندید:"\n'
    mark = setup_texts.RLM
    assert setup_texts.marked(texts).split("\n")[1:] == [
        '!define NAME "دبیرخانه"',
        f'!define IS_OPEN "{mark}{mark}«دبیرخانه»{mark} باز است.{mark}$\\r$\\nببندید:{mark}"',
        "",
    ]


def test_every_text_of_the_setup_is_used_and_every_used_one_is_there() -> None:
    script = (installer.SOURCES / "setup.nsi").read_text(encoding="utf-8")
    texts = (installer.SOURCES / "texts.nsh").read_text(encoding="utf-8")
    told = set(re.findall(r"^!define (\w+) ", texts, re.MULTILINE))
    assert {name for name in told if not name.startswith("MUI_") and f"${{{name}}}" not in script + texts} == set()
    assert "${" not in re.sub(r"\$\{(SHOWN_VERSION)\}", "", texts)


def test_the_version_is_shown_in_persian_digits_and_a_trial_is_called_one() -> None:
    assert setup_texts.shown_version("1.20.3", release=True) == "۱.۲۰.۳"
    assert setup_texts.shown_version("1.20.3", release=False) == "۱.۲۰.۳ (آزمایشی)"


def test_the_page_of_the_licence_reads_in_both_directions() -> None:
    page = setup_texts.rich("پروانه {ما}\n", "MIT License\n\nline one\nline two\n").decode("ascii")
    assert (page[:6], page[-1]) == ("{\\rtf1", "}")
    assert "\\rtlpar\\qr\\sa80 \\u1662?\\u1585?" in page
    assert "\\{\\u1605?\\u1575?\\}" in page
    assert "\\ltrpar\\ql\\sa80 line one line two" in page


# ---- the desktop of the trials


def test_a_window_that_gives_way_to_the_next_was_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = [[], ["4194305"], []]
    monkeypatch.setattr(Desktop, "windows", lambda *_: answers.pop(0))
    monkeypatch.setattr(time, "sleep", lambda _: None)
    assert Desktop(machine.Machine(tmp_path), tmp_path, ":9").window("دبیرخانه") == "4194305"


# ---- two builds


def test_two_builds_differ_by_content_and_by_files_of_one_alone(tmp_path: Path) -> None:
    first = made_bundle(tmp_path / "1", **{"a.exe": b"1", "b.dll": b"1", "c": b"1"})
    second = made_bundle(tmp_path / "2", **{"a.exe": b"2", "b.dll": b"1", "d": b"1"})
    found = difference(places(first), places(second))
    assert (found.alone, found.content) == (("c", "d"), ("a.exe",))
    assert found.unnamed() == ("c", "d", "a.exe")
    assert found.unnamed(["*"]) == ("c", "d")


def test_an_exception_is_for_the_content_of_a_named_file_alone(tmp_path: Path) -> None:
    first = made_bundle(tmp_path / "1", **{"a.exe": b"1", "b.dll": b"1"})
    second = made_bundle(tmp_path / "2", **{"a.exe": b"2", "b.dll": b"1"})
    assert compared(first, first) == "2 files, the same names and contents without an exception"
    with pytest.raises(PackageFailed, match=r"1 differ: a\.exe"):
        compared(first, second)
    assert "but those of a.exe" in compared(first, second, ["*.exe"])


@pytest.mark.parametrize(
    ("told", "named"), [("1111111 with changes\n", "1111111 with changes"), (None, "a commit that it does not tell")]
)
def test_a_bundle_of_other_sources_is_not_compared_and_they_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: str | None, named: str
) -> None:
    first = made_bundle(tmp_path, **{"a.exe": b"1"})
    if told is not None:
        (tmp_path / bundle.BUILT_FROM).write_text(told, encoding="utf-8")
    monkeypatch.setattr(tested_sources, "sources", lambda: tested_sources.Sources("2222222", clean=True))
    with pytest.raises(PackageFailed, match=f"was built from {named}, and the sources are those of 2222222;"):
        require_sources(first)
    (tmp_path / bundle.BUILT_FROM).write_text("2222222\n", encoding="utf-8")
    assert require_sources(first) == "both builds are of 2222222"


# ---- steps


def test_a_step_that_fails_is_told_and_the_next_is_taken(capsys: pytest.CaptureFixture[str]) -> None:
    steps = Steps()
    steps.take("first", lambda: "done")

    def wrong() -> str:
        require(False, "it does not hold")
        return "never"

    steps.take("second", wrong)
    steps.take("third", lambda: "done, too")
    assert steps.failed == ["second"]
    assert "FAILED" in capsys.readouterr().out.splitlines()[1]
    table = steps.table().splitlines()
    assert [row.split("|")[1:3] for row in table[2:]] == [
        [" first ", " ok "],
        [" second ", " FAILED "],
        [" third ", " ok "],
        [" together ", " 1 failed "],
    ]


def test_a_fault_of_the_step_itself_is_a_failed_step(capsys: pytest.CaptureFixture[str]) -> None:
    steps = Steps()
    found: dict[str, str] = {}
    steps.take("first", lambda: found["what the report lacks"])
    steps.take("second", lambda: "done")
    assert steps.failed == ["first"]
    assert steps.done[0].detail == "KeyError: 'what the report lacks'"
    assert "Traceback" in capsys.readouterr().err
