### What data are called, in English: data types, the fields of records, and the words that fields choose from. None of it travels to the
### browser by itself; src/words/mod.rs says more. Of a data type: its name, one of it and many of it in the middle of a sentence, and what is read.

## HR

hris-Employee = Employees
hris-Employee-one = employee
hris-Employee-count =
    { $count ->
        [one] { $count } employee
       *[other] { $count } employees
    }
hris-Employee-reads = Names, work e-mail, job title, manager and start date
hris-Employment = Positions and pay
hris-Employment-one = position
hris-Employment-count =
    { $count ->
        [one] { $count } position
       *[other] { $count } positions and pay
    }
hris-Employment-reads = Job title, type of contract, pay rate and effective dates
hris-Group = Departments and groups
hris-Group-one = group
hris-Group-count =
    { $count ->
        [one] { $count } group
       *[other] { $count } departments and groups
    }
hris-Group-reads = Names of departments, business units and cost centres
hris-Team = Teams
hris-Team-one = team
hris-Team-count =
    { $count ->
        [one] { $count } team
       *[other] { $count } teams
    }
hris-Team-reads = Team names and how teams nest
hris-Location = Locations
hris-Location-one = location
hris-Location-count =
    { $count ->
        [one] { $count } location
       *[other] { $count } locations
    }
hris-Location-reads = Work and home addresses, city and country
hris-Company = Companies
hris-Company-one = company
hris-Company-count =
    { $count ->
        [one] { $count } company
       *[other] { $count } companies
    }
hris-Company-reads = Legal and trading names of your companies
hris-TimeOff = Time off
hris-TimeOff-one = time-off request
hris-TimeOff-count =
    { $count ->
        [one] { $count } time-off request
       *[other] { $count } time off
    }
hris-TimeOff-reads = Requests with dates, kind of leave and approval
hris-TimeOffBalance = Time-off balances
hris-TimeOffBalance-one = time-off balance
hris-TimeOffBalance-count =
    { $count ->
        [one] { $count } time-off balance
       *[other] { $count } time-off balances
    }
hris-TimeOffBalance-reads = Days or hours left and used, per kind of leave
hris-PayGroup = Pay groups
hris-PayGroup-one = pay group
hris-PayGroup-count =
    { $count ->
        [one] { $count } pay group
       *[other] { $count } pay groups
    }
hris-PayGroup-reads = Names of the groups that are paid together
hris-PayrollRun = Payroll runs
hris-PayrollRun-one = payroll run
hris-PayrollRun-count =
    { $count ->
        [one] { $count } payroll run
       *[other] { $count } payroll runs
    }
hris-PayrollRun-reads = Pay periods, pay dates and their state
hris-EmployeePayrollRun = Pay details
hris-EmployeePayrollRun-one = pay detail
hris-EmployeePayrollRun-count =
    { $count ->
        [one] { $count } pay detail
       *[other] { $count } pay details
    }
hris-EmployeePayrollRun-reads = Gross and net pay, earnings, deductions and taxes per person
hris-BankInfo = Bank details
hris-BankInfo-one = bank detail
hris-BankInfo-count =
    { $count ->
        [one] { $count } bank detail
       *[other] { $count } bank details
    }
hris-BankInfo-reads = Bank name, account and routing numbers of employees
hris-Benefit = Benefits
hris-Benefit-one = benefit
hris-Benefit-count =
    { $count ->
        [one] { $count } benefit
       *[other] { $count } benefits
    }
hris-Benefit-reads = Plans people are enrolled in, with their contributions
hris-EmployerBenefit = Benefit plans
hris-EmployerBenefit-one = benefit plan
hris-EmployerBenefit-count =
    { $count ->
        [one] { $count } benefit plan
       *[other] { $count } benefit plans
    }
hris-EmployerBenefit-reads = Plans your company offers, with the amounts deducted
hris-Dependent = Dependents
hris-Dependent-one = dependent
hris-Dependent-count =
    { $count ->
        [one] { $count } dependent
       *[other] { $count } dependents
    }
hris-Dependent-reads = Family members covered by benefits, and their relationship
hris-TimesheetEntry = Timesheets
hris-TimesheetEntry-one = timesheet entry
hris-TimesheetEntry-count =
    { $count ->
        [one] { $count } timesheet entry
       *[other] { $count } timesheets
    }
hris-TimesheetEntry-reads = Hours worked, with start and end times

## Recruiting

ats-Candidate = Candidates
ats-Candidate-one = candidate
ats-Candidate-count =
    { $count ->
        [one] { $count } candidate
       *[other] { $count } candidates
    }
ats-Candidate-reads = Names, contact details, current company and title
ats-Application = Applications
ats-Application-one = application
ats-Application-count =
    { $count ->
        [one] { $count } application
       *[other] { $count } applications
    }
ats-Application-reads = Who applied to which job, when, and the current stage
ats-Job = Jobs
ats-Job-one = job
ats-Job-count =
    { $count ->
        [one] { $count } job
       *[other] { $count } jobs
    }
ats-Job-reads = Titles, descriptions, status and hiring teams
ats-JobPosting = Job postings
ats-JobPosting-one = job posting
ats-JobPosting-count =
    { $count ->
        [one] { $count } job posting
       *[other] { $count } job postings
    }
ats-JobPosting-reads = Published adverts, where they appear and their status
ats-JobInterviewStage = Interview stages
ats-JobInterviewStage-one = interview stage
ats-JobInterviewStage-count =
    { $count ->
        [one] { $count } interview stage
       *[other] { $count } interview stages
    }
