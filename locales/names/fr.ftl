### What data are called, in French: data types, the fields of records, and the words that fields choose from. None of it travels to the
### browser by itself; src/words/mod.rs says more. Of a data type: its name, one of it and many of it in the middle of a sentence, and what is read.

## HR

hris-Employee = Employés
hris-Employee-one = employé
hris-Employee-count =
    { $count ->
        [one] { $count } employé
        [many] { $count } d’employés
       *[other] { $count } employés
    }
hris-Employee-reads = Noms, e-mail professionnel, poste, responsable et date d’entrée
hris-Employment = Postes et rémunérations
hris-Employment-one = poste
hris-Employment-count =
    { $count ->
        [one] { $count } poste
        [many] { $count } de postes
       *[other] { $count } postes
    }
hris-Employment-reads = Poste, type de contrat, rémunération et dates d’effet
hris-Group = Services et groupes
hris-Group-one = groupe
hris-Group-count =
    { $count ->
        [one] { $count } groupe
        [many] { $count } de groupes
       *[other] { $count } groupes
    }
hris-Group-reads = Noms des services, des unités et des centres de coûts
hris-Team = Équipes
hris-Team-one = équipe
hris-Team-count =
    { $count ->
        [one] { $count } équipe
        [many] { $count } d’équipes
       *[other] { $count } équipes
    }
hris-Team-reads = Noms des équipes et leur hiérarchie
hris-Location = Lieux
hris-Location-one = lieu
hris-Location-count =
    { $count ->
        [one] { $count } lieu
        [many] { $count } de lieux
       *[other] { $count } lieux
    }
hris-Location-reads = Adresses professionnelles et personnelles, ville et pays
hris-Company = Sociétés
hris-Company-one = société
hris-Company-count =
    { $count ->
        [one] { $count } société
        [many] { $count } de sociétés
       *[other] { $count } sociétés
    }
hris-Company-reads = Raisons sociales et noms commerciaux de vos sociétés
hris-TimeOff = Congés
hris-TimeOff-one = demande de congé
hris-TimeOff-count =
    { $count ->
        [one] { $count } demande de congé
        [many] { $count } de demandes de congé
       *[other] { $count } demandes de congé
    }
hris-TimeOff-reads = Demandes avec dates, type de congé et validation
hris-TimeOffBalance = Soldes de congés
hris-TimeOffBalance-one = solde de congés
hris-TimeOffBalance-count =
    { $count ->
        [one] { $count } solde de congés
        [many] { $count } de soldes de congés
       *[other] { $count } soldes de congés
    }
hris-TimeOffBalance-reads = Jours ou heures restants et pris, par type de congé
hris-PayGroup = Groupes de paie
hris-PayGroup-one = groupe de paie
hris-PayGroup-count =
    { $count ->
        [one] { $count } groupe de paie
        [many] { $count } de groupes de paie
       *[other] { $count } groupes de paie
    }
hris-PayGroup-reads = Noms des groupes payés ensemble
hris-PayrollRun = Cycles de paie
hris-PayrollRun-one = cycle de paie
hris-PayrollRun-count =
    { $count ->
        [one] { $count } cycle de paie
        [many] { $count } de cycles de paie
       *[other] { $count } cycles de paie
    }
hris-PayrollRun-reads = Périodes de paie, dates de paiement et leur état
hris-EmployeePayrollRun = Bulletins de paie
hris-EmployeePayrollRun-one = bulletin de paie
hris-EmployeePayrollRun-count =
    { $count ->
        [one] { $count } bulletin de paie
        [many] { $count } de bulletins de paie
       *[other] { $count } bulletins de paie
    }
hris-EmployeePayrollRun-reads = Salaire brut et net, gains, retenues et taxes par personne
hris-BankInfo = Coordonnées bancaires
hris-BankInfo-one = compte bancaire
hris-BankInfo-count =
    { $count ->
        [one] { $count } compte bancaire
        [many] { $count } de comptes bancaires
       *[other] { $count } comptes bancaires
    }
hris-BankInfo-reads = Nom de la banque, numéros de compte et codes bancaires des employés
hris-Benefit = Avantages sociaux
hris-Benefit-one = avantage social
hris-Benefit-count =
    { $count ->
        [one] { $count } avantage social
        [many] { $count } d’avantages sociaux
       *[other] { $count } avantages sociaux
    }
hris-Benefit-reads = Avantages auxquels les personnes sont inscrites, avec leurs cotisations
hris-EmployerBenefit = Régimes d’avantages
hris-EmployerBenefit-one = régime d’avantages
hris-EmployerBenefit-count =
    { $count ->
        [one] { $count } régime d’avantages
        [many] { $count } de régimes d’avantages
       *[other] { $count } régimes d’avantages
    }
hris-EmployerBenefit-reads = Régimes proposés par votre entreprise, avec les montants retenus
hris-Dependent = Personnes à charge
hris-Dependent-one = personne à charge
hris-Dependent-count =
    { $count ->
        [one] { $count } personne à charge
        [many] { $count } de personnes à charge
       *[other] { $count } personnes à charge
    }
hris-Dependent-reads = Membres de la famille couverts et leur lien de parenté
hris-TimesheetEntry = Feuilles de temps
hris-TimesheetEntry-one = saisie de temps
hris-TimesheetEntry-count =
    { $count ->
        [one] { $count } saisie de temps
        [many] { $count } de saisies de temps
       *[other] { $count } saisies de temps
    }
hris-TimesheetEntry-reads = Heures travaillées, avec début et fin

## Recruiting

ats-Candidate = Candidats
ats-Candidate-one = candidat
ats-Candidate-count =
    { $count ->
        [one] { $count } candidat
        [many] { $count } de candidats
       *[other] { $count } candidats
    }
ats-Candidate-reads = Noms, coordonnées, entreprise et poste actuels
ats-Application = Candidatures
ats-Application-one = candidature
ats-Application-count =
    { $count ->
        [one] { $count } candidature
        [many] { $count } de candidatures
       *[other] { $count } candidatures
    }
ats-Application-reads = Qui a postulé à quel poste, quand, et l’étape actuelle
ats-Job = Postes à pourvoir
ats-Job-one = poste à pourvoir
ats-Job-count =
    { $count ->
        [one] { $count } poste à pourvoir
        [many] { $count } de postes à pourvoir
       *[other] { $count } postes à pourvoir
    }
ats-Job-reads = Intitulés, descriptions, statut et équipes de recrutement
ats-JobPosting = Offres publiées
ats-JobPosting-one = offre publiée
ats-JobPosting-count =
    { $count ->
        [one] { $count } offre publiée
        [many] { $count } d’offres publiées
       *[other] { $count } offres publiées
    }
