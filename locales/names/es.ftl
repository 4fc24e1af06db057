### What data are called, in Spanish: data types, the fields of records, and the words that fields choose from. None of it travels to the
### browser by itself; src/words/mod.rs says more. Of a data type: its name, one of it and many of it in the middle of a sentence, and what is read.

## HR

hris-Employee = Empleados
hris-Employee-one = empleado
hris-Employee-count =
    { $count ->
        [one] { $count } empleado
        [many] { $count } de empleados
       *[other] { $count } empleados
    }
hris-Employee-reads = Nombres, correo de trabajo, puesto, responsable y fecha de incorporación
hris-Employment = Puestos y salarios
hris-Employment-one = puesto
hris-Employment-count =
    { $count ->
        [one] { $count } puesto
        [many] { $count } de puestos
       *[other] { $count } puestos
    }
hris-Employment-reads = Puesto, tipo de contrato, salario y fechas de vigencia
hris-Group = Departamentos y grupos
hris-Group-one = grupo
hris-Group-count =
    { $count ->
        [one] { $count } grupo
        [many] { $count } de grupos
       *[other] { $count } grupos
    }
hris-Group-reads = Nombres de departamentos, unidades de negocio y centros de coste
hris-Team = Equipos
hris-Team-one = equipo
hris-Team-count =
    { $count ->
        [one] { $count } equipo
        [many] { $count } de equipos
       *[other] { $count } equipos
    }
hris-Team-reads = Nombres de los equipos y su jerarquía
hris-Location = Ubicaciones
hris-Location-one = ubicación
hris-Location-count =
    { $count ->
        [one] { $count } ubicación
        [many] { $count } de ubicaciones
       *[other] { $count } ubicaciones
    }
hris-Location-reads = Direcciones de trabajo y particulares, ciudad y país
hris-Company = Empresas
hris-Company-one = empresa
hris-Company-count =
    { $count ->
        [one] { $count } empresa
        [many] { $count } de empresas
       *[other] { $count } empresas
    }
hris-Company-reads = Nombres legales y comerciales de sus empresas
hris-TimeOff = Ausencias
hris-TimeOff-one = solicitud de ausencia
hris-TimeOff-count =
    { $count ->
        [one] { $count } solicitud de ausencia
        [many] { $count } de solicitudes de ausencia
       *[other] { $count } solicitudes de ausencia
    }
hris-TimeOff-reads = Solicitudes con fechas, tipo de ausencia y aprobación
hris-TimeOffBalance = Saldos de ausencias
hris-TimeOffBalance-one = saldo de ausencias
hris-TimeOffBalance-count =
    { $count ->
        [one] { $count } saldo de ausencias
        [many] { $count } de saldos de ausencias
       *[other] { $count } saldos de ausencias
    }
hris-TimeOffBalance-reads = Días u horas restantes y usados, por tipo de ausencia
hris-PayGroup = Grupos de nómina
hris-PayGroup-one = grupo de nómina
hris-PayGroup-count =
    { $count ->
        [one] { $count } grupo de nómina
        [many] { $count } de grupos de nómina
       *[other] { $count } grupos de nómina
    }
hris-PayGroup-reads = Nombres de los grupos que se pagan juntos
hris-PayrollRun = Procesos de nómina
hris-PayrollRun-one = proceso de nómina
hris-PayrollRun-count =
    { $count ->
        [one] { $count } proceso de nómina
        [many] { $count } de procesos de nómina
       *[other] { $count } procesos de nómina
    }
hris-PayrollRun-reads = Períodos de pago, fechas de pago y su estado
hris-EmployeePayrollRun = Recibos de nómina
hris-EmployeePayrollRun-one = recibo de nómina
hris-EmployeePayrollRun-count =
    { $count ->
        [one] { $count } recibo de nómina
        [many] { $count } de recibos de nómina
       *[other] { $count } recibos de nómina
    }
hris-EmployeePayrollRun-reads = Salario bruto y neto, percepciones, deducciones e impuestos por persona
hris-BankInfo = Datos bancarios
hris-BankInfo-one = cuenta bancaria
hris-BankInfo-count =
    { $count ->
        [one] { $count } cuenta bancaria
        [many] { $count } de cuentas bancarias
       *[other] { $count } cuentas bancarias
    }
hris-BankInfo-reads = Banco, números de cuenta y códigos bancarios de los empleados
hris-Benefit = Beneficios
hris-Benefit-one = beneficio
hris-Benefit-count =
    { $count ->
        [one] { $count } beneficio
        [many] { $count } de beneficios
       *[other] { $count } beneficios
    }
hris-Benefit-reads = Planes en los que participan las personas, con sus aportaciones
hris-EmployerBenefit = Planes de beneficios
hris-EmployerBenefit-one = plan de beneficios
hris-EmployerBenefit-count =
    { $count ->
        [one] { $count } plan de beneficios
        [many] { $count } de planes de beneficios
       *[other] { $count } planes de beneficios
    }
hris-EmployerBenefit-reads = Planes que ofrece su empresa, con los importes deducidos
hris-Dependent = Personas a cargo
hris-Dependent-one = persona a cargo
hris-Dependent-count =
    { $count ->
        [one] { $count } persona a cargo
        [many] { $count } de personas a cargo
       *[other] { $count } personas a cargo
    }
hris-Dependent-reads = Familiares cubiertos por los beneficios y su parentesco
hris-TimesheetEntry = Partes de horas
hris-TimesheetEntry-one = registro de horas
hris-TimesheetEntry-count =
    { $count ->
        [one] { $count } registro de horas
        [many] { $count } de registros de horas
       *[other] { $count } registros de horas
    }
hris-TimesheetEntry-reads = Horas trabajadas, con inicio y fin

## Recruiting

ats-Candidate = Candidatos
ats-Candidate-one = candidato
ats-Candidate-count =
    { $count ->
        [one] { $count } candidato
        [many] { $count } de candidatos
       *[other] { $count } candidatos
    }
ats-Candidate-reads = Nombres, datos de contacto, empresa y puesto actuales
ats-Application = Candidaturas
ats-Application-one = candidatura
ats-Application-count =
    { $count ->
        [one] { $count } candidatura
        [many] { $count } de candidaturas
       *[other] { $count } candidaturas
    }
ats-Application-reads = Quién se postuló a qué puesto, cuándo, y la fase actual
ats-Job = Vacantes
ats-Job-one = vacante
ats-Job-count =
    { $count ->
        [one] { $count } vacante
        [many] { $count } de vacantes
       *[other] { $count } vacantes
    }
ats-Job-reads = Títulos, descripciones, estado y equipos de selección
ats-JobPosting = Ofertas publicadas
ats-JobPosting-one = oferta publicada
ats-JobPosting-count =
    { $count ->
        [one] { $count } oferta publicada
        [many] { $count } de ofertas publicadas
       *[other] { $count } ofertas publicadas
    }
