"""The verb `windows`: the tests on the Windows interpreter, told room by room, with every test that was not run."""

from __future__ import annotations

import sys
import time
from typing import Final

from devtools import debian, environment, test_run
from devtools.results import Results
from devtools.windows import machine, tested_sources, validators

NOT_RUN: Final = 77
"""The exit code where no Windows can be had: the machine is at fault, not the product."""
KEPT: Final = machine.FOLDER / "tests"
QUICK: Final = "--quick"
PRINT: Final = "--print"
KILLS: Final = "--kills"
QUICK_TESTS: Final = (
    "tests/domain",
    "tests/text",
    "tests/services",
    "tests/storage",
    "tests/cli",
    "tests/controllers",
    "tests/bootstrap/test_machine.py",
    "tests/bootstrap/test_office_files.py",
    "tests/bootstrap/test_place.py",
    "tests/bootstrap/test_run.py",
    "tests/bootstrap/test_single.py",
    "tests/bootstrap/test_windows_shell.py",
    "tests/journeys/test_founding.py",
)
"""What every submission runs there: of the wiring what meets the system, so that it stays below six minutes."""
NOT_QUICK: Final = (
    "tests/cli/test_archive.py",
    "tests/cli/test_attach.py",
    "tests/cli/test_backup_calls.py",
    "tests/cli/test_check_calls.py",
    "tests/cli/test_damaged_data.py",
    "tests/cli/test_demo.py",
    "tests/cli/test_letter.py",
    "tests/cli/test_odd_places.py",
    "tests/cli/test_print.py",
    "tests/cli/test_reading.py",
    "tests/cli/test_salvage_call.py",
    "tests/cli/test_smoke.py",
    "tests/cli/test_streams.py",
    "tests/cli/test_verify_paper.py",
    "tests/controllers/test_follow_up_undo.py",
    "tests/controllers/test_meeting_controller.py",
    "tests/controllers/test_meeting_sending.py",
    "tests/controllers/test_meeting_undo.py",
    "tests/controllers/test_meetings_controller.py",
    "tests/controllers/test_members_undo.py",
    "tests/controllers/test_minutes_controller.py",
    "tests/controllers/test_minutes_undo.py",
    "tests/controllers/test_paper_round_trip.py",
    "tests/controllers/test_papers_controller.py",
    "tests/controllers/test_registers_controller.py",
    "tests/controllers/test_resolutions_controller.py",
    "tests/controllers/test_scan_carrying.py",
    "tests/controllers/test_scan_importing.py",
    "tests/controllers/test_tasks_controller.py",
    "tests/domain/calendar/test_jalali.py",
    "tests/domain/calendar/test_written_dates.py",
    "tests/domain/documents/test_document_schemas.py",
    "tests/domain/rules/test_states.py",
    "tests/services/demo/test_demo_making.py",
    "tests/services/documents/test_falsified_minutes.py",
    "tests/services/documents/test_papers.py",
    "tests/services/follow_up/test_notifying_again.py",
    "tests/services/history/test_history.py",
    "tests/services/minutes/test_amending.py",
    "tests/services/minutes/test_wording_in_force.py",
    "tests/services/scans/test_scan_conflicts.py",
    "tests/services/scans/test_scan_keeping.py",
    "tests/services/scans/test_scan_reading.py",
    "tests/services/test_undo.py",
    "tests/services/verifying/test_verify_file.py",
    "tests/storage/archive_export/test_drawn_papers.py",
    "tests/storage/archive_export/test_export.py",
    "tests/storage/test_act_kills.py",
    "tests/storage/test_backup_cost.py",
    "tests/storage/test_check_beside.py",
    "tests/storage/test_damaged_databases.py",
    "tests/storage/test_durability.py",
    "tests/storage/test_evidence.py",
    "tests/storage/test_guards.py",
    "tests/storage/test_restore.py",
    "tests/storage/test_restore_given_up.py",
    "tests/storage/test_upgrade.py",
    "tests/text/test_help_chapters.py",
)
"""The dearest of them by measured seconds (5 to 88 each), which Debian runs each time and Windows as a whole."""
QUICK_SECONDS: Final = 360
"""So long may the quick part take, for each submission waits for it."""
LONGEST: Final = {"quick": 20 * 60.0, "whole": 120 * 60.0, "chosen": 120 * 60.0}
"""Seconds after which a run is ended: several times what it takes."""
_ON_TWO_CORES: Final = ("-n", "2", "--dist", "loadfile", "--no-loadscope-reorder")
VARIABLES: Final = {
    "DABIR_QPA": "offscreen",
    # its own lines in UTF-8, which the code page of a Persian Windows cannot write
    "PYTHONIOENCODING": "utf-8",
    # a test that was compiled there names its file as Windows does, and Debian would take it for its own
    "PYTHONPYCACHEPREFIX": machine.windows_path(machine.FOLDER / "bytecode"),
}


