### Die Wörter der Seite.

list-separator = ,{" "}
faces-separator = ;{" "}
page-title = Visage: wie ein Gesicht auf ein neuronales Netz wirkt

## Kopf und Hinweise

lead = Wie ein Gesicht auf ein neuronales Netz wirkt: geschätzt nach dem Aussehen, keine Tatsachen.
notes-appearance = Schätzungen des Aussehens, keine Tatsachen über einen Menschen.
notes-labels = Das Netz wiederholt, wie Gesichter in seinen Datensätzen beschriftet wurden; „Race“ heißt „Race, wie in den Datensätzen beschriftet“, und Geschlecht hat nur deren zwei Klassen. Es irrt oft, und nicht für alle gleich.
notes-private = Visage erkennt niemanden wieder, speichert nichts und sendet nichts.
language = Sprache

## Merkmale und Klassen

age = Alter
gender = Geschlecht
race = Race
class-male = männlich
class-female = weiblich
class-white = White
class-black = Black
class-asian = Asian
class-indian = Indian
class-others = andere
class-younger = jünger
class-older = älter

## Schätzungen

years = { $years ->
    [one] { $years } Jahr
   *[other] { $years } Jahre
}
years-with-interval = { $years ->
    [one] { $years } Jahr
   *[other] { $years } Jahre
} ({ $from }–{ $to })
class-with-share = { $class } { $share }
low-confidence = unsicher
low-confidence-because = Unsicher: { $reasons }.
doubt-small = das Gesicht ist sehr klein
doubt-cut-off = das Gesicht ist abgeschnitten
doubt-turned = das Gesicht ist abgewandt
doubt-unclear = vielleicht ist es kein Gesicht
doubt-dark = es ist zu dunkel
doubt-bright = es ist zu hell
doubt-blurred = das Gesicht ist unscharf
no-face-found = Kein Gesicht gefunden.
faces-found =
    { $count ->
        [one] 1 Gesicht
       *[other] { $count } Gesichter
    }.
faces-found-with =
    { $count ->
        [one] 1 Gesicht
       *[other] { $count } Gesichter
    }: { $faces }.
face-number = Gesicht { $number }
estimated-age = Geschätztes Alter
estimated-gender = Geschätztes Geschlecht
estimated-race = Geschätzte Race
as-labelled = wie in den Datensätzen beschriftet
faces = Gesichter
faces-before = Hier stehen gleich die Schätzungen des Netzes, eine Zeile je Gesicht.
faces-engine-loading = Die Engine lädt noch. Die Schätzungen folgen.
faces-looking = Suche nach Gesichtern …
faces-engine-failed = Die Engine steht, darum findet die Seite keine Gesichter. Oben steht, was hilft.
faces-none = Kein Gesicht gefunden. Komm näher, dreh dich zum Licht oder nimm ein anderes Bild.

## Das Bild

picture = Bild
camera = Kamera
photo = Foto
invitation = Nimm deine Kamera, oder zieh ein Foto hierher.
invitation-private = Bilder bleiben in diesem Tab: nichts wird gesendet, nichts gespeichert.
use-camera = Kamera an
privacy-and-credits = Privatsphäre und Quellen
stop-film = Video aus
panel = Seitenleiste
clear-stage = Leeren
stop-camera = Kamera aus
waiting-for-camera = Startet …
which-camera = Welche Kamera
camera-number = Kamera { $number }
choose-photos = Fotos wählen
samples = Beispielfotos
samples-try = Oder nimm eines von diesen:
samples-credits = Beispiele: NASA (Eileen Collins, gemeinfrei) und FairFace von Kimmo Kärkkäinen und Jungseock Joo, CC BY 4.0.
sample-astronaut = Eine Astronautin vor einer Fahne
sample-woman-1 = Eine Frau, die in die Kamera sieht
sample-man-1 = Ein Mann, der in die Kamera sieht
sample-woman-2 = Eine Frau mit Kopftuch
sample-group = Drei Menschen
the-picture = Das Bild
freeze = Anhalten
go-on = Weiter
keep-to-compare = Vergleichen
projector = Vollbild
kept-moments = Momente zum Vergleich
kept-moment = Ein Moment zum Vergleich
let-moment-go = Diesen Moment entfernen
contact-sheet = Kontaktbogen
unreadable-photo = Es konnte nicht gelesen werden.
tab-faces = Gesichter
tab-heat-map = Wärmebild
tab-lesson = Lektion
tab-more = Mehr
heat-map = Wärmebild
heat-map-what = Wohin sah das Netz? Je mehr eine Stelle für die Antwort sprach, desto kräftiger ist sie gefärbt.
heat-map-caution = Ein Wärmebild zeigt, was die Antwort bewegt hat, nicht, ob sie stimmt. Schritt e der Lektion prüft es.
legend-for = für „{ $target }“:
more-settings = Farben, Schicht, Bildteil

