### Die Wörter der Seite.

list-separator = ,{" "}
faces-separator = ;{" "}
page-title = Visage: wie ein Gesicht auf ein neuronales Netz wirkt

## Kopf und Hinweise

lead = Wie ein Gesicht auf ein neuronales Netz wirkt: geschätzt nach dem Aussehen, keine Tatsachen.
notes-appearance = Schätzungen des Aussehens, keine Tatsachen über einen Menschen.
notes-labels = Das Netz wiederholt, wie Gesichter in seinen Datensätzen beschriftet wurden; „Race“ heißt „Race, wie in den Datensätzen beschriftet“, und Geschlecht hat nur deren zwei Klassen. Es irrt sich oft, und nicht bei allen gleich oft.
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
doubt-tilted = das Gesicht ist von unten oder oben zu sehen
doubt-covered = ein Teil des Gesichts ist verdeckt
doubt-unlike = es ist vielleicht nicht das Gesicht eines Menschen
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
gender-not-told = unter { $years } Jahren nicht angegeben, es wäre geraten
estimated-race = Geschätzte Race
as-labelled = wie in den Datensätzen beschriftet
faces = Gesichter
faces-before = Hier stehen gleich die Schätzungen des Netzes, eine Zeile je Gesicht.
faces-engine-loading = Die Engine lädt noch. Die Schätzungen folgen.
faces-looking = Suche nach Gesichtern …
faces-searching = Genauere Suche: { $share } erledigt; bisher gefundene Gesichter: { $count }.
faces-not-read = Gefundene Gesichter: { $found }. Ausgewertet sind die { $read } größten.
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
sheet-filling = Fotos werden gelesen
sheet-progress = { $done } von { $count } gelesen
sheet-stop = Abbrechen
unreadable-photo = Es konnte nicht gelesen werden.
tab-faces = Gesichter
tab-heat-map = Heatmap
tab-lesson = Lektion
tab-teach = Anlernen
tab-more = Mehr
heat-map = Heatmap
heat-map-what = Wohin sah das Netz? Je mehr eine Stelle für die Antwort sprach, desto kräftiger ist sie gefärbt.
heat-map-caution = Eine Heatmap zeigt, was die Antwort beeinflusst hat, nicht, ob die Antwort stimmt. Schritt e der Lektion stellt sie auf die Probe.
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
second-opinion = zweite Meinung zu Fotos ({ $megabytes } MB mehr)
second-opinion-arrives = zweite Meinung: { $share } geladen
second-opinion-asked = zweite Meinung: Mittel zweier Netze
show = Zeigen

## Die Engine

engine = Engine
engine-loading = Lädt
engine-failed = Engine gestoppt
engine-hangs = Die Engine bleibt immer wieder hängen. Schließe andere Programme, oder lade die Seite neu.
loading-engine = Die Engine wird geladen
loading-starts = Start …
loading-of = Lade die Modelle: { $loaded } von { $total } MB
loading-stalls = Seit einigen Sekunden kommt nichts an. Visage wartet weiter; prüfe die Verbindung, oder lade die Seite neu.
ready-on-cpu = Bereit auf der CPU
ready-on-webgpu = Bereit auf WebGPU
device-webgpu = Der Adapter { $adapter } hat den Selbsttest bestanden und ist schneller als die CPU.
device-cpu-wanted = Die Adresse der Seite verlangt die CPU.
device-data-saved = Die CPU rechnet: WebGPU braucht ein großes Programm, und dieser Browser soll Daten sparen.
device-cpu-meanwhile = Die CPU rechnet, während WebGPU gesucht und getestet wird.
device-cpu-faster = WebGPU läuft auf dem Adapter { $adapter }, aber die CPU ist hier schneller.
device-cpu-without-webgpu = WebGPU wird nicht benutzt: { $problem }.
webgpu-no-adapter = dieser Browser bietet keinen Adapter
webgpu-software = der Adapter { $adapter } ist Software und langsamer als die CPU
webgpu-start = es lässt sich nicht starten ({ $reason })
webgpu-self-test = es hat den Selbsttest nicht bestanden ({ $reason })
webgpu-late = es hat nicht rechtzeitig geantwortet
webgpu-lost = es rechnet nicht mehr, wie wenn der Grafiktreiber neu startet
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
stage-explain = Heatmap
run-benchmark = Messung starten
benchmark-running = Messe, Bild { $frame } …
copy-table = Tabelle kopieren

## Was schiefgehen kann

