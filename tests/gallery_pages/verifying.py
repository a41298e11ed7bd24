"""«بررسی برگه» on the demo's day, as of an office whose papers bear codes: by code, by file, refused and empty."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import partial
from pathlib import Path

from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.read_models.scans import ChosenFile
from desktop_app.domain.rules.minutes import MinutesState
from desktop_app.services.documents.documents import code_of, minutes_paper
from desktop_app.services.minutes.minutes import record_printing
from desktop_app.widgets.paper.page_view import PageView
from desktop_app.window.shell.screens import Screens
from desktop_app.window.verifying.page import VerifyPage
from tests import patience
from tests.gallery_pages import GalleryPage
from tests.gallery_pages.folders import empty_folder
from tests.gallery_pages.windows import SMALL, window
from tests.no_sample import no_sample
from tests.services.verifying.papers import with_one_glyph_changed

TINY = (960, 540)
WIDE = 1100


def _page(screens: Screens) -> VerifyPage:
    page = screens.screen("verify").page
    assert isinstance(page, VerifyPage)
    return page


def _open(screens: Screens) -> VerifyPage:
    no_sample(screens.office.context)
    screens.open("verify")
    return _page(screens)


def version(screens: Screens, state: MinutesState) -> int:
    """The last version of minutes in a state."""
    with screens.office.context.read() as work:
        return work.versions.where(state=state)[-1].id


def _code(screens: Screens, state: MinutesState) -> str:
    with screens.office.context.read() as work:
        return code_of(work.versions.where(state=state)[-1], sample=False)


def _ask(page: VerifyPage, code: str) -> None:
    page.show_code(code)
    page.code_given.emit(code)
    assert patience.wait(lambda: not page.ui.empty.isVisibleTo(page) or bool(page.ui.codeField.error()))


def empty(screens: Screens) -> None:
    """Nothing was asked yet."""
    _open(screens)


def of_state(state: MinutesState) -> Callable[[Screens], None]:
    """The code of minutes in a state."""

    def prepare(screens: Screens) -> None:
        page = _open(screens)
        _ask(page, _code(screens, state))
        _drawn(page)

    return prepare


def letter(screens: Screens) -> None:
    """The number of a letter that went out."""
    page = _open(screens)
    with screens.office.context.read() as work:
        number = work.outgoing_papers.where(struck_on=None)[-1].number
    _ask(page, number)
    _drawn(page)


def unknown(screens: Screens) -> None:
    """One letter is wrong."""
    page = _open(screens)
    code = _code(screens, MinutesState.SIGNED)
    _ask(page, ("A" if code[0] != "A" else "Q") + code[1:])


def refused(screens: Screens) -> None:
    """A letter is missing."""
    _ask(_open(screens), "OB24 E2PD EBEC LZM")


def altered(screens: Screens) -> None:
    """A file in which one glyph was changed."""
    page = _open(screens)
    paper = minutes_paper(screens.office.context, version(screens, MinutesState.SIGNED))
    pdf = screens.office.printing.make(PaperKind.MINUTES, paper)
    file = empty_folder() / "صورت‌جلسهٔ جلسهٔ ۴.pdf"
    file.write_bytes(with_one_glyph_changed(pdf))
    _bring(screens, page, file)


def same(screens: Screens) -> None:
    """A print that was kept."""
    page = _open(screens)
    version_id = version(screens, MinutesState.SIGNED)
    file = empty_folder() / "صورت‌جلسهٔ جلسهٔ ۴.pdf"
    file.write_bytes(screens.office.printing.make(PaperKind.MINUTES, minutes_paper(screens.office.context, version_id)))
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    record_printing(screens.office.context, version_id, copies=2, path=file.name, sha256=digest)
    _bring(screens, page, file)


def _bring(screens: Screens, page: VerifyPage, file: Path) -> None:
    controller = screens.screen("verify").controller
    controller.verify_files([ChosenFile(file.name, file)])  # type: ignore[attr-defined]
    assert patience.wait(lambda: not page.ui.empty.isVisibleTo(page))
    _drawn(page)


def _drawn(page: VerifyPage) -> None:
    """Wait for the paper of the answer, where there is room for it."""
    view = page.findChild(PageView)
    assert view is not None
    assert page.width() < WIDE or patience.wait(lambda: view.isVisibleTo(page))


PAGES = (
    GalleryPage("verify", partial(window, of_state(MinutesState.AMENDED)), size=(1440, 900)),
    GalleryPage("verify-empty", partial(window, empty), size=(1440, 900)),
    GalleryPage("verify-signed", partial(window, of_state(MinutesState.SIGNED)), size=(1440, 900)),
    GalleryPage("verify-same", partial(window, same), size=(1440, 900)),
    GalleryPage("verify-altered", partial(window, altered), size=(1440, 900)),
    GalleryPage("verify-letter", partial(window, letter), size=(1440, 900)),
    GalleryPage("verify-unknown", partial(window, unknown), size=SMALL),
    GalleryPage("verify-refused", partial(window, refused), size=SMALL),
    GalleryPage("verify-960x540", partial(window, of_state(MinutesState.AMENDED)), size=TINY),
)
