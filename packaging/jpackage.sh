#!/usr/bin/env bash
# Makes an installer of target/crackscope on the system it is for, in target/installers:
#   packaging/jpackage.sh msi|dmg|app-image [OPTION OF JPACKAGE...]
# Its description is target/jpackage.txt, written by the build from jlink.json. app-image is a folder with the program, for a
# try on any system, Linux too. Needs a JDK 25 in JAVA_HOME, for msi WiX 3 or newer.
set -euo pipefail
cd "$(dirname "$0")/.."
type=$1
shift
description=target/jpackage-$type.txt
cp target/jpackage.txt "$description"
# CrackScope.exe has no console, and Windows does not tell apart names by their case
console=(--add-launcher crackscope-console=packaging/console.properties)
case $type in
    msi)
        options=(--icon assets/icons/crackscope.ico "${console[@]}" --win-menu --win-menu-group CrackScope --win-shortcut
            --win-per-user-install --win-upgrade-uuid 7f0f1a52-5f0e-4c53-9d57-6a4f1c7be2c1)
        ;;
    dmg)
        options=(--icon assets/icons/crackscope.icns --mac-package-identifier io.crackscope.CrackScope)
        # macOS takes no version that begins with 0: 0.1.0 is 1.1.0 to the Finder until there is a 1.0
        sed -e '/^"--app-version"/{n;s/^"0\./"1./;}' target/jpackage.txt >"$description"
        ;;
    app-image)
        options=("${console[@]}")
        # what only an installer has
        sed -E -e '/^"--(file-associations|license-file)"/{N;d;}' target/jpackage.txt >"$description"
        ;;
    *) echo "msi, dmg or app-image, not $type" >&2; exit 2 ;;
esac

# jpackage wants the runtime beside the rest; the launchers of the build look for it inside, and are replaced by its own
rm -rf target/runtime target/bin target/installers
back() {
    mv target/runtime target/bin target/crackscope/
}
mv target/crackscope/runtime target/crackscope/bin target/
trap back EXIT
"$JAVA_HOME/bin/jpackage" --type "$type" --dest target/installers "@$description" "${options[@]}" "$@"
