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

# 1. Images from here, loaded there: of the registry, built and committed, several in one file, packed. The
# ids and the layers' ids that inspect shows are those that the real engine works out.
dry 'cd /tmp; exec 2>&1; docker pull -q alpine >/dev/null; docker pull -q nginx >/dev/null
  echo hi > f; printf "FROM busybox\nRUN mkdir /data && echo hi > /data/f && rm -rf /var && ln /data/f /data/h\nCOPY --chown=7:8 --chmod=4750 f /own\nWORKDIR /data\nENV A=b\nCMD [\"cat\",\"/data/f\"]\n" > Dockerfile
  docker build -q -t mine:1 . >/dev/null; docker tag mine:1 mine:2; docker tag mine:1 me.example/x/y:z
  docker run --name box -v vol:/vol busybox sh -c "echo c > /c; rm /etc/group; rm -rf /home; mkdir /home; chmod 700 /tmp; mkfifo /p; ln -s /c /s"
  docker commit -m said -a who -c "CMD [\"x\"]" box done:1 >/dev/null
  docker commit -c "ENTRYPOINT [\"e\"]" $(docker create mine:1) done:2 >/dev/null
  printf "FROM scratch\nCOPY f /f\n" > D2; docker build -q -f D2 -t small . >/dev/null
  docker save -o all.tar busybox alpine nginx mine done small me.example/x/y:z; docker save mine:2 | gzip > one.tgz
  docker image inspect -f "{{.Id}} {{.RepoTags}} {{.RootFS.Layers}} {{.Config.Cmd}} {{.Config.Entrypoint}} {{.Config.Env}} {{.Comment}}{{.Author}} {{.Size}}" busybox alpine nginx mine:1 done:1 done:2 small > inspect
  docker export box > fs.tar' \
  --get /tmp/all.tar="$W/all.tar" --get /tmp/one.tgz="$W/one.tgz" --get /tmp/inspect="$W/inspect" --get /tmp/fs.tar="$W/fs.tar"
for f in all.tar one.tgz fs.tar; do to $f; done
$sh 'for i in busybox alpine nginx; do docker tag $i keep-$i; done' >/dev/null 2>&1
same 'real docker loads several images' 'Loaded image: alpine:latest
Loaded image: busybox:latest
Loaded image: done:1
Loaded image: done:2
Loaded image: me.example/x/y:z
Loaded image: mine:1
Loaded image: mine:2
Loaded image: nginx:latest
Loaded image: small:latest' "$($sh "docker load -q -i $there/all.tar 2>&1 | grep -v '^The image' | sort")"
same 'its inspect agrees, ids and layers too' "$(cat "$W/inspect")" "$($sh 'docker image inspect -f "{{.Id}} {{.RepoTags}} {{.RootFS.Layers}} {{.Config.Cmd}} {{.Config.Entrypoint}} {{.Config.Env}} {{.Comment}}{{.Author}} {{.Size}}" busybox alpine nginx mine:1 done:1 done:2 small' 2>&1)"
same 'a built image has its files there' 'hi
hi
-rwsr-x--- 7/8
gone' "$($sh 'docker create --name interop mine:1 >/dev/null; docker cp interop:/data/f - | tar -xO; docker cp interop:/data/h - | tar -xO; docker cp interop:/own - | tar -tv --numeric-owner | cut -d" " -f1,2; docker cp interop:/var - >/dev/null 2>&1 || echo gone; docker rm interop >/dev/null' 2>&1)"
same 'a committed image has its files there' 'c
gone
drwx------ 0/0
lrwxrwxrwx 0/0
prw-r--r-- 0/0' "$($sh 'docker create --name interop done:1 >/dev/null; docker cp interop:/c - | tar -xO; docker cp interop:/etc/group - >/dev/null 2>&1 || echo gone; for f in tmp s p; do docker cp interop:/$f - | tar -tv --numeric-owner | head -n 1 | cut -d" " -f1,2; done; docker rm interop >/dev/null' 2>&1)"
$sh 'docker rmi mine:2' >/dev/null 2>&1
same 'real docker loads a packed image' 'Loaded image: mine:2' "$($sh "docker load -i $there/one.tgz" 2>&1)"
$sh "docker save busybox mine done | gzip > $there/back.tgz; docker save small > $there/small.tar" >/dev/null 2>&1
from back.tgz; from small.tar
same 'drydock loads its own images back and runs them' 'Loaded image: done:1
Loaded image: done:2
Loaded image: mine:1
Loaded image: mine:2
same ids
hi
c' "$(dry "docker load -i /tmp/i | grep -v busybox: | sort; docker load -qi /tmp/j >/dev/null; docker image inspect -f '{{.Id}} {{.RepoTags}} {{.RootFS.Layers}} {{.Config.Cmd}} {{.Config.Entrypoint}} {{.Config.Env}} {{.Comment}}{{.Author}} {{.Size}}' mine:1 done:1 done:2 small | sed 's, me.example/x/y:z,,' > now; sed 's, me.example/x/y:z,,;s,me.example/x/y:z ,,' /tmp/was | grep -E 'mine:1|done:|small:' | diff - now && echo same ids; docker run --rm mine:1; docker run --rm done:1 cat /c" --put "$W/back.tgz=/tmp/i" --put "$W/small.tar=/tmp/j" --put "$W/inspect=/tmp/was")"
$sh 'docker rmi -f mine:1 mine:2 done:1 done:2 small me.example/x/y:z; for i in busybox alpine nginx; do docker tag keep-$i $i; docker rmi keep-$i; done; docker image prune -f' >/dev/null 2>&1
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
from their.tar
# Loaded here, changed here, saved here: the real engine takes it back, and its own programs run there.
dry "cd /tmp; docker load -qi i >/dev/null; docker save -o same.tar theirs:1; echo more > g; printf 'FROM theirs:1\nCOPY g /data/g\nCMD [\"cat\",\"f\",\"g\"]\n' > Dockerfile; docker build -q -t theirs:2 . >/dev/null; docker create --name cc theirs:2 >/dev/null; docker cp g cc:/data/k; docker commit -c 'CMD cat g k' cc theirs:3 >/dev/null; docker save -o more.tar theirs:2 theirs:3" \
  --put "$W/their.tar=/tmp/i" --get /tmp/same.tar="$W/same.tar" --get /tmp/more.tar="$W/more.tar" 
