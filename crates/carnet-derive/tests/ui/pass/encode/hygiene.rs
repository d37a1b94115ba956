//! Names of the user's own that shadow what the derive writes of.

#![deny(warnings)]
#![allow(non_camel_case_types)]

#[path = "../../acme.rs"]
mod acme;

mod shadowed {
    #![allow(dead_code, unused_macros)]

    pub mod core {}
    pub mod std {}
    pub mod carnet {}
    pub struct Some;
    pub struct None;
    pub struct Option;
    pub struct Result;
    pub struct String;
    pub struct Vec;
    pub struct Self_;
    pub struct u8;
    pub struct usize;
    pub struct bool;
    pub struct str;
    pub trait ToJson {}
    pub trait Fields {}
    pub const MAPPING: () = ();

    macro_rules! matches {
        () => {};
    }
    macro_rules! assert {
        () => {};
    }

    use crate::acme;

    #[derive(::carnet::Encode)]
    #[carnet(to(crate::acme::CreateTicket, set(urgent = true)))]
    pub struct Complaint {
        #[carnet(acme("subject", with = |title: &Title| ::std::string::ToString::to_string(&title.0)))]
        pub title: Title,
        #[carnet(acme = "number")]
        pub carnet_out: i64,
        #[carnet(acme = "reporter")]
        pub carnet_link: Person,
        #[carnet(acme = "priority")]
        pub carnet_form: Mood,
    }

    #[derive(::carnet::Encode)]
    #[carnet(to(acme::Person))]
    pub struct Person {
        #[carnet(acme = "name")]
        pub name: ::std::string::String,
        #[carnet(acme = "email")]
        pub mail: ::core::option::Option<Wrapped>,
    }

    #[derive(::carnet::Encode)]
    pub struct Wrapped(pub ::std::string::String);

    #[derive(::carnet::Encode)]
    #[carnet(to(acme::Priority))]
    pub enum Mood {
        #[carnet(acme = "low")]
        Some,
        #[carnet(acme = "high")]
        None,
    }

    pub struct Title(pub i32);
}

fn main() {
    use carnet::EncodeAs;
    let complaint = shadowed::Complaint {
        title: shadowed::Title(1),
        carnet_out: 2,
        carnet_link: shadowed::Person {
            name: "Ada".to_owned(),
            mail: Some(shadowed::Wrapped("a".to_owned())),
        },
        carnet_form: shadowed::Mood::None,
    };
    let _ = shadowed::Mood::Some;
    let mut out = Vec::new();
    carnet::json::Writer::new(&mut out)
        .object(|it| EncodeAs::<acme::CreateTicket>::write_members(&complaint, it));
    assert_eq!(
        String::from_utf8(out).unwrap(),
        r#"{"subject":"1","number":2,"priority":"high","urgent":true,"reporter":{"name":"Ada","email":"a"}}"#,
    );
}
