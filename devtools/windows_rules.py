"""Bans of what works on Linux and fails on Windows, with what to write instead; the check of `dev.py check`.

Each rule gives the places of one module that break it; its docstring is what is told beside them.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Callable, Iterator
from typing import Final

from devtools import ROOT
from devtools.source import APP, Module, called_name, modules

Rule = Callable[[Module], Iterator[str]]
PLACES: Final = "desktop_app/system/paths.py"
_TEMPORARY: Final = {
    "NamedTemporaryFile": 7,
    "SpooledTemporaryFile": 8,
    "TemporaryDirectory": 2,
    "TemporaryFile": 6,
    "mkdtemp": 2,
    "mkstemp": 2,
}
"""By function of tempfile: the place of its folder among the arguments."""
_ASKING: Final = {"realpath", "resolve", "samefile", "stat", "lstat"}
_WITH_WORDS: Final = {"exists", "is_dir", "is_file"}
_CATCHING: Final = {"OSError", "Exception", "BaseException"}
_CHORD: Final = re.compile(r"ctrl\+(shift\+)?alt\+|alt\+(shift\+)?ctrl\+", re.IGNORECASE)
_LOG_FILES: Final = {"FileHandler", "RotatingFileHandler", "TimedRotatingFileHandler", "WatchedFileHandler"}
_TEXT_FILES: Final = {"read_text", "write_text", "fdopen", "TextIOWrapper"} | _LOG_FILES
_PROCESSES: Final = {"run", "Popen", "check_output", "check_call", "call"}
_KEYS: Final = {"SHIFT", "CONTROL", "ALT"}
"""The modifiers as controls/button.py names them for the modules that compare with them."""
ENDINGS: Final = {".py", ".spec"}
"""Of the files by which the program is packed."""


def no_mask_of_modifiers_is_turned_round(module: Module) -> Iterator[str]:
    """Compare held_keys(event) of widgets/controls/button.py with a set: turned round, one drops the others."""
    imported = {
        one.asname or one.name
        for node in module.nodes
        if isinstance(node, ast.ImportFrom) and (node.module or "").endswith(".controls.button")
        for one in node.names
        if one.name in _KEYS
    }
    aliases = imported | {
        target.id
        for node in module.nodes
        if isinstance(node, ast.Assign | ast.AnnAssign)
        and node.value is not None
        and _names_modifier(node.value, imported)
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
        if isinstance(target, ast.Name)
    }
    for node in module.nodes:
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Invert) and _names_modifier(node.operand, aliases):
            yield module.at(node)


def _names_modifier(node: ast.expr, aliases: set[str]) -> bool:
    return any(
        (isinstance(part, ast.Attribute) and part.attr in {"KeyboardModifier", "modifiers", "keyboardModifiers"})
        or (isinstance(part, ast.Attribute) and part.attr in _KEYS and ast.unparse(part.value).endswith("button"))
        or (isinstance(part, ast.Name) and part.id in aliases | {"KeyboardModifier"})
        for part in ast.walk(node)
    )


def no_key_is_taken_with_control_and_alt(module: Module) -> Iterator[str]:
    """Choose other keys: with Ctrl and Alt Windows tells AltGr, by which letters are typed."""
    for node in module.nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and _CHORD.match(node.value):
            yield module.at(node)


def temporary_files_lie_in_no_folder_of_the_operator(module: Module) -> Iterator[str]:
    """Open a name of your own with "xb" and remove it: tempfile tries for ever in a folder that refuses."""
    for call in module.calls:
        place = _TEMPORARY.get(called_name(call))
        given = place is not None and len(call.args) > place
        if given or (place is not None and any(word.arg == "dir" for word in call.keywords)):
            yield module.at(call)


def the_disk_is_asked_where_its_refusal_is_caught(module: Module) -> Iterator[str]:
    """Put it into a try that catches OSError: for a device or a name that cannot be, Windows raises."""
    # a method of our own may have such a name
    asking = _ASKING if "pathlib" in module.text else {"realpath"}
    caught = _caught(module)
    for call in module.calls:
        if called_name(call) in asking and id(call) not in caught and not _of_the_program(call):
            yield module.at(call)


def what_lies_in_a_place_is_asked_of_paths(module: Module) -> Iterator[str]:
    """Use `lies`, `is_file`, `is_folder` of system/paths.py: pathlib's own raise for a name that cannot be."""
    # of a query of the database `exists` is another question
    if module.path == PLACES or "pathlib" not in module.text:
        return
    for call in module.calls:
        if isinstance(call.func, ast.Attribute) and call.func.attr in _WITH_WORDS and not call.args:
            yield module.at(call)


def _caught(module: Module) -> set[int]:
    """The ids of the nodes that stand in a `try` or `suppress` for errors of the system."""
    found: set[int] = set()
    for node in module.nodes:
        if isinstance(node, ast.Try) and any(_catches(handler.type) for handler in node.handlers):
            found |= {id(part) for line in node.body for part in ast.walk(line)}
        if isinstance(node, ast.With) and any(_suppresses(item.context_expr) for item in node.items):
            found |= {id(part) for line in node.body for part in ast.walk(line)}
    return found


