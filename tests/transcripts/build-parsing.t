Instructions of a Dockerfile that are not well made, and how their steps are called.

  $ mkdir w && cd w && echo x > f && mkdir e; D() { printf "FROM busybox\n$1\n" > Dockerfile; docker build --progress plain ${2:-.} 2>&1 | sed -E 's/^#[0-9]+ //; s/^[0-9]+\.[0-9]+ //; s/of ref [^ ]+:/of ref R:/' | grep -vE '^$|^DONE|^CACHED|internal\]|FROM docker.io|transferring|exporting|writing|^building|^ *[0-9]+ \||^-----|^Dockerfile:'; }
  $ for i in 'CMD --x' 'ENTRYPOINT --x y' 'SHELL --x ["a"]' 'ENV --x a=b' 'LABEL --x a=b' 'EXPOSE --x 80' 'USER --x u' 'VOLUME --x /v' 'WORKDIR --x /v' 'MAINTAINER --x m' 'ONBUILD --x RUN y'; do D "$i"; done
  ERROR: failed to build: failed to solve: dockerfile parse error on line 2: unknown flag: --x
  ERROR: failed to build: failed to solve: dockerfile parse error on line 2: unknown flag: --x
  ERROR: failed to build: failed to solve: dockerfile parse error on line 2: unknown flag: --x
  ERROR: failed to build: failed to solve: dockerfile parse error on line 2: unknown flag: --x
  ERROR: failed to build: failed to solve: dockerfile parse error on line 2: unknown flag: --x
  ERROR: failed to build: failed to solve: dockerfile parse error on line 2: unknown flag: --x
  ERROR: failed to build: failed to solve: dockerfile parse error on line 2: unknown flag: --x
  ERROR: failed to build: failed to solve: dockerfile parse error on line 2: unknown flag: --x
  ERROR: failed to build: failed to solve: dockerfile parse error on line 2: unknown flag: --x
  WARN: MaintainerDeprecated: Maintainer instruction is deprecated in favor of using label (line 2)
   [33m1 warning found (use docker --debug to expand):
  [0m - MaintainerDeprecated: Maintainer instruction is deprecated in favor of using label (line 2)
  ERROR: failed to build: failed to solve: dockerfile parse error on line 2: unknown flag: --x
  ERROR: failed to build: failed to solve: dockerfile parse error on line 2: unknown flag: --x
  $ for i in 'STOPSIGNAL --x 9' 'ARG --x A' 'ARG --x' 'HEALTHCHECK --x' 'HEALTHCHECK --x NONE' 'HEALTHCHECK --interval=5s --timeout' 'COPY --from' 'COPY --chmod' 'ENV -- A=b' 'HEALTHCHECK --interval= CMD true'; do D "$i"; done
  ERROR: failed to build: failed to solve: dockerfile parse error on line 2: ARG requires at least one argument
  ERROR: failed to build: failed to solve: dockerfile parse error on line 2: HEALTHCHECK requires at least one argument
  ERROR: failed to build: failed to solve: dockerfile parse error on line 2: HEALTHCHECK requires at least one argument
  ERROR: failed to build: failed to solve: dockerfile parse error on line 2: COPY requires at least two arguments, but only one was provided. Destination could not be determined
  ERROR: failed to build: failed to solve: dockerfile parse error on line 2: COPY requires at least two arguments, but only one was provided. Destination could not be determined
  [1]
  $ for i in 'RUN' 'RUN -- true' 'COPY -- a b' 'COPY --chmod= f /' 'RUN --mount="type=cache,target=/x" true' 'RUN	true' 'COPY --chown=$X f /' 'RUN   true  '; do D "$i"; done
  [2/2] RUN
  [2/2] RUN -- true
  [2/2] COPY -- a b
  ERROR: failed to calculate checksum of ref R: "/a": not found
   > [2/2] COPY -- a b:
  ERROR: failed to build: failed to solve: failed to compute cache key: failed to calculate checksum of ref R: "/a": not found
  [2/2] COPY --chmod= f /
  [stage-0 2/2] RUN --mount="type=cache,target=/x" true
  [2/2] RUN	TRUE
  WARN: UndefinedVar: Usage of undefined variable '$X' (line 2)
  [2/2] COPY --chown= f /
   [33m1 warning found (use docker --debug to expand):
  [0m - UndefinedVar: Usage of undefined variable '$X' (line 2)
  [2/2] RUN   true
  $ for i in 'CMD ["echo", 5]' 'CMD ["echo", ["a"]]' 'VOLUME ["/a", 5]' 'SHELL [5]' 'RUN []' 'HEALTHCHECK CMD []' 'HEALTHCHECK CMD ["a", 5]' 'ONBUILD CMD [1]' 'ONBUILD ENV a' 'VOLUME [""]' 'VOLUME "/a b"' 'COPY "a b" /'; do D "$i"; done
  ERROR: failed to build: failed to solve: when using JSON array syntax, arrays must be comprised of strings only
  ERROR: failed to build: failed to solve: when using JSON array syntax, arrays must be comprised of strings only
  ERROR: failed to build: failed to solve: when using JSON array syntax, arrays must be comprised of strings only
  ERROR: failed to build: failed to solve: when using JSON array syntax, arrays must be comprised of strings only
  ERROR: failed to build: failed to solve: failed to marshal LLB definition: arguments are required
  ERROR: failed to build: failed to solve: dockerfile parse error on line 2: Missing command after HEALTHCHECK CMD
  ERROR: failed to build: failed to solve: when using JSON array syntax, arrays must be comprised of strings only
  ERROR: failed to build: failed to solve: when using JSON array syntax, arrays must be comprised of strings only
  ERROR: failed to build: failed to solve: ENV must have two arguments
  ERROR: failed to build: failed to solve: dockerfile parse error on line 2: VOLUME specified can not be an empty string
  ERROR: failed to build: failed to solve: failed to process "\"/a": unexpected end of statement while looking for matching double-quote
  ERROR: failed to build: failed to solve: failed to process "\"a": unexpected end of statement while looking for matching double-quote
  $ for i in 'COPY [ /' 'COPY [] /' 'COPY [f, /x]' 'COPY ["f", "/x"' 'COPY [x [y f /x/'; do D "$i"; done
  ERROR: rpc error: code = Unknown desc = invalid includepatterns: [[]: syntax error in pattern
  ERROR: failed to build: failed to solve: rpc error: code = Unknown desc = invalid includepatterns: [[]: syntax error in pattern
  ERROR: rpc error: code = Unknown desc = invalid includepatterns: [[]]: syntax error in pattern
  ERROR: failed to build: failed to solve: rpc error: code = Unknown desc = invalid includepatterns: [[]]: syntax error in pattern
  ERROR: rpc error: code = Unknown desc = invalid includepatterns: [[f,]: syntax error in pattern
  ERROR: failed to build: failed to solve: rpc error: code = Unknown desc = invalid includepatterns: [[f,]: syntax error in pattern
  ERROR: rpc error: code = Unknown desc = invalid includepatterns: [[f,]: syntax error in pattern
  ERROR: failed to build: failed to solve: rpc error: code = Unknown desc = invalid includepatterns: [[f,]: syntax error in pattern
  ERROR: rpc error: code = Unknown desc = invalid includepatterns: [[x [y f]: syntax error in pattern
  ERROR: failed to build: failed to solve: rpc error: code = Unknown desc = invalid includepatterns: [[x [y f]: syntax error in pattern
  $ for i in 'EXPOSE $P' 'EXPOSE ${P:-80}' 'ENV A=${B:1}' 'COPY --from=$X /a /' 'COPY --from=-1 /a /' 'COPY --from=scratch /a /' 'COPY --chmod=-1 f /' 'STOPSIGNAL -1' 'STOPSIGNAL 65' 'HEALTHCHECK --start-interval=1us CMD true' 'HEALTHCHECK --start-period=1us CMD true'; do D "$i"; done
  WARN: UndefinedVar: Usage of undefined variable '$B' (line 2)
   [33m1 warning found (use docker --debug to expand):
  [0m - UndefinedVar: Usage of undefined variable '$B' (line 2)
  ERROR: failed to build: failed to solve: failed to process "${B:1}": unsupported modifier (:1) in substitution
  ERROR: failed to build: failed to solve: variable expansion is not supported for --from, define a new stage with FROM using ARG from global scope as a workaround
  ERROR: failed to build: failed to solve: invalid stage index -1
  [stage-0 2/2] COPY --from=scratch /a /
  ERROR: lstat /a: no such file or directory
   > [stage-0 2/2] COPY --from=scratch /a /:
  ERROR: failed to build: failed to solve: lstat /a: no such file or directory
  ERROR: failed to build: failed to solve: invalid syntax
  ERROR: failed to build: failed to solve: dockerfile parse error on line 2: Interval "start-interval" cannot be less than 1ms
  ERROR: failed to build: failed to solve: dockerfile parse error on line 2: Interval "start-period" cannot be less than 1ms
  $ for i in 'USER 99999999999\nRUN id' 'RUN --device=x true' 'RUN --network=host true' 'runx true' 'RUNX true' 'Runx true'; do D "$i"; done
  [2/2] RUN id
  ERROR: process "/bin/sh -c id" did not complete successfully: uids and gids must be in range 0-2147483647
   > [2/2] RUN id:
  ERROR: failed to build: failed to solve: process "/bin/sh -c id" did not complete successfully: uids and gids must be in range 0-2147483647
  ERROR: failed to build: failed to solve: device feature is only supported in Dockerfile frontend 1.14.0-labs or later
  ERROR: failed to build: failed to solve: failed to load LLB: network.host is not allowed
  ERROR: failed to build: failed to solve: dockerfile parse error on line 2: unknown instruction: runx (did you mean run?)
  ERROR: failed to build: failed to solve: dockerfile parse error on line 2: unknown instruction: RUNX (did you mean RUN?)
  ERROR: failed to build: failed to solve: dockerfile parse error on line 2: unknown instruction: Runx (did you mean run?)
  $ D "RUN --network=host true" "--allow network.host ."; D "RUN --network=host true" "--network host ."
  [2/2] RUN --network=host true
  [2/2] RUN --network=host true
  $ printf 'FROM ${X\n' > D1; docker build -f D1 . 2>&1 | grep -v '^#[0-9]* \[\|DONE\|^$\|transferring'
  #0 building with "default" instance using docker driver
  D1:1
  --------------------
     1 | >>> FROM ${X
     2 |     
  --------------------
  ERROR: failed to build: failed to solve: failed to process "${X": unsupported modifier (�) in substitution
  $ for i in 'RUN --mount=typ=cache,target=/x true' 'RUN --mount=type=cache,targt=/x true' 'RUN --mount=foo=1 true' 'RUN --mount=cache true' 'RUN --mount=type=cache,target true' 'RUN --mount=,type=cache true' 'RUN --mount= true' 'RUN --mount=type=bind,from=$X,target=/x true'; do D "$i"; done
  ERROR: failed to build: failed to solve: unexpected key 'typ' in 'typ=cache' (did you mean type?)
  ERROR: failed to build: failed to solve: unexpected key 'targt' in 'targt=/x' (did you mean target?)
  ERROR: failed to build: failed to solve: unexpected key 'foo' in 'foo=1' (did you mean from?)
  ERROR: failed to build: failed to solve: invalid field 'cache' must be a key=value pair
  ERROR: failed to build: failed to solve: invalid field 'target' must be a key=value pair
  ERROR: failed to build: failed to solve: invalid field '' must be a key=value pair
  ERROR: failed to build: failed to solve: dockerfile parse error on line 2: failed to parse csv mounts: EOF
  ERROR: failed to build: failed to solve: dockerfile parse error on line 2: 'from' doesn't support variable expansion, define alias stage instead
  $ for i in 'RUN --mount=type=bind,source=nope,target=/x ls' 'RUN --mount=type=ssh true' 'RUN --mount=type=ssh,required true' 'RUN --mount=type=ssh,id=q,required true'; do D "$i"; done
  [stage-0 2/2] RUN --mount=type=bind,source=nope,target=/x ls
  ERROR: failed to calculate checksum of ref R: "/nope": not found
   > [stage-0 2/2] RUN --mount=type=bind,source=nope,target=/x ls:
  ERROR: failed to build: failed to solve: failed to compute cache key: failed to calculate checksum of ref R: "/nope": not found
  [stage-0 2/2] RUN --mount=type=ssh true
  [stage-0 2/2] RUN --mount=type=ssh,required true
  ERROR: unset ssh forward key default
   > [stage-0 2/2] RUN --mount=type=ssh,required true:
  ERROR: failed to build: failed to solve: unset ssh forward key default
  [stage-0 2/2] RUN --mount=type=ssh,id=q,required true
  ERROR: unset ssh forward key q
   > [stage-0 2/2] RUN --mount=type=ssh,id=q,required true:
  ERROR: failed to build: failed to solve: unset ssh forward key q
  $ for i in 'COPY f /etc/passwd/x' 'COPY f /x/\nCOPY f /x/f/y' 'COPY e/* /x' 'COPY nope/* /x' 'COPY --from=busybox /nope /b' 'COPY --from=busybox /nope/* /b'; do D "$i"; done
  [2/2] COPY f /etc/passwd/x
  ERROR: mkdir /etc/passwd: not a directory
   > [2/2] COPY f /etc/passwd/x:
  ERROR: failed to build: failed to solve: mkdir /etc/passwd: not a directory
  [2/3] COPY f /x/
  [3/3] COPY f /x/f/y
  ERROR: mkdir /x/f: not a directory
   > [3/3] COPY f /x/f/y:
  ERROR: failed to build: failed to solve: mkdir /x/f: not a directory
  [2/2] COPY e/* /x
  ERROR: lstat /e: no such file or directory
   > [2/2] COPY e/* /x:
  ERROR: failed to build: failed to solve: lstat /e: no such file or directory
  [2/2] COPY nope/* /x
  ERROR: lstat /nope: no such file or directory
   > [2/2] COPY nope/* /x:
  ERROR: failed to build: failed to solve: lstat /nope: no such file or directory
  [stage-0 2/2] COPY --from=busybox /nope /b
  ERROR: lstat /nope: no such file or directory
   > [stage-0 2/2] COPY --from=busybox /nope /b:
  ERROR: failed to build: failed to solve: lstat /nope: no such file or directory
  [stage-0 2/2] COPY --from=busybox /nope/* /b
  ERROR: lstat /nope: no such file or directory
   > [stage-0 2/2] COPY --from=busybox /nope/* /b:
  ERROR: failed to build: failed to solve: lstat /nope: no such file or directory
  $ printf 'FROM busybox AS s\nFROM s\nCOPY --from=s /nope /b\n' > D2; docker build -f D2 . 2>&1 | tail -1
  ERROR: failed to build: failed to solve: lstat /nope: no such file or directory
  $ D 'COPY . /etc/passwd' | sed 's,overlay2/[^/]*,overlay2/ID,'
  [2/2] COPY . /etc/passwd
  ERROR: cannot copy to non-directory: /var/lib/docker/overlay2/ID/merged/etc/passwd
   > [2/2] COPY . /etc/passwd:
  ERROR: failed to build: failed to solve: cannot copy to non-directory: /var/lib/docker/overlay2/ID/merged/etc/passwd
  $ printf 'FROM busybox\nCOPY <<E /x\nhi\nE\nRUN cat /x\n' > D3; docker build --progress plain -f D3 . 2>&1 | grep -c '^#6 .2/3. COPY'
  1
