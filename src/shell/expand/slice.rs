//! `${x:offset:length}` on texts, positional parameters and arrays.

use super::param::{Given, Held, Subject};
use crate::shell::state::{Res, Shell};
use crate::shell::syntax::ast::{ArithText, Param, ParamName};

impl Shell {
    pub(super) fn slice(
        &mut self,
        p: &Param,
        subject: Subject,
        offset: &ArithText,
        length: Option<&ArithText>,
        given: Given,
    ) -> Res<Held> {
        let from = match given.first {
            Some(t) => self.arith_value(offset, &t)?,
            None => self.arith(offset)?,
        };
        let length = match (given.second, length) {
            (Some(t), Some(l)) => Some((self.arith_value(l, &t)?, t)),
            (None, Some(l)) => Some((self.arith(l)?, l.word.raw.to_string())),
            (_, None) => None,
        };
        Ok(match subject.held {
            Held::Unset => Held::Unset,
            Held::One(s) => {
                let n = s.chars().count() as i64;
                let from = if from < 0 { from.saturating_add(n) } else { from };
                if from < 0 || from > n {
                    return Ok(Held::One(String::new()));
                }
                let to = match length {
                    None => n,
                    Some((l, text)) if l < 0 => {
                        let to = n.saturating_add(l);
                        if to < from {
                            return self
                                .expansion_error(&format!("{text}: substring expression < 0"));
                        }
                        to
                    }
                    Some((l, _)) => from.saturating_add(l).min(n),
                };
                Held::One(s.chars().skip(from as usize).take((to - from) as usize).collect())
            }
            Held::Many(values, star) => {
                // Of nothing, no length is wrong.
                if let Some((l, text)) = &length
                    && *l < 0
                    && !values.is_empty()
                {
                    return self.expansion_error(&format!("{text}: substring expression < 0"));
                }
                let count = length.map_or(usize::MAX, |(l, _)| usize::try_from(l).unwrap_or(0));
                let indexed = subject.place.as_ref().and_then(|p| self.array_of(&p.name));
                if let Some(a) = indexed {
                    let from = if from < 0 { from.saturating_add(a.end()) } else { from };
                    let list: Vec<String> = if from < 0 {
                        Vec::new()
                    } else {
                        a.from(from).take(count).map(str::to_string).collect()
                    };
                    return Ok(Held::Many(list, star));
                }
                // Offset 0 of the positional parameters is `$0`.
                let mut all = values;
                if matches!(p.name, ParamName::Special(_)) {
                    all.insert(0, self.arg0.to_string());
                }
                let from = if from < 0 { from.saturating_add(all.len() as i64) } else { from };
                let list: Vec<String> = if from < 0 {
                    Vec::new()
                } else {
                    all.into_iter().skip(from as usize).take(count).collect()
                };
                Held::Many(list, star)
            }
        })
    }
}
