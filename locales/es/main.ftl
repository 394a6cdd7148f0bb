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
doubt-tilted = la cara se ve desde abajo o desde arriba
doubt-covered = una parte de la cara está tapada
doubt-unlike = quizá no sea la cara de una persona
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
gender-not-told = no se indica por debajo de { $years } años: sería adivinar
estimated-race = Raza estimada
as-labelled = según las etiquetas de los datos
faces = Caras
faces-before = Aquí aparecen las estimaciones de la red, una línea por cara.
faces-engine-loading = El motor aún se está cargando. Las estimaciones llegan después.
faces-looking = Buscando caras …
faces-searching = Búsqueda más detallada: { $share } hecho; caras encontradas hasta ahora: { $count }.
faces-not-read = Caras encontradas: { $found }. Se leyeron las { $read } más grandes.
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
sheet-filling = Leyendo fotos
sheet-progress = { $done } de { $count } leídas
sheet-stop = Detener
unreadable-photo = No se pudo leer.
tab-faces = Caras
tab-heat-map = Mapa
tab-lesson = Lección
tab-teach = Enseñar
tab-more = Más
heat-map = Mapa de calor
heat-map-what = ¿Dónde miró la red? Cuanto más apoyó una zona la respuesta, más intenso es su color.
heat-map-caution = Un mapa de calor muestra qué influyó en la respuesta, no si la respuesta es correcta. El paso e de la lección lo pone a prueba.
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
second-opinion = segunda opinión sobre fotos ({ $megabytes } MB más)
second-opinion-arrives = segunda opinión: { $share } cargado
second-opinion-asked = segunda opinión: media de dos redes
show = Mostrar

## El motor

engine = Motor
engine-loading = Cargando
engine-failed = Motor detenido
engine-hangs = El motor se bloquea una y otra vez. Cierra otros programas o vuelve a cargar la página.
loading-engine = Cargando el motor
loading-starts = Iniciando…
loading-of = Cargando los modelos: { $loaded } de { $total } MB
loading-stalls = Desde hace unos segundos no llega nada. Visage sigue esperando; comprueba la conexión o vuelve a cargar la página.
ready-on-cpu = Listo en la CPU
ready-on-webgpu = Listo en WebGPU
device-webgpu = El adaptador { $adapter } superó la autoprueba y es más rápido que la CPU.
device-cpu-wanted = La dirección de la página pide la CPU.
device-data-saved = Calcula la CPU: WebGPU necesita un programa grande y este navegador está configurado para ahorrar datos.
device-cpu-meanwhile = La CPU calcula mientras se busca y se prueba WebGPU.
device-cpu-faster = WebGPU funciona en el adaptador { $adapter }, pero aquí la CPU es más rápida.
device-cpu-without-webgpu = No se usa WebGPU: { $problem }.
webgpu-no-adapter = este navegador no ofrece ningún adaptador
webgpu-software = el adaptador { $adapter } es software y más lento que la CPU
webgpu-start = no se puede iniciar ({ $reason })
webgpu-self-test = no superó la autoprueba ({ $reason })
webgpu-late = no respondió a tiempo
webgpu-lost = ha dejado de calcular, como cuando se reinicia el controlador gráfico
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

