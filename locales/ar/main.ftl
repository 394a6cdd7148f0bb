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
no-face-found = لم يُعثر على وجه.
faces-found = عدد الوجوه: { $count }.
faces-found-with = عدد الوجوه: { $count }: { $faces }.
face-number = الوجه { $number }
estimated-age = العمر المقدّر
estimated-gender = الجنس المقدّر
estimated-race = العرق المقدّر
as-labelled = كما وُسم في مجموعات البيانات
faces = الوجوه
faces-before = تظهر هنا تقديرات الشبكة، سطر لكل وجه.
faces-engine-loading = ما زال المحرك يُحمَّل. ستتبعه التقديرات.
faces-looking = جارٍ البحث عن وجوه …
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
unreadable-photo = تعذرت قراءتها.
tab-faces = الوجوه
tab-heat-map = الحرارة
tab-lesson = الدرس
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
loading-engine = جارٍ تحميل المحرك
step-starting = جارٍ البدء
step-engine = جارٍ تحميل المحرك
step-detector = جارٍ تحميل كاشف الوجوه
step-network = جارٍ تحميل الشبكة
step-self-test = جارٍ تحميل الاختبار الذاتي
step-webgpu = جارٍ إعداد WebGPU
step-cpu = جارٍ إعداد المعالج
step-of = { $step }: { $loaded } من { $total } ميغابايت
step-so-far = { $step }: { $loaded } ميغابايت
step-going-on = { $step } …
ready-on-cpu = جاهز على المعالج
ready-on-webgpu = جاهز على WebGPU
device-webgpu = اجتاز محوّل الرسوميات { $adapter } الاختبار الذاتي.
device-cpu-wanted = عنوان الصفحة يطلب المعالج.
device-cpu-meanwhile = يعمل المعالج ريثما يُجهَّز WebGPU على محوّل الرسوميات { $adapter }.
device-cpu-faster = يعمل WebGPU على محوّل الرسوميات { $adapter }، لكن المعالج أسرع هنا.
device-cpu-after-failure = لزم تشغيل المحرك من جديد. { $failure }
device-cpu-without-webgpu = لا يُستخدم WebGPU: { $problem }.
webgpu-no-adapter = لا يوفر هذا المتصفح محوّل رسوميات
webgpu-software = محوّل الرسوميات { $adapter } برمجي وأبطأ من المعالج
webgpu-start = تعذر تشغيله ({ $reason })
webgpu-self-test = لم يجتز الاختبار الذاتي ({ $reason })
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
failure-file-refused = تعذر تحميل «{ $file }»: يجيب الخادم { $status }. أعد تحميل الصفحة، أو أعد بناء الموقع.
failure-file-unreachable = تعذر تحميل «{ $file }». تحقق من الاتصال وأعد تحميل الصفحة. ({ $reason })
failure-copy-damaged = نسخة «{ $file }» المحفوظة في هذا المتصفح تالفة ولا يمكن استبدالها. اتصل بالشبكة مرة واحدة وأعد تحميل الصفحة. ({ $reason })
failure-file-damaged = وصل «{ $file }» تالفًا، وفي المحاولة الثانية أيضًا. أعد تحميل الصفحة، أو أعد بناء الموقع.
failure-file-unusable = أحد ملفات المحرك تالف أو من إصدار آخر. أعد تحميل الصفحة، أو أعد بناء الموقع. ({ $reason })
failure-webgpu = لا يمكن استخدام WebGPU: { $problem }. استخدم المعالج بدلًا منه.
failure-webgpu-lost = توقف WebGPU عن الحساب، كما يحدث عند إعادة تشغيل برنامج تشغيل الرسوميات. أعد تحميل الصفحة، أو استخدم المعالج.
failure-cpu = لم يجتز المعالج الاختبار الذاتي. أعد تحميل الصفحة، أو استخدم متصفحًا آخر، أو أعد بناء الموقع. ({ $reason })
failure-picture-empty = الصورة فارغة. اختر صورة أخرى.
failure-pixels = تعذرت قراءة بكسلات الصورة. جرّب صورة أصغر، أو متصفحًا آخر. ({ $reason })
failure-device = لم يتمكن الجهاز من الحساب. أعد تحميل الصفحة، أو استخدم المعالج. ({ $reason })
error-browser = أبلغ المتصفح عن مشكلة ({ $reason }). أعد تحميل الصفحة؛ وإن تكررت فجرّب متصفحًا آخر.

