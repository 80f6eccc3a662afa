Saved images that do not hold what they say.

  $ mkdir img; docker save busybox | tar x -C img; cd img; ls | sort
  blobs
  index.json
  manifest.json
  oci-layout
  repositories
  $ docker images -q busybox | wc -l; layer=$(jq -r '.[0].Layers[0]' manifest.json); config=$(jq -r '.[0].Config' manifest.json); cp manifest.json ../m; cp index.json ../i; [ -s "$layer" ] && echo there
  1
  there
  $ again() { tar cf ../again.tar .; docker load -i ../again.tar 2>&1 | sed "s/docker-import-[0-9]*/docker-import-N/g;s,$layer,LAYER,g;s,$config,CONFIG,g;s/[0-9a-f]\{64\}/HEX/g"; cp ../m manifest.json; cp ../i index.json; }; again
  Loaded image: busybox:latest
  $ rm manifest.json; again
  open /var/lib/docker/tmp/docker-import-N/blobs/json: no such file or directory
  $ rm manifest.json index.json; again
  open /var/lib/docker/tmp/docker-import-N/blobs/json: no such file or directory
  $ rm manifest.json index.json oci-layout; mv repositories ..; again; mv ../repositories .; printf '{"imageLayoutVersion": "1.0.0"}' > oci-layout
  open /var/lib/docker/tmp/docker-import-N/blobs/json: no such file or directory
  $ echo '{' > manifest.json; again
  unexpected EOF
  $ : > manifest.json; again
  EOF
  $ echo 'null' > manifest.json; again
  invalid manifest, manifest cannot be null (but can be [])
  $ echo '[]' > manifest.json; again
  
  $ echo '{}' > manifest.json; again
  json: cannot unmarshal object into Go value of type []tarexport.manifestItem
  $ echo '"x"' > manifest.json; again
  json: cannot unmarshal string into Go value of type []tarexport.manifestItem
  $ echo '[{}]' > manifest.json; again
  read /var/lib/docker/tmp/docker-import-N: is a directory
  $ echo '[{"Config":"nope","Layers":[]}]' > manifest.json; again
  open /var/lib/docker/tmp/docker-import-N/nope: no such file or directory
  $ echo '[{"Config":5}]' > manifest.json; again
  json: cannot unmarshal number into Go struct field .0.Config of type string
  $ echo '[{"Config":"../../../etc/passwd","Layers":[]}]' > manifest.json; again
  evalSymlinksInScope: /var/lib/etc/passwd is not in /var/lib/docker/tmp/docker-import-N
  $ echo '[{"Config":"manifest.json","Layers":[]}]' > manifest.json; again
  json: cannot unmarshal array into Go value of type image.Image
  $ echo '[{"Config":"'$config'","RepoTags":["x:1"],"Layers":[]}]' > manifest.json; again
  invalid manifest, layers length mismatch: expected 0, got 1
  $ echo '[{"Config":"'$config'","RepoTags":["x:1"],"Layers":["nope"]}]' > manifest.json; again
  Loaded image: x:1
  $ echo '[{"Config":"'$config'","RepoTags":["x:1"],"Layers":["'$layer'","'$layer'"]}]' > manifest.json; again
  invalid manifest, layers length mismatch: expected 2, got 1
  $ echo '[{"Config":"'$config'","RepoTags":["Bad Name"],"Layers":["'$layer'"]}]' > manifest.json; again
  invalid reference format: repository name (library/Bad Name) must be lowercase
  $ echo '[{"Config":"'$config'","RepoTags":["noname"],"Layers":["'$layer'"]}]' > manifest.json; again
  invalid tag "noname"
  $ echo '[{"Config":"'$config'","RepoTags":null,"Layers":["'$layer'"]}]' > manifest.json; again
  Loaded image ID: sha256:HEX
  $ jq '.Y=1|.config.Env=["K=1"]' $config > other.json; echo '[{"Config":"other.json","RepoTags":["y:1"],"Layers":["'$layer'"]}]' > manifest.json; again; docker run --rm y:1 sh -c 'echo $K'
  Loaded image: y:1
  1
  $ jq 'del(.rootfs)' $config > other.json; echo '[{"Config":"other.json","RepoTags":["x:1"],"Layers":["'$layer'"]}]' > manifest.json; again
  invalid image JSON, no RootFS key
  $ jq '.os="windows"' $config > other.json; echo '[{"Config":"other.json","RepoTags":["x:1"],"Layers":["'$layer'"]}]' > manifest.json; again
  cannot load windows image on linux
  $ jq '.architecture="arm64"' $config > other.json; echo '[{"Config":"other.json","RepoTags":["arm:1"],"Layers":["'$layer'"]}]' > manifest.json; again; docker image inspect -f '{{.Architecture}}' arm:1
  Loaded image: arm:1
  arm64
  $ jq '.os=""' $config > other.json; echo '[{"Config":"other.json","RepoTags":["x:1"],"Layers":["'$layer'"]}]' > manifest.json; again
  The image x:1 already exists, renaming the old one with ID sha256:HEX to empty string
  Loaded image: x:1
  $ jq '.rootfs.diff_ids[0]="sha256:'$(printf '0%.0s' $(seq 64))'"' $config > other.json; echo '[{"Config":"other.json","RepoTags":["x:1"],"Layers":["'$layer'"]}]' > manifest.json; again
  invalid diffID for layer 0: expected "sha256:HEX", got "sha256:HEX"
  $ jq '.rootfs.diff_ids[0]="nonsense"' $config > other.json; echo '[{"Config":"other.json","RepoTags":["x:1"],"Layers":["'$layer'"]}]' > manifest.json; again
  invalid diffID for layer 0: expected "nonsense", got "sha256:HEX"
  $ echo '[]' > other.json; echo '[{"Config":"other.json","RepoTags":["x:1"],"Layers":["'$layer'"]}]' > manifest.json; again
  json: cannot unmarshal array into Go value of type image.Image
  $ mkdir a; echo new > a/f; tar cf new.tar -C a f; id=$(sha256sum new.tar | cut -d' ' -f1); jq ".rootfs.diff_ids=[\"sha256:$id\"]|.history=[]" $config > other.json; echo '[{"Config":"other.json","RepoTags":["new:1"],"Layers":["new.tar"]}]' > manifest.json; again; docker create --name nn new:1 x >/dev/null; docker cp nn:/f - | tar xO
  Loaded image: new:1
  new
  $ gzip -k new.tar; sed 's/new.tar/new.tar.gz/;s/new:1/new:2/' ../m >/dev/null; docker rm nn >/dev/null; docker rmi new:1 >/dev/null; echo '[{"Config":"other.json","RepoTags":["new:2"],"Layers":["new.tar.gz"]}]' > manifest.json; again
  Loaded image: new:2
  $ docker rmi new:2 >/dev/null; head -c 600 new.tar > new2.tar; id=$(sha256sum new2.tar | cut -d' ' -f1); jq ".rootfs.diff_ids=[\"sha256:$id\"]|.history=[]" $config > other.json; echo '[{"Config":"other.json","RepoTags":["new:3"],"Layers":["new2.tar"]}]' > manifest.json; again
  Loaded image: new:3
  $ echo changed > a/f; tar cf new3.tar -C a f;  jq ".rootfs.diff_ids=[\"sha256:$(sha256sum new.tar | cut -d' ' -f1)\"]|.history=[]" $config > other.json; echo '[{"Config":"other.json","RepoTags":["new:4"],"Layers":["new3.tar"]}]' > manifest.json; again
  invalid diffID for layer 0: expected "sha256:HEX", got "sha256:HEX"
  $ ln -s /etc/passwd evil; echo '[{"Config":"evil","RepoTags":["x:1"],"Layers":["evil"]}]' > manifest.json; again
  open /var/lib/docker/tmp/docker-import-N/etc/passwd: no such file or directory
  $ ln -s other.json link; rm evil; ln -s new.tar lnk.tar; echo '[{"Config":"link","RepoTags":["new:5"],"Layers":["lnk.tar"]}]' > manifest.json; again
  Loaded image: new:5
  $ docker images --format '{{.Repository}}:{{.Tag}}' | grep -E '^(x|y|new|arm)' | sort
  arm:1
  new:3
  new:5
  x:1
  y:1