## Was gezeigt wird

no-heat-map = aus
evidence-for = Belege für
evidence-for-older = ein höheres Alter
evidence-for-estimate = die geschätzte Klasse
at-layer = Schicht
layer = Stufe { $stage } ({ $side } × { $side })
opacity = Stärke
colours = Farben
palette-viridis = Violett bis Gelb
palette-inferno = Schwarz bis Gelb
palette-cividis = Blau bis Gelb
heat-map-over = Bedeckt
heat-map-over-share = die linken { $share } des Bildes
legend-little = wenig
legend-most = am meisten
smooth-over-time = Video glätten
show = Zeigen

## Die Engine

engine = Engine
engine-loading = Lädt
engine-failed = Engine steht
loading-engine = Die Engine wird geladen
step-starting = Start
step-engine = Lade die Engine
step-detector = Lade den Gesichtsfinder
step-network = Lade das Netz
step-self-test = Lade den Selbsttest
step-webgpu = Bereite WebGPU vor
step-cpu = Bereite die CPU vor
step-of = { $step }: { $loaded } von { $total } MB
step-so-far = { $step }: { $loaded } MB
step-going-on = { $step } …
ready-on-cpu = Bereit auf der CPU
ready-on-webgpu = Bereit auf WebGPU
device-webgpu = Der Adapter { $adapter } hat den Selbsttest bestanden.
device-cpu-wanted = Die Adresse der Seite verlangt die CPU.
device-cpu-meanwhile = Die CPU rechnet, während WebGPU auf dem Adapter { $adapter } vorbereitet wird.
device-cpu-faster = WebGPU läuft auf dem Adapter { $adapter }, aber die CPU ist hier schneller.
device-cpu-after-failure = Die Engine musste neu gestartet werden. { $failure }
device-cpu-without-webgpu = WebGPU wird nicht benutzt: { $problem }.
webgpu-no-adapter = dieser Browser bietet keinen Adapter
webgpu-software = der Adapter { $adapter } ist Software und langsamer als die CPU
webgpu-start = es lässt sich nicht starten ({ $reason })
webgpu-self-test = es hat den Selbsttest nicht bestanden ({ $reason })
start-again = Neu starten
use-the-cpu = CPU benutzen
dismiss = Schließen

## Mitnehmen

take-away = Speichern
take-away-local = Auf diesem Gerät gemacht, nirgendwohin gesendet.
take-away-nothing = Öffne zuerst ein Bild. Dann kannst du es hier mit seinen Schätzungen speichern.
log-kept = Dieser Tab führt Protokoll über seine Schätzungen, nur im Speicher, bis du ihn schließt.
clear-log = Protokoll löschen
save-picture = Bild speichern
copy-picture = Bild kopieren
share-picture = Bild teilen
save-numbers = Zahlen speichern (JSON)
save-log = Protokoll speichern (CSV)
estimated-by = Geschätzt von Visage: wie ein Gesicht auf ein neuronales Netz wirkt, keine Tatsachen über einen Menschen.

## Instrumente

instruments = Instrumente
show-instruments = Instrumente zeigen
hide-instruments = Instrumente ausblenden
frames-a-second = Bilder je Sekunde
engine-memory = Speicher der Engine
model-hash = Modell (SHA-256)
megabytes = { $megabytes } MB
times-of-frames = Zeiten der letzten Bilder
times-full-height = Zeiten der letzten Bilder, volle Höhe { $milliseconds } ms
stage-read = Pixel lesen
stage-detect = Gesichter finden
stage-attributes = ausrichten und schätzen
stage-explain = Wärmekarte
run-benchmark = Messung starten
benchmark-running = Messe, Bild { $frame } …
copy-table = Tabelle kopieren

