### The page's words. Every language has the same messages with the same variables; a test sees to it.

list-separator = ,{" "}
faces-separator = ;{" "}
page-title = Visage: how a face looks to a neural network

## Masthead and notes

lead = How a face looks to a neural network: estimates of appearance, not facts about a person.
notes-appearance = Estimates of appearance, not facts about a person.
notes-labels = The network echoes how faces were labelled in its data sets; “race” means “race as labelled in the data sets”, and gender has only their two classes. It is often wrong, and not equally wrong for everyone.
notes-private = Visage identifies nobody, stores nothing and sends nothing.
language = Language

## Attributes and classes

age = age
gender = gender
race = race
class-male = Male
class-female = Female
class-white = White
class-black = Black
class-asian = Asian
class-indian = Indian
class-others = Others
class-younger = younger
class-older = older

## Estimates

years = { $years ->
    [one] { $years } year
   *[other] { $years } years
}
years-with-interval = { $years ->
    [one] { $years } year
   *[other] { $years } years
} ({ $from }–{ $to })
class-with-share = { $class } { $share }
low-confidence = low confidence
low-confidence-because = Low confidence: { $reasons }.
doubt-small = the face is very small
doubt-cut-off = the face is cut off
doubt-turned = the face is turned away
doubt-unclear = it may not be a face
doubt-dark = it is too dark
doubt-bright = it is too bright
doubt-blurred = the face is blurred
doubt-tilted = the face is seen from below or above
doubt-covered = a part of the face is covered
doubt-unlike = it may not be a person’s face
no-face-found = No face found.
faces-found =
    { $count ->
        [one] 1 face
       *[other] { $count } faces
    }.
faces-found-with =
    { $count ->
        [one] 1 face
       *[other] { $count } faces
    }: { $faces }.
face-number = Face { $number }
estimated-age = Estimated age
estimated-gender = Estimated gender
gender-not-told = not told below { $years } years, where it would be a guess
estimated-race = Estimated race
as-labelled = as labelled in the data sets
faces = Faces
faces-before = The network’s estimates appear here, a line for each face.
faces-engine-loading = The engine is still loading. The estimates follow.
faces-looking = Looking for faces …
faces-searching = Looking closer: { $share } done; faces found so far: { $count }.
faces-not-read = Faces found: { $found }. The { $read } largest were read.
faces-engine-failed = The engine has stopped, so no faces can be found. See the note at the top.
faces-none = No face found. Come closer, turn towards the light, or try another picture.

## The picture

picture = Picture
camera = Camera
photo = Photo
invitation = Use your camera, or drop a photo here.
invitation-private = Pictures stay in this tab: nothing is sent, nothing is stored.
use-camera = Use camera
privacy-and-credits = Privacy and credits
stop-film = Stop video
panel = Panel
clear-stage = Clear
stop-camera = Stop camera
waiting-for-camera = Starting …
which-camera = Which camera
camera-number = Camera { $number }
choose-photos = Choose photos
samples = Sample photos
samples-try = Or try one of these:
samples-credits = Samples: NASA (Eileen Collins, public domain) and FairFace by Kimmo Kärkkäinen and Jungseock Joo, CC BY 4.0.
sample-astronaut = An astronaut before a flag
sample-woman-1 = A woman who looks into the camera
sample-man-1 = A man who looks into the camera
sample-woman-2 = A woman with a head scarf
sample-group = Three people
the-picture = The picture
freeze = Freeze
go-on = Continue
keep-to-compare = Compare
projector = Full screen
kept-moments = Moments to compare
kept-moment = A moment kept to compare
let-moment-go = Remove this moment
contact-sheet = Contact sheet
sheet-filling = Reading photos
sheet-progress = { $done } of { $count } read
sheet-stop = Stop
unreadable-photo = It could not be read.
tab-faces = Faces
tab-heat-map = Heat map
tab-lesson = Lesson
tab-teach = Teach
tab-more = More
heat-map = Heat map
heat-map-what = Where did the network look? The more a spot supported the answer, the stronger its colour.
heat-map-caution = A heat map shows what moved the answer, not whether the answer is right. Step e of the lesson puts it to the test.
legend-for = for “{ $target }”:
more-settings = Colours, layer, part of the picture

## What is shown

