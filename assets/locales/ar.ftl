# الواجهة بالعربية. بناء الملفات مشروح في en.ftl.

number-thousands = { $count } ألف
date-day = { $day } { $month } { $year }
month-1 = يناير
month-2 = فبراير
month-3 = مارس
month-4 = أبريل
month-5 = مايو
month-6 = يونيو
month-7 = يوليو
month-8 = أغسطس
month-9 = سبتمبر
month-10 = أكتوبر
month-11 = نوفمبر
month-12 = ديسمبر

## الأماكن وعناوين المساعدة

context-always = في كل مكان
context-global = كل الأقسام
context-list = القائمة
context-reader = القارئ
context-names = الأسماء
context-prompt = سطر الكتابة
context-picker = الاختيار
context-lang-picker = اللغات
context-help = المفاتيح
group-move = التنقل
group-read = القراءة
group-filter = التصفية
group-names = الأسماء
group-take = النقل
group-program = البرنامج

## ما تفعله مفاتيح تشترك في سطر واحد

keys-pane = القسم التالي، السابق
keys-pane-side = القسم في تلك الجهة
keys-article = المقال التالي، السابق
keys-hit = النتيجة أو غير المقروء: التالي، السابق
keys-lang = إظهار لغة أو إخفاؤها؛ كل اللغات
keys-sort = الترتيب: التاريخ، العنوان، المصدر، اللغة، الكلمات، المطابقة
keys-row = صف
keys-line = سطر
keys-page = صفحة
keys-half = نصف صفحة
keys-ends = البداية، النهاية
keys-paragraph = فقرة
keys-measure = أوسع، أضيق، العرض الأصلي
keys-mention = الاسم التالي، السابق
keys-same = الموضع التالي، السابق لهذا الاسم
keys-result = التنقل في النتائج
keys-history = بحث سابق، لاحق
keys-caret-ends = أول السطر، آخره
keys-caret = مؤشر الكتابة
keys-delete = حذف حرف
keys-delete-rest = الحذف إلى الأول، إلى الآخر

## ما تفعله كل عملية

action-help = مفاتيح هذا المكان
action-palette = كل أمر باسمه
action-search = بحث؛ وفي القارئ في هذا المقال أولًا
action-next-hit = النتيجة التالية، وإلا فغير المقروء التالي
action-prev-hit = النتيجة السابقة، وإلا فغير المقروء السابق
action-lang-toggle = إظهار هذه اللغة أو إخفاؤها
action-lang-all = كل اللغات
action-lang-picker = اختيار اللغات
action-pane-next = القسم التالي
action-pane-prev = القسم السابق
action-pane-left = القسم الأيسر
action-pane-right = القسم الأيمن
action-back = خطوة إلى الخلف
action-cancel = ترك ما لم يتم
action-again = العودة إلى العرض الذي تركته
action-quit = خروج فوري
action-interrupt = إيقاف؛ ومرتان للخروج
action-next-article = المقال التالي
action-prev-article = المقال السابق
action-toggle-read = مقروء أو غير مقروء
action-view-read = تعليم كل المعروض مقروءًا
action-toggle-star = نجمة
action-undo = تراجع
action-redo = إعادة
action-sort-date = الترتيب بالتاريخ
action-sort-title = الترتيب بالعنوان
action-sort-source = الترتيب بالمصدر
action-sort-language = الترتيب باللغة
action-sort-words = الترتيب بعدد الكلمات
action-unread-only = إخفاء المقروء أو إظهاره
action-highlights = تلوين الأسماء، ومعها التواريخ والمقادير، أو لا شيء
action-zen = القارئ وحده
action-info = كل المعروف عن هذا المقال
action-theme-next = مجموعة الألوان التالية
action-mouse-toggle = تشغيل الفأرة أو إيقافها
action-redraw = إعادة رسم الشاشة
action-suspend = تعليق البرنامج
action-down = إلى الأسفل
action-up = إلى الأعلى
action-page-down = صفحة إلى الأسفل
action-page-up = صفحة إلى الأعلى
action-half-down = نصف صفحة إلى الأسفل
action-half-up = نصف صفحة إلى الأعلى
action-top = البداية
action-bottom = النهاية
action-open = قراءة
action-read-on = متابعة القراءة مقالًا بعد مقال
action-para-prev = الفقرة السابقة
action-para-next = الفقرة التالية
action-mention-next = الاسم التالي
action-mention-prev = الاسم السابق
action-same-next = الموضع التالي لهذا الاسم
action-same-prev = الموضع السابق لهذا الاسم
action-card-or-line = بطاقة الاسم، وإلا فسطر إلى الأسفل
action-furniture = إظهار زوائد الصفحة أو طيها
action-wider = نص أوسع
action-narrower = نص أضيق
action-measure-reset = عرض النص الأصلي
action-only = المقالات التي فيها هذا الاسم فقط
action-add = التي فيها هذا الاسم أيضًا
action-leave-out = استبعاد هذا
action-card = بطاقة الاسم
action-accept = قبول
action-result-prev = النتيجة السابقة
action-result-next = النتيجة التالية
action-history-prev = بحث سابق
action-history-next = بحث لاحق
action-complete = إكمال الكلمة، وإلا فأخذ المقترح
action-scope = هذا المقال أو كل المعروض
action-caret-start = أول السطر
action-caret-end = آخر السطر
action-caret-left = إلى اليسار
action-caret-right = إلى اليمين
action-delete-before = حذف ما قبل المؤشر
action-delete-after = حذف ما بعد المؤشر
action-delete-word = حذف الكلمة
action-delete-to-start = الحذف إلى أول السطر
action-delete-to-end = الحذف إلى آخر السطر
action-pick-toggle = اختيار أو إلغاؤه
action-filter = البحث عن مفتاح أو كلمة
action-set-key = إعطاء هذه اللغة ذلك المفتاح

