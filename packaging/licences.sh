#!/usr/bin/env bash
# Puts into target/crackscope/licenses the licences of everything inside: the list (target/third-party.txt, made by
# `mvn -Pinstaller prepare-package`), the text of each, and what a jar brings along.
set -euo pipefail
cd "$(dirname "$0")/.."
image=target/crackscope
sources=packaging/linux

rm -rf "$image/licenses"
mkdir -p "$image/licenses/texts"
cp "$sources"/licences/*.txt src/main/resources/io/crackscope/reporting/OFL.txt "$image/licenses/texts/"
cat target/third-party.txt "$sources/natives.txt" >"$image/licenses/third-party.txt"
for jar in "$image"/lib/*.jar; do
    own=$image/licenses/$(basename "$jar" .jar)
    unzip -qq -o -j "$jar" 'META-INF/*LICENSE*' 'META-INF/*NOTICE*' 'LICENSE*' 'NOTICE*' \
        -x '*.class' -d "$own" 2>/dev/null || true
    rmdir "$own" 2>/dev/null || true
done
