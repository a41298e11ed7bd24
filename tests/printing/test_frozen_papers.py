"""Papers look as they did when they were written down: frozen documents of each kind, and those of the demo office.

Whoever changes a paper on purpose looks at it and writes its pages anew: ``python -m tests.printing.frozen_papers``.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from desktop_app.domain.documents.document_kinds import DOCUMENTS
from desktop_app.domain.documents.snapshots import canonical_json, document_from_json
from tests.printing import frozen_papers as frozen
from tests.systems import only_on_linux

each = pytest.mark.parametrize("name", frozen.documents())
on_linux = only_on_linux("the pictures were written down here")


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory, demo_data: Path) -> dict[str, bytes]:
    """Every paper of the demo office."""
    folder = Path(shutil.copytree(demo_data, tmp_path_factory.mktemp("frozen") / "data"))
    return dict(frozen.demo_papers(folder))


def test_there_is_one_of_each_kind() -> None:
    assert {kind for kind, _text in frozen.documents().values()} == set(DOCUMENTS)


@each
def test_a_frozen_document_is_read_back_as_it_was_written(name: str) -> None:
    kind, text = frozen.documents()[name]
    assert canonical_json(document_from_json(DOCUMENTS[kind], text)) == text


@each
def test_a_frozen_document_says_what_it_said(name: str) -> None:
    assert frozen.lines_of(frozen.drawn(name)) == frozen.kept(name, "lines")


@on_linux
@each
def test_a_frozen_document_looks_as_it_looked(name: str) -> None:
    assert frozen.pixels_of(frozen.drawn(name)) == frozen.kept(name, "pixels")


def test_the_papers_of_the_demo_say_what_they_said(demo: dict[str, bytes]) -> None:
    assert list(demo) == frozen.names_of_demo()
    assert [name for name, pdf in demo.items() if frozen.digests_of(pdf) != frozen.kept(name, "lines")] == []


@on_linux
def test_the_papers_of_the_demo_look_as_they_looked(demo: dict[str, bytes]) -> None:
    assert [name for name, pdf in demo.items() if frozen.pixels_of(pdf) != frozen.kept(name, "pixels")] == []
