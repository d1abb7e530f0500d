"""Shapes in German, French, Spanish, Portuguese, Italian and Dutch, without accents, as the plain form has them."""

from typing import Final

MACHINES: Final = {
    "absent-elsewhere:3": """
        nicht|derzeit|momentan|zurzeit|leider im|ausser buro|buero|haus
        bin|ich .. nicht|abwesend|ausser ... erreichbar|abwesend|buro|buero|haus|dienst
        abwesenheitsnotiz|abwesenheit
        bin ... zuruck|urlaub|elternzeit|mutterschutz|krank
        ihre|deine nachricht|email|mail wird|wurde|konnte nicht|weitergeleitet|gelesen|zugestellt
        arbeitet|arbeite nicht mehr
        konnte|kann nicht zugestellt|ubermittelt werden
        je|suis|serai .. absent|absente|conge|conges|vacances
        actuellement|absence|absent|absente du|de|absent|jusqu|bureau
        votre message n|sera|a ... pas|lu|transmis|delivre|remis
        ne travaille plus
        n|ne .. fait|travaille plus partie|chez
        estoy|estare|me~encuentro .. fuera|ausente|vacaciones|baja
        ya no trabaja|labora
        no se pudo|ha~podido entregar
        estou|estarei|encontro~me .. ausente|fora|ferias|licenca
        ja nao trabalha
        mensagem nao pode|foi ser|entregue
        sono|saro .. assente|fuori|ferie|congedo|malattia
        non lavora piu
        messaggio non|impossibile .. recapitato|consegnato|recapitare
        ben|afwezig|niet|tot .. afwezig|aanwezig|kantoor|vakantie|verlof|bereikbaar
        werkt niet meer|langer
        kon|kan niet .. bezorgd|afgeleverd
        respuesta|risposta|resposta|reponse|automatische|automatisch|reponse automatica|automatique|antwort|antwoord
        """,
    "absence:1": """
        out|away|leave|vacation|holiday|office|abwesend|abwesenheit|urlaub|absent|absente|conges|vacances|fuera|ausente|vacaciones|ferias|assente|ferie|afwezig|vakantie|verlof|zuruck|returning|return|no~longer
        """,
}