no-heat-map = off
evidence-for = Evidence for
evidence-for-older = an older age
evidence-for-estimate = the estimated class
at-layer = Layer
layer = stage { $stage } ({ $side } × { $side })
opacity = Strength
colours = Colours
palette-viridis = violet to yellow
palette-inferno = black to yellow
palette-cividis = blue to yellow
heat-map-over = Covers
heat-map-over-share = the left { $share } of the picture
legend-little = little
legend-most = most
smooth-over-time = smooth video
second-opinion = second opinion on photos ({ $megabytes } MB more)
second-opinion-arrives = second opinion: { $share } loaded
second-opinion-asked = second opinion: mean of two networks
show = Show

## The engine

engine = Engine
engine-loading = Loading
engine-failed = Engine stopped
engine-hangs = The engine keeps hanging. Close other programs, or reload the page.
loading-engine = Loading the engine
loading-starts = Starting …
loading-of = Loading the models: { $loaded } of { $total } MB
loading-stalls = Nothing has arrived for some seconds. Visage goes on waiting; check the connection, or reload the page.
ready-on-cpu = Ready on the CPU
ready-on-webgpu = Ready on WebGPU
device-webgpu = The adapter { $adapter } passed the self-test, and is quicker than the CPU.
device-cpu-wanted = The page’s address asks for the CPU.
device-data-saved = The CPU serves: WebGPU needs a large program, and this browser is set to save data.
device-cpu-meanwhile = The CPU serves while WebGPU is looked for and tested.
device-cpu-faster = WebGPU works on the adapter { $adapter }, but the CPU is faster here.
device-cpu-without-webgpu = WebGPU is not used: { $problem }.
webgpu-no-adapter = this browser offers no adapter
webgpu-software = the adapter { $adapter } is software and slower than the CPU
webgpu-start = it cannot be started ({ $reason })
webgpu-self-test = it failed the self-test ({ $reason })
webgpu-late = it did not answer in time
webgpu-lost = it has stopped computing, as it does when the graphics driver is reset
start-again = Start again
use-the-cpu = Use the CPU
dismiss = Dismiss

## Take away

take-away = Save
take-away-local = Made on this machine, sent nowhere.
take-away-nothing = Open a picture first. Then save it here with its estimates.
log-kept = This tab keeps a log of its estimates, in memory only, until you close it.
clear-log = Clear log
save-picture = Save picture
copy-picture = Copy picture
share-picture = Share picture
save-numbers = Save numbers (JSON)
save-log = Save log (CSV)
estimated-by = Estimated by Visage: how a face looks to a neural network, not facts about a person.

## Instruments

instruments = Instruments
show-instruments = Show instruments
hide-instruments = Hide instruments
frames-a-second = frames a second
engine-memory = engine’s memory
model-hash = model (SHA-256)
megabytes = { $megabytes } MB
times-of-frames = Times of the last frames
times-full-height = times of the last frames, full height { $milliseconds } ms
stage-read = read pixels
stage-detect = find faces
stage-attributes = align and estimate
stage-explain = heat map
run-benchmark = Run benchmark
benchmark-running = Measuring, frame { $frame } …
copy-table = Copy table

## What can go wrong

