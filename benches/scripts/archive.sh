# An archive of some megabytes: packed, listed, unpacked, compared.
mkdir -p from to
for part in $(seq 10); do
  seq $((part * 1000)) $((part * 1000 + 60000)) > "from/$part.txt"
done
tar czf all.tar.gz from
tar tzf all.tar.gz | wc -l
tar xzf all.tar.gz -C to
cat from/*.txt | md5sum
cat to/from/*.txt | md5sum
