### What people read, in Spanish. Syntax: Fluent; which part of it, and how it is used: src/words/mod.rs.
### Keys that begin with `page-` stay on the server.

## Names of things

app-center = Centro de aplicaciones
connected-apps = Aplicaciones conectadas
category-hris = RR. HH.
category-ats = Selección
category-crm = CRM
category-accounting = Contabilidad
category-ticketing = Gestión de tickets
category-filestorage = Almacenamiento de archivos
category-knowledgebase = Base de conocimientos
app-of-category = Aplicación de { $category }

## Connecting

connect = Conectar
connecting = Conectando...
relink = Volver a vincular la integración
delete = Eliminar la integración
delete-question = Esta acción es permanente. ¿Desea continuar?
initial-sync = Sincronización inicial en curso; vuelva en unos minutos
connect-named = Conectar { $app }
connect-named-for = Conectar { $app } para { $category }
reconnect = Volver a conectar
reconnect-named = Volver a conectar { $app }
reconnect-named-for = Volver a conectar { $app } para { $category }
reconnect-account = Volver a conectar { $app }: { $account }
relink-named = Volver a vincular la integración: { $name }
add-account = Añadir otra cuenta
add-account-named = Añadir otra cuenta de { $app }
add-account-named-for = Añadir otra cuenta de { $app } para { $category }
connected-named = { $app } se ha conectado
connect-category-hris = Conectar integración de RR. HH.
connect-category-ats = Conectar integración de ATS
connect-category-crm = Conectar integración de CRM
connect-category-accounting = Conectar integración de contabilidad
connect-category-ticketing = Conectar integración de tickets
connect-category-filestorage = Conectar almacenamiento de archivos
connect-category-knowledgebase = Conectar base de conocimientos
benefit-hris = Conecte su plataforma de RR. HH. para sincronizar automáticamente los datos del personal
benefit-ats = Conecte su plataforma de selección para sincronizar automáticamente candidatos y vacantes
benefit-crm = Conecte su CRM para sincronizar automáticamente contactos, empresas y negocios
benefit-accounting = Conecte su plataforma contable para sincronizar automáticamente facturas, pagos y cuentas
benefit-ticketing = Conecte su plataforma de tickets para sincronizar automáticamente tickets y comentarios
benefit-filestorage = Conecte su almacenamiento para sincronizar automáticamente archivos y carpetas
benefit-knowledgebase = Conecte su base de conocimientos para sincronizar automáticamente los artículos
needs-script = Al conectar una aplicación se abre una ventana que necesita JavaScript. Actívelo para conectar aplicaciones; todo lo demás funciona sin él.
only-admins = Pida a un administrador de su organización que conecte aplicaciones.
only-admins-change = Solo un administrador de su organización puede modificar esta aplicación.
connected-here = Conectadas
nothing-connected-here = Aún no hay nada conectado aquí.
choose-part = ¿Qué parte desea conectar? Puede añadir las demás más adelante.
ending-closed = La ventana se cerró antes de terminar. No se ha cambiado nada.
ending-blocked = El navegador ha bloqueado la ventana de conexión. Permita las ventanas emergentes, desactive el bloqueo de anuncios en este sitio e inténtelo de nuevo.
ending-failed = No se ha podido iniciar la conexión. Inténtelo de nuevo.

## App Center

apps =
    { $count ->
        [one] { $count } aplicación
        [many] { $count } de aplicaciones
       *[other] { $count } aplicaciones
    }
apps-unit =
    { $count ->
        [one] aplicación
       *[other] aplicaciones
    }
apps-found =
    { $count ->
        [0] No se han encontrado aplicaciones
        [one] { $count } aplicación encontrada
       *[other] { $count } aplicaciones encontradas
    }
apps-title = Aplicaciones
all-apps = Todas
show-all-apps = Mostrar todas las aplicaciones
search-apps = Buscar aplicaciones
search-among-apps =
    { $count ->
        [one] Buscar en { $count } aplicación
       *[other] Buscar en { $count } aplicaciones
    }
