"""A folder holds no more modules than an eye takes in, and a feature has the same folder name in every room."""

from __future__ import annotations

from collections import Counter

from devtools.figures import FLAT
from tests.architecture.source import APP, modules

FEATURES = ("views", "controllers")


def test_no_folder_is_too_full() -> None:
    held = Counter(module.path.rpartition("/")[0] for module in modules() if not module.path.endswith("__init__.py"))
    assert {folder: count for folder, count in held.items() if count > FLAT} == {}


def test_views_and_controllers_have_the_same_folders() -> None:
    folders = [{path.parent.name for path in (APP / room).glob("*/__init__.py")} for room in FEATURES]
    assert folders[0] == folders[1]
    assert len(folders[0]) > 10
