"""Bytes of a chosen file of a scan, as a stream."""

from __future__ import annotations

import io
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.read_models.scans import ChosenFile
from desktop_app.domain.rules.files import require_size


@contextmanager
def raw(file: ChosenFile) -> Iterator[BinaryIO]:
    """Open while the ``with`` lasts.

    Raises ``file_not_regular``, ``file_unreadable``, ``file_empty``, ``file_too_large``.
    """
    if file.path is None:
        require_size(len(file.content), file.name)
        yield io.BytesIO(file.content)
        return
    try:
        found = file.path.stat()
        if not stat.S_ISREG(found.st_mode):  # a pipe would be waited for, and a device has no end
            raise EnvironmentProblem("file_not_regular", name=file.name)
        require_size(found.st_size, file.name)
        stream = file.path.open("rb")
    except OSError as error:
        raise EnvironmentProblem("file_unreadable", name=file.name) from error
    with stream:
        yield stream
