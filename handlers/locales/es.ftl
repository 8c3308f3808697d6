# Lo que dice Headsup, en español. Reglas: «pide» con «puede», nunca «es»; no se acusa a nadie; el primer aviso no nombra nada. Tratamiento: tú.

## Severity, confidence, labels

severity-none = ninguna
severity-low = baja
severity-medium = media
severity-high = alta
severity-critical = crítica
confidence-unlikely = poco probable
confidence-possible = posible
confidence-likely = probable
confidence-very_likely = muy probable

asks-unknown = Alguien ha enviado este aviso y todavía no se ha revisado.
asks-nothing = En el texto no se ha reconocido ninguna petición sobre la imagen de una persona real. Por favor, compruébalo tú.
asks-likeness = Esta publicación puede estar pidiendo contenido artificial de una persona real.
asks-sexual = Dice claramente que el contenido debe ser sexual.
asks-veiled = Insinúa algo sexual.
asks-private = La persona no parece ser una figura pública.
asks-minor = Hay indicios de que la persona puede tener menos de 18 años.
asks-consent = Quien escribe dice que es su propia imagen o que la persona está de acuerdo (lo afirma, no lo demuestra).

raised-earlier_by_requester = de la misma cuenta hay una petición anterior confirmada o sexual
raised-earlier_about_person = hubo una petición anterior sobre la misma persona
raised-adult_context = las marcas, etiquetas o el modelo base de la plataforma son para adultos

## The moderators' card

card-title = { $reference } · { $severity }
card-state = Estado
card-reports = Avisos
card-reports-value = { $count ->
    [one] { $count } miembro ha avisado de esto
   *[other] { $count } miembros han avisado de esto
}
card-items = Publicaciones en este caso
card-source = Origen
card-purged = El texto ya no se conserva o se retiró en su origen.
card-confidence = Certeza
card-raised = Se ha subido porque
card-reward = Recompensa
card-posted = Fecha
card-requester = Publicado por (según el origen)
card-requester-earlier = { $count ->
    [0] nada confirmado aquí antes
    [one] { $count } publicación anterior confirmada aquí
   *[other] { $count } publicaciones anteriores confirmadas aquí
}
card-link = Enlace (no se puede pulsar)
card-attachment = Adjunto (sin abrir)
card-excerpt = Fragmento
card-minor = No se muestra nada
card-minor-text = Como puede tratarse de una persona menor de edad, Headsup no muestra, guarda ni reenvía nada de la publicación. Quienes tienen el rol de protección infantil pueden abrir el enlace, la huella y las vías de denuncia. Por favor, no descargues ni compartas ningún material.
card-footer = Headsup · una petición no demuestra nada · las decisiones quedan registradas

source-report = el aviso de un miembro
source-rss = canal de noticias
source-civitai_bounties = recompensas (bounties) de Civitai
source-civitai_models = modelos de Civitai
source-discord_channel = un canal de Discord
source-webhook = webhook

time-posted = publicado: { $time }
time-seen = visto por primera vez: { $time }

state-open = abierto
state-claimed = { $actor } lo está mirando
state-escalated = (escalado)
state-confirmed = confirmado por { $actor }
state-dismissed = descartado por { $actor }: { $reason }

short-open = abierto
short-claimed = alguien lo está mirando
short-confirmed = confirmado
short-dismissed = descartado
short-none = revisado; no hay moderación que decida

button-open = Abrir
button-claim = Me encargo
button-confirm = Confirmar
button-dismiss = Descartar…
button-escalate = Escalar
button-reopen = Reabrir
button-mute = Silenciar 7 días al primero
button-earlier = Página anterior
button-later = Página siguiente

dismiss-ask = ¿Por qué se descarta?
dismiss-prompt = Elige un motivo
dismiss-fictional = Ficticio o nadie real
dismiss-no_request = No es una petición
dismiss-agreed = Imagen propia o con acuerdo
dismiss-handled = Ya está resuelto
dismiss-bad_report = Aviso de mala fe
dismiss-other = Otra cosa
done-dismissed = Descartado. La tarjeta está al día y quienes avisaron lo sabrán.

escalated-title = { $reference } se ha escalado
escalated-body = Alguien de moderación pide una segunda mirada sobre el caso { $reference }. La tarjeta está arriba; `/case show` lo muestra entero.

sensitive-title = { $reference } · protección infantil
sensitive-body = Denúncialo; no abras, descargues, captures ni reenvíes material sospechoso. En el caso queda registrado que has abierto esta vista.
sensitive-hash = Huella del texto

## Cases

list-title = Casos
list-empty = No hay nada pendiente.
list-count = { $count ->
    [one] { $count } caso.
   *[other] { $count } casos.
}
list-line = { $state } · desde { $time }
case-history = Historial
case-why = Por qué esta gravedad
case-why-text = regla «{ $row }»; { $odds }; modelo { $model }
case-spans = Lo que pesó en la decisión
case-reporter = Avisó
case-reporter-forgotten = ya no se sabe
case-reporter-record = avisos aquí: { $total } ({ $confirmed } confirmados, { $dismissed } descartados)
done-note = Anotado en { $reference }.
done-muted = { $days ->
    [one] Sus avisos no se admiten durante { $days } día. Se le dirá si lo intenta.
   *[other] Sus avisos no se admiten durante { $days } días. Se le dirá si lo intenta.
}

