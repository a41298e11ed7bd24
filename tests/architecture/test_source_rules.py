"""Rules of the house that no linter of ours knows, each as a sentence that says what to do."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tests.architecture.source import Module, called_name, calls, modules

BROAD_EXCEPT = ("desktop_app/workers.py", "desktop_app/faults/", "desktop_app/bootstrap/", "desktop_app/cli/")
PRINT = ("desktop_app/cli/",)
INSTANCE = ("desktop_app/bootstrap/",)
LONGEST_FILE = 400
LONGEST_FUNCTION = 60
LARGEST_CLASS = 250


def _names(node: ast.expr | None) -> set[str]:
    if isinstance(node, ast.Tuple):
        return {name for part in node.elts for name in _names(part)}
    return {node.id} if isinstance(node, ast.Name) else set()


def _outside(allowed: tuple[str, ...]) -> Iterator[Module]:
    return (module for module in modules() if not module.path.startswith(allowed))


def test_no_global_statement() -> None:
    """State belongs to an object that wiring or bootstrap makes and hands on."""
    assert [m.at(node) for m in modules() for node in ast.walk(m.tree) if isinstance(node, ast.Global)] == []


def test_a_broad_except_stands_only_where_everything_ends() -> None:
    """Elsewhere name what can fail; what you cannot name is a bug and must reach the fault log."""
    broad = [
        module.at(node)
        for module in _outside(BROAD_EXCEPT)
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or _names(node.type) & {"Exception", "BaseException"})
    ]
    assert broad == []


def test_print_is_for_the_command_line() -> None:
    assert [m.at(call) for m in _outside(PRINT) for call in calls(m) if called_name(call) == "print"] == []


def test_the_paragraph_of_platypus_is_never_imported() -> None:
    """It drops text silently; our own paragraph is the only one."""
    imported = [
        module.at(node)
        for module in modules()
        for node in ast.walk(module.tree)
        if (isinstance(node, ast.ImportFrom) and _brings_platypus_paragraph(node))
        or (isinstance(node, ast.Attribute) and node.attr == "Paragraph")
    ]
    assert imported == []


def _brings_platypus_paragraph(node: ast.ImportFrom) -> bool:
    source = node.module or ""
    if not source.startswith("reportlab.platypus"):
        return False
    return source.endswith(".paragraph") or any(name.name in {"Paragraph", "paragraph"} for name in node.names)


def test_no_library_that_fetches_is_imported() -> None:
    """The program works offline; a quoting helper is no connection, an opener is."""
    fetching = [
        module.at(node)
        for module in modules()
        for node in ast.walk(module.tree)
        if (isinstance(node, ast.Import) and any(name.name.startswith("urllib.request") for name in node.names))
        or (isinstance(node, ast.ImportFrom) and (node.module or "").startswith("urllib.request"))
    ]
    assert fetching == []


def test_wiring_and_command_line_need_no_window() -> None:
    """Both import no room of Qt, so that a command answers without loading it."""
    rooms = {"bootstrap", "controllers", "views", "forms", "tables", "widgets", "workers"}
    wrong = [
        f"{module.at(node)} {node.module}"
        for module in modules()
        if module.path.startswith(("desktop_app/wiring.py", "desktop_app/cli/"))
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ImportFrom) and set((node.module or "").split(".")) & rooms
    ]
    assert wrong == []


def test_no_star_import() -> None:
    stars = [
        module.at(node)
        for module in modules()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ImportFrom) and any(name.name == "*" for name in node.names)
    ]
    assert stars == []


def test_the_application_is_asked_for_only_in_bootstrap() -> None:
    """Whoever needs the application, its screens or its style gets them handed."""
    asked = [
        module.at(call)
        for module in _outside(INSTANCE)
        for call in calls(module)
        if called_name(call) == "instance"
        and ast.unparse(call.func).split(".")[0] in {"QApplication", "QCoreApplication"}
    ]
    assert asked == []


def test_the_window_is_never_kept_alive_by_pumping_events() -> None:
    """Long work goes through workers.py."""
    assert [m.at(call) for m in modules() for call in calls(m) if called_name(call) == "processEvents"] == []


def test_qt_date_fields_and_run_time_forms_are_not_used() -> None:
    """QDateEdit stores wrong days right to left; QUiLoader and loadUiType know no types."""
    banned = {"QDateEdit", "QTimeEdit", "QDateTimeEdit", "QUiLoader", "loadUiType", "QSqlTableModel", "QPdfWriter"}
    used = [
        f"{module.at(node)} {node.id}"
        for module in modules(generated=True)
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Name) and node.id in banned
    ]
    assert used == []


def test_text_files_are_opened_with_their_encoding() -> None:
    """Windows would take cp1256, which has no ی."""
    careless = []
    for module in modules():
        for call in calls(module):
            keywords = {keyword.arg for keyword in call.keywords}
            if called_name(call) in {"read_text", "write_text"} and "encoding" not in keywords:
                careless.append(module.at(call))
            if isinstance(call.func, ast.Name) and call.func.id == "open":
                careless.append(module.at(call))
    assert careless == []


def test_files_functions_and_classes_stay_readable() -> None:
    """A room for one idea; split by idea, not by length."""
    large = [module.path for module in modules() if module.text.count("\n") > LONGEST_FILE]
    for module in modules():
        for node in ast.walk(module.tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
                most = LARGEST_CLASS if isinstance(node, ast.ClassDef) else LONGEST_FUNCTION
                if (node.end_lineno or 0) - node.lineno + 1 > most:
                    large.append(f"{module.at(node)} {node.name}")
    assert large == []


def test_nobody_asks_a_layout_for_its_items() -> None:
    """Use :func:`desktop_app.widgets.laid_out.laid_out`: an item's wrapper outlives the item, and the process dies."""
    asked = [module.at(call) for module in modules() for call in calls(module) if called_name(call) == "itemAt"]
    assert asked == []


def test_one_module_chooses_among_the_versions_of_minutes() -> None:
    """Which version is in force, newest or first is asked of ``domain/in_force.py``: readers that choose differ."""
    choosing = [
        module.at(call)
        for module in modules()
        if module.path != "desktop_app/domain/in_force.py"
        for call in calls(module)
        if (called_name(call) in {"max", "min", "sorted", "sort"} and _is_by_version(call))
        or (called_name(call) in {"order_by", "max", "desc"} and _reads_version_column(call))
    ]
    assert choosing == []


def test_the_states_in_which_minutes_adopt_are_written_once() -> None:
    """Another list of them would be another rule."""
    adopting = {"FINAL", "SIGNED", "ARCHIVED", "AMENDED"}
    written = [
        module.path
        for module in modules()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Set | ast.List | ast.Tuple)
        and {part.attr for part in node.elts if isinstance(part, ast.Attribute)} == adopting
    ]
    assert written == ["desktop_app/domain/in_force.py"]


def _is_by_version(call: ast.Call) -> bool:
    """``key=lambda one: one.version``."""
    keys = [word.value.body for word in call.keywords if word.arg == "key" and isinstance(word.value, ast.Lambda)]
    return any(isinstance(key, ast.Attribute) and key.attr == "version" for key in keys)


def _reads_version_column(call: ast.Call) -> bool:
    """``order_by(Record.version)``, ``func.max(Record.version)``, ``Record.version.desc()``."""
    inside = [*call.args, call.func]
    return any(isinstance(node, ast.Attribute) and node.attr == "version" for one in inside for node in ast.walk(one))
