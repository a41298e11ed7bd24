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

from devtools.windows import interpreter

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
    """One part: its name, its licence (SPDX), the component that holds it (empty: the product), and its text."""

    name: str
    licence: str
    inside: str
    text: str
    version: str = ""


_UNTOLD: Final[Mapping[str, str]] = MappingProxyType({})


def _parts(inside: str, text: str, named: Mapping[str, str], versions: Mapping[str, str] = _UNTOLD) -> tuple[Part, ...]:
    return tuple(Part(name, licence, inside, text, versions.get(name, "")) for name, licence in named.items())


PARTS: Final = (
    Part("Vazirmatn", "OFL-1.1", "", "Vazirmatn-OFL.txt", "33.003"),
    Part("Lucide", "ISC", "", "Lucide-ISC.txt"),
    Part("Python", "PSF-2.0", "", PYTHON, interpreter.VERSION),
    Part("PyInstaller bootloader", "GPL-2.0-or-later WITH Bootloader-exception", "", "parts/pyinstaller.txt"),
    Part("Microsoft Visual C++ Runtime", "LicenseRef-Microsoft-Distributable-Code", "", PIKEPDF),
    *_parts(
        "Python",
        PYTHON,
        {"OpenSSL": APACHE, "bzip2": "bzip2-1.0.6", "libffi": MIT, "SQLite": PUBLIC, "zlib": ZLIB, "XZ Utils": PUBLIC},
        {"OpenSSL": "3.0.13", "SQLite": "3.45.1", "zlib": "1.3.1"},
    ),
    *_parts(
        "Python",
        PYTHON_PARTS,
        {"Expat": MIT, "libmpdec": BSD2, "Mersenne Twister": BSD3},
        {"Expat": "2.6.0", "libmpdec": "2.5.1"},
    ),
    *_parts(
        "pyside6-essentials",
        QT_PARTS,
        {
            "BLAKE2": "CC0-1.0 OR Apache-2.0",
            "D3D12 Memory Allocator": MIT,
            "double-conversion": BSD3,
            "Easing Equations": BSD3,
            "Emoji Segmenter": APACHE,
            "FreeType": "FTL",
            "HarfBuzz": "MIT-Modern-Variant",
            "IAccessible2": BSD3,
            "libjpeg-turbo": JPEG,
            "libpng": "libpng-2.0",
            "MD4 and MD5": PUBLIC,
            "MD4C": MIT,
            "OpenGL headers": MIT,
            "PCRE2": BSD3,
            "Pixman": MIT,
            "RFC 6234": BSD3,
            "SHA-3": "CC0-1.0",
            "sRGB profile": "LicenseRef-ICC",
            "TinyCBOR": MIT,
            "Unicode character data": "Unicode-DFS-2016",
            "Vulkan headers": RUST,
            "Vulkan Memory Allocator": MIT,
            "Wintab": "LicenseRef-LCS-Telegraphics",
            "zlib": ZLIB,
        },
    ),
    *_parts(
        "pillow",
        PILLOW,
        {
            "Brotli": MIT,
            "FreeType": "FTL",
            "HarfBuzz": "MIT-Modern-Variant",
            "libavif": BSD2,
            "libjpeg-turbo": JPEG,
            "libpng": "libpng-2.0",
            "LibTIFF": "libtiff",
            "libwebp": BSD3,
            "Little CMS": MIT,
            "OpenJPEG": BSD2,
            "XZ Utils": "0BSD",
            "zlib-ng": ZLIB,
        },
    ),
    *_parts(
        "pikepdf",
        PIKEPDF,
        {
            "libjpeg-turbo": JPEG,
            "OpenSSL": APACHE,
            "pdfminer.six encoding table": MIT,
            "QPDF": APACHE,
            "sRGB profile": ZLIB,
            "veraPDF validation rules": "CC-BY-4.0",
            "zlib": ZLIB,
        },
    ),
    *_parts(
        "pypdfium2",
        PDFIUM,
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
    *_parts("lxml", LIBXML2, {"libxml2": MIT, "libxslt": MIT}, {"libxml2": "2.11.9", "libxslt": "1.1.45"}),
    Part("libiconv", "LGPL-2.1-or-later", "lxml", "packages/jalali-core.txt", "1.17"),
    Part("zlib", ZLIB, "lxml", QT_PARTS),
    # its text came with Qt's and with PDFium's
    Part("HarfBuzz", "MIT-Modern-Variant", "uharfbuzz", QT_PARTS),
    *_parts("python-bidi", "packages/packaging.txt", {"PyO3": RUST, "unicode-bidi": RUST}),
    *_parts("rpds-py", "packages/packaging.txt", {"PyO3": RUST, "archery": MIT, "rpds": MIT, "triomphe": RUST}),
)
