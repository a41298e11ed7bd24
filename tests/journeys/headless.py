"""The program at work without a display: `python -m tests.journeys.headless --out DIR`, which `dev.py run` calls.

Demo data in a new folder, the real window offscreen, one meeting taken from its agenda to final minutes by key and
mouse events. The PDF and pictures of every step and page stay in a folder that is named at the end.
"""

from __future__ import annotations

import argparse
import os
import sys
import traceback
from itertools import count
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_SCALE_FACTOR"] = "1"

from PySide6.QtCore import QSettings

from desktop_app.domain.text.digits import persian_digits
from desktop_app.window.shell.application import make_application
from tests.journeys import story
from tests.journeys.clock import STORY_DAY, MovedClock
from tests.journeys.driver import Driver
from tests.journeys.paper import Paper
from tests.journeys.secretary import Secretary
from tests.journeys.slips import Slips


def main() -> int:
    """Take the meeting through; 0 when a person would have seen everything that the story tells."""
    options = argparse.ArgumentParser()
    options.add_argument("--out", type=Path, required=True)
    run = _new_folder(options.parse_args().out)
    # a run remembers nothing for the program of the person who asked for it, and finds nothing remembered
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(run / "settings"))
    slips = Slips()
    driver = Driver(make_application(), run / "data", MovedClock(STORY_DAY), papers=run, pictures=run)
    try:
        paper = _tell(driver, run)
    except AssertionError as wrong:
        # what is only asserted says nothing of itself here, where pytest does not tell it
        slips.told.append(f"{wrong}\n{''.join(traceback.format_tb(wrong.__traceback__)[-2:])}")
    else:
        taken = len(paper.pictures(run)) + driver.taken
        print(f"برگه ({persian_digits(paper.pages)} صفحه)، تصویر برگه‌ها و گام‌ها ({persian_digits(taken)} تصویر):")
        # a line of its own and without steering marks, so that it can be copied
        print(paper.file, run, sep="\n")
    finally:
        driver.end()
    for slip in slips.told:
        print(slip, file=sys.stderr)
    if slips.told:
        print("کار به پایان نرسید یا درست نبود؛ تصویرها تا اینجا:", run, sep="\n", file=sys.stderr)
    return 1 if slips.told else 0


def _tell(driver: Driver, run: Path) -> Paper:
    """Each step with one line of what came of it."""
    driver.start(demo=True)
    driver.picture("meetings")
    print("دادهٔ نمونه در پوشه‌ای تازه ساخته شد.")
    secretary = Secretary(driver)
    story.hold(secretary)
    print("جلسهٔ ششم برگزار شد: حضور هشت کرسی و پنج بند دستور، با صفحه‌کلید.")
    story.write(secretary)
    print("صورت‌جلسه نوشته شد: یک گفته، یک بند و دو مصوبه با مجری، مسئول پیگیری و مهلت.")
    print(story.finalise(secretary))
    paper = story.print_for_the_pen(secretary, run)
    driver.close()
    return paper


def _new_folder(out: Path) -> Path:
    """A folder of this run alone; what earlier runs left is not touched."""
    for number in count(1):
        run = out.absolute() / f"run-{number:02}"
        try:
            run.mkdir(parents=True)
        except FileExistsError:
            continue
        return run
    raise AssertionError("numbers do not end")


if __name__ == "__main__":
    sys.exit(main())