## تسميات قصيرة في السطر الأسفل والقوائم

bar-help = المفاتيح
bar-search = بحث
bar-open = قراءة
bar-read-on = متابعة
bar-page-down = صفحة
bar-mention-next = الأسماء
bar-only = هذا الاسم فقط
bar-add = إضافة
bar-leave-out = استبعاد
bar-card = بطاقة
bar-accept = قبول
bar-cancel = ترك
bar-scope = المقال أو الكل
bar-filter = تصفية
bar-run = تنفيذ
bar-close = إغلاق
bar-sort-date = التاريخ
bar-sort-title = العنوان
bar-sort-source = المصدر
bar-sort-language = اللغة
bar-sort-words = الكلمات
menu-sort = الترتيب حسب

## مفاتيح لها معنى في برامج أخرى

hint-half-page = نصف صفحة: { $half-down }؛ مقروء: { $toggle-read }
hint-view-read = { $view-read } يعلّم كل المعروض مقروءًا
hint-previous = { $prev-hit } لغير المقروء السابق
hint-filters = { $lang-toggle-1 } يظهر لغة واحدة، و{ $unread-only } يخفي المقروء، و{ $search } للبحث
hint-refresh = { $refresh } يبحث عما تغير
hint-story = الخبر نفسه بلغات أخرى ليس في هذا الإصدار
hint-correct = تصحيح الأسماء ليس في هذا الإصدار

## الأقسام والمسار والسطر الأسفل

pane-list = القائمة
pane-reader = القارئ
pane-names = الأسماء
pane-info = عن المقال
crumb-sample = المثال
crumb-search = بحث
crumb-search-for = «{ $query }»
chip-all = الكل
chip-more = +{ $count } لغة
chip-unread-only = غير المقروء فقط
state-article = المقال { $place }
state-unread = غير المقروء { $count }
state-sorted = حسب { $key }
state-sorted-reversed = حسب { $key }، معكوسًا
progress-top = البداية
progress-end = النهاية
progress-percent = { $percent }٪
too-small = ضيق جدًا (يلزم { $columns }x{ $rows })

## القارئ

words =
    { PLURAL($count) ->
        [zero] لا كلمات
        [one] كلمة واحدة
        [two] كلمتان
        [few] { $count } كلمات
       *[other] { $count } كلمة
    }
furniture-folded =
    { PLURAL($count) ->
        [one] ⋯ سطر واحد من زوائد الصفحة · { $furniture } يظهره
        [two] ⋯ سطران من زوائد الصفحة · { $furniture } يظهرهما
        [few] ⋯ { $count } أسطر من زوائد الصفحة · { $furniture } يظهرها
        [many] ⋯ { $count } سطرًا من زوائد الصفحة · { $furniture } يظهرها
       *[other] ⋯ { $count } سطر من زوائد الصفحة · { $furniture } يظهرها
    }
