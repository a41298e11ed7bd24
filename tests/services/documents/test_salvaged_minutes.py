"""Minutes after a salvage: drawn as they were signed where their row is proved, and else not under their code."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from desktop_app import wiring
from desktop_app.domain.documents.documents import MinutesDocument, Paper
from desktop_app.domain.documents.snapshots import content_hash
from desktop_app.services.documents.documents import minutes_paper
from desktop_app.storage.salvage.salvage import salvage
from tests.refusing import refused
from tests.services.conftest import Forge
from tests.services.office_steps import Office
from tests.services.records import Records
from tests.storage.conftest import work_context

ENTRY = "DELETE FROM audit WHERE act = 'hashed'"


@pytest.fixture
def final(office: Office) -> int:
    """Final minutes, and an act after them."""
    _meeting, version_id = office.written(1)
    office.finalised(version_id)
    office.convened()
    return version_id


def drawn(records: Records, folder: Path, version_id: int) -> Paper[MinutesDocument]:
    """The minutes as the salvaged data draw them."""
    records.close()
    salvage(records.place, folder, work_context())
    with closing(wiring.view_office(folder, records.clock)) as opened:
        assert opened.folder.check() == ()
        return minutes_paper(opened.context, version_id)


@pytest.mark.parametrize("damage", ["UPDATE chain_link SET hash = printf('%064x', seq) WHERE seq = 1", ENTRY])
def test_they_keep_their_code_and_bear_no_head_of_another_chain(
    office: Office, records: Records, tmp_path: Path, forge: Forge, final: int, damage: str
) -> None:
    before = minutes_paper(office.context, final)
    assert before.imprint.chain_head
    forge(damage)
    found = drawn(records, tmp_path / "نجات", final)
    assert (found.document, found.imprint.code) == (before.document, before.imprint.code)
    assert found.imprint.chain_head == ""


def test_falsified_minutes_whose_hash_and_entry_are_gone_get_no_code(
    office: Office, records: Records, tmp_path: Path, forge: Forge, final: int
) -> None:
    """Nothing proves their row, and nothing may be recorded of it as if it were proved."""
    text = office.get("versions", final).snapshot.replace("تصمیم", "فرمان")
    forge(
        ENTRY,
        f"UPDATE minutes_version SET snapshot = '{text}', content_hash = '{content_hash(text)}'",
        f"DELETE FROM record_hash WHERE kind = 'minutes_version' AND record_id = {final}",
    )
    with refused("minutes_falsified"):
        drawn(records, tmp_path / "نجات", final)
