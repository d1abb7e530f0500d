"""The headers of every table that is read, by kind: our word for a column, and the words seen for it, folded.

English headers are those of real exports. German, French, Spanish, Portuguese, Italian and Dutch ones are not verified.
"""

from askwell.sources.found import Kind
from askwell.sources.people_columns import SINGLE
from askwell.sources.tables import Shape


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_FIRST = _words("firstname givenname vorname prenom nombre nome voornaam")
_LAST = _words("lastname familyname surname nachname nom apellidos apellido sobrenome cognome achternaam")
_EMAIL = _words(
    "emailaddress email emails mail emailaddresses emailadresse adresseemail direcciondecorreoelectronico"
    " correoelectronico enderecodeemail indirizzoemail emailadres"
)
_COMPANY = _words(
    "company companies companyname employer organization organisation unternehmen firma entreprise empresa azienda"
    " societa bedrijf arbeitgeber"
)
_TITLE = _words("position title jobtitle role poste cargo puesto posicion posizione functie stelle rolle")
_CONNECTED = _words(
    "connectedon verbundenam verbundenseit datedeconnexion connectele conectadoel conectadoem fechadeconexion"
    " datadeconexao collegatoil verbondenop"
)

_CONNECTIONS = Shape(
    columns={
        "first": _FIRST,
        "last": _LAST,
        "url": ("url", "profileurl", "profillink"),
        "email": _EMAIL,
        "company": _COMPANY,
        "title": _TITLE,
        "connected": _CONNECTED,
        "place": ("address",),
    },
    needs=(("first",), ("connected",)),
)
_MESSAGES = Shape(
    columns={
        "conversation": ("conversationid",),
        "topic": ("conversationtitle",),
        "from": ("from",),
        "from_url": ("senderprofileurl",),
        "to": ("to",),
        "to_urls": ("recipientprofileurls",),
        "at": ("date",),
        "subject": ("subject",),
        "text": ("content",),
        "folder": ("folder",),
        "direction": ("direction",),
        "draft": ("ismessagedraft",),
        "unsent": ("isconversationdraft",),
    },
    needs=(("from",), ("to",), ("at",), ("text",), ("folder", "conversation")),
)
_INVITATIONS = Shape(
    columns={
        "from": ("from",),
        "to": ("to",),
        "at": ("sentat",),
        "text": ("message",),
        "direction": ("direction",),
        "from_url": ("inviterprofileurl",),
        "to_url": ("inviteeprofileurl",),
    },
    needs=(("from",), ("to",), ("at",)),
)
_RECOMMENDATIONS = Shape(
    columns={
        "first": _FIRST,
        "last": _LAST,
        "company": _COMPANY,
        "title": ("jobtitle",),
        "text": ("text",),
        "at": ("creationdate",),
        "status": ("status",),
    },
    needs=(("first",), ("text",), ("at",)),
)
_PROFILE = Shape(
    columns={
        "first": _FIRST,
        "last": _LAST,
        "headline": ("headline",),
        "industry": ("industry",),
        "place": ("geolocation", "country"),
    },
    needs=(("first",), ("headline",), ("industry",)),
)
_POSITIONS = Shape(
    columns={
        "company": ("companyname",),
        "title": ("title",),
        "since": ("startedon",),
        "until": ("finishedon",),
    },
    needs=(("company",), ("title",), ("since",)),
)
_EDUCATION = Shape(columns={"school": ("schoolname",), "degree": ("degreename",)}, needs=(("school",), ("degree",)))
_EMAILS = Shape(
    columns={"email": ("emailaddress",), "confirmed": ("confirmed",), "primary": ("primary", "isprimary")},
    needs=(("email",), ("confirmed",), ("primary",)),
)
_PHONES = Shape(
    columns={"number": ("number",), "kind": ("type", "iswhatsappnumber"), "extension": ("extension",)},
    needs=(("number",), ("kind",), ("extension",)),
)
_NOTES = Shape(
    columns={
        "first": ("connectionfirstname",),
        "last": ("connectionlastname",),
        "url": ("connectionprofileurl",),
        "note": ("note",),
        "at": ("createdon",),
    },
    needs=(("first", "url"), ("note",)),
)
_IMPORTED = Shape(
    columns={
        "first": _FIRST,
        "middle": ("middlename",),
        "last": _LAST,
        "full": ("fullname",),
        "maiden": ("maidenname",),
        "nickname": ("nickname",),
        "email": _EMAIL,
        "phone": ("phonenumbers",),
        "company": _COMPANY,
        "title": _TITLE,
        "place": ("location",),
        "profile": ("profiles",),
    },
    needs=(("first",), ("email",), ("phone",), ("title",)),
)
_IMPORTED_MARK = "createdat"  # both files of this kind have it, and no address book
_FOLLOWS = Shape(columns={"company": ("organization",), "at": ("followedon",)}, needs=(("company",), ("at",)))
_SAVED_JOBS = Shape(
    columns={"at": ("saveddate",), "url": ("joburl",), "title": ("jobtitle",), "company": ("companyname",)},
    needs=(("at",), ("company",)),
)
_JOBS = Shape(
    columns={
        "at": ("applicationdate",),
        "company": ("companyname",),
        "title": ("jobtitle",),
        "url": ("joburl",),
        "email": ("contactemail",),
    },
    needs=(("at",), ("company",), ("title",)),
)
_GOOGLE = Shape(
    columns={
        "name": ("name",),
        "first": ("firstname", "givenname"),
        "middle": ("middlename", "additionalname"),
        "last": ("lastname", "familyname"),
        "nickname": ("nickname",),
        "maiden": ("maidenname",),
        "file_as": ("fileas",),
        "email": ("email1value",),
        "phone": ("phone1value",),
        "company": ("organizationname", "organization1name"),
        "title": ("organizationtitle", "organization1title"),
        "place": ("address1city", "location"),
        "note": ("notes",),
        "groups": ("labels", "groupmembership"),
        "url": ("website1value",),
    },
    needs=(("first", "name"), ("groups", "email", "phone"), ("note",)),
)
_OUTLOOK = Shape(columns=SINGLE, needs=(("name", "first", "last"), ("email", "phone", "company", "url")))
_APPLICATIONS = Shape(
    columns={
        "company": _words(
            "company companyname employer employername organization organisation hiringcompany firm business"
            " unternehmen firma arbeitgeber entreprise empresa azienda societa bedrijf"
        ),
        "title": _words(
            "title role position jobtitle job jobposition jobrole jobname positiontitle roletitle positionname rolename"
            " positionrole vacancy opening stelle poste puesto cargo posizione functie"
        ),
        "applied": _words(
            "applied appliedon dateapplied applicationdate applieddate appliedat dateofapplication dayapplied applydate"
            " submitted submittedon datesubmitted submissiondate datesent senton appliedto date beworbenam"
            " bewerbungsdatum datedecandidature fechadesolicitud datadecandidatura datacandidatura sollicitatiedatum"
        ),
        "stage": _words(
            "status stage applicationstatus applicationstage currentstatus currentstage state listname list phase step"
            " progress outcome result statut estado stato"
        ),
        "updated": _words(
            "lastupdate updated lastupdated updatedon updatedat dateupdated statusdate laststatus statusupdated"
            " lastheard heardon lastnews lastreply lastresponse responsedate replied answered lastactivity lastchange"
            " lastchanged lastcontact lastcontacted lastmodified modified lastedited lasteditedtime"
        ),
        "contact": _words(
            "contact contactperson recruiter contactname contacts recruitername hiringmanager pointofcontact"
            " ansprechpartner"
        ),
        "via": _words(
            "source via channel foundvia jobboard board site platform foundon wherefound appliedvia appliedthrough"
            " jobsource applicationsource"
        ),
        "note": _words("notes note comments comment remarks notizen notas"),
    },
    needs=(("company",), ("title",), ("applied", "stage")),
)

