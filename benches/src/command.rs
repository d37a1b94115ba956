//! Limits for the command `carnet lint`: a large file, and a small one.

use crate::corpus::Corpus;
use crate::process::{Program, Took, race};
use crate::table::Table;
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;

/// How long the large file is at least.
const LARGE: usize = 200_000_000;
/// One line in so many is not what the contract asks for.
const ONE_IS_BROKEN: usize = 1_000;

/// The rounds over the large file, and those over the small one.
const ROUNDS: [usize; 2] = [7, 101];

/// Something that is not to be more than a limit.
struct Limit {
    what: &'static str,
    measured: f64,
    unit: &'static str,
    most: f64,
}

/// What was measured of the command.
pub(crate) struct Limits(Vec<Limit>);

impl Limits {
    /// How many are not kept.
    pub(crate) fn missed(&self) -> usize {
        self.0.iter().filter(|limit| !limit.is_kept()).count()
    }
}

impl Limit {
    fn is_kept(&self) -> bool {
        self.measured <= self.most
    }
}

/// Runs the command at this path. The files that it reads are made beside it, and removed.
pub(crate) fn limits(carnet: &Path) -> io::Result<Limits> {
    let folder = carnet.parent().unwrap_or(Path::new("."));
    let folder = tempfile::Builder::new()
        .prefix("bench")
        .tempdir_in(folder)?;
    let mut limits = large(carnet, &folder.path().join("large.ndjson"))?;
    limits.extend(small(carnet, &folder.path().join("small.json"))?);
    Ok(Limits(limits))
}

fn lint<'a>(carnet: &'a Path, file: &'a str, options: &[&'a str], status: i32) -> Program<'a> {
    let lint = ["lint", "--operation", "revnue.customer.create", file];
    Program {
        path: carnet,
        arguments: [&lint, options].concat(),
        status,
    }
}

fn large(carnet: &Path, path: &Path) -> io::Result<Vec<Limit>> {
    write_large(path)?;
    let file = path.to_str().unwrap_or_default();
    let programs = [
        Program {
            path: Path::new("wc"),
            arguments: vec!["-l", file],
            status: 0,
        },
        lint(carnet, file, &["--jobs", "1"], 1),
        lint(carnet, file, &[], 1),
    ];
    let took = race(&programs, ROUNDS[0])?;
    let [wc, one, many] = &took[..] else {
        return Ok(Vec::new());
    };
    eprintln!(
        "  wc {:.0} ms, lint {:.0} ms, on {:.0} ms of the wall; with every processor {:.0} ms on {:.0} ms",
        wc.cpu, one.cpu, one.wall, many.cpu, many.wall
    );
    let times = |what, took: &Took| Limit {
        what,
        measured: took.cpu / wc.cpu,
        unit: "× the CPU time of wc -l",
        most: 6.0,
    };
    let resident = |what, took: &Took| Limit {
        what,
        measured: took.resident as f64 / f64::from(1 << 20),
        unit: "MiB resident",
        most: 16.0,
    };
    Ok(vec![
        times("200 MB of NDJSON, --jobs 1", one),
        times("200 MB of NDJSON", many),
        resident("200 MB of NDJSON, --jobs 1", one),
        resident("200 MB of NDJSON", many),
    ])
}

/// Customers of RevNue, line by line.
fn write_large(path: &Path) -> io::Result<()> {
    let corpus = Corpus::revnue();
    let broken = corpus.broken(|_| true);
    let mut rng = fastrand::Rng::with_seed(ONE_IS_BROKEN as u64);
    let mut file = BufWriter::new(File::create(path)?);
    let mut written = 0;
    for line in 0.. {
        if written >= LARGE {
            break;
        }
        let from = if line % ONE_IS_BROKEN == 0 {
            &broken
        } else {
            &corpus
        };
        let text = &from.texts[rng.usize(..from.texts.len())];
        file.write_all(text)?;
        file.write_all(b"\n")?;
        written += text.len() + 1;
    }
    file.flush()
}

fn small(carnet: &Path, path: &Path) -> io::Result<Vec<Limit>> {
    std::fs::write(path, &Corpus::revnue().texts[0])?;
    let file = path.to_str().unwrap_or_default();
    let programs = [
        Program {
            path: Path::new("true"),
            arguments: Vec::new(),
            status: 0,
        },
        lint(carnet, file, &[], 0),
    ];
    let took = race(&programs, ROUNDS[1])?;
    let [nothing, lint] = &took[..] else {
        return Ok(Vec::new());
    };
    let more = |what, of: fn(&Took) -> f64| Limit {
        what,
        measured: of(lint) - of(nothing),
        unit: "ms more than true",
        most: 6.0,
    };
    Ok(vec![
        more("one small file, on the wall", |took| took.wall),
        more("one small file, CPU time", |took| took.cpu),
    ])
}

/// Limits as a table.
pub(crate) fn table(Limits(limits): &Limits) -> Table {
    let mut table = Table::new(&["carnet lint", "measured", "of what", "at most", ""]);
    for limit in limits {
        table.row([
            limit.what.to_owned(),
            format!("{:.1}", limit.measured),
            limit.unit.to_owned(),
            format!("{:.0}", limit.most),
            if limit.is_kept() { "met" } else { "MISSED" }.to_owned(),
        ]);
    }
    table
}