error-camera-refused = Die Kamera wurde verweigert. Erlaube sie für diese Seite in der Adresszeile oder den Einstellungen des Browsers und starte sie wieder, oder nimm ein Foto.
error-camera-framed = Die Kamera wurde verweigert. Die Seite um diese herum muss sie erlauben (allow="camera" am iframe), und du auch. Oder nimm ein Foto.
error-camera-absent = Keine Kamera gefunden. Schließe eine an und starte sie wieder, oder nimm ein Foto.
error-camera-busy = Die Kamera ist belegt. Schließe andere Programme oder Tabs, die sie benutzen, und starte sie wieder.
error-camera-unsuitable = Diese Kamera lässt sich nicht mehr benutzen. Wähle eine andere aus der Liste oder starte neu.
error-camera-insecure = Der Browser gibt Kameras nur Seiten, die über https oder von localhost geladen sind. Öffne die Seite so, oder nimm ein Foto.
error-camera-unplugged = Die Kamera wurde abgezogen oder weggenommen. Schließe sie an und starte sie wieder.
error-camera-failed = Die Kamera konnte nicht gestartet werden ({ $reason }). Versuche es noch einmal, oder nimm ein Foto.
error-picture-empty = „{ $name }“ ist leer (0 Bytes). Wähle ein anderes Foto.
error-not-a-picture = „{ $name }“ ist kein Bild. Wähle eine Datei in JPEG, PNG, WebP, AVIF oder GIF.
error-picture-huge = „{ $name }“ hat { $megapixels } Megapixel; höchstens { $limit } lassen sich hier öffnen. Verkleinere es und versuche es noch einmal.
error-picture-foreign = „{ $name }“ ist eine { $format }-Datei, die sich hier nicht öffnen lässt. Speichere sie als JPEG oder PNG und versuche es noch einmal.
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
error-camera-taken-back = Die Erlaubnis für die Kamera wurde zurückgezogen. Erlaube sie in der Adressleiste oder den Einstellungen des Browsers wieder und starte die Kamera.
error-camera-black = Die Kamera liefert ein schwarzes Bild. Öffne ihre Abdeckung, nimm weg, was sie verdeckt, oder mach Licht.
error-camera-out-of-sight = Die Kamera wurde ausgeschaltet, weil diese Seite eine Minute lang nicht zu sehen war. Starte sie wieder.
error-file-unreadable = „{ $name }“ lässt sich nicht lesen. Wenn es ein Ordner ist, öffne ihn und wähle die Bilder darin.
error-folder-empty = Im Ordner „{ $name }“ sind keine Bilder. Nimm einen, der welche enthält, oder wähle die Fotos selbst.
error-no-file = Was hier abgelegt wurde, ist keine Datei. Speichere das Bild der anderen Seite zuerst und zieh dann die Datei hierher.
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
failure-file-refused = „{ $file }“ lässt sich nicht laden: Der Server antwortet { $reason }. Lade die Seite neu, oder baue sie neu.
failure-file-unreachable = „{ $file }“ lässt sich nicht laden. Prüfe die Verbindung und lade die Seite neu. ({ $reason })
failure-copy-damaged = Die Kopie von „{ $file }“ in diesem Browser ist beschädigt und lässt sich nicht ersetzen. Verbinde dich einmal mit dem Internet und lade die Seite neu. ({ $reason })
failure-file-damaged = „{ $file }“ kam beschädigt an, auch beim zweiten Versuch. Lade die Seite neu, oder baue sie neu.
failure-file-unusable = Eine Datei der Engine ist beschädigt oder von einer anderen Version. Lade die Seite neu, oder baue sie neu. ({ $reason })
failure-webgpu = WebGPU lässt sich nicht benutzen: { $problem }. Benutze stattdessen die CPU.
failure-cpu = Die CPU besteht den Selbsttest nicht. Lade die Seite neu, nimm einen anderen Browser, oder baue die Seite neu. ({ $reason })
failure-late = Die Engine hat nicht geantwortet und ist neu gestartet worden. Das neueste Bild wird noch einmal ausgewertet.
failure-false-pixels = Dieser Browser gibt verfälschte Bildpunkte heraus, wie es ein Schutz gegen Fingerprinting tut; darin ist kein Gesicht zu finden. Erlaube dieser Seite, Canvas-Daten zu lesen, oder nimm einen anderen Browser.
failure-picture-empty = Das Bild ist leer. Wähle ein anderes.
failure-pixels = Die Pixel des Bildes lassen sich nicht lesen. Versuche ein kleineres oder einen anderen Browser. ({ $reason })
failure-device = Das Gerät konnte nicht rechnen. Lade die Seite neu, oder benutze die CPU. ({ $reason })
error-browser = Der Browser meldet ein Problem ({ $reason }). Lade die Seite neu; kommt es wieder, versuche einen anderen Browser.

## Die Lektion

how-it-works = Wie es funktioniert
lesson-steps = Schritte der Lektion
lesson-place = Schritt { $number } von { $count }
lesson-face = Dieser Schritt zeigt { $face }. Drück auf der Bühne auf ein anderes Gesicht, um zu wechseln.
lesson-point = Zeig auf eine Karte oder tipp sie an, um sie auf das Gesicht zu legen. Ein Klick lässt sie dort, ein zweiter nimmt sie weg.
lesson-back = Zurück
lesson-next = Weiter: { $title }
print-worksheet = Arbeitsblatt drucken
lesson-align = Finden und ausrichten
lesson-features = Gemeinsame Merkmale
lesson-attributes = Zwei Arten von Attributen
lesson-weights = Die Verluste gewichten
lesson-evidence = Wohin es sah: Grad-CAM
lesson-errors = Bei wem irrt es?
lesson-yourself = Bring es ihm selbst bei
missing-picture = Dieser Schritt braucht ein Gesicht. Nimm deine Kamera, öffne ein Foto oder nimm das Beispiel.
missing-engine = Die Engine lädt noch. Der Schritt füllt sich von selbst.
missing-answer = Das Netz liest das Bild …
missing-face = In diesem Bild wurde kein Gesicht gefunden. Versuch ein anderes oder nimm das Beispiel.
missing-heat-map = Die Heatmap ist aus. Schalte eine ein, und dieser Schritt zerlegt sie.
missing-use-sample = Beispielfoto nehmen
missing-show-heat-map = Heatmap für das Alter zeigen