ats-JobInterviewStage-reads = Names and order of the stages of each job
ats-ScheduledInterview = Interviews
ats-ScheduledInterview-one = interview
ats-ScheduledInterview-count =
    { $count ->
        [one] { $count } interview
       *[other] { $count } interviews
    }
ats-ScheduledInterview-reads = Times, places, interviewers and outcome status
ats-Scorecard = Scorecards
ats-Scorecard-one = scorecard
ats-Scorecard-count =
    { $count ->
        [one] { $count } scorecard
       *[other] { $count } scorecards
    }
ats-Scorecard-reads = Interviewers' recommendations and when they were given
ats-Offer = Offers
ats-Offer-one = offer
ats-Offer-count =
    { $count ->
        [one] { $count } offer
       *[other] { $count } offers
    }
ats-Offer-reads = Status, sent and start dates of offers
ats-Activity = Activity
ats-Activity-one = activity entry
ats-Activity-count =
    { $count ->
        [one] { $count } activity entry
       *[other] { $count } activity
    }
ats-Activity-reads = Notes, e-mails and calls about candidates
ats-Attachment = Attachments
ats-Attachment-one = attachment
ats-Attachment-count =
    { $count ->
        [one] { $count } attachment
       *[other] { $count } attachments
    }
ats-Attachment-reads = Resumes, cover letters and other files of candidates
ats-Department = Departments
ats-Department-one = department
ats-Department-count =
    { $count ->
        [one] { $count } department
       *[other] { $count } departments
    }
ats-Department-reads = Names of the departments that hire
ats-Office = Offices
ats-Office-one = office
ats-Office-count =
    { $count ->
        [one] { $count } office
       *[other] { $count } offices
    }
ats-Office-reads = Names and places of your offices
ats-RemoteUser = Recruiting users
ats-RemoteUser-one = recruiting user
ats-RemoteUser-count =
    { $count ->
        [one] { $count } recruiting user
       *[other] { $count } recruiting users
    }
ats-RemoteUser-reads = Names, e-mail and role of people who hire
ats-RejectReason = Reject reasons
ats-RejectReason-one = reject reason
ats-RejectReason-count =
    { $count ->
        [one] { $count } reject reason
       *[other] { $count } reject reasons
    }
ats-RejectReason-reads = The reasons your team chooses from
ats-Tag = Tags
ats-Tag-one = tag
ats-Tag-count =
    { $count ->
        [one] { $count } tag
       *[other] { $count } tags
    }
ats-Tag-reads = Labels that your team puts on candidates
ats-EEOC = EEO answers
ats-EEOC-one = EEO answer
ats-EEOC-count =
    { $count ->
        [one] { $count } EEO answer
       *[other] { $count } EEO answers
    }
ats-EEOC-reads = Voluntary answers about gender, race, veteran and disability status

## CRM

crm-Account = Accounts
crm-Account-one = account
crm-Account-count =
    { $count ->
        [one] { $count } account
       *[other] { $count } accounts
    }
crm-Account-reads = Company names, industry, website, addresses and owner
crm-Contact = Contacts
crm-Contact-one = contact
crm-Contact-count =
    { $count ->
        [one] { $count } contact
       *[other] { $count } contacts
    }
crm-Contact-reads = Names, e-mail, phone numbers and company
crm-Opportunity = Deals
crm-Opportunity-one = deal
crm-Opportunity-count =
    { $count ->
        [one] { $count } deal
       *[other] { $count } deals
    }
crm-Opportunity-reads = Amount, stage, close date and owner
crm-Lead = Leads
crm-Lead-one = lead
crm-Lead-count =
    { $count ->
        [one] { $count } lead
       *[other] { $count } leads
    }
crm-Lead-reads = Names, company, contact details and source
crm-Stage = Deal stages
crm-Stage-one = deal stage
crm-Stage-count =
    { $count ->
        [one] { $count } deal stage
       *[other] { $count } deal stages
    }
crm-Stage-reads = Names of the stages of your pipeline
crm-Engagement = Calls, meetings and e-mails
crm-Engagement-one = interaction
crm-Engagement-count =
    { $count ->
        [one] { $count } interaction
       *[other] { $count } calls, meetings and e-mails
    }
crm-Engagement-reads = Subject, content, time and people of each interaction
crm-EngagementType = Interaction types
crm-EngagementType-one = interaction type
crm-EngagementType-count =
    { $count ->
        [one] { $count } interaction type
       *[other] { $count } interaction types
    }
crm-EngagementType-reads = Names of the kinds of interaction
crm-Task = Tasks
crm-Task-one = task
crm-Task-count =
    { $count ->
        [one] { $count } task
       *[other] { $count } tasks
    }
crm-Task-reads = Subject, due date, status and owner
crm-Note = Notes
crm-Note-one = note
crm-Note-count =
    { $count ->
        [one] { $count } note
       *[other] { $count } notes
    }
crm-Note-reads = Text of notes, and what they are about
crm-User = CRM users
crm-User-one = CRM user
crm-User-count =
    { $count ->
        [one] { $count } CRM user
       *[other] { $count } CRM users
    }
crm-User-reads = Names and e-mail of people who sell

## Accounting

accounting-Invoice = Invoices and bills
accounting-Invoice-one = invoice
accounting-Invoice-count =
    { $count ->
        [one] { $count } invoice
       *[other] { $count } invoices and bills
    }
accounting-Invoice-reads = Customers and suppliers, lines, amounts, due dates and status
accounting-Payment = Payments
accounting-Payment-one = payment
accounting-Payment-count =
    { $count ->
        [one] { $count } payment
       *[other] { $count } payments
    }
