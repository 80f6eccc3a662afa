What filters leave of the build cache.

  $ b() { printf 'FROM busybox\nRUN echo hi > /x\nRUN --mount=type=cache,target=/c echo 1 > /c/f\n' | docker build -q - >/dev/null; }; b; docker buildx du --format '{{.Type}}' | sort -u; for f in bogus=1 type=nosuch type=internal inuse=true inuse=false shared=true shared=false private=true mutable=true immutable=true description=x description~=RUN id=zzz parents=q label=x 'type~=('; do echo "$f: $(docker builder prune -af --filter "$f")"; done
  exec.cachemount
  regular
  source.local
  bogus=1: Total:	0B
  type=nosuch: Total:	0B
  type=internal: Total:	0B
  inuse=true: Total:	0B
  inuse=false: Total:	0B
  shared=true: Total:	0B
  shared=false: Total:	0B
  private=true: Total:	0B
  mutable=true: Total:	0B
  immutable=true: Total:	0B
  description=x: Total:	0B
  description~=RUN: Total:	0B
  id=zzz: Total:	0B
  parents=q: Total:	0B
  label=x: Total:	0B
  type~=(: Total:	0B
  $ b() { printf 'FROM busybox\nRUN echo hi > /x\nRUN --mount=type=cache,target=/c echo 1 > /c/f\n' | docker build -q - >/dev/null; }; docker buildx du --format '{{.Type}}' | sort -u; for f in bogus=1 type=nosuch shared=true private=true mutable=true inuse=false 'description~=NO'; do docker buildx du --filter "$f"; done
  exec.cachemount
  regular
  source.local
  ID        RECLAIMABLE   SIZE      LAST ACCESSED
  ID        RECLAIMABLE   SIZE      LAST ACCESSED
  ID        RECLAIMABLE   SIZE      LAST ACCESSED
  ID        RECLAIMABLE   SIZE      LAST ACCESSED
  ID        RECLAIMABLE   SIZE      LAST ACCESSED
  ID        RECLAIMABLE   SIZE      LAST ACCESSED
  ID        RECLAIMABLE   SIZE      LAST ACCESSED
  $ docker buildx du --format '{{.Type}}' --filter type=regular | sort -u; docker buildx du --format '{{.Type}}' --filter 'type!=regular' | sort -u; docker buildx du --format '{{.Type}}' --filter 'type~=^re.*r' | sort -u; docker buildx du --format '{{.Type}}' --filter ' TYPE = exec.cachemount'; docker buildx du --format '{{.Type}}' --filter 'mutable!=true' | sort -u; docker buildx du --format '{{.Type}}' --filter 'description~=cached'
  regular
  exec.cachemount
  source.local
  regular
  exec.cachemount
  exec.cachemount
  regular
  source.local
  exec.cachemount
  $ docker builder prune -af --filter type=regular --filter type=exec.cachemount; docker buildx du --filter type=a --filter type=b; docker builder prune -f --filter until=1h --filter until=2h
  ERROR: filters expect only one value
  ERROR: filters expect only one value
  ERROR: filters expect only one value
  [1]
  $ docker builder prune -af --filter type=exec.cachemount | tail -1; docker buildx du --format '{{.Type}}' | sort -u; docker builder prune -af --filter 'type!=regular' >/dev/null; docker buildx du --format '{{.Type}}' | sort -u; docker builder prune -af --filter type=regular >/dev/null; docker buildx du --format '{{.Type}}'
  Total:	2B
  regular
  source.local
  regular
