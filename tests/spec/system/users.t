Keeping users and groups.

  $ /usr/sbin/useradd bob; echo $?
  useradd: Permission denied.
  useradd: cannot lock /etc/passwd; try again later.
  1
  $ sudo useradd -m -s /bin/bash -c 'Bob B' -u 2001 bob; echo $?; id bob; getent passwd bob; ls -ld /home/bob | cut -d' ' -f1,3,4
  0
  uid=2001(bob) gid=2001(bob) groups=2001(bob)
  bob:x:2001:2001:Bob B:/home/bob:/bin/bash
  drwx------ bob bob
  $ sudo useradd bob; echo $?
  useradd: user 'bob' already exists
  9
  $ sudo useradd -u 2001 bob2; echo $?
  useradd: UID 2001 is not unique
  4
  $ sudo useradd -g nosuch bob3; echo $?
  useradd: group 'nosuch' does not exist
  6
  $ sudo useradd 'Bad Name'; echo $?
  useradd: invalid user name 'Bad Name'
  19
  $ sudo groupadd -g 3001 crew; echo $?; getent group crew
  0
  crew:x:3001:
  $ sudo groupadd crew; echo $?
  groupadd: group 'crew' already exists
  9
  $ sudo groupadd -g 3001 crew2; echo $?
  groupadd: GID '3001' already exists
  4
  $ /usr/sbin/groupadd mine; echo $?
  groupadd: Permission denied.
  groupadd: cannot lock /etc/group; try again later.
  10
  $ sudo usermod -aG crew bob; id -nG bob; getent group crew
  bob crew
  crew:x:3001:bob
  $ sudo usermod -G '' bob; id -nG bob
  bob
  $ sudo usermod -s /bin/sh -d /srv/bob bob; getent passwd bob
  bob:x:2001:2001:Bob B:/srv/bob:/bin/sh
  $ sudo usermod nosuch; echo $?
  usermod: user 'nosuch' does not exist
  6
  $ sudo usermod -aG nosuch bob; echo $?
  usermod: group 'nosuch' does not exist
  6
  $ sudo su bob -c 'id -un'
  bob
  $ sudo groupmod -n team crew; getent group team; getent group crew; echo $?
  team:x:3001:
  2
  $ sudo groupdel team; echo $?; sudo groupdel nosuch; echo $?
  0
  groupdel: group 'nosuch' does not exist
  6
  $ sudo groupdel bob; echo $?
  groupdel: cannot remove the primary group of user 'bob'
  8
  $ sudo userdel nosuch; echo $?
  userdel: user 'nosuch' does not exist
  6
  $ sudo userdel bob; echo $?; id bob; getent group bob; echo $?
  0
  id: ‘bob’: no such user
  2
  $ echo 'learner:secret' | sudo chpasswd; echo $?; sudo passwd -S learner | cut -d' ' -f1,2
  0
  learner P
  $ sudo passwd -l learner; sudo passwd -S learner | cut -d' ' -f1,2; sudo passwd -u learner
  passwd: password changed.
  learner L
  passwd: password changed.
  $ passwd nosuch; echo $?
  passwd: user 'nosuch' does not exist
  1
  $ getent passwd root; getent passwd 0; getent group root; getent passwd nosuch; echo $?
  root:x:0:0:root:/root:/bin/bash
  root:x:0:0:root:/root:/bin/bash
  root:x:0:
  2
  $ getent; echo $?
  getent: wrong number of arguments
  Try `getent --help' or `getent --usage' for more information.
  1
  $ getent nonsense x; echo $?
  Unknown database: nonsense
  Try `getent --help' or `getent --usage' for more information.
  1
  $ getent hosts localhost docker-host | head -n 1
  127.0.0.1       localhost docker-host
