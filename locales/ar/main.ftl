### كلمات الصفحة.

list-separator = ،{" "}
faces-separator = ؛{" "}
page-title = Visage: كيف يبدو الوجه لشبكة عصبية

## الترويسة والملاحظات

lead = كيف يبدو الوجه لشبكة عصبية: تقديرات للمظهر، لا حقائق عن شخص.
notes-appearance = تقديرات للمظهر، وليست حقائق عن شخص.
notes-labels = تكرر الشبكة كيف وُسمت الوجوه في مجموعات بياناتها؛ «العرق» يعني «العرق كما وُسم في مجموعات البيانات»، وللجنس صنفاها الاثنان فقط. تخطئ كثيرًا، ولا تخطئ بالتساوي مع الجميع.
notes-private = لا يتعرف Visage على أحد، ولا يحفظ شيئًا ولا يرسل شيئًا.
language = اللغة

## السمات والأصناف

age = العمر
gender = الجنس
race = العرق
class-male = ذكر
class-female = أنثى
class-white = أبيض
class-black = أسود
class-asian = آسيوي
class-indian = هندي
class-others = غير ذلك
class-younger = أصغر
class-older = أكبر

## التقديرات

years = { $years ->
    [zero] أقل من سنة
    [one] سنة واحدة
    [two] سنتان
    [few] { $years } سنوات
    [many] { $years } سنة
   *[other] { $years } سنة
}
years-with-interval = { $years ->
    [zero] أقل من سنة
    [one] سنة واحدة
    [two] سنتان
    [few] { $years } سنوات
    [many] { $years } سنة
   *[other] { $years } سنة
} ({ $from }–{ $to })
class-with-share = { $class } { $share }
low-confidence = ثقة منخفضة
low-confidence-because = ثقة منخفضة: { $reasons }.
doubt-small = الوجه صغير جدًا
doubt-cut-off = الوجه مقطوع
doubt-turned = الوجه ملتفت
doubt-unclear = قد لا يكون وجهًا
doubt-dark = الإضاءة خافتة جدًا
doubt-bright = الإضاءة قوية جدًا
doubt-blurred = الوجه غير واضح
doubt-tilted = الوجه يُرى من أسفل أو من أعلى
doubt-covered = جزء من الوجه مغطى
doubt-unlike = قد لا يكون هذا وجه إنسان
no-face-found = لم يُعثر على وجه.
faces-found = عدد الوجوه: { $count }.
faces-found-with = عدد الوجوه: { $count }: { $faces }.
face-number = الوجه { $number }
estimated-age = العمر المقدّر
estimated-gender = الجنس المقدّر
gender-not-told = لا يُذكر دون سن { $years } سنوات، إذ يكون تخمينًا
estimated-race = العرق المقدّر
as-labelled = كما وُسم في مجموعات البيانات
faces = الوجوه
faces-before = تظهر هنا تقديرات الشبكة، سطر لكل وجه.
faces-engine-loading = ما زال المحرك يُحمَّل. ستتبعه التقديرات.
faces-looking = جارٍ البحث عن وجوه …
faces-searching = بحث أدق: اكتمل { $share }؛ الوجوه التي عُثر عليها حتى الآن: { $count }.
faces-not-read = الوجوه التي عُثر عليها: { $found }. قُرئ أكبرها، وعددها { $read }.
faces-engine-failed = توقف المحرك، فلا يمكن العثور على وجوه. انظر الملاحظة في الأعلى.
faces-none = لم يُعثر على وجه. اقترب، أو التفت نحو الضوء، أو جرّب صورة أخرى.

## الصورة

picture = الصورة
camera = الكاميرا
photo = صورة
invitation = استخدم الكاميرا، أو اسحب صورة إلى هنا.
invitation-private = تبقى الصور في هذا التبويب: لا يُرسل شيء ولا يُحفظ شيء.
use-camera = تشغيل الكاميرا
privacy-and-credits = الخصوصية والمصادر
stop-film = إيقاف الفيديو
panel = اللوحة
clear-stage = إفراغ
stop-camera = إيقاف الكاميرا
waiting-for-camera = جارٍ البدء …
which-camera = أي كاميرا
camera-number = الكاميرا { $number }
choose-photos = اختيار صور
samples = صور للتجربة
samples-try = أو جرّب إحدى هذه:
samples-credits = الصور: ناسا (Eileen Collins، ملكية عامة) وFairFace من Kimmo Kärkkäinen وJungseock Joo، CC BY 4.0.
sample-astronaut = رائدة فضاء أمام علم
sample-woman-1 = امرأة تنظر إلى الكاميرا
sample-man-1 = رجل ينظر إلى الكاميرا
sample-woman-2 = امرأة بغطاء رأس
sample-group = ثلاثة أشخاص
the-picture = الصورة
freeze = تجميد
go-on = متابعة
keep-to-compare = مقارنة
projector = ملء الشاشة
kept-moments = لحظات للمقارنة
kept-moment = لحظة للمقارنة
let-moment-go = إزالة هذه اللحظة
contact-sheet = لوحة الصور
sheet-filling = تُقرأ الصور
sheet-progress = قُرئ { $done } من { $count }
sheet-stop = إيقاف
unreadable-photo = تعذرت قراءتها.
tab-faces = الوجوه
tab-heat-map = الحرارة
tab-lesson = الدرس
tab-teach = علّمها
tab-more = المزيد
heat-map = الخريطة الحرارية
heat-map-what = إلى أين نظرت الشبكة؟ كلما زاد تأييد الموضع للإجابة اشتد لونه.
heat-map-caution = تُظهر الخريطة الحرارية ما أثّر في الإجابة، لا صحة الإجابة. الخطوة e من الدرس تختبرها.
legend-for = لصالح «{ $target }»:
more-settings = الألوان والطبقة وجزء الصورة