ats-JobPosting-reads = Annonces publiées, où elles paraissent et leur statut
ats-JobInterviewStage = Étapes d’entretien
ats-JobInterviewStage-one = étape d’entretien
ats-JobInterviewStage-count =
    { $count ->
        [one] { $count } étape d’entretien
        [many] { $count } d’étapes d’entretien
       *[other] { $count } étapes d’entretien
    }
ats-JobInterviewStage-reads = Noms et ordre des étapes de chaque poste
ats-ScheduledInterview = Entretiens
ats-ScheduledInterview-one = entretien
ats-ScheduledInterview-count =
    { $count ->
        [one] { $count } entretien
        [many] { $count } d’entretiens
       *[other] { $count } entretiens
    }
ats-ScheduledInterview-reads = Horaires, lieux, recruteurs et statut
ats-Scorecard = Évaluations
ats-Scorecard-one = évaluation
ats-Scorecard-count =
    { $count ->
        [one] { $count } évaluation
        [many] { $count } d’évaluations
       *[other] { $count } évaluations
    }
ats-Scorecard-reads = Recommandations des recruteurs et leur date
ats-Offer = Offres d’embauche
ats-Offer-one = offre d’embauche
ats-Offer-count =
    { $count ->
        [one] { $count } offre d’embauche
        [many] { $count } d’offres d’embauche
       *[other] { $count } offres d’embauche
    }
ats-Offer-reads = Statut, dates d’envoi et de début des offres
ats-Activity = Activité
ats-Activity-one = activité
ats-Activity-count =
    { $count ->
        [one] { $count } activité
        [many] { $count } d’activités
       *[other] { $count } activités
    }
ats-Activity-reads = Notes, e-mails et appels concernant les candidats
ats-Attachment = Pièces jointes
ats-Attachment-one = pièce jointe
ats-Attachment-count =
    { $count ->
        [one] { $count } pièce jointe
        [many] { $count } de pièces jointes
       *[other] { $count } pièces jointes
    }
ats-Attachment-reads = CV, lettres de motivation et autres fichiers des candidats
ats-Department = Services
ats-Department-one = service
ats-Department-count =
    { $count ->
        [one] { $count } service
        [many] { $count } de services
       *[other] { $count } services
    }
ats-Department-reads = Noms des services qui recrutent
ats-Office = Bureaux
ats-Office-one = bureau
ats-Office-count =
    { $count ->
        [one] { $count } bureau
        [many] { $count } de bureaux
       *[other] { $count } bureaux
    }
ats-Office-reads = Noms et lieux de vos bureaux
ats-RemoteUser = Utilisateurs du recrutement
ats-RemoteUser-one = utilisateur du recrutement
ats-RemoteUser-count =
    { $count ->
        [one] { $count } utilisateur du recrutement
        [many] { $count } d’utilisateurs du recrutement
       *[other] { $count } utilisateurs du recrutement
    }
ats-RemoteUser-reads = Noms, e-mail et rôle des personnes qui recrutent
ats-RejectReason = Motifs de refus
ats-RejectReason-one = motif de refus
ats-RejectReason-count =
    { $count ->
        [one] { $count } motif de refus
        [many] { $count } de motifs de refus
       *[other] { $count } motifs de refus
    }
ats-RejectReason-reads = Les motifs parmi lesquels votre équipe choisit
ats-Tag = Étiquettes
ats-Tag-one = étiquette
ats-Tag-count =
    { $count ->
        [one] { $count } étiquette
        [many] { $count } d’étiquettes
       *[other] { $count } étiquettes
    }
ats-Tag-reads = Étiquettes que votre équipe attribue aux candidats
ats-EEOC = Réponses EEO
ats-EEOC-one = réponse EEO
ats-EEOC-count =
    { $count ->
        [one] { $count } réponse EEO
        [many] { $count } de réponses EEO
       *[other] { $count } réponses EEO
    }
ats-EEOC-reads = Réponses facultatives sur le genre, l’origine, le statut de vétéran et le handicap

## CRM

crm-Account = Comptes
crm-Account-one = compte
crm-Account-count =
    { $count ->
        [one] { $count } compte
        [many] { $count } de comptes
       *[other] { $count } comptes
    }
crm-Account-reads = Noms des entreprises, secteur, site web, adresses et responsable
crm-Contact = Contacts
crm-Contact-one = contact
crm-Contact-count =
    { $count ->
        [one] { $count } contact
        [many] { $count } de contacts
       *[other] { $count } contacts
    }
crm-Contact-reads = Noms, e-mail, numéros de téléphone et entreprise
crm-Opportunity = Opportunités
crm-Opportunity-one = opportunité
crm-Opportunity-count =
    { $count ->
        [one] { $count } opportunité
        [many] { $count } d’opportunités
       *[other] { $count } opportunités
    }
crm-Opportunity-reads = Montant, étape, date de clôture et responsable
crm-Lead = Prospects
crm-Lead-one = prospect
crm-Lead-count =
    { $count ->
        [one] { $count } prospect
        [many] { $count } de prospects
       *[other] { $count } prospects
    }
crm-Lead-reads = Noms, entreprise, coordonnées et source
crm-Stage = Étapes de vente
crm-Stage-one = étape de vente
crm-Stage-count =
    { $count ->
        [one] { $count } étape de vente
        [many] { $count } d’étapes de vente
       *[other] { $count } étapes de vente
    }
crm-Stage-reads = Noms des étapes de votre pipeline
crm-Engagement = Appels, réunions et e-mails
crm-Engagement-one = interaction
crm-Engagement-count =
    { $count ->
        [one] { $count } interaction
        [many] { $count } d’interactions
       *[other] { $count } interactions
    }
crm-Engagement-reads = Objet, contenu, heure et participants de chaque interaction
crm-EngagementType = Types d’interaction
crm-EngagementType-one = type d’interaction
crm-EngagementType-count =
    { $count ->
        [one] { $count } type d’interaction
        [many] { $count } de types d’interaction
       *[other] { $count } types d’interaction
    }
crm-EngagementType-reads = Noms des types d’interaction
crm-Task = Tâches
crm-Task-one = tâche
crm-Task-count =
    { $count ->
        [one] { $count } tâche
        [many] { $count } de tâches
       *[other] { $count } tâches
    }
crm-Task-reads = Objet, échéance, statut et responsable
crm-Note = Notes
crm-Note-one = note
crm-Note-count =
    { $count ->
        [one] { $count } note
        [many] { $count } de notes
       *[other] { $count } notes
    }
