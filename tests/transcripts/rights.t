What programs with the set-user-ID bit, mount(8) and umount(8) can do in a container: no more than it;
what sudo makes has its own mask; links under a mount point are followed; the host's time zone.

  $ docker run --rm debian mount -t tmpfs x /mnt
  mount: /mnt: permission denied.
         dmesg(1) may have more information after failed mount system call.
  [32]
  $ docker run --rm debian sh -c 'mount -t tmpfs x /mnt; mount --bind /etc /mnt; mount -o remount,ro /; mount /nope /mnt'
  mount: /mnt: permission denied.
         dmesg(1) may have more information after failed mount system call.
  mount: /mnt: permission denied.
         dmesg(1) may have more information after failed mount system call.
  mount: /: permission denied.
         dmesg(1) may have more information after failed mount system call.
  mount: /mnt: permission denied.
         dmesg(1) may have more information after failed mount system call.
  [32]
  $ docker run --rm -u 1000 debian mount -t tmpfs x /mnt
  mount: /mnt: must be superuser to use mount.
         dmesg(1) may have more information after failed mount system call.
  [32]
  $ docker run --rm -v qq:/w debian umount /w
  umount: /w: must be superuser to unmount.
  [32]
  $ docker run --rm debian umount /nope
  umount: /nope: must be superuser to unmount.
  [32]
  $ docker run --rm busybox mount -t tmpfs x /mnt
  mount: permission denied (are you root?)
  [1]
  $ docker run -d --name up debian sleep 100 | wc -c; docker exec up mount -t tmpfs x /mnt; docker exec -u 1000 up umount /proc; docker rm -f up
  65
  mount: /mnt: permission denied.
         dmesg(1) may have more information after failed mount system call.
  umount: /proc: must be superuser to unmount.
  up
  $ umount /; umount /home; sudo umount /home; sudo umount /nope; mount --bind /etc /mnt
  umount: /: must be superuser to unmount.
  umount: /home: not mounted.
  umount: /home: not mounted.
  umount: /nope: no mount point specified.
  mount: /mnt: must be superuser to use mount.
         dmesg(1) may have more information after failed mount system call.
  [32]
  $ umask; sudo sh -c 'umask; echo x > f'; sudo mkdir d; stat -c '%a %n' f d; umask 077; sudo sh -c umask; umask 002
  0002
  0022
  644 f
  755 d
  0077
  $ docker run --rm -v l1:/var/run debian sh -c 'grep -c " /run " /proc/mounts; grep -c " /var/run " /proc/mounts'
  1
  0
  [1]
  $ docker run --rm --tmpfs /var/run debian sh -c 'grep -c "^tmpfs /run " /proc/mounts'
  1
  $ readlink /etc/localtime; docker run --rm -v /etc/localtime:/etc/localtime:ro busybox date +%Z
  /usr/share/zoneinfo/Etc/UTC
  UTC
  $ docker run --rm -v /usr/share/zoneinfo/Europe/Paris:/etc/localtime:ro busybox date -d '2026-01-01 00:00' +%Z
  CET
  $ docker volume rm qq l1; docker volume create gone; sudo rm -rf /var/lib/docker/volumes/gone; docker run --rm -v gone:/x busybox true
  qq
  l1
  gone
  docker: Error response from daemon: error evaluating symlinks from mount source "/var/lib/docker/volumes/gone/_data": lstat /var/lib/docker/volumes/gone: no such file or directory
  
  Run 'docker run --help' for more information
  [127]
  $ docker volume rm gone
  gone
  $ docker volume create -o type=none -o o=rbind -o device=/nope1 rb; docker run --rm -v rb:/x busybox true; docker volume rm rb
  rb
  docker: Error response from daemon: error while mounting volume '/var/lib/docker/volumes/rb/_data': failed to mount local volume: mount /nope1:/var/lib/docker/volumes/rb/_data, flags: 0x5000: no such file or directory
  
  Run 'docker run --help' for more information
  rb
