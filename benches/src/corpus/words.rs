//! Names, addresses and sentences as records of customers have them.

use fastrand::Rng;

const GIVEN: &[&str] = &[
    "Ada",
    "Grace",
    "Alan",
    "Edsger",
    "Barbara",
    "Katherine",
    "Tim",
    "Radia",
    "Jürgen",
    "Zoë",
    "Søren",
    "François",
    "Łukasz",
    "Αλέξανδρος",
    "Наталья",
    "美咲",
    "Óscar",
    "Priya",
    "Chinedu",
    "Fatima",
];
const FAMILY: &[&str] = &[
    "Example",
    "Hopper",
    "Turing",
    "Dijkstra",
    "Liskov",
    "Johnson",
    "Berners-Lee",
    "Perlman",
    "Müller",
    "García",
    "O'Neil",
    "Lefèvre",
    "Kowalski",
    "Παπαδόπουλος",
    "Иванова",
    "佐藤",
    "Nakamura",
    "Okafor",
    "Sharma",
    "van den Berg",
];
const FIRMS: &[&str] = &[
    "Northwind",
    "Contoso",
    "Globex",
    "Initech",
    "Umbrella",
    "Acme",
    "Stark",
    "Wayne",
    "Hooli",
    "Vandelay",
    "Bäckerei Schmidt",
    "Café Central",
    "Société Générique",
    "Compañía del Sur",
    "株式会社サンプル",
    "Smith & Sons",
    "Blue \"Sky\"",
    "A/S Nordlys",
];
const FORMS: &[&str] = &[
    "Ltd", "Inc.", "GmbH", "S.A.", "LLC", "AG", "Pty Ltd", "K.K.", "& Co.",
];
const STREETS: &[&str] = &[
    "High Street",
    "Main Street",
    "Station Road",
    "Park Avenue",
    "Church Lane",
    "Bahnhofstraße",
    "Rue de la Paix",
    "Calle Mayor",
    "MG Road",
    "Industrial Estate",
];
const TOWNS: &[&str] = &[
    "London",
    "Zürich",
    "Austin",
    "Bengaluru",
    "München",
    "Lyon",
    "Málaga",
    "Kraków",
    "Cape Town",
    "Sydney",
    "東京",
    "Leeds",
];
const REGIONS: &[&str] = &[
    "Texas",
    "Bavaria",
    "Karnataka",
    "Yorkshire",
    "Île-de-France",
    "Andalucía",
    "Ontario",
    "New South Wales",
];
const SENTENCES: &[&str] = &[
    "Renewed the yearly plan in spring.",
    "Prefers to be called in the afternoon; ask for the purchasing department.",
    "Has three sites, of which two take deliveries.",
    "Invoices go to the head office, with the order number in the subject line.",
    "They asked about the \"premium\" support plan twice.",
    "Introduced by a partner at the fair in Köln — follow up before the end of the quarter.",
    "Payment is usually late by a week or two.",
    "Uses the API for orders and stock levels.",
];

/// One of several.
pub(super) fn one<'a, T>(of: &'a [T], rng: &mut Rng) -> &'a T {
    &of[rng.usize(..of.len())]
}

/// A value, in so many of a hundred records.
pub(super) fn sometimes<T>(
    percent: u8,
    rng: &mut Rng,
    value: impl FnOnce(&mut Rng) -> T,
) -> Option<T> {
    (rng.u8(..100) < percent).then(|| value(rng))
}

pub(super) fn person(rng: &mut Rng) -> String {
    format!("{} {}", one(GIVEN, rng), one(FAMILY, rng))
}

pub(super) fn given(rng: &mut Rng) -> String {
    (*one(GIVEN, rng)).to_owned()
}

pub(super) fn family(rng: &mut Rng) -> String {
    (*one(FAMILY, rng)).to_owned()
}

pub(super) fn firm(rng: &mut Rng) -> String {
    format!("{} {}", one(FIRMS, rng), one(FORMS, rng))
}

pub(super) fn street(rng: &mut Rng) -> String {
    format!("{} {}", rng.u16(1..400), one(STREETS, rng))
}

pub(super) fn suite(rng: &mut Rng) -> String {
    format!(
        "{} {}",
        one(&["Unit", "Suite", "Floor", "Gebäude"], rng),
        rng.u8(1..90)
    )
}

pub(super) fn town(rng: &mut Rng) -> String {
    (*one(TOWNS, rng)).to_owned()
}

pub(super) fn region(rng: &mut Rng) -> String {
    (*one(REGIONS, rng)).to_owned()
}

pub(super) fn postcode(rng: &mut Rng) -> String {
    match rng.u8(..3) {
        0 => format!("{:05}", rng.u32(1_000..99_999)),
        1 => format!("EX{} {}AB", rng.u8(1..30), rng.u8(1..9)),
        _ => format!("{:06}", rng.u32(100_000..999_999)),
    }
}

pub(super) fn phone(rng: &mut Rng) -> String {
    match rng.u8(..3) {
        0 => format!("+44 1632 {:06}", rng.u32(960_000..=960_999)),
        1 => format!("({}) 555-01{:02}", rng.u16(201..989), rng.u8(..100)),
        _ => format!("{}", rng.u64(5_550_100_000..5_550_199_999)),
    }
}

pub(super) fn email(rng: &mut Rng) -> String {
    const HOSTS: &[&str] = &["example.com", "example.org", "mail.example.net"];
    const NAMES: &[&str] = &[
        "ada",
        "grace.hopper",
        "sales",
        "info",
        "j.mueller",
        "accounts+crm",
    ];
    format!(
        "{}{}@{}",
        one(NAMES, rng),
        rng.u16(1..2_000),
        one(HOSTS, rng)
    )
}

pub(super) fn website(rng: &mut Rng) -> String {
    format!("https://www{}.example.com/about", rng.u16(1..500))
}

/// Up to so many sentences, now and then on lines of their own.
pub(super) fn prose(most: usize, rng: &mut Rng) -> String {
    let between = if rng.u8(..8) == 0 { "\n" } else { " " };
    let sentences: Vec<_> = (0..rng.usize(1..=most))
        .map(|_| *one(SENTENCES, rng))
        .collect();
    sentences.join(between)
}

/// A day as `yyyy-mm-dd`.
pub(super) fn day(rng: &mut Rng) -> String {
    format!(
        "20{:02}-{:02}-{:02}",
        rng.u8(10..27),
        rng.u8(1..=12),
        rng.u8(1..=28)
    )
}

/// A time of day as `hh:mm:ss`.
pub(super) fn clock(rng: &mut Rng) -> String {
    format!(
        "{:02}:{:02}:{:02}",
        rng.u8(..24),
        rng.u8(..60),
        rng.u8(..60)
    )
}
