"""Paper renderer: makes a paper of a document; fonts and typesetting are loaded at the first page.

Which module draws a kind follows from its name: ``papers/<stem>_pdf.py::render(document, imprint, render_context)``,
and ``word/<stem>_docx.py`` likewise for the kinds of :data:`WORD`. A paper without an order has a method of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from copy import copy
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from desktop_app.domain.documents.appearance import BUNDLED_FONT
from desktop_app.domain.documents.paper_capabilities import PaperCapabilities
from desktop_app.domain.documents.paper_kinds import PaperKind, Profile
from desktop_app.domain.documents.print_setup import PrintFont, PrintSetup
from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.progress import Progress, no_progress
from desktop_app.domain.read_models.history import HistoryWording
from desktop_app.domain.rules.clauses import UpstreamDecision

if TYPE_CHECKING:
    from desktop_app.domain.documents.documents import Paper
    from desktop_app.domain.documents.salvage_report_document import SalvageReportDocument
    from desktop_app.printing.engine.typesetting.fonts import FontSet
    from desktop_app.printing.print_fonts import KeptFonts
    from desktop_app.printing.stationery.office_paper import RenderContext

WORD: Final = frozenset({PaperKind.MINUTES, PaperKind.LETTER})
"""Kinds that are also made as Word files."""


class PaperRenderer:
    """Makes every kind of paper in the fonts that the office chose, or in the program's own.

    ``bundled`` is the folder of the latter, ``kept`` the one of chosen fonts; :meth:`choose` says which are wanted.
    ``file_of`` gives the bytes of an annex by their hash.
    """

    def __init__(self, bundled: Path, kept: Path | None = None, file_of: Callable[[str], bytes] | None = None) -> None:
        self._bundled, self._kept, self._file_of = bundled, kept, file_of
        self._setup = PrintSetup()
        self._sets: dict[tuple[str, ...], FontSet] = {}
        self._known: dict[tuple[str, ...], frozenset[int]] = {}

    @property
    def fonts(self) -> FontSet:
        """The fonts of papers made from now on."""
        return self._set_of(self._setup.fonts)

    def digests(self) -> tuple[tuple[str, str], ...]:
        """Return the font files of papers made from now on, by name, as in the snapshot of minutes."""
        if self._setup.fonts:
            return tuple(sorted((f"{font.family}-{font.style}", font.digest) for font in self._setup.fonts))
        return tuple(sorted(self._set_of(()).digests().items()))

    def choose(self, setup: PrintSetup) -> None:
        """Use this print setup from now on; fonts that were only tried are closed."""
        self._setup = setup
        kept = ((), _key(setup.fonts))
        self._sets = {key: found for key, found in self._sets.items() if key in kept}

    def with_setup(self, setup: PrintSetup) -> PaperRenderer:
        """Return a renderer with another print setup to try; this one stays unchanged, read fonts are shared."""
        other = copy(self)
        other._setup = setup  # noqa: SLF001 - a renderer like this one
        return other

    def supported(self) -> frozenset[int]:
        """Code points that the fonts of papers made from now on can show.

        A chosen font whose files are gone stops the printing and not the typing: then those that ship are asked.
        """
        try:
            key, fonts = _key(self._setup.fonts), self.fonts
        except EnvironmentProblem:
            key, fonts = (), self._set_of(())
        if key not in self._known:
            self._known[key] = fonts.supported()
        return self._known[key]

    def make(
        self, kind: PaperKind, paper: Paper[Any], profile: Profile | None = None, progress: Progress = no_progress
    ) -> bytes:
        """Return the PDF of a paper of this kind, in the office's archival form unless one is given."""
        return self._draw(f"papers.{stem(kind)}_pdf", paper, profile, progress)

    def salvage_report(self, paper: Paper[SalvageReportDocument]) -> bytes:
        """Return the PDF of the report of a salvage."""
        return self._draw("papers.salvage_report_pdf", paper, None, no_progress)

    def word(self, kind: PaperKind, paper: Paper[Any], progress: Progress = no_progress) -> bytes:
        """Return the Word file of a paper whose kind has one (:data:`WORD`)."""
        return self._draw(f"word.{stem(kind)}_docx", paper, None, progress)

    def take_font(self, files: Sequence[Path], family: str = "") -> tuple[PrintFont, ...]:
        """Check and keep a font that the operator chose (see :class:`~.print_fonts.KeptFonts`)."""
        from desktop_app.printing.print_fonts import KeptFonts

        return KeptFonts(self._kept_folder()).take(files, family)

    def capabilities(
        self, cite: Callable[[UpstreamDecision], str], history: Callable[[], HistoryWording] = HistoryWording
    ) -> PaperCapabilities:
        """Return what services need to know about papers; ``history`` provides its texts."""
        return _RendererCapabilities(self, cite, history)

    # ---- inside

    def _draw(self, named: str, paper: Paper[Any], profile: Profile | None, progress: Progress) -> bytes:
        from desktop_app.printing.words.paper_words import with_shown_numbers

        module = import_module(f"desktop_app.printing.{named}")
        shown = with_shown_numbers(paper.document)
        made: bytes = module.render(shown, paper.imprint, self._making(paper.document, profile, progress))
        return made

    def _making(self, document: object, profile: Profile | None, progress: Progress) -> RenderContext:
        from desktop_app.printing.stationery.office_paper import RenderContext

        fonts, form = self._fonts_of(document), profile or self._setup.profile
        if self._file_of is None:
            return RenderContext(fonts=fonts, profile=form, progress=progress, frozen=document)
        return RenderContext(fonts=fonts, profile=form, progress=progress, file_of=self._file_of, frozen=document)

    def _fonts_of(self, document: object) -> FontSet:
        """Return the fonts that a frozen document names by hash, else those of its family."""
        digests = tuple(digest for _name, digest in getattr(document, "fonts", ()))
        if not digests or set(digests) == {digest for _name, digest in self.digests()}:
            return self.fonts
        if set(digests) <= set(self._set_of(()).digests().values()):
            return self._set_of(())
        key = tuple(sorted(set(digests)))
        typography = getattr(document, "typography", None)
        family = typography.font if typography else BUNDLED_FONT
        return self._kept_set(key, lambda kept: kept.find(key, family))

    def _set_of(self, fonts: tuple[PrintFont, ...]) -> FontSet:
        if fonts:
            return self._kept_set(_key(fonts), lambda kept: kept.load(fonts))
        from desktop_app.printing.engine.typesetting.fonts import FontSet

        return self._sets.get(()) or self._sets.setdefault((), FontSet.load(self._bundled))

    def _kept_set(self, key: tuple[str, ...], read: Callable[[KeptFonts], FontSet]) -> FontSet:
        """Return a set of kept fonts, read once."""
        found = self._sets.get(key)
        if found is None:
            from desktop_app.printing.print_fonts import KeptFonts

            found = self._sets[key] = read(KeptFonts(self._kept_folder()))
        return found

    def _kept_folder(self) -> Path:
        if self._kept is None:
            raise ValueError("this renderer keeps no fonts")
        return self._kept


