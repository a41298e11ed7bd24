"""Runs first in every executable of the bundle: the modules lie in one archive beside them, not in each of them."""

import sys

import pyimod01_archive
import pyimod02_importers

_ARCHIVE = "dabirkhaneh.pyz"

pyimod02_importers.pyz_archive = pyimod01_archive.ZlibArchiveReader(f"{sys._MEIPASS}\\{_ARCHIVE}?0", check_pymagic=True)
# a finder that was made before would go on looking into the archive of the executable
sys.path_importer_cache.clear()
