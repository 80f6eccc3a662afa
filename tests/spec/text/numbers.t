bc and dc: numbers of any length.

  $ echo 'scale=3; 10/3' | bc
  3.333
  $ echo '2^100; 10%3; .5+.25; -1/3; 1.0*2.00' | bc
  1267650600228229401496703205376
  1
  .75
  0
  2.00
  $ echo 'sqrt(2); scale=20; sqrt(2)' | bc
  1
  1.41421356237309504880
  $ echo 's(1);c(1);a(1);l(2);e(1);j(0,1)' | bc -l
  .84147098480789650665
  .54030230586813971740
  .78539816339744830961
  .69314718055994530941
  2.71828182845904523536
  .76519768655796655144
  $ echo '5/0; 3' | bc
  Runtime error (func=(main), adr=5): Divide by zero
  $ echo 'obase=16; 255; 1000.5; obase=20; 399; obase=10; ibase=16; FF' | bc
  FF
  3E8.8
   19 19
  255
  $ printf 'define f(n) {\n if (n <= 1) return 1;\n return n * f(n-1);\n}\nf(25)\n' | bc
  15511210043330985984000000
  $ echo 'for (i = 0; i < 3; i++) i; x = 3; x *= 4; x; a[3] = 7; a[3]++; a[3]; print "a", 1+1, "\n"' | bc
  0
  1
  2
  12
  7
  8
  a2
  $ echo '1 && 0; 1 || 0; !5; 2 > 1; length(123.45); scale(1.234)' | bc
  0
  1
  0
  1
  5
  3
  $ echo '2^300' | bc
  20370359763344860862684456884093781610514683936659362506361404493543\
  81299763336706183397376
  $ echo 'foo(' | bc
  (standard_in) 2: syntax error
  $ echo '3 4' | bc
  (standard_in) 1: syntax error
  $ bc missing
  File missing is unavailable.
  [1]
  $ dc -e '1 2 + p 5 k 10 3 / p 2 v p'
  3
  3.33333
  1.41421
  $ dc -e '16 o 255 p 10 o 16 i FF p A i _5 p [hello] p 10 3 ~ f'
  FF
  255
  -5
  hello
  1
  3
  hello
  -5
  255
  255
  $ dc -e '0 si [li p li 1 + d si 4 >m] sm lm x'
  0
  1
  2
  3
  $ dc -e '1 0 / +'
  dc: divide by zero
  $ dc -e 'p'
  dc: stack empty
  $ numfmt --from=auto é; numfmt --from=auto 1é
  numfmt: invalid number: ‘é’
  numfmt: invalid suffix in input: ‘1é’
  [2]