search = Buscar
clear-search = Borrar la búsqueda
sort-by = Ordenar por
sort-popular = Populares
sort-name = A–Z
sort-recent = Añadidas recientemente
categories = Categorías
status = Estado
filter-any = Cualquier estado
filter-connected = Conectadas
filter-not-connected = Sin conectar
filter-needs-attention = Requieren atención
no-apps-here = Aún no hay aplicaciones aquí.
no-match = Ninguna aplicación coincide con «{ $typed }».
showing-for = Resultados para «{ $corrected }»
try-another-word = Pruebe con otra palabra o explore todas las aplicaciones.
request-this = Solicitar esta aplicación
fallback = Puede que falten algunos logotipos o aplicaciones en este momento.
offline = No hay conexión. Es posible que esta lista no esté actualizada.
manage = Gestionar
manage-named = Gestionar { $app }
accounts =
    { $count ->
        [one] { $count } cuenta
       *[other] { $count } cuentas
    }
card-setup-incomplete = Configuración incompleta
card-syncing = Sincronizando
card-connected = Conectada
card-reconnect-needed = Reconexión necesaria

## Connected apps

attention = Requiere su atención
attention-count =
    { $count ->
        [one] { $count } requiere atención
       *[other] { $count } requieren atención
    }
unfinished = Sin terminar
no-apps-connected = Aún no hay aplicaciones conectadas
no-apps-connected-lead = Conecte las herramientas que su equipo ya utiliza y gestiónelas aquí.
browse-apps = Explorar aplicaciones
deleting = Eliminando: seguiremos intentándolo
deleting-now = Eliminando…
deleted = Eliminada
other-upstream = Conectada a otro entorno. No se actualiza aquí y solo se puede eliminar.
duplicate = Parece que esta cuenta está conectada dos veces.
connected-when = Conexión: { $when }
connected-when-by = Conexión: { $when }, por { $who }
started-when = Inicio: { $when }
started-when-by = Inicio: { $when }, por { $who }
by-person = por { $who }
data-as-of = Datos de
data-as-of-lead = Datos:
rename = Cambiar nombre
rename-named = Cambiar el nombre de { $name }
renamed = Nombre cambiado
more-for = Más para { $name }
actions-for = Acciones para { $name }
view-data = Ver datos
continue = Continuar
continue-named = Continuar { $name }
discard = Descartar
discard-named = Descartar { $name }
name-for = Nombre para { $app }
name-this = Poner nombre a esta cuenta de { $app }
name-this-question = Esta es otra cuenta de { $app }. ¿Desea ponerle nombre para distinguirlas?
not-now = Ahora no
save = Guardar
cancel = Cancelar
close = Cerrar
delete-named = Eliminar { $name }
delete-integration-named = Eliminar la integración: { $name }
delete-title = ¿Eliminar { $name }?
delete-consequence = Todo lo que se sincronizó desde { $name } se eliminará aquí.

## One connected app

overview = Resumen
data = Datos
activity = Actividad
settings = Configuración
this-app = Esta aplicación
gone = Esta aplicación ya no está conectada.
back-to-connected = Volver a Aplicaciones conectadas
setup-unfinished = La configuración aún no ha terminado.
all-good = Todo está al día.
some-late = Conectada. Algunos datos no se han podido actualizar; volveremos a intentarlo.
state-setup = Configuración sin terminar
state-deleting = Eliminando
state-reconnect = Reconexión necesaria
state-permissions = Falta un permiso
state-plan = No incluida en su plan
state-outage = No responde
state-removed = Acceso retirado
state-not-updated = Sin actualizar
state-syncing = Sincronizando
state-up-to-date = Al día
cause-permissions = Un administrador de { $app } debe devolver un permiso y volver a conectar. Los datos existentes se conservan.
cause-plan = Su plan de { $app } ya no incluye esto. Un administrador de { $app } debe cambiar el plan y volver a conectar.
cause-outage = { $app } no responde. Nos estamos ocupando; no tiene que hacer nada.
cause-removed = { $app } ha retirado nuestro acceso. Vuelva a conectar para restablecerlo; los datos se conservan hasta que los elimine.
cause-sign-in = { $app } necesita que vuelva a iniciar sesión. Los datos se conservan hasta que los elimine.
label-app = Aplicación
label-category = Categoría
label-connected = Conexión
label-note = Nota
label-type = Tipo
label-state = Estado
label-records = Registros
label-next-update = Próxima actualización
label-name = Nombre
looking = Estamos averiguando qué datos hay.
no-data = Aún no hay datos
check-now = Comprobar ahora
sync-now = Sincronizar ahora
checking = Comprobando…
checked = Recién comprobado. Las novedades aparecerán aquí automáticamente.
asked = Hay una sincronización en curso. Las novedades aparecerán aquí automáticamente.
data-syncing = Sincronizando
data-up-to-date = Al día
data-partly = Casi al día: algunos datos no se han podido leer
data-paused = Sincronización en pausa
data-off = Sincronización desactivada para estos datos
data-failed = No se ha podido actualizar; volveremos a intentarlo
types-ready =
    { $count ->
        [one] { $ready } de { $count } tipo de datos listo
       *[other] { $ready } de { $count } tipos de datos listos
    }