ats-JobPosting-reads = Anuncios publicados, dónde aparecen y su estado
ats-JobInterviewStage = Fases de entrevista
ats-JobInterviewStage-one = fase de entrevista
ats-JobInterviewStage-count =
    { $count ->
        [one] { $count } fase de entrevista
        [many] { $count } de fases de entrevista
       *[other] { $count } fases de entrevista
    }
ats-JobInterviewStage-reads = Nombres y orden de las fases de cada vacante
ats-ScheduledInterview = Entrevistas
ats-ScheduledInterview-one = entrevista
ats-ScheduledInterview-count =
    { $count ->
        [one] { $count } entrevista
        [many] { $count } de entrevistas
       *[other] { $count } entrevistas
    }
ats-ScheduledInterview-reads = Horarios, lugares, entrevistadores y estado
ats-Scorecard = Evaluaciones
ats-Scorecard-one = evaluación
ats-Scorecard-count =
    { $count ->
        [one] { $count } evaluación
        [many] { $count } de evaluaciones
       *[other] { $count } evaluaciones
    }
ats-Scorecard-reads = Recomendaciones de los entrevistadores y cuándo se dieron
ats-Offer = Ofertas de empleo
ats-Offer-one = oferta de empleo
ats-Offer-count =
    { $count ->
        [one] { $count } oferta de empleo
        [many] { $count } de ofertas de empleo
       *[other] { $count } ofertas de empleo
    }
ats-Offer-reads = Estado, fechas de envío y de inicio de las ofertas
ats-Activity = Actividad
ats-Activity-one = actividad
ats-Activity-count =
    { $count ->
        [one] { $count } actividad
        [many] { $count } de actividades
       *[other] { $count } actividades
    }
ats-Activity-reads = Notas, correos y llamadas sobre los candidatos
ats-Attachment = Archivos adjuntos
ats-Attachment-one = archivo adjunto
ats-Attachment-count =
    { $count ->
        [one] { $count } archivo adjunto
        [many] { $count } de archivos adjuntos
       *[other] { $count } archivos adjuntos
    }
ats-Attachment-reads = Currículums, cartas de presentación y otros archivos de los candidatos
ats-Department = Departamentos
ats-Department-one = departamento
ats-Department-count =
    { $count ->
        [one] { $count } departamento
        [many] { $count } de departamentos
       *[other] { $count } departamentos
    }
ats-Department-reads = Nombres de los departamentos que contratan
ats-Office = Oficinas
ats-Office-one = oficina
ats-Office-count =
    { $count ->
        [one] { $count } oficina
        [many] { $count } de oficinas
       *[other] { $count } oficinas
    }
ats-Office-reads = Nombres y lugares de sus oficinas
ats-RemoteUser = Usuarios de selección
ats-RemoteUser-one = usuario de selección
ats-RemoteUser-count =
    { $count ->
        [one] { $count } usuario de selección
        [many] { $count } de usuarios de selección
       *[other] { $count } usuarios de selección
    }
ats-RemoteUser-reads = Nombres, correo y rol de las personas que contratan
ats-RejectReason = Motivos de rechazo
ats-RejectReason-one = motivo de rechazo
ats-RejectReason-count =
    { $count ->
        [one] { $count } motivo de rechazo
        [many] { $count } de motivos de rechazo
       *[other] { $count } motivos de rechazo
    }
ats-RejectReason-reads = Los motivos entre los que elige su equipo
ats-Tag = Etiquetas
ats-Tag-one = etiqueta
ats-Tag-count =
    { $count ->
        [one] { $count } etiqueta
        [many] { $count } de etiquetas
       *[other] { $count } etiquetas
    }
ats-Tag-reads = Etiquetas que su equipo asigna a los candidatos
ats-EEOC = Respuestas EEO
ats-EEOC-one = respuesta EEO
ats-EEOC-count =
    { $count ->
        [one] { $count } respuesta EEO
        [many] { $count } de respuestas EEO
       *[other] { $count } respuestas EEO
    }
ats-EEOC-reads = Respuestas voluntarias sobre género, raza, condición de veterano y discapacidad

## CRM

crm-Account = Cuentas
crm-Account-one = cuenta
crm-Account-count =
    { $count ->
        [one] { $count } cuenta
        [many] { $count } de cuentas
       *[other] { $count } cuentas
    }
crm-Account-reads = Nombres de empresas, sector, sitio web, direcciones y responsable
crm-Contact = Contactos
crm-Contact-one = contacto
crm-Contact-count =
    { $count ->
        [one] { $count } contacto
        [many] { $count } de contactos
       *[other] { $count } contactos
    }
crm-Contact-reads = Nombres, correo, teléfonos y empresa
crm-Opportunity = Oportunidades
crm-Opportunity-one = oportunidad
crm-Opportunity-count =
    { $count ->
        [one] { $count } oportunidad
        [many] { $count } de oportunidades
       *[other] { $count } oportunidades
    }
crm-Opportunity-reads = Importe, fase, fecha de cierre y responsable
crm-Lead = Clientes potenciales
crm-Lead-one = cliente potencial
crm-Lead-count =
    { $count ->
        [one] { $count } cliente potencial
        [many] { $count } de clientes potenciales
       *[other] { $count } clientes potenciales
    }
crm-Lead-reads = Nombres, empresa, datos de contacto y origen
crm-Stage = Fases de venta
crm-Stage-one = fase de venta
crm-Stage-count =
    { $count ->
        [one] { $count } fase de venta
        [many] { $count } de fases de venta
       *[other] { $count } fases de venta
    }
crm-Stage-reads = Nombres de las fases de su embudo de ventas
crm-Engagement = Llamadas, reuniones y correos
crm-Engagement-one = interacción
crm-Engagement-count =
    { $count ->
        [one] { $count } interacción
        [many] { $count } de interacciones
       *[other] { $count } interacciones
    }
crm-Engagement-reads = Asunto, contenido, hora y personas de cada interacción
crm-EngagementType = Tipos de interacción
crm-EngagementType-one = tipo de interacción
crm-EngagementType-count =
    { $count ->
        [one] { $count } tipo de interacción
        [many] { $count } de tipos de interacción
       *[other] { $count } tipos de interacción
    }
crm-EngagementType-reads = Nombres de los tipos de interacción
crm-Task = Tareas
crm-Task-one = tarea
crm-Task-count =
    { $count ->
        [one] { $count } tarea
        [many] { $count } de tareas
       *[other] { $count } tareas
    }
crm-Task-reads = Asunto, vencimiento, estado y responsable
crm-Note = Notas
crm-Note-one = nota
crm-Note-count =
    { $count ->
        [one] { $count } nota
        [many] { $count } de notas
       *[other] { $count } notas
    }
