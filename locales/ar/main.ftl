### كلمات الصفحة.

list-separator = ،{" "}

## الترويسة والملاحظات

lead = تقدير لكيف يبدو الوجه لشبكة عصبية: العمر والجنس والعرق، وإلى أين نظرت.
lead-private = تعمل في هذا التبويب؛ لا تغادره أي صورة.
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

years = { $years } سنة
years-with-interval = { $years } سنة ({ $from }–{ $to })
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
faces-before = هنا يظهر ما تقدّره الشبكة، بطاقة لكل وجه.
faces-engine-loading = ما زال المحرك يُحمَّل؛ ستتبعه الوجوه.
faces-looking = جارٍ البحث عن وجوه …
faces-engine-failed = لا تستطيع الصفحة البحث عن وجوه دون محركها.
faces-none = لم يُعثر على وجه. اقترب، أو التفت نحو الضوء، أو جرّب صورة أخرى.

## الصورة

picture = الصورة
camera = الكاميرا
photo = صورة
invitation = استخدم الكاميرا، أو اختر صورة أو اسحبها أو ألصقها.
invitation-private = تبقى الصورة في هذا التبويب: لا يُرسل شيء ولا يُحفظ شيء.
use-camera = استخدام الكاميرا
stop-camera = إيقاف الكاميرا
waiting-for-camera = بانتظار الكاميرا …
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
space-bar = مسافة
keep-to-compare = احتفاظ للمقارنة
projector = عارض
kept-moments = لحظات محفوظة
kept-moment = لحظة محفوظة
let-moment-go = التخلي عن هذه اللحظة
contact-sheet = لوحة الصور
unreadable-photo = تعذرت قراءتها.

## ما يُعرض

what-is-shown = ما يُعرض
heat-map-for = خريطة حرارية: إلى أين نظرت من أجل
no-heat-map = دون خريطة حرارية
evidence-for = كدليل على
evidence-for-older = عمر أكبر
evidence-for-estimate = ما تقدّره
at-layer = في الطبقة
layer = المرحلة { $stage } ({ $side } × { $side })
opacity = العتامة
colours = الألوان
palette-viridis = من البنفسجي إلى الأصفر
palette-inferno = من الأسود إلى الأصفر
palette-cividis = من الأزرق إلى الأصفر
heat-map-over = الخريطة على
heat-map-over-share = يسار الصورة بنسبة { $share }
legend-little = لا يقول الكثير
legend-most = أقوى دليل عليه
smooth-over-time = تنعيم عبر الزمن
show = عرض

## المحرك

engine = المحرك
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

take-away = للأخذ
take-away-local = للأخذ (صُنع على هذا الجهاز، ولا يُرسل إلى أي مكان):
save-picture = حفظ الصورة
copy-picture = نسخ الصورة
share-picture = مشاركة الصورة
save-numbers = حفظ الأرقام (JSON)
save-log = حفظ سجل الجلسة (CSV)
estimated-by = تقدير Visage: كيف يبدو الوجه لشبكة عصبية، وليس حقائق عن شخص.

## العدادات

instruments = العدادات
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
needs-face = شغّل الكاميرا أو اختر صورة: تُحسب هذه الخطوة من صورتك أنت.
lesson-align = الإيجاد والمحاذاة
lesson-features = سمات مشتركة
lesson-attributes = نوعان من السمات
lesson-weights = وزن الخسائر
lesson-evidence = لماذا: Grad-CAM
lesson-errors = مع من تخطئ؟

align-detector = شبكة أولى صغيرة (BlazeFace) تنظر إلى الصورة كلها مصغّرة إلى 256 بكسل في ضلعها الأطول. عند كل من مراسيها، اثنان في كل مربع من 16 بكسل وستة في كل مربع من 32، تجيب: هل هنا وجه، وما حجمه، وأين العينان والأنف والفم والأذنان؟ وتُدمج الإجابات عن الوجه نفسه.
align-crop = النقاط على الصورة هي هذه المراسي والنقاط الرئيسة. العينان والأنف والفم تحدد كيف يُدار الوجه ويُقاس ويُقص (المربع المائل)، لترى الشبكة الثانية كل الوجوه بالطريقة نفسها:
align-caption = القصاصة التي تقرؤها الشبكة، 112 × 112 بكسل
align-place = كان هذا الوجه مدارًا بمقدار { $degrees }°، ويغطي بكسل من القصاصة { $scale } بكسل من الصورة. الكاشف واثق بنسبة { $share } أنه وجه.

