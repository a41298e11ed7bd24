"""Templates of past meetings and resolutions as files: heads, an example, lists to choose from, a sheet of help."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from desktop_app.domain.read_models.template_words import TakingOverWords, TemplateKind
from desktop_app.storage.sheets.workbook_writer import WrittenSheet, workbook_bytes

GUIDE_WIDTH: Final = 110


def template_bytes(words: TakingOverWords, kind: TemplateKind, offered: Mapping[str, Sequence[str]]) -> bytes:
    """The file of a template; ``offered`` are by column the words to choose from."""
    template = words.templates[kind]
    columns = template.columns
    records = WrittenSheet(
        name=template.sheet,
        widths=[column.width for column in columns],
        rows=[[column.title for column in columns], [column.example for column in columns]],
        headed=True,
        choices={place: offered[one.key] for place, one in enumerate(columns) if offered.get(one.key)},
    )
    guide = WrittenSheet(name=words.guide, widths=[GUIDE_WIDTH], rows=[[line] for line in template.guide])
    return workbook_bytes([records, guide], words.lists)