crm-Note-reads = Texte des notes et ce dont elles parlent
crm-User = Utilisateurs du CRM
crm-User-one = utilisateur du CRM
crm-User-count =
    { $count ->
        [one] { $count } utilisateur du CRM
        [many] { $count } d’utilisateurs du CRM
       *[other] { $count } utilisateurs du CRM
    }
crm-User-reads = Noms et e-mail des personnes qui vendent

## Accounting

accounting-Invoice = Factures
accounting-Invoice-one = facture
accounting-Invoice-count =
    { $count ->
        [one] { $count } facture
        [many] { $count } de factures
       *[other] { $count } factures
    }
accounting-Invoice-reads = Clients et fournisseurs, lignes, montants, échéances et statut
accounting-Payment = Paiements
accounting-Payment-one = paiement
accounting-Payment-count =
    { $count ->
        [one] { $count } paiement
        [many] { $count } de paiements
       *[other] { $count } paiements
    }
accounting-Payment-reads = Montants, dates et factures réglées
accounting-Account = Plan comptable
accounting-Account-one = compte comptable
accounting-Account-count =
    { $count ->
        [one] { $count } compte comptable
        [many] { $count } de comptes comptables
       *[other] { $count } comptes comptables
    }
accounting-Account-reads = Noms, numéros, types et soldes des comptes
accounting-Contact = Clients et fournisseurs
accounting-Contact-one = tiers
accounting-Contact-count =
    { $count ->
        [one] { $count } tiers
        [many] { $count } de tiers
       *[other] { $count } tiers
    }
accounting-Contact-reads = Noms, e-mail, adresses et numéros fiscaux
accounting-CompanyInfo = Informations de la société
accounting-CompanyInfo-one = société
accounting-CompanyInfo-count =
    { $count ->
        [one] { $count } société
        [many] { $count } de sociétés
       *[other] { $count } sociétés
    }
accounting-CompanyInfo-reads = Raison sociale, numéro fiscal, devise et exercice
accounting-Transaction = Transactions
accounting-Transaction-one = transaction
accounting-Transaction-count =
    { $count ->
        [one] { $count } transaction
        [many] { $count } de transactions
       *[other] { $count } transactions
    }
accounting-Transaction-reads = Écritures bancaires et comptables avec dates et montants
accounting-JournalEntry = Écritures de journal
accounting-JournalEntry-one = écriture de journal
accounting-JournalEntry-count =
    { $count ->
        [one] { $count } écriture de journal
        [many] { $count } d’écritures de journal
       *[other] { $count } écritures de journal
    }
accounting-JournalEntry-reads = Débits et crédits par compte, avec libellé et date
accounting-Item = Produits et services
accounting-Item-one = article
accounting-Item-count =
    { $count ->
        [one] { $count } article
        [many] { $count } d’articles
       *[other] { $count } articles
    }
accounting-Item-reads = Noms, prix et comptes d’imputation
accounting-Expense = Dépenses
accounting-Expense-one = dépense
accounting-Expense-count =
    { $count ->
        [one] { $count } dépense
        [many] { $count } de dépenses
       *[other] { $count } dépenses
    }
accounting-Expense-reads = Dépenses par compte, fournisseur et date
accounting-ExpenseReport = Notes de frais
accounting-ExpenseReport-one = note de frais
accounting-ExpenseReport-count =
    { $count ->
        [one] { $count } note de frais
        [many] { $count } de notes de frais
       *[other] { $count } notes de frais
    }
accounting-ExpenseReport-reads = Notes remises par les employés, avec montants et statut
accounting-CreditNote = Avoirs
accounting-CreditNote-one = avoir
accounting-CreditNote-count =
    { $count ->
        [one] { $count } avoir
        [many] { $count } d’avoirs
       *[other] { $count } avoirs
    }
accounting-CreditNote-reads = Avoirs accordés aux clients, avec montants et statut
accounting-VendorCredit = Avoirs fournisseurs
accounting-VendorCredit-one = avoir fournisseur
accounting-VendorCredit-count =
    { $count ->
        [one] { $count } avoir fournisseur
        [many] { $count } d’avoirs fournisseurs
       *[other] { $count } avoirs fournisseurs
    }
accounting-VendorCredit-reads = Avoirs reçus des fournisseurs, avec montants et dates
accounting-PurchaseOrder = Bons de commande
accounting-PurchaseOrder-one = bon de commande
accounting-PurchaseOrder-count =
    { $count ->
        [one] { $count } bon de commande
        [many] { $count } de bons de commande
       *[other] { $count } bons de commande
    }
accounting-PurchaseOrder-reads = Ce qui a été commandé aux fournisseurs, montants et statut
accounting-SalesOrder = Commandes clients
accounting-SalesOrder-one = commande client
accounting-SalesOrder-count =
    { $count ->
        [one] { $count } commande client
        [many] { $count } de commandes clients
       *[other] { $count } commandes clients
    }
accounting-SalesOrder-reads = Ce que les clients ont commandé, montants et statut
accounting-ItemFulfillment = Expéditions
accounting-ItemFulfillment-one = expédition
accounting-ItemFulfillment-count =
    { $count ->
        [one] { $count } expédition
        [many] { $count } d’expéditions
       *[other] { $count } expéditions
    }
accounting-ItemFulfillment-reads = Ce qui a été expédié pour quelle commande
accounting-TaxRate = Taux de taxe
accounting-TaxRate-one = taux de taxe
accounting-TaxRate-count =
    { $count ->
        [one] { $count } taux de taxe
        [many] { $count } de taux de taxe
       *[other] { $count } taux de taxe
    }
accounting-TaxRate-reads = Noms et pourcentages de vos taxes
accounting-TrackingCategory = Classes et services
accounting-TrackingCategory-one = axe analytique
accounting-TrackingCategory-count =
    { $count ->
        [one] { $count } axe analytique
        [many] { $count } d’axes analytiques
       *[other] { $count } axes analytiques
    }
accounting-TrackingCategory-reads = Noms des classes et services d’imputation
accounting-Project = Projets
accounting-Project-one = projet
accounting-Project-count =
    { $count ->
        [one] { $count } projet
        [many] { $count } de projets
       *[other] { $count } projets
    }
accounting-Project-reads = Noms et état des projets auxquels des coûts sont imputés
accounting-Employee = Employés
accounting-Employee-one = employé
accounting-Employee-count =
    { $count ->
        [one] { $count } employé
        [many] { $count } d’employés
       *[other] { $count } employés
    }
accounting-Employee-reads = Noms et e-mail des personnes présentes dans vos comptes
accounting-BalanceSheet = Bilans
accounting-BalanceSheet-one = bilan
accounting-BalanceSheet-count =
    { $count ->
        [one] { $count } bilan
        [many] { $count } de bilans
       *[other] { $count } bilans
    }