accounting-Payment-reads = Amounts, dates and the invoices they settle
accounting-Account = Chart of accounts
accounting-Account-one = ledger account
accounting-Account-count =
    { $count ->
        [one] { $count } ledger account
       *[other] { $count } chart of accounts
    }
accounting-Account-reads = Account names, numbers, types and balances
accounting-Contact = Customers and suppliers
accounting-Contact-one = contact
accounting-Contact-count =
    { $count ->
        [one] { $count } contact
       *[other] { $count } customers and suppliers
    }
accounting-Contact-reads = Names, e-mail, addresses and tax numbers
accounting-CompanyInfo = Company details
accounting-CompanyInfo-one = company
accounting-CompanyInfo-count =
    { $count ->
        [one] { $count } company
       *[other] { $count } company details
    }
accounting-CompanyInfo-reads = Legal name, tax number, currency and fiscal year
accounting-Transaction = Transactions
accounting-Transaction-one = transaction
accounting-Transaction-count =
    { $count ->
        [one] { $count } transaction
       *[other] { $count } transactions
    }
accounting-Transaction-reads = Bank and ledger entries with dates and amounts
accounting-JournalEntry = Journal entries
accounting-JournalEntry-one = journal entry
accounting-JournalEntry-count =
    { $count ->
        [one] { $count } journal entry
       *[other] { $count } journal entries
    }
accounting-JournalEntry-reads = Debits and credits by account, with memo and date
accounting-Item = Products and services
accounting-Item-one = item
accounting-Item-count =
    { $count ->
        [one] { $count } item
       *[other] { $count } products and services
    }
accounting-Item-reads = Names, prices and the accounts they book to
accounting-Expense = Expenses
accounting-Expense-one = expense
accounting-Expense-count =
    { $count ->
        [one] { $count } expense
       *[other] { $count } expenses
    }
accounting-Expense-reads = Spending by account, supplier and date
accounting-ExpenseReport = Expense reports
accounting-ExpenseReport-one = expense report
accounting-ExpenseReport-count =
    { $count ->
        [one] { $count } expense report
       *[other] { $count } expense reports
    }
accounting-ExpenseReport-reads = Reports that employees hand in, with amounts and status
accounting-CreditNote = Credit notes
accounting-CreditNote-one = credit note
accounting-CreditNote-count =
    { $count ->
        [one] { $count } credit note
       *[other] { $count } credit notes
    }
accounting-CreditNote-reads = Credits to customers, with amounts and status
accounting-VendorCredit = Supplier credits
accounting-VendorCredit-one = supplier credit
accounting-VendorCredit-count =
    { $count ->
        [one] { $count } supplier credit
       *[other] { $count } supplier credits
    }
accounting-VendorCredit-reads = Credits from suppliers, with amounts and dates
accounting-PurchaseOrder = Purchase orders
accounting-PurchaseOrder-one = purchase order
accounting-PurchaseOrder-count =
    { $count ->
        [one] { $count } purchase order
       *[other] { $count } purchase orders
    }
accounting-PurchaseOrder-reads = What was ordered from suppliers, amounts and status
accounting-SalesOrder = Sales orders
accounting-SalesOrder-one = sales order
accounting-SalesOrder-count =
    { $count ->
        [one] { $count } sales order
       *[other] { $count } sales orders
    }
accounting-SalesOrder-reads = What customers ordered, amounts and status
accounting-ItemFulfillment = Shipments
accounting-ItemFulfillment-one = shipment
accounting-ItemFulfillment-count =
    { $count ->
        [one] { $count } shipment
       *[other] { $count } shipments
    }
accounting-ItemFulfillment-reads = What was shipped for which order
accounting-TaxRate = Tax rates
accounting-TaxRate-one = tax rate
accounting-TaxRate-count =
    { $count ->
        [one] { $count } tax rate
       *[other] { $count } tax rates
    }
accounting-TaxRate-reads = Names and percentages of your taxes
accounting-TrackingCategory = Classes and departments
accounting-TrackingCategory-one = tracking category
accounting-TrackingCategory-count =
    { $count ->
        [one] { $count } tracking category
       *[other] { $count } classes and departments
    }
accounting-TrackingCategory-reads = Names of the classes and departments you book to
accounting-Project = Projects
accounting-Project-one = project
accounting-Project-count =
    { $count ->
        [one] { $count } project
       *[other] { $count } projects
    }
accounting-Project-reads = Names and state of projects that costs are booked to
accounting-Employee = Employees
accounting-Employee-one = employee
accounting-Employee-count =
    { $count ->
        [one] { $count } employee
       *[other] { $count } employees
    }
accounting-Employee-reads = Names and e-mail of people in your books
accounting-BalanceSheet = Balance sheets
accounting-BalanceSheet-one = balance sheet
accounting-BalanceSheet-count =
    { $count ->
        [one] { $count } balance sheet
       *[other] { $count } balance sheets
    }
accounting-BalanceSheet-reads = Assets, liabilities and equity at a date
accounting-IncomeStatement = Income statements
accounting-IncomeStatement-one = income statement
accounting-IncomeStatement-count =
    { $count ->
        [one] { $count } income statement
       *[other] { $count } income statements
    }
accounting-IncomeStatement-reads = Income, costs and profit of a period
accounting-CashFlowStatement = Cash flow statements
accounting-CashFlowStatement-one = cash flow statement
accounting-CashFlowStatement-count =
    { $count ->
        [one] { $count } cash flow statement
       *[other] { $count } cash flow statements
    }
