//! Which other languages' forms count in a text.

/// The languages whose names a language borrows, or shares, in its own script.
pub(super) fn related(language: &str) -> &'static [&'static str] {
    match language {
        "af" | "fy" | "li" => &["nl"],
        "arz" => &["ar"],
        "as" | "bpy" => &["bn"],
        "azb" | "mzn" | "glk" | "lrc" => &["fa"],
        "ba" | "ce" | "cv" | "kk" | "ky" | "mn" | "os" | "sah" | "tg" | "tt" | "av" | "bxr" => {
            &["ru"]
        }
        "be" => &["ru"],
        "bg" => &["mk"],
        "bho" | "mai" | "mr" | "ne" | "sa" | "new" | "gom" | "doi" | "brx" | "dty" => &["hi"],
        "br" => &["fr"],
        "bs" => &["hr", "sr"],
        "ca" | "ast" | "an" | "eu" => &["es"],
        "ckb" => &["fa", "ar"],
        "da" => &["no", "nn"],
        "fo" | "is" => &["da"],
        "gl" => &["pt", "es"],
        "hr" => &["bs", "sr"],
        "id" | "jv" | "su" | "min" => &["ms", "id"],
        "ms" => &["id"],
        "lb" | "nds" | "bar" | "als" => &["de"],
        "mk" => &["bg", "sr"],
        "nn" => &["no", "da"],
        "no" => &["nn", "da"],
        "oc" => &["ca", "fr"],
        "pnb" => &["ur"],
        "ps" => &["fa", "ur", "ar"],
        "sd" => &["ur", "fa"],
        "sk" => &["cs"],
        "sr" => &["bs", "hr"],
        "ti" => &["am"],
        "uk" => &["ru"],
        "ur" => &["fa", "ar"],
        "fa" => &["ar"],
        "yi" => &["he"],
        "yue" | "wuu" => &["zh", "zh-Hant"],
        "zh" => &["zh-Hant"],
        _ => &[],
    }
}