align-detector = BlazeFace, ein kleines Netz, durchsucht das ganze Bild, auf 256 Pixel an der längeren Seite verkleinert. Es hat zwei Anker in jeder Zelle von 16 Pixeln und sechs in jeder von 32. Jeder Anker antwortet: Ist hier ein Gesicht, wie groß ist es, und wo sind Augen, Nase, Mund und Ohren? Antworten über dasselbe Gesicht werden gemittelt.
align-show = Auf der Bühne zeigen:
align-anchors = Anker alle { $cell } Pixel
align-key-points = Schlüsselpunkte
align-crop = Augen, Nase und Mund bestimmen, wie das Gesicht gedreht, skaliert und ausgeschnitten wird: das gekippte Quadrat auf der Bühne. So sieht das zweite Netz jedes Gesicht aufrecht und gleich groß.
align-caption = Der Ausschnitt, den das Netz liest: 112 × 112 Pixel
align-place = Dieses Gesicht wurde um { $degrees }° gedreht. Ein Pixel des Ausschnitts deckt { $scale } des Bildes ab. Der Gesichtsfinder ist sich zu { $share } sicher, dass es ein Gesicht ist.

features-stages = Das Netz liest den Ausschnitt in fünf Stufen, die alle Attribute gemeinsam nutzen. Frühe Kanäle antworten auf Kanten und Farben, spätere auf Teile eines Gesichts. Die Merkmalskarten werden dabei gröber, und jede Zelle sieht mehr vom Gesicht. Gezeigt sind die acht Kanäle, die am stärksten variieren.
features-stage = Stufe { $stage }: { $channels } Kanäle zu { $side } × { $side }
channel = Kanal { $channel }
features-blocks-title = Woraus Stufen bestehen: MBConv-Blöcke
features-blocks = Ein Block verbreitert seine Kanäle (1 × 1), filtert jeden Kanal für sich (depthwise) und verengt sie wieder (1 × 1). Kanäle einzeln zu filtern kostet einen Bruchteil einer vollen Faltung; darum läuft das Netz in einem Browser.
blocks-point = Zeig auf eine Zeile oder tipp sie an, um zu sehen, wie fein ihre Ausgabe das Gesicht unterteilt.
block-cells = { $part }: { $side } × { $side } Zellen
blocks-shapes = Formen der Blöcke
block-part = Teil
block-input = Kanäle hinein
block-expanded = verbreitert auf
block-kernel = Kern
block-stride = Schrittweite
block-output = Kanäle heraus
part-stage = Stufe { $stage }
part-ordinal = Zweig für Alter
part-nominal = Zweig für Geschlecht und Race

attributes-ordinal-title = Mit Reihenfolge: Alter
attributes-ordinal = 41 statt 40 ist fast richtig. Das Netz gibt jedem Jahr von 0 bis 100 eine Wahrscheinlichkeit. Im Training gelten die Jahre neben dem beschrifteten als teilweise richtig; so lernt es einen Hügel, keine Spitze. Ein breiter Hügel heißt, dass es unsicher ist.
attributes-neighbours = Bei diesem Gesicht bekommt das Jahr { $year } allein { $alone }; zusammen mit { $reach } Jahren zu beiden Seiten sind es { $around }. Die Schätzung ist das Mittel, { $mean }. 80 % der Verteilung liegen zwischen { $from } und { $to }.
attributes-nominal-title = Ohne Reihenfolge: Geschlecht und Race, wie beschriftet
attributes-nominal = Hier ist daneben daneben. Die Klassen sind die Beschriftungen der Datensätze, vergeben von Menschen, die ein Bild ansahen. Die Balken ergeben zusammen 100 %, auch wenn keine Klasse passt: Das Netz kennt keine andere Antwort.