error-camera-refused = The camera was refused. Allow it for this page in the browser’s address bar or settings, then start it again, or use a photo.
error-camera-framed = The camera was refused. The page around this one must allow it (allow="camera" on its iframe), and so must you. Or use a photo.
error-camera-absent = No camera was found. Connect one and start it again, or use a photo.
error-camera-busy = The camera is busy. Close other programs or tabs that use it, then start it again.
error-camera-unsuitable = That camera cannot be used any more. Choose another one from the list, or start again.
error-camera-insecure = The browser gives cameras only to pages loaded over https or from localhost. Open this page that way, or use a photo.
error-camera-unplugged = The camera was unplugged or taken away. Connect it and start it again.
error-camera-failed = The camera could not be started ({ $reason }). Try again, or use a photo.
error-picture-empty = “{ $name }” is empty (0 bytes). Choose another photo.
error-not-a-picture = “{ $name }” is not a picture. Choose a JPEG, PNG, WebP, AVIF or GIF file.
error-picture-huge = “{ $name }” has { $megapixels } megapixels; at most { $limit } can be opened here. Make it smaller and try again.
error-picture-foreign = “{ $name }” is a { $format } file, which cannot be opened here. Save it as JPEG or PNG and try again.
error-picture-heic = This browser cannot open HEIC photos such as “{ $name }”. Save it as JPEG and try again.
error-picture-damaged = “{ $name }” cannot be opened; it may be damaged. Choose another photo.
error-film = The video “{ $name }” cannot be played here. Choose an MP4 or WebM file.
error-file = “{ $name }” could not be loaded. Check the connection and try again.
error-sample = The sample photo could not be loaded. Check the connection and try again, or use your own photo.
error-too-large-to-save = The picture is too large to save. Try a smaller photo.
error-copy = The browser does not let this page use the clipboard ({ $reason }). Save the picture instead.
error-share = This device cannot share the picture. Save it instead.
error-camera-silent = The camera gives no picture. Open its shutter, or close other programs that use it.
error-film-without-picture = This browser can play the sound of “{ $name }”, but not its picture. Choose an MP4 (H.264) or WebM file.
error-film-left-out = Only one video plays at a time: “{ $name }” was left out. Open it by itself.
error-camera-taken-back = The permission to use the camera was taken back. Allow it again in the browser’s address bar or settings, then start the camera.
error-camera-black = The camera gives a black picture. Open its shutter, take off what covers it, or switch on a light.
error-camera-out-of-sight = The camera was switched off, as this page was out of sight for a minute. Start it again.
error-file-unreadable = “{ $name }” cannot be read. If it is a folder, open it and choose the pictures in it.
error-folder-empty = There are no pictures in the folder “{ $name }”. Drop one that has some, or choose the photos themselves.
error-no-file = What was dropped is no file. Save the picture from the other page first, then drop the file here.
still-earlier-picture = The stage still shows the earlier picture.
and-more-files =
    { $count ->
        [one] One more file could not be opened.
       *[other] { $count } more files could not be opened.
    }
notice-copied = Copied.
notice-saved = Saved.
failure-program = The engine cannot be loaded. Check the connection and reload the page; if that does not help, update the browser: it needs WebAssembly with SIMD. ({ $reason })
failure-breakdown = The engine has broken down. Start it again; if that does not help, reload the page. ({ $reason })
failure-mismatch = The page and its engine are different versions. Reload the page. ({ $reason })
failure-file-refused = “{ $file }” cannot be loaded: the server answers { $reason }. Reload the page, or build the site anew.
failure-file-unreachable = “{ $file }” cannot be loaded. Check the connection and reload the page. ({ $reason })
failure-copy-damaged = This browser’s copy of “{ $file }” is damaged and cannot be replaced. Connect to the network once and reload the page. ({ $reason })
failure-file-damaged = “{ $file }” arrived damaged twice. Reload the page, or rebuild the site.
failure-file-unusable = A file of the engine is damaged or of another version. Reload the page, or rebuild the site. ({ $reason })
failure-webgpu = WebGPU cannot be used: { $problem }. Use the CPU instead.
failure-cpu = The CPU fails the self-test. Reload the page, use another browser, or rebuild the site. ({ $reason })
failure-late = The engine did not answer and has been restarted. It will now retry the newest picture.
failure-false-pixels = This browser gives falsified pixels, as a protection against fingerprinting does, and no face can be found in them. Allow this page to read canvas data, or use another browser.
failure-picture-empty = The picture is empty. Choose another one.
failure-pixels = The picture’s pixels cannot be read. Try a smaller one, or another browser. ({ $reason })
failure-device = The device could not compute. Reload the page, or use the CPU. ({ $reason })
error-browser = The browser reported a problem ({ $reason }). Reload the page; if it happens again, try another browser.

## The lesson

how-it-works = How it works
lesson-steps = Steps of the lesson
lesson-place = step { $number } of { $count }
lesson-face = This step shows { $face }. Press another face on the stage to switch.
lesson-point = Point at a map, or tap it, to lay it on the face. A click keeps it there; a second removes it.
lesson-back = Back
lesson-next = Next: { $title }
print-worksheet = Print worksheet
lesson-align = Find and align
lesson-features = Shared features
lesson-attributes = Two kinds of attribute
lesson-weights = Weigh the losses
lesson-evidence = Where it looked: Grad-CAM
lesson-errors = For whom is it wrong?
lesson-yourself = Teach it yourself
missing-picture = This step needs a face. Use your camera, open a photo, or take the sample.
missing-engine = The engine is still loading. The step fills in by itself.
missing-answer = The network is reading the picture …
missing-face = No face was found in this picture. Try another one, or take the sample.
missing-heat-map = The heat map is off. Switch one on, and this step takes it apart.
missing-use-sample = Use the sample photo
missing-show-heat-map = Show the heat map for age

