"""Paper of minutes made anew, to hold against it what somebody brings."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.domain.documents.documents import MinutesDocument
from desktop_app.domain.rules.minutes import MinutesVersion
from desktop_app.services.documents.documents import Paper, imprint_of
from desktop_app.services.documents.frozen_minutes import frozen_minutes
from desktop_app.services.office.letterhead import logo_of
from desktop_app.services.ports import Work


def prints_of(work: Work, version: MinutesVersion) -> tuple[Paper[MinutesDocument], ...]:
    """The paper of a version as it is made now, and one of a version that was withdrawn as it was before."""
    document = frozen_minutes(work, version)
    imprint = imprint_of(work, version, sample=work.settings().sample)
    imprint = replace(imprint, logo=logo_of(work, document.letterhead.logo))
    now = Paper(document, imprint)
    return (now, Paper(document, replace(imprint, void=False))) if imprint.void else (now,)
