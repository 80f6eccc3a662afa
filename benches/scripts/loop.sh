# Arithmetic, strings and tests, and no program but the shell.
total=0 odd=0 text=
for ((i = 1; i <= 10000; i++)); do
  word="step-$i"
  number=${word#step-}
  total=$(((total * 3 + number) % 99991))
  case $number in *[13579]) odd=$((odd + 1)) ;; esac
  if [[ $total -lt 1000 ]]; then text+=${number: -1}; fi
done
echo "$total $odd ${#text}"
