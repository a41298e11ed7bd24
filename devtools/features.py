"""Weight by feature: lines of the program and of the tests, and seconds of the last whole run of the tests.

A file belongs to the first feature one of whose words its path holds, whatever folder it moves to. Blank lines,
comments and generated forms are left out.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from devtools import ROOT

RESULTS: Final = Path("build/tests/results.jsonl")
"""Below the root: a line for each test that ran, with its seconds."""
FEATURES: Final = (
    ("salvage, recovery", r"salvag|recover|damage|lost_(?!file)|mutat|garbled|unproven|doubt"),
    ("backup, restore", r"backup|restor|thinning|put_back"),
    ("archive export", r"archive|readable_copy"),
    ("verifying paper", r"verif|paper_code"),
    (
        "strangers' files",
        r"painted|drawn_|unpack|tile|stranger|older_filter|loose_value|file_soundness|picture_bounds|child_process",
    ),
    ("scans", r"scan|mark_read"),
    ("evidence, check", r"evidence|integrity|checks?\b|_check|frozen_|chain|tamper|falsif|outside|severity"),
    ("schema, upgrades", r"migration|revision|schema|upgrade|earlier"),
    ("faults, kills, power cuts", r"fault|kill|power|hostile|fuzz|crash"),
    ("taking over, Excel", r"taking_over|past|workbook|xlsx|template_calls"),
    ("typesetting, PDF engine", r"printing/(script|typesetting|layout|pdf|checks|oracles|engine)"),
    ("registers of letters", r"register|incoming|outgoing|letter_link|request"),
    ("founding", r"founding"),
    ("settings", r"setting|holiday"),
    ("files", r"file|attach|annex"),
    ("history", r"history"),
    ("drafts", r"draft"),
    ("help", r"help"),
    ("members, seats, units", r"member|seat|unit|nominat|person|people"),
    ("signing, round trip", r"sign|round_trip|original"),
    ("minutes", r"minutes|clause|finalis|amend|correction|reading_step|deliberation"),
    ("months, scheduling", r"month|meetings|schedul"),
    ("meeting", r"meeting|agenda|attendance|invitation|quorum"),
    ("resolutions", r"resolution"),
    ("follow-up", r"follow_up|task|deadline|progress_of"),
    ("papers", r"printing|paper|document|stationery|letter"),
    ("Windows, rights, disk", r"windows|rights|disk|access_list|lock|volume|drive"),
    ("lists", r"list|filter|saved_view|table"),
    ("storage core", r"storage"),
    ("command line", r"\bcli\b|command"),
    ("controls, look, window", r"widget|view|shell|bootstrap|controller|icon|theme|colour"),
)
REST: Final = "everything else"


def feature_of(path: str) -> str:
    """The feature of a file by its path below the root, with ``/``."""
    return next((name for name, words in FEATURES if re.search(words, path)), REST)


def lines_by_feature(root: Path, folder: str) -> Counter[str]:
    """Lines of code below a folder of the tree at ``root``."""
    found: Counter[str] = Counter()
    for file in sorted((root / folder).rglob("*.py")):
        if "forms" not in file.relative_to(root).parts:
            found[feature_of(file.relative_to(root).as_posix())] += _code(file)
    return found


def seconds_by_feature(root: Path) -> Counter[str]:
    """Seconds of the tests of the last whole run; empty where there was none."""
    found: Counter[str] = Counter()
    for line in _records(root / RESULTS):
        found[feature_of(str(line["test"]).partition("::")[0])] += line["seconds"]
    return found


def show(arguments: Sequence[str]) -> int:
    """The verb `features`: print the table of this tree, or of the one that ``--root DIR`` names."""
    root = Path(arguments[1]) if arguments[:1] == ["--root"] else ROOT
    program, tests = lines_by_feature(root, "desktop_app"), lines_by_feature(root, "tests")
    seconds = seconds_by_feature(root)
    print(f"{'feature':28}{'program':>9}{'tests':>9}{'seconds':>9}")
    for name in [*(name for name, _words in FEATURES), REST]:
        print(f"{name:28}{program[name]:9}{tests[name]:9}{seconds[name]:9.0f}")
    print(f"{'all':28}{program.total():9}{tests.total():9}{sum(seconds.values()):9.0f}")
    return 0


# ---- inside


def _code(file: Path) -> int:
    lines = file.read_text(encoding="utf-8").splitlines()
    return sum(1 for line in lines if line.strip() and not line.strip().startswith("#"))


def _records(file: Path) -> Iterator[dict[str, Any]]:
    if file.is_file():
        for line in file.read_text(encoding="utf-8").splitlines():
            try:
                yield json.loads(line)
            except ValueError:
                continue
