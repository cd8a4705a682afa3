#!/usr/bin/env bash
# Installs the .rpm of target/installers beside a bare Debian's own system, uses it and removes it:
#   packaging/linux/try-rpm.sh [bookworm|trixie]
# Needs the Debian that try-deb.sh made once and kept in target/chroots, and root; says so and ends with 77 without them.
# What the .rpm requires has Fedora's names, so rpm is told not to look (--nodeps); what those libraries are in Debian is
# installed instead, and each requirement is looked up among them.
set -euo pipefail
cd "$(dirname "$0")/../.."
((EUID == 0)) || { echo "skipped: a chroot needs root"; exit 77; }
suite=${1:-bookworm}
root=$PWD/target/chroots/$suite-rpm
log=$PWD/target/try-rpm-$suite.log
[[ -f ${root%-rpm}.tar ]] || { echo "skipped: first packaging/linux/try-deb.sh $suite"; exit 77; }
package=$(ls target/installers/crackscope-*.rpm 2>/dev/null) || { echo "first: mvn -Pinstaller -DskipTests package" >&2; exit 2; }
# Mounts of this script end with it.
[[ ${IN_NAMESPACE:-} ]] || exec env IN_NAMESPACE=1 unshare --mount --propagation private "$0" "$@"

started=$SECONDS
say() { echo "$suite, $((SECONDS - started)) s: $*"; }
fail() { echo "$suite: FAILED: $*" >&2; exit 1; }
inside() { LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive chroot "$root" "$@"; }
quietly() { inside "$@" >"$log" 2>&1 || { cat "$log"; fail "$*"; }; }
# all files but those of people and of rpm's own database
listing() {
    local database
    database=$(inside rpm --eval '%{_dbpath}')
    (cd "$root" && find . -xdev \( -path ./home -o -path ".$database" -o -path ./tmp \) -prune -o -print | sort)
}
person() {
    unshare --net chroot --userspec=1000:1000 "$root" /usr/bin/env -i HOME=/home/person PATH=/usr/bin:/bin LANG=C.UTF-8 "$@"
}
cleanup() {
    umount -R "$root"/{proc,dev} 2>/dev/null || true
    rm -rf --one-file-system "$root"
}
trap cleanup EXIT

rm -rf --one-file-system "$root"
mkdir "$root"
tar -C "$root" -xf "${root%-rpm}.tar"
mount --bind /proc "$root/proc"
mount --rbind /dev "$root/dev"
cp /etc/resolv.conf "$root/etc/resolv.conf"
grep -ls Proxy /etc/apt/apt.conf.d/* 2>/dev/null | xargs -r cp -t "$root/etc/apt/apt.conf.d/" || true
inside useradd --create-home --uid 1000 person
apt=(apt-get -qq --yes --no-install-recommends -o Dpkg::Use-Pty=0)
quietly "${apt[@]}" update
gtk=libgtk-3-0
[[ $suite == bookworm ]] || gtk=libgtk-3-0t64
quietly "${apt[@]}" install rpm "$gtk" libgl1 libxtst6 libxxf86vm1 libfreetype6 libfontconfig1 libpangoft2-1.0-0 libstdc++6 \
    fonts-dejavu-core desktop-file-utils shared-mime-info man-db
for needed in $(rpm -qp --requires "$package" | sed -n 's/^\(lib.*\)()(64bit)$/\1/p'); do
    inside /sbin/ldconfig -p | grep -q " $needed " || [[ -n $(find "$root/lib" "$root/usr/lib" -name "$needed") ]] || fail "no $needed"
done
mkdir -p "$root/usr/share/metainfo" # belongs to a package that each Fedora has
listing >"$log.before"
say "a bare Debian with rpm"

cp "$package" "$root/srv/crackscope.rpm"
quietly rpm --install --nodeps /srv/crackscope.rpm
rm "$root/srv/crackscope.rpm"
quietly rpm --verify --nodeps crackscope
say "installed $(inside rpm -q --queryformat '%{NAME} %{VERSION}, %{SIZE} bytes, %{LICENSE}' crackscope), each file as it was packed"
[[ -z $(inside rpm -q --scripts crackscope) ]] || fail "scripts: $(inside rpm -q --scripts crackscope)"

[[ $(person crackscope --version) == "CrackScope $(rpm -qp --queryformat '%{VERSION}' "$package")" ]] || fail "another version"
person crackscope inspect /usr/lib/crackscope/samples/IMG_0001.jpg --json - 2>"$log" >"$log.json" || { cat "$log"; fail inspect; }
grep -q '"verdict" *: *"crack"' "$log.json" || fail "the verdict is not crack: $(cat "$log.json")"
say "an ordinary user without network inspects a photo"
person crackscope samples /home/person/tiles --count 60 --tiles 128 >"$log" 2>&1
person crackscope train --preset seed-cnn --data /home/person/tiles --epochs 1 --out /home/person/own.crackscope >"$log" 2>&1 ||
    { cat "$log"; fail train; }
say "it trains a model"
quietly desktop-file-validate /usr/share/applications/io.crackscope.CrackScope.desktop
quietly update-mime-database /usr/share/mime
person man --pager=cat crackscope 2>"$log" | grep -q 'cracknet-large' || fail "no manual page"

quietly rpm --erase crackscope
quietly update-mime-database /usr/share/mime
rm -f "$root"/tmp/crackscope-person*
listing >"$log.after"
left=$(diff "$log.before" "$log.after" || true)
[[ -z $left ]] || fail "left behind: $left"
say "removed, nothing left"