def _suppresses(node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and called_name(node) == "suppress" and any(map(_catches, node.args))


def _catches(node: ast.expr | None) -> bool:
    if isinstance(node, ast.Tuple):
        return any(map(_catches, node.elts))
    return node is None or (isinstance(node, ast.Name) and node.id in _CATCHING)


def _of_the_program(call: ast.Call) -> bool:
    """``Path(__file__).resolve()`` and ``Path(sys.executable).resolve()`` always lie somewhere."""
    return any(name in ast.unparse(call.func) for name in ("__file__", "sys.executable"))


def text_is_read_and_written_with_its_encoding(module: Module) -> Iterator[str]:
    """Write encoding="utf-8": Windows would take cp1256, which has no ی."""
    used = _used(module)
    for call in module.calls:
        if not any(word.arg in {"encoding", None} for word in call.keywords) and _is_of_text(call, id(call) in used):
            yield module.at(call)


def _used(module: Module) -> set[int]:
    """The ids of the expressions of which something is done with the answer: a dialog that is opened has none."""
    found: set[int] = set()
    for node in module.nodes:
        if isinstance(node, ast.withitem):
            found.add(id(node.context_expr))
        elif isinstance(node, ast.For | ast.comprehension):
            found.add(id(node.iter))
        elif isinstance(node, ast.Call):
            found |= {id(one) for one in node.args}
        elif isinstance(node, ast.Attribute | ast.Assign):
            found.add(id(node.value))
    return found


def _is_of_text(call: ast.Call, used: bool) -> bool:
    name, words = called_name(call), {word.arg: word.value for word in call.keywords}
    if name == "open":
        return _opens_text(call, words, used)
    if name in _PROCESSES:
        told = any(_is_true(words.get(word)) for word in ("text", "universal_newlines"))
        return told or not _is_none(words.get("errors"))
    if name in {"NamedTemporaryFile", "TemporaryFile"}:
        return _is_text(words.get("mode", call.args[0] if call.args else None), usually=False)
    if name in {"read_text", "write_text"}:
        return len(call.args) < (2 if name == "write_text" else 1)
    return name in _TEXT_FILES


def _opens_text(call: ast.Call, words: dict[str | None, ast.expr], used: bool) -> bool:
    """``open(file)`` of Python, ``file.open("w")``, ``with file.open() as``; a dialog or an archive has no mode."""
    if isinstance(call.func, ast.Name):
        return _is_text(words.get("mode", call.args[1] if len(call.args) > 1 else None), usually=True)
    mode = words.get("mode", call.args[0] if call.args else None)
    if mode is None:
        return used
    known = isinstance(mode, ast.Constant) and isinstance(mode.value, str) and re.fullmatch("[rwax][bt+]*", mode.value)
    return bool(known) and _is_text(mode, usually=True)


def _is_text(mode: ast.expr | None, *, usually: bool) -> bool:
    return "b" not in str(mode.value) if isinstance(mode, ast.Constant) else mode is None and usually


def _is_none(node: ast.expr | None) -> bool:
    return node is None or (isinstance(node, ast.Constant) and node.value is None)


def _is_true(node: ast.expr | None) -> bool:
    return isinstance(node, ast.Constant) and node.value is True


OF_THE_PROGRAM: Final[tuple[Rule, ...]] = (
    no_mask_of_modifiers_is_turned_round,
    no_key_is_taken_with_control_and_alt,
    temporary_files_lie_in_no_folder_of_the_operator,
    the_disk_is_asked_where_its_refusal_is_caught,
    what_lies_in_a_place_is_asked_of_paths,
)
OF_ALL: Final[tuple[Rule, ...]] = (text_is_read_and_written_with_its_encoding,)
"""Also asked of the tests and of what builds the program."""


def breaches() -> Iterator[str]:
    """Every place of the source that breaks a rule, as an editor opens it, and what to write instead."""
    for module in sources():
        ours = module.path.startswith("desktop_app/")
        for rule in (*OF_THE_PROGRAM, *OF_ALL) if ours else OF_ALL:
            told = (rule.__doc__ or "").splitlines()[0]
            yield from (f"{place}: {told}" for place in rule(module))


def sources() -> Iterator[Module]:
    """The program with its forms, the tests, and what builds and packs it."""
    for folder in (APP, ROOT / "tests", ROOT / "devtools"):
        yield from modules(folder, generated=True)
    for path in sorted((ROOT / "packaging").rglob("*")):
        if path.suffix in ENDINGS:
            yield Module(path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8"))
    yield Module("dev.py", (ROOT / "dev.py").read_text(encoding="utf-8"))


def check() -> int:
    """Tell every breach; the number of them."""
    found = list(breaches())
    for breach in found:
        print(breach, file=sys.stderr)
    return len(found)