# The order matters: the more particular shape comes first.
SHAPES: dict[Kind, Shape] = {
    Kind.CONNECTIONS: _CONNECTIONS,
    Kind.INVITATIONS: _INVITATIONS,
    Kind.MESSAGES: _MESSAGES,
    Kind.NOTES: _NOTES,
    Kind.RECOMMENDATIONS: _RECOMMENDATIONS,
    Kind.PROFILE: _PROFILE,
    Kind.POSITIONS: _POSITIONS,
    Kind.EDUCATION: _EDUCATION,
    Kind.EMAILS: _EMAILS,
    Kind.PHONES: _PHONES,
    Kind.FOLLOWS: _FOLLOWS,
    Kind.SAVED_JOBS: _SAVED_JOBS,
    Kind.JOBS: _JOBS,
    Kind.IMPORTED: _IMPORTED,
    Kind.GOOGLE: _GOOGLE,
    Kind.APPLICATIONS: _APPLICATIONS,
    Kind.OUTLOOK: _OUTLOOK,
}


def kind_of(rows: list[list[str]]) -> Kind | None:
    """The kind of the table whose first rows, folded, these are; None where no row is a header that is known."""
    for row in rows:
        for kind, shape in SHAPES.items():
            if len(row) > 1 and shape.fits(row) and not _belies(kind, row):
                return kind
    return None


def _belies(kind: Kind, header: list[str]) -> bool:
    """Whether something in a header speaks against a kind that its columns would allow."""
    if kind is Kind.IMPORTED:
        return _IMPORTED_MARK not in header
    if kind is Kind.APPLICATIONS:  # a table of people may have a status, too
        contacts, own = _OUTLOOK.locate(header), _APPLICATIONS.locate(header)
        return bool(contacts.keys() & {"name", "first"}) and not {"applied", "stage"} <= own.keys()
    return False