## ما يُعرض

no-heat-map = دون
evidence-for = أدلة على
evidence-for-older = عمر أكبر
evidence-for-estimate = الصنف المقدّر
at-layer = الطبقة
layer = المرحلة { $stage } ({ $side } × { $side })
opacity = الشدة
colours = الألوان
palette-viridis = من البنفسجي إلى الأصفر
palette-inferno = من الأسود إلى الأصفر
palette-cividis = من الأزرق إلى الأصفر
heat-map-over = يغطي
heat-map-over-share = يسار الصورة بنسبة { $share }
legend-little = قليل
legend-most = الأكثر
smooth-over-time = تنعيم الفيديو
show = عرض

## المحرك

engine = المحرك
engine-loading = جارٍ التحميل
engine-failed = توقف المحرك
engine-hangs = يتوقف المحرك عن الاستجابة مرة بعد مرة. أغلق البرامج الأخرى، أو أعد تحميل الصفحة.
loading-engine = جارٍ تحميل المحرك
loading-starts = جارٍ البدء…
loading-of = جارٍ تحميل النماذج: { $loaded } من { $total } ميغابايت
loading-stalls = لم يصل شيء منذ بضع ثوانٍ. يواصل Visage الانتظار؛ تحقق من الاتصال، أو أعد تحميل الصفحة.
ready-on-cpu = جاهز على المعالج
ready-on-webgpu = جاهز على WebGPU
device-webgpu = اجتاز محوّل الرسوميات { $adapter } الاختبار الذاتي، وهو أسرع من المعالج.
device-cpu-wanted = عنوان الصفحة يطلب المعالج.
device-data-saved = يعمل المعالج: يحتاج WebGPU إلى برنامج كبير، وهذا المتصفح مضبوط على توفير البيانات.
device-cpu-meanwhile = يعمل المعالج ريثما يُبحث عن WebGPU ويُختبر.
device-cpu-faster = يعمل WebGPU على محوّل الرسوميات { $adapter }، لكن المعالج أسرع هنا.
device-cpu-without-webgpu = لا يُستخدم WebGPU: { $problem }.
webgpu-no-adapter = لا يوفر هذا المتصفح محوّل رسوميات
webgpu-software = محوّل الرسوميات { $adapter } برمجي وأبطأ من المعالج
webgpu-start = تعذر تشغيله ({ $reason })
webgpu-self-test = لم يجتز الاختبار الذاتي ({ $reason })
webgpu-late = لم يستجب في الوقت المناسب
webgpu-lost = توقف عن الحساب، كما يحدث عند إعادة تشغيل برنامج تشغيل الرسوميات
start-again = البدء من جديد
use-the-cpu = استخدام المعالج
dismiss = إغلاق

## للأخذ

take-away = حفظ
take-away-local = يُصنع على هذا الجهاز ولا يُرسل إلى أي مكان.
take-away-nothing = افتح صورة أولًا. ثم احفظها هنا مع تقديراتها.
log-kept = يحتفظ هذا التبويب بسجل تقديراته في الذاكرة فقط حتى تغلقه.
clear-log = مسح السجل
save-picture = حفظ الصورة
copy-picture = نسخ الصورة
share-picture = مشاركة الصورة
save-numbers = حفظ الأرقام (JSON)
save-log = حفظ السجل (CSV)
estimated-by = تقدير Visage: كيف يبدو الوجه لشبكة عصبية، وليس حقائق عن شخص.

## العدادات

instruments = العدادات
show-instruments = إظهار العدادات
hide-instruments = إخفاء العدادات
frames-a-second = إطارات في الثانية
engine-memory = ذاكرة المحرك
model-hash = النموذج (SHA-256)
megabytes = { $megabytes } ميغابايت
times-of-frames = أزمنة آخر الإطارات
times-full-height = أزمنة آخر الإطارات، كامل الارتفاع { $milliseconds } مللي ثانية
stage-read = قراءة البكسلات
stage-detect = إيجاد الوجوه
stage-attributes = المحاذاة والتقدير
stage-explain = الخريطة الحرارية
run-benchmark = بدء القياس
benchmark-running = جارٍ القياس، الإطار { $frame } …
copy-table = نسخ الجدول

## ما قد يتعطل

