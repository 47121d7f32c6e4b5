//! The program: parse, run, print an error with its hint, exit code.

fn main() {
    println!("nashra {}", env!("CARGO_PKG_VERSION"));
}
