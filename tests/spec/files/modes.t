chmod, chown, chgrp.

  $ touch a; mkdir d; for m in 644 0755 u+x g-r o=rw a+rw +x -w =r ug=rw,o= u=rwx,go=u-w +X a-x,u+X 4755 u-s g+s +t 1777 777 ugo= u=r,g=u,o=g; do chmod $m a; stat -c "%a %A $m" a; done
  644 -rw-r--r-- 644
  755 -rwxr-xr-x 0755
  755 -rwxr-xr-x u+x
  715 -rwx--xr-x g-r
  716 -rwx--xrw- o=rw
  776 -rwxrwxrw- a+rw
  777 -rwxrwxrwx +x
  chmod: a: new permissions are r-xr-xrwx, not r-xr-xr-x
  557 -r-xr-xrwx -w
  444 -r--r--r-- =r
  660 -rw-rw---- ug=rw,o=
  755 -rwxr-xr-x u=rwx,go=u-w
  755 -rwxr-xr-x +X
  644 -rw-r--r-- a-x,u+X
  4755 -rwsr-xr-x 4755
  755 -rwxr-xr-x u-s
  2755 -rwxr-sr-x g+s
  3755 -rwxr-sr-t +t
  1777 -rwxrwxrwt 1777
  777 -rwxrwxrwx 777
  0 ---------- ugo=
  444 -r--r--r-- u=r,g=u,o=g
  $ for m in 2775 755 00755 g-s u+s,o+t =; do chmod $m d; stat -c "%a %A $m" d; done; chmod 755 d
  2775 drwxrwsr-x 2775
  2755 drwxr-sr-x 755
  755 drwxr-xr-x 00755
  755 drwxr-xr-x g-s
  5755 drwsr-xr-t u+s,o+t
  4000 d--S------ =
  $ chmod zz a
  chmod: invalid mode: ‘zz’
  Try 'chmod --help' for more information.
  [1]
  $ chmod
  chmod: missing operand
  Try 'chmod --help' for more information.
  [1]
  $ chmod 644
  chmod: missing operand after ‘644’
  Try 'chmod --help' for more information.
  [1]
  $ chmod 644 nothing
  chmod: cannot access 'nothing': No such file or directory
  [1]
  $ chmod 8 a
  chmod: invalid mode: ‘8’
  Try 'chmod --help' for more information.
  [1]
  $ chmod u+z a
  chmod: invalid mode: ‘u+z’
  Try 'chmod --help' for more information.
  [1]
  $ chmod 77777 a
  chmod: invalid mode: ‘77777’
  Try 'chmod --help' for more information.
  [1]
  $ chmod -v 600 a
  mode of 'a' changed from 0444 (r--r--r--) to 0600 (rw-------)
  $ chmod -v 600 a
  mode of 'a' retained as 0600 (rw-------)
  $ chmod -c 600 a
  $ chmod -c u+x a
  mode of 'a' changed from 0600 (rw-------) to 0700 (rwx------)
  $ mkdir -p t/u
  $ touch t/f t/u/g
  $ ln -s f t/l
  $ chmod -R go= t
  $ stat -c '%a %n' t t/f t/u t/u/g
  700 t
  600 t/f
  700 t/u
  600 t/u/g
  $ chmod -Rv u+x t | sort
  mode of 't' retained as 0700 (rwx------)
  mode of 't/f' changed from 0600 (rw-------) to 0700 (rwx------)
  mode of 't/u' retained as 0700 (rwx------)
  mode of 't/u/g' changed from 0600 (rw-------) to 0700 (rwx------)
  neither symbolic link 't/l' nor referent has been changed
  $ chmod -R a+X t
  $ stat -c '%a %n' t/f t/u
  711 t/f
  711 t/u
  $ chmod --reference=t a
  $ stat -c %a a
  711
  $ chmod -x a
  $ chmod a+x a
  $ umask 022
  $ chmod +w a
  $ stat -c %a a
  711
  $ chmod -w a
  $ chmod -f 644 nothing
  [1]
  $ ln -s nowhere n
  $ chmod 644 n
  chmod: cannot operate on dangling symlink 'n'
  [1]
  $ chmod =rw,+X a
  $ stat -c %a a
  644
  $ chown nosuch a
  chown: invalid user: ‘nosuch’
  [1]
  $ chown :nosuch a
  chown: invalid group: ‘:nosuch’
  [1]
  $ chown root a
  chown: changing ownership of 'a': Operation not permitted
  [1]
  $ chgrp nosuch a
  chgrp: invalid group: ‘nosuch’
  [1]
  $ chown learner a
  $ chown :learner a
  $ chown learner: a
  $ chown 1000:1000 a
  $ chown
  chown: missing operand
  Try 'chown --help' for more information.
  [1]
  $ chown root
  chown: missing operand after ‘root’
  Try 'chown --help' for more information.
  [1]
  $ chown root nothing
  chown: cannot access 'nothing': No such file or directory
  [1]
  $ chgrp docker a
  $ stat -c %G a
  docker
  $ chgrp root a
  chgrp: changing group of 'a': Operation not permitted
  [1]
  $ sudo chown root:root a
  $ stat -c '%U %G' a
  root root
  $ sudo chown -v learner a
  changed ownership of 'a' from root to learner
  $ sudo chown -v learner a
  ownership of 'a' retained as learner
  $ sudo chown -c learner:docker a
  changed ownership of 'a' from learner:root to learner:docker
  $ sudo chgrp -v learner a
  changed group of 'a' from docker to learner
  $ sudo chown 1234:5678 a
  $ stat -c '%u %g %U %G' a
  1234 5678 UNKNOWN UNKNOWN
  $ ls -ln a | cut -d' ' -f1-4
  -rw-r--r-- 1 1234 5678
  $ sudo chown -R 1:2 t
  $ stat -c '%u:%g %n' t t/f t/u
  1:2 t
  1:2 t/f
  1:2 t/u
  $ sudo chown -h 5 t/l
  $ stat -c '%u %n' t/l t/f
  5 t/l
  1 t/f
  $ sudo chown 6 t/l
  $ stat -c '%u %n' t/l t/f
  5 t/l
  6 t/f
  $ sudo chown --from=6 7 t/f
  $ stat -c %u t/f
  7
  $ sudo chown --from=6 8 t/f
  $ stat -c %u t/f
  7
  $ sudo chown --reference=a t/f
  $ stat -c %u:%g t/f
  1234:5678
  $ sudo chmod 4755 a
  $ sudo chown 0 a
  $ stat -c %a a
  755
