# Long streams through the usual filters.
seq 100000 > numbers
awk '$1 % 7 == 0 { n++; s += $1 } END { print n, s }' numbers
sed -n 's/^\(.\)\(.*\)5$/\2\1/p' numbers | sort | head -n 3
cut -c 1-3 numbers | sort | uniq -c | sort -rn | head -n 3
grep -c '99' numbers
tr 0-9 a-j < numbers | grep 'cafe' | wc -l
