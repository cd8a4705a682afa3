#!/usr/bin/env bash
# Makes target/installers: crackscope_VERSION_ARCH.deb, .rpm (where rpmbuild is installed) and a portable .tar.gz, each with
# its SHA-256. Called by `mvn -Pinstaller package`, which made target/crackscope and target/third-party.txt before.
# Needs dpkg-deb; the man page is what the program itself says of its commands. DEB_COMPRESSION=zstd packs the .deb in a
# quarter of the time and makes it a fifth larger.
set -euo pipefail
cd "$(dirname "$0")/../.."

image=target/crackscope
out=target/installers
tree=target/installer-tree
sources=packaging/linux
id=io.crackscope.CrackScope
version=$("$image/bin/crackscope" --version | awk '{ print $2 }')
machine=$(uname -m)
case $machine in
    x86_64) architecture=amd64 ;;
    aarch64) architecture=arm64 ;;
    *) echo "no package architecture is known for $machine" >&2; exit 1 ;;
esac
command -v dpkg-deb >/dev/null || { echo "dpkg-deb is missing: apt install dpkg, or dnf install dpkg" >&2; exit 1; }

# Dates are those of the last commit where there is one, so that the same sources give the same texts.
epoch=$(git log -1 --format=%ct 2>/dev/null || date +%s)
fill() {
    sed -e "s/@VERSION@/${version/-SNAPSHOT/~SNAPSHOT}/" -e "s/@ARCHITECTURE@/$architecture/" -e "s/@SIZE@/${size:-0}/" \
        -e "s/@DATE@/$(date -u -d "@$epoch" +%F)/" -e "s/@RFC_DATE@/$(LC_ALL=C date -u -R -d "@$epoch")/" "$1"
}

# What picocli prints for each command, as a manual page.
manual() {
    local roff='s/\\/\\\\/g; s/-/\\-/g; s/^\([.'"'"']\)/\\\&\1/'
    help() { LC_ALL=C.UTF-8 "$image/bin/crackscope" "$@" --help | sed "$roff"; }
    printf '.TH CRACKSCOPE 1 "%s" "CrackScope %s"\n' "$(date -u -d "@$epoch" +%F)" "$version"
    printf '.SH NAME\ncrackscope \\- find cracks in photos of concrete\n.SH SYNOPSIS\n'
    help | sed -n '1s/^Usage: \(.*\)/.B \1/p'
    printf '.SH DESCRIPTION\n.nf\n'
    help | tail -n +2
    printf '.fi\n'
    local command
    for command in inspect report train evaluate export scorecard audit 'dataset check' 'dataset split' samples doctor; do
        # shellcheck disable=SC2086 # two words are a command and its part
        printf '.SH "%s"\n.nf\n%s\n.fi\n' "${command^^}" "$(help $command)"
    done
    printf '.SH FILES\n.TP\n.I ~/.config/crackscope/settings.properties\nWhat was chosen in the window.\n'
    printf '.TP\n.I ~/.local/share/crackscope\nModels, trainings, corrected and split data sets, and inspections of photos on write\\-protected disks.\n'
    printf '.TP\n.I ~/.cache/crackscope\nMay be deleted at any time.\n'
    printf '.TP\n.I PHOTOS/PHOTOS.inspection\nIn a folder PHOTOS that was opened: its inspection.\n'
    printf '.TP\n.I /tmp/crackscope\\-USER.log\nWhat went wrong.\n'
}

lay_out() {
    rm -rf "$tree"
    mkdir -p "$tree"/usr/{bin,lib} "$tree"/usr/share/{applications,metainfo,mime/packages,man/man1,doc/crackscope}
    # with the times of the files: the AOT cache knows the jars by them
    cp -a "$image" "$tree/usr/lib/crackscope"
    chmod -R u=rwX,go=rX "$tree"
    ln -s ../lib/crackscope/bin/crackscope "$tree/usr/bin/crackscope"
    cp "$sources"/*.desktop "$tree/usr/share/applications/"
    cp "$sources/crackscope.xml" "$tree/usr/share/mime/packages/"
    fill "$sources/$id.metainfo.xml" >"$tree/usr/share/metainfo/$id.metainfo.xml"
    local icon size
    for icon in assets/icons/crackscope-*.png; do
        size=${icon##*-}
        size=${size%.png}
        install -D -m 644 "$icon" "$tree/usr/share/icons/hicolor/${size}x$size/apps/$id.png"
    done
    install -D -m 644 assets/icon.svg "$tree/usr/share/icons/hicolor/scalable/apps/$id.svg"
    manual | gzip -9n >"$tree/usr/share/man/man1/crackscope.1.gz"
    cp "$sources/copyright" "$tree/usr/share/doc/crackscope/"
    fill "$sources/changelog" | gzip -9n >"$tree/usr/share/doc/crackscope/changelog.gz"
    find "$tree/usr/share" -type f -exec chmod 644 {} +
}

deb() {
    size=$(du -sk "$tree/usr" | cut -f1)
    mkdir -p "$tree/DEBIAN"
    fill "$sources/control" >"$tree/DEBIAN/control"
    (cd "$tree" && find usr -type f -print0 | sort -z | xargs -0 md5sum >DEBIAN/md5sums)
    dpkg-deb --root-owner-group "-Z${DEB_COMPRESSION:-xz}" --build "$tree" "$out/crackscope_${version}_$architecture.deb" >/dev/null
    rm -r "$tree/DEBIAN"
}

rpm() {
    if ! command -v rpmbuild >/dev/null; then
        echo "no .rpm: rpmbuild is not installed (apt install rpm)"
        return
    fi
    fill "$sources/crackscope.spec" >target/crackscope.spec
    # rpmbuild removes the root that it has packed
    cp -al "$tree" target/rpm-root
    rpmbuild -bb --quiet --buildroot "$PWD/target/rpm-root" --define "_topdir $PWD/target/rpm" \
        --define "_rpmdir $PWD/$out" --define "_build_name_fmt %%{NAME}-%%{VERSION}.%%{ARCH}.rpm" \
        --target "$machine" target/crackscope.spec
}

rm -rf "$out" target/rpm-root
mkdir -p "$out"
packaging/licences.sh
lay_out
deb
rpm
tar -C target --transform "s,^crackscope,crackscope-$version," --owner=0 --group=0 -cf - crackscope |
    gzip -6n >"$out/crackscope-$version-linux-$machine.tar.gz"
(cd "$out" && for file in *; do sha256sum "$file" >"$file.sha256"; done)
rm -rf "$tree" target/rpm-root

megabytes() { awk -v bytes="$1" 'BEGIN { printf "%.1f MB", bytes / 1e6 }'; }
echo "installed: $(megabytes "$(du -sb "$image" | cut -f1)") (at most 450)"
for file in "$out"/*.{deb,rpm,tar.gz}; do
    [[ ! -e $file ]] || echo "$file: $(megabytes "$(stat -c %s "$file")")"
done
size=$(stat -c %s "$out"/*.deb)
((size <= 160000000)) || { echo "the .deb is larger than 160 MB" >&2; exit 1; }