event-opened = abierto
event-joined = se añadió otra publicación
event-reported = avisado
event-claimed = asumido
event-confirmed = confirmado
event-dismissed = descartado
event-escalated = escalado
event-reopened = reabierto
event-note = nota
event-muted = se silenció a quien avisó
event-opened_sensitive = se abrió la vista de protección infantil

## Reports

report-form-title = Avisar de una petición de imagen
report-form-link = Enlace a la publicación
report-form-text = Qué dice (copia las palabras)
report-form-text-hint = Sin imágenes; si hay enlace, basta con él.
report-form-reason = Algo que la moderación deba saber
receipt-title = Gracias · { $reference }
receipt = He recibido tu aviso. Su referencia es { $reference }; solo la moderación ve quién avisó. Te escribiré cuando haya una decisión. `/report status` muestra cómo va.
receipt-known = La moderación ya decidió sobre esta publicación: { $state }. Referencia { $reference }.
receipt-alone = He recibido tu aviso y se revisa para las personas que cuidan de su propia imagen. Referencia { $reference }. Esta conversación no tiene moderación: para llegar a la de una comunidad, avisa dentro de ella.
report-status-title = Tus avisos
reporter-confirmed = La moderación ha confirmado tu aviso { $reference }. Gracias por cuidar de alguien.
reporter-dismissed = La moderación ha mirado tu aviso { $reference } y lo ha cerrado sin más medidas. Gracias de todos modos; vuelve a avisar cuando veas algo.

## A person's alert

alert-neutral = { $count ->
    [one] Headsup tiene una nota para ti. Ábrela cuando te venga bien.
   *[other] Headsup tiene { $count } notas para ti. Ábrelas cuando te venga bien.
}
button-details = Ver detalles
button-details-number = Nota { $number }
button-not-me = No soy yo
button-help = Qué puedo hacer
button-snooze = Más tarde
button-stop = Parar
button-words = Ver las palabras exactas
button-words-yes = Sí, mostrarlas
button-tell-contact = Avisar a alguien de confianza
button-keep = Guardar una copia para mí

unproved-title = Una posible petición
unproved-body = Se ha publicado algo que puede tener que ver con la persona por la que velas. Antes de decirte más, por favor demuestra que { $standing ->
    [self] eres tú
    [guardian] eres su madre, su padre o quien tiene su tutela
   *[representative] hablas en nombre de esta persona
}: así nadie puede usar una lista para averiguar cosas de otra persona.
button-prove-bio = Demostrarlo con un perfil
button-prove-vouch = Pedir aval a la moderación

details-title = Lo que se sabe
details-body = Un programa ha leído la publicación y puede equivocarse.
details-about = Persona
details-kind = Lo que puede estar pidiendo
details-why = Por qué lo creo
details-tentative = No es seguro que sea esta persona
details-tentative-text = Otras personas comparten el nombre, y nada más en la publicación señala a una de ellas.
details-minor = Una publicación puede estar pidiendo imágenes de alguien que quizá tenga menos de 18 años. No muestro nada de ella. «Qué puedo hacer» indica dónde denunciarla y pedir que se retire.
details-several = { $count ->
    [one] Hay { $count } nota. Ábrela aquí.
   *[other] Hay { $count } notas. Elige una.
}
kind-likeness = Imágenes, vídeo, voz o un modelo de IA de esta persona.
kind-delicate = Puede tener intención sexual.
words-ask = Las palabras de la publicación pueden hacer daño. ¿Mostrarlas de todos modos?
words-title = Las palabras de la publicación
how-exact = el nombre aparece ahí
how-folded = el nombre aparece con otra grafía
how-homoglyph = el nombre aparece con letras parecidas
how-leet = el nombre aparece con cifras en lugar de letras
how-joined = el nombre aparece como una sola palabra
how-spaced = el nombre aparece letra por letra
how-initial = aparecen la inicial y el apellido
how-nickname = aparece una forma corta del nombre
how-typo = aparece algo muy parecido al nombre
how-transliteration = el nombre aparece en otro alfabeto
how-inflection = aparece una variante del nombre
how-handle = aparece un nombre de usuario
how-url = aparece un enlace a un perfil
how-context = hay cerca una palabra de contexto
done-not-me = Entendido: era otra persona. No volveré a avisarte de lo mismo.
done-contact = Le pido a tu persona de confianza que se ponga en contacto contigo. No se le dice por qué. Se lo pido como mucho una vez al día.
contact-note = { $account } te indicó como persona de confianza y le gustaría que te pusieras en contacto. Headsup no dice nada más.
done-kept = Guardo para ti las palabras de la publicación más allá de los 90 días habituales. `/watch export` te da lo que tengo; `/watch forget-me` lo borra.
snooze-ask = ¿Cuándo quieres que vuelva?
snooze-prompt = Elige un momento
snooze-hour = en una hora
snooze-day = mañana
snooze-week = en una semana
done-snoozed = Volveré { $length }.
done-stopped = Todo se ha detenido. No se enviará nada más; tu lista se conserva hasta que la borres (`/watch forget-me`).
button-start-again = Empezar de nuevo
done-started = Vuelvo a estar pendiente. Lo que se detuvo sigue detenido.
hint-direct-closed = { $count ->
    [one] Te espera una nota: permite los mensajes directos de esta aplicación y te llegará.
   *[other] Te esperan { $count } notas: permite los mensajes directos de esta aplicación y te llegarán.
}

## What can I do

