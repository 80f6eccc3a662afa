//! Which lines differ: Myers' O(ND) search in linear space, given up for a good answer where the best
//! would cost too much; and the sliding of changes to where GNU diff shows them.

use super::print::Change;

/// For each line of both sides, whether it is changed.
pub struct Changes {
    /// Deleted from the first.
    pub a: Vec<bool>,
    /// Added in the second.
    pub b: Vec<bool>,
}

/// Steps after which the search settles for a good middle.
const MAX_COST: isize = 1500;

struct Search<'a> {
    a: &'a [u32],
    b: &'a [u32],
    fwd: Vec<isize>,
    bwd: Vec<isize>,
    /// The diagonal 0 in the vectors.
    zero: isize,
    ra: &'a mut [bool],
    rb: &'a mut [bool],
    /// Where the given lines are in the files.
    ia: &'a [usize],
    ib: &'a [usize],
}

/// Compares two files given as numbers, the same number for the same line.
pub fn compare(a: &[u32], b: &[u32]) -> Changes {
    let mut c = Changes { a: vec![false; a.len()], b: vec![false; b.len()] };
    let (mut lo, mut ha, mut hb) = (0, a.len(), b.len());
    while lo < ha && lo < hb && a[lo] == b[lo] {
        lo += 1;
    }
    while ha > lo && hb > lo && a[ha - 1] == b[hb - 1] {
        ha -= 1;
        hb -= 1;
    }
    // Lines that the other side lacks are changed for certain, and need no search.
    let top = a.iter().chain(b).max().map_or(0, |m| *m as usize + 1);
    let (mut in_a, mut in_b) = (vec![false; top], vec![false; top]);
    a[lo..ha].iter().for_each(|l| in_a[*l as usize] = true);
    b[lo..hb].iter().for_each(|l| in_b[*l as usize] = true);
    let keep = |s: &[u32], other: &[bool], from: usize, to: usize, flags: &mut [bool]| {
        let (mut ids, mut places) = (Vec::new(), Vec::new());
        for i in from..to {
            if other[s[i] as usize] {
                ids.push(s[i]);
                places.push(i);
            } else {
                flags[i] = true;
            }
        }
        (ids, places)
    };
    let (ka, ia) = keep(a, &in_b, lo, ha, &mut c.a);
    let (kb, ib) = keep(b, &in_a, lo, hb, &mut c.b);
    let size = ka.len() + kb.len() + 3;
    let mut s = Search {
        a: &ka,
        b: &kb,
        fwd: vec![0; size],
        bwd: vec![0; size],
        zero: kb.len() as isize + 1,
        ra: &mut c.a,
        rb: &mut c.b,
        ia: &ia,
        ib: &ib,
    };
    let mut todo = vec![(0, ka.len() as isize, 0, kb.len() as isize)];
    while let Some((mut xo, mut xl, mut yo, mut yl)) = todo.pop() {
        while xo < xl && yo < yl && s.same(xo, yo) {
            xo += 1;
            yo += 1;
        }
        while xl > xo && yl > yo && s.same(xl - 1, yl - 1) {
            xl -= 1;
            yl -= 1;
        }
        if xo == xl {
            (yo..yl).for_each(|y| s.rb[s.ib[y as usize]] = true);
        } else if yo == yl {
            (xo..xl).for_each(|x| s.ra[s.ia[x as usize]] = true);
        } else {
            let (x, y) = s.middle(xo, xl, yo, yl);
            todo.push((x, xl, y, yl));
            todo.push((xo, x, yo, y));
        }
    }
    slide(a, &mut c.a, &c.b);
    slide(b, &mut c.b, &c.a);
    c
}

