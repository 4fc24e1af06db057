### What data are called, in German: data types, the fields of records, and the words that fields choose from. None of it travels to the
### browser by itself; src/words/mod.rs says more. Of a data type: its name, one of it and many of it in the middle of a sentence, and what is read.

## HR

hris-Employee = Mitarbeitende
hris-Employee-one = mitarbeitende Person
hris-Employee-count =
    { $count ->
        [one] { $count } mitarbeitende Person
       *[other] { $count } Mitarbeitende
    }
hris-Employee-reads = Namen, dienstliche E-Mail-Adressen, Positionen, Vorgesetzte und Eintrittsdaten
hris-Employment = Positionen und Vergütung
hris-Employment-one = Position
hris-Employment-count =
    { $count ->
        [one] { $count } Position
       *[other] { $count } Positionen
    }
hris-Employment-reads = Position, Vertragsart, Vergütung und Gültigkeitsdaten
hris-Group = Abteilungen und Gruppen
hris-Group-one = Gruppe
hris-Group-count =
    { $count ->
        [one] { $count } Gruppe
       *[other] { $count } Gruppen
    }
hris-Group-reads = Namen von Abteilungen, Geschäftsbereichen und Kostenstellen
hris-Team = Teams
hris-Team-one = Team
hris-Team-count =
    { $count ->
        [one] { $count } Team
       *[other] { $count } Teams
    }
hris-Team-reads = Teamnamen und wie Teams ineinander liegen
hris-Location = Standorte
hris-Location-one = Standort
hris-Location-count =
    { $count ->
        [one] { $count } Standort
       *[other] { $count } Standorte
    }
hris-Location-reads = Dienst- und Privatadressen, Stadt und Land
hris-Company = Unternehmen
hris-Company-one = Unternehmen
hris-Company-count =
    { $count ->
        [one] { $count } Unternehmen
       *[other] { $count } Unternehmen
    }
hris-Company-reads = Rechtliche Namen und Handelsnamen Ihrer Unternehmen
hris-TimeOff = Abwesenheiten
hris-TimeOff-one = Abwesenheitsantrag
hris-TimeOff-count =
    { $count ->
        [one] { $count } Abwesenheitsantrag
       *[other] { $count } Abwesenheitsanträge
    }
hris-TimeOff-reads = Anträge mit Daten, Art der Abwesenheit und Genehmigung
hris-TimeOffBalance = Abwesenheitskonten
hris-TimeOffBalance-one = Abwesenheitskonto
hris-TimeOffBalance-count =
    { $count ->
        [one] { $count } Abwesenheitskonto
       *[other] { $count } Abwesenheitskonten
    }
hris-TimeOffBalance-reads = Verbleibende und genutzte Tage oder Stunden je Art der Abwesenheit
hris-PayGroup = Abrechnungsgruppen
hris-PayGroup-one = Abrechnungsgruppe
hris-PayGroup-count =
    { $count ->
        [one] { $count } Abrechnungsgruppe
       *[other] { $count } Abrechnungsgruppen
    }
hris-PayGroup-reads = Namen der Gruppen, die gemeinsam bezahlt werden
hris-PayrollRun = Lohnläufe
hris-PayrollRun-one = Lohnlauf
hris-PayrollRun-count =
    { $count ->
        [one] { $count } Lohnlauf
       *[other] { $count } Lohnläufe
    }
hris-PayrollRun-reads = Abrechnungszeiträume, Zahltage und ihr Stand
hris-EmployeePayrollRun = Lohnabrechnungen
hris-EmployeePayrollRun-one = Lohnabrechnung
hris-EmployeePayrollRun-count =
    { $count ->
        [one] { $count } Lohnabrechnung
       *[other] { $count } Lohnabrechnungen
    }
hris-EmployeePayrollRun-reads = Brutto- und Nettolohn, Bezüge, Abzüge und Steuern je Person
hris-BankInfo = Bankverbindungen
hris-BankInfo-one = Bankverbindung
hris-BankInfo-count =
    { $count ->
        [one] { $count } Bankverbindung
       *[other] { $count } Bankverbindungen
    }
hris-BankInfo-reads = Bankname, Kontonummern und Bankleitzahlen der Mitarbeitenden
hris-Benefit = Zusatzleistungen
hris-Benefit-one = Zusatzleistung
hris-Benefit-count =
    { $count ->
        [one] { $count } Zusatzleistung
       *[other] { $count } Zusatzleistungen
    }
hris-Benefit-reads = Leistungen, an denen Personen teilnehmen, mit ihren Beiträgen
hris-EmployerBenefit = Leistungspläne
hris-EmployerBenefit-one = Leistungsplan
hris-EmployerBenefit-count =
    { $count ->
        [one] { $count } Leistungsplan
       *[other] { $count } Leistungspläne
    }
hris-EmployerBenefit-reads = Leistungen, die Ihr Unternehmen anbietet, mit den abgezogenen Beträgen
hris-Dependent = Angehörige
hris-Dependent-one = angehörige Person
hris-Dependent-count =
    { $count ->
        [one] { $count } angehörige Person
       *[other] { $count } Angehörige
    }
hris-Dependent-reads = Mitversicherte Familienmitglieder und ihr Verhältnis
hris-TimesheetEntry = Zeiterfassung
hris-TimesheetEntry-one = Zeiteintrag
hris-TimesheetEntry-count =
    { $count ->
        [one] { $count } Zeiteintrag
       *[other] { $count } Zeiteinträge
    }
hris-TimesheetEntry-reads = Geleistete Stunden mit Beginn und Ende

## Recruiting

ats-Candidate = Bewerbende
ats-Candidate-one = sich bewerbende Person
ats-Candidate-count =
    { $count ->
        [one] { $count } sich bewerbende Person
       *[other] { $count } Bewerbende
    }
ats-Candidate-reads = Namen, Kontaktdaten, aktuelle Firma und Position
ats-Application = Bewerbungen
ats-Application-one = Bewerbung
ats-Application-count =
    { $count ->
        [one] { $count } Bewerbung
       *[other] { $count } Bewerbungen
    }
ats-Application-reads = Wer sich wann auf welche Stelle beworben hat, und die aktuelle Phase
ats-Job = Stellen
ats-Job-one = Stelle
ats-Job-count =
    { $count ->
        [one] { $count } Stelle
       *[other] { $count } Stellen
    }
ats-Job-reads = Titel, Beschreibungen, Status und Einstellungsteams
ats-JobPosting = Stellenanzeigen
ats-JobPosting-one = Stellenanzeige
ats-JobPosting-count =
    { $count ->
        [one] { $count } Stellenanzeige
       *[other] { $count } Stellenanzeigen
    }