help-title = Qué se puede hacer
help-body = No estás sola ni solo en esto, y no es culpa tuya. Elige lo que te sirva; no hay que hacer nada enseguida. Guardar el enlace y una captura de las palabras de la publicación ayuda más adelante; si quieres que actúe la policía, avísala antes de que se retire.
help-body-minor = Nunca descargues, captures ni reenvíes material sospechoso, ni siquiera como prueba. Estos lugares reciben denuncias y ayudan a retirarlo.
help-footer = Hechos, no asesoría legal · cada uno con su fuente y fecha
route-source = Fuente: { $source }, a fecha { $date }.
route-source-second-hand = Fuente: { $source }, a fecha { $date }, de segunda mano: por favor, compruébalo allí.
route-civitai-name = En Civitai
route-civitai = Allí no se permite la imagen de personas reales, ni recompensas (bounties) por ella. El formulario, o digital-likeness@civitai.com, atiende a la persona representada.
route-stopncii-name = StopNCII (a partir de 18 años)
route-stopncii = Crea una huella digital de una imagen en tu propio dispositivo, para que las plataformas puedan frenarla. La imagen no se sube. También sirve si alguien solo amenaza.
route-ccri-name = CCRI Image Abuse Helpline (ayuda por abuso de imágenes, EE. UU.)
route-ccri = 844-878-2274
route-rph-name = Revenge Porn Helpline (Reino Unido, personas adultas)
route-rph = 0345 6000 459, de lunes a viernes, 10–16. Su consejo: guarda una captura con la dirección; si quieres que haya un proceso penal, avisa a la policía antes de que se retire.
route-dsa-name = Notificación a una plataforma (UE)
route-dsa = Cualquiera puede enviar una notificación con la dirección exacta, el motivo, nombre y correo, y una declaración de buena fe. Con una notificación precisa, la plataforma ya está informada.
route-uk66-name = La ley en el Reino Unido
route-uk66 = Compartir, amenazar con compartir, crear o encargar una imagen íntima de una persona adulta sin su consentimiento puede ser delito.
route-takeitdown-act-name = TAKE IT DOWN Act (EE. UU.)
route-takeitdown-act = Las plataformas deben retirar una imagen íntima publicada en las 48 horas siguientes a una solicitud válida. Se refiere a imágenes publicadas; una publicación que solo las pide no lo es.
route-virginia-name = La ley en Virginia (EE. UU.)
route-virginia = Difundir o vender con mala intención imágenes así, hechas o no por una máquina, puede ser allí un delito menor.
route-ncmec-tipline-name = NCMEC CyberTipline (línea de denuncia, EE. UU.)
route-ncmec-tipline = 1-800-843-5678, o en línea.
route-ncmec-takeitdown-name = NCMEC Take It Down
route-ncmec-takeitdown = Ayuda anónima para frenar imágenes de alguien menor de 18 años.
route-iwf-name = Internet Watch Foundation
route-iwf = Recibe denuncias anónimas de cualquier lugar.

## The watchlist

watch-add-title = Velar por una persona
watch-edit-title = Cambiar lo que se busca
watch-field-names = Nombres
watch-hint-names = Uno por línea: Jane Roe
watch-field-aliases = Otros nombres, nombres artísticos
watch-hint-aliases = Uno por línea
watch-field-handles = Nombres de usuario
watch-hint-handles = @janeroe, instagram:janeroe
watch-field-urls = Enlaces a perfiles
watch-hint-urls = https://instagram.com/janeroe
watch-field-context = Palabras de contexto
watch-hint-context = Palabras que señalan a esta persona: ciudad, profesión, programa
watch-field = { $field ->
    [aliases] { watch-field-aliases }
    [handles] { watch-field-handles }
    [urls] { watch-field-urls }
    [context] { watch-field-context }
   *[names] { watch-field-names }
}
watch-added-title = Estoy pendiente
watch-added-body = Desde ahora estoy pendiente de esto. Si algo puede estar pidiendo { $standing ->
    [self] tu imagen
   *[other] la imagen de esta persona
}, recibirás un mensaje corto y neutro. Para ver los detalles tendrás que demostrar una vez quién eres; puedes hacerlo ya.
watch-namesakes = Otras personas con este nombre
watch-namesakes-text = { $count ->
    [one] Más o menos otra persona publica con este nombre. Un nombre de usuario o una ciudad entre las palabras de contexto me ayuda a saber quién es quién.
   *[other] Unas { $count } personas más publican con este nombre. Un nombre de usuario o una ciudad entre las palabras de contexto me ayuda a saber quién es quién.
}
watch-needs-context = Necesita una palabra de contexto
watch-needs-context-text = Muchas personas se llaman así, o el nombre es también una palabra, un lugar o un personaje conocido. Sin una palabra de contexto o un nombre de usuario tuyo cerca, dejo esas publicaciones a la moderación y no te aviso. Añade una ciudad o una profesión como palabra de contexto.
watch-standing = En calidad de
watch-list-title = Tu lista
watch-list-line = { $state } · { $standing } · { $proof } · { $terms ->
    [one] { $terms } término
   *[other] { $terms } términos
}
watch-active = activa
watch-paused = en pausa
watch-stopped = En este momento todo está detenido.
watch-remove-ask = ¿Quitar a { $person } de tu lista? Su clave se destruye; no se puede deshacer.
standing-self = por ti
standing-guardian = como madre, padre o tutor
standing-representative = como representante
proof-passed = demostrado
proof-pending = prueba empezada
proof-none = aún sin demostrar
button-preferences = Preferencias
button-stop-all = Parar todo
button-remove = Quitar
button-forget = Olvídame
done-paused = { $person } está en pausa.
done-resumed = Vuelvo a estar pendiente de { $person }.
done-removed = Quitado. La clave está destruida.
forget-ask = ¿Borrar tu lista, sus claves, tus notas y preferencias, y desligar de ti tus avisos? No se puede deshacer.
done-forgotten = He borrado todo lo que guardaba de ti. Las copias de seguridad que hiciera antes quien opera el servicio pueden contenerlo, sellado, hasta que se reemplacen.
export-title = Tus datos
export-body = Todo lo que guardo de tu cuenta. El archivo nombra lo que buscas: consérvalo en un lugar seguro.

