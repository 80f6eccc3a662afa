Archives of zeros, small ones that unpack to much.

  $ docker create --name c0 busybox true >/dev/null; truncate -s 1G zeros; ls -s zeros; docker load -i zeros 2>&1 | sed 's/import-[0-9]*/import-N/'
  0 zeros
  open /var/lib/docker/tmp/docker-import-N/repositories: no such file or directory
  $ docker import zeros z:1 | cut -c1-7; docker images --format '{{.Size}}' z:1
  sha256:
  0B
  $ docker cp - c0:/tmp < zeros; docker diff c0 | sort
  $ head -c 4M /dev/zero | gzip > z.gz; docker load -i z.gz 2>&1 | sed 's/import-[0-9]*/import-N/'
  open /var/lib/docker/tmp/docker-import-N/repositories: no such file or directory
  $ docker import z.gz z:2 | cut -c1-7; docker images --format '{{.Size}}' z:2
  sha256:
  0B
  $ mkdir d; truncate -s 30M d/hole; tar -cf d.tar.gz -z d; ls -l d.tar.gz | awk '{print ($5 < 60000)}'; docker import d.tar.gz z:3 | cut -c1-7; docker images --format '{{.Size}}' z:3
  1
  sha256:
  31.5MB
  $ docker cp - c0:/opt < d.tar.gz; docker cp - c0:/home < d.tar.gz; docker diff c0 | sort
  destination "c0:/opt" must be a directory
  A /home/d
  A /home/d/hole
  C /home
