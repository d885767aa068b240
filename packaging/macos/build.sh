#!/bin/sh
# Builds Clienteling.app and a disk image of it on macOS: packaging/macos/build.sh
# Wants Python 3.11 or newer as python3. SIGN_AS names a Developer ID to sign with; without one Gatekeeper warns.
set -eu
cd -- "$(dirname -- "$0")/../.."

python3 -m venv build/package/venv
python=build/package/venv/bin/python
"$python" -m pip install --require-hashes --only-binary :all: -r requirements/package.txt
"$python" -m pip install --no-deps --no-build-isolation --editable .
"$python" -m PyInstaller packaging/clienteling.spec --noconfirm --distpath dist --workpath build/package/work
"$python" packaging/check.py dist/clienteling
if [ -n "${SIGN_AS:-}" ]; then
    codesign --force --deep --options runtime --sign "$SIGN_AS" dist/Clienteling.app
fi

version=$("$python" -c 'import clienteling; print(clienteling.__version__)')
image=build/package/image
rm -rf "$image"
mkdir -p "$image"
cp -R dist/Clienteling.app "$image"/
ln -s /Applications "$image"/Applications
hdiutil create -volname Clienteling -srcfolder "$image" -format UDZO -ov "dist/clienteling-$version.dmg"
