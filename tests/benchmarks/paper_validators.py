"""Our paper before foreign validators: the ink of Chromium line by line, and the two validators of archive files."""

from __future__ import annotations

import tempfile
from io import BytesIO
from pathlib import Path

from pikepdf import pdfa

from desktop_app.domain.documents.paper_kinds import Profile
from devtools import debian
from tests.benchmarks.table import Table
from tests.printing.checks.test_check_03 import LEAST_SHARE, MOST_INK, judged, printed
from tests.printing.checks.test_check_14 import FLAVOURS, findings
from tests.printing.checks.test_check_15 import ua_errors
from tests.printing.every_paper import SAMPLES, paper
from tests.printing.oracles import chromium, corpus, preflight


def ready() -> list[str]:
    """Install the validators; what cannot be had is told in words."""
    try:
        debian.install_missing(debian.TO_JUDGE)
    except debian.PackagesMissing as error:
        print(f"!! {error}", flush=True)
        return [str(error)]
    return []


def ink() -> Table:
    """Every line of the corpus beside Chromium's."""
    if not chromium.installed():
        return Table("Ink beside Chromium", ("lines",), (("MISSING: Chromium is not installed",),), "")
    with tempfile.TemporaryDirectory() as folder:
        texts = corpus.lines()
        lines = judged(texts, printed(texts, Path(folder)), Path(folder))
    same = [line for line in lines if line.same]
    others = sorted((line for line in lines if not line.same), key=lambda line: -line.found.ink)
    rows = [
        (f"≤ {MOST_INK} and width within one pixel", f"{len(same)} of {len(lines)}", f"{len(same) / len(lines):.1%}"),
        *((line.text, f"{line.found.ink:.3f}", f"{line.found.width:+d} of {line.found.whole} px") for line in others),
    ]
    faults = [line.fault for line in lines if line.fault]
    reached = "reached" if len(same) >= LEAST_SHARE * len(lines) and not faults else "NOT reached"
    return Table(
        "Ink beside Chromium at 200 dpi",
        ("lines", "ink", "width"),
        tuple(rows),
        f"Aim: {LEAST_SHARE:.0%} of the lines, order and width (1 %) right on all: {reached}."
        + "".join(f" FAULT: {fault}." for fault in faults),
    )


def archives() -> Table:
    """Every kind of paper in every form, by pikepdf, Preflight and pdfua."""
    rows = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for kind in SAMPLES:
            found = [str(len(findings(paper(kind, profile), profile))) for profile in FLAVOURS]
            said = _preflight(paper(kind, Profile.A_1B), folder)
            rows.append((kind, *found, said, str(len(ua_errors(paper(kind), folder)))))
    heads = ("paper", *(f"pikepdf {flavour}" for flavour in FLAVOURS.values()), "Preflight 1b", "pdfua")
    return Table("Validators of the archive forms: complaints", heads, tuple(rows), "Aim: none.")


def _preflight(pdf: bytes, folder: Path) -> str:
    return str(len(preflight.complaints(pdf, folder))) if preflight.installed() else "MISSING"


def verdict_of_all_pages(pdf: bytes) -> str:
    """What the validator says of a long paper when it looks into every page, as the program itself does not."""
    report = pdfa.validate_written(BytesIO(pdf), "2b", {"deterministic_id": True})
    return f"{report.verdict}, {len(report.findings)} findings"
