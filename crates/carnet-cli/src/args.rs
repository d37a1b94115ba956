//! The command line.

mod format;
mod init;
mod shell;

pub(crate) use format::{Destination, Format, ListFormat};
pub(crate) use init::InitArgs;
pub(crate) use shell::{CompletionsArgs, ManArgs};

use crate::complaint::Complaint;
use crate::diff::DiffArgs;
use crate::levels::{Levels, Subject};
use carnet_core::{Artifact, Contract, Level, Profile, Severity};
use carnet_validate::Choice;
use clap::{ArgMatches, Args, Parser, Subcommand, ValueEnum};
use std::num::NonZeroUsize;
use std::path::PathBuf;

/// Checks payloads against the documented contracts of vendor APIs, and explains them.
#[derive(Debug, Parser)]
#[command(
    name = "carnet",
    version,
    arg_required_else_help = true,
    after_help = "Exit codes: 0 no errors, 1 findings of severity error, 2 usage or \
                  configuration, 3 input or output"
)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
#[allow(
    clippy::large_enum_variant,
    reason = "there is one, for as long as the run"
)]
pub(crate) enum Command {
    Lint(Box<LintArgs>),
    Explain(ExplainArgs),
    Operations(OperationsArgs),
    Schema(SchemaArgs),
    Encode(EncodeArgs),
    Diff(DiffArgs),
    Init(InitArgs),
    Completions(CompletionsArgs),
    Man(ManArgs),
}

/// Check payloads and report every finding with its place, its source and its remedy.
///
/// Which operation a file belongs to is said by --operation, or by the nearest carnet.toml in the
/// file's folder or above it. What the command line says goes before what carnet.toml says, key by
/// key.
///
/// In a folder those files are checked that carnet.toml names; with --operation, *.json files too,
/// or *.url and *.txt where a request is a URL, *.form and *.txt where it is a form. Hidden files and files that .gitignore names are skipped, symbolic links are not followed.
#[derive(Debug, Args)]
#[command(after_help = LINT_EXAMPLES)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "a flag of the command line is a bool"
)]
pub(crate) struct LintArgs {
    /// Files, folders and patterns such as `payloads/**/*.json`; `-` is standard input and needs
    /// --operation, --recorded or --stdin-filename.
    #[arg(required = true, value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// The operation that the payloads belong to; `carnet operations` lists them.
    #[arg(long, value_name = "ID")]
    pub(crate) operation: Option<String>,
    /// A JSON Schema of your own (drafts 4 to 2020-12) that the payloads are checked against instead
    /// of an operation. What it refers to is read from files beside it; see --allow-net.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["operation", "artifact", "context"])]
    pub(crate) schema: Option<PathBuf>,
    /// Let schemas refer to documents of the network: what is not beside a schema is asked of its
    /// `http` or `https` URL. Only in a build with the feature `net`.
    #[arg(long)]
    pub(crate) allow_net: bool,
    /// The part of the call that the payloads are [default: request-body, or request-url where the
    /// operation takes parameters].
    #[arg(long, value_enum)]
    pub(crate) artifact: Option<ArtifactName>,
    /// The reading of the vendor's pages: for what you write, or for what you already send
    /// [default: strict].
    #[arg(long, value_enum)]
    pub(crate) profile: Option<ProfileName>,
    /// What is known besides the payload: `http_status`, `url`, `method`, `template_field_types`;
    /// a JSON file, or the JSON itself: `{"http_status": 400}`.
    #[arg(long, value_name = "FILE|JSON")]
    pub(crate) context: Option<PathBuf>,
    /// How findings are written, and into which file; may be repeated, at most once without a
    /// file [default: human]. On GitHub Actions, `github` is added by itself.
    #[arg(long = "format", value_name = "FORMAT[=FILE]", value_parser = format::DestinationParser)]
    pub(crate) formats: Vec<Destination>,
    /// Show this many findings of the run; the others are counted all the same.
    #[arg(long, value_name = "N")]
    pub(crate) max_findings: Option<usize>,
    /// Show only what fails a payload: no other findings, no summary for people, no progress bar.
    #[arg(long, short)]
    pub(crate) quiet: bool,
    /// Take every line for a JSON text of its own, whatever the file is called: *.ndjson and
    /// *.jsonl are anyway.
    #[arg(long)]
    pub(crate) ndjson: bool,
    /// Take the files for recorded calls in this format: `urls`, `curl`, `http`, `message`, `har`.
    /// Without it the names tell: *.har, *.http, *.rest, *.curl, *.sh, *.msg, *.urls and more.
    /// Operations are recognised where --operation does not name one.
    #[arg(long, value_name = "FORMAT", conflicts_with_all = ["artifact", "schema", "ndjson"])]
    pub(crate) recorded: Option<carnet_record::Format>,
    /// The file that standard input stands for: its name decides the configuration and the format.
    #[arg(long, value_name = "NAME")]
    pub(crate) stdin_filename: Option<PathBuf>,
    /// The most bytes of a text that are read, decompressed: of a file, or of a line where every
    /// line is a text; with K, M or G for powers of 1024.
    #[arg(long, value_name = "SIZE", default_value = "512M", value_parser = size)]
    pub(crate) max_size: usize,
    /// How many texts are checked at once [default: as many as there are processors].
    #[arg(long, value_name = "N")]
    pub(crate) jobs: Option<NonZeroUsize>,
    /// Findings of a rule or a discrepancy, or at a place, are errors; `warnings`: all warnings
    /// fail; `stale`: so do entries of the baseline that nothing is found of. Repeatable, as
    /// --warn and --allow. A place goes before a discrepancy, and that before a rule; of several
    /// about the same the last one counts.
    #[arg(long, value_name = "WHAT")]
    pub(crate) deny: Vec<String>,
    /// Findings of a rule or a discrepancy, or at a place, are warnings.
    #[arg(long, value_name = "WHAT")]
    pub(crate) warn: Vec<String>,
    /// Findings of a rule or a discrepancy, or at a place, are left out.
    #[arg(long, value_name = "WHAT")]
    pub(crate) allow: Vec<String>,
    /// Let findings pass that this file knows, and tell of those in it that are none any more.
    #[arg(long, value_name = "FILE")]
    pub(crate) baseline: Option<PathBuf>,
    /// Write everything that is found into this file, and let it pass.
    #[arg(long, value_name = "FILE", conflicts_with = "baseline")]
    pub(crate) write_baseline: Option<PathBuf>,
    /// Fix what is certain, in the files; `carnet explain RULE` says what that is. The fixed text of
    /// standard input goes to standard output, and the findings to standard error. Compressed files
    /// and recorded calls are left as they are.
    #[arg(long)]
    pub(crate) fix: bool,
    /// Print what --fix would change and nothing else; fails where it would change something.
    #[arg(long)]
    pub(crate) diff: bool,
    /// Check again whenever a file that is checked, a context, a schema or a carnet.toml changes;
    /// ends with Ctrl-C, or when standard input is closed.
    #[arg(long)]
    pub(crate) watch: bool,
    /// What --deny, --warn and --allow say, in their order.
    #[arg(skip)]
    pub(crate) chosen: Vec<(Level, String)>,
}

