What a RUN step leaves in its layer besides what its command wrote: places of what was mounted for it.

  $ cat > lay <<'X'
  > docker build -q -t lay - >/dev/null && docker save lay | tar x -C img && for l in $(jq -r '.[0].Layers[]' img/manifest.json | tail -n +2); do tar tf img/$l | sort | tr '\n' ' '; echo; done; rm -rf img/*
  > X
  $ mkdir img; printf 'FROM busybox\nRUN echo x > /f\nRUN rm /f\nRUN true\n' | bash lay; printf 'FROM busybox\nRUN --mount=type=cache,target=/a/b/c touch /a/b/c/x\nRUN --mount=type=tmpfs,target=/etc/t true\nRUN --mount=type=cache,target=/a/b/c touch /a/b/y\n' | bash lay
  etc/ f 
  .wh.f etc/ 
  etc/ 
  etc/ 
  etc/ 
  a/ a/b/ a/b/y etc/ 
  $ printf 'FROM busybox\nRUN --mount=type=secret,id=none true\nRUN touch /etc/resolv.conf /etc/hosts 2>/f; true\nRUN rm -f /etc/passwd\nRUN --network=none echo n > /n\nRUN mkdir -p /x/y\nRUN --mount=type=cache,target=/x/y/z true\n' | bash lay; docker run --rm lay cat /f
  etc/ 
  etc/ f 
  etc/ etc/.wh.passwd 
  etc/ n 
  etc/ x/ x/y/ 
  etc/ x/ x/y/ 
  touch: /etc/resolv.conf: Read-only file system
  touch: /etc/hosts: Read-only file system
  $ printf 'FROM busybox\nRUN ls -A /etc/hosts /etc/hostname /etc/mtab /etc/resolv.conf /.dockerenv > /got 2>&1; hostname >> /got; cat /etc/hosts >> /got; mount | grep "/etc/" | grep -o "etc/.*type\\|(r[wo]," >> /got; ls -l /etc/hosts | cut -c1-10 >> /got\n' | bash lay; docker run --rm lay cat /got
  etc/ got 
  ls: /etc/hostname: No such file or directory
  ls: /etc/mtab: No such file or directory
  ls: /.dockerenv: No such file or directory
  /etc/hosts
  /etc/resolv.conf
  buildkitsandbox
  127.0.0.1	localhost buildkitsandbox
  ::1	localhost ip6-localhost ip6-loopback
  etc/resolv.conf type
  (ro,
  etc/hosts type
  (ro,
  -rw-r--r--
  $ printf 'FROM busybox\nRUN chmod 700 /etc && chown 7 /etc\nRUN stat -c "%%a %%u %%n" /etc > /s\nWORKDIR /w\nRUN pwd\nUSER 7\nRUN id -u\nUSER 0\nCOPY <<EOF /etc/hosts\nhi\nEOF\nRUN cat /etc/hosts > /h\nRUN mv /etc/hosts /etc/hosts2 2>>/h; rm /etc/hosts 2>>/h; true\n' | bash lay; docker run --rm lay cat /s /h
  etc/ 
  etc/ s 
  w/ 
  etc/ 
  etc/ 
  etc/ etc/hosts 
  etc/ h 
  etc/ h 
  700 7 /etc
  127.0.0.1	localhost buildkitsandbox
  ::1	localhost ip6-localhost ip6-loopback
  mv: can't rename '/etc/hosts': Device or resource busy
  rm: can't remove '/etc/hosts': Device or resource busy
