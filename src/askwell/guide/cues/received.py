"""Shapes of what others write to the seeker: offers, advice and information, refusals."""

from typing import Final

OFFERS: Final = {
    "offer:3": """
        <i-will> <adv>? <do-for> ... <you>
        <i-will> <adv>? <do-for> .. <you>
        <shall-i> <adv>? <do-for>
        ^ <eager>? <glad> to <adv>? <do-for>
        <i> <adv>? am|are|would~be <adv>? <eager>? <glad> to <adv>? <do-for>|chat|assist
        and|but|also|so|if~so <eager>? <glad> to <adv>? <do-for>
        i|we have|got|am|are offered|offering|happy|meeting|seeing|talking to <do-for> ... <you>
        <i-will> <adv>? put in a .. word
        <i-will> <adv>? put|get|pass|bring|drop your name
        <i-will> <adv>? ask|call|write|phone|ring|shop|dig|sniff|check|look around
        <i-will> <adv>? make some|a|few .. calls
        <i-will> <adv>? keep .. eye|eyes|ear|ears
        <i-will> <adv>? see .. what|if|whether i|we|he|she|they
        <i-will> <adv>? find out
        <i-will> <adv>? look into
        <i-will> <adv>? dig out|up
        <i-will> <adv>? pass|send|forward it|this|that on|along|over|around
        <i-will> <adv>? get|come back to you with
        leave it|that|this with|to me
        consider it|yourself done|invited
        my offer stands|still~stands
        <you> can|could <adv>? stay|use|borrow|have|come|crash|shadow|practise|practice ... my|our|me|us|with|here
        i am at your disposal|service
        count on me|us to|for
        count me in for
        am|would~be game|up to|for <do-for>
        send|email|forward|shoot|drop me|over|it|your your|over|it|the|a and i|we will|can|would|could
        let me do that
        let me <adv>? <do-for>
        i am your man|woman|guy|guinea~pig
        if you like|want|wish|need|would~like ... i|we will|would|can|could|am
        the offer of|to .. still|stands
        say the word
        just say when|so
        <you> are|would~be <adv>? welcome to <do-for>|stay|use|borrow|join|visit|shadow
        offer you my|a|an|some|our
        <i-will> <adv>? have a <adv>? .. word|chat|look|think|go|read|peek|talk
        i am|will~be your reference|referee|sounding~board|man|woman
        i am|will~be|we~are a phone~call|call|text|message|email away
        give|use them|my my|cell|number|name|phone <adv>? as a reference
        you have|got my vote|support|help
        my door|couch|phone|inbox|calendar is|stands|remains <adv>? open|yours|free|always
        yours if|for|whenever|any
        it is|are yours
        <you> will|would be the first to know|hear|get|read|see
        she|he|they would|is~happy~to|are~happy~to|says~he~will|says~she~will|could <adv>? <do-for>|do ... you|your|an~hour
        come|drop|swing|stop and|by|over|round|in and? <adv>? spend|see|shadow|sit|visit|stay|look|watch|have|talk ... us|our|me|my|floor|here
        whatever|anything <you> need
        borrow my|our
        <you> can|could|may <adv>? use|have|take my|our
        spare desk|room|bed|seat|ticket|place|key|laptop
        do|run|have a|the dry|trial|practice|mock|test run|round|interview|session
        <i-will> <adv>? go over|through|see|make~sure|get|raise|sound|dig|come~back|land|sleep|be~seeing|bring|lobby|push|arrange|set|fix
        give me a|till|until|one|two|some <adv>? week|day|days|weeks|time|after|monday|tuesday|wednesday|thursday|friday|minute|moment|friday
        i owe you ... need|anything|so|whatever
        be|serve|act as? your|a referee|reference|guinea~pig|sparring~partner|sounding~board
        leave your|it|the|that cv|resume|with with|me
        i am|we~are|am|be on it|the~case
        i have|got your back
        remind me and|to|next
        <you> ready|back|here|done .. i|we will|can|would|could
        next time i see|am|meet|talk ... i will|would|can
        when|once|as~soon~as i|we have|get|see|hear|know|am|meet|find|talk ... i|we will|would|can
        """,
    "offer:2": """
        <i-will> <adv>? tell|mention|ask|nudge|speak|talk|email|call|write|message|bring|raise|sound ... him|her|them|my|our|the|you
        stay with us
        come and|by|over|to see|shadow|sit|visit|stay|look|meet|spend|watch|us|our|my
        <you> can|could always|certainly? call|ring|ask|use|write|reach me|us|my
        feel free to call|ring|ask|use|write|send|reach me|us|my
        send|shoot|forward|email me|over|along your|the|a|it cv|resume|draft|letter|slides|pitch|over|along
        i|we will|shall|can <adv>? let|keep you know|posted|informed
        will|would be|get in touch|back|contact with you
        if i hear of|about|anything
        """,
    "no-offer": """
        <i-will> <adv>? let you go|get|decide|know~if~i~can~not
        <i-will> <adv>? leave you
        <i-will> <adv>? let you two|both
        <i-will> <adv>? let the two
        <i-will> <adv>? let both
        <i-will> <adv>? tell you|u this|that|what|why|how|straight|something|one|the~truth|frankly|honestly|right|now
        can|could tell|promise|assure you that|this|now
        let me know
        not|never let|allow|permit me
        let me tell|explain|say|add|start|begin|answer|be you|this|that|by|with|honest|clear|frank|first|in
        wish i could|can|had
        i would <adv>? ask you to|not
        <i-will> <adv>? make it there|then|on|at|up
        <i-will> <adv>? keep this|it|you~company|short|brief
        <i-will> <adv>? be there|late|late~a
        had|have you be|been me|able
        i would be|get|have|make a|in|you conflict|trouble|sorry
        i may be|sound|seem|have
        """,
    "promise-to-self": """
        <i-will> <adv>? <do-for> my|mine own
        <i-will> <adv>? have to|my
        """,
}