/// What `--deny` fails besides findings.
pub(crate) const WARNINGS: &str = "warnings";
/// What `--deny` fails of a baseline.
pub(crate) const STALE: &str = "stale";

impl LintArgs {
    /// Whether `--deny` says this word.
    pub(crate) fn denies(&self, word: &str) -> bool {
        self.deny.iter().any(|said| said == word)
    }

    /// What fails a payload besides errors.
    pub(crate) fn denied(&self) -> Option<Deny> {
        self.denies(WARNINGS).then_some(Deny::Warnings)
    }

    /// The levels that the command line chooses.
    ///
    /// # Errors
    /// The first subject that does not exist.
    pub(crate) fn levels(&self, catalog: &[&'static Contract]) -> Result<Levels, Complaint> {
        let mut levels = Levels::default();
        let subjects = self.chosen.iter().filter(|(level, word)| {
            *level != Level::Error || !matches!(word.as_str(), WARNINGS | STALE)
        });
        for (level, word) in subjects {
            levels.set(Subject::parse(catalog, word)?, Choice::Level(*level));
        }
        Ok(levels)
    }

    /// Notes in which order the levels were chosen.
    pub(crate) fn order(&mut self, matches: &ArgMatches) {
        let mut all: Vec<(usize, Level, String)> = Vec::new();
        for (name, level, words) in [
            ("deny", Level::Error, &self.deny),
            ("warn", Level::Warning, &self.warn),
            ("allow", Level::Allow, &self.allow),
        ] {
            let places = matches.indices_of(name).into_iter().flatten();
            all.extend(
                places
                    .zip(words)
                    .map(|(at, word)| (at, level, word.clone())),
            );
        }
        all.sort_by_key(|(at, ..)| *at);
        self.chosen = all
            .into_iter()
            .map(|(_, level, word)| (level, word))
            .collect();
    }
}

/// Reads `4096`, `64K`, `512M` or `1G`.
fn size(text: &str) -> Result<usize, &'static str> {
    let (digits, unit) = match text.char_indices().next_back() {
        Some((at, unit)) if unit.is_ascii_alphabetic() => (&text[..at], unit),
        _ => (text, ' '),
    };
    let shift = match unit.to_ascii_uppercase() {
        ' ' => 0,
        'K' => 10,
        'M' => 20,
        'G' => 30,
        _ => return Err("write a number of bytes, or one with K, M or G behind it"),
    };
    let number: usize = digits
        .parse()
        .map_err(|_| "write a number of bytes, or one with K, M or G behind it")?;
    number
        .checked_mul(1 << shift)
        .ok_or("that is more than a machine has")
}