language-unknown = غير معروفة
end-next-unread = النهاية · { $page-down }: غير المقروء التالي: { $title }
end-no-unread = النهاية · لم يبق شيء غير مقروء

## الأسماء

kind-person = شخص
kind-place = مكان
kind-organisation = منظمة
heading-people = أشخاص
heading-places = أماكن
heading-organisations = منظمات
names-none = لا أسماء هنا.
gloss-here = { $count } هنا
articles =
    { PLURAL($count) ->
        [zero] لا مقالات
        [one] مقال واحد
        [two] مقالان
        [few] { $count } مقالات
        [many] { $count } مقالًا
       *[other] { $count } مقال
    }
card-often-with = كثيرًا مع
without-name = دون { $name }

## بطاقة المقال

info-title = العنوان
info-source = المصدر
info-date = التاريخ
info-language = اللغة
info-script = الكتابة
info-words = الكلمات
info-address = الرابط
info-file = الملف
info-line = { $file }، السطر { $line }
info-id = المعرّف
info-confidence = مؤكد بنسبة { $percent }٪
info-title-field = من حقل في المصدر
info-title-line = من سطر في النص
info-title-sentence = الجملة الأولى مختصرة؛ ليس للنص عنوان
info-title-file = اسم الملف؛ ليس في النص كلمات
info-yes = نعم
info-no = لا
info-read = مقروء
info-starred = بنجمة

## البحث

search-found =
    { PLURAL($count) ->
        [zero] لا نتائج
        [one] نتيجة واحدة
        [two] نتيجتان
        [few] { $count } نتائج
       *[other] { $count } نتيجة
    }
search-in-article = هذا المقال
search-in-view = كل المقالات
search-in-part = ما قُرئ حتى الآن: { $percent }٪
search-hits =
    { PLURAL($count) ->
        [zero] لا مواضع
        [one] موضع واحد
        [two] موضعان
        [few] { $count } مواضع
        [many] { $count } موضعًا
       *[other] { $count } موضع
    }
search-wrapped-down = آخر نتيجة: من البداية مجددًا
search-wrapped-up = أول نتيجة: من النهاية مجددًا
search-no-more = لا نتائج أخرى
no-more-unread = لم يبق شيء غير مقروء
palette-none = لا أمر بهذا الاسم
unknown-command = لا يوجد أمر «{ $name }»؛ { $palette } يسرد الأوامر

## لا شيء للعرض

empty-corpus = لا مقالات هنا.
empty-corpus-sample = الأمر nashra بلا مسار يفتح المثال.
empty-language = لا شيء يطابق في { $language }.
empty-view = لا شيء يطابق.
empty-unread = كل ما هنا مقروء.
empty-elsewhere = { $count } بلغات أخرى
empty-all-languages = { $lang-all } يظهرها
empty-all-read = { $unread-only } يظهر المقروء
empty-back = { $cancel } يترك البحث
reader-empty = لا مقال مفتوح.

## اختيار اللغات، المساعدة

languages-title = اللغات
languages-narrow = اكتب للتضييق
languages-key-set = مفتاح { $language } الآن { $key }
languages-none = لا لغة بهذا الاسم
help-title = المفاتيح
help-none = لا مفتاح يفعل ذلك

## إشعارات

again-leaves = { $back } مرة أخرى للخروج
interrupt-leaves = { $interrupt } مرة أخرى للخروج
stopped = توقف
marked-read =
    { PLURAL($count) ->
        [zero] لم يكن هنا شيء غير مقروء
        [one] عُلّم مقال واحد مقروءًا · { $undo } للتراجع
        [two] عُلّم مقالان مقروءين · { $undo } للتراجع
        [few] عُلّمت { $count } مقالات مقروءة · { $undo } للتراجع
        [many] عُلّم { $count } مقالًا مقروءًا · { $undo } للتراجع
       *[other] عُلّم { $count } مقال مقروءًا · { $undo } للتراجع
    }
