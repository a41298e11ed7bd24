"""Setup, portable archive, bill of materials and list of their SHA-256: how each is written from a bundle."""

from __future__ import annotations

import fnmatch
import hashlib
import os
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

from desktop_app import VERSION
from desktop_app.system.paths import PLACE_FILE, PORTABLE_MARK
from devtools import ROOT
from devtools.licence_parts import PARTS
from devtools.sbom import Undescribed, sbom
from devtools.windows import contents, program_resources, setup_texts, signing
from devtools.windows.bundle import LOCK, Bundle, PackageFailed, commit_time

DIST: Final = ROOT / "dist"
SOURCES: Final = ROOT / "packaging" / "windows"
LARGEST: Final = 45_000_000
GOAL: Final = 35_000_000
"""Bytes of a setup."""

LICENCE: Final = "licence.txt"
"""In the folder of the program, too."""

NOT_A_RELEASE: Final = "not-a-release"
SUMS: Final = "SHA256SUMS.txt"
LIST: Final = "installed.ini"
"""What a setup put into its folder, read by a later one and by the uninstaller."""


@dataclass(frozen=True, slots=True)
class Edition:
    """What a setup says of itself: its version, and a label where it is no release."""

    version: str = VERSION
    label: str = ""

    @property
    def stem(self) -> str:
        """What its files are called."""
        return "-".join(part for part in ("Dabirkhaneh", self.version, self.label) if part)

    @property
    def shown(self) -> str:
        """The version as the pages of the setup tell it."""
        return setup_texts.shown_version(self.version, release=not self.label)


def setup(
    bundle: Bundle,
    out: Path,
    edition: Edition,
    *,
    signed_with: dict[str, str] | None = None,
    quick: bool = False,
    extra: Mapping[str, Path] | None = None,
) -> Path:
    """Write the setup into the folder ``out``.

    For trials: ``quick`` packs fast and large, ``extra`` adds files by their places, which a former version had.
    """
    work = bundle.folder.parent / "setup"
    work.mkdir(parents=True, exist_ok=True)
    _write_licence(work / LICENCE)
    (work / "licence.rtf").write_bytes(setup_texts.rich(_note(), _licence()))
    texts = (SOURCES / "texts.nsh").read_text(encoding="utf-8")
    (work / "texts.nsh").write_text(setup_texts.marked(texts), encoding="utf-8")
    files = {PurePosixPath(LICENCE): work / LICENCE} | {
        PurePosixPath(file.relative_to(bundle.folder).as_posix()): file for file in bundle.files()
    }
    files |= {PurePosixPath(place): file for place, file in (extra or {}).items()}
    (work / LIST).write_text(listed(files), encoding="ascii", newline="\r\n")
    stamp_time(work / LIST)
    (work / "files.nsh").write_text(_commands(files), encoding="utf-8")
    target = out / f"{edition.stem}-setup.exe"
    out.mkdir(parents=True, exist_ok=True)
    defines = {
        "FILES": str(work / "files.nsh"),
        "LISTED": str(work / LIST),
        "LICENCE": str(work / "licence.rtf"),
        "TEXTS": str(work / "texts.nsh"),
        "VERSION": edition.version,
        "SHOWN_VERSION": edition.shown,
        "NUMBERS": ".".join(str(number) for number in program_resources.numbers(edition.version)),
        "PLACE_FILE": PLACE_FILE,
        "PORTABLE_MARK": PORTABLE_MARK,
        "KILOBYTES": str(bundle.size() // 1024),
        "OUT": str(target),
    }
    if edition.label:
        defines["LABEL"] = edition.label
    if quick:
        defines["QUICK"] = "1"
    if signed_with is not None:
        defines["SIGN"] = str(signing.SCRIPT)
    _makensis(defines, signed_with or {})
    return target


def listed(files: Iterable[PurePosixPath]) -> str:
    """What a later setup and the uninstaller read: every file, then its folders from the deepest up."""
    places = sorted(files)
    folders = {folder for place in places for folder in place.parents if folder != PurePosixPath(".")}
    lines = ["[files]", *(f"{_windows(place)}=1" for place in places)]
    lines += ["[folders]", *(f"+{_windows(one)}=1" for one in sorted(folders, key=lambda one: (-len(one.parts), one)))]
    return "".join(f"{line}\n" for line in lines)


def portable(bundle: Bundle, out: Path, edition: Edition) -> Path:
    """Write the archive that needs no setup and keeps its data beside the program."""
    target = out / f"{edition.stem}-portable.zip"
    out.mkdir(parents=True, exist_ok=True)
    licence = bundle.folder.parent / "setup" / LICENCE
    licence.parent.mkdir(parents=True, exist_ok=True)
    _write_licence(licence)
    content = {file.relative_to(bundle.folder).as_posix(): file for file in bundle.files()}
    content |= {PORTABLE_MARK: SOURCES / PORTABLE_MARK, LICENCE: licence}
    stamp = time.gmtime(commit_time())[:6]
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in sorted(content):
            entry = zipfile.ZipInfo(f"Dabirkhaneh/{name}", stamp)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content[name].read_bytes())
    return target


