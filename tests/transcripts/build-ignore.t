What a build takes from its directory: what .dockerignore leaves out is not touched.

  $ b() { docker build --progress plain --no-cache "$@" . 2>&1 | sed -E 's/^#[0-9]+ ([0-9.]+ )?/# /' | grep -E '^# (/c|ERROR)|^ERROR'; return "${PIPESTATUS[0]}"; }
  $ mkdir app && cd app && mkdir -p data/sub && echo s > data/s && echo m > data/sub/x.md && echo hello > hello && printf 'FROM busybox\nCOPY . /c\nRUN find /c | sort\n' > Dockerfile
  $ sudo chown -R 999:999 data && sudo chmod 700 data
  $ b
  # ERROR: error from sender: open data: permission denied
  ERROR: failed to build: failed to solve: error from sender: open data: permission denied
  [1]
  $ echo data > .dockerignore; b
  # /c
  # /c/.dockerignore
  # /c/Dockerfile
  # /c/hello
  $ printf 'data\n!other\n' > .dockerignore; b
  # /c
  # /c/.dockerignore
  # /c/Dockerfile
  # /c/hello
  $ printf 'data\n!data/s\n' > .dockerignore; b
  # ERROR: error from sender: open data: permission denied
  ERROR: failed to build: failed to solve: error from sender: open data: permission denied
  [1]
  $ printf 'data\n!*.md\n' > .dockerignore; b
  # ERROR: error from sender: open data: permission denied
  ERROR: failed to build: failed to solve: error from sender: open data: permission denied
  [1]

The sender goes only where a COPY leads it.

  $ rm .dockerignore; printf 'FROM busybox\nCOPY hello /c/\nRUN find /c | sort\n' > Dockerfile; b
  # /c
  # /c/hello
  $ printf 'FROM busybox\nCOPY data/s /c/\nRUN find /c | sort\n' > Dockerfile; b
  # ERROR: rpc error: code = Unknown desc = lstat data/s: permission denied
  ERROR: failed to build: failed to solve: rpc error: code = Unknown desc = lstat data/s: permission denied
  [1]
  $ printf 'FROM busybox\nCOPY hell* /c/\nRUN find /c | sort\n' > Dockerfile; b
  # ERROR: error from sender: open data: permission denied
  ERROR: failed to build: failed to solve: error from sender: open data: permission denied
  [1]
  $ printf 'FROM busybox AS unused\nCOPY . /c/\nFROM busybox\nCOPY hello /c/\nRUN find /c | sort\n' > Dockerfile; b
  # /c
  # /c/hello

Directories above what is kept come along.

  $ sudo chown -R 1000:1000 data; chmod 750 data; printf 'FROM busybox\nCOPY . /c\nRUN find /c | sort; stat -c "/c %%a" /c/data\n' > Dockerfile
  $ printf 'data\n!**/x.md\n' > .dockerignore; b
  # /c
  # /c/.dockerignore
  # /c/Dockerfile
  # /c/data
  # /c/data/sub
  # /c/data/sub/x.md
  # /c/hello
  # /c 750
  $ printf '*\n!data/s\n' > .dockerignore; b
  # /c
  # /c/data
  # /c/data/s
  # /c 750

A file that may not be read arrives empty, be it a list of patterns.

  $ rm -r data; chmod 0 hello; printf 'FROM busybox\nCOPY . /c\nRUN stat -c "/c %%a %%s" /c/hello\n' > Dockerfile; rm .dockerignore; b
  # /c 0 0
  $ echo hello > .dockerignore; chmod 0 .dockerignore; b
  # /c 0 0
  $ chmod 600 .dockerignore; : > Dockerfile.dockerignore; chmod 0 Dockerfile.dockerignore; b
  # /c 0 0
  $ rm -f Dockerfile.dockerignore; mkdir Dockerfile.dockerignore; printf 'FROM busybox\nCOPY . /c\nRUN find /c | sort\n' > Dockerfile; b
  # /c
  # /c/.dockerignore
  # /c/Dockerfile
  # /c/Dockerfile.dockerignore
  $ rm .dockerignore; mkdir .dockerignore; b
  # /c
  # /c/.dockerignore
  # /c/Dockerfile
  # /c/Dockerfile.dockerignore
  # /c/hello

What is no pattern.

  $ rmdir .dockerignore; for p in '[' 'a\' '[]a]' '[a-]' '!'; do printf '%s\n' "$p" > .dockerignore; b; done
  ERROR: failed to build: failed to solve: syntax error in pattern
  ERROR: failed to build: failed to solve: syntax error in pattern
  ERROR: failed to build: failed to solve: syntax error in pattern
  ERROR: failed to build: failed to solve: syntax error in pattern
  ERROR: failed to build: failed to solve: illegal exclusion pattern: "!"
  [1]
  $ echo '[b-a]' > .dockerignore; docker build -q -f - . <<< $'FROM busybox\nCOPY hello /\n'
  ERROR: failed to build: failed to solve: error from sender: failed to match excludepatterns: syntax error in pattern
  [1]
  $ printf '[!h]ello\n' > .dockerignore; b
  # /c
  # /c/.dockerignore
  # /c/Dockerfile
  # /c/Dockerfile.dockerignore
  $ printf '[^H]ello\n' > .dockerignore; b
  # /c
  # /c/.dockerignore
  # /c/Dockerfile
  # /c/Dockerfile.dockerignore
