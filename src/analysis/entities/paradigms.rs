//! How names end through the cases, in the languages that change the last
//! letters of every word of a name: Москва, Москвы; Южная Корея, Южной Кореи.
//!
//! The builder of the gazetteer writes the stem of each word of a name and the
//! number of its paradigm into the index ([`decline`]); the recogniser takes
//! any ending of that paradigm for it ([`is_ending`]). A paradigm may hold more
//! endings than a word has (of both genders, of both numbers): what nobody
//! writes does no harm, and a table of this size can be read over.

use std::sync::LazyLock;

use super::related::related;
use crate::text::fold::fold_key;

/// One paradigm: the ending of the citation form, and the others. A `0` stands
/// for no ending.
type Row = (&'static str, &'static str);

const RUSSIAN: &[Row] = &[
    (
        "ский",
        "ского скому ским ском ская скую ской ские ских скими",
    ),
    ("ская", "ской скую ского скому"),
    ("ов", "ова ову овым ове овы овых ова овой"),
    ("ев", "ева еву евым еве евы евых евой"),
    ("ёв", "ёва ёву ёвым ёве ёвой"),
    ("ин", "ина ину иным ине ином инах иной ины иных"),
    ("ын", "ына ыну ыным ыне ыной"),
    ("ия", "ии ию ией иею ий"),
    ("ья", "ьи ью ьей ье ей"),
    ("ая", "ой ую ою"),
    ("яя", "ей юю"),
    ("ое", "ого ому ым ом"),
    ("ее", "его ему им ем"),
    ("ые", "ых ым ыми"),
    ("ие", "их им ими ия ию ием ии"),
    ("ый", "ого ому ым ом"),
    ("ий", "его ему им ем ого ому ом ия ию ием ии"),
    ("ой", "ого ому ым ом оя ою оем ое"),
    ("ет", "та ту том те ета ету етом ете"),
    ("ец", "ца цу цом це цы цев цам цами цах"),
    ("ок", "ка ку ком ке ки ков"),
    ("й", "я ю ем е и ев ям ями ях"),
    ("ь", "и ю я ем ем е ью ей ям ями ях"),
    ("а", "ы и е у ой ою ей 0 ам ами ах"),
    ("я", "и е ю ей ь ям ями ях"),
    ("о", "а у ом е"),
    ("е", "я ю ем и ей ям ями ях"),
    ("ы", "0 ов ам ами ах"),
    ("", "а у ом е ем ы и ов ев ам ами ах"),
];

const UKRAINIAN: &[Row] = &[
    (
        "ський",
        "ського ському ським ська ської ську ській ською ські ських",
    ),
    (
        "цький",
        "цького цькому цьким цька цької цьку цькій цькою цькі цьких",
    ),
    ("ів", "ова ову овом ові івом єва єву євом єві"),
    ("ет", "ту том ті та"),
    ("ія", "ії ію ією іє ій"),
    ("я", "і ї ю ею єю ям ями ях"),
    ("а", "и і у ою ам ами ах 0"),
    ("е", "ого ому им ім я ю ем і"),
    ("ий", "ого ому им ім"),
    ("ій", "ього ьому ім ія ію ієм ії"),
    ("й", "я ю єм ї єві"),
    ("ь", "я ю ем і єві еві ями"),
    ("о", "а у ом і"),
    ("и", "ів ам ами ах 0"),
    ("і", "их им ими ів ам ами ах"),
    ("", "а у ом і ові ем еві ю я ім им"),
];

const BELARUSIAN: &[Row] = &[
    ("скі", "скага скаму скім ская скай скую"),
    ("ыя", "ыі ыю ыяй ый"),
    ("ія", "іі ію іяй ій"),
    ("ая", "ай ую аю"),
    ("а", "ы у е ай аю"),
    ("я", "і ю яй е"),
    ("ь", "і ю я ем"),
    ("", "а у ам е ым"),
];

const BULGARIAN: &[Row] = &[("ият", "ия ият"), ("", "ът а ят я та то те")];

const SERBIAN_CYRILLIC: &[Row] = &[
    ("ска", "ске ској ску ском"),
    ("ски", "ског скога ском скоме ским"),
    ("ија", "ије ији ију ијом"),
    ("а", "е и у ом"),
    ("о", "а у ом"),
    ("е", "а у ом"),
    ("ј", "ја ју јем"),
    ("", "а у ом ем е"),
];

const SERBIAN_LATIN: &[Row] = &[
    ("ska", "ske skoj sku skom"),
    ("ski", "skog skoga skom skome skim"),
    ("čka", "čke čkoj čku čkom"),
    ("ija", "ije iji iju ijom"),
    ("ac", "ca cu cem ce ci"),
    ("a", "e i u o om"),
    ("o", "a u om em"),
    ("e", "a u om em"),
    ("i", "ija iju ijem"),
    ("", "a u om em e i"),
];

