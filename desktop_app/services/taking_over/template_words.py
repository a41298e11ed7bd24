"""The words of the templates from ``resources/templates/taking_over.json``."""

from __future__ import annotations

from typing import Any

from desktop_app.domain.read_models.template_words import TakingOverWords, TemplateColumn, TemplateKind, TemplateWords


def words_from(given: Any) -> TakingOverWords:  # noqa: ANN401 - JSON
    """The words as the file tells them."""
    return TakingOverWords(
        example=given["example"],
        item=given["item"],
        reason=given["reason"],
        scan=given["scan"],
        continuous=tuple(given["continuous"]),
        lists=given["lists"],
        guide=given["guide"],
        templates={
            TemplateKind.MEETINGS: _template(given["meetings"]),
            TemplateKind.RESOLUTIONS: _template(given["resolutions"]),
        },
        kinds={key: tuple(words) for key, words in given["kinds"].items()},
        states={key: tuple(words) for key, words in given["states"].items()},
    )


def _template(given: Any) -> TemplateWords:  # noqa: ANN401
    columns = [TemplateColumn(**{**one, "also": tuple(one.get("also", ()))}) for one in given["columns"]]
    return TemplateWords(sheet=given["sheet"], columns=tuple(columns), guide=tuple(given["guide"]))
