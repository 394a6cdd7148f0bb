### Die Wörter der Seite.

list-separator = ,{" "}

## Kopf und Hinweise

lead = Schätzt, wie ein Gesicht auf ein neuronales Netz wirkt: Alter, Geschlecht und Race, und wohin es dabei sah.
lead-private = Läuft in diesem Tab; kein Bild verlässt ihn.
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

years = { $years } Jahre
years-with-interval = { $years } Jahre ({ $from }–{ $to })
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
faces-before = Hier erscheint, was das Netz schätzt, eine Karte je Gesicht.
faces-engine-loading = Die Engine lädt noch; die Gesichter folgen.
faces-looking = Suche nach Gesichtern …
faces-engine-failed = Ohne ihre Engine kann die Seite keine Gesichter suchen.
faces-none = Kein Gesicht gefunden. Komm näher, dreh dich zum Licht oder versuche ein anderes Bild.

## Das Bild

picture = Bild
camera = Kamera
photo = Foto
invitation = Benutze die Kamera, oder wähle, ziehe oder füge ein Foto ein.
invitation-private = Das Bild bleibt in diesem Tab: nichts wird gesendet, nichts gespeichert.
use-camera = Kamera benutzen
stop-camera = Kamera aus
waiting-for-camera = Warte auf die Kamera …
which-camera = Welche Kamera
camera-number = Kamera { $number }
choose-photos = Fotos wählen
samples = Beispielfotos
samples-try = Oder versuche eines von diesen:
samples-credits = Beispiele: NASA (Eileen Collins, gemeinfrei) und FairFace von Kimmo Kärkkäinen und Jungseock Joo, CC BY 4.0.
sample-astronaut = Eine Astronautin vor einer Fahne
sample-woman-1 = Eine Frau, die in die Kamera sieht
sample-man-1 = Ein Mann, der in die Kamera sieht
sample-woman-2 = Eine Frau mit Kopftuch
sample-group = Drei Menschen
the-picture = Das Bild
freeze = Anhalten
go-on = Weiter
space-bar = Leertaste
keep-to-compare = Zum Vergleich behalten
projector = Beamer
kept-moments = Behaltene Augenblicke
kept-moment = Ein behaltener Augenblick
let-moment-go = Diesen Augenblick verwerfen
contact-sheet = Kontaktbogen
unreadable-photo = Es konnte nicht gelesen werden.

## Was gezeigt wird

what-is-shown = Was gezeigt wird
heat-map-for = Wärmekarte: wohin es sah für
no-heat-map = keine Wärmekarte
evidence-for = als Beleg für
evidence-for-older = ein höheres Alter
evidence-for-estimate = das Geschätzte
at-layer = in der Schicht
layer = Stufe { $stage } ({ $side } × { $side })
opacity = Deckkraft
colours = Farben
palette-viridis = Violett bis Gelb
palette-inferno = Schwarz bis Gelb
palette-cividis = Blau bis Gelb
heat-map-over = Wärmekarte über
heat-map-over-share = die linken { $share } des Bildes
legend-little = sagt wenig
legend-most = spricht am meisten dafür
smooth-over-time = Über die Zeit glätten
show = Zeigen

## Die Engine

engine = Engine
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

take-away = Mitnehmen
take-away-local = Mitnehmen (auf diesem Gerät gemacht, nirgendwohin gesendet):
save-picture = Bild speichern
copy-picture = Bild kopieren
share-picture = Bild teilen
save-numbers = Zahlen speichern (JSON)
save-log = Sitzung speichern (CSV)
estimated-by = Geschätzt von Visage: wie ein Gesicht auf ein neuronales Netz wirkt, keine Tatsachen über einen Menschen.

## Instrumente

instruments = Instrumente
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
error-film = Der Film „{ $name }“ lässt sich hier nicht abspielen. Wähle eine Datei in MP4 oder WebM.
error-file = „{ $name }“ konnte nicht geladen werden. Prüfe die Verbindung und versuche es noch einmal.
error-sample = Das Beispielfoto konnte nicht geladen werden. Prüfe die Verbindung und versuche es noch einmal, oder nimm ein eigenes Foto.
error-too-large-to-save = Das Bild ist zu groß zum Speichern. Versuche ein kleineres Foto.
error-copy = Der Browser lässt diese Seite nicht an die Zwischenablage ({ $reason }). Speichere das Bild stattdessen.
error-share = Dieses Gerät kann das Bild nicht teilen. Speichere es stattdessen.
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
needs-face = Starte die Kamera oder wähle ein Foto: dieser Schritt wird aus deinem eigenen Bild berechnet.
lesson-align = Finden und ausrichten
lesson-features = Gemeinsame Merkmale
lesson-attributes = Zwei Arten von Attributen
lesson-weights = Die Verluste wägen
lesson-evidence = Warum: Grad-CAM
lesson-errors = Für wen ist es falsch?

align-detector = Ein erstes, kleines Netz (BlazeFace) sieht das ganze Bild, auf 256 Pixel an der längeren Seite verkleinert. An jedem seiner Anker, zwei in jedem Quadrat von 16 Pixeln und sechs in jedem von 32, antwortet es: Ist hier ein Gesicht, wie groß, und wo sind Augen, Nase, Mund und Ohren? Antworten über dasselbe Gesicht werden verschmolzen.
align-crop = Die Punkte auf der Bühne sind diese Anker und die Schlüsselpunkte. Augen, Nase und Mund bestimmen, wie das Gesicht gedreht, skaliert und ausgeschnitten wird (das gekippte Quadrat), damit das zweite Netz jedes Gesicht gleich sieht:
align-caption = der Ausschnitt, den das Netz liest, 112 × 112 Pixel
align-place = Dieses Gesicht war um { $degrees }° gedreht, und ein Pixel des Ausschnitts deckt { $scale } Pixel des Bildes. Der Gesichtsfinder ist zu { $share } sicher, dass es ein Gesicht ist.