error-camera-refused = Se denegó el acceso a la cámara. Permítelo para esta página en la barra de direcciones o los ajustes del navegador y vuelve a encenderla, o usa una foto.
error-camera-framed = Se denegó el acceso a la cámara. Debe permitirlo la página que rodea a esta (allow="camera" en su iframe), y tú también. O usa una foto.
error-camera-absent = No se encontró ninguna cámara. Conecta una y vuelve a encenderla, o usa una foto.
error-camera-busy = La cámara está ocupada. Cierra otros programas o pestañas que la usen y vuelve a encenderla.
error-camera-unsuitable = Esa cámara ya no se puede usar. Elige otra de la lista o empieza de nuevo.
error-camera-insecure = El navegador solo permite la cámara en páginas cargadas por https o desde localhost. Abre esta página así, o usa una foto.
error-camera-unplugged = La cámara se desconectó. Conéctala y vuelve a encenderla.
error-camera-failed = No se pudo encender la cámara ({ $reason }). Inténtalo otra vez, o usa una foto.
error-picture-empty = «{ $name }» está vacío (0 bytes). Elige otra foto.
error-not-a-picture = «{ $name }» no es una imagen. Elige un archivo JPEG, PNG, WebP, AVIF o GIF.
error-picture-huge = «{ $name }» tiene { $megapixels } megapíxeles; aquí se abren como mucho { $limit }. Redúcela e inténtalo otra vez.
error-picture-foreign = «{ $name }» es un archivo { $format }, que aquí no se puede abrir. Guárdalo como JPEG o PNG e inténtalo de nuevo.
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
error-camera-taken-back = Se retiró el permiso para usar la cámara. Vuelve a permitirla en la barra de direcciones o en los ajustes del navegador e inicia la cámara.
error-camera-black = La cámara da una imagen negra. Abre su tapa, quita lo que la cubre o enciende una luz.
error-camera-out-of-sight = La cámara se apagó porque esta página no estuvo a la vista durante un minuto. Iníciala de nuevo.
error-file-unreadable = No se puede leer «{ $name }». Si es una carpeta, ábrela y elige las imágenes que contiene.
error-folder-empty = No hay imágenes en la carpeta «{ $name }». Suelta una que las tenga o elige las propias fotos.
error-no-file = Lo que se soltó no es un archivo. Guarda primero la imagen de la otra página y luego suelta aquí el archivo.
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
failure-file-refused = No se puede cargar «{ $file }»: el servidor responde { $reason }. Vuelve a cargar la página o reconstruye el sitio.
failure-file-unreachable = No se puede cargar «{ $file }». Comprueba la conexión y vuelve a cargar la página. ({ $reason })
failure-copy-damaged = La copia de «{ $file }» que guarda este navegador está dañada y no se puede reemplazar. Conéctate una vez a internet y vuelve a cargar la página. ({ $reason })
failure-file-damaged = «{ $file }» llegó dañado, también al segundo intento. Vuelve a cargar la página o reconstruye el sitio.
failure-file-unusable = Un archivo del motor está dañado o es de otra versión. Vuelve a cargar la página o reconstruye el sitio. ({ $reason })
failure-webgpu = No se puede usar WebGPU: { $problem }. Usa la CPU en su lugar.
failure-cpu = La CPU no supera la autoprueba. Vuelve a cargar la página, usa otro navegador o reconstruye el sitio. ({ $reason })
failure-late = El motor no respondió y se ha iniciado de nuevo. La imagen más reciente se volverá a analizar.
failure-false-pixels = Este navegador entrega píxeles falsificados, como hace una protección contra el rastreo por huella digital, y en ellos no se puede encontrar ninguna cara. Permite que esta página lea datos del lienzo o usa otro navegador.
failure-picture-empty = La imagen está vacía. Elige otra.
failure-pixels = No se pueden leer los píxeles de la imagen. Prueba una más pequeña u otro navegador. ({ $reason })
failure-device = El dispositivo no pudo calcular. Vuelve a cargar la página o usa la CPU. ({ $reason })
error-browser = El navegador informó de un problema ({ $reason }). Vuelve a cargar la página; si se repite, prueba otro navegador.

## La lección

how-it-works = Cómo funciona
lesson-steps = Pasos de la lección
lesson-place = paso { $number } de { $count }
lesson-face = Este paso muestra: { $face }. Pulsa otra cara en el escenario para cambiar.
lesson-point = Señala un mapa, o tócalo, para ponerlo sobre la cara. Un clic lo deja ahí; otro lo quita.
lesson-back = Atrás
lesson-next = Siguiente: { $title }
print-worksheet = Imprimir la hoja de trabajo
lesson-align = Encontrar y alinear
lesson-features = Características compartidas
lesson-attributes = Dos tipos de atributos
lesson-weights = Ponderar las pérdidas
lesson-evidence = Dónde miró: Grad-CAM
lesson-errors = ¿Con quién se equivoca?
lesson-yourself = Enséñale tú
missing-picture = Este paso necesita una cara. Usa tu cámara, abre una foto o toma el ejemplo.
missing-engine = El motor aún se está cargando. El paso se completa solo.
missing-answer = La red está leyendo la imagen …
missing-face = No se encontró ninguna cara en esta imagen. Prueba otra o toma el ejemplo.
missing-heat-map = El mapa de calor está desactivado. Activa uno y este paso lo analiza por partes.
missing-use-sample = Usar la foto de ejemplo
missing-show-heat-map = Mostrar el mapa de calor de la edad

