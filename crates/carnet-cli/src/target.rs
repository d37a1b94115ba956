//! Which files a run checks, and as what: the command line and `carnet.toml` together.

mod form;
mod pattern;
mod steering;

use crate::Exit;
use crate::against::Against;
use crate::args::LintArgs;
use crate::catalog;
use crate::complaint::{Complaint, Stop};
use crate::config::{Config, Entry, Known, Named};
use crate::input::Compression;
use crate::levels::Levels;
use crate::walk;
use crate::{Environment, Network};
use carnet_core::{Artifact, Contract, Profile};
use carnet_validate::{Context, Settings};
pub(crate) use form::Form;
pub(crate) use pattern::Pattern;
use std::collections::BTreeSet;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;
use steering::Steering;

/// One file, or standard input, to check.
#[derive(Debug)]
pub(crate) struct Target {
    pub(crate) text: Text,
    pub(crate) compression: Compression,
    pub(crate) form: Form,
    pub(crate) against: Against,
    pub(crate) artifact: Artifact,
    pub(crate) settings: Settings,
    /// The levels of places, which are for what was found.
    pub(crate) levels: Levels,
}

/// Where a text comes from.
#[derive(Debug)]
pub(crate) enum Text {
    /// Standard input.
    Input,
    /// A file.
    File(PathBuf),
}

impl Text {
    /// What it is called in output.
    pub(crate) fn path(&self) -> &Path {
        match self {
            Self::Input => Path::new("-"),
            Self::File(path) => path,
        }
    }
}

/// What a run checks, and what of it is out of reach.
#[derive(Debug, Default)]
pub(crate) struct Plan {
    pub(crate) targets: Vec<Target>,
    /// Files and folders that cannot be read; the rest is checked all the same.
    pub(crate) unread: Vec<Complaint>,
    /// The context files and the schemas that were read.
    pub(crate) beside: Vec<PathBuf>,
}

impl Plan {
    /// The profile that judges every text; `None` where there are several, or no text.
    pub(crate) fn profile(&self) -> Option<Profile> {
        let (first, rest) = self.targets.split_first()?;
        let profile = first.settings.profile;
        let same = rest.iter().all(|it| it.settings.profile == profile);
        same.then_some(profile)
    }
}

/// Finds everything that the command line asks for, before anything is checked.
///
/// # Errors
/// All that is wrong with the command line, the configuration and the contexts.
pub(crate) fn plan(
    catalog: &[&'static Contract],
    args: &LintArgs,
    environment: &Environment<'_>,
) -> Result<Plan, Stop> {
    let operation = args.operation.as_deref();
    let operation = operation.map(|id| catalog::find(catalog, id)).transpose()?;
    let mut planner = Planner {
        against: operation.map(Against::Operation),
        args,
        catalog: catalog.into(),
        levels: args.levels(catalog)?,
        steering: Steering::new(catalog, network(args, environment)?),
        plan: Plan::default(),
        wrong: Vec::new(),
        matched: 0,
        seen: BTreeSet::new(),
        context: None,
        own_context: None,
        own_schema: None,
    };
    if let (Some(contract), Some(artifact)) = (operation, args.artifact)
        && let Some(wrong) = catalog::without(contract, artifact.into())
    {
        return Err(Complaint::usage(wrong.message).with_help(wrong.help).into());
    }
    if let Some(context) = &args.context {
        planner.context_option(context);
    }
    if let Some(path) = &args.schema {
        planner.schema_option(path)?;
    }
    for path in &args.paths {
        planner.path(path);
    }
    let Planner {
        steering,
        mut plan,
        mut wrong,
        ..
    } = planner;
    plan.beside = steering.files().map(Path::to_owned).collect();
    wrong.extend(steering.complaints);
    if wrong.is_empty() {
        return Ok(plan);
    }
    wrong.extend(plan.unread);
    Err(Stop::Complaints(wrong))
}

/// The network, where it is allowed.
///
/// # Errors
/// It is allowed, and this build has none.
fn network(args: &LintArgs, environment: &Environment<'_>) -> Result<Option<Network>, Complaint> {
    match (args.allow_net, &environment.network) {
        (false, _) => Ok(None),
        (true, Some(network)) => Ok(Some(Arc::clone(network))),
        (true, None) => Err(Complaint::usage("--allow-net: this build has no network")
            .with_help("install one that has: `cargo install carnet-cli --features net`")),
    }
}

struct Planner<'a> {
    /// What the command line names.
    against: Option<Against>,
    args: &'a LintArgs,
    /// What recorded calls may be.
    catalog: Arc<[&'static Contract]>,
    /// What the command line chooses.
    levels: Levels,
    steering: Steering<'a>,
    plan: Plan,
    /// What keeps the run from starting.
    wrong: Vec<Complaint>,
    /// How many files turned out to be payloads, those already in the plan included.
    matched: usize,
    /// The files already in the plan, by their absolute paths.
    seen: BTreeSet<PathBuf>,
    /// What `--context` says.
    context: Option<Rc<Context>>,
    /// What `--context` names, which is no payload when it turns up in a folder.
    own_context: Option<PathBuf>,
    /// What `--schema` names, which is none either.
    own_schema: Option<PathBuf>,
}

/// Whether a person named a file or a folder that it is in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Chosen {
    Itself,
    ByFolder,
}

