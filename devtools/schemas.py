"""Make ``resources/schemas/``: the JSON of each frozen document as JSON Schema (2020-12), for whoever reads it later.

Everything comes from the dataclasses: names and types of the fields, which may be left out, and what the class says of
itself. What a field means stands in its own docstring or in ``document_fields.json`` under ``Class.field`` or under
``field`` alone; a field without a meaning stops the run. Called as ``python3 dev.py schemas``, or
``python -m devtools.schemas`` inside the environment.
"""

from __future__ import annotations

import ast
import dataclasses
import inspect
import json
import re
import sys
import textwrap
from enum import StrEnum
from pathlib import Path
from types import NoneType
from typing import Any, Final, get_args, get_origin, get_type_hints

from desktop_app.domain.documents.amendment_lines import ChangedPart, ChangeMark
from desktop_app.domain.documents.document_kinds import EVERY_DOCUMENT
from desktop_app.domain.documents.report_documents import WaitingKind
from desktop_app.domain.documents.snapshots import is_omitted
from desktop_app.domain.papers import Classification, Urgency
from desktop_app.domain.rules.deadlines import DeadlineKind, RelativeBase, RelativeUnit
from desktop_app.domain.rules.meetings import AttendanceState, MeetingKind, MeetingState
from desktop_app.domain.rules.minutes import AdoptionKind, ClauseKind, EffectKind, MinutesState
from desktop_app.domain.rules.resolutions import ResolutionState
from desktop_app.domain.rules.tasks import TaskRole, TaskState
from devtools import ROOT

FOLDER: Final = ROOT / "resources" / "schemas"
MEANINGS: Final = ROOT / "devtools" / "document_fields.json"
DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
KEYS: Final[dict[str, type[StrEnum]]] = {
    "Letterhead.classification": Classification,
    "Letterhead.urgency": Urgency,
    "MeetingFacts.kind": MeetingKind,
    "AttendanceLine.state": AttendanceState,
    "FollowUpLine.state": ResolutionState,
    "DeadlineLine.kind": DeadlineKind,
    "DeadlineLine.unit": RelativeUnit,
    "DeadlineLine.base": RelativeBase,
    "ResolutionLine.kind": ClauseKind,
    "ResolutionLine.adoption": AdoptionKind,
    "ChangeLine.part": ChangedPart,
    "ChangePiece.mark": ChangeMark,
    "RegisterLine.kind": ClauseKind,
    "LetterEntry.classification": Classification,
    "RegisterLine.deadline_kind": DeadlineKind,
    "RegisterLine.state": ResolutionState,
    "MatrixCell.role": TaskRole,
    "MatrixCell.state": TaskState,
    "MatrixRow.state": ResolutionState,
    "ReportMeeting.state": MeetingState,
    "ReportResolution.state": ResolutionState,
    "ReportWaiting.kind": WaitingKind,
    "BookMinutes.state": MinutesState,
    "EffectLine.kind": EffectKind,
}
"""Fields of text that hold a key of the program."""
_DAYS: Final = frozenset(
    {"day", "due", "first", "agreed", "as_of", "answer_until", "signed_on", "closed_on", "own_due"}
)
_TIMES: Final = frozenset({"began_at", "ended_at", "arrived_at", "left_at", "starts_at", "next_starts_at"})
_ROLE: Final = re.compile(r":\w+:`~?(?:\w+\.)*(\w+)`")
_PLAIN: Final[dict[type[Any], str]] = {str: "string", int: "integer", bool: "boolean"}


