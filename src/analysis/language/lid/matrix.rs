//! The matrices of a model.

use super::ModelError;
use super::reader::Reader;

/// Centroids of one sub-quantiser: a code is one byte.
const CENTROIDS: usize = 256;

/// A matrix whose rows are codes of a product quantiser, with the norms of the
/// rows quantised apart.
pub(super) struct QuantisedMatrix<'a> {
    pub(super) rows: usize,
    codes: &'a [u8],
    codes_per_row: usize,
    part: usize,
    /// For each part of a row its 256 centroids, part after part.
    centroids: Vec<f32>,
    norms: Option<(&'a [u8], Vec<f32>)>,
}

impl<'a> QuantisedMatrix<'a> {
    pub(super) fn read(reader: &mut Reader<'a>, dimensions: usize) -> Result<Self, ModelError> {
        let has_norms = reader.flag("input matrix")?;
        let rows = reader.length64("input matrix")?;
        let columns = reader.length64("input matrix")?;
        let code_bytes = reader.length32("input matrix")?;
        let codes = reader.take(code_bytes, "input matrix")?;
        let (codes_per_row, part, centroids) = read_quantiser(reader, dimensions)?;
        if columns != dimensions || rows.checked_mul(codes_per_row) != Some(codes.len()) {
            return Err(ModelError::Damaged("input matrix size"));
        }
        let norms = if has_norms {
            let codes = reader.take(rows, "norms")?;
            let (_, _, norms) = read_quantiser(reader, 1)?;
            Some((codes, norms))
        } else {
            None
        };
        Ok(Self {
            rows,
            codes,
            codes_per_row,
            part,
            centroids,
            norms,
        })
    }

    pub(super) fn add_row(&self, row: usize, sum: &mut [f32]) {
        let start = row * self.codes_per_row;
        let codes = self
            .codes
            .get(start..start + self.codes_per_row)
            .unwrap_or_default();
        let norm = self.norms.as_ref().map_or(1.0, |(codes, norms)| {
            let code = codes.get(row).copied().unwrap_or_default();
            norms.get(usize::from(code)).copied().unwrap_or(1.0)
        });
        let tables = self.centroids.chunks_exact(self.part * CENTROIDS);
        for ((table, &code), part) in tables.zip(codes).zip(sum.chunks_exact_mut(self.part)) {
            let start = usize::from(code) * self.part;
            let centroid = table.get(start..start + self.part).unwrap_or_default();
            for (value, &c) in part.iter_mut().zip(centroid) {
                *value += norm * c;
            }
        }
    }
}

/// Reads a product quantiser: codes per row, length of a part, centroids.
fn read_quantiser(
    reader: &mut Reader<'_>,
    dimensions: usize,
) -> Result<(usize, usize, Vec<f32>), ModelError> {
    let columns = reader.length32("quantiser")?;
    let parts = reader.length32("quantiser")?;
    let part = reader.length32("quantiser")?;
    let last_part = reader.length32("quantiser")?;
    if columns != dimensions || parts.checked_mul(part) != Some(dimensions) || part != last_part {
        return Err(ModelError::Unsupported("rows in parts of unequal length"));
    }
    Ok((
        parts,
        part,
        reader.floats(columns * CENTROIDS, "quantiser")?,
    ))
}

pub(super) fn read_output(
    reader: &mut Reader<'_>,
    labels: usize,
    dimensions: usize,
) -> Result<Vec<f32>, ModelError> {
    let rows = reader.length64("output matrix")?;
    let columns = reader.length64("output matrix")?;
    if rows != labels || columns != dimensions {
        return Err(ModelError::Damaged("output matrix size"));
    }
    reader.floats(rows * columns, "output matrix")
}