accounting-CashFlowStatement-reads = Cash in and out during a period
accounting-GeneralLedgerTransaction = General ledger
accounting-GeneralLedgerTransaction-one = ledger entry
accounting-GeneralLedgerTransaction-count =
    { $count ->
        [one] { $count } ledger entry
       *[other] { $count } general ledger
    }
accounting-GeneralLedgerTransaction-reads = Every posting to your ledger, with account and date
accounting-BankFeedAccount = Bank feeds
accounting-BankFeedAccount-one = bank feed
accounting-BankFeedAccount-count =
    { $count ->
        [one] { $count } bank feed
       *[other] { $count } bank feeds
    }
accounting-BankFeedAccount-reads = Bank accounts that feed your books
accounting-BankFeedTransaction = Bank feed transactions
accounting-BankFeedTransaction-one = bank feed transaction
accounting-BankFeedTransaction-count =
    { $count ->
        [one] { $count } bank feed transaction
       *[other] { $count } bank feed transactions
    }
accounting-BankFeedTransaction-reads = Lines of your bank statements
accounting-AccountingPeriod = Accounting periods
accounting-AccountingPeriod-one = accounting period
accounting-AccountingPeriod-count =
    { $count ->
        [one] { $count } accounting period
       *[other] { $count } accounting periods
    }
accounting-AccountingPeriod-reads = Start, end and state of each period
accounting-PaymentTerm = Payment terms
accounting-PaymentTerm-one = payment term
accounting-PaymentTerm-count =
    { $count ->
        [one] { $count } payment term
       *[other] { $count } payment terms
    }
accounting-PaymentTerm-reads = Days until due, and discounts
accounting-PaymentMethod = Payment methods
accounting-PaymentMethod-one = payment method
accounting-PaymentMethod-count =
    { $count ->
        [one] { $count } payment method
       *[other] { $count } payment methods
    }
accounting-PaymentMethod-reads = Names of the ways you pay and are paid
accounting-AccountingAttachment = Attachments
accounting-AccountingAttachment-one = attachment
accounting-AccountingAttachment-count =
    { $count ->
        [one] { $count } attachment
       *[other] { $count } attachments
    }
accounting-AccountingAttachment-reads = Files kept with invoices and expenses

## Ticketing

ticketing-Ticket = Tickets
ticketing-Ticket-one = ticket
ticketing-Ticket-count =
    { $count ->
        [one] { $count } ticket
       *[other] { $count } tickets
    }
ticketing-Ticket-reads = Title, description, status, priority and who it is assigned to
ticketing-Comment = Comments
ticketing-Comment-one = comment
ticketing-Comment-count =
    { $count ->
        [one] { $count } comment
       *[other] { $count } comments
    }
ticketing-Comment-reads = Text of comments, with author and time
ticketing-Project = Projects
ticketing-Project-one = project
ticketing-Project-count =
    { $count ->
        [one] { $count } project
       *[other] { $count } projects
    }
ticketing-Project-reads = Names and descriptions of projects
ticketing-Collection = Lists and projects
ticketing-Collection-one = list
ticketing-Collection-count =
    { $count ->
        [one] { $count } list
       *[other] { $count } lists and projects
    }
ticketing-Collection-reads = Names of the lists, boards and projects that hold tickets
ticketing-User = Team members
ticketing-User-one = team member
ticketing-User-count =
    { $count ->
        [one] { $count } team member
       *[other] { $count } team members
    }
ticketing-User-reads = Names and e-mail of people who work on tickets
ticketing-Team = Teams
ticketing-Team-one = team
ticketing-Team-count =
    { $count ->
        [one] { $count } team
       *[other] { $count } teams
    }
ticketing-Team-reads = Team names and descriptions
ticketing-Contact = Customers
ticketing-Contact-one = customer
ticketing-Contact-count =
    { $count ->
        [one] { $count } customer
       *[other] { $count } customers
    }
ticketing-Contact-reads = Names, e-mail and phone of people who wrote in
ticketing-Account = Customer companies
ticketing-Account-one = customer company
ticketing-Account-count =
    { $count ->
        [one] { $count } customer company
       *[other] { $count } customer companies
    }
ticketing-Account-reads = Company names and their domains
ticketing-Attachment = Attachments
ticketing-Attachment-one = attachment
ticketing-Attachment-count =
    { $count ->
        [one] { $count } attachment
       *[other] { $count } attachments
    }
ticketing-Attachment-reads = Files added to tickets and comments
ticketing-Tag = Tags
ticketing-Tag-one = tag
ticketing-Tag-count =
    { $count ->
        [one] { $count } tag
       *[other] { $count } tags
    }
ticketing-Tag-reads = Labels that your team puts on tickets
ticketing-Role = Roles
ticketing-Role-one = role
ticketing-Role-count =
    { $count ->
        [one] { $count } role
       *[other] { $count } roles
    }
ticketing-Role-reads = Names of roles and what they may do

## File storage

filestorage-File = Files
filestorage-File-one = file
filestorage-File-count =
    { $count ->
        [one] { $count } file
       *[other] { $count } files
    }
filestorage-File-reads = Names, types, sizes, contents and who may open them
filestorage-Folder = Folders
filestorage-Folder-one = folder
filestorage-Folder-count =
    { $count ->
        [one] { $count } folder
       *[other] { $count } folders
    }
filestorage-Folder-reads = Names, places and who may open them
filestorage-Drive = Drives
filestorage-Drive-one = drive
filestorage-Drive-count =
    { $count ->
        [one] { $count } drive
       *[other] { $count } drives
    }