undo-nothing = لا شيء للتراجع عنه
redo-nothing = لا شيء لإعادته
again-nothing = لا عرض بعد هذا
last-article = هذا آخر مقال
first-article = هذا أول مقال
name-none-under-cursor = لا اسم تحت المؤشر؛ { $mention-next } إلى التالي
name-no-more = لا أسماء أخرى هنا
furniture-none = لا زوائد للصفحة هنا
highlights-names = التلوين: الأسماء
highlights-off = بلا تلوين
theme-now = مجموعة الألوان: { $theme }
mouse-on = الفأرة تعمل؛ السحب مع Shift يحدد النص
mouse-off = الفأرة متوقفة
mouse-drag = السحب مع Shift يحدد النص؛ { $mouse-toggle } يوقف الفأرة
measure-now = عرض النص { $columns }
paste-ignored = أُهمل ما لُصق؛ الصقه في { $search } للبحث عنه
opened =
    { PLURAL($count) ->
        [zero] لا مقالات
        [one] مقال واحد
        [two] مقالان
        [few] { $count } مقالات
        [many] { $count } مقالًا
       *[other] { $count } مقال
    }
languages-count =
    { PLURAL($count) ->
        [zero] لا لغات
        [one] لغة واحدة
        [two] لغتان
        [few] { $count } لغات
       *[other] { $count } لغة
    }
skipped =
    { PLURAL($count) ->
        [zero] لم يُتجاوز شيء
        [one] تُجووز واحد
        [two] تُجووز اثنان
       *[other] تُجووز { $count }
    }
problems = المشكلات
messages = الرسائل
reading = قُرئ { $count } …
lost-article = المقال الذي قرأته آخر مرة لم يعد هنا

## إرشادات البداية: يزول كل منها بعد استعمال مفتاحه

## ما لا يسير كما يجب

error-no-home = لا مجلد للمستخدم؛ عيّن مجلدًا في NASHRA_DATA_DIR
error-store = تعذر الحفظ: { $problem } (علاماتك باقية في الذاكرة)
store-locked = نسخة أخرى من nashra تستعمل المكتبة
store-full = القرص ممتلئ
store-read-only = لا يمكن الكتابة في { $path }؛ اسمح بها أو عيّن NASHRA_DATA_DIR
store-corrupt = { $path } تالف؛ انقله فتُنشأ مكتبة جديدة
store-newer = { $path } من إصدار أحدث من nashra؛ استعمل ذلك الإصدار
store-foreign = { $path } ليس مكتبة nashra؛ انقله
store-input-output = لا يمكن استعمال { $path }: { $reason }

## أسماء العرض، النتائج، الاستعلامات، التواريخ القصيرة

action-sort-relevance = ترتيب حسب مطابقة البحث
action-names-view = أسماء العرض كله
bar-sort-relevance = المطابقة
names-of-view = العرض كله
state-hit = النتيجة { $place }
state-hits = النتائج { $total }
state-reading = قراءة { $percent } ٪
query-no-language = لا لغة باسم «{ $name }»؛ أُهملت.
query-no-field = لا حقل باسم «{ $name }:»؛ أُهمل.
query-no-state = القيمة «{ $name }» غير معروفة بعد is:؛ أُهملت.
query-no-value = لا شيء بعد «{ $name }:»؛ أُهمل.
query-meaning = { $meaning } هي { $text }
query-try = جرّب { $text }
date-short = { $day }/{ $month }
month-short-1 = 01
month-short-2 = 02
month-short-3 = 03
month-short-4 = 04
month-short-5 = 05
month-short-6 = 06
month-short-7 = 07
month-short-8 = 08
month-short-9 = 09
month-short-10 = 10
month-short-11 = 11
month-short-12 = 12

## الإرسال إلى الطرفية

