docker cp and links that lead round in circles or nowhere, on both sides.

  $ docker run -d --name box busybox sh -c 'mkdir -p /real /loop; echo c > /real/f; ln -s a /loop/b; ln -s b /loop/a; ln -s l2 /l1; ln -s real/f /l2; sleep 300' >/dev/null; sleep 0.5
  $ docker cp box:/loop/a x3; docker cp -L box:/loop/a x4; docker cp box:/loop/a/x x5; docker cp box:/loop/a/. x6; docker cp -L box:/l1 l; cat l; rm l; ls
  Error response from daemon: evalSymlinksInScope: too many links in /loop/a
  Error response from daemon: evalSymlinksInScope: too many links in /loop/a
  Error response from daemon: lstat /loop/a/x: too many levels of symbolic links
  Error response from daemon: lstat /loop/a/.: too many levels of symbolic links
  c
  $ echo up > up; docker cp up box:/loop/a; docker exec box cat /loop/a; docker cp up box:/l1; docker exec box cat /real/f
  up
  up
  $ ln -s nofile udang; docker cp box:/real/f udang; readlink udang; cat nofile; ln -s nodir/x udang2; docker cp box:/real/f udang2; rm nofile
  nofile
  up
  stat /home/learner/nodir: no such file or directory
  $ ln -s new ud3; docker cp box:/real ud3; ls new; docker cp -L udang box:/u3; docker cp udang/. box:/z
  f
  lstat /home/learner/nofile: no such file or directory
  lstat /home/learner/nofile: no such file or directory
  [1]
  $ ln -s c2 c1; ln -s c1 c2; docker cp c1 box:/c1; docker exec box readlink /c1; docker cp -L c1 box:/c2; docker cp box:/real/f c1; docker cp c1/x box:/x
  c2
  EvalSymlinks: too many links
  stat /home/learner/c1: too many levels of symbolic links
  EvalSymlinks: too many links
  [1]
  $ docker cp up/. box:/x; docker cp up/ box:/x; docker cp up/x box:/x; docker cp nope/. box:/x; docker cp box:/real/f /root/x
  not a directory
  not a directory
  not a directory
  lstat /home/learner/nope: no such file or directory
  stat /root/x: permission denied
  [1]
  $ docker rm -f box
  box