## Was schiefgehen kann

error-camera-refused = Die Kamera wurde verweigert. Erlaube sie für diese Seite in der Adresszeile oder den Einstellungen des Browsers und starte sie wieder, oder nimm ein Foto.
error-camera-absent = Keine Kamera gefunden. Schließe eine an und starte sie wieder, oder nimm ein Foto.
error-camera-busy = Die Kamera ist belegt. Schließe andere Programme oder Tabs, die sie benutzen, und starte sie wieder.
error-camera-unsuitable = Diese Kamera lässt sich nicht mehr benutzen. Wähle eine andere aus der Liste oder starte neu.
error-camera-insecure = Der Browser gibt Kameras nur Seiten, die über https oder von localhost geladen sind. Öffne die Seite so, oder nimm ein Foto.
error-camera-unplugged = Die Kamera wurde abgezogen oder weggenommen. Schließe sie an und starte sie wieder.
error-camera-failed = Die Kamera konnte nicht gestartet werden ({ $reason }). Versuche es noch einmal, oder nimm ein Foto.
error-picture-empty = „{ $name }“ ist leer (0 Bytes). Wähle ein anderes Foto.
error-not-a-picture = „{ $name }“ ist kein Bild. Wähle eine Datei in JPEG, PNG, WebP, AVIF oder GIF.
error-picture-huge = „{ $name }“ hat { $megapixels } Megapixel; höchstens { $limit } lassen sich hier öffnen. Verkleinere es und versuche es noch einmal.
error-picture-heic = Dieser Browser kann HEIC-Fotos wie „{ $name }“ nicht öffnen. Speichere es als JPEG und versuche es noch einmal.
error-picture-damaged = „{ $name }“ lässt sich nicht öffnen; vielleicht ist es beschädigt. Wähle ein anderes Foto.
error-film = Das Video „{ $name }“ kann hier nicht abgespielt werden. Wähle eine MP4- oder WebM-Datei.
error-file = „{ $name }“ konnte nicht geladen werden. Prüfe die Verbindung und versuche es noch einmal.
error-sample = Das Beispielfoto konnte nicht geladen werden. Prüfe die Verbindung und versuche es noch einmal, oder nimm ein eigenes Foto.
error-too-large-to-save = Das Bild ist zu groß zum Speichern. Versuche ein kleineres Foto.
error-copy = Der Browser lässt diese Seite nicht an die Zwischenablage ({ $reason }). Speichere das Bild stattdessen.
error-share = Dieses Gerät kann das Bild nicht teilen. Speichere es stattdessen.
error-camera-silent = Die Kamera liefert kein Bild. Öffne ihre Abdeckung oder schließe andere Programme, die sie benutzen.
error-film-without-picture = Dieser Browser spielt von „{ $name }“ nur den Ton, nicht das Bild. Wähle eine MP4-Datei (H.264) oder WebM.
error-film-left-out = Es läuft nur ein Video zugleich: „{ $name }“ blieb weg. Öffne es allein.
still-earlier-picture = Auf der Bühne steht noch das Bild von vorher.
and-more-files =
    { $count ->
        [one] Eine weitere Datei ließ sich nicht öffnen.
       *[other] { $count } weitere Dateien ließen sich nicht öffnen.
    }
