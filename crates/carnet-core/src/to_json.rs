//! What values of one's own become in a vendor's payload.

mod container;
#[cfg(feature = "jiff")]
mod jiff;
mod scalar;

use crate::json::{Sink, Writer};
use crate::mapping::{Constant, Mapping};
use crate::shape::{Object, Shape};

/// A Rust type whose values can stand in a payload, whoever's the payload is.
///
/// [`Payload`](crate::Payload) is for the types of a contract: it says what a vendor takes. This is
/// for the types of those who send something: it says what they have. The derive
/// [`Encode`](derive@crate::Encode) implements it for structs and enums of one's own and
/// [`Payload`](derive@crate::Payload) for the types of contracts; it is there for numbers, texts,
/// flags, lists and what holds them, and with the feature `jiff` for dates.
///
/// # Shape
/// [`Type`](Self::Type) is the JSON type, one of [`json_type`](crate::json_type);
/// [`KNOWN`](Self::KNOWN) says more, as far as that is known at compile time.
///
/// # Example
/// ```
/// use carnet_core::json::{Sink, Writer};
/// use carnet_core::json_type::JsonString;
/// use carnet_core::to_json::{Known, ToJson};
///
/// /// A ticket number, which vendors know as a text.
/// struct Ticket(u32);
///
/// impl ToJson for Ticket {
///     type Type = JsonString;
///     const KNOWN: Known = Known::Text { longest: Some(12) };
///
///     fn write_form<S: Sink>(&self, _: usize, out: &mut Writer<'_, S>) {
///         out.string(&format!("T-{}", self.0));
///     }
/// }
///
/// let mut text = Vec::new();
/// Ticket(7).write_form(0, &mut Writer::new(&mut text));
/// assert_eq!(text, br#""T-7""#);
/// ```
///
/// What holds others holds these as well:
/// ```
/// # use carnet_core::json::Writer;
/// # use carnet_core::to_json::ToJson;
/// use std::collections::{BTreeSet, VecDeque};
/// use std::num::NonZero;
///
/// let ids = NonZero::<u32>::new(7).map(|id| BTreeSet::from([id]));
/// let mut text = Vec::new();
/// VecDeque::from([ids, None]).write_form(0, &mut Writer::new(&mut text));
/// assert_eq!(text, b"[[7],null]");
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot become JSON",
    label = "no JSON is known for this type",
    note = "a text, a number, a flag, `Option`, `Vec`, or with the feature `jiff` a date can; so can a \
            type of your own that derives `carnet::Encode`",
    note = "or convert the field: `#[carnet(vendor(\"member\", with = function))]`"
)]
pub trait ToJson {
    /// The JSON type that it becomes.
    type Type;
    /// What is known of the JSON at compile time.
    const KNOWN: Known;
    /// Whether a member of this type may be absent.
    const OPTIONAL: bool = false;

    /// Whether a member with this value is left out.
    fn is_absent(&self) -> bool {
        false
    }

    /// Writes the value in one of its [forms](Known::Forms); 0 where there is only one.
    fn write_form<S: Sink>(&self, form: usize, out: &mut Writer<'_, S>);
}

/// What is known at compile time of the JSON that a type becomes.
#[derive(Clone, Copy, Debug)]
pub enum Known {
    /// Nothing.
    Any,
    /// `true` or `false`.
    Boolean,
    /// A number without a fraction.
    Integer,
    /// A number.
    Number,
    /// A text.
    Text {
        /// It has at most so many code points.
        longest: Option<u32>,
    },
    /// A list of such items.
    Array(&'static Known),
    /// An object of such members.
    Map(&'static Known),
    /// One of these, by what the place takes.
    Forms(&'static [Form]),
}

/// One way in which a type becomes JSON.
#[derive(Clone, Copy, Debug)]
pub struct Form {
    /// What the mapping that made it is called; empty where it belongs to none.
    pub key: &'static str,
    /// What the JSON is.
    pub json: FormOf,
}

/// What the JSON of a form is.
#[derive(Clone, Copy, Debug)]
pub enum FormOf {
    /// A part of a contract.
    Shape(&'static Shape),
    /// A struct that is mapped to an object.
    Object(&'static Object, &'static Mapping),
    /// One of these values.
    Words(&'static [Constant]),
    /// A text of the format of this name.
    Format(&'static str),
}
