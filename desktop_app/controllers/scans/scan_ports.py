"""What the import of scans needs beside the services: their tools, and a page of a chosen file to be looked at."""

from __future__ import annotations

from typing import Protocol

from desktop_app.domain.read_models.scans import ChosenFile
from desktop_app.services.scans.scan_tools import ScanTools
from desktop_app.widgets.paper.page_canvas import PageImage


class ScanDesk(Protocol):
    """Both are asked off the thread of the window."""

    def tools(self) -> ScanTools:
        """What reads scans and keeps them; loaded with the first one."""
        ...

    def page(self, file: ChosenFile, page: int) -> PageImage:
        """A page of a chosen file as it lies, large enough to be read; raises ``Refused``."""
        ...
