"""Parts of others that ship beside or inside the components of the lock, with their licences and where the texts stand.

A wheel for Windows holds libraries that no lock names. They were read from what the wheels themselves carry (texts, and
lists of parts where there are some), from Qt's own attributions, and from the Debian project's for Qt and Python.
A version stands where the wheel for Windows says it of itself; the tests on Windows ask it anew.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from devtools.windows import interpreter, program_resources

PYTHON: Final = "parts/python.txt"
PYTHON_PARTS: Final = "parts/python-parts.txt"
QT_PARTS: Final = "parts/qt-parts.txt"
PILLOW: Final = "parts/pillow-windows.txt"
PIKEPDF: Final = "packages/pikepdf.txt"
PDFIUM: Final = "packages/pypdfium2.txt"
LIBXML2: Final = "parts/libxml2.txt"
MIT, ZLIB, BSD2, BSD3, APACHE = "MIT", "Zlib", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0"
JPEG: Final = "IJG AND BSD-3-Clause AND Zlib"
PUBLIC: Final = "LicenseRef-public-domain"
RUST: Final = "MIT OR Apache-2.0"


@dataclass(frozen=True, slots=True)
class Part:
    """One part: its name, its licence (SPDX), the component that holds it (empty: the product), and its text.

    ``file`` is where it lies in the bundle (a pattern): what is left out of the bundle is no part of what ships.
    """

    name: str
    licence: str
    inside: str
    text: str
    file: str
    version: str = ""


_UNTOLD: Final[Mapping[str, str]] = MappingProxyType({})


def _parts(
    inside: str, text: str, file: str, named: Mapping[str, str], versions: Mapping[str, str] = _UNTOLD
) -> tuple[Part, ...]:
    return tuple(Part(name, licence, inside, text, file, versions.get(name, "")) for name, licence in named.items())


_LIBRARY: Final = "python3??.dll"
_QT_CORE, _QT_GUI = "PySide6/Qt6Core.dll", "PySide6/Qt6Gui.dll"
_QT_PICTURES: Final = "PySide6/plugins/imageformats"
_LXML: Final = "lxml/etree.*.pyd"

PARTS: Final = (
    Part("Vazirmatn", "OFL-1.1", "", "Vazirmatn-OFL.txt", "desktop_app/_resources/fonts/Vazirmatn-*.ttf", "33.003"),
    Part("Lucide", "ISC", "", "Lucide-ISC.txt", "desktop_app/_resources/icons/*.svg"),
    Part("Python", "PSF-2.0", "", PYTHON, _LIBRARY, interpreter.VERSION),
    Part(
        "PyInstaller bootloader",
        "GPL-2.0-or-later WITH Bootloader-exception",
        "",
        "parts/pyinstaller.txt",
        f"{program_resources.WINDOW}.exe",
    ),
    Part(
        "Microsoft Visual C++ Runtime",
        "LicenseRef-Microsoft-Distributable-Code",
        "",
        PIKEPDF,
        "VCRUNTIME140.dll",
    ),
    Part("bzip2", "bzip2-1.0.6", "Python", PYTHON, "_bz2.pyd"),
    Part("libffi", MIT, "Python", PYTHON, "libffi-*.dll"),
    Part("SQLite", PUBLIC, "Python", PYTHON, "sqlite3.dll", "3.45.1"),
    Part("zlib", ZLIB, "Python", PYTHON, _LIBRARY, "1.3.1"),
    Part("XZ Utils", PUBLIC, "Python", PYTHON, "_lzma.pyd"),
    Part("Expat", MIT, "Python", PYTHON_PARTS, "pyexpat.pyd", "2.6.0"),
    Part("libmpdec", BSD2, "Python", PYTHON_PARTS, "_decimal.pyd", "2.5.1"),
    Part("Mersenne Twister", BSD3, "Python", PYTHON_PARTS, _LIBRARY),
    *_parts(
        "pyside6-essentials",
        QT_PARTS,
        _QT_CORE,
        {
            "BLAKE2": "CC0-1.0 OR Apache-2.0",
            "double-conversion": BSD3,
            "Easing Equations": BSD3,
            "MD4 and MD5": PUBLIC,
            "PCRE2": BSD3,
            "RFC 6234": BSD3,
            "SHA-3": "CC0-1.0",
            "TinyCBOR": MIT,
            "Unicode character data": "Unicode-DFS-2016",
            "zlib": ZLIB,
        },
    ),
    *_parts(
        "pyside6-essentials",
        QT_PARTS,
        _QT_GUI,
        {
            "D3D12 Memory Allocator": MIT,
            "Emoji Segmenter": APACHE,
            "FreeType": "FTL",
            "HarfBuzz": "MIT-Modern-Variant",
            "IAccessible2": BSD3,
            "libpng": "libpng-2.0",
            "MD4C": MIT,
            "OpenGL headers": MIT,
            "Pixman": MIT,
            "sRGB profile": "LicenseRef-ICC",
            "Vulkan headers": RUST,
            "Vulkan Memory Allocator": MIT,
        },
    ),
    Part("XSVG", "HPND-sell-variant", "pyside6-essentials", QT_PARTS, "PySide6/Qt6Svg.dll"),
    Part("libjpeg-turbo", JPEG, "pyside6-essentials", QT_PARTS, f"{_QT_PICTURES}/qjpeg.dll"),
    # its text came with Pillow's
    Part("libwebp", BSD3, "pyside6-essentials", PILLOW, f"{_QT_PICTURES}/qwebp.dll"),
    Part(
        "Wintab",
        "LicenseRef-LCS-Telegraphics",
        "pyside6-essentials",
        QT_PARTS,
        "PySide6/plugins/platforms/qwindows.dll",
    ),
    # of what the wheel holds beside these, the modules stay out of the bundle: AVIF, fonts, colour management
    *_parts(
        "pillow",
        PILLOW,
        "PIL/_imaging.*.pyd",
        {
            "libjpeg-turbo": JPEG,
            "LibTIFF": "libtiff",
            "libwebp": BSD3,
            "OpenJPEG": BSD2,
            "XZ Utils": "0BSD",
            "zlib-ng": ZLIB,
        },
    ),
    *_parts(
        "pikepdf",
        PIKEPDF,
        "pikepdf.libs/qpdf*.dll",
        {"libjpeg-turbo": JPEG, "OpenSSL": APACHE, "QPDF": APACHE, "zlib": ZLIB},
    ),
    Part("pdfminer.six encoding table", MIT, "pikepdf", PIKEPDF, program_resources.ARCHIVE),
    Part("sRGB profile", ZLIB, "pikepdf", PIKEPDF, "pikepdf/pdfa/data/sRGB.icc"),
    Part("veraPDF validation rules", "CC-BY-4.0", "pikepdf", PIKEPDF, "pikepdf/pdfa/data/verapdf_rules.json"),
    *_parts(
        "pypdfium2",
        PDFIUM,
        "pypdfium2_raw/pdfium.dll",
        {
            "Abseil": APACHE,
            "Anti-Grain Geometry": "LicenseRef-AGG-2.3",
            "Dragonbox": "Apache-2.0 WITH LLVM-exception OR BSL-1.0",
            "fast_float": RUST,
            "FreeType": "FTL",
            "HarfBuzz": "MIT-Modern-Variant",
            "Highway": "Apache-2.0 OR BSD-3-Clause",
            "ICU": "Unicode-3.0",
            "libjpeg-turbo": JPEG,
            "libpng": "libpng-2.0",
            "LibTIFF": "libtiff",
            "Little CMS": MIT,
            "LLVM libc": "Apache-2.0 WITH LLVM-exception",
            "OpenJPEG": BSD2,
            "PDFium": "BSD-3-Clause AND Apache-2.0",
            "simdutf": RUST,
            "zlib": ZLIB,
        },
    ),
    *_parts("lxml", LIBXML2, _LXML, {"libxml2": MIT, "libxslt": MIT}, {"libxml2": "2.11.9", "libxslt": "1.1.45"}),
    Part("libiconv", "LGPL-2.1-or-later", "lxml", "packages/jalali-core.txt", _LXML, "1.17"),
    Part("zlib", ZLIB, "lxml", QT_PARTS, _LXML),
    # its text came with Qt's and with PDFium's
    Part("HarfBuzz", "MIT-Modern-Variant", "uharfbuzz", QT_PARTS, "uharfbuzz/*.pyd"),
    *_parts("python-bidi", "packages/packaging.txt", "bidi/*.pyd", {"PyO3": RUST, "unicode-bidi": RUST}),
    *_parts(
        "rpds-py", "packages/packaging.txt", "rpds/*.pyd", {"PyO3": RUST, "archery": MIT, "rpds": MIT, "triomphe": RUST}
    ),
)