preferences-title = Preferencias
preferences-body = Lo que elijas aquí va siempre primero.
preferences-detail = Cuánto dicen los detalles
preferences-digest = Cuándo llegan las notas
preferences-quiet = Horas de silencio
preferences-timezone = Zona horaria
preferences-severity = Desde gravedad
preferences-language = Idioma
preferences-contact = Persona de confianza
preferences-none = ninguna
preferences-set = indicada

link-title = Tus cuentas
link-code-body = Para usar esta lista también desde tu otra cuenta, escríbeme desde allí `/watch link` con este código en los próximos { $minutes } minutos. Esa cuenta verá y cambiará todo como esta: vincula solo una que sea únicamente tuya.
link-code = Código
link-ask = Así esta cuenta se une a la lista de otra. Quien tenga esa cuenta verá desde entonces todo lo que pongas y tus avisos. Vincúlalas solo si las dos son tuyas; si alguien te dio este código, no lo hagas.
link-linked-body = Las dos cuentas ven y cambian esta lista.
link-this = esta cuenta
link-other = cuenta vinculada
link-where = Los avisos llegan a
button-unlink = Desvincular
done-unlinked = La cuenta ya no está vinculada. Los avisos llegan a { $platform }.

detail-summary = un resumen; las palabras exactas, solo si las pides dos veces
detail-full = las palabras exactas con una sola pulsación
digest-immediate = al momento
digest-daily = una vez al día, a las { $time }
button-times = Silencio y zona horaria
button-contact = Persona de confianza
button-no-contact = Nunca más
done-no-contact = No volveré a escribirte en nombre de nadie.
button-link = Vincular cuenta
times-title = Horarios
times-quiet = Horas de silencio; vacío si ninguna
times-timezone = Zona horaria
times-digest = Resumen diario a las
contact-title = Persona de confianza
contact-field = ID de alguien de confianza, o vacío
contact-start = En Telegram solo puedo escribir a tu persona de confianza cuando me haya abierto y haya pulsado «Iniciar». Pídeselo.

## Proofs

proof-choose = Elige un perfil
proof-choose-body = ¿Qué perfil puedes modificar?
proof-bio-title = Demostrarlo con un perfil
proof-bio-body = { $hours ->
    [one] Pon este código en la biografía del perfil, guárdala y pulsa «Comprobar». El código vale { $hours } hora; después puedes quitarlo.
   *[other] Pon este código en la biografía del perfil, guárdala y pulsa «Comprobar». El código vale { $hours } horas; después puedes quitarlo.
}
proof-profile = Perfil
proof-code = Código
proof-passed-terms = Demostrado: { $terms }. Puedes quitar el código de tu perfil. Ya puedes ver los detalles de las notas sobre esto.
button-check = Comprobar
vouch-ask-title = Pedir aval a la moderación
vouch-ask-body = La moderación de esta comunidad vería tu cuenta y las palabras de abajo, y sabría que tienes una lista para ellas. Nada se muestra sin tu acuerdo.
vouch-shown = Se muestra a la moderación
button-vouch-ask = Mostrar esto y pedirlo
done-vouch-asked = Ya se lo he pedido a la moderación. Te escribiré cuando responda.
vouch-title = Un miembro pide tu aval
vouch-pending = ¿Te consta que esta cuenta pertenece a la persona nombrada o habla en su nombre? Por favor, guárdalo para ti.
vouch-passed = Avalado. Por favor, guárdalo para ti.
vouch-failed = No se ha avalado.
vouch-revoked = Aval retirado.
vouch-over = Esta petición ha terminado; ya no se muestra nada de ella.
vouch-account = Cuenta
vouch-count = Avales
button-vouch = Doy mi aval
button-decline = No puedo
button-vouch-back = Retirar el aval

## Setting up a community

setup-title = Headsup en esta comunidad
setup-ready = Listo: las tarjetas llegan al canal de avisos.
setup-missing = Las tarjetas aún no pueden llegar. Falta:
setup-unknown = Ahora mismo no se ha podido comprobar el canal de avisos. Pulsa «Enviar tarjeta de prueba» dentro de un momento.
setup-none = ninguno
setup-only-administrators = solo administración
setup-channel = Canal de avisos
setup-moderators = Moderación
setup-escalation = Mención al escalar
setup-child-safety = Protección infantil
setup-severity = Tarjetas desde gravedad
setup-language = Idioma
setup-feeds = Fuentes
setup-channel-prompt = Canal de avisos
setup-moderators-prompt = Moderación
setup-escalation-prompt = A quién menciona «Escalar»
setup-feeds-prompt = Fuentes a las que suscribirse
button-test = Enviar tarjeta de prueba
test-card-title = Prueba
test-card = Aquí llegarán las tarjetas. Una tarjeta dice lo que una publicación puede estar pidiendo y tiene botones para encargarse, confirmar, descartar y escalar.
missing-channel = un canal de avisos: elige uno abajo
missing-gone = el canal de avisos ya no existe: elige otro
missing-see = No puedo ver el canal de avisos (Discord: permiso «Ver canal», View Channel; Telegram: añádeme al grupo)
missing-send = permiso para enviar mensajes en el canal de avisos
missing-embed = permiso para insertar enlaces en el canal de avisos
missing-history = permiso para leer el historial de mensajes del canal de avisos
missing-threads = permiso para enviar mensajes en los hilos del canal de avisos

