What the builder inside the engine can not do is said before it begins.

  $ printf 'FROM busybox\n' > Dockerfile
  $ docker build --progress foo .
  ERROR: invalid progress mode foo
  [1]
  $ docker build --quiet --progress plain .
  ERROR: progress=plain and quiet cannot be used together
  [1]
  $ docker build --allow foo .
  ERROR: failed to build: unknown entitlement foo
  [1]
  $ docker build --annotation x .
  ERROR: failed to build: parse annotations: invalid annotation "x", expected key=value
  [1]
  $ docker build --attest x .
  ERROR: invalid value x
  [1]
  $ docker build --attest type=sbom .
  ERROR: failed to build: Attestation is not supported for the docker driver.
  Switch to a different driver, or turn on the containerd image store, and try again.
  Learn more at https://docs.docker.com/go/attestations/
  [1]
  $ docker build --sbom true .
  ERROR: failed to build: Attestation is not supported for the docker driver.
  Switch to a different driver, or turn on the containerd image store, and try again.
  Learn more at https://docs.docker.com/go/attestations/
  [1]
  $ docker build --provenance mode=max .
  ERROR: failed to build: Attestation is not supported for the docker driver.
  Switch to a different driver, or turn on the containerd image store, and try again.
  Learn more at https://docs.docker.com/go/attestations/
  [1]
  $ docker build --provenance foo .
  ERROR: invalid value foo
  [1]
  $ docker build --ssh default .
  ERROR: failed to build: failed to convert agent config {default [] false}: invalid empty ssh agent socket: make sure SSH_AUTH_SOCK is set
  [1]
  $ docker build --ssh a=/nope .
  ERROR: failed to build: failed to convert agent config {a [/nope] false}: failed to convert agent config for ID: "a": stat /nope: no such file or directory
  [1]
  $ docker build --platform linux/amd64,linux/arm64 .
  ERROR: failed to build: Multi-platform build is not supported for the docker driver.
  Switch to a different driver, or turn on the containerd image store, and try again.
  Learn more at https://docs.docker.com/go/build-multi-platform/
  [1]
  $ docker build --cache-from type=local .
  ERROR: failed to build: local cache importer requires src
  [1]
  $ docker build --cache-to type=local,dest=x .
  ERROR: failed to build: Cache export is not supported for the docker driver.
  Switch to a different driver, or turn on the containerd image store, and try again.
  Learn more at https://docs.docker.com/go/build-cache-backends/
  [1]
  $ docker build --no-cache --no-cache-filter x .
  ERROR: failed to build: --no-cache and --no-cache-filter cannot currently be used together
  [1]
  $ docker build --push .
  ERROR: failed to build: tag is needed when pushing to registry
  [1]
  $ docker build --secret id=x,foo=y .
  ERROR: unexpected key 'foo' in 'foo=y'
  [1]
  $ docker build --secret src=/nope .
  ERROR: failed to build: secret missing ID
  [1]
  $ docker build --build-arg =x .
  ERROR: invalid key-value pair "=x": empty key
  [1]
  $ docker build -t '' .
  ERROR: failed to build: invalid tag "": repository name must have at least one component
  [1]
  $ docker build -f - - < /dev/null
  ERROR: failed to build: invalid argument: can't use stdin for both build context and dockerfile
  [1]
  $ docker build - < /dev/null
  #0 building with "default" instance using docker driver
  
  #1 [internal] load build definition from Dockerfile
  #1 transferring dockerfile:
  ------
   > [internal] load build definition from Dockerfile:
  ------
  ERROR: failed to build: failed to solve: failed to read dockerfile: no local sources enabled
  [1]

Other wishes change nothing.

  $ docker build -q --allow network.host --annotation a=b --provenance false --sbom false --builder default . | cut -c1-7
  sha256:
  $ docker build -q --squash --isolation x . 2>&1 | grep -v sha256
  WARNING: isolation flag is deprecated with BuildKit.
  WARNING: experimental flag squash is removed with BuildKit. You should squash inside build using a multi-stage Dockerfile for efficiency.
