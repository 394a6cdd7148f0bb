### 页面文字。

list-separator = 、
faces-separator = ；
page-title = Visage：神经网络眼中的一张脸

## 页眉与说明

lead = 神经网络眼中的一张脸：是对外貌的估计，不是关于一个人的事实。
notes-appearance = 这是对外貌的估计，不是关于一个人的事实。
notes-labels = 网络重复的是数据集中人脸的标注方式；“种族”指“数据集所标注的种族”，性别只有数据集中的两类。它经常出错，而且对不同的人出错程度不同。
notes-private = Visage 不识别任何人，不保存任何内容，也不发送任何内容。
language = 语言

## 属性与类别

age = 年龄
gender = 性别
race = 种族
class-male = 男
class-female = 女
class-white = 白人
class-black = 黑人
class-asian = 亚洲人
class-indian = 印度人
class-others = 其他
class-younger = 更年轻
class-older = 更年长

## 估计

years = { $years } 岁
years-with-interval = { $years } 岁（{ $from }–{ $to }）
class-with-share = { $class } { $share }
low-confidence = 可信度低
low-confidence-because = 可信度低：{ $reasons }。
doubt-small = 脸太小
doubt-cut-off = 脸被截断
doubt-turned = 脸转向一侧
doubt-unclear = 可能不是脸
doubt-dark = 太暗
doubt-bright = 太亮
doubt-blurred = 脸模糊
no-face-found = 没有找到脸。
faces-found = { $count } 张脸。
faces-found-with = { $count } 张脸：{ $faces }。
face-number = 脸 { $number }
estimated-age = 估计年龄
estimated-gender = 估计性别
estimated-race = 估计种族
as-labelled = 按数据集的标注
faces = 人脸
faces-before = 网络的估计会显示在这里，每张脸一行。
faces-engine-loading = 引擎仍在加载，随后显示估计结果。
faces-looking = 正在寻找人脸……
faces-engine-failed = 引擎已停止，无法寻找人脸。请看页面上方的说明。
faces-none = 没有找到脸。请靠近一些，转向光源，或换一张图片。

## 图像

picture = 图像
camera = 摄像头
photo = 照片
invitation = 打开摄像头，或把照片拖到这里。
invitation-private = 图像只留在此标签页中：不发送，不保存。
use-camera = 使用摄像头
privacy-and-credits = 隐私与致谢
stop-film = 停止视频
panel = 面板
clear-stage = 清空
stop-camera = 关闭摄像头
waiting-for-camera = 正在打开……
which-camera = 哪个摄像头
camera-number = 摄像头 { $number }
choose-photos = 选择照片
samples = 示例照片
samples-try = 或者试试这些：
samples-credits = 示例：NASA（Eileen Collins，公有领域）以及 Kimmo Kärkkäinen 和 Jungseock Joo 的 FairFace，CC BY 4.0。
sample-astronaut = 旗帜前的宇航员
sample-woman-1 = 看着镜头的女子
sample-man-1 = 看着镜头的男子
sample-woman-2 = 戴头巾的女子
sample-group = 三个人
the-picture = 图像
freeze = 定格
go-on = 继续
keep-to-compare = 比较
projector = 全屏
kept-moments = 用于比较的瞬间
kept-moment = 一个用于比较的瞬间
let-moment-go = 移除这个瞬间
contact-sheet = 照片总览
unreadable-photo = 无法读取。
tab-faces = 人脸
tab-heat-map = 热图
tab-lesson = 课程
tab-more = 更多
heat-map = 热图
heat-map-what = 网络看了哪里？某处越支持答案，颜色就越明显。
heat-map-caution = 热图显示是什么影响了答案，而不是答案是否正确。课程的步骤 e 会加以检验。
legend-for = 支持“{ $target }”：
more-settings = 配色、层、覆盖范围

## 显示内容

