"""`package --check`: what was built is installed, used, upgraded and removed on a Persian desktop, step by step.

The desktop is a fresh one of a user whose folders all have Persian letters and a blank in their path.
"""

from __future__ import annotations

import filecmp
import json
import os
import shutil
import tempfile
import zipfile
from pathlib import Path

from desktop_app import VERSION
from desktop_app.system.paths import DATABASE
from desktop_app.words.shell import CLOCK_WRONG
from devtools.windows import installed_checks, installer, interrupted_setup, setup_run, signing, twice
from devtools.windows.bundle import Bundle
from devtools.windows.desktop import Desktop, fresh, wait_until
from devtools.windows.machine import windows_path
from devtools.windows.package import Package, sign_programs
from devtools.windows.program_resources import CONSOLE, WINDOW
from devtools.windows.setup_run import FORMER, STALE, SetupRun, former_setup, require_code
from devtools.windows.steps import Steps, require


def take(made: Package, steps: Steps) -> None:
    """Every trial; one that fails does not keep the others from being taken."""
    with tempfile.TemporaryDirectory(prefix="dabirkhaneh-check-") as place:
        work = Path(place)
        with fresh(made.machine) as desktop:
            check = Check(desktop, made, work)
            steps.take("refused on Windows 8.1", check.too_old)
            steps.take("former version installed", check.former)
            steps.take("former data laid", check.lay_data)
            steps.take("refused while open", check.refused_while_open)
            steps.take("upgraded in place", check.upgrade)
            # as the administrator is told to do, whose console waits for the twin alone
            steps.take("smoke of the installed", lambda: installed_checks.smoke(desktop, desktop.program, CONSOLE))
            steps.take("data upgraded by the window", check.data_upgraded)
            steps.take("console twin", check.console)
            steps.take("version resources", check.resources)
            steps.take("older version refused", check.older_refused)
            steps.take("folder of others refused", check.foreign_folder)
            steps.take("installed over a lost list", check.lost_list)
            steps.take("removed", check.remove)
            interrupted_setup.take(desktop, made, work, steps)
            steps.take("portable", check.portable)
        with fresh(made.machine) as desktop:
            steps.take("signed", lambda: Check(desktop, made, work).signed())