impl Planner<'_> {
    /// Reads `--context` even where no file turns up that would need it.
    fn context_option(&mut self, context: &Path) {
        let text = context.as_os_str().as_encoded_bytes();
        self.context = Some(if text.trim_ascii_start().starts_with(b"{") {
            self.steering.inline_context(text)
        } else {
            self.own_context = absolute(context).ok();
            self.steering.context(context)
        });
    }

    /// Reads `--schema`.
    fn schema_option(&mut self, path: &Path) -> Result<(), Stop> {
        self.own_schema = absolute(path).ok();
        match self.steering.schema(path) {
            Some(schema) => self.against = Some(Against::Schema(schema)),
            None => {
                return Err(Stop::Complaints(std::mem::take(
                    &mut self.steering.complaints,
                )));
            }
        }
        Ok(())
    }

    /// What a text is checked against: as the command line says, else as `carnet.toml` does.
    ///
    /// # Errors
    /// When nothing says it, and `complain` tells of that; or when the schema is none, which is told
    /// already.
    fn against(
        &mut self,
        entry: Option<&Entry>,
        name: &Path,
        is_told: bool,
        complain: impl FnOnce() -> Complaint,
    ) -> Result<Against, ()> {
        if let Some(against) = &self.against {
            return Ok(against.clone());
        }
        match entry.map(|entry| &entry.against) {
            Some(Named::Operation(contract)) => Ok(Against::Operation(contract)),
            Some(Named::Schema(path)) => {
                let schema = self.steering.schema(path);
                schema.map(Against::Schema).ok_or(())
            }
            Some(Named::Calls) => Ok(Against::Calls(Arc::clone(&self.catalog))),
            None if self.recorded(name, entry).is_some() => {
                Ok(Against::Calls(Arc::clone(&self.catalog)))
            }
            None => {
                if !is_told {
                    self.wrong.push(complain());
                }
                Err(())
            }
        }
    }

    fn path(&mut self, path: &Path) {
        if path == Path::new("-") {
            return self.input();
        }
        match fs::metadata(path) {
            Ok(kind) if kind.is_dir() => self.folder(path),
            Ok(_) => self.file(path, Chosen::Itself),
            Err(error) if error.kind() == ErrorKind::NotFound => match Pattern::of(path) {
                Some(pattern) => self.pattern(path, &pattern),
                None => self.unread(path, &error),
            },
            Err(error) => self.unread(path, &error),
        }
    }

    /// Every file that a pattern names, where the shell has not replaced it already.
    fn pattern(&mut self, shown: &Path, pattern: &Pattern) {
        let before = (self.matched, self.plan.unread.len());
        let complaints = (self.wrong.len(), self.steering.complaints.len());
        for file in walk::files(&pattern.folder) {
            match file {
                Ok(file) if pattern.glob.is_match(&file) => self.file(&file, Chosen::Itself),
                Ok(_) => {}
                Err(error) => self.unwalked(&error, &pattern.folder),
            }
        }
        let after = (self.matched, self.plan.unread.len());
        if before == after && complaints == (self.wrong.len(), self.steering.complaints.len()) {
            let at = Some(shown.display().to_string());
            let complaint = Complaint::usage("no file has a name like this");
            self.wrong.push(Complaint { at, ..complaint });
        }
    }

    /// Standard input is checked as the file would be that `--stdin-filename` names.
    fn input(&mut self) {
        if !self.seen.insert(PathBuf::from("-")) {
            return;
        }
        let name = self.args.stdin_filename.as_deref();
        let absolute = name.map(|name| absolute(name).unwrap_or_else(|_| name.to_owned()));
        let found = match &absolute {
            Some(absolute) => self.steering.config(absolute.parent().unwrap_or(absolute)),
            None => steering::Found::Nothing,
        };
        let config = found.config();
        let entry = absolute
            .as_deref()
            .and_then(|absolute| config.and_then(|config| config.entry(absolute)));
        let complain = || {
            Complaint::usage("standard input belongs to no operation")
                .with_help("name it: `--operation ID`; `carnet operations` lists them all; or say that calls are recorded in it: `--recorded FORMAT`")
        };
        let Ok(against) = self.against(
            entry,
            name.unwrap_or(Path::new("-")),
            found.is_broken(),
            complain,
        ) else {
            return;
        };
        self.target(
            Text::Input,
            name.unwrap_or(Path::new("-")),
            against,
            entry,
            config,
        );
    }

    fn folder(&mut self, folder: &Path) {
        let before = (self.matched, self.plan.unread.len());
        let complaints = self.steering.complaints.len();
        for file in walk::files(folder) {
            match file {
                Ok(file) => self.file(&file, Chosen::ByFolder),
                Err(error) => self.unwalked(&error, folder),
            }
        }
        let after = (self.matched, self.plan.unread.len());
        if before == after && complaints == self.steering.complaints.len() {
            self.wrong.push(nothing_in(folder, self.usual_names()));
        }
    }

    fn file(&mut self, path: &Path, chosen: Chosen) {
        let absolute = match absolute(path) {
            Ok(absolute) => absolute,
            Err(error) => return self.unread(path, &error),
        };
        let found = self.steering.config(absolute.parent().unwrap_or(&absolute));
        let config = found.config();
        let entry = config.and_then(|config| config.entry(&absolute));
        if chosen == Chosen::ByFolder {
            let is_ours = [&self.own_context, &self.own_schema]
                .into_iter()
                .any(|own| own.as_ref() == Some(&absolute))
                || config.is_some_and(|config| config.names(&absolute));
            if entry.is_none() && (is_ours || !self.is_usual(&absolute)) {
                return;
            }
        }
        let complain = || unknown_operation(path);
        let Ok(against) = self.against(entry, path, found.is_broken(), complain) else {
            return;
        };
        self.matched += 1;
        if !self.seen.insert(absolute) {
            return;
        }
        self.target(Text::File(path.to_owned()), path, against, entry, config);
    }

    /// Adds a text to the plan; `name` tells by its end what it holds.
    fn target(
        &mut self,
        text: Text,
        name: &Path,
        against: Against,
        entry: Option<&Entry>,
        config: Option<&Config>,
    ) {
        let artifact = self.artifact(against.contract(), entry);
        if let Some(wrong) = catalog::without(against.contract(), artifact) {
            let at = Some(text.path().display().to_string());
            let complaint = Complaint::usage(wrong.message).with_help(wrong.help);
            self.wrong.push(Complaint { at, ..complaint });
            return;
        }
        let known = entry.and_then(|entry| entry.context.as_ref());
        let context = match (&self.context, known) {
            (Some(context), _) | (None, Some(Known::Inline(context))) => Rc::clone(context),
            (None, Some(Known::File(path))) => self.steering.context(path),
            (None, None) => Rc::default(),
        };
        let profile = self.args.profile.map(Profile::from);
        let mut levels = config.map(Config::levels).cloned().unwrap_or_default();
        if let Some(entry) = entry {
            levels.extend(&entry.levels);
        }
        levels.extend(&self.levels);
        let (compression, _) = Compression::of(name);
        self.plan.targets.push(Target {
            text,
            compression,
            form: self.form(name, entry),
            against,
            artifact,
            settings: Settings {
                profile: profile
                    .or_else(|| entry.and_then(|entry| entry.profile))
                    .or_else(|| config.and_then(Config::profile))
                    .unwrap_or_default(),
                context: Context::clone(&context),
                overrides: levels.choices().clone(),
                ..Settings::default()
            },
            levels,
        });
    }

    /// What a text is: as somebody says, else the way that the operation's requests go.
    fn artifact(&self, contract: &Contract, entry: Option<&Entry>) -> Artifact {
        let named = self.args.artifact.map(Artifact::from);
        named
            .or_else(|| entry.and_then(|entry| entry.artifact))
            .unwrap_or_else(|| contract.request_artifact())
    }

    fn unread(&mut self, path: &Path, error: &io::Error) {
        self.plan.unread.push(unread(path, error));
    }

    /// Part of a folder that cannot be read.
    fn unwalked(&mut self, error: &ignore::Error, folder: &Path) {
        let path = walk::path_of(error).unwrap_or(folder);
        let complaint = match error.io_error() {
            Some(error) => unread(path, error),
            None => Complaint::unreadable(path, error),
        };
        self.plan.unread.push(complaint);
    }
}

