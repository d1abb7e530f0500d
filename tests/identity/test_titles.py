"""Titles are matched by meaning, and strictly: a wrong match is worse than none."""

from pathlib import Path

import pytest

from askwell.identity import titles
from askwell.identity.titles import Likeness, decides, likeness, read


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("Head of Forecasting", "Demand Planning Manager"),
        ("Senior Manager, Demand Planning", "Demand Planner"),
        ("Director, S&OP", "Demand Planning Manager"),
        ("Manager, Device Planning", "S&OP Manager"),
        ("VP People", "Head of HR"),
        ("Personalleiterin", "HR Manager"),
        ("DRH", "Human Resources Director"),
        ("Bedarfsplaner", "Demand Planner"),
        ("Einkaufsleiterin", "Procurement Manager"),
        ("Directeur des achats", "Purchasing Manager"),
        ("Ingeniero de software", "Software Engineer"),
        ("Softwareentwicklerin", "Sr. Software Eng."),
        ("Chef de projet", "Project Manager"),
        ("Jefe de Proyecto", "Project Manager"),
        ("Co-Founder & VP Engineering", "Founder"),
        ("Sales & Marketing Manager", "Marketing Manager"),
        ("Registered Nurse", "Nurse"),
        ("Glass blower", "Glass Blower"),
    ],
)
def test_titles_that_mean_the_same_job_are_the_same(title: str, role: str) -> None:
    assert likeness(read(title), read(role)) is Likeness.ROLE


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("Event Planner", "Demand Planner"),
        ("Financial Planner", "Demand Planning Manager"),
        ("Maintenance Planner", "Production Planner"),
        ("Art Teacher", "Art Director"),
        ("Executive Assistant to the CEO", "CEO"),
        ("Marketing Recruiter", "Marketing Manager"),
        ("Chef de cuisine", "Chef de projet"),
        ("Personal Trainer", "HR Manager"),
        ("Product Manager", "Production Manager"),
        ("Wedding Consultant", "Management Consultant"),
        ("Advertising Installer", "Advertising Manager"),
        ("Nurse", "Demand Planning Manager"),
        ("", "Demand Planning Manager"),
        ("Demand Planner", ""),
        ("Chemist", "Physicist"),
    ],
)
def test_titles_that_share_only_a_word_are_not_the_same(title: str, role: str) -> None:
    assert likeness(read(title), read(role)) is not Likeness.ROLE


def test_titles_of_one_family_are_near() -> None:
    assert likeness(read("Supply Chain Analyst"), read("Demand Planner")) is Likeness.FAMILY
    assert likeness(read("Buyer"), read("Demand Planner")) is Likeness.FAMILY


@pytest.mark.parametrize(
    ("title", "level"),
    [
        ("Marketing Intern", 0),
        ("Assistant to the President", 1),
        ("Executive Assistant", 1),
        ("Demand Planner", 2),
        ("Lead Data Scientist", 3),
        ("Product Manager", 3),
        ("Planning Supervisor", 4),
        ("Vertriebsleiter", 4),
        ("Associate Director Clinical Operations", 4),
        ("Directrice des achats", 5),
        ("SVP, People", 6),
        ("Geschäftsführerin", 6),
    ],
)
def test_seniority_is_read_from_the_words(title: str, level: int) -> None:
    assert read(title).level == level


def test_who_stands_above_the_role_in_its_own_line_decides() -> None:
    role = read("Demand Planning Manager")
    assert [
        t for t in ("VP Operations", "Director, S&OP", "CEO", "VP Supply Chain") if not decides(read(t), role)
    ] == []
    assert [t for t in ("Director of Quality", "Plant Manager", "VP Marketing", "Dean") if decides(read(t), role)] == []


def test_what_somebody_did_before_is_no_job_of_today() -> None:
    assert read("Analyst, ex-Google").functions == read("Analyst").functions
    assert read("Former VP Sales").past
    assert not decides(read("Former VP Sales"), read("Sales Manager"))
    assert (read("Ex-Google analyst").functions, read("Ex-Google analyst").past) == (read("Analyst").functions, False)
    assert read("Ex-analyst").past
    assert read("Ex-Head of Sales").past