notice-copied = Kopiert.
notice-saved = Gespeichert.
failure-program = Die Engine lässt sich nicht laden. Prüfe die Verbindung und lade die Seite neu; hilft das nicht, aktualisiere den Browser: Er braucht WebAssembly mit SIMD. ({ $reason })
failure-breakdown = Die Engine ist abgestürzt. Starte sie neu; hilft das nicht, lade die Seite neu. ({ $reason })
failure-mismatch = Die Seite und ihre Engine passen nicht zusammen. Lade die Seite neu. ({ $reason })
failure-file-refused = „{ $file }“ lässt sich nicht laden: Der Server antwortet { $status }. Lade die Seite neu, oder baue sie neu.
failure-file-unreachable = „{ $file }“ lässt sich nicht laden. Prüfe die Verbindung und lade die Seite neu. ({ $reason })
failure-copy-damaged = Die Kopie von „{ $file }“ in diesem Browser ist beschädigt und lässt sich nicht ersetzen. Verbinde dich einmal mit dem Netz und lade die Seite neu. ({ $reason })
failure-file-damaged = „{ $file }“ kam beschädigt an, auch beim zweiten Versuch. Lade die Seite neu, oder baue sie neu.
failure-file-unusable = Eine Datei der Engine ist beschädigt oder von einer anderen Version. Lade die Seite neu, oder baue sie neu. ({ $reason })
failure-webgpu = WebGPU lässt sich nicht benutzen: { $problem }. Benutze stattdessen die CPU.
failure-webgpu-lost = WebGPU rechnet nicht mehr, wie wenn der Grafiktreiber neu startet. Lade die Seite neu, oder benutze die CPU.
failure-cpu = Die CPU besteht den Selbsttest nicht. Lade die Seite neu, nimm einen anderen Browser, oder baue die Seite neu. ({ $reason })
failure-picture-empty = Das Bild ist leer. Wähle ein anderes.
failure-pixels = Die Pixel des Bildes lassen sich nicht lesen. Versuche ein kleineres oder einen anderen Browser. ({ $reason })
failure-device = Das Gerät konnte nicht rechnen. Lade die Seite neu, oder benutze die CPU. ({ $reason })
error-browser = Der Browser meldet ein Problem ({ $reason }). Lade die Seite neu; kommt es wieder, versuche einen anderen Browser.

## Die Lektion

how-it-works = Wie es funktioniert
lesson-steps = Steps of the lesson
lesson-place = step { $number } of { $count }
lesson-face = This step shows { $face }. Press another face on the stage to switch.
lesson-point = Point at a map, or tap it, to lay it on the face. A click keeps it there; another takes it off.
lesson-back = Back
lesson-next = Next: { $title }
print-worksheet = Print worksheet
lesson-align = Finden und ausrichten
lesson-features = Gemeinsame Merkmale
lesson-attributes = Zwei Arten von Attributen
lesson-weights = Die Verluste wägen
lesson-evidence = Warum: Grad-CAM
lesson-errors = Für wen ist es falsch?
missing-picture = This step needs a face. Use your camera, open a photo, or take the sample.
missing-engine = The engine is still loading. The step fills in by itself.
missing-answer = The network is reading the picture …
missing-face = No face was found in this picture. Try another one, or take the sample.
missing-heat-map = The heat map is off. Switch one on, and this step takes it apart.
missing-use-sample = Use the sample photo
missing-show-heat-map = Show the heat map for age

align-detector = Ein erstes, kleines Netz (BlazeFace) sieht das ganze Bild, auf 256 Pixel an der längeren Seite verkleinert. An jedem seiner Anker, zwei in jedem Quadrat von 16 Pixeln und sechs in jedem von 32, antwortet es: Ist hier ein Gesicht, wie groß, und wo sind Augen, Nase, Mund und Ohren? Antworten über dasselbe Gesicht werden verschmolzen.
align-show = Show on the stage:
align-anchors = anchors every { $cell } pixels
align-key-points = key points
align-crop = Die Punkte auf der Bühne sind diese Anker und die Schlüsselpunkte. Augen, Nase und Mund bestimmen, wie das Gesicht gedreht, skaliert und ausgeschnitten wird (das gekippte Quadrat), damit das zweite Netz jedes Gesicht gleich sieht:
align-caption = der Ausschnitt, den das Netz liest, 112 × 112 Pixel
align-place = Dieses Gesicht war um { $degrees }° gedreht, und ein Pixel des Ausschnitts deckt { $scale } Pixel des Bildes. Der Gesichtsfinder ist zu { $share } sicher, dass es ein Gesicht ist.

