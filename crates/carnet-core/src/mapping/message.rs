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
        self.member(path, &[]);
    }

    /// Appends the path of what is below a place: `` `contact_person.email` ``.
    pub(super) const fn member(&mut self, node: &[&str], names: &[&str]) {
        self.push("`");
        self.bare_path(node, names);
        self.push("`");
    }

    /// Appends a path as an attribute has it: a JSON Pointer where a name has a dot itself.
    pub(super) const fn bare_path(&mut self, node: &[&str], names: &[&str]) {
        let is_pointer = !are_parted_by_dots(node) || !are_parted_by_dots(names);
        let mut i = 0;
        while i < node.len() + names.len() {
            let name = if i < node.len() {
                node[i]
            } else {
                names[i - node.len()]
            };
            if is_pointer {
                self.push("/");
                self.escaped(name);
            } else {
                self.push(if i > 0 { "." } else { "" });
                self.push(name);
            }
            i += 1;
        }
    }

    /// Appends a name of a JSON Pointer.
    const fn escaped(&mut self, name: &str) {
        let mut rest = name;
        while !rest.is_empty() {
            let mut end = 1;
            while end < rest.len() && !rest.is_char_boundary(end) {
                end += 1;
            }
            let (first, behind) = rest.split_at(end);
            self.push(match first.as_bytes()[0] {
                b'~' => "~0",
                b'/' => "~1",
                _ => first,
            });
            rest = behind;
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

/// Whether a path of these names can be written with dots between them.
const fn are_parted_by_dots(names: &[&str]) -> bool {
    let mut i = 0;
    while i < names.len() {
        let name = names[i].as_bytes();
        let mut j = 0;
        while j < name.len() {
            if name[j] == b'.' || i == 0 && j == 0 && name[j] == b'/' {
                return false;
            }
            j += 1;
        }
        i += 1;
    }
    true
}

/// Whether a path of these names can be written without quotes.
pub(super) const fn are_names(names: &[&str]) -> bool {
    let mut i = 0;
    while i < names.len() {
        let name = names[i].as_bytes();
        if name.is_empty() || name[0].is_ascii_digit() {
            return false;
        }
        let mut j = 0;
        while j < name.len() {
            if !name[j].is_ascii_alphanumeric() && name[j] != b'_' {
                return false;
            }
            j += 1;
        }
        i += 1;
    }
    true
}
