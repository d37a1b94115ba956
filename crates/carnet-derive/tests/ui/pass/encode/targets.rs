//! Several targets: two operations of one vendor, other names, another crate path, a profile.

#![deny(warnings)]

#[path = "../../acme.rs"]
mod acme;

mod contracts {
    pub use carnet::*;
}

use carnet::EncodeAs;

#[derive(contracts::Encode)]
#[carnet(crate = crate::contracts)]
#[carnet(to(crate::acme::Person), to(acme::Address, as = place, set(street = STREET)))]
#[carnet(to(acme::Line, as = r#type, profile = lenient))]
struct Customer {
    #[carnet(acme = "name", place = "city")]
    #[carnet(r#type = "article")]
    name: String,
    #[carnet(r#type("count"))]
    #[carnet(acme("email", with = i64::to_string))]
    number: i64,
}

/// What looks like a word may be the name of a target.
#[derive(carnet::Encode)]
#[carnet(to(acme::Person, as = skip), to(self::acme::Address, as = to))]
struct Skip {
    #[carnet(skip = "name", to = "street")]
    name: String,
    #[carnet(to("city"), skip("email",),)]
    city: String,
}

const STREET: &str = "High Street";

fn json<O, T: EncodeAs<O>>(value: &T) -> String {
    let mut out = Vec::new();
    carnet::json::Writer::new(&mut out).object(|it| value.write_members(it));
    String::from_utf8(out).unwrap()
}

fn main() {
    let customer = Customer { name: "Ada".to_owned(), number: 5 };
    assert_eq!(json::<acme::Person, _>(&customer), r#"{"name":"Ada","email":"5"}"#);
    assert_eq!(json::<acme::Address, _>(&customer), r#"{"street":"High Street","city":"Ada"}"#);
    assert_eq!(json::<acme::Line, _>(&customer), r#"{"article":"Ada","count":5}"#);
    assert_eq!(<Customer as EncodeAs<acme::Line>>::PROFILE, carnet::Profile::Lenient);
    let skip = Skip { name: "a".to_owned(), city: "b".to_owned() };
    assert_eq!(json::<acme::Person, _>(&skip), r#"{"name":"a","email":"b"}"#);
    assert_eq!(json::<acme::Address, _>(&skip), r#"{"street":"a","city":"b"}"#);
}
