//! One change, and what it breaks.

use std::fmt;

/// A way in which payloads travel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Direction {
    /// Payloads that one sends: what was valid is to stay so.
    Request,
    /// Payloads that one receives: nothing is to come that was not valid.
    Reply,
}

impl Direction {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Request, Self::Reply];

    /// The directions of the payloads that a schema describes, by the name of its file:
    /// `*.request.schema.json` and `*.response.schema.json` are sent and received, of others either
    /// may be.
    ///
    /// # Example
    /// ```
    /// use carnet_compat::Direction;
    ///
    /// let name = "revnue.customer.create.response.schema.json";
    /// assert_eq!(Direction::of_file_name(name), [Direction::Reply]);
    /// assert_eq!(Direction::of_file_name("x.json"), Direction::ALL);
    /// ```
    #[must_use]
    pub fn of_file_name(name: &str) -> &'static [Self] {
        let name = name.strip_suffix(".schema.json").unwrap_or_default();
        if name.ends_with(".request") {
            &[Self::Request]
        } else if name.ends_with(".response") {
            &[Self::Reply]
        } else {
            &Self::ALL
        }
    }

    /// The word used on the command line.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Request => "request",
            Self::Reply => "reply",
        }
    }
}

impl fmt::Display for Direction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// What a change does in one direction. The graver is the greater.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// It is proven to break nothing.
    #[default]
    Compatible,
    /// Nothing is proven.
    Unknown,
    /// It breaks payloads or their readers.
    Breaking,
}

impl Verdict {
    /// The word for it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Compatible => "compatible",
            Self::Unknown => "unknown",
            Self::Breaking => "breaking",
        }
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// What a change does in either direction.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Effect {
    /// For payloads that one sends.
    pub request: Verdict,
    /// For payloads that one receives.
    pub reply: Verdict,
}

impl Effect {
    /// The same is accepted.
    pub(crate) const NONE: Self = Self::new(Verdict::Compatible, Verdict::Compatible);
    /// Less is accepted.
    pub(crate) const TIGHTER: Self = Self::new(Verdict::Breaking, Verdict::Compatible);
    /// More is accepted.
    pub(crate) const LOOSER: Self = Self::new(Verdict::Compatible, Verdict::Breaking);
    /// Something else is accepted.
    pub(crate) const OTHER: Self = Self::new(Verdict::Breaking, Verdict::Breaking);
    /// Nobody knows.
    pub(crate) const UNKNOWN: Self = Self::new(Verdict::Unknown, Verdict::Unknown);

    const fn new(request: Verdict, reply: Verdict) -> Self {
        Self { request, reply }
    }

    /// The effect on what is accepted, of a change of what is not.
    pub(crate) const fn reversed(self) -> Self {
        Self::new(self.reply, self.request)
    }

    /// The verdict in one direction.
    #[must_use]
    pub const fn verdict(self, direction: Direction) -> Verdict {
        match direction {
            Direction::Request => self.request,
            Direction::Reply => self.reply,
        }
    }

    /// Takes it that nothing breaks in a direction.
    pub(crate) const fn clear(&mut self, direction: Direction) {
        match direction {
            Direction::Request => self.request = Verdict::Compatible,
            Direction::Reply => self.reply = Verdict::Compatible,
        }
    }
}

/// One change of one constraint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Where in a payload: a JSON Pointer in which `*` stands for any member or item.
    pub place: String,
    /// Where in the schema: a JSON Pointer to the keyword; into the old schema where the new one has
    /// no such keyword.
    pub keyword: String,
    /// What changed, old → new, in words.
    pub what: String,
    /// What it breaks.
    pub effect: Effect,
}

impl Change {
    /// The gravest verdict in these directions.
    #[must_use]
    pub fn verdict(&self, directions: &[Direction]) -> Verdict {
        let verdicts = directions.iter().map(|it| self.effect.verdict(*it));
        verdicts.max().unwrap_or_default()
    }

    /// Place, what changed, and in which of these directions the gravest verdict holds, in one line:
    /// `/name  maxLength 50 → 40 (request)`.
    #[must_use]
    pub fn line(&self, directions: &[Direction]) -> String {
        let verdict = self.verdict(directions);
        let place = match self.place.as_str() {
            "" => "(root)",
            place => place,
        };
        let what = &self.what;
        if verdict == Verdict::Compatible {
            return format!("{place}  {what}");
        }
        let directions: Vec<_> = directions
            .iter()
            .filter(|it| self.effect.verdict(**it) == verdict)
            .map(|it| it.as_str())
            .collect();
        format!("{place}  {what} ({})", directions.join(" and "))
    }
}

/// Everything that changed between two schemas.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// The changes, in the order of the schemas. Empty where they say the same.
    pub changes: Vec<Change>,
}

impl Comparison {
    /// The gravest verdict in one direction.
    #[must_use]
    pub fn verdict(&self, direction: Direction) -> Verdict {
        let verdicts = self.changes.iter().map(|it| it.effect.verdict(direction));
        verdicts.max().unwrap_or_default()
    }
}
