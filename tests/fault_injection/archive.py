"""A database in which no table is empty: final minutes with their signatures, settings, a holiday, typed drafts."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

from desktop_app.domain.outcome import Changed, Outcome
from desktop_app.domain.rules.minutes import MinutesActKind
from desktop_app.domain.text.typed_drafts import DraftField
from desktop_app.storage.file.database import DATABASE_NAME
from desktop_app.storage.file.folder import open_folder
from tests.storage.conftest import work_context
from tests.storage.sample import Sample, act, build, finalise, sign


def make_archive(empty: Path, folder: Path) -> Sample:
    """Fill a copy of an empty database, and tell the ids of what is in it."""
    shutil.copyfile(empty, folder / DATABASE_NAME)
    data = open_folder(folder, work_context())
    with data.open_write() as work:
        sample = build(work)
        finalise(work, sample)
        sign(work, sample)
        sign(work, sample, original=2)
        act(work, sample.version, MinutesActKind.SIGNED)
        work.put_settings(work.settings())
        work.put_holidays({date(2023, 3, 21): "تعطیل"}, frozenset())
        work.put_founding_draft("{}")
        work.put_drafts({DraftField("clause", 0, "text"): "متن"})
        work.record(Outcome(changed=Changed.MINUTES))
    data.close()
    return sample
