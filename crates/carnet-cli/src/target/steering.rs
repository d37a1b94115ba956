//! The configuration and context files of a run, each read once.

use super::{absolute, unread};
use crate::Network;
use crate::against::OwnSchema;
use crate::complaint::Complaint;
use crate::config::{Config, FILE_NAME};
use crate::context;
use carnet_core::Contract;
use carnet_validate::Context;
use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;

/// The configuration and context files of a run.
pub(super) struct Steering<'a> {
    catalog: &'a [&'static Contract],
    by_folder: BTreeMap<PathBuf, Found>,
    contexts: BTreeMap<PathBuf, Rc<Context>>,
    /// What schemas may ask.
    network: Option<Network>,
    /// `None` where one is wrong, which is told already.
    schemas: BTreeMap<PathBuf, Option<Arc<OwnSchema>>>,
    /// What is wrong with them.
    pub(super) complaints: Vec<Complaint>,
}

/// What was found upwards from a folder.
#[derive(Clone)]
pub(super) enum Found {
    Nothing,
    /// The complaint about it is made already.
    Broken,
    Config(Rc<Config>),
}

impl Found {
    pub(super) fn config(&self) -> Option<&Config> {
        match self {
            Self::Config(config) => Some(config),
            Self::Nothing | Self::Broken => None,
        }
    }

    pub(super) const fn is_broken(&self) -> bool {
        matches!(self, Self::Broken)
    }
}

impl<'a> Steering<'a> {
    pub(super) const fn new(catalog: &'a [&'static Contract], network: Option<Network>) -> Self {
        Self {
            catalog,
            by_folder: BTreeMap::new(),
            contexts: BTreeMap::new(),
            network,
            schemas: BTreeMap::new(),
            complaints: Vec::new(),
        }
    }

    /// The nearest `carnet.toml` in or above a folder, given by its absolute path.
    pub(super) fn config(&mut self, folder: &Path) -> Found {
        let mut on_the_way = Vec::new();
        let mut found = Found::Nothing;
        for folder in folder.ancestors() {
            if let Some(known) = self.by_folder.get(folder) {
                found = known.clone();
                break;
            }
            on_the_way.push(folder);
            if let Some(read) = self.read_config(folder) {
                found = read;
                break;
            }
        }
        for folder in on_the_way {
            self.by_folder.insert(folder.to_owned(), found.clone());
        }
        found
    }

    /// `None` where the folder has none.
    fn read_config(&mut self, folder: &Path) -> Option<Found> {
        let path = folder.join(FILE_NAME);
        let shown = shown(&path);
        let complaints = match fs::read(&path) {
            Ok(text) => match Config::parse(self.catalog, folder, shown, &text) {
                Ok(config) => return Some(Found::Config(Rc::new(config))),
                Err(complaints) => complaints,
            },
            Err(error) if error.kind() == ErrorKind::NotFound => return None,
            Err(error) => vec![unread(shown, &error)],
        };
        self.complaints.extend(complaints);
        Some(Found::Broken)
    }

    /// The context files and the schemas that were asked for.
    pub(super) fn files(&self) -> impl Iterator<Item = &Path> {
        let contexts = self.contexts.keys();
        contexts.chain(self.schemas.keys()).map(PathBuf::as_path)
    }

    /// The context that the command line spells out; an empty one where it is wrong, with a
    /// complaint.
    pub(super) fn inline_context(&mut self, text: &[u8]) -> Rc<Context> {
        let complain = |message| Complaint::usage(format!("--context: {message}"));
        let read = context::inline(self.catalog, text, complain);
        Rc::new(read.unwrap_or_else(|complaints| {
            self.complaints.extend(complaints);
            Context::default()
        }))
    }

    /// A context file; an empty context where it is wrong, with a complaint.
    pub(super) fn context(&mut self, path: &Path) -> Rc<Context> {
        if let Some(context) = self.contexts.get(path) {
            return Rc::clone(context);
        }
        let shown = shown(path);
        let read = match fs::read(path) {
            Ok(text) => context::parse(self.catalog, shown, &text),
            Err(error) => Err(vec![unread(shown, &error)]),
        };
        let context = Rc::new(read.unwrap_or_else(|complaints| {
            self.complaints.extend(complaints);
            Context::default()
        }));
        self.contexts.insert(path.to_owned(), Rc::clone(&context));
        context
    }
}

impl Steering<'_> {
    /// A schema; `None` where it is wrong, with a complaint.
    pub(super) fn schema(&mut self, path: &Path) -> Option<Arc<OwnSchema>> {
        if let Some(schema) = self.schemas.get(path) {
            return schema.clone();
        }
        let shown = shown(path);
        let read = absolute(path).and_then(|absolute| Ok((fs::read(path)?, absolute)));
        let read = match read {
            Ok((text, absolute)) => OwnSchema::parse(&absolute, shown, &text, self.network.clone()),
            Err(error) => Err(unread(shown, &error)),
        };
        let schema = match read {
            Ok(schema) => Some(Arc::new(schema)),
            Err(complaint) => {
                self.complaints.push(complaint);
                None
            }
        };
        self.schemas.insert(path.to_owned(), schema.clone());
        schema
    }
}

/// The path as seen from the current folder, where it lies below that.
fn shown(path: &Path) -> &Path {
    let here = std::env::current_dir().and_then(fs::canonicalize);
    here.ok()
        .and_then(|here| path.strip_prefix(here).ok())
        .unwrap_or(path)
}