align-detector = BlazeFace, a small network, searches the whole picture, shrunk to 256 pixels on its longer side. It has two anchors in each cell of 16 pixels and six in each cell of 32. Every anchor answers: is there a face here, how large is it, and where are its eyes, nose, mouth and ears? Answers about the same face are blended.
align-show = Show on the stage:
align-anchors = anchors every { $cell } pixels
align-key-points = key points
align-crop = Eyes, nose and mouth set how the face is turned, scaled and cut out: the tilted square on the stage. So the second network sees every face upright and at the same size.
align-caption = The crop that the network reads: 112 × 112 pixels
align-place = This face was turned by { $degrees }°. One pixel of the crop covers { $scale } of the picture. The detector is { $share } sure that it is a face.

features-stages = The network reads the crop in five stages, which all attributes share. Early channels respond to edges and colours, later ones to parts of a face. The maps get coarser, and each cell sees more of the face. The eight channels that vary most are shown.
features-stage = Stage { $stage }: { $channels } channels of { $side } × { $side }
channel = channel { $channel }
features-blocks-title = What stages are built from: MBConv blocks
features-blocks = A block widens its channels (1 × 1), filters each channel by itself (depthwise), and narrows them again (1 × 1). Filtering channels one by one costs a fraction of a full convolution, which is why the network runs in a browser.
blocks-point = Point at a row, or tap it, to see how finely its output divides the face.
block-cells = { $part }: { $side } × { $side } cells
blocks-shapes = Shapes of the blocks
block-part = part
block-input = channels in
block-expanded = widened to
block-kernel = kernel
block-stride = stride
block-output = channels out
part-stage = stage { $stage }
part-ordinal = branch for age
part-nominal = branch for gender and race

attributes-ordinal-title = With an order: age
attributes-ordinal = 41 for 40 is nearly right. The network gives each year from 0 to 100 a probability. In training, the years next to the labelled one count as partly right, so it learns a hill, not a spike. A wide hill means that it is unsure.
attributes-neighbours = For this face the year { $year } alone gets { $alone }; { $reach } years to either side together have { $around }. The estimate is the mean, { $mean }. 80 % of the distribution lies between { $from } and { $to }.
attributes-nominal-title = Without an order: gender and race as labelled
attributes-nominal = Here a miss is a miss. The classes are the data sets’ labels, given by people who looked at a picture. The bars add up to 100 % even when no class fits: the network knows no other answer.

weights-uncertainty = Several tasks learn at once in one network, so their losses are added. How much should each count? The network learns that, too (homoscedastic uncertainty): each task has a number s that scales its loss by exp(−s). A large loss pushes s up and the weight down, but s/2 is added as a price. At rest, the loss times its weight is ½ for every task.
weights-curves = The weights over the training. At its end: { $ends }
weights-caption = The weights over { $steps } steps of training. All start at 1, the dashed line; the network here went on from there.
weights-live = Let it learn here: the heads of all tasks start from scratch and learn from { $count } faces in a few seconds. Choose learned weights, equal ones or your own, and compare.
weights-live-open = Learn from { $count } faces
weight-of = { $task }: { $weight }
weights-choose-title = Set the weights yourself
weights-outcomes = Training results
weights-column = weights
column-age-error = age error, years ({ $set })
column-gender = gender ({ $set })
column-race = race ({ $set })
variant-learned = learned (uncertainty)
variant-equal = equal weights
variant-hand = weights by hand
variant-dynamic = by how fast each loss falls
variant-norms = equal gradients
variant-alone = a network each
weights-intervals = Small: each method’s difference from equal weights, as a 95 % interval for other faces and other repetitions; each was run { $seeds } times, for { $steps } steps. Where the interval contains 0, it may be chance. Of { $all } differences, { $clear } are clear, in bold.
shapes-outcomes = Other shapes of the network
shapes-column = shape
shapes-intervals = All with equal weights, compared as above with the first row. Of { $all } differences, { $clear } are clear, in bold.
variant-categories = a branch for each category, as here
variant-one-branch = one branch for all
variant-branch-each = a branch for each attribute
variant-shared-four = four shared stages
variant-age-classes = age as 101 classes
variant-age-squared = age by squared error
weights-not-shown-title = What this does not show
weights-not-shown = Only the last stage, the branches and the heads were trained here, from weights that had learned to tell objects apart, and by labels alone. Other data, a longer training or other losses may come out otherwise, and one interval in twenty at 95 % looks clear by chance.

