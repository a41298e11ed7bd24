# Bundle, setup, portable archive, their sums and bill of materials on a real Windows: .\packaging\windows\build.ps1 [-Python 3.11]
# Never run so far: releases are built and tried under Wine (python3 dev.py package), and what this makes is called none.
# It needs Git, Python of python.org (3.11 to 3.13) and NSIS with its amd64-unicode stubs, makensis on the path.
param([string]$Python = "3.11")
$ErrorActionPreference = "Stop"
Set-Location (Join-Path $PSScriptRoot "..\..")

# two builds of one commit are the same: no time of day, no order by chance
$env:SOURCE_DATE_EPOCH = git log -1 --format=%ct
$env:PYTHONHASHSEED = "0"
$env:PYTHONDONTWRITEBYTECODE = "1"

$Out = "build\bundle\out"
if (Test-Path $Out) { Remove-Item -Recurse -Force $Out }
& py "-$Python" -m venv --clear build\bundle\venv
if ($LASTEXITCODE) { exit $LASTEXITCODE }
$Interpreter = "build\bundle\venv\Scripts\python.exe"
& $Interpreter -m pip install --quiet --no-deps --require-hashes -r packaging\windows\requirements.lock
if ($LASTEXITCODE) { exit $LASTEXITCODE }
& $Interpreter -m PyInstaller --noconfirm --clean --log-level WARN --distpath $Out --workpath "$Out\work" packaging\windows\dabirkhaneh.spec
if ($LASTEXITCODE) { exit $LASTEXITCODE }
& $Interpreter -m devtools.windows.installer $Out
exit $LASTEXITCODE
