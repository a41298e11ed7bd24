"""Runs first in every executable of the bundle: the modules lie in one archive beside them, not in each of them.

PyInstaller's own reader opens the archive anew for each module: of the seconds until the data show, under Wine as with
a virus scanner that looks at every opening, that is a good part. This one keeps it open.
"""

import _thread
import marshal
import sys
import zlib

import pyimod01_archive
import pyimod02_importers


class OpenArchive(pyimod01_archive.ZlibArchiveReader):
    """PyInstaller's archive, opened once; threads may import at the same time."""

    def __init__(self, file: str) -> None:
        super().__init__(file, 0, check_pymagic=True)
        self._turn = _thread.allocate_lock()
        # for as long as the program runs, and so that each module is one call to read
        self._file = open(file, "rb", buffering=0)  # noqa: SIM115, PTH123

    def extract(self, name: str, raw: bool = False) -> object:
        """The code of a module, or its bytes; nothing for a package without a file."""
        kind, place, length = self.toc[name]
        if kind == pyimod01_archive.PYZ_ITEM_NSPKG:
            return None
        with self._turn:
            self._file.seek(place)
            packed = self._file.read(length)
        content = zlib.decompress(packed)
        return content if raw else marshal.loads(content)


pyimod02_importers.pyz_archive = OpenArchive(f"{sys._MEIPASS}\\dabirkhaneh.pyz")
# a finder that was made before would go on looking into the archive of the executable
sys.path_importer_cache.clear()

import platform  # noqa: E402 - it lies in the archive

# A component asks for the name of the system, and Python runs `cmd /c ver` to tell its version, too. Without an answer
# it takes the version that it knows itself.
platform._syscmd_ver = lambda *_asked: ("", "", "")
