//! The settings as a file that a person can keep, and as a table for the README.

use std::fmt::Write as _;

use super::{Layers, Setting, Settings, Source};
use crate::config::strings::Strings;

impl Setting {
    /// All that is to say about it, for shells and pages: what it is, what it can be,
    /// and how it is set beside the file.
    #[must_use]
    pub fn about(&self) -> String {
        Strings::for_shells().text(&self.text()).into_owned()
    }

    /// Its line in the file, with a value.
    #[must_use]
    pub fn line(&self, value: &str) -> String {
        let name = self.name;
        if value.parse::<u64>().is_ok() {
            format!("{name} = {value}")
        } else {
            format!("{name} = \"{value}\"")
        }
    }

    /// The value where nobody set it.
    #[must_use]
    pub fn default_value(&self) -> String {
        self.value(&Settings::default())
    }
}

impl Layers {
    /// A file of every setting, each with what it is, what it can be, its default, and
    /// the value in force with where that comes from. What is not the default's stands
    /// there, the rest behind `#`: kept as the file, it gives the same settings again.
    #[must_use]
    pub fn written(&self) -> String {
        let mut file = String::new();
        for setting in Setting::ALL {
            let value = setting.value(&self.settings);
            let source = self.source(setting);
            let mark = if source == Source::Default { "# " } else { "" };
            let ways: Vec<String> = std::iter::once(setting.variable())
                .chain(setting.flag.map(ToOwned::to_owned))
                .collect();
            // Writing to a String cannot fail.
            let _ = write!(
                file,
                "\n# {}\n# can be: {}; default: {}; also: {}\n# now {value}, from {source}\n{mark}{}\n",
                setting.about(),
                setting.values,
                setting.default_value(),
                ways.join(", "),
                setting.line(&value),
            );
        }
        file
    }
}

/// Every setting as a Markdown table.
#[must_use]
pub fn markdown_table() -> String {
    let mut table =
        String::from("| setting | can be | default | what it is | also |\n|---|---|---|---|---|\n");
    for setting in Setting::ALL {
        let flag = setting.flag.map(|flag| format!(", `{flag}`"));
        // Writing to a String cannot fail.
        let _ = writeln!(
            table,
            "| `{}` | {} | {} | {} | `{}`{} |",
            setting.name,
            setting.values,
            setting.default_value(),
            setting.about(),
            setting.variable(),
            flag.unwrap_or_default(),
        );
    }
    table
}