## الدرس

how-it-works = كيف يعمل
lesson-steps = Steps of the lesson
lesson-place = step { $number } of { $count }
lesson-face = This step shows { $face }. Press another face on the stage to switch.
lesson-point = Point at a map, or tap it, to lay it on the face. A click keeps it there; another takes it off.
lesson-back = Back
lesson-next = Next: { $title }
print-worksheet = Print worksheet
lesson-align = الإيجاد والمحاذاة
lesson-features = سمات مشتركة
lesson-attributes = نوعان من السمات
lesson-weights = وزن الخسائر
lesson-evidence = لماذا: Grad-CAM
lesson-errors = مع من تخطئ؟
missing-picture = This step needs a face. Use your camera, open a photo, or take the sample.
missing-engine = The engine is still loading. The step fills in by itself.
missing-answer = The network is reading the picture …
missing-face = No face was found in this picture. Try another one, or take the sample.
missing-heat-map = The heat map is off. Switch one on, and this step takes it apart.
missing-use-sample = Use the sample photo
missing-show-heat-map = Show the heat map for age

align-detector = شبكة أولى صغيرة (BlazeFace) تنظر إلى الصورة كلها مصغّرة إلى 256 بكسل في ضلعها الأطول. عند كل من مراسيها، اثنان في كل مربع من 16 بكسل وستة في كل مربع من 32، تجيب: هل هنا وجه، وما حجمه، وأين العينان والأنف والفم والأذنان؟ وتُدمج الإجابات عن الوجه نفسه.
align-show = Show on the stage:
align-anchors = anchors every { $cell } pixels
align-key-points = key points
align-crop = النقاط على الصورة هي هذه المراسي والنقاط الرئيسة. العينان والأنف والفم تحدد كيف يُدار الوجه ويُقاس ويُقص (المربع المائل)، لترى الشبكة الثانية كل الوجوه بالطريقة نفسها:
align-caption = القصاصة التي تقرؤها الشبكة، 112 × 112 بكسل
align-place = كان هذا الوجه مدارًا بمقدار { $degrees }°، ويغطي بكسل من القصاصة { $scale } بكسل من الصورة. الكاشف واثق بنسبة { $share } أنه وجه.

features-stages = تقرأ الشبكة القصاصة في خمس مراحل يتشاركها العمر والجنس والعرق. القنوات الأولى تستجيب للحواف والألوان، واللاحقة لأجزاء من الوجه؛ وكل مرحلة ترى بحدة أقل وجزءًا أكبر من الوجه معًا.
features-stage = Stage { $stage }: { $channels } channels of { $side } × { $side }
channel = القناة { $channel }
features-blocks-title = مم تتكون المرحلة: كتل MBConv
features-blocks = توسّع كل كتلة قنواتها (1 × 1)، وتلفّ كل قناة وحدها (depthwise)، ثم تضيّقها (1 × 1). لفّ القنوات واحدة واحدة يكلف جزءًا من اللف الكامل؛ لذلك تعمل الشبكة في متصفح.
blocks-point = Point at a row, or tap it, to see how finely its output divides the face.
block-cells = { $part }: { $side } × { $side } cells
blocks-shapes = أشكال الكتل
block-part = الجزء
block-input = القنوات الداخلة
block-expanded = توسّع إلى
block-kernel = نواة (depthwise)
block-stride = الخطوة
block-output = القنوات الخارجة
part-stage = المرحلة { $stage }
part-ordinal = فرع العمر
part-nominal = فرع الجنس والعرق

attributes-ordinal-title = ترتيبي: العمر
attributes-ordinal = للأعمار ترتيب، فـ41 بدل 40 تكاد تكون صحيحة. تعطي الشبكة كل سنة من 0 إلى 100 احتمالًا. وعند التعلم تُحسب السنوات المجاورة للموسومة صحيحة جزئيًا، فتتعلم تلًا لا إبرة، وعرض التل يقول كم هي غير متأكدة.
attributes-neighbours = لهذا الوجه تنال السنة { $year } وحدها { $alone }، لكن { $reach } سنوات على كل جانب معًا تنال { $around }. التقدير هو المتوسط { $mean }؛ و80 % من التوزيع بين { $from } و{ $to }.
attributes-nominal-title = اسمي: الجنس والعرق كما وُسما
attributes-nominal = ليس لهذه الأصناف ترتيب: الخطأ خطأ. هي وسوم مجموعات البيانات، وضعها أناس نظروا إلى صورة. ومجموع الأشرطة 100 % حتى لو لم يناسب أي صنف، لأن الشبكة لا تعرف جوابًا آخر.