crm-Note-reads = Texto de las notas y de qué tratan
crm-User = Usuarios del CRM
crm-User-one = usuario del CRM
crm-User-count =
    { $count ->
        [one] { $count } usuario del CRM
        [many] { $count } de usuarios del CRM
       *[other] { $count } usuarios del CRM
    }
crm-User-reads = Nombres y correo de las personas que venden

## Accounting

accounting-Invoice = Facturas
accounting-Invoice-one = factura
accounting-Invoice-count =
    { $count ->
        [one] { $count } factura
        [many] { $count } de facturas
       *[other] { $count } facturas
    }
accounting-Invoice-reads = Clientes y proveedores, líneas, importes, vencimientos y estado
accounting-Payment = Pagos
accounting-Payment-one = pago
accounting-Payment-count =
    { $count ->
        [one] { $count } pago
        [many] { $count } de pagos
       *[other] { $count } pagos
    }
accounting-Payment-reads = Importes, fechas y las facturas que saldan
accounting-Account = Plan contable
accounting-Account-one = cuenta contable
accounting-Account-count =
    { $count ->
        [one] { $count } cuenta contable
        [many] { $count } de cuentas contables
       *[other] { $count } cuentas contables
    }
accounting-Account-reads = Nombres, números, tipos y saldos de las cuentas
accounting-Contact = Clientes y proveedores
accounting-Contact-one = contacto
accounting-Contact-count =
    { $count ->
        [one] { $count } contacto
        [many] { $count } de contactos
       *[other] { $count } contactos
    }
accounting-Contact-reads = Nombres, correo, direcciones y números fiscales
accounting-CompanyInfo = Datos de la empresa
accounting-CompanyInfo-one = empresa
accounting-CompanyInfo-count =
    { $count ->
        [one] { $count } empresa
        [many] { $count } de empresas
       *[other] { $count } empresas
    }
accounting-CompanyInfo-reads = Nombre legal, número fiscal, moneda y ejercicio
accounting-Transaction = Transacciones
accounting-Transaction-one = transacción
accounting-Transaction-count =
    { $count ->
        [one] { $count } transacción
        [many] { $count } de transacciones
       *[other] { $count } transacciones
    }
accounting-Transaction-reads = Movimientos bancarios y contables con fechas e importes
accounting-JournalEntry = Asientos contables
accounting-JournalEntry-one = asiento contable
accounting-JournalEntry-count =
    { $count ->
        [one] { $count } asiento contable
        [many] { $count } de asientos contables
       *[other] { $count } asientos contables
    }
accounting-JournalEntry-reads = Debe y haber por cuenta, con concepto y fecha
accounting-Item = Productos y servicios
accounting-Item-one = artículo
accounting-Item-count =
    { $count ->
        [one] { $count } artículo
        [many] { $count } de artículos
       *[other] { $count } artículos
    }
accounting-Item-reads = Nombres, precios y las cuentas a las que se imputan
accounting-Expense = Gastos
accounting-Expense-one = gasto
accounting-Expense-count =
    { $count ->
        [one] { $count } gasto
        [many] { $count } de gastos
       *[other] { $count } gastos
    }
accounting-Expense-reads = Gastos por cuenta, proveedor y fecha
accounting-ExpenseReport = Informes de gastos
accounting-ExpenseReport-one = informe de gastos
accounting-ExpenseReport-count =
    { $count ->
        [one] { $count } informe de gastos
        [many] { $count } de informes de gastos
       *[other] { $count } informes de gastos
    }
accounting-ExpenseReport-reads = Informes que entregan los empleados, con importes y estado
accounting-CreditNote = Notas de crédito
accounting-CreditNote-one = nota de crédito
accounting-CreditNote-count =
    { $count ->
        [one] { $count } nota de crédito
        [many] { $count } de notas de crédito
       *[other] { $count } notas de crédito
    }
accounting-CreditNote-reads = Abonos a clientes, con importes y estado
accounting-VendorCredit = Abonos de proveedores
accounting-VendorCredit-one = abono de proveedor
accounting-VendorCredit-count =
    { $count ->
        [one] { $count } abono de proveedor
        [many] { $count } de abonos de proveedores
       *[other] { $count } abonos de proveedores
    }
accounting-VendorCredit-reads = Abonos de proveedores, con importes y fechas
accounting-PurchaseOrder = Órdenes de compra
accounting-PurchaseOrder-one = orden de compra
accounting-PurchaseOrder-count =
    { $count ->
        [one] { $count } orden de compra
        [many] { $count } de órdenes de compra
       *[other] { $count } órdenes de compra
    }
accounting-PurchaseOrder-reads = Qué se pidió a los proveedores, importes y estado
accounting-SalesOrder = Pedidos de venta
accounting-SalesOrder-one = pedido de venta
accounting-SalesOrder-count =
    { $count ->
        [one] { $count } pedido de venta
        [many] { $count } de pedidos de venta
       *[other] { $count } pedidos de venta
    }
accounting-SalesOrder-reads = Qué pidieron los clientes, importes y estado
accounting-ItemFulfillment = Envíos
accounting-ItemFulfillment-one = envío
accounting-ItemFulfillment-count =
    { $count ->
        [one] { $count } envío
        [many] { $count } de envíos
       *[other] { $count } envíos
    }
accounting-ItemFulfillment-reads = Qué se envió para cada pedido
accounting-TaxRate = Tipos impositivos
accounting-TaxRate-one = tipo impositivo
accounting-TaxRate-count =
    { $count ->
        [one] { $count } tipo impositivo
        [many] { $count } de tipos impositivos
       *[other] { $count } tipos impositivos
    }
accounting-TaxRate-reads = Nombres y porcentajes de sus impuestos
accounting-TrackingCategory = Clases y departamentos
accounting-TrackingCategory-one = categoría analítica
accounting-TrackingCategory-count =
    { $count ->
        [one] { $count } categoría analítica
        [many] { $count } de categorías analíticas
       *[other] { $count } categorías analíticas
    }
accounting-TrackingCategory-reads = Nombres de las clases y departamentos de imputación
accounting-Project = Proyectos
accounting-Project-one = proyecto
accounting-Project-count =
    { $count ->
        [one] { $count } proyecto
        [many] { $count } de proyectos
       *[other] { $count } proyectos
    }
accounting-Project-reads = Nombres y estado de los proyectos a los que se imputan costes
accounting-Employee = Empleados
accounting-Employee-one = empleado
accounting-Employee-count =
    { $count ->
        [one] { $count } empleado
        [many] { $count } de empleados
       *[other] { $count } empleados
    }
