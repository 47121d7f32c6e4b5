//! Endings that are written after a whole name: Putins, Moskovassa,
//! 러시아에서. They part from [`super::paradigms`], where letters of the name
//! itself change.

/// Whether an ending belongs to the mention, as the annotators of the language
/// have it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// Part of the word and of the mention: a case ending.
    Inside,
    /// A word of its own that is written without a space: a particle.
    Outside,
}

/// The endings of some languages.
struct Endings {
    tags: &'static [&'static str],
    place: Place,
    /// Parted by spaces, folded.
    endings: &'static str,
}

const TABLE: &[Endings] = &[
    Endings {
        tags: &["de", "lb", "nds", "sv", "da", "no", "nn", "fo", "nl", "fy"],
        place: Place::Inside,
        endings: "s",
    },
    Endings {
        tags: &["is"],
        place: Place::Inside,
        endings: "s i ar um",
    },
    Endings {
        tags: &["ru", "be", "sr", "mk"],
        place: Place::Inside,
        endings: "а у ом е ем ым",
    },
    Endings {
        tags: &["uk"],
        place: Place::Inside,
        endings: "а у ом ові і ем еві им",
    },
    Endings {
        tags: &["pl", "cs", "sk", "hr", "bs", "sl", "sr"],
        place: Place::Inside,
        endings: "a u owi ovi em om ie e m i y",
    },
    Endings {
        tags: &["lt", "lv"],
        place: Place::Inside,
        endings: "o ui a u e as am i s is io iui",
    },
    Endings {
        tags: &["ro"],
        place: Place::Inside,
        endings: "ul ului i ei",
    },
    Endings {
        tags: &["sq"],
        place: Place::Inside,
        endings: "i it in u un",
    },
    Endings {
        tags: &["fi"],
        place: Place::Inside,
        endings: "n a ta en in an on un ssa sta lla lta lle ksi na tta han hin hun seen issa \
                  ista illa ilta ille iksi ina itta iin ia ien kin nkin ssakin kaan ko ssaan \
                  staan nsa",
    },
    Endings {
        tags: &["et"],
        place: Place::Inside,
        endings: "i a u e t d s st le l lt ga ni na ks ta sse is ist ile il ilt iga ini iks \
                  as ast ale al alt aga us ust ule ul ult uga es est ele el elt ega ide id it \
                  isse asse de te",
    },
    Endings {
        tags: &["hu"],
        place: Place::Inside,
        endings: "t at et ot ban ben ba be bol n on en an ra re rol nak nek nal nel tol hoz \
                  hez val vel ig ert kent ja je k nk ek ok ak e",
    },
    Endings {
        tags: &["hy"],
        place: Place::Inside,
        endings: "ի ից ում ը ն ին ով ու ուն իս ական յի յից յում յին յով",
    },
    Endings {
        tags: &["ka"],
        place: Place::Inside,
        endings: "ს ში ზე მ მა ის ით სთან სთვის სგან თი დ დან ც ისთვის თან",
    },
    Endings {
        tags: &["az", "tk"],
        place: Place::Inside,
        endings: "nin nın nun nün in ın un ün da də dan dən a ə ya yə na nə nı ni nu nü ı i u \
                  ü la lə dir dır",
    },
    Endings {
        tags: &["uz", "kaa"],
        place: Place::Inside,
        endings: "ning ni da dan ga ka qa dagi lik",
    },
    Endings {
        tags: &["kk", "ky", "tt", "ba"],
        place: Place::Inside,
        endings: "ның нің дың дің тың тің нын нин дын дин тын тин нун нүн дун дүн тун түн да \
                  де та те до дө то тө дан ден тан тен нан нен дон дөн тон төн га ге ка ке ғa \
                  ға қа го гө ко кө а е ды ді ты ті ны ні ди ти ни ду дү ту тү ну нү мен бен \
                  пен дагы деги тагы теги дағы дегі тағы тегі ндә дә гә",
    },
    Endings {
        tags: &["mn"],
        place: Place::Inside,
        endings: "ын иин ийн ы н д т аас ээс оос өөс аар ээр оор өөр ыг г тай той теи тэй руу \
                  рүү луу лүү",
    },
    Endings {
        tags: &["eu"],
        place: Place::Inside,
        endings: "k n ko go ren en tik dik ra ri rekin an ak aren eko etik era ari arekin ik",
    },
    Endings {
        tags: &["bn", "as"],
        place: Place::Inside,
        endings: "র ের তে য় কে ে য়ের েরই রও ও ই",
    },
    Endings {
        tags: &["mr"],
        place: Place::Inside,
        endings: "ला ने चा ची चे च्या त तील मध्ये वर हून साठी शी नी चं",
    },
    Endings {
        tags: &["ne"],
        place: Place::Outside,
        endings: "ले को का की मा लाई बाट सँग सित मै कै लगायत तर्फ",
    },
    Endings {
        tags: &["gu"],
        place: Place::Inside,
        endings: "ના ની નો ને માં થી નું એ",
    },
    Endings {
        tags: &["ko"],
        place: Place::Outside,
        endings: "은 는 이 가 을 를 의 에 에서 에서는 에서의 에서도 에는 에도 에만 에게 에게서 께서 께 으로 로 으로서 로서 으로부터 로부터 \
                  으로는 로는 으로의 로의 으로도 로도 으로써 와 과 와의 과의 와는 과는 와도 과도 도 만 만의 만이 까지 까지의 부터 부터의 보다 \
                  처럼 같은 이나 나 이란 란 이라 라 이라고 라고 이라는 라는 이라며 이며 며 이고 고 이든 든 이다 다 이었다 였다 이자 내 내에 \
                  내에서 내의 한테 하고 랑 이랑 씨 씨가 씨는 씨의 씨를 대통령 총리 장관 의원 대표 정부 정부가 정부는 시 시의 시가 시는 주 주의 \
                  등 등의 등이 등을 등은 간 간의",
    },
];

/// How an ending of a language is to be taken, if `rest` is one; `rest` is what
/// stands in a folded word after a name.
#[must_use]
pub(super) fn ending(rest: &str, language: &str) -> Option<Place> {
    let mut tables = TABLE
        .iter()
        .filter(|endings| endings.tags.contains(&language));
    tables.find_map(|table| {
        table
            .endings
            .split_ascii_whitespace()
            .any(|e| e == rest)
            .then_some(table.place)
    })
}
