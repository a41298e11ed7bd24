"""The words of the templates from ``resources/templates/taking_over.json``."""

from __future__ import annotations

from typing import Any

from desktop_app.domain.read_models.template_words import TakingOverWords, TemplateColumn, TemplateKind, TemplateWords


def words_from(told: Any) -> TakingOverWords:  # noqa: ANN401 - JSON
    """The words as the file tells them."""
    return TakingOverWords(
        example=told["example"],
        item=told["item"],
        reason=told["reason"],
        scan=told["scan"],
        continuous=tuple(told["continuous"]),
        lists=told["lists"],
        guide=told["guide"],
        templates={
            TemplateKind.MEETINGS: _template(told["meetings"]),
            TemplateKind.RESOLUTIONS: _template(told["resolutions"]),
        },
        kinds={key: tuple(words) for key, words in told["kinds"].items()},
        states={key: tuple(words) for key, words in told["states"].items()},
    )


def _template(told: Any) -> TemplateWords:  # noqa: ANN401
    columns = [TemplateColumn(**{**one, "also": tuple(one.get("also", ()))}) for one in told["columns"]]
    return TemplateWords(sheet=told["sheet"], columns=tuple(columns), guide=tuple(told["guide"]))
