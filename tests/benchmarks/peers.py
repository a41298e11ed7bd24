"""Other programs that print Persian, and other readers of PDF: had from their registries, run on the same paragraphs.

They live in an environment of their own under ``build/peers``, made here when a benchmark asks for it. What this
machine cannot have is told loudly and missing from the tables; nothing of the product ever imports a peer.
"""

from __future__ import annotations

import html
import json
import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from desktop_app.system.paths import resource
from devtools import ROOT, debian

FOLDER: Final = ROOT / "build" / "peers"
PYTHON: Final = FOLDER / ".venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
_SCRIPTS: Final = Path(__file__).with_name("peer_pages")
_PACKAGES: Final = ("fpdf2", "uharfbuzz", "weasyprint", "typst", "PyMuPDF")
_PDFJS: Final = FOLDER / "node_modules" / "pdfjs-dist" / "legacy" / "build" / "pdf.mjs"
_SYSTEM: Final = (
    *debian.TO_JUDGE,
    debian.command("nodejs", "node"),
    debian.command("npm", "npm"),
    debian.library("libpango-1.0-0", "libpango-1.0.so.0"),
    debian.library("libpangoft2-1.0-0", "libpangoft2-1.0.so.0"),
    debian.library("libharfbuzz-subset0", "libharfbuzz-subset.so.0"),
)
_FONT: Final = resource("fonts", "Vazirmatn-Regular.ttf")
_LONGEST: Final = 300
"""Seconds that one run of a peer may take."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """Paragraphs and how they are to be set; millimetres and points. The defaults keep a long line in one piece."""

    texts: tuple[str, ...]
    width: float = 420.0
    height: float = 594.0
    margin: float = 15.0
    size: float = 12.0
    justify: bool = False
    font: Path = _FONT


@dataclass(frozen=True, slots=True)
class Peer:
    """A program that prints: its name, how it is asked for its version, and how it sets an order."""

    name: str
    version: Callable[[], str]
    make: Callable[[Order, Path], bytes]


def ready() -> list[str]:
    """Make the environment, install what is missing, and return what could not be had, in words."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    troubles = []
    for what, act in (("system packages", _system), ("Python packages", _packages), ("pdf.js", _pdfjs)):
        try:
            act()
        except (OSError, subprocess.CalledProcessError, debian.PackagesMissing) as error:
            troubles.append(f"{what} could not be had: {error}")
            print(f"!! {troubles[-1]}", file=sys.stderr, flush=True)
    return troubles


def _system() -> None:
    debian.install_missing(_SYSTEM)


def _packages() -> None:
    if not PYTHON.exists():
        venv.create(FOLDER / ".venv", with_pip=True)
    wanted = FOLDER / "installed.txt"
    if not wanted.exists() or wanted.read_text(encoding="utf-8") != " ".join(_PACKAGES):
        subprocess.run([str(PYTHON), "-m", "pip", "install", "-q", *_PACKAGES], check=True)
        wanted.write_text(" ".join(_PACKAGES), encoding="utf-8")


def _pdfjs() -> None:
    if not _PDFJS.exists():
        npm = shutil.which("npm") or "npm"
        install = [npm, "install", "--prefix", str(FOLDER), "--no-audit", "--no-fund", "pdfjs-dist"]
        subprocess.run(install, check=True, stdout=subprocess.DEVNULL)


def run(command: Iterable[str | Path], **environment: str) -> bytes:
    """Run a peer and return its output; its complaint is part of the error if it fails."""
    asked = [str(part) for part in command]
    # the tests' own choice of fonts leaves Chromium without a last resort, and then it prints nothing at all
    env = {**{name: value for name, value in os.environ.items() if name != "FONTCONFIG_FILE"}, **environment}
    done = subprocess.run(asked, capture_output=True, timeout=_LONGEST, env=env, check=False)
    if done.returncode:
        raise OSError(f"{asked[0]} ended with {done.returncode}: {done.stderr.decode('utf-8', 'replace')[-400:]}")
    return done.stdout


def python(script: str, *arguments: str | Path) -> bytes:
    """Run a script of ``peer_pages`` in the peers' own environment."""
    return run([PYTHON, _SCRIPTS / script, *arguments])


def _scripted(script: str) -> Callable[[Order, Path], bytes]:
    def make(order: Order, folder: Path) -> bytes:
        out = folder / f"{script}.pdf"
        python(f"{script}_page.py", _written(order, folder, out))
        return out.read_bytes()

    return make


