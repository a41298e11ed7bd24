"""Scans, wired: their tools of the open office, and a page of a chosen file as pixels to be looked at."""

from __future__ import annotations

from desktop_app.bootstrap.files.office_files import OfficeFiles
from desktop_app.domain.read_models.scans import ChosenFile
from desktop_app.printing.strangers.client import StrangerFile
from desktop_app.services.scans.scan_tools import ScanTools
from desktop_app.widgets.paper.page_canvas import PageImage
from desktop_app.wiring import Office, scan_tools


class OfficeScans:
    """The scans of an open office; what it stands for is told at ``ScanPort`` in the controllers."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self.file_port = OfficeFiles(office)
        self._tools: ScanTools | None = None

    def tools(self) -> ScanTools:
        """Loaded with the first scan."""
        if self._tools is None:
            self._tools = scan_tools(self._office)
        return self._tools

    def page(self, file: ChosenFile, page: int) -> PageImage:
        """A page as it lies."""
        with StrangerFile(file) as scan:
            (width, height), pixels = scan.one("look", page=page)
        return PageImage(pixels, width, height, rgba=True)
