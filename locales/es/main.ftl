### Las palabras de la página.

list-separator = ,{" "}
faces-separator = ;{" "}
page-title = Visage: cómo ve una cara una red neuronal

## Cabecera y notas

lead = Cómo ve una cara una red neuronal: estimaciones de la apariencia, no hechos sobre una persona.
notes-appearance = Estimaciones de la apariencia, no hechos sobre una persona.
notes-labels = La red repite cómo se etiquetaron las caras en sus conjuntos de datos; «raza» significa «raza según las etiquetas de los datos», y el género solo tiene sus dos clases. Se equivoca a menudo, y no por igual para todos.
notes-private = Visage no identifica a nadie, no guarda nada y no envía nada.
language = Idioma

## Atributos y clases

age = edad
gender = género
race = raza
class-male = hombre
class-female = mujer
class-white = blanca
class-black = negra
class-asian = asiática
class-indian = india
class-others = otras
class-younger = más joven
class-older = mayor

## Estimaciones

years = { $years ->
    [one] { $years } año
   *[other] { $years } años
}
years-with-interval = { $years ->
    [one] { $years } año
   *[other] { $years } años
} ({ $from }–{ $to })
class-with-share = { $class } { $share }
low-confidence = poca confianza
low-confidence-because = Poca confianza: { $reasons }.
doubt-small = la cara es muy pequeña
doubt-cut-off = la cara está cortada
doubt-turned = la cara está de lado
doubt-unclear = puede que no sea una cara
doubt-dark = está demasiado oscuro
doubt-bright = hay demasiada luz
doubt-blurred = la cara está borrosa
no-face-found = No se encontró ninguna cara.
faces-found =
    { $count ->
        [one] 1 cara
       *[other] { $count } caras
    }.
faces-found-with =
    { $count ->
        [one] 1 cara
       *[other] { $count } caras
    }: { $faces }.
face-number = Cara { $number }
estimated-age = Edad estimada
estimated-gender = Género estimado
estimated-race = Raza estimada
as-labelled = según las etiquetas de los datos
faces = Caras
faces-before = Aquí aparecen las estimaciones de la red, una línea por cara.
faces-engine-loading = El motor aún se está cargando. Las estimaciones llegan después.
faces-looking = Buscando caras …
faces-engine-failed = El motor se ha detenido y no se pueden buscar caras. Arriba se dice qué hacer.
faces-none = No se encontró ninguna cara. Acércate, gírate hacia la luz o prueba otra imagen.

## La imagen

picture = Imagen
camera = Cámara
photo = Foto
invitation = Usa tu cámara o arrastra una foto aquí.
invitation-private = Las imágenes se quedan en esta pestaña: nada se envía, nada se guarda.
use-camera = Usar cámara
privacy-and-credits = Privacidad y créditos
stop-film = Parar vídeo
panel = Panel
clear-stage = Vaciar
stop-camera = Apagar cámara
waiting-for-camera = Abriendo …
which-camera = Qué cámara
camera-number = Cámara { $number }
choose-photos = Elegir fotos
samples = Fotos de ejemplo
samples-try = O prueba una de estas:
samples-credits = Ejemplos: NASA (Eileen Collins, dominio público) y FairFace de Kimmo Kärkkäinen y Jungseock Joo, CC BY 4.0.
sample-astronaut = Una astronauta ante una bandera
sample-woman-1 = Una mujer que mira a la cámara
sample-man-1 = Un hombre que mira a la cámara
sample-woman-2 = Una mujer con pañuelo
sample-group = Tres personas
the-picture = La imagen
freeze = Congelar
go-on = Seguir
keep-to-compare = Comparar
projector = Pantalla completa
kept-moments = Momentos para comparar
kept-moment = Un momento para comparar
let-moment-go = Quitar este momento
contact-sheet = Hoja de contactos
unreadable-photo = No se pudo leer.
tab-faces = Caras
tab-heat-map = Mapa
tab-lesson = Lección
tab-more = Más
heat-map = Mapa de calor
heat-map-what = ¿Dónde miró la red? Cuanto más habló un lugar a favor de la respuesta, más color tiene.
heat-map-caution = Un mapa de calor muestra qué movió la respuesta, no si la respuesta es correcta. El paso e de la lección lo pone a prueba.
legend-for = a favor de «{ $target }»:
more-settings = Colores, capa, parte de la imagen

## Qué se muestra