no-heat-map = 关
evidence-for = 支持
evidence-for-older = 年龄更大
evidence-for-estimate = 所估计的类别
at-layer = 层
layer = 阶段 { $stage }（{ $side } × { $side }）
opacity = 强度
colours = 配色
palette-viridis = 由紫到黄
palette-inferno = 由黑到黄
palette-cividis = 由蓝到黄
heat-map-over = 覆盖
heat-map-over-share = 图像左侧 { $share }
legend-little = 少
legend-most = 最多
smooth-over-time = 平滑视频
show = 显示

## 引擎

engine = 引擎
engine-loading = 加载中
engine-failed = 引擎已停止
loading-engine = 正在加载引擎
step-starting = 正在启动
step-engine = 正在加载引擎
step-detector = 正在加载人脸检测器
step-network = 正在加载网络
step-self-test = 正在加载自检
step-webgpu = 正在准备 WebGPU
step-cpu = 正在准备 CPU
step-of = { $step }：{ $loaded } / { $total } MB
step-so-far = { $step }：{ $loaded } MB
step-going-on = { $step }……
ready-on-cpu = CPU 就绪
ready-on-webgpu = WebGPU 就绪
device-webgpu = 适配器 { $adapter } 已通过自检。
device-cpu-wanted = 页面地址要求使用 CPU。
device-cpu-meanwhile = 正在适配器 { $adapter } 上准备 WebGPU，其间使用 CPU。
device-cpu-faster = WebGPU 可在适配器 { $adapter } 上运行，但此处 CPU 更快。
device-cpu-after-failure = 引擎不得不重新启动。{ $failure }
device-cpu-without-webgpu = 未使用 WebGPU：{ $problem }。
webgpu-no-adapter = 此浏览器不提供适配器
webgpu-software = 适配器 { $adapter } 是软件模拟的，比 CPU 慢
webgpu-start = 无法启动（{ $reason }）
webgpu-self-test = 未通过自检（{ $reason }）
start-again = 重新启动
use-the-cpu = 使用 CPU
dismiss = 关闭

## 带走

take-away = 保存
take-away-local = 在本机生成，不会发送到任何地方。
take-away-nothing = 请先打开一张图片，然后可在此连同估计一起保存。
log-kept = 此标签页会记录其估计，只存在内存中，关闭即消失。
clear-log = 清除记录
save-picture = 保存图像
copy-picture = 复制图像
share-picture = 分享图像
save-numbers = 保存数值（JSON）
save-log = 保存记录（CSV）
estimated-by = 由 Visage 估计：一张脸在神经网络眼中的样子，不是关于一个人的事实。

## 仪表

instruments = 仪表
show-instruments = 显示仪表
hide-instruments = 隐藏仪表
frames-a-second = 每秒帧数
engine-memory = 引擎内存
model-hash = 模型（SHA-256）
megabytes = { $megabytes } MB
times-of-frames = 最近各帧的用时
times-full-height = 最近各帧的用时，满高 { $milliseconds } 毫秒
stage-read = 读取像素
stage-detect = 寻找人脸
stage-attributes = 对齐并估计
stage-explain = 热图
run-benchmark = 运行测速
benchmark-running = 正在测量，第 { $frame } 帧……
copy-table = 复制表格

## 可能的问题