error-camera-refused = رُفضت الكاميرا. اسمح بها لهذه الصفحة في شريط العنوان أو إعدادات المتصفح ثم شغّلها من جديد، أو استخدم صورة.
error-camera-absent = لم يُعثر على كاميرا. صِل واحدة وشغّلها من جديد، أو استخدم صورة.
error-camera-busy = الكاميرا مشغولة. أغلق البرامج أو التبويبات الأخرى التي تستخدمها ثم شغّلها من جديد.
error-camera-unsuitable = لم يعد بالإمكان استخدام تلك الكاميرا. اختر أخرى من القائمة أو ابدأ من جديد.
error-camera-insecure = لا يعطي المتصفح الكاميرا إلا لصفحات محمّلة عبر https أو من localhost. افتح هذه الصفحة هكذا، أو استخدم صورة.
error-camera-unplugged = فُصلت الكاميرا أو أُخذت. صِلها وشغّلها من جديد.
error-camera-failed = تعذر تشغيل الكاميرا ({ $reason }). حاول مرة أخرى، أو استخدم صورة.
error-picture-empty = «{ $name }» فارغ (0 بايت). اختر صورة أخرى.
error-not-a-picture = «{ $name }» ليس صورة. اختر ملف JPEG أو PNG أو WebP أو AVIF أو GIF.
error-picture-huge = في «{ $name }» { $megapixels } ميغابكسل؛ يمكن هنا فتح { $limit } على الأكثر. صغّرها وحاول مرة أخرى.
error-picture-foreign = الملف «{ $name }» من نوع { $format }، ولا يمكن فتحه هنا. احفظه بصيغة JPEG أو PNG ثم حاول مجددًا.
error-picture-heic = لا يستطيع هذا المتصفح فتح صور HEIC مثل «{ $name }». احفظها بصيغة JPEG وحاول مرة أخرى.
error-picture-damaged = لا يمكن فتح «{ $name }»؛ قد تكون تالفة. اختر صورة أخرى.
error-film = لا يمكن تشغيل الفيديو «{ $name }» هنا. اختر ملف MP4 أو WebM.
error-file = تعذر تحميل «{ $name }». تحقق من الاتصال وحاول مرة أخرى.
error-sample = تعذر تحميل صورة التجربة. تحقق من الاتصال وحاول مرة أخرى، أو استخدم صورتك.
error-too-large-to-save = الصورة أكبر من أن تُحفظ. جرّب صورة أصغر.
error-copy = لا يسمح المتصفح لهذه الصفحة باستخدام الحافظة ({ $reason }). احفظ الصورة بدلًا من ذلك.
error-share = لا يستطيع هذا الجهاز مشاركة الصورة. احفظها بدلًا من ذلك.
error-camera-silent = لا تعطي الكاميرا صورة. افتح غطاءها، أو أغلق البرامج الأخرى التي تستخدمها.
error-film-without-picture = يشغّل هذا المتصفح صوت «{ $name }» دون صورته. اختر ملف MP4 ‏(H.264) أو WebM.
error-film-left-out = يُشغَّل فيديو واحد فقط في كل مرة: تُرك «{ $name }». افتحه وحده.
error-camera-taken-back = سُحب الإذن باستخدام الكاميرا. اسمح بها مجددًا من شريط العنوان أو إعدادات المتصفح، ثم شغّل الكاميرا.
error-camera-black = الكاميرا تعطي صورة سوداء. افتح غطاءها، أو أزل ما يحجبها، أو أشعل ضوءًا.
error-camera-out-of-sight = أُوقفت الكاميرا لأن هذه الصفحة لم تكن ظاهرة مدة دقيقة. شغّلها من جديد.
error-file-unreadable = لا يمكن قراءة «{ $name }». إن كان مجلدًا فافتحه واختر الصور التي فيه.
error-folder-empty = لا توجد صور في المجلد «{ $name }». أفلت مجلدًا فيه صور أو اختر الصور نفسها.
error-no-file = ما أُفلت هنا ليس ملفًا. احفظ الصورة من الصفحة الأخرى أولًا، ثم أفلت الملف هنا.
still-earlier-picture = ما زالت الصورة السابقة معروضة.
and-more-files =
    { $count ->
        [one] وتعذر فتح ملف آخر.
        [two] وتعذر فتح ملفين آخرين.
        [few] وتعذر فتح { $count } ملفات أخرى.
       *[other] وتعذر فتح { $count } ملفًا آخر.
    }
notice-copied = نُسخ.
notice-saved = حُفظ.
failure-program = تعذر تحميل المحرك. تحقق من الاتصال وأعد تحميل الصفحة؛ وإن لم يُجدِ ذلك فحدّث المتصفح: يلزمه WebAssembly مع SIMD. ({ $reason })
failure-breakdown = تعطل المحرك. شغّله من جديد؛ وإن لم يُجدِ ذلك فأعد تحميل الصفحة. ({ $reason })
failure-mismatch = الصفحة ومحركها غير متوافقين. أعد تحميل الصفحة. ({ $reason })
failure-file-refused = تعذر تحميل «{ $file }»: يجيب الخادم { $reason }. أعد تحميل الصفحة، أو أعد بناء الموقع.
failure-file-unreachable = تعذر تحميل «{ $file }». تحقق من الاتصال وأعد تحميل الصفحة. ({ $reason })
failure-copy-damaged = نسخة «{ $file }» المحفوظة في هذا المتصفح تالفة ولا يمكن استبدالها. اتصل بالشبكة مرة واحدة وأعد تحميل الصفحة. ({ $reason })
failure-file-damaged = وصل «{ $file }» تالفًا، وفي المحاولة الثانية أيضًا. أعد تحميل الصفحة، أو أعد بناء الموقع.
failure-file-unusable = أحد ملفات المحرك تالف أو من إصدار آخر. أعد تحميل الصفحة، أو أعد بناء الموقع. ({ $reason })
failure-webgpu = لا يمكن استخدام WebGPU: { $problem }. استخدم المعالج بدلًا منه.
failure-cpu = لم يجتز المعالج الاختبار الذاتي. أعد تحميل الصفحة، أو استخدم متصفحًا آخر، أو أعد بناء الموقع. ({ $reason })
failure-late = لم يستجب المحرك فأُعيد تشغيله. سيُسأل عن أحدث صورة مرة أخرى.
failure-false-pixels = يعطي هذا المتصفح وحدات بكسل مزيّفة، كما تفعل الحماية من التتبع بالبصمة، فلا يمكن العثور على أي وجه فيها. اسمح لهذه الصفحة بقراءة بيانات اللوحة، أو استخدم متصفحًا آخر.
failure-picture-empty = الصورة فارغة. اختر صورة أخرى.
failure-pixels = تعذرت قراءة بكسلات الصورة. جرّب صورة أصغر، أو متصفحًا آخر. ({ $reason })
failure-device = لم يتمكن الجهاز من الحساب. أعد تحميل الصفحة، أو استخدم المعالج. ({ $reason })
error-browser = أبلغ المتصفح عن مشكلة ({ $reason }). أعد تحميل الصفحة؛ وإن تكررت فجرّب متصفحًا آخر.

