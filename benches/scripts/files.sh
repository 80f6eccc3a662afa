# Many small files in many directories, found and read again.
for group in $(seq 40); do
  mkdir -p "tree/$((group % 4))/group-$group"
  for file in $(seq 50); do
    echo "$group $file $((group * file % 97))" > "tree/$((group % 4))/group-$group/$file.txt"
  done
done
find tree -type f | wc -l
find tree -name '1*.txt' | sort | tail -n 2
grep -rl ' 42$' tree | wc -l
cat tree/*/*/*.txt | sort -k3n | uniq | wc -l
rm -r tree/2
du -a tree | wc -l