filestorage-Drive-reads = Names and sizes of shared drives
filestorage-User = People
filestorage-User-one = person
filestorage-User-count =
    { $count ->
        [one] { $count } person
       *[other] { $count } people
    }
filestorage-User-reads = Names and e-mail of people with access
filestorage-Group = Groups
filestorage-Group-one = group
filestorage-Group-count =
    { $count ->
        [one] { $count } group
       *[other] { $count } groups
    }
filestorage-Group-reads = Names of groups and who is in them

## Knowledge base

knowledgebase-Article = Articles
knowledgebase-Article-one = article
knowledgebase-Article-count =
    { $count ->
        [one] { $count } article
       *[other] { $count } articles
    }
knowledgebase-Article-reads = Titles, text, authors, status and who may read them
knowledgebase-Container = Spaces and folders
knowledgebase-Container-one = space
knowledgebase-Container-count =
    { $count ->
        [one] { $count } space
       *[other] { $count } spaces and folders
    }
knowledgebase-Container-reads = Names and how spaces and folders nest
knowledgebase-User = Authors and readers
knowledgebase-User-one = person
knowledgebase-User-count =
    { $count ->
        [one] { $count } person
       *[other] { $count } authors and readers
    }
knowledgebase-User-reads = Names and e-mail of people with access
knowledgebase-Group = Groups
knowledgebase-Group-one = group
knowledgebase-Group-count =
    { $count ->
        [one] { $count } group
       *[other] { $count } groups
    }
knowledgebase-Group-reads = Names of groups and who is in them
knowledgebase-Attachment = Attachments
knowledgebase-Attachment-one = attachment
knowledgebase-Attachment-count =
    { $count ->
        [one] { $count } attachment
       *[other] { $count } attachments
    }
knowledgebase-Attachment-reads = Files added to articles

## Fields

