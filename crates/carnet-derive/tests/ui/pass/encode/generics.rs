//! Parameters of every sort, in structs, in structs around a value, and in a function's body.

#![deny(warnings)]

#[path = "../../acme.rs"]
mod acme;

use carnet::{Encode, EncodeAs, Text, ToJson};
use std::fmt::Display;

#[derive(Encode)]
#[carnet(to(acme::Person))]
struct Customer<'a, T: ?Sized, const N: u32, D = String>
where
    D: Display,
{
    #[carnet(acme = "name")]
    name: Text<N>,
    #[carnet(acme = "email")]
    mail: &'a T,
    #[carnet(acme("address.street", with = D::to_string))]
    street: D,
    #[carnet(acme = "address.city")]
    city: Wrapped<&'a T>,
}

#[derive(Encode)]
struct Wrapped<T>(T);

fn json<O, T: EncodeAs<O>>(value: &T) -> String {
    let mut out = Vec::new();
    carnet::json::Writer::new(&mut out).object(|it| value.write_members(it));
    String::from_utf8(out).unwrap()
}

fn main() {
    #[derive(Encode)]
    #[carnet(to(acme::Line))]
    struct Local {
        #[carnet(acme = "article")]
        article: String,
        #[carnet(acme = "count")]
        count: Wrapped<Count>,
    }

    #[derive(Encode)]
    struct Count(u8);

    let name = String::from("Ada");
    let customer = Customer {
        name: Text::<50>::new("Ada").unwrap(),
        mail: name.as_str(),
        street: 7,
        city: Wrapped(name.as_str()),
    };
    assert_eq!(
        json::<acme::Person, _>(&customer),
        r#"{"name":"Ada","email":"Ada","address":{"street":"7","city":"Ada"}}"#,
    );
    assert!(<Wrapped<Option<u8>> as ToJson>::OPTIONAL);
    assert!(!<Wrapped<u8> as ToJson>::OPTIONAL);
    let local = Local { article: "x".to_owned(), count: Wrapped(Count(1)) };
    assert_eq!(json::<acme::Line, _>(&local), r#"{"article":"x","count":1}"#);
}
