"""Rules of the house that no linter of ours knows, each as a sentence that says what to do.

A rule gives the places of one module that break it. All of them go through the source file by file, so that each file
is read once and none is kept.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator

import pytest

from devtools.figures import LONGEST_CLASS, MOST_METHODS, length_of, methods_of
from tests.architecture.source import Module, called_name, modules

Rule = Callable[[Module], Iterator[str]]

BROAD_EXCEPT = (
    "desktop_app/workers.py",
    "desktop_app/faults/",
    "desktop_app/window/shell/",
    "desktop_app/cli/",
    "desktop_app/printing/strangers/child.py",
)
PRINT = ("desktop_app/cli/streams.py",)
INSTANCE = ("desktop_app/window/shell/",)
WINDOWLESS = ("desktop_app/wiring.py", "desktop_app/cli/")
FORMS = ("desktop_app/forms/",)
IN_FORCE = "desktop_app/domain/rules/in_force.py"
QUESTIONS = (
    "What",
    "How",
    "Which",
    "Where",
    "Who",
    "When",
    "Whether",
    "Everything",
    "From",
    "Every",
    "Reads",
    "Builds",
)
"""Words with which a docstring begins to tell of a module instead of naming it."""
LONGEST_FILE = 400
LONGEST_FUNCTION = 60
NO_ACTS = ("desktop_app/services/office/founding.py",)
"""Where something is written that is no act: what is typed at first start."""


def _names(node: ast.expr | None) -> set[str]:
    if isinstance(node, ast.Tuple):
        return {name for part in node.elts for name in _names(part)}
    return {node.id} if isinstance(node, ast.Name) else set()


def _called(module: Module, *names: str) -> Iterator[str]:
    return (module.at(call) for call in module.calls if called_name(call) in names)


def no_global_statement(module: Module) -> Iterator[str]:
    """State belongs to an object that wiring or the shell makes and hands on."""
    return (module.at(node) for node in module.nodes if isinstance(node, ast.Global))


def a_broad_except_stands_only_where_everything_ends(module: Module) -> Iterator[str]:
    """Elsewhere name what can fail; what you cannot name is a bug and must reach the fault log."""
    if module.path.startswith(BROAD_EXCEPT):
        return
    for node in module.nodes:
        if isinstance(node, ast.ExceptHandler) and (
            node.type is None or _names(node.type) & {"Exception", "BaseException"}
        ):
            yield module.at(node)


def print_is_for_the_streams_of_the_command_line(module: Module) -> Iterator[str]:
    """Use `print_line` and `print_error` of `cli/streams.py`: a window has no standard output."""
    return iter(()) if module.path.startswith(PRINT) else _called(module, "print")


def the_paragraph_of_platypus_is_never_imported(module: Module) -> Iterator[str]:
    """It drops text silently; our own paragraph is the only one."""
    for node in module.nodes:
        if (isinstance(node, ast.ImportFrom) and _brings_platypus_paragraph(node)) or (
            isinstance(node, ast.Attribute) and node.attr == "Paragraph"
        ):
            yield module.at(node)


def _brings_platypus_paragraph(node: ast.ImportFrom) -> bool:
    source = node.module or ""
    if not source.startswith("reportlab.platypus"):
        return False
    return source.endswith(".paragraph") or any(name.name in {"Paragraph", "paragraph"} for name in node.names)


def no_library_that_fetches_is_imported(module: Module) -> Iterator[str]:
    """The program works offline; a quoting helper is no connection, an opener is."""
    for node in module.nodes:
        if (isinstance(node, ast.Import) and any(name.name.startswith("urllib.request") for name in node.names)) or (
            isinstance(node, ast.ImportFrom) and (node.module or "").startswith("urllib.request")
        ):
            yield module.at(node)


def wiring_and_command_line_need_no_window(module: Module) -> Iterator[str]:
    """Both import no room of Qt, so that a command answers without loading it."""
    if not module.path.startswith(WINDOWLESS):
        return
    rooms = {"window", "forms", "widgets", "workers"}
    for node in module.nodes:
        if isinstance(node, ast.ImportFrom) and set((node.module or "").split(".")) & rooms:
            yield f"{module.at(node)} {node.module}"


def no_star_import(module: Module) -> Iterator[str]:
    """Who reads a name can find where it comes from."""
    for node in module.nodes:
        if isinstance(node, ast.ImportFrom) and any(name.name == "*" for name in node.names):
            yield module.at(node)


def the_application_is_asked_for_only_in_the_shell(module: Module) -> Iterator[str]:
    """Whoever needs the application, its screens or its style gets them handed."""
    if module.path.startswith(INSTANCE):
        return
    for call in module.calls:
        whose = ast.unparse(call.func).split(".")[0] if called_name(call) == "instance" else ""
        if whose in {"QApplication", "QCoreApplication"}:
            yield module.at(call)


def the_window_is_never_kept_alive_by_pumping_events(module: Module) -> Iterator[str]:
    """Long work goes through workers.py."""
    return _called(module, "processEvents")


def the_screen_is_asked_for_by_screen_room_alone(module: Module) -> Iterator[str]:
    """Use `screen_room`: the widget that answers becomes the screen's parent, and it can be deleted with that one."""
    return (module.at(call) for call in module.calls if called_name(call) == "screen" and not call.args)