evidence-question = Grad-CAM asks: if a channel were a little more active here, how much would the answer change? Choose the answer at the foot of the stage.
evidence-channels-title = 1. Take the channels that count most
evidence-channels = Top: where the channel is active. Bottom: the gradient, orange where more of the channel would raise the answer, blue where it would lower it. Below: the channel’s weight, the mean of its gradient, as a share of the largest.
channel-activations = channel { $channel }: activations
channel-gradient = channel { $channel }: gradient
weight = { $weight }
evidence-sum-title = 2. Sum channels times weights. 3. Drop what speaks against it
evidence-sum = The weighted sum: orange speaks for the answer, blue against it
evidence-kept = What is left (ReLU): the heat map before it is enlarged
evidence-check-title = 4. Test it: paint over the face
evidence-check = A heat map is a claim. Paint over a warm place, erase it, and paint over a cold one. If the map is right, the warm place changes the answer more.
evidence-trust-title = 5. How far can it be trusted?
evidence-trust = Measured on { $n } FairFace faces that the network did not learn from, for { $attribute } at this layer: { $inside } of the heat lies on the face itself, not on hair, ears or background. A map that knows nothing would have { $chance } there. Blurring the hottest fifth of the pixels costs the estimate { $hottest } points of probability, a random fifth { $random }, the middle of the face { $middle }.
evidence-trust-meaning = If the first of these three is the largest, the map marks what the estimate rests on. Heat beside the face means the network reads hair or background: the map is right, and the network is right for the wrong reasons.
brush-canvas = The crop. Paint with the pointer, or move the brush with the arrow keys and paint with Enter.
brush-heat = Show the heat map
brush-estimated = estimated
brush-before = before
brush-painted = painted
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
errors-same-ages = As if all were of the same ages (those of which every group has some faces)
by-age = age group
brush-again = Erase

errors-why = The figures say that groups differ, not why. Groups also differ in age, and old faces are the hardest to date; so races and genders are weighted here as if they had the same ages. Untick that and see what changes. FairFace was collected to be balanced by race, yet gaps remain. What else could cause them: labels, light, the classes themselves?
second-network-title = What a second network buys
second-network = Networks that came about in different ways err in different places, so the mean of two errs less than either. The second one learned to tell persons apart before it learned age, gender and race. It takes { $megabytes } MB more, so it is loaded only if you want it, and asked only about photos. Heat maps stay the first network’s. In brackets: 95 % intervals.
second-network-one = one network
second-network-both = mean of both
errors-card = Every figure, by race, gender and age together, with the terms of the data:
model-card = model card (JSON, new tab)
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
teach-look-d = The larger a loss, the smaller its weight: age ends lowest, gender highest. At rest every weight is one over twice the loss, however large the loss happens to be.
teach-trap-d = A small weight does not mean that age is neglected. Losses have different scales, and the weight also evens those out.
teach-question-e = Where must it look to tell an age? Draw your guess before you show the map.
teach-look-e = Explain younger instead of older, or another class: the face is the same, the map is not. And the warmest place is not always on the face: look at the edges of the crop.
teach-trap-e = The map shows what moved the answer, not whether the answer is right or fair. It has 7 × 7 cells at the last stage; its smooth shape comes from enlarging. Paint hides a place, but it also adds edges.
teach-question-f = Guess first: are the gaps larger between races, genders or age groups?
teach-look-f = For age and gender, age groups are furthest apart. For race, “Others” is recognised least: a class of everybody who fits no other.
teach-trap-f = “It saw too few of them” does not explain it. White is UTKFace’s largest class, yet its ages are missed by the most years, among faces of the same ages as well. What else differs: how well the true age is known, light, the labels?
worksheet-title = Worksheet: how a face looks to a neural network
worksheet-name = Name
worksheet-class = Class
worksheet-date = Date
worksheet-stage = Stage { $stage }: the four channels that vary most
worksheet-ages = The probability of each age
worksheet-question-a-1 = Predict: when is no face found? Write down three cases, then try them.
worksheet-question-a-2 = Tilt the head, then move away. What changes in the crop, and what stays?
worksheet-question-b-1 = Choose a channel of stage 1 and one of stage 4. What does each respond to?
worksheet-question-b-2 = How many cells does a map have in stage 1, and in stage 5? What is lost, and what is gained?
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
errors-set = { $set }: { $n } faces
errors-n = n { $n }
gaps-title = Largest gaps: years or points apart; by race and by gender as if of the same ages
gap-years = { $difference } years
gap-points = { $difference } points
gap-worst = worst: { $group }
gap-chance = may be chance
ages = { $from }–{ $to }
ages-from = { $from } and over
figure-age-error = age error, years
figure-age-group = age group right
figure-gender = gender as labelled
figure-race = race as labelled

