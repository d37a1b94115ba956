//! Texts that are made at compile time.

/// A compile error while it is being written.
#[derive(Clone, Copy)]
pub(super) struct Message {
    bytes: [u8; Self::LONGEST],
    length: usize,
}

impl Message {
    /// What does not fit is cut off.
    const LONGEST: usize = 4096;

    pub(super) const fn new() -> Self {
        Self {
            bytes: [0; Self::LONGEST],
            length: 0,
        }
    }

    pub(super) const fn is_empty(&self) -> bool {
        self.length == 0
    }

    /// Appends a text.
    pub(super) const fn push(&mut self, text: &str) {
        let bytes = text.as_bytes();
        if self.length + bytes.len() > Self::LONGEST {
            return;
        }
        let mut i = 0;
        while i < bytes.len() {
            self.bytes[self.length] = bytes[i];
            self.length += 1;
            i += 1;
        }
    }

    /// Appends texts, one after the other.
    pub(super) const fn push_all(&mut self, texts: &[&str]) {
        let mut i = 0;
        while i < texts.len() {
            self.push(texts[i]);
            i += 1;
        }
    }

    /// Appends a text between backticks.
    pub(super) const fn quote(&mut self, text: &str) {
        self.push_all(&["`", text, "`"]);
    }

    /// Appends a number.
    pub(super) const fn number(&mut self, number: u64) {
        let mut unit = 1;
        while number / unit >= 10 {
            unit *= 10;
        }
        while unit > 0 {
            let digit = [b'0' + (number / unit % 10) as u8];
            if let Ok(digit) = core::str::from_utf8(&digit) {
                self.push(digit);
            }
            unit /= 10;
        }
    }

    /// Appends a path: `` `contact_person.email` ``.
    pub(super) const fn path(&mut self, path: &[&str]) {
        self.push("`");
        self.bare_path(path);
        self.push("`");
    }

    pub(super) const fn bare_path(&mut self, path: &[&str]) {
        let mut i = 0;
        while i < path.len() {
            if i > 0 {
                self.push(".");
            }
            self.push(path[i]);
            i += 1;
        }
    }

    pub(super) const fn as_str(&self) -> &str {
        match core::str::from_utf8(self.bytes.split_at(self.length).0) {
            Ok(text) => text,
            // Whole texts are appended, so this cannot be.
            Err(_) => "",
        }
    }

    /// Ends the compilation with this text, where there is one.
    #[track_caller]
    pub(super) const fn tell(&self) {
        assert!(self.is_empty(), "{}", self.as_str());
    }
}