ats-JobPosting-reads = Veröffentlichte Anzeigen, wo sie erscheinen und ihr Status
ats-JobInterviewStage = Bewerbungsphasen
ats-JobInterviewStage-one = Bewerbungsphase
ats-JobInterviewStage-count =
    { $count ->
        [one] { $count } Bewerbungsphase
       *[other] { $count } Bewerbungsphasen
    }
ats-JobInterviewStage-reads = Namen und Reihenfolge der Phasen jeder Stelle
ats-ScheduledInterview = Vorstellungsgespräche
ats-ScheduledInterview-one = Vorstellungsgespräch
ats-ScheduledInterview-count =
    { $count ->
        [one] { $count } Vorstellungsgespräch
       *[other] { $count } Vorstellungsgespräche
    }
ats-ScheduledInterview-reads = Zeiten, Orte, Beteiligte und Stand
ats-Scorecard = Bewertungsbögen
ats-Scorecard-one = Bewertungsbogen
ats-Scorecard-count =
    { $count ->
        [one] { $count } Bewertungsbogen
       *[other] { $count } Bewertungsbögen
    }
ats-Scorecard-reads = Empfehlungen aus Gesprächen und wann sie gegeben wurden
ats-Offer = Angebote
ats-Offer-one = Angebot
ats-Offer-count =
    { $count ->
        [one] { $count } Angebot
       *[other] { $count } Angebote
    }
ats-Offer-reads = Status, Versand- und Startdaten von Angeboten
ats-Activity = Aktivitäten
ats-Activity-one = Aktivität
ats-Activity-count =
    { $count ->
        [one] { $count } Aktivität
       *[other] { $count } Aktivitäten
    }
ats-Activity-reads = Notizen, E-Mails und Anrufe zu Bewerbenden
ats-Attachment = Anhänge
ats-Attachment-one = Anhang
ats-Attachment-count =
    { $count ->
        [one] { $count } Anhang
       *[other] { $count } Anhänge
    }
ats-Attachment-reads = Lebensläufe, Anschreiben und andere Dateien von Bewerbenden
ats-Department = Abteilungen
ats-Department-one = Abteilung
ats-Department-count =
    { $count ->
        [one] { $count } Abteilung
       *[other] { $count } Abteilungen
    }
ats-Department-reads = Namen der Abteilungen, die einstellen
ats-Office = Büros
ats-Office-one = Büro
ats-Office-count =
    { $count ->
        [one] { $count } Büro
       *[other] { $count } Büros
    }
ats-Office-reads = Namen und Orte Ihrer Büros
ats-RemoteUser = Recruiting-Konten
ats-RemoteUser-one = Recruiting-Konto
ats-RemoteUser-count =
    { $count ->
        [one] { $count } Recruiting-Konto
       *[other] { $count } Recruiting-Konten
    }
ats-RemoteUser-reads = Namen, E-Mail-Adressen und Rollen der Personen, die einstellen
ats-RejectReason = Absagegründe
ats-RejectReason-one = Absagegrund
ats-RejectReason-count =
    { $count ->
        [one] { $count } Absagegrund
       *[other] { $count } Absagegründe
    }
ats-RejectReason-reads = Die Gründe, aus denen Ihr Team wählt
ats-Tag = Schlagwörter
ats-Tag-one = Schlagwort
ats-Tag-count =
    { $count ->
        [one] { $count } Schlagwort
       *[other] { $count } Schlagwörter
    }
ats-Tag-reads = Kennzeichnungen, die Ihr Team Bewerbenden gibt
ats-EEOC = EEO-Angaben
ats-EEOC-one = EEO-Angabe
ats-EEOC-count =
    { $count ->
        [one] { $count } EEO-Angabe
       *[other] { $count } EEO-Angaben
    }
ats-EEOC-reads = Freiwillige Angaben zu Geschlecht, Herkunft, Veteranenstatus und Behinderung

## CRM

crm-Account = Firmen
crm-Account-one = Firma
crm-Account-count =
    { $count ->
        [one] { $count } Firma
       *[other] { $count } Firmen
    }
crm-Account-reads = Firmennamen, Branche, Website, Adressen und Zuständige
crm-Contact = Kontakte
crm-Contact-one = Kontakt
crm-Contact-count =
    { $count ->
        [one] { $count } Kontakt
       *[other] { $count } Kontakte
    }
crm-Contact-reads = Namen, E-Mail-Adressen, Telefonnummern und Firma
crm-Opportunity = Deals
crm-Opportunity-one = Deal
crm-Opportunity-count =
    { $count ->
        [one] { $count } Deal
       *[other] { $count } Deals
    }
crm-Opportunity-reads = Betrag, Phase, Abschlussdatum und Zuständige
crm-Lead = Leads
crm-Lead-one = Lead
crm-Lead-count =
    { $count ->
        [one] { $count } Lead
       *[other] { $count } Leads
    }
crm-Lead-reads = Namen, Firma, Kontaktdaten und Quelle
crm-Stage = Deal-Phasen
crm-Stage-one = Deal-Phase
crm-Stage-count =
    { $count ->
        [one] { $count } Deal-Phase
       *[other] { $count } Deal-Phasen
    }
crm-Stage-reads = Namen der Phasen Ihrer Pipeline
crm-Engagement = Anrufe, Termine und E-Mails
crm-Engagement-one = Interaktion
crm-Engagement-count =
    { $count ->
        [one] { $count } Interaktion
       *[other] { $count } Interaktionen
    }
crm-Engagement-reads = Betreff, Inhalt, Zeit und Beteiligte jeder Interaktion
crm-EngagementType = Interaktionsarten
crm-EngagementType-one = Interaktionsart
crm-EngagementType-count =
    { $count ->
        [one] { $count } Interaktionsart
       *[other] { $count } Interaktionsarten
    }
crm-EngagementType-reads = Namen der Arten von Interaktionen
crm-Task = Aufgaben
crm-Task-one = Aufgabe
crm-Task-count =
    { $count ->
        [one] { $count } Aufgabe
       *[other] { $count } Aufgaben
    }
crm-Task-reads = Betreff, Fälligkeit, Status und Zuständige
crm-Note = Notizen
crm-Note-one = Notiz
crm-Note-count =
    { $count ->
        [one] { $count } Notiz
       *[other] { $count } Notizen
    }
crm-Note-reads = Text von Notizen und worum es darin geht
crm-User = CRM-Konten
crm-User-one = CRM-Konto
crm-User-count =
    { $count ->
        [one] { $count } CRM-Konto
       *[other] { $count } CRM-Konten
    }
crm-User-reads = Namen und E-Mail-Adressen der Personen im Vertrieb

## Accounting

accounting-Invoice = Rechnungen
accounting-Invoice-one = Rechnung
accounting-Invoice-count =
    { $count ->
        [one] { $count } Rechnung
       *[other] { $count } Rechnungen
    }
