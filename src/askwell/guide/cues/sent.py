"""Shapes of what the seeker writes: asks, thanks, what came of a help, and favors done."""

from typing import Final

ASKS: Final = {
    "request:2": """
        could|would|can|will|might|may|do|did|are|have|were|is you|u|it|there <adv>? tell|share|explain|look|read|review|spare|have|give|take|help|advise|point|recommend|suggest|walk|say|think|mind|willing|open|consider|be|possible|meet|talk|speak|let|find|see|go|know|show|describe|send|listen|play|run|check|glance|mark|critique|cast|join|compare|lend|reckon|feel|remember|ever|do|hire|use|start|choose|decide|handle|any|anything|something|someone|one
        could|may|can|might|would i <adv>? ask|have|borrow|take|buy|pick|get|call|come|hear|run|send|trouble|steal|invite|bring|show|test|try|learn|visit|stop|drop|ring|tap|lean|bend|speak|talk
        i would <adv>? love|like|appreciate|value|welcome|be~grateful|be~glad|be~happy|be~curious|be~interested|enjoy|treasure ... your|you|hear|ask|know|learn|understand|if|see|time
        i am|was <adv>? wondering|curious|hoping|keen|eager|interested|trying~to~learn|trying~to~understand|trying~to~work~out|trying~to~figure~out
        i wonder|wondered|hoped|hope|want|wanted|need|needed to|if|whether|you|your <adv>? ask|learn|hear|understand|know|could|would|might|can|have|know|run|pick|tell|advice|help
        i <adv>? have|had|got <adv>? a|one|two|three|some|couple|few|another .. question|questions|favor|favour|request|things
        i|one|two|three|my|a|quick|here~is|first|second|small|specific|only|main|last <adv>? question|questions
        what|which|how|who|where|why|when|is|are|does|do .. would|did|do|should you|u|i
        <you> <adv>? think|know|recommend|suggest|advise|reckon|say|do|see|look|judge|read|feel|find|make|prefer ... ?
        any|some|your advice|thoughts|feedback|insight|pointers|tips|suggestions|view|views|take|opinion|wisdom|ideas|guidance
        your <guide>
        have|spare|got|give|borrow|steal|for|up~for|open~to|free~for|take|find|time~for|grab|do|manage|a|half|an .. <time> ... ?
        <time> of your time
        tell me
        let me know|hear what|how|which|if|whether|your|who|where ... think|would|know|say|see|could|is|are|should
        would|could|might it be possible
        ask|asking|asked|ask~for you|your|for ... advice|about|how|what|which|whether|something|question|feedback|time|opinion|view|one|two|a
        if you have|had|could|can|would|were|know ... minutes|moment|time|hour|thoughts|spare|advice|minute|idea
        would mean|help|be <adv>? a~lot|me|useful|helpful|great|grateful|enormous
        grateful|appreciate|thankful for|if|any|your|to|it ... you|your|could|would|advice|view|time|thoughts|hear|minutes|help
        help me understand|figure|think|work|see|learn|get|choose|decide|with
        what|how|who|which|why|where is|are|was|were|does|do|did|has|have|matters|counts|decides|makes|would|should|can|really|the|kind|sort|many|much|long|often ... ?
        """,
    "logistics": """
        how are|is|was|did|have|goes you|things|everyone|everything|the~family|it|your
        what|which <adv>? time|day|date works|suits|is|are|would|should|do|does
        where|when shall|should|do|would|can we|i|you
        does|do|would|is|are|how~about|what~about|could|can ... <day> ... ?
        are|will you coming|around|there|home|free|ok|okay|well|still|back
        is that|it|this ok|okay|fine|alright|right
        did you get|receive|see|hear my|the|that|about
        shall|should we|i <adv>? say|meet|bring|come|call|book|do|send|pick
        can i|we bring|come|pick you|it|them
        did|have you have|had a~good|a~nice
        remember me|when|the|that
        guess what|who
        why not
        who knew
        may i send|call|ring you
        """,
}

