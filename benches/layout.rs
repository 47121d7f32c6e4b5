//! Layout: a text's paragraphs analysed, wrapped to 80 columns, ordered, and
//! every cell looked at, as for a screen that shows all of it.

use std::hint::black_box;
use std::sync::Arc;

use divan::counter::BytesCount;
use nashra::text::{LineSpan, Paragraph, ParagraphStyle, Wrap, paragraphs};

fn main() {
    divan::main();
}

const ARABIC: &str = "\
افتتحت المدينة يوم الاثنين مكتبة جديدة قرب الميناء القديم، بعد أعمال ترميم استمرت ثلاث سنوات. وقال مدير المشروع إن المبنى \
يضم قاعات للقراءة وركنا للأطفال ومختبرا صغيرا لترميم المخطوطات.
وأضاف أن عدد الكتب تجاوز 120 ألف كتاب، منها 4,500 كتاب نادر، وأن الدخول مجاني للجميع. ومن المنتظر أن تستقبل المكتبة (في عامها \
الأول) نحو ربع مليون زائر.
وحضر الافتتاح كتّاب وطلاب وصيادون من الأحياء المجاورة، فيما عزفت فرقة محلية ألحانا قديمة. وأكّدت إحدى الطالبات: «كنا ننتظر مكانا \
هادئا نقرأ فيه قرب البحر».
";

const MIXED: &str = "\
أعلنت شركة Open Harbour Ltd. يوم 14/03/2021 أن سفينتها (MV Northern Light) وصلت إلى ميناء Rotterdam بعد رحلة دامت 23 يوما، وفق ما \
جاء في موقعها https://example.org/news?id=42 على الإنترنت.
وقالت إن الحمولة تبلغ 18,250 طنا، أي بزيادة 12.5% عن العام الماضي، وإن نظام Linux يدير \"كل شيء\" على متنها 🚢.
The captain said \"שלום\" and «مرحبا» to the crowd; the band (12 people) played until 22:30.
";

const ENGLISH: &str = "\
The town opened a new library by the old harbour on Monday, after three years of repairs. Its director said the building \
has reading rooms, a corner for children and a small workshop where manuscripts are mended.
More than 120,000 books stand on its shelves, 4,500 of them rare, and nobody has to pay to come in. The town expects a \
quarter of a million visitors in the first year - \"if the rain stays as bad as it is,\" the mayor added.
";

const GERMAN: &str = "\
Die Stadt eröffnete am Montag am alten Hafen eine neue Bücherei, nachdem drei Jahre lang gebaut worden war. Das Gebäude hat \
Lesesäle, eine Ecke für Kinder und eine kleine Werkstatt, in der Handschriften ausgebessert werden.
Über 120.000 Bücher stehen in den Regalen, darunter 4.500 Seltenheiten; der Eintritt ist für alle frei. Die \
Stadtverwaltung rechnet im ersten Jahr mit einer Viertelmillion Besucherinnen und Besuchern.
";

const VIETNAMESE: &str = "\
Thành phố khánh thành một thư viện mới gần bến cảng cũ hôm thứ Hai, sau ba năm sửa chữa. Giám đốc cho biết tòa nhà có các \
phòng đọc, một góc dành cho trẻ em và một xưởng nhỏ để tu bổ sách cổ.
Hơn 120.000 cuốn sách đã được xếp lên kệ, trong đó có 4.500 cuốn hiếm; mọi người đều được vào cửa miễn phí.
";

const THAI: &str = "\
เมืองเปิดห้องสมุดแห่งใหม่ใกล้ท่าเรือเก่าเมื่อวันจันทร์ หลังจากซ่อมแซมนานสามปี ผู้อำนวยการกล่าวว่าอาคารมีห้องอ่านหนังสือ \
มุมสำหรับเด็ก และห้องเล็กสำหรับซ่อมเอกสารโบราณ ประชาชนทุกคนเข้าได้โดยไม่เสียค่าใช้จ่าย
";

