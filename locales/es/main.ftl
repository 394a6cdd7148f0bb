### Las palabras de la página.

list-separator = ,{" "}

## Cabecera y notas

lead = Estima cómo ve una cara una red neuronal: edad, género y raza, y dónde miró.
lead-private = Funciona en esta pestaña; ninguna imagen sale de ella.
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

years = { $years } años
years-with-interval = { $years } años ({ $from }–{ $to })
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
faces-before = Aquí aparece lo que estima la red, una tarjeta por cara.
faces-engine-loading = El motor aún se está cargando; las caras llegarán después.
faces-looking = Buscando caras …
faces-engine-failed = Sin su motor la página no puede buscar caras.
faces-none = No se encontró ninguna cara. Acércate, gírate hacia la luz o prueba otra imagen.

## La imagen

picture = Imagen
camera = Cámara
photo = Foto
invitation = Usa la cámara, o elige, arrastra o pega una foto.
invitation-private = La imagen se queda en esta pestaña: no se envía ni se guarda nada.
use-camera = Usar cámara
stop-camera = Apagar cámara
waiting-for-camera = Esperando la cámara …
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
space-bar = espacio
keep-to-compare = Guardar para comparar
projector = Proyector
kept-moments = Momentos guardados
kept-moment = Un momento guardado
let-moment-go = Descartar este momento
contact-sheet = Hoja de contactos
unreadable-photo = No se pudo leer.

## Qué se muestra

what-is-shown = Qué se muestra
heat-map-for = Mapa de calor: dónde miró para
no-heat-map = sin mapa de calor
evidence-for = como indicio de
evidence-for-older = una edad mayor
evidence-for-estimate = lo que estima
at-layer = en la capa
layer = etapa { $stage } ({ $side } × { $side })
opacity = Opacidad
colours = Colores
palette-viridis = violeta a amarillo
palette-inferno = negro a amarillo
palette-cividis = azul a amarillo
heat-map-over = Mapa de calor sobre
heat-map-over-share = el { $share } izquierdo de la imagen
legend-little = dice poco
legend-most = es lo que más apunta a ello
smooth-over-time = Suavizar en el tiempo
show = Mostrar

## El motor

engine = Motor
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

take-away = Para llevar
take-away-local = Para llevar (hecho en este equipo, sin enviarlo a ningún sitio):
save-picture = Guardar imagen
copy-picture = Copiar imagen
share-picture = Compartir imagen
save-numbers = Guardar números (JSON)
save-log = Guardar la sesión (CSV)
estimated-by = Estimado por Visage: cómo ve una cara una red neuronal, no hechos sobre una persona.

## Instrumentos

instruments = Instrumentos
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
needs-face = Enciende la cámara o elige una foto: este paso se calcula con tu propia imagen.
lesson-align = Encontrar y alinear
lesson-features = Rasgos compartidos
lesson-attributes = Dos clases de atributo
lesson-weights = Pesar las pérdidas
lesson-evidence = Por qué: Grad-CAM
lesson-errors = ¿Con quién se equivoca?

align-detector = Una primera red pequeña (BlazeFace) mira la imagen entera, reducida a 256 píxeles en su lado más largo. En cada una de sus anclas, dos en cada cuadrado de 16 píxeles y seis en cada uno de 32, responde: ¿hay aquí una cara, de qué tamaño, y dónde están ojos, nariz, boca y orejas? Las respuestas sobre la misma cara se combinan.
align-crop = Los puntos sobre la imagen son esas anclas y los puntos clave. Ojos, nariz y boca deciden cómo se gira, escala y recorta la cara (el cuadrado inclinado), para que la segunda red vea todas las caras igual:
align-caption = el recorte que lee la red, 112 × 112 píxeles
align-place = Esta cara estaba girada { $degrees }°, y un píxel del recorte cubre { $scale } píxeles de la imagen. El detector está seguro al { $share } de que es una cara.