const POLISH: &[Row] = &[
    ("ski", "skiego skiemu skim skich"),
    ("cki", "ckiego ckiemu ckim ckich"),
    ("ska", "ski skiej ską skiej skę sce"),
    ("cka", "ckiej cką ckę"),
    ("ia", "ii ię ią i iej"),
    ("ja", "ji ję ją jo"),
    ("ka", "ki ce kę ką"),
    ("ga", "gi dze gę gą"),
    ("ra", "ry rze rę rą"),
    ("wa", "wy wie wę wą"),
    ("na", "ny nie nę ną nej"),
    ("ta", "ty cie tę tą"),
    ("da", "dy dzie dę dą"),
    ("ła", "ły le łę łą"),
    ("a", "y i ie e ę ą ej"),
    ("y", "ego emu ym ów om ach ami ech"),
    ("i", "iego iemu im ów om ach ami"),
    ("e", "ego emu ym im ów om ach ami"),
    ("o", "a u em ie"),
    ("ec", "ca cu cem cowi"),
    ("ek", "ka ku kiem kowi"),
    ("yn", "yna ynie ynem ynowi"),
    ("", "a u owi em ie iem ów om ach ami cie rze"),
];

const CZECH: &[Row] = &[
    ("sko", "ska sku skem"),
    ("cko", "cka cku ckem"),
    ("ský", "ského skému ským ském ských"),
    ("cký", "ckého ckému ckým ckém ckých"),
    ("ská", "ské skou skú"),
    ("ie", "ii ií iu iou"),
    ("ia", "ie ii iu iou"),
    ("ka", "ky ce ku kou"),
    ("ga", "gy ze gu gou"),
    ("ha", "hy ze hu hou"),
    ("a", "y i u e ě ou o ovi"),
    ("á", "é ou ú"),
    ("e", "i í ím ich"),
    ("ý", "ého ému ým ém"),
    ("í", "ího ímu ím"),
    ("o", "a u em ě"),
    ("ec", "ce ci cem"),
    ("ek", "ka ku kem kovi"),
    ("y", "ů 0 ům ách ami"),
    ("", "a u ovi em e ě om ovia ov mi"),
];

const LITHUANIAN: &[Row] = &[
    ("ija", "ijos ijai iją ijoje"),
    ("as", "o ui ą u e ai ų ams us"),
    ("is", "io iui į iu yje ies iai imi"),
    ("ys", "io iui į iu yje"),
    ("us", "aus ui ų umi uje iaus iui ių iumi"),
    ("a", "os ai ą oje"),
    ("ė", "ės ei ę e ėje"),
    ("os", "ų oms as omis ose"),
    ("ai", "ų ams us ais uose"),
];

const LATVIAN: &[Row] = &[
    ("ija", "ijas ijai iju ijā"),
    ("iņš", "iņa iņam iņu iņā"),
    ("is", "a am u im i ī ja jam ju jā"),
    ("us", "us um u ū"),
    ("s", "a am u ā"),
    ("š", "a am u ā"),
    ("a", "as ai u ā"),
    ("e", "es ei i ē"),
    ("i", "u iem us os"),
];

const GREEK: &[Row] = &[
    ("ος", "ου ο ε"),
    ("ες", "ων"),
    ("ης", "η"),
    ("ας", "α"),
    ("α", "ας ών ων"),
    ("η", "ης εως"),
    ("ο", "ου"),
    ("οι", "ων ους"),
];

const ROMANIAN: &[Row] = &[
    ("ea", "ei"),
    ("ia", "iei"),
    ("a", "ei"),
    ("ă", "ei a"),
    ("ul", "ului"),
    ("", "ului lui ul"),
];

const ALBANIAN: &[Row] = &[
    ("ia", "isë inë i"),
    ("a", "ës ën ë e"),
    ("i", "it in 0"),
    ("ë", "ës ën a"),
    ("", "i it in un ut"),
];

/// Finnish: the weak grade of a stem that ends in a single vowel, and plurals.
const FINNISH: &[Row] = &[
    (
        "nki",
        "ngin ngissa ngista ngilla ngille ngiltä ngissä ngistä ngiksi",
    ),
    ("nta", "nnan nnassa nnasta nnalle nnalla nnalta"),
    ("lta", "llan llassa llasta llalle"),
    ("ka", "an assa asta alle alla alta"),
    ("kki", "kin kissa kista kille killa kissä kistä"),
    ("tti", "tin tissa tista tille"),
    ("ppi", "pin pissa pista pille"),
    ("to", "don dossa dosta dolle doksi"),
    ("ti", "din dissa dista dille"),
    (
        "nen",
        "sen sessa sesta selle sella selta sessä sestä sellä seltä sta stä seen",
    ),
    ("mi", "men messa mesta melle mella melta mea meen"),
    (
        "at",
        "ain oissa oista oihin oille oilla oilta oja ojen iin issa ista",
    ),
    ("aat", "aiden aissa aista aihin aille"),
    ("et", "ien issa ista iin ille eja ejä ejen"),
    ("us", "uksen uksessa uksesta ukseen ukselle usta"),
    ("os", "oksen oksessa oksesta oon okselle osta"),
    ("ys", "yksen yksessä yksestä ykseen ystä"),
];

