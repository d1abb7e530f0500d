"""Shapes of what the seeker writes: asks, thanks, what came of a help, and favors done."""

from typing import Final

ASKS: Final = {
    "request:2": """
        could|would|can|will|might|may|do|did|are|have|were|is you|u|it|there <adv>? tell|share|explain|look|read|review|spare|have|give|take|help|advise|point|recommend|suggest|walk|say|think|mind|willing|open|consider|be|possible|meet|talk|speak|let|find|see|go|know|show|describe|send|listen|play|run|check|glance|mark|critique|cast|join|compare|lend|reckon|feel|remember|ever|do|hire|use|start|choose|decide|handle|any|anything|something|someone|one
        could|may|can|might|would i <adv>? ask|have|borrow|take|buy|pick|get|call|come|hear|run|send|trouble|steal|invite|bring|show|test|try|learn|visit|stop|drop|ring|tap|lean|bend|speak|talk|return
        <i-want> ... know|hear|ask|learn|understand|find~out|see|work~out|figure~out|pick|run ... if|whether|how|what|which|who|why|where|when|about|your|you|from|it
        <i-want> <adv>? your|some|any|you <adv>? <guide>|help|eyes|brain|ear|honest|tell|read|reading
        only|all|what|thing i|we <adv>? want|wanted|need|hoped|had~hoped|wish|wished|would~like|intend|can~not|could~not|have~not <adv>? know|learn|ask|to~know|to~ask|to~learn|to~hear|find~out|to~find~out|work~out|figure~out|find|is|was
        would be <adv>? grateful|glad|happy|thankful|obliged|delighted|curious|interested|pleased for|if|to|about|of
        i wonder|wondered|was~wondering|am~wondering if|whether|how|what|which|who|why|you|about
        i <adv>? have|had|got <adv>? a|one|two|three|some|couple|few|another .. question|questions|favor|favour|request
        my|a|one|the|quick|small|specific|only|main|last|two|three|simple|same <adv>? question|questions|ask|request <adv>? is|was|for|about|on|to|stands|from|remains|of
        quick|small|one|first|second|last|dumb|stupid|honest question|q|one|thing
        what|which|how|who|where|why|when|is|are|does|do .. would|did|do|should|could you|u|i
        any|some|your|whatever advice|thoughts|feedback|insight|insights|pointers|tips|suggestions|view|views|opinion|wisdom|ideas|guidance <adv>? on|about|from|as|you|at|is|are|would|welcome|appreciated|for|of
        thoughts|ideas|advice|suggestions|tips|views|opinion|feedback on|about|welcome|appreciated
        have|spare|got|give|borrow|steal|for|take|find|grab|manage|half .. <time> .. ?
        have|spare|grab|find|manage .. <time> .. for|to|with|next|this|on|before|by|some|over|and|of
        <time> of your time
        few|ten|five|fifteen|15|20|30|twenty|thirty minutes ... ?
        tell me <adv>? how|what|which|if|whether|who|where|over|about|straight|honestly|the|one|something|when|why
        state|advise|tell|let|inform|explain|say me? <adv>? know? how|what|which|if|whether|who|where|why
        let me know <adv>? how|which|whether|who|where|what|your|if <adv>? you|think|would|know|say|see|could|is|are|should|anything|your
        would|could|might it be possible
        ask|asking|asked|seek|seeking|after you|your|for ... advice|about|how|what|which|whether|something|question|feedback|time|opinion|view|one|two|if
        if you have|had|could|can|would|were|know|might|are ... minutes|moment|time|hour|thoughts|spare|advice|minute|idea|willing|open|able|happy|me
        even one|a|two|three sentence|line|word|lines|sentences|minutes
        grateful|appreciate|thankful|thanks|glad for|if|any|your|to|of|it ... your|could|would|advice|view|thoughts|hear|minutes|any~help|guidance
        help me <adv>? understand|figure|think|work|see|learn|get|choose|decide|with|in|out
        value|welcome|appreciate|love|like your|a|the|some|any|an <adv>? <guide>|chance|chat|call|conversation|thought|word|steer
        sit down with|over|for
        hear your|how|what|about|whatever
        look|glance|eye|read <adv>? at|over|through|on <adv>? my|the|this|it|these|those
        read my|this|the|it .. and|before|attached|page
        back to|returning|return|about|on|repeat|repeating|following~up~on|bumping my|the|that question|note|message|email|mail|request
        still want|wondering|curious|keen|hoping|like|would~like|interested|eager to|your|for|if|whether|how|in
        at what point
        would you rather|sooner
        """,
    "logistics": """
        how are|is|was|did|have|goes you|things|everyone|everything|the~family|it|life|mum|mom|dad
        how have you been
        how about|is|was <day>|lunch|dinner|your~holiday|your~trip|the~move|the~weekend
        what|which <adv>? time|day|date works|suits|is|are|would|should|do|does
        where|when shall|should|do|would|can we|i|you
        does|do|would|is|are|how~about|what~about|could|can ... <day> ... ?
        is|are|will you coming|home|well|still~up|back
        is that|it|this ok|okay|fine|alright|all~right
        did you get|receive my|the|that
        shall|should we|i <adv>? say|meet|bring|come|call|book|send|pick|order
        can i|we bring|pick|order
        did|have you have had? a <adv>? good|nice|lovely|great
        guess what|who
        who knew
        what can|could|should i say|do|bring|offer
        may i send|call|ring you
        drinks|deal|dinner|lunch soon|?|on
        """,
}

