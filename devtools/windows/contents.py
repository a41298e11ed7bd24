"""Lists for the bundle: what of Qt, Python and the components is left out of it, and which data go along.

Qt and the components bring far more than one window needs. Each list here is a reason for megabytes; what a list leaves
out and the program wants after all is found by the smoke run of every build.
"""

from __future__ import annotations

from collections.abc import Sequence
from fnmatch import fnmatchcase
from pathlib import PurePosixPath
from typing import Final, TypeAlias

Entry: TypeAlias = tuple[str, str, str]
"""As PyInstaller writes it: the place in the bundle, the file, its kind."""

COMPONENTS_LEFT_OUT: Final = {
    "packaging": "packaging",
}
"""Components of the lock, by their modules, that the program never asks for: an installation from the lock has them."""

MODULES_LEFT_OUT: Final = (
    *COMPONENTS_LEFT_OUT.values(),
    # of Python: other windows, tests, what builds and installs
    "tkinter", "idlelib", "turtle", "turtledemo", "test", "unittest", "doctest", "pydoc", "pydoc_data", "pdb",
    "lib2to3", "ensurepip", "venv", "distutils", "setuptools", "pkg_resources", "pip", "_distutils_hack", "PyInstaller",
    "xmlrpc", "ftplib", "smtplib", "poplib", "imaplib", "telnetlib", "curses", "multiprocessing",
    # of SQLAlchemy and Alembic: their own tests, drivers of other databases (Alembic itself asks for every dialect)
    "sqlalchemy.testing", "sqlalchemy.ext.mypy", "alembic.testing", "greenlet", "MySQLdb", "psycopg", "psycopg2",
    "pysqlite2", "black", "pytest", "_pytest",
    # of ReportLab and Pillow: charts, other kinds of pictures, windows
    "reportlab.graphics.charts", "reportlab.graphics.samples", "reportlab.graphics.widgets",
    "reportlab.graphics.barcode", "reportlab.graphics.renderPM", "reportlab.graphics.renderPS",
    "reportlab.graphics.renderSVG", "rlPyCairo", "_rl_renderPM",
    "PIL._avif", "PIL.AvifImagePlugin", "PIL._imagingtk", "PIL.ImageTk", "PIL.ImageQt", "PIL._imagingcms",
    "PIL.ImageCms", "PIL._imagingft", "PIL.ImageGrab", "PIL.ImageShow", "olefile", "numpy",
    # of lxml: pages of the web; of fontTools: making of fonts
    "lxml.html", "lxml.isoschematron", "lxml.cssselect", "lxml.ElementInclude", "lxml.sax", "lxml.objectify",
    "lxml.doctestcompare", "lxml.usedoctest",
    "fontTools.ufoLib", "fontTools.voltLib", "fontTools.mtiLib", "fontTools.qu2cu",
    "fontTools.tfmLib", "fontTools.svgLib", "fontTools.merge", "fontTools.ttx", "fontTools.t1Lib",
    # of Qt: what is drawn otherwise than by widgets
    "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtQuickWidgets", "PySide6.QtOpenGL", "PySide6.QtOpenGLWidgets",
    "PySide6.QtSql", "PySide6.QtTest", "PySide6.QtDesigner", "PySide6.QtHelp", "PySide6.QtUiTools", "PySide6.QtXml",
    "PySide6.QtDBus", "PySide6.QtConcurrent", "PySide6.scripts",
)  # fmt: skip
"""Modules that something imports where it has them, or that a hook would bring along."""

