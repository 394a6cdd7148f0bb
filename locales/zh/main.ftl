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
faces-searching = 正在仔细查找：已完成 { $share }，目前找到 { $count } 张脸。
faces-not-read = 共找到 { $found } 张脸，读取了其中最大的 { $read } 张。
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
engine-hangs = 引擎一再停止响应。请关闭其他程序，或重新加载页面。
loading-engine = 正在加载引擎
loading-starts = 正在启动……
loading-of = 正在加载模型：{ $loaded } / { $total } MB
loading-stalls = 已有数秒没有数据到达。Visage 会继续等待；请检查网络连接，或重新加载页面。
ready-on-cpu = CPU 就绪
ready-on-webgpu = WebGPU 就绪
device-webgpu = 适配器 { $adapter } 已通过自检，且比 CPU 快。
device-cpu-wanted = 页面地址要求使用 CPU。
device-data-saved = 使用 CPU：WebGPU 需要较大的程序，而此浏览器设置为节省流量。
device-cpu-meanwhile = 正在查找并测试 WebGPU，其间使用 CPU。
device-cpu-faster = WebGPU 可在适配器 { $adapter } 上运行，但此处 CPU 更快。
device-cpu-without-webgpu = 未使用 WebGPU：{ $problem }。
webgpu-no-adapter = 此浏览器不提供适配器
webgpu-software = 适配器 { $adapter } 是软件模拟的，比 CPU 慢
webgpu-start = 无法启动（{ $reason }）
webgpu-self-test = 未通过自检（{ $reason }）
webgpu-late = 它未及时响应
webgpu-lost = 它已停止计算，显卡驱动重置时会这样
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
failure-file-refused = 无法加载“{ $file }”：服务器返回 { $reason }。请重新加载页面，或重新构建网站。
failure-file-unreachable = 无法加载“{ $file }”。请检查网络连接并重新加载页面。（{ $reason }）
failure-copy-damaged = 此浏览器保存的“{ $file }”副本已损坏，且无法重新获取。请联网一次并重新加载页面。（{ $reason }）
failure-file-damaged = 收到的“{ $file }”已损坏，重试后依然如此。请重新加载页面，或重新构建网站。
failure-file-unusable = 引擎的一个文件已损坏或版本不符。请重新加载页面，或重新构建网站。（{ $reason }）
failure-webgpu = 无法使用 WebGPU：{ $problem }。请改用 CPU。
failure-cpu = CPU 未通过自检。请重新加载页面、换一个浏览器，或重新构建网站。（{ $reason }）
failure-late = 引擎没有响应，已重新启动。将再次分析最新的画面。
failure-false-pixels = 此浏览器给出的是伪造的像素（防指纹保护会这样做），因此找不到人脸。请允许此页面读取画布数据，或换一个浏览器。
failure-picture-empty = 图像是空的。请另选一张。
failure-pixels = 无法读取图像的像素。请换一张较小的图像，或换一个浏览器。（{ $reason }）
failure-device = 设备无法完成计算。请重新加载页面，或使用 CPU。（{ $reason }）
error-browser = 浏览器报告了一个问题（{ $reason }）。请重新加载页面；若再次出现，请换一个浏览器。

## 课程

how-it-works = 工作原理
lesson-steps = 课程的步骤
lesson-place = 第 { $number } 步，共 { $count } 步
lesson-face = 本步骤显示{ $face }。按画面上的另一张脸即可切换。
lesson-point = 指向或轻触一张图，即可把它叠在脸上。点击可固定，再点击另一张则取下。
lesson-back = 上一步
lesson-next = 下一步：{ $title }
print-worksheet = 打印学习单
lesson-align = 寻找与对齐
lesson-features = 共享特征
lesson-attributes = 两类属性
lesson-weights = 权衡损失
lesson-evidence = 它看了哪里：Grad-CAM
lesson-errors = 它对谁出错？
missing-picture = 这一步需要一张脸。请使用摄像头、打开照片，或使用示例照片。
missing-engine = 引擎仍在加载。加载后这一步会自动补全。
missing-answer = 网络正在读取图像……
missing-face = 在这张图像中没有找到脸。请换一张，或使用示例照片。
missing-heat-map = 热图已关闭。打开一个热图，这一步就会把它拆开讲解。
missing-use-sample = 使用示例照片
missing-show-heat-map = 显示年龄的热图