remove-missing = Eliminarlos aquí
keep-missing = Conservarlos
removing = Buscaremos cada uno una vez más y después se eliminará aquí.
kept = Se quedan aquí.
many-missing-decide = { $name }: { $missing } de { $all } ya no están en { $app }. Se quedan aquí hasta que usted decida.
many-missing = { $name }: { $missing } de { $all } ya no están en { $app }. Se quedan aquí hasta que decida un administrador de su organización.
setting-name-lead = Solo lo ve su organización.
setting-sign-in = Volver a iniciar sesión
setting-sign-in-lead = Abre { $app } de nuevo para usar otras credenciales o permisos. No se pierde nada.
danger-zone = Zona de peligro
no-activity = Aún no ha ocurrido nada.
somebody = Alguien
the-app = la aplicación
activity-connected = { $who } conectó { $app }
activity-renamed = { $who } cambió el nombre a «{ $app }»
activity-relinked = { $who } volvió a conectar { $app }
activity-identity-changed = Se volvió a conectar a otra cuenta: los datos se obtienen de nuevo
activity-synced = { $who } pidió una sincronización
activity-setup-discarded = { $who } descartó la configuración de { $app }
activity-deleted = { $who } eliminó { $app }
activity-first-sync-completed = La primera sincronización ha terminado
activity-relink-needed = { $app } pidió volver a iniciar sesión
activity-error = { $app } dejó de funcionar
activity-recovered = { $app } vuelve a funcionar
activity-sweep-stopped = Faltaban muchos registros en { $app }, así que no se eliminó ninguno aquí
activity-removal-approved = { $who } aceptó eliminar los registros que faltan en { $app }
activity-removal-dismissed = { $who } conservó los registros que faltan en { $app }
activity-event-synced = { $app } se sincronizó
activity-event-data-changed = Han cambiado datos en { $app }
activity-event-issue = { $app } notificó un problema
activity-event-issue-resolved = Se resolvió un problema en { $app }
activity-event-deleted = { $app } retiró nuestro acceso

## Records

data-type = Tipo de datos
show = Mostrar
show-current = Actuales
show-deleted = Eliminados
pages = Páginas
first-page = Primera página
next-page = Página siguiente
look-further = Seguir buscando
export = Exportar como CSV
no-name = Sin nombre
elsewhere = Un registro que no está aquí
no-record = Este registro ya no está aquí.
technical = Mostrar detalles técnicos
records-failed = No se ha podido cargar esta lista. Inténtelo de nuevo.
sort-newest = Cambios más recientes primero
sort-oldest = Cambios más antiguos primero
last-changed-in = Último cambio en { $app }
sort-remote-id = Por ID en { $app }
id-in = ID en { $app }
type-unavailable = { $name }: no disponible
search-type = Buscar: { $name }
deleted-records =
    { $count ->
        [one] { $count } registro eliminado
       *[other] { $count } registros eliminados
    }
matches =
    { $count ->
        [one] { $count } coincidencia
       *[other] { $count } coincidencias
    }
on-this-page = { $what } en esta página
none-first-sync = { $name }: aparecerán aquí automáticamente cuando estén completos.
none-yet = Aún no hay nada aquí
none-stopped = { $app } necesita que vuelva a iniciar sesión antes de poder leer: { $name }.
none-unavailable-title = No disponible para esta aplicación
none-unavailable = { $app } no nos ofrece esto o está desactivado allí: { $name }.
none-so-far-title = Nada encontrado por ahora
none-so-far = Hay más registros de los que hemos revisado de una vez.
none-matches-title = Sin coincidencias
none-matches = Nada coincide con «{ $q }» en: { $name }.
none-more-title = No hay nada más
none-more = Ya ha visto todo lo que hay.
none-deleted = No se ha eliminado nada en { $app }: { $name }.
none-ready = En { $app } aún no hay nada: { $name }. Las novedades aparecerán aquí automáticamente.
deleted-in = Eliminado en { $app }; lo detectamos el { $when }.
yes = Sí
no = No
and-more = y { $count } más
label-changed = Cambiado

