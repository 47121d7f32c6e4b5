//! The character encoding that the environment asks for.

/// The locale that decides on it, and whether it is UTF-8. POSIX: `LC_ALL`, else
/// `LC_CTYPE`, else `LANG`; without one it is `C`, which is ASCII.
pub fn encoding(environment: impl Fn(&str) -> Option<String>) -> (Option<String>, bool) {
    let set = |name: &&str| environment(name).filter(|value| !value.is_empty());
    let name = ["LC_ALL", "LC_CTYPE", "LANG"].iter().find_map(set);
    let encoding = name.as_deref().unwrap_or_default().to_ascii_lowercase();
    let is_utf8 = encoding.contains("utf-8") || encoding.contains("utf8");
    (name, is_utf8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_encoding_is_the_last_part_of_a_locale() {
        let of = |variables: &[(&str, &str)]| {
            encoding(|name| {
                let variable = variables.iter().find(|(known, _)| *known == name);
                variable.map(|(_, value)| (*value).to_owned())
            })
        };
        assert_eq!(of(&[]), (None, false));
        assert!(of(&[("LANG", "ar_EG.UTF-8")]).1);
        assert!(of(&[("LANG", "C"), ("LC_CTYPE", "C.utf8")]).1);
        assert!(!of(&[("LANG", "C.UTF-8"), ("LC_ALL", "de_DE.ISO-8859-1")]).1);
    }
}
