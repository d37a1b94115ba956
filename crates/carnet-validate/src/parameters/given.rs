//! The parameters that stand in a query or a form body, as they were meant.
//!
//! An ampersand or a hash inside a value cuts it, and an equals sign may be missing: what was meant
//! is told from the contract's names and from the brackets of the JSON, so that one slip is one
//! finding and the rest can still be judged.

use super::percent::Decoded;
use super::piece::{Brackets, Piece, pieces};
use super::scene::{Origin, Scene};
use super::value::{Carried, carried};
use crate::judge::Draft;
use crate::meaning::{self, Meaning};
use crate::rule;
use carnet_core::Place;
use carnet_core::shape::Field;
use std::ops::Range;

/// A parameter.
#[derive(Debug)]
pub(super) struct Given<'t> {
    /// The text that it stands in.
    pub(super) origin: Origin<'t>,
    /// Its name, decoded. One that a credential is part of is not shown.
    pub(super) name: String,
    /// Where the name stands.
    pub(super) name_span: Range<usize>,
    /// What stands after the equals sign.
    pub(super) value: Decoded,
    /// Where that stands.
    pub(super) value_span: Range<usize>,
    /// The equals sign is missing, which was told.
    pub(super) no_equals: bool,
    /// The member that is meant, whatever the profile makes of the name.
    pub(super) field: Option<&'static Field>,
}

impl Given<'_> {
    /// Where a finding about the parameter is.
    pub(super) fn place(&self) -> Place {
        place(&self.name)
    }
}

/// Where a finding about a parameter is.
pub(super) fn place(name: &str) -> Place {
    Place {
        parameter: Some(name.to_owned()),
        ..Place::default()
    }
}

/// Reads the parameters of a stretch of text. A `#` at `hash` ends what is sent.
pub(super) fn read<'t>(
    scene: &Scene<'t>,
    stretch: Range<usize>,
    hash: Option<usize>,
    out: &mut Vec<Draft>,
) -> Vec<Given<'t>> {
    let pieces = pieces(scene.origin.text, stretch, hash);
    let mut reader = Reader {
        scene,
        pieces: &pieces,
        next: 0,
        hash_told: false,
    };
    let mut found = Vec::new();
    while reader.next < pieces.len() {
        found.extend(reader.parameter(out));
    }
    found
}

/// Tells of the parameters of a call that takes none, besides those of its documented URL.
pub(super) fn undocumented(
    scene: &Scene<'_>,
    stretch: Range<usize>,
    hash: Option<usize>,
    out: &mut Vec<Draft>,
) {
    let text = scene.origin.text;
    if let Some(hash) = hash {
        let complaint = rule::cut_parameter::lost();
        let source = rule::cut_parameter::source();
        scene.tell(out, complaint, source, Place::default(), hash..hash + 1);
    }
    let documented = scene.contract.url.split_once('?');
    let documented = super::pairs(documented.map_or("", |(_, query)| query).as_bytes());
    for piece in pieces(text, stretch, hash) {
        let name = piece.name(text);
        let is_documented = documented.iter().any(|(documented, _)| *documented == name);
        if !piece.is_empty() && !piece.after_hash && !is_documented {
            let name = scene.shown(&piece.name, name);
            let complaint = rule::unknown_parameter::none_taken(&name);
            let source = rule::url_path::source();
            scene.tell(out, complaint, source, place(&name), piece.name);
        }
    }
}

struct Reader<'s, 't> {
    scene: &'s Scene<'t>,
    pieces: &'s [Piece],
    /// The next piece to read.
    next: usize,
    hash_told: bool,
}

/// What a name in the text is the name of.
struct Meant {
    field: Option<&'static Field>,
    /// The equals sign is missing; the value, if there is one, begins here.
    no_equals: Option<usize>,
}