weights-uncertainty = Mehrere Aufgaben lernen zugleich in einem Netz, darum werden ihre Verluste addiert. Wie viel soll jeder zählen? Auch das lernt dieses Netz (homoskedastische Unsicherheit): Jede Aufgabe hat eine Zahl s, und ihr Verlust wird mit exp(−s) multipliziert. Ein großer Verlust treibt s hinauf und das Gewicht hinab, doch als Preis kommt s/2 hinzu. Im Gleichgewicht ist Verlust mal Gewicht für jede Aufgabe ½.
weights-curves = Die Gewichte während des Trainings. Am Ende: { $ends }
weights-caption = Die Gewichte über { $steps } Schritte Training. Alle beginnen bei 1, der gestrichelten Linie; das Netz hier hat von dort aus weitergelernt.
weights-live = Lass es hier lernen: Die Köpfe aller Attribute fangen von vorn an und lernen in einigen Sekunden aus { $count } Gesichtern. Wähle gelernte, gleiche oder eigene Gewichte und vergleiche.
weights-live-open = Aus { $count } Gesichtern lernen
weight-of = { $task }: { $weight }
weights-choose-title = Setz die Gewichte selbst
weights-outcomes = Ergebnisse der Trainings
weights-column = Gewichte
column-age-error = Altersfehler, Jahre ({ $set })
column-gender = Geschlecht ({ $set })
column-race = Race ({ $set })
variant-learned = gelernt (Unsicherheit)
variant-equal = gleiche Gewichte
variant-hand = Gewichte von Hand
variant-dynamic = danach, wie schnell jeder Verlust fällt
variant-norms = gleiche Gradienten
variant-alone = je ein eigenes Netz
weights-intervals = Klein: wie weit ein Verfahren vom Training mit gleichen Gewichten abweicht, als 95-%-Intervall für andere Gesichter und andere Wiederholungen; jedes lief { $seeds }-mal, mit { $steps } Schritten. Enthält das Intervall die 0, kann es Zufall sein. Von { $all } Unterschieden sind { $clear } deutlich, in fetter Schrift.
shapes-outcomes = Andere Formen des Netzes
shapes-column = Form
shapes-intervals = Alle mit gleichen Gewichten, wie oben mit der ersten Zeile verglichen. Von { $all } Unterschieden sind { $clear } deutlich, in fetter Schrift.
variant-categories = ein Zweig je Kategorie, wie hier
variant-one-branch = ein Zweig für alle
variant-branch-each = ein Zweig je Attribut
variant-shared-four = vier gemeinsame Stufen
variant-age-classes = Alter als 101 Klassen
variant-age-squared = Alter nach quadratischem Fehler
weights-not-shown-title = Was das nicht zeigt
weights-not-shown = Trainiert wurden hier nur die letzte Stufe, die Zweige und die Köpfe, ausgehend von Gewichten, die Gegenstände zu unterscheiden gelernt hatten, und allein mit Labels. Andere Daten, längeres Training oder andere Verluste können anderes ergeben, und eines von zwanzig Intervallen zu 95 % sieht nur durch Zufall deutlich aus.

evidence-question = Grad-CAM fragt: Wäre ein Kanal hier etwas aktiver, wie sehr würde sich die Antwort ändern? Wähle die Antwort unten auf der Bühne.
evidence-channels-title = 1. Nimm die Kanäle, die am meisten zählen
evidence-channels = Oben: wo der Kanal aktiv ist. Unten: der Gradient, orange, wo mehr vom Kanal die Antwort heben, blau, wo es sie senken würde. Darunter: das Gewicht des Kanals, das Mittel seines Gradienten, als Anteil des größten.
channel-activations = Kanal { $channel }: Aktivierungen
channel-gradient = Kanal { $channel }: Gradient
weight = { $weight }
evidence-sum-title = 2. Addiere alle Kanäle, jeden mal sein Gewicht. 3. Streich, was dagegen spricht
evidence-sum = Die gewichtete Summe: Orange spricht für die Antwort, Blau dagegen
evidence-kept = Was bleibt (ReLU): die Heatmap, bevor sie vergrößert wird
evidence-check-title = 4. Prüf es: Übermale das Gesicht
evidence-check = Eine Heatmap ist eine Behauptung. Übermale eine warme Stelle, wisch die Farbe ab und übermale eine kalte. Stimmt die Heatmap, ändert die warme Stelle die Antwort stärker.
evidence-trust-title = 5. Wie weit kann man ihr trauen?
evidence-trust = Gemessen an { $n } Gesichtern aus FairFace, aus denen das Netz nicht gelernt hat, für { $attribute } in dieser Schicht: { $inside } der Wärme liegen auf dem Gesicht selbst, nicht auf Haaren, Ohren oder Hintergrund. Eine Heatmap, die nichts weiß, hätte dort { $chance }. Macht man das wärmste Fünftel der Pixel unscharf, verliert die Schätzung { $hottest } Prozentpunkte Wahrscheinlichkeit, bei einem zufälligen Fünftel { $random }, bei der Mitte des Gesichts { $middle }.
evidence-trust-meaning = Ist der erste dieser drei Werte der größte, so zeigt die Heatmap, worauf die Schätzung beruht. Wärme neben dem Gesicht heißt, dass das Netz Haare oder Hintergrund liest: Die Heatmap hat recht, und das Netz hat aus falschen Gründen recht.
brush-canvas = Der Ausschnitt. Male mit dem Zeiger, oder beweg den Pinsel mit den Pfeiltasten und male mit der Eingabetaste.
brush-heat = Heatmap zeigen
brush-estimated = geschätzt
brush-before = vorher
brush-painted = bemalt
brush-change-age = Das Malen hat das Alter um { $years } Jahre verschoben, von { $before } auf { $after }.
brush-change-class = Das Malen hat „{ $class }“ von { $before } auf { $after } verschoben.
brush-painted-at = Bemalt: { $place }
place-left-eye = das linke Auge im Bild
place-right-eye = das rechte Auge im Bild
place-nose = Nase
place-mouth = Mund
place-forehead = Stirn
place-chin = Kinn
place-left-cheek = die linke Wange im Bild
place-right-cheek = die rechte Wange im Bild
place-top = über der Stirn
place-left-edge = der linke Rand
place-right-edge = der rechte Rand
errors-measured = Das Netz wurde an Gesichtern geprüft, die nicht in seinem Training waren. Balken zeigen, wie oft es mit den Beschriftungen übereinstimmt oder um wie viele Jahre es danebenliegt. Dünne Linien sind 95-%-Intervalle: Wo zwei sich weit überlappen, kann der Unterschied Zufall sein.
errors-by = Gruppieren nach
errors-same-ages = Als wären alle gleich alt (nur Alter, von denen jede Gruppe Gesichter hat)
by-age = Altersgruppe
brush-again = Abwischen

