//! Who is told what a payload is, while it is written.

use super::Key;
use std::fmt::Debug;

/// Is told of everything that is written, before it is, by those who know what it is: a
/// [`Writer`](super::Writer) and a [`ParameterWriter`](crate::parameters::ParameterWriter).
///
/// Everything has a default that does nothing: most [sinks](super::Sink) do not watch, and say so with
/// `()` for every type. Those that do keep what they know with the writers, which begin with a default
/// and give it back at every step.
pub trait Watcher {
    /// Where a value stands.
    type Place: Copy + Debug + Default;
    /// What is known of an object, or of parameters, while its members are written.
    type Members: Debug + Default;
    /// What is known of an array while its items are written.
    type Items: Debug + Default;

    /// The place of the value that is all of the payload, or all of a parameter.
    #[inline]
    fn root(&mut self) -> Self::Place {
        Self::Place::default()
    }

    /// Parameters; they follow.
    #[inline]
    fn parameters(&mut self, members: &mut Self::Members) {
        let _ = members;
    }

    /// The end of the parameters.
    #[inline]
    fn parameters_end(&mut self, members: &mut Self::Members) {
        let _ = members;
    }

    /// An object; its members follow.
    #[inline]
    fn object(&mut self, place: Self::Place, members: &mut Self::Members) {
        let _ = (place, members);
    }

    /// The name of a member or a parameter, before it is escaped: the place of its value, which follows.
    #[inline]
    fn member(&mut self, members: &mut Self::Members, name: &str) -> Self::Place {
        let _ = (members, name);
        Self::Place::default()
    }

    /// The same for a key that is prepared.
    #[inline]
    fn known_member(&mut self, members: &mut Self::Members, key: &Key) -> Self::Place {
        self.member(members, key.name())
    }

    /// The end of the object.
    #[inline]
    fn object_end(&mut self, members: &mut Self::Members) {
        let _ = members;
    }

    /// An array; its items follow.
    #[inline]
    fn array(&mut self, place: Self::Place) -> Self::Items {
        let _ = place;
        Self::Items::default()
    }

    /// The place of the next item, which follows.
    #[inline]
    fn item(&mut self, items: &mut Self::Items) -> Self::Place {
        let _ = items;
        Self::Place::default()
    }

    /// The end of the array.
    #[inline]
    fn array_end(&mut self, items: &mut Self::Items) {
        let _ = items;
    }

    /// A text, before it is quoted and escaped: where a parameter is bare, it never is.
    #[inline]
    fn text(&mut self, place: Self::Place, text: &str) {
        let _ = (place, text);
    }

    /// An integer, and its digits. `None` of one that is no `i64`.
    #[inline]
    fn integer(&mut self, place: Self::Place, value: Option<i64>, digits: &str) {
        let _ = (place, value, digits);
    }

    /// `true` or `false`.
    #[inline]
    fn boolean(&mut self, place: Self::Place, value: bool) {
        let _ = (place, value);
    }

    /// `null`.
    #[inline]
    fn null(&mut self, place: Self::Place) {
        let _ = place;
    }

    /// Any whole value, as it is written.
    #[inline]
    fn json(&mut self, place: Self::Place, json: &str) {
        let _ = (place, json);
    }

    /// A value of which nothing is known beforehand.
    #[inline]
    fn unknown(&mut self, place: Self::Place) {
        let _ = place;
    }
}
