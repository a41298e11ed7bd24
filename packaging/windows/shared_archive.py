"""One archive of modules beside the executables of the bundle, and its finder, which runs first in each of them.

PyInstaller opens its archive anew for each module, and Python looks at the disk for each folder of a package. Under
Wine as with a virus scanner that looks at every opening, that is a good part of the seconds until the data show. Here
the archive stays open, and a module in it is found by its name alone.
"""

import _thread
import marshal
import os
import sys
import zlib
from _frozen_importlib import ModuleSpec

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


class ByName:
    """Finds what the archive holds; what it does not hold is left to the finders behind this one."""

    def __init__(self, archive: OpenArchive) -> None:
        self._archive = archive

    def find_spec(self, name: str, _path: object = None, _target: object = None) -> ModuleSpec | None:
        """Python's: how a module is loaded, or ``None``. It is told of the file that the module would have been."""
        kind = self._archive.toc.get(name, (None,))[0]
        if kind not in (pyimod01_archive.PYZ_ITEM_MODULE, pyimod01_archive.PYZ_ITEM_PKG):
            return None
        package = kind == pyimod01_archive.PYZ_ITEM_PKG
        loader = pyimod02_importers.PyiFrozenLoader(name, self._archive, name, package)
        spec = ModuleSpec(name, loader, origin=loader.path, is_package=package)
        spec.has_location = True
        if package:
            spec.submodule_search_locations = [os.path.dirname(loader.path)]  # noqa: PTH120
        return spec


pyimod02_importers.pyz_archive = OpenArchive(f"{sys._MEIPASS}\\dabirkhaneh.pyz")
# a finder that was made before would go on looking into the archive of the executable
sys.path_importer_cache.clear()
# behind those of built-in modules, before the one that walks the folders
sys.meta_path.insert(-1, ByName(pyimod02_importers.pyz_archive))

import platform  # noqa: E402 - it lies in the archive

# A component asks for the name of the system, and Python runs `cmd /c ver` to tell its version, too. Without an answer
# it takes the version that it knows itself.
platform._syscmd_ver = lambda *_asked: ("", "", "")