errors-why = Die Zahlen sagen, dass Gruppen sich unterscheiden, nicht warum. Gruppen unterscheiden sich auch im Alter, und bei alten Gesichtern ist es am schwersten zu schätzen; darum sind Races und Geschlechter hier so gewichtet, als wäre ihr Alter gleich verteilt. Nimm den Haken weg und sieh, was sich ändert. FairFace wurde nach Race ausgewogen zusammengestellt, und Abstände gibt es trotzdem. Was könnte sie sonst verursachen: Beschriftungen, Licht, die Klassen selbst?
second-network-title = Was ein zweites Netz bringt
second-network = Netze, die auf verschiedene Weise entstanden sind, irren sich an verschiedenen Stellen; darum irrt das Mittel zweier weniger als jedes allein. Das zweite hat gelernt, Personen zu unterscheiden, bevor es Alter, Geschlecht und Race lernte. Es braucht { $megabytes } MB mehr; darum wird es nur geladen, wenn du es willst, und nur zu Fotos gefragt. Heatmaps bleiben die des ersten Netzes. In Klammern: 95-%-Intervalle.
second-network-one = ein Netz
second-network-both = Mittel beider
errors-card = Alle Zahlen, nach Race, Geschlecht und Alter zusammen, mit den Bedingungen der Daten:
model-card = Modellkarte (JSON, neuer Tab)
for-teachers = Für Lehrkräfte
teach-minutes = { $minutes } Minuten
teach-question = Frage
teach-look = Achte auf
teach-trap = Falle
teach-question-a = Erst vorhersagen: Findet es das Gesicht noch kopfüber, halb verdeckt oder klein wie ein Daumennagel?
teach-look-a = Neig den Kopf: Das Quadrat neigt sich mit, und der Ausschnitt bleibt aufrecht. Dreh dich zur Seite, bis der Tab „Gesichter“ seine Schätzung anzweifelt.
teach-trap-a = Finden ist nicht Wiedererkennen: Der Gesichtsfinder sagt, wo ein Gesicht ist, nicht, wessen. Und ein Gesicht, das er übersieht, bekommt gar keine Schätzung. Hier beginnen die Fehler.
teach-question-b = Welche Kanäle antworten auf die Augen? Welche auf Haare oder auf den Hintergrund?
teach-look-b = In Stufe 1 erkennst du das Gesicht noch. In Stufe 5 hat eine Merkmalskarte 7 × 7 Zellen, und nur Orte sind übrig. Mit Kamera: Hefte einen Kanal an, beweg dich und sieh, wie er folgt.
teach-trap-b = „Der Augenkanal“ ist unsere Deutung eines einzigen Bildes. Ein einzelner Kanal bedeutet dem Netz nichts; es benutzt nur Summen aus vielen.
teach-question-c = Wessen Altershügel ist breiter: der eines Kindes oder der eines Menschen von 70? Rate, dann vergleiche.
teach-look-c = Vergleiche die Breite zweier Hügel, nicht nur ihre Gipfel. Dann verdecke ein Gesicht oder mach es unscharf und beobachte seinen Hügel.
teach-trap-c = Ein Balken sagt, wie wahrscheinlich die Beschriftung eines Datensatzes ist, nicht, was ein Mensch ist. Auch bei einem auf Papier gezeichneten Gesicht ergäben die Balken 100 %.
teach-question-d = Welche Aufgabe endet mit dem kleinsten Gewicht, und warum? Entscheide, bevor du die Kurven liest.
teach-look-d = Je größer ein Verlust, desto kleiner sein Gewicht: Alter endet am niedrigsten, Geschlecht am höchsten. In Ruhe ist jedes Gewicht eins durch den doppelten Verlust, wie groß der auch gerade ist.
teach-trap-d = Ein kleines Gewicht heißt nicht, dass Alter vernachlässigt wird. Verluste haben verschiedene Größenordnungen, und das Gewicht gleicht auch diese aus.
teach-question-e = Wohin muss es sehen, um ein Alter zu schätzen? Zeichne deine Vermutung, bevor du die Heatmap zeigst.
teach-look-e = Lass „jünger“ statt „älter“ erklären, oder eine andere Klasse: Das Gesicht ist dasselbe, die Heatmap nicht. Und die wärmste Stelle liegt nicht immer auf dem Gesicht: Sieh auf die Ränder des Ausschnitts.
teach-trap-e = Die Heatmap zeigt, was die Antwort beeinflusst hat, nicht, ob die Antwort richtig oder fair ist. Sie hat in der letzten Stufe 7 × 7 Zellen; ihre glatte Form kommt vom Vergrößern. Farbe verdeckt eine Stelle, fügt aber auch Kanten hinzu.
teach-question-f = Rate zuerst: Sind die Abstände größer zwischen Races, Geschlechtern oder Altersgruppen?
teach-look-f = Bei Alter und Geschlecht liegen Altersgruppen am weitesten auseinander. Bei Race wird „andere“ am seltensten erkannt: eine Klasse aus allen, die in keine andere passen.
teach-trap-f = „Es hat zu wenige davon gesehen“ erklärt es nicht. White ist in UTKFace die größte Klasse, doch ihr Alter wird um die meisten Jahre verfehlt, auch unter Gesichtern gleichen Alters. Was unterscheidet sich noch: wie gut das wahre Alter bekannt ist, Licht, die Labels?
worksheet-title = Arbeitsblatt: wie ein Gesicht auf ein neuronales Netz wirkt
worksheet-name = Name
worksheet-class = Klasse
worksheet-date = Datum
worksheet-stage = Stufe { $stage }: die vier Kanäle, die am stärksten variieren
worksheet-ages = Die Wahrscheinlichkeit jedes Alters
worksheet-question-a-1 = Sag voraus: Wann wird kein Gesicht gefunden? Schreib drei Fälle auf, dann probier sie aus.
worksheet-question-a-2 = Neig den Kopf, dann geh weiter weg. Was ändert sich im Ausschnitt, und was bleibt?
worksheet-question-b-1 = Wähle einen Kanal aus Stufe 1 und einen aus Stufe 4. Worauf antwortet jeder?
worksheet-question-b-2 = Wie viele Zellen hat eine Merkmalskarte in Stufe 1, wie viele in Stufe 5? Was geht verloren, was wird gewonnen?
worksheet-question-c-1 = Sag das geschätzte Alter des Gesichts auf der Bühne voraus, samt Intervall. Dann schreib auf, was das Netz sagt.
worksheet-question-c-2 = Im Training gelten benachbarte Jahre als teilweise richtig. Warum nicht benachbarte Klassen?
worksheet-question-d-1 = Welcher Aufgabe würdest du das größte Gewicht geben? Was würde es die anderen kosten?
worksheet-question-d-2 = Jemand mischt die Beschriftungen einer Aufgabe durcheinander. Was geschieht mit ihrem Verlust, ihrem s und ihrem Gewicht?
worksheet-question-e-1 = Zeichne, wo du die Belege erwartest. Worin weicht die Heatmap davon ab?
worksheet-question-e-2 = Übermale eine warme Stelle, dann eine kalte. Schreib jedes Mal auf, wie sich die Antwort ändert.
worksheet-question-e-3 = Stützt dein Versuch die Heatmap? Was könnte die Änderungen sonst erklären?
worksheet-question-f-1 = Rate: Zwischen welchen Gruppen ist der Abstand am größten? Was sagen die Zahlen?
worksheet-question-f-2 = Wähle einen Abstand. Nenne zwei mögliche Ursachen, und wie du jede prüfen würdest.
worksheet-question-f-3 = Nenne eine Verwendung, die diese Fehler ausschließen, und sag, warum.
errors-set = { $set }: { $n } Gesichter
errors-n = n { $n }
gaps-title = Größte Abstände: Jahre oder Punkte; nach Race und nach Geschlecht, als wären alle gleich alt
gap-years = { $difference } Jahre
gap-points = { $difference } Punkte
gap-worst = am schlechtesten: { $group }
gap-chance = kann Zufall sein
ages = { $from }–{ $to }
ages-from = ab { $from }
figure-age-error = Altersfehler, Jahre
figure-age-group = Altersgruppe richtig
figure-gender = Geschlecht wie beschriftet
figure-race = Race wie beschriftet

