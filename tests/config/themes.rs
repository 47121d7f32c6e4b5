//! Every theme can be read, by everyone, on the pages people use.

use nashra::config::theme::{Color, ColorDepth, Role, Theme, ThemeName};

use crate::color::{Rgb, SIGHTS, contrast, distance};

/// Black, and the dark pages of popular colour schemes.
const DARK_PAGES: [Rgb; 7] = [
    [0x00, 0x00, 0x00],
    [0x1e, 0x1e, 0x1e],
    [0x28, 0x28, 0x28],
    [0x2e, 0x34, 0x40],
    [0x00, 0x2b, 0x36],
    [0x30, 0x0a, 0x24],
    [0x28, 0x2a, 0x36],
];

/// White, and the light pages of popular colour schemes.
const LIGHT_PAGES: [Rgb; 4] = [
    [0xff, 0xff, 0xff],
    [0xfd, 0xf6, 0xe3],
    [0xfb, 0xf1, 0xc7],
    [0xef, 0xf1, 0xf5],
];

/// What WCAG 2 asks of text at level AA.
const READABLE: f64 = 4.5;

/// The 16 colours of xterm, VGA, Tango and Campbell, where the themes use them.
fn palettes(index: u8) -> [Rgb; 4] {
    match index {
        1 => [[205, 0, 0], [170, 0, 0], [204, 0, 0], [197, 15, 31]],
        4 => [[0, 0, 238], [0, 0, 170], [52, 101, 164], [0, 55, 218]],
        9 => [[255, 0, 0], [255, 85, 85], [239, 41, 41], [231, 72, 86]],
        11 => [
            [255, 255, 0],
            [255, 255, 85],
            [252, 233, 79],
            [249, 241, 165],
        ],
        14 => [
            [0, 255, 255],
            [85, 255, 255],
            [52, 226, 226],
            [97, 214, 214],
        ],
        other => panic!("add colour {other} of the four palettes"),
    }
}

/// The colours an Ansi, Indexed or Rgb colour may turn out to be.
fn seen(color: Color) -> Vec<Rgb> {
    match color {
        Color::Ansi(index) => palettes(index).to_vec(),
        other => vec![other.rgb().unwrap()],
    }
}

#[test]
fn the_cube_and_the_greys_are_xterms() {
    for (index, expected) in [
        (16, [0, 0, 0]),
        (75, [0x5f, 0xaf, 0xff]),
        (146, [0xaf, 0xaf, 0xd7]),
        (231, [255, 255, 255]),
        (240, [0x58, 0x58, 0x58]),
        (255, [0xee, 0xee, 0xee]),
    ] {
        assert_eq!(Color::Indexed(index).rgb(), Some(expected));
    }
}

#[test]
fn every_colour_is_readable_on_every_page() {
    for (name, pages) in [
        (ThemeName::Dark, &DARK_PAGES[..]),
        (ThemeName::Light, &LIGHT_PAGES[..]),
        // Whoever has only 16 colours has a page that is black, or nearly; on one that
        // is nearly black xterm's red is as low as 4.
        (ThemeName::Dark16, &DARK_PAGES[..1]),
        (ThemeName::Light16, &LIGHT_PAGES[..1]),
    ] {
        let theme = Theme::builtin(name);
        for &role in Role::ALL {
            let style = theme.style(role);
            let grounds = match style.bg {
                Some(color) => seen(color),
                None => pages.to_vec(),
            };
            let Some(fg) = style.fg else {
                assert!(
                    style.bg.is_none(),
                    "{name:?} {role:?}: letters of unknown colour"
                );
                continue;
            };
            for ground in grounds {
                for letters in seen(fg) {
                    let found = contrast(letters, ground);
                    assert!(
                        found >= READABLE,
                        "{name:?} {role:?}: {found:.2} of {letters:?} on {ground:?}"
                    );
                }
            }
        }
    }
}

