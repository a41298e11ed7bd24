"""Port of the import of scans: the tools of the services, pages as pixels beside those of the print, kept files."""

from __future__ import annotations

from typing import Protocol

from desktop_app.controllers.files.file_port import FilePort
from desktop_app.domain.progress import Progress
from desktop_app.domain.read_models.scans import ChosenFile
from desktop_app.services.scans.scan_tools import ScanTools
from desktop_app.widgets.paper.page_canvas import PageImage
from desktop_app.widgets.paper.page_pair import PrintBeside


class ScanPort(Protocol):
    """Tools and pages are asked for off the thread of the window."""

    @property
    def file_port(self) -> FilePort:
        """The store of the scans that were kept."""
        ...

    def tools(self) -> ScanTools:
        """What reads scans and keeps them; loaded with the first one."""
        ...

    def page(self, file: ChosenFile, page: int, told: Progress) -> PageImage:
        """A page of a chosen file as it lies, large enough to be read; raises ``Refused`` and what ``told`` raises."""
        ...

    def beside(self, version_id: int, page: PageImage, number: int = 0) -> PrintBeside:
        """The page with the page of the print of a version, by its number or else by its mark; raises ``Refused``."""
        ...
