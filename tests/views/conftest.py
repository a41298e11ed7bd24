"""Every page is tested in the program's look."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from desktop_app.widgets.style.style import LookStyle
from tests.look import dress


@pytest.fixture(scope="package", autouse=True)
def look(qapp: QApplication) -> Iterator[LookStyle]:
    """The light look; undressed again for the tests that come after."""
    style = dress(qapp)
    yield style
    QApplication.setStyle("Fusion")
