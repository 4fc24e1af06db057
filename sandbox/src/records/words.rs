//! The words that records are made of. All of it is invented; addresses are in domains that are reserved for examples.
//!
//! What a seed gives depends on these lists and on their order: to add a word changes everybody's records.

pub const FIRST_NAMES: &[&str] = &[
    "Ada", "Aisha", "Alejandro", "Alice", "Amara", "Amir", "Ana", "Andre", "Anika", "Anton", "Aria", "Arjun", "Astrid", "Ben", "Bianca", "Boris",
    "Camila", "Carlos", "Chloe", "Clara", "Dalia", "Daniel", "Dara", "David", "Diego", "Dina", "Elena", "Elias", "Emeka", "Emma", "Eric", "Esther",
    "Fatima", "Felix", "Finn", "Freya", "Gabriel", "Grace", "Hana", "Harper", "Hassan", "Helen", "Hugo", "Ines", "Ingrid", "Isaac", "Ivan", "Jack",
    "Jade", "Jamal", "James", "Jane", "Jonas", "Julia", "Kai", "Karim", "Kate", "Kenji", "Laila", "Lars", "Laura", "Leo", "Lina", "Lucas",
    "Maja", "Marco", "Maria", "Mateo", "Maya", "Mei", "Miguel", "Mila", "Nadia", "Naomi", "Nia", "Nikhil", "Noah", "Nora", "Olga", "Oliver",
    "Omar", "Paula", "Pedro", "Priya", "Rachel", "Ravi", "Rosa", "Ruben", "Samir", "Sara", "Sofia", "Sven", "Tara", "Theo", "Uma", "Yusuf",
];

pub const LAST_NAMES: &[&str] = &[
    "Abbott", "Adeyemi", "Ahmed", "Alvarez", "Andersson", "Bailey", "Banerjee", "Barros", "Becker", "Bennett", "Berg", "Bianchi", "Bishop", "Castillo",
    "Chen", "Cohen", "Costa", "Dahl", "Das", "Diaz", "Dubois", "Eriksen", "Evans", "Ferrari", "Fischer", "Fleming", "Garcia", "Gibson",
    "Gomez", "Grant", "Haddad", "Hansen", "Hughes", "Ibrahim", "Ito", "Jansen", "Jensen", "Johnson", "Kaya", "Keller", "Khan", "Kim",
    "Kowalski", "Kumar", "Larsen", "Lee", "Lewis", "Lindgren", "Lopez", "Marino", "Martin", "Mensah", "Meyer", "Moore", "Moreau", "Murphy",
    "Nakamura", "Nguyen", "Novak", "Okafor", "Olsen", "Ortiz", "Osei", "Owens", "Park", "Patel", "Pereira", "Petrov", "Popescu", "Quinn",
    "Ramirez", "Rao", "Reyes", "Rivera", "Rossi", "Russo", "Santos", "Sato", "Schmidt", "Sharma", "Silva", "Singh", "Smith", "Sokolov",
    "Suzuki", "Tanaka", "Taylor", "Thomas", "Tran", "Turner", "Vargas", "Vega", "Walker", "Wang", "Weber", "Wright", "Yamada", "Yilmaz",
    "Young", "Zhang", "Zimmermann", "Zubiri",
];

pub const COMPANIES: &[&str] = &[
    "Alder & Finch", "Amberline", "Arcwell", "Bluefen", "Brightloom", "Cairn Systems", "Cobalt Harbor", "Corvid Labs", "Driftwood Foods", "Eastmere",
    "Elmgrove Health", "Ember & Oak", "Fernway", "Fieldstone", "Gantry Works", "Glasshouse Media", "Granite Peak", "Halyard", "Hawthorn Group",
    "Helio Freight", "Ironbark", "Juniper Street", "Kestrel Air", "Kiteworks Studio", "Lanternfish", "Larkspur", "Lowland Dairy", "Maplewood",
    "Meridian Tools", "Millrace", "Moss & Co", "Nightjar", "Northwick", "Oakhaven", "Orchard Lane", "Palisade", "Pinecrest", "Quarry Bay",
    "Redfern", "Riverbend", "Saltmarsh", "Silverbirch", "Skylark", "Stonebridge", "Summit Row", "Tallgrass", "Thistle & Thread", "Tidewater",
    "Umber Design", "Verdant", "Wayfarer", "Westbrook", "Wildrose", "Windlass", "Yarrow", "Zephyr Marine",
];