accounting-BalanceSheet-reads = Actif, passif et capitaux propres à une date
accounting-IncomeStatement = Comptes de résultat
accounting-IncomeStatement-one = compte de résultat
accounting-IncomeStatement-count =
    { $count ->
        [one] { $count } compte de résultat
        [many] { $count } de comptes de résultat
       *[other] { $count } comptes de résultat
    }
accounting-IncomeStatement-reads = Produits, charges et résultat d’une période
accounting-CashFlowStatement = Tableaux de flux de trésorerie
accounting-CashFlowStatement-one = tableau de flux de trésorerie
accounting-CashFlowStatement-count =
    { $count ->
        [one] { $count } tableau de flux de trésorerie
        [many] { $count } de tableaux de flux de trésorerie
       *[other] { $count } tableaux de flux de trésorerie
    }
accounting-CashFlowStatement-reads = Entrées et sorties de trésorerie sur une période
accounting-GeneralLedgerTransaction = Grand livre
accounting-GeneralLedgerTransaction-one = écriture du grand livre
accounting-GeneralLedgerTransaction-count =
    { $count ->
        [one] { $count } écriture du grand livre
        [many] { $count } d’écritures du grand livre
       *[other] { $count } écritures du grand livre
    }
accounting-GeneralLedgerTransaction-reads = Chaque écriture de votre grand livre, avec compte et date
accounting-BankFeedAccount = Flux bancaires
accounting-BankFeedAccount-one = flux bancaire
accounting-BankFeedAccount-count =
    { $count ->
        [one] { $count } flux bancaire
        [many] { $count } de flux bancaires
       *[other] { $count } flux bancaires
    }
accounting-BankFeedAccount-reads = Comptes bancaires qui alimentent votre comptabilité
accounting-BankFeedTransaction = Opérations bancaires
accounting-BankFeedTransaction-one = opération bancaire
accounting-BankFeedTransaction-count =
    { $count ->
        [one] { $count } opération bancaire
        [many] { $count } d’opérations bancaires
       *[other] { $count } opérations bancaires
    }
accounting-BankFeedTransaction-reads = Lignes de vos relevés bancaires
accounting-AccountingPeriod = Périodes comptables
accounting-AccountingPeriod-one = période comptable
accounting-AccountingPeriod-count =
    { $count ->
        [one] { $count } période comptable
        [many] { $count } de périodes comptables
       *[other] { $count } périodes comptables
    }
accounting-AccountingPeriod-reads = Début, fin et état de chaque période
accounting-PaymentTerm = Conditions de paiement
accounting-PaymentTerm-one = condition de paiement
accounting-PaymentTerm-count =
    { $count ->
        [one] { $count } condition de paiement
        [many] { $count } de conditions de paiement
       *[other] { $count } conditions de paiement
    }
accounting-PaymentTerm-reads = Délais de paiement et remises
accounting-PaymentMethod = Moyens de paiement
accounting-PaymentMethod-one = moyen de paiement
accounting-PaymentMethod-count =
    { $count ->
        [one] { $count } moyen de paiement
        [many] { $count } de moyens de paiement
       *[other] { $count } moyens de paiement
    }
accounting-PaymentMethod-reads = Noms des moyens par lesquels vous payez et êtes payé
accounting-AccountingAttachment = Pièces jointes
accounting-AccountingAttachment-one = pièce jointe
accounting-AccountingAttachment-count =
    { $count ->
        [one] { $count } pièce jointe
        [many] { $count } de pièces jointes
       *[other] { $count } pièces jointes
    }
accounting-AccountingAttachment-reads = Fichiers conservés avec les factures et les dépenses

## Ticketing

ticketing-Ticket = Tickets
ticketing-Ticket-one = ticket
ticketing-Ticket-count =
    { $count ->
        [one] { $count } ticket
        [many] { $count } de tickets
       *[other] { $count } tickets
    }
ticketing-Ticket-reads = Titre, description, statut, priorité et personne assignée
ticketing-Comment = Commentaires
ticketing-Comment-one = commentaire
ticketing-Comment-count =
    { $count ->
        [one] { $count } commentaire
        [many] { $count } de commentaires
       *[other] { $count } commentaires
    }
ticketing-Comment-reads = Texte des commentaires, avec auteur et heure
ticketing-Project = Projets
ticketing-Project-one = projet
ticketing-Project-count =
    { $count ->
        [one] { $count } projet
        [many] { $count } de projets
       *[other] { $count } projets
    }
ticketing-Project-reads = Noms et descriptions des projets
ticketing-Collection = Listes et projets
ticketing-Collection-one = liste
ticketing-Collection-count =
    { $count ->
        [one] { $count } liste
        [many] { $count } de listes
       *[other] { $count } listes
    }
ticketing-Collection-reads = Noms des listes, tableaux et projets qui contiennent des tickets
ticketing-User = Membres de l’équipe
ticketing-User-one = membre de l’équipe
ticketing-User-count =
    { $count ->
        [one] { $count } membre de l’équipe
        [many] { $count } de membres de l’équipe
       *[other] { $count } membres de l’équipe
    }
ticketing-User-reads = Noms et e-mail des personnes qui traitent les tickets
ticketing-Team = Équipes
ticketing-Team-one = équipe
ticketing-Team-count =
    { $count ->
        [one] { $count } équipe
        [many] { $count } d’équipes
       *[other] { $count } équipes
    }
ticketing-Team-reads = Noms et descriptions des équipes
ticketing-Contact = Clients
ticketing-Contact-one = client
ticketing-Contact-count =
    { $count ->
        [one] { $count } client
        [many] { $count } de clients
       *[other] { $count } clients
    }
ticketing-Contact-reads = Noms, e-mail et téléphone des personnes qui ont écrit
ticketing-Account = Entreprises clientes
ticketing-Account-one = entreprise cliente
ticketing-Account-count =
    { $count ->
        [one] { $count } entreprise cliente
        [many] { $count } d’entreprises clientes
       *[other] { $count } entreprises clientes
    }
ticketing-Account-reads = Noms des entreprises et leurs domaines
ticketing-Attachment = Pièces jointes
ticketing-Attachment-one = pièce jointe
ticketing-Attachment-count =
    { $count ->
        [one] { $count } pièce jointe
        [many] { $count } de pièces jointes
       *[other] { $count } pièces jointes
    }
ticketing-Attachment-reads = Fichiers ajoutés aux tickets et aux commentaires
ticketing-Tag = Étiquettes
ticketing-Tag-one = étiquette
ticketing-Tag-count =
    { $count ->
        [one] { $count } étiquette
        [many] { $count } d’étiquettes
       *[other] { $count } étiquettes
    }