## الدرس

how-it-works = كيف يعمل
lesson-steps = خطوات الدرس
lesson-place = الخطوة { $number } من { $count }
lesson-face = تعرض هذه الخطوة { $face }. اضغط وجهًا آخر في مساحة العرض للتبديل.
lesson-point = أشر إلى خريطة أو المسها لوضعها فوق الوجه. النقر يثبّتها، والنقر على أخرى يزيلها.
lesson-back = السابق
lesson-next = التالي: { $title }
print-worksheet = طباعة ورقة العمل
lesson-align = الإيجاد والمحاذاة
lesson-features = ميزات مشتركة
lesson-attributes = نوعان من السمات
lesson-weights = وزن الخسائر
lesson-evidence = إلى أين نظرت: Grad-CAM
lesson-errors = مع من تخطئ؟
missing-picture = تحتاج هذه الخطوة إلى وجه. استخدم الكاميرا، أو افتح صورة، أو خذ صورة التجربة.
missing-engine = ما زال المحرك يُحمَّل. ستكتمل الخطوة من تلقاء نفسها.
missing-answer = الشبكة تقرأ الصورة …
missing-face = لم يُعثر على وجه في هذه الصورة. جرّب صورة أخرى، أو خذ صورة التجربة.
missing-heat-map = الخريطة الحرارية متوقفة. شغّل واحدة لتفككها هذه الخطوة.
missing-use-sample = استخدام صورة التجربة
missing-show-heat-map = عرض الخريطة الحرارية للعمر

align-detector = تبحث BlazeFace، وهي شبكة صغيرة، في الصورة كلها مصغّرة إلى 256 بكسل في ضلعها الأطول. لها مرساتان في كل مربع من 16 بكسل، وست في كل مربع من 32. وتجيب كل مرساة: هل هنا وجه، وما حجمه، وأين العينان والأنف والفم والأذنان؟ وتُدمج الإجابات عن الوجه نفسه.
align-show = اعرض فوق الصورة:
align-anchors = مراسٍ كل { $cell } بكسل
align-key-points = النقاط الرئيسة
align-crop = تحدد العينان والأنف والفم كيف يُدار الوجه ويُقاس ويُقص: المربع المائل في مساحة العرض. لذلك ترى الشبكة الثانية كل وجه معتدلًا وبحجم واحد.
align-caption = القصاصة التي تقرؤها الشبكة: 112 × 112 بكسل
align-place = كان هذا الوجه مدارًا بمقدار { $degrees }°. يغطي بكسل واحد من القصاصة { $scale } بكسل من الصورة. الكاشف واثق بنسبة { $share } أنه وجه.

features-stages = تقرأ الشبكة القصاصة في خمس مراحل يتشاركها العمر والجنس والعرق. تستجيب القنوات الأولى للحواف والألوان، واللاحقة لأجزاء من الوجه. تصير الخرائط أخشن على الطريق، وترى كل خلية جزءًا أكبر من الوجه. تُعرض القنوات الثماني الأكثر تباينًا.
features-stage = المرحلة { $stage }: { $channels ->
    [few] { $channels } قنوات
    [many] { $channels } قناة
   *[other] { $channels } قناة
} بحجم { $side } × { $side }
channel = القناة { $channel }
features-blocks-title = مم تتكون المراحل: كتل MBConv
features-blocks = توسّع الكتلة قنواتها (1 × 1)، وترشّح كل قناة وحدها (depthwise)، ثم تضيّقها من جديد (1 × 1). ترشيح القنوات واحدة واحدة يكلف جزءًا يسيرًا من اللف الكامل، ولذلك تعمل الشبكة في متصفح.
blocks-point = أشر إلى صف أو المسه لترى بأي دقة يقسّم ناتجه الوجه.
block-cells = { $part }: { $side } × { $side } خلية
blocks-shapes = أشكال الكتل
block-part = الجزء
block-input = القنوات الداخلة
block-expanded = توسّع إلى
block-kernel = النواة
block-stride = الخطوة
block-output = القنوات الخارجة
part-stage = المرحلة { $stage }
part-ordinal = فرع العمر
part-nominal = فرع الجنس والعرق