action-term-mode = طريقة أخرى لإرسال النص من اليمين إلى اليسار
action-term-mode-auto = ترك طريقة إرسال النص من اليمين إلى اليسار لنشرة
action-calibrate = حسم إرسال النص من اليمين إلى اليسار بالنظر
action-low-bandwidth = إرسال أقل قدر ممكن أو إلغاء ذلك
action-fits = السطر المطابق
context-calibration = النص من اليمين إلى اليسار
terminal-mode-now = من اليمين إلى اليسار: { $mode } ({ $place }) · { $term-mode } التالي · { $calibrate } يسألك
terminal-mode-auto = من اليمين إلى اليسار: كما تجده نشرة
terminal-guess = { $calibrate } إن ظهر النص العربي والعبري خطأً
slow-line = الاتصال بطيء: يُرسل الآن أقل قدر ممكن · { $command }
low-bandwidth-on = يُرسل الآن أقل قدر ممكن
low-bandwidth-off = يُرسل كل شيء من جديد
state-low-bandwidth = بطيء
calibrate-title = النص من اليمين إلى اليسار في هذه الطرفية
calibrate-question = أي سطر يُظهر هذا مرتين والخطان في مكانهما؟
calibrate-answer = اضغط رقم أول سطر مطابق: 1 إلى 4 · 5 مربعات أو فراغ بلا حروف · 6 لا شيء · { $cancel } يترك الأمر كما هو
calibrate-answer-short = 1 إلى 4 مطابق · 5 مربعات · 6 لا شيء · { $cancel }
calibrate-fonts = المربعات تعني أن الخط يخلو من العربية: ثبّت DejaVu Sans Mono أو أحد خطوط Noto. هذه حروف عبرية.
calibrate-leave = ترك الأمر كما هو
calibrate-done = من اليمين إلى اليسار: { $mode }، من الآن في هذه الطرفية
calibrate-none = يبقى { $mode }؛ الأمر nashra doctor يذكر ما يُعرف عن هذه الطرفية
locale-encoding = { $name } ليس UTF-8: إن ظهرت الحروف خطأً فاضبط LANG=C.UTF-8

## علامات ووسوم لعدة مقالات، والتراجع عنها وإعادتها

action-tag = إضافة وسوم أو نزعها
action-range = تحديد نطاق في القائمة
ask-tags = الوسوم (- ينزع):
tagged =
    { $count ->
        [0] لم يتغير أي وسم
        [1] أُضيف الوسم · { $undo } للتراجع
       *[other] وُسمت { $count } · { $undo } للتراجع
    }
marked-unread = غير مقروءة ثانية: { $count } · { $undo } للتراجع
marked-starred = مميزة بنجمة: { $count } · { $undo } للتراجع
marked-unstarred = نُزعت النجوم: { $count } · { $undo } للتراجع
again-read = مقروءة ثانية: { $count }
again-unread = غير مقروءة ثانية: { $count }
again-starred = مميزة بنجمة ثانية: { $count }
again-unstarred = نُزعت النجوم: { $count }
again-tags = تغيرت الوسوم: { $count }
again-hotkeys = تغيرت مفاتيح اللغات
again-view-saved = عاد العرض «{ $name }»
again-view-removed = حُذف العرض «{ $name }»
state-range = النطاق { $count }

## النقل إلى خارج البرنامج

keys-copy = نسخ الرابط أو العنوان أو الفقرة أو المقال أو الاسم أو المرجع
keys-link = فتح الرابط؛ الاختيار من الروابط
action-copy-link = نسخ الرابط
action-copy-title = نسخ العنوان
action-copy-paragraph = نسخ الفقرة
action-copy-article = نسخ المقال
action-copy-name = نسخ الاسم
action-copy-citation = نسخ العنوان والمصدر والتاريخ والرابط
action-open-link = فتح الرابط
action-link-picker = الاختيار من الروابط
action-pipe = تمرير النص إلى أمر
action-write = الكتابة في ملف
bar-copy-link = الرابط
bar-copy-title = العنوان
bar-copy-paragraph = الفقرة
bar-copy-article = المقال
bar-copy-name = الاسم
bar-copy-citation = المرجع
bar-copy = نسخ
bar-done = تم
menu-copy = نسخ
copied = نُسخ إلى حافظة الطرفية (OSC 52): { $what }
copied-tmux = سُلّم إلى tmux لينقله: { $what }
copied-perhaps = أُرسل: { $what }، وقد تتجاهله هذه الطرفية؛ { $write } يكتب ملفًا
copied-tmux-perhaps = لدى tmux: { $what }؛ وخياره set-clipboard ينقله
copied-link = الرابط
copy-no-link = لا رابط لهذا المقال
copy-nothing = لا شيء هنا للنسخ
copy-too-long = هذا أطول من أن تحمله حافظة: { $write } يكتب ملفًا
ask-file = الكتابة في:
ask-command = التمرير إلى:
written = كُتب: { $path }
confirm-write-over = { $path } موجود: أيُكتب فوقه؟
confirm-open-links = فتح { $count } من الروابط؟
not-done = بقي كما كان
error-write = تعذرت كتابة { $path }: { $reason }
error-open-link = تعذر فتح { $link }: { $reason }؛ { $copy-link } ينسخه
links-title = الروابط
links-none = لا روابط هنا
links-opened =
    { PLURAL($count) ->
        [zero] لم يُفتح رابط
        [one] فُتح الرابط
        [two] فُتح رابطان
        [few] فُتحت { $count } روابط
        [many] فُتح { $count } رابطًا
       *[other] فُتح { $count } رابط
    }