features-stages = تقرأ الشبكة القصاصة في خمس مراحل يتشاركها العمر والجنس والعرق. القنوات الأولى تستجيب للحواف والألوان، واللاحقة لأجزاء من الوجه؛ وكل مرحلة ترى بحدة أقل وجزءًا أكبر من الوجه معًا.
features-stage = المرحلة { $stage }: { $channels } قناة بحجم { $side } × { $side }، أكثرها تغيرًا { $shown }
channel = القناة { $channel }
features-blocks-title = مم تتكون المرحلة: كتل MBConv
features-blocks = توسّع كل كتلة قنواتها (1 × 1)، وتلفّ كل قناة وحدها (depthwise)، ثم تضيّقها (1 × 1). لفّ القنوات واحدة واحدة يكلف جزءًا من اللف الكامل؛ لذلك تعمل الشبكة في متصفح.
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
weights-curves = أوزان المهام الثلاث عبر خطوات التدريب
weights-caption = الأوزان عبر { $steps } خطوة من تدريبنا؛ وفي نهايته:
weight-of = { $task }: { $weight }
weights-choose-title = ضع الأوزان بنفسك
weights-nearest = أقرب تدريب أجريناه بأوزان ثابتة: { $name }. هي تدريبات قصيرة، فلا يُحسب إلا الفرق بينها.
weights-outcomes = نتائج التدريبات
weights-column = الأوزان
column-age-error = خطأ العمر، سنوات ({ $set })
column-gender = الجنس ({ $set })
column-race = العرق ({ $set })
variant-baseline = متعلَّمة (عدم اليقين)
variant-equal = أوزان متساوية
variant-hand = أوزان يدوية
variant-alone = { $task } وحده

evidence-question = إلى أين نظرت الشبكة؟ يسأل Grad-CAM: لو كانت قناة هنا أنشط قليلًا، كم كان الجواب سيتغير؟ اختر بجانب الصورة ما يُفسَّر.
evidence-channels-title = 1. تنشيطات وتدرجات أهم القنوات
evidence-channels = في الأعلى: أين تستجيب القناة. في الأسفل: التدرج، برتقالي حيث ترفع الزيادة الجواب، وأزرق حيث تخفضه. ومتوسطه وزن القناة.
weight = الوزن { $weight }
evidence-sum-title = 2. جمع كل القنوات، كل منها في وزنها، و3. قطع ما يعارض
evidence-sum = المجموع الموزون: البرتقالي يؤيد الجواب، والأزرق يعارضه
evidence-kept = ما يبقى (ReLU): الخريطة الحرارية قبل تكبيرها
evidence-check-title = 4. تحقق: لوّن فوق الوجه
evidence-check = الخريطة الحرارية ادعاء. لوّن فوق موضع دافئ وفوق موضع بارد: إن صحت الخريطة غيّر الأول الجواب أكثر.
brush-canvas = القصاصة. لوّن بالمؤشر، أو تحرك بأسهم لوحة المفاتيح ولوّن بالإدخال.
brush-estimated = التقدير
brush-before = قبل
brush-painted = بعد التلوين
brush-change = غيّر التلوين العمر { $years } سنة و«أنثى» { $points } نقطة.
brush-again = مسح، وأخذ أحدث صورة

errors-why = شبكة تصيب في تسعة وجوه من عشرة تخطئ في واحد، وليس مصادفة: تعلمت من صور يندر فيها بعض الناس. قيست هذه الأرقام على وجوه لم ترها. الأطراف الرفيعة للأشرطة فترات 95 %: حيث تتداخل فترتان كثيرًا قد يكون الفرق صدفة.
errors-card = كل الأرقام، بحسب العرق والجنس والفئة العمرية معًا، مع شروط البيانات والتحفظات:
model-card = بطاقة النموذج
errors-set = { $set }، { $n } وجه
errors-n = n { $n }
figure-age-error = خطأ العمر، سنوات
figure-age-group = الفئة العمرية صحيحة
figure-gender = الجنس كما وُسم
figure-race = العرق كما وُسم
gap-age = يزيد خطأ العمر { $difference } سنة للوجوه الموسومة { $worst } عنه للموسومة { $best }.
gap-gender = يُقدَّر الجنس كما وُسم لدى { $worst } أقل منه لدى { $best }، بفارق { $difference } نقطة.
gap-race = يُقدَّر العرق كما وُسم أقل ما يكون لدى { $worst } وأكثر ما يكون لدى { $best }: بفارق { $difference } نقطة.

## دون شبكة وبخصوصية

offline-unavailable = لا يمكن فتح الصفحة هنا دون شبكة: لا يحتفظ هذا المتصفح بنسخة من صفحة حُمّلت بهذه الطريقة.
offline-preparing = تُحفظ نسخة من هذه الصفحة للزيارات دون شبكة …
offline-ready = تُفتح هذه الصفحة دون شبكة أيضًا.
offline-full = لا مكان لنسخة من هذه الصفحة. أفرغ بعض التخزين لفتحها دون شبكة؛ ومع الشبكة تعمل كما هي.
offline-failed = تعذّر حفظ نسخة من هذه الصفحة. أعد تحميلها للمحاولة من جديد؛ ومع الشبكة تعمل كما هي.
update-ready = إصدار أحدث من Visage جاهز، كامل ومُتحقَّق منه.
update-now = أعد التحميل به
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