attributes-ordinal-title = بترتيب: العمر
attributes-ordinal = 41 بدل 40 تكاد تكون صحيحة. تعطي الشبكة كل سنة من 0 إلى 100 احتمالًا. وفي التدريب تُحسب السنوات المجاورة للسنة الموسومة صحيحة جزئيًا، فتتعلم تلًا لا شوكة. والتل العريض يعني أنها غير متأكدة.
attributes-neighbours = لهذا الوجه تنال السنة { $year } وحدها { $alone }؛ وتنال مع { $reach ->
    [one] سنة واحدة
    [two] سنتين
    [few] { $reach } سنوات
    [many] { $reach } سنة
   *[other] { $reach } سنة
} على كل جانب { $around }. التقدير هو المتوسط، { $mean }. ويقع 80 % من التوزيع بين { $from } و{ $to }.
attributes-nominal-title = دون ترتيب: الجنس والعرق كما وُسما
attributes-nominal = هنا الخطأ خطأ. الأصناف هي وسوم مجموعات البيانات، وضعها أناس نظروا إلى صورة. ومجموع الأشرطة 100 % حتى لو لم يناسب أي صنف: فالشبكة لا تعرف جوابًا آخر.

weights-uncertainty = تتعلم ثلاث مهام معًا في شبكة واحدة، فتُجمع خسائرها. كم ينبغي أن تُحسب كل منها؟ تتعلم هذه الشبكة ذلك أيضًا (عدم يقين متجانس): لكل مهمة عدد s، وتُضرب خسارتها في exp(−s). الخسارة الكبيرة ترفع s وتخفض الوزن، لكن s/2 يُضاف ثمنًا لذلك. وعند الاستقرار تكون الخسارة مضروبة في وزنها ½ لكل مهمة.
weights-curves = الأوزان الثلاثة عبر التدريب. وفي نهايته: { $ends }
weights-caption = الأوزان عبر خطوات آخر تدريب لنا، وعددها { $steps }. تبدأ كلها من 1، الخط المتقطع.
weight-of = { $task }: { $weight }
weights-choose-title = ضع الأوزان بنفسك
weights-nearest = أقرب التدريبات التي أجريناها: { $name }.
weights-none = أعطِ مهمة واحدة على الأقل وزنًا.
weights-outcomes = نتائج التدريبات
weights-column = الأوزان
column-age-error = خطأ العمر، سنوات ({ $set })
column-gender = الجنس ({ $set })
column-race = العرق ({ $set })
variant-baseline = متعلَّمة (عدم اليقين)
variant-equal = أوزان متساوية
variant-hand = أوزان يدوية
variant-alone = { $task } وحده
weights-intervals = الأرقام الصغيرة فترات 95 %. حيث تتداخل فترتان قد يكون الفرق مصادفة: لا تتفوق بوضوح أي طريقة لتشارك شبكة واحدة، والأوزان المتعلَّمة توفر البحث. هذه التدريبات قصيرة، فلا يُعتد إلا بالفروق.

evidence-question = يسأل Grad-CAM: لو كانت قناة هنا أنشط قليلًا، فكم كان الجواب سيتغير؟ اختر الجواب أسفل مساحة العرض.
evidence-channels-title = 1. خذ القنوات الأكثر أثرًا
evidence-channels = في الأعلى: أين تنشط القناة. تحته: التدرج، برتقالي حيث ترفع زيادة القناة الجواب، وأزرق حيث تخفضه. وفي الأسفل: وزن القناة، أي متوسط تدرجها، نسبةً إلى أكبر وزن.
channel-activations = القناة { $channel }: التنشيطات
channel-gradient = القناة { $channel }: التدرج
weight = { $weight }
evidence-sum-title = 2. اجمع كل القنوات، كل منها مضروبة في وزنها. 3. احذف ما يعارض
evidence-sum = المجموع الموزون: البرتقالي يؤيد الجواب، والأزرق يعارضه
evidence-kept = ما يبقى (ReLU): الخريطة الحرارية قبل تكبيرها
evidence-check-title = 4. اختبرها: لوّن فوق الوجه
evidence-check = الخريطة الحرارية ادعاء. لوّن فوق موضع دافئ، ثم امسح اللون ولوّن فوق موضع بارد. إن صحت الخريطة غيّر الموضع الدافئ الجواب أكثر.
evidence-trust-title = 5. إلى أي حدّ يمكن الوثوق بها؟
evidence-trust = قيس على { $n } وجهًا من FairFace لم تتعلم منها الشبكة، في { $attribute } عند هذه الطبقة: يقع { $inside } من الحرارة على الوجه نفسه، دون الشعر والأذنين والخلفية. الخريطة التي لا تعرف شيئًا لها هناك { $chance }. تمويه خُمس البكسلات الأشد حرارة يُفقد التقدير { $hottest } نقطة من الاحتمال، وخُمس عشوائي { $random }، ووسط الوجه { $middle }.
evidence-trust-meaning = إن كان أول هذه الأرقام أكبرها فالخريطة تبيّن مصدر التقدير. والحرارة بجانب الوجه تعني أن الشبكة تقرأ الشعر أو الخلفية: الخريطة محقّة، والشبكة مصيبة لأسباب خاطئة.
brush-canvas = القصاصة. لوّن بالمؤشر، أو حرّك الفرشاة بمفاتيح الأسهم ولوّن بمفتاح الإدخال.
brush-heat = عرض الخريطة الحرارية
brush-estimated = التقدير
brush-before = قبل
brush-painted = بعد التلوين
brush-change-age = غيّر التلوين العمر بمقدار { $years } سنة، من { $before } إلى { $after }.
brush-change-class = غيّر التلوين «{ $class }» من { $before } إلى { $after }.
brush-painted-at = لُوّن: { $place }
place-left-eye = العين التي على اليسار
place-right-eye = العين التي على اليمين
place-nose = الأنف
place-mouth = الفم
place-forehead = الجبهة
place-chin = الذقن
place-left-cheek = الخد الذي على اليسار
place-right-cheek = الخد الذي على اليمين
place-top = فوق الجبهة
place-left-edge = الحافة اليسرى
place-right-edge = الحافة اليمنى
errors-measured = اختُبرت الشبكة على وجوه أُبعدت عن تدريبها. تُظهر الأشرطة كم مرة توافق الوسوم، أو بكم سنة تخطئ. الخطوط الرفيعة فترات 95 %: حيث تتداخل فترتان كثيرًا قد يكون الفرق مصادفة.
errors-by = التجميع بحسب
by-age = الفئة العمرية
brush-again = مسح اللون