accounting-Invoice-reads = Kunden und Lieferanten, Positionen, Beträge, Fälligkeit und Status
accounting-Payment = Zahlungen
accounting-Payment-one = Zahlung
accounting-Payment-count =
    { $count ->
        [one] { $count } Zahlung
       *[other] { $count } Zahlungen
    }
accounting-Payment-reads = Beträge, Daten und die Rechnungen, die sie begleichen
accounting-Account = Kontenplan
accounting-Account-one = Sachkonto
accounting-Account-count =
    { $count ->
        [one] { $count } Sachkonto
       *[other] { $count } Sachkonten
    }
accounting-Account-reads = Namen, Nummern, Arten und Salden der Konten
accounting-Contact = Kunden und Lieferanten
accounting-Contact-one = Geschäftskontakt
accounting-Contact-count =
    { $count ->
        [one] { $count } Geschäftskontakt
       *[other] { $count } Geschäftskontakte
    }
accounting-Contact-reads = Namen, E-Mail-Adressen, Anschriften und Steuernummern
accounting-CompanyInfo = Unternehmensdaten
accounting-CompanyInfo-one = Unternehmen
accounting-CompanyInfo-count =
    { $count ->
        [one] { $count } Unternehmen
       *[other] { $count } Unternehmen
    }
accounting-CompanyInfo-reads = Rechtlicher Name, Steuernummer, Währung und Geschäftsjahr
accounting-Transaction = Transaktionen
accounting-Transaction-one = Transaktion
accounting-Transaction-count =
    { $count ->
        [one] { $count } Transaktion
       *[other] { $count } Transaktionen
    }
accounting-Transaction-reads = Bank- und Buchungsposten mit Daten und Beträgen
accounting-JournalEntry = Buchungssätze
accounting-JournalEntry-one = Buchungssatz
accounting-JournalEntry-count =
    { $count ->
        [one] { $count } Buchungssatz
       *[other] { $count } Buchungssätze
    }
accounting-JournalEntry-reads = Soll und Haben je Konto, mit Buchungstext und Datum
accounting-Item = Produkte und Dienstleistungen
accounting-Item-one = Artikel
accounting-Item-count =
    { $count ->
        [one] { $count } Artikel
       *[other] { $count } Artikel
    }
accounting-Item-reads = Namen, Preise und die Konten, auf die sie gebucht werden
accounting-Expense = Ausgaben
accounting-Expense-one = Ausgabe
accounting-Expense-count =
    { $count ->
        [one] { $count } Ausgabe
       *[other] { $count } Ausgaben
    }
accounting-Expense-reads = Ausgaben nach Konto, Lieferant und Datum
accounting-ExpenseReport = Spesenabrechnungen
accounting-ExpenseReport-one = Spesenabrechnung
accounting-ExpenseReport-count =
    { $count ->
        [one] { $count } Spesenabrechnung
       *[other] { $count } Spesenabrechnungen
    }
accounting-ExpenseReport-reads = Eingereichte Abrechnungen von Mitarbeitenden mit Beträgen und Status
accounting-CreditNote = Gutschriften
accounting-CreditNote-one = Gutschrift
accounting-CreditNote-count =
    { $count ->
        [one] { $count } Gutschrift
       *[other] { $count } Gutschriften
    }
accounting-CreditNote-reads = Gutschriften an Kunden mit Beträgen und Status
accounting-VendorCredit = Lieferantengutschriften
accounting-VendorCredit-one = Lieferantengutschrift
accounting-VendorCredit-count =
    { $count ->
        [one] { $count } Lieferantengutschrift
       *[other] { $count } Lieferantengutschriften
    }
accounting-VendorCredit-reads = Gutschriften von Lieferanten mit Beträgen und Daten
accounting-PurchaseOrder = Bestellungen
accounting-PurchaseOrder-one = Bestellung
accounting-PurchaseOrder-count =
    { $count ->
        [one] { $count } Bestellung
       *[other] { $count } Bestellungen
    }
accounting-PurchaseOrder-reads = Was bei Lieferanten bestellt wurde, Beträge und Status
accounting-SalesOrder = Kundenaufträge
accounting-SalesOrder-one = Kundenauftrag
accounting-SalesOrder-count =
    { $count ->
        [one] { $count } Kundenauftrag
       *[other] { $count } Kundenaufträge
    }
accounting-SalesOrder-reads = Was Kunden bestellt haben, Beträge und Status
accounting-ItemFulfillment = Lieferungen
accounting-ItemFulfillment-one = Lieferung
accounting-ItemFulfillment-count =
    { $count ->
        [one] { $count } Lieferung
       *[other] { $count } Lieferungen
    }
accounting-ItemFulfillment-reads = Was für welchen Auftrag geliefert wurde
accounting-TaxRate = Steuersätze
accounting-TaxRate-one = Steuersatz
accounting-TaxRate-count =
    { $count ->
        [one] { $count } Steuersatz
       *[other] { $count } Steuersätze
    }
accounting-TaxRate-reads = Namen und Prozentsätze Ihrer Steuern
accounting-TrackingCategory = Klassen und Kostenstellen
accounting-TrackingCategory-one = Kostenstelle
accounting-TrackingCategory-count =
    { $count ->
        [one] { $count } Kostenstelle
       *[other] { $count } Kostenstellen
    }
accounting-TrackingCategory-reads = Namen der Klassen und Kostenstellen, auf die Sie buchen
accounting-Project = Projekte
accounting-Project-one = Projekt
accounting-Project-count =
    { $count ->
        [one] { $count } Projekt
       *[other] { $count } Projekte
    }
accounting-Project-reads = Namen und Stand der Projekte, auf die Kosten gebucht werden
accounting-Employee = Mitarbeitende
accounting-Employee-one = mitarbeitende Person
accounting-Employee-count =
    { $count ->
        [one] { $count } mitarbeitende Person
       *[other] { $count } Mitarbeitende
    }
accounting-Employee-reads = Namen und E-Mail-Adressen der Personen in Ihrer Buchhaltung
accounting-BalanceSheet = Bilanzen
accounting-BalanceSheet-one = Bilanz
accounting-BalanceSheet-count =
    { $count ->
        [one] { $count } Bilanz
       *[other] { $count } Bilanzen
    }
accounting-BalanceSheet-reads = Vermögen, Schulden und Eigenkapital zu einem Stichtag
accounting-IncomeStatement = Gewinn- und Verlustrechnungen
accounting-IncomeStatement-one = Gewinn- und Verlustrechnung
accounting-IncomeStatement-count =
    { $count ->
        [one] { $count } Gewinn- und Verlustrechnung
       *[other] { $count } Gewinn- und Verlustrechnungen
    }