align-detector = BlazeFace, una red pequeña, busca en toda la imagen, reducida a 256 píxeles en su lado más largo. Tiene dos anclas en cada celda de 16 píxeles y seis en cada una de 32. Cada ancla responde: ¿hay aquí una cara, qué tamaño tiene y dónde están los ojos, la nariz, la boca y las orejas? Las respuestas sobre la misma cara se promedian.
align-show = Mostrar en el escenario:
align-anchors = anclas cada { $cell } píxeles
align-key-points = puntos clave
align-crop = Los ojos, la nariz y la boca deciden cómo se gira, escala y recorta la cara: el cuadrado inclinado del escenario. Así, la segunda red ve todas las caras enderezadas y del mismo tamaño.
align-caption = El recorte que lee la red: 112 × 112 píxeles
align-place = Esta cara se giró { $degrees }°. Un píxel del recorte cubre { $scale } de la imagen. El detector está seguro al { $share } de que es una cara.

features-stages = La red lee el recorte en cinco etapas, comunes a todos los atributos. Los primeros canales responden a bordes y colores; los últimos, a partes de una cara. Por el camino los mapas de características pierden detalle, y cada celda ve más parte de la cara. Se muestran los ocho canales que más varían.
features-stage = Etapa { $stage }: { $channels } canales de { $side } × { $side }
channel = canal { $channel }
features-blocks-title = De qué están hechas las etapas: bloques MBConv
features-blocks = Un bloque ensancha sus canales (1 × 1), filtra cada canal por separado (depthwise) y los vuelve a estrechar (1 × 1). Filtrar los canales uno a uno cuesta una fracción de una convolución completa; por eso la red funciona en un navegador.
blocks-point = Señala una fila, o tócala, para ver con qué finura divide la cara su salida.
block-cells = { $part }: { $side } × { $side } celdas
blocks-shapes = Formas de los bloques
block-part = parte
block-input = canales de entrada
block-expanded = ensanchados a
block-kernel = núcleo
block-stride = paso
block-output = canales de salida
part-stage = etapa { $stage }
part-ordinal = rama de la edad
part-nominal = rama de género y raza

attributes-ordinal-title = Con orden: la edad
attributes-ordinal = 41 en vez de 40 es casi correcto. La red da una probabilidad a cada año de 0 a 100. En el entrenamiento, los años vecinos al de la etiqueta cuentan como correctos en parte, así que aprende una colina, no un pico. Una colina ancha significa que duda.
attributes-neighbours = Para esta cara, el año { $year } recibe por sí solo { $alone }; junto con { $reach } años a cada lado, { $around }. La estimación es la media, { $mean }. El 80 % de la distribución está entre { $from } y { $to }.
attributes-nominal-title = Sin orden: género y raza según la etiqueta
attributes-nominal = Aquí un fallo es un fallo. Las clases son las etiquetas de los conjuntos de datos, puestas por personas que miraron una imagen. Las barras suman 100 % aunque ninguna clase encaje: la red no conoce otra respuesta.

