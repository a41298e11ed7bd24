"""Scans, wired: their tools of the open office, and pages as pixels to be looked at beside those of the print."""

from __future__ import annotations

from PySide6.QtGui import QTransform

from desktop_app.bootstrap.files.office_files import OfficeFiles
from desktop_app.domain.progress import Progress
from desktop_app.domain.read_models.scans import ChosenFile
from desktop_app.printing.strangers.client import StrangerFile
from desktop_app.services.scans.scan_tools import ScanTools
from desktop_app.widgets.paper.page_canvas import PageImage, to_image
from desktop_app.widgets.paper.page_pair import PrintBeside
from desktop_app.wiring import Office, scan_tools


class OfficeScans:
    """The scans of an open office; what it stands for is told at ``ScanPort`` in the controllers."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self.file_port = OfficeFiles(office)
        self._tools: ScanTools | None = None
        self._print: tuple[int, bytes] = (0, b"")

    def tools(self) -> ScanTools:
        """Loaded with the first scan."""
        if self._tools is None:
            self._tools = scan_tools(self._office)
        return self._tools

    def page(self, file: ChosenFile, page: int, told: Progress) -> PageImage:
        """A page as it lies."""
        with StrangerFile(file) as scan:
            (width, height), pixels = scan.one("look", told, page=page)
        return PageImage(pixels, width, height, rgba=True)

    def beside(self, version_id: int, page: PageImage, number: int = 0) -> PrintBeside:
        """The page with that of the print, which is frozen and so read once for all pages of a version."""
        from PIL import Image

        from desktop_app.printing.scans.scan_overlay import printed_page

        if self._print[0] != version_id:
            self._print = version_id, self.tools().print_of(version_id)
        order = "RGBX" if page.rgba else "BGRX"
        seen = Image.frombuffer("RGB", (page.width, page.height), page.data, "raw", order, 0, 1)
        found = printed_page(self._print[1], seen, number)
        if found is None:
            return PrintBeside(to_image(page))
        pixels, laid = found.pixels, None
        if found.map is not None:
            a, b, c, d, e, f = found.map
            laid = QTransform(a, d, b, e, c, f)
        return PrintBeside(to_image(page), to_image(PageImage(pixels.bgra, pixels.width, pixels.height)), laid)