ticketing-Tag-reads = Étiquettes que votre équipe attribue aux tickets
ticketing-Role = Rôles
ticketing-Role-one = rôle
ticketing-Role-count =
    { $count ->
        [one] { $count } rôle
        [many] { $count } de rôles
       *[other] { $count } rôles
    }
ticketing-Role-reads = Noms des rôles et ce qu’ils permettent

## File storage

filestorage-File = Fichiers
filestorage-File-one = fichier
filestorage-File-count =
    { $count ->
        [one] { $count } fichier
        [many] { $count } de fichiers
       *[other] { $count } fichiers
    }
filestorage-File-reads = Noms, types, tailles, contenus et qui peut les ouvrir
filestorage-Folder = Dossiers
filestorage-Folder-one = dossier
filestorage-Folder-count =
    { $count ->
        [one] { $count } dossier
        [many] { $count } de dossiers
       *[other] { $count } dossiers
    }
filestorage-Folder-reads = Noms, emplacements et qui peut les ouvrir
filestorage-Drive = Espaces de stockage
filestorage-Drive-one = espace de stockage
filestorage-Drive-count =
    { $count ->
        [one] { $count } espace de stockage
        [many] { $count } d’espaces de stockage
       *[other] { $count } espaces de stockage
    }
filestorage-Drive-reads = Noms et tailles des espaces partagés
filestorage-User = Personnes
filestorage-User-one = personne
filestorage-User-count =
    { $count ->
        [one] { $count } personne
        [many] { $count } de personnes
       *[other] { $count } personnes
    }
filestorage-User-reads = Noms et e-mail des personnes ayant accès
filestorage-Group = Groupes
filestorage-Group-one = groupe
filestorage-Group-count =
    { $count ->
        [one] { $count } groupe
        [many] { $count } de groupes
       *[other] { $count } groupes
    }
filestorage-Group-reads = Noms des groupes et leurs membres

## Knowledge base

knowledgebase-Article = Articles
knowledgebase-Article-one = article
knowledgebase-Article-count =
    { $count ->
        [one] { $count } article
        [many] { $count } d’articles
       *[other] { $count } articles
    }
knowledgebase-Article-reads = Titres, texte, auteurs, statut et qui peut les lire
knowledgebase-Container = Espaces et dossiers
knowledgebase-Container-one = espace
knowledgebase-Container-count =
    { $count ->
        [one] { $count } espace
        [many] { $count } d’espaces
       *[other] { $count } espaces
    }
knowledgebase-Container-reads = Noms et hiérarchie des espaces et dossiers
knowledgebase-User = Auteurs et lecteurs
knowledgebase-User-one = personne
knowledgebase-User-count =
    { $count ->
        [one] { $count } personne
        [many] { $count } de personnes
       *[other] { $count } personnes
    }
knowledgebase-User-reads = Noms et e-mail des personnes ayant accès
knowledgebase-Group = Groupes
knowledgebase-Group-one = groupe
knowledgebase-Group-count =
    { $count ->
        [one] { $count } groupe
        [many] { $count } de groupes
       *[other] { $count } groupes
    }
knowledgebase-Group-reads = Noms des groupes et leurs membres
knowledgebase-Attachment = Pièces jointes
knowledgebase-Attachment-one = pièce jointe
knowledgebase-Attachment-count =
    { $count ->
        [one] { $count } pièce jointe
        [many] { $count } de pièces jointes
       *[other] { $count } pièces jointes
    }
knowledgebase-Attachment-reads = Fichiers ajoutés aux articles

## Fields

