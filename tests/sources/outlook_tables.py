"""Outlook's tables of contacts: the 92 columns of classic Outlook, newer ones, and headers in six more languages."""

CLASSIC = (
    "Title|First Name|Middle Name|Last Name|Suffix|Company|Department|Job Title|Business Street|Business Street 2|"
    "Business Street 3|Business City|Business State|Business Postal Code|Business Country/Region|Home Street|"
    "Home Street 2|Home Street 3|Home City|Home State|Home Postal Code|Home Country/Region|Other Street|Other Street 2|"
    "Other Street 3|Other City|Other State|Other Postal Code|Other Country/Region|Assistant's Phone|Business Fax|"
    "Business Phone|Business Phone 2|Callback|Car Phone|Company Main Phone|Home Fax|Home Phone|Home Phone 2|ISDN|"
    "Mobile Phone|Other Fax|Other Phone|Pager|Primary Phone|Radio Phone|TTY/TDD Phone|Telex|Account|Anniversary|"
    "Assistant's Name|Billing Information|Birthday|Business Address PO Box|Categories|Children|Directory Server|"
    "E-mail Address|E-mail Type|E-mail Display Name|E-mail 2 Address|E-mail 2 Type|E-mail 2 Display Name|"
    "E-mail 3 Address|E-mail 3 Type|E-mail 3 Display Name|Gender|Government ID Number|Hobby|Home Address PO Box|"
    "Initials|Internet Free Busy|Keywords|Language|Location|Manager's Name|Mileage|Notes|Office Location|"
    "Organizational ID Number|Other Address PO Box|Priority|Private|Profession|Referred By|Sensitivity|Spouse|User 1|"
    "User 2|User 3|User 4|Web Page"
).split("|")
NEW = (
    "First Name|Middle Name|Last Name|Title|Suffix|Nickname|Given Yomi|Surname Yomi|E-mail Address|E-mail 2 Address|"
    "E-mail 3 Address|Home Phone|Home Phone 2|Business Phone|Business Phone 2|Mobile Phone|Car Phone|Other Phone|"
    "Primary Phone|Pager|Business Fax|Home Fax|Other Fax|Company Main Phone|Callback|Radio Phone|Telex|TTY/TDD Phone|"
    "IMAddress|Job Title|Department|Company|Office Location|Manager's Name|Assistant's Name|Assistant's Phone|"
    "Company Yomi|Business Street|Business City|Business State|Business Postal Code|Business Country/Region|"
    "Home Street|Home City|Home State|Home Postal Code|Home Country/Region|Other Street|Other City|Other State|"
    "Other Postal Code|Other Country/Region|Personal Web Page|Spouse|Schools|Hobby|Location|Web Page|Birthday|"
    "Anniversary|Notes"
).split("|")
GOOGLES = (  # what Google calls its "Outlook CSV"
    "First Name|Middle Name|Last Name|Title|Suffix|Initials|Web Page|Gender|Birthday|Anniversary|Location|Language|"
    "Internet Free Busy|Notes|E-mail Address|E-mail 2 Address|E-mail 3 Address|Primary Phone|Home Phone|Home Phone 2|"
    "Mobile Phone|Pager|Home Fax|Home Address|Home Street|Home City|Spouse|Children|Manager's Name|Assistant's Name|"
    "Referred By|Company Main Phone|Business Phone|Business Phone 2|Business Fax|Assistant's Phone|Company|Job Title|"
    "Department|Office Location|Business Street|Business City|Categories|Priority"
).split("|")

# The main columns as programs in other languages write them, in the order of VALUES.
VALUES = (
    ("given", "Mara"), ("middle", "J."), ("family", "Okoye"), ("company", "Northwind"), ("title", "Head of Data"),
    ("city", "Köln"), ("work", "+49 221 555 0101"), ("mobile", "+49 151 555 0102"), ("groups", "Ruderer"),
    ("email", "mara@example.com"), ("email2", "mo@example.org"), ("note", "traf sie – im Mai"), ("by", "Lee Hart"),
)  # fmt: skip
LANGUAGES = {
    "de": (
        "Vorname|Weitere Vornamen|Nachname|Firma|Position|Ort geschäftlich|Telefon geschäftlich|Mobiltelefon|"
        "Kategorien|E-Mail-Adresse|E-Mail 2: Adresse|Notizen|Empfohlen von"
    ),
    "fr": (
        "Prénom|Deuxième prénom|Nom|Société|Profession|Ville (bureau)|Téléphone (bureau)|Tél. mobile|Catégories|"
        "Adresse de messagerie|Adresse de messagerie 2|Notes|Recommandé par"
    ),
    "es": (
        "Nombre|Segundo nombre|Apellidos|Organización|Puesto|Ciudad de trabajo|Teléfono del trabajo|Teléfono móvil|"
        "Categorías|Dirección de correo electrónico|Dirección de correo electrónico 2|Notas|Referido por"
    ),
    "pt": (
        "Nome|Segundo nome|Sobrenome|Empresa|Cargo|Cidade comercial|Telefone comercial|Celular|Categorias|"
        "Endereço de e-mail|Endereço de e-mail 2|Anotações|Indicado por"
    ),
    "it": (
        "Nome|Secondo nome|Cognome|Società|Qualifica|Città di lavoro|Telefono di lavoro|Cellulare|Categorie|"
        "Indirizzo posta elettronica|Indirizzo posta elettronica 2|Note|Presentato da"
    ),
    "nl": (
        "Voornaam|Middelste naam|Achternaam|Bedrijf|Functie|Werkadres, plaats|Telefoon op werk|Mobiele telefoon|"
        "Categorieën|E-mailadres|E-mailadres 2|Notities|Verwezen door"
    ),
}


def quoted(header: list[str], *rows: dict[str, str], mark: str = ",") -> str:
    """A table with every cell in quotation marks, as Outlook writes it."""
    lines = [header, *([row.get(name, "") for name in header] for row in rows)]
    return "".join(mark.join(f'"{cell}"' for cell in line) + "\r\n" for line in lines)


def localized(language: str) -> bytes:
    """One contact in a table of that language: semicolons, Windows' own letters."""
    header = LANGUAGES[language].split("|")
    return quoted(header, dict(zip(header, (value for _, value in VALUES), strict=True)), mark=";").encode("cp1252")