align-detector = 小网络 BlazeFace 搜索长边缩小到 256 像素的整幅图像。每个 16 像素的方格里有两个锚点，每个 32 像素的方格里有六个。每个锚点都回答：这里有脸吗，有多大，眼睛、鼻子、嘴和耳朵在哪里？关于同一张脸的回答会被合并。
align-show = 在画面上显示：
align-anchors = 间隔 { $cell } 像素的锚点
align-key-points = 关键点
align-crop = 眼睛、鼻子和嘴决定人脸如何旋转、缩放和裁剪，即画面上的倾斜方框。因此第二个网络看到的每张脸都是正的，大小也相同。
align-caption = 网络读取的裁剪图：112 × 112 像素
align-place = 这张脸旋转了 { $degrees }°。裁剪图的一个像素对应图像的 { $scale } 个像素。检测器有 { $share } 的把握认为这是脸。

features-stages = 网络分五个阶段读取裁剪图，年龄、性别和种族共用这些阶段。早期通道对边缘和颜色有反应，后期通道对脸的各部分有反应。特征图一路变粗，每个格子看到的脸则越来越多。这里显示变化最大的八个通道。
features-stage = 阶段 { $stage }：{ $channels } 个 { $side } × { $side } 的通道
channel = 通道 { $channel }
features-blocks-title = 阶段的组成：MBConv 模块
features-blocks = 一个模块先扩宽通道（1 × 1），再对每个通道单独滤波（逐深度卷积），然后重新收窄（1 × 1）。逐通道滤波的代价只是完整卷积的一小部分，所以网络能在浏览器中运行。
blocks-point = 指向或轻触一行，可以看到它的输出把脸划分得多细。
block-cells = { $part }：{ $side } × { $side } 个格子
blocks-shapes = 模块的形状
block-part = 部分
block-input = 输入通道
block-expanded = 扩宽到
block-kernel = 卷积核
block-stride = 步幅
block-output = 输出通道
part-stage = 阶段 { $stage }
part-ordinal = 年龄分支
part-nominal = 性别与种族分支

attributes-ordinal-title = 有序：年龄
attributes-ordinal = 把 40 岁估成 41 岁几乎正确。网络给 0 到 100 的每一岁一个概率。训练时，标注年龄旁边的岁数也算部分正确，于是它学到的是一座小丘，而不是一根尖刺。小丘宽，说明它不确定。
attributes-neighbours = 对这张脸，{ $year } 岁本身占 { $alone }；连同两侧各 { $reach } 岁共占 { $around }。估计值是平均值 { $mean }。分布的 80 % 在 { $from } 与 { $to } 之间。
attributes-nominal-title = 无序：按标注的性别与种族
attributes-nominal = 在这里，错就是错。这些类别是数据集的标签，由看过图片的人给出。即使没有合适的类别，各条加起来也是 100 %：网络不知道别的答案。

weights-uncertainty = 三个任务在一个网络中同时学习，所以它们的损失要相加。每个该占多少？这个网络连这一点也自己学习（同方差不确定性）：每个任务有一个数 s，其损失乘以 exp(−s)。损失大会推高 s、压低权重，但要加上 s/2 作为代价。平衡时，每个任务的损失乘以权重都是 ½。
weights-curves = 训练过程中的三个权重。结束时：{ $ends }
weights-caption = 我们最近一次训练的 { $steps } 步中的权重。都从 1（虚线）开始。
weight-of = { $task }：{ $weight }
weights-choose-title = 自己设定权重
weights-nearest = 我们做过的训练中最接近的一个：{ $name }。
weights-none = 请至少给一个任务设定权重。
weights-outcomes = 训练结果
weights-column = 权重
column-age-error = 年龄误差，岁（{ $set }）
column-gender = 性别（{ $set }）
column-race = 种族（{ $set }）
variant-baseline = 学习得到（不确定性）
variant-equal = 相等权重
variant-hand = 手工权重
variant-alone = 仅{ $task }
weights-intervals = 小号数字是 95 % 区间。若两个区间重叠，差异可能只是偶然：没有哪种共用网络的方式明显胜出，而学习权重省去了摸索。这些训练都很短，所以只有差异有意义。

