"""Minutes after a recovery that cut the chain: their paper bears the head that was signed, or none."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from desktop_app import wiring
from desktop_app.services.documents.documents import minutes_paper
from desktop_app.storage.file.database import DATABASE_NAME
from desktop_app.storage.recovery.row_recovery import prepare
from tests.bootstrap.test_history_page import forge
from tests.services.office_steps import Office
from tests.services.records import Records
from tests.storage.conftest import work_context


@pytest.mark.parametrize("cut", ["before", "after", "first"])
def test_no_other_head_is_printed_than_the_one_that_was_signed(
    office: Office, records: Records, tmp_path: Path, cut: str
) -> None:
    _meeting, version_id = office.written(1)
    office.finalised(version_id)
    signed = minutes_paper(office.context, version_id).imprint.chain_head
    assert signed
    office.written(1)
    folder = tmp_path / "رونوشت"
    folder.mkdir()
    shutil.copyfile(records.place / DATABASE_NAME, folder / DATABASE_NAME)
    entry = f"SELECT max(seq) FROM audit WHERE act = 'hashed' AND subject_id = {version_id}"
    link = {
        "before": f"(SELECT max(seq) - 2 FROM chain_link WHERE last_entry <= ({entry}))",
        "after": "(SELECT max(seq) FROM chain_link)",
        "first": "1",
    }[cut]
    forge(folder, f"UPDATE chain_link SET hash = printf('%064x', seq) WHERE seq = {link}")
    prepare(folder, work_context()).accept()
    with closing(wiring.view_office(folder, work_context().clock)) as opened:
        printed = minutes_paper(opened.context, version_id).imprint.chain_head
    assert printed == (signed if cut == "after" else "")