def _written(order: Order, folder: Path, out: Path) -> Path:
    """The order as a file that a script reads, with the same page as HTML beside it."""
    page = folder / "order.html"
    page.write_text(_html(order), encoding="utf-8")
    told = {name: getattr(order, name) for name in ("texts", "width", "height", "margin", "size", "justify")}
    path = folder / "order.json"
    path.write_text(json.dumps({**told, "font": str(order.font), "html": str(page), "out": str(out)}), encoding="utf-8")
    return path


def _html(order: Order) -> str:
    align = "justify" if order.justify else "right"
    style = (
        f"@font-face{{font-family:Print;src:url('{order.font.as_uri()}')}}"
        f"@page{{size:{order.width}mm {order.height}mm;margin:{order.margin}mm}}"
        f"body{{margin:0;font:{order.size}pt Print;text-align:{align}}}p{{margin:0 0 2mm}}"
    )
    body = "\n".join(f"<p>{html.escape(text)}</p>" for text in order.texts)
    return f'<!doctype html><html lang="fa" dir="rtl"><meta charset="utf-8"><style>{style}</style>{body}</html>'


def _chromium(order: Order, folder: Path) -> bytes:
    out = folder / "chromium.pdf"
    _written(order, folder, out)
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
    profile = f"--user-data-dir={folder / 'chromium'}"
    run(["chromium", *options, profile, f"--print-to-pdf={out}", (folder / "order.html").as_uri()])
    return out.read_bytes()


_FODT: Final = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:automatic-styles><style:page-layout style:name="L"><style:page-layout-properties
 fo:page-width="{width}mm" fo:page-height="{height}mm" fo:margin="{margin}mm" style:writing-mode="rl-tb"/>
</style:page-layout><style:style style:name="P" style:family="paragraph"><style:paragraph-properties
 style:writing-mode="rl-tb" fo:text-align="{align}" fo:margin-bottom="2mm"/><style:text-properties
 style:font-name-complex="Vazirmatn" style:font-family-complex="Vazirmatn" fo:font-family="Vazirmatn"
 style:font-size-complex="{size}pt" fo:font-size="{size}pt" style:language-complex="fa"
 style:country-complex="IR"/></style:style></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="L"/></office:master-styles>
<office:body><office:text>{body}</office:text></office:body></office:document>
"""
_FONTCONFIG: Final = '<?xml version="1.0"?><fontconfig><dir>{}</dir><cachedir>{}</cachedir></fontconfig>\n'


def _libreoffice(order: Order, folder: Path) -> bytes:
    body = "".join(f'<text:p text:style-name="P">{html.escape(text)}</text:p>' for text in order.texts)
    align = "justify" if order.justify else "start"
    page = _FODT.format(
        width=order.width, height=order.height, margin=order.margin, size=order.size, align=align, body=body
    )
    (folder / "libreoffice.fodt").write_text(page, encoding="utf-8")
    fonts = folder / "fonts.conf"
    fonts.write_text(_FONTCONFIG.format(order.font.parent, folder / "cache"), encoding="utf-8")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    source = folder / "libreoffice.fodt"
    run(
        ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, source],
        FONTCONFIG_FILE=str(fonts),
    )
    return (folder / "libreoffice.pdf").read_bytes()


def _package_version(package: str) -> Callable[[], str]:
    code = f"import importlib.metadata as m; print(m.version({package!r}))"
    return lambda: run([PYTHON, "-c", code]).decode().strip()


def _last_number(*command: str) -> Callable[[], str]:
    def ask() -> str:
        words = run(command).decode("utf-8", "replace").split()
        return next((word for word in words if word[:1].isdigit()), "?")

    return ask


PEERS: Final = (
    Peer("fpdf2", _package_version("fpdf2"), _scripted("fpdf2")),
    Peer("WeasyPrint", _package_version("weasyprint"), _scripted("weasyprint")),
    Peer("Typst", _package_version("typst"), _scripted("typst")),
    Peer("Chromium", _last_number("chromium", "--version"), _chromium),
    Peer("LibreOffice", _last_number("soffice", "--version"), _libreoffice),
)
"""The programs beside which our paper is measured."""


def mupdf(pdf: bytes, folder: Path) -> str:
    """MuPDF's reader."""
    path = folder / "mupdf.pdf"
    path.write_bytes(pdf)
    return python("mupdf_reader.py", path).decode("utf-8")


def pdfjs(pdf: bytes, folder: Path) -> str:
    """The reader of Firefox."""
    path = folder / "pdfjs.pdf"
    path.write_bytes(pdf)
    return run(["node", _SCRIPTS / "pdfjs_reader.mjs", _PDFJS, path]).decode("utf-8")