error-camera-refused = 摄像头被拒绝。请在浏览器地址栏或设置中允许此页面使用，再重新打开，或使用照片。
error-camera-absent = 没有找到摄像头。请连接一个后重新打开，或使用照片。
error-camera-busy = 摄像头被占用。请关闭正在使用它的其他程序或标签页，再重新打开。
error-camera-unsuitable = 该摄像头已不可用。请从列表中另选一个，或重新开始。
error-camera-insecure = 浏览器只允许通过 https 或 localhost 打开的页面使用摄像头。请以这种方式打开，或使用照片。
error-camera-unplugged = 摄像头已被拔出或移除。请连接后重新打开。
error-camera-failed = 无法启动摄像头（{ $reason }）。请重试，或使用照片。
error-picture-empty = “{ $name }”是空文件（0 字节）。请另选一张照片。
error-not-a-picture = “{ $name }”不是图片。请选择 JPEG、PNG、WebP、AVIF 或 GIF 文件。
error-picture-huge = “{ $name }”有 { $megapixels } 百万像素；这里最多能打开 { $limit } 百万像素。请缩小后重试。
error-picture-heic = 此浏览器无法打开像“{ $name }”这样的 HEIC 照片。请另存为 JPEG 后重试。
error-picture-damaged = “{ $name }”无法打开，可能已损坏。请另选一张照片。
error-film = 视频“{ $name }”无法在此播放。请选择 MP4 或 WebM 文件。
error-file = 无法加载“{ $name }”。请检查网络连接后重试。
error-sample = 无法加载示例照片。请检查网络连接后重试，或使用自己的照片。
error-too-large-to-save = 图像太大，无法保存。请换一张较小的照片。
error-copy = 浏览器不允许此页面使用剪贴板（{ $reason }）。请改为保存图像。
error-share = 此设备无法分享图像。请改为保存。
error-camera-silent = 摄像头没有画面。请打开镜头盖，或关闭其他正在使用它的程序。
error-film-without-picture = 此浏览器只能播放“{ $name }”的声音，无法显示画面。请选择 MP4（H.264）或 WebM 文件。
error-film-left-out = 一次只能播放一个视频：“{ $name }”未打开。请单独打开它。
still-earlier-picture = 画面上仍是之前的图片。
and-more-files = 另有 { $count } 个文件无法打开。
notice-copied = 已复制。
notice-saved = 已保存。
failure-program = 无法加载引擎。请检查网络连接并重新加载页面；若仍不行，请更新浏览器：需要支持 SIMD 的 WebAssembly。（{ $reason }）
failure-breakdown = 引擎已崩溃。请重新启动引擎；若仍不行，请重新加载页面。（{ $reason }）
failure-mismatch = 页面与引擎不匹配。请重新加载页面。（{ $reason }）
failure-file-refused = 无法加载“{ $file }”：服务器返回 { $status }。请重新加载页面，或重新构建网站。
failure-file-unreachable = 无法加载“{ $file }”。请检查网络连接并重新加载页面。（{ $reason }）
failure-copy-damaged = 此浏览器保存的“{ $file }”副本已损坏，且无法重新获取。请联网一次并重新加载页面。（{ $reason }）
failure-file-damaged = 收到的“{ $file }”已损坏，重试后依然如此。请重新加载页面，或重新构建网站。
failure-file-unusable = 引擎的一个文件已损坏或版本不符。请重新加载页面，或重新构建网站。（{ $reason }）
failure-webgpu = 无法使用 WebGPU：{ $problem }。请改用 CPU。
failure-webgpu-lost = WebGPU 已停止计算，显卡驱动重置时会这样。请重新加载页面，或使用 CPU。
failure-cpu = CPU 未通过自检。请重新加载页面、换一个浏览器，或重新构建网站。（{ $reason }）
failure-picture-empty = 图像是空的。请另选一张。
failure-pixels = 无法读取图像的像素。请换一张较小的图像，或换一个浏览器。（{ $reason }）
failure-device = 设备无法完成计算。请重新加载页面，或使用 CPU。（{ $reason }）
error-browser = 浏览器报告了一个问题（{ $reason }）。请重新加载页面；若再次出现，请换一个浏览器。

## 课程

how-it-works = 工作原理
lesson-steps = Steps of the lesson
lesson-place = step { $number } of { $count }
lesson-face = This step shows { $face }. Press another face on the stage to switch.
lesson-point = Point at a map, or tap it, to lay it on the face. A click keeps it there; another takes it off.
lesson-back = Back
lesson-next = Next: { $title }
print-worksheet = Print worksheet
lesson-align = 寻找与对齐
lesson-features = 共享特征
lesson-attributes = 两类属性
lesson-weights = 权衡损失
lesson-evidence = 为什么：Grad-CAM
lesson-errors = 它对谁出错？
missing-picture = This step needs a face. Use your camera, open a photo, or take the sample.
missing-engine = The engine is still loading. The step fills in by itself.
missing-answer = The network is reading the picture …
missing-face = No face was found in this picture. Try another one, or take the sample.
missing-heat-map = The heat map is off. Switch one on, and this step takes it apart.
missing-use-sample = Use the sample photo
missing-show-heat-map = Show the heat map for age