weights-uncertainty = Varias tareas aprenden a la vez en una sola red, así que sus pérdidas se suman. ¿Cuánto debe contar cada una? Esta red también aprende eso (incertidumbre homocedástica): cada tarea tiene un número s, y su pérdida se multiplica por exp(−s). Una pérdida grande sube s y baja el peso, pero se suma s/2 como precio. En equilibrio, la pérdida por su peso es ½ en cada tarea.
weights-curves = Los pesos durante el entrenamiento. Al final: { $ends }
weights-caption = Los pesos a lo largo de { $steps } pasos de entrenamiento. Todos empiezan en 1, la línea discontinua; la red de aquí siguió aprendiendo desde ahí.
weights-live = Deja que aprenda aquí: las cabezas de todos los atributos empiezan de nuevo y aprenden de { $count } caras en unos segundos. Elige pesos aprendidos, iguales o propios, y compara.
weights-live-open = Aprender de { $count } caras
weight-of = { $task }: { $weight }
weights-choose-title = Pon tú los pesos
weights-outcomes = Resultados de los entrenamientos
weights-column = pesos
column-age-error = error de edad, años ({ $set })
column-gender = género ({ $set })
column-race = raza ({ $set })
variant-learned = aprendidos (incertidumbre)
variant-equal = pesos iguales
variant-hand = pesos a mano
variant-dynamic = según lo rápido que baja cada pérdida
variant-norms = gradientes iguales
variant-alone = una red por tarea
weights-intervals = En pequeño: cuánto se aparta cada método del entrenamiento con pesos iguales, como intervalo del 95 % para otras caras y otras repeticiones; cada uno se entrenó { $seeds } veces, con { $steps } pasos. Si el intervalo contiene el 0, puede ser azar. De { $all } diferencias, { $clear } son claras, en negrita.
shapes-outcomes = Otras formas de la red
shapes-column = forma
shapes-intervals = Todas con pesos iguales, comparadas como arriba con la primera fila. De { $all } diferencias, { $clear } son claras, en negrita.
variant-categories = una rama por categoría, como aquí
variant-one-branch = una rama para todos
variant-branch-each = una rama por atributo
variant-shared-four = cuatro etapas comunes
variant-age-classes = edad como 101 clases
variant-age-squared = edad por error cuadrático
weights-not-shown-title = Lo que esto no muestra
weights-not-shown = Aquí solo se entrenaron la última etapa, las ramas y las cabezas, a partir de pesos que habían aprendido a distinguir objetos, y solo con etiquetas. Con otros datos, más entrenamiento u otras pérdidas puede salir otra cosa, y uno de cada veinte intervalos del 95 % parece claro por azar.

evidence-question = Grad-CAM pregunta: si un canal estuviera aquí un poco más activo, ¿cuánto cambiaría la respuesta? Elige la respuesta al pie del escenario.
evidence-channels-title = 1. Toma los canales que más cuentan
evidence-channels = Arriba: dónde está activo el canal. Abajo: el gradiente, naranja donde una mayor activación del canal subiría la respuesta, azul donde la bajaría. Debajo: el peso del canal, la media de su gradiente, en proporción al mayor.
channel-activations = canal { $channel }: activaciones
channel-gradient = canal { $channel }: gradiente
weight = { $weight }
evidence-sum-title = 2. Suma todos los canales, cada uno por su peso. 3. Descarta lo que está en contra
evidence-sum = La suma ponderada: el naranja apoya la respuesta; el azul va en contra
evidence-kept = Lo que queda (ReLU): el mapa de calor antes de ampliarlo
evidence-check-title = 4. Ponlo a prueba: pinta sobre la cara
evidence-check = Un mapa de calor es una afirmación. Pinta sobre una zona caliente, límpiala y pinta sobre una fría. Si el mapa acierta, la zona caliente cambia más la respuesta.
evidence-trust-title = 5. ¿Hasta dónde se puede confiar en él?
evidence-trust = Medido en { $n } caras de FairFace de las que la red no ha aprendido, para { $attribute } en esta capa: el { $inside } del calor está en la cara misma, sin pelo, orejas ni fondo. Un mapa que no sabe nada tiene allí el { $chance }. Difuminar la quinta parte más caliente de los píxeles quita a la estimación { $hottest } puntos de probabilidad; una quinta parte al azar, { $random }; el centro de la cara, { $middle }.
evidence-trust-meaning = Si el primero de estos tres valores es el mayor, el mapa señala en qué se basa la estimación. Calor junto a la cara significa que la red lee el pelo o el fondo: el mapa acierta, y la red acierta por razones equivocadas.
brush-canvas = El recorte. Pinta con el puntero, o mueve el pincel con las flechas y pinta con Intro.
brush-heat = Mostrar el mapa de calor
brush-estimated = estimado
brush-before = antes
brush-painted = pintado
brush-change-age = Al pintar, la edad cambió { $years } años, de { $before } a { $after }.
brush-change-class = Al pintar, «{ $class }» pasó de { $before } a { $after }.
brush-painted-at = Pintado: { $place }
place-left-eye = el ojo de la izquierda
place-right-eye = el ojo de la derecha
place-nose = nariz
place-mouth = boca
place-forehead = frente
place-chin = barbilla
place-left-cheek = la mejilla de la izquierda
place-right-cheek = la mejilla de la derecha
place-top = encima de la frente
place-left-edge = el borde izquierdo
place-right-edge = el borde derecho
errors-measured = La red se probó con caras apartadas de su entrenamiento. Las barras muestran cuántas veces coincide con las etiquetas, o por cuántos años falla. Las líneas finas son intervalos del 95 %: donde dos se solapan mucho, la diferencia puede ser azar.
errors-by = Agrupar por
errors-same-ages = Como si todos tuvieran las mismas edades (solo edades de las que cada grupo tiene caras)
by-age = grupo de edad
brush-again = Limpiar

