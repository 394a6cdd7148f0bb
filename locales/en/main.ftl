### The page's words. Every language has the same messages with the same variables; a test sees to it.

list-separator = ,{" "}

## Masthead and notes

lead = Estimates how a face looks to a neural network: age, gender and race, and where it looked.
lead-private = Runs in this tab; no picture leaves it.
notes-appearance = Estimates of appearance, not facts about a person.
notes-labels = The network repeats how faces were labelled in its data sets; race means “race as labelled in the data sets”, and gender has their two classes only. It is often wrong, and not equally wrong for everybody.
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

years = { $years } years
years-with-interval = { $years } years ({ $from }–{ $to })
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
estimated-race = Estimated race
as-labelled = as labelled in the data sets
faces = Faces
faces-before = What the network estimates appears here, one card for each face.
faces-engine-loading = The engine is still loading; the faces follow.
faces-looking = Looking for faces …
faces-engine-failed = Without its engine the page cannot look for faces.
faces-none = No face was found. Come nearer, turn towards the light, or try another picture.

## The picture

picture = Picture
camera = Camera
photo = Photo
invitation = Use the camera, or choose, drop or paste a photo.
invitation-private = The picture stays in this tab: nothing is sent, nothing is stored.
use-camera = Use camera
stop-camera = Stop camera
waiting-for-camera = Waiting for the camera …
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
go-on = Go on
space-bar = space
keep-to-compare = Keep to compare
projector = Projector
kept-moments = Kept moments
kept-moment = A kept moment
let-moment-go = Let this moment go
contact-sheet = Contact sheet
unreadable-photo = It could not be read.

## What is shown

what-is-shown = What is shown
heat-map-for = Heat map: where it looked for
no-heat-map = no heat map
evidence-for = as evidence for
evidence-for-older = an older age
evidence-for-estimate = what it estimates
at-layer = at the layer
layer = stage { $stage } ({ $side } × { $side })
opacity = Opacity
colours = Colours
palette-viridis = violet to yellow
palette-inferno = black to yellow
palette-cividis = blue to yellow
heat-map-over = Heat map over
heat-map-over-share = the left { $share } of the picture
legend-little = says little
legend-most = speaks for it most
smooth-over-time = Smooth over time
show = Show

## The engine

engine = Engine
loading-engine = Loading the engine
step-starting = Starting
step-engine = Loading the engine
step-detector = Loading the face detector
step-network = Loading the network
step-self-test = Loading the self-test
step-webgpu = Preparing WebGPU
step-cpu = Preparing the CPU
step-of = { $step }: { $loaded } of { $total } MB
step-so-far = { $step }: { $loaded } MB
step-going-on = { $step } …
ready-on-cpu = Ready on the CPU
ready-on-webgpu = Ready on WebGPU
device-webgpu = The adapter { $adapter } passed the self-test.
device-cpu-wanted = The page’s address asks for the CPU.
device-cpu-meanwhile = The CPU serves while WebGPU is prepared on the adapter { $adapter }.
device-cpu-faster = WebGPU works on the adapter { $adapter }, but the CPU is faster here.
device-cpu-after-failure = The engine had to be started again. { $failure }
device-cpu-without-webgpu = WebGPU is not used: { $problem }.
webgpu-no-adapter = this browser offers no adapter
webgpu-software = the adapter { $adapter } is software and slower than the CPU
webgpu-start = it cannot be started ({ $reason })
webgpu-self-test = it failed the self-test ({ $reason })
start-again = Start again
use-the-cpu = Use the CPU
dismiss = Dismiss

## Take away

take-away = Take away
take-away-local = Take away (made on this machine, sent nowhere):
save-picture = Save picture
copy-picture = Copy picture
share-picture = Share picture
save-numbers = Save numbers (JSON)
save-log = Save session log (CSV)
estimated-by = Estimated by Visage: how a face looks to a neural network, not facts about a person.

## Instruments