accounting-Employee-reads = Nombres y correo de las personas de su contabilidad
accounting-BalanceSheet = Balances
accounting-BalanceSheet-one = balance
accounting-BalanceSheet-count =
    { $count ->
        [one] { $count } balance
        [many] { $count } de balances
       *[other] { $count } balances
    }
accounting-BalanceSheet-reads = Activo, pasivo y patrimonio en una fecha
accounting-IncomeStatement = Cuentas de resultados
accounting-IncomeStatement-one = cuenta de resultados
accounting-IncomeStatement-count =
    { $count ->
        [one] { $count } cuenta de resultados
        [many] { $count } de cuentas de resultados
       *[other] { $count } cuentas de resultados
    }
accounting-IncomeStatement-reads = Ingresos, costes y beneficio de un período
accounting-CashFlowStatement = Estados de flujo de efectivo
accounting-CashFlowStatement-one = estado de flujo de efectivo
accounting-CashFlowStatement-count =
    { $count ->
        [one] { $count } estado de flujo de efectivo
        [many] { $count } de estados de flujo de efectivo
       *[other] { $count } estados de flujo de efectivo
    }
accounting-CashFlowStatement-reads = Entradas y salidas de efectivo en un período
accounting-GeneralLedgerTransaction = Libro mayor
accounting-GeneralLedgerTransaction-one = apunte del libro mayor
accounting-GeneralLedgerTransaction-count =
    { $count ->
        [one] { $count } apunte del libro mayor
        [many] { $count } de apuntes del libro mayor
       *[other] { $count } apuntes del libro mayor
    }
accounting-GeneralLedgerTransaction-reads = Cada apunte de su libro mayor, con cuenta y fecha
accounting-BankFeedAccount = Conexiones bancarias
accounting-BankFeedAccount-one = conexión bancaria
accounting-BankFeedAccount-count =
    { $count ->
        [one] { $count } conexión bancaria
        [many] { $count } de conexiones bancarias
       *[other] { $count } conexiones bancarias
    }
accounting-BankFeedAccount-reads = Cuentas bancarias que alimentan su contabilidad
accounting-BankFeedTransaction = Movimientos bancarios
accounting-BankFeedTransaction-one = movimiento bancario
accounting-BankFeedTransaction-count =
    { $count ->
        [one] { $count } movimiento bancario
        [many] { $count } de movimientos bancarios
       *[other] { $count } movimientos bancarios
    }
accounting-BankFeedTransaction-reads = Líneas de sus extractos bancarios
accounting-AccountingPeriod = Períodos contables
accounting-AccountingPeriod-one = período contable
accounting-AccountingPeriod-count =
    { $count ->
        [one] { $count } período contable
        [many] { $count } de períodos contables
       *[other] { $count } períodos contables
    }
accounting-AccountingPeriod-reads = Inicio, fin y estado de cada período
accounting-PaymentTerm = Condiciones de pago
accounting-PaymentTerm-one = condición de pago
accounting-PaymentTerm-count =
    { $count ->
        [one] { $count } condición de pago
        [many] { $count } de condiciones de pago
       *[other] { $count } condiciones de pago
    }
accounting-PaymentTerm-reads = Días hasta el vencimiento y descuentos
accounting-PaymentMethod = Formas de pago
accounting-PaymentMethod-one = forma de pago
accounting-PaymentMethod-count =
    { $count ->
        [one] { $count } forma de pago
        [many] { $count } de formas de pago
       *[other] { $count } formas de pago
    }
accounting-PaymentMethod-reads = Nombres de las formas en que paga y le pagan
accounting-AccountingAttachment = Archivos adjuntos
accounting-AccountingAttachment-one = archivo adjunto
accounting-AccountingAttachment-count =
    { $count ->
        [one] { $count } archivo adjunto
        [many] { $count } de archivos adjuntos
       *[other] { $count } archivos adjuntos
    }
accounting-AccountingAttachment-reads = Archivos guardados con facturas y gastos

## Ticketing

ticketing-Ticket = Tickets
ticketing-Ticket-one = ticket
ticketing-Ticket-count =
    { $count ->
        [one] { $count } ticket
        [many] { $count } de tickets
       *[other] { $count } tickets
    }
ticketing-Ticket-reads = Título, descripción, estado, prioridad y persona asignada
ticketing-Comment = Comentarios
ticketing-Comment-one = comentario
ticketing-Comment-count =
    { $count ->
        [one] { $count } comentario
        [many] { $count } de comentarios
       *[other] { $count } comentarios
    }
ticketing-Comment-reads = Texto de los comentarios, con autor y hora
ticketing-Project = Proyectos
ticketing-Project-one = proyecto
ticketing-Project-count =
    { $count ->
        [one] { $count } proyecto
        [many] { $count } de proyectos
       *[other] { $count } proyectos
    }
ticketing-Project-reads = Nombres y descripciones de los proyectos
ticketing-Collection = Listas y proyectos
ticketing-Collection-one = lista
ticketing-Collection-count =
    { $count ->
        [one] { $count } lista
        [many] { $count } de listas
       *[other] { $count } listas
    }
ticketing-Collection-reads = Nombres de las listas, tableros y proyectos que contienen tickets
ticketing-User = Miembros del equipo
ticketing-User-one = miembro del equipo
ticketing-User-count =
    { $count ->
        [one] { $count } miembro del equipo
        [many] { $count } de miembros del equipo
       *[other] { $count } miembros del equipo
    }
ticketing-User-reads = Nombres y correo de las personas que atienden los tickets
ticketing-Team = Equipos
ticketing-Team-one = equipo
ticketing-Team-count =
    { $count ->
        [one] { $count } equipo
        [many] { $count } de equipos
       *[other] { $count } equipos
    }
ticketing-Team-reads = Nombres y descripciones de los equipos
ticketing-Contact = Clientes
ticketing-Contact-one = cliente
ticketing-Contact-count =
    { $count ->
        [one] { $count } cliente
        [many] { $count } de clientes
       *[other] { $count } clientes
    }
ticketing-Contact-reads = Nombres, correo y teléfono de las personas que escribieron
ticketing-Account = Empresas clientes
ticketing-Account-one = empresa cliente
ticketing-Account-count =
    { $count ->
        [one] { $count } empresa cliente
        [many] { $count } de empresas clientes
       *[other] { $count } empresas clientes
    }
ticketing-Account-reads = Nombres de las empresas y sus dominios
ticketing-Attachment = Archivos adjuntos
ticketing-Attachment-one = archivo adjunto
ticketing-Attachment-count =
    { $count ->
        [one] { $count } archivo adjunto
        [many] { $count } de archivos adjuntos
       *[other] { $count } archivos adjuntos
    }