errors-why = Las cifras dicen que los grupos difieren, no por qué. Los grupos difieren también en edad, y la de las caras de personas mayores es la más difícil de estimar; por eso razas y géneros se ponderan aquí como si tuvieran las mismas edades. Quita la marca y mira qué cambia. FairFace se recopiló con un equilibrio de razas, y aun así hay diferencias. ¿Qué más puede causarlas: etiquetas, luz, las propias clases?
second-network-title = Qué aporta una segunda red
second-network = Las redes que surgieron de maneras distintas se equivocan en sitios distintos; por eso la media de dos falla menos que cada una. La segunda aprendió a distinguir personas antes de aprender edad, género y raza. Ocupa { $megabytes } MB más, así que se carga solo si tú quieres, y solo se le consultan fotos. Los mapas de calor siguen siendo los de la primera red. Entre paréntesis: intervalos del 95 %.
second-network-one = una red
second-network-both = media de ambas
errors-card = Todas las cifras, por raza, género y edad a la vez, con las condiciones de los datos:
model-card = ficha del modelo (JSON, pestaña nueva)
for-teachers = Para docentes
teach-minutes = { $minutes } minutos
teach-question = Pregunta
teach-look = Fíjate en
teach-trap = Trampa
teach-question-a = Primero predice: ¿encuentra aún la cara si está boca abajo, medio tapada o es tan pequeña como una miniatura?
teach-look-a = Inclina la cabeza: el cuadrado se inclina con ella y el recorte sigue derecho. Gírate hacia un lado hasta que la pestaña «Caras» dude de su estimación.
teach-trap-a = Encontrar no es reconocer: el detector dice dónde hay una cara, no de quién es. Y una cara que se le escapa no recibe ninguna estimación. Los errores empiezan aquí.
teach-question-b = ¿Qué canales responden a los ojos? ¿Y cuáles al pelo o al fondo?
teach-look-b = En la etapa 1 aún reconoces la cara. En la etapa 5 un mapa de características tiene 7 × 7 celdas, y solo quedan posiciones. Con cámara: fija un canal, muévete y mira cómo te sigue.
teach-trap-b = «El canal de los ojos» es nuestra lectura de una sola imagen. Un canal suelto no significa nada para la red, que solo usa sumas de muchos.
teach-question-c = ¿Qué colina de edad es más ancha: la de un niño o la de alguien de 70 años? Adivina y luego compara.
teach-look-c = Compara la anchura de dos colinas, no solo sus cimas. Luego tapa o desenfoca una cara y observa su colina.
teach-trap-c = Una barra dice cuán probable es la etiqueta de un conjunto de datos, no qué es una persona. También con una cara dibujada en papel las barras sumarían 100 %.
teach-question-d = ¿Qué tarea termina con el menor peso, y por qué? Decide antes de leer las curvas.
teach-look-d = Cuanto mayor es una pérdida, menor es su peso: la edad termina más abajo; el género, más arriba. En reposo, cada peso es uno entre el doble de la pérdida, sea cual sea su tamaño.
teach-trap-d = Un peso pequeño no significa que la edad se descuide. Las pérdidas tienen escalas distintas, y el peso también las iguala.
teach-question-e = ¿Dónde debe mirar para estimar una edad? Dibuja lo que supones antes de mostrar el mapa.
teach-look-e = Pide que explique «más joven» en vez de «mayor», u otra clase: la cara es la misma, el mapa no. Y la zona más caliente no siempre está en la cara: mira los bordes del recorte.
teach-trap-e = El mapa muestra qué influyó en la respuesta, no si es correcta o justa. Tiene 7 × 7 celdas en la última etapa; su forma suave se debe a la ampliación. La pintura oculta una zona, pero también añade bordes.
teach-question-f = Primero adivina: ¿son mayores las diferencias entre razas, entre géneros o entre grupos de edad?
teach-look-f = En edad y género, los grupos de edad son los que más se separan. En raza, «otras» es la que menos se reconoce: una clase para todos los que no encajan en ninguna otra.
teach-trap-f = «Vio muy pocas de ellas» no lo explica. «Blanca» es la clase más numerosa de UTKFace, y aun así su edad se falla por más años, también entre caras de las mismas edades. ¿Qué más cambia: lo bien que se conoce la edad real, la luz, las etiquetas?
worksheet-title = Hoja de trabajo: cómo ve una cara una red neuronal
worksheet-name = Nombre
worksheet-class = Clase
worksheet-date = Fecha
worksheet-stage = Etapa { $stage }: los cuatro canales que más varían
worksheet-ages = La probabilidad de cada edad
worksheet-question-a-1 = Predice: ¿cuándo no se encuentra ninguna cara? Escribe tres casos y luego pruébalos.
worksheet-question-a-2 = Inclina la cabeza y luego aléjate. ¿Qué cambia en el recorte y qué se mantiene?
worksheet-question-b-1 = Elige un canal de la etapa 1 y otro de la etapa 4. ¿A qué responde cada uno?
worksheet-question-b-2 = ¿Cuántas celdas tiene un mapa de características en la etapa 1 y cuántas en la etapa 5? ¿Qué se pierde y qué se gana?
worksheet-question-c-1 = Predice la edad estimada de la cara del escenario y su intervalo. Luego escribe lo que dice la red.
worksheet-question-c-2 = En el entrenamiento, los años vecinos cuentan como correctos en parte. ¿Por qué no las clases vecinas?
worksheet-question-d-1 = ¿A qué tarea darías el mayor peso? ¿Qué les costaría a las demás?
worksheet-question-d-2 = Alguien baraja las etiquetas de una tarea. ¿Qué pasa con su pérdida, con su s y con su peso?
worksheet-question-e-1 = Dibuja dónde esperas los indicios. ¿En qué se diferencia el mapa de calor?
worksheet-question-e-2 = Pinta sobre una zona caliente y luego sobre una fría. Escribe cada vez cuánto cambia la respuesta.
worksheet-question-e-3 = ¿Apoya tu experimento el mapa? ¿Qué más podría explicar los cambios?
worksheet-question-f-1 = Adivina: ¿entre qué grupos es mayor la diferencia? ¿Qué dicen las cifras?
worksheet-question-f-2 = Elige una diferencia. Nombra dos causas posibles y cómo pondrías a prueba cada una.
worksheet-question-f-3 = Nombra un uso que estos errores descarten y di por qué.
errors-set = { $set }: { $n } caras
errors-n = n { $n }
gaps-title = Mayores diferencias: años o puntos; por raza y por género como si tuvieran las mismas edades
gap-years = { $difference } años
gap-points = { $difference } puntos
gap-worst = peor: { $group }
gap-chance = puede ser azar
ages = { $from }–{ $to }
ages-from = { $from } o más
figure-age-error = error de edad, años
figure-age-group = grupo de edad correcto
figure-gender = género según la etiqueta
figure-race = raza según la etiqueta

