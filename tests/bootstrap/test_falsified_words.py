"""Words of final minutes that somebody changed do not stand in the panel of a resolution or of its task."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop_app.controllers.shell.destinations import Destination, OpenResolution, OpenTask
from tests.bootstrap.conftest import Start
from tests.bootstrap.test_opening import forge
from tests.shown import texts


@pytest.mark.parametrize(("key", "destination"), [("resolutions", OpenResolution(1)), ("tasks", OpenTask(1))])
def test_the_panel_says_why_it_shows_nothing(
    start: Start, demo_folder: Path, key: str, destination: Destination
) -> None:
    forge(demo_folder, "UPDATE clause SET text = 'دیگر' WHERE resolution_id IS NOT NULL")
    screens = start(demo_folder).opening.screens
    assert screens is not None
    screens.go(destination)
    QApplication.processEvents()
    (told,) = {one for one in texts(screens.screen(key).page) if "دیگر آن نیست که نهایی شد" in one}
    assert "صورت‌جلسهٔ شمارهٔ ۱ " in told
