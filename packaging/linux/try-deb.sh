#!/usr/bin/env bash
# Installs the .deb of target/installers in a bare Debian, uses it as a person would, upgrades and removes it:
#   packaging/linux/try-deb.sh [bookworm|trixie ...]
# Each Debian is made once by debootstrap and kept in target/chroots. The program runs as an ordinary user without any
# network; its window is shown on an Xvfb outside. Screenshots: target/try-deb-SUITE.png, to be looked at.
# Needs root, debootstrap, xvfb, x11-utils and imagemagick; says so and ends with 77 where one is missing.
set -euo pipefail
cd "$(dirname "$0")/../.."
((EUID == 0)) || { echo "skipped: a chroot needs root"; exit 77; }
for tool in debootstrap Xvfb xwininfo import unshare dpkg-deb; do
    command -v "$tool" >/dev/null || { echo "skipped: $tool is missing"; exit 77; }
done
deb=$(ls target/installers/crackscope_*.deb 2>/dev/null) || { echo "first: mvn -Pinstaller -DskipTests package" >&2; exit 2; }
# Mounts of this script end with it.
[[ ${IN_NAMESPACE:-} ]] || exec env IN_NAMESPACE=1 unshare --mount --propagation private "$0" "${@:-bookworm}"

started=$SECONDS
say() { echo "$suite, $((SECONDS - started)) s: $*"; }
fail() { echo "$suite: FAILED: $*" >&2; exit 1; }
inside() { LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive chroot "$root" "$@"; }
apt() { inside apt-get -qq --yes --no-install-recommends -o Dpkg::Use-Pty=0 "$@" >"$log" 2>&1 || { cat "$log"; fail "apt-get $*"; }; }
leftovers() { (cd "$root" && find . -xdev -ipath '*crackscope*' -not -path './home/*' -not -path './proc/*'); }
# The window with a photo, until its verdict is kept beside it.
window() {
    local kept=$root/home/person/photos/photos.inspection-wal
    rm -f "$root"/home/person/photos/photos.inspection*
    "${person[@]}" crackscope /home/person/photos/IMG_0001.jpg >"$log" 2>&1 &
    local program=$! tries
    for ((tries = 0; tries < 240; tries++)); do
        kill -0 "$program" 2>/dev/null || { cat "$log"; fail "the window ended"; }
        # a verdict names its model
        ! grep -aqs 'CrackNet' "$kept" || break
        sleep 0.25
    done
    ((tries < 240)) || { cat "$log"; fail "no verdict within a minute"; }
    xwininfo -display "$display" -root -tree | grep -q 'CrackScope' || fail "no window"
    sleep 2 # the crack map is drawn after the verdict was kept
    import -display "$display" -window root "$1"
    kill "$program"
    wait "$program" 2>/dev/null || true
}
cleanup() {
    [[ -z ${xvfb:-} ]] || kill "$xvfb" 2>/dev/null || true
    umount -R "$root"/{proc,dev,tmp/.X11-unix} 2>/dev/null || true
    [[ -z ${root:-} ]] || rm -rf --one-file-system "$root"
}