weights-uncertainty = ثلاث مهام تتعلم معًا وتتشارك الجذع، فيجب جمع خسائرها، ومهم كم تُحسب كل منها. هنا تتعلم الشبكة ذلك بنفسها: لكل مهمة تتعلم أيضًا مقدار عدم يقينها (عدم يقين متجانس، عدد s)، وتُحسب خسارتها exp(−s). المهمة الكثيرة الضجيج كالعمر تخفض وزنها، لكنها تدفع s/2 مقابل ذلك.
weights-curves = The three weights over the training. At its end: { $ends }
weights-caption = الأوزان عبر { $steps } خطوة من تدريبنا؛ وفي نهايته:
weight-of = { $task }: { $weight }
weights-choose-title = ضع الأوزان بنفسك
weights-nearest = أقرب تدريب أجريناه بأوزان ثابتة: { $name }. هي تدريبات قصيرة، فلا يُحسب إلا الفرق بينها.
weights-none = Give at least one task a weight.
weights-outcomes = نتائج التدريبات
weights-column = الأوزان
column-age-error = خطأ العمر، سنوات ({ $set })
column-gender = الجنس ({ $set })
column-race = العرق ({ $set })
variant-baseline = متعلَّمة (عدم اليقين)
variant-equal = أوزان متساوية
variant-hand = أوزان يدوية
variant-alone = { $task } وحده
weights-intervals = The small figures are 95 % intervals. Where two overlap, the difference may be chance: no way of sharing one network clearly wins, and learned weights save the search. These trainings are short, so only differences count.

evidence-question = إلى أين نظرت الشبكة؟ يسأل Grad-CAM: لو كانت قناة هنا أنشط قليلًا، كم كان الجواب سيتغير؟ اختر بجانب الصورة ما يُفسَّر.
evidence-channels-title = 1. تنشيطات وتدرجات أهم القنوات
evidence-channels = في الأعلى: أين تستجيب القناة. في الأسفل: التدرج، برتقالي حيث ترفع الزيادة الجواب، وأزرق حيث تخفضه. ومتوسطه وزن القناة.
channel-activations = channel { $channel }: activations
channel-gradient = channel { $channel }: gradient
weight = الوزن { $weight }
evidence-sum-title = 2. جمع كل القنوات، كل منها في وزنها، و3. قطع ما يعارض
evidence-sum = المجموع الموزون: البرتقالي يؤيد الجواب، والأزرق يعارضه
evidence-kept = ما يبقى (ReLU): الخريطة الحرارية قبل تكبيرها
evidence-check-title = 4. تحقق: لوّن فوق الوجه
evidence-check = الخريطة الحرارية ادعاء. لوّن فوق موضع دافئ وفوق موضع بارد: إن صحت الخريطة غيّر الأول الجواب أكثر.
brush-canvas = القصاصة. لوّن بالمؤشر، أو تحرك بأسهم لوحة المفاتيح ولوّن بالإدخال.
brush-heat = Show the heat map
brush-estimated = التقدير
brush-before = قبل
brush-painted = بعد التلوين
brush-change-age = Painting moved the age by { $years } years, from { $before } to { $after }.
brush-change-class = Painting moved “{ $class }” from { $before } to { $after }.
brush-painted-at = Painted: { $place }
place-left-eye = the eye on the left
place-right-eye = the eye on the right
place-nose = nose
place-mouth = mouth
place-forehead = forehead
place-chin = chin
place-left-cheek = the cheek on the left
place-right-cheek = the cheek on the right
place-top = above the forehead
place-left-edge = the left edge
place-right-edge = the right edge
errors-measured = The network was tested on faces kept out of its training. Bars show how often it agrees with the labels, or by how many years it misses. Thin lines are 95 % intervals: where two overlap widely, the difference may be chance.
errors-by = Group by
by-age = age group
brush-again = مسح، وأخذ أحدث صورة