FILES_LEFT_OUT: Final = (
    # Qt draws widgets without OpenGL; its substitute alone is 20 MB
    "PySide6/opengl32sw.dll", "PySide6/Qt6OpenGL.dll", "PySide6/Qt6OpenGLWidgets.dll", "d3dcompiler_*.dll",
    "PySide6/Qt6Quick*.dll", "PySide6/Qt6Qml*.dll", "PySide6/Qt6Labs*.dll", "PySide6/Qt6VirtualKeyboard*.dll",
    "PySide6/Qt6Sql.dll", "PySide6/Qt6Test.dll", "PySide6/Qt6DBus.dll", "PySide6/Qt6Xml.dll", "PySide6/Qt6Pdf*.dll",
    "PySide6/pyside6qml.abi3.dll", "PySide6/qml/*",
    "PySide6/plugins/platforms/qdirect2d.dll", "PySide6/plugins/platforms/qminimal.dll",
    "PySide6/plugins/platforminputcontexts/*", "PySide6/plugins/generic/*", "PySide6/plugins/networkinformation/*",
    "PySide6/plugins/tls/*", "PySide6/plugins/sqldrivers/*", "PySide6/plugins/qml*/*", "PySide6/plugins/designer/*",
    "PySide6/plugins/vectorimageformats/*",
    # the program has a style of its own, upon Fusion, which is a part of Qt6Widgets.dll
    "PySide6/plugins/styles/*",
    "PySide6/plugins/imageformats/qicns.dll", "PySide6/plugins/imageformats/qtga.dll",
    "PySide6/plugins/imageformats/qtiff.dll", "PySide6/plugins/imageformats/qwbmp.dll",
    "PySide6/plugins/imageformats/qpdf.dll",
    # of Python: no network, no processes that share work
    "_ssl.pyd", "libssl-*.dll", "_asyncio.pyd", "_multiprocessing.pyd", "_msi.pyd", "winsound.pyd",
    "_testcapi.pyd",
    # hashlib computes SHA-256 without OpenSSL, too, and starts sooner
    "_hashlib.pyd", "libcrypto-*.dll",
    "PIL/_avif*.pyd", "PIL/_imagingft*.pyd", "PIL/_imagingcms*.pyd", "PIL/_imagingtk*.pyd",
    "lxml/objectify*.pyd", "lxml/isoschematron/*",
    # the template once more, unpacked
    "docx/templates/default-docx-template/*",
    # tests, sources and types that packages carry
    "*/tests/*", "*/benchmarks/*", "*/testing/*", "*.pyi", "*/py.typed", "*.pxd", "*.pxi", "*.h", "*.lib", "*.cpp",
    "*.pyx", "*.dist-info/*",
)  # fmt: skip

KEPT_ALONE: Final = {
    "PySide6/translations/*": ("qtbase_fa.qm", "qt_fa.qm"),
    # of other zones the rules of today are taken (domain/calendar/clock.py)
    "tzdata/*": ("zoneinfo/Asia/Tehran", "zoneinfo/UTC"),
}
"""Folders of which a few files are wanted."""

LOOSE: Final = ("PySide6", "shiboken6", "jalali_core", "bidi")
"""Packages under the LGPL: their modules are files of their own, which may be replaced by another build."""

C_RUNTIME: Final = ("MSVCP140*.dll", "VCRUNTIME140*.dll")
"""Microsoft's, which several wheels carry: one copy beside Python's library serves them all."""

DATA: Final = (
    ("resources", "desktop_app/_resources", "*"),
    # the steps of an upgrade are found as files
    ("desktop_app/storage/migrations", "desktop_app/storage/migrations", "*.py"),
)
"""A folder of the checkout, its place in the bundle, and which of its files."""

WITHOUT_DOCSTRINGS: Final = ("desktop_app", "fontTools", "reportlab", "PIL", "pikepdf")
"""Packages whose docstrings stay out: the largest ones, but SQLAlchemy, which asserts that its events have them."""

PACKAGES_WITH_DATA: Final = ("pikepdf", "docx", "tzdata")
"""Components that read files of their own at run time."""


def is_left_out(place: str) -> bool:
    """Whether the file of this place in the bundle stays out; separators of either system."""
    name = _plain(place)
    for folder, kept in KEPT_ALONE.items():
        if fnmatchcase(name, folder):
            return name.removeprefix(folder.removesuffix("*")) not in kept
    return any(fnmatchcase(name, pattern) for pattern in FILES_LEFT_OUT)


def once(entries: Sequence[Entry]) -> list[Entry]:
    """Each library of the C runtime a single time, in the newest of the versions that came along: Shiboken's."""
    runtime: dict[str, Entry] = {}
    others = []
    for place, source, kind in entries:
        name = _plain(place).rpartition("/")[2]
        if not any(fnmatchcase(name.upper(), pattern.upper()) for pattern in C_RUNTIME):
            others.append((place, source, kind))
        elif name.upper() not in runtime or "shiboken6" in source:
            runtime[name.upper()] = (name, source, kind)
    return sorted(others + list(runtime.values()))


def _plain(place: str) -> str:
    return PurePosixPath(place.replace("\\", "/")).as_posix()
