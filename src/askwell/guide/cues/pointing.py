"""Shapes that put people in touch: introductions, persons pointed to, CVs passed on; and the answers to introductions."""

from typing import Final

INTRODUCTIONS: Final = {
    "introduce:3": """
        introduce|introducing|introduced|reintroduce|e~introduce you|you~two|you~both|the~two|both|each|two|him|her|yourselves|us|my|a|an|our|to|virtually|one
        introduction|intro|e~intro to|between|of|by|as|for|via|here|below|time
        want|wanted|like|love|let|meant|allow|may|pleasure|can|delighted|happy|promised|going|time|here ... introduce
        put|putting|get|getting|bring|bringing|place|have~put you|the~two|you~two|you~both|both|two|these|us|people .. in|together|into|on
        connect|connecting|link|linking|join|joining|hook|hooking|pair|pairing|match|matching|patch|patching|wire|wiring you|the|both|two|people|these|y'all|up .. two|both|with|to|up|people|together|of|here|via|over
        connecting the|dots|two|people|you|both
        meet my|our|your|each|one|the
        know|met|knew|known|meet|find|meeting each other
        each|one other|another should|would|will|could|already|have|might|yet|before
        you two|both should|would|will|ought|have|need|are|might|must|can|could|talk|deserve|know|were
        the two|both|pair|three of you|us should|would|will|ought|have|need|are|might|must|can|could|to|talk|from|on|in
        two of you
        <i-will> <adv>? let|leave you|the~two|both two|both|of|take|to|get|it
        leave you two|both|to|it|ladies|gentlemen|guys|in
        leave it with|to|in|there you|both|the|your
        leave the two|rest|both|pair
        over to you
        take it from here|there
        make you|yourself known|acquainted|aware
        make the connection|introductions|introduction
        acquaint|acquainted|acquaintance
        copied|copying|ccing|cc|cc'd|cced|cc'ing|looping|looped|adding|added ... on|in|here|this|to|so|both|you|who|whom|above|my|our|him|her
        in|on|onto|into copy|cc|the~cc|c.c|this~email|this~thread|the~thread|this~message|the~loop|this~mail|the~line
        copied|copying|ccing|cc|cc'd|cced|looping|looped|adding|added|roping|roped|pulling in|my|our|the
        here|is|are|both|she|he|are~both copied|cc'd|cced|cc|on~cc|in~copy|on~copy
        same|one|this|single email|mail|message|thread|place|page|room
        both of you
        two people i|who|that|whose|from|with
        hello|hi|dear|hey|good~morning|good~afternoon|greetings|morning|folks both|you~two|two|all~three
        virtual|virtually|electronic|digital meet|introduction|handshake|hello|meeting|introduce
        have promised|promise you|each|to|him|her ... introduction|each~other|meet
        may i present
        i present to you
        say hello|hi to each|one|my
        play|playing matchmaker|cupid
        """,
    "sent-with-you-copied:3": """
        sent|emailed|wrote|written|messaged|texted|dropped|fired|mailed|replied|forwarded|shot ... with|and|you .. copied|copy|cc|cc'd|cced|copying|in~copy|on~copy|included|on~it|bcc|in~it
        sent|emailed|wrote|written|messaged|texted|dropped|fired|mailed|shot ... copying|ccing|cc'ing|including you
        sent|emailed|wrote|written|messaged|texted|dropped|fired|mailed|made|started|opened|created ... you both|two
        copied|cc'd|cced|ccd|put|included|added you in|on|to|into ... email|mail|message|note|thread|chat|group|it|letter|my
        you are|were|should~be|will~be in|on copy|cc|copied|the~cc|that~email|the~email|the~thread|that~thread
        you should|will|may see ... email|message|mail|thread|note ... from|to|me|both|copy|cc
        """,
    "pair-talk:1.5": """
        you|would|will|both|might|should ... get along|get on|agree on|hit it off|have a lot|like each|enjoy each
        a lot in common
        much|lot|lots|plenty|things to talk|discuss|compare|share|say|offer|teach|swap
        find|pick|agree|sort|work|coordinate|arrange|set a|out|up|on|your time|slot|date|coffee|between|from|call
        be|play|behave nice|good|gentle|kind|yourselves to|with|each
        each other
        one another
        take good|care care|of
        """,
    "reply-to-introduction:3": """
        thanks|thank you|thx|many|kind|so|much|thank|appreciate|grateful ... introduction|intro|introducing|connecting|connection|putting~us|linking~us|joining~us
        moving|moved|putting|move|shifting|dropping|drop|taking|sliding|bcc'ing|bccing|relegating ... bcc|thread|off|to~spare|spare|inbox
        to|into bcc|the~bcc
        nice|good|great|lovely|pleasure|pleased|glad|delighted|wonderful|happy to|meeting <adv>? meet|e~meet|be~connected|be~introduced|emeet|make|virtually|you~virtually|know you|your|acquaintance
        pleasure|pleased|nice|great to be|get connected|introduced|acquainted|in~touch
        """,
    "introduces-offer": """
        could|can|would|will|might|shall|should|happy|glad|want|like|let|may i|to|me introduce|connect|put ... if|?|sometime|later|when|once
        """,
}