const GEORGIAN: &[Row] = &[
    (
        "ი",
        "ის ს ში ზე მა თან დან იდან ით ისთვის ისგან ად სთან ისა სა ად ითა მაც იც საც ისაც",
    ),
    ("ა", "ის აში აზე ას ამ ასთან იდან ით ად ისთვის ისგან"),
    ("ე", "ის ეში ეზე ეს ემ ესთან იდან ისთვის"),
    ("", "ს ში ზე მ სთან სთვის სგან თი დან დ ც ა"),
];

const ARMENIAN: &[Row] = &[
    ("ուն", "ան անը անն անից անում անով"),
    ("ում", "ման մանը մանն մանից մամբ ումը"),
    (
        "ություն",
        "ության ությանը ությունը ությունից ությամբ ություններ",
    ),
    (
        "",
        "ի ից ում ը ն ին ով ու ուց ուն յի յից յում յին յով եր երի ներ ների իս",
    ),
];

/// The languages with the table that they use.
const LANGUAGES: &[(&[&str], &[Row])] = &[
    (&["ru"], RUSSIAN),
    (&["uk"], UKRAINIAN),
    (&["be"], BELARUSIAN),
    (&["bg", "mk"], BULGARIAN),
    (&["sr"], SERBIAN_CYRILLIC),
    (&["sr", "hr", "bs", "sl"], SERBIAN_LATIN),
    (&["pl"], POLISH),
    (&["cs", "sk"], CZECH),
    (&["lt"], LITHUANIAN),
    (&["lv"], LATVIAN),
    (&["el"], GREEK),
    (&["ro"], ROMANIAN),
    (&["sq"], ALBANIAN),
    (&["fi"], FINNISH),
    (&["ka"], GEORGIAN),
    (&["hy"], ARMENIAN),
];

/// The fewest letters of a stem that are worth an index entry: endings on one
/// letter make words of the language.
const SHORTEST_STEM: usize = 2;

struct Paradigm {
    table: usize,
    citation: String,
    endings: Vec<String>,
}

/// The rows of every table, folded as the text is, in one numbering.
static PARADIGMS: LazyLock<Vec<Paradigm>> = LazyLock::new(|| {
    let mut paradigms = Vec::new();
    for (table, (_, rows)) in LANGUAGES.iter().enumerate() {
        for (citation, endings) in *rows {
            let ending = |e: &str| if e == "0" { String::new() } else { fold_key(e) };
            paradigms.push(Paradigm {
                table,
                citation: fold_key(citation),
                endings: endings.split(' ').map(ending).collect(),
            });
        }
    }
    paradigms
});

/// The stem of a word and the number of its paradigm, in each way in which
/// `language` may decline it: the row with the longest citation ending of each
/// of its tables.
///
/// `word` is one word of a [`super::key`]. The length of the stem is in bytes.
#[must_use]
pub fn decline(word: &str, language: &str) -> Vec<(usize, u8)> {
    let mut ways = Vec::new();
    for (table, (tags, _)) in LANGUAGES.iter().enumerate() {
        if !tags.contains(&language) {
            continue;
        }
        let rows = PARADIGMS
            .iter()
            .zip(0_u8..)
            .filter(|(row, _)| row.table == table);
        let fits = rows.filter_map(|(row, number)| {
            let stem = word.strip_suffix(row.citation.as_str())?;
            let same_script = row
                .endings
                .iter()
                .flat_map(|e| e.chars())
                .next()
                .is_some_and(|e| stem.chars().last().is_some_and(|s| in_one_script(s, e)));
            let long = stem.chars().count() >= SHORTEST_STEM;
            (same_script && long).then_some((stem.len(), number))
        });
        // The longest citation ending leaves the shortest stem.
        ways.extend(fits.min_by_key(|(stem, _)| *stem));
    }
    ways
}

/// Whether two letters stand in one block of 256 code points, which parts the
/// folded scripts of the tables.
fn in_one_script(a: char, b: char) -> bool {
    u32::from(a) >> 8 == u32::from(b) >> 8
}

/// Whether `rest`, a folded end of a word, is an ending of a paradigm that
/// texts in `language` use, for their own words or for those they borrow.
#[must_use]
pub(super) fn is_ending(rest: &str, paradigm: u8, language: &str) -> bool {
    PARADIGMS.get(usize::from(paradigm)).is_some_and(|row| {
        let tags = LANGUAGES.get(row.table).map_or(&[][..], |(tags, _)| tags);
        (tags.contains(&language) || related(language).iter().any(|tag| tags.contains(tag)))
            && (row.citation == rest || row.endings.iter().any(|ending| ending == rest))
    })
}