@pytest.mark.parametrize(
    "text", ["a" * 100_000, "(" * 100_000, "ex-" * 40_000, " - " * 40_000, "\x00\ud7ff", "👩‍💻", " "]
)
def test_hostile_titles_are_read_too(text: str) -> None:
    assert 0 <= read(text).level <= 6


def test_every_function_has_a_name_for_a_sentence() -> None:
    assert [
        f for title in ("VP People", "Nurse", "S&OP Lead") for f in read(title).functions if not titles.label(f)
    ] == []


def test_families_of_onet_titles_fit_their_occupations(corpora: Path) -> None:
    """Titles of planning, people, software and care land in their own family, or in none."""
    fits = {
        "11-3121": {"hr"}, "13-1071": {"hr"}, "15-1252": {"software", "technology"}, "29-1141": {"health"},
        "11-2021": {"marketing", "sales", "commercial"}, "25-2031": {"education"}, "23-1011": {"legal"},
    }  # fmt: skip
    lines = (corpora / "onet" / "Alternate Titles.txt").read_text(encoding="utf-8").splitlines()[1:]
    rows = [(line.split("\t")[0][:7], line.split("\t")[1]) for line in lines]
    read_of = [(fits[code], read(title).families, title) for code, title in rows if code in fits]
    known = [(right, found) for right, found, _ in read_of if found]
    assert len(known) / len(read_of) > 0.5
    assert sum(bool(found & right) for right, found in known) / len(known) > 0.9