features-stages = Das Netz liest den Ausschnitt in fünf Stufen, die Alter, Geschlecht und Race teilen. Frühe Kanäle antworten auf Kanten und Farben, spätere auf Teile eines Gesichts; jede Stufe sieht weniger scharf und mehr vom Gesicht zugleich.
features-stage = Stage { $stage }: { $channels } channels of { $side } × { $side }
channel = Kanal { $channel }
features-blocks-title = Woraus eine Stufe besteht: MBConv-Blöcke
features-blocks = Jeder Block verbreitert seine Kanäle (1 × 1), faltet jeden Kanal für sich (depthwise) und verengt sie wieder (1 × 1). Kanäle einzeln zu falten kostet einen Bruchteil einer vollen Faltung; darum läuft das Netz in einem Browser.
blocks-point = Point at a row, or tap it, to see how finely its output divides the face.
block-cells = { $part }: { $side } × { $side } cells
blocks-shapes = Formen der Blöcke
block-part = Teil
block-input = Kanäle hinein
block-expanded = verbreitert auf
block-kernel = Kern (depthwise)
block-stride = Schrittweite
block-output = Kanäle heraus
part-stage = Stufe { $stage }
part-ordinal = Zweig für Alter
part-nominal = Zweig für Geschlecht und Race

attributes-ordinal-title = Ordinal: Alter
attributes-ordinal = Alter haben eine Ordnung, 41 für 40 ist also fast richtig. Das Netz gibt jedem Jahr von 0 bis 100 eine Wahrscheinlichkeit. Beim Lernen zählen die Jahre neben dem beschrifteten als teilweise richtig; so lernt es einen Hügel statt einer Nadel, und dessen Breite sagt, wie unsicher es ist.
attributes-neighbours = Bei diesem Gesicht hat das Jahr { $year } allein { $alone }, { $reach } Jahre zu beiden Seiten zusammen aber { $around }. Die Schätzung ist der Mittelwert, { $mean }; 80 % der Verteilung liegen zwischen { $from } und { $to }.
attributes-nominal-title = Nominal: Geschlecht und Race, wie beschriftet
attributes-nominal = Diese Klassen haben keine Ordnung: daneben ist daneben. Es sind die Beschriftungen der Datensätze, von Menschen gegeben, die ein Bild sahen. Die Balken ergeben 100 %, auch wenn keine Klasse passt, weil das Netz keine andere Antwort kennt.

weights-uncertainty = Drei Aufgaben lernen zugleich und teilen den Stamm; ihre Verluste müssen also addiert werden, und es kommt darauf an, wie viel jeder zählt. Hier lernt das Netz das selbst: zu jeder Aufgabe lernt es auch, wie unsicher sie ist (homoskedastische Unsicherheit, eine Zahl s), und ihr Verlust zählt exp(−s). Eine verrauschte Aufgabe wie das Alter senkt ihr eigenes Gewicht, zahlt aber s/2 dafür.
weights-curves = The three weights over the training. At its end: { $ends }
weights-caption = Die Gewichte über die { $steps } Schritte unseres eigenen Trainings; am Ende:
weight-of = { $task }: { $weight }
weights-choose-title = Stelle die Gewichte selbst ein
weights-nearest = Das nächste der Trainings, die wir mit festen Gewichten laufen ließen: { $name }. Es sind kurze Trainings, nur ihre Unterschiede zählen.
weights-none = Give at least one task a weight.
weights-outcomes = Ergebnisse der Trainings
weights-column = Gewichte
column-age-error = Fehler des Alters, Jahre ({ $set })
column-gender = Geschlecht ({ $set })
column-race = Race ({ $set })
variant-baseline = gelernt (Unsicherheit)
variant-equal = gleiche Gewichte
variant-hand = Gewichte von Hand
variant-alone = nur { $task }
weights-intervals = The small figures are 95 % intervals. Where two overlap, the difference may be chance: no way of sharing one network clearly wins, and learned weights save the search. These trainings are short, so only differences count.

