"""Names of the bundle's files, and what Windows shows of an executable: its version, its maker, in two languages."""

from __future__ import annotations

from typing import Any, Final

from desktop_app import VERSION

WINDOW: Final = "Dabirkhaneh"
CONSOLE: Final = "dabirkhaneh-cli"
"""The same program with a console. Names that differ in case alone would be one file on Windows."""

METER: Final = "start-times"
ARCHIVE: Final = "dabirkhaneh.pyz"
"""Beside the libraries: every module of the program, read by both executables."""

_PERSIAN: Final = "042904B0"
_ENGLISH: Final = "040904B0"
_TEXTS: Final = {
    _PERSIAN: {
        "CompanyName": "سازندگان دبیرخانه",
        "FileDescription": "دبیرخانه",
        "ProductName": "دبیرخانه",
        "LegalCopyright": "پروانهٔ MIT؛ پروانهٔ اجزا در پوشهٔ برنامه",
    },
    _ENGLISH: {
        "CompanyName": "The Dabirkhaneh founders",
        "FileDescription": "Dabirkhaneh, secretariat of a committee",
        "ProductName": "Dabirkhaneh",
        "LegalCopyright": "MIT licence; licences of components in the program folder",
    },
}


def numbers(version: str = VERSION) -> tuple[int, int, int, int]:
    """The version as Windows wants it: four numbers."""
    parts = [int(part) for part in version.split(".")]
    first, second, third, fourth = (*parts, 0, 0, 0, 0)[:4]
    return first, second, third, fourth


def texts(file: str, version: str = VERSION) -> dict[str, dict[str, str]]:
    """By language and code page: what the page «Details» of the file's properties shows."""
    own = {"FileVersion": version, "ProductVersion": version, "OriginalFilename": file, "InternalName": file}
    return {language: {**words, **own} for language, words in _TEXTS.items()}


def version(file: str) -> Any:  # noqa: ANN401 - of PyInstaller, which is there only where a bundle is built
    """The version resource of one executable."""
    from PyInstaller.utils.win32 import versioninfo as info  # type: ignore[import-not-found, import-untyped, unused-ignore]

    tables = [
        info.StringTable(language, [info.StringStruct(key, text) for key, text in sorted(words.items())])
        for language, words in texts(file).items()
    ]
    languages = [info.VarStruct("Translation", [0x0429, 1200, 0x0409, 1200])]
    fixed = info.FixedFileInfo(filevers=numbers(), prodvers=numbers(), mask=0x3F, OS=0x40004, fileType=1)
    return info.VSVersionInfo(ffi=fixed, kids=[info.StringFileInfo(tables), info.VarFileInfo(languages)])