THANKS: Final = {
    "thanks-for:3": """
        thank|thanks|grateful|obliged|indebted|gratitude|thankful|cheers|appreciation|ta|tx ... for <giving> ... me|us|my|it|out|that|the|this|your|over|through|at|in
        thank|thanks|grateful|obliged|indebted|gratitude|thankful|cheers|appreciation|ta|tx ... for the|that|your|all|an|two|three|half|last|this|everything|those|being|such|what|yesterday|today|both|these|a|it|tuesday|monday|wednesday|thursday|friday|joining|seeing|being
        thank|thanks to you|your
        thank|danke|dank|merci|gracias|grazie|obrigada|obrigado|bedankt|tack|takk .. fur|pour|por|per|voor|for|pela|pelo|de
        for telling|showing|teaching|giving|sending|introducing|connecting|pointing|walking|explaining|letting|lending me|us|my|the
        <adv>? appreciate|appreciated|appreciating <adv>? your|you|that|the|how|everything|all
        <adv>? appreciated .. it|that|the|your
        i owe you
        owe|owed you one|a|lunch|dinner|big|my|for|this|more
        i am|was|we~are <adv>? grateful|thankful|indebted|obliged|touched|moved <adv>? to|for|that|you|by
        meant|means|did a|so|the|more|me|everything <adv>? lot|much|world|than|to|good
        could not|never|of|have done|got|made|managed ... without
        can not thank you
        can not tell you how
        you <adv>? saved|rescued me|my|us|him
        that|it|your|this|those|these|the|which ... was|were|is|are|has~been|have~been <adv>? useful|helpful|gold|pure~gold|golden|invaluable|kind|generous|brilliant|priceless|spot~on|exactly~what|just~what|a~gift|a~great~help|a~huge~help|a~big~help|of~great~help|perfect|worth|a~lifesaver|the~best|eye~opening
        exactly|just|precisely what i needed|wanted
        bless you|your
        you are a|an|the <adv>? star|legend|gem|angel|saint|lifesaver|treasure|champ|marvel|hero|wonder|brick|gent|best|mensch|genius|blessing
        kind|generous|good|thoughtful|decent|sweet of|to you|explain|take|send|share|give|offer|write|tell|do|make|spend|help
        what a <adv>? generous|kind|lovely|useful|helpful|thoughtful|wonderful|great|thorough|fantastic
        is on me
        thankful|grateful|gratitude for|to
        eternally|forever|deeply|so|very|truly|sincerely|really|most|enormously|hugely thankful|grateful|indebted|obliged
        """,
    "thanks:2": """
        owe you
        thank|thanks|grateful|gratitude|indebted|obliged|cheers|merci|danke|gracias|grazie|obrigada|obrigado|bedankt|gratefully|thankful|tack|takk|tx|ta|appreciated|ευχαριστω|efharisto|spasibo|arigato|shukran|mahalo|asante|kiitos|dziekuje|dekuji|hvala|multumesc|tesekkurler|koszonom|gracies|diolch|dhanyavad|enkosi|salamat|спасибо|дякую|gratitude
        """,
    "thanks-nothing": """
        in advance
        thank|thanks|grateful .. for your|any|all|the|considering|reading|taking <adv>? time~and|consideration|reading|understanding|patience|order|business|purchase|payment|the~time~to~read|this~far|help~in~advance|any~help|reading~this
        thanks|thank anyway|but
        for considering|reading|bearing <adv>? this|me|my~message|my~note
        no thanks|thank
        would|will|shall|should|could|d be <adv>? grateful|thankful|appreciated|obliged|indebted|kind
        would|will|should <adv>? appreciate
        grateful if|to~hear|for~any|to~learn|to~know
        thank|thanks|thankful|grateful .. for any|whatever|anything|even|your~time~in
        thanks|thank already
        """,
}

