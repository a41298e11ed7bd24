"""Findings about a day for a meeting, as sentences with their tones."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.domain.rules.scheduling import DayFinding
from desktop_app.text.meetings import scheduling as words
from desktop_app.text.shared.refusals import sentence
from desktop_app.widgets.fields.field import Field
from desktop_app.widgets.style.tokens import Tone


def finding_line(finding: DayFinding) -> tuple[str, Tone]:
    """One finding: red where it stands in the way, amber where it is worth knowing."""
    if finding.broken is not None:
        return sentence(finding.broken), Tone.DANGER
    return words.FINDINGS[finding.key](dict(finding.facts)), Tone.WARNING


def finding_lines(findings: Sequence[DayFinding]) -> list[tuple[str, Tone]]:
    """All that shows beneath the day; that of the hour stands at the hour."""
    return [finding_line(one) for one in findings if one.key != "weekend" and not _of_the_hour(one)]


def hour_line(findings: Sequence[DayFinding]) -> tuple[str, Tone] | None:
    """What is to be known of the hour; what stands in the way comes first."""
    return next((finding_line(one) for one in findings if _of_the_hour(one)), None)


def _of_the_hour(finding: DayFinding) -> bool:
    return finding.key == "outside_hours" or (finding.broken is not None and finding.broken.field == "starts_at")


class HourLine:
    """Says at the field of the hour what was found of it, until something else was found."""

    def __init__(self, field: Field) -> None:
        self._field = field
        self._line: tuple[str, Tone] | None = None

    def show(self, findings: Sequence[DayFinding]) -> None:
        """What was found of the hour; nothing takes back only what was said here."""
        said, self._line = self._line, hour_line(findings)
        if self._line is not None:
            self._field.set_notice(*self._line)
        elif said is not None:
            self._field.clear_notice()

    def clear_error(self) -> None:
        """A refusal of what was typed before is over; what was found of the hour stays."""
        if self._field.error():
            self._field.clear_notice()
            if self._line is not None:
                self._field.set_notice(*self._line)
