//! The signs of administration behind the names of places in Chinese and
//! Japanese: 東京都, 北京市.

/// What follows the name of a city or a province in Chinese and Japanese and is
/// part of its full name.
const DIVISIONS: &str = "都道府県市区町村郡州省县縣區";
/// What may not follow such a sign, since both together are another word:
/// 市場 "market", 市民 "citizens", 区間 "section", 県立 "of the prefecture".
const WORDS: &str = "場场民長长立役政内议議委营營營中间間道史会會庁厅廳教警紙报報";

/// The length in bytes of the sign of administration behind a place, if one is there.
pub(super) fn division_after(after: &str, language: &str) -> Option<usize> {
    if !matches!(language, "ja" | "zh" | "yue") {
        return None;
    }
    let mut chars = after.chars();
    let sign = chars.next().filter(|sign| DIVISIONS.contains(*sign))?;
    let word = chars.next().is_some_and(|next| WORDS.contains(next));
    (!word).then_some(sign.len_utf8())
}
