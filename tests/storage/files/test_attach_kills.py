"""A process that attaches files is killed at random: what it acknowledged is whole, what broke off is harmless."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

from desktop_app.domain.rules.files import FileOwner, RecordRef
from desktop_app.services.files.files_sheet import files_sheet
from desktop_app.wiring import check_folder, open_office
from tests.cli.test_attach import CLOCK
from tests.conftest import ROOT

KILLS = 3
"""In a run of the tests; each starts the program anew."""
_ATTACHER = """
import itertools, os, sys
from pathlib import Path
from desktop_app.domain.rules.files import FileOwner, RecordRef
from desktop_app.services.files.attaching import NewFile, attach
from desktop_app.wiring import open_office
from tests.cli.test_attach import CLOCK

office = open_office(Path(sys.argv[1]), CLOCK)
print("ready", flush=True)
for number in itertools.count():
    file = office.files.take_bytes(os.urandom(300_000))
    new = NewFile(file, f"{sys.argv[2]}-{number}.bin")
    attach(office.context.of_act(), RecordRef(FileOwner.MEETING, 1), (new,), unnamed="x")
    print(file.sha256, flush=True)
"""


def _killed_after(folder: Path, seconds: float, run: int) -> list[str]:
    """What was acknowledged before the kill."""
    with subprocess.Popen(
        [sys.executable, "-c", _ATTACHER, str(folder), str(run)], cwd=ROOT, stdout=subprocess.PIPE
    ) as attacher:
        assert attacher.stdout is not None
        assert attacher.stdout.readline().strip() == b"ready"
        time.sleep(seconds)
        attacher.kill()
        lines = attacher.stdout.read().decode().replace("\r\n", "\n").split("\n")
    # the last one may be cut
    return lines[:-1]


def test_nothing_acknowledged_is_lost_and_no_row_is_without_its_file(demo_folder: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(demo_folder, tmp_path / "داده"))
    chance, acknowledged = random.Random(13), list[str]()
    for run in range(KILLS):
        acknowledged += _killed_after(folder, chance.uniform(0.02, 0.5), run)
        with closing(open_office(folder, CLOCK)) as office:
            lines = files_sheet(office.context, RecordRef(FileOwner.MEETING, 1)).groups[0].lines
            kept = {line.file.sha256 for line in lines}
            assert set(acknowledged) <= kept
            assert all(len(office.files.read(line.file)) == line.file.size for line in lines)
    assert check_folder(folder, CLOCK) == ()
    assert acknowledged, "it was always killed too early to say anything"