def windows(arguments: list[str]) -> int:
    """Run the whole suite on Windows, its quick part (``--quick``), or the tests that the arguments choose.

    ``--print`` prints to a queue of this machine instead, and ``--kills`` kills processes in the middle of their acts.
    """
    if not environment.ready(debian.TO_TEST):
        return 1
    try:
        made = machine.ready()
    except machine.NoWindows as problem:
        print(f"{problem}\nNOT RUN: windows. No test was run there, see above why.", flush=True)
        return NOT_RUN
    except machine.MachineFailed as problem:
        print(f"The Windows machine could not be made: {problem}", file=sys.stderr)
        return 1
    if arguments == [PRINT]:
        return environment.python("-m", "tests.windows.native_print")
    if arguments[:1] == [KILLS]:
        return _alone(made, "-m", "tests.storage.act_kills", *arguments[1:])
    return tested(made, arguments)


def tested(made: machine.Machine, arguments: list[str]) -> int:
    """Run the tests that the arguments ask for, tell what they came to, and keep it for a release."""
    begun = time.monotonic()
    part = "quick" if QUICK in arguments else "chosen" if test_run.chosen(arguments) else "whole"
    before = tested_sources.sources()
    code = run(made, part, [one for one in arguments if one != QUICK])
    results = Results.read(KEPT)
    passed, failed, not_run = results.counts
    green = code == 0 and passed > 0 and failed == 0
    seconds = round(time.monotonic() - begun)
    if part != "chosen":
        unchanged = before == tested_sources.sources()
        all_cases = test_run.WHOLE in arguments
        tested_sources.write(
            part, tested_sources.Run(before, unchanged, all_cases, green, passed, failed, not_run, seconds)
        )
    print(results.table())
    ended = "ok" if green else f"FAILED (pytest ended with {code})"
    print(f"Windows, {part}: {passed} passed, {failed} failed, {not_run} not run, {seconds} s: {ended}", flush=True)
    if part == "quick" and seconds > QUICK_SECONDS:
        print(
            f"TOO LONG: the quick part took {seconds} s of {QUICK_SECONDS}. "
            "Leave its dearest files to the whole run: NOT_QUICK of devtools/windows/suite.py.",
            flush=True,
        )
    return 0 if green else 1


def run(made: machine.Machine, part: str, arguments: list[str]) -> int:
    """Run a part there, watched; nothing of it lives on, however it ends."""
    options = ["-q", "-p", "no:cacheprovider", "-p", "tests.on_windows"]
    if part != "chosen":
        options += [*_ON_TWO_CORES]
    tests = (*QUICK_TESTS, *(f"--ignore={name}" for name in NOT_QUICK)) if part == "quick" else ()
    variables = {**made.variables(), **VARIABLES}
    python = ("wine", str(made.python))
    asked = [*options, *tests, *arguments]
    with validators.served(made.prefix) as port, machine.closed_to_others():
        try:
            return test_run.pytest(
                *asked, longest=LONGEST[part], kept=KEPT, python=python, variables={**variables, **port}
            )
        finally:
            made.stop()


def _alone(made: machine.Machine, *command: str) -> int:
    """Run a program of the tests there, without pytest; nothing of it lives on."""
    try:
        return made.run(str(made.python), *command, env=VARIABLES)
    finally:
        made.stop()