try() {
    suite=$1
    root=$PWD/target/chroots/$suite
    log=$PWD/target/try-deb-$suite.log
    trap cleanup EXIT
    mkdir -p target/chroots
    rm -rf --one-file-system "$root"
    if [[ ! -f $root.tar ]]; then
        debootstrap --variant=minbase "$suite" "$root" http://deb.debian.org/debian >"$log" 2>&1 || { tail "$log"; fail debootstrap; }
        tar -C "$root" -cf "$root.tar.new" . && mv "$root.tar.new" "$root.tar"
    else
        mkdir "$root" && tar -C "$root" -xf "$root.tar"
    fi
    mount --bind /proc "$root/proc"
    mount --rbind /dev "$root/dev"
    mkdir -p "$root/tmp/.X11-unix"
    mkdir -p -m 1777 /tmp/.X11-unix
    mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"
    cp /etc/resolv.conf "$root/etc/resolv.conf"
    [[ ! -d /etc/apt/apt.conf.d ]] || grep -ls Proxy /etc/apt/apt.conf.d/* | xargs -r cp -t "$root/etc/apt/apt.conf.d/" || true
    inside useradd --create-home --uid 1000 person
    say "a bare Debian"

    exec 3< <(exec Xvfb -displayfd 1 -screen 0 1280x800x24 -nolisten tcp 2>/dev/null)
    xvfb=$!
    read -r number <&3
    display=:$number
    person=(unshare --net chroot --userspec=1000:1000 "$root" /usr/bin/env -i HOME=/home/person USER=person PATH=/usr/bin:/bin
        LANG=C.UTF-8 DISPLAY="$display")

    # the same program under an older version number
    rm -rf target/older && dpkg-deb -R "$deb" target/older
    sed -i 's/^Version: .*/Version: 0.0.1/' target/older/DEBIAN/control
    dpkg-deb --root-owner-group -Znone --build target/older "$root/srv/older.deb" >/dev/null
    rm -rf target/older
    cp "$deb" "$root/srv/crackscope.deb"
    apt update
    apt install /srv/older.deb
    say "installed $(inside dpkg-query -W -f '${Package} ${Version}, ${Installed-Size} KB' crackscope)"

    mkdir -p "$root/home/person/photos"
    cp assets/samples/IMG_0001.jpg "$root/home/person/photos/"
    cp src/test/resources/io/crackscope/project/version-1.inspection "$root/home/person/old.inspection"
    chown -R 1000:1000 "$root/home/person"
    "${person[@]}" crackscope inspect /home/person/photos/IMG_0001.jpg --json - 2>"$log" >"$log.json" || { cat "$log"; fail inspect; }
    grep -q '"verdict" *: *"crack"' "$log.json" || fail "the verdict is not crack: $(cat "$log.json")"
    say "the command line finds the crack"
    "${person[@]}" crackscope samples /home/person/tiles --count 60 --tiles 128 >"$log" 2>&1
    "${person[@]}" crackscope train --preset seed-cnn --data /home/person/tiles --epochs 1 --out /home/person/own.crackscope \
        >"$log" 2>&1 || { cat "$log"; fail train; }
    say "it trains a model"
    window "target/try-deb-$suite-older.png"
    say "the window shows a verdict"
    (cd "$root/home/person" && find . -type f ! -path '*/cache/*' ! -path './.cache/*' -exec sha256sum {} +) | sort >"target/try-deb-$suite.before"

    apt install /srv/crackscope.deb
    (cd "$root/home/person" && sha256sum --quiet -c) <"target/try-deb-$suite.before" || fail "the upgrade changed files of the person"
    [[ $("${person[@]}" crackscope --version) == "CrackScope $(dpkg-deb -f "$deb" Version)" ]] || fail "another version"
    "${person[@]}" crackscope audit /home/person/old.inspection | grep -q 'Whole' || fail "an older project"
    "${person[@]}" crackscope inspect /home/person/photos/IMG_0001.jpg --model /home/person/own.crackscope >/dev/null 2>&1 || fail "an older model"
    window "target/try-deb-$suite.png"
    say "upgraded: settings, models and projects are as they were, and the window opens"
    [[ -L $root/usr/bin/crackscope && -f $root/usr/share/applications/io.crackscope.CrackScope.desktop ]] || fail "no menu entry"
    left=$(find "$root/tmp" -type f -not -name 'crackscope-person*.log' -not -path '*/.X11-unix/*')
    [[ -z $left ]] || fail "left in /tmp: $left"
    [[ -z $(find "$root/home/person" -type f -name '*.so*' -o -name '.javacpp') ]] || fail "libraries were unpacked at home"

    apt purge crackscope
    apt autoremove --purge
    rm -f "$root"/srv/*.deb "$root"/tmp/crackscope-person*
    [[ -z $(leftovers) ]] || fail "left behind: $(leftovers)"
    say "removed, nothing left"
    kill "$xvfb"
    cleanup
    trap - EXIT
}
for suite in "$@"; do try "$suite"; done
echo "all in $((SECONDS - started)) s; look at target/try-deb-*.png"