accounting-IncomeStatement-reads = Erträge, Kosten und Gewinn eines Zeitraums
accounting-CashFlowStatement = Kapitalflussrechnungen
accounting-CashFlowStatement-one = Kapitalflussrechnung
accounting-CashFlowStatement-count =
    { $count ->
        [one] { $count } Kapitalflussrechnung
       *[other] { $count } Kapitalflussrechnungen
    }
accounting-CashFlowStatement-reads = Zu- und Abfluss von Zahlungsmitteln in einem Zeitraum
accounting-GeneralLedgerTransaction = Hauptbuch
accounting-GeneralLedgerTransaction-one = Buchung
accounting-GeneralLedgerTransaction-count =
    { $count ->
        [one] { $count } Buchung
       *[other] { $count } Buchungen
    }
accounting-GeneralLedgerTransaction-reads = Jede Buchung im Hauptbuch mit Konto und Datum
accounting-BankFeedAccount = Bankanbindungen
accounting-BankFeedAccount-one = Bankanbindung
accounting-BankFeedAccount-count =
    { $count ->
        [one] { $count } Bankanbindung
       *[other] { $count } Bankanbindungen
    }
accounting-BankFeedAccount-reads = Bankkonten, die Ihre Buchhaltung speisen
accounting-BankFeedTransaction = Bankumsätze
accounting-BankFeedTransaction-one = Bankumsatz
accounting-BankFeedTransaction-count =
    { $count ->
        [one] { $count } Bankumsatz
       *[other] { $count } Bankumsätze
    }
accounting-BankFeedTransaction-reads = Zeilen Ihrer Kontoauszüge
accounting-AccountingPeriod = Buchungsperioden
accounting-AccountingPeriod-one = Buchungsperiode
accounting-AccountingPeriod-count =
    { $count ->
        [one] { $count } Buchungsperiode
       *[other] { $count } Buchungsperioden
    }
accounting-AccountingPeriod-reads = Beginn, Ende und Stand jeder Periode
accounting-PaymentTerm = Zahlungsbedingungen
accounting-PaymentTerm-one = Zahlungsbedingung
accounting-PaymentTerm-count =
    { $count ->
        [one] { $count } Zahlungsbedingung
       *[other] { $count } Zahlungsbedingungen
    }
accounting-PaymentTerm-reads = Tage bis zur Fälligkeit und Skonti
accounting-PaymentMethod = Zahlungsarten
accounting-PaymentMethod-one = Zahlungsart
accounting-PaymentMethod-count =
    { $count ->
        [one] { $count } Zahlungsart
       *[other] { $count } Zahlungsarten
    }
accounting-PaymentMethod-reads = Namen der Arten, wie Sie zahlen und bezahlt werden
accounting-AccountingAttachment = Anhänge
accounting-AccountingAttachment-one = Anhang
accounting-AccountingAttachment-count =
    { $count ->
        [one] { $count } Anhang
       *[other] { $count } Anhänge
    }
accounting-AccountingAttachment-reads = Dateien zu Rechnungen und Ausgaben

## Ticketing

ticketing-Ticket = Tickets
ticketing-Ticket-one = Ticket
ticketing-Ticket-count =
    { $count ->
        [one] { $count } Ticket
       *[other] { $count } Tickets
    }
ticketing-Ticket-reads = Titel, Beschreibung, Status, Priorität und Zuständige
ticketing-Comment = Kommentare
ticketing-Comment-one = Kommentar
ticketing-Comment-count =
    { $count ->
        [one] { $count } Kommentar
       *[other] { $count } Kommentare
    }
ticketing-Comment-reads = Text von Kommentaren mit Verfasser und Zeit
ticketing-Project = Projekte
ticketing-Project-one = Projekt
ticketing-Project-count =
    { $count ->
        [one] { $count } Projekt
       *[other] { $count } Projekte
    }
ticketing-Project-reads = Namen und Beschreibungen von Projekten
ticketing-Collection = Listen und Projekte
ticketing-Collection-one = Liste
ticketing-Collection-count =
    { $count ->
        [one] { $count } Liste
       *[other] { $count } Listen
    }
ticketing-Collection-reads = Namen der Listen, Boards und Projekte, in denen Tickets liegen
ticketing-User = Teammitglieder
ticketing-User-one = Teammitglied
ticketing-User-count =
    { $count ->
        [one] { $count } Teammitglied
       *[other] { $count } Teammitglieder
    }
ticketing-User-reads = Namen und E-Mail-Adressen der Personen, die Tickets bearbeiten
ticketing-Team = Teams
ticketing-Team-one = Team
ticketing-Team-count =
    { $count ->
        [one] { $count } Team
       *[other] { $count } Teams
    }
ticketing-Team-reads = Teamnamen und Beschreibungen
ticketing-Contact = Kunden
ticketing-Contact-one = Kunde
ticketing-Contact-count =
    { $count ->
        [one] { $count } Kunde
       *[other] { $count } Kunden
    }
ticketing-Contact-reads = Namen, E-Mail-Adressen und Telefonnummern der Personen, die geschrieben haben
ticketing-Account = Kundenfirmen
ticketing-Account-one = Kundenfirma
ticketing-Account-count =
    { $count ->
        [one] { $count } Kundenfirma
       *[other] { $count } Kundenfirmen
    }
ticketing-Account-reads = Firmennamen und ihre Domains
ticketing-Attachment = Anhänge
ticketing-Attachment-one = Anhang
ticketing-Attachment-count =
    { $count ->
        [one] { $count } Anhang
       *[other] { $count } Anhänge
    }
ticketing-Attachment-reads = Dateien an Tickets und Kommentaren
ticketing-Tag = Schlagwörter
ticketing-Tag-one = Schlagwort
ticketing-Tag-count =
    { $count ->
        [one] { $count } Schlagwort
       *[other] { $count } Schlagwörter
    }
ticketing-Tag-reads = Kennzeichnungen, die Ihr Team Tickets gibt
ticketing-Role = Rollen
ticketing-Role-one = Rolle
ticketing-Role-count =
    { $count ->
        [one] { $count } Rolle
       *[other] { $count } Rollen
    }
ticketing-Role-reads = Namen der Rollen und was sie dürfen

## File storage

filestorage-File = Dateien
filestorage-File-one = Datei
filestorage-File-count =
    { $count ->
        [one] { $count } Datei
       *[other] { $count } Dateien
    }
filestorage-File-reads = Namen, Arten, Größen, Inhalte und wer sie öffnen darf
filestorage-Folder = Ordner
filestorage-Folder-one = Ordner
filestorage-Folder-count =
    { $count ->
        [one] { $count } Ordner
       *[other] { $count } Ordner
    }
filestorage-Folder-reads = Namen, Orte und wer sie öffnen darf
filestorage-Drive = Laufwerke
filestorage-Drive-one = Laufwerk
filestorage-Drive-count =
    { $count ->
        [one] { $count } Laufwerk
       *[other] { $count } Laufwerke
    }
