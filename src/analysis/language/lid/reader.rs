//! Takes little-endian values off a model's bytes.

use super::ModelError;

/// Takes values off the front of the file.
pub(super) struct Reader<'a> {
    pub(super) bytes: &'a [u8],
}

impl<'a> Reader<'a> {
    pub(super) fn take(
        &mut self,
        count: usize,
        what: &'static str,
    ) -> Result<&'a [u8], ModelError> {
        let (taken, rest) = self
            .bytes
            .split_at_checked(count)
            .ok_or(ModelError::Truncated(what))?;
        self.bytes = rest;
        Ok(taken)
    }

    pub(super) fn array<const N: usize>(
        &mut self,
        what: &'static str,
    ) -> Result<[u8; N], ModelError> {
        let (taken, rest) = self
            .bytes
            .split_first_chunk::<N>()
            .ok_or(ModelError::Truncated(what))?;
        self.bytes = rest;
        Ok(*taken)
    }

    pub(super) fn flag(&mut self, what: &'static str) -> Result<bool, ModelError> {
        match self.array(what)? {
            [0] => Ok(false),
            [1] => Ok(true),
            _ => Err(ModelError::Damaged(what)),
        }
    }

    pub(super) fn i32(&mut self, what: &'static str) -> Result<i32, ModelError> {
        Ok(i32::from_le_bytes(self.array(what)?))
    }

    pub(super) fn i64(&mut self, what: &'static str) -> Result<i64, ModelError> {
        Ok(i64::from_le_bytes(self.array(what)?))
    }

    pub(super) fn length32(&mut self, what: &'static str) -> Result<usize, ModelError> {
        usize::try_from(self.i32(what)?).map_err(|_| ModelError::Damaged(what))
    }

    pub(super) fn length64(&mut self, what: &'static str) -> Result<usize, ModelError> {
        usize::try_from(self.i64(what)?).map_err(|_| ModelError::Damaged(what))
    }

    /// Bytes up to a NUL, which is taken too.
    pub(super) fn string(&mut self, what: &'static str) -> Result<&'a [u8], ModelError> {
        let end = self
            .bytes
            .iter()
            .position(|&b| b == 0)
            .ok_or(ModelError::Truncated(what))?;
        let string = self.take(end, what)?;
        self.take(1, what)?;
        Ok(string)
    }

    pub(super) fn floats(
        &mut self,
        count: usize,
        what: &'static str,
    ) -> Result<Vec<f32>, ModelError> {
        let bytes = count.checked_mul(4).ok_or(ModelError::Damaged(what))?;
        let (floats, _) = self.take(bytes, what)?.as_chunks::<4>();
        Ok(floats.iter().map(|&b| f32::from_le_bytes(b)).collect())
    }
}