no-heat-map = no
evidence-for = Indicios de
evidence-for-older = una edad mayor
evidence-for-estimate = la clase estimada
at-layer = Capa
layer = etapa { $stage } ({ $side } × { $side })
opacity = Intensidad
colours = Colores
palette-viridis = violeta a amarillo
palette-inferno = negro a amarillo
palette-cividis = azul a amarillo
heat-map-over = Cubre
heat-map-over-share = el { $share } izquierdo de la imagen
legend-little = poco
legend-most = más
smooth-over-time = suavizar vídeo
show = Mostrar

## El motor

engine = Motor
engine-loading = Cargando
engine-failed = Motor detenido
loading-engine = Cargando el motor
step-starting = Iniciando
step-engine = Cargando el motor
step-detector = Cargando el detector de caras
step-network = Cargando la red
step-self-test = Cargando la autoprueba
step-webgpu = Preparando WebGPU
step-cpu = Preparando la CPU
step-of = { $step }: { $loaded } de { $total } MB
step-so-far = { $step }: { $loaded } MB
step-going-on = { $step } …
ready-on-cpu = Listo en la CPU
ready-on-webgpu = Listo en WebGPU
device-webgpu = El adaptador { $adapter } superó la autoprueba.
device-cpu-wanted = La dirección de la página pide la CPU.
device-cpu-meanwhile = La CPU calcula mientras se prepara WebGPU en el adaptador { $adapter }.
device-cpu-faster = WebGPU funciona en el adaptador { $adapter }, pero aquí la CPU es más rápida.
device-cpu-after-failure = Hubo que iniciar de nuevo el motor. { $failure }
device-cpu-without-webgpu = No se usa WebGPU: { $problem }.
webgpu-no-adapter = este navegador no ofrece ningún adaptador
webgpu-software = el adaptador { $adapter } es software y más lento que la CPU
webgpu-start = no se puede iniciar ({ $reason })
webgpu-self-test = no superó la autoprueba ({ $reason })
start-again = Iniciar de nuevo
use-the-cpu = Usar la CPU
dismiss = Cerrar

## Para llevar

take-away = Guardar
take-away-local = Se hace en este equipo y no se envía a ningún sitio.
take-away-nothing = Abre primero una imagen. Después puedes guardarla aquí con sus estimaciones.
log-kept = Esta pestaña lleva un registro de sus estimaciones, solo en memoria, hasta que la cierres.
clear-log = Borrar registro
save-picture = Guardar imagen
copy-picture = Copiar imagen
share-picture = Compartir imagen
save-numbers = Guardar números (JSON)
save-log = Guardar registro (CSV)
estimated-by = Estimado por Visage: cómo ve una cara una red neuronal, no hechos sobre una persona.

## Instrumentos

instruments = Instrumentos
show-instruments = Mostrar instrumentos
hide-instruments = Ocultar instrumentos
frames-a-second = imágenes por segundo
engine-memory = memoria del motor
model-hash = modelo (SHA-256)
megabytes = { $megabytes } MB
times-of-frames = Tiempos de las últimas imágenes
times-full-height = tiempos de las últimas imágenes, altura total { $milliseconds } ms
stage-read = leer píxeles
stage-detect = encontrar caras
stage-attributes = alinear y estimar
stage-explain = mapa de calor
run-benchmark = Medir el rendimiento
benchmark-running = Midiendo, imagen { $frame } …
copy-table = Copiar tabla

## Qué puede fallar