filestorage-Drive-reads = Namen und Größen der geteilten Laufwerke
filestorage-User = Personen
filestorage-User-one = Person
filestorage-User-count =
    { $count ->
        [one] { $count } Person
       *[other] { $count } Personen
    }
filestorage-User-reads = Namen und E-Mail-Adressen der Personen mit Zugriff
filestorage-Group = Gruppen
filestorage-Group-one = Gruppe
filestorage-Group-count =
    { $count ->
        [one] { $count } Gruppe
       *[other] { $count } Gruppen
    }
filestorage-Group-reads = Namen der Gruppen und wer darin ist

## Knowledge base

knowledgebase-Article = Artikel
knowledgebase-Article-one = Artikel
knowledgebase-Article-count =
    { $count ->
        [one] { $count } Artikel
       *[other] { $count } Artikel
    }
knowledgebase-Article-reads = Titel, Text, Verfasser, Status und wer sie lesen darf
knowledgebase-Container = Bereiche und Ordner
knowledgebase-Container-one = Bereich
knowledgebase-Container-count =
    { $count ->
        [one] { $count } Bereich
       *[other] { $count } Bereiche
    }
knowledgebase-Container-reads = Namen und wie Bereiche und Ordner ineinander liegen
knowledgebase-User = Verfassende und Lesende
knowledgebase-User-one = Person
knowledgebase-User-count =
    { $count ->
        [one] { $count } Person
       *[other] { $count } Personen
    }
knowledgebase-User-reads = Namen und E-Mail-Adressen der Personen mit Zugriff
knowledgebase-Group = Gruppen
knowledgebase-Group-one = Gruppe
knowledgebase-Group-count =
    { $count ->
        [one] { $count } Gruppe
       *[other] { $count } Gruppen
    }
knowledgebase-Group-reads = Namen der Gruppen und wer darin ist
knowledgebase-Attachment = Anhänge
knowledgebase-Attachment-one = Anhang
knowledgebase-Attachment-count =
    { $count ->
        [one] { $count } Anhang
       *[other] { $count } Anhänge
    }
knowledgebase-Attachment-reads = Dateien an Artikeln

## Fields