## Without a network, and in private

offline-unavailable = This page cannot be used offline here: this browser keeps no copy of a page loaded like this.
offline-preparing = Keeping a copy of this page for offline use …
offline-ready = This page also works offline.
offline-full = There is no room for a copy of this page. Free some storage to open it offline; online it works as usual.
offline-failed = No copy of this page could be kept. Reload it to try again; online it works as usual.
update-ready = A new version is ready.
update-elsewhere = Visage has been updated in another tab. Reload this page: parts of its own release may be gone.
update-now = Reload now
privacy = Privacy
about = About
privacy-title = Private by construction:
privacy-bytes =
    { $bytes ->
        [one] 1 byte sent
       *[other] { $bytes } bytes sent
    }
privacy-uncounted = nothing is sent
privacy-where = Pictures are looked at in this tab, on this machine. There is no server that could receive them.
privacy-stored = No picture is stored. The offline copy holds this site's own files and nothing of yours. There are no cookies.
privacy-requests = The page may only load its own files; its security policy forbids the browser from contacting any other address. There are no third-party fonts, trackers or scripts.
privacy-check = The number above counts what this page's programs send out. Don’t take our word for it: open the browser’s network tools, or go offline; everything still works.
docs = Use it in a page of your own (English)
notices = Credits and licences of others' work

## Teaching it something new