field-access_level = Niveau d’accès
field-access_role = Rôle d’accès
field-account = Compte
field-account_number = Numéro de compte
field-account_type = Type de compte
field-account_url = URL du compte
field-accounting_period = Période comptable
field-actions = Actions
field-activity_type = Type d’activité
field-address_type = Type d’adresse
field-addresses = Adresses
field-amount = Montant
field-answer = Réponse
field-application = Candidature
field-applications = Candidatures
field-applied_amount = Montant imputé
field-applied_at = Date de candidature
field-applied_credit_notes = Avoirs imputés
field-applied_date = Date d’imputation
field-applied_payments = Paiements imputés
field-applied_to_collections = Appliqué aux listes
field-applied_to_lines = Imputé sur les lignes
field-applied_to_roles = Appliqué aux rôles
field-applied_to_teams = Appliqué aux équipes
field-applied_to_users = Appliqué aux personnes
field-applied_vendor_credits = Avoirs fournisseurs imputés
field-approver = Approbateur
field-article_content_download_url = URL de téléchargement de l’article
field-article_url = URL de l’article
field-assets = Actif
field-assigned_teams = Équipes assignées
field-assignees = Personnes assignées
field-association_types = Types d’association
field-attachment_type = Type de pièce jointe
field-attachment_url = URL de la pièce jointe
field-attachments = Pièces jointes
field-author = Auteur
field-avatar = Photo de profil
field-balance = Solde
field-bank_feed_account = Flux bancaire
field-bank_name = Banque
field-benefit_plan_type = Type d’avantage
field-body = Texte
field-can_email = Contact par e-mail autorisé
field-candidate = Candidat
field-cash_at_beginning_of_period = Trésorerie en début de période
field-cash_at_end_of_period = Trésorerie en fin de période
field-category_type = Type de catégorie
field-check_date = Date de paiement
field-checksum = Somme de contrôle
field-child_groups = Sous-groupes
field-city = Ville
field-classification = Classification
field-close_date = Date de clôture
field-closed_at = Date de fermeture
field-code = Code
field-collection_type = Type de liste
field-collection_url = URL de la liste
field-collections = Listes
field-company = Entreprise
field-company_contribution = Part patronale
field-company_deduction = Retenue patronale
field-completed_at = Date d’achèvement
field-completed_date = Date d’achèvement
field-component_type = Type de composant
field-confidential = Confidentiel
field-contact = Contact
field-contact_url = URL du contact
field-contacts = Contacts
field-container_url = URL de l’espace
field-content = Contenu
field-content_type = Type de contenu
field-converted_account = Compte converti
field-converted_contact = Contact converti
field-converted_date = Date de conversion
field-cost_of_sales = Coût des ventes
field-country = Pays
field-country_subdivision = Région
field-creator = Créateur
field-credit_note = Avoir
field-credit_or_debit = Crédit ou débit
field-credited_to = Attribué à
field-currency = Devise
field-current_balance = Solde actuel
field-current_stage = Étape actuelle
field-custom_fields = Champs personnalisés
field-customer = Client
field-date = Date
field-date_of_birth = Date de naissance
field-days_until_due = Jours avant échéance
field-deduction_code = Code de retenue
field-deductions = Retenues
field-delivery_address = Adresse de livraison
field-delivery_date = Date de livraison
field-departments = Services
field-description = Description
field-details = Détails
field-direction = Sens
field-disability_status = Situation de handicap
field-disabled = Désactivé
field-discount_days = Jours de remise
field-display_full_name = Nom affiché
field-display_name = Nom affiché
field-domains = Domaines
field-drive = Espace de stockage
field-drive_url = URL de l’espace de stockage
field-due_date = Échéance
field-earnings = Gains
field-effect = Effet
field-effective_date = Date d’effet
field-effective_tax_rate = Taux de taxe effectif
field-eins = Numéros d’employeur (EIN)
field-email = E-mail
field-email_address = Adresse e-mail
field-email_address_type = Type d’adresse e-mail
field-email_addresses = Adresses e-mail
field-employee = Employé
field-employee_contribution = Part salariale
field-employee_deduction = Retenue salariale
field-employee_note = Note de l’employé
field-employee_number = Matricule
field-employee_payroll_run = Bulletin de paie
field-employer_benefit = Régime d’avantages
field-employer_tax = Charge patronale
field-employment_status = Statut d’emploi
field-employment_type = Type d’emploi
field-employments = Postes
field-end_at = Fin
field-end_date = Date de fin
field-end_period = Fin de période
field-end_time = Heure de fin
field-engagement_type = Type d’interaction
field-engagement_url = URL de l’interaction
field-equity = Capitaux propres
field-ethnicity = Origine ethnique
field-exchange_rate = Taux de change
field-expense_date = Date de la dépense
field-feed_start_date = Début du flux
field-feed_status = Statut du flux
field-field_choices = Choix du champ
field-field_format = Format du champ
field-field_type = Type de champ
field-fields = Champs
field-file_name = Nom du fichier
field-file_thumbnail_url = URL de l’aperçu
field-file_url = URL du fichier
field-financing_activities = Activités de financement
field-first_name = Prénom
field-fiscal_year_end_day = Jour de clôture de l’exercice
field-fiscal_year_end_month = Mois de clôture de l’exercice
field-flsa_status = Statut FLSA
field-folder = Dossier
field-folder_url = URL du dossier
field-fulfillment_date = Date d’expédition
field-gender = Genre
field-gross_pay = Salaire brut
field-gross_profit = Marge brute
field-group = Groupe
field-groups = Groupes
field-hire_date = Date d’embauche
field-hiring_managers = Responsables du recrutement
field-home_location = Domicile
field-hours_worked = Heures travaillées
field-html_body = Texte (HTML)
field-inclusive_of_tax = Taxes incluses
field-income = Produits
field-industry = Secteur d’activité
field-interview = Entretien
field-interviewer = Recruteur
field-interviewers = Recruteurs
field-investing_activities = Activités d’investissement
field-invoice = Facture
field-is_active = Actif
field-is_billable = Facturable
field-is_commonly_used_as_team = Utilisé comme équipe
field-is_compound = Composé
field-is_contractor = Prestataire
field-is_customer = Client
field-is_internal = Interne
field-is_me = Moi
field-is_private = Privé
field-is_processed = Traité
field-is_required = Obligatoire
field-is_student = Étudiant
field-is_supplier = Fournisseur
field-issue_date = Date d’émission
field-item = Article
field-item_choices = Choix
field-item_format = Format
field-item_schema = Structure
field-item_type = Type d’élément
field-job = Poste
field-job_interview_stage = Étape d’entretien
field-job_posting_urls = URL de l’offre
field-job_postings = Offres publiées
field-job_title = Poste
field-journal_number = Numéro d’écriture
field-labels = Libellés
field-last_activity_at = Dernière activité
field-last_edited_by = Dernière modification par
field-last_interaction_at = Dernière interaction
field-last_name = Nom
field-lead_source = Source
field-lead_url = URL du prospect
field-legal_name = Raison sociale
field-liabilities = Passif
field-line_items = Lignes
field-lines = Lignes
field-location = Lieu
field-location_type = Type de lieu
field-locations = Lieux
field-manager = Responsable
field-marital_status = Situation familiale
field-memo = Libellé
field-method_type = Type de paiement
field-middle_name = Deuxième prénom
field-mime_type = Type de fichier
field-mobile_phone_number = Numéro de mobile
field-name = Nom
field-net_amount = Montant net
field-net_assets = Actif net
field-net_income = Résultat net
field-net_operating_income = Résultat d’exploitation
field-net_pay = Salaire net
field-non_operating_expenses = Charges hors exploitation
field-non_reimbursable = Non remboursable
field-note_url = URL de la note
field-number = Numéro
field-number_of_employees = Nombre d’employés
field-offers = Offres d’embauche
field-offices = Bureaux
field-operating_activities = Activités d’exploitation
field-operating_expenses = Charges d’exploitation
field-opportunity = Opportunité
field-opportunity_url = URL de l’opportunité
field-organizer = Organisateur
field-overall_recommendation = Recommandation générale
field-owner = Responsable
field-paid_on_date = Date de paiement
field-parent_account = Compte parent
field-parent_article = Article parent
field-parent_category = Catégorie parente
field-parent_collection = Liste parente
field-parent_container = Espace parent
field-parent_folder = Dossier parent
field-parent_group = Groupe parent
field-parent_team = Équipe parente
field-parent_ticket = Ticket parent
field-pay_currency = Devise de paie
field-pay_frequency = Fréquence de paie
field-pay_group = Groupe de paie
field-pay_group_name = Nom du groupe de paie
field-pay_period = Période de paie
field-pay_rate = Taux de rémunération
field-payee = Bénéficiaire
field-payment_method = Moyen de paiement
field-payment_term = Condition de paiement
field-payments = Paiements
field-payroll_run = Cycle de paie
field-permissions = Autorisations
field-personal_email = E-mail personnel
field-phone_number = Numéro de téléphone
field-phone_number_type = Type de numéro
field-phone_numbers = Numéros de téléphone
field-policy_type = Type de congé
field-postal_code = Code postal
field-posted_date = Date de comptabilisation
field-posting_status = Statut de comptabilisation
field-preferred_name = Nom d’usage
field-priority = Priorité
field-project = Projet
field-provider_name = Prestataire
field-purchase_account = Compte d’achat
field-purchase_order_number = Numéro de commande
field-purchase_orders = Bons de commande
field-purchase_price = Prix d’achat
field-purchase_tax_rate = Taux de taxe à l’achat
field-quantity = Quantité
field-question = Question
field-race = Origine
field-rate = Taux
field-recruiters = Recruteurs
field-reject_reason = Motif de refus
field-rejected_at = Date de refus
field-related_object_id = ID de l’objet associé
field-related_object_type = Type de l’objet associé
field-relationship = Lien de parenté
field-remaining_credit = Crédit restant
field-remote_created_at = Créé
field-remote_generated_at = Généré
field-remote_key_name = Nom de la clé
field-remote_last_modified_at = Dernière modification
field-remote_updated_at = Mis à jour
field-report_date = Date du rapport
field-report_identifier = Numéro du rapport
field-request_type = Type de demande
field-roles = Rôles
field-root_container = Espace racine
field-routing_number = Code bancaire
field-run_state = État
field-run_type = Type de cycle
field-sales_account = Compte de vente
field-sales_order = Commande client
field-sales_order_line = Ligne de commande
field-sales_orders = Commandes clients
field-sales_tax_rate = Taux de taxe à la vente
field-screening_question_answers = Réponses de présélection
field-sent_at = Date d’envoi
field-shipping_address = Adresse d’expédition
field-size = Taille
field-source = Source
field-source_account_balance = Solde du compte source
field-source_account_id = ID du compte source
field-source_account_name = Nom du compte source
field-source_account_number = Numéro du compte source
field-source_transaction_id = ID de la transaction source
field-ssn = Numéro de sécurité sociale
field-stage = Étape
field-stage_order = Ordre
field-start_at = Début
field-start_date = Date de début
field-start_period = Début de période
field-start_time = Heure de début
field-state = État ou région
field-status = Statut
field-street_1 = Rue
field-street_2 = Complément d’adresse
field-sub_items = Sous-éléments
field-sub_total = Sous-total
field-subject = Objet
field-submitted_at = Date de soumission
field-tags = Étiquettes
field-target_account_id = ID du compte cible
field-target_account_name = Nom du compte cible
field-task_url = URL de la tâche
field-tax_amount = Montant de la taxe
field-tax_components = Composants de la taxe
field-tax_number = Numéro fiscal
field-tax_rate = Taux de taxe
field-taxes = Taxes
field-team = Équipe
field-teams = Équipes
field-termination_date = Date de départ
field-ticket = Ticket
field-ticket_access = Accès aux tickets
field-ticket_actions = Actions sur les tickets
field-ticket_type = Type de ticket
field-ticket_url = URL du ticket
field-title = Titre
field-total = Total
field-total_amount = Montant total
field-total_discount = Remise totale
field-total_line_amount = Montant total de la ligne
field-total_tax_amount = Montant total des taxes
field-total_tax_rate = Taux de taxe total
field-tracking_categories = Axes analytiques
field-tracking_category = Axe analytique
field-transaction_date = Date de transaction
field-transaction_number = Numéro de transaction
field-transaction_type = Type de transaction
field-type = Type
field-unit_price = Prix unitaire
field-units = Unités
field-uploaded_by = Téléversé par
field-url_type = Type d’URL
field-urls = URL
field-used = Pris
field-user = Utilisateur
field-user_url = URL de l’utilisateur
field-username = Nom d’utilisateur
field-users = Utilisateurs
field-value = Valeur
field-vendor = Fournisseur
field-vendor_credit = Avoir fournisseur
field-veteran_status = Statut de vétéran
field-visibility = Visibilité
field-website = Site web
field-work_email = E-mail professionnel
field-work_location = Lieu de travail
field-zip_code = Code postal