evidence-question = Grad-CAM 问：如果某个通道在这里稍微更活跃，答案会变多少？请在画面底部选择答案。
evidence-channels-title = 1. 取最重要的通道
evidence-channels = 上：通道在哪里活跃。中：梯度，橙色处通道增强会提高答案，蓝色处会降低答案。下：通道的权重，即其梯度的平均值，以占最大权重的比例表示。
channel-activations = 通道 { $channel }：激活
channel-gradient = 通道 { $channel }：梯度
weight = { $weight }
evidence-sum-title = 2. 把所有通道各乘以权重后相加。3. 去掉反对的部分
evidence-sum = 加权和：橙色支持答案，蓝色反对答案
evidence-kept = 剩下的部分（ReLU）：放大之前的热图
evidence-check-title = 4. 检验：在脸上涂抹
evidence-check = 热图只是一种说法。先涂抹一处热的地方，擦除后再涂抹一处冷的地方。如果热图正确，热的地方会使答案改变更多。
brush-canvas = 裁剪图。用指针涂抹，或用方向键移动画笔、按回车键涂抹。
brush-heat = 显示热图
brush-estimated = 估计
brush-before = 之前
brush-painted = 涂抹后
brush-change-age = 涂抹使年龄变动了 { $years } 岁，从 { $before } 到 { $after }。
brush-change-class = 涂抹使“{ $class }”从 { $before } 变为 { $after }。
brush-painted-at = 已涂抹：{ $place }
place-left-eye = 左侧的眼睛
place-right-eye = 右侧的眼睛
place-nose = 鼻子
place-mouth = 嘴
place-forehead = 额头
place-chin = 下巴
place-left-cheek = 左侧的脸颊
place-right-cheek = 右侧的脸颊
place-top = 额头上方
place-left-edge = 左边缘
place-right-edge = 右边缘
errors-measured = 网络是用未参与训练的人脸测试的。条形显示它与标签一致的比例，或平均差多少岁。细线是 95 % 区间：若两个区间大幅重叠，差异可能只是偶然。
errors-by = 分组依据
by-age = 年龄组
brush-again = 擦除