def qt_date_fields_and_run_time_forms_are_not_used(module: Module) -> Iterator[str]:
    """QDateEdit stores wrong days right to left; QUiLoader and loadUiType know no types."""
    banned = {"QDateEdit", "QTimeEdit", "QDateTimeEdit", "QUiLoader", "loadUiType", "QSqlTableModel", "QPdfWriter"}
    if not any(name in module.text for name in banned):
        return
    for node in module.nodes:
        if isinstance(node, ast.Name) and node.id in banned:
            yield f"{module.at(node)} {node.id}"


def files_and_functions_stay_readable(module: Module) -> Iterator[str]:
    """A room for one idea; split by idea, not by length."""
    if module.text.count("\n") > LONGEST_FILE:
        yield module.path
    for node in module.nodes:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and length_of(node) > LONGEST_FUNCTION:
            yield f"{module.at(node)} {node.name}"


def a_class_stays_within_250_lines(module: Module) -> Iterator[str]:
    """A class is one idea: give another one a class or a module of its own."""
    for node in module.nodes:
        if isinstance(node, ast.ClassDef) and length_of(node) > LONGEST_CLASS:
            yield f"{module.at(node)} {node.name}"


def a_class_has_at_most_25_methods(module: Module) -> Iterator[str]:
    """Who calls asks the part and not the whole that passes it on; what needs no `self` is a function."""
    for node in module.nodes:
        if isinstance(node, ast.ClassDef) and methods_of(node) > MOST_METHODS:
            yield f"{module.at(node)} {node.name}"


def nobody_asks_a_layout_for_its_items(module: Module) -> Iterator[str]:
    """Use `widgets/accessibility/reading_order.py`: an item's wrapper outlives the item, and the process dies."""
    return _called(module, "itemAt")


def one_module_chooses_among_the_versions_of_minutes(module: Module) -> Iterator[str]:
    """Which version is in force, newest or first is asked of `domain/rules/in_force.py`: readers that choose differ."""
    if module.path == IN_FORCE:
        return
    for call in module.calls:
        if (called_name(call) in {"max", "min", "sorted", "sort"} and _is_by_version(call)) or (
            called_name(call) in {"order_by", "max", "desc"} and _reads_version_column(call)
        ):
            yield module.at(call)


def _is_by_version(call: ast.Call) -> bool:
    """``key=lambda one: one.version``."""
    keys = [word.value.body for word in call.keywords if word.arg == "key" and isinstance(word.value, ast.Lambda)]
    return any(isinstance(key, ast.Attribute) and key.attr == "version" for key in keys)


def _reads_version_column(call: ast.Call) -> bool:
    """``order_by(Record.version)``, ``func.max(Record.version)``, ``Record.version.desc()``."""
    inside = [*call.args, call.func]
    return any(isinstance(node, ast.Attribute) and node.attr == "version" for one in inside for node in ast.walk(one))


def the_states_in_which_minutes_adopt_are_written_once(module: Module) -> Iterator[str]:
    """Another list of them would be another rule."""
    adopting = {"FINAL", "SIGNED", "ARCHIVED", "AMENDED"}
    for node in module.nodes:
        if isinstance(node, ast.Set | ast.List | ast.Tuple):
            named = {part.attr for part in node.elts if isinstance(part, ast.Attribute)}
            if named == adopting:
                yield module.path


def a_module_says_first_what_it_is(module: Module) -> Iterator[str]:
    """Begin with a noun of the field: «Query of a list: …», and not «What a list is asked for»."""
    words = (ast.get_docstring(module.tree) or "").split()
    if words and words[0] in QUESTIONS:
        yield module.path


