What is wrong with a Dockerfile is said before anything is built, with the lines that are to blame.

  $ mkdir src; echo a > src/a; echo b > src/b; bd() { printf "$1" > D; docker build -q -f D . 2>&1; }
  $ bd 'FROM busybox\nRUN false\nEXPOSE abc\n'
  D:3
  --------------------
     1 |     FROM busybox
     2 |     RUN false
     3 | >>> EXPOSE abc
     4 |     
  --------------------
  ERROR: failed to build: failed to solve: invalid containerPort: abc
  [1]
  $ bd 'FROM busybox\nENV A\nBOGUS\n'
  D:2
  --------------------
     1 |     FROM busybox
     2 | >>> ENV A
     3 |     BOGUS
     4 |     
  --------------------
  ERROR: failed to build: failed to solve: ENV must have two arguments
  [1]
  $ bd 'FROM busybox\nLABEL a=b \\\n c\nRUN ls\n'
  D:2
  --------------------
     1 |     FROM busybox
     2 | >>> LABEL a=b \
     3 | >>>  c
     4 |     RUN ls
  --------------------
  ERROR: failed to build: failed to solve: Syntax error - can't find = in "c". Must be of the form: name=value
  [1]
  $ bd 'FROM busybox\nENV B=${A:?must}\n'
  D:2
  --------------------
     1 |     FROM busybox
     2 | >>> ENV B=${A:?must}
     3 |     
  --------------------
  ERROR: failed to build: failed to solve: failed to process "${A:?must}": A: must
  [1]
  $ bd 'FROM busybox\nVOLUME $NOPE\n'
  D:2
  --------------------
     1 |     FROM busybox
     2 | >>> VOLUME $NOPE
     3 |     
  --------------------
  ERROR: failed to build: failed to solve: VOLUME specified can not be an empty string
  [1]
  $ bd 'FROM busybox\nCOPY --form=x a b\n'
  D:2
  --------------------
     1 |     FROM busybox
     2 | >>> COPY --form=x a b
     3 |     
  --------------------
  ERROR: failed to build: failed to solve: dockerfile parse error on line 2: unknown flag: --form (did you mean from?)
  [1]
  $ bd 'FROM busybox\nCOPY --from a b\n'
  D:2
  --------------------
     1 |     FROM busybox
     2 | >>> COPY --from a b
     3 |     
  --------------------
  ERROR: failed to build: failed to solve: dockerfile parse error on line 2: missing a value on flag: --from
  [1]
  $ bd 'FROM busybox\nCOPY --link=x a b\n'
  D:2
  --------------------
     1 |     FROM busybox
     2 | >>> COPY --link=x a b
     3 |     
  --------------------
  ERROR: failed to build: failed to solve: dockerfile parse error on line 2: expecting boolean value for flag --link, not: x
  [1]
  $ bd 'FROM busybox\nCOPY --chmod=17777 src/a /g\n'
  D:2
  --------------------
     1 |     FROM busybox
     2 | >>> COPY --chmod=17777 src/a /g
     3 |     
  --------------------
  ERROR: failed to build: failed to solve: invalid chmod parameter: '17777'. it should be octal string and between 0 and 07777
  [1]
  $ bd 'FROM busybox\nRUN --mount=type=cache ls\n'
  D:2
  --------------------
     1 |     FROM busybox
     2 | >>> RUN --mount=type=cache ls
     3 |     
  --------------------
  ERROR: failed to build: failed to solve: invalid mount target "/"
  [1]
  $ bd 'FROM busybox\nRUN --mount=target=/x,type=cache,bogus=1 ls\n'
  D:2
  --------------------
     1 |     FROM busybox
     2 | >>> RUN --mount=target=/x,type=cache,bogus=1 ls
     3 |     
  --------------------
  ERROR: failed to build: failed to solve: unexpected key 'bogus' in 'bogus=1'
  [1]
  $ bd 'FROM busybox\nRUN --network=bogus ls\n'
  D:2
  --------------------
     1 |     FROM busybox
     2 | >>> RUN --network=bogus ls
     3 |     
  --------------------
  ERROR: failed to build: failed to solve: dockerfile parse error on line 2: invalid network mode "bogus"
  [1]
  $ bd 'FROM busybox\nHEALTHCHECK --interval=1us CMD true\n'
  D:2
  --------------------
     1 |     FROM busybox
     2 | >>> HEALTHCHECK --interval=1us CMD true
     3 |     
  --------------------
  ERROR: failed to build: failed to solve: dockerfile parse error on line 2: Interval "interval" cannot be less than 1ms
  [1]
  $ bd 'FROM busybox\nHEALTHCHECK --retries=-1 CMD true\n'
  D:2
  --------------------
     1 |     FROM busybox
     2 | >>> HEALTHCHECK --retries=-1 CMD true
     3 |     
  --------------------
  ERROR: failed to build: failed to solve: dockerfile parse error on line 2: --retries cannot be negative (-1)
  [1]
  $ bd 'FROM busybox\nSHELL []\n'
  D:2
  --------------------
     1 |     FROM busybox
     2 | >>> SHELL []
     3 |     
  --------------------
  ERROR: failed to build: failed to solve: dockerfile parse error on line 2: SHELL requires at least one argument
  [1]
  $ bd 'FROM busybox\nRUN <<EOF\necho never\n'
  D:2
  --------------------
     1 |     FROM busybox
     2 | >>> RUN <<EOF
     3 | >>> echo never
     4 |     
  --------------------
  ERROR: failed to build: failed to solve: unterminated heredoc
  [1]
  $ bd '# escape=x\nFROM busybox\n'
  ERROR: failed to build: failed to solve: invalid escape token 'x' does not match ` or \
  [1]
  $ bd 'RUN ls\n'
  D:1
  --------------------
     1 | >>> RUN ls
     2 |     
  --------------------
  ERROR: failed to build: failed to solve: no build stage in current context
  [1]
  $ bd 'ARG X\n'
  ERROR: failed to build: failed to solve: dockerfile contains no stages to build
  [1]
  $ bd 'FROM busybox\nUSER nosuch\nRUN id\n'
  D:3
  --------------------
     1 |     FROM busybox
     2 |     USER nosuch
     3 | >>> RUN id
     4 |     
  --------------------
  ERROR: failed to build: failed to solve: process "/bin/sh -c id" did not complete successfully: unable to find user nosuch: no matching entries in passwd file
  [1]
  $ bd 'FROM busybox\nRUN echo a && \\\n   # hm\n   false && \\\n   true\nRUN ls\n'
  D:2
  --------------------
     1 |     FROM busybox
     2 | >>> RUN echo a && \
     3 | >>>    # hm
     4 | >>>    false && \
     5 | >>>    true
     6 |     RUN ls
  --------------------
  ERROR: failed to build: failed to solve: process "/bin/sh -c echo a &&    false &&    true" did not complete successfully: exit code: 1
  [1]