errors-why = 这些数字说明各组有差异，但不说明原因。各组的年龄也不同，而年老的脸最难估计年龄：种族之间的差距，有一部分是年龄之间的差距。FairFace 在收集时就力求各种族均衡，差距却依然存在。还有什么可能造成差距：标签、光线，还是类别本身？
errors-card = 按种族、性别和年龄组合的全部数字，以及数据条款：
model-card = 模型卡（JSON，新标签页）
for-teachers = 教师参考
teach-minutes = { $minutes } 分钟
teach-question = 提问
teach-look = 观察
teach-trap = 误区
teach-question-a = 先预测：脸倒过来、遮住一半，或小得像缩略图时，它还能找到吗？
teach-look-a = 歪一歪头：方框随之倾斜，裁剪图仍是正的。再转向一侧，直到“人脸”标签页对估计表示怀疑。
teach-trap-a = 找到不等于认出：检测器说的是哪里有脸，而不是谁的脸。漏掉的脸则根本得不到估计。错误从这里就开始了。
teach-question-b = 哪些通道对眼睛有反应？哪些对头发或背景有反应？
teach-look-b = 在阶段 1 还能认出这张脸。到阶段 5，一张图只有 7 × 7 个格子，只剩下位置。使用摄像头时：固定一个通道，移动身体，看它如何跟随。
teach-trap-b = “眼睛通道”只是我们对一张图像的解读。单个通道对网络没有意义，网络只使用许多通道之和。
teach-question-c = 谁的年龄小丘更宽：孩子的，还是 70 岁的人的？先猜，再比较。
teach-look-c = 比较两座小丘的宽度，而不只是峰值。然后遮住脸或让脸变模糊，观察它的小丘。
teach-trap-c = 条形说的是数据集的某个标签有多大可能，而不是一个人是什么。对画在纸上的脸，它们加起来同样是 100 %。
teach-question-d = 哪个任务最后的权重最小，为什么？看曲线之前先作出判断。
teach-look-d = 损失越大，权重越小：年龄最后最低，性别最高。每个任务各用一个网络，所需参数约为共用一个网络的两倍半；只有种族明显从中受益。
teach-trap-d = 权重小并不意味着忽视年龄。各损失的尺度不同，权重也起到拉平的作用。
teach-question-e = 要判断年龄，它必须看哪里？显示热图之前，先把猜测画出来。
teach-look-e = 把要解释的“更年长”换成“更年轻”，或换成另一个类别：脸没变，热图却变了。最热的地方也不一定在脸上：看看裁剪图的边缘。
teach-trap-e = 热图显示是什么影响了答案，而不是答案是否正确或公平。它在最后阶段只有 7 × 7 个格子，平滑的形状来自放大。涂抹遮住了一处，但也添加了边缘。
teach-question-f = 先猜：差距在种族之间、性别之间还是年龄组之间更大？
teach-look-f = 就年龄和性别而言，年龄组之间相差最大。就种族而言，“其他”最难被识别：这个类别装的是不属于其他各类的所有人。
teach-trap-f = “它见得太少”解释不了这一点。UTKFace 中标注为白人的脸最多，但其年龄误差的岁数却大于亚洲人的脸：其中三分之一是 50 岁或以上。而当我们在训练中让各组被抽取得同样频繁时，FairFace 的性别差距反而变大了。
worksheet-title = 学习单：神经网络眼中的一张脸
worksheet-name = 姓名
worksheet-class = 班级
worksheet-date = 日期
worksheet-stage = 阶段 { $stage }：变化最大的四个通道
worksheet-ages = 每个年龄的概率
worksheet-question-a-1 = 预测：什么时候找不到脸？写下三种情况，然后试一试。
worksheet-question-a-2 = 歪一歪头，再离远一些。裁剪图中什么变了，什么没变？
worksheet-question-b-1 = 选择阶段 1 的一个通道和阶段 4 的一个通道。它们各对什么有反应？
worksheet-question-b-2 = 阶段 1 的一张特征图有多少个格子，阶段 5 的呢？失去了什么，又得到了什么？
worksheet-question-c-1 = 预测画面上这张脸的估计年龄及其区间。然后写下网络的回答。
worksheet-question-c-2 = 训练时，相邻的岁数算部分正确。为什么相邻的类别不算？
worksheet-question-d-1 = 你会给哪个任务最大的权重？其他任务会因此付出什么代价？
worksheet-question-d-2 = 有人打乱了一个任务的标签。它的损失、它的 s 和它的权重会怎样变化？
worksheet-question-e-1 = 画出你预计依据所在的位置。热图有什么不同？
worksheet-question-e-2 = 先涂抹一处热的地方，再涂抹一处冷的地方。每次都写下答案的变化。
worksheet-question-e-3 = 你的实验支持热图吗？还有什么可以解释这些变化？
worksheet-question-f-1 = 猜一猜：哪些组之间的差距最大？数字怎么说？
worksheet-question-f-2 = 选择一个差距。说出两个可能的原因，以及你会如何检验每一个。
worksheet-question-f-3 = 说出一种因这些错误而不可行的用途，并说明原因。
errors-set = { $set }：{ $n } 张脸
errors-n = n { $n }
gaps-title = 最大的差距：相差的岁数或百分点
gap-years = { $difference } 岁
gap-points = { $difference } 个百分点
gap-worst = 最差：{ $group }
ages = { $from }–{ $to }
ages-from = { $from } 岁及以上
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
update-elsewhere = Visage 已在另一个标签页中更新。请重新加载此页面：它所属版本的部分文件可能已不存在。
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
