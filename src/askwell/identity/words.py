"""Words around names that are no part of them: telephones, titles, degrees, and what one calls one's mother."""

GIVEN_TITLES = frozenset(
    "coach pastor aunt auntie uncle tante onkel tia tio sister brother father nurse sir dame lady lord rabbi".split()
)
# Titles that nameparser keeps as a name.
MORE_TITLES = frozenset(
    "aunt auntie uncle tante onkel tia tio coach nurse mr mrs ms miss dr prof herr frau mme mlle rev".split()
)
GENERATIONS = {"jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr", "ii": "ii", "iii": "iii", "iv": "iv"}
# Degrees and certificates that people write into the field of the family name, without full stops and hyphens.
SUFFIXES = frozenset(
    "phd dds dvm dmd mba emba cpa cscp cpim cltd shrmcp shrmscp phr sphr gphr pmp pmi esq cfa cfp cma cia cisa "
    "cissp msc bsc mph mpa mpp mfa llm edd psyd rn bsn msn aia faan lcsw lmft cipd mcipd fcipd csm cspo dba "
    "dsc dphil mbbs obe mbe cbe ret md jd".split()
)
PARTICLES = frozenset(
    "van von der den dem de del della di da do dos das du des la le las los lo bin ibn ben al el ter ten zu "
    "zum zur vom af av y".split()
)
DEVICES = frozenset("cell mobile mobil handy iphone phone telefon tel fax whatsapp landline festnetz movil".split())
PLACES = frozenset("home work office private privat new old neu alt zuhause".split())  # only where written small
RELATIONS = frozenset(
    "mom mommy mum mummy mama mamma maman mother mutter mutti dad daddy dada papa pop pops father vater vati "
    "papi mami oma opa omi opi grandma grandpa granny grandad granddad grandmother grandfather nana nonna "
    "nonno abuela abuelo wife husband hubby honey schatz babe sis bro sister brother son daughter home ice".split()
)
# What somebody does, written before the name in an address book; none is a given name as well.
TRADES = frozenset(
    "plumber electrician gardener landscaper handyman carpenter painter roofer mechanic contractor builder landlord"
    " landlady neighbor neighbour babysitter sitter dogsitter cleaner cleaning housekeeper hairdresser hairstylist"
    " barber dentist doctor vet pediatrician physio therapist chiropractor optician accountant lawyer attorney realtor"
    " agent broker tutor teacher trainer instructor driver taxi boss manager colleague coworker roommate realtor"
    " caterer florist tailor seamstress piano yoga insurance bank garage pizza klempner elektriker nachbar nachbarin"
    " hausmeister zahnarzt arzt lehrer lehrerin chef handwerker vermieter friseur babysitterin vecino vecina fontanero"
    " electricista dentista medico profesor profesora jefe plombier voisin voisine dentiste medecin".split()
)
# Words that make a name no plain pair of given and family name.
ODD = GIVEN_TITLES | MORE_TITLES | DEVICES | PLACES | SUFFIXES | frozenset(GENERATIONS) | PARTICLES | RELATIONS