ADVICE: Final = {
    "answer:2": """
        short|long|quick|simple|honest|blunt|the|my answer
        answer to your|you|that
        <you> asked about|whether|how|what|why|if|which|me|for|who|when|where
        what|as you asked|wanted~to~know|wondered
        to|on|re|regarding|about|as~to|for your question|questions|query|other~question|first~question|point
        my|a|some|few|two|couple|quick|the .. <guide>|cents|thoughts|tips|notes|comments|remarks|suggestions|suggestion|observations
        in my experience|view|opinion|book|time|day|case
        from my|our experience|time|side|end|seat|years
        here is|are what|how|the|my|a|why|some|where
        the trick|trap|secret|key|catch|rule|trap|main|thing|first|real|important|big|biggest|hard|point|question|problem|one .. is|are|will|was
        what|all|thing|things .. matters|counts|helps|works|sells|wins|they|people|nobody|everyone
        word of advice|caution|warning
        piece of advice
        rule of thumb
        nobody|no~one tells|told|admits|mentions|says|asks|asked|ever you|us|it|that|this|but|me
        one|two|three|first|second|another thing|things|rule|rules|trick|tricks|tip|tips|point|points|suggestion|caveat
        for what it is worth
        fwiw|imho|imo|tbh
        if i was|were you|hiring|in
        if you ask me
        in your shoes|place|position|case|situation|letter|cv|resume
        knowing|if|had i knew|known what
        good|bad news first?
        the way it|they|this|that works|work|do|does|hire|decide|run
        how it|they|this works|work|hire|decide|choose|run|pay
        """,
    "advise:2": """
        ^ careful|beware|heads~up|warning|caution|mind|note|nb
        you|they need|needs|require|expect a|an|the|at|your|two|three|no|only|more
        do your homework
        <should> <adv>? <do-it>|be|know|say|have|do|worry|call|write|explain|wear|understand|sound
        i|we would <adv>? <do-it>|say|lean|steer|argue|worry|be~careful|not|do|want
        i|we <adv>? recommend|suggest|advise|urge|encourage|favor|prefer
        <i> would|will|could <adv>? recommend|suggest|advise|urge|encourage|counsel
        my advice|suggestion|recommendation|tip|rule|hunch|bet|guess|vote|instinct|sense|hope is|would|to|stands
        worth a|an|the|your|doing|asking|having|knowing|reading|learning|getting|checking|paying|trying|looking|it|more|less|every
        not worth
        never <adv>? <do-it>|say|send|accept|answer|admit|let|call|write
        do not <adv>? <do-it>|say|send|accept|answer|worry|bother|call|write|let|be|do|admit|mention
        skip|forget|ditch|drop|lose|cut the|about|that|those|your|all|any|everything
        rather|instead of|than
        better|best|wiser|smarter|safer|easier to|if|is|off|would
        no need to|for
        enough to get|have|know|do|start|pass
        <you> will|would be|sound|look|find|see|get|stand|want|need|have|know|learn
        if you <adv>? say|have|can|do|get|want|put|tell|show|know|ask|go|mention|bring|are|understand|only|talk|come
        unless you
        the sooner|earlier|more|less|later|fewer
        before you <adv>? <do-it>|sign|apply|accept|answer|say|go|talk|meet
        """,
    "inform:1": """
        <everyone> <adv>? do|does|are|is|will|would|want|wants|hire|hires|pay|pays|use|uses|like|likes|look|looks|ask|asks|start|starts|have|has|need|needs|care|cares|know|knows|think|thinks|go|goes|take|takes|spend|spends|run|runs|plan|plans|reads|read|give|gives|post|posts|fill|fills|change|changes|promote|promotes|decide|decides|prefer|prefers|cut|cuts|say|says|negotiate|negotiates|walk|make|makes|get|gets|buy|buys|test|tests|check|checks|screen|screens|expect|expects|lost|hired|opened|moved|said|told|closed|never|can|can~not|still|just|already|only|ever|about|happens|lasts|comes|depends|count|counts|value|values|skip|skips|set|sets
        <habit>
        there is|are no|a|an|always|two|three|four|only|usually|plenty|little|more|one|some
        per month|year|week|day|hour|cent|head|person|quarter
        $|%|€|£
        base salary|pay|plus
        salary|pay|budget|rate|bonus|band|grade|range|package is|are|starts|goes|runs|was|around|about|between|for
        around|about|roughly|approximately|between|nearly|over|under 1|2|3|4|5|6|8|10|12|15|20|25|30|40|50|60|70|80|90|100|two|three|four|five|six|ten|twenty|thirty|a|half
        depends on|whether
        means that|you|they|less|more|nothing|a|the
        is called|known|based|run|decided|fixed|set|paid|made|split|part|led|owned|handled|divided|organized|organised
        report|reports|reporting|answers to|into the|a|him|her
        the difference|reason|budget|deadline|process|rest|first|second|last|next|real|whole|one .. is|are|was|will|takes|has|comes
        hiring|budget|head|interview|procurement freeze|season|round|cycle|count|process|plan|wave|waves
        used to|be
        because they|it|the|of|nobody|everybody
        so|then|which they|you|it|that means|is|can|have|need
        """,
    "feedback:2": """
        your <adv>? <paper> is|are|reads|read|looks|look|sounds|needs|need|says|say|buries|hides|undersells|could|should|would|has|have|does|do|feels|comes|came|works|jumps|starts|opens|ends|wants|runs|lists|shows|made|makes|lacks|was|goes
        the <paper> is|are|reads|read|looks|sounds|needs|says|buries|hides|could|should|would|does|feels|comes|works|jumps|wants|runs|lists|shows|lacks|goes|go|can
        i|we have|had|just|finally read|read~through|looked|gone|marked|went ... your|through|it
        read your|through|it|the
        reads|comes|came|sounds|looks|look|sound|read like|as|across|too|well|very|more|less|junior|senior|modest|strong|flat|thin|long
        <you> undersell|bury|hide|oversell|sound|come~across|mention|list|say|write|call|use|describe|spend ... your|yourself|as|it|like|too|that|the
        too long|short|many|modest|much|vague|technical|dense|general|little|late|early|few|humble|polite
        typo|typos|comma|commas|paragraph|bullet|bullets|jargon|red~pen|track~changes|tracked~changes|margin
        """,
    "enclosed:2": """
        attached is|are|you|the|a|my|as|here|find|below|please
        is|are|have|find|see|i~have|also <adv>? attached|enclosed|pasted
        here is|are <adv>? the|a|an|my|our|that|what|your link|article|report|paper|posting|job|list|template|spec|list|book|course|file|doc|document|page|notes|deck|guide|spreadsheet|ad|listing|one|some|questions|names|numbers|thing|data|map|chart
        sending|forwarding|passing|sharing|copying|pasting you|this|on|along|the|it|below
        saw|spotted|found|noticed|came~across|read|heard this|that|the|an|a|of|about ... you|your|thought|job|role|posting|opening|article
        thought|made|remembered|reminded|think of you|me
        this might|may|could|should|looks|seems|just|one .. interest|you|useful|up|help|right|fit|suit|of|like|came|went|posted|open|crossed
        fyi
        link below|here|is|to
        """,
    "vacancy:2": """
        are|is|be|been <adv>? hiring|recruiting|advertising|interviewing|staffing
        is|are|be <adv>? looking|searching for <adv>? a|an|someone|somebody|people|planners
        <job> <adv>? came|come|went|going|opened|opens|posted|is~open|open|advertised|up|closes|that|at|just|on|with|in
        new|open|an|the <job>
        apply by|before|through|via|online|directly|until|to|on
        """,
}

