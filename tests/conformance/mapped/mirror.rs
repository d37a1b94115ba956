//! Values of a struct of one's own, and the values of the catalog that say the same.

use carnet_core::{Decimal, Encode, Member, Shape, Text};
use carnet_testing::fastrand::Rng;
use carnet_testing::generate;
use jiff::civil::{Date, Time};
use serde_json::Value;

/// A type of one's own that says what a type of the catalog says.
pub(super) trait Mirror {
    type Catalog;

    /// Any value, also such as no vendor takes.
    fn random(rng: &mut Rng) -> Self;

    /// The same as the catalog has it.
    fn catalog(&self) -> Self::Catalog;
}

/// A struct whose every field is mapped to a member of a struct of the catalog.
///
/// The rest of the catalog's members, where there are more, is what follows `..`.
macro_rules! mirror {
    (
        $name:ident as $key:ident::$($catalog:ident)::+ {
            $($field:ident: $ty:ty = $place:literal => $target:ident;)*
            $(..$rest:expr)?
        }
    ) => {
        #[derive(carnet_core::Encode)]
        #[carnet(crate = carnet_core, to($key::$($catalog)::+))]
        struct $name {
            $(#[carnet($key = $place)] $field: $ty,)*
        }

        impl $crate::mapped::mirror::Mirror for $name {
            type Catalog = $key::$($catalog)::+;

            fn random(rng: &mut carnet_testing::fastrand::Rng) -> Self {
                Self { $($field: $crate::mapped::mirror::Mirror::random(rng),)* }
            }

            fn catalog(&self) -> Self::Catalog {
                $key::$($catalog)::+ {
                    $($target: $crate::mapped::mirror::Mirror::catalog(&self.$field),)*
                    $(..$rest)?
                }
            }
        }
    };
}
pub(super) use mirror;

impl Mirror for String {
    type Catalog = Self;

    fn random(rng: &mut Rng) -> Self {
        const USUAL: [&str; 6] = ["", "a", "ada@example.com", "5550100", "2023-10-31", "10:09"];
        match rng.u8(..8) {
            0..4 => USUAL[rng.usize(..USUAL.len())].to_owned(),
            4..7 => generate::letters(rng.usize(..30), rng),
            _ => generate::letters(rng.usize(30..60), rng),
        }
    }

    fn catalog(&self) -> Self {
        self.clone()
    }
}

impl<const MAX: u32> Mirror for Text<MAX> {
    type Catalog = String;

    fn random(rng: &mut Rng) -> Self {
        Self::new(String::random(rng)).unwrap_or_default()
    }

    fn catalog(&self) -> String {
        self.as_str().to_owned()
    }
}

impl Mirror for char {
    type Catalog = String;

    fn random(rng: &mut Rng) -> Self {
        generate::letters(1, rng).chars().next().expect("a letter")
    }

    fn catalog(&self) -> String {
        self.to_string()
    }
}

impl Mirror for i64 {
    type Catalog = Self;

    fn random(rng: &mut Rng) -> Self {
        if rng.bool() {
            rng.i64(-3..100)
        } else {
            rng.i64(..)
        }
    }

    fn catalog(&self) -> Self {
        *self
    }
}

impl Mirror for bool {
    type Catalog = Self;

    fn random(rng: &mut Rng) -> Self {
        rng.bool()
    }

    fn catalog(&self) -> Self {
        *self
    }
}

/// A number that is kept as a double; its digits are those that the double is written with.
#[derive(Encode)]
#[carnet(crate = carnet_core)]
pub(super) struct Amount(f64);

impl From<f64> for Amount {
    fn from(number: f64) -> Self {
        Self(number)
    }
}

impl Mirror for Amount {
    type Catalog = Decimal;

    fn random(rng: &mut Rng) -> Self {
        Self(f64::from(rng.i32(..)) / [1.0, 10.0, 100.0, 1000.0][rng.usize(..4)])
    }

    fn catalog(&self) -> Decimal {
        self.0.to_string().parse().expect("a number")
    }
}

impl Mirror for Date {
    type Catalog = String;

    fn random(rng: &mut Rng) -> Self {
        Self::new(rng.i16(0..=9999), rng.i8(1..=12), rng.i8(1..=28)).expect("a day")
    }

    fn catalog(&self) -> String {
        self.strftime("%Y-%m-%d").to_string()
    }
}

impl Mirror for Time {
    type Catalog = String;

    fn random(rng: &mut Rng) -> Self {
        Self::new(rng.i8(0..24), rng.i8(0..60), rng.i8(0..60), 0).expect("a time of day")
    }

    fn catalog(&self) -> String {
        self.strftime("%H:%M").to_string()
    }
}

impl Mirror for Value {
    type Catalog = Self;

    fn random(rng: &mut Rng) -> Self {
        serde_json::from_str(&generate::payload(&Shape::ANY, rng).to_string()).expect("a scalar")
    }

    fn catalog(&self) -> Self {
        self.clone()
    }
}

impl<T: Mirror> Mirror for Option<T> {
    type Catalog = Option<T::Catalog>;

    fn random(rng: &mut Rng) -> Self {
        rng.bool().then(|| T::random(rng))
    }

    fn catalog(&self) -> Self::Catalog {
        self.as_ref().map(T::catalog)
    }
}

impl<T: Mirror> Mirror for Member<T> {
    type Catalog = Member<T::Catalog>;

    fn random(rng: &mut Rng) -> Self {
        match rng.u8(..4) {
            0 => Self::Null,
            1 => Self::Absent,
            _ => Self::Value(T::random(rng)),
        }
    }

    fn catalog(&self) -> Self::Catalog {
        match self {
            Self::Absent => Member::Absent,
            Self::Null => Member::Null,
            Self::Value(value) => Member::Value(value.catalog()),
        }
    }
}

impl<T: Mirror> Mirror for Vec<T> {
    type Catalog = Vec<T::Catalog>;

    fn random(rng: &mut Rng) -> Self {
        (0..rng.usize(..4)).map(|_| T::random(rng)).collect()
    }

    fn catalog(&self) -> Self::Catalog {
        self.iter().map(T::catalog).collect()
    }
}