#[test]
fn names_stay_apart_for_every_eye() {
    // Hues, and how far apart they must be: in any sight, and in ordinary sight.
    for (name, roles, any, ordinary) in [
        (
            ThemeName::Dark,
            &[Role::Person, Role::Place, Role::Organisation][..],
            20.9,
            43.8,
        ),
        (
            ThemeName::Light,
            &[Role::Person, Role::Place, Role::Organisation],
            18.7,
            36.0,
        ),
        (
            ThemeName::Dark16,
            &[Role::Person, Role::Place, Role::Organisation],
            23.0,
            23.0,
        ),
        // Organisations have no hue there.
        (ThemeName::Light16, &[Role::Person, Role::Place], 23.0, 23.0),
    ] {
        let theme = Theme::builtin(name);
        for (place, &one) in roles.iter().enumerate() {
            for &other in roles.iter().skip(place + 1) {
                let ones = seen(theme.style(one).fg.unwrap());
                let others = seen(theme.style(other).fg.unwrap());
                for (a, b) in ones.into_iter().zip(others) {
                    for (sight, matrix) in &SIGHTS {
                        let found = distance(matrix, a, b);
                        let bound = if *sight == "normal" { ordinary } else { any };
                        assert!(
                            found >= bound,
                            "{name:?}: {one:?} and {other:?} are {found:.1} apart in {sight} sight"
                        );
                    }
                }
            }
        }
    }
}

#[test]
fn nothing_is_told_by_colour_alone() {
    let mono = Theme::builtin(ThemeName::Mono);
    for &role in Role::ALL {
        let style = mono.style(role);
        assert_eq!((style.fg, style.bg), (None, None), "{role:?}");
    }
    // What has no mark of its own on the screen must differ from plain text.
    let marked = [
        Role::Person,
        Role::Place,
        Role::Organisation,
        Role::PersonCursor,
        Role::MentionSame,
        Role::Hit,
        Role::CurrentHit,
        Role::ChipChosen,
    ];
    for name in ThemeName::ALL {
        let theme = Theme::builtin(name);
        let plain = theme.style(Role::Text);
        for role in marked {
            assert_ne!(theme.style(role), plain, "{name:?} {role:?}");
        }
        assert_ne!(
            theme.style(Role::Hit),
            theme.style(Role::CurrentHit),
            "{name:?}"
        );
        for (name_role, cursor) in [
            (Role::Person, Role::PersonCursor),
            (Role::Place, Role::PlaceCursor),
            (Role::Organisation, Role::OrganisationCursor),
            (Role::Quantity, Role::QuantityCursor),
        ] {
            let (still, under) = (theme.style(name_role), theme.style(cursor));
            assert!(under.bold && still != under, "{name:?} {cursor:?}");
        }
    }
}

#[test]
fn the_page_is_the_terminals_own() {
    for name in ThemeName::ALL {
        let text = Theme::builtin(name).style(Role::Text);
        assert_eq!((text.fg, text.bg), (None, None), "{name:?}");
    }
}

#[test]
fn the_theme_suits_the_terminal() {
    assert_eq!(ThemeName::suited(ColorDepth::Mono, true), ThemeName::Mono);
    assert_eq!(
        ThemeName::suited(ColorDepth::Ansi16, true),
        ThemeName::Light16
    );
    assert_eq!(
        ThemeName::suited(ColorDepth::Indexed256, false),
        ThemeName::Dark
    );
    let mut walked = vec![ThemeName::Dark];
    for _ in 0..4 {
        walked.push(walked.last().unwrap().next());
    }
    walked.sort();
    assert_eq!(walked, ThemeName::ALL, "every theme once");
}

#[test]
fn a_bad_theme_is_named_with_its_line() {
    for (text, line, said) in [
        ("\nperson = { fg = 300 }", 2, "0 to 255"),
        ("person = { fg = \"#12345\" }", 1, "#rrggbb"),
        ("person = { fg = \"#12345é\" }", 1, "#rrggbb"),
        ("text = {}\n\npersn = {}", 3, "persn"),
        ("text = {}\nperson = { blink = true }", 2, "blink"),
        ("text = {}\n= 3", 2, ""),
        ("text = 3", 1, ""),
    ] {
        let error = Theme::parse("mine.toml", text).unwrap_err();
        assert_eq!(error.line, line, "{text}: {error}");
        let message = error.to_string();
        assert!(
            message.starts_with("mine.toml, line ") && message.contains(said),
            "{message}"
        );
    }
}