features-stages = Das Netz liest den Ausschnitt in fünf Stufen, die Alter, Geschlecht und Race teilen. Frühe Kanäle antworten auf Kanten und Farben, spätere auf Teile eines Gesichts; jede Stufe sieht weniger scharf und mehr vom Gesicht zugleich.
features-stage = Stufe { $stage }: { $channels } Kanäle von { $side } × { $side }, die { $shown } lebhaftesten
channel = Kanal { $channel }
features-blocks-title = Woraus eine Stufe besteht: MBConv-Blöcke
features-blocks = Jeder Block verbreitert seine Kanäle (1 × 1), faltet jeden Kanal für sich (depthwise) und verengt sie wieder (1 × 1). Kanäle einzeln zu falten kostet einen Bruchteil einer vollen Faltung; darum läuft das Netz in einem Browser.
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
weights-curves = Die Gewichte der drei Aufgaben über die Schritte des Trainings
weights-caption = Die Gewichte über die { $steps } Schritte unseres eigenen Trainings; am Ende:
weight-of = { $task }: { $weight }
weights-choose-title = Stelle die Gewichte selbst ein
weights-nearest = Das nächste der Trainings, die wir mit festen Gewichten laufen ließen: { $name }. Es sind kurze Trainings, nur ihre Unterschiede zählen.
weights-outcomes = Ergebnisse der Trainings
weights-column = Gewichte
column-age-error = Fehler des Alters, Jahre ({ $set })
column-gender = Geschlecht ({ $set })
column-race = Race ({ $set })
variant-baseline = gelernt (Unsicherheit)
variant-equal = gleiche Gewichte
variant-hand = Gewichte von Hand
variant-alone = nur { $task }

evidence-question = Wohin sah das Netz? Grad-CAM fragt: Wäre ein Kanal hier etwas aktiver gewesen, wie sehr hätte das die Antwort geändert? Wähle neben dem Bild, was erklärt wird.
evidence-channels-title = 1. Aktivierungen und Gradienten der Kanäle, die am meisten zählen
evidence-channels = Oben: wo der Kanal antwortet. Unten: der Gradient, orange, wo mehr davon die Antwort heben, blau, wo es sie senken würde. Sein Mittel ist das Gewicht des Kanals.
weight = Gewicht { $weight }
evidence-sum-title = 2. Alle Kanäle addieren, jeder mal sein Gewicht, und 3. abschneiden, was dagegen spricht
evidence-sum = die gewichtete Summe: orange spricht für die Antwort, blau dagegen
evidence-kept = was bleibt (ReLU): die Wärmekarte auf der Bühne, bevor sie vergrößert wird
evidence-check-title = 4. Prüfe es: übermale das Gesicht
evidence-check = Eine Wärmekarte ist eine Behauptung. Übermale eine warme Stelle und eine kalte: stimmt die Karte, ändert die erste die Antwort mehr.
brush-canvas = Der Ausschnitt. Male mit dem Zeiger, oder bewege dich mit den Pfeiltasten und male mit Enter.
brush-estimated = geschätzt
brush-before = vorher
brush-painted = übermalt
brush-change = Das Übermalen hat das Alter um { $years } Jahre und „weiblich“ um { $points } Punkte verschoben.
brush-again = Abwaschen, das neueste Bild nehmen

errors-why = Ein Netz, das bei neun von zehn Gesichtern richtig liegt, liegt bei einem falsch, und nicht zufällig: Es lernte aus Bildern, in denen manche Menschen selten sind. Diese Zahlen wurden an Gesichtern gemessen, die es nicht gesehen hatte. Die dünnen Enden der Balken sind 95-%-Intervalle: wo zwei weit überlappen, kann der Unterschied Zufall sein.
errors-card = Alle Zahlen, nach Race, Geschlecht und Altersgruppe zusammen, mit Bedingungen der Daten und Vorbehalten:
model-card = Modellkarte
errors-set = { $set }, { $n } Gesichter
errors-n = n { $n }
figure-age-error = Fehler des Alters, Jahre
figure-age-group = Altersgruppe richtig
figure-gender = Geschlecht wie beschriftet
figure-race = Race wie beschriftet
gap-age = Alter werden bei Gesichtern, die als { $worst } beschriftet sind, um { $difference } Jahre mehr verfehlt als bei { $best }.
gap-gender = Geschlecht wird bei { $worst } seltener wie beschriftet geschätzt als bei { $best }, um { $difference } Punkte.
gap-race = Race wird bei { $worst } am seltensten, bei { $best } am häufigsten wie beschriftet geschätzt: { $difference } Punkte Abstand.

## Ohne Netz, und privat

offline-unavailable = Ohne Netz lässt sich die Seite hier nicht öffnen: Dieser Browser behält keine Kopie einer so geladenen Seite.
offline-preparing = Eine Kopie dieser Seite für Besuche ohne Netz wird angelegt …
offline-ready = Diese Seite öffnet sich auch ohne Netz.
offline-full = Für eine Kopie dieser Seite ist kein Platz. Gib Speicher frei, um sie ohne Netz zu öffnen; mit Netz geht alles wie gewohnt.
offline-failed = Eine Kopie dieser Seite ließ sich nicht anlegen. Lade die Seite neu, um es noch einmal zu versuchen; mit Netz geht alles wie gewohnt.
update-ready = Ein neueres Visage ist da, vollständig und geprüft.
update-now = Damit neu laden
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
