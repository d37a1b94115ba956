//! Numbers, flags and characters.

use super::body;
use carnet::{Decimal, Encode, Payload};
use std::rc::Rc;
use std::sync::Arc;

#[derive(Payload)]
struct Values {
    integers: Option<Vec<i64>>,
    numbers: Option<Vec<Decimal>>,
    flag: Option<bool>,
    text: Option<String>,
    secret: Option<carnet::Secret>,
}

#[derive(Encode)]
#[carnet(to(Values))]
struct Integers {
    #[carnet(values = "integers.0")]
    a: i8,
    #[carnet(values = "integers.1")]
    b: u16,
    #[carnet(values = "integers.2")]
    c: i32,
    #[carnet(values = "integers.3")]
    d: u64,
    #[carnet(values = "integers.4")]
    e: i128,
    #[carnet(values = "integers.5")]
    f: u128,
    #[carnet(values = "integers.6")]
    g: isize,
    #[carnet(values = "integers.7")]
    h: usize,
    #[carnet(values = "numbers.0")]
    integer_for_number: u8,
    #[carnet(values = "flag")]
    flag: Arc<bool>,
    #[carnet(values = "text")]
    character: Rc<char>,
    #[carnet(values = "secret")]
    secret: Box<carnet::Secret>,
}

#[test]
fn integers_of_every_width() {
    let integers = Integers {
        a: i8::MIN,
        b: u16::MAX,
        c: i32::MIN,
        d: u64::MAX,
        e: i128::MIN,
        f: u128::MAX,
        g: -1,
        h: 0,
        integer_for_number: 255,
        flag: Arc::new(false),
        character: Rc::new('"'),
        secret: Box::new("s".into()),
    };
    assert_eq!(
        body(&integers),
        concat!(
            r#"{"integers":[-128,65535,-2147483648,18446744073709551615,"#,
            "-170141183460469231731687303715884105728,340282366920938463463374607431768211455,",
            r#"-1,0],"numbers":[255],"flag":false,"text":"\"","secret":"s"}"#,
        ),
    );
}

#[derive(Encode)]
#[carnet(to(Values))]
struct Floats {
    #[carnet(values = "numbers")]
    doubles: Vec<f64>,
}

#[derive(Encode)]
#[carnet(to(Values))]
struct Singles {
    #[carnet(values = "numbers")]
    singles: [f32; 3],
}

#[test]
fn floats_are_written_without_exponents_and_as_short_as_they_are() {
    let floats = Floats {
        doubles: vec![0.1, -0.0, 1.0, 1e21, 1e-7, f64::MAX, f64::from(0.1_f32)],
    };
    let text = body(&floats);
    let list = text
        .strip_prefix(r#"{"numbers":["#)
        .and_then(|list| list.strip_suffix("]}"))
        .expect("an array");
    let read: Vec<f64> = list
        .split(',')
        .map(|number| number.parse().expect("a number"))
        .collect();
    assert_eq!(read, floats.doubles);
    assert!(
        text.starts_with(r#"{"numbers":[0.1,-0,1,1000000000000000000000,0.0000001,1797"#),
        "{text}"
    );
    let singles = Singles {
        singles: [0.1, 16_777_216.0, -2.5],
    };
    assert_eq!(body(&singles), r#"{"numbers":[0.1,16777216,-2.5]}"#);
}

#[test]
fn what_is_no_number_is_no_json() {
    let floats = Floats {
        doubles: vec![f64::NAN, f64::INFINITY, f64::NEG_INFINITY],
    };
    let text = body(&floats);
    assert_eq!(text, r#"{"numbers":[NaN,inf,-inf]}"#);
    assert!(serde_json::from_str::<serde_json::Value>(&text).is_err());
}