## Sin red, y en privado

offline-unavailable = Aquí no se puede abrir la página sin conexión: este navegador no guarda copia de una página cargada así.
offline-preparing = Guardando una copia de esta página para visitas sin conexión …
offline-ready = Esta página también se abre sin conexión.
offline-full = No hay sitio para una copia de esta página. Libera espacio para abrirla sin conexión; con conexión funciona como siempre.
offline-failed = No se pudo guardar una copia de esta página. Vuelve a cargarla para intentarlo de nuevo; con conexión funciona como siempre.
update-ready = Hay una nueva versión lista.
update-elsewhere = Visage se ha actualizado en otra pestaña. Vuelve a cargar esta página: pueden faltar partes de su versión.
update-now = Recargar ahora
privacy = Privacidad
about = Acerca de
privacy-title = Privado por diseño:
privacy-bytes =
    { $bytes ->
        [one] 1 byte enviado
       *[other] { $bytes } bytes enviados
    }
privacy-uncounted = no se envía nada
privacy-where = Las imágenes se procesan en esta pestaña, en este equipo. No hay servidor que pueda recibirlas.
privacy-stored = No se guarda ninguna imagen. La copia para visitas sin conexión contiene los archivos de este sitio y nada tuyo. No hay cookies.
privacy-requests = La página solo puede cargar sus propios archivos; su política de seguridad prohíbe al navegador contactar con cualquier otra dirección. No hay fuentes, rastreadores ni scripts de terceros.
privacy-check = El número de arriba cuenta lo que los programas de esta página envían fuera. No te fíes sin más: abre las herramientas de red del navegador o desconéctate de internet; todo sigue funcionando.
docs = Úsalo en tu propia página (en inglés)
notices = Créditos y licencias del trabajo ajeno

