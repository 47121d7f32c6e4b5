//! Which language a text is in.
//!
//! The script decides first: one with a single main language decides alone, any
//! other leaves the languages written in it. Among those the fastText model
//! `assets/langid/lid.176.ftz` chooses, on the title and the first thousand
//! characters of the body without lines of other scripts. What the model
//! cannot know (languages it was not trained on) and what it is weak at (close
//! relatives) is settled by evidence that a person can read: letters and
//! frequent words.

mod classify;
mod detect;
mod display_names;
mod evidence;
mod han;
mod language_set;
pub mod lid;
mod names;
pub mod script;
mod table;

pub use detect::{Detection, Detector};
pub use names::KnownLanguages;
pub use table::{
    LanguageInfo, ScriptInfo, info, languages, normalise, script_direction, script_info,
};