field-access_level = Zugriffsstufe
field-access_role = Zugriffsrolle
field-account = Konto
field-account_number = Kontonummer
field-account_type = Kontoart
field-account_url = URL des Kontos
field-accounting_period = Buchungsperiode
field-actions = Aktionen
field-activity_type = Art der Aktivität
field-address_type = Art der Adresse
field-addresses = Adressen
field-amount = Betrag
field-answer = Antwort
field-application = Bewerbung
field-applications = Bewerbungen
field-applied_amount = Verrechneter Betrag
field-applied_at = Beworben am
field-applied_credit_notes = Verrechnete Gutschriften
field-applied_date = Verrechnet am
field-applied_payments = Verrechnete Zahlungen
field-applied_to_collections = Gilt für Listen
field-applied_to_lines = Verrechnet mit Positionen
field-applied_to_roles = Gilt für Rollen
field-applied_to_teams = Gilt für Teams
field-applied_to_users = Gilt für Personen
field-applied_vendor_credits = Verrechnete Lieferantengutschriften
field-approver = Genehmigt von
field-article_content_download_url = URL zum Herunterladen des Artikels
field-article_url = URL des Artikels
field-assets = Vermögen
field-assigned_teams = Zuständige Teams
field-assignees = Zuständige
field-association_types = Verknüpfungsarten
field-attachment_type = Art des Anhangs
field-attachment_url = URL des Anhangs
field-attachments = Anhänge
field-author = Verfasst von
field-avatar = Profilbild
field-balance = Saldo
field-bank_feed_account = Bankanbindung
field-bank_name = Bank
field-benefit_plan_type = Art der Leistung
field-body = Text
field-can_email = Darf per E-Mail kontaktiert werden
field-candidate = Bewerbende Person
field-cash_at_beginning_of_period = Zahlungsmittel zu Beginn
field-cash_at_end_of_period = Zahlungsmittel am Ende
field-category_type = Art der Kategorie
field-check_date = Zahltag
field-checksum = Prüfsumme
field-child_groups = Untergruppen
field-city = Stadt
field-classification = Einordnung
field-close_date = Abschlussdatum
field-closed_at = Geschlossen am
field-code = Code
field-collection_type = Art der Liste
field-collection_url = URL der Liste
field-collections = Listen
field-company = Unternehmen
field-company_contribution = Beitrag des Arbeitgebers
field-company_deduction = Abzug beim Arbeitgeber
field-completed_at = Abgeschlossen am
field-completed_date = Abschlussdatum
field-component_type = Art des Bestandteils
field-confidential = Vertraulich
field-contact = Kontakt
field-contact_url = URL des Kontakts
field-contacts = Kontakte
field-container_url = URL des Bereichs
field-content = Inhalt
field-content_type = Art des Inhalts
field-converted_account = Umgewandelt in Firma
field-converted_contact = Umgewandelt in Kontakt
field-converted_date = Umgewandelt am
field-cost_of_sales = Umsatzkosten
field-country = Land
field-country_subdivision = Bundesland oder Region
field-creator = Erstellt von
field-credit_note = Gutschrift
field-credit_or_debit = Haben oder Soll
field-credited_to = Anerkannt für
field-currency = Währung
field-current_balance = Aktueller Saldo
field-current_stage = Aktuelle Phase
field-custom_fields = Eigene Felder
field-customer = Kunde
field-date = Datum
field-date_of_birth = Geburtsdatum
field-days_until_due = Tage bis zur Fälligkeit
field-deduction_code = Abzugscode
field-deductions = Abzüge
field-delivery_address = Lieferadresse
field-delivery_date = Lieferdatum
field-departments = Abteilungen
field-description = Beschreibung
field-details = Einzelheiten
field-direction = Richtung
field-disability_status = Behinderung
field-disabled = Deaktiviert
field-discount_days = Skontotage
field-display_full_name = Anzeigename
field-display_name = Anzeigename
field-domains = Domains
field-drive = Laufwerk
field-drive_url = URL des Laufwerks
field-due_date = Fällig am
field-earnings = Bezüge
field-effect = Wirkung
field-effective_date = Gültig ab
field-effective_tax_rate = Effektiver Steuersatz
field-eins = Arbeitgebernummern (EIN)
field-email = E-Mail
field-email_address = E-Mail-Adresse
field-email_address_type = Art der E-Mail-Adresse
field-email_addresses = E-Mail-Adressen
field-employee = Mitarbeitende Person
field-employee_contribution = Beitrag der Person
field-employee_deduction = Abzug bei der Person
field-employee_note = Bemerkung der Person
field-employee_number = Personalnummer
field-employee_payroll_run = Lohnabrechnung
field-employer_benefit = Leistungsplan
field-employer_tax = Arbeitgeberanteil
field-employment_status = Beschäftigungsstatus
field-employment_type = Beschäftigungsart
field-employments = Positionen
field-end_at = Ende
field-end_date = Enddatum
field-end_period = Letzte Periode
field-end_time = Ende
field-engagement_type = Art der Interaktion
field-engagement_url = URL der Interaktion
field-equity = Eigenkapital
field-ethnicity = Ethnische Zugehörigkeit
field-exchange_rate = Wechselkurs
field-expense_date = Ausgabedatum
field-feed_start_date = Beginn der Anbindung
field-feed_status = Status der Anbindung
field-field_choices = Auswahlmöglichkeiten
field-field_format = Feldformat
field-field_type = Feldtyp
field-fields = Felder
field-file_name = Dateiname
field-file_thumbnail_url = URL der Vorschau
field-file_url = URL der Datei
field-financing_activities = Finanzierungstätigkeit
field-first_name = Vorname
field-fiscal_year_end_day = Letzter Tag des Geschäftsjahres
field-fiscal_year_end_month = Letzter Monat des Geschäftsjahres
field-flsa_status = FLSA-Status
field-folder = Ordner
field-folder_url = URL des Ordners
field-fulfillment_date = Lieferdatum
field-gender = Geschlecht
field-gross_pay = Bruttolohn
field-gross_profit = Bruttogewinn
field-group = Gruppe
field-groups = Gruppen
field-hire_date = Einstellungsdatum
field-hiring_managers = Einstellende Führungskräfte
field-home_location = Privatadresse
field-hours_worked = Arbeitsstunden
field-html_body = Text (HTML)
field-inclusive_of_tax = Inklusive Steuern
field-income = Erträge
field-industry = Branche
field-interview = Vorstellungsgespräch
field-interviewer = Gespräch geführt von
field-interviewers = Gespräch geführt von
field-investing_activities = Investitionstätigkeit
field-invoice = Rechnung
field-is_active = Aktiv
field-is_billable = Abrechenbar
field-is_commonly_used_as_team = Als Team genutzt
field-is_compound = Zusammengesetzt
field-is_contractor = Selbstständig
field-is_customer = Kunde
field-is_internal = Intern
field-is_me = Eigenes Konto
field-is_private = Privat
field-is_processed = Verarbeitet
field-is_required = Erforderlich
field-is_student = In Ausbildung
field-is_supplier = Lieferant
field-issue_date = Ausstellungsdatum
field-item = Artikel
field-item_choices = Auswahlmöglichkeiten
field-item_format = Format
field-item_schema = Aufbau
field-item_type = Art des Eintrags
field-job = Stelle
field-job_interview_stage = Bewerbungsphase
field-job_posting_urls = URLs der Stellenanzeige
field-job_postings = Stellenanzeigen
field-job_title = Position
field-journal_number = Buchungsnummer
field-labels = Kennzeichnungen
field-last_activity_at = Letzte Aktivität
field-last_edited_by = Zuletzt bearbeitet von
field-last_interaction_at = Letzte Interaktion
field-last_name = Nachname
field-lead_source = Quelle
field-lead_url = URL des Leads
field-legal_name = Rechtlicher Name
field-liabilities = Verbindlichkeiten
field-line_items = Positionen
field-lines = Positionen
field-location = Ort
field-location_type = Art des Standorts
field-locations = Standorte
field-manager = Vorgesetzte Person
field-marital_status = Familienstand
field-memo = Buchungstext
field-method_type = Art der Zahlung
field-middle_name = Zweiter Vorname
field-mime_type = Dateityp
field-mobile_phone_number = Mobilnummer
field-name = Name
field-net_amount = Nettobetrag
field-net_assets = Reinvermögen
field-net_income = Nettogewinn
field-net_operating_income = Betriebsergebnis
field-net_pay = Nettolohn
field-non_operating_expenses = Betriebsfremde Aufwendungen
field-non_reimbursable = Nicht erstattungsfähig
field-note_url = URL der Notiz
field-number = Nummer
field-number_of_employees = Anzahl der Mitarbeitenden
field-offers = Angebote
field-offices = Büros
field-operating_activities = Betriebstätigkeit
field-operating_expenses = Betriebsaufwendungen
field-opportunity = Deal
field-opportunity_url = URL des Deals
field-organizer = Organisiert von
field-overall_recommendation = Gesamtempfehlung
field-owner = Zuständig
field-paid_on_date = Bezahlt am
field-parent_account = Übergeordnetes Konto
field-parent_article = Übergeordneter Artikel
field-parent_category = Übergeordnete Kategorie
field-parent_collection = Übergeordnete Liste
field-parent_container = Übergeordneter Bereich
field-parent_folder = Übergeordneter Ordner
field-parent_group = Übergeordnete Gruppe
field-parent_team = Übergeordnetes Team
field-parent_ticket = Übergeordnetes Ticket
field-pay_currency = Währung der Vergütung
field-pay_frequency = Zahlungsrhythmus
field-pay_group = Abrechnungsgruppe
field-pay_group_name = Name der Abrechnungsgruppe
field-pay_period = Vergütungszeitraum
field-pay_rate = Vergütung
field-payee = Zahlungsempfänger
field-payment_method = Zahlungsart
field-payment_term = Zahlungsbedingung
field-payments = Zahlungen
field-payroll_run = Lohnlauf
field-permissions = Berechtigungen
field-personal_email = Private E-Mail-Adresse
field-phone_number = Telefonnummer
field-phone_number_type = Art der Telefonnummer
field-phone_numbers = Telefonnummern
field-policy_type = Art der Abwesenheit
field-postal_code = Postleitzahl
field-posted_date = Gebucht am
field-posting_status = Buchungsstatus
field-preferred_name = Rufname
field-priority = Priorität
field-project = Projekt
field-provider_name = Anbieter
field-purchase_account = Einkaufskonto
field-purchase_order_number = Bestellnummer
field-purchase_orders = Bestellungen
field-purchase_price = Einkaufspreis
field-purchase_tax_rate = Steuersatz im Einkauf
field-quantity = Menge
field-question = Frage
field-race = Ethnische Herkunft
field-rate = Satz
field-recruiters = Recruiting
field-reject_reason = Absagegrund
field-rejected_at = Abgesagt am
field-related_object_id = ID des zugehörigen Objekts
field-related_object_type = Art des zugehörigen Objekts
field-relationship = Beziehung
field-remaining_credit = Restguthaben
field-remote_created_at = Erstellt
field-remote_generated_at = Erzeugt
field-remote_key_name = Schlüsselname
field-remote_last_modified_at = Zuletzt geändert
field-remote_updated_at = Aktualisiert
field-report_date = Berichtsdatum
field-report_identifier = Berichtsnummer
field-request_type = Art des Antrags
field-roles = Rollen
field-root_container = Oberster Bereich
field-routing_number = Bankleitzahl
field-run_state = Stand
field-run_type = Art des Lohnlaufs
field-sales_account = Erlöskonto
field-sales_order = Kundenauftrag
field-sales_order_line = Auftragsposition
field-sales_orders = Kundenaufträge
field-sales_tax_rate = Steuersatz im Verkauf
field-screening_question_answers = Antworten auf Vorfragen
field-sent_at = Gesendet am
field-shipping_address = Versandadresse
field-size = Größe
field-source = Quelle
field-source_account_balance = Saldo des Quellkontos
field-source_account_id = ID des Quellkontos
field-source_account_name = Name des Quellkontos
field-source_account_number = Nummer des Quellkontos
field-source_transaction_id = ID der Quelltransaktion
field-ssn = Sozialversicherungsnummer
field-stage = Phase
field-stage_order = Reihenfolge
field-start_at = Beginn
field-start_date = Startdatum
field-start_period = Erste Periode
field-start_time = Beginn
field-state = Bundesland oder Region
field-status = Status
field-street_1 = Straße
field-street_2 = Adresszusatz
field-sub_items = Unterpositionen
field-sub_total = Zwischensumme
field-subject = Betreff
field-submitted_at = Eingereicht am
field-tags = Schlagwörter
field-target_account_id = ID des Zielkontos
field-target_account_name = Name des Zielkontos
field-task_url = URL der Aufgabe
field-tax_amount = Steuerbetrag
field-tax_components = Steuerbestandteile
field-tax_number = Steuernummer
field-tax_rate = Steuersatz
field-taxes = Steuern
field-team = Team
field-teams = Teams
field-termination_date = Austrittsdatum
field-ticket = Ticket
field-ticket_access = Zugriff auf Tickets
field-ticket_actions = Aktionen an Tickets
field-ticket_type = Art des Tickets
field-ticket_url = URL des Tickets
field-title = Titel
field-total = Summe
field-total_amount = Gesamtbetrag
field-total_discount = Gesamtrabatt
field-total_line_amount = Gesamtbetrag der Position
field-total_tax_amount = Gesamtsteuerbetrag
field-total_tax_rate = Gesamtsteuersatz
field-tracking_categories = Kostenstellen
field-tracking_category = Kostenstelle
field-transaction_date = Transaktionsdatum
field-transaction_number = Transaktionsnummer
field-transaction_type = Art der Transaktion
field-type = Art
field-unit_price = Einzelpreis
field-units = Einheit
field-uploaded_by = Hochgeladen von
field-url_type = Art der URL
field-urls = URLs
field-used = Genutzt
field-user = Person
field-user_url = URL der Person
field-username = Benutzername
field-users = Personen
field-value = Wert
field-vendor = Lieferant
field-vendor_credit = Lieferantengutschrift
field-veteran_status = Veteranenstatus
field-visibility = Sichtbarkeit
field-website = Website
field-work_email = Dienstliche E-Mail-Adresse
field-work_location = Arbeitsort
field-zip_code = Postleitzahl

