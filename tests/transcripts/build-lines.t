Command lines of docker build that something is wrong with.

  $ mkdir w && cd w && printf 'FROM busybox\nRUN true\n' > Dockerfile; mkdir d; b() { docker build "$@" 2>&1 | sed -E 's/^#[0-9]+ //;s/buildkit-mount[0-9]+/buildkit-mountN/' | grep -vE '^$|DONE|^CACHED|internal\]|FROM docker.io|RUN true|transferring|exporting|writing image sha|naming|^building|^-----|^Dockerfile:'; }
  $ b -f d .; b -f . .; b -f missing9/Dockerfile .; b -f d/no/Dockerfile .; b -f Dockerfile/x .; b -f Dockerfile/x/y .
  ERROR: failed to build: failed to solve: failed to read dockerfile: read /var/lib/docker/tmp/buildkit-mountN/d: is a directory
  ERROR: failed to build: failed to solve: failed to read dockerfile: read /var/lib/docker/tmp/buildkit-mountN: is a directory
  ERROR: failed to build: resolve : lstat missing9: no such file or directory
  ERROR: failed to build: resolve : lstat d/no: no such file or directory
  ERROR: failed to build: stat Dockerfile: not a directory
  ERROR: failed to build: resolve : not a directory
  $ mkdir l; printf 'FROM busybox\nCOPY nope /\n' > l/dockerfile; b l | tail -1 | sed 's/ref .*:/ref R:/'; : > l/dockerfile; b l
  ERROR: failed to build: failed to solve: failed to compute cache key: failed to calculate checksum of ref R: not found
  ERROR: failed to build: failed to solve: the Dockerfile cannot be empty
  $ b -t sha256:x .; b -t sha256 .
  ERROR: refusing to create an ambiguous tag using digest algorithm as name
  ERROR: failed to build: failed to solve: refusing to create an ambiguous tag using digest algorithm as name
  ERROR: refusing to create an ambiguous tag using digest algorithm as name
  ERROR: failed to build: failed to solve: refusing to create an ambiguous tag using digest algorithm as name
  $ b --memory zz .; b -m -1 .; b --memory-swap zz .
  [1]
  $ b --progress '' -q .; b --progress plain -q .; b --progress none -q .; b --progress tty .; b --progress foo .
  ERROR: progress= and quiet cannot be used together
  ERROR: progress=plain and quiet cannot be used together
  sha256:<ID1>
  ERROR: failed to get console: provided file is not a console
  ERROR: invalid progress mode foo
  $ BUILDKIT_PROGRESS=foo b .; BUILDKIT_PROGRESS=quiet b . | sed 's/:.*/:ID/'; BUILDKIT_PROGRESS=plain b -q .; BUILDKIT_PROGRESS=foo b --progress quiet . | sed 's/:.*/:ID/'
  ERROR: invalid progress mode foo
  sha256:<ID1>
  sha256:ID
  $ b --iidfile /missing9/x .; b --iidfile . .; touch d/x; b --iidfile d .
  ERROR: writing image ID file: open /missing9/x: no such file or directory
  ERROR: removing image ID file: remove .: invalid argument
  ERROR: removing image ID file: remove d: directory not empty
  $ b --secret id=x,type=foo .; b --secret id=x,src=. .
  ERROR: unsupported secret type "foo"
  [1]
  $ b --build-context BAD=. .; b --build-context =. .; b --build-context 'a b=.' .; b --build-context x=Dockerfile .
  ERROR: invalid context name BAD: invalid reference format: repository name (library/BAD) must be lowercase
  ERROR: invalid context name : invalid reference format
  ERROR: invalid context name a b: invalid reference format
  ERROR: failed to build: failed to get build context path {Dockerfile <nil>}: not a directory
  $ b --cache-from foo=bar .; b --cache-to type=gha .; b --cache-to= .; b --call= .; b --ssh= .; b --attest= .
  ERROR: type required form> "foo=bar"
  ERROR: EOF
  $ b --platform linux/amd64,foo .; b --output type=docker,dest=/missing9/x .; b --output type=image,name=BAD .
  ERROR: failed to build: "foo": unknown operating system or architecture: invalid argument
  ERROR: failed to build: failed to open open /missing9/x: no such file or directory
  ERROR: failed to build: failed to solve: invalid reference format: repository name (library/BAD) must be lowercase
  $ b --annotation foo:a=b .; b --annotation index:a=b .; b --annotation manifest:a=b .; b --allow security.insecure .
  ERROR: failed to build: parse annotations: unknown annotation type "foo"
  ERROR: failed to build: index annotations not supported for single platform export
  ERROR: failed to build: failed to solve: granting entitlement security.insecure is not allowed by build daemon configuration