## Times

month-1 = enero
month-2 = febrero
month-3 = marzo
month-4 = abril
month-5 = mayo
month-6 = junio
month-7 = julio
month-8 = agosto
month-9 = septiembre
month-10 = octubre
month-11 = noviembre
month-12 = diciembre
date = { $day } de { $month } de { $year }
date-time = { $date }, { $time }
time-utc = { $time } UTC
today = Hoy
yesterday = Ayer
ago-now = ahora mismo
ago-minutes =
    { $count ->
        [one] hace { $count } minuto
       *[other] hace { $count } minutos
    }
ago-hours =
    { $count ->
        [one] hace { $count } hora
       *[other] hace { $count } horas
    }
ago-yesterday = ayer
ago-days =
    { $count ->
        [one] hace { $count } día
       *[other] hace { $count } días
    }
ahead-now = en cualquier momento
ahead-minutes =
    { $count ->
        [one] dentro de { $count } minuto
       *[other] dentro de { $count } minutos
    }
ahead-hours =
    { $count ->
        [one] dentro de { $count } hora
       *[other] dentro de { $count } horas
    }
ahead-tomorrow = mañana
ahead-days =
    { $count ->
        [one] dentro de { $count } día
       *[other] dentro de { $count } días
    }

## What went wrong

try-again = No ha funcionado. Inténtelo de nuevo.
internal = Algo ha fallado por nuestra parte. Inténtelo de nuevo.
refused-offline = No se ha podido contactar con el servidor. Compruebe la conexión e inténtelo de nuevo.
too-many-attempts =
    { $count ->
        [one] Demasiados intentos. Inténtelo de nuevo en un minuto.
       *[other] Demasiados intentos. Inténtelo de nuevo en { $count } minutos.
    }
asked-a-moment-ago =
    { $count ->
        [one] Esta aplicación se acaba de consultar. Inténtelo de nuevo en un minuto.
       *[other] Esta aplicación se acaba de consultar. Inténtelo de nuevo en { $count } minutos.
    }
refused-signed-out = Se ha cerrado la sesión. Vuelva a iniciar sesión para continuar.
refused-organization = Ahora ha iniciado sesión en otra organización. Vuelva a cargar la página para continuar.
sign-in = Iniciar sesión

## Small things that islands say

copy = Copiar
copied = Copiado
theme-system = Sistema
theme-light = Claro
theme-dark = Oscuro

## Around every page

page-description = Conecte las herramientas que su equipo ya utiliza y gestiónelas en un solo lugar.
page-skip = Saltar al contenido
page-main-nav = Principal
page-in-frame = Aplicaciones
page-account-menu = { $organization }, { $name }: cuenta y tema
page-account = Cuenta
page-theme = Tema
page-language = Idioma
page-operator = Operador
page-sign-out = Cerrar sesión
page-app-center-lead = Conecte las herramientas que su equipo ya utiliza.
page-connected-lead = Qué está conectado, qué tan reciente es y qué requiere su atención.
page-list-failed = No se ha podido cargar la lista de aplicaciones.
page-accounts-failed = No se han podido cargar sus aplicaciones conectadas.
page-try-again = Reintentar
page-try-again-link = Reintentar.
page-missing-title = Página no encontrada
page-missing-heading = No hemos encontrado esa página
page-missing-lead = Puede que se haya movido o que la aplicación ya no esté conectada.
page-go-to-app-center = Ir al Centro de aplicaciones
page-failed-title = Algo ha fallado
page-failed-heading = Algo ha fallado por nuestra parte
page-failed-lead = Nos estamos ocupando; no tiene que hacer nada. Inténtelo de nuevo en un momento.
page-optional = Opcional

## Signing in and up