def _key(fonts: Sequence[PrintFont]) -> tuple[str, ...]:
    """Return the key of a set of fonts; empty for the program's own."""
    return tuple(sorted(font.digest for font in fonts))


class _RendererCapabilities(PaperCapabilities):
    """Capabilities of a renderer with its present print setup."""

    def __init__(
        self,
        renderer: PaperRenderer,
        cite: Callable[[UpstreamDecision], str],
        history: Callable[[], HistoryWording],
    ) -> None:
        object.__setattr__(self, "_renderer", renderer)
        object.__setattr__(self, "_cite", cite)
        object.__setattr__(self, "_history", history)

    @property
    def fonts(self) -> tuple[tuple[str, str], ...]:
        """Fonts with their hashes."""
        renderer: PaperRenderer = self.__dict__["_renderer"]
        return renderer.digests()

    @property
    def supported(self) -> frozenset[int]:
        """The code points that the fonts can show."""
        renderer: PaperRenderer = self.__dict__["_renderer"]
        return renderer.supported()

    @property
    def cite(self) -> Callable[[UpstreamDecision], str]:
        """The function that words an upstream citation."""
        cite: Callable[[UpstreamDecision], str] = self.__dict__["_cite"]
        return cite

    @property
    def subject(self) -> Callable[[PaperKind, Any], str]:
        """The function that returns the subject of a letter."""
        from desktop_app.printing.words.letter_subjects import register_subject

        return register_subject

    @property
    def history(self) -> HistoryWording:
        """The texts of the history, loaded at the first use."""
        history: Callable[[], HistoryWording] = self.__dict__["_history"]
        return history()


def stem(kind: PaperKind) -> str:
    """Return the beginning of the module names of a kind."""
    return kind.value.replace("-", "_")
