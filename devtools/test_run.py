"""One run of the tests that ends whatever happens, and keeps what its processes leave behind in `build/tests/`.

Each process writes there which test it runs and, when it dies or hangs, what each of its threads was doing
(`tests/run_watch.py`). A core dump is brought there from where the system puts it, the folder of the run.
"""

from __future__ import annotations

import contextlib
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from devtools import ROOT, environment

KEPT: Final = ROOT / "build" / "tests"
LONGEST: Final = 60 * 60
"""Seconds after which a whole run is ended; a busy machine takes half of it."""
SPARE: Final = 30
"""Seconds after that for the processes to write down where they stand."""
ENDED: Final = 124
LEFT_OUT: Final = "left out of a confined run: "
"""So begins the reason of a test that cannot be confined (`tests/no_network.py`)."""

WHOLE: Final = "--whole"
"""Runs the cases too that others decide for in each day's run (tests/whole.py); a release needs it."""


def chosen(arguments: list[str]) -> bool:
    """Whether the arguments choose what is run; an order of the whole suite or all its cases do not."""
    given = [one for one in arguments if one != WHOLE]
    if "--seed" in given:
        place = given.index("--seed")
        del given[place : place + 2]
    return any(not one.startswith("--seed=") for one in given)


def shuffled(arguments: list[str]) -> list[str]:
    """The arguments of a whole run, with a seed for the order of its files; an order that was asked for stays."""
    if any(one == "--seed" or one.startswith("--seed=") for one in arguments):
        return arguments
    return [*arguments, f"--seed={random.SystemRandom().randrange(1_000_000)}"]


def pytest(
    *arguments: str,
    longest: float = LONGEST,
    kept: Path = KEPT,
    python: Sequence[str] = (str(environment.PYTHON),),
    variables: Mapping[str, str] | None = None,
) -> int:
    """Run pytest, watched; its exit code comes back, or :data:`ENDED` when it had to be ended.

    ``python`` starts the interpreter, this environment's or another machine's, with these variables or this process's.
    """
    shutil.rmtree(kept, ignore_errors=True)
    kept.mkdir(parents=True)
    watch = ["-p", "tests.run_watch", f"--kept={kept}", f"--until={time.time() + longest}"]
    command = [*python, "-m", "pytest", *watch, *arguments]
    env = _keeping_bytecode(os.environ if variables is None else variables)
    with _core_dumps(kept):
        process = subprocess.Popen(command, cwd=ROOT, env=env, start_new_session=True)
        try:
            return process.wait(longest + SPARE)
        except subprocess.TimeoutExpired:
            print(f"The tests did not end within {longest:.0f} s. {_where_they_stand(kept)}", file=sys.stderr)
            return ENDED
        except KeyboardInterrupt:
            # a session of its own hears no Ctrl+C
            process.send_signal(signal.SIGINT)
            return process.wait(SPARE)
        finally:
            _end(process)


def _keeping_bytecode(variables: Mapping[str, str]) -> dict[str, str]:
    """The variables without the one that lets every process of a run compile all modules anew."""
    return {name: value for name, value in variables.items() if name != "PYTHONDONTWRITEBYTECODE"}


def _where_they_stand(kept: Path) -> str:
    last = [
        f"{file.stem}: {[line for line in file.read_text(encoding='utf-8').splitlines() if '::' in line][-1:]}"
        for file in sorted(kept.glob("*.txt"))
    ]
    return f"What each process did is in {kept}; the last tests: {'; '.join(last)}"


def _end(process: subprocess.Popen[bytes]) -> None:
    """The process and all that it has started."""
    if os.name == "nt":
        process.kill()
    else:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()


@contextlib.contextmanager
def _core_dumps(kept: Path) -> Iterator[None]:
    """Let a process that dies leave its memory behind, where the system can."""
    if sys.platform == "win32":
        yield
        return
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_CORE)
    resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_CORE, (soft, hard))
        for core in [*ROOT.glob("core"), *ROOT.glob("core.[0-9]*")]:
            shutil.move(core, kept / core.name)