align-detector = 第一个小网络（BlazeFace）查看长边缩小到 256 像素的整幅图像。它的锚点：每个 16 像素的方格里两个，每个 32 像素的方格里六个。在每个锚点上它回答：这里有脸吗，多大，眼睛、鼻子、嘴和耳朵在哪里？关于同一张脸的回答会被合并。
align-show = Show on the stage:
align-anchors = anchors every { $cell } pixels
align-key-points = key points
align-crop = 图像上的点就是这些锚点和关键点。眼睛、鼻子和嘴决定如何旋转、缩放和裁剪人脸（倾斜的方框），使第二个网络看到的每张脸都一致：
align-caption = 网络读取的裁剪图，112 × 112 像素
align-place = 这张脸旋转了 { $degrees }°，裁剪图的一个像素对应图像的 { $scale } 个像素。检测器有 { $share } 的把握认为这是脸。

features-stages = 网络分五个阶段读取裁剪图，年龄、性别和种族共用这些阶段。早期通道对边缘和颜色有反应，后期通道对脸的各部分有反应；每个阶段看得更模糊，但一次看到脸的更多部分。
features-stage = Stage { $stage }: { $channels } channels of { $side } × { $side }
channel = 通道 { $channel }
features-blocks-title = 阶段的组成：MBConv 模块
features-blocks = 每个模块先扩宽通道（1 × 1），再让每个通道单独卷积（逐深度卷积），然后收窄（1 × 1）。逐通道卷积的代价只是完整卷积的一小部分，所以网络能在浏览器中运行。
blocks-point = Point at a row, or tap it, to see how finely its output divides the face.
block-cells = { $part }: { $side } × { $side } cells
blocks-shapes = 模块的形状
block-part = 部分
block-input = 输入通道
block-expanded = 扩宽到
block-kernel = 逐深度卷积核
block-stride = 步幅
block-output = 输出通道
part-stage = 阶段 { $stage }
part-ordinal = 年龄分支
part-nominal = 性别与种族分支

attributes-ordinal-title = 有序：年龄
attributes-ordinal = 年龄有顺序，把 40 估成 41 几乎正确。网络给 0 到 100 的每一岁一个概率。学习时，标注年龄旁边的年份也算部分正确，于是它学到的是一座小丘而不是一根尖刺，小丘的宽度说明它有多不确定。
attributes-neighbours = 对这张脸，{ $year } 岁本身占 { $alone }，而两侧各 { $reach } 岁合起来占 { $around }。估计值是平均值 { $mean }；分布的 80 % 在 { $from } 与 { $to } 之间。
attributes-nominal-title = 无序：按标注的性别与种族
attributes-nominal = 这些类别没有顺序：错就是错。它们是数据集的标签，由看过图片的人给出。即使没有合适的类别，各条加起来也是 100 %，因为网络不知道别的答案。