CLOSING: Final = {
    "followed:1.5": """
        i|we <adv>? <did>
        i have|had <adv>? <done>
        have|had <adv>? <done>
        did|tried|used|took|followed|did~exactly|went~with|asked what|as|exactly|it|your|the|that|them ... said|told|suggested|advised|recommended|way|advice|question|one|trick|thing|tip
        ^ <did>
        talked|spoke|met|spoken|chatted|sat~down|lunch|coffee|emailed|rang with|to|up|for <adv>? her|him|them|an|half|forty|thirty|twenty|an~hour|about|monday|tuesday|wednesday|thursday|friday
        the|my meeting|call|talk|coffee|lunch|conversation|chat|visit|interview|phone~call with ... happened|was|went|took|on|turned
        """,
    "outcome:2": """
        he|she|they|that|which|who|and|the|whole|your|recruiter|director|manager|panel|company|team|instructor|lady|man|woman|boss|owner|room|dean|both <adv>? <came>
        they|she|he|who|and|panel|manager|director|company|team|recruiter|instructor|lady <adv>? said|told|wants|want|called|asked|offered|liked|loved|have|has|had|will|start|starts ... me|my|yes|no|that|interview|back|role|job|next|second|again|only|it
        i <adv>? got|landed|was~offered|am~offered|accepted|have~been~offered|have~accepted|won|received|passed|start|am~starting|begin|signed|was~invited|am~invited|have~been~invited|am~through|failed|was~turned|was~hired|was~rejected|was~asked|was~called|am~visiting|start~on|sign|sign~on|work|join|am~joining|got~a|got~the|got~my ... job|role|offer|interview|round|test|second|final|contract|place|certificate|callback|position|through|month|seat|on|with|at|as|in
        am|as|from|since|now .. <adv>? the|a|an|their new|night|senior|junior|assistant|second|head|lead|chief|manager|officer|planner|nurse|engineer|analyst|director|specialist|coordinator|supervisor|technician
        from|as~of|starting .. 1|2|3|4|5|6|8|9|10|11|12|14|15|20|25|28|monday|last|next|january|february|march|april|may|june|july|september|october|november|december ... i am|work|start|have|will
        i am employed|hired|through|in again|to|now|the
        am|is off the market
        it is official
        the interview|test|call|talk|panel|meeting|conversation|course|pitch|presentation|case|case~study|application|visit|exam|coffee|lunch went|led|turned|lasted|ended|worked|brought|got|happened|paid
        led|leading|leads to
        resulted in
        upshot|outcome|result|verdict|end~result is|was|of|so~far
        came of it|that|this|your
        worked like|perfectly|a|out|exactly|on|well|beautifully
        it|that|which|trick|advice|tip|line|question|course|certificate <adv>? worked|helped|paid|landed|did|got|opened|won|saved|made
        you were <adv>? right
        was exactly|just <adv>? as|what|like
        was <adv>? <ordinal> question
        turned out
        <ordinal> round|interview|stage|step|conversation
        job|role|contract|offer is mine
        i <adv>? start|begin|am~starting <adv>? on|in|next|with|at|as|<day>
        no role|job|opening|vacancy|luck|offer|fit|position <adv>? there|this|for|now|at|but|in|right
        went with|to someone|somebody|another|an|a|internal|external
        did not get|work|make
        got the|an|a|me|my|past|into|through .. job|role|offer|interview|call|callback|second|reply|answer|yes|certificate|place|contract
        invited|asked|called <adv>? to|back|in|me <adv>? back|in|for|to|on
        said yes|no
        we talked|spoke|met|sat|agreed|walked|are~meeting|meet <adv>? for|on|about|an|half|that|to|again|in|at|last|yesterday|<day>|over|twice
        i <adv>? saw|met|spoke|talked|had .. him|her|them|with|to|on|<day>
        five|four|three|two|one|six|several interviews|interview|offers|calls|conversations
        in the end
        made it to|through|past|into
        gave way|in|me <adv>? on|the|a
        wants|want|asked|asking|invited|inviting|having me <adv>? back|to|in|for|on
        """,
    "you-did:1.5": """
        <you> <adv>? <gave> <adv>? me|my|us|i|it|on|that|the|to|with|about|through|at|yes|for|out|in|up|a|an|your|and|something|them|no|both|how|what
        you had <adv>? <gave>
        it was you|your
        you were|are|had|did|have <adv>? right|told|said|warned|sure|called|the~one
        as you|u <adv>? said|told|suggested|advised|recommended|predicted|put|promised|warned|thought
        like you <adv>? said|told|suggested
        what|way|thing|one|things|person|people|course|question|line|advice|trick|book|table|report|place|slot|clause|name|that you <adv>? <gave>|told
        thanks to you|your
        took|take|taking|used|use|followed|follow|heeded|after|following|because~of|on|with|about|from|of|tried|got|did|on|and|for|by <adv>? your <adv>? <help>|word|red|old
        your <adv>? <help>|word|advice|note|line|name|trick|question|sentence|rule|method|paragraph|changes|version|way|cousin|friend|colleague|brother|sister|contact|form
        recommended|suggested|introduced|sent by you
        took|taking you|your up|word|words|at|advice
        remember when|the|our|what|how|telling|that
        you helped|made|fixed|corrected|taught|coached|pushed|believed
        """,
    "report:2": """
        wanted|want|let|owe|thought|promised|writing|should|meant|just|as~promised|thought~you|like|know ... let~you~know|tell~you|report|close~the~loop|update~you|update|you~to~know|you~to~hear|you~to~have~it|know~how|know~what|know~that|hear~how|hear~what|report~back
        close|closing the loop|circle
        quick|small|short|an|some|happy|good|bad|promised|big|brief <news>
        update|news|report on|from|about|re
        report|reporting back|for|from|on
        let you know <adv>? how|what|that|i|we|the
        what came|happened|became <adv>? of|with|after|next
        here is|are what|how came|happened|it|went|the
        you asked|wanted|told~me|said to <adv>? tell|hear|know|report
        wanted|want you to know|have|hear
        you will|would|might|may|should|can|deserve <adv>? like|love|want|enjoy|be~glad|be~happy|be~pleased|to <adv>? to|know|hear
        it is done|official
        big|good|great|happy|bad|sad|some news
        """,
    "not-yet": """
        not|never <adv>? heard|answered|replied|had~an~answer|written|had~a~chance|decided|called|tried|spoken|met ... yet|back|anything|from
        no answer|reply|word|response|decision <adv>? yet|so~far|from|either
        yet to
        still waiting|nothing|no|silence
        nothing yet|from
        """,
}