page-sign-in-lead = Conecte y gestione las aplicaciones de su equipo.
page-enter-demo = Entrar en la demo
page-or = o
page-new-here = ¿Primera vez aquí?
page-sign-up = Registrarse
page-have-account = ¿Ya tiene una cuenta?
page-sign-up-closed = El registro está cerrado. Pida una invitación a los responsables de este sitio.
page-sign-up-lead = Una organización, todas sus aplicaciones.
page-create-organization = Crear organización
page-email = Correo electrónico
page-password = Contraseña
page-password-hint =
    { $count ->
        [one] Al menos { $count } carácter.
       *[other] Al menos { $count } caracteres.
    }
page-organization = Organización
page-your-name = Su nombre
page-join-title = Únase a su equipo
page-invitation-gone-title = Esta invitación ya no es válida
page-invitation-gone = Ya se usó, se retiró o ha caducado. Pida una nueva a quien se la envió.
page-invitation-lead = { $by } le invita a { $organization }.
page-invitation-lead-admin = { $by } le invita a { $organization } como administrador.
page-already-in = Ya pertenece a { $organization }. Pase el enlace a la persona a la que va dirigido.
page-join-as = Unirse como { $name }
page-join-organization = Unirse a { $organization }
page-sign-in-to-join = Iniciar sesión para unirse
page-not-you = ¿No es { $name }? Cerrar sesión

## An app's page

page-setting-up = Configuración
page-setup-minutes =
    { $count ->
        [one] Alrededor de { $count } minuto
       *[other] Unos { $count } minutos
    }
page-setup-admin = Necesitará acceso de administrador a { $app }
page-first-sync = La primera sincronización puede tardar desde minutos hasta unas horas.
page-reads = Qué leeremos
page-reads-lead = Se mantiene al día desde { $app }. Allí no se cambia nada.
page-more-in = Más en { $category }
page-see-all = Ver todas las aplicaciones de { $category }
page-bad-address = Este enlace ya no funciona.
page-show-all-records = Mostrar todos los registros
page-show-newest = Mostrar lo más reciente
page-newest = Más recientes
page-older = Anteriores

## Asking for an app

page-request-app = Solicitar una aplicación
page-request-lead = Díganos qué falta. Cuantos más equipos pidan una aplicación, antes llegará.
page-thanks = Gracias; le avisaremos.
page-asked-for =
    { $count ->
        [0] Nadie ha pedido { $name } todavía.
        [one] { $count } equipo ha pedido { $name }.
       *[other] { $count } equipos han pedido { $name }.
    }
page-back-to-apps = Volver a todas las aplicaciones
page-app-name = Nombre de la aplicación
page-website = Sitio web
page-what-for = ¿Para qué la usaría?
page-send-request = Enviar solicitud

## The people of an organisation

page-people-lead = Las personas de { $organization } y lo que pueden hacer.
page-people = Personas
page-only-admins-invite = Solo los administradores invitan a personas y cambian roles.
page-role-admin = Administrador
page-role-member = Miembro
page-role-of = Rol de { $name }
page-save-role-of = el rol de { $name }
page-leave = Salir
page-leave-organization = Salir de { $organization }
page-remove = Quitar
page-remove-person = Quitar a { $name }
page-remove-question = { $name } dejará de ver las aplicaciones de { $organization }. Las aplicaciones que { $name } conectó solo para sí se eliminan.
page-leave-question = Dejará de ver las aplicaciones de { $organization }. Las aplicaciones que conectó solo para usted se eliminan.
page-you = (usted)
page-last-admin = El único administrador. Nombre a otro administrador para cambiarlo.
page-invitations = Invitaciones
page-invite-lead = Envíe un enlace a quien invite. Funciona una vez, durante siete días.
page-invite = Invitar a personas
page-invited-role = Rol de la persona invitada
page-create-link = Crear enlace de invitación
page-invitation-link-role = Enlace de invitación { $number }, { $role }
page-invitation-link = enlace de invitación { $number }
page-invited-by = por { $who }
page-expires = caduca
page-withdraw = Retirar
page-withdraw-named = la invitación { $number }
page-organizations = Sus organizaciones
page-switch = Cambiar
page-switch-to = a { $organization }
page-here = (aquí)

## The command palette

page-palette = Buscar aplicaciones y acciones
page-palette-hint = Buscar o ir a…
page-results = Resultados
page-results-count =
    { $count ->
        [one] { $count } resultado
       *[other] { $count } resultados
    }