to same.tar; to more.tar
id=$($sh "docker image inspect -f '{{.Id}}' theirs:1; docker rmi -f theirs:1 >/dev/null")
same 'real docker takes its own image back' "Loaded image: theirs:1
$id
hi" "$($sh "docker load -i $there/same.tar; docker image inspect -f '{{.Id}}' theirs:1; docker run --rm theirs:1" 2>&1)"
same 'and runs what was made from it here' 'Loaded image: theirs:2
Loaded image: theirs:3
hi
more
more
more' "$($sh "docker load -i $there/more.tar; docker run --rm theirs:2; docker run --rm theirs:3; docker rmi theirs:2 theirs:3 >/dev/null" 2>&1)"
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
# 4. A volume's backup, and what docker cp writes, both ways.
files='umask 022; mkdir -p d/e; echo one > d/f; ln d/f d/h; ln -s f d/s; chmod 2750 d/e; chmod 640 d/f; chown 33:44 d/f d/e; touch -d "2001-02-03 04:05:06 UTC" d/f d/e; mkfifo d/p'
look='find d | LC_ALL=C sort | while read -r n; do stat -c "%A %h %u:%g %N" "$n"; done; stat -c "%n %Y" d/f d/e; cat d/f'
want=$(dry "cd /tmp; mkdir w; cd w; sudo bash -c '$files'; sudo bash -c '$look'")
dry "cd /tmp; docker run --rm -v vol:/vol busybox true; sudo bash -c 'cd /var/lib/docker/volumes/vol/_data; $files'; docker run --rm -v vol:/vol:ro -v /tmp:/out busybox tar -C /vol -czf /out/vol.tgz d; docker create --name c1 -v vol:/vol busybox >/dev/null; docker cp c1:/vol/d - > cp.tar" --get /tmp/vol.tgz="$W/vol.tgz" --get /tmp/cp.tar="$W/cp.tar"
to vol.tgz; to cp.tar
same "GNU tar unpacks a volume's backup" "$want" "$($sh "cd $there && rm -rf d && tar -xpf vol.tgz && { $look; }" 2>&1)"
same 'GNU tar unpacks a stream of docker cp' "$want" "$($sh "cd $there && rm -rf d && tar -xpf cp.tar && { $look; }" 2>&1)"
$sh "cd $there && docker rm -f interop; docker volume rm interop; docker create --name interop -v interop:/vol busybox true && docker cp - interop:/vol < cp.tar && docker cp interop:/vol/d - > back.tar && rm -rf d && cd \$(docker volume inspect -f '{{.Mountpoint}}' interop) && tar --numeric-owner -czf $there/back.tgz d; docker rm interop; docker volume rm interop" >/dev/null 2>&1
from back.tar; from back.tgz
same 'docker cp takes back what real docker cp made of it' "$want" "$(dry "cd /tmp; docker create --name c1 -v vol:/vol busybox >/dev/null; docker cp - c1:/vol < back.tar; sudo bash -c 'cd /var/lib/docker/volumes/vol/_data; $look'" --put "$W/back.tar=/tmp/back.tar")"
same "busybox tar unpacks a real volume's backup" "$want" "$(dry "cd /tmp; docker run --rm -v vol:/vol -v /tmp:/in busybox tar -C /vol -xzf /in/back.tgz; sudo bash -c 'cd /var/lib/docker/volumes/vol/_data; $look'" --put "$W/back.tgz=/tmp/back.tgz")"
$sh "rm -rf $there" || true
exit $bad
