"""An office that cannot be opened leaves its folder free: the next try is not told that it is at work already."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.printing.paper_renderer import PaperRenderer
from desktop_app.storage.file.database import DATABASE_NAME
from desktop_app.storage.file.folder import DataFolder
from desktop_app.wiring import open_office, view_office
from tests.bootstrap.conftest import clock_on
from tests.conftest import DEMO_DAY


@pytest.mark.parametrize("broken", [(DataFolder, "check_at_start"), (DataFolder, "reindex"), (PaperRenderer, "choose")])
def test_what_fails_at_the_start_may_be_tried_again(
    demo_folder: Path, monkeypatch: pytest.MonkeyPatch, broken: tuple[type, str]
) -> None:
    def fail(*_asked: object, **_named: object) -> None:
        raise EnvironmentProblem("disk_error", code="SQLITE_IOERR")

    with monkeypatch.context() as patched:
        patched.setattr(*broken, fail)
        with pytest.raises(EnvironmentProblem) as first:
            open_office(demo_folder, clock_on(DEMO_DAY))
        # whoever holds the error holds what its frames hold
        assert first.value.key == "disk_error"
    open_office(demo_folder, clock_on(DEMO_DAY)).close()


def test_what_holds_nothing_to_show_is_refused_for_reading_too(demo_folder: Path) -> None:
    with closing(sqlite3.connect(demo_folder / DATABASE_NAME)) as raw:
        raw.execute("DROP TABLE guest")
        raw.commit()
    with pytest.raises(EnvironmentProblem, match="schema_other_shape"):
        view_office(demo_folder, clock_on(DEMO_DAY))