impl Search<'_> {
    fn same(&self, x: isize, y: isize) -> bool {
        self.a[x as usize] == self.b[y as usize]
    }

    /// A place on a best path through the rectangle.
    fn middle(&mut self, xo: isize, xl: isize, yo: isize, yl: isize) -> (isize, isize) {
        let z = self.zero;
        let (dmin, dmax) = (xo - yl, xl - yo);
        let (fmid, bmid) = (xo - yo, xl - yl);
        let odd = (fmid - bmid) & 1 != 0;
        let (mut fmin, mut fmax, mut bmin, mut bmax) = (fmid, fmid, bmid, bmid);
        self.fwd[(z + fmid) as usize] = xo;
        self.bwd[(z + bmid) as usize] = xl;
        let mut cost = 0;
        loop {
            cost += 1;
            if fmin > dmin {
                fmin -= 1;
                self.fwd[(z + fmin - 1) as usize] = -1;
            } else {
                fmin += 1;
            }
            if fmax < dmax {
                fmax += 1;
                self.fwd[(z + fmax + 1) as usize] = -1;
            } else {
                fmax -= 1;
            }
            let mut d = fmax;
            while d >= fmin {
                let (lo, hi) = (self.fwd[(z + d - 1) as usize], self.fwd[(z + d + 1) as usize]);
                let mut x = if lo < hi { hi } else { lo + 1 };
                let mut y = x - d;
                while x < xl && y < yl && self.same(x, y) {
                    x += 1;
                    y += 1;
                }
                self.fwd[(z + d) as usize] = x;
                if odd && bmin <= d && d <= bmax && self.bwd[(z + d) as usize] <= x {
                    return (x, y);
                }
                d -= 2;
            }
            if bmin > dmin {
                bmin -= 1;
                self.bwd[(z + bmin - 1) as usize] = isize::MAX;
            } else {
                bmin += 1;
            }
            if bmax < dmax {
                bmax += 1;
                self.bwd[(z + bmax + 1) as usize] = isize::MAX;
            } else {
                bmax -= 1;
            }
            let mut d = bmax;
            while d >= bmin {
                let (lo, hi) = (self.bwd[(z + d - 1) as usize], self.bwd[(z + d + 1) as usize]);
                let mut x = if lo < hi { lo } else { hi - 1 };
                let mut y = x - d;
                while xo < x && yo < y && self.same(x - 1, y - 1) {
                    x -= 1;
                    y -= 1;
                }
                self.bwd[(z + d) as usize] = x;
                if !odd && fmin <= d && d <= fmax && x <= self.fwd[(z + d) as usize] {
                    return (x, y);
                }
                d -= 2;
            }
            if cost >= MAX_COST {
                return self.settle((xo, xl, yo, yl), (fmin, fmax), (bmin, bmax));
            }
        }
    }

    /// The farthest place reached from either end.
    fn settle(
        &self,
        (xo, xl, yo, yl): (isize, isize, isize, isize),
        f: (isize, isize),
        b: (isize, isize),
    ) -> (isize, isize) {
        let z = self.zero;
        let (mut best, mut at) = (-1, (xo, yo));
        let mut d = f.1;
        while d >= f.0 {
            let mut x = self.fwd[(z + d) as usize].min(xl);
            let mut y = x - d;
            if y > yl {
                (x, y) = (yl + d, yl);
            }
            if x + y > best && x >= xo && y >= yo {
                (best, at) = (x + y, (x, y));
            }
            d -= 2;
        }
        let (mut least, mut bat) = (isize::MAX, (xl, yl));
        let mut d = b.1;
        while d >= b.0 {
            let mut x = self.bwd[(z + d) as usize].max(xo);
            let mut y = x - d;
            if y < yo {
                (x, y) = (yo + d, yo);
            }
            if x + y < least && x <= xl && y <= yl {
                (least, bat) = (x + y, (x, y));
            }
            d -= 2;
        }
        let pick = if (xl + yl) - least < best - (xo + yo) { at } else { bat };
        // Never the whole rectangle again.
        if pick == (xo, yo) || pick == (xl, yl) { ((xo + xl) / 2, (yo + yl) / 2) } else { pick }
    }
}

/// Slides each run of changes down as far as it goes, joining runs that meet, then up to where the
/// other side changes too.
fn slide(s: &[u32], changed: &mut [bool], other: &[bool]) {
    let n = s.len();
    let (mut i, mut j) = (0, 0);
    loop {
        while i < n && !changed[i] {
            while j < other.len() && other[j] {
                j += 1;
            }
            i += 1;
            j += 1;
        }
        if i >= n {
            return;
        }
        let mut start = i;
        while i < n && changed[i] {
            i += 1;
        }
        while j < other.len() && other[j] {
            j += 1;
        }
        let mut corresponding;
        loop {
            let run = i - start;
            while start > 0 && s[start - 1] == s[i - 1] {
                start -= 1;
                changed[start] = true;
                i -= 1;
                changed[i] = false;
                while start > 0 && changed[start - 1] {
                    start -= 1;
                }
                back(&mut j, other);
            }
            corresponding = if j > 0 && other.get(j - 1).is_some_and(|o| *o) { i } else { n };
            while i < n && s[start] == s[i] {
                changed[start] = false;
                start += 1;
                changed[i] = true;
                i += 1;
                while i < n && changed[i] {
                    i += 1;
                }
                j += 1;
                while j < other.len() && other[j] {
                    j += 1;
                    corresponding = i;
                }
            }
            if run == i - start {
                break;
            }
        }
        while corresponding < i {
            start -= 1;
            changed[start] = true;
            i -= 1;
            changed[i] = false;
            back(&mut j, other);
        }
    }
}

/// Back over the other side's changes to the unchanged line before them.
fn back(j: &mut usize, other: &[bool]) {
    loop {
        *j = j.saturating_sub(1);
        if *j == 0 || !other.get(*j).is_some_and(|o| *o) {
            return;
        }
    }
}

/// Runs of changed lines.
pub fn collect(flags: &Changes) -> Vec<Change> {
    let (mut i, mut j) = (0, 0);
    let mut out = Vec::new();
    while i < flags.a.len() || j < flags.b.len() {
        let (a, b) = (i, j);
        while i < flags.a.len() && flags.a[i] {
            i += 1;
        }
        while j < flags.b.len() && flags.b[j] {
            j += 1;
        }
        if i > a || j > b {
            out.push(Change { a, del: i - a, b, ins: j - b });
        } else {
            i += 1;
            j += 1;
        }
    }
    out
}