features-stages = La red lee el recorte en cinco etapas que comparten edad, género y raza. Los primeros canales responden a bordes y colores, los últimos a partes de una cara; cada etapa ve con menos nitidez y más parte de la cara a la vez.
features-stage = Etapa { $stage }: { $channels } canales de { $side } × { $side }, los { $shown } que más varían
channel = canal { $channel }
features-blocks-title = De qué está hecha una etapa: bloques MBConv
features-blocks = Cada bloque ensancha sus canales (1 × 1), convoluciona cada canal por separado (depthwise) y los vuelve a estrechar (1 × 1). Convolucionar los canales uno a uno cuesta una fracción de una convolución completa; por eso la red funciona en un navegador.
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
weights-curves = Los pesos de las tres tareas a lo largo del entrenamiento
weights-caption = Los pesos a lo largo de los { $steps } pasos de nuestro propio entrenamiento; al final:
weight-of = { $task }: { $weight }
weights-choose-title = Pon tú los pesos
weights-nearest = El más cercano de los entrenamientos que hicimos con pesos fijos: { $name }. Son entrenamientos cortos: solo cuentan sus diferencias.
weights-outcomes = Resultados de los entrenamientos
weights-column = pesos
column-age-error = error de edad, años ({ $set })
column-gender = género ({ $set })
column-race = raza ({ $set })
variant-baseline = aprendidos (incertidumbre)
variant-equal = pesos iguales
variant-hand = pesos a mano
variant-alone = solo { $task }

evidence-question = ¿Dónde miró la red? Grad-CAM pregunta: si un canal hubiera estado aquí un poco más activo, ¿cuánto cambiaría la respuesta? Elige junto a la imagen qué se explica.
evidence-channels-title = 1. Activaciones y gradientes de los canales que más cuentan
evidence-channels = Arriba: dónde responde el canal. Abajo: el gradiente, naranja donde más subiría la respuesta, azul donde la bajaría. Su media es el peso del canal.
weight = peso { $weight }
evidence-sum-title = 2. Sumar todos los canales, cada uno por su peso, y 3. cortar lo que habla en contra
evidence-sum = la suma ponderada: naranja habla a favor de la respuesta, azul en contra
evidence-kept = lo que queda (ReLU): el mapa de calor, antes de ampliarlo
evidence-check-title = 4. Compruébalo: pinta sobre la cara
evidence-check = Un mapa de calor es una afirmación. Pinta sobre un lugar cálido y sobre uno frío: si el mapa acierta, el primero cambia más la respuesta.
brush-canvas = El recorte. Pinta con el puntero, o muévete con las flechas y pinta con Intro.
brush-estimated = estimado
brush-before = antes
brush-painted = pintado
brush-change = Pintar ha movido la edad { $years } años y «mujer» { $points } puntos.
brush-again = Limpiar, tomar la imagen más reciente

errors-why = Una red que acierta con nueve de cada diez caras falla con una, y no por azar: aprendió de imágenes en las que algunas personas son raras. Estas cifras se midieron con caras que no había visto. Los extremos finos de las barras son intervalos del 95 %: donde dos se solapan mucho, la diferencia puede ser casualidad.
errors-card = Todas las cifras, por raza, género y grupo de edad a la vez, con las condiciones de los datos y las salvedades:
model-card = ficha del modelo
errors-set = { $set }, { $n } caras
errors-n = n { $n }
figure-age-error = error de edad, años
figure-age-group = grupo de edad correcto
figure-gender = género según la etiqueta
figure-race = raza según la etiqueta
gap-age = La edad falla { $difference } años más en las caras etiquetadas { $worst } que en las etiquetadas { $best }.
gap-gender = El género se estima según la etiqueta menos veces en { $worst } que en { $best }, por { $difference } puntos.
gap-race = La raza se estima según la etiqueta lo que menos en { $worst }, lo que más en { $best }: { $difference } puntos de diferencia.

## Sin red, y en privado

offline-unavailable = Aquí no se puede abrir la página sin red: este navegador no guarda copia de una página cargada así.
offline-preparing = Se guarda una copia de esta página para visitas sin red …
offline-ready = Esta página también se abre sin red.
offline-full = No hay sitio para una copia de esta página. Libera espacio para abrirla sin red; con red funciona igual.
offline-failed = No se pudo guardar una copia de esta página. Vuelve a cargarla para intentarlo de nuevo; con red funciona igual.
update-ready = Hay un Visage más nuevo, completo y comprobado.
update-now = Recargar con él
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