errors-why = تقول الأرقام إن المجموعات تختلف، ولا تقول لماذا. فالمجموعات تختلف في العمر أيضًا، والوجوه المسنّة أصعبها تقديرًا: جزء من الفجوة بين الأعراق فجوة بين الأعمار. وقد جُمعت FairFace لتكون متوازنة بحسب العرق، والفجوات موجودة مع ذلك. ماذا قد يسببها غير ذلك: الوسوم، أم الإضاءة، أم الأصناف نفسها؟
errors-card = كل الأرقام، بحسب العرق والجنس والعمر معًا، مع شروط البيانات:
model-card = بطاقة النموذج (JSON، تبويب جديد)
for-teachers = للمعلمين
teach-minutes = { $minutes ->
    [zero] { $minutes } دقيقة
    [one] دقيقة واحدة
    [two] دقيقتان
    [few] { $minutes } دقائق
    [many] { $minutes } دقيقة
   *[other] { $minutes } دقيقة
}
teach-question = اسأل
teach-look = لاحظ
teach-trap = احذر
teach-question-a = توقّع أولًا: هل يظل يعثر على الوجه مقلوبًا، أو نصف مغطى، أو صغيرًا كصورة مصغّرة؟
teach-look-a = أمِل رأسك: يميل المربع معه وتبقى القصاصة معتدلة. ثم التفت إلى الجانب حتى يشك تبويب «الوجوه» في تقديره.
teach-trap-a = الإيجاد ليس تعرّفًا: يقول الكاشف أين يوجد وجه، لا وجه من هو. والوجه الذي يفوته لا ينال أي تقدير. هنا تبدأ الأخطاء.
teach-question-b = أي القنوات تستجيب للعينين؟ وأيها للشعر أو للخلفية؟
teach-look-b = في المرحلة 1 ما زال يمكنك تمييز الوجه. وفي المرحلة 5 للخريطة 7 × 7 خلايا، ولا يبقى سوى المواضع. مع الكاميرا: ثبّت قناة، وتحرك، وشاهدها تتبعك.
teach-trap-b = «قناة العين» قراءتنا نحن لصورة واحدة. القناة المفردة لا معنى لها عند الشبكة، فهي لا تستخدم إلا مجاميع قنوات كثيرة.
teach-question-c = تل عمر من أعرض: تل طفل أم تل شخص في السبعين؟ خمّن ثم قارن.
teach-look-c = قارن عرض تلين، لا قمتيهما فقط. ثم غطِّ وجهًا أو موّهه وراقب تله.
teach-trap-c = يقول الشريط كم يُحتمل وسم من وسوم مجموعة بيانات، لا ما هو الشخص. وسيكون مجموع الأشرطة 100 % لوجه مرسوم على ورق أيضًا.
teach-question-d = أي مهمة تنتهي بأصغر وزن، ولماذا؟ قرّر قبل أن تقرأ المنحنيات.
teach-look-d = كلما كبرت الخسارة صغر وزنها: ينتهي العمر بأدنى وزن والجنس بأعلى وزن. شبكة لكل مهمة تحتاج إلى نحو مرتين ونصف من معاملات شبكة واحدة للجميع؛ والعرق وحده يستفيد من ذلك بوضوح.
teach-trap-d = الوزن الصغير لا يعني إهمال العمر. فللخسائر مقاييس مختلفة، والوزن يسوّي بينها أيضًا.
teach-question-e = إلى أين يجب أن تنظر لتقدّر العمر؟ ارسم تخمينك قبل أن تعرض الخريطة.
teach-look-e = فسّر «أصغر» بدل «أكبر»، أو صنفًا آخر: الوجه هو نفسه والخريطة ليست كذلك. وليس أدفأ موضع على الوجه دائمًا: انظر إلى حواف القصاصة.
teach-trap-e = تُظهر الخريطة ما أثّر في الجواب، لا إن كان صحيحًا أو منصفًا. لها 7 × 7 خلايا في المرحلة الأخيرة، وشكلها الناعم من التكبير. والتلوين يخفي موضعًا، لكنه يضيف حوافَّ أيضًا.
teach-question-f = خمّن أولًا: هل الفجوات أكبر بين الأعراق أم الجنسين أم الفئات العمرية؟
teach-look-f = في العمر والجنس، الفئات العمرية هي الأكثر تباعدًا. وفي العرق، «غير ذلك» هو الأقل تمييزًا: صنف لكل من لا يناسبه صنف آخر.
teach-trap-f = «لم ترَ منهم ما يكفي» لا يفسر ذلك. في UTKFace أكثر الوجوه موسومة بصنف «أبيض»، ومع ذلك تخطئ الشبكة في أعمارها بسنوات أكثر مما في الوجوه الموسومة بصنف «آسيوي»: ثلثها في الخمسين أو أكثر. وعندما درّبنا بسحب كل المجموعات بالتساوي، ازدادت فجوة الجنس في FairFace.
worksheet-title = ورقة عمل: كيف يبدو الوجه لشبكة عصبية
worksheet-name = الاسم
worksheet-class = الصف
worksheet-date = التاريخ
worksheet-stage = المرحلة { $stage }: القنوات الأربع الأكثر تباينًا
worksheet-ages = احتمال كل عمر
worksheet-question-a-1 = توقّع: متى لا يُعثر على وجه؟ اكتب ثلاث حالات ثم جرّبها.
worksheet-question-a-2 = أمِل رأسك ثم ابتعد. ما الذي يتغير في القصاصة، وما الذي يبقى؟
worksheet-question-b-1 = اختر قناة من المرحلة 1 وقناة من المرحلة 4. لأي شيء تستجيب كل منهما؟
worksheet-question-b-2 = كم خلية في خريطة السمات في المرحلة 1، وكم في المرحلة 5؟ ماذا يُفقد وماذا يُكتسب؟
worksheet-question-c-1 = توقّع العمر المقدّر للوجه في مساحة العرض وفترته. ثم اكتب ما تقوله الشبكة.
worksheet-question-c-2 = في التدريب تُحسب السنوات المجاورة صحيحة جزئيًا. لماذا لا تُحسب الأصناف المجاورة كذلك؟
worksheet-question-d-1 = أي مهمة ستعطيها أكبر وزن؟ وماذا سيكلف ذلك المهام الأخرى؟
worksheet-question-d-2 = خلط أحدهم وسوم مهمة واحدة. ماذا يحدث لخسارتها، ولعددها s، ولوزنها؟
worksheet-question-e-1 = ارسم أين تتوقع الأدلة. بمَ تختلف الخريطة الحرارية؟
worksheet-question-e-2 = لوّن فوق موضع دافئ، ثم فوق موضع بارد. اكتب تغيّر الجواب في كل مرة.
worksheet-question-e-3 = هل تؤيد تجربتك الخريطة؟ ماذا قد يفسر التغيرات غير ذلك؟
worksheet-question-f-1 = خمّن: بين أي المجموعات تكون الفجوة أكبر؟ وماذا تقول الأرقام؟
worksheet-question-f-2 = اختر فجوة واحدة. اذكر سببين محتملين، وكيف تختبر كلًا منهما.
worksheet-question-f-3 = اذكر استخدامًا تستبعده هذه الأخطاء، وبيّن السبب.
errors-set = { $set }: عدد الوجوه { $n }
errors-n = n { $n }
gaps-title = أكبر الفجوات: الفرق بالسنوات أو بالنقاط المئوية
gap-years = { $difference } سنة
gap-points = { $difference } نقطة مئوية
gap-worst = الأسوأ: { $group }
gap-chance = قد يكون مصادفة
ages = { $from }–{ $to }
ages-from = { $from } فأكثر
figure-age-error = خطأ العمر، سنوات
figure-age-group = الفئة العمرية صحيحة
figure-gender = الجنس كما وُسم
figure-race = العرق كما وُسم

