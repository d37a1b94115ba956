use carnet::{Members, Payload};
use std::fmt::Debug;

#[derive(Payload)]
struct Page<'a, T: Debug, S = i64, const N: usize = 1>
where
    S: Clone,
{
    items: Vec<T>,
    next: Option<&'a str>,
    cursor: S,
}

/// Constants of a lifetime's own type are those of `'static`.
#[derive(Payload)]
struct Outer<'a, 'b: 'a> {
    #[serde(flatten)]
    inner: Inner<'a>,
    other: &'b str,
    #[serde(flatten)]
    second: Second<'b>,
}

#[derive(Payload)]
struct Inner<'x> {
    one: &'x str,
}

#[derive(Payload)]
struct Second<'x> {
    two: Option<Box<Inner<'x>>>,
}

#[derive(Payload)]
struct Wrapper<T>(T);

fn main() {
    assert_eq!(<Page<'_, i64> as Members>::OBJECT.fields.len(), 3);
    let page = Page::<'_, String, Wrapper<i64>> { items: vec![], next: Some("x"), cursor: Wrapper(1) };
    assert_eq!(carnet::payload::to_vec(&page), br#"{"items":[],"next":"x","cursor":1}"#);
    let names: Vec<_> = Outer::OBJECT.fields.iter().map(|field| field.name).collect();
    assert_eq!(names, ["one", "other", "two"]);
    let _ = Outer {
        inner: Inner { one: "" },
        other: "",
        second: Second { two: None },
    };
}

impl<T: Clone> Clone for Wrapper<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}