@pytest.mark.parametrize(
    ("title", "functions"),
    [
        ("Head of People", "hr"),
        ("Chief People Officer", "hr"),
        ("VP People & Culture", "hr"),
        ("Werkstudent Marketing", "marketing"),
        ("Werkstudentin im Bereich Controlling", "accounting"),
        ("Sr. Software Eng. II", "software"),
        ("Lead Nurse", "nursing"),
        ("Retired Electrician", "electric-plumbing"),
        ("Chef de partie", "hospitality"),
        ("Küchenchef", "hospitality"),
        ("Chefarzt", "medicine"),
        ("Oberarzt", "medicine"),
        ("Stellvertretende Filialleiterin", "retail"),
        ("Head of Sales and Marketing", "sales marketing"),
        ("Sales & Operations Planning Lead", "planning"),
        ("Senior Vice President, Global Procurement", "procurement"),
        ("Krankenschwester", "nursing"),
        ("Altenpflegerin", "nursing"),
        ("Erzieherin", "teaching"),
        ("Grundschullehrerin", "teaching"),
        ("LKW-Fahrer", "driving"),
        ("Reinigungskraft", "maintenance"),
        ("Elektrikermeister", "electric-plumbing"),
        ("Hausmeister", "maintenance"),
        ("Sachbearbeiter Einkauf", "procurement"),
        ("Leiter Einkauf", "procurement"),
        ("Leiterin Personal", "hr"),
        ("Abteilungsleiter Logistik", "logistics"),
        ("Geschäftsführender Gesellschafter", "general"),
        ("Vertriebsingenieur", "sales"),
        ("Kaufmännischer Leiter", "finance"),
        ("Infirmière", "nursing"),
        ("Institutrice", "teaching"),
        ("Directeur des Ressources Humaines", "hr"),
        ("Responsable logistique", "logistics"),
        ("Chargée de recrutement", "recruiting"),
        ("Comptable", "accounting"),
        ("Chauffeur routier", "driving"),
        ("Femme de ménage", "maintenance"),
        ("Cuisinier", "hospitality"),
        ("Aide-soignante", "health-admin"),
        ("Ingénieure qualité", "quality"),
        ("Chef de produit", "product"),
        ("Directrice commerciale", "commercial"),
        ("Gerente de Compras", "procurement"),
        ("Jefa de Ventas", "sales"),
        ("Enfermera", "nursing"),
        ("Maestra de primaria", "teaching"),
        ("Camarero", "hospitality"),
        ("Director de Operaciones", "operations"),
        ("Analista de Datos", "analytics"),
        ("Técnico de Mantenimiento", "maintenance"),
        ("Contador Público", "accounting"),
        ("Abogada", "legal"),
        ("Gerente de Vendas", "sales"),
        ("Analista de Recursos Humanos", "hr"),
        ("Engenheiro de Produção", "production engineering"),
        ("Desenvolvedora de Software", "software"),
        ("Diretora Financeira", "finance"),
        ("Professora", "teaching"),
        ("Motorista", "driving"),
        ("Estagiário de Marketing", "marketing"),
        ("Coordenadora de Logística", "logistics"),
        ("Enfermeiro", "nursing"),
        ("Responsabile Acquisti", "procurement"),
        ("Direttore Generale", "general"),
        ("Ingegnere meccanico", "mechanical engineering"),
        ("Addetta alle vendite", "sales"),
        ("Insegnante", "teaching"),
        ("Infermiere", "nursing"),
        ("Cuoco", "hospitality"),
        ("Autista", "driving"),
        ("Sviluppatore software", "software"),
        ("Inkoper", "procurement"),
        ("Verkoopmanager", "sales"),
        ("Verpleegkundige", "nursing"),
        ("Leraar basisonderwijs", "teaching"),
        ("Vrachtwagenchauffeur", "driving"),
        ("Hoofd Inkoop", "procurement"),
        ("Projectleider", "project"),
        ("Boekhouder", "accounting"),
        ("Softwareontwikkelaar", "software"),
        ("Schoonmaakster", "maintenance"),
        ("Elektricien", "electric-plumbing"),
        ("Logistiek medewerker", "logistics"),
        ("HR Business Partner", "hr"),
        ("Talent Acquisition Lead", "recruiting"),
        ("Office Manager", "office"),
        ("Executive Assistant to the CFO", "office"),
        ("Data Entry Operator", "office"),
        ("Line Cook", "hospitality"),
        ("Truck Driver", "driving"),
        ("RN, BSN", "nursing"),
        ("Weight Management Consultant", "health-admin"),
        ("Risk Management Analyst", "compliance"),
        ("Deputy Head of Procurement", "procurement"),
        ("Interim CFO", "finance"),
        ("Fractional CMO", "marketing"),
        ("Chief of Staff", "office"),
        ("Assistant Professor", "academia"),
        ("Associate Director, Supply Chain", "supply-chain"),
        ("Assistant Store Manager", "retail"),
        ("Business Owner / Electrician", "general electric-plumbing"),
        ("Head Chef", "hospitality"),
        ("Teacher and Writer", "teaching writing"),
        ("Data & Analytics Manager", "analytics"),
        ("Global Head of Talent", "hr recruiting"),
        ("VP, Sales - EMEA", "sales"),
        ("Director Supply Chain EMEA (ex-Amazon)", "supply-chain"),
        ("IT-Leiter", "it"),
        ("Kaufmann im Einzelhandel", "retail"),
        ("Bilanzbuchhalterin", "accounting"),
        ("Teamlead Customer Success", "customer-success"),
        ("Team Lead, Demand Planning", "planning"),
        ("Scrum Master", "project"),
        ("Marketing Executive", "marketing"),
        ("Account Executive", "sales"),
        ("Nurse Practitioner", "nursing"),
        ("Police Officer", "defense-police"),
    ],
)
def test_offices_and_trades_are_read_in_seven_languages(title: str, functions: str) -> None:
    assert set(read(title).functions) & set(functions.split())