## Words that fields choose from

value-ACCOUNTS_PAYABLE = Comptes fournisseurs
value-ACCOUNTS_RECEIVABLE = Comptes clients
value-ACH = ACH
value-ACTIVE = Actif
value-ADMIN = Admin
value-ADMIN_ONLY = Admins uniquement
value-ALL = Tous
value-AMERICAN_INDIAN_OR_ALASKAN_NATIVE = Amérindien ou natif d’Alaska
value-AMERICAN_INDIAN_OR_ALASKA_NATIVE = Amérindien ou natif d’Alaska
value-ANNUALLY = Annuel
value-ANYONE = Tout le monde
value-APPROVAL-SENT = Envoyé pour approbation
value-APPROVED = Approuvé
value-ARCHIVED = Archivé
value-ASIAN = Asiatique
value-ASIAN_OR_INDIAN_SUBCONTINENT = Asiatique ou du sous-continent indien
value-ASSET = Actif
value-ASSIGN = Assigner
value-ASSIGNED_ONLY = Assignés uniquement
value-AUTHORIZED = Autorisé
value-AWAITING_FEEDBACK = En attente de retour
value-BANK = Banque
value-BEREAVEMENT = Deuil
value-BILLED = Facturé
value-BILLING = Facturation
value-BIWEEKLY = Toutes les deux semaines
value-BLACK_OR_AFRICAN_AMERICAN = Noir ou afro-américain
value-BLOG = Blog
value-BLOG_POST = Article de blog
value-BONUS = Prime
value-BUSINESS_UNIT = Unité opérationnelle
value-CALL = Appel
value-CANCELLED = Annulé
value-CASH = Espèces
value-CATEGORY = Catégorie
value-CHECK = Chèque
value-CHECKING = Compte courant
value-CHILD = Enfant
value-CLASS = Classe
value-CLOSE = Fermer
value-CLOSED = Fermé
value-COLLECTION = Liste
value-COMPANY = Entreprise
value-COMPLETE = Terminé
value-COMPLETED = Terminé
value-CONTRACTOR = Prestataire
value-CORRECTION = Correction
value-COST_CENTER = Centre de coûts
value-COST_OF_GOODS_SOLD = Coût des marchandises vendues
value-COVER_LETTER = Lettre de motivation
value-CREATE = Créer
value-CREDIT = Crédit
value-CREDIT_CARD = Carte de crédit
value-DATABASE = Base de données
value-DAY = Jour
value-DAYS = Jours
value-DEBIT = Débit
value-DEBIT_CARD = Carte de débit
value-DECLINED = Refusé
value-DECLINE_TO_SELF_IDENTIFY = Ne souhaite pas préciser
value-DEFINITELY_NO = Certainement pas
value-DELETE = Supprimer
value-DELETED = Supprimé
value-DENIED = Refusé
value-DEPARTMENT = Service
value-DEPRECATED = Obsolète
value-DOMESTIC_PARTNER = Partenaire de vie
value-DRAFT = Brouillon
value-EDIT = Modifier
value-EMAIL = E-mail
value-EQUITY = Capitaux propres
value-EVERY_SIX_MONTHS = Tous les six mois
value-EVERY_TWO_WEEKS = Toutes les deux semaines
value-EXEMPT = Exempté
value-EXPENSE = Charge
value-FAILED = Échoué
value-FEMALE = Femme
value-FIXED_ASSET = Immobilisation
value-FOLDER = Dossier
value-FREELANCE = Indépendant
value-FULL_TIME = Temps plein
value-GROUP = Groupe
value-HEAD_OF_HOUSEHOLD = Chef de famille
value-HEALTH_SAVINGS = Épargne santé
value-HIGH = Haute
value-HISPANIC_OR_LATINO = Hispanique ou latino
value-HOME = Domicile
value-HOUR = Heure
value-HOURS = Heures
value-INACTIVE = Inactif
value-INBOUND = Entrant
value-INSURANCE = Assurance
value-INTERN = Stagiaire
value-INTERNAL = Interne
value-INTERVIEWER = Recruteur
value-INVENTORY = Stock
value-IN_PROGRESS = En cours
value-I_AM_NOT_A_PROTECTED_VETERAN = N’est pas un vétéran protégé
value-I_DONT_WISH_TO_ANSWER = Ne souhaite pas répondre
value-I_IDENTIFY_AS_ONE_OR_MORE_OF_THE_CLASSIFICATIONS_OF_A_PROTECTED_VETERAN = Vétéran protégé
value-JOB_POSTING = Offre d’emploi
value-JURY_DUTY = Fonction de juré
value-LIABILITY = Passif
value-LIMITED_TEAM_MEMBER = Membre de l’équipe limité
value-LIST = Liste
value-LONG_TERM_LIABILITY = Passif à long terme
value-LOST = Perdu
value-LOW = Basse
value-MALE = Homme
value-MARRIED_FILING_JOINTLY = Marié, déclaration commune
value-MARRIED_FILING_SEPARATELY = Marié, déclaration séparée
value-MEDICAL = Santé
value-MEETING = Réunion
value-MOBILE = Mobile
value-MONTH = Mois
value-MONTHLY = Mensuel
value-NATIVE_HAWAIIAN_OR_OTHER_PACIFIC_ISLANDER = Natif d’Hawaï ou d’une autre île du Pacifique
value-NO = Non
value-NON-BINARY = Non binaire
value-NONEXEMPT = Non exempté
value-NON_INVENTORY = Hors stock
value-NON_POSTING = Hors comptabilisation
value-NORMAL = Normale
value-NOTE = Note
value-NO_DECISION = Aucune décision
value-NO_I_DONT_HAVE_A_DISABILITY = Non, pas de handicap
value-OFFER_LETTER = Lettre d’offre
value-OFF_CYCLE = Hors cycle
value-ON_HOLD = En attente
value-OPEN = Ouvert
value-OPENED = Ouvert
value-OTHER = Autre
value-OTHER_ASSET = Autre actif
value-OTHER_CURRENT_ASSET = Autre actif circulant
value-OTHER_CURRENT_LIABILITY = Autre passif à court terme
value-OTHER_EXPENSE = Autre charge
value-OTHER_INCOME = Autre produit
value-OUTBOUND = Sortant
value-OVERTIME = Heures supplémentaires
value-OWNER = Propriétaire
value-PAGE = Page
value-PAID = Payé
value-PARENT_COLLECTION = Liste parente
value-PARTIALLY_COMPLETED = Partiellement terminé
value-PARTIALLY_PAID = Partiellement payé
value-PART_TIME = Temps partiel
value-PENDING = En attente
value-PENDING_APPROVAL = En attente d’approbation
value-PERSONAL = Personnel
value-PORTFOLIO = Portfolio
value-POSTED = Comptabilisé
value-POSTING = Comptabilisation
value-PREFER_NOT_TO_DISCLOSE = Préfère ne pas préciser
value-PRIVATE = Privé
value-PROFILE = Profil
value-PROJECT = Projet
value-PRO_RATA = Au prorata
value-PUBLIC = Public
value-PUBLISHED = Publié
value-PURCHASE = Achat
value-QUALIFIED = Qualifié
value-QUALIFYING_WIDOW_OR_WIDOWER_WITH_DEPENDENT_CHILD = Veuf ou veuve avec enfant à charge
value-QUARTER = Trimestre
value-QUARTERLY = Trimestriel
value-REGULAR = Normal
value-REIMBURSEMENT = Remboursement
value-REJECTED = Rejeté
value-REQUESTED = Demandé
value-REQUISITION = Demande de recrutement
value-RESTRICTED = Restreint
value-RESUME = CV
value-RETIREMENT = Retraite
value-REVENUE = Produit
value-SALARIED_NONEXEMPT = Salarié non exempté
value-SALARY = Salaire
value-SALES = Vente
value-SAVINGS = Compte d’épargne
value-SCHEDULED = Planifié
value-SECTION = Section
value-SEMIANNUALLY = Semestriel
value-SEMIMONTHLY = Bimensuel
value-SENT = Envoyé
value-SENT-MANUALLY = Envoyé manuellement
value-SERVICE = Service
value-SHIPPED = Expédié
value-SHIPPING = Expédition
value-SICK = Maladie
value-SIGNED = Signé
value-SIGN_ON_BONUS = Prime d’arrivée
value-SINGLE = Célibataire
value-SKYPE = Skype
value-SMART_LINK = Lien intelligent
value-SOCIAL_MEDIA = Réseaux sociaux
value-SPACE = Espace
value-SPOUSE = Conjoint
value-STRONG_YES = Oui, sans réserve
value-SUBMITTED = Soumis
value-SUPER_ADMIN = Super-admin
value-TEAM = Équipe
value-TEAM_MEMBER = Membre de l’équipe
value-TEAM_ONLY = Équipe uniquement
value-TERMINATION = Départ
value-THIRTEEN-MONTHLY = Treize fois par an
value-TRASH = Corbeille
value-TWO_OR_MORE_RACES = Plusieurs origines
value-UNKNOWN = Inconnu
value-UNPOSTED = Non comptabilisé
value-UNQUALIFIED = Non qualifié
value-URGENT = Urgente
value-USER = Utilisateur
value-VACATION = Vacances
value-VIEW = Voir
value-VOID = Annulé
value-VOLUNTEER = Bénévolat
value-WEEK = Semaine
value-WEEKLY = Hebdomadaire
value-WHITE = Blanc
value-WON = Gagné
value-WORK = Travail
value-YEAR = Année
value-YES = Oui
value-YES_I_HAVE_A_DISABILITY_OR_PREVIOUSLY_HAD_A_DISABILITY = Oui, actuellement ou par le passé
