"""From an empty folder to signed minutes, with keys and pointer alone: the way the README tells."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.journeys import beginning
from tests.journeys.conftest import Begin
from tests.journeys.secretary import Secretary


@pytest.mark.slow
def test_an_empty_folder_becomes_a_committee_with_signed_minutes(begin: Begin, tmp_path: Path) -> None:
    secretary = Secretary(begin(empty=True, persian=True))
    beginning.found(secretary)
    beginning.schedule(secretary)
    beginning.hold(secretary)
    beginning.minute(secretary)
    beginning.sign(secretary, tmp_path)
