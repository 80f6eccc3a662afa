Owners and modes that COPY gives, patterns that match nothing, and what an image keeps for its children.

  $ mkdir src; echo a > src/a; echo b > src/b; echo ff > f; bd() { printf "$1" > D; docker build -q -t "$2" -f D . | cut -c1-7; }
  $ bd 'FROM busybox\nCOPY --chown=nouser src/a /f\nCOPY --chown=nouser:nogrp src/a /g\nCOPY --chown=99:nogrp2 src/a /h\nCOPY --chown=nobody:99 src/a /i\nCOPY --chown=:5 src/a /j\nCOPY --chown=1:2:3 src/a /k\n' own; docker run --rm own stat -c '%u:%g %n' /f /g /h /i /j /k
  sha256:
  0:0 /f
  0:0 /g
  99:99 /h
  65534:99 /i
  0:5 /j
  1:1 /k
  $ bd 'FROM busybox\nCOPY --chmod=u=rwX,go= src/ /f\nCOPY --chmod=u+s,g=r src/a /g\nCOPY --chmod=+x src/a /h\nCOPY --chmod=7777 src/ /i\nCOPY --chmod=a-w src/a /j\nCOPY --chmod= src/a /k\n' mode; docker run --rm mode stat -c '%a %n' /f /f/a /g /h /i /i/b /j /k
  sha256:
  755 /f
  600 /f/a
  4644 /g
  775 /h
  755 /i
  7777 /i/b
  444 /j
  664 /k
  $ bd 'FROM busybox\nCOPY nope* src/a /x/\nCOPY none* /y/\nCOPY src/a src/b /many\n' some; docker run --rm some sh -c 'ls /x; ls /y; cat /many'
  sha256:
  a
  ls: /y: No such file or directory
  b
  $ bd 'FROM busybox\nONBUILD RUN echo trig > /t\nONBUILD COPY f /f\n' onb; bd 'FROM onb\nRUN cat /t /f\n' child; docker run --rm child cat /t /f; docker inspect -f '{{json .Config.OnBuild}}' onb child
  sha256:
  sha256:
  trig
  ff
  ["RUN echo trig > /t","COPY f /f"]
  null
  $ bd 'FROM busybox\nRUN --mount=type=bind,source=f,target=/ff cat /ff > /copy\nRUN --mount=type=bind,target=/m ls /m > /list\n' bound; docker run --rm bound cat /copy /list
  sha256:
  ff
  D
  f
  src
  $ bd 'FROM busybox\nEXPOSE $NOPE 80\nMAINTAINER x y\nENTRYPOINT []\nCMD []\nCOPY --from= f /f\n' odd; docker inspect -f '{{json .Config.Entrypoint}} {{json .Config.Cmd}} {{.Author}} {{json .Config.ExposedPorts}}' odd
  sha256:
  null null x y {"80/tcp":{}}
  $ printf 'FROM busybox\nWORKDIR /own\nUSER 1000\nCMD pwd; id -u\n' | docker build -q -t cwd - | cut -c1-7; docker run --name priv -u 0 cwd chmod 700 /own; docker commit priv cwd | cut -c1-7; docker run --rm -u 1000 cwd sh -c 'pwd; id -u'; docker run --rm -u 1000 cwd ls
  sha256:
  sha256:
  /own
  1000
  ls: .: Permission denied
  [1]
