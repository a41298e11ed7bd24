"""The described form of every frozen document: as the classes are now, and what documents and papers really hold."""

from __future__ import annotations

import importlib
import json
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest

from desktop_app.domain import documents
from desktop_app.domain.documents.document_kinds import EVERY_DOCUMENT
from desktop_app.domain.documents.snapshots import canonical_json
from desktop_app.printing.engine.pdf.archive import attached_file
from devtools import schemas
from tests.printing.every_paper import SAMPLES, every_paper, paper
from tests.whole import deciding

every_kind = pytest.mark.parametrize("kind", EVERY_DOCUMENT)


def schema(kind: str) -> Any:
    """The committed schema of a kind."""
    name = schemas.file_name(kind, EVERY_DOCUMENT[kind])
    return json.loads((schemas.FOLDER / name).read_text(encoding="utf-8"))


def test_the_files_are_what_the_classes_say_now() -> None:
    kept = {file.name: file.read_text(encoding="utf-8") for file in schemas.FOLDER.glob("*.schema.json")}
    assert {name: text for name, text in schemas.texts().items() if kept.get(name) != text} == {}, "run dev.py schemas"


def test_every_document_has_its_line() -> None:
    folder = Path(documents.__file__).parent
    found = set()
    for file in [folder / "documents.py", *folder.glob("*_document*.py")]:
        module = importlib.import_module(f"{documents.__name__}.{file.stem}")
        found |= {
            value for name, value in vars(module).items() if name.endswith("Document") and isinstance(value, type)
        }
    assert {kind.__name__ for kind in found} == {kind.__name__ for kind in EVERY_DOCUMENT.values()}


@every_kind
def test_the_schema_is_one(kind: str) -> None:
    jsonschema.Draft202012Validator.check_schema(schema(kind))


@every_paper
def test_documents_are_valid(name: str) -> None:
    validator = jsonschema.Draft202012Validator(schema(SAMPLES[name].kind))
    assert list(validator.iter_errors(json.loads(canonical_json(SAMPLES[name].document)))) == []


# Every paper holds its document to the letter, which check 14 of the papers asks of each
@pytest.mark.parametrize("name", deciding(SAMPLES, {"minutes", "letter"}))
def test_what_papers_hold_is_valid(name: str) -> None:
    validator = jsonschema.Draft202012Validator(schema(SAMPLES[name].kind))
    assert list(validator.iter_errors(json.loads(attached_file(paper(name)).content))) == []


@pytest.mark.parametrize(
    ("part", "value"),
    [
        (("schema",), 2),
        (("committee",), None),
        (("meeting", "day"), "۱۴۰۱/۱۱/۱۰"),
        (("meeting", "kind"), "weekly"),
        (("quorum", "parties", 0), [1, 2, 3]),
        (("attendance", 0, "state"), "asleep"),
        (("resolutions", 0, "votes_for"), "5"),
        (("letterhead", "color"), "red"),
    ],
)
def test_another_form_is_not_valid(part: tuple[str | int, ...], value: object) -> None:
    document = json.loads(canonical_json(SAMPLES["minutes"].document))
    inner = document
    for key in part[:-1]:
        inner = inner[key]
    inner[part[-1]] = value
    assert list(jsonschema.Draft202012Validator(schema("minutes")).iter_errors(document))


def test_a_field_that_is_missing_is_not_valid() -> None:
    document = json.loads(canonical_json(SAMPLES["minutes"].document))
    del document["closing"]
    assert list(jsonschema.Draft202012Validator(schema("minutes")).iter_errors(document))


def test_a_field_without_a_meaning_stops_the_run() -> None:
    with pytest.raises(KeyError, match="has no meaning"):
        schemas.Describer({}).describe("minutes", EVERY_DOCUMENT["minutes"])