ticketing-Attachment-reads = Archivos añadidos a tickets y comentarios
ticketing-Tag = Etiquetas
ticketing-Tag-one = etiqueta
ticketing-Tag-count =
    { $count ->
        [one] { $count } etiqueta
        [many] { $count } de etiquetas
       *[other] { $count } etiquetas
    }
ticketing-Tag-reads = Etiquetas que su equipo asigna a los tickets
ticketing-Role = Roles
ticketing-Role-one = rol
ticketing-Role-count =
    { $count ->
        [one] { $count } rol
        [many] { $count } de roles
       *[other] { $count } roles
    }
ticketing-Role-reads = Nombres de los roles y lo que permiten

## File storage

filestorage-File = Archivos
filestorage-File-one = archivo
filestorage-File-count =
    { $count ->
        [one] { $count } archivo
        [many] { $count } de archivos
       *[other] { $count } archivos
    }
filestorage-File-reads = Nombres, tipos, tamaños, contenidos y quién puede abrirlos
filestorage-Folder = Carpetas
filestorage-Folder-one = carpeta
filestorage-Folder-count =
    { $count ->
        [one] { $count } carpeta
        [many] { $count } de carpetas
       *[other] { $count } carpetas
    }
filestorage-Folder-reads = Nombres, lugares y quién puede abrirlas
filestorage-Drive = Unidades
filestorage-Drive-one = unidad
filestorage-Drive-count =
    { $count ->
        [one] { $count } unidad
        [many] { $count } de unidades
       *[other] { $count } unidades
    }
filestorage-Drive-reads = Nombres y tamaños de las unidades compartidas
filestorage-User = Personas
filestorage-User-one = persona
filestorage-User-count =
    { $count ->
        [one] { $count } persona
        [many] { $count } de personas
       *[other] { $count } personas
    }
filestorage-User-reads = Nombres y correo de las personas con acceso
filestorage-Group = Grupos
filestorage-Group-one = grupo
filestorage-Group-count =
    { $count ->
        [one] { $count } grupo
        [many] { $count } de grupos
       *[other] { $count } grupos
    }
filestorage-Group-reads = Nombres de los grupos y quién está en ellos

## Knowledge base

knowledgebase-Article = Artículos
knowledgebase-Article-one = artículo
knowledgebase-Article-count =
    { $count ->
        [one] { $count } artículo
        [many] { $count } de artículos
       *[other] { $count } artículos
    }
knowledgebase-Article-reads = Títulos, texto, autores, estado y quién puede leerlos
knowledgebase-Container = Espacios y carpetas
knowledgebase-Container-one = espacio
knowledgebase-Container-count =
    { $count ->
        [one] { $count } espacio
        [many] { $count } de espacios
       *[other] { $count } espacios
    }
knowledgebase-Container-reads = Nombres y jerarquía de los espacios y carpetas
knowledgebase-User = Autores y lectores
knowledgebase-User-one = persona
knowledgebase-User-count =
    { $count ->
        [one] { $count } persona
        [many] { $count } de personas
       *[other] { $count } personas
    }
knowledgebase-User-reads = Nombres y correo de las personas con acceso
knowledgebase-Group = Grupos
knowledgebase-Group-one = grupo
knowledgebase-Group-count =
    { $count ->
        [one] { $count } grupo
        [many] { $count } de grupos
       *[other] { $count } grupos
    }
knowledgebase-Group-reads = Nombres de los grupos y quién está en ellos
knowledgebase-Attachment = Archivos adjuntos
knowledgebase-Attachment-one = archivo adjunto
knowledgebase-Attachment-count =
    { $count ->
        [one] { $count } archivo adjunto
        [many] { $count } de archivos adjuntos
       *[other] { $count } archivos adjuntos
    }
knowledgebase-Attachment-reads = Archivos añadidos a los artículos

## Fields