piped = تم: { $command }
piped-failed = حالة الخروج { $status }: { $command }
piped-killed = أنهته إشارة: { $command }
lent-enter = Enter للعودة إلى nashra
context-confirm = نعم أو لا
action-yes = نعم
bar-yes = نعم
bar-no = لا

## العروض المحفوظة

context-view-picker = العروض المحفوظة
action-views = العروض المحفوظة
action-save-view = حفظ هذا العرض باسم
action-remove-view = حذف هذا العرض المحفوظ
bar-remove-view = حذف
views-title = العروض المحفوظة
view-save-this = حفظ هذا العرض…
ask-view-name = حفظ هذا العرض باسم:
view-saved = حُفظ: «{ $name }» · { $views } يسرد العروض
view-removed = حُذف: «{ $name }» · { $undo } للتراجع
view-unknown = تعذرت قراءة العرض «{ $name }»؛ احفظه من جديد

## القراءة من جديد، وما قيل

action-refresh = البحث عما تغير
action-messages = ما قيل حتى الآن
action-problems = ما تعذرت قراءته
refreshing = جارٍ البحث عما تغير…
refresh-busy = المقالات تُقرأ الآن
refreshed =
    { $count ->
        [0] { $changed ->
            [0] لا جديد
           *[other] المتغير: { $changed }
        }
       *[other] { $changed ->
            [0] الجديد: { $count }
           *[other] الجديد: { $count }، المتغير: { $changed }
        }
    }
state-importing = الاستيراد { $percent }٪ { $bar } { $time }
problems-none = قُرئ كل شيء
bar-look = عرض
bar-open-it = فتح
saved-again = تم الحفظ: علاماتك على القرص ثانية

## إرشادات: يختفي كل منها بعد استعمال مفتاحه

coach-read-on = { $read-on } يتابع القراءة مقالًا بعد مقال
coach-languages = { $lang-toggle-1 } يُظهر لغة واحدة، و{ $lang-all } كلها
coach-names = { $mention-next } ينتقل بين الأسماء
coach-copy = { $copy-paragraph } ينسخ الفقرة

## بطاقة المقال، تتمة

info-tags = الوسوم
card-per-month = في الشهر
card-found-by = وُجد عبر
card-certain = مؤكد
card-uncertain = غير مؤكد دائمًا
rule-full-name = الاسم الكامل
rule-proclitic = الاسم بعد حرف متصل
rule-suffix = الاسم مع لاحقة
rule-surname = اللقب

## الشاشة البسيطة

plain-place = { $row } من { $count }
plain-unread = غير مقروء
plain-starred = بنجمة
plain-comma = { "، " }
plain-before-title = { $facts }{ ": " }
plain-order = شاشة بسيطة: الطرفية نفسها ترتب النص من اليمين إلى اليسار
pages-told = قيمة TERM هي dumb، فلا ألواح هنا: تُعرض المقالات صفحةً صفحة
pages-list = رقم: قراءة المقال، Enter: المزيد، q: خروج
pages-list-last = رقم: قراءة المقال، Enter: من البداية، q: خروج
pages-article = Enter: المزيد، l: القائمة، q: خروج
pages-article-last = Enter: القائمة، q: خروج
pages-numbers = أرقام المقالات من 1 إلى { $count }

## ما قد يكون المقصود ببحث لا يظهر شيئًا

empty-meant-one = هل تقصد  { $first }
empty-meant-two = هل تقصد  { $first }، { $second }
empty-meant-three = هل تقصد  { $first }، { $second }، { $third }
empty-meant-complete = { $complete } يأخذ { $first }
empty-meant-open = { $open } يبحث عن { $first }

## A search that takes long

state-searching = … { $percent }٪

