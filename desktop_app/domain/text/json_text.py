"""Stored JSON text parsed into dataclasses, by the annotations of their fields.

Any other text may be in the file instead: people change files by hand.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from types import NoneType
from typing import Any, Final, TypeVar, get_args, get_origin, get_type_hints

Value = TypeVar("Value")


def value_from(kind: type[Value], given: Any) -> Value:  # noqa: ANN401 - whatever JSON holds
    """Parse a value of class ``kind``: dataclasses from objects, tuples and sets from arrays, days from ISO 8601.

    Raises ``AttributeError``, ``LookupError``, ``TypeError`` or ``ValueError`` for what is of another shape.
    """
    wanted: Any = kind
    found: Value = _reader(wanted)(given)
    return found


@cache
def _reader(kind: Any) -> Callable[[Any], Any]:  # noqa: ANN401 - any annotation
    """Return the parser for one annotation, cached: a year book has several hundred thousand values."""
    if dataclasses.is_dataclass(kind):
        return _object_reader(kind)
    arguments, origin = get_args(kind), get_origin(kind)
    if origin in _COLLECTIONS:
        return _COLLECTIONS[origin](arguments)
    if NoneType in arguments:
        inner = _reader(next(one for one in arguments if one is not NoneType))
        return lambda value: None if value is None else inner(value)
    if not isinstance(kind, type):
        return lambda value: value
    if kind in _NEVER_MADE:
        return lambda value: _of_kind(kind, value)
    make = date.fromisoformat if kind is date else kind
    return lambda value: value if isinstance(value, kind) else make(value)


# What JSON holds as such. ``str(None)`` would be the text «None», and ``bool("no")`` true.
_NEVER_MADE: Final = frozenset({str, bool})


def _of_kind(kind: type[Value], value: Any) -> Value:  # noqa: ANN401
    if not isinstance(value, kind):
        raise TypeError(f"{type(value).__name__} instead of {kind.__name__}")
    return value


def _object_reader(kind: Any) -> Callable[[Any], Any]:  # noqa: ANN401
    parts = {name: _reader(hint) for name, hint in get_type_hints(kind).items()}
    return lambda value: kind(**{name: parts[name](one) for name, one in value.items()})


def _tuple_reader(arguments: tuple[Any, ...]) -> Callable[[Any], Any]:
    """Return the parser of a tuple: of any length with an ellipsis, else of exactly these parts."""
    readers = [_reader(inner) for inner in arguments if inner is not Ellipsis]
    if arguments[-1] is Ellipsis:
        return lambda value: tuple([readers[0](one) for one in value])
    return lambda value: tuple([read(one) for read, one in zip(readers, value, strict=True)])


def _set_reader(arguments: tuple[Any, ...]) -> Callable[[Any], Any]:
    read = _reader(arguments[0])
    return lambda value: frozenset(map(read, value))


def _mapping_reader(arguments: tuple[Any, ...]) -> Callable[[Any], Any]:
    read_key, read = map(_reader, arguments)
    return lambda value: {read_key(key): read(one) for key, one in value.items()}


_COLLECTIONS: Final[Mapping[Any, Callable[[tuple[Any, ...]], Callable[[Any], Any]]]] = {
    tuple: _tuple_reader,
    frozenset: _set_reader,
    Mapping: _mapping_reader,
}


def read_json(text: str) -> Any:  # noqa: ANN401 - whatever JSON holds
    """Parse a JSON text; raises only ``ValueError``, also for too deep nesting."""
    try:
        return json.loads(text)
    except RecursionError as error:
        raise ValueError("nested too deep") from error


def read_object(text: str) -> Mapping[str, Any]:
    """Parse a JSON object; an empty mapping for any other text."""
    try:
        found = read_json(text)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
