//! The request files of editors: `.http`, `.rest` (REST Client in VS Code, HTTP client of `JetBrains`).

mod block;
mod request;
mod variable;

use crate::recording::{Collector, lines};
use block::Block;
use variable::Variables;

pub(crate) fn read(start: usize, out: &mut Collector<'_>) {
    let blocks = blocks(start, out.file);
    // A variable holds in the whole file, wherever it is defined.
    let mut variables = Variables::new(out.file);
    for block in &blocks {
        for definition in &block.definitions {
            variables.define(definition.clone(), out);
        }
    }
    for block in &blocks {
        request::read(block, &mut variables, out);
    }
    out.leave();
}

/// The requests of a file, parted by lines that begin with `###`.
fn blocks(start: usize, file: &[u8]) -> Vec<Block> {
    let mut found = Vec::new();
    let mut begin = start;
    let mut title = start..start;
    for line in lines(file, start..file.len()) {
        if !file[line.clone()].starts_with(b"###") {
            continue;
        }
        found.push(Block::read(file, title, begin..line.start));
        let hashes = file[line.clone()].iter().take_while(|&&byte| byte == b'#');
        title = line.start + hashes.count()..line.end;
        begin = line.end;
    }
    found.push(Block::read(file, title, begin..file.len()));
    found
}