const LINT_EXAMPLES: &str = "\
Examples:
  carnet lint payloads/
  carnet lint --operation revnue.customer.create customer.json
  carnet lint --operation revnue.customer.create --artifact reply-body --format json - < reply.json
  carnet lint --operation apptivo.customer.create request.url
  carnet lint session.har requests.http
  carnet lint --recorded curl - < copied-from-the-browser
  carnet lint --schema person.schema.json people/
  carnet lint --allow-net --schema https-refs.schema.json people/
  carnet lint --profile lenient --deny warnings payloads/
  carnet lint --operation revnue.customer.create export.ndjson.gz
  carnet lint --allow RV-01 --deny max-length --warn '/template/**' payloads/
  carnet lint --watch payloads/
  carnet lint --write-baseline known.json payloads/ && carnet lint --baseline known.json payloads/
  carnet lint --format human --format sarif=carnet.sarif payloads/
  carnet lint --quiet --format junit=report.xml --format gitlab=quality.json payloads/
  carnet lint --format ndjson payloads/ | jq -r .rule | sort | uniq -c
  carnet lint --diff payloads/
  carnet lint --fix payloads/

A carnet.toml:
  [[files]]
  glob = \"revnue/*.request.json\"
  operation = \"revnue.customer.create\"
  [discrepancies]
  RV-01 = \"warning\"
  RV-11 = \"other-reading\"

A context file:
  { \"http_status\": 400, \"template_field_types\": { \"2042\": \"money\" } }
  { \"method\": \"POST\", \"url\": \"https://api.example.com/customers\" }

Exit codes: 0 no errors, 1 findings of severity error (or warnings, when denied),
2 usage or configuration, 3 a file or folder cannot be read or written (the others are still
checked)";

/// Print what is known about a rule, a discrepancy or an operation.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  carnet explain max-length
  carnet explain RV-01
  carnet explain revnue.customer.create")]
pub(crate) struct ExplainArgs {
    /// The id of a rule (max-length), a discrepancy (RV-01) or an operation.
    #[arg(value_name = "RULE|DISCREPANCY|OPERATION")]
    pub(crate) subject: String,
}

/// List the operations, or the discrepancies of their vendors' pages.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  carnet operations
  carnet operations --discrepancies")]
pub(crate) struct OperationsArgs {
    /// List the discrepancies instead: id, levels, kind, what strict takes.
    #[arg(long)]
    pub(crate) discrepancies: bool,
    /// How they are written.
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: ListFormat,
}

/// Print the JSON Schema (2020-12) of an operation, under the strict profile.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  carnet schema revnue.customer.create
  carnet schema revnue.customer.create response > customer.response.schema.json")]
pub(crate) struct SchemaArgs {
    /// The id of the operation.
    pub(crate) operation: String,
    /// What is sent, or what comes back.
    #[arg(value_enum, default_value_t)]
    pub(crate) side: SideName,
}

/// Read a JSON value from standard input and print the HTTP request that carries it.
///
/// Nothing is sent. Where the operation takes parameters, the value is one object of them. What the
/// contract does not accept is refused with all findings. Credentials are placeholders unless
/// --credential names them; they are never shown.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  carnet encode revnue.customer.create < customer.json
  carnet encode revnue.customer.create --base https://api.example.com < customer.json
  carnet encode apptivo.customer.create --form < parameters.json
  carnet encode apptivo.customer.create --credential apiKey=API_KEY < parameters.json")]
pub(crate) struct EncodeArgs {
    /// The id of the operation.
    pub(crate) operation: String,
    /// What the vendor's URL leaves to the account: scheme and host.
    #[arg(long, value_name = "URL")]
    pub(crate) base: Option<String>,
    /// Put parameters into a form body instead of the URL.
    #[arg(long)]
    pub(crate) form: bool,
    /// Take a credential from an environment variable, by the name that the vendor gives it;
    /// `Authorization` for the one in the header. May be repeated.
    #[arg(long = "credential", value_name = "NAME=VARIABLE", value_parser = name_and_variable)]
    pub(crate) credentials: Vec<(String, String)>,
    /// The reading of the vendor's pages [default: strict].
    #[arg(long, value_enum)]
    pub(crate) profile: Option<ProfileName>,
}

fn name_and_variable(text: &str) -> Result<(String, String), &'static str> {
    match text.split_once('=') {
        Some((name, variable)) if !name.is_empty() && !variable.is_empty() => {
            Ok((name.to_owned(), variable.to_owned()))
        }
        _ => Err("write a credential's name, `=`, and the name of an environment variable"),
    }
}

/// What fails a payload besides errors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Deny {
    /// Findings of severity warning.
    Warnings,
}

