"""Resolutions as an extract tells them, held against the minutes that it names and against those that hold now."""

from __future__ import annotations

from desktop_app.domain.documents.documents import MinutesDocument, ResolutionLine
from desktop_app.domain.documents.extract_document import ExtractDocument
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.read_models.verified_paper import VerifiedResolution
from desktop_app.domain.rules.amendments import same_resolution
from desktop_app.domain.rules.in_force import in_force
from desktop_app.domain.rules.minutes import MinutesVersion
from desktop_app.domain.verifying.verdicts import PaperStanding
from desktop_app.services.documents.frozen_minutes import frozen_minutes
from desktop_app.services.ports import Work
from desktop_app.services.reading import the_committee, versions_of
from desktop_app.services.verifying.verified_minutes import standing_of


def resolutions_of(work: Work, extract: ExtractDocument) -> tuple[VerifiedResolution, ...]:
    """Each resolution of an extract once."""
    found: dict[str, VerifiedResolution] = {}
    for letter in extract.letters:
        line = letter.resolution
        versions = _versions(work, letter.source.number)
        named = next((one for one in versions if one.version == letter.source.version), None)
        holds = in_force(versions)
        found[line.number] = VerifiedResolution(
            number=line.number,
            as_source=_says(work, named, line),
            as_now=_says(work, holds, line),
            signed=holds is not None and standing_of(work, holds) is PaperStanding.IN_FORCE,
        )
    return tuple(found.values())


def _versions(work: Work, number: int) -> tuple[MinutesVersion, ...]:
    meetings = work.meetings.where(committee_id=the_committee(work), number=number)
    return versions_of(work, meetings[0].id) if meetings else ()


def _says(work: Work, version: MinutesVersion | None, line: ResolutionLine) -> bool:
    """Whether a version has the resolution in these very words."""
    if version is None or not version.content_hash:
        return False
    try:
        document: MinutesDocument = frozen_minutes(work, version)
    except RuleBroken:
        return False
    return any(one.number == line.number and same_resolution(one, line) for one in document.resolutions)