field-access_level = Access level
field-access_role = Access role
field-account = Account
field-account_number = Account number
field-account_type = Account type
field-account_url = Account URL
field-accounting_period = Accounting period
field-actions = Actions
field-activity_type = Activity type
field-address_type = Address type
field-addresses = Addresses
field-amount = Amount
field-answer = Answer
field-application = Application
field-applications = Applications
field-applied_amount = Applied amount
field-applied_at = Applied
field-applied_credit_notes = Applied credit notes
field-applied_date = Applied date
field-applied_payments = Applied payments
field-applied_to_collections = Applied to collections
field-applied_to_lines = Applied to lines
field-applied_to_roles = Applied to roles
field-applied_to_teams = Applied to teams
field-applied_to_users = Applied to users
field-applied_vendor_credits = Applied vendor credits
field-approver = Approver
field-article_content_download_url = Article content download URL
field-article_url = Article URL
field-assets = Assets
field-assigned_teams = Assigned teams
field-assignees = Assignees
field-association_types = Association types
field-attachment_type = Attachment type
field-attachment_url = Attachment URL
field-attachments = Attachments
field-author = Author
field-avatar = Avatar
field-balance = Balance
field-bank_feed_account = Bank feed account
field-bank_name = Bank name
field-benefit_plan_type = Benefit plan type
field-body = Body
field-can_email = Can email
field-candidate = Candidate
field-cash_at_beginning_of_period = Cash at beginning of period
field-cash_at_end_of_period = Cash at end of period
field-category_type = Category type
field-check_date = Check date
field-checksum = Checksum
field-child_groups = Child groups
field-city = City
field-classification = Classification
field-close_date = Close date
field-closed_at = Closed
field-code = Code
field-collection_type = Collection type
field-collection_url = Collection URL
field-collections = Collections
field-company = Company
field-company_contribution = Company contribution
field-company_deduction = Company deduction
field-completed_at = Completed
field-completed_date = Completed date
field-component_type = Component type
field-confidential = Confidential
field-contact = Contact
field-contact_url = Contact URL
field-contacts = Contacts
field-container_url = Container URL
field-content = Content
field-content_type = Content type
field-converted_account = Converted account
field-converted_contact = Converted contact
field-converted_date = Converted date
field-cost_of_sales = Cost of sales
field-country = Country
field-country_subdivision = Country subdivision
field-creator = Creator
field-credit_note = Credit note
field-credit_or_debit = Credit or debit
field-credited_to = Credited to
field-currency = Currency
field-current_balance = Current balance
field-current_stage = Current stage
field-custom_fields = Custom fields
field-customer = Customer
field-date = Date
field-date_of_birth = Date of birth
field-days_until_due = Days until due
field-deduction_code = Deduction code
field-deductions = Deductions
field-delivery_address = Delivery address
field-delivery_date = Delivery date
field-departments = Departments
field-description = Description
field-details = Details
field-direction = Direction
field-disability_status = Disability status
field-disabled = Disabled
field-discount_days = Discount days
field-display_full_name = Display full name
field-display_name = Display name
field-domains = Domains
field-drive = Drive
field-drive_url = Drive URL
field-due_date = Due date
field-earnings = Earnings
field-effect = Effect
field-effective_date = Effective date
field-effective_tax_rate = Effective tax rate
field-eins = EINs
field-email = Email
field-email_address = Email address
field-email_address_type = Email address type
field-email_addresses = Email addresses
field-employee = Employee
field-employee_contribution = Employee contribution
field-employee_deduction = Employee deduction
field-employee_note = Employee note
field-employee_number = Employee number
field-employee_payroll_run = Employee payroll run
field-employer_benefit = Employer benefit
field-employer_tax = Employer tax
field-employment_status = Employment status
field-employment_type = Employment type
field-employments = Employments
field-end_at = End
field-end_date = End date
field-end_period = End period
field-end_time = End time
field-engagement_type = Engagement type
field-engagement_url = Engagement URL
field-equity = Equity
field-ethnicity = Ethnicity
field-exchange_rate = Exchange rate
field-expense_date = Expense date
field-feed_start_date = Feed start date
field-feed_status = Feed status
field-field_choices = Field choices
field-field_format = Field format
field-field_type = Field type
field-fields = Fields
field-file_name = File name
field-file_thumbnail_url = File thumbnail URL
field-file_url = File URL
field-financing_activities = Financing activities
field-first_name = First name
field-fiscal_year_end_day = Fiscal year end day
field-fiscal_year_end_month = Fiscal year end month
field-flsa_status = FLSA status
field-folder = Folder
field-folder_url = Folder URL
field-fulfillment_date = Fulfillment date
field-gender = Gender
field-gross_pay = Gross pay
field-gross_profit = Gross profit
field-group = Group
field-groups = Groups
field-hire_date = Hire date
field-hiring_managers = Hiring managers
field-home_location = Home location
field-hours_worked = Hours worked
field-html_body = Html body
field-inclusive_of_tax = Inclusive of tax
field-income = Income
field-industry = Industry
field-interview = Interview
field-interviewer = Interviewer
field-interviewers = Interviewers
field-investing_activities = Investing activities
field-invoice = Invoice
field-is_active = Active
field-is_billable = Billable
field-is_commonly_used_as_team = Commonly used as team
field-is_compound = Compound
field-is_contractor = Contractor
field-is_customer = Customer
field-is_internal = Internal
field-is_me = Me
field-is_private = Private
field-is_processed = Processed
field-is_required = Required
field-is_student = Student
field-is_supplier = Supplier
field-issue_date = Issue date
field-item = Item
field-item_choices = Item choices
field-item_format = Item format
field-item_schema = Item schema
field-item_type = Item type
field-job = Job
field-job_interview_stage = Job interview stage
field-job_posting_urls = Job posting URLs
field-job_postings = Job postings
field-job_title = Job title
field-journal_number = Journal number
field-labels = Labels
field-last_activity_at = Last activity
field-last_edited_by = Last edited by
field-last_interaction_at = Last interaction
field-last_name = Last name
field-lead_source = Lead source
field-lead_url = Lead URL
field-legal_name = Legal name
field-liabilities = Liabilities
field-line_items = Line items
field-lines = Lines
field-location = Location
field-location_type = Location type
field-locations = Locations
field-manager = Manager
field-marital_status = Marital status
field-memo = Memo
field-method_type = Method type
field-middle_name = Middle name
field-mime_type = Mime type
field-mobile_phone_number = Mobile phone number
field-name = Name
field-net_amount = Net amount
field-net_assets = Net assets
field-net_income = Net income
field-net_operating_income = Net operating income
field-net_pay = Net pay
field-non_operating_expenses = Non operating expenses
field-non_reimbursable = Non reimbursable
field-note_url = Note URL
field-number = Number
field-number_of_employees = Number of employees
field-offers = Offers
field-offices = Offices
field-operating_activities = Operating activities
field-operating_expenses = Operating expenses
field-opportunity = Opportunity
field-opportunity_url = Opportunity URL
field-organizer = Organizer
field-overall_recommendation = Overall recommendation
field-owner = Owner
field-paid_on_date = Paid on date
field-parent_account = Parent account
field-parent_article = Parent article
field-parent_category = Parent category
field-parent_collection = Parent collection
field-parent_container = Parent container
field-parent_folder = Parent folder
field-parent_group = Parent group
field-parent_team = Parent team
field-parent_ticket = Parent ticket
field-pay_currency = Pay currency
field-pay_frequency = Pay frequency
field-pay_group = Pay group
field-pay_group_name = Pay group name
field-pay_period = Pay period
field-pay_rate = Pay rate
field-payee = Payee
field-payment_method = Payment method
field-payment_term = Payment term
field-payments = Payments
field-payroll_run = Payroll run
field-permissions = Permissions
field-personal_email = Personal email
field-phone_number = Phone number
field-phone_number_type = Phone number type
field-phone_numbers = Phone numbers
field-policy_type = Policy type
field-postal_code = Postal code
field-posted_date = Posted date
field-posting_status = Posting status
field-preferred_name = Preferred name
field-priority = Priority
field-project = Project
field-provider_name = Provider name
field-purchase_account = Purchase account
field-purchase_order_number = Purchase order number
field-purchase_orders = Purchase orders
field-purchase_price = Purchase price
field-purchase_tax_rate = Purchase tax rate
field-quantity = Quantity
field-question = Question
field-race = Race
field-rate = Rate
field-recruiters = Recruiters
field-reject_reason = Reject reason
field-rejected_at = Rejected
field-related_object_id = Related object ID
field-related_object_type = Related object type
field-relationship = Relationship
field-remaining_credit = Remaining credit
field-remote_created_at = Created
field-remote_generated_at = Generated
field-remote_key_name = Key name
field-remote_last_modified_at = Last modified
field-remote_updated_at = Updated
field-report_date = Report date
field-report_identifier = Report identifier
field-request_type = Request type
field-roles = Roles
field-root_container = Root container
field-routing_number = Routing number
field-run_state = Run state
field-run_type = Run type
field-sales_account = Sales account
field-sales_order = Sales order
field-sales_order_line = Sales order line
field-sales_orders = Sales orders
field-sales_tax_rate = Sales tax rate
field-screening_question_answers = Screening question answers
field-sent_at = Sent
field-shipping_address = Shipping address
field-size = Size
field-source = Source
field-source_account_balance = Source account balance
field-source_account_id = Source account ID
field-source_account_name = Source account name
field-source_account_number = Source account number
field-source_transaction_id = Source transaction ID
field-ssn = SSN
field-stage = Stage
field-stage_order = Stage order
field-start_at = Start
field-start_date = Start date
field-start_period = Start period
field-start_time = Start time
field-state = State
field-status = Status
field-street_1 = Street 1
field-street_2 = Street 2
field-sub_items = Sub items
field-sub_total = Sub total
field-subject = Subject
field-submitted_at = Submitted
field-tags = Tags
field-target_account_id = Target account ID
field-target_account_name = Target account name
field-task_url = Task URL
field-tax_amount = Tax amount
field-tax_components = Tax components
field-tax_number = Tax number
field-tax_rate = Tax rate
field-taxes = Taxes
field-team = Team
field-teams = Teams
field-termination_date = Termination date
field-ticket = Ticket
field-ticket_access = Ticket access
field-ticket_actions = Ticket actions
field-ticket_type = Ticket type
field-ticket_url = Ticket URL
field-title = Title
field-total = Total
field-total_amount = Total amount
field-total_discount = Total discount
field-total_line_amount = Total line amount
field-total_tax_amount = Total tax amount
field-total_tax_rate = Total tax rate
field-tracking_categories = Tracking categories
field-tracking_category = Tracking category
field-transaction_date = Transaction date
field-transaction_number = Transaction number
field-transaction_type = Transaction type
field-type = Type
field-unit_price = Unit price
field-units = Units
field-uploaded_by = Uploaded by
field-url_type = URL type
field-urls = URLs
field-used = Used
field-user = User
field-user_url = User URL
field-username = Username
field-users = Users
field-value = Value
field-vendor = Vendor
field-vendor_credit = Vendor credit
field-veteran_status = Veteran status
field-visibility = Visibility
field-website = Website
field-work_email = Work email
field-work_location = Work location
field-zip_code = Zip code