/// Whether a finding of this severity fails a payload.
pub(crate) fn fails(severity: Severity, deny: Option<Deny>) -> bool {
    match severity {
        Severity::Error => true,
        Severity::Warning => deny == Some(Deny::Warnings),
        Severity::Info => false,
    }
}

/// A side of a call.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum SideName {
    /// What is sent.
    #[default]
    Request,
    /// What comes back.
    Response,
}

macro_rules! names {
    ($(#[$doc:meta])* $name:ident of $target:ident { $($(#[$variant_doc:meta])* $variant:ident,)* }) => {
        $(#[$doc])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, ValueEnum, serde::Deserialize, schemars::JsonSchema,
        )]
        #[serde(rename_all = "kebab-case")]
        pub(crate) enum $name {
            $($(#[$variant_doc])* $variant,)*
        }

        impl From<$name> for $target {
            fn from(name: $name) -> Self {
                match name { $($name::$variant => Self::$variant,)* }
            }
        }
    };
}

names! {
    /// The reading of the vendor's pages under which a payload is judged.
    ProfileName of Profile {
        /// What a careful author writes.
        Strict,
        /// What a CI gate over payloads that already exist lets pass.
        Lenient,
    }
}

names! {
    /// The part of a call that a payload is.
    ArtifactName of Artifact {
        /// The JSON body that is sent.
        RequestBody,
        /// The URL that is called, with its query: one in a file.
        RequestUrl,
        /// The body that is sent, where it is a form.
        RequestForm,
        /// The body that comes back.
        ReplyBody,
    }
}

/// What is done about a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum LevelName {
    /// It is left out.
    Allow,
    /// It is worth knowing.
    Info,
    /// It fails nothing, unless warnings are denied.
    Warning,
    /// It fails the payload.
    Error,
}

impl From<LevelName> for Choice {
    fn from(name: LevelName) -> Self {
        Self::Level(match name {
            LevelName::Allow => Level::Allow,
            LevelName::Info => Level::Info,
            LevelName::Warning => Level::Warning,
            LevelName::Error => Level::Error,
        })
    }
}

/// What is done about a payload that follows the reading which the contracts did not take.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum ChoiceName {
    /// Nothing: both readings are accepted.
    Allow,
    /// A finding worth knowing.
    Info,
    /// A finding that fails nothing, unless warnings are denied.
    Warning,
    /// A finding that fails the payload.
    Error,
    /// Nothing, since that reading is in force instead: where a value has one of two types or
    /// formats, the documented one is the finding.
    OtherReading,
}

impl From<ChoiceName> for Choice {
    fn from(name: ChoiceName) -> Self {
        match name {
            ChoiceName::Allow => Self::Level(Level::Allow),
            ChoiceName::Info => Self::Level(Level::Info),
            ChoiceName::Warning => Self::Level(Level::Warning),
            ChoiceName::Error => Self::Level(Level::Error),
            ChoiceName::OtherReading => Self::OtherReading,
        }
    }
}
