"""What is banned for Windows is found where it is planted, and `dev.py check` says what to write instead."""

from __future__ import annotations

import pytest

from devtools import ROOT, checks, environment, windows_rules
from devtools.source import Module
from devtools.windows_rules import (
    ENDINGS,
    OF_ALL,
    OF_THE_PROGRAM,
    Rule,
    no_key_is_taken_with_control_and_alt,
    no_mask_of_modifiers_is_turned_round,
    temporary_files_lie_in_no_folder_of_the_operator,
    text_is_read_and_written_with_its_encoding,
    the_disk_is_asked_where_its_refusal_is_caught,
    what_lies_in_a_place_is_asked_of_paths,
)

_HELD_KEYS = "from desktop_app.widgets.controls.button"

PLANTED: dict[Rule, list[str]] = {
    no_mask_of_modifiers_is_turned_round: [
        "held = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier",
        "held = ~KeyboardModifier.ShiftModifier & event.modifiers()",
        "_KEYPAD = Qt.KeyboardModifier.KeypadModifier\nplain = not event.modifiers() & ~_KEYPAD",
        "_KEYPAD: Final = Qt.KeyboardModifier.KeypadModifier\nplain = ~_KEYPAD",
        "plain = ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.AltModifier)",
        "free = ~event.modifiers()",
        *(f"{_HELD_KEYS} import {name}\nfree = held & ~{name}" for name in ("SHIFT", "CONTROL", "ALT")),
        f"{_HELD_KEYS} import ALT, SHIFT, held_keys\nfree = ~(ALT | SHIFT)",
        f"{_HELD_KEYS} import SHIFT as _SHIFT\nfree = ~_SHIFT",
        f"{_HELD_KEYS} import SHIFT\n_FREE = SHIFT\nfree = ~_FREE",
        "from desktop_app.widgets.controls import button\nfree = ~button.CONTROL",
    ],
    no_key_is_taken_with_control_and_alt: [
        'add_action(page, "x", "Ctrl+Alt+S", act)',
        'add_action(page, "x", ("F3", "Ctrl+Shift+Alt+S"), act)',
        'key = QKeySequence("Alt+Ctrl+S")',
    ],
    temporary_files_lie_in_no_folder_of_the_operator: [
        "tempfile.TemporaryFile(dir=folder)",
        "tempfile.mkstemp(suffix, prefix, folder)",
        "with TemporaryDirectory(dir=str(folder)) as made:\n    pass",
        'NamedTemporaryFile("wb", dir=folder)',
    ],
    the_disk_is_asked_where_its_refusal_is_caught: [
        "os.path.realpath(path)",
        "import pathlib\npath.resolve()",
        "import pathlib\none.samefile(other)",
        "import pathlib\npath.lstat()",
        "import pathlib\ntry:\n    path.stat()\nexcept ValueError:\n    pass",
        "import pathlib\ntry:\n    pass\nexcept OSError:\n    path.stat()",
        "with suppress(KeyError):\n    os.path.realpath(path)",
    ],
    what_lies_in_a_place_is_asked_of_paths: [
        "from pathlib import Path\nPath(name).exists()",
        "from pathlib import Path\nfolder.is_dir()",
        "import pathlib\nfile.is_file()",
    ],
    text_is_read_and_written_with_its_encoding: [
        "path.read_text()",
        "path.write_text(text)",
        "open(file)",
        'open(file, "w")',
        'path.open("a")',
        'path.open(mode="r")',
        "subprocess.run(command, text=True)",
        "subprocess.Popen(command, universal_newlines=True)",
        "with path.open() as file:\n    pass",
        "with suppress(OSError), path.open(buffering=1) as file:\n    pass",
        "for line in path.open():\n    pass",
        "json.load(path.open())",
        'subprocess.run(command, errors="replace")',
        "subprocess.check_output(command, errors=how)",
        'NamedTemporaryFile("w")',
        "os.fdopen(number)",
        "RotatingFileHandler(file)",
    ],
}
ALLOWED: dict[Rule, list[str]] = {
    no_mask_of_modifiers_is_turned_round: [
        "state = self.windowState() & ~self.windowState().WindowMinimized",
        "all = ~Changed.NOTHING",
        "held = event.modifiers() & Qt.KeyboardModifier.ControlModifier",
        "from somewhere import SHIFT\nfree = ~SHIFT",
        f"{_HELD_KEYS} import SHIFT\nallowed = held <= {{SHIFT}}\nrest = ~mask",
    ],
    no_key_is_taken_with_control_and_alt: ['add_action(page, "x", ("Ctrl+S", "Alt+2", "Ctrl+Shift+S"), act)'],
    temporary_files_lie_in_no_folder_of_the_operator: ['tempfile.mkdtemp(prefix="demo-")', "folder(dir=1)"],
    the_disk_is_asked_where_its_refusal_is_caught: [
        "try:\n    os.path.realpath(path)\nexcept (OSError, ValueError):\n    pass",
        "import pathlib\nwith suppress(OSError):\n    path.resolve()",
        "from pathlib import Path\nPath(__file__).resolve()",
        "pair.resolve()",
    ],
    what_lies_in_a_place_is_asked_of_paths: ["select(row).exists()", "import pathlib\nis_file(path)"],
    text_is_read_and_written_with_its_encoding: [
        'path.read_text(encoding="utf-8")',
        'path.open("rb")',
        'open(file, "wb")',
        "dialog.open()",
        "if not database.open():\n    pass",
        "with path.open(mode) as file:\n    pass",
        "ask(lambda: dialog.open())",
        'subprocess.run(command, encoding="utf-8", errors="replace")',
        "subprocess.run(command, errors=None)",
        "reader.open(pdf)",
        "subprocess.run(command)",
        "run(**options)",
        'NamedTemporaryFile("wb")',
        "TemporaryFile()",
    ],
}


