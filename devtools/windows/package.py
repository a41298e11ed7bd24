"""The verb `package`: from the sources to what is handed out, in ``dist/``.

``--check`` tries it on a Windows desktop, ``--twice`` builds it again and compares, ``--start`` measures its start.

What is built from changed files, or from a commit whose tests on Windows are not on record as passed, is no release:
its files are called so, its setup says so, and the exit code is 3. Where that is found out at the end, or a step fails,
nothing that is called a release is left in ``dist/``.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from devtools import debian, environment
from devtools.windows import installer, machine, signing
from devtools.windows.bundle import FOLDER, LARGEST, LOCK, Bundle, PackageFailed, build, commit_time, last_bundle
from devtools.windows.desktop import fresh
from devtools.windows.steps import Steps, require

DIST: Final = installer.DIST
NO_RELEASE: Final = 3
"""The exit code of a package that was built and is no release."""

NEEDS: Final = (
    *debian.TO_TEST,
    *machine.NEEDS,
    debian.command("nsis", "makensis"),
    debian.file("nsis-common", "/usr/share/nsis/Stubs/lzma_solid-amd64-unicode"),
    debian.command("openssl", "openssl"),
)


@dataclass(slots=True)
class Package:
    """What was built so far."""

    edition: installer.Edition
    signed: bool = False
    made: machine.Machine | None = None
    bundle: Bundle | None = None
    files: list[Path] = field(default_factory=list)

    @property
    def machine(self) -> machine.Machine:
        """Where it is built and tried."""
        if self.made is None:
            raise PackageFailed("there is no Windows machine")
        return self.made

    @property
    def built(self) -> Bundle:
        """The bundle, once it stands."""
        if self.bundle is None:
            raise PackageFailed("there is no bundle")
        return self.bundle

    @property
    def setup(self) -> Path:
        """The setup, once it stands."""
        found = [file for file in self.files if file.name.endswith("-setup.exe")]
        if not found:
            raise PackageFailed("there is no setup")
        return found[0]


def package(arguments: list[str]) -> int:
    """Build the package and try it as asked; 0 for a release, 3 for what is none, 1 where a step failed."""
    asked = _read(arguments)
    if not environment.ready(NEEDS):
        return 1
    objections = release_objections()
    if asked.built:
        objections.append("The bundle that stood was taken; build it anew.")
    label = installer.NOT_A_RELEASE if objections else ""
    made = Package(installer.Edition(label=label), signed=signing.is_wanted())
    steps = Steps()
    code = 1
    try:
        make(made, steps, anew=not asked.built)
        if not steps.failed:
            try_package(made, steps, asked)
        # minutes have gone by, in which a file may have changed
        code = _told(made, steps, [*dict.fromkeys([*objections, *release_objections()])])
    finally:
        if code != 0:
            _withdraw(made.edition)
    return code


def _told(made: Package, steps: Steps, objections: Sequence[str]) -> int:
    """Tell what it came to; the exit code."""
    print(f"\n{steps.table()}\n")
    if steps.failed:
        print(f"package failed: {', '.join(steps.failed)}", file=sys.stderr)
        return 1
    print(sizes(made))
    for objection in objections:
        print(f"NOT A RELEASE: {objection}", file=sys.stderr)
    return NO_RELEASE if objections else 0


def _withdraw(edition: installer.Edition) -> None:
    """Remove what is called a release and is none; its setup says so inside, too, which no other name would mend."""
    if not edition.label and DIST.exists():
        shutil.rmtree(DIST)
        print(
            f"{DIST.name}/ is removed: its files were called a release. `package --built` packs them anew as none.",
            file=sys.stderr,
        )


def _read(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="dev.py package", description=__doc__)
    parser.add_argument("--check", action="store_true", help="install, upgrade, remove and try what was built")
    parser.add_argument("--twice", action="store_true", help="build it a second time and compare, byte by byte")
    parser.add_argument(
        "--start", action="store_true", help="measure the start against a bare window of the same bundle"
    )
    parser.add_argument("--built", action="store_true", help="take the bundle that stands; then it is no release")
    return parser.parse_args(arguments)


def try_package(made: Package, steps: Steps, asked: argparse.Namespace) -> None:
    """The trials that were asked for."""
    from devtools.windows import package_check, start_ratio, twice

    if asked.check:
        package_check.take(made, steps)
    if asked.twice:
        twice.take(made, steps)
    if asked.start:
        start_ratio.take(made.machine, made.built, steps)


def make(made: Package, steps: Steps, *, anew: bool = True) -> None:
    """Every step from the machine to the list of hashes."""
    signed_with: dict[str, str] | None = {} if made.signed else None
    steps.take("Windows machine", lambda: make_machine(made))
    steps.take("bundle", lambda: make_bundle(made, anew=anew))
    steps.take("sign the programs", lambda: sign_programs(made.built, signed_with))
    steps.take("smoke of the bundle", lambda: _smoke(made))
    shutil.rmtree(DIST, ignore_errors=True)
    steps.take("setup", lambda: make_setup(made, signed_with))
    steps.take("portable archive", lambda: _portable(made))
    steps.take("bill of materials", lambda: _bill(made))
    steps.take("list of SHA-256", lambda: _sums(made))


def release_objections() -> list[str]:
    """Why what is built now may not be called a release."""
    from devtools.windows import tested_sources

    found = []
    if not tested_sources.sources().clean:
        found.append("The files are not those of a commit; commit them first.")
    untested = tested_sources.objection()
    return [*found, untested] if untested else found


def sign_programs(bundle: Bundle, signed_with: dict[str, str] | None) -> str:
    """Sign both executables; without a certificate they stay as they are, and the table says so."""
    if signed_with is None:
        return "NOT SIGNED: no certificate is given"
    for program in sorted(bundle.folder.glob("*.exe")):
        signing.sign(program, signed_with)
        # signing is part of the build: its time must not show
        installer.stamp_time(program)
    return "both executables signed"


def sizes(made: Package) -> str:
    """What was built, each against its limit."""
    rows = [f"| {file.name} | {_megabytes(file.stat().st_size)} | {_limit(file)} |" for file in made.files]
    bundle = f"| bundle, {len(made.built.files())} files | {_megabytes(made.built.size())} | {_megabytes(LARGEST)} |"
    return "\n".join(["| what | MB | at most |", "|---|---|---|", bundle, *rows])


# ---- steps


def make_machine(made: Package) -> str:
    """Where it is built and tried."""
    try:
        made.made = machine.ready(LOCK, FOLDER)
    except (machine.NoWindows, machine.MachineFailed) as problem:
        raise PackageFailed(str(problem)) from problem
    return f"Wine with CPython, commit time {commit_time()}"


def make_bundle(made: Package, *, anew: bool) -> str:
    """The folder that is installed, within its limit."""
    made.bundle = build(made.machine) if anew else last_bundle()
    size = made.bundle.size()
    require(size <= LARGEST, f"{_megabytes(size)} MB, at most {_megabytes(LARGEST)}")
    return f"{len(made.bundle.files())} files, {_megabytes(size)} MB"


def _smoke(made: Package) -> str:
    from devtools.windows import installed_checks

    with fresh(made.machine) as desktop:
        return installed_checks.smoke(desktop, made.built.folder)


def make_setup(made: Package, signed_with: dict[str, str] | None) -> str:
    """The setup, within its limit."""
    target = installer.setup(made.built, DIST, made.edition, signed_with=signed_with)
    made.files.append(target)
    size = target.stat().st_size
    require(size <= installer.LARGEST, f"{_megabytes(size)} MB, at most {_megabytes(installer.LARGEST)}")
    return f"{_megabytes(size)} MB (goal {_megabytes(installer.GOAL)})"


def _portable(made: Package) -> str:
    made.files.append(installer.portable(made.built, DIST, made.edition))
    return f"{_megabytes(made.files[-1].stat().st_size)} MB"


def _bill(made: Package) -> str:
    made.files.append(installer.bill(made.built, DIST, made.edition))
    return f"{made.files[-1].name}, its parts looked up in the bundle"


def _sums(made: Package) -> str:
    target = DIST / installer.SUMS
    target.write_text(installer.sums(made.files), encoding="utf-8", newline="\n")
    return f"{len(made.files)} files in {target.name}"


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:.1f}"


def _limit(file: Path) -> str:
    return _megabytes(installer.LARGEST) if file.name.endswith("-setup.exe") else ""