THANKS: Final = {
    "thanks-for:3": """
        thank|thanks|grateful|obliged|indebted|gratitude|thankful|cheers|merci|danke|gracias|grazie|obrigada|obrigado|bedankt|ta|tack|takk <adv>? you|very|so|a~lot|ever|million|a~million|again|much|heaps|tons|loads|both|sincerely|most|kindly|warmly|dear|sir|vielmals|dank|beaucoup|mille|muchas <adv>? .. for .. <giving>|the|that|your|all|an|a|two|three|half|last|this|everything|those|being|such|thinking~of|what
        thank|thanks|grateful|obliged ... for <giving>|the|that|your|all|an|two|three|half|last|this|everything|those|being|such|what|yesterday|today
        thanks to you|your
        <adv>? appreciate|appreciated|appreciating <adv>? your|you|that|the|how|it|everything|all
        i owe you
        i am|we~are <adv>? grateful|thankful|indebted|obliged|touched
        meant a|so|the|more|everything|lot lot|much|world|than|to
        could not have done|got|made|managed
        can not thank you
        you <adv>? saved|rescued|made me|my|us|him
        that|it|your|this|those|the .. was|were|is|has~been|have~been <adv>? useful|helpful|gold|invaluable|kind|generous|brilliant|priceless|spot~on|exactly~what|a~gift|a~great~help|a~huge~help|a~big~help|of~great~help
        bless you|your
        you are a|an|the <adv>? star|legend|gem|angel|saint|lifesaver|treasure|champ|marvel|hero|wonder|brick|gent|best|mensch
        very|so|really|too|most|incredibly <adv>? kind|generous|good|thoughtful|decent of you
        """,
    "thanks:2": """
        thank|thanks|grateful|gratitude|indebted|obliged|cheers|merci|danke|gracias|grazie|obrigada|obrigado|bedankt|gratefully|tack|takk
        """,
    "thanks-nothing": """
        in advance
        thank|thanks|grateful .. for your|any|all|the|considering|reading|taking <adv>? time~and|consideration|reading|understanding|patience|order|business|purchase|payment|the~time~to~read|this~far|help~in~advance|any~help|reading~this
        thanks|thank anyway|but
        for considering|reading|bearing
        no thanks|thank
        would|will|shall|should|could be <adv>? grateful|thankful|appreciated|obliged|indebted
        would|will|should <adv>? appreciate
        grateful if|to|for~any
        thank|thanks .. for any|whatever|reading|even|your~time~in
        """,
}