GIVING: Final = {
    "gave:3": """
        <i-did> <adv>? sent|put|passed|mentioned|told|recommended|spoken|introduced|asked|found|made|wrote|written|built|got|saved|kept|booked|drafted|nominated|endorsed|forwarded|collected|bought|gathered|pulled|summarized|summarised|translated|typed|marked|proofread|edited|fixed|left|posted|spoke|talked|put~in ... for~you|you~a|your~name|you~to|about~you|your~cv|you~the|to~you|for~your|you~for|yours|about~your|with~you
        i <adv>? wrote|left|posted|gave|added|put|made|built|dug ... you|your .. recommendation|review|endorsement|reference
        i|have <adv>? told|asked|mentioned|recommended ... about|to <adv>? you|your
        i <adv>? translated|summarized|summarised|proofread|typed|redrew|rewrote|fixed|edited|drafted|compiled|put~together the|your|a|it|some
        i have|i <adv>? gone|went through|over it|your|the
        yours to keep
        for you to keep|use|have|take
        no need to <adv>? return|credit|thank
        saw|spotted|found|heard|read|noticed|came~across ... of~you|for~you|you~might|you~would
        thought of you|your
        spoken|talked|vouched|put~in|asked <adv>? for|in|a|with|around ... you|your|word
        you|your .. needed|need|wanted|waiting|looking|asked|mentioned|said ... attached|here~is|link|below|enclosed|came~out|i~made|i~translated|i~asked
        as <you> are|were|need <adv>? short|looking|stuck|missing|in ... i
        i|you <adv>? made|built|wrote|drew|drafted|put~together|prepared|compiled ... for~you|for~your|summary|table|sheet|spreadsheet|template|workbook|checklist|map|cheat~sheet|overview
        i know|have a|an|just|someone|somebody|the <adv>? good|great|reliable|cheap|excellent|brilliant|lovely|person|man|woman|who ... tell|say|ask|mention|call
        put|send <adv>? your|him|her|them ... touch|contact|over|round|to <adv>? with? me
        """,
    "gift-hint:1": """
        use|keep|take|change|copy|steal|share|adapt|edit it|this|them|as|whatever|what|anything
        in case it|this|they|you helps|help|is|are|useful|need
        might|may|could|would|should <adv>? be~useful|help|interest|suit|be~of~use|be~handy|save|come~in|be~right|be~good
        will|would call|ring|write|email|contact|expect you|your
        you were|are|said|mentioned|told ... short|need|needed|hiring|nobody|no~one|struggling|stuck|waiting|looking
        deadline|closes|closing|open|opens|apply
        for your <adv>? .. visa|project|rota|problem|question|search|team|vacancy|opening|hire|move|trouble|headache|mess|daughter|son|nephew|niece|cousin|sister|brother|wife|husband|friend|shop|business|website|book|paper|talk|event|fundraiser|essay|garden|thesis
        promised
        tell|say .. i sent
        """,
    "enclosed-out:2": """
        attached|enclosed|enclosing|attaching is|are|the|a|my|you|here|please|find|as|it|also
        is|are|it|them|copy|have|list|sheet|file|pdf|table|template|link <adv>? attached|enclosed|below|pasted
        here is|are|it|they <adv>? the|a|an|her|his|their|that|some|go|two|three|one
        this|that is|are the|a|an|our ... i <adv>? built|made|used|wrote|keep|have|promised|drew|use
        link|article|template|spreadsheet|workbook|checklist|contact|number|vacancy|posting|paper|report for you|below|here|attached|is
        as promised <adv>? the|here|a|my
        found it|this|the|that
        """,
    "not-a-gift": """
        my|our|the <adv>? cv|resume|cover~letter|portfolio|invoice|receipt|photographs|photos|claim|application|details|profile|transcript|references|form|forms|id|passport|payment|contract|signed|latest~cv|brief|one~pager
        claim|policy|case|account|order|ticket number|no
        """,
    "gift-promise:3": """
        <i-will> <adv>? <do-for>|mind|babysit|cook|feed|cover|watch|water|paint|fix|repair|translate|take|bake|build|do|detail ... <you>|him|her|them
        <i-will> <adv>? <do-for>|do|take ... practice|interview|slides|draft|chapter|thesis|cv|resume|shift|stall|reference|recommendation|translation|proofreading|charts
        <glad> to <adv>? <do-for>|mind|do|cover|proof|babysit|cook|return|swap|fill
        tell|let .. <them>|that|know ... i <adv>? am|would|will|can
        <shall-i> <adv>? <do-for>|mind|cover|do
        free of charge
        send|shoot|pass|give it|them|your|me|him|her <adv>? over|your|to|along|and|my ... i
        just send it|them|over|along
        count on me
        i offer|am~offering
        """,
    "generic-return": """
        return|repay|reciprocate|pay|returning .. the|a|that|this|it|you <adv>? favor|favour|kindness|back|forward|any|way|for
        anything|something|way|whatever|ever i <adv>? can|could|might|may
        if i can|could <adv>? ever|be|help|do|return
        if you <adv>? ever
        let me know how|if|when|what i can|could|might|may
        of use to|in return
        in return|exchange
        whenever|wherever there is|you|i
        be <adv>? useful|helpful|of~use|of~help|of~service <adv>? to|in|back|you
        same for you
        help you <adv>? in~return|back|too|any~way|with~anything|however|one~day|some~day
        say the word
        ready|happy|glad to help you|back|too|in
        """,
    "own-news": """
        <i-will> <adv>? let you know|hear
        <i-will> <adv>? keep|tell|report|write|update ... you|posted|know|back|how
        <i-will> <adv>? send|bring|share|forward ... my|questions|an~agenda|a~agenda|invite|calendar|link|cv|resume
        <i-will> <adv>? call|ring|meet|come|see|ask|follow|try|get|wait|work|keep|buy|find
        i|we will|can|could ... at|on <day>|one|two|three|noon
        """,
}
