"""What is said of a day, as sentences with their tones."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.domain.scheduling import DayFinding
from desktop_app.text import scheduling as words
from desktop_app.text.refusals import sentence
from desktop_app.widgets.tokens import Tone


def finding_line(finding: DayFinding) -> tuple[str, Tone]:
    """One finding: red where it stands in the way, amber where it is worth knowing."""
    if finding.broken is not None:
        return sentence(finding.broken), Tone.DANGER
    return words.FINDINGS[finding.key](dict(finding.facts)), Tone.WARNING


def finding_lines(findings: Sequence[DayFinding]) -> list[tuple[str, Tone]]:
    """All that shows beneath the day."""
    return [finding_line(one) for one in findings if one.key != "weekend"]