## Ohne Netz, und privat

offline-unavailable = Offline lässt sich die Seite hier nicht öffnen: Dieser Browser behält keine Kopie einer so geladenen Seite.
offline-preparing = Eine Kopie dieser Seite für Besuche ohne Internet wird angelegt …
offline-ready = Diese Seite öffnet sich auch ohne Internet.
offline-full = Für eine Kopie dieser Seite ist kein Platz. Gib Speicher frei, um sie offline zu öffnen; online geht alles wie gewohnt.
offline-failed = Eine Kopie dieser Seite ließ sich nicht anlegen. Lade die Seite neu, um es noch einmal zu versuchen; online geht alles wie gewohnt.
update-ready = Eine neue Version ist bereit.
update-elsewhere = Visage ist in einem anderen Tab aktualisiert worden. Lade diese Seite neu: Teile ihrer eigenen Version können fehlen.
update-now = Jetzt neu laden
privacy = Privatsphäre
about = Über Visage
privacy-title = Privat von Grund auf:
privacy-bytes =
    { $bytes ->
        [one] 1 Byte gesendet
       *[other] { $bytes } Bytes gesendet
    }
privacy-uncounted = nichts wird gesendet
privacy-where = Bilder werden in diesem Tab auf diesem Gerät betrachtet. Es gibt keinen Server, der sie empfangen könnte.
privacy-stored = Kein Bild wird gespeichert. Die Kopie für Besuche ohne Internet enthält die Dateien dieser Seite und nichts von dir. Es gibt keine Cookies.
privacy-requests = Die Seite darf nur ihre eigenen Dateien laden; ihre Sicherheitsrichtlinie verbietet dem Browser jede andere Adresse. Es gibt keine Schriften, Tracker oder Skripte von Dritten.
privacy-check = Die Zahl oben zählt, was die Programme dieser Seite nach draußen senden. Glaub ihr nicht einfach: Öffne die Netzwerkanalyse des Browsers, oder trenne die Internetverbindung; alles geht weiter.
docs = In eigenen Seiten verwenden (englisch)
notices = Quellen und Lizenzen fremder Arbeit