## دون شبكة وبخصوصية

offline-unavailable = لا يمكن فتح الصفحة هنا دون شبكة: لا يحتفظ هذا المتصفح بنسخة من صفحة حُمّلت بهذه الطريقة.
offline-preparing = تُحفظ نسخة من هذه الصفحة للزيارات دون شبكة …
offline-ready = تُفتح هذه الصفحة دون شبكة أيضًا.
offline-full = لا مكان لنسخة من هذه الصفحة. أفرغ بعض التخزين لفتحها دون شبكة؛ ومع الشبكة تعمل كما هي.
offline-failed = تعذّر حفظ نسخة من هذه الصفحة. أعد تحميلها للمحاولة من جديد؛ ومع الشبكة تعمل كما هي.
update-ready = إصدار أحدث من Visage جاهز، كامل ومُتحقَّق منه.
update-elsewhere = حُدِّث Visage في علامة تبويب أخرى. أعد تحميل هذه الصفحة: قد تكون أجزاء من إصدارها قد حُذفت.
update-now = أعد التحميل به
privacy = الخصوصية
about = حول
privacy-title = خاصة بحكم البناء:
privacy-bytes =
    { $bytes ->
        [one] أُرسل بايت واحد
       *[other] أُرسل { $bytes } بايت
    }
privacy-uncounted = لا يُرسل شيء
privacy-where = تُفحص الصور في علامة التبويب هذه على هذا الجهاز. لا خادم يمكنه استقبالها.
privacy-stored = لا تُخزَّن أي صورة. النسخة المخصصة للزيارات دون شبكة تحوي ملفات هذا الموقع ولا شيء منك. لا ملفات تعريف ارتباط.
privacy-requests = لا يمكن للصفحة تحميل سوى ملفاتها؛ وسياسة أمنها تمنع المتصفح من أي عنوان آخر. لا خطوط ولا عدّادات ولا برامج لغيرها.
privacy-check = يحصي الرقم أعلاه ما تسلّمه برامج هذه الصفحة للشبكة. لا تأخذ به دون تحقق: افتح أدوات الشبكة في المتصفح، أو افصل الشبكة؛ فكل شيء يستمر.
notices = حقوق أعمال الآخرين وتراخيصها

