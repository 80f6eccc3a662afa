Trees whose paths are longer than a path may be.

  $ mkdir deep; cd deep; n=$(printf '%0200d' 0); for i in $(seq 25); do mkdir $n; cd $n; done; echo x > f; cd ~/deep
  $ find . | wc -l; find . -name f | wc -c
  27
  5029
  $ du -s --apparent-size . > /dev/null; echo $?
  0
  $ cp -r $n copy; find copy -name f | wc -l
  1
  $ tar cf t.tar copy; echo $?
  0
  $ chmod -R a+r copy; echo $?
  0
  $ rm -rf $n copy; echo $?; ls
  0
  t.tar
