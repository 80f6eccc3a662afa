What builds keep for the next: sources, images, steps, and what a prune takes of it.

  $ cat > kept <<'X'
  > docker system df | tail -1; docker buildx du --format '{{.Type}} {{.Mutable}} {{.Shared}} {{.Size}} {{.UsageCount}} {{.Description}}' | sort
  > X
  $ docker builder prune -af >/dev/null; printf 'FROM busybox\n' > Dockerfile; docker build -q . | cut -c1-7; bash kept; docker buildx du | grep -c '^[0-9a-z]\{25\}\*'
  sha256:
  Build Cache     3         0         13B       13B
  regular false true 0B 1 from local 
  source.local true false 0B 1 local source for context
  source.local true false 13B 1 local source for dockerfile
  2
  $ printf 'FROM busybox\nRUN echo a > /a\nRUN echo b > /b\nENV x=1\n' > Dockerfile; docker build -q . | cut -c1-7; bash kept; docker build -q . | cut -c1-7; bash kept
  sha256:
  Build Cache     5         0         13B       13B
  regular false true 0B 2 from local 
  regular false true 2B 1 mount / from exec /bin/sh -c echo a > /a
  regular false true 2B 1 mount / from exec /bin/sh -c echo b > /b
  source.local true false 0B 2 local source for context
  source.local true false 13B 2 local source for dockerfile
  sha256:
  Build Cache     5         0         13B       13B
  regular false true 0B 2 from local 
  regular false true 2B 1 mount / from exec /bin/sh -c echo a > /a
  regular false true 2B 2 mount / from exec /bin/sh -c echo b > /b
  source.local true false 0B 3 local source for context
  source.local true false 13B 3 local source for dockerfile
  $ echo f > f;printf 'FROM busybox\nCOPY f /f\nRUN echo b > /b\n' > Dockerfile; docker build -q . | cut -c1-7; bash kept; docker builder prune -f | sed 's/^[0-9a-z]\{25\}/ID/; s/Less than a second ago/AGO/; s/[0-9]* seconds\? ago/AGO/' | tr -s '\t ' ' ' | sort; bash kept; docker builder prune -af | tail -1; bash kept
  sha256:
  Build Cache     8         0         15B       15B
  regular false true 0B 3 from local 
  regular false true 2B 1 [2/3] COPY f /f
  regular false true 2B 1 mount / from exec /bin/sh -c echo a > /a
  regular false true 2B 1 mount / from exec /bin/sh -c echo b > /b
  regular false true 2B 2 mount / from exec /bin/sh -c echo b > /b
  source.local true false 0B 4 local source for context
  source.local true false 13B 4 local source for dockerfile
  source.local true false 2B 1 local source for context
  ID RECLAIMABLE SIZE LAST ACCESSED
  ID* true 0B AGO
  ID* true 13B AGO
  ID* true 2B AGO
  Total: 15B
  Build Cache     5         0         0B        0B
  regular false true 0B 3 from local 
  regular false true 2B 1 [2/3] COPY f /f
  regular false true 2B 1 mount / from exec /bin/sh -c echo a > /a
  regular false true 2B 1 mount / from exec /bin/sh -c echo b > /b
  regular false true 2B 2 mount / from exec /bin/sh -c echo b > /b
  Total:	8B
  Build Cache     0         0         0B        0B
  $ printf 'FROM busybox\nRUN --mount=type=cache,target=/c echo z > /c/x\nRUN --mount=type=cache,id=my,target=/c/d echo zz > /c/d/x\nWORKDIR /w\n' | docker build -q - | cut -c1-7; bash kept | grep -v cachemount; docker buildx du --format '{{.Type}} {{.Mutable}} {{.Size}} {{.Description}}' | grep cachem | sort; docker builder prune -f | tail -n 1; bash kept; docker builder prune -af | grep -c "^[0-9a-z]\{25\}"
  sha256:
  Build Cache     8         0         134B      134B
  regular false true 0B 1 [stage-0 4/4] WORKDIR /w
  regular false true 0B 1 from local 
  regular false true 0B 1 mount / from exec /bin/sh -c echo z > /c/x
  regular false true 0B 1 mount / from exec /bin/sh -c echo zz > /c/d/x
  source.local true false 0B 1 local source for context
  source.local true false 129B 1 local source for dockerfile
  exec.cachemount true 2B cached mount /c from exec /bin/sh -c echo z > /c/x with id "//c"
  exec.cachemount true 3B cached mount /c/d from exec /bin/sh -c echo zz > /c/d/x with id "/my"
  Total:	134B
  Build Cache     4         0         0B        0B
  regular false true 0B 1 [stage-0 4/4] WORKDIR /w
  regular false true 0B 1 from local 
  regular false true 0B 1 mount / from exec /bin/sh -c echo z > /c/x
  regular false true 0B 1 mount / from exec /bin/sh -c echo zz > /c/d/x
  4
  $ mkdir -p out/sub; chmod 500 out; printf 'FROM scratch\nCOPY f /sub/f\n' > Dockerfile; docker build -q -o out .; chmod 000 out/sub; chmod 700 out; docker build -q -o out . ; chmod 700 out/sub; docker build -q -o out . ; ls out/sub
  
  
  
  f
