Who one is, and becoming somebody else.

  $ id -u; id -un; id -g; id -gn; whoami
  1000
  learner
  1000
  learner
  learner
  $ id nosuch; echo $?
  id: ‘nosuch’: no such user
  1
  $ id root
  uid=0(root) gid=0(root) groups=0(root)
  $ id -u root nobody
  0
  65534
  $ id -x; echo $?
  id: invalid option -- 'x'
  Try 'id --help' for more information.
  1
  $ id -n; echo $?
  id: printing only names or real IDs requires -u, -g, or -G
  1
  $ id -u -g; echo $?
  id: cannot print "only" of more than one choice
  1
  $ id -Z; echo $?
  id: --context (-Z) works only on an SELinux-enabled kernel
  1
  $ whoami extra; echo $?
  whoami: extra operand ‘extra’
  Try 'whoami --help' for more information.
  1
  $ groups root; groups nosuch; echo $?
  root : root
  groups: ‘nosuch’: no such user
  1
  $ logname
  logname: no login name
  [1]
  $ sudo id; sudo -u nobody id
  uid=0(root) gid=0(root) groups=0(root)
  uid=65534(nobody) gid=65534(nogroup) groups=65534(nogroup)
  $ sudo whoami; sudo -u nobody whoami; sudo -u '#1234' id -u
  root
  nobody
  sudo: unknown user #1234
  [1]
  $ sudo -n true; echo $?
  0
  $ sudo nosuchcommand; echo $?
  sudo: nosuchcommand: command not found
  1
  $ sudo -u nosuch id; echo $?
  sudo: unknown user nosuch
  sudo: error initializing audit plugin sudoers_audit
  1
  $ sudo sh -c 'echo $HOME $USER $LOGNAME $SUDO_USER $SUDO_UID'
  /root root root learner 1000
  $ X=1 sudo sh -c 'echo "<$X>"'; X=1 sudo -E sh -c 'echo "<$X>"'; sudo X=2 sh -c 'echo "<$X>"'
  <>
  <1>
  <2>
  $ sudo -i pwd; sudo -u learner -i pwd; sudo pwd
  /root
  /home/learner
  /home/learner
  $ sudo -i sh -c 'echo "$1 $2"' x 'a b' c
   
  $ sudo -s echo hi
  hi
  $ sudo false; echo $?; sudo sh -c 'exit 7'; echo $?
  1
  7
  $ sudo su - learner -c 'whoami; pwd; echo $SHELL'
  learner
  /home/learner
  /bin/bash
  $ sudo su learner -c 'whoami; echo $HOME'
  learner
  /home/learner
  $ sudo su -s /bin/sh nobody -c 'id -un; echo $HOME $USER'
  nobody
  /nonexistent nobody
  $ sudo su nosuch; echo $?
  su: user nosuch does not exist or the user entry does not contain all the required fields
  1
  $ sudo chroot --userspec=nobody / id -un
  nobody
  $ sudo chroot /nonexistent true; echo $?
  chroot: cannot change root directory to '/nonexistent': No such file or directory
  125
  $ /usr/sbin/chroot / true; echo $?
  chroot: cannot change root directory to '/': Operation not permitted
  125
