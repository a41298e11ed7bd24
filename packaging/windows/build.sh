#!/usr/bin/env bash
# The bundle, built under Wine: build.sh PYTHON.EXE FOLDER (python3 dev.py package calls it with all that it needs).
set -euo pipefail
cd "$(dirname "$0")/../.."

# two builds of one commit are the same: no time of day, no order by chance
SOURCE_DATE_EPOCH="${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}"
export SOURCE_DATE_EPOCH PYTHONHASHSEED=0 PYTHONDONTWRITEBYTECODE=1
exec wine "$1" -m PyInstaller --noconfirm --clean --log-level WARN \
    --distpath "$2" --workpath "$2/work" packaging/windows/dabirkhaneh.spec
