"""Questions to very many rows are answered from indexes; the measurements' own data fit the schema."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from desktop_app.domain.read_models.findings import FindingKind
from desktop_app.domain.read_models.listing import ListQuery, ResolutionView
from desktop_app.storage.file.folder import DataFolder, open_folder
from tests.benchmarks.many_resolutions import hands, make
from tests.storage.asked import plan_of, statements

COUNT = 600


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DataFolder]:
    folder = tmp_path_factory.mktemp("many")
    make(folder, COUNT)
    data = open_folder(folder, hands())
    yield data
    data.close()


def test_the_data_of_the_measurements_fit(many: DataFolder) -> None:
    """Their frozen texts and the search are left out; all else is sound."""
    besides = {FindingKind.HASH_DIFFERS, FindingKind.SEARCH_STALE}
    assert {finding.kind for finding in many.check()} <= besides
    with many.open_read() as work:
        counts = work.resolution_rows.view_counts()
        assert counts["all"] == COUNT
        assert counts["closed"] == COUNT - COUNT // 6
        assert counts["open"] == counts["awaiting"] + counts["late"]


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("sort", ["", "number", "title", "due", "state", "executor"])
def test_an_order_is_read_from_its_index_and_not_sorted(many: DataFolder, sort: str, descending: bool) -> None:
    plan = _plan(many, ListQuery(sort=sort, descending=descending))
    assert any("COVERING INDEX" in step for step in plan)
    assert not any("TEMP B-TREE" in step for step in plan), plan


NARROW = [ResolutionView.LATE, ResolutionView.AWAITING, ResolutionView.THIS_WEEK, ResolutionView.UNTOLD]


@pytest.mark.parametrize("view", NARROW)
def test_a_narrow_view_is_looked_up(many: DataFolder, view: ResolutionView) -> None:
    assert any("SEARCH resolution_facts" in step for step in _plan(many, ListQuery(view=view)))


def _plan(many: DataFolder, query: ListQuery) -> list[str]:
    with many.open_read() as work:
        with statements(work) as asked:
            work.resolution_rows.ids(query)
        # the ids are asked for last, after the settings and days that a view may need
        return plan_of(work, *asked[-1])
