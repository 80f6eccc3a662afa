What a Dockerfile's words stand for, and what is left of them in names of steps and in an image's history.

  $ b() { printf "$1" > D; docker build --progress plain -f D . 2>&1 | sed -E 's/ [0-9.]+s( done)?$//;s/^#[0-9]+ //;s/^[0-9]+\.[0-9]+ //' | grep -v '^$' | grep -vE 'transferring|exporting|writing|naming|internal.|^building|DONE|CACHED|FROM docker.io'; }; echo ff > f; mkdir src; echo a > src/a
  $ b 'FROM busybox\nARG A=x.tar.gz\nENV S=${A%%%%.*} P=${A#*.} L=${A##*.} R=${A/tar/zip} E=${A%%.gz}\nENV Q=a/b/c\nENV T=${Q//\\//-}\nRUN echo $S $P $L $R $E $T\n'
  [2/2] RUN echo x tar.gz gz x.zip.gz x.tar a-b-c
  x tar.gz gz x.zip.gz x.tar a-b-c
  $ b 'FROM busybox\nENV B=${A:?}\n'
  WARN: UndefinedVar: Usage of undefined variable '$A' (line 2)
   [33m1 warning found (use docker --debug to expand):
  [0m - UndefinedVar: Usage of undefined variable '$A' (line 2)
  D:2
  --------------------
     1 |     FROM busybox
     2 | >>> ENV B=${A:?}
     3 |     
  --------------------
  ERROR: failed to build: failed to solve: failed to process "${A:?}": A: is not allowed to be unset
  $ b 'FROM busybox\nENV B=\nENV C=${B:?}\n'
  D:3
  --------------------
     1 |     FROM busybox
     2 |     ENV B=
     3 | >>> ENV C=${B:?}
     4 |     
  --------------------
  ERROR: failed to build: failed to solve: failed to process "${B:?}": B: is not allowed to be empty
  $ b 'FROM busybox\nENV B=${A}x}${}\n'
  WARN: UndefinedVar: Usage of undefined variable '$A' (line 2)
   [33m1 warning found (use docker --debug to expand):
  [0m - UndefinedVar: Usage of undefined variable '$A' (line 2)
  D:2
  --------------------
     1 |     FROM busybox
     2 | >>> ENV B=${A}x}${}
     3 |     
  --------------------
  ERROR: failed to build: failed to solve: failed to process "${A}x}${}": syntax error: bad substitution
  $ b 'FROM busybox\nENV B=${A!x}\n'
  D:2
  --------------------
     1 |     FROM busybox
     2 | >>> ENV B=${A!x}
     3 |     
  --------------------
  ERROR: failed to build: failed to solve: failed to process "${A!x}": unsupported modifier (!) in substitution
  $ b 'FROM busybox\nENV B=${A:#x}\n'
  D:2
  --------------------
     1 |     FROM busybox
     2 | >>> ENV B=${A:#x}
     3 |     
  --------------------
  ERROR: failed to build: failed to solve: failed to process "${A:#x}": unsupported modifier (:#) in substitution
  $ b 'FROM busybox\nENV B="x\n'
  D:2
  --------------------
     1 |     FROM busybox
     2 | >>> ENV B="x
     3 |     
  --------------------
  ERROR: failed to build: failed to solve: failed to process "\"x": unexpected end of statement while looking for matching double-quote
  $ b 'FROM busybox AS a\nARG X=1\nFROM a\nRUN echo x=$X\nCOPY f /$X\n'
  [stage-1 1/2] RUN echo x=1
  x=1
  [stage-1 2/2] COPY f /1
  $ b 'FROM busybox\nENV A=1\nARG A=2\nRUN echo $A\n'; docker build -q -f D -t aa . >/dev/null; docker inspect aa --format '{{.Config.Env}}'; docker history --no-trunc --format '{{.CreatedBy}}' aa | head -3
  [2/2] RUN echo 2
  2
  [PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin A=1]
  RUN |1 A=2 /bin/sh -c echo $A # buildkit
  ARG A=2
  ENV A=1
  $ b 'FROM busybox\nARG U V=1\nARG W=$V\nRUN echo $U $W\n'; U=you docker build --build-arg U -q -f D -t aa . >/dev/null; docker history --no-trunc --format '{{.CreatedBy}}' aa | head -3
  [2/2] RUN echo $U 1
  1
  RUN |3 U=you V=1 W=1 /bin/sh -c echo $U $W # buildkit
  ARG W=1
  ARG U=you V=1
  $ b 'FROM busybox\nCOPY ["f", "src/a", "/x y/"]\nRUN ["ls", "/x y"]\nWORKDIR "/q r"\n'; docker build -q -f D -t aa . >/dev/null; docker history --no-trunc --format '{{.CreatedBy}}' aa | head -3
  [2/4] COPY [f, src/a, /x y/]
  [3/4] RUN ["ls", "/x y"]
  a
  f
  [4/4] WORKDIR /q r
  WORKDIR /q r
  RUN ls /x y # buildkit
  COPY f src/a /x y/ # buildkit
  $ b 'FROM busybox AS a\nRUN touch /z\nFROM busybox\nCOPY --from=a --chown=1:2 --chmod=600 /z /y\nADD --chown=3 f /w/\nCOPY <<-"A" <<B /docs/\n\tx $HOME\n\tA\ny\nB\nRUN cat /docs/A /docs/B\n'; docker build -q -f D -t aa . >/dev/null; docker history --no-trunc --format '{{.CreatedBy}}' aa | head -4
  [a 2/2] RUN touch /z
  [stage-1 2/5] COPY --from=a --chown=1:2 --chmod=600 /z /y
  [stage-1 3/5] ADD --chown=3 f /w/
  [stage-1 4/5] COPY <<-A <<B /docs/
  [stage-1 5/5] RUN cat /docs/A /docs/B
  x $HOME
  y
  RUN /bin/sh -c cat /docs/A /docs/B # buildkit
  COPY <<A <<B /docs/ # buildkit
  ADD --chown=3 f /w/ # buildkit
  COPY --chown=1:2 --chmod=600 /z /y # buildkit
  $ b 'FROM busybox\nRUN <<EOF cat > /y\nabc\nEOF\nRUN cat /y - <<A; cat <<B\n1\nA\n2\nB\n'
  D:5
  --------------------
     4 |     EOF
     5 | >>> RUN cat /y - <<A; cat <<B
     6 | >>> 1
     7 | >>> A
     8 | >>> 2
     9 | >>> B
    10 |     
  --------------------
  ERROR: failed to build: failed to solve: unterminated heredoc
  $ b 'FROM busybox\nRUN <<EOF\n#!/bin/sh\necho sb $0\nls /dev/pipes\nEOF\nRUN ls /dev/pipes\n'
  [2/3] RUN <<EOF (#!/bin/sh...)
  sb /dev/pipes/EOF
  EOF
  [3/3] RUN ls /dev/pipes
  ls: /dev/pipes: No such file or directory
  ERROR: process "/bin/sh -c ls /dev/pipes" did not complete successfully: exit code: 1
  ------
   > [3/3] RUN ls /dev/pipes:
  ls: /dev/pipes: No such file or directory
  ------
  D:7
  --------------------
     5 |     ls /dev/pipes
     6 |     EOF
     7 | >>> RUN ls /dev/pipes
     8 |     
  --------------------
  ERROR: failed to build: failed to solve: process "/bin/sh -c ls /dev/pipes" did not complete successfully: exit code: 1
  $ b 'FROM busybox\nRUN --mount=type=secret,id=s,env=SEC echo $SEC ${SEC}x\n'
  [stage-0 2/2] RUN --mount=type=secret,id=s,env=SEC echo **** ****x
  x
  $ b 'FROM busybox\nONBUILD COPY f /f\nONBUILD ENV A=1\nONBUILD RUN cat /f\n'; docker build -q -t ob -f D . >/dev/null; docker history --no-trunc --format '{{.CreatedBy}}' ob | grep -c ONBUILD
  0
  [1]
  $ b 'FROM ob\nRUN echo $A\n'
  [2/5] ONBUILD COPY f /f
  [3/5] ONBUILD RUN cat /f
  ff
  [4/5] RUN echo 1
  1
  $ b 'FROM busybox AS x\nONBUILD RUN echo trig\nFROM x\nRUN echo own\n'
  [stage-1 1/2] ONBUILD RUN echo trig
  trig
  [stage-1 2/2] RUN echo own
  own
  $ b 'FROM busybox\nWORKDIR /a/b\nWORKDIR /\nRUN pwd; stat -c %%a /a\nUSER 1000\nWORKDIR /c\nWORKDIR ../d\nRUN pwd; stat -c "%%u %%g" /c\n'
  [2/7] WORKDIR /a/b
  [3/7] RUN pwd; stat -c %a /a
  /
  755
  [4/7] WORKDIR /c
  [5/7] WORKDIR ../d
  [6/7] RUN pwd; stat -c "%u %g" /c
  /d
  1000 1000
  $ b 'FROM busybox\nCOPY http://x/y /\n'
  D:2
  --------------------
     1 |     FROM busybox
     2 | >>> COPY http://x/y /
     3 |     
  --------------------
  ERROR: failed to build: failed to solve: source can't be a URL for COPY
  $ b 'FROM busybox\nADD --checksum=sha256:abc http://x/y /\n'
  D:2
  --------------------
     1 |     FROM busybox
     2 | >>> ADD --checksum=sha256:abc http://x/y /
     3 |     
  --------------------
  ERROR: failed to build: failed to solve: invalid checksum digest length
  $ b 'FROM busybox\nADD --checksum=sha256:abc f /\n'
  D:2
  --------------------
     1 |     FROM busybox
     2 | >>> ADD --checksum=sha256:abc f /
     3 |     
  --------------------
  ERROR: failed to build: failed to solve: checksum requires HTTP(S) or Git sources
  $ b 'FROM busybox\nCOPY f <<EOF\nx\nEOF\n'
  D:2
  --------------------
     1 |     FROM busybox
     2 | >>> COPY f <<EOF
     3 | >>> x
     4 | >>> EOF
     5 |     
  --------------------
  ERROR: failed to build: failed to solve: dockerfile parse error on line 2: COPY cannot accept a heredoc as a destination
  $ b '# escape=`\n# escape=`\nFROM busybox\n'
  D:1
  --------------------
     1 | >>> # escape=`
     2 |     # escape=`
     3 |     FROM busybox
  --------------------
  ERROR: failed to build: failed to solve: only one escape parser directive can be used
  $ b 'FROM --platform=$NOPE busybox\n'
  WARN: UndefinedArgInFrom: FROM argument 'NOPE' is not declared (line 1)
   [33m1 warning found (use docker --debug to expand):
  [0m - UndefinedArgInFrom: FROM argument 'NOPE' is not declared (line 1)
  D:1
  --------------------
     1 | >>> FROM --platform=$NOPE busybox
     2 |     
  --------------------
  ERROR: failed to build: failed to solve: empty platform value from expression $NOPE
  $ b 'FROM --platform=bogus busybox\n'
  D:1
  --------------------
     1 | >>> FROM --platform=bogus busybox
     2 |     
  --------------------
  D:1
  --------------------
     1 | >>> FROM --platform=bogus busybox
     2 |     
  --------------------
  ERROR: failed to build: failed to solve: failed to parse platform bogus: "bogus": unknown operating system or architecture: invalid argument
  $ b 'FROM busybox\nEXPOSE 80/foo\n'; b 'FROM busybox\nEXPOSE 80:90:100\n'
  D:2
  --------------------
     1 |     FROM busybox
     2 | >>> EXPOSE 80/foo
     3 |     
  --------------------
  ERROR: failed to build: failed to solve: invalid port: "80/foo": invalid proto: foo
  WARN: ExposeInvalidFormat: EXPOSE instruction should not define an IP address or host-port mapping, found '80:90:100' (line 2)
   [33m1 warning found (use docker --debug to expand):
  [0m - ExposeInvalidFormat: EXPOSE instruction should not define an IP address or host-port mapping, found '80:90:100' (line 2)
  D:2
  --------------------
     1 |     FROM busybox
     2 | >>> EXPOSE 80:90:100
     3 |     
  --------------------
  ERROR: failed to build: failed to solve: invalid IP address: 80
  $ b 'FROM busybox\nSHELL ["nosuch"]\nRUN x\n'
  [2/2] RUN x
  runc run failed: unable to start container process: error during container init: exec: "nosuch": executable file not found in $PATH
  ERROR: process "nosuch x" did not complete successfully: exit code: 1
  ------
   > [2/2] RUN x:
  runc run failed: unable to start container process: error during container init: exec: "nosuch": executable file not found in $PATH
  ------
  D:3
  --------------------
     1 |     FROM busybox
     2 |     SHELL ["nosuch"]
     3 | >>> RUN x
     4 |     
  --------------------
  ERROR: failed to build: failed to solve: process "nosuch x" did not complete successfully: exit code: 1
  $ b 'FROM scratch\nCMD ["x"]\n'; b 'FROM scratch\nRUN x\n'
  [1/1] RUN x
  runc run failed: unable to start container process: error during container init: exec: "/bin/sh": stat /bin/sh: no such file or directory
  ERROR: process "/bin/sh -c x" did not complete successfully: exit code: 1
  ------
   > [1/1] RUN x:
  runc run failed: unable to start container process: error during container init: exec: "/bin/sh": stat /bin/sh: no such file or directory
  ------
  D:2
  --------------------
     1 |     FROM scratch
     2 | >>> RUN x
     3 |     
  --------------------
  ERROR: failed to build: failed to solve: process "/bin/sh -c x" did not complete successfully: exit code: 1
  $ b 'FROM busybox\nCOPY --chmod=640 src/ /a\nCOPY --chmod=777 src /c\nCOPY --chmod=1770 src /d\nCOPY --chmod=u=rwx,go= src /e\nCOPY --chmod=700 src/a /f/g/\nRUN stat -c %%a:%%n /a /c /d /e /f /f/g\n'
  [2/7] COPY --chmod=640 src/ /a
  [3/7] COPY --chmod=777 src /c
  [4/7] COPY --chmod=1770 src /d
  [5/7] COPY --chmod=u=rwx,go= src /e
  [6/7] COPY --chmod=700 src/a /f/g/
  [7/7] RUN stat -c %a:%n /a /c /d /e /f /f/g
  640:/a
  755:/c
  750:/d
  755:/e
  700:/f
  700:/f/g
  $ b 'FROM busybox\nCOPY nosuch /x\n' | sed 's/ref .*::[a-z0-9]*/REF/'
  [2/2] COPY nosuch /x
  ERROR: failed to calculate checksum of REF: "/nosuch": not found
  ------
   > [2/2] COPY nosuch /x:
  ------
  D:2
  --------------------
     1 |     FROM busybox
     2 | >>> COPY nosuch /x
     3 |     
  --------------------
  ERROR: failed to build: failed to solve: failed to compute cache key: failed to calculate checksum of REF: "/nosuch": not found
  $ printf '\xef\xbb\xbfFROM busybox\nRUN echo bom\n' > D; docker build -f D . 2>&1 | grep -c 'RUN echo bom'
  1
  $ mkdir .git; docker build -q -f D . 2>&1 | cut -c1-7; echo app > f.dockerignore; printf 'FROM busybox\nCOPY . /x\n' > E; echo f > E.dockerignore; docker build -f E . 2>&1 | grep -c 'load .dockerignore'
  WARNING
  sha256:
  0
  [1]
  $ printf '[\n' > .dockerignore; docker build -f D . 2>&1 | grep -E 'load .dockerignore|ERROR' | sed 's/ [0-9.]*s$//;s/ [0-9]*B done//'
  #3 [internal] load .dockerignore
  ERROR: failed to build: failed to solve: syntax error in pattern