## Words that fields choose from

value-ACCOUNTS_PAYABLE = Verbindlichkeiten
value-ACCOUNTS_RECEIVABLE = Forderungen
value-ACH = ACH
value-ACTIVE = Aktiv
value-ADMIN = Admin
value-ADMIN_ONLY = Nur Admins
value-ALL = Alle
value-AMERICAN_INDIAN_OR_ALASKAN_NATIVE = Indigene Amerikas oder Alaskas
value-AMERICAN_INDIAN_OR_ALASKA_NATIVE = Indigene Amerikas oder Alaskas
value-ANNUALLY = Jährlich
value-ANYONE = Alle
value-APPROVAL-SENT = Zur Genehmigung gesendet
value-APPROVED = Genehmigt
value-ARCHIVED = Archiviert
value-ASIAN = Asiatisch
value-ASIAN_OR_INDIAN_SUBCONTINENT = Asiatisch oder vom indischen Subkontinent
value-ASSET = Vermögen
value-ASSIGN = Zuweisen
value-ASSIGNED_ONLY = Nur zugewiesene
value-AUTHORIZED = Autorisiert
value-AWAITING_FEEDBACK = Wartet auf Rückmeldung
value-BANK = Bank
value-BEREAVEMENT = Trauerfall
value-BILLED = Abgerechnet
value-BILLING = Rechnungsadresse
value-BIWEEKLY = Alle zwei Wochen
value-BLACK_OR_AFRICAN_AMERICAN = Schwarz oder afroamerikanisch
value-BLOG = Blog
value-BLOG_POST = Blogbeitrag
value-BONUS = Bonus
value-BUSINESS_UNIT = Geschäftsbereich
value-CALL = Anruf
value-CANCELLED = Storniert
value-CASH = Bar
value-CATEGORY = Kategorie
value-CHECK = Scheck
value-CHECKING = Girokonto
value-CHILD = Kind
value-CLASS = Klasse
value-CLOSE = Schließen
value-CLOSED = Geschlossen
value-COLLECTION = Liste
value-COMPANY = Unternehmen
value-COMPLETE = Abgeschlossen
value-COMPLETED = Abgeschlossen
value-CONTRACTOR = Auf Auftragsbasis
value-CORRECTION = Korrektur
value-COST_CENTER = Kostenstelle
value-COST_OF_GOODS_SOLD = Wareneinsatz
value-COVER_LETTER = Anschreiben
value-CREATE = Erstellen
value-CREDIT = Haben
value-CREDIT_CARD = Kreditkarte
value-DATABASE = Datenbank
value-DAY = Tag
value-DAYS = Tage
value-DEBIT = Soll
value-DEBIT_CARD = Debitkarte
value-DECLINED = Abgelehnt
value-DECLINE_TO_SELF_IDENTIFY = Keine Angabe
value-DEFINITELY_NO = Auf keinen Fall
value-DELETE = Löschen
value-DELETED = Gelöscht
value-DENIED = Abgelehnt
value-DEPARTMENT = Abteilung
value-DEPRECATED = Veraltet
value-DOMESTIC_PARTNER = Lebenspartnerschaft
value-DRAFT = Entwurf
value-EDIT = Bearbeiten
value-EMAIL = E-Mail
value-EQUITY = Eigenkapital
value-EVERY_SIX_MONTHS = Alle sechs Monate
value-EVERY_TWO_WEEKS = Alle zwei Wochen
value-EXEMPT = Ausgenommen
value-EXPENSE = Aufwand
value-FAILED = Fehlgeschlagen
value-FEMALE = Weiblich
value-FIXED_ASSET = Anlagevermögen
value-FOLDER = Ordner
value-FREELANCE = Freiberuflich
value-FULL_TIME = Vollzeit
value-GROUP = Gruppe
value-HEAD_OF_HOUSEHOLD = Haushaltsvorstand
value-HEALTH_SAVINGS = Gesundheitssparplan
value-HIGH = Hoch
value-HISPANIC_OR_LATINO = Hispanisch oder lateinamerikanisch
value-HOME = Privat
value-HOUR = Stunde
value-HOURS = Stunden
value-INACTIVE = Inaktiv
value-INBOUND = Eingehend
value-INSURANCE = Versicherung
value-INTERN = Praktikum
value-INTERNAL = Intern
value-INTERVIEWER = Führt Gespräche
value-INVENTORY = Lagerware
value-IN_PROGRESS = In Arbeit
value-I_AM_NOT_A_PROTECTED_VETERAN = Kein geschützter Veteranenstatus
value-I_DONT_WISH_TO_ANSWER = Keine Angabe
value-I_IDENTIFY_AS_ONE_OR_MORE_OF_THE_CLASSIFICATIONS_OF_A_PROTECTED_VETERAN = Geschützter Veteranenstatus
value-JOB_POSTING = Stellenanzeige
value-JURY_DUTY = Schöffendienst
value-LIABILITY = Verbindlichkeit
value-LIMITED_TEAM_MEMBER = Teammitglied mit weniger Rechten
value-LIST = Liste
value-LONG_TERM_LIABILITY = Langfristige Verbindlichkeit
value-LOST = Verloren
value-LOW = Niedrig
value-MALE = Männlich
value-MARRIED_FILING_JOINTLY = Verheiratet, gemeinsame Veranlagung
value-MARRIED_FILING_SEPARATELY = Verheiratet, getrennte Veranlagung
value-MEDICAL = Medizinisch
value-MEETING = Termin
value-MOBILE = Mobil
value-MONTH = Monat
value-MONTHLY = Monatlich
value-NATIVE_HAWAIIAN_OR_OTHER_PACIFIC_ISLANDER = Hawaiianisch oder von anderen Pazifikinseln
value-NO = Nein
value-NON-BINARY = Nichtbinär
value-NONEXEMPT = Nicht ausgenommen
value-NON_INVENTORY = Keine Lagerware
value-NON_POSTING = Ohne Buchung
value-NORMAL = Normal
value-NOTE = Notiz
value-NO_DECISION = Keine Entscheidung
value-NO_I_DONT_HAVE_A_DISABILITY = Nein, keine Behinderung
value-OFFER_LETTER = Angebotsschreiben
value-OFF_CYCLE = Außerplanmäßig
value-ON_HOLD = Angehalten
value-OPEN = Offen
value-OPENED = Geöffnet
value-OTHER = Sonstiges
value-OTHER_ASSET = Sonstiges Vermögen
value-OTHER_CURRENT_ASSET = Sonstiges Umlaufvermögen
value-OTHER_CURRENT_LIABILITY = Sonstige kurzfristige Verbindlichkeit
value-OTHER_EXPENSE = Sonstiger Aufwand
value-OTHER_INCOME = Sonstiger Ertrag
value-OUTBOUND = Ausgehend
value-OVERTIME = Überstunden
value-OWNER = Inhaberschaft
value-PAGE = Seite
value-PAID = Bezahlt
value-PARENT_COLLECTION = Übergeordnete Liste
value-PARTIALLY_COMPLETED = Teilweise abgeschlossen
value-PARTIALLY_PAID = Teilweise bezahlt
value-PART_TIME = Teilzeit
value-PENDING = Ausstehend
value-PENDING_APPROVAL = Wartet auf Genehmigung
value-PERSONAL = Privat
value-PORTFOLIO = Portfolio
value-POSTED = Gebucht
value-POSTING = Mit Buchung
value-PREFER_NOT_TO_DISCLOSE = Keine Angabe
value-PRIVATE = Privat
value-PROFILE = Profil
value-PROJECT = Projekt
value-PRO_RATA = Anteilig
value-PUBLIC = Öffentlich
value-PUBLISHED = Veröffentlicht
value-PURCHASE = Einkauf
value-QUALIFIED = Qualifiziert
value-QUALIFYING_WIDOW_OR_WIDOWER_WITH_DEPENDENT_CHILD = Verwitwet, mit unterhaltsberechtigtem Kind
value-QUARTER = Quartal
value-QUARTERLY = Vierteljährlich
value-REGULAR = Regulär
value-REIMBURSEMENT = Erstattung
value-REJECTED = Abgelehnt
value-REQUESTED = Beantragt
value-REQUISITION = Anforderung
value-RESTRICTED = Eingeschränkt
value-RESUME = Lebenslauf
value-RETIREMENT = Altersvorsorge
value-REVENUE = Umsatz
value-SALARIED_NONEXEMPT = Gehalt, nicht ausgenommen
value-SALARY = Gehalt
value-SALES = Verkauf
value-SAVINGS = Sparkonto
value-SCHEDULED = Geplant
value-SECTION = Abschnitt
value-SEMIANNUALLY = Halbjährlich
value-SEMIMONTHLY = Zweimal im Monat
value-SENT = Gesendet
value-SENT-MANUALLY = Manuell gesendet
value-SERVICE = Dienstleistung
value-SHIPPED = Versandt
value-SHIPPING = Versandadresse
value-SICK = Krankheit
value-SIGNED = Unterschrieben
value-SIGN_ON_BONUS = Antrittsprämie
value-SINGLE = Ledig
value-SKYPE = Skype
value-SMART_LINK = Smartlink
value-SOCIAL_MEDIA = Soziale Medien
value-SPACE = Bereich
value-SPOUSE = Ehe
value-STRONG_YES = Unbedingt
value-SUBMITTED = Eingereicht
value-SUPER_ADMIN = Superadmin
value-TEAM = Team
value-TEAM_MEMBER = Teammitglied
value-TEAM_ONLY = Nur Team
value-TERMINATION = Austritt
value-THIRTEEN-MONTHLY = Dreizehnmal im Jahr
value-TRASH = Papierkorb
value-TWO_OR_MORE_RACES = Mehrere Herkünfte
value-UNKNOWN = Unbekannt
value-UNPOSTED = Nicht gebucht
value-UNQUALIFIED = Nicht qualifiziert
value-URGENT = Dringend
value-USER = Person
value-VACATION = Urlaub
value-VIEW = Ansehen
value-VOID = Ungültig
value-VOLUNTEER = Ehrenamt
value-WEEK = Woche
value-WEEKLY = Wöchentlich
value-WHITE = Weiß
value-WON = Gewonnen
value-WORK = Arbeit
value-YEAR = Jahr
value-YES = Ja
value-YES_I_HAVE_A_DISABILITY_OR_PREVIOUSLY_HAD_A_DISABILITY = Ja, jetzt oder früher