error-camera-refused = Se denegó la cámara. Permítela para esta página en la barra de direcciones o los ajustes del navegador y vuelve a encenderla, o usa una foto.
error-camera-absent = No se encontró ninguna cámara. Conecta una y vuelve a encenderla, o usa una foto.
error-camera-busy = La cámara está ocupada. Cierra otros programas o pestañas que la usen y vuelve a encenderla.
error-camera-unsuitable = Esa cámara ya no se puede usar. Elige otra de la lista o empieza de nuevo.
error-camera-insecure = El navegador solo da cámaras a páginas cargadas por https o desde localhost. Abre esta página así, o usa una foto.
error-camera-unplugged = La cámara se desconectó. Conéctala y vuelve a encenderla.
error-camera-failed = No se pudo encender la cámara ({ $reason }). Inténtalo otra vez, o usa una foto.
error-picture-empty = «{ $name }» está vacío (0 bytes). Elige otra foto.
error-not-a-picture = «{ $name }» no es una imagen. Elige un archivo JPEG, PNG, WebP, AVIF o GIF.
error-picture-huge = «{ $name }» tiene { $megapixels } megapíxeles; aquí se abren como mucho { $limit }. Redúcela e inténtalo otra vez.
error-picture-heic = Este navegador no puede abrir fotos HEIC como «{ $name }». Guárdala como JPEG e inténtalo otra vez.
error-picture-damaged = «{ $name }» no se puede abrir; puede estar dañada. Elige otra foto.
error-film = El vídeo «{ $name }» no se puede reproducir aquí. Elige un archivo MP4 o WebM.
error-file = No se pudo cargar «{ $name }». Comprueba la conexión e inténtalo de nuevo.
error-sample = No se pudo cargar la foto de ejemplo. Comprueba la conexión e inténtalo otra vez, o usa una foto tuya.
error-too-large-to-save = La imagen es demasiado grande para guardarla. Prueba una foto más pequeña.
error-copy = El navegador no deja a esta página usar el portapapeles ({ $reason }). Guarda la imagen en su lugar.
error-share = Este dispositivo no puede compartir la imagen. Guárdala en su lugar.
error-camera-silent = La cámara no da imagen. Abre su tapa o cierra otros programas que la usen.
error-film-without-picture = Este navegador reproduce el sonido de «{ $name }», pero no su imagen. Elige un archivo MP4 (H.264) o WebM.
error-film-left-out = Solo se reproduce un vídeo a la vez: «{ $name }» quedó fuera. Ábrelo solo.
still-earlier-picture = En el escenario sigue la imagen anterior.
and-more-files =
    { $count ->
        [one] Otro archivo no se pudo abrir.
       *[other] Otros { $count } archivos no se pudieron abrir.
    }
notice-copied = Copiado.
notice-saved = Guardado.
failure-program = No se puede cargar el motor. Comprueba la conexión y vuelve a cargar la página; si no basta, actualiza el navegador: necesita WebAssembly con SIMD. ({ $reason })
failure-breakdown = El motor ha fallado. Inícialo de nuevo; si no basta, vuelve a cargar la página. ({ $reason })
failure-mismatch = La página y su motor no encajan. Vuelve a cargar la página. ({ $reason })
failure-file-refused = No se puede cargar «{ $file }»: el servidor responde { $status }. Vuelve a cargar la página o reconstruye el sitio.
failure-file-unreachable = No se puede cargar «{ $file }». Comprueba la conexión y vuelve a cargar la página. ({ $reason })
failure-copy-damaged = La copia de «{ $file }» que guarda este navegador está dañada y no se puede reemplazar. Conéctate una vez a la red y vuelve a cargar la página. ({ $reason })
failure-file-damaged = «{ $file }» llegó dañado, también al segundo intento. Vuelve a cargar la página o reconstruye el sitio.
failure-file-unusable = Un archivo del motor está dañado o es de otra versión. Vuelve a cargar la página o reconstruye el sitio. ({ $reason })
failure-webgpu = No se puede usar WebGPU: { $problem }. Usa la CPU en su lugar.
failure-webgpu-lost = WebGPU ha dejado de calcular, como cuando se reinicia el controlador gráfico. Vuelve a cargar la página o usa la CPU.
failure-cpu = La CPU no supera la autoprueba. Vuelve a cargar la página, usa otro navegador o reconstruye el sitio. ({ $reason })
failure-picture-empty = La imagen está vacía. Elige otra.
failure-pixels = No se pueden leer los píxeles de la imagen. Prueba una más pequeña u otro navegador. ({ $reason })
failure-device = El dispositivo no pudo calcular. Vuelve a cargar la página o usa la CPU. ({ $reason })
error-browser = El navegador informó de un problema ({ $reason }). Vuelve a cargar la página; si se repite, prueba otro navegador.

## La lección