## Words that fields choose from

value-ACCOUNTS_PAYABLE = Accounts payable
value-ACCOUNTS_RECEIVABLE = Accounts receivable
value-ACH = Ach
value-ACTIVE = Active
value-ADMIN = Admin
value-ADMIN_ONLY = Admin only
value-ALL = All
value-AMERICAN_INDIAN_OR_ALASKAN_NATIVE = American indian or alaskan native
value-AMERICAN_INDIAN_OR_ALASKA_NATIVE = American indian or alaska native
value-ANNUALLY = Annually
value-ANYONE = Anyone
value-APPROVAL-SENT = Approval sent
value-APPROVED = Approved
value-ARCHIVED = Archived
value-ASIAN = Asian
value-ASIAN_OR_INDIAN_SUBCONTINENT = Asian or indian subcontinent
value-ASSET = Asset
value-ASSIGN = Assign
value-ASSIGNED_ONLY = Assigned only
value-AUTHORIZED = Authorized
value-AWAITING_FEEDBACK = Awaiting feedback
value-BANK = Bank
value-BEREAVEMENT = Bereavement
value-BILLED = Billed
value-BILLING = Billing
value-BIWEEKLY = Biweekly
value-BLACK_OR_AFRICAN_AMERICAN = Black or african american
value-BLOG = Blog
value-BLOG_POST = Blog post
value-BONUS = Bonus
value-BUSINESS_UNIT = Business unit
value-CALL = Call
value-CANCELLED = Cancelled
value-CASH = Cash
value-CATEGORY = Category
value-CHECK = Check
value-CHECKING = Checking
value-CHILD = Child
value-CLASS = Class
value-CLOSE = Close
value-CLOSED = Closed
value-COLLECTION = Collection
value-COMPANY = Company
value-COMPLETE = Complete
value-COMPLETED = Completed
value-CONTRACTOR = Contractor
value-CORRECTION = Correction
value-COST_CENTER = Cost center
value-COST_OF_GOODS_SOLD = Cost of goods sold
value-COVER_LETTER = Cover letter
value-CREATE = Create
value-CREDIT = Credit
value-CREDIT_CARD = Credit card
value-DATABASE = Database
value-DAY = Day
value-DAYS = Days
value-DEBIT = Debit
value-DEBIT_CARD = Debit card
value-DECLINED = Declined
value-DECLINE_TO_SELF_IDENTIFY = Decline to self identify
value-DEFINITELY_NO = Definitely no
value-DELETE = Delete
value-DELETED = Deleted
value-DENIED = Denied
value-DEPARTMENT = Department
value-DEPRECATED = Deprecated
value-DOMESTIC_PARTNER = Domestic partner
value-DRAFT = Draft
value-EDIT = Edit
value-EMAIL = Email
value-EQUITY = Equity
value-EVERY_SIX_MONTHS = Every six months
value-EVERY_TWO_WEEKS = Every two weeks
value-EXEMPT = Exempt
value-EXPENSE = Expense
value-FAILED = Failed
value-FEMALE = Female
value-FIXED_ASSET = Fixed asset
value-FOLDER = Folder
value-FREELANCE = Freelance
value-FULL_TIME = Full time
value-GROUP = Group
value-HEAD_OF_HOUSEHOLD = Head of household
value-HEALTH_SAVINGS = Health savings
value-HIGH = High
value-HISPANIC_OR_LATINO = Hispanic or latino
value-HOME = Home
value-HOUR = Hour
value-HOURS = Hours
value-INACTIVE = Inactive
value-INBOUND = Inbound
value-INSURANCE = Insurance
value-INTERN = Intern
value-INTERNAL = Internal
value-INTERVIEWER = Interviewer
value-INVENTORY = Inventory
value-IN_PROGRESS = In progress
value-I_AM_NOT_A_PROTECTED_VETERAN = I am not a protected veteran
value-I_DONT_WISH_TO_ANSWER = I dont wish to answer
value-I_IDENTIFY_AS_ONE_OR_MORE_OF_THE_CLASSIFICATIONS_OF_A_PROTECTED_VETERAN = I identify as one or more of the classifications of a protected veteran
value-JOB_POSTING = Job posting
value-JURY_DUTY = Jury duty
value-LIABILITY = Liability
value-LIMITED_TEAM_MEMBER = Limited team member
value-LIST = List
value-LONG_TERM_LIABILITY = Long term liability
value-LOST = Lost
value-LOW = Low
value-MALE = Male
value-MARRIED_FILING_JOINTLY = Married filing jointly
value-MARRIED_FILING_SEPARATELY = Married filing separately
value-MEDICAL = Medical
value-MEETING = Meeting
value-MOBILE = Mobile
value-MONTH = Month
value-MONTHLY = Monthly
value-NATIVE_HAWAIIAN_OR_OTHER_PACIFIC_ISLANDER = Native hawaiian or other pacific islander
value-NO = No
value-NON-BINARY = Non binary
value-NONEXEMPT = Nonexempt
value-NON_INVENTORY = Non inventory
value-NON_POSTING = Non posting
value-NORMAL = Normal
value-NOTE = Note
value-NO_DECISION = No decision
value-NO_I_DONT_HAVE_A_DISABILITY = No i dont have a disability
value-OFFER_LETTER = Offer letter
value-OFF_CYCLE = Off cycle
value-ON_HOLD = On hold
value-OPEN = Open
value-OPENED = Opened
value-OTHER = Other
value-OTHER_ASSET = Other asset
value-OTHER_CURRENT_ASSET = Other current asset
value-OTHER_CURRENT_LIABILITY = Other current liability
value-OTHER_EXPENSE = Other expense
value-OTHER_INCOME = Other income
value-OUTBOUND = Outbound
value-OVERTIME = Overtime
value-OWNER = Owner
value-PAGE = Page
value-PAID = Paid
value-PARENT_COLLECTION = Parent collection
value-PARTIALLY_COMPLETED = Partially completed
value-PARTIALLY_PAID = Partially paid
value-PART_TIME = Part time
value-PENDING = Pending
value-PENDING_APPROVAL = Pending approval
value-PERSONAL = Personal
value-PORTFOLIO = Portfolio
value-POSTED = Posted
value-POSTING = Posting
value-PREFER_NOT_TO_DISCLOSE = Prefer not to disclose
value-PRIVATE = Private
value-PROFILE = Profile
value-PROJECT = Project
value-PRO_RATA = Pro rata
value-PUBLIC = Public
value-PUBLISHED = Published
value-PURCHASE = Purchase
value-QUALIFIED = Qualified
value-QUALIFYING_WIDOW_OR_WIDOWER_WITH_DEPENDENT_CHILD = Qualifying widow or widower with dependent child
value-QUARTER = Quarter
value-QUARTERLY = Quarterly
value-REGULAR = Regular
value-REIMBURSEMENT = Reimbursement
value-REJECTED = Rejected
value-REQUESTED = Requested
value-REQUISITION = Requisition
value-RESTRICTED = Restricted
value-RESUME = Resume
value-RETIREMENT = Retirement
value-REVENUE = Revenue
value-SALARIED_NONEXEMPT = Salaried nonexempt
value-SALARY = Salary
value-SALES = Sales
value-SAVINGS = Savings
value-SCHEDULED = Scheduled
value-SECTION = Section
value-SEMIANNUALLY = Semiannually
value-SEMIMONTHLY = Semimonthly
value-SENT = Sent
value-SENT-MANUALLY = Sent manually
value-SERVICE = Service
value-SHIPPED = Shipped
value-SHIPPING = Shipping
value-SICK = Sick
value-SIGNED = Signed
value-SIGN_ON_BONUS = Sign on bonus
value-SINGLE = Single
value-SKYPE = Skype
value-SMART_LINK = Smart link
value-SOCIAL_MEDIA = Social media
value-SPACE = Space
value-SPOUSE = Spouse
value-STRONG_YES = Strong yes
value-SUBMITTED = Submitted
value-SUPER_ADMIN = Super admin
value-TEAM = Team
value-TEAM_MEMBER = Team member
value-TEAM_ONLY = Team only
value-TERMINATION = Termination
value-THIRTEEN-MONTHLY = Thirteen monthly
value-TRASH = Trash
value-TWO_OR_MORE_RACES = Two or more races
value-UNKNOWN = Unknown
value-UNPOSTED = Unposted
value-UNQUALIFIED = Unqualified
value-URGENT = Urgent
value-USER = User
value-VACATION = Vacation
value-VIEW = View
value-VOID = Void
value-VOLUNTEER = Volunteer
value-WEEK = Week
value-WEEKLY = Weekly
value-WHITE = White
value-WON = Won
value-WORK = Work
value-YEAR = Year
value-YES = Yes
value-YES_I_HAVE_A_DISABILITY_OR_PREVIOUSLY_HAD_A_DISABILITY = Yes i have a disability or previously had a disability
