#!/bin/bash
# Exchanges images and archives between Drydock and a real Docker Engine, both ways: what one saves, the
# other reads. Needs a built `drydock` (DRYDOCK, by default target/debug/drydock), and a way to run
# a command on a machine with Docker (DOCKER_SH, by default `bash -c`); says so and skips where there is none.
# The command runs with this script's directory of scratch files as $W, which both must see, or with
# DOCKER_IN and DOCKER_OUT: commands that copy a file there ($1 to $2) and back.
set -u
cd "$(dirname "$0")/.." || exit 1
drydock=${DRYDOCK:-target/debug/drydock}
sh=${DOCKER_SH:-bash -c}
if ! $sh 'docker version' >/dev/null 2>&1; then
  echo "interop: skipped: no Docker Engine answers to '$sh'"
  exit 0
fi
W=$(mktemp -d) || exit 1
trap 'rm -rf "$W"' EXIT
there=/tmp/drydock-interop
$sh "rm -rf $there; mkdir -p $there" || exit 1
to() { if [ -n "${DOCKER_IN:-}" ]; then $DOCKER_IN "$W/$1" "$there/$1"; else cp "$W/$1" "$there/$1"; fi; }
from() { if [ -n "${DOCKER_OUT:-}" ]; then $DOCKER_OUT "$there/$1" "$W/$1"; else cp "$there/$1" "$W/$1"; fi; }
bad=0
same() { # name, expected, got
  if [ "$2" = "$3" ]; then echo "ok   $1"; else
    bad=1; printf 'FAIL %s\n  expected: %s\n  got:      %s\n' "$1" "$2" "$3"; fi
}
has() { case $3 in *"$2"*) echo "ok   $1" ;; *) same "$1" "...$2..." "$3" ;; esac; }
dry() { printf '%s\n' "$1" >"$W/script.sh"; shift; timeout 60 "$drydock" run "$@" "$W/script.sh" 2>&1; }

# Files of every kind, as both sides make them.
make='umask 022; mkdir -p t/d/e; echo one > t/f; ln t/f t/hard; ln -s f t/soft; ln -s /etc/passwd t/abs; chmod 4751 t/f
  long=$(printf "x%.0s" $(seq 120)); mkdir -p t/$long; echo long > t/$long/$long; touch "t/a b"; : > t/empty
  printf "\303\244" > "t/ä"; chmod 1777 t/d; ln -s $long/$long t/longlink; touch -d "2001-02-03 04:05:06 UTC" t/f'
list='cd t && find . | LC_ALL=C sort | while read -r n; do stat -c "%A %h %u:%g %N" "$n"; done; stat -c "%s %Y" f; cat f hard empty "ä"'

# 1. Images from here, loaded there. Not yet: our layers are named by what they hold and not by the digest of
# their tar files, which the real engine checks. The day it takes them, this says so.
dry 'cd /tmp; printf "FROM busybox\nRUN mkdir /data && echo hi > /data/f\nCMD [\"cat\",\"/data/f\"]\n" > Dockerfile
  docker build -q -t mine:1 . >/dev/null && docker save -o img.tar mine:1
  docker create --name cc mine:1 >/dev/null; docker export cc > fs.tar' \
  --get /tmp/img.tar="$W/img.tar" --get /tmp/fs.tar="$W/fs.tar" >/dev/null
to img.tar
case $($sh "docker load -i $there/img.tar" 2>&1) in
  *'invalid diffID for layer'*) echo 'gap  real docker loads img.tar' ;;
  *) same 'real docker refuses img.tar no longer: take this off the gaps' '' 'loaded' ;;
esac
to fs.tar
has 'real docker imports an export' 'sha256:' "$($sh "docker import $there/fs.tar mine:2; docker rmi mine:2 >/dev/null" 2>&1)"
same 'GNU tar lists an export' 0 "$($sh "tar -tvf $there/fs.tar >/dev/null 2>&1; echo \$?")"

# 2. Images from there, loaded here: OCI layout and manifest.json, plain and packed.
$sh "cd $there && printf 'FROM busybox\nRUN mkdir /data && echo hi > /data/f && ln /data/f /data/h && ln -s f /data/s && chown 7:8 /data/f && chmod 4750 /data/f && rm -rf /var\nENV A=b\nWORKDIR /data\nCMD [\"cat\",\"f\"]\n' > Dockerfile && docker build -q -t theirs:1 . && docker save -o their.tar theirs:1 && gzip -k -f their.tar && docker create --name interop theirs:1 && docker export -o their-fs.tar interop && docker rm interop && mkdir -p legacy && tar -C legacy -xf their.tar && rm -rf legacy/oci-layout legacy/index.json && tar -C legacy -cf legacy.tar . && chmod a+r *.tar*" >/dev/null 2>&1
for f in their.tar their.tar.gz legacy.tar; do
  from $f
  # Programs of a real image do not run here: what is in it is looked at from outside.
  got=$(dry "docker load -i /tmp/i && docker image inspect -f '{{.Config.WorkingDir}} {{.Config.Cmd}}' theirs:1 && docker create --name cc theirs:1 >/dev/null && docker cp cc:/data - | tar -tv --numeric-owner | sed 's/  *[0-9][0-9]* 20[0-9-]* [0-9:]* / /' && docker cp cc:/data/f - | tar -xO; docker cp cc:/var - 2>&1 | head -n 1" --put "$W/$f=/tmp/i")
  same "drydock loads $f" 'Loaded image: theirs:1
/data [cat f]
drwxr-xr-x 0/0 data/
-rwsr-x--- 7/8 data/f
hrwsr-x--- 7/8 data/h link to data/f
lrwxrwxrwx 0/0 data/s -> f
hi
Error response from daemon: Could not find the file /var in container cc' "$got"
done
from their-fs.tar
same 'drydock imports an export' 'hi' "$(dry 'docker import /tmp/i they >/dev/null && docker create --name cc they x >/dev/null && docker cp cc:/data/f - | tar -xO' --put "$W/their-fs.tar=/tmp/i")"
$sh "docker rmi -f theirs:1; rm -rf $there/legacy" >/dev/null 2>&1

# 3. Archives of GNU tar, both ways, in every format.
for format in gnu pax ustar; do
  [ $format = ustar ] && drop="rm -rf t/xxx* t/longlink;" || drop=
  want=$(dry "cd /tmp && $make; $drop $list")
  dry "cd /tmp && $make; $drop tar --format=$format -cf t.tar t" --get /tmp/t.tar="$W/t.tar" >/dev/null
  to t.tar
  same "GNU tar unpacks ours ($format)" "$want" "$($sh "cd $there && rm -rf t && tar -xpf t.tar && $list" 2>&1 | sed 's/ 0:0 / 1000:1000 /')"
  $sh "cd $there && rm -rf t && ($make; $drop tar --owner=1000 --group=1000 --numeric-owner --format=$format -cf t2.tar t)" >/dev/null 2>&1
  from t2.tar
  same "ours unpacks GNU tar's ($format)" "$want" "$(dry "cd /tmp && sudo tar -xpf t2.tar && $list" --put "$W/t2.tar=/tmp/t2.tar")"
done
$sh "rm -rf $there" || true
exit $bad
