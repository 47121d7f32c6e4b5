//! The command line: arguments and the batch commands, one file each.

pub mod detect;