instruments = Instruments
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
error-camera-absent = No camera was found. Connect one and start it again, or use a photo.
error-camera-busy = The camera is busy. Close other programs or tabs that use it, then start it again.
error-camera-unsuitable = That camera cannot be used any more. Choose another one from the list, or start again.
error-camera-insecure = The browser gives cameras only to pages loaded over https or from localhost. Open this page that way, or use a photo.
error-camera-unplugged = The camera was unplugged or taken away. Connect it and start it again.
error-camera-failed = The camera could not be started ({ $reason }). Try again, or use a photo.
error-picture-empty = “{ $name }” is empty (0 bytes). Choose another photo.
error-not-a-picture = “{ $name }” is not a picture. Choose a JPEG, PNG, WebP, AVIF or GIF file.
error-picture-huge = “{ $name }” has { $megapixels } megapixels; at most { $limit } can be opened here. Make it smaller and try again.
error-picture-heic = This browser cannot open HEIC photos such as “{ $name }”. Save it as JPEG and try again.
error-picture-damaged = “{ $name }” cannot be opened; it may be damaged. Choose another photo.
error-film = The film “{ $name }” cannot be played here. Choose an MP4 or WebM file.
error-file = “{ $name }” could not be loaded. Check the connection and try again.
error-sample = The sample photo could not be loaded. Check the connection and try again, or use your own photo.
error-too-large-to-save = The picture is too large to save. Try a smaller photo.
error-copy = The browser does not let this page use the clipboard ({ $reason }). Save the picture instead.
error-share = This device cannot share the picture. Save it instead.
failure-program = The engine cannot be loaded. Check the connection and reload the page; if that does not help, update the browser: it needs WebAssembly with SIMD. ({ $reason })
failure-breakdown = The engine has broken down. Start it again; if that does not help, reload the page. ({ $reason })
failure-mismatch = The page and its engine do not fit together. Reload the page. ({ $reason })
failure-file-refused = “{ $file }” cannot be loaded: the server answers { $status }. Reload the page, or build the site anew.
failure-file-unreachable = “{ $file }” cannot be loaded. Check the connection and reload the page. ({ $reason })
failure-copy-damaged = This browser’s copy of “{ $file }” is damaged and cannot be replaced. Connect to the network once and reload the page. ({ $reason })
failure-file-damaged = “{ $file }” arrived damaged, also at the second try. Reload the page, or build the site anew.
failure-file-unusable = A file of the engine is damaged or of another version. Reload the page, or build the site anew. ({ $reason })
failure-webgpu = WebGPU cannot be used: { $problem }. Use the CPU instead.
failure-webgpu-lost = WebGPU has stopped computing, as it does when the graphics driver is reset. Reload the page, or use the CPU.
failure-cpu = The CPU fails the self-test. Reload the page, use another browser, or build the site anew. ({ $reason })
failure-picture-empty = The picture is empty. Choose another one.
failure-pixels = The picture’s pixels cannot be read. Try a smaller one, or another browser. ({ $reason })
failure-device = The device could not compute. Reload the page, or use the CPU. ({ $reason })
error-browser = The browser reported a problem ({ $reason }). Reload the page; if it comes again, try another browser.

## The lesson

how-it-works = How it works
needs-face = Start the camera or choose a photo: this step is computed from your own picture.
lesson-align = Find and align
lesson-features = Shared features
lesson-attributes = Two kinds of attribute
lesson-weights = Weighing the losses
lesson-evidence = Why: Grad-CAM
lesson-errors = For whom is it wrong?

align-detector = A first, small network (BlazeFace) looks at the whole picture, shrunk to 256 pixels on its longer side. At each of its anchors, two in every square of 16 pixels and six in every square of 32, it answers: is there a face here, how large, and where are its eyes, nose, mouth and ears? Answers about the same face are blended.
align-crop = The dots on the stage are these anchors and key points. Eyes, nose and mouth decide how the face is turned, scaled and cut out (the tilted square), so that the second network sees every face alike:
align-caption = the crop that the network reads, 112 × 112 pixels
align-place = This face was turned by { $degrees }°, and one pixel of the crop covers { $scale } pixels of the picture. The detector is { $share } sure that it is a face.

features-stages = The network reads the crop in five stages that age, gender and race share. Early channels answer to edges and colours, later ones to parts of a face; each stage sees less sharply and more of the face at once.
features-stage = Stage { $stage }: { $channels } channels of { $side } × { $side }, the { $shown } that vary most
channel = channel { $channel }
features-blocks-title = What a stage is made of: MBConv blocks
features-blocks = Each block widens its channels (1 × 1), lets every channel be convolved by itself (depthwise), and narrows them again (1 × 1). Convolving channels one by one costs a fraction of a full convolution; that is why the network runs in a browser.
blocks-shapes = Shapes of the blocks
block-part = part
block-input = channels in
block-expanded = widened to
block-kernel = depthwise kernel
block-stride = stride
block-output = channels out
part-stage = stage { $stage }
part-ordinal = branch for age
part-nominal = branch for gender and race

