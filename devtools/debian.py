"""The system packages that Qt and the tests need on Debian 13: found out by trying, installed when root."""

from __future__ import annotations

import ctypes
import importlib
import os
import shutil
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final


class PackagesMissing(Exception):
    """Packages are missing and cannot be installed from here; the message is the command to type."""


@dataclass(frozen=True, slots=True)
class Need:
    """One package and how to find out that what it brings is there, whoever installed it."""

    package: str
    present: Callable[[], bool]


def library(package: str, name: str) -> Need:
    """A shared library that the loader has to find."""

    def present() -> bool:
        try:
            ctypes.CDLL(name)
        except OSError:
            return False
        return True

    return Need(package, present)


def command(package: str, name: str) -> Need:
    """A program on the path."""
    return Need(package, lambda: shutil.which(name) is not None)


def file(package: str, path: str) -> Need:
    """A file at its place."""
    return Need(package, Path(path).exists)


def _can_make_venv() -> bool:
    try:
        import ensurepip  # noqa: F401 - Debian ships Python without it
    except ImportError:
        return False
    return True


TO_RUN: Final = (
    Need("python3-venv", _can_make_venv),
    library("libatomic1", "libatomic.so.1"),
    library("libdbus-1-3", "libdbus-1.so.3"),
    library("libegl1", "libEGL.so.1"),
    library("libfontconfig1", "libfontconfig.so.1"),
    library("libfreetype6", "libfreetype.so.6"),
    library("libgl1", "libGL.so.1"),
    library("libglib2.0-0t64", "libgthread-2.0.so.0"),
    library("libgssapi-krb5-2", "libgssapi_krb5.so.2"),
    library("libx11-xcb1", "libX11-xcb.so.1"),
    library("libxcb-cursor0", "libxcb-cursor.so.0"),
    library("libxcb-icccm4", "libxcb-icccm.so.4"),
    library("libxcb-image0", "libxcb-image.so.0"),
    library("libxcb-keysyms1", "libxcb-keysyms.so.1"),
    library("libxcb-randr0", "libxcb-randr.so.0"),
    library("libxcb-render-util0", "libxcb-render-util.so.0"),
    library("libxcb-shape0", "libxcb-shape.so.0"),
    library("libxcb-sync1", "libxcb-sync.so.1"),
    library("libxcb-xfixes0", "libxcb-xfixes.so.0"),
    library("libxcb-xkb1", "libxcb-xkb.so.1"),
    library("libxkbcommon0", "libxkbcommon.so.0"),
    library("libxkbcommon-x11-0", "libxkbcommon-x11.so.0"),
    command("fontconfig", "fc-list"),
)
"""What a window needs (and what Qt links, shown or not)."""

TO_TEST: Final = (
    *TO_RUN,
    library("libfribidi0", "libfribidi.so.0"),
    command("openbox", "openbox"),
    command("poppler-utils", "pdftotext"),
    command("qpdf", "qpdf"),
    command("x11-xkb-utils", "setxkbmap"),
    command("xauth", "xauth"),
    command("xdotool", "xdotool"),
    command("xvfb", "Xvfb"),
    file("myspell-fa", "/usr/share/hunspell/fa_IR.dic"),
    file("unicode-data", "/usr/share/unicode/BidiCharacterTest.txt"),
)
"""What the tests need besides: independent readers of PDF and bidi, real keyboards, words and tables."""


_JAVA: Final = Path("/usr/share/java")
PREFLIGHT: Final = tuple(
    _JAVA / f"{name}.jar"
    for name in (
        "preflight", "pdfbox2", "fontbox2", "xmpbox", "commons-logging", "javax.activation", "jaxb-api", "jaxb-core",
        "jaxb-impl",
    )
)  # fmt: skip
"""What Apache PDFBox Preflight is run from."""

TO_JUDGE: Final = (
    command("chromium", "chromium"),
    command("libreoffice-writer-nogui", "soffice"),
    command("default-jre-headless", "java"),
    file("libpdfbox2-java", str(_JAVA / "preflight.jar")),
    file("libactivation-java", str(_JAVA / "javax.activation.jar")),
    file("libjaxb-api-java", str(_JAVA / "jaxb-api.jar")),
    file("libjaxb-java", str(_JAVA / "jaxb-impl.jar")),
)
"""Foreign programs that judge our paper: ink, Word files, the oldest archive form. Large, so only where wanted."""


def install_missing(needs: Sequence[Need]) -> None:
    """Install what is missing with apt as root; otherwise raise with the one command that would."""
    if not is_debian():
        return
    missing = [need.package for need in needs if not need.present()]
    if not missing:
        return
    if os.geteuid() != 0:
        raise PackagesMissing(f"System packages are missing. Type once:\n    sudo apt-get install {' '.join(missing)}")
    print("Installing system packages:", " ".join(missing), flush=True)
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    install = ["apt-get", "install", "-y", "-q", "--no-install-recommends", *missing]
    # A new machine has no package lists yet; one in use may have them and no network
    subprocess.run(["apt-get", "update", "-q"], env=env, check=False, stdout=subprocess.DEVNULL)
    if subprocess.run(install, env=env, check=False, stdout=subprocess.DEVNULL).returncode != 0:
        raise PackagesMissing(f"apt-get could not install: {' '.join(missing)}")
    importlib.invalidate_caches()
    # a package of the name that brings something else would be found out much later, and elsewhere
    wrong = [need.package for need in needs if not need.present()]
    if wrong:
        raise PackagesMissing(f"Installed, and what they are wanted for is not there: {' '.join(wrong)}")


def is_debian() -> bool:
    """Whether this machine takes its packages from apt."""
    return os.name == "posix" and Path("/etc/debian_version").exists() and shutil.which("apt-get") is not None