def bill(bundle: Bundle, out: Path, edition: Edition) -> Path:
    """Write the bill of materials in CycloneDX; each part that it names is looked up in the bundle."""
    places = [file.relative_to(bundle.folder).as_posix().removeprefix("_internal/") for file in bundle.files()]
    packed = [part for part in PARTS if part.inside not in contents.COMPONENTS_LEFT_OUT]
    absent = [f"{part.name} ({part.file})" for part in packed if not fnmatch.filter(places, part.file)]
    if absent:
        raise PackageFailed(f"parts that the bundle does not hold: {', '.join(absent)}")
    target = out / f"{edition.stem}.cdx.json"
    out.mkdir(parents=True, exist_ok=True)
    try:
        target.write_bytes(sbom(edition.version, LOCK, contents.COMPONENTS_LEFT_OUT))
    except Undescribed as problem:
        raise PackageFailed(str(problem)) from problem
    return target


def sums(files: Sequence[Path]) -> str:
    """The list by which a copy on a USB stick is compared: `sha256sum -c`, or `certutil -hashfile` line by line."""
    return "".join(f"{hashlib.sha256(file.read_bytes()).hexdigest()} *{file.name}\n" for file in sorted(files))


def stamp_time(file: Path) -> None:
    """Give a file the time of the commit."""
    os.utime(file, (commit_time(), commit_time()))


# ---- inside


def _note() -> str:
    return (SOURCES / "licence-note.txt").read_text(encoding="utf-8")


def _licence() -> str:
    return (ROOT / "LICENSE").read_text(encoding="utf-8")


def _write_licence(target: Path) -> None:
    # the mark tells Windows' editor that this is UTF-8
    target.write_text(_note() + _licence(), encoding="utf-8-sig", newline="\r\n")
    stamp_time(target)


def _commands(files: dict[PurePosixPath, Path]) -> str:
    """The files as commands of NSIS in an order of their own: that of a folder differs from disk to disk."""
    lines = []
    folder: PurePosixPath | None = None
    for place, file in sorted(files.items(), key=lambda one: (one[0].parent, one[0])):
        if place.parent != folder:
            folder = place.parent
            inside = "" if folder == PurePosixPath(".") else f"\\{_windows(folder)}"
            lines.append(f'SetOutPath "$INSTDIR{inside}"')
        lines.append(f'File "/oname={place.name}" "{file}"')
    return "".join(f"{line}\n" for line in [*lines, 'SetOutPath "$INSTDIR"'])


def _windows(place: PurePosixPath) -> str:
    return place.as_posix().replace("/", "\\")


def _makensis(defines: dict[str, str], variables: dict[str, str]) -> None:
    options = [f"-D{name}={value}" for name, value in defines.items()]
    command = ["makensis", "-V2", "-WX", "-INPUTCHARSET", "UTF8", *options, str(SOURCES / "setup.nsi")]
    told = subprocess.run(
        command,
        env={**os.environ, **variables},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if told.returncode != 0:
        raise PackageFailed(f"makensis ended with {told.returncode}:\n{told.stdout[-3000:]}")


def main(arguments: Sequence[str]) -> int:
    """All that is handed out, from a bundle that was built on a real Windows (``packaging/windows/build.ps1``)."""
    bundle = Bundle(Path(arguments[0]).absolute() / program_resources.WINDOW)
    edition = Edition(label=NOT_A_RELEASE)
    try:
        files = [make(bundle, DIST, edition) for make in (setup, portable, bill)]
    except PackageFailed as problem:
        print(problem, file=sys.stderr)
        return 1
    (DIST / SUMS).write_text(sums(files), encoding="utf-8", newline="\n")
    print("\n".join(str(file) for file in files))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
