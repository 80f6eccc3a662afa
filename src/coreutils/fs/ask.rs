//! Questions: a prompt on standard error, an answer from standard input.

use crate::coreutils::Cx;

impl Cx {
    /// Asks and gives whether the answer begins with `y`. Input is read by the byte, so that what
    /// follows the answer is left to whoever reads next.
    pub async fn ask(&mut self, prompt: &str) -> bool {
        self.flush().await;
        self.say(prompt).await;
        let mut first = None;
        loop {
            match self.p.read(0, 1).await {
                Ok(bytes) => match bytes.first() {
                    None | Some(b'\n') => break,
                    Some(b) => {
                        first.get_or_insert(*b);
                    }
                },
                Err(_) => break,
            }
        }
        matches!(first, Some(b'y' | b'Y'))
    }
}
