//! A table in Markdown, its columns aligned for whoever reads the text.

use std::fmt;

/// A table.
pub(crate) struct Table {
    rows: Vec<Vec<String>>,
}

impl Table {
    /// A table with these headings.
    pub(crate) fn new(headings: &[&str]) -> Self {
        let headings = headings.iter().map(ToString::to_string);
        Self {
            rows: vec![headings.collect()],
        }
    }

    /// Adds a row, as many cells as there are headings.
    pub(crate) fn row<const CELLS: usize>(&mut self, cells: [String; CELLS]) {
        self.rows.push(cells.into());
    }

    fn widths(&self) -> Vec<usize> {
        let width = |column: usize| {
            let cells = self.rows.iter().map(|row| row[column].chars().count());
            cells.max().unwrap_or(0).max(3)
        };
        (0..self.rows[0].len()).map(width).collect()
    }
}

/// Figures stand at the right of their column.
fn is_figure(cell: &str) -> bool {
    cell.starts_with(|first: char| first.is_ascii_digit())
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let widths = self.widths();
        let figures: Vec<_> = (0..widths.len())
            .map(|column| self.rows.iter().skip(1).all(|row| is_figure(&row[column])))
            .collect();
        for (number, row) in self.rows.iter().enumerate() {
            for ((cell, width), figure) in row.iter().zip(&widths).zip(&figures) {
                if *figure {
                    write!(f, "| {cell:>width$} ")?;
                } else {
                    write!(f, "| {cell:<width$} ")?;
                }
            }
            f.write_str("|\n")?;
            if number == 0 {
                for (width, figure) in widths.iter().zip(&figures) {
                    let (dashes, end) = ("-".repeat(width + 1), if *figure { ":" } else { "-" });
                    write!(f, "|{dashes}{end}")?;
                }
                f.write_str("|\n")?;
            }
        }
        Ok(())
    }
}
