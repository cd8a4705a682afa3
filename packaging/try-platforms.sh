#!/usr/bin/env bash
# Lays out the libraries of the systems that this machine is not, as their own builds would, and checks that each is for its
# system and processor and that nothing is missing or left inside a jar:
#   packaging/try-platforms.sh [windows-x86_64 macosx-x86_64 macosx-arm64 linux-arm64]
# Maven fetches what it does not have, 150 MB each (OFFLINE=1: nothing). The result is in target/platforms. Needs a JDK 25 in JAVA_HOME.
set -euo pipefail
cd "$(dirname "$0")/.."
here=linux-x86_64
[[ $(uname -m) == x86_64 && $(uname -s) == Linux ]] || { echo "skipped: written for Linux x86_64"; exit 77; }
mkdir -p target/platforms
failed=0
(($# > 0)) || set -- windows-x86_64 macosx-x86_64 macosx-arm64 linux-arm64
for platform in "$@"; do
    list=target/platforms/$platform.txt
    mvn -q -B -ntp ${OFFLINE:+-o} "-P!$here,$platform" dependency:build-classpath -DincludeScope=runtime -Dmdep.outputFile="$list"
    # what the libraries' own POMs choose by the machine Maven runs on
    jars=$(tr ':' '\n' <"$list" | grep -v -e '-linux\.jar$' -e "-$here\.jar$" | paste -sd :)
    "$JAVA_HOME/bin/java" -classpath "$jars" packaging/TryPlatform.java "$platform" "target/platforms/$platform" || failed=1
done
exit $failed
