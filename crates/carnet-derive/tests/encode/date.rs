//! Dates and times of day, as the place writes them.

use super::body;
use carnet::{Encode, Payload};
use jiff::civil::{Date, DateTime, Time, date, time};

#[derive(Payload)]
struct Times {
    #[carnet(format = "date")]
    day: Option<String>,
    #[carnet(format = "day-month-year")]
    turned: Option<String>,
    turned_days: Option<Vec<Turned>>,
    free: Option<String>,
    anything: Option<serde_json::Value>,
    #[carnet(format = "date-and-time")]
    moment: Option<String>,
    #[carnet(format = "hour-minute")]
    hour: Option<String>,
}

#[derive(Payload)]
#[carnet(format = "day-month-year")]
struct Turned(String);

#[derive(Encode)]
#[carnet(to(Times))]
struct Visit {
    #[carnet(
        times = "day",
        times = "turned",
        times = "turned_days.0",
        times = "free",
        times = "anything"
    )]
    day: Date,
    #[carnet(times = "moment")]
    moment: DateTime,
    #[carnet(times = "hour")]
    hour: Option<Time>,
}

#[derive(Encode)]
#[carnet(to(Times))]
struct Days {
    #[carnet(times = "turned_days")]
    days: Vec<Date>,
}

fn visit(day: Date) -> Visit {
    Visit {
        day,
        moment: day.to_datetime(time(3, 4, 5, 999)),
        hour: Some(time(0, 59, 59, 0)),
    }
}

#[test]
fn the_format_is_that_of_the_place() {
    assert_eq!(
        body(&visit(date(26, 11, 7))),
        concat!(
            r#"{"day":"0026-11-07","turned":"07-11-0026","turned_days":["07-11-0026"],"#,
            r#""free":"0026-11-07","anything":"0026-11-07","moment":"0026-11-07 03:04:05","#,
            r#""hour":"00:59"}"#,
        ),
    );
    let days = Days {
        days: vec![date(9999, 12, 31), date(0, 1, 1)],
    };
    assert_eq!(
        body(&days),
        r#"{"turned_days":["31-12-9999","01-01-0000"]}"#
    );
}

/// No vendor's format has years before 0: what is written is nothing that one takes by mistake.
#[test]
fn years_before_0_fit_no_format() {
    let text = body(&visit(date(-1, 2, 3)));
    let json: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    for (member, format) in [
        ("day", carnet::format::DATE),
        ("turned", carnet::format::DAY_MONTH_YEAR),
        ("moment", carnet::format::DATE_AND_TIME),
    ] {
        let written = json[member].as_str().expect("a text");
        assert!(written.starts_with('-'), "{written}");
        assert!(!(format.check)(written), "{written}");
    }
}