CLOSING: Final = {
    "followed:1.5": """
        i|we <adv>? <did>
        i have|had <adv>? been|done|tried|sent|written|met|spoken|talked|used|taken|moved|put|cut|changed|applied|had|followed|read|booked|seen|signed|passed|started|got|gotten
        have <adv>? done|tried|sent|written|met|spoken|talked|used|taken|moved|cut|changed|applied|followed|booked|seen|signed|passed|started
        did|tried|used|took|followed|did~exactly|went~with|asked what|as|exactly|it|your|the|that|them ... said|told|suggested|advised|recommended|way|advice|question|one
        talked|spoke|met|spoken|chatted|sat~down|lunch|coffee|emailed|called to|with|up <adv>? her|him|them|for
        """,
    "outcome:2": """
        he|she|they|it|that|which|who|we|both|and|the|your <adv>? <came>
        they|she|he|who|and|panel|manager|director|company|team|recruiter <adv>? said|told|wants|want|called|asked|offered|liked|loved|are|is|was|were|will|have|has ... me|my|yes|no|that|it|interview|back|role|job|next|second|again
        i got|have|landed|was~offered|am~offered|accepted|have~been~offered|have~accepted|won|received|made|passed|start|am~starting|begin|signed|was~invited|am~invited|have~been~invited|am~through|am~in|failed|did~not~get|was~turned|was~hired|was~rejected|was~asked|was~called|am~meeting|am~visiting|know~now|now~know|start~on ... job|role|offer|interview|it|round|monday|test|yes|no|second|final|contract|place|certificate|call|position|to|through|month|week|down|the|a|an|on
        the interview|test|call|talk|panel|meeting|conversation|course|pitch|presentation|case|case~study|application|visit|exam|coffee went|was|is|led|turned|lasted|ended|worked|brought|got
        led|leading to
        resulted in
        upshot|outcome|result|verdict|end~result is|was|of|so~far
        came of it|that|this|your
        worked like|perfectly|a|out|exactly|so|on|well|beautifully
        it|that|which <adv>? worked|helped|paid|landed|did
        you were <adv>? right
        was exactly|just <adv>? as|what|like|the|right
        turned out
        second|next|final|first|third|last round|interview|stage|step
        job|role|contract|offer is mine
        i start|begin|am~starting <adv>? on|in|monday|next|the|with|at|as
        no role|job|opening|vacancy|luck|offer|fit|position there|this|for|yet|now|at|but
        went with|to someone|somebody|another|an|a
        did not get|work|make|come|go
        got the|an|a|me|my|past|in|it|through job|role|offer|interview|call|in|into|second|it|the|reply|answer|yes|through
        invited|asked|called to|back|in|me
        said yes|no|that|they|the|she|he|it
        we talked|spoke|met|had|discussed|sat|ended|agreed|walked|are~meeting|meet|have~a
        now|finally know|understand|see|knew
        it has|have led|opened|brought|helped|got|turned|made|worked|saved
        in the end
        made it to|through|past|into
        because of you|your|that|what
        """,
    "you-did:1.5": """
        <you> <adv>? <gave>
        you had <adv>? <gave>
        you did|were|have <adv>? right|tell|say|told|said|warn
        as you|u <adv>? said|told|suggested|advised|recommended|predicted|put|promised|warned
        like you <adv>? said|told|suggested
        what|way|thing|one|things|person|people you <adv>? said|told|suggested|advised|taught|sent|gave
        thanks to|on|followed|took|took~up|used|took~on|with|of|from|heeded|after|following|because~of your|u <adv>? <help>
        your <adv>? <help>|word|advice|note|line|name|trick|question|sentence|rule|method|paragraph|changes|version|way|cousin|friend|colleague|brother|sister|man|old
        recommended|suggested|introduced by you
        took|taking you|your up|word|words|at|advice
        """,
    "report:2": """
        wanted|want|let|owe|thought|promised|writing|time|should|meant|just|as~promised|thought~you ... let~you~know|tell~you|report|close~the~loop|update~you|update|share|you~to~know|hear|know~how|know~what|like~to~know|know~that|hear~how|hear~what
        close|closing the loop|circle
        quick|small|short|an|some|happy|good|bad|the|my|you~an|promised <news>
        report|reporting back|for|from|on
        let you know how|what|that
        what came|happened|became of|with|after|next
        here is|are what|how came|happened|it|went|the
        you asked|wanted|told~me to <adv>? tell|hear|know|report
        wanted you to know
        you will|would|might|may|should|can <adv>? like|love|want|enjoy|be~glad|be~happy|be~pleased to
        """,
    "not-yet": """
        not|never <adv>? heard|answered|replied|had~an~answer|written|had~a~chance|decided|called|tried|spoken|met ... yet|back|anything|from
        no answer|reply|word|news|response|decision <adv>? yet|so|from|either
        have not|yet to|heard|had|written|tried|spoken|met|sent|called|applied
        still waiting|nothing|no|silence
        will|going~to|writing|about~to|plan~to|shall <adv>? write|writing|call|calling|let~you|tell~you|report|try|send|follow|read|contact|apply|ask|email|reach|use|take|do|put|get
        writing to
        nothing yet|from
        """,
}