pub const JOB_TITLES: &[&str] = &[
    "Software Engineer", "Account Executive", "Product Manager", "Customer Success Manager", "Data Analyst", "Office Manager", "Sales Engineer",
    "Recruiter", "Finance Manager", "UX Designer", "Support Specialist", "Engineering Manager", "Marketing Manager", "Payroll Specialist",
    "Warehouse Associate", "Operations Lead", "People Partner", "Site Reliability Engineer", "Legal Counsel", "Content Writer",
];

pub const DEPARTMENTS: &[&str] = &[
    "Engineering", "Sales", "Marketing", "Finance", "People", "Customer Success", "Support", "Legal", "Operations", "Product", "Design",
    "Security", "Data", "Procurement", "Facilities", "Research",
];

pub const CITIES: &[(&str, &str, &str)] = &[
    ("San Francisco", "CA", "94107"), ("Austin", "TX", "78701"), ("New York", "NY", "10013"), ("Chicago", "IL", "60606"), ("Denver", "CO", "80202"),
    ("Seattle", "WA", "98101"), ("Boston", "MA", "02110"), ("Atlanta", "GA", "30303"), ("Portland", "OR", "97204"), ("Nashville", "TN", "37203"),
    ("Minneapolis", "MN", "55401"), ("Philadelphia", "PA", "19103"),
];

pub const CITY_NAMES: &[&str] = &[
    "San Francisco", "Austin", "New York", "Chicago", "Denver", "Seattle", "Boston", "Atlanta", "Portland", "Nashville", "Minneapolis", "Philadelphia",
];

pub const STREETS: &[&str] = &["Market Street", "Oak Avenue", "Mill Road", "Harbor Drive", "Church Lane", "Station Road", "Elm Street", "Canal Street"];

pub const SENTENCES: &[&str] = &[
    "Please look at this before the end of the week.", "Agreed with the team on Tuesday.", "Waiting for the customer's answer.",
    "The export stops after the first page.", "Moved to the next quarter.", "Works after a restart; the cause is not known yet.",
    "Signed copy is attached.", "Needs a second opinion from Finance.", "Follow up by phone.", "The numbers match the invoice.",
    "Closed as a duplicate.", "Sent the new price list.", "Introduced by a partner.", "Will be on leave until Monday.",
];

pub const TICKETS: &[&str] = &[
    "Cannot sign in with single sign-on", "Report shows last month's figures", "Add a field for the cost centre", "Export to CSV is slow",
    "Invoice was sent twice", "Update the onboarding checklist", "Search finds archived items", "Typo on the pricing page", "Rotate the API key",
    "Calendar is one hour off", "Upload fails above 10 MB", "New laptop for a starter", "Wrong currency in the summary", "Page is blank on a phone",
];

pub const DOCUMENTS: &[&str] = &[
    "Quarterly report", "Travel policy", "Brand guidelines", "Meeting notes", "Price list", "Onboarding guide", "Budget", "Contract", "Roadmap",
    "Security overview", "Expense rules", "Release checklist", "Interview guide", "Org chart",
];

pub const ITEMS: &[&str] = &[
    "Consulting hour", "Annual licence", "Standing desk", "Coffee beans 1 kg", "Support plan", "Laptop stand", "Printer paper", "Training day",
    "Hosting", "Safety gloves", "Delivery", "Desk lamp", "Whiteboard", "USB cable",
];

pub const LEDGER: &[&str] = &[
    "Cash", "Accounts receivable", "Accounts payable", "Office supplies", "Travel", "Software", "Payroll", "Rent", "Revenue", "Cost of goods sold",
    "Bank fees", "Insurance", "Advertising", "Depreciation",
];

pub const INDUSTRIES: &[&str] = &["Software", "Retail", "Logistics", "Health care", "Manufacturing", "Education", "Hospitality", "Energy"];

pub const STAGES: &[&str] =
    &["Application review", "Phone screen", "Hiring manager", "Technical interview", "On-site", "Reference check", "Offer", "Hired"];

pub const DEAL_STAGES: &[&str] = &["Prospecting", "Qualification", "Proposal", "Negotiation", "Contract sent", "Closed won", "Closed lost"];

pub const REASONS: &[&str] = &["Position filled", "Not enough experience", "Withdrew", "Salary", "Location", "Went with another candidate"];

pub const TAGS: &[&str] = &["urgent", "follow-up", "vip", "remote", "referral", "bug", "billing", "onboarding", "hardware", "question"];

pub const BENEFITS: &[&str] = &["Medical", "Dental", "Vision", "401k", "Life insurance", "Commuter"];

pub const SOURCES: &[&str] = &["Referral", "Careers page", "Job board", "Recruiter", "Event", "Web form"];

pub const MIME_TYPES: &[(&str, &str)] = &[
    ("application/pdf", "pdf"), ("text/csv", "csv"), ("image/png", "png"), ("text/plain", "txt"),
    ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
];