const CHINESE: &str = "\
这座城市星期一在旧港口附近开放了一座新的图书馆，此前修缮工程持续了三年。馆长说，馆内有阅览室、儿童角，还有一间修补古籍的小工作室。
书架上有十二万多册图书，其中四千五百册是珍本，所有人都可以免费入馆。
";

const HINDI: &str = "\
शहर ने सोमवार को पुराने बंदरगाह के पास एक नया पुस्तकालय खोला। निदेशक ने कहा कि इमारत में पढ़ने के कमरे, बच्चों के लिए एक कोना और \
पुरानी पांडुलिपियों की मरम्मत के लिए एक छोटी कार्यशाला है।
";

/// The text again and again, 256 KB of it.
fn many(text: &str) -> Arc<str> {
    text.repeat((256 << 10) / text.len() + 1).into()
}

fn lay_out(text: &Arc<str>, style: &ParagraphStyle, hyphenate: bool) -> usize {
    let wrap = Wrap {
        columns: 80,
        hyphenate,
    };
    let mut sum = 0;
    for bytes in paragraphs(text) {
        let paragraph = Paragraph::new(text, bytes, style);
        for span in paragraph.wrap(paragraph.bytes().start, &wrap) {
            for cell in paragraph.line(&span).cells() {
                sum += cell.column + cell.glyph.len() + cell.bytes.start;
            }
        }
    }
    sum
}

fn bench(bencher: divan::Bencher, text: &str, language: Option<&str>) {
    let text = many(text);
    let style = ParagraphStyle {
        language: language.map(Into::into),
        ..ParagraphStyle::default()
    };
    bencher
        .counter(BytesCount::new(text.len()))
        .bench_local(|| lay_out(black_box(&text), &style, language.is_some()));
}

#[divan::bench]
fn arabic(bencher: divan::Bencher) {
    bench(bencher, ARABIC, None);
}

#[divan::bench]
fn arabic_with_latin_and_emoji(bencher: divan::Bencher) {
    bench(bencher, MIXED, None);
}

#[divan::bench]
fn english(bencher: divan::Bencher) {
    bench(bencher, ENGLISH, None);
}

#[divan::bench]
fn german_hyphenated(bencher: divan::Bencher) {
    bench(bencher, GERMAN, Some("de"));
}

#[divan::bench]
fn german(bencher: divan::Bencher) {
    bench(bencher, GERMAN, None);
}

#[divan::bench]
fn vietnamese(bencher: divan::Bencher) {
    bench(bencher, VIETNAMESE, None);
}

#[divan::bench]
fn thai(bencher: divan::Bencher) {
    bench(bencher, THAI, None);
}

#[divan::bench]
fn chinese(bencher: divan::Bencher) {
    bench(bencher, CHINESE, None);
}

#[divan::bench]
fn hindi(bencher: divan::Bencher) {
    bench(bencher, HINDI, None);
}

/// One screen of a paragraph of 10 MB.
fn first_screen(bencher: divan::Bencher, text: &str) {
    let text: Arc<str> = text
        .replace('\n', " ")
        .repeat((10 << 20) / text.len())
        .into();
    let style = ParagraphStyle::default();
    let wrap = Wrap {
        columns: 80,
        hyphenate: false,
    };
    bencher.bench_local(|| {
        let paragraph = Paragraph::new(black_box(&text), 0..text.len(), &style);
        let lines: Vec<LineSpan> = paragraph.wrap(0, &wrap).take(50).collect();
        lines
            .iter()
            .map(|span| paragraph.line(span).cells().count())
            .sum::<usize>()
    });
}

#[divan::bench]
fn first_screen_of_10_mb_arabic(bencher: divan::Bencher) {
    first_screen(bencher, ARABIC);
}

#[divan::bench]
fn first_screen_of_10_mb_english(bencher: divan::Bencher) {
    first_screen(bencher, ENGLISH);
}

#[divan::bench]
fn first_screen_of_10_mb_chinese(bencher: divan::Bencher) {
    first_screen(bencher, CHINESE);
}