field-access_level = Nivel de acceso
field-access_role = Rol de acceso
field-account = Cuenta
field-account_number = Número de cuenta
field-account_type = Tipo de cuenta
field-account_url = URL de la cuenta
field-accounting_period = Período contable
field-actions = Acciones
field-activity_type = Tipo de actividad
field-address_type = Tipo de dirección
field-addresses = Direcciones
field-amount = Importe
field-answer = Respuesta
field-application = Candidatura
field-applications = Candidaturas
field-applied_amount = Importe aplicado
field-applied_at = Fecha de candidatura
field-applied_credit_notes = Notas de crédito aplicadas
field-applied_date = Fecha de aplicación
field-applied_payments = Pagos aplicados
field-applied_to_collections = Aplicado a listas
field-applied_to_lines = Aplicado a líneas
field-applied_to_roles = Aplicado a roles
field-applied_to_teams = Aplicado a equipos
field-applied_to_users = Aplicado a personas
field-applied_vendor_credits = Abonos de proveedores aplicados
field-approver = Aprobador
field-article_content_download_url = URL de descarga del artículo
field-article_url = URL del artículo
field-assets = Activo
field-assigned_teams = Equipos asignados
field-assignees = Personas asignadas
field-association_types = Tipos de asociación
field-attachment_type = Tipo de archivo adjunto
field-attachment_url = URL del archivo adjunto
field-attachments = Archivos adjuntos
field-author = Autor
field-avatar = Foto de perfil
field-balance = Saldo
field-bank_feed_account = Conexión bancaria
field-bank_name = Banco
field-benefit_plan_type = Tipo de beneficio
field-body = Texto
field-can_email = Contacto por correo permitido
field-candidate = Candidato
field-cash_at_beginning_of_period = Efectivo al inicio del período
field-cash_at_end_of_period = Efectivo al final del período
field-category_type = Tipo de categoría
field-check_date = Fecha de pago
field-checksum = Suma de comprobación
field-child_groups = Subgrupos
field-city = Ciudad
field-classification = Clasificación
field-close_date = Fecha de cierre
field-closed_at = Fecha de cierre
field-code = Código
field-collection_type = Tipo de lista
field-collection_url = URL de la lista
field-collections = Listas
field-company = Empresa
field-company_contribution = Aportación de la empresa
field-company_deduction = Deducción de la empresa
field-completed_at = Fecha de finalización
field-completed_date = Fecha de finalización
field-component_type = Tipo de componente
field-confidential = Confidencial
field-contact = Contacto
field-contact_url = URL del contacto
field-contacts = Contactos
field-container_url = URL del espacio
field-content = Contenido
field-content_type = Tipo de contenido
field-converted_account = Cuenta convertida
field-converted_contact = Contacto convertido
field-converted_date = Fecha de conversión
field-cost_of_sales = Coste de ventas
field-country = País
field-country_subdivision = Región
field-creator = Creador
field-credit_note = Nota de crédito
field-credit_or_debit = Haber o debe
field-credited_to = Atribuido a
field-currency = Moneda
field-current_balance = Saldo actual
field-current_stage = Fase actual
field-custom_fields = Campos personalizados
field-customer = Cliente
field-date = Fecha
field-date_of_birth = Fecha de nacimiento
field-days_until_due = Días hasta el vencimiento
field-deduction_code = Código de deducción
field-deductions = Deducciones
field-delivery_address = Dirección de entrega
field-delivery_date = Fecha de entrega
field-departments = Departamentos
field-description = Descripción
field-details = Detalles
field-direction = Dirección
field-disability_status = Situación de discapacidad
field-disabled = Desactivado
field-discount_days = Días de descuento
field-display_full_name = Nombre mostrado
field-display_name = Nombre mostrado
field-domains = Dominios
field-drive = Unidad
field-drive_url = URL de la unidad
field-due_date = Fecha de vencimiento
field-earnings = Percepciones
field-effect = Efecto
field-effective_date = Fecha de vigencia
field-effective_tax_rate = Tipo impositivo efectivo
field-eins = Números de empleador (EIN)
field-email = Correo electrónico
field-email_address = Dirección de correo
field-email_address_type = Tipo de dirección de correo
field-email_addresses = Direcciones de correo
field-employee = Empleado
field-employee_contribution = Aportación del empleado
field-employee_deduction = Deducción del empleado
field-employee_note = Nota del empleado
field-employee_number = Número de empleado
field-employee_payroll_run = Recibo de nómina
field-employer_benefit = Plan de beneficios
field-employer_tax = Impuesto de la empresa
field-employment_status = Situación laboral
field-employment_type = Tipo de empleo
field-employments = Puestos
field-end_at = Fin
field-end_date = Fecha de fin
field-end_period = Fin del período
field-end_time = Hora de fin
field-engagement_type = Tipo de interacción
field-engagement_url = URL de la interacción
field-equity = Patrimonio
field-ethnicity = Origen étnico
field-exchange_rate = Tipo de cambio
field-expense_date = Fecha del gasto
field-feed_start_date = Inicio de la conexión
field-feed_status = Estado de la conexión
field-field_choices = Opciones del campo
field-field_format = Formato del campo
field-field_type = Tipo de campo
field-fields = Campos
field-file_name = Nombre del archivo
field-file_thumbnail_url = URL de la miniatura
field-file_url = URL del archivo
field-financing_activities = Actividades de financiación
field-first_name = Nombre
field-fiscal_year_end_day = Día de cierre del ejercicio
field-fiscal_year_end_month = Mes de cierre del ejercicio
field-flsa_status = Situación FLSA
field-folder = Carpeta
field-folder_url = URL de la carpeta
field-fulfillment_date = Fecha de envío
field-gender = Género
field-gross_pay = Salario bruto
field-gross_profit = Beneficio bruto
field-group = Grupo
field-groups = Grupos
field-hire_date = Fecha de contratación
field-hiring_managers = Responsables de contratación
field-home_location = Domicilio
field-hours_worked = Horas trabajadas
field-html_body = Texto (HTML)
field-inclusive_of_tax = Impuestos incluidos
field-income = Ingresos
field-industry = Sector
field-interview = Entrevista
field-interviewer = Entrevistador
field-interviewers = Entrevistadores
field-investing_activities = Actividades de inversión
field-invoice = Factura
field-is_active = Activo
field-is_billable = Facturable
field-is_commonly_used_as_team = Usado como equipo
field-is_compound = Compuesto
field-is_contractor = Autónomo
field-is_customer = Cliente
field-is_internal = Interno
field-is_me = Yo
field-is_private = Privado
field-is_processed = Procesado
field-is_required = Obligatorio
field-is_student = Estudiante
field-is_supplier = Proveedor
field-issue_date = Fecha de emisión
field-item = Artículo
field-item_choices = Opciones
field-item_format = Formato
field-item_schema = Estructura
field-item_type = Tipo de elemento
field-job = Vacante
field-job_interview_stage = Fase de entrevista
field-job_posting_urls = URL de la oferta
field-job_postings = Ofertas publicadas
field-job_title = Puesto
field-journal_number = Número de asiento
field-labels = Etiquetas
field-last_activity_at = Última actividad
field-last_edited_by = Última edición por
field-last_interaction_at = Última interacción
field-last_name = Apellidos
field-lead_source = Origen
field-lead_url = URL del cliente potencial
field-legal_name = Nombre legal
field-liabilities = Pasivo
field-line_items = Líneas
field-lines = Líneas
field-location = Ubicación
field-location_type = Tipo de ubicación
field-locations = Ubicaciones
field-manager = Responsable
field-marital_status = Estado civil
field-memo = Concepto
field-method_type = Tipo de pago
field-middle_name = Segundo nombre
field-mime_type = Tipo de archivo
field-mobile_phone_number = Número de móvil
field-name = Nombre
field-net_amount = Importe neto
field-net_assets = Activo neto
field-net_income = Resultado neto
field-net_operating_income = Resultado de explotación
field-net_pay = Salario neto
field-non_operating_expenses = Gastos no operativos
field-non_reimbursable = No reembolsable
field-note_url = URL de la nota
field-number = Número
field-number_of_employees = Número de empleados
field-offers = Ofertas de empleo
field-offices = Oficinas
field-operating_activities = Actividades de explotación
field-operating_expenses = Gastos de explotación
field-opportunity = Oportunidad
field-opportunity_url = URL de la oportunidad
field-organizer = Organizador
field-overall_recommendation = Recomendación general
field-owner = Responsable
field-paid_on_date = Fecha de pago
field-parent_account = Cuenta superior
field-parent_article = Artículo superior
field-parent_category = Categoría superior
field-parent_collection = Lista superior
field-parent_container = Espacio superior
field-parent_folder = Carpeta superior
field-parent_group = Grupo superior
field-parent_team = Equipo superior
field-parent_ticket = Ticket superior
field-pay_currency = Moneda de pago
field-pay_frequency = Frecuencia de pago
field-pay_group = Grupo de nómina
field-pay_group_name = Nombre del grupo de nómina
field-pay_period = Período de pago
field-pay_rate = Salario
field-payee = Beneficiario
field-payment_method = Forma de pago
field-payment_term = Condición de pago
field-payments = Pagos
field-payroll_run = Proceso de nómina
field-permissions = Permisos
field-personal_email = Correo personal
field-phone_number = Número de teléfono
field-phone_number_type = Tipo de teléfono
field-phone_numbers = Números de teléfono
field-policy_type = Tipo de ausencia
field-postal_code = Código postal
field-posted_date = Fecha de contabilización
field-posting_status = Estado contable
field-preferred_name = Nombre preferido
field-priority = Prioridad
field-project = Proyecto
field-provider_name = Proveedor
field-purchase_account = Cuenta de compras
field-purchase_order_number = Número de orden de compra
field-purchase_orders = Órdenes de compra
field-purchase_price = Precio de compra
field-purchase_tax_rate = Tipo impositivo de compra
field-quantity = Cantidad
field-question = Pregunta
field-race = Raza
field-rate = Tasa
field-recruiters = Reclutadores
field-reject_reason = Motivo de rechazo
field-rejected_at = Fecha de rechazo
field-related_object_id = ID del objeto relacionado
field-related_object_type = Tipo del objeto relacionado
field-relationship = Parentesco
field-remaining_credit = Crédito restante
field-remote_created_at = Creado
field-remote_generated_at = Generado
field-remote_key_name = Nombre de la clave
field-remote_last_modified_at = Última modificación
field-remote_updated_at = Actualizado
field-report_date = Fecha del informe
field-report_identifier = Número del informe
field-request_type = Tipo de solicitud
field-roles = Roles
field-root_container = Espacio raíz
field-routing_number = Código bancario
field-run_state = Estado
field-run_type = Tipo de proceso
field-sales_account = Cuenta de ventas
field-sales_order = Pedido de venta
field-sales_order_line = Línea del pedido
field-sales_orders = Pedidos de venta
field-sales_tax_rate = Tipo impositivo de venta
field-screening_question_answers = Respuestas de preselección
field-sent_at = Fecha de envío
field-shipping_address = Dirección de envío
field-size = Tamaño
field-source = Origen
field-source_account_balance = Saldo de la cuenta de origen
field-source_account_id = ID de la cuenta de origen
field-source_account_name = Nombre de la cuenta de origen
field-source_account_number = Número de la cuenta de origen
field-source_transaction_id = ID de la transacción de origen
field-ssn = Número de la seguridad social
field-stage = Fase
field-stage_order = Orden
field-start_at = Inicio
field-start_date = Fecha de inicio
field-start_period = Inicio del período
field-start_time = Hora de inicio
field-state = Estado o provincia
field-status = Estado
field-street_1 = Calle
field-street_2 = Complemento de dirección
field-sub_items = Subelementos
field-sub_total = Subtotal
field-subject = Asunto
field-submitted_at = Fecha de envío
field-tags = Etiquetas
field-target_account_id = ID de la cuenta de destino
field-target_account_name = Nombre de la cuenta de destino
field-task_url = URL de la tarea
field-tax_amount = Importe del impuesto
field-tax_components = Componentes del impuesto
field-tax_number = Número fiscal
field-tax_rate = Tipo impositivo
field-taxes = Impuestos
field-team = Equipo
field-teams = Equipos
field-termination_date = Fecha de baja
field-ticket = Ticket
field-ticket_access = Acceso a tickets
field-ticket_actions = Acciones en tickets
field-ticket_type = Tipo de ticket
field-ticket_url = URL del ticket
field-title = Título
field-total = Total
field-total_amount = Importe total
field-total_discount = Descuento total
field-total_line_amount = Importe total de la línea
field-total_tax_amount = Importe total de impuestos
field-total_tax_rate = Tipo impositivo total
field-tracking_categories = Categorías analíticas
field-tracking_category = Categoría analítica
field-transaction_date = Fecha de la transacción
field-transaction_number = Número de transacción
field-transaction_type = Tipo de transacción
field-type = Tipo
field-unit_price = Precio unitario
field-units = Unidades
field-uploaded_by = Subido por
field-url_type = Tipo de URL
field-urls = URL
field-used = Usado
field-user = Usuario
field-user_url = URL del usuario
field-username = Nombre de usuario
field-users = Usuarios
field-value = Valor
field-vendor = Proveedor
field-vendor_credit = Abono de proveedor
field-veteran_status = Condición de veterano
field-visibility = Visibilidad
field-website = Sitio web
field-work_email = Correo de trabajo
field-work_location = Lugar de trabajo
field-zip_code = Código postal