how-it-works = Cómo funciona
lesson-steps = Steps of the lesson
lesson-place = step { $number } of { $count }
lesson-face = This step shows { $face }. Press another face on the stage to switch.
lesson-point = Point at a map, or tap it, to lay it on the face. A click keeps it there; another takes it off.
lesson-back = Back
lesson-next = Next: { $title }
print-worksheet = Print worksheet
lesson-align = Encontrar y alinear
lesson-features = Rasgos compartidos
lesson-attributes = Dos clases de atributo
lesson-weights = Pesar las pérdidas
lesson-evidence = Por qué: Grad-CAM
lesson-errors = ¿Con quién se equivoca?
missing-picture = This step needs a face. Use your camera, open a photo, or take the sample.
missing-engine = The engine is still loading. The step fills in by itself.
missing-answer = The network is reading the picture …
missing-face = No face was found in this picture. Try another one, or take the sample.
missing-heat-map = The heat map is off. Switch one on, and this step takes it apart.
missing-use-sample = Use the sample photo
missing-show-heat-map = Show the heat map for age

align-detector = Una primera red pequeña (BlazeFace) mira la imagen entera, reducida a 256 píxeles en su lado más largo. En cada una de sus anclas, dos en cada cuadrado de 16 píxeles y seis en cada uno de 32, responde: ¿hay aquí una cara, de qué tamaño, y dónde están ojos, nariz, boca y orejas? Las respuestas sobre la misma cara se combinan.
align-show = Show on the stage:
align-anchors = anchors every { $cell } pixels
align-key-points = key points
align-crop = Los puntos sobre la imagen son esas anclas y los puntos clave. Ojos, nariz y boca deciden cómo se gira, escala y recorta la cara (el cuadrado inclinado), para que la segunda red vea todas las caras igual:
align-caption = el recorte que lee la red, 112 × 112 píxeles
align-place = Esta cara estaba girada { $degrees }°, y un píxel del recorte cubre { $scale } píxeles de la imagen. El detector está seguro al { $share } de que es una cara.

features-stages = La red lee el recorte en cinco etapas que comparten edad, género y raza. Los primeros canales responden a bordes y colores, los últimos a partes de una cara; cada etapa ve con menos nitidez y más parte de la cara a la vez.
features-stage = Stage { $stage }: { $channels } channels of { $side } × { $side }
channel = canal { $channel }
features-blocks-title = De qué está hecha una etapa: bloques MBConv
features-blocks = Cada bloque ensancha sus canales (1 × 1), convoluciona cada canal por separado (depthwise) y los vuelve a estrechar (1 × 1). Convolucionar los canales uno a uno cuesta una fracción de una convolución completa; por eso la red funciona en un navegador.
blocks-point = Point at a row, or tap it, to see how finely its output divides the face.
block-cells = { $part }: { $side } × { $side } cells
blocks-shapes = Formas de los bloques
block-part = parte
block-input = canales de entrada
block-expanded = ensanchado a
block-kernel = núcleo (depthwise)
block-stride = paso
block-output = canales de salida
part-stage = etapa { $stage }
part-ordinal = rama de la edad
part-nominal = rama de género y raza

attributes-ordinal-title = Ordinal: la edad
attributes-ordinal = Las edades tienen un orden, así que 41 en vez de 40 es casi correcto. La red da una probabilidad a cada año de 0 a 100. Al aprender, los años junto al etiquetado cuentan como correctos en parte, así que aprende una colina en vez de una aguja, y su anchura dice cuánto duda.
attributes-neighbours = Para esta cara el año { $year } solo tiene { $alone }, pero { $reach } años a cada lado juntos tienen { $around }. La estimación es la media, { $mean }; el 80 % de la distribución está entre { $from } y { $to }.
attributes-nominal-title = Nominal: género y raza según las etiquetas
attributes-nominal = Estas clases no tienen orden: un fallo es un fallo. Son las etiquetas de los datos, puestas por personas que miraron una imagen. Las barras suman 100 % aunque ninguna clase encaje, porque la red no conoce otra respuesta.

weights-uncertainty = Tres tareas aprenden a la vez y comparten el tronco, así que hay que sumar sus pérdidas, e importa cuánto cuenta cada una. Aquí la red lo aprende sola: para cada tarea aprende también cuán incierta es (incertidumbre homocedástica, un número s), y su pérdida cuenta exp(−s). Una tarea ruidosa, como la edad, baja su propio peso, pero paga s/2 por ello.
weights-curves = The three weights over the training. At its end: { $ends }
weights-caption = Los pesos a lo largo de los { $steps } pasos de nuestro propio entrenamiento; al final:
weight-of = { $task }: { $weight }
weights-choose-title = Pon tú los pesos
weights-nearest = El más cercano de los entrenamientos que hicimos con pesos fijos: { $name }. Son entrenamientos cortos: solo cuentan sus diferencias.
weights-none = Give at least one task a weight.
weights-outcomes = Resultados de los entrenamientos
weights-column = pesos
column-age-error = error de edad, años ({ $set })
column-gender = género ({ $set })
column-race = raza ({ $set })
variant-baseline = aprendidos (incertidumbre)
variant-equal = pesos iguales
variant-hand = pesos a mano
variant-alone = solo { $task }
weights-intervals = The small figures are 95 % intervals. Where two overlap, the difference may be chance: no way of sharing one network clearly wins, and learned weights save the search. These trainings are short, so only differences count.

