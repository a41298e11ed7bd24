"""A small model for tests of lists."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desktop_app.widgets.lists.window_model import Column, WindowModel


@dataclass(frozen=True, slots=True)
class Sample:
    id: int
    title: str


class Fetcher:
    """Rows by id, and a memory of what was asked; the ids in `gone` are no more."""

    def __init__(self, gone: Sequence[int] = ()) -> None:
        self.asked: list[list[int]] = []
        self.gone = set(gone)

    def __call__(self, ids: Sequence[int]) -> Mapping[int, Sample]:
        self.asked.append(list(ids))
        return {one: Sample(one, f"ردیف {one}") for one in ids if one not in self.gone}


COLUMNS: tuple[Column[Sample], ...] = (
    Column("شماره", lambda row: str(row.id), "number", sort_value=lambda row: row.id),
    Column("عنوان", lambda row: row.title, content=lambda row: ("content", row.id), tooltip=lambda row: row.title),
)


def model_of(count: int, fetch: Fetcher | None = None, page: int = 16, kept: int = 3) -> WindowModel[Sample]:
    model: WindowModel[Sample] = WindowModel(COLUMNS, fetch or Fetcher(), page=page, kept=kept)
    model.show_ids(range(1, count + 1))
    return model


def loaded(count: int, fetch: Fetcher | None = None) -> WindowModel[Sample]:
    """A model whose rows are all in hand."""
    model = model_of(count, fetch)
    model.load(0, count - 1)
    return model