GIVING: Final = {
    "gave:3": """
        <i-did> <adv>? sent|put|passed|mentioned|told|recommended|spoken|introduced|asked|found|made|wrote|written|built|got|saved|kept|booked|drafted|nominated|endorsed|forwarded|collected|bought|gathered|pulled|summarized|summarised|translated|typed|marked|proofread|edited|fixed ... for~you|you~a|your~name|you~to|about~you|your~cv|you~the|to~you|for~your|you~for|it~over|yours
        i have <adv>? spoken|put|asked|found|made|left|recommended for|in|a|you|around ... you|your|word
        yours to keep
        for you to keep|use|have
        no strings|need~to~return
        thought|made|reminded|think|saw|spotted|found|heard|read|noticed ... of~you|for~you|you~might|you~would|your
        i|you <adv>? made|built|wrote|drew|drafted|put~together|prepared|compiled ... for~you|for~your|summary|list|table|sheet|spreadsheet|template|workbook|guide|checklist|map|notes|page|cheat~sheet
        use|keep|take|change|copy|steal|share|adapt|edit it|this|them|as|whatever|what|anything|freely <adv>? as|if|you|like|for|whatever|keep|freely
        in case it|this|they helps|help|is|are|useful
        might|may|could|would|should <adv>? be~useful|help|interest|suit|fit|be~of~use|be~handy|save|come~in|be~right|be~good ... you|your|for|handy
        left|wrote|posted|gave|added ... recommendation|review|endorsement|reference ... you|your
        for|about|re|on|regarding your <adv>? .. visa|project|rota|problem|question|search|team|vacancy|opening|hire|move|trouble|headache|mess|daughter|son|nephew|niece|cousin|sister|brother|wife|husband|friend|shop|business|website|book|paper|talk|event|fundraiser
        you were|are|said|mentioned ... short|looking|needed|need|hiring|trying|nobody|no~one|struggling|stuck|wanted
        congratulations|congrats on|to|for
        """,
    "enclosed-out:2": """
        attached|enclosed|enclosing|attaching is|are|the|a|my|you|here|please|find|as|it|also
        is|are|it|them|copy|have <adv>? attached|enclosed|below|pasted
        here is|are|it|they|you <adv>? the|a|an|her|his|their|that|my|some|go|two|three|one
        this is|are the|a|an|my|our ... i <adv>? built|made|used|wrote|keep|have|promised|drew
        as promised
        link|article|template|spreadsheet|workbook|checklist|contact|number|vacancy|posting|paper|report for you|below|here|attached|is
        """,
    "not-a-gift": """
        my|our|the <adv>? cv|resume|cover~letter|portfolio|invoice|receipt|photographs|photos|claim|application|details|profile|transcript|references|form|forms|id|passport|payment|contract|signed|latest~cv
        claim|policy|case|account|order|ticket number|no
        """,
    "gift-promise:2": """
        <i-will> <adv>? <do-for> ... <you>|it|him|her|them
        <glad> to <adv>? <do-for>
        tell|let|ask .. <them>|that ... i <adv>? am|would|will|can
        <shall-i> <adv>? <do-for>
        any evening|time|day|morning|weekend
        free of charge
        if you|your|he|she|they|it ever|want|wants|like|likes|need|needs|would ... i
        """,
    "generic-return": """
        return|repay|reciprocate|pay .. the|a|that|this|it favor|favour|kindness|back|forward
        anything|something i can|could|might do|help|offer
        if i can ever|be
        let me know how|if|when|what i can|could|might|may
        of use to|in return
        in return|exchange
        whatever i can
        help you with|in|too|back
        be useful|helpful|of~use|of~help to|in|back
        same for you
        """,
    "own-news": """
        <i-will> <adv>? let you know|hear
        <i-will> <adv>? keep|tell|report|write|update ... you|posted|know|back|how
        <i-will> <adv>? send|bring|share|forward ... my|questions|an~agenda|a~agenda|invite|calendar|link|details
        <i-will> <adv>? be|call|ring|meet|come|see|take|ask|have|follow|try|read|do|get|wait|work|keep|buy|find|make
        <i-will> <adv>? ... at|on <day>|one|two|three|noon
        """,
}
