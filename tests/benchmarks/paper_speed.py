"""The year book against its peers, and the paper of one meeting: CPU, memory, bytes."""

from __future__ import annotations

import os
import platform
import shutil
import sys
import tempfile
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from pathlib import Path

from desktop_app.domain.documents.snapshots import canonical_json
from desktop_app.system.paths import resource
from tests.benchmarks import measured, paper_validators, paper_year, peer_markup, peer_sheets, peers
from tests.benchmarks.measured import Result
from tests.benchmarks.table import Table
from tests.printing import sample_documents as samples
from tests.printing.generated_year import generated_year

ROUNDS = 3
SLOW = frozenset({"weasyprint", "fpdf2", "libreoffice"})
"""Peers that take minutes are tried once, on a quarter of the year: what they take grows with the pages."""
OURS, ARCHIVED = "ours", "ours, archived"
_PARTS = ("the pages", "the archive file of them", "the proof of its bytes")
ENGINES = Path(__file__).with_name("peer_engines.py")


def run(meetings: int = paper_year.MEETINGS) -> list[Table]:
    """The year in turn with the peers, then one meeting's minutes, fresh and warm."""
    peers.ready()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _write(folder, meetings)
        results = _results(folder, _commands(folder))
        whole = paper_validators.verdict_of_all_pages((folder / f"{ARCHIVED}.pdf").read_bytes())
        judged = f"pikepdf looks into every page of the archived year: {whole}."
        return [_year_table(results, meetings, judged), _book_table(folder, meetings), _small_table(folder)]