## تعليمها شيئًا جديدًا

training-what = علّم الشبكة شيئًا لا تعرفه. قل ما هو، واعرض أمثلة، ثم راقب كيف تتعلم الشبكة.
training-glasses = نظارة
training-without = دون نظارة
training-with = بنظارة
training-no = لا
training-yes = نعم
training-attribute = السمة
training-kind = أصنافها
training-nominal = دون ترتيب
training-ordinal = بترتيب
training-class-number = الصنف { $number }
training-not-said = دون تحديد
training-add-class = إضافة صنف
training-remove-class = إزالة الصنف الأخير
training-add-attribute = إضافة سمة
training-remove-attribute = إزالة هذه السمة
training-hold = اضغط باستمرار للعرض
training-taking = تُؤخذ الأمثلة…
training-take-one = أخذه مثالًا
training-count-down = بعد 3 ثوانٍ
training-in-seconds = { $seconds }…
training-from-photos = من صور…
training-needs-face = حدّد أعلاه ما تُظهره أمثلتك. ثم شغّل الكاميرا واضغط الزر باستمرار، أو اختر صورًا: يُؤخذ من كل صورة أكبر وجه فيها.
training-reading = تُقرأ الصورة { $done } من { $count }.
training-examples = { $count ->
    [zero] لا أمثلة
    [one] مثال واحد
    [two] مثالان
    [few] { $count } أمثلة
    [many] { $count } مثالًا
   *[other] { $count } مثال
}
training-examples-hint = تأتي أولًا الأمثلة التي أخطأت فيها الشبكة. العلامة ⇄ تعطي المثال الأصناف المحددة أعلاه، والعلامة × تحذفه.
training-relabel = إعطاؤه الأصناف المحددة
training-relabel-named = إعطاء المثال «{ $name }» الأصناف المحددة
training-forget = حذف
training-forget-named = حذف المثال «{ $name }»
training-clear = حذف كل الأمثلة
training-learn = بدء التعلّم
training-losses = خسارة كل سمة، دورة بعد دورة
training-weights = وزن كل خسارة
training-weight = الوزن
training-rest-hint = L متوسط الخسارة، وs لوغاريتم تباينها المتعلَّم. الوزن هو exp(−s)، ويستقر عند ‎1 / (2 L)‎، فيقل أثر السمة المشوّشة. ولا يتجاوز الوزن { $most }: فما اكتمل تعلّمه ينبغي ألا يطغى على غيره.
training-right = { $name }: أصابت الشبكة في { $share } من الأمثلة التي أُبعدت عن التدريب، وعددها { $count }. إطارات الفيديو الواحد متشابهة، والأمر أصعب مع أشخاص جدد.
training-not-enough = { $name }: { $count ->
    [zero] لم يُبعد أي مثال
    [one] أُبعد مثال واحد
    [two] أُبعد مثالان
    [few] أُبعدت { $count } أمثلة
    [many] أُبعد { $count } مثالًا
   *[other] أُبعد { $count } مثال
} عن التدريب، وهذا لا يكفي لمعرفة مدى جودة ما تعلّمته. يُبعد مثال من كل خمسة؛ اعرض المزيد.
training-confusion = الأمثلة المُبعدة عن التدريب بحسب صنفها (الصفوف) وبحسب الجواب (الأعمدة)
training-settings = الإعدادات والتجارب
training-weighting = أوزان الخسائر
training-learned-weights = متعلَّمة (عدم اليقين)
training-equal = متساوية
training-by-hand = يدوية
training-place = الميزات من
training-trunk = نهاية الجذع المشترك
training-ordinal-branch = فرع العمر
training-nominal-branch = فرع الجنس والعرق
training-place-hint = ميزات الجذع هي الأعم، وهي وحدها التي لها خريطة حرارية. أما ميزات الفرع فقد تعلّمت ما يدل على سماته هو.
training-spoil = إفساد وسوم
training-spoilt-share = نسبة الوسوم الخاطئة
training-spoil-hint = ثم ابدأ التعلّم من جديد وراقب وزن تلك السمة.
training-in-use = تقول الشبكة الآن ما تعلّمته عن كل وجه، في الصورة وفي تبويب «الوجوه». اختره أسفل الصورة لترى خريطته الحرارية.
training-save = حفظ ما تعلّمته الشبكة
training-stop = التوقف عن استخدامه
training-open = فتح ما سبق تعلّمه…
training-link = نسخ رابط لهذه المهمة
training-private = تبقى الأمثلة في هذا التبويب: لا يُرسل شيء، وتُنسى عند مغادرة الصفحة. وما تحفظه ملك لك.
training-taught = عُلِّمت هنا
training-unlike = لا يشبه أي مثال: لا تصدّق هذا الجواب.
training-one-class = اعرض أمثلة لصنفين على الأقل من «{ $name }».
training-unfit = يلزم كل سمة وكل صنف اسم مختلف. غيّر الأسماء الفارغة أو المكررة.
training-file-damaged = لا يحتوي هذا الملف على شيء تعلّمه Visage، أو أنه تالف. اختر ملفًا حفظته من هذا التبويب.
training-file-other-network = تُعُلِّم هذا على إصدار آخر من الشبكة. علّمها إياه هنا من جديد.
error-no-face-in = لم يُعثر على وجه في «{ $name }». اختر صورة يظهر فيها وجه بوضوح.