page-searching = Buscando…
page-key-move = mover
page-key-go = abrir
page-key-close = cerrar
page-actions = Acciones
page-theme-system = Tema del sistema
page-theme-light = Tema claro
page-theme-dark = Tema oscuro
page-quoted = «{ $text }»
page-alias-apps = marketplace, catálogo, explorar aplicaciones, inicio
page-alias-connected = integraciones, conexiones
page-alias-invite = añadir personas, invitaciones, nuevo miembro
page-alias-settings = personas, miembros, roles, equipo, preferencias
page-alias-request = aplicación que falta, sugerir una aplicación
page-alias-operator = bandeja de entrada, trabajos
page-alias-theme-system = tema, modo del sistema, apariencia
page-alias-theme-light = tema, modo claro, apariencia
page-alias-theme-dark = tema, modo oscuro, noche, apariencia
page-alias-sign-out = salir, desconectar

## What a form was refused for

page-problem-credentials = El correo electrónico o la contraseña no son correctos.
page-problem-email-taken = Alguien ya se ha registrado con este correo electrónico. Inicie sesión.
page-problem-sign-up-closed = El registro está cerrado. Pida una invitación.
page-problem-input = Falta algo o hay algo incorrecto. Compruebe los datos.
page-problem-not-allowed = Solo un administrador de su organización puede hacerlo.
page-problem-not-found = Esa aplicación ya no está conectada.
page-problem-organization = Ahora ha iniciado sesión en otra organización.
page-problem-decided = Aquí ya no hay nada que decidir.
page-problem-connected = Esta aplicación ya está conectada.
page-problem-last-admin = Una organización necesita un administrador. Nombre primero a otro.
page-problem-invitation = Esta invitación ya no es válida. Pida una nueva.
page-problem-setup = La configuración de esta aplicación aún no ha terminado.

## In a frame that lets nobody in

page-embed-here-title = Esto no se puede mostrar aquí
page-embed-here = El producto que está usando no tiene permiso para mostrar estas páginas. Avise a sus responsables.
page-embed-who-title = No hemos podido confirmar su identidad
page-embed-unverified = No se puede verificar lo que el producto que rodea esta página nos ha dicho de usted. Vuelva a cargar la página; si no ayuda, avise a sus responsables.
page-embed-audience = Lo que el producto que rodea esta página nos ha dicho está destinado a otro sitio. Avise a sus responsables.
page-embed-early = El reloj del producto que rodea esta página va adelantado. Vuelva a cargar la página en un momento; si no ayuda, avise a sus responsables.
page-embed-expired-title = Ha tardado demasiado
page-embed-reload = Vuelva a cargar la página para abrir de nuevo sus aplicaciones.
page-embed-used-title = Esto ya se abrió una vez
page-embed-over-title = Su visita aquí ha terminado
page-embed-many-title = Demasiadas personas a la vez
page-embed-many = Muchas personas acaban de abrir sus aplicaciones desde aquí. Vuelva a cargar la página en un minuto.
page-embed-unavailable = Nos estamos ocupando; no tiene que hacer nada. Vuelva a cargar la página en un momento.

## The operator's pages

page-op-all = Todos
page-op-received = Recibido
page-op-processing = En proceso
page-op-retry = Reintento
page-op-dead = Abandonado
page-op-done = Hecho
page-op-inbox = Bandeja de entrada
page-op-jobs = Trabajos
page-op-accounts = Cuentas
page-op-requests = Solicitudes
page-op-events = Eventos
page-op-inbox-lead = Los eventos más recientes del servicio. Su contenido nunca se muestra.
page-op-event = Evento
page-op-organization = Organización
page-op-state = Estado
page-op-tries = Intentos
page-op-problem = Problema
page-op-no-event = No hay ningún evento así.
page-op-replay = Repetir
page-op-replay-named = el evento { $id }
page-op-unreadable = ilegible
page-op-jobs-lead = Trabajo que se abandonó. Cuando se corrija la causa, vuelva a ejecutarlo.
page-op-given-up = Abandonado
page-op-job = Trabajo
page-op-reason = Motivo
page-op-no-job = No se ha abandonado ningún trabajo.
page-op-run-again = Ejecutar de nuevo
page-op-run-named = el trabajo { $id }
page-op-key-refused-since = El servicio rechaza nuestra clave, desde
page-op-key-refused = No llegan datos y ninguna cuenta tiene la culpa: configure una clave válida. Todo continúa solo en cuanto se acepte.
page-op-accounts-lead = Todas las aplicaciones conectadas de cada organización; primero las que fallan.
page-op-app = Aplicación
page-op-status = Estado
page-op-last-data = Últimos datos
page-op-changed = Cambiado
page-op-no-account = Aún no hay nada conectado.
page-op-elsewhere = { $status } (en otro lugar)
page-op-requests-lead = Las aplicaciones que se echan en falta; primero las más pedidas.
page-op-organizations = Organizaciones
page-op-people = Personas
page-op-website = Sitio web
page-op-asked-last = Última solicitud
page-op-no-request = Nadie ha pedido una aplicación todavía.