POINTING: Final = {
    "introduce:3": """
        euch|sie|dich|ihnen|dir|uns ... bekannt|zusammenbringen|zusammen|verbinden|vorstellen|bekanntmachen|vernetzen|vorzustellen|vernetze|verbinde
        stelle|stell|mochte|darf|wollte ... vor|vorstellen|vorzustellen
        bekannt machen
        in|im cc|kopie ist|steht|habe|setze|nehme|findest|finden
        kontakt|verbindung zwischen|hergestellt|herstellen
        habe|nehme|setze|hab ... in|ins cc|kopie|verteiler|kopie~gesetzt
        mets|met|mettre|permets ... relation|contact|copie
        je te|vous presente|presenter
        vous|te|de presenter|presente|connaitre
        faites connaissance
        en copie
        faire connaissance|vous~connaitre|les~presentations
        te|os|les|le|quiero|quisiera presento|presentar|presentarte|presentaros|presentarles|presente|presentarle
        pongo|poner|ponerte|ponerlos|poneros ... contacto|copia
        en|con copia a|esta|va|pongo
        ponerlos|poneros|ponerte en contacto
        apresento|apresentar|apresento~te|apresentar~te|apresentar~lhe
        coloco|colocar|ponho|por ... contato|contacto|copia
        em copia
        ti|vi|le|mi presento|presentare|presentarti|presentarvi|presentarle|permetto
        metto|mettere|mettervi|metterti ... contatto|copia
        in copia
        fare|faccio conoscere
        vi|ti conoscete|conosciate|faccio
        stel|stellen|voorstellen|introduceer|introduceren ... voor|je|jullie|u|aan
        breng|brengen|zet ... contact|cc|elkaar
        in cc|de~cc|kopie
        kennis maken|kennismaken
        elkaar ... kennen|spreken|leren|hebben
        """,
    "point:3": """
        sprich|sprechen|rede|reden|wende|wenden|melde|melden|kontaktiere|kontaktieren|schreib|schreibe|schreiben|ruf|rufen|frag|frage|fragen .. mit|sie|dich|an|bei|mal|doch|am~besten|gern|einfach
        solltest|sollten|musst|konntest ... sprechen|reden|kontaktieren|anrufen|schreiben|fragen|kennenlernen|melden|wenden
        kontaktieren|ansprechen|anrufen|anschreiben
        parle|parlez|contacte|contactez|ecris|ecrivez|appelle|appelez|adresse|adressez|rencontre|rencontrez|vois|voyez|demande|demandez .. a|avec|de|toi|vous|lui|donc|plutot
        devrais|devriez|pourrais|pourriez|faut|faudrait ... parler|contacter|rencontrer|appeler|ecrire|voir|joindre
        contacter|joindre
        habla|hable|hablad|contacta|contacte|escribe|escribele|escriba|llama|llame|llamale|busca|busque|pregunta|pregunte|conoce .. con|a|por|de~mi~parte
        deberias|debes|deberia|podrias|tienes~que|puedes ... hablar|contactar|escribir|llamar|conocer|ver|buscar
        fala|fale|falar|contacta|contate|contacte|escreve|escreva|liga|ligue|procura|procure .. com|a|para|o|por
        devias|deves|deveria|deve|podias|pode ... falar|contactar|escrever|ligar|conhecer|procurar
        parla|parli|contatta|contatti|scrivi|scriva|chiama|chiami|cerca|cerchi|senti|senta .. con|a|il|la|pure
        dovresti|dovrebbe|devi|potresti|puoi ... parlare|contattare|scrivere|chiamare|conoscere|sentire
        praat|spreek|bel|mail|schrijf|neem|benader|vraag|zoek .. met|contact|eens|naar|maar|even
        moet|zou|kunt|kun ... spreken|praten|bellen|mailen|contacteren|benaderen|schrijven|ontmoeten
        """,
    "the-one:2.5": """
        richtige|beste|ansprechpartner|ansprechpartnerin person|fur|mann|frau|ist|dafur|adresse
        bonne|meilleure|personne personne|qui|a|pour
        persona|persona~indicada|indicado|indicada que|para|es|adecuada|ideal
        pessoa certa|que|indicada|ideal|para
        persona giusta|che|adatta|ideale|per
        juiste|beste persoon|man|vrouw
        kennt|weiss|leitet|connait|dirige|conoce|lleva|conhece|lidera|conosce|guida|kent|weet|leidt
        """,
    "use-my-name:3": """
        sag|sagen|sage|richte|richten|grusse|grussen|gruss|beruf|berufen .. ihm|ihr|ihnen|dich|sie|schone|von|auf
        von|auf mir|mich|meiner~seite
        dis|dites|dire .. lui|leur|que|bonjour|de~ma
        de ma part
        mon|mein|meinen|mijn|mio|mi|meu nom|namen|naam|nome|nombre
        dile|digale|dila|dile~que|saludos|saluda .. de|que|mi|parte
        de mi parte
        diga|diz|diz~lhe|diga~lhe .. que|de|da
        da minha parte
        digli|dille|dica|salutala|salutalo .. che|da|a
        da|a parte|nome mia|mio
        zeg|doe ... dat|groeten|van|mij
        namens mij
        """,
}

REFUSALS: Final = {
    "refuse:3": """
        kann|konnen|darf|mochte|will|werde|konnte ... leider|nicht|keine|nichts ... helfen|weiterhelfen|sagen|tun|sprechen|geben|machen|auskunft|leider|dienen|moglich|teilen|treffen|unterstutzen
        leider nicht|nein|keine|kein|kann|konnen|muss|darf
        muss|mussen ... absagen|ablehnen|passen|nein
        nicht moglich|in~der~lage|befugt|erlaubt
        ne|n .. peux|puis|pourrai|suis|pouvons|souhaite|veux pas ... aider|parler|repondre|en~mesure|dire|partager|donner|rencontrer|discuter|faire
        ne peux|puis|pourrai|pouvons <adv>? pas|malheureusement
        malheureusement|helas|desole|desolee ... ne|pas|impossible|non
        dois|suis~oblige ... decliner|refuser
        no puedo|podre|podemos|podria|me~es~posible|estoy~en|estoy~autorizado|me~corresponde
        lamentablemente|desgraciadamente|lo~siento ... no
        tengo|debo que? declinar|rechazar|decir~que~no
        nao posso|podemos|poderei|vou~poder|consigo|tenho~como|estou~em|me~e~possivel
        infelizmente|lamento ... nao
        non posso|possiamo|potro|riesco|sono~in|mi~e~possibile|me~la~sento|e~possibile
        purtroppo|mi~dispiace|spiacente ... non|no
        devo|dobbiamo .. rifiutare|declinare|dire~di~no
        kan|kunnen|mag|wil ... helaas|niet|geen ... helpen|zeggen|doen|geven|praten|spreken|delen|ingaan|afspreken|betekenen
        helaas .. niet|geen|nee|kan|moet
        moet|moeten ... afzeggen|weigeren|bedanken|nee
        """,
    "sorry:1": """
        leider|entschuldige|tut~mir|malheureusement|desole|desolee|lo~siento|lamento|infelizmente|desculpe|purtroppo|dispiace|helaas|spijt
        """,
}
