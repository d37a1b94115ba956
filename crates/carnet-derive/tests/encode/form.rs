//! One type that becomes different JSON for different vendors.

use super::body;
use carnet::{Encode, Payload};

mod acme {
    use carnet::Payload;

    #[derive(Payload)]
    pub(super) struct Ticket {
        pub(super) level: Option<Level>,
        pub(super) levels: Option<Vec<Level>>,
        pub(super) free: Option<String>,
        pub(super) person: Option<Person>,
    }

    #[derive(Payload)]
    pub(super) enum Level {
        Low,
        High,
    }

    #[derive(Payload)]
    pub(super) struct Person {
        pub(super) name: String,
    }
}

mod globex {
    use carnet::Payload;

    #[derive(Payload)]
    pub(super) struct Call {
        pub(super) level: i64,
        pub(super) flag: Option<bool>,
        pub(super) caller: Option<Caller>,
        pub(super) callers: Option<Vec<Caller>>,
    }

    #[derive(Payload)]
    pub(super) struct Caller {
        pub(super) full_name: String,
    }
}

/// A vendor whose words nobody gave: they are those of another.
#[derive(Payload)]
struct Initech {
    level: Option<acme::Level>,
    number: Option<i64>,
    anything: Option<serde_json::Value>,
}

#[derive(Clone, Copy, Encode)]
enum Mood {
    #[carnet(globex = 1, acme = "Low")]
    Calm,
    #[carnet(globex = TWO, acme = "High")]
    Angry,
}

const TWO: i64 = 2;

#[derive(Clone, Encode)]
#[carnet(to(globex::Caller), to(acme::Person))]
struct Person {
    #[carnet(globex = "full_name", acme = "name")]
    name: &'static str,
}

#[derive(Encode)]
#[carnet(to(acme::Ticket), to(globex::Call), to(Initech))]
struct Complaint {
    #[carnet(
        acme = "level",
        globex = "level",
        initech = "level",
        initech = "number",
        initech = "anything"
    )]
    mood: Mood,
    #[carnet(acme = "levels")]
    moods: Vec<Mood>,
    #[carnet(acme = "person", globex = "caller", globex = "callers.0")]
    person: Person,
}

#[test]
fn the_key_and_the_place_choose_the_form() {
    let complaint = Complaint {
        mood: Mood::Angry,
        moods: vec![Mood::Calm, Mood::Angry],
        person: Person { name: "Ada" },
    };
    assert_eq!(
        body::<acme::Ticket>(&complaint),
        r#"{"level":"High","levels":["Low","High"],"person":{"name":"Ada"}}"#,
    );
    assert_eq!(
        body::<globex::Call>(&complaint),
        r#"{"level":2,"caller":{"full_name":"Ada"},"callers":[{"full_name":"Ada"}]}"#,
    );
    assert_eq!(
        body::<Initech>(&complaint),
        r#"{"level":"High","number":2,"anything":2}"#,
    );
}

/// What is told of a nested struct is the form that its place takes, whatever it is called there.
#[derive(Encode)]
#[carnet(to(acme::Ticket, as = other))]
struct Renamed {
    #[carnet(other = "person")]
    person: Person,
    #[carnet(other("level", with = |mood: &Option<Mood>| *mood))]
    mood: Option<Mood>,
    #[carnet(other("free", with = |mood: &Mood| match mood {
        Mood::Calm => "calm",
        Mood::Angry => "angry",
    }))]
    free: Mood,
}

#[test]
fn the_shape_chooses_where_the_key_does_not() {
    let mut renamed = Renamed {
        person: Person { name: "Ada" },
        mood: Some(Mood::Calm),
        free: Mood::Calm,
    };
    assert_eq!(
        body(&renamed),
        r#"{"level":"Low","free":"calm","person":{"name":"Ada"}}"#,
    );
    (renamed.mood, renamed.free) = (None, Mood::Angry);
    assert_eq!(
        body(&renamed),
        r#"{"free":"angry","person":{"name":"Ada"}}"#,
    );
}

/// Parts of contracts stand as they are.
#[derive(Encode)]
#[carnet(to(acme::Ticket))]
struct Parts {
    #[carnet(acme = "person")]
    person: acme::Person,
    #[carnet(acme = "levels")]
    levels: Vec<acme::Level>,
}

#[test]
fn parts_of_a_contract_are_written_as_the_contract_has_them() {
    let parts = Parts {
        person: acme::Person { name: "Ada".into() },
        levels: vec![acme::Level::High, acme::Level::Low],
    };
    assert_eq!(
        body(&parts),
        r#"{"levels":["High","Low"],"person":{"name":"Ada"}}"#,
    );
}