notice-channel-forbidden-title = Headsup no puede publicar tarjetas
notice-channel-forbidden = Ya no tengo permiso para escribir en el canal de avisos. No se pierde nada: las tarjetas esperan hasta que vuelvan los permisos para verlo, enviar mensajes e insertar enlaces, o hasta que `/setup` indique otro canal.
notice-channel-missing-title = El canal de avisos de Headsup ya no está
notice-channel-missing = El canal de avisos ya no existe. No se pierde nada: las tarjetas esperan hasta que `/setup` indique otro canal.
notice-channel-mended-title = Headsup vuelve a funcionar
notice-channel-mended = Las tarjetas vuelven a llegar al canal de avisos, también las que esperaban.
notice-feed-blind-title = Una fuente ha dejado de verse
notice-feed-blind = «{ $feed }» no funciona: { $error } { $remedy } Hasta entonces no se ve nada de ella.
notice-feed-back-title = Una fuente ha vuelto
notice-feed-back = «{ $feed }» vuelve a funcionar después de { $hours ->
    [one] { $hours } hora
   *[other] { $hours } horas
}. { $items ->
    [0] No había nada nuevo.
    [one] Había una publicación nueva y se está revisando.
   *[other] Había { $items } publicaciones nuevas y se están revisando.
}
notice-account-linked-title = Headsup
notice-account-linked = Se vinculó una cuenta de { $platform } a la tuya: ve tu lista y tus avisos. Si no fuiste tú, desvincúlala ahora.
notice-second-claim-title = Léelo, por favor
notice-second-claim = Otra persona ha intentado demostrar un perfil que tú ya demostraste. No se le ha permitido. Si el perfil ya no es tuyo, quítalo con `/watch edit`.
notice-contact-closed-title = Headsup
notice-contact-closed = No he podido avisar a tu persona de confianza: no puedo escribirle. En Telegram tiene que abrirme antes y pulsar «Iniciar»; en Discord tiene que permitir los mensajes directos. Después puedes volver a pedirlo.
notice-vouch-passed-title = Headsup
notice-vouch-passed = La moderación te ha avalado. Ya puedes ver los detalles de tus notas.
notice-vouch-failed-title = Headsup
notice-vouch-failed = La moderación no ha podido avalarte. Un código en un perfil es otro camino: `/watch prove`.
notice-vouch-revoked-title = Headsup
notice-vouch-revoked = La moderación ha retirado el aval que te dio. Los detalles de tus avisos quedan cerrados hasta que vuelvas a demostrar quién eres: `/watch prove`.

## Feeds

