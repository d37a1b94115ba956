//! Arrays, objects and enums as serde reads them.

use super::key::Key;
use super::{DecodeError, Node};
use crate::tree::{Member, NodeKind};
use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error, MapAccess, SeqAccess, Unexpected,
    VariantAccess, Visitor,
};

pub(super) struct Items<'de, 't> {
    rest: std::slice::Iter<'de, Node<'t>>,
    length: usize,
}

impl<'de, 't> Items<'de, 't> {
    pub(super) fn new(items: &'de [Node<'t>]) -> Self {
        Self {
            rest: items.iter(),
            length: items.len(),
        }
    }

    /// A tuple must have taken every item.
    pub(super) fn end(&self) -> Result<(), DecodeError> {
        match self.rest.len() {
            0 => Ok(()),
            _ => Err(DecodeError::invalid_length(self.length, &"fewer items")),
        }
    }
}

impl<'de> SeqAccess<'de> for &mut Items<'de, '_> {
    type Error = DecodeError;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, DecodeError> {
        let item = self.rest.next();
        item.map(|item| seed.deserialize(item)).transpose()
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.rest.len())
    }
}

pub(super) struct Members<'de, 't> {
    rest: std::slice::Iter<'de, Member<'t>>,
    value: Option<&'de Node<'t>>,
}

impl<'de, 't> Members<'de, 't> {
    pub(super) fn new(members: &'de [Member<'t>]) -> Self {
        Self {
            rest: members.iter(),
            value: None,
        }
    }
}

impl<'de> MapAccess<'de> for Members<'de, '_> {
    type Error = DecodeError;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, DecodeError> {
        let Some(member) = self.rest.next() else {
            return Ok(None);
        };
        self.value = Some(&member.value);
        let key = seed.deserialize(Key(&member.key));
        key.map(Some).map_err(|error| error.at(&member.key_span))
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(
        &mut self,
        seed: V,
    ) -> Result<V::Value, DecodeError> {
        match self.value.take() {
            Some(value) => seed.deserialize(value),
            None => Err(DecodeError::custom("a value was asked for before its key")),
        }
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.rest.len())
    }
}

/// An enum as an object of one member: the variant's name and its content.
pub(super) struct Tagged<'de, 't>(pub(super) &'de Member<'t>);

impl<'de, 't> EnumAccess<'de> for Tagged<'de, 't> {
    type Error = DecodeError;
    type Variant = Content<'de, 't>;

    fn variant_seed<V: DeserializeSeed<'de>>(
        self,
        seed: V,
    ) -> Result<(V::Value, Content<'de, 't>), DecodeError> {
        let name = seed.deserialize(Key(&self.0.key));
        let name = name.map_err(|error| error.at(&self.0.key_span))?;
        Ok((name, Content(&self.0.value)))
    }
}

pub(super) struct Content<'de, 't>(&'de Node<'t>);

impl<'de> VariantAccess<'de> for Content<'de, '_> {
    type Error = DecodeError;

    fn unit_variant(self) -> Result<(), DecodeError> {
        match self.0.kind {
            NodeKind::Null => Ok(()),
            _ => Err(
                DecodeError::invalid_type(self.0.unexpected(), &"unit variant").at(&self.0.span),
            ),
        }
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(
        self,
        seed: T,
    ) -> Result<T::Value, DecodeError> {
        seed.deserialize(self.0)
    }

    fn tuple_variant<V: Visitor<'de>>(
        self,
        _length: usize,
        visitor: V,
    ) -> Result<V::Value, DecodeError> {
        match self.0.kind {
            NodeKind::Array(_) => self.0.deserialize_any(visitor),
            _ => Err(self.wrong(&"tuple variant")),
        }
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, DecodeError> {
        match self.0.kind {
            NodeKind::Object(_) => self.0.deserialize_any(visitor),
            _ => Err(self.wrong(&"struct variant")),
        }
    }
}

impl Content<'_, '_> {
    fn wrong(&self, expected: &dyn serde::de::Expected) -> DecodeError {
        let found: Unexpected<'_> = self.0.unexpected();
        DecodeError::invalid_type(found, expected).at(&self.0.span)
    }
}