training-what = Teach the network something that it does not know. Say what, show examples, and watch it learn.
training-glasses = glasses
training-without = without
training-with = with
training-no = no
training-yes = yes
training-attribute = Attribute
training-kind = Its classes
training-nominal = have no order
training-ordinal = have an order
training-class-number = class { $number }
training-not-said = not said
training-add-class = Add a class
training-remove-class = Remove the last class
training-add-attribute = Add an attribute
training-remove-attribute = Remove this attribute
training-hold = Hold to show
training-taking = Taking examples…
training-take-one = Take as an example
training-count-down = In 3 seconds
training-in-seconds = { $seconds }…
training-from-photos = From photos…
training-needs-face = Mark above what your examples show. Then start the camera and hold the button, or choose photos, or drop them here: the largest face in each is taken.
training-reading = Reading photo { $done } of { $count }.
training-examples = { $count ->
    [one] 1 example
   *[other] { $count } examples
}
training-examples-hint = Those that it got wrong come first. ⇄ gives an example the classes marked above; × deletes it.
training-relabel = Give it the marked classes
training-relabel-named = Give the marked classes to the example “{ $name }”
training-forget = Delete
training-forget-named = Delete the example “{ $name }”
training-clear = Delete all examples
training-learn = Learn
training-losses = Loss of each attribute, pass by pass
training-weights = Weight of each loss
training-weight = weight
training-rest-hint = L is the mean loss and s its learned log-variance. The weight is exp(−s); it settles at 1 / (2 L), so a noisy attribute counts for less. It stops at { $most }, so that what is fully learned does not drown the others.
training-right = { $name }: right on { $share } of { $count } held-out examples. Frames of one video resemble each other: new people are harder.
training-right-of-faces = { $name }: right on { $share } of { $count } held-out faces.
training-alone = Alone: { $share }.
training-not-enough = { $name }: { $count ->
    [one] 1 example was
   *[other] { $count } examples were
} held out, too few to say how good it is. One in five is held out; show more.
training-confusion = Held-out examples by class (rows) and by predicted class (columns)
training-settings = Settings and experiments
training-weighting = Weights of the losses
training-learned-weights = learned (uncertainty)
training-equal = equal
training-by-hand = by hand
training-place = Features from
training-trunk = the end of the shared trunk
training-ordinal-branch = the branch for age
training-nominal-branch = the branch for gender and race
training-place-hint = The trunk’s features are the most general. Those of a branch have learned what tells its own attributes.
training-spoil = Spoil the labels of
training-spoilt-share = Share of wrong labels
training-spoil-hint = Then learn again, and watch the weight of that attribute.
training-groups = Compare groups by
training-groups-hint = Share of held-out examples that are right, and how many there are
training-leave-out = Leave out of learning
training-nobody = nobody
training-leave-out-hint = Held-out examples of that group are still tested: learn again, and compare the groups.
training-alone-too = Learn each attribute alone as well, to compare
training-in-use = What it learned is now shown for each face, in the picture and the Faces tab. Choose it below the picture to see its heat map.
training-save = Save what it learned
training-save-examples = Save the examples as well: the file then holds pictures of faces
training-stop = Stop using it
training-open = Open what was learned before…
training-link = Copy a link to this task
training-faces = Age, gender and race from { $count } faces
training-faces-what = Watch the heads for age, gender and race start from scratch. They learn from { $count } faces of UTKFace and FairFace that the network was not trained on. The page brings only what its trunk says of each face, as numbers, and its labels; no pictures. The trunk itself has learned these attributes from other faces.
training-own = Teach attributes of your own
training-no-faces = These faces could not be loaded. They come when they are first asked for: connect to the internet, and learn again.
training-private = Examples stay in this tab: nothing is sent, and leaving the page forgets them. What you save is yours.
training-taught = taught here
training-unlike = Unlike all examples: do not believe it.
training-one-class = Show examples of at least two classes of “{ $name }”.
training-unfit = Every attribute and every class needs a name of its own. Change those that are empty or the same.
training-file-damaged = This is no file of what Visage has learned, or it is damaged. Choose one that you saved in this tab.
training-file-other-network = This was learned on another version of the network. Teach it again here.
error-no-face-in = No face was found in “{ $name }”. Choose a photo in which one can be seen well.

## The lesson's last step

yourself-what = The trunk already tells faces apart, so a few dozen examples are enough for a head that reads something new. All new attributes share one small layer, and their losses are weighted as the network’s own were. Four things to find out:
yourself-open = Open the Teach tab
yourself-noise = A noisy attribute counts for less
yourself-noise-how = Teach two attributes with at least 20 examples each, learn, and write down both weights. Spoil all labels of one (Settings and experiments), and learn again. Which weight falls, and how near does it come to 1 / (2 L)?
yourself-related = Do two attributes help each other?
yourself-related-how = Teach two related ones, and let each be learned alone as well (Settings and experiments): below each you see whether together is better. With few examples, chance plays a large part: repeat it. Try it with the faces of the data sets, too.
yourself-unfair = An unbalanced set is unfair
yourself-unfair-how = Show two people with glasses and without, and let a second attribute say who it is. Leave one of them out of learning, and compare the groups. Then do it with the faces of the data sets: leave out a group, and see for whom the gender gets worse.
yourself-shortcut = A shortcut
yourself-shortcut-how = Show one class only by a window, and the other only by a wall. Learn, and choose the new attribute’s heat map below the picture: is it on the face? Then swap places. Fix it with examples of both classes at both.
teach-question-g = Which will be harder to teach, glasses or a smile? Why?
teach-look-g = The weight of the spoilt attribute falls to a fraction of the other’s. And the heat map shows what the examples had in common, which need not be what was meant.
teach-trap-g = “100 % of the held-out examples are right.” They are frames of the same minute and the same people. Try somebody it has not seen.
worksheet-question-g-1 = Write down both weights before and after one attribute’s labels were spoilt. What do L and 1 / (2 L) say?
worksheet-question-g-2 = Describe a shortcut that your examples allowed, how you noticed, and what mended it.