## What the server answers islands

page-told-signed-out = La sesión está cerrada. Inicie sesión e inténtelo de nuevo.
page-told-app-not-found = No hemos encontrado esa aplicación. Puede que se haya eliminado.
page-told-deleted = Esta aplicación se ha eliminado. Vuelva a conectarla si la necesita.
page-told-link-over = Esta conexión ya no se puede terminar. Vuelva a empezarla.
page-told-finishing = Todavía estamos terminando esta conexión. Aparecerá en un momento.
page-told-connecting-elsewhere = Otra página está conectando una aplicación en este momento ({ $category }). Termínela o ciérrela primero.
page-told-attempt-superseded = Se ha iniciado otro intento en esta página.
page-told-not-of-category = { $app } no pertenece a { $category }.
page-told-setup-unfinished = La configuración de esta aplicación no ha terminado. Continúela o descártela.
page-told-is-connected = Esta aplicación está conectada. Elimínela si ya no la necesita.
page-told-only-admins = Solo un administrador puede hacerlo. Pídalo a un administrador de su organización.
page-told-no-connecting = Ahora mismo no se pueden conectar aplicaciones. Nos estamos ocupando; no tiene que hacer nada.
page-told-busy = El otro servicio está ocupado. Inténtelo de nuevo en un minuto.
page-told-not-available = Esta aplicación no se puede conectar. Nos estamos ocupando; no tiene que hacer nada.
page-told-no-store = Ahora mismo no es posible. Inténtelo de nuevo en un momento.
page-told-no-data = Ahora mismo no podemos acceder a los datos. Inténtelo de nuevo en un momento.
page-told-no-checking = Ahora mismo no podemos comprobar si hay datos nuevos. Nos estamos ocupando; no tiene que hacer nada.
page-told-asks-sign-in = Esta aplicación pide volver a iniciar sesión. Vuelva a conectarla para recibir datos nuevos.
page-told-removed-access = Esta aplicación ha retirado nuestro acceso. Vuelva a conectarla para recibir datos nuevos.
page-told-check-failed = No hemos podido comprobar si hay datos nuevos. Inténtelo de nuevo en un momento.
page-told-not-here = Esto no está disponible aquí.
page-told-nothing-here = No hay nada en esta dirección.
page-told-switched = Ha cambiado de organización desde que se abrió esta página. Vuelva a cargarla.
page-plain-away = Volvemos enseguida.
page-plain-back = Volver al inicio
page-told-other-environment = Esta aplicación se conectó en otro entorno y aquí solo se puede eliminar.
page-told-other-service = Esta aplicación se conectó a través de otra dirección de servicio y no se puede sincronizar desde aquí.
page-told-no-demand = La sincronización a petición no está incluida en el plan actual. Comprobamos de todos modos si hay datos nuevos; la próxima sincronización se hará sola.
page-told-another-app = Otra aplicación
page-told-text-missing = { $what }: falta rellenarlo.
page-told-text-short = { $what }: demasiado corto, use al menos { $min } caracteres.
page-told-text-long = { $what }: demasiado largo, use como máximo { $max } caracteres.
page-told-text-odd = { $what }: contiene caracteres que no se pueden mostrar.
page-told-text-address = Escriba una dirección de correo electrónico como name@example.com.
page-told-taken-deleting = { $app } todavía se está eliminando. Inténtelo de nuevo cuando haya terminado.
page-told-taken = { $app } ya está conectada. Elimínela antes de conectar otra aplicación de este tipo.