## Enseñarle algo nuevo

training-what = Enseña a la red algo que aún no sabe. Di qué, muestra ejemplos y mira cómo aprende.
training-glasses = gafas
training-without = sin
training-with = con
training-no = no
training-yes = sí
training-attribute = Atributo
training-kind = Sus clases
training-nominal = no tienen orden
training-ordinal = tienen orden
training-class-number = clase { $number }
training-not-said = sin indicar
training-add-class = Añadir una clase
training-remove-class = Quitar la última clase
training-add-attribute = Añadir un atributo
training-remove-attribute = Quitar este atributo
training-hold = Mantén pulsado para mostrar
training-taking = Tomando ejemplos…
training-take-one = Tomar como ejemplo
training-count-down = Dentro de 3 segundos
training-in-seconds = { $seconds }…
training-from-photos = De fotos…
training-needs-face = Marca arriba lo que muestran tus ejemplos. Luego enciende la cámara y mantén pulsado el botón, o elige fotos o suéltalas aquí: de cada una se toma la cara más grande.
training-reading = Leyendo la foto { $done } de { $count }.
training-examples = { $count ->
    [one] 1 ejemplo
   *[other] { $count } ejemplos
}
training-examples-hint = Primero van aquellos en los que se equivocó. ⇄ da a un ejemplo las clases marcadas arriba; × lo borra.
training-relabel = Darle las clases marcadas
training-relabel-named = Dar las clases marcadas al ejemplo «{ $name }»
training-forget = Borrar
training-forget-named = Borrar el ejemplo «{ $name }»
training-clear = Borrar todos los ejemplos
training-learn = Aprender
training-losses = Pérdida de cada atributo, pasada a pasada
training-weights = Peso de cada pérdida
training-weight = peso
training-rest-hint = L es la pérdida media y s, su log-varianza aprendida. El peso es exp(−s); queda en equilibrio en 1 / (2 L), así que un atributo con ruido cuenta menos. No pasa de { $most }: lo que ya se aprendió del todo no debe ahogar a los demás.
training-right = { $name }: acierta el { $share } de { $count } ejemplos apartados. Las imágenes de un mismo vídeo se parecen: con personas nuevas es más difícil.
training-right-of-faces = { $name }: acierta el { $share } de { $count } caras apartadas.
training-alone = Solo: { $share }.
training-not-enough = { $name }: { $count ->
    [one] se apartó 1 ejemplo
   *[other] se apartaron { $count } ejemplos
}, y eso es muy poco para decir si lo hace bien. Se aparta uno de cada cinco; muestra más.
training-confusion = Ejemplos apartados según su clase (filas) y según la respuesta (columnas)
training-settings = Ajustes y experimentos
training-weighting = Pesos de las pérdidas
training-learned-weights = aprendidos (incertidumbre)
training-equal = iguales
training-by-hand = a mano
training-place = Características de
training-trunk = final del tronco compartido
training-ordinal-branch = rama de la edad
training-nominal-branch = rama de género y raza
training-place-hint = Las características del tronco son las más generales. Las de una rama han aprendido en qué se notan sus propios atributos.
training-spoil = Falsear las etiquetas de
training-spoilt-share = Proporción de etiquetas falsas
training-spoil-hint = Luego haz que aprenda otra vez y observa el peso de ese atributo.
training-groups = Comparar grupos por
training-groups-hint = Proporción de aciertos entre los ejemplos apartados, y cuántos son
training-leave-out = Dejar fuera del aprendizaje
training-nobody = a nadie
training-leave-out-hint = Los ejemplos apartados de ese grupo se siguen evaluando: haz que aprenda otra vez y compara los grupos.
training-alone-too = Aprender también cada atributo por separado, para comparar
training-in-use = Lo que aprendió se muestra ahora en cada cara, en la imagen y en la pestaña «Caras». Elígelo debajo de la imagen para ver su mapa de calor.
training-save = Guardar lo aprendido
training-save-examples = Guardar también los ejemplos: el archivo contendrá imágenes de caras
training-stop = Dejar de usarlo
training-open = Abrir algo aprendido antes…
training-link = Copiar un enlace a esta tarea
training-faces = Edad, género y raza con { $count } caras
training-faces-what = Mira cómo las cabezas de edad, género y raza empiezan de nuevo. Aprenden de { $count } caras de UTKFace y FairFace con las que la red no se entrenó. Con la página solo llega lo que su tronco dice de cada cara, en números, y sus etiquetas; no contiene ninguna imagen. El propio tronco aprendió estos atributos con otras caras.
training-own = Enseñar atributos propios
training-no-faces = No se han podido cargar estas caras. Se descargan la primera vez que hacen falta: conéctate a internet y haz que aprenda otra vez.
training-private = Los ejemplos se quedan en esta pestaña: no se envía nada, y al salir de la página se olvidan. Lo que guardas es tuyo.
training-taught = enseñado aquí
training-unlike = No se parece a ningún ejemplo: no te fíes.
training-one-class = Muestra ejemplos de al menos dos clases de «{ $name }».
training-unfit = Cada atributo y cada clase necesitan un nombre distinto. Cambia los que estén vacíos o repetidos.
training-file-damaged = Este archivo no contiene nada que Visage haya aprendido, o está dañado. Elige uno que hayas guardado en esta pestaña.
training-file-other-network = Esto se aprendió con otra versión de la red. Enséñaselo aquí de nuevo.
error-no-face-in = No se encontró ninguna cara en «{ $name }». Elige una foto en la que se vea bien una.