class Describer:
    """One document: its own object, and a definition for every kind of line that it holds."""

    def __init__(self, meanings: dict[str, str]) -> None:
        self._meanings = meanings
        self._definitions: dict[str, Any] = {}

    def describe(self, kind: str, document: type[Any]) -> dict[str, Any]:
        """The whole schema of a document class."""
        name = file_name(kind, document)
        body = self._object(document)
        head = {"$schema": DIALECT, "$id": f"urn:dabirkhaneh:schema:{name.removesuffix('.schema.json')}", "title": kind}
        body["properties"]["schema"]["const"] = _default(document, "schema")
        return {**head, **body, "$defs": dict(sorted(self._definitions.items()))}

    def _object(self, kind: type[Any]) -> dict[str, Any]:
        hints, told = get_type_hints(kind), field_docstrings(kind)
        properties = {}
        for part in dataclasses.fields(kind):
            key = f"{kind.__name__}.{part.name}"
            meaning = told.get(part.name) or self._meanings.get(key) or self._meanings.get(part.name)
            if not meaning:
                raise KeyError(f"{key} has no meaning: give it a docstring or a line in {MEANINGS.name}")
            properties[part.name] = {"description": meaning, **self._field(key, part, hints[part.name])}
        return {
            "description": _one_line(kind.__doc__ or ""),
            "type": "object",
            "properties": properties,
            "required": [part.name for part in dataclasses.fields(kind) if not is_omitted(part)],
            "additionalProperties": False,
        }

    def _field(self, key: str, part: dataclasses.Field[Any], hint: Any) -> dict[str, Any]:  # noqa: ANN401 - any annotation
        if key in KEYS:
            values = [member.value for member in KEYS[key]]
            return {"enum": [*values, ""] if part.default == "" else values}
        if hint is str and (part.name in _DAYS or part.name.endswith("_day")):
            return {"type": "string", "pattern": "^(\\d{4}-\\d{2}-\\d{2})?$"}
        if hint is str and part.name in _TIMES:
            return {"type": "string", "pattern": "^(\\d{2}:\\d{2})?$"}
        return self._value(hint)

    def _value(self, hint: Any) -> dict[str, Any]:  # noqa: ANN401 - any annotation
        if hint in _PLAIN:
            return {"type": _PLAIN[hint]}
        if isinstance(hint, type) and issubclass(hint, StrEnum):
            return {"enum": [member.value for member in hint]}
        if dataclasses.is_dataclass(hint) and isinstance(hint, type):
            return self._reference(hint)
        arguments = get_args(hint)
        if get_origin(hint) is tuple:
            return self._array(arguments)
        if NoneType in arguments:
            (inner,) = (one for one in arguments if one is not NoneType)
            found = self._value(inner)
            return {"type": [found["type"], "null"]} if set(found) == {"type"} else {"anyOf": [found, {"type": "null"}]}
        raise TypeError(f"no schema for {hint}")

    def _array(self, arguments: tuple[Any, ...]) -> dict[str, Any]:
        if arguments[-1] is Ellipsis:
            return {"type": "array", "items": self._value(arguments[0])}
        inner = [self._value(one) for one in arguments]
        return {"type": "array", "prefixItems": inner, "items": False, "minItems": len(inner)}

    def _reference(self, kind: type[Any]) -> dict[str, Any]:
        if kind.__name__ not in self._definitions:
            self._definitions[kind.__name__] = {}  # a line may hold lines of its own kind
            self._definitions[kind.__name__] = self._object(kind)
        return {"$ref": f"#/$defs/{kind.__name__}"}


def field_docstrings(kind: type[Any]) -> dict[str, str]:
    """What stands as a text below a field of a class."""
    (tree,) = ast.parse(textwrap.dedent(inspect.getsource(kind))).body
    assert isinstance(tree, ast.ClassDef)
    found, name = {}, ""
    for node in tree.body:
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            name = node.target.id
        elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and name:
            found[name] = _one_line(str(node.value.value))
    return found


def file_name(kind: str, document: type[Any]) -> str:
    """``minutes-1.schema.json``"""
    return f"{kind}-{_default(document, 'schema')}.schema.json"


def texts() -> dict[str, str]:
    """Every schema file by its name."""
    meanings = json.loads(MEANINGS.read_text(encoding="utf-8"))
    return {
        file_name(kind, document): json.dumps(
            Describer(meanings).describe(kind, document), ensure_ascii=False, indent=2
        )
        + "\n"
        for kind, document in EVERY_DOCUMENT.items()
    }


def write(folder: Path = FOLDER) -> list[Path]:
    """Write what differs; gives the files written."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, text in texts().items():
        file = folder / name
        if not file.is_file() or file.read_text(encoding="utf-8") != text:
            file.write_text(text, encoding="utf-8", newline="\n")
            written.append(file)
    return written


def _default(document: type[Any], name: str) -> object:
    return next(part.default for part in dataclasses.fields(document) if part.name == name)


def _one_line(text: str) -> str:
    """Without line ends and the marks of the documentation of Python."""
    return " ".join(_ROLE.sub(r"\1", text).replace("``", "`").split())


if __name__ == "__main__":
    for file in write():
        sys.stdout.write(f"{file.relative_to(ROOT)}\n")