impl<'t> Reader<'_, 't> {
    /// Reads one parameter; `None` where a piece is none.
    fn parameter(&mut self, out: &mut Vec<Draft>) -> Option<Given<'t>> {
        let piece = &self.pieces[self.next];
        self.next += 1;
        if piece.after_hash && !self.hash_told && !self.is_known(piece) {
            // Nothing was cut by it, but it is not sent either.
            self.tell_hash(piece, Place::default(), out);
            return None;
        }
        if piece.after_hash && !self.hash_told {
            self.tell_hash(piece, Place::default(), out);
        }
        if piece.is_empty() {
            return None;
        }
        let text = self.scene.origin.text;
        let written = Decoded::new(text, piece.name.clone());
        let Meant { field, no_equals } = self.meant(piece, &written);
        let name_end = no_equals.unwrap_or(piece.name.end);
        let name_span = piece.start()..name_end;
        let (name, no_equals) = match (field, no_equals) {
            (Some(field), Some(_)) => (field.name.to_owned(), true),
            _ => (piece.name(text), false),
        };
        // What the contract knows is judged by its name, and tells nothing.
        let name = match field {
            Some(_) => name,
            None => self.scene.shown(&name_span, name),
        };
        if no_equals {
            let complaint = rule::missing_equals::complaint(&name, name_end < piece.end());
            let span = name_span.clone();
            self.scene.tell(
                out,
                complaint,
                rule::missing_equals::source(),
                place(&name),
                span,
            );
        } else if written.text().is_none() {
            super::text::tell_not_utf8(self.scene, &written, &piece.name, Place::default(), out);
            return None;
        }
        let start = match &piece.value {
            Some(value) if !no_equals => value.start,
            // `name: {…}`, as in JSON.
            _ => name_end + usize::from(text.get(name_end) == Some(&b':')),
        };
        let value_span = start..self.value_end(piece, start, field, &name, out);
        Some(Given {
            origin: self.scene.origin,
            name,
            name_span,
            value: Decoded::new(text, value_span.clone()),
            value_span,
            no_equals,
            field,
        })
    }

    /// What a piece means by its name.
    fn meant(&self, piece: &Piece, written: &Decoded) -> Meant {
        let name = String::from_utf8_lossy(written.bytes());
        let field = self.field(&name);
        if let Some(field) = field {
            let bare = piece.value.is_none().then_some(piece.end());
            return Meant {
                field: Some(field),
                no_equals: bare,
            };
        }
        let glued = self.fields().find(|field| {
            let rest = written.bytes().strip_prefix(field.name.as_bytes());
            let rest = rest.map(<[u8]>::trim_ascii_start);
            rest.is_some_and(|rest| matches!(rest.first(), Some(b'{' | b'[' | b':')))
        });
        Meant {
            field: glued,
            no_equals: glued.map(|field| written.offset(field.name.len())),
        }
    }

    /// The end of the value that begins at `start`: beyond its piece where it was cut.
    fn value_end(
        &mut self,
        piece: &Piece,
        start: usize,
        field: Option<&'static Field>,
        name: &str,
        out: &mut Vec<Draft>,
    ) -> usize {
        let joined = match carried(field) {
            Carried::Json => self.rest_of_json(start..piece.end()),
            Carried::Text => self.rest_of_text(),
            Carried::Scalar => 0,
        };
        let Some(last) = joined
            .checked_sub(1)
            .and_then(|last| self.pieces.get(self.next + last))
        else {
            return piece.end();
        };
        let by_hash = last.after_hash && !piece.after_hash && !self.hash_told;
        let ampersand = self.pieces[self.next].after_hash == piece.after_hash;
        self.hash_told |= by_hash;
        let cut = piece.end()..piece.end() + 1;
        let complaint = rule::cut_parameter::cut(name, !ampersand);
        let source = rule::cut_parameter::source();
        self.scene.tell(out, complaint, source, place(name), cut);
        self.next += joined;
        last.end()
    }

    /// How many of the next pieces belong to JSON that was cut.
    fn rest_of_json(&self, first: Range<usize>) -> usize {
        let text = self.scene.origin.text;
        let mut brackets = Brackets::default();
        brackets.read(Decoded::new(text, first).bytes());
        if !brackets.are_open() {
            return 0;
        }
        let mut of_hash = 0;
        for (index, piece) in self.pieces[self.next..].iter().enumerate() {
            // Known names end the search, which keeps it linear for many parameters.
            if self.is_known(piece) {
                break;
            }
            brackets.read(b"&");
            brackets.read(Decoded::new(text, piece.start()..piece.end()).bytes());
            if !brackets.are_open() {
                return index + 1;
            }
            if piece.after_hash && of_hash == 0 {
                of_hash = index + 1;
            }
        }
        // A hash cuts for certain, whatever else is wrong with the JSON.
        of_hash
    }

    /// How many of the next pieces belong to a bare text that was cut.
    fn rest_of_text(&self) -> usize {
        let rest = self.pieces[self.next..].iter();
        let is_rest = |piece: &&Piece| {
            !piece.is_empty()
                && !self.is_known(piece)
                && (piece.value.is_none() || piece.after_hash && !self.hash_told)
        };
        rest.take_while(is_rest).count()
    }

    /// Whether a piece is a parameter that the contract knows.
    fn is_known(&self, piece: &Piece) -> bool {
        let written = Decoded::new(self.scene.origin.text, piece.name.clone());
        self.meant(piece, &written).field.is_some()
    }

    fn tell_hash(&mut self, piece: &Piece, at: Place, out: &mut Vec<Draft>) {
        self.hash_told = true;
        let hash = piece.start() - 1;
        let complaint = rule::cut_parameter::lost();
        let source = rule::cut_parameter::source();
        self.scene.tell(out, complaint, source, at, hash..hash + 1);
    }

    fn fields(&self) -> impl Iterator<Item = &'static Field> + use<> {
        let shape = &self.scene.contract.request.shape;
        let object = shape.object();
        object.map_or(&[][..], |object| object.fields).iter()
    }

    /// The member that a name means, whatever the profile makes of its spelling.
    fn field(&self, name: &str) -> Option<&'static Field> {
        let object = self.scene.contract.request.shape.object()?;
        match meaning::of(name, object) {
            Meaning::Field(field) => Some(field),
            Meaning::Spelling(spelling) => Some(spelling.field),
            Meaning::Unknown => None,
        }
    }
}