source-fourchan = un tablón de 4chan
source-huggingface_models = modelos de Hugging Face
source-huggingface_discussions = conversaciones de Hugging Face
source-bluesky_jetstream = Bluesky
source-bluesky_search = búsqueda en Bluesky
source-mastodon = Mastodon
source-lemmy = Lemmy
source-discourse = un foro Discourse
source-reddit = Reddit
source-json = una API
source-telegram_chat = un chat de Telegram
feed-list-title = Fuentes
feed-list-empty = Esta comunidad aún no sigue ninguna fuente. `/feed add` empieza con una dirección.
feed-list-body = { $count ->
    [one] Esta comunidad sigue { $count } fuente.
   *[other] Esta comunidad sigue { $count } fuentes.
}
feed-list-more = { $count ->
    [one] y { $count } más
   *[other] y { $count } más
}
feed-state-new = aún sin consultar
feed-state-working = ✅ funciona
feed-state-failing = ⚠️ falla en este momento
feed-state-blind = ⛔ no se ve nada: hace mucho que no funciona
feed-state-stale = ⚠️ responde, pero hace mucho que no trae nada nuevo
feed-state-paused = ⛔ detenida por un error; se intenta una vez al día
feed-state-disabled = ⛔ apagada: ya no existe
feed-state-held = en pausa por quien opera el bot
feed-state-idle = en pausa
feed-state-paused-here = en pausa por esta comunidad
feed-last-ok = último acierto: { $time }
feed-never-ok = todavía sin acierto
feed-next = próxima consulta: { $time }
feed-week = última semana: { $items ->
    [one] { $items } publicación
   *[other] { $items } publicaciones
}, { $findings ->
    [one] { $findings } hallazgo
   *[other] { $findings } hallazgos
}
feed-moved = Se ha mudado a { $address }.
feed-severity = Tarjetas desde gravedad
feed-keywords = Solo con
feed-preview-body = { $count ->
    [0] Funciona, y ahora mismo no tiene nada.
    [one] Funciona. Esta es su publicación más reciente, tal como se revisaría. Aún no se ha guardado nada.
   *[other] Funciona. Estas son sus { $count } publicaciones más recientes, tal como se revisarían. Aún no se ha guardado nada.
}
feed-preview-others = También se encontró allí
feed-preview-footer = Lo que hay ahora es el punto de partida: llegarán tarjetas de lo que se publique desde ahora.
feed-channel-title = Estar pendiente de un canal
feed-channel-body = Los mensajes de { $channel } y sus hilos se revisarían desde ahora. Los cambios se siguen; lo que allí se borra, aquí se borra. Por favor, díselo a tus miembros.
button-feed-add = Seguir esta fuente
done-feed-added = Desde ahora sigo «{ $feed }» (fuente #{ $number }). Lo que hay ahora es el punto de partida; llegarán tarjetas de lo nuevo. `/feed list` muestra cómo va.
done-channel-added = Desde ahora estoy pendiente de { $feed } (fuente #{ $number }).
done-feed-paused = «{ $feed }» está en pausa para esta comunidad: sin tarjetas de ella hasta `/feed resume`.
done-feed-resumed = Vuelvo a seguir «{ $feed }».
done-feed-removed = Ya no sigo «{ $feed }». Los casos que abrió se quedan.
feed-digest-cases = { $count ->
    [one] Se abrió { $count } caso (`/case show`):
   *[other] Se abrieron { $count } casos, los más graves primero (`/case show`):
}
feed-digest-rest = { $count ->
    [one] … y { $count } más: `/case list`
   *[other] … y { $count } más: `/case list`
}
notice-feed-digest-title = Novedades tras una larga ausencia
notice-feed-digest = «{ $feed }» no se leyó durante más de un día. { $items ->
    [one] Había { $items } publicación nueva y se está revisando.
   *[other] Había { $items } publicaciones nuevas y se están revisando.
}
notice-feed-stale-title = Una fuente se ha quedado en silencio
notice-feed-stale = «{ $feed }» responde, pero no ha traído nada nuevo en { $days ->
    [one] { $days } día
   *[other] { $days } días
}, mucho más de lo habitual. Por favor, mira si la dirección sigue siendo correcta: `/feed test`.
notice-feed-stopped-title = Una fuente se ha detenido
notice-feed-stopped = «{ $feed }» se ha detenido: { $error } { $remedy } Hasta entonces no se ve nada de ella.
notice-feed-news-again-title = Una fuente vuelve a traer algo
notice-feed-news-again = «{ $feed }» vuelve a traer publicaciones nuevas.
notice-feed-removed-title = Se ha quitado una fuente
notice-feed-removed = Quien opera el bot ha quitado «{ $feed }». Ya no se ve nada de ella.
notice-case-raised-low-title = Un caso es más grave que antes
notice-case-raised-low = Se editó una publicación del caso { $reference }; ahora su gravedad es baja. La tarjeta de arriba lo muestra.
notice-case-raised-medium-title = Un caso es más grave que antes
notice-case-raised-medium = Se editó una publicación del caso { $reference }; ahora su gravedad es media. La tarjeta de arriba lo muestra.
notice-case-raised-high-title = Un caso es más grave que antes
notice-case-raised-high = Se editó una publicación del caso { $reference }; ahora su gravedad es alta. La tarjeta de arriba lo muestra.
notice-case-raised-critical-title = Un caso es más grave que antes
notice-case-raised-critical = Se editó una publicación del caso { $reference }; ahora su gravedad es crítica. La tarjeta de arriba lo muestra.
event-raised = se editó y ahora es más grave
refused-too-many-feeds = { $count ->
    [one] Una comunidad puede seguir { $count } fuente. Quítala primero: `/feed remove`.
   *[other] Una comunidad puede seguir { $count } fuentes. Quita una primero: `/feed remove`.
}
refused-feed-address = Pon la dirección de una fuente, o de una página que tenga una.
refused-feed-failed = No se puede seguir esta fuente: { $problem } No se ha guardado nada.
refused-feed-operator = Las fuentes de tipo { $kind } necesitan algo que solo puede aportar quien opera este bot (una clave o el permiso del sitio). Pídele que la añada a la configuración; después `/setup feeds` la mostrará.
refused-feed-known = Esta comunidad ya sigue «{ $feed }».
refused-feed-held = Quien opera este bot puso «{ $feed }» en pausa; solo esa persona puede reanudarla.
refused-feed-draft = Ha pasado demasiado tiempo, o me han reiniciado. Empieza de nuevo con `/feed add`, por favor.
refused-filter = { $problem } No se ha guardado nada.
refused-channels-off = Este bot no está pendiente de canales. Quien lo opera puede activarlo: `discord.watch_channels = true` y el intent “Message Content” en el portal de desarrollo de Discord.
refused-channel = Elige, por favor, el canal del que hay que estar pendiente.
refused-channel-closed = No puedo leer { $channel }. Dame allí primero los permisos «Ver canal» (View Channel) y «Leer el historial de mensajes» (Read Message History). En Telegram: hazme administrador allí.
refused-chat-foreign = No hay ningún canal así que administremos los dos. Añádeme primero allí como administrador; solo quien administra un canal puede pedir que se vigile.
refused-in-private = Escríbelo en el grupo del que se trata; la respuesta llega aquí, en privado.

## Help

guide-title = Headsup
guide-body = Aviso a las personas cuando alguien pide imágenes o modelos de IA de ellas.
guide-report = avisar de una publicación que pide la imagen de alguien; solo la moderación ve que fuiste tú
guide-status = cómo van tus avisos
guide-watch-add = saber si algo puede estar pidiendo tu imagen, la de tu hija o hijo, o la de alguien por quien hablas
guide-watch = lista, editar, pausar, reanudar, quitar, demostrar, preferencias, vincular, exportar, olvidarme, parar
guide-case = los casos pendientes de la moderación
guide-feed = los feeds y canales que se vigilan en busca de estas publicaciones
guide-setup = canal de avisos, roles, fuentes, gravedad, idioma
guide-footer = Tu lista está sellada con una clave propia, y aquí nadie puede verla.

## Forms that are asked question by question

question = Pregunta { $number } de { $count }
question-so-far = Hasta ahora
question-example = Por ejemplo
button-keep-answer = Dejar así
button-clear-answer = Dejar vacío
button-skip = Saltar
button-cancel = Cancelar
conversation-left = Cancelado. No se guarda nada.
conversation-nothing = No hay nada que cancelar.
conversation-left-by = El formulario empezado se ha cancelado; no se guarda nada de él.
conversation-over = Ha pasado demasiado tiempo: he olvidado tus respuestas. Empieza de nuevo, por favor.
conversation-again = Aquí están otra vez las preguntas, con tus respuestas.
refused-question = Esta pregunta ya está respondida.
refused-answer-long = Escribe como máximo { $most } caracteres, por favor.
refused-answer-needed = Aquí hace falta una respuesta; `/cancel` sale del formulario.

## Telegram

command-report = Avisar de una petición de la imagen de alguien
command-watch = Tu propia lista, en privado
command-case = Para moderación: los casos
command-feed = Para moderación: las fuentes
command-setup = Para administración: configurar Headsup
command-help = Lo que Headsup puede hacer por ti
command-stop = Parar todo enseguida
command-cancel = Salir de un formulario
private-open = Respondo en privado, para que nadie más lo lea.
private-thanks = Gracias, lo he recibido. El recibo te espera en privado.
private-sent = La respuesta está en nuestro chat privado.
private-first = Ábreme primero en privado, por favor.
private-command-stays = Allí no puedo borrar mensajes, así que tu comando todavía se ve. Puedes reenviarme mensajes aquí, o pedir a la administración que me permita borrar mensajes.
button-open-private = Abrir
anonymous = Escribes como el grupo, así que no sé quién eres. Pulsa para seguir con tu propia cuenta; la respuesta llega en privado.
anonymous-report = Escribes como el grupo o como un canal, así que no puedo recibir un aviso. Por favor, reenvíame el mensaje en privado.
anonymous-private = Escribes como el grupo o como un canal, así que no sé quién eres. Por favor, escríbemelo en privado. Si tu comando aún se ve aquí, bórralo.
anonymous-long = Escribes como el grupo, así que no sé quién eres. Desactiva un momento tu anonimato (en tus permisos de administrador) y vuelve a escribirlo.
button-go-on = Seguir
button-cards-here = Las tarjetas llegan aquí
setup-accounts = Para nombrar a alguien, responde a un mensaje suyo en el grupo con `/setup moderators`, `/setup escalation` o `/setup child_safety`; con `none` no se nombra a nadie. La administración del grupo puede decidir de todos modos. `/setup here`, escrito en un tema, envía allí las tarjetas.
refused-account = ¿A quién? Responde a un mensaje suyo, o da el número de la cuenta, o `none`.
refused-usage = No lo he entendido. `{ $usage }`
watch-menu = ¿Qué hago?
watch-menu-add = Velar por una persona
watch-menu-list = Tu lista
watch-menu-edit = Cambiar
watch-menu-pause = Pausar
watch-menu-resume = Reanudar
watch-menu-remove = Quitar
watch-menu-prove = Demostrar
watch-menu-preferences = Preferencias
watch-menu-link = Vincular una cuenta
watch-menu-export = Exportar
watch-menu-forget-me = Olvídame
watch-menu-stop = Parar todo
watch-for = ¿Por quién?
prove-how = ¿Cómo te gustaría demostrarlo?

## Faults

failed = Algo ha fallado por mi parte; no se ha cambiado nada. Inténtalo de nuevo, por favor, y si sigue igual avisa a quien opera el servicio.
again = Ha tardado demasiado. Inténtalo una vez más, por favor.

## Refusals: what was wrong, and what to do

refused-action = Este botón ya no me dice nada. Empieza de nuevo con el comando, por favor.
refused-role-moderator = Esto solo puede hacerlo la moderación de esta comunidad. La administración la nombra con `/setup`.
refused-role-administrator = Esto solo puede hacerlo la administración de esta comunidad.
refused-role-child_safety = Esto solo pueden abrirlo quienes tienen el rol de protección infantil o la administración. La administración indica el rol con `/setup`.
refused-not-here = Esto solo funciona dentro de una comunidad.
refused-no-case = Aquí no existe ese caso.
refused-no-reference = Aquí no hay ningún caso «{ $reference }». Una referencia es como H-7K3F; `/case list` las muestra.
refused-claimed = { $actor } ya lo está mirando.
refused-confirmed = Ya lo confirmó { $actor }.
refused-dismissed = Ya lo descartó { $actor }.
refused-open = Este caso ya está abierto.
refused-escalated = Este caso ya se había escalado.
refused-no-escalation-role = No hay nadie a quien mencionar. La administración lo indica con `/setup escalation`.
refused-reason = Elige uno de los motivos, por favor.
refused-empty-note = La nota está vacía.
refused-link = Esto no es un enlace. Un enlace empieza por https://; si no tienes ninguno, deja el campo vacío y copia las palabras.
refused-empty-report = No hay nada que mirar: pon un enlace o copia las palabras.
refused-muted = La moderación no admite tus avisos hasta { $until }. Si crees que es un error, escríbele, por favor.
refused-too-many-reports = { $count ->
    [one] Puedes enviar { $count } aviso por hora. Este no se ha aceptado: vuelve a enviarlo más tarde, por favor.
   *[other] Puedes enviar { $count } avisos por hora. Este no se ha aceptado: vuelve a enviarlo más tarde, por favor.
}
refused-no-report = No tienes ningún aviso así.
refused-no-alert = Esta nota no es tuya o ya no existe.
refused-contact-declined = Esta cuenta no quiere recibir mensajes en nombre de nadie. Elige a otra persona, por favor.
refused-no-contact = No has indicado ninguna persona de confianza. Puedes hacerlo con `/watch preferences`.
refused-snooze = Elige uno de los momentos, por favor.
refused-no-watchlist = Todavía no tienes una lista. `/watch add` empieza una.
refused-standing = Elige una de estas opciones, por favor: { $options }.
refused-too-many-persons = { $count ->
    [one] En una lista cabe { $count } persona. Quítala primero; quien representa a otras puede pedir el aval de la moderación para tener más.
   *[other] En una lista caben { $count } personas. Quita una primero; quien representa a otras puede pedir el aval de la moderación para tener más.
}
refused-too-many-changes = { $count ->
    [one] Es más de { $count } cambio por hora. Continúa más tarde, por favor.
   *[other] Son más de { $count } cambios por hora. Continúa más tarde, por favor.
}
refused-too-many-terms = Una persona puede tener en total un máximo de { $count } entre nombres, usuarios, enlaces y palabras.
refused-person = { $fault ->
    [nothing] No hay nada que buscar: indica al menos un nombre, un alias, una cuenta o un enlace, por favor.
    [too_many] { watch-field }: como máximo { $limit } entradas.
    [too_long] { watch-field }: una entrada tiene como máximo { $limit } caracteres.
   *[other] Una de las entradas no se puede leer. Escríbela de nuevo, por favor.
}
refused-term = { $reason ->
    [empty] No hay ninguna letra ni cifra en «{ $term }».
    [too_short] «{ $term }» es demasiado corto: una o dos letras aparecen en casi cualquier texto.
    [first_name] Muchísima gente se llama «{ $term }». Añade un segundo nombre o palabras de contexto, como una ciudad.
    [dictionary_word] «{ $term }» es una palabra corriente. Añade un segundo nombre o palabras de contexto, como una profesión.
    [place] «{ $term }» es un lugar. Añade un segundo nombre o palabras de contexto, como una profesión.
    [needs_site] Muchas cuentas pueden llamarse «{ $term }». Di también el sitio, por ejemplo instagram:janeroe.
   *[not_a_handle] «{ $term }» no es un nombre de cuenta. Escríbelo como @janeroe o como instagram:janeroe.
} No se ha guardado nada.
refused-which-person = { $count ->
    [one] Tienes { $count } persona en la lista: di cuál, con su número en `/watch list`.
   *[other] Tienes { $count } personas en la lista: di cuál, con su número en `/watch list`.
}
refused-preference = Esa opción no existe.
refused-timezone = Esa zona horaria no existe. La más parecida es { $nearest }.
refused-hours = Escribe los intervalos como 22:00-07:30 y una hora como 09:00, por favor.
refused-contact = Pon el número de la cuenta (su ID) o deja el campo vacío, por favor.
refused-link-code = Ese código no existe o ya pasaron sus diez minutos. `/watch link` en la otra cuenta crea uno nuevo.
refused-link-same = La otra cuenta tiene que estar en otra plataforma: una en Discord y otra en Telegram.
refused-link-both = Las dos cuentas tienen una lista. Quita primero las personas de una de ellas (`/watch remove`) y vincúlalas después.
refused-no-profile = No puedo comprobar ningún enlace a un perfil de esta persona: tiene que ser la página del propio perfil en un sitio que conozco. Añade uno con `/watch edit` o pide el aval de la moderación.
refused-proof-over = Esto ha terminado o nunca fue tuyo. Empieza de nuevo con `/watch prove`.
refused-profile = { $kind ->
    [not_found] No hay ningún perfil en este enlace. Comprueba que esté bien escrito, por favor.
    [no_answer] El sitio no responde en este momento. Inténtalo de nuevo dentro de unos minutos, por favor.
   *[other] No se ha podido leer el perfil. Algunos sitios ocultan los perfiles a quien no ha iniciado sesión; prueba con otro perfil o pide el aval de la moderación.
}
refused-no-code = El código aún no está en la página del perfil. Puede tardar un minuto en aparecer; entonces pulsa «Comprobar» otra vez.
refused-claimed-handle = Otra persona ha demostrado este perfil. Si es tuyo, pide el aval de la moderación.
refused-vouch-where = La moderación solo puede avalar dentro de su comunidad: usa allí `/watch prove` (solo lo ves tú). Su canal de avisos debe estar configurado.
refused-vouch-here = La moderación no puede avalar aquí: quien opera este bot no ha designado esta comunidad para ello. Un código en un perfil es otro camino: `/watch prove`.
refused-vouch-pending = Ya se le ha preguntado a la moderación.
refused-vouch-own = Nadie puede avalarse a sí mismo.
refused-vouch-twice = Ya has dado tu aval; hace falta el de otra persona de moderación.
refused-severity = Elige una de estas opciones, por favor: { $options }.
refused-language = Elige una de estas opciones, por favor: { $options }.
refused-feed = Aquí no hay ninguna fuente así. Fuentes: { $options }.