evidence-question = Wohin sah das Netz? Grad-CAM fragt: Wäre ein Kanal hier etwas aktiver gewesen, wie sehr hätte das die Antwort geändert? Wähle neben dem Bild, was erklärt wird.
evidence-channels-title = 1. Aktivierungen und Gradienten der Kanäle, die am meisten zählen
evidence-channels = Oben: wo der Kanal antwortet. Unten: der Gradient, orange, wo mehr davon die Antwort heben, blau, wo es sie senken würde. Sein Mittel ist das Gewicht des Kanals.
channel-activations = channel { $channel }: activations
channel-gradient = channel { $channel }: gradient
weight = Gewicht { $weight }
evidence-sum-title = 2. Alle Kanäle addieren, jeder mal sein Gewicht, und 3. abschneiden, was dagegen spricht
evidence-sum = die gewichtete Summe: orange spricht für die Antwort, blau dagegen
evidence-kept = was bleibt (ReLU): die Wärmekarte auf der Bühne, bevor sie vergrößert wird
evidence-check-title = 4. Prüfe es: übermale das Gesicht
evidence-check = Eine Wärmekarte ist eine Behauptung. Übermale eine warme Stelle und eine kalte: stimmt die Karte, ändert die erste die Antwort mehr.
brush-canvas = Der Ausschnitt. Male mit dem Zeiger, oder bewege dich mit den Pfeiltasten und male mit Enter.
brush-heat = Show the heat map
brush-estimated = geschätzt
brush-before = vorher
brush-painted = übermalt
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
brush-again = Abwaschen, das neueste Bild nehmen

errors-why = Ein Netz, das bei neun von zehn Gesichtern richtig liegt, liegt bei einem falsch, und nicht zufällig: Es lernte aus Bildern, in denen manche Menschen selten sind. Diese Zahlen wurden an Gesichtern gemessen, die es nicht gesehen hatte. Die dünnen Enden der Balken sind 95-%-Intervalle: wo zwei weit überlappen, kann der Unterschied Zufall sein.
errors-card = Alle Zahlen, nach Race, Geschlecht und Altersgruppe zusammen, mit Bedingungen der Daten und Vorbehalten:
model-card = Modellkarte
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
errors-set = { $set }, { $n } Gesichter
errors-n = n { $n }
gaps-title = Largest gaps: years or points apart
gap-years = { $difference } years
gap-points = { $difference } points
gap-worst = worst: { $group }
ages = { $from }–{ $to }
ages-from = { $from } and over
figure-age-error = Fehler des Alters, Jahre
figure-age-group = Altersgruppe richtig
figure-gender = Geschlecht wie beschriftet
figure-race = Race wie beschriftet

## Ohne Netz, und privat

offline-unavailable = Ohne Netz lässt sich die Seite hier nicht öffnen: Dieser Browser behält keine Kopie einer so geladenen Seite.
offline-preparing = Eine Kopie dieser Seite für Besuche ohne Netz wird angelegt …
offline-ready = Diese Seite öffnet sich auch ohne Netz.
offline-full = Für eine Kopie dieser Seite ist kein Platz. Gib Speicher frei, um sie ohne Netz zu öffnen; mit Netz geht alles wie gewohnt.
offline-failed = Eine Kopie dieser Seite ließ sich nicht anlegen. Lade die Seite neu, um es noch einmal zu versuchen; mit Netz geht alles wie gewohnt.
update-ready = Ein neueres Visage ist da, vollständig und geprüft.
update-now = Damit neu laden
privacy = Privatsphäre
about = Über Visage
privacy-title = Privat nach Bauart:
privacy-bytes =
    { $bytes ->
        [one] 1 Byte gesendet
       *[other] { $bytes } Bytes gesendet
    }
privacy-uncounted = nichts wird gesendet
privacy-where = Bilder werden in diesem Tab auf diesem Gerät betrachtet. Es gibt keinen Server, der sie empfangen könnte.
privacy-stored = Kein Bild wird gespeichert. Die Kopie für Besuche ohne Netz enthält die Dateien dieser Seite und nichts von dir. Es gibt keine Cookies.
privacy-requests = Die Seite darf nur ihre eigenen Dateien laden; ihre Sicherheitsrichtlinie verbietet dem Browser jede andere Adresse. Es gibt keine Schriften, Zähler oder Skripte anderer.
privacy-check = Die Zahl oben zählt, was die Programme dieser Seite dem Netz übergeben. Glaub ihr nicht einfach: Öffne die Netzwerkanalyse des Browsers, oder trenne das Netz; alles geht weiter.
notices = Quellen und Lizenzen fremder Arbeit