REFERRALS: Final = {
    "point:3": """
        <should> <adv>? <contact>
        <contact>|dial ... <them>|who|about|at|of|in|on|from|and|for|over|there|directly
        ^ <contact>
        <i-will> <adv>? <contact>
        want|need|have|ought|try|worth|suggest|recommend|advise|urge|go|and|then|just|also|maybe|please|perhaps|instead|could|might|better|would|strongly|do to? <contact>
        worth|suggest|recommend|try|by|about|of|consider talking|speaking|writing|calling|contacting|emailing|getting|reaching|meeting|asking|ringing|approaching|looking|dropping|connecting|starting|seeing|chatting to|with|in|out|a|up|for|him|her|them
        in touch|contact with
        a|them|her|him|one line|ring|call|email|note|message|bell|buzz|shout|text|visit|try
        drop|send|give|write|shoot|pay|fire|slip ... a|an line|ring|call|email|note|message|bell|buzz|shout|text|visit|try|letter|dm
        coffee|lunch|chat|word|drink|beer|tea|conversation|sit~down|dinner|breakfast with
        """,
    "point-question:2.5": """
        have|did you <adv>? spoken|talked|tried|met|contacted|written|thought|considered|asked|come~across|called|seen|heard|been
        do you <adv>? know
        ever|already <adv>? heard|met|spoken|talked|tried|thought <adv>? of|to|with|about
        why not|do~you~not|do~not~you <adv>? <contact>
        how about|what about
        """,
    "the-one:2.5": """
        the|right|best|good|obvious|just|very|only|one|a|other <expert> .. to|who|that|whom|you|for|is|there|at|would|in
        <expert> <adv>? you|to <adv>? want|need|should|talk|ask|speak|call|contact|meet|see|know|would|must|ought|write|really|look|find
        for this|that|it|those|these|them|such you need|want|should|must|go|ask|have
        <you> want|need|will~want|will~need|are~after|are~looking~for|would~want|have~to~meet|should~meet
        would|will|might|may|should|could|is|are|can <adv>? know|knows|be~able|be~happy|be~glad|help|tell|give|the~one|have|able|willing|happy|be~a~good|be~good|be~useful|be~helpful|be~worth|the~person|a~good|good ... you|all|everything|everyone|about|more|better|who|what|to|them|there|person
        knows|knew|has everyone|everybody|everything|all|more|every|the|about|how|where|who|people|them|that|what
        who|she|he|they runs|leads|heads|manages|owns|handles|hires|built|looks|does|knows|decides|has|used|worked|works|was|is|buys|sits|set|took|ran|led|did|spent|oversees|chairs|teaches|planned|plans
        runs|leads|heads|manages|handles|oversees|chairs|directs
        ask|look for
        to be|start <adv>? greeting|talking|asking|meeting|with|calling
        is|was|as|our|my|their|the|now|a|an <adv>? director|head|vp|manager|president|founder|partner|ceo|coo|cfo|cto|lead|chief|boss|owner|chair|professor|recruiter|planner|buyer|consultant|engineer|supervisor|colleague|friend|cousin|brother|sister|uncle|aunt|neighbour|neighbor|wife|husband|classmate|mentor|successor
        talk|talks|talking to|with .. a lot|lots
        gave|give|giving|sending|here|have|got|some|two|three|few|couple|names ... name|names|contact|contacts|people|number
        """,
    "use-my-name:3": """
        tell|telling|told him|her|them|that|<you> ... i|me|we|it sent|sent~you|suggested|told|from|said|was|put|asked|recommended|am|told~you
        tell|telling|mention|say|saying .. i|we|it .. sent|suggested|told|gave|put|was|referred|recommended
        say|use|mention|drop|using|mentioning|dropping|invoke|quote|with|give|wave my|me|our name|by|freely|please
        my name opens|will|should|helps|works|carries|still|might|freely|as
        mention|mentioning me|that~i|i|us|we|my
        tell him|her|them <adv>? you|that|hello|hi|we|we~talked
        you|they|feel|free|welcome|may|can|do|by~all~means ... use|mention|say|drop my|that|i|me name|gave|sent|suggested
        say you|it|that|we|hello|hi|i are|know|come|spoke|talked|is|got|from|gave|to|sent|work|worked
        say i sent|gave|told|suggested|said|put
        told|tell|warned|let|asked|emailed|texted|wrote|called|alerted|messaged|spoke|talked|mentioned|primed|warn|said|given|gave him|her|them|to|you|that|about|already ... you|your|expect|message|about|email|call|might|may|will|would|coming
        expecting|expects|expect|awaiting|waits|waiting|ready|prepared|happy|looking|glad|open <adv>? you|your|for~you|to~hear|for~your|a~call|to~talk|to~speak|forward|an~email|a~message|for~a
        greet|greetings|regards|hello|hi|love|best|hugs him|her|them|to|from|for|me
        give him|her|them my|our|a regards|best|love|greetings|hug
        from me
        i sent you
        on my behalf
        friend of mine|friend~of~a~friend
        as a friend of
        """,
    "her-address:2": """
        his|her|their email|address|number|phone|cell|mobile|extension|linkedin|handle|mail|line|details|contact|direct|office is|are|on|below|here|would|should|at
        <them> <adv>? answers|answer|reads|replies|picks|can~be|be~reached|reachable|has~answered|prefers|is~on|hates|is~easy|is~not~on|will~answer|checks
        reach|reached|reachable|find|found|get|catch|try|call|write|ping <them> .. at|on|via|through|there|by|under
        here|have is|are|it <adv>? his|her|their
        at|on|by|via extension|ext
        <them> will|would|should|does|is|might|may|can|could|has <adv>? help|talk|see|know|tell|answer|be|take|make|love|like|remember|refuse|groan|happy|not~bite|bite|owe|owes|pick|want|give|point|expecting|glad|set|look|listen
        """,
    "listed:1.5": """
        names|people|contacts|three|two|few|persons|list for|you|to|of|who|below|that
        i gave you
        """,
    "passed-on:2.5": """
        <i-did> <adv>? passed|forwarded|sent|gave|given|handed|shared|put|submitted|slipped|shown|showed|dropped|left ... your|you .. cv|resume|details|profile|name|note|email|application|letter|portfolio|linkedin|message|one~pager|number|in~front|forward
        <i-did> <adv>? passed|forwarded|sent|handed|shared|gave|given it|this|that|yours|them on|along|to|over
        <i-did> <adv>? mentioned|recommended|put|referred|submitted|told|spoke|spoken|talked|named|suggested|nominated|vouched ... you|your ... to|for|in|with|internally|about
        <i-did> <adv>? mentioned|recommended|spoke|spoken|talked|told ... about you|your|you
        put in a .. word
        """,
    "employee-referral:3": """
        employee|internal|internally|our|the|company referral|referred|portal|refer .. portal|program|programme|scheme|link|form|system|bonus|you|through|via
        referred you <adv>? internally|in|through|via|for|to
        put|submitted|entered|added|uploaded|dropped ... in|into|through|via|to our|the|workday|greenhouse|hr .. system|portal|site|program|programme|tool|workday
        """,
    "not-a-pointer": """
        met|saw|bumped|ran|had|remember|remembers|miss|misses|sends|says|said|loves|married|left|passed
        """,
}