## ما يمكن ضبطه، وما فيه من خطأ

setting-theme = الألوان؛ auto: بحسب الطرفية
setting-ui-lang = لغة الواجهة؛ auto: بحسب LANG
setting-digits = الأرقام: أرقام اللغة (auto) أو اللاتينية
setting-measure = عدد أعمدة النص؛ auto: بحسب الكتابة
setting-hints = المفاتيح في السطر الأسفل
setting-mouse = الفأرة
setting-list-cursor = علامة السطر: عند أوله أو كله
setting-terminal-mode = طريقة إرسال النص من اليمين إلى اليسار
setting-vowel-marks = الحركات؛ auto: حيث تظهر في مكانها
setting-low-bandwidth = إرسال القليل؛ auto: إن كان الاتصال بطيئًا
setting-plain = جمل بالترتيب المنطقي، لقارئات الشاشة
setting-alt-screen = شاشة خاصة تختفي عند الخروج
setting-now = { $name }: { $value }
setting-now-auto = { $name }: auto، وهو الآن { $value }
setting-number = عدد من { $least } إلى { $most }
command-set = تغيير إعداد حتى الخروج
problem-setting = لا يوجد إعداد باسم «{ $name }»
problem-value = لا يمكن أن يكون { $name } هو «{ $value }»
problem-nearest = هل قصدت «{ $name }»؟
problem-can-be = القيم الممكنة: { $values }
problem-there-are = الموجود: { $names }
problem-context = لا يوجد موضع للمفاتيح باسم «{ $name }»
problem-action = لا يوجد فعل باسم «{ $name }»
problem-actions = الأمر nashra man يسردها، وnone يلغي المفتاح
problem-key = لا يوجد مفتاح باسم «{ $name }»؛ اكتب مثل j أو G أو ctrl-d أو f1 أو pgdn أو space
problem-key-empty = المفتاح ناقص؛ اكتب مثل j أو G أو ctrl-d أو f1 أو pgdn أو space
problem-key-same = لا تميز الطرفية «{ $name }» من مفتاح آخر؛ اكتب { $other }
problem-bound = المفتاح { $keys } مربوط بـ { $first } وبـ { $second } في { $context }؛ احذف أحدهما
problem-start = المفتاح { $short } بداية { $long } في { $context }: لا يصح الاثنان معًا؛ احذف أحدهما
problem-no-table = «{ $name }» ليس في أي جدول؛ اكتب الموضع فوقه، مثل [list]
problem-twice = «{ $name }» مكتوب مرتين؛ الأول هو المأخوذ به
problem-encoding = هذا ليس UTF-8؛ احفظ الملف بترميز UTF-8
problem-toml = هذا ليس TOML: { $reason }
problem-unquoted = النص يحتاج إلى علامتي اقتباس: "{ $value }"
problem-more-lines =
    { PLURAL($count) ->
        [zero] ولا سطر آخر
        [one] وسطر آخر كذلك
        [two] وسطران آخران كذلك
        [few] و{ $count } أسطر أخرى كذلك
        [many] و{ $count } سطرًا آخر كذلك
       *[other] و{ $count } سطر آخر كذلك
    }
problem-unreadable = تعذرت قراءته: { $reason }
problem-too-large = حجمه أكبر من اللازم: { $count } كيبيبايت
problems-at-start =
    { PLURAL($count) ->
        [zero] لا مشكلات عند البدء · { $messages }
        [one] مشكلة واحدة عند البدء · { $messages }
        [two] مشكلتان عند البدء · { $messages }
        [few] { $count } مشكلات عند البدء · { $messages }
        [many] { $count } مشكلة عند البدء · { $messages }
       *[other] { $count } مشكلة عند البدء · { $messages }
    }

## فتح مدونة نصوص أخرى

command-open = فتح ملف أو مجلد: open مسار
command-open-sample = المقالات التي تأتي مع nashra
command-open-path = Enter يفتح الملف أو المجلد في هذا المسار
error-no-path = { $path }: لا ملف ولا مجلد بهذا الاسم
error-lend = لا يمكن ترك الطرفية لأمر

## Dates and amounts

highlights-all = التلوين: الأسماء، وتحت التواريخ والمقادير خط
amounts = تواريخ ومقادير
amounts-said = التواريخ والمقادير: { $count }