def _found(rule: Rule, source: str) -> list[str]:
    return list(rule(Module("desktop_app/domain/x.py", source)))


@pytest.mark.parametrize(("rule", "source"), [(rule, one) for rule, all_of in PLANTED.items() for one in all_of])
def test_a_planted_breach_is_found_once(rule: Rule, source: str) -> None:
    lines = source.count("\n")
    (place,) = _found(rule, source)
    assert place.startswith("desktop_app/domain/x.py:")
    assert 1 <= int(place.rpartition(":")[2]) <= lines + 1


@pytest.mark.parametrize(("rule", "source"), [(rule, one) for rule, all_of in ALLOWED.items() for one in all_of])
def test_what_works_everywhere_is_left_alone(rule: Rule, source: str) -> None:
    assert _found(rule, source) == []


def test_every_rule_is_planted() -> None:
    assert set(PLANTED) == set(ALLOWED) == {*OF_THE_PROGRAM, *OF_ALL}


def test_the_source_breaks_none() -> None:
    assert list(windows_rules.breaches()) == []


def test_what_packs_the_program_is_asked_too() -> None:
    paths = {module.path for module in windows_rules.sources()}
    assert {"dev.py", "desktop_app/system/paths.py", "devtools/source.py", "tests/systems.py"} <= paths
    packing = {file.relative_to(ROOT).as_posix() for file in (ROOT / "packaging").rglob("*") if file.suffix in ENDINGS}
    assert packing
    assert packing <= paths


def test_tests_and_tools_are_asked_for_encodings_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    both = "from pathlib import Path\nPath(name).exists()\nPath(name).read_text()"
    monkeypatch.setattr(windows_rules, "sources", lambda: iter([Module("tests/x.py", both)]))
    (breach,) = windows_rules.breaches()
    assert breach.startswith("tests/x.py:3: Write encoding=")


@pytest.mark.parametrize("rule", [*OF_THE_PROGRAM, *OF_ALL], ids=lambda rule: rule.__name__)
def test_check_fails_by_a_breach_and_says_what_to_write(
    rule: Rule, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """All other checks pass; the whole of `dev.py check` does not."""
    monkeypatch.setattr(environment, "ready", lambda _needs: True)
    monkeypatch.setattr(environment, "tool", lambda *_command: 0)
    monkeypatch.setattr(checks, "contracts", lambda: 0)
    monkeypatch.setattr(checks, "forms_fresh", lambda: 0)
    planted: list[Module] = []
    monkeypatch.setattr(windows_rules, "sources", lambda: iter(planted))
    assert checks.check([]) == 0
    planted.append(Module("desktop_app/x.py", PLANTED[rule][0]))
    assert checks.check([]) == 1
    told = capsys.readouterr().err
    assert "desktop_app/x.py:" in told
    assert (rule.__doc__ or "?").splitlines()[0] in told
    assert "check failed: bans for Windows" in told
