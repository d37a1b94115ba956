//! Whether cost grows with the text and nothing else: by byte, and by field of a contract.

use crate::clock::{cpu_time, median};
use crate::corpus::Corpus;
use crate::table::Table;
use carnet::auth::Auth;
use carnet::contract::{Body, Carrier};
use carnet::shape::{Field, Items, Kind, NULL_OPTIONAL, Object, Shape, UNKNOWN_KEYS_CLOSED};
use carnet::validate::{CleanPass, Settings, lint};
use carnet::{Artifact, Contract, Members, Operation, Ruling, Source, revnue};
use fastrand::Rng;
use std::hint::black_box;

/// What a cost may differ by and still be flat.
const FLAT: f64 = 1.5;
/// How many turns a figure is the median of.
const TURNS: usize = 7;
/// How many fields are read in one turn.
const FIELDS: usize = 200_000;
/// How many bytes are read in one turn, at least.
const BYTES: usize = 4_000_000;

/// A list of customers.
const LIST: Contract = Contract {
    auth: Auth::None,
    carrier: Carrier::JsonBody,
    request: Body {
        media_type: "application/json",
        shape: Shape::of(Kind::Array(&Items {
            shape: Shape::of(Kind::Object(&revnue::CreateCustomer::OBJECT)),
            null: Some(Ruling::ERROR),
        })),
        text: &[],
    },
    replies: &[],
    ..*revnue::CreateCustomer::CONTRACT
};

/// Nanoseconds that one unit takes, of which a turn has so many.
fn cost(units: usize, mut turn: impl FnMut()) -> f64 {
    turn();
    let times = (0..TURNS).map(|_| cpu_time(&mut turn).as_secs_f64() * 1e9 / units as f64);
    median(times.collect())
}

/// What both passes take for one of so many units in clean texts.
fn passes(contract: &Contract, texts: &[Vec<u8>], units: usize) -> Passes {
    let settings = Settings::default();
    let pass = CleanPass::new(contract, Artifact::RequestBody, &settings);
    let is_clean = |text| lint(contract, Artifact::RequestBody, text, &settings).is_clean();
    Passes {
        clean: cost(units, || {
            for text in texts {
                black_box(pass.is_clean(black_box(text)));
            }
        }),
        lint: cost(units, || {
            for text in texts {
                assert!(is_clean(black_box(text)), "what is made is clean");
            }
        }),
        recognised: texts.iter().all(|text| pass.is_clean(text)),
    }
}

/// What both passes take for one unit, in nanoseconds.
#[derive(Clone, Copy)]
struct Passes {
    clean: f64,
    lint: f64,
    /// Whether the clean pass said yes.
    recognised: bool,
}

/// Everything that grows, as two tables.
pub(crate) fn tables() -> [Table; 2] {
    [by_byte(), by_field()]
}

fn by_byte() -> Table {
    let records = Corpus::revnue().texts;
    let mut table = Growth::new("a list of", "byte");
    for (name, size) in [
        ("1 KB", 1_000),
        ("1 MB", 1_000_000),
        ("100 MB", 100_000_000),
    ] {
        eprintln!("{name}");
        // Of small lists there are many, so that all records stand in them.
        let lists: Vec<_> = lists(&records, size, if size < BYTES { BYTES } else { size });
        let bytes = lists.iter().map(Vec::len).sum();
        table.row(name, passes(&LIST, &lists, bytes));
    }
    table.table
}

/// Lists of records that are about so long, together as long as `all`.
fn lists(records: &[Vec<u8>], size: usize, all: usize) -> Vec<Vec<u8>> {
    let mut records = records.iter().cycle();
    let list = |_| {
        let mut list = b"[".to_vec();
        while list.len() < size {
            list.extend(records.next().into_iter().flatten());
            list.push(b',');
        }
        list.pop();
        list.push(b']');
        list
    };
    (0..all.div_ceil(size)).map(list).collect()
}

fn by_field() -> Table {
    let mut table = Growth::new("an object of", "field");
    for ordered in [true, false] {
        for count in [10, 100, 1_000] {
            let contract = contract(count);
            let texts = objects(count, ordered);
            let costs = passes(contract, &texts, FIELDS);
            let order = if ordered { "in order" } else { "shuffled" };
            table.row(&format!("{count} fields, {order}"), costs);
        }
        // What is shuffled is compared with what is shuffled.
        table.first = None;
    }
    table.table
}

fn name(field: usize) -> String {
    format!("field_{field:04}")
}

/// A contract with so many fields.
fn contract(count: usize) -> &'static Contract {
    let field = |number: usize| Field {
        name: name(number).leak(),
        description: "",
        shape: Shape::of([Kind::Integer, Kind::String, Kind::Boolean][number % 3]),
        required: Ruling::ALLOW,
        null: Some(NULL_OPTIONAL),
        empty: Ruling::ALLOW,
        undocumented: Ruling::ALLOW,
        aliases: &[],
        source: Source::section(""),
        see: &[],
    };
    let fields: Vec<_> = (0..count).map(field).collect();
    let object = Object {
        name: "Synthetic",
        description: "",
        fields: fields.leak(),
        unknown_keys: UNKNOWN_KEYS_CLOSED,
        ..revnue::CreateCustomer::OBJECT
    };
    let object = Object {
        rules: &[],
        dynamic: None,
        ..object
    };
    let shape = Shape::of(Kind::Object(Box::leak(Box::new(object))));
    let request = Body {
        shape,
        ..LIST.request
    };
    Box::leak(Box::new(Contract { request, ..LIST }))
}

/// Objects with all of so many fields, together [`FIELDS`] fields.
fn objects(count: usize, ordered: bool) -> Vec<Vec<u8>> {
    let mut rng = Rng::with_seed(count as u64);
    let object = |_| {
        let mut members: Vec<_> = (0..count)
            .map(|number| {
                let key = name(number);
                match number % 3 {
                    0 => format!("\"{key}\":{}", rng.u32(..)),
                    1 => format!("\"{key}\":\"{:08}\"", rng.u32(..10_000_000)),
                    _ => format!("\"{key}\":{}", rng.bool()),
                }
            })
            .collect();
        if !ordered {
            rng.shuffle(&mut members);
        }
        format!("{{{}}}", members.join(",")).into_bytes()
    };
    (0..FIELDS / count).map(object).collect()
}

/// A table whose first row is what the others are compared with.
struct Growth {
    table: Table,
    first: Option<Passes>,
}

impl Growth {
    fn new(what: &str, unit: &str) -> Self {
        let cost = |pass: &str| format!("{pass}, ns a {unit}");
        let headings = [what, &cost("clean pass"), "×", "", &cost("lint"), "×", ""];
        Self {
            table: Table::new(&headings),
            first: None,
        }
    }

    fn row(&mut self, name: &str, costs: Passes) {
        let first = *self.first.get_or_insert(costs);
        let growth = [costs.clean / first.clean, costs.lint / first.lint];
        let [clean, lint] = growth.map(|it| if it <= FLAT { "flat" } else { "NOT FLAT" });
        let clean = if costs.recognised {
            clean
        } else {
            "NOT RECOGNISED"
        };
        self.table.row([
            name.to_owned(),
            format!("{:.2}", costs.clean),
            format!("{:.2}", growth[0]),
            clean.to_owned(),
            format!("{:.2}", costs.lint),
            format!("{:.2}", growth[1]),
            lint.to_owned(),
        ]);
    }
}