def _write(folder: Path, meetings: int) -> None:
    year = paper_year.year(meetings)
    sheets = [peer_sheets.sheet(one) for one in year]
    peer_markup.write(sheets, resource("fonts"), folder)
    _slow(folder).mkdir()
    peer_markup.write(sheets[: max(meetings // 4, 1)], resource("fonts"), _slow(folder))
    (folder / "year.jsonl").write_text("\n".join(map(canonical_json, year)), encoding="utf-8")
    (folder / "book.jsonl").write_text(canonical_json(generated_year(meetings)), encoding="utf-8")
    (folder / "one.jsonl").write_text(canonical_json(samples.INQUORATE), encoding="utf-8")


def _commands(folder: Path) -> dict[str, Sequence[str]]:
    """The command of each engine that is there; what is not there is said aloud."""
    python, fonts = str(peers.PYTHON), str(resource("fonts"))
    commands: dict[str, Sequence[str]] = {
        OURS: _ours("year", folder / f"{OURS}.pdf", folder / "year.jsonl"),
        ARCHIVED: _ours("archived", folder / f"{ARCHIVED}.pdf", folder / "year.jsonl"),
    }
    for name in ("typst", "typst-a-2b", "weasyprint", "fpdf2", "qt"):
        where = _slow(folder) if name in SLOW else folder
        commands[name] = [sys.executable if name == "qt" else python, str(ENGINES), name, str(where), fonts]
    office = shutil.which("soffice")
    if office is None:
        print("  LibreOffice is not installed: not measured")
    else:
        profile = f"-env:UserInstallation={(folder / 'office').as_uri()}"
        convert = ["--headless", "--convert-to", "pdf:writer_web_pdf_Export", "--outdir", str(_slow(folder))]
        commands["libreoffice"] = [office, profile, *convert, str(_slow(folder) / "year.html")]
    return commands


def _slow(folder: Path) -> Path:
    """Where the slow peers find their quarter of the year."""
    return folder / "quarter"


def _ours(kind: str, out: Path, source: Path) -> list[str]:
    return [sys.executable, "-m", "tests.benchmarks.paper_ours", kind, str(out), str(source)]


def _results(folder: Path, commands: Mapping[str, Sequence[str]]) -> dict[str, Result]:
    runs = measured.in_turn(commands, lambda name: 1 if name in SLOW else ROUNDS)
    found = {}
    for name, tried in runs.items():
        where = _slow(folder) if name in SLOW else folder
        path = where / ("year.pdf" if name == "libreoffice" else f"{name}.pdf")
        found[name] = Result(tried, measured.pages_of(path), path.stat().st_size)
    return found


def _year_table(results: Mapping[str, Result], meetings: int, judged: str) -> Table:
    typst, archived = results["typst"], results["typst-a-2b"]
    rows = []
    for name, one in results.items():
        against = archived if name in {ARCHIVED, "typst-a-2b"} else typst
        whole = 0.0 if name in SLOW else one.user / against.user
        page = (one.user / one.pages) / (against.user / against.pages)
        figures = (
            f"{one.user:.2f}",
            f"{one.pages}",
            f"{1000 * one.user / one.pages:.1f}",
            f"{whole:.2f}" if whole else "–",
            f"{page:.2f}",
        )
        rows.append((name, *figures, f"{one.peak:.0f}", f"{one.size / 1024 / one.pages:.1f}", str(len(one.runs))))
    return Table(
        f"A year of {meetings} meetings",
        ("engine", "user CPU s", "pages", "ms a page", "ratio", "ratio a page", "peak MB", "kB a page", "runs"),
        tuple(rows),
        f"{_verdict(results)} {judged} Medians of runs in turn, each in a process of its own, start-up and "
        f"reading of the documents included. Ratio: against Typst; the archived ones against Typst's own a-2b. "
        f"{', '.join(sorted(SLOW))} print a quarter of the year, so only a page of theirs is compared. "
        f"{versions()}",
    )


def _verdict(results: Mapping[str, Result]) -> str:
    """The limits with what was measured; of the whole year and of a page the worse ratio counts."""
    said = []
    for name, against, limit in ((OURS, "typst", 0.8), (ARCHIVED, "typst-a-2b", 1.5)):
        mine, theirs = results[name], results[against]
        ratio = max(mine.user / theirs.user, mine.user / mine.pages / (theirs.user / theirs.pages))
        said.append(f"{name} ≤ {limit} of {against}: {ratio:.2f}, {_reached(ratio <= limit)}.")
    peak = max(results[name].peak for name in (OURS, ARCHIVED))
    said.append(f"Peak ≤ 300 MB (goal 150): {peak:.0f}, {_reached(peak <= 300)}.")
    heavy = max(results[name].size / results[name].pages for name in (OURS, ARCHIVED)) / 1024
    said.append(f"≤ 5 kB a page: {heavy:.1f}, {_reached(heavy <= 5)}.")
    return "Limits: " + " ".join(said)


def _reached(held: bool) -> str:
    return "reached" if held else "NOT reached"


def _book_table(folder: Path, meetings: int) -> Table:
    """What the operator gets of that many meetings; no peer has contents, register and indexes of them."""
    runs = measured.in_turn({"book": _ours("book", folder / "book.pdf", folder / "book.jsonl")}, lambda _: ROUNDS)
    path = folder / "book.pdf"
    made = Result(runs["book"], measured.pages_of(path), path.stat().st_size)
    rows = ((f"{made.user:.2f}", f"{made.pages}", f"{1000 * made.user / made.pages:.1f}", f"{made.peak:.0f}"),)
    return Table(
        f"The year book of {meetings} meetings: minutes, contents, register, attendance, indexes",
        ("user CPU s", "pages", "ms a page", "peak MB"),
        rows,
        f"Median of {ROUNDS} runs, archive form, document as JSON inside and proof of a sample included. "
        f"Peak ≤ 300 MB (goal 150): {made.peak:.0f}, {_reached(made.peak <= 300)}.",
    )


def _small_table(folder: Path) -> Table:
    fresh = measured.in_turn({"fresh": _ours("one", folder / "one.pdf", folder / "one.jsonl")}, lambda _: 7)["fresh"]
    pages = measured.pages_of(folder / "one.pdf")
    result = Result(fresh, pages, (folder / "one.pdf").stat().st_size)
    parts = _warm(folder)
    made, whole = sum(parts[:-1]), sum(parts)
    rows = (
        ("fresh process, imports included", f"{1000 * result.user:.0f} ms", "≤ 500 ms", _reached(result.user <= 0.5)),
        *((f"warm: {name}", f"{taken:.0f} ms", "", "") for name, taken in zip(_PARTS, parts, strict=True)),
        ("warm: made, pages and file", f"{made:.0f} ms", "≤ 60 ms", _reached(made <= 60)),
        ("warm: made and proved", f"{whole:.0f} ms", "≤ 60 ms if the proof counts", _reached(whole <= 60)),
    )
    return Table(
        f"Minutes of {pages} pages with the archive pass",
        ("process", "user CPU", "limit", ""),
        rows,
        f"Median of {len(fresh)} runs; warm: of 15 papers. From a frozen document, without storage. "
        f"Peak {result.peak:.0f} MB.",
    )


def _warm(folder: Path) -> tuple[float, ...]:
    """Milliseconds of the parts of a paper that is not the first of its process."""
    measured.run(_ours("warm", folder / "warm.txt", folder / "one.jsonl"))
    return tuple(map(float, (folder / "warm.txt").read_text(encoding="utf-8").split()))


def versions() -> str:
    """What was measured with."""
    own = ", ".join(f"{name} {version(name)}" for name in ("reportlab", "uharfbuzz", "pikepdf", "PySide6-Essentials"))
    told = ", ".join(f"{peer.name} {peer.version()}" for peer in peers.PEERS)
    machine = f"Python {platform.python_version()}, {platform.system()} {platform.machine()}, {os.cpu_count()} cores"
    return f"Versions: {own}; {told}; {machine}."