## Ihm etwas Neues beibringen

training-what = Bring dem Netz etwas bei, das es noch nicht kennt. Sag, was, zeig Beispiele und sieh zu, wie es lernt.
training-glasses = Brille
training-without = ohne
training-with = mit
training-no = nein
training-yes = ja
training-attribute = Attribut
training-kind = Seine Klassen
training-nominal = ohne Ordnung
training-ordinal = geordnet
training-class-number = Klasse { $number }
training-not-said = keine Angabe
training-add-class = Klasse hinzufügen
training-remove-class = Letzte Klasse entfernen
training-add-attribute = Attribut hinzufügen
training-remove-attribute = Dieses Attribut entfernen
training-hold = Zum Zeigen gedrückt halten
training-taking = Nimmt Beispiele auf …
training-take-one = Als Beispiel nehmen
training-count-down = In 3 Sekunden
training-in-seconds = { $seconds } …
training-from-photos = Aus Fotos …
training-needs-face = Markiere oben, was deine Beispiele zeigen. Starte dann die Kamera und halte den Knopf gedrückt, oder wähle Fotos oder zieh sie hierher: Von jedem wird das größte Gesicht genommen.
training-reading = Foto { $done } von { $count } wird gelesen.
training-examples = { $count ->
    [one] 1 Beispiel
   *[other] { $count } Beispiele
}
training-examples-hint = Zuerst kommen die, bei denen es sich geirrt hat. ⇄ gibt einem Beispiel die oben markierten Klassen; × löscht es.
training-relabel = Ihm die markierten Klassen geben
training-relabel-named = Dem Beispiel „{ $name }“ die markierten Klassen geben
training-forget = Löschen
training-forget-named = Beispiel „{ $name }“ löschen
training-clear = Alle Beispiele löschen
training-learn = Lernen
training-losses = Verlust jedes Attributs, Durchgang für Durchgang
training-weights = Gewicht jedes Verlusts
training-weight = Gewicht
training-rest-hint = L ist der mittlere Verlust und s seine gelernte Log-Varianz. Das Gewicht ist exp(−s); es kommt bei 1 / (2 L) zur Ruhe, sodass ein verrauschtes Attribut weniger zählt. Bei { $most } ist Schluss: Was ganz gelernt ist, soll die anderen nicht übertönen.
training-right = { $name }: { $share } von { $count } zurückgehaltenen Beispielen stimmen. Bilder desselben Videos ähneln einander: Bei neuen Menschen ist es schwerer.
training-right-of-faces = { $name }: { $share } von { $count } zurückgehaltenen Gesichtern stimmen.
training-alone = Allein: { $share }.
training-not-enough = { $name }: { $count ->
    [one] 1 Beispiel wurde
   *[other] { $count } Beispiele wurden
} zurückgehalten; das ist zu wenig, um zu sagen, wie gut es ist. Zurückgehalten wird jedes fünfte; zeig mehr.
training-confusion = Zurückgehaltene Beispiele nach ihrer Klasse (Zeilen) und nach der Antwort (Spalten)
training-settings = Einstellungen und Versuche
training-weighting = Gewichte der Verluste
training-learned-weights = gelernt (Unsicherheit)
training-equal = gleich
training-by-hand = von Hand
training-place = Merkmale aus
training-trunk = Ende des gemeinsamen Stamms
training-ordinal-branch = Zweig für Alter
training-nominal-branch = Zweig für Geschlecht und Race
training-place-hint = Die Merkmale des Stamms sind die allgemeinsten. Die eines Zweigs haben gelernt, woran man dessen eigene Attribute erkennt.
training-spoil = Beschriftungen verfälschen bei
training-spoilt-share = Anteil falscher Beschriftungen
training-spoil-hint = Lass es dann noch einmal lernen und beobachte das Gewicht dieses Attributs.
training-groups = Gruppen vergleichen nach
training-groups-hint = Anteil der richtigen unter den zurückgehaltenen Beispielen, und wie viele es sind
training-leave-out = Beim Lernen auslassen
training-nobody = niemanden
training-leave-out-hint = Die zurückgehaltenen Beispiele dieser Gruppe werden weiter geprüft: Lass es noch einmal lernen und vergleiche die Gruppen.
training-alone-too = Jedes Attribut auch allein lernen, zum Vergleich
training-in-use = Was es gelernt hat, steht jetzt bei jedem Gesicht, im Bild und im Tab „Gesichter“. Wähle es unter dem Bild, um die Heatmap dazu zu sehen.
training-save = Gelerntes speichern
training-save-examples = Auch die Beispiele speichern: Die Datei enthält dann Bilder von Gesichtern
training-stop = Nicht mehr benutzen
training-open = Früher Gelerntes öffnen …
training-link = Link zu dieser Aufgabe kopieren
training-faces = Alter, Geschlecht und Race aus { $count } Gesichtern
training-faces-what = Sieh zu, wie die Köpfe für Alter, Geschlecht und Race von vorn anfangen. Sie lernen aus { $count } Gesichtern von UTKFace und FairFace, mit denen das Netz nicht trainiert wurde. Mit der Seite kommt nur, was sein Stamm zu jedem Gesicht sagt, als Zahlen, und die Beschriftungen; Bilder sind nicht dabei. Der Stamm selbst hat diese Attribute an anderen Gesichtern gelernt.
training-own = Eigene Attribute beibringen
training-no-faces = Diese Gesichter ließen sich nicht laden. Sie kommen erst, wenn man sie braucht: Verbinde dich mit dem Internet und lass noch einmal lernen.
training-private = Beispiele bleiben in diesem Tab: Nichts wird gesendet, und wenn du die Seite verlässt, sind sie vergessen. Was du speicherst, gehört dir.
training-taught = hier beigebracht
training-unlike = Keinem Beispiel ähnlich: Glaub es nicht.
training-one-class = Zeig Beispiele für mindestens zwei Klassen von „{ $name }“.
training-unfit = Jedes Attribut und jede Klasse braucht einen eigenen Namen. Ändere die Namen, die leer oder gleich sind.
training-file-damaged = Diese Datei enthält nichts, was Visage gelernt hat, oder sie ist beschädigt. Wähle eine, die du in diesem Tab gespeichert hast.
training-file-other-network = Das wurde mit einer anderen Version des Netzes gelernt. Bring es ihm hier noch einmal bei.
error-no-face-in = In „{ $name }“ wurde kein Gesicht gefunden. Wähle ein Foto, auf dem eines gut zu sehen ist.