REFUSALS: Final = {
    "refuse:3": """
        <i> <adv>? can not|never <adv>? do|help|share|discuss|talk|comment|speak|say|give|get|meet|take|introduce|recommend|refer|make|be|put|go|pass|offer|commit|advise|review|read|accommodate|accept|manage|forward|ask|involve|promise|disclose|assist|name|open|write|spare|fit|get~into|provide|see~a~way|risk|vouch|pull
        <i> <adv>? could not|never <adv>? share|discuss|talk|comment|introduce|recommend|refer|in~good|possibly|do~that|give|honestly
        <i> <adv>? will not be able|be|help|have|do|get|take|meet|discuss|share|manage|make|go|talk|comment
        <i> am|are <adv>? not able|allowed|permitted|comfortable|in|the|at|free|taking|the~right|doing|meeting|giving|accepting|keen|supposed|authorized|authorised|going|a~good|really~the|your
        <i> am|are <adv>? unable
        <i> <adv>? do not <adv>? discuss|share|do|give|take|meet|make|feel|have~the|have~any|have~time|have~capacity|have~bandwidth|talk|think|mix|want|refer|introduce|offer|respond|speak|comment|accept|recommend|see|believe|forward|pass
        <i> <adv>? would|should|must|had <adv>? rather|sooner|prefer not|you
        <i> prefer not
        <i> must|have~to|need~to|am~going~to|will|would|shall <adv>? decline|pass|say~no|leave~it|refuse|disappoint|turn~you~down|sit~this|opt~out|beg~off|refrain
        i regret|am~sorry to|that ... not|no|can
        would not be <adv>? proper|appropriate|right|fair|wise|ethical|comfortable|correct|good|able|kind|honest|helpful
        it is|was|would~be not <adv>? appropriate|proper|right|possible|something|my|up
        not <adv>? appropriate|possible|proper|permitted|allowed for|to|at|that|right|just|i
        that is|has~to~be|is~going~to~be|would~be|will~be|so|is a|an? no
        it is a no
        answer is|has <adv>? no
        the answer is|has|will ... no
        no can do
        can not do it|that|this
        leave it there|at~that
        conflict of interest
        against company|our|the|my policy|rules|code
        policy is|not|does|forbids|prohibits|prevents
        legal|hr|compliance|my~boss|my~lawyer|lawyers|doctor|doc|policy would|will|does|do|says|say|has|have|forbids|frowns ... not|no|head|never|kill
        i wish i could
        out of my hands
        nothing i|we can|could do
        not something i|we
        count me out
        gave|given my word
        promised|agreed|undertaken|sworn <adv>? not to
        above my pay
        no more favors|favours|coffees|calls|introductions|mentees|meetings|mentoring|requests
        be|is|have|has|create a conflict
        hands are tied
        out of the question
        rain check
        must|have~to|need~to|shall|will .. <adv>? decline|refuse
        not taking|accepting|doing|giving|available|allowed|permitted|authorized|authorised <adv>? on|any|to|more|for|right|at
        not the right person|man|woman|one|place|fit
        keep|keeping my|our network|contacts|private|people|distance|mouth|work <adv>? to|private|separate|shut|apart
        be|am|are|is|were <adv>? better off|served asking|with|talking|going
        do not|never <adv>? use|quote|name|mention|list|put me|my
        hardly|barely|scarcely overlapped|know|knew|met|worked
        freeze on
        to disappoint
        can not|will~not <adv>? be of
        nothing|little|no|nobody|no~one <adv>? left|there|now|anymore|any~more
        steer clear|stay~away
        that one|door|topic|subject <adv>? stays|is|remains shut|closed|off
        can not|could~not|must~not|may~not|not <adv>? comment|discuss|disclose|advise|intervene|interfere
        against the rules
        must|have~to|need~to|will~have~to|going~to <adv>? decline|pass|say~no|refuse|disappoint
        not|hardly|nothing my field|area|world|line|business|expertise
        out of that|the|this business|game|field|loop|company|world|industry
        of|be <adv>? no|any|much|little|real use|help to|here|there
        do not know you|your|the|anyone|anybody|enough|them|him|her <adv>? well|enough|there|to|at|any
        can not|could~not|will~not|am~unable~to|not~able~to help|assist|oblige|advise
        no way i|we|that|around
        too long|far|close <adv>? ago|away|out|removed|to be|help|speak|judge|say
        would not know where|who|how|what|enough
        nope|nah not|my|i|sorry|can
        rules|policy|contract|nda|agreement|lawyers|lawyer|legal|counsel|boss|board ... not|no|forbid|forbids|prevent|prevents|prohibit|prohibits|bars|told|let
        keep|stay|leave out|me|it of|out|there it|this|that|of
        best of luck
        not my|the place|thing|call|story|department|right
        burned|burnt|torched that|the|my|those bridge|bridges
        no work|job|business|shop talk
        i am|we~are <adv>? afraid i|we|that|not|it|my|this
        no longer do|take|give|have|meet|mentor|speak
        off limits
        i stopped|quit|gave~up|have~stopped doing|giving|taking|making|writing|meeting|mentoring
        make it a rule|policy not|never
        not in a position
        do not|can~not ask me
        """,
    "not-now:2.5": """
        not <adv>? right now|at~the~moment|at~this~time|for~now|this|before|until|till|yet
        not now|today|this~week|this~month|this~quarter|this~year
        now is|would not <adv>? a|the good|right|best
        not a|the <adv>? good|right|best|great time|moment|week|month
        until|till|before|after|once ... can|will not
        swamped|snowed|buried|underwater|drowning|slammed|flat~out|maxed|overwhelmed|overcommitted|stretched
        ask|try|ping|holler|write|call|come|catch|remind|nudge|knock|shout|email|poke|ring|contact me|back|again|later ... in|after|spring|summer|fall|autumn|winter|january|february|march|april|may|june|july|august|september|october|november|december|month|months|weeks|year|when|once|then|next
        ask|try|ping|holler|write|call|come|catch|remind|nudge|shout|email in|after|next <adv>? spring|summer|fall|autumn|winter|january|february|march|april|may|june|july|august|september|october|november|december|month|months|weeks|year|quarter
        no time|bandwidth|capacity|energy|headspace|room|appetite
        do not have|have~no the|any|no? time|bandwidth|capacity|energy|headspace|spare
        too busy|much|tied|stretched|close|soon|early|raw
        on leave|sabbatical|maternity|paternity|bereavement
        my plate is
        not this|until|before|till <adv>? side|summer|spring|year|month|week|christmas|easter|new~year|the
        come|get|write|circle back <adv>? to|in|after|when|once <adv>? me|after|in|when|once|spring|autumn|fall|summer|january|february|the
        can|could|may this|that|it wait
        underwater|under~water|snowed~under|up~to~my|on~my~knees|knee~deep with|in|until|till|by|my|eyes|ears|neck|on
        bad|busy|crazy|hectic|difficult|terrible|wrong|awkward|tough time|month|week|season|moment|year|quarter|patch
        try|ask|catch|ping me again|later|back|then|after|in
        year|quarter|month end
        have a lot|too~much|so~much on
        """,
    "sorry:1": """
        sorry|apologies|unfortunately|regrettably|alas|sadly|afraid|regret
        i wish you
        good luck with
        hope you understand|will
        understand that|if|why
        nothing personal|against
        thank you for thinking|asking|your|reaching|understanding
        thanks for thinking|asking|reaching|understanding
        flattered
        """,
    "no-refusal": """
        can not wait|believe|thank|imagine|remember|recall|promise|complain|overstate|stress|emphasize|emphasise|recommend~it|recommend~him|recommend~her|recommend~them|say~enough|speak~highly|help~but|stop|resist|find|tell~you~how|see~why|see~you~not|go~wrong|really~say|hear
        could not agree|be~happier|have|believe|be~more|find|resist|help~but|stop|sleep
        do not hesitate|worry|mind|know|remember|think~you|have~to|need~to|want~you|be~shy
        not going to lie|pretend
        your application|candidacy
        other candidates|applicants
        if i|we can not
        if you can not
        not to mention|worry
        i am not sure|certain|surprised
        """,
}
