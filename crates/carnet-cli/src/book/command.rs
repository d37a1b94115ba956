//! One page for each command, from the text of its `--help`.

use super::{Chapter, Page, markdown};
use crate::args::Cli;
use clap::CommandFactory;
use std::fmt::Write as _;

/// Characters in a line of help: what a page shows without scrolling.
const WIDTH: usize = 96;

pub(super) fn chapter() -> Chapter {
    let mut command = Cli::command().term_width(WIDTH);
    command.build();
    let whole = command.render_long_help().to_string();
    let mut index = format!(
        "# Commands\n\n{}\n| command | what it does |\n|---|---|\n",
        markdown::block("text", &whole)
    );
    let mut pages = Vec::new();
    for command in command.get_subcommands_mut() {
        let name = command.get_name().to_owned();
        if name == "help" || command.is_hide_set() {
            continue;
        }
        let about = command.get_about().map(ToString::to_string);
        let about = markdown::cell(&about.unwrap_or_default());
        let _ = writeln!(index, "| [carnet {name}](commands/{name}.md) | {about} |");
        let help = command.render_long_help().to_string();
        let text = format!("# carnet {name}\n\n{}", markdown::block("text", &help));
        pages.push(Page {
            title: format!("carnet {name}"),
            ..Page::of("commands", &name, text)
        });
    }
    Chapter {
        index: Page::index("commands", "Commands", index),
        pages,
    }
}