## Der letzte Schritt der Lektion

yourself-what = Der Stamm kann Gesichter schon unterscheiden; darum genügen ein paar Dutzend Beispiele für einen Kopf, der etwas Neues abliest. Alle neuen Attribute teilen sich eine kleine Schicht, und ihre Verluste werden so gewichtet wie einst die des Netzes selbst. Vier Dinge zum Herausfinden:
yourself-open = Tab „Anlernen“ öffnen
yourself-noise = Ein verrauschtes Attribut zählt weniger
yourself-noise-how = Bring ihm zwei Attribute mit je mindestens 20 Beispielen bei, lass es lernen und schreib beide Gewichte auf. Verfälsche alle Beschriftungen des einen („Einstellungen und Versuche“) und lass es noch einmal lernen. Welches Gewicht sinkt, und wie nah kommt es an 1 / (2 L)?
yourself-related = Helfen zwei Attribute einander?
yourself-related-how = Bring ihm zwei bei, die miteinander zu tun haben, und lass jedes auch allein lernen (Einstellungen und Versuche): Ob es zusammen besser geht, steht unter jedem. Bei wenigen Beispielen entscheidet oft der Zufall: Wiederhole den Versuch. Probier es auch mit den Gesichtern der Datensätze.
yourself-unfair = Unausgewogene Beispiele sind unfair
yourself-unfair-how = Zeig zwei Personen mit und ohne Brille, und lass ein zweites Attribut sagen, wer es ist. Lass eine von beiden beim Lernen aus und vergleiche die Gruppen. Dann dasselbe mit den Gesichtern der Datensätze: Lass eine Gruppe aus und sieh, für wen das Geschlecht schlechter wird.
yourself-shortcut = Eine Abkürzung
yourself-shortcut-how = Zeig die eine Klasse nur vor einem Fenster, die andere nur vor einer Wand. Lass es lernen und wähle unter dem Bild die Heatmap des neuen Attributs: Liegt sie auf dem Gesicht? Tausche dann die Plätze. Behebe den Fehler mit Beispielen beider Klassen vor beiden Hintergründen.
teach-question-g = Was wird schwerer beizubringen sein, Brille oder Lächeln? Warum?
teach-look-g = Das Gewicht des verfälschten Attributs fällt auf einen Bruchteil von dem des anderen. Und die Heatmap zeigt, was die Beispiele gemeinsam hatten; das muss nicht das sein, was gemeint war.
teach-trap-g = „100 % der zurückgehaltenen Beispiele stimmen.“ Es sind Bilder derselben Minute und derselben Menschen. Probier es mit jemandem, den es noch nicht gesehen hat.
worksheet-question-g-1 = Schreib beide Gewichte auf, bevor und nachdem die Beschriftungen eines Attributs verfälscht wurden. Was sagen L und 1 / (2 L)?
worksheet-question-g-2 = Beschreib eine Abkürzung, die deine Beispiele erlaubten, woran du sie bemerkt hast und was sie behoben hat.