evidence-question = ¿Dónde miró la red? Grad-CAM pregunta: si un canal hubiera estado aquí un poco más activo, ¿cuánto cambiaría la respuesta? Elige junto a la imagen qué se explica.
evidence-channels-title = 1. Activaciones y gradientes de los canales que más cuentan
evidence-channels = Arriba: dónde responde el canal. Abajo: el gradiente, naranja donde más subiría la respuesta, azul donde la bajaría. Su media es el peso del canal.
channel-activations = channel { $channel }: activations
channel-gradient = channel { $channel }: gradient
weight = peso { $weight }
evidence-sum-title = 2. Sumar todos los canales, cada uno por su peso, y 3. cortar lo que habla en contra
evidence-sum = la suma ponderada: naranja habla a favor de la respuesta, azul en contra
evidence-kept = lo que queda (ReLU): el mapa de calor, antes de ampliarlo
evidence-check-title = 4. Compruébalo: pinta sobre la cara
evidence-check = Un mapa de calor es una afirmación. Pinta sobre un lugar cálido y sobre uno frío: si el mapa acierta, el primero cambia más la respuesta.
brush-canvas = El recorte. Pinta con el puntero, o muévete con las flechas y pinta con Intro.
brush-heat = Show the heat map
brush-estimated = estimado
brush-before = antes
brush-painted = pintado
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
brush-again = Limpiar, tomar la imagen más reciente

errors-why = Una red que acierta con nueve de cada diez caras falla con una, y no por azar: aprendió de imágenes en las que algunas personas son raras. Estas cifras se midieron con caras que no había visto. Los extremos finos de las barras son intervalos del 95 %: donde dos se solapan mucho, la diferencia puede ser casualidad.
errors-card = Todas las cifras, por raza, género y grupo de edad a la vez, con las condiciones de los datos y las salvedades:
model-card = ficha del modelo
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
errors-set = { $set }, { $n } caras
errors-n = n { $n }
gaps-title = Largest gaps: years or points apart
gap-years = { $difference } years
gap-points = { $difference } points
gap-worst = worst: { $group }
ages = { $from }–{ $to }
ages-from = { $from } and over
figure-age-error = error de edad, años
figure-age-group = grupo de edad correcto
figure-gender = género según la etiqueta
figure-race = raza según la etiqueta

## Sin red, y en privado

offline-unavailable = Aquí no se puede abrir la página sin red: este navegador no guarda copia de una página cargada así.
offline-preparing = Se guarda una copia de esta página para visitas sin red …
offline-ready = Esta página también se abre sin red.
offline-full = No hay sitio para una copia de esta página. Libera espacio para abrirla sin red; con red funciona igual.
offline-failed = No se pudo guardar una copia de esta página. Vuelve a cargarla para intentarlo de nuevo; con red funciona igual.
update-ready = Hay un Visage más nuevo, completo y comprobado.
update-now = Recargar con él
privacy = Privacidad
about = Acerca de
privacy-title = Privado por construcción:
privacy-bytes =
    { $bytes ->
        [one] 1 byte enviado
       *[other] { $bytes } bytes enviados
    }
privacy-uncounted = no se envía nada
privacy-where = Las imágenes se miran en esta pestaña, en este equipo. No hay servidor que pueda recibirlas.
privacy-stored = No se guarda ninguna imagen. La copia para visitas sin red contiene los archivos de este sitio y nada tuyo. No hay cookies.
privacy-requests = La página solo puede cargar sus propios archivos; su política de seguridad prohíbe al navegador cualquier otra dirección. No hay fuentes, contadores ni programas ajenos.
privacy-check = El número de arriba cuenta lo que los programas de esta página entregan a la red. No te fíes: abre las herramientas de red del navegador o desconecta la red; todo sigue.
notices = Créditos y licencias del trabajo ajeno
