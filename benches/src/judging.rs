//! Bars for judging: from the bytes of a text to a verdict, and to everything that is wrong.

use crate::bar::Bar;
use crate::contest::Contest;
use crate::corpus::Corpus;
use crate::peer::skip;
use crate::work::Work;
use std::hint::black_box;

/// Has somebody judge every text.
fn over(corpus: &Corpus, judge: impl Fn(&[u8]) -> bool) -> impl FnMut() {
    move || {
        for text in &corpus.texts {
            black_box(judge(black_box(text)));
        }
    }
}

/// Bytes to verdict, for texts as their authors write them.
pub(crate) fn verdicts(work: &Work) -> Vec<Bar> {
    let corpus = &work.corpus;
    work.assert_clean(corpus);
    let (pass, jsonschema, boon) = (work.pass(), work.jsonschema(), work.boon());
    let mut contest = Contest::default();
    contest.add("ours", over(corpus, |text| pass.is_clean(text)));
    contest.add("jsonschema", over(corpus, |text| jsonschema.is_valid(text)));
    contest.add("boon", over(corpus, |text| boon.is_valid(text)));
    contest.add("typed", over(corpus, work.is_typed));
    contest.add("ignored", over(corpus, skip::ignored));
    contest.add("lazily", over(corpus, skip::lazily));
    let standings = contest.run(corpus.texts.len());
    let ours = standings.of("ours");
    let coverage = work.coverage(corpus);
    let first = if work.name.starts_with("RevNue") {
        8.0
    } else {
        7.0
    };
    let skipped = standings.of("ignored").min(standings.of("lazily"));
    let peers = [
        ("jsonschema", first, standings.of("jsonschema")),
        ("boon", 10.0, standings.of("boon")),
        ("serde_json, garde", 5.0, standings.of("typed")),
        ("sonic-rs, skipping", 1.0, skipped),
    ];
    let bar = |(against, least, peers)| Bar {
        work: format!("{}, {} bytes", work.name, corpus.mean()),
        against,
        least,
        ours,
        peers,
        coverage,
    };
    peers.into_iter().map(bar).collect()
}

/// Bytes to verdict, for texts that somebody else's program has spelled.
pub(crate) fn spellings(work: &Work) -> Vec<Bar> {
    let shuffled = ("keys shuffled", work.corpus.shuffled());
    let pretty = ("pretty-printed", work.corpus.pretty());
    let bar = |(how, corpus): (&str, Corpus)| {
        work.assert_clean(&corpus);
        let pass = work.pass();
        let mut contest = Contest::default();
        contest.add("ours", over(&corpus, |text| pass.is_clean(text)));
        contest.add("ignored", over(&corpus, skip::ignored));
        contest.add("lazily", over(&corpus, skip::lazily));
        let standings = contest.run(corpus.texts.len());
        Bar {
            work: format!("{}, {how}", work.name),
            against: "sonic-rs, skipping",
            least: 0.8,
            ours: standings.of("ours"),
            peers: standings.of("ignored").min(standings.of("lazily")),
            coverage: work.coverage(&corpus),
        }
    };
    [shuffled, pretty].map(bar).into()
}

/// Bytes to everything that is wrong, with its places.
pub(crate) fn findings(work: &Work) -> Bar {
    let jsonschema = work.jsonschema();
    // A key that is data is beyond what a schema can say.
    let corpus = work.corpus.broken(|text| !jsonschema.is_valid(text));
    work.assert_broken(&corpus);
    let mut contest = Contest::default();
    let lint = |text: &[u8]| black_box(work.lint(text)).passes();
    contest.add("ours", over(&corpus, lint));
    contest.add(
        "jsonschema",
        over(&corpus, |text| jsonschema.errors(text) > 0),
    );
    let standings = contest.run(corpus.texts.len());
    Bar {
        work: format!("{}, invalid, all findings", work.name),
        against: "jsonschema, all errors",
        least: 1.0,
        ours: standings.of("ours"),
        peers: standings.of("jsonschema"),
        coverage: 1.0,
    }
}