@pytest.mark.parametrize(
    ("title", "level"),
    [
        ("Head of People", 5),
        ("Chief People Officer", 6),
        ("VP People & Culture", 6),
        ("Werkstudent Marketing", 0),
        ("Werkstudentin im Bereich Controlling", 0),
        ("Sr. Software Eng. II", 3),
        ("Lead Nurse", 3),
        ("Retired Electrician", 2),
        ("Chef de partie", 2),
        ("Head of Sales and Marketing", 5),
        ("Senior Vice President, Global Procurement", 6),
        ("Krankenschwester", 2),
        ("Sachbearbeiter Einkauf", 1),
        ("Leiter Einkauf", 4),
        ("Abteilungsleiter Logistik", 4),
        ("Geschäftsführender Gesellschafter", 6),
        ("Infirmière", 2),
        ("Directeur des Ressources Humaines", 5),
        ("Responsable logistique", 4),
        ("Gerente de Compras", 4),
        ("Jefa de Ventas", 4),
        ("Director de Operaciones", 5),
        ("Gerente de Vendas", 4),
        ("Diretora Financeira", 5),
        ("Estagiário de Marketing", 0),
        ("Coordenadora de Logística", 1),
        ("Responsabile Acquisti", 4),
        ("Verkoopmanager", 4),
        ("Hoofd Inkoop", 5),
        ("Logistiek medewerker", 1),
        ("HR Business Partner", 2),
        ("Talent Acquisition Lead", 4),
        ("Office Manager", 3),
        ("Executive Assistant to the CFO", 1),
        ("Weight Management Consultant", 2),
        ("Risk Management Analyst", 2),
        ("Interim CFO", 6),
        ("Fractional CMO", 6),
        ("Associate Director, Supply Chain", 4),
        ("Global Head of Talent", 5),
        ("VP, Sales - EMEA", 6),
        ("Director Supply Chain EMEA (ex-Amazon)", 5),
        ("IT-Leiter", 4),
        ("Team Lead, Demand Planning", 4),
        ("Marketing Executive", 2),
        ("Managing Partner", 6),
        ("Management Trainee", 0),
    ],
)
def test_standing_is_read_in_seven_languages(title: str, level: int) -> None:
    assert read(title).level == level


@pytest.mark.parametrize(
    ("title", "functions"),
    [
        ("Seeking new opportunities", ()),
        ("Aspiring Data Scientist", ()),
        ("Auf der Suche nach einer Stelle als Einkäufer", ()),
        ("Barista | Aspiring UX Designer", ("hospitality",)),
        ("Product Manager looking for a new role in planning", ("product",)),
    ],
)
def test_what_somebody_looks_for_is_no_work_of_theirs(title: str, functions: tuple[str, ...]) -> None:
    assert (read(title).functions, read(title).seeks) == (functions, True)


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("Screwhead Polisher", "Gem Stone Cutter"),
        ("Tender Manager", "Production Manager"),
        ("Weight Management Consultant", "Management Consultant"),
        ("Kindergarten Teacher", "Teaching Hospital Director"),
        ("Nuclear Medicine Technologist", "Nuclear Operator"),
        ("Energy Trader", "Energy Manager"),
        ("Driver Developer", "Truck Driver"),
        ("Data Entry Operator", "Machine Operator"),
        ("Bar Manager", "Barrister"),
    ],
)
def test_words_of_trades_do_not_make_two_jobs_one(title: str, role: str) -> None:
    assert likeness(read(title), read(role)) is not Likeness.ROLE


@pytest.mark.parametrize(
    ("title", "role", "same"),
    [
        ("RN", "Nurse", True),
        ("Midwife", "Nurse", False),
        ("Airline Pilot", "Truck Driver", False),
        ("LKW-Fahrerin", "Truck Driver", True),
        ("Mail carrier", "Logistics Manager", False),
        ("Leiter Logistik", "Logistics Manager", True),
        ("Bill collector", "Accountant", False),
        ("Bilanzbuchhalterin", "Accountant", True),
        ("Court reporter", "Lawyer", False),
        ("Abogada", "Lawyer", True),
        ("Filialleiterin", "Store Manager", True),
        ("Zahnärztin", "Dentist", True),
        ("Dental hygienist", "Dentist", False),
    ],
)
def test_one_line_of_work_holds_many_jobs(title: str, role: str, same: bool) -> None:
    assert (likeness(read(title), read(role)) is Likeness.ROLE) is same
    assert likeness(read(title), read(role)) is not Likeness.NONE
