"""One meeting through the real window without a display: `python -m tests.journeys.headless --out DIR`.

Demo data in a new folder, the window offscreen, and the meeting of the day taken from its agenda to final minutes by
keys and pointer; the paper as PDF, its pages and the window's pages as pictures lie in the folder that is named.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", os.environ.get("DABIR_QPA", "offscreen"))
os.environ.setdefault("QT_SCALE_FACTOR", "1")

from desktop_app import cli
from desktop_app.bootstrap.application import make_application
from tests.journeys.clock import MovedClock
from tests.journeys.driver import Driver
from tests.journeys.paper import Paper
from tests.journeys.secretary import Secretary
from tests.journeys.test_meeting_to_paper import finalise, hold, write

DEMO_DAY = date(2023, 5, 13)
"""23 Ordibehesht 1402, on which the demo's extraordinary meeting is convened."""


def take_meeting(out: Path) -> Paper:
    """Drive the window and leave pictures and paper in ``out``; a step that fails raises."""
    data = out / "data"
    if cli.main(["demo", "--data", str(data), "--today", DEMO_DAY.isoformat()]) != 0:
        raise SystemExit(1)
    driver = Driver(make_application(), data, MovedClock(DEMO_DAY), papers=out, pictures=out)
    try:
        driver.start()
        driver.picture("meetings")
        secretary = Secretary(driver)
        for step in (hold, write, finalise):
            step(secretary)
            driver.picture(step.__name__)
        secretary.to_paper()
        driver.picture("paper")
        return secretary.save_pdf(out / "minutes.pdf")
    finally:
        driver.end()


def main() -> int:
    """Run once and say what lies where."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--out", type=Path, required=True)
    out: Path = options.parse_args().out.absolute()
    # only what an earlier run made here is taken away; any other file in the folder stays
    shutil.rmtree(out / "data", ignore_errors=True)
    out.mkdir(parents=True, exist_ok=True)
    for old in [*out.glob("[0-9][0-9]-*.png"), *out.glob("page-*.png"), out / "minutes.pdf"]:
        old.unlink(missing_ok=True)
    paper = take_meeting(out)
    pages = paper.pictures(out)
    print(f"The meeting was taken from its agenda to final minutes of {paper.pages} pages.")
    print(f"Paper: {paper.file}")
    print(f"Pictures: {len(pages)} of the paper and {len(list(out.glob('[0-9][0-9]-*.png')))} of the window in {out}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
