//! One run of the command and what it wrote.

use crate::acme::CATALOG;
use carnet_cli::{Environment, Exit, Streams, Style, run};

/// What a run wrote, and how it ended.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) exit: Exit,
    pub(crate) output: String,
    pub(crate) errors: String,
}

impl Ran {
    /// The output as JSON.
    #[track_caller]
    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.output).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    /// The last line of the output.
    pub(crate) fn summary(&self) -> &str {
        self.output.lines().last().unwrap_or_default()
    }

    /// Asserts how the run ended and that it said this.
    #[track_caller]
    pub(crate) fn complains(&self, exit: Exit, said: &[&str]) {
        assert_eq!(self.exit, exit, "{self:?}");
        for said in said {
            assert!(
                self.errors.contains(said),
                "`{said}` is not in\n{}",
                self.errors
            );
        }
    }
}

/// Runs `carnet` with these arguments and nothing to read.
pub(crate) fn carnet(args: &[&str]) -> Ran {
    carnet_reading(args, b"")
}

/// Runs `carnet` with these arguments and this to read.
pub(crate) fn carnet_reading(args: &[&str], mut input: &[u8]) -> Ran {
    carnet_styled(args, &mut input, Style::PLAIN)
}

/// Runs `carnet` in this style.
pub(crate) fn carnet_styled(args: &[&str], input: &mut &[u8], style: Style) -> Ran {
    carnet_in(args, input, style, Environment::default())
}

/// Runs `carnet` in this style and these surroundings.
pub(crate) fn carnet_in(
    args: &[&str],
    input: &mut &[u8],
    style: Style,
    environment: Environment<'_>,
) -> Ran {
    let (mut output, mut errors) = (Vec::new(), Vec::new());
    let streams = Streams {
        input,
        output: &mut output,
        errors: &mut errors,
        style,
        environment,
    };
    let exit = run(CATALOG, [&["carnet"], args].concat(), streams);
    Ran {
        exit,
        output: String::from_utf8(output).unwrap(),
        errors: String::from_utf8(errors).unwrap(),
    }
}