## Words that fields choose from

value-ACCOUNTS_PAYABLE = Cuentas por pagar
value-ACCOUNTS_RECEIVABLE = Cuentas por cobrar
value-ACH = ACH
value-ACTIVE = Activo
value-ADMIN = Admin
value-ADMIN_ONLY = Solo admins
value-ALL = Todos
value-AMERICAN_INDIAN_OR_ALASKAN_NATIVE = Indígena americano o nativo de Alaska
value-AMERICAN_INDIAN_OR_ALASKA_NATIVE = Indígena americano o nativo de Alaska
value-ANNUALLY = Anual
value-ANYONE = Cualquiera
value-APPROVAL-SENT = Enviado para aprobación
value-APPROVED = Aprobado
value-ARCHIVED = Archivado
value-ASIAN = Asiático
value-ASIAN_OR_INDIAN_SUBCONTINENT = Asiático o del subcontinente indio
value-ASSET = Activo
value-ASSIGN = Asignar
value-ASSIGNED_ONLY = Solo asignados
value-AUTHORIZED = Autorizado
value-AWAITING_FEEDBACK = A la espera de comentarios
value-BANK = Banco
value-BEREAVEMENT = Fallecimiento de un familiar
value-BILLED = Facturado
value-BILLING = Facturación
value-BIWEEKLY = Quincenal
value-BLACK_OR_AFRICAN_AMERICAN = Negro o afroamericano
value-BLOG = Blog
value-BLOG_POST = Entrada de blog
value-BONUS = Bonificación
value-BUSINESS_UNIT = Unidad de negocio
value-CALL = Llamada
value-CANCELLED = Cancelado
value-CASH = Efectivo
value-CATEGORY = Categoría
value-CHECK = Cheque
value-CHECKING = Cuenta corriente
value-CHILD = Hijo
value-CLASS = Clase
value-CLOSE = Cerrar
value-CLOSED = Cerrado
value-COLLECTION = Lista
value-COMPANY = Empresa
value-COMPLETE = Completo
value-COMPLETED = Completado
value-CONTRACTOR = Contratista
value-CORRECTION = Corrección
value-COST_CENTER = Centro de coste
value-COST_OF_GOODS_SOLD = Coste de los bienes vendidos
value-COVER_LETTER = Carta de presentación
value-CREATE = Crear
value-CREDIT = Haber
value-CREDIT_CARD = Tarjeta de crédito
value-DATABASE = Base de datos
value-DAY = Día
value-DAYS = Días
value-DEBIT = Debe
value-DEBIT_CARD = Tarjeta de débito
value-DECLINED = Rechazado
value-DECLINE_TO_SELF_IDENTIFY = Prefiere no indicarlo
value-DEFINITELY_NO = Definitivamente no
value-DELETE = Eliminar
value-DELETED = Eliminado
value-DENIED = Denegado
value-DEPARTMENT = Departamento
value-DEPRECATED = Obsoleto
value-DOMESTIC_PARTNER = Pareja de hecho
value-DRAFT = Borrador
value-EDIT = Editar
value-EMAIL = Correo electrónico
value-EQUITY = Patrimonio
value-EVERY_SIX_MONTHS = Cada seis meses
value-EVERY_TWO_WEEKS = Cada dos semanas
value-EXEMPT = Exento
value-EXPENSE = Gasto
value-FAILED = Fallido
value-FEMALE = Mujer
value-FIXED_ASSET = Activo fijo
value-FOLDER = Carpeta
value-FREELANCE = Autónomo
value-FULL_TIME = Jornada completa
value-GROUP = Grupo
value-HEAD_OF_HOUSEHOLD = Cabeza de familia
value-HEALTH_SAVINGS = Ahorro para la salud
value-HIGH = Alta
value-HISPANIC_OR_LATINO = Hispano o latino
value-HOME = Casa
value-HOUR = Hora
value-HOURS = Horas
value-INACTIVE = Inactivo
value-INBOUND = Entrante
value-INSURANCE = Seguro
value-INTERN = En prácticas
value-INTERNAL = Interno
value-INTERVIEWER = Entrevistador
value-INVENTORY = Inventario
value-IN_PROGRESS = En curso
value-I_AM_NOT_A_PROTECTED_VETERAN = No es veterano protegido
value-I_DONT_WISH_TO_ANSWER = Prefiere no responder
value-I_IDENTIFY_AS_ONE_OR_MORE_OF_THE_CLASSIFICATIONS_OF_A_PROTECTED_VETERAN = Veterano protegido
value-JOB_POSTING = Oferta de empleo
value-JURY_DUTY = Deber de jurado
value-LIABILITY = Pasivo
value-LIMITED_TEAM_MEMBER = Miembro del equipo limitado
value-LIST = Lista
value-LONG_TERM_LIABILITY = Pasivo a largo plazo
value-LOST = Perdido
value-LOW = Baja
value-MALE = Hombre
value-MARRIED_FILING_JOINTLY = Casado, declaración conjunta
value-MARRIED_FILING_SEPARATELY = Casado, declaración separada
value-MEDICAL = Médico
value-MEETING = Reunión
value-MOBILE = Móvil
value-MONTH = Mes
value-MONTHLY = Mensual
value-NATIVE_HAWAIIAN_OR_OTHER_PACIFIC_ISLANDER = Nativo de Hawái u otra isla del Pacífico
value-NO = No
value-NON-BINARY = No binario
value-NONEXEMPT = No exento
value-NON_INVENTORY = Sin inventario
value-NON_POSTING = Sin contabilización
value-NORMAL = Normal
value-NOTE = Nota
value-NO_DECISION = Sin decisión
value-NO_I_DONT_HAVE_A_DISABILITY = No, sin discapacidad
value-OFFER_LETTER = Carta de oferta
value-OFF_CYCLE = Fuera de ciclo
value-ON_HOLD = En espera
value-OPEN = Abierto
value-OPENED = Abierto
value-OTHER = Otro
value-OTHER_ASSET = Otro activo
value-OTHER_CURRENT_ASSET = Otro activo corriente
value-OTHER_CURRENT_LIABILITY = Otro pasivo corriente
value-OTHER_EXPENSE = Otro gasto
value-OTHER_INCOME = Otro ingreso
value-OUTBOUND = Saliente
value-OVERTIME = Horas extra
value-OWNER = Propietario
value-PAGE = Página
value-PAID = Pagado
value-PARENT_COLLECTION = Lista superior
value-PARTIALLY_COMPLETED = Parcialmente completado
value-PARTIALLY_PAID = Parcialmente pagado
value-PART_TIME = Media jornada
value-PENDING = Pendiente
value-PENDING_APPROVAL = Pendiente de aprobación
value-PERSONAL = Personal
value-PORTFOLIO = Portafolio
value-POSTED = Contabilizado
value-POSTING = Contabilización
value-PREFER_NOT_TO_DISCLOSE = Prefiere no indicarlo
value-PRIVATE = Privado
value-PROFILE = Perfil
value-PROJECT = Proyecto
value-PRO_RATA = Prorrateado
value-PUBLIC = Público
value-PUBLISHED = Publicado
value-PURCHASE = Compra
value-QUALIFIED = Cualificado
value-QUALIFYING_WIDOW_OR_WIDOWER_WITH_DEPENDENT_CHILD = Viudo con hijo a cargo
value-QUARTER = Trimestre
value-QUARTERLY = Trimestral
value-REGULAR = Regular
value-REIMBURSEMENT = Reembolso
value-REJECTED = Rechazado
value-REQUESTED = Solicitado
value-REQUISITION = Requisición
value-RESTRICTED = Restringido
value-RESUME = Currículum
value-RETIREMENT = Jubilación
value-REVENUE = Ingreso
value-SALARIED_NONEXEMPT = Asalariado no exento
value-SALARY = Salario
value-SALES = Venta
value-SAVINGS = Cuenta de ahorro
value-SCHEDULED = Programado
value-SECTION = Sección
value-SEMIANNUALLY = Semestral
value-SEMIMONTHLY = Dos veces al mes
value-SENT = Enviado
value-SENT-MANUALLY = Enviado manualmente
value-SERVICE = Servicio
value-SHIPPED = Enviado
value-SHIPPING = Envío
value-SICK = Enfermedad
value-SIGNED = Firmado
value-SIGN_ON_BONUS = Bonificación de incorporación
value-SINGLE = Soltero
value-SKYPE = Skype
value-SMART_LINK = Enlace inteligente
value-SOCIAL_MEDIA = Redes sociales
value-SPACE = Espacio
value-SPOUSE = Cónyuge
value-STRONG_YES = Sí rotundo
value-SUBMITTED = Enviado
value-SUPER_ADMIN = Superadmin
value-TEAM = Equipo
value-TEAM_MEMBER = Miembro del equipo
value-TEAM_ONLY = Solo el equipo
value-TERMINATION = Baja
value-THIRTEEN-MONTHLY = Trece veces al año
value-TRASH = Papelera
value-TWO_OR_MORE_RACES = Dos o más razas
value-UNKNOWN = Desconocido
value-UNPOSTED = Sin contabilizar
value-UNQUALIFIED = No cualificado
value-URGENT = Urgente
value-USER = Usuario
value-VACATION = Vacaciones
value-VIEW = Ver
value-VOID = Anulado
value-VOLUNTEER = Voluntariado
value-WEEK = Semana
value-WEEKLY = Semanal
value-WHITE = Blanco
value-WON = Ganado
value-WORK = Trabajo
value-YEAR = Año
value-YES = Sí
value-YES_I_HAVE_A_DISABILITY_OR_PREVIOUSLY_HAD_A_DISABILITY = Sí, ahora o en el pasado
