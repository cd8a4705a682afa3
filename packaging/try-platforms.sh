#!/usr/bin/env bash
# Lays out the libraries of the systems that this machine is not, as their own builds would, and checks that each is for its
# system and processor, that nothing is missing or left inside a jar, and that libraries of Windows without their unused code
# are otherwise the same; says how much will be installed. Where MinGW and Wine are installed (apt install gcc-mingw-w64-x86-64
# wine64) the libraries of Windows are loaded and calculate; macosx-x86_64 needs llvm-strip (apt install llvm):
#   packaging/try-platforms.sh [windows-x86_64 macosx-x86_64 macosx-arm64 linux-arm64]
# Maven fetches what it does not have, 150 MB each (OFFLINE=1: nothing). The result is in target/platforms. Needs a JDK 25 in JAVA_HOME.
set -euo pipefail
cd "$(dirname "$0")/.."
here=linux-x86_64
[[ $(uname -m) == x86_64 && $(uname -s) == Linux ]] || { echo "skipped: written for Linux x86_64"; exit 77; }
mkdir -p target/platforms
failed=0

load_with_wine() {
    if ! command -v x86_64-w64-mingw32-gcc wine >/dev/null; then
        echo "the libraries of Windows were not loaded: no MinGW or no Wine here"
        return
    fi
    x86_64-w64-mingw32-gcc -O1 -o "$1/try-natives.exe" packaging/try-natives.c
    mkdir -p "$1/copy"
    # Z: is this machine's root
    WINEPREFIX=$PWD/$1/wine WINEDEBUG=-all timeout 120 wine "$1/try-natives.exe" "Z:$PWD/$1/natives" "Z:$PWD/$1/copy" 2>"$1/wine.log" ||
        { echo "FAILED: see $1/wine.log"; return 1; }
}

(($# > 0)) || set -- windows-x86_64 macosx-x86_64 macosx-arm64 linux-arm64
for platform in "$@"; do
    list=target/platforms/$platform.txt
    mvn -q -B -ntp ${OFFLINE:+-o} "-P!$here,$platform" dependency:build-classpath -DincludeScope=runtime -Dmdep.outputFile="$list"
    # what the libraries' own POMs choose by the machine Maven runs on
    jars=$(tr ':' '\n' <"$list" | grep -v -e '-linux\.jar$' -e "-$here\.jar$" | paste -sd :)
    "$JAVA_HOME/bin/java" -classpath "$jars" packaging/TryPlatform.java "$platform" "target/platforms/$platform" || failed=1
    if [[ $platform == windows-* ]]; then
        load_with_wine "target/platforms/$platform" || failed=1
    fi
done
exit $failed
