//! Members that travel as parameters.

use super::parameters;
use carnet::{Encode, Member, Payload};

#[derive(Payload)]
#[carnet(constant(a = "save"), open)]
struct Call {
    text: Option<String>,
    number: Option<i64>,
    flag: Option<bool>,
    data: Option<Data>,
    list: Option<Vec<String>>,
    note: Member<String>,
}

#[derive(Payload)]
struct Data {
    text: String,
    inner: Option<Vec<i64>>,
}

#[derive(Encode)]
#[carnet(to(Call, set(flag = true)))]
struct Mine {
    #[carnet(call = "list.0")]
    item: Option<&'static str>,
    #[carnet(call = "data.inner.0")]
    inner: Option<u8>,
    #[carnet(call = "data.text")]
    data: &'static str,
    #[carnet(call("own key", undocumented))]
    own: Option<&'static str>,
    #[carnet(call = "number")]
    number: Option<i64>,
    #[carnet(call = "text")]
    text: &'static str,
    #[carnet(call = "note")]
    note: Member<&'static str>,
}

#[test]
fn texts_are_bare_and_the_rest_is_json() {
    let mut mine = Mine {
        item: Some("b\"&"),
        inner: Some(1),
        data: "a\"b&c",
        own: Some("x=y"),
        number: Some(-5),
        text: "a \"b\"&ü𝄞~",
        note: Member::Null,
    };
    assert_eq!(
        parameters(&mine),
        concat!(
            "a=save&text=a%20%22b%22%26%C3%BC%F0%9D%84%9E~&number=-5&flag=true",
            "&data=%7B%22text%22%3A%22a%5C%22b%26c%22%2C%22inner%22%3A%5B1%5D%7D",
            "&list=%5B%22b%5C%22%26%22%5D&note=null&own%20key=x%3Dy",
        ),
    );
    (mine.item, mine.inner, mine.own, mine.number) = (None, None, None, None);
    (mine.text, mine.note) = ("", Member::Absent);
    assert_eq!(
        parameters(&mine),
        "a=save&text=&flag=true&data=%7B%22text%22%3A%22a%5C%22b%26c%22%7D",
    );
}
