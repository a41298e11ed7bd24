"""Frames on the pipe to the child process: a JSON object and bytes, each preceded by its length."""

from __future__ import annotations

import json
import struct
from typing import Any, BinaryIO, Final

_LENGTHS: Final = struct.Struct(">IQ")


def send(out: BinaryIO, head: dict[str, Any], *bodies: bytes) -> None:
    """Write one frame; raises ``OSError`` if the reader has closed the pipe."""
    told = json.dumps(head).encode("ascii")
    out.write(_LENGTHS.pack(len(told), sum(map(len, bodies))))
    out.write(told)
    out.writelines(bodies)
    out.flush()


def receive(source: BinaryIO) -> tuple[dict[str, Any], bytes] | None:
    """Return the next frame; None at the end of the pipe, even within a frame."""
    lengths = source.read(_LENGTHS.size)
    if len(lengths) < _LENGTHS.size:
        return None
    head_length, length = _LENGTHS.unpack(lengths)
    told, body = source.read(head_length), source.read(length)
    return (json.loads(told), body) if len(body) == length else None