errors-why = شبكة تصيب في تسعة وجوه من عشرة تخطئ في واحد، وليس مصادفة: تعلمت من صور يندر فيها بعض الناس. قيست هذه الأرقام على وجوه لم ترها. الأطراف الرفيعة للأشرطة فترات 95 %: حيث تتداخل فترتان كثيرًا قد يكون الفرق صدفة.
errors-card = كل الأرقام، بحسب العرق والجنس والفئة العمرية معًا، مع شروط البيانات والتحفظات:
model-card = بطاقة النموذج
for-teachers = For teachers
teach-minutes = { $minutes } minutes
teach-question = Ask
teach-look = Look for
teach-trap = Trap
teach-question-a = Predict first: does it still find the face upside down, half covered, or as small as a thumbnail?
teach-look-a = Tilt your head: the square tilts with it, and the crop stays upright. Turn to the side until the Faces tab doubts its estimate.
teach-trap-a = Finding is not recognising: the detector says where a face is, not whose. And a face that it misses gets no estimate at all. Errors begin here.
teach-question-b = Which channels respond to the eyes? Which to hair, or to the background?
teach-look-b = In stage 1 you can still recognise the face. In stage 5 a map has 7 × 7 cells, and only places are left. With a camera: pin a channel, move, and watch it follow.
teach-trap-b = “The eye channel” is our reading of one picture. A single channel has no meaning for the network, which only uses sums of many.
teach-question-c = Whose age hill is wider: a child’s, or that of somebody aged 70? Guess, then compare.
teach-look-c = Compare the width of two hills, not only their peaks. Then cover or blur a face and watch its hill.
teach-trap-c = A bar says how likely a data set’s label is, not what a person is. It would add up to 100 % for a face drawn on paper, too.
teach-question-d = Which task ends with the smallest weight, and why? Decide before you read the curves.
teach-look-d = The larger a loss, the smaller its weight: age ends lowest, gender highest. A network for each task needs about two and a half times the parameters of one for all; only race clearly gains from it.
teach-trap-d = A small weight does not mean that age is neglected. Losses have different scales, and the weight also evens those out.
teach-question-e = Where must it look to tell an age? Draw your guess before you show the map.
teach-look-e = Explain younger instead of older, or another class: the face is the same, the map is not. And the warmest place is not always on the face: look at the edges of the crop.
teach-trap-e = The map shows what moved the answer, not whether the answer is right or fair. It has 7 × 7 cells at the last stage; its smooth shape comes from enlarging. Paint hides a place, but it also adds edges.
teach-question-f = Guess first: are the gaps larger between races, genders or age groups?
teach-look-f = For age and gender, age groups are furthest apart. For race, “Others” is recognised least: a class of everybody who fits no other.
teach-trap-f = “It saw too few of them” does not explain it. UTKFace has most faces labelled White, yet their ages are missed by more years than those of Asian faces: a third of them are 50 or older. When we trained with all groups drawn equally often, FairFace’s gender gap grew.
worksheet-title = Worksheet: how a face looks to a neural network
worksheet-name = Name
worksheet-class = Class
worksheet-date = Date
worksheet-stage = Stage { $stage }: the four channels that vary most
worksheet-ages = The probability of each age
worksheet-question-a-1 = Predict: when is no face found? Write down three cases, then try them.
worksheet-question-a-2 = Tilt the head, then move away. What changes in the crop, and what stays?
worksheet-question-b-1 = Choose a channel of stage 1 and one of stage 4. What does each respond to?
worksheet-question-b-2 = How many cells has a map in stage 1, and how many in stage 5? What is lost, and what is gained?
worksheet-question-c-1 = Predict the estimated age of the face on the stage, and its interval. Then write down what the network says.
worksheet-question-c-2 = In training, neighbouring years count as partly right. Why not neighbouring classes?
worksheet-question-d-1 = Which task would you give the largest weight? What would it cost the others?
worksheet-question-d-2 = Somebody shuffles the labels of one task. What happens to its loss, to its s, and to its weight?
worksheet-question-e-1 = Draw where you expect the evidence. How does the heat map differ?
worksheet-question-e-2 = Paint over a warm place, then over a cold one. Write down the change of the answer each time.
worksheet-question-e-3 = Does your experiment support the map? What else could explain the changes?
worksheet-question-f-1 = Guess: between which groups is the gap largest? What do the figures say?
worksheet-question-f-2 = Choose one gap. Name two possible causes, and how you would test each.
worksheet-question-f-3 = Name a use that these errors rule out, and say why.
errors-set = { $set }، { $n } وجه
errors-n = n { $n }
gaps-title = Largest gaps: years or points apart
gap-years = { $difference } years
gap-points = { $difference } points
gap-worst = worst: { $group }
ages = { $from }–{ $to }
ages-from = { $from } and over
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
