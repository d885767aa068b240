# Builds the program and its installer on Windows: powershell packaging\windows\build.ps1
# Wants Python 3.11 or newer as `python`, and for the installer Inno Setup 6 (`iscc`) on the PATH.
$ErrorActionPreference = "Stop"
Set-Location "$PSScriptRoot\..\.."

function Invoke-Checked([string] $Program) {
    & $Program @args
    if ($LASTEXITCODE -ne 0) { throw "$Program failed" }
}

Invoke-Checked python -m venv build\package\venv
$python = "build\package\venv\Scripts\python.exe"
Invoke-Checked $python -m pip install --require-hashes --only-binary :all: -r requirements\package.txt
Invoke-Checked $python -m pip install --no-deps --no-build-isolation --editable .
Invoke-Checked $python -m PyInstaller packaging\clienteling.spec --noconfirm --distpath dist --workpath build\package\work
Invoke-Checked $python packaging\check.py dist\clienteling
if (Get-Command iscc -ErrorAction SilentlyContinue) {
    $version = & $python -c "import clienteling; print(clienteling.__version__)"
    Invoke-Checked iscc "/DVERSION=$version" packaging\windows\clienteling.iss
}