class Check:
    """The trials on one desktop; they build on each other."""

    def __init__(self, desktop: Desktop, made: Package, work: Path) -> None:
        self._desktop, self._made, self._work = desktop, made, work
        self._run = SetupRun(desktop)
        self._rows: dict[str, int] = {}

    @property
    def _data(self) -> Path:
        return self._desktop.local / "Dabirkhaneh"

    def too_old(self) -> str:
        """A Windows that Qt does not know any more."""
        key = r"HKCU\Software\Wine"
        self._desktop.run("reg", "add", key, "/v", "Version", "/d", "win81", "/f")
        code = self._run.install(self._made.setup)
        self._desktop.run("reg", "delete", key, "/v", "Version", "/f")
        require_code("the setup", code, setup_run.TOO_OLD)
        require(not self._desktop.program.exists(), "something was installed all the same")
        return f"exit code {code}, nothing installed"

    def former(self) -> str:
        """A version before this one, with a file that this one does not have."""
        code = self._run.install(former_setup(self._made.built, self._work))
        require_code("the setup", code, 0)
        require((self._desktop.program / STALE).is_file(), "a file was not installed")
        require(all(one.is_file() for one in self._desktop.shortcuts), "a shortcut is missing")
        require(self._desktop.registered("DisplayVersion") == FORMER, "the version is not registered")
        (self._desktop.program / "mine.txt").write_text("not of the setup\n", encoding="utf-8")
        (self._desktop.program / "_internal" / "mine.txt").write_text("not of the setup\n", encoding="utf-8")
        return f"version {FORMER} in {self._desktop.program.relative_to(self._desktop.prefix)}"

    def lay_data(self) -> str:
        """The database that the former version left."""
        self._rows = installed_checks.lay_data(self._data, "lay")
        return f"an earlier schema, {sum(self._rows.values())} rows"

    def refused_while_open(self) -> str:
        """Neither setup nor uninstaller touches a program that is open."""
        other = self._work / "other data"
        process = self._desktop.start(*installed_checks.program(self._desktop.program), "--data", windows_path(other))
        try:
            self._desktop.window("دبیرخانه")
            before = installed_checks.fingerprint(self._desktop.program)
            code = self._run.install(self._made.setup)
            removed = self._run.remove_heard()
            after = installed_checks.fingerprint(self._desktop.program)
        finally:
            process.kill()
            process.wait()
            self._desktop.stop()
        require_code("the setup", code, setup_run.OPEN)
        require_code("the uninstaller", removed, setup_run.OPEN)
        require(before == after, "a file was touched")
        return f"exit code {code} of both, {len(after)} files untouched"

    def upgrade(self) -> str:
        """The setup over the former version: stale files go, others stay."""
        shortcut = self._desktop.shortcuts[1]
        shortcut.unlink()
        code = self._run.install(self._made.setup)
        require_code("the setup", code, 0)
        require(not (self._desktop.program / STALE).exists(), "the stale file is still there")
        require(not (self._desktop.program / STALE).parent.exists(), "its folder is still there")
        require((self._desktop.program / "mine.txt").is_file(), "a file of another hand is gone")
        require(self._desktop.registered("DisplayVersion") == VERSION, "the version is not registered")
        require(not shortcut.exists(), "a shortcut that was deleted came back")
        wrong = [
            place
            for place, file in twice.places(self._made.built).items()
            if not _same(file, self._desktop.program / place)
        ]
        require(not wrong, f"not as in the bundle: {wrong[:5]}")
        return f"{FORMER} to {VERSION}, stale files gone, others kept"

    def data_upgraded(self) -> str:
        """The window opens the former data, brings them to its schema, and is closed; then data of today lie there."""
        program = self._desktop.program
        with installed_checks.with_later_revision(program) as schema, installed_checks.window(self._desktop, program):
            installed_checks.wait_for_schema(self._data, schema)
            # the data are of former years: is the clock right? the second button says so
            self._desktop.window(CLOCK_WRONG)
            self._desktop.press("Tab", "Return")
            wait_until(lambda: not self._desktop.windows(CLOCK_WRONG), "the question about the clock to go")
        after = installed_checks.rows(self._data)
        lost = {name: number for name, number in self._rows.items() if after.get(name, 0) < number}
        require(not lost, f"rows are missing in {lost}")
        copies = [file.parent for file in sorted(self._data.glob(f"before-upgrade/*/{DATABASE}"))]
        require(len(copies) == 1, f"copies of the data as they were before: {len(copies)}")
        require(installed_checks.rows(copies[0]) == self._rows, "the copy differs from the data as they were")
        tables = len(self._rows)
        shutil.rmtree(self._data)
        self._rows = installed_checks.lay_data(self._data, "fill")
        return f"schema {schema}, no row of {tables} tables lost, a copy as they were before"

    def console(self) -> str:
        """The twin answers in the console: of the same data it tells what the sources tell on Debian.

        The data are one row of each kind, without the store of their file: the check says so.
        """
        twin = installed_checks.program(self._desktop.program, CONSOLE)
        version = self._desktop.read(*twin, "--version").strip()
        require(VERSION in version, f"it said {version!r}")
        told = json.loads(self._desktop.read(*twin, "check", "--json", "--data", windows_path(self._data)))
        expected = installed_checks.check_here(self._data, self._work / "checked here")
        require(told == expected, f"the check found {told}, and on Debian {expected}")
        size = sum((self._desktop.program / f"{name}.exe").stat().st_size for name in (WINDOW, CONSOLE))
        require(size < 2_000_000, f"both executables together have {size} bytes")
        size_text = f"both executables together {size / 1_000_000:.1f} MB"
        return f"{version}; the {len(told)} findings of Debian, no other; {size_text}"

    def resources(self) -> str:
        """What Windows shows of the programs in both languages, and of the setup in that of the user."""
        files = [self._desktop.program / f"{name}.exe" for name in (WINDOW, CONSOLE)]
        # the setup carries one resource for each language, of which Windows reads the user's alone
        wanted = {file: {"042904B0": "دبیرخانه", "040904B0": "Dabirkhaneh"} for file in files}
        wanted[self._made.setup] = {"042904B0": "دبیرخانه"}
        found = installed_checks.resources(self._desktop, list(wanted))
        for file, names in wanted.items():
            for language, name in names.items():
                words = found[file.name][language]
                require(words["ProductName"] == name, f"{file.name} is called {words['ProductName']} in {language}")
                require(words["FileVersion"] == VERSION, f"{file.name} says version {words['FileVersion']}")
        return f"{len(found)} files, version {VERSION}"

    def older_refused(self) -> str:
        """A former setup does not replace what is installed."""
        before = installed_checks.fingerprint(self._desktop.program)
        code = self._run.install(former_setup(self._made.built, self._work))
        require_code("the setup", code, setup_run.NEWER_THERE)
        require(installed_checks.fingerprint(self._desktop.program) == before, "a file was touched")
        return f"exit code {code}, nothing touched"

    def foreign_folder(self) -> str:
        """A folder in which other things lie is not installed into."""
        folder = self._work / "folder of others"
        folder.mkdir()
        (folder / "letter.txt").write_text("a letter\n", encoding="utf-8")
        code = self._run.install_into(self._made.setup, folder)
        require_code("the setup", code, setup_run.FOREIGN)
        require([file.name for file in folder.iterdir()] == ["letter.txt"], "something was installed there")
        return f"exit code {code}"

    def lost_list(self) -> str:
        """What a removal or a setup that broke off may leave: no list. Nothing is removed by guess; setup mends it."""
        installed = self._desktop.program / installer.LIST
        installed.unlink()
        before = installed_checks.fingerprint(self._desktop.program)
        removed = self._run.remove_heard()
        require_code("the uninstaller", removed, setup_run.NOTHING_OF_OURS)
        require(installed_checks.fingerprint(self._desktop.program) == before, "the uninstaller touched a file")
        code = self._run.install(self._made.setup)
        require_code("the setup", code, 0)
        require(installed.is_file(), "the list did not come back")
        return f"uninstaller {removed}, then setup {code}"

    def remove(self) -> str:
        """The program goes; the data and what no setup put there stay."""
        before = installed_checks.fingerprint(self._data)
        self._run.remove()
        left = sorted(installed_checks.fingerprint(self._desktop.program))
        require(left == ["_internal/mine.txt", "mine.txt"], f"what is left: {left[:8]}")
        require(not any(one.exists() for one in self._desktop.shortcuts), "a shortcut is left")
        require(self._desktop.registered("DisplayName") is None, "the entry in the list of programs is left")
        require(
            DATABASE in before and installed_checks.fingerprint(self._data) == before, "the data are not as they were"
        )
        return f"program, shortcuts and entry gone; {len(before)} files of data and 2 of others as they were"

    def portable(self) -> str:
        """Unpacked anywhere, it keeps its data beside itself."""
        shutil.rmtree(self._data, ignore_errors=True)
        folder = self._work / "حافظهٔ همراه"
        with zipfile.ZipFile(next(file for file in self._made.files if file.name.endswith("-portable.zip"))) as archive:
            archive.extractall(folder)
        program = folder / "Dabirkhaneh"
        said = installed_checks.smoke(self._desktop, program)
        with installed_checks.window(self._desktop, program):
            installed_checks.wait_for_schema(program / "data", installed_checks.newest_schema())
        require(not self._data.exists(), "data were made in the folder of the user, too")
        code = self._run.install_into(self._made.setup, program)
        require_code("the setup", code, setup_run.FOREIGN)
        return f"data beside the program; a setup into it {code}; smoke: {said}"

    def signed(self) -> str:
        """A trial certificate over all that Windows asks for a signature, and it still runs."""
        variables = signing.throw_away_certificate(self._work)
        copy = self._work / "signed" / WINDOW
        shutil.copytree(self._made.built.folder, copy, copy_function=os.link)
        sign_programs(Bundle(copy), variables)
        pfx = signing.as_pfx(variables, self._work)
        setup = installer.setup(Bundle(copy), self._work, installer.Edition(), signed_with=pfx, quick=True)
        code = self._run.install(setup)
        require_code("the signed setup", code, 0)
        names = (f"{WINDOW}.exe", f"{CONSOLE}.exe", "uninstall.exe")
        files = [setup, *(self._desktop.program / name for name in names)]
        certificate = Path(variables[signing.CERTIFICATE])
        wrong = [file.name for file in files if not signing.is_signed(file, certificate)]
        require(not wrong, f"no valid signature: {wrong}")
        version = self._desktop.read(*installed_checks.program(self._desktop.program, CONSOLE), "--version")
        require(VERSION in version, "the signed program does not run")
        return f"{len(files)} files verified, the signed program runs"


# ---- inside


def _same(one: Path, other: Path) -> bool:
    return other.is_file() and filecmp.cmp(one, other, shallow=False)