weights-uncertainty = 三个任务同时学习并共用主干，所以它们的损失要相加，每个占多少很重要。这里由网络自己学习：它为每个任务还学习其不确定性（同方差不确定性，一个数 s），该任务的损失乘以 exp(−s)。像年龄这样噪声大的任务会降低自己的权重，但要付出 s/2 的代价。
weights-curves = The three weights over the training. At its end: { $ends }
weights-caption = 我们自己训练的 { $steps } 步中的权重；结束时：
weight-of = { $task }：{ $weight }
weights-choose-title = 自己设定权重
weights-nearest = 我们用固定权重做过的训练中最接近的一个：{ $name }。这些训练都很短，只有差异有意义。
weights-none = Give at least one task a weight.
weights-outcomes = 训练结果
weights-column = 权重
column-age-error = 年龄误差，岁（{ $set }）
column-gender = 性别（{ $set }）
column-race = 种族（{ $set }）
variant-baseline = 学习得到（不确定性）
variant-equal = 相等权重
variant-hand = 手工权重
variant-alone = 仅{ $task }
weights-intervals = The small figures are 95 % intervals. Where two overlap, the difference may be chance: no way of sharing one network clearly wins, and learned weights save the search. These trainings are short, so only differences count.

evidence-question = 网络看了哪里？Grad-CAM 问：如果某个通道在这里稍微更活跃，答案会变多少？请在图像旁选择要解释的内容。
evidence-channels-title = 1. 最重要通道的激活与梯度
evidence-channels = 上：通道在哪里有反应。下：梯度，橙色处增强会提高答案，蓝色处会降低。其平均值就是通道的权重。
channel-activations = channel { $channel }: activations
channel-gradient = channel { $channel }: gradient
weight = 权重 { $weight }
evidence-sum-title = 2. 把所有通道乘以权重相加，3. 去掉反对的部分
evidence-sum = 加权和：橙色支持答案，蓝色反对
evidence-kept = 剩下的部分（ReLU）：放大之前的热图
evidence-check-title = 4. 检验：在脸上涂抹
evidence-check = 热图只是一种说法。涂抹一处热的地方和一处冷的地方：如果热图正确，前者会使答案改变更多。
brush-canvas = 裁剪图。用指针涂抹，或用方向键移动、按回车涂抹。
brush-heat = Show the heat map
brush-estimated = 估计
brush-before = 之前
brush-painted = 涂抹后
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
brush-again = 擦除，取最新图像

errors-why = 一个对十张脸中九张判断正确的网络，会对一张判断错误，而且并非偶然：它学习的图片中某些人很少见。这些数字是在它没有见过的脸上测得的。条形的细端是 95 % 区间：若两个区间大幅重叠，差异可能只是运气。
errors-card = 按种族、性别和年龄组合的全部数字，以及数据条款和注意事项：
model-card = 模型卡
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
errors-set = { $set }，{ $n } 张脸
errors-n = n { $n }
gaps-title = Largest gaps: years or points apart
gap-years = { $difference } years
gap-points = { $difference } points
gap-worst = worst: { $group }
ages = { $from }–{ $to }
ages-from = { $from } and over
figure-age-error = 年龄误差，岁
figure-age-group = 年龄组正确
figure-gender = 性别与标注一致
figure-race = 种族与标注一致

## 离线与隐私

offline-unavailable = 此处无法离线打开：浏览器不会保留以这种方式加载的页面的副本。
offline-preparing = 正在保存本页副本，以便离线打开……
offline-ready = 本页也可以离线打开。
offline-full = 空间不足，无法保存本页副本。请腾出存储空间以便离线打开；联网时一切照常。
offline-failed = 无法保存本页副本。请重新加载再试；联网时一切照常。
update-ready = 新版 Visage 已完整下载并通过校验。
update-now = 重新加载新版
privacy = 隐私
about = 关于
privacy-title = 从设计上保护隐私：
privacy-bytes = 已发送 { $bytes } 字节
privacy-uncounted = 不发送任何内容
privacy-where = 图片只在本机的这个标签页中处理。没有任何服务器可以接收它们。
privacy-stored = 不保存任何图片。离线副本只包含本站自己的文件，没有你的任何内容。没有 Cookie。
privacy-requests = 本页只能加载自己的文件；安全策略禁止浏览器访问任何其他地址。没有第三方字体、统计或脚本。
privacy-check = 上面的数字统计本页程序交给网络的内容。不必轻信：请打开浏览器的网络工具，或断开网络，一切照常运行。
notices = 他人作品的致谢与许可