## El último paso de la lección

yourself-what = El tronco ya distingue las caras, así que bastan unas docenas de ejemplos para una cabeza que lea algo nuevo. Todos los atributos nuevos comparten una pequeña capa, y sus pérdidas se ponderan como se hizo con las de la propia red. Cuatro cosas por descubrir:
yourself-open = Abrir la pestaña «Enseñar»
yourself-noise = Un atributo con ruido cuenta menos
yourself-noise-how = Enséñale dos atributos con al menos 20 ejemplos cada uno, haz que aprenda y anota los dos pesos. Falsea todas las etiquetas de uno («Ajustes y experimentos») y haz que aprenda otra vez. ¿Qué peso baja, y cuánto se acerca a 1 / (2 L)?
yourself-related = ¿Se ayudan dos atributos entre sí?
yourself-related-how = Enséñale dos que tengan que ver el uno con el otro y haz que aprenda también cada uno por separado (Ajustes y experimentos): debajo de cada uno se ve si juntos va mejor. Con pocos ejemplos el azar decide mucho: repítelo. Pruébalo también con las caras de los conjuntos de datos.
yourself-unfair = Un conjunto desequilibrado es injusto
yourself-unfair-how = Muestra a dos personas con gafas y sin ellas, y que un segundo atributo diga quién es. Deja a una fuera del aprendizaje y compara los grupos. Luego hazlo con las caras de los conjuntos de datos: deja fuera un grupo y mira para quién empeora el género.
yourself-shortcut = Un atajo
yourself-shortcut-how = Muestra una clase solo delante de una ventana y la otra solo delante de una pared. Haz que aprenda y elige debajo de la imagen el mapa de calor del nuevo atributo: ¿está sobre la cara? Luego intercambia los sitios. Corrígelo con ejemplos de ambas clases delante de ambos fondos.
teach-question-g = ¿Qué será más difícil de enseñar, las gafas o una sonrisa? ¿Por qué?
teach-look-g = El peso del atributo falseado cae a una fracción del peso del otro. Y el mapa de calor muestra qué tenían en común los ejemplos, que no tiene por qué ser lo que se pretendía.
teach-trap-g = «Acierta el 100 % de los ejemplos apartados». Son imágenes del mismo minuto y de las mismas personas. Prueba con alguien a quien no haya visto.
worksheet-question-g-1 = Anota los dos pesos antes y después de falsear las etiquetas de un atributo. ¿Qué dicen L y 1 / (2 L)?
worksheet-question-g-2 = Describe un atajo que permitieron tus ejemplos, cómo lo notaste y qué lo corrigió.