/// A file that cannot be read, with the likeliest remedy.
pub(crate) fn unread(path: &Path, error: &io::Error) -> Complaint {
    let complaint = Complaint::unreadable(path, error);
    match error.kind() {
        ErrorKind::NotFound if path.to_string_lossy().contains("://") => {
            complaint.with_help("that is a URL: save what it leads to, and name the file")
        }
        ErrorKind::NotFound => complaint.with_help("check its spelling and the current folder"),
        ErrorKind::PermissionDenied => complaint.with_help("allow the current user to read it"),
        _ => complaint,
    }
}

/// The folder resolved, so that a `carnet.toml` above it is found; the file's own name as it is.
pub(crate) fn absolute(path: &Path) -> io::Result<PathBuf> {
    let parent = match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    let folder = fs::canonicalize(parent)?;
    Ok(match path.file_name() {
        Some(name) => folder.join(name),
        None => folder,
    })
}

fn unknown_operation(path: &Path) -> Complaint {
    Complaint {
        exit: Exit::Usage,
        at: Some(path.display().to_string()),
        ..Complaint::usage("the file belongs to no operation")
    }
    .with_help("name it with `--operation ID`, or with [[files]] in a carnet.toml beside or above the file")
}

fn nothing_in(folder: &Path, usual_names: &[&str]) -> Complaint {
    let (what, help) = if usual_names.is_empty() {
        (
            "nothing to check: no carnet.toml names a file in it, and no call is recorded there"
                .to_owned(),
            "add [[files]] to a carnet.toml in or above it, or check every file of one operation with `--operation ID`",
        )
    } else {
        let usual = usual_names.join(", no *.");
        (
            format!("nothing to check: no *.{usual}, and no file that a carnet.toml names"),
            "hidden files and files that .gitignore names are skipped; name those one by one",
        )
    };
    Complaint {
        at: Some(folder.display().to_string()),
        ..Complaint::usage(what)
    }
    .with_help(help)
}