def an_act_is_recorded_with_its_answer(module: Module) -> Iterator[str]:
    """What is written in an act and committed without its row could be done twice."""
    if module.path in NO_ACTS:
        return
    for node in module.nodes:
        if not isinstance(node, ast.With) or "write" not in {part for item in node.items for part in _parts(item)}:
            continue
        calls = [one for one in ast.walk(node) if isinstance(one, ast.Call)]
        if not any(isinstance(call.func, ast.Attribute) and call.func.attr == "record" for call in calls):
            yield f"{module.path}:{node.lineno}"


def _parts(item: ast.withitem) -> set[str]:
    call = item.context_expr
    return {call.func.attr} if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) else set()


OF_GENERATED: tuple[Rule, ...] = (qt_date_fields_and_run_time_forms_are_not_used,)
"""What is asked of the generated forms too."""
RULES: tuple[Rule, ...] = (
    *OF_GENERATED,
    no_global_statement,
    a_broad_except_stands_only_where_everything_ends,
    print_is_for_the_streams_of_the_command_line,
    the_paragraph_of_platypus_is_never_imported,
    no_library_that_fetches_is_imported,
    wiring_and_command_line_need_no_window,
    no_star_import,
    the_application_is_asked_for_only_in_the_shell,
    the_window_is_never_kept_alive_by_pumping_events,
    the_screen_is_asked_for_by_screen_room_alone,
    files_and_functions_stay_readable,
    a_class_stays_within_250_lines,
    a_class_has_at_most_25_methods,
    nobody_asks_a_layout_for_its_items,
    one_module_chooses_among_the_versions_of_minutes,
    the_states_in_which_minutes_adopt_are_written_once,
    a_module_says_first_what_it_is,
    an_act_is_recorded_with_its_answer,
)
THE_PLACE: dict[Rule, list[str]] = {the_states_in_which_minutes_adopt_are_written_once: [IN_FORCE]}
"""Where a rule finds what it looks for when it is kept; elsewhere it finds nothing."""


@pytest.fixture(scope="module")
def found() -> dict[Rule, list[str]]:
    """By rule: the places that it names in the whole source."""
    places: dict[Rule, list[str]] = {rule: [] for rule in RULES}
    for module in modules(generated=True):
        for rule in OF_GENERATED if module.path.startswith(FORMS) else RULES:
            places[rule] += rule(module)
    return places


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_rule_is_kept(rule: Rule, found: dict[Rule, list[str]]) -> None:
    assert found[rule] == THE_PLACE.get(rule, []), rule.__doc__


PLANTED: dict[Rule, str] = {
    qt_date_fields_and_run_time_forms_are_not_used: "field = QDateEdit()",
    no_global_statement: "def f():\n    global x",
    a_broad_except_stands_only_where_everything_ends: "try:\n    pass\nexcept (OSError, Exception):\n    pass",
    print_is_for_the_streams_of_the_command_line: "print(1)",
    the_paragraph_of_platypus_is_never_imported: "from reportlab.platypus import Paragraph",
    no_library_that_fetches_is_imported: "import urllib.request",
    wiring_and_command_line_need_no_window: "from desktop_app.widgets import look",
    no_star_import: "from os import *",
    the_application_is_asked_for_only_in_the_shell: "QApplication.instance()",
    the_window_is_never_kept_alive_by_pumping_events: "app.processEvents()",
    the_screen_is_asked_for_by_screen_room_alone: "field.screen().availableGeometry()",
    files_and_functions_stay_readable: "x = 1\n" * (LONGEST_FILE + 1),
    a_class_stays_within_250_lines: "class Page:\n" + "    x = 1\n" * LONGEST_CLASS,
    a_class_has_at_most_25_methods: "class Page:\n" + "    def f(self): ...\n" * (MOST_METHODS + 1),
    nobody_asks_a_layout_for_its_items: "layout.itemAt(0)",
    one_module_chooses_among_the_versions_of_minutes: "max(all, key=lambda one: one.version)",
    the_states_in_which_minutes_adopt_are_written_once: "a = (S.FINAL, S.SIGNED, S.ARCHIVED, S.AMENDED)",
    a_module_says_first_what_it_is: '"""What a list is asked for."""',
    an_act_is_recorded_with_its_answer: "with context.write() as work:\n    work.commit()",
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_rule_notices(rule: Rule) -> None:
    path = "desktop_app/wiring.py" if rule is wiring_and_command_line_need_no_window else "desktop_app/domain/x.py"
    assert len(list(rule(Module(path, PLANTED[rule])))) == 1