attributes-ordinal-title = Ordinal: age
attributes-ordinal = Ages have an order, so 41 for 40 is nearly right. The network gives every year from 0 to 100 a probability. While it learns, the years beside the labelled one count as partly right, so it learns a hill instead of a spike, and the hill’s width says how unsure it is.
attributes-neighbours = For this face the year { $year } alone has { $alone }, but { $reach } years to either side together have { $around }. The estimate is the mean, { $mean }; 80 % of the distribution lie between { $from } and { $to }.
attributes-nominal-title = Nominal: gender and race as labelled
attributes-nominal = These classes have no order: a miss is a miss. They are the data sets’ labels, given by people who looked at a picture. The bars add up to 100 % even if no class fits, because the network knows no other answer.

weights-uncertainty = Three tasks learn at once and share the trunk, so their losses must be added, and it matters how much each counts. Here the network learns that itself: for each task it also learns how uncertain it is (homoscedastic uncertainty, a number s), and its loss counts exp(−s). A noisy task, such as age, lowers its own weight, but pays s/2 for it.
weights-curves = The weights of the three tasks over the steps of the training
weights-caption = The weights over the { $steps } steps of our own training; at its end:
weight-of = { $task }: { $weight }
weights-choose-title = Set the weights yourself
weights-nearest = The nearest of the trainings that we ran with fixed weights: { $name }. They are short trainings, so that only their differences count.
weights-outcomes = Outcomes of the trainings
weights-column = weights
column-age-error = age error, years ({ $set })
column-gender = gender ({ $set })
column-race = race ({ $set })
variant-baseline = learned (uncertainty)
variant-equal = equal weights
variant-hand = weights by hand
variant-alone = { $task } alone

evidence-question = Where did the network look? Grad-CAM asks: if a channel had been a little more active here, how much would the answer change? Choose what to explain beside the picture.
evidence-channels-title = 1. Activations and gradients of the channels that count most
evidence-channels = Above: where the channel answers. Below: the gradient, orange where more of it would raise the answer, blue where it would lower it. Its mean is the channel’s weight.
weight = weight { $weight }
evidence-sum-title = 2. Add all channels, each times its weight, and 3. cut off what speaks against
evidence-sum = the weighted sum: orange speaks for the answer, blue against it
evidence-kept = what is left (ReLU): the heat map on the stage, before it is enlarged
evidence-check-title = 4. Check it: paint over the face
evidence-check = A heat map is a claim. Paint over a warm place and over a cold one: if the map is right, the first changes the answer more.
brush-canvas = The crop. Paint with the pointer, or move with the arrow keys and paint with Enter.
brush-estimated = estimated
brush-before = before
brush-painted = painted
brush-change = Painting has moved the age by { $years } years and “Female” by { $points } points.
brush-again = Wash off, take the newest picture

errors-why = A network that is right for nine faces in ten is wrong for one, and not by chance: it learned from pictures in which some people are rare. These figures were measured on faces that it had not seen. The bars’ thin ends are 95 % intervals: where two overlap widely, the difference may be luck.
errors-card = All figures, by race, gender and age group together, with terms of the data and caveats:
model-card = model card
errors-set = { $set }, { $n } faces
errors-n = n { $n }
figure-age-error = age error, years
figure-age-group = age group right
figure-gender = gender as labelled
figure-race = race as labelled
gap-age = Ages are wrong by { $difference } years more for faces labelled { $worst } than for those labelled { $best }.
gap-gender = Gender is estimated as labelled for { $worst } faces less often than for { $best } ones, by { $difference } points.
gap-race = Race is estimated as labelled least often for { $worst }, most often for { $best }: { $difference } points apart.

## Without a network, and in private

offline-unavailable = Visits without a network are not possible here: this browser keeps no copy of a page loaded like this.
offline-preparing = Keeping a copy of this page for visits without a network …
offline-ready = This page also opens without a network.
offline-full = There is no room for a copy of this page. Free some storage to open it without a network; with one it works as it is.
offline-failed = No copy of this page could be kept. Reload it to try again; with a network it works as it is.
update-ready = A newer Visage is here, whole and checked.
update-now = Reload with it
privacy-title = Private by construction:
privacy-bytes =
    { $bytes ->
        [one] 1 byte sent
       *[other] { $bytes } bytes sent
    }
privacy-uncounted = nothing is sent
privacy-where = Pictures are looked at in this tab, on this machine. There is no server that could receive them.
privacy-stored = No picture is stored. The copy for visits without a network holds this site's own files and nothing of yours. There are no cookies.
privacy-requests = The page may only load its own files; its security policy forbids the browser every other address. There are no fonts, counters or scripts of others.
privacy-check = The number above counts what this page's programs hand to the network. Do not take its word: open the browser's network tools, or unplug the network; everything goes on.
notices = Credits and licences of others' work
