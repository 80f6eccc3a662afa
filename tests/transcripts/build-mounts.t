What RUN is given besides its files: secrets, caches, memory; and how mounts are refused.

  $ bd() { printf "$1" > D; shift; docker build --progress plain -f D "$@" . 2>&1 | sed -n 's/^#[0-9]* [0-9.]* //p;/^ERROR: failed/p'; }; export TOK=sec
  $ bd 'FROM busybox\nRUN df -k /dev/shm | tail -1 | awk "{print \\$2}"; grep abc /etc/hosts; ulimit -n; ulimit -Hn\n' --shm-size 1m --add-host abc:1.2.3.4 --ulimit nofile=100:200
  1024
  1.2.3.4	abc
  100
  200
  $ bd 'FROM busybox\nRUN df -k /dev/shm | tail -1 | awk "{print \\$2}"; grep abc /etc/hosts; ulimit -n; ulimit -Hn\n' --shm-size 2m --add-host abc:1.2.3.5 --ulimit nofile=100:200
  2048
  1.2.3.5	abc
  100
  200
  $ bd 'FROM busybox\nRUN --mount=type=secret,id=TOK,env=T,uid=1000 echo "[$T]"; ls /run/secrets || true\n' --secret id=TOK
  [sec]
  ls: /run/secrets: No such file or directory
  $ bd 'FROM busybox\nRUN --mount=type=secret,id=TOK,uid=1000,gid=50,mode=0444 stat -c "%%u:%%g %%a %%n" /run/secrets/TOK /run/secrets\n' --secret id=TOK
  1000:50 444 /run/secrets/TOK
  0:0 755 /run/secrets
  $ bd 'FROM busybox\nRUN --mount=type=secret,id=TOK stat -c "%%u:%%g %%a" /run/secrets/TOK\n' --secret id=TOK
  0:0 400
  $ bd 'FROM busybox\nRUN --mount=type=secret,id=TOK,env=T,target=/s echo "[$T]"; cat /s\n' --secret id=TOK
  [sec]
  sec
  $ bd 'FROM busybox\nRUN --mount=type=secret,id=NOPE,env=T echo "[$T]"\n'
  []
  $ bd 'FROM busybox\nRUN --mount=type=tmpfs,target=/t,size=1m df -k /t | tail -1; stat -c "%%a" /t; mount | grep " /t "\n'
  tmpfs                     1024         0      1024   0% /t
  1777
  tmpfs on /t type tmpfs (rw,nosuid,relatime,size=1024k)
  $ bd 'FROM busybox\nRUN --mount=type=cache,target=/c,uid=1000,gid=50,mode=0700 stat -c "%%u:%%g %%a" /c; touch /c/x\n'
  1000:50 700
  $ bd 'FROM busybox\nRUN --mount=type=cache,target=/c,uid=1000,gid=50,mode=0700 ls /c; echo again\n'
  x
  again
  $ bd 'FROM busybox\nRUN --mount=type=cache,target=/c stat -c "%%u:%%g %%a" /c; ls /c\n'
  0:0 755
  $ bd 'FROM busybox\nWORKDIR /w\nARG D=sub\nRUN --mount=type=cache,target=$D pwd; mount | grep -c /w/sub\n'
  /w
  1
  $ bd 'FROM busybox\nRUN --mount=type=tmpfs,target=/t,size=x true\n'
  ERROR: failed to build: failed to solve: invalid value for size: x
  $ bd 'FROM busybox\nRUN --mount=type=cache,target=/c,sharing=bogus ls /c\n'
  ERROR: failed to build: failed to solve: unsupported sharing value "bogus"
  $ bd 'FROM busybox\nRUN --mount=type=cache,target=/c,mode=abc ls /c\n'
  ERROR: failed to build: failed to solve: invalid value abc for mode
  $ bd 'FROM busybox\nRUN --mount=type=bind,target=/c,uid=1 ls /c\n'
  ERROR: failed to build: failed to solve: uid not allowed for "bind" type mounts
  $ bd 'FROM busybox\nRUN --mount=type=bind,target=/c,size=1 ls /c\n'
  ERROR: failed to build: failed to solve: unexpected key 'size' for mount type 'bind'
  $ bd 'FROM busybox\nRUN --mount=type=cache,target=/c,rw=x ls /c\n'
  ERROR: failed to build: failed to solve: invalid value for rw: x
  $ bd 'FROM busybox\nRUN --mount=type=secret ls /c\n'
  ERROR: failed to build: failed to solve: invalid secret mount. one of source, target required
