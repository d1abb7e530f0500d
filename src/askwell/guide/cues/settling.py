"""Shapes of agreed times, of machines that answer, of mass mail, and the words that tell work from home."""

from typing import Final

MEETINGS: Final = {
    "agree:2": """
        works|work|suits|suit|is|are|will|would|it|sounds|looks|then|at|date|time|<day> <adv>? works|work|suits|good|fine|perfect|great|ideal|lovely|excellent|okay|ok|confirmed|suit|be~perfect|be~good|be~fine|be~great|be~lovely|do|it~is|wonderful|super|agreed|set|a~plan|convenient|best
        works|suits|fits|does <adv>? for|me|fine|well|great|perfectly|perfect|us|nicely
        see|meet|catch|speak|talk|call|ring|expect|find|join you|u|to~you|me|with~you|then|soon <adv>? then|on|at|there|<day>|next|in|outside|by
        talk|speak|see <adv>? then|<day>
        <i-will> <adv>? see|meet|call|ring|phone|expect|find|pick|dial|zoom|join|come you|u|in|to|by|over|round
        <i-will> <adv>? be there|in|at|waiting|the~one|ready|outside|wearing|on|free|sitting|by|under
        i|we|have|has|it|is|are|my|that <adv>? booked|reserved|blocked|scheduled|put~it|put~you|pencilled|penciled|confirmed|accepted|got~you|marked
        confirmed|confirm|confirming|agreed|settled|booked|done|deal|accepted|noted
        in|on|into the|my|our|both diary|calendar|calendars|book|books|agenda
        put|got|have|marked|wrote|expect .. it|you|that|this|us|him|her <adv>? down|in|then|on
        you are|have <adv>? on|got|a~deal
        it is a <adv>? date|deal|plan
        <day> it is
        it is then
        let us <adv>? do|say|make|take|go|meet|have|talk|speak|stick
        go|going|stick|sticking with <day>
        that|it|this|time|slot <adv>? works|suits|fits
        yes|yep|yup|sure|ok|okay|perfect|great|lovely|excellent|brilliant|fine|deal|done|super|wonderful|absolutely|gladly|good|agreed|right <adv>? .. <day>|at|noon|then|10|11|12|1|2|3|4|5|6|8|9
        yes to
        looking|look forward to|then
        can|could|would|will <adv>? do|make|manage <day>|that|it|10|11|12|1|2|3|4|5|9|noon|the|then|at
        i am free|available|there|around|in <adv>? then|on|at|<day>
        call|ring|phone|dial|meet|find|ask~for|come~to me|us|the <adv>? on|at|then|there|in|outside|by|cell|mobile|desk|office|lobby
        invite|invitation|link|dial~in|teams|zoom <adv>? sent|comes|follows|to~follow|attached|accepted|is|below|on~its~way|will|went
        sent|sending|send an|you|the|a <adv>? invite|invitation|link|calendar
        i accept|accepted|take|prefer|choose|pick the|your|<day>|it
        i will take the
        come at|to|by|round|straight
        the|your first|second|third|earlier|later|former|latter|last <adv>? one|slot|option|time|date|is|works|suits|please
        passt|geht|klappt|freue mir|gut|mich|prima|super|bei|in|auf
        bis dann|<day>|montag|dienstag|mittwoch|donnerstag|freitag|morgen|nachher
        me|ca|cela va|convient|parfait|marche
        a|mardi|lundi|mercredi|jeudi|vendredi <adv>? bientot|parfait|convient
        me|nos va|viene bien|perfecto
        nos|te vemos|veo
        """,
    "propose": """
        would|could|does|do|can|shall|should|might|if|whether|how~about|what~about|maybe|perhaps .. suit|convenient|available|possible|you|best|work|meet
        let me know if|when|whether|which|what|your
        tell|say me|us|which|when|what which|when|what|if
        any|some|another time|day|other
        <day> .. or|and <adv>? <day>
        or <day>|at|next|the|in|early|later
        if that|it|this|you|not|so|either works|suits|is|does|can|prefer|are|would
        are you free|around|available
        do you have
        can not <adv>? do|make|meet
        cancel|postpone|reschedule|push|move|put~off|moved|postponed|cancelled|canceled
        last night|week|time|month
        was|were|had|met|talked|spoke|called|yesterday|ago <adv>? .. on|at|last|<day>|in|for
        """,
    "meet-kind:1": """
        call|coffee|lunch|chat|zoom|teams|video|phone|meet|talk|breakfast|dinner|tea|conversation|speak|facetime|skype|whatsapp|diary|calendar|desk|lobby|office|cell|mobile|table|booth|station|cafe|entrance|door|reception|number|line|place|corner|diner|canteen|invite|link
        """,
}

SEARCHING: Final = {
    "openly": """
        laid|let|made off|go|redundant
        lost|lose|losing my job|post|position|role|place|work
        out of work|a~job|job
        without|no|jobless|unemployed work|job|employment
        jobless|unemployed|redundancy|redundant|layoff|layoffs
        looking|searching|applying|hunting|hoping|aiming for <adv>? .. work|job|role|position|post|posts|jobs|roles|place|lead|manager|planning
        am|are|is <adv>? looking|searching|applying|hunting for
        still looking|searching|hunting
        job hunt|search|hunting|seeker
        site|plant|office|company|firm|shop|mill|yard|department|desk|branch|agency|clinic|studio|depot|team|station|unit <adv>? closed|shut|closes|folded|moved|went|merged|restructured
        my|our job|post|position|role|contract <adv>? ended|went|was|is|ends|disappeared|vanished|cut
        want|like|love|hope|plan to <adv>? be|become|move|go|work|get|stay|switch|return <adv>? in|into|back|as|a|an|on
        seeking|pursuing|after a|an|the|work .. role|position|post|job|place|lead
        on the market
        between jobs
        interview|interviews|interviewing on|at|with|for|next|tomorrow|this|in
        your|my cv|resume|career|job|search
        """,
}

MACHINES: Final = {
    "machine:3": """
        out of office|the~office|town
        automatic|automated|auto reply|response|message|email|answer|notification|acknowledgement|acknowledgment
        autoreply|autoresponder|vacation~responder|auto~reply|auto~response
        undeliverable|undelivered|mailer~daemon|postmaster
        delivery status|failure|failed|has~failed|incomplete|delayed
        could|can not be delivered
        was not delivered
        returned|return to sender
        address not found
        message|email not delivered
        user|recipient|mailbox|address <adv>? unknown|full|rejected|unavailable|does~not~exist|not~found|disabled
        no longer <adv>? works|work|with|employed|at|working|monitored|in~use|active|part|checks|valid
        has|have <adv>? left the|our|us|company
        mailbox|inbox|address|account <adv>? is <adv>? not monitored|read|checked|attended|in~use
        limited|intermittent|no|without|little|sporadic|restricted access to <adv>? email|emails|internet|my|mail
        i am|will|am~currently|will~be <adv>? away|on~leave|on~vacation|on~holiday|on~annual~leave|on~parental~leave|on~maternity~leave|on~paternity~leave|on~sick~leave|traveling|travelling|off until|from|till|with|and|for|returning|without|through|this|at|between|back
        i am|will <adv>? currently|be <adv>? away|out|on leave|of~office|of~the~office|vacation|holiday|annual|until|from
        will respond|reply|answer|return|get~back|be~back|read ... on|when|upon|after|as~soon ... return|back|possible|returning
        we <adv>? have received your|the
        your|this <adv>? request|ticket|inquiry|enquiry|message|email|query <adv>? has~been|was|is <adv>? received|created|logged|opened|assigned|registered|delayed|being
        ticket|case|request|reference number|id|no
        do not reply to
        will keep trying
        550|5.1.1|5.2.2|4.4.7|554|552
        this is an <adv>? automated|automatic|auto
        read receipt
        your message <adv>? was|has~been read|opened|displayed|deleted|delayed|received
        for|in urgent|urgent~matters|emergencies|an~emergency|case|anything~urgent ... contact|call|write|email
        """,
    "mass:3": """
        unsubscribe|opt~out
        view this|in|online your|email|browser|online
        manage|update your preferences|subscription
        you receive|received|are~receiving this
        dear members|member|all|customer|customers|candidate|candidates|parents|neighbors|neighbours|residents|colleagues|team|alumni|subscriber|subscribers|reader|readers|applicant|applicants|valued|client|clients|tenant|tenants|homeowner|guest|guests|friends|everyone|supporter|supporters|volunteers|connection|connections
        hello|hi|hey|good~morning team|all|everyone|everybody|folks|members|friends|planners|readers|neighbors|neighbours|parents|there
        team and
        came across|found|saw|viewed|reviewed|impressed .. your profile|background|resume|cv|linkedin
        exciting|immediate|urgent|amazing|great|new|unique opportunity|requirement|opening|role|need
        your network is|and|work|works|are
        are|be|you <adv>? interested|available in|for <adv>? this|a|an|the|new|our role|opportunity|position|contract|job
        apply now|today|here
        refer a friend
        special offer|price|discount
        limited time|seats|offer
        click here|below|the
        join us for|in|at|on
        register now|today|here|by
        in this issue
        welcoming|welcome <adv>? our|new
        joins|joined us|the|our as|team|company
        your order|subscription|account|booking|reservation|payment|invoice|receipt|statement|policy|claim|appointment|delivery|parcel|package|adjuster|membership|prescription
        terms apply
        rate <adv>? mandate|c2c|w2
        """,
}

WORK: Final = frozenset(
    """job jobs role roles work working worked career careers cv resume interview interviews interviewed interviewing hiring hire
    hired hires recruit recruiter recruiters recruiting recruitment team teams manager managers director directors head vp ceo
    cfo coo cto president founder boss company companies firm firms business businesses industry industries sector market
    client clients customer customers project projects planning planner planners analyst engineer engineers consultant
    consulting salary salaries payroll application applications apply applied applying position positions vacancy opening
    openings linkedin portfolio network networking referral introduction intro introduce advice feedback insight board panel reorg
    reorganization layoff layoffs redundancy redundant unemployed startup department plant warehouse warehouses operations
    ops supply procurement logistics forecasting finance colleague colleagues employer employers profession professional
    industrial office candidate candidates qualification certificate certification course degree skills strategy product
    products sales marketing software data design designer developer nurse teacher lawyer legal compliance hr staffing staff
    headcount budget contract contracts freelance vendor vendors supplier suppliers distribution distributor factory
    production manufacturing pharma bank banking insurance utility utilities energy retail logistics freight shipping agency
    ngo nonprofit foundation public sector ministry association conference trade fair expo desk division branch subsidiary
    group merger acquisition reference recommendation mentor mentoring coach coaching promotion leadership executive
    associate partner search transition laid redundant severance notice competitor competitors stakeholder erp inventory
    demand planner pitch brief presentation case study test assessment offer negotiation raise profile background experience
    cover letter org chart field specialist technician pilot architect scientist researcher research lab clinic hospital school
    university professor editor publisher studio""".split()
) - frozenset("case offer test public search field school group notice raise experience trade fair clinic desk head insurance".split())
HOME: Final = frozenset(
    """mom mum mommy mummy mama dad daddy papa grandma grandpa granny nana aunt auntie uncle kids kid baby babies toddler birthday
    wedding dinner supper recipe recipes cake pie casserole pies cookies turkey potato potatoes salad cat cats dog dogs puppy
    kitten vet garden gutters gutter roof plumber plumbing boiler basement rent landlord tenant deposit lease van couch sofa
    furniture movers mattress garage tyres tires mechanic brakes oil insurance claim claims adjuster policy invoice receipt
    order refund parcel courier tracking package prescription pharmacy dentist dental doctor appointment checkup clinic teacher
    homework kindergarten soccer football choir church parish potluck picnic barbecue bbq flight airport hotel
    tickets concert movie film game party halloween hanukkah xoxo xo tax taxes statement
    subscription membership password electricity gas meter bill bills mortgage library books overdue neighbor neighbour neighbors
    neighbours raffle costume costumes rehearsal play yoga gym class pool camp sleepover carpool diapers crib stroller calf
    goat hens chickens lawn mower paint painter ladder keys spare bed bedroom sheets dress shoes haircut babysit babysitter
    grandson granddaughter fiancé engagement honeymoon anniversary funeral casket hospice scan surgery bypass
    boxes discount quoted quote installation repair repairs technician locksmith leak
    ferry cottage cabin beach ski skis canoe bike bicycle knitting quilt puzzle poker bridge lottery lasagna soup stew pierogi
    strudel jam pickles tomatoes knife kisses""".split()
) - frozenset("play bridge books class pool camp quote beach conference film oil gas paint order policy game".split())
ROLE_NAMES: Final = frozenset(
    """noreply no-reply donotreply do-not-reply newsletter newsletters news info support jobs careers career hr orders order
    billing invoices claims claim office admin alerts alert notifications notification notify updates update marketing sales
    service services customerservice customercare care helpdesk help postmaster mailer-daemon treasurer secretary members
    member lists list request subscribe reception appointments appointment bookings booking reservations store shop accounts
    account accounting payroll events event digest bounce bounces talent recruiting recruitment hiring feedback hello hi
    contact contactus welcome webmaster web marketing press media editor library front desk frontdesk dispatch delivery shipping
    tracking receipts receipt billing payments statements security verify confirm enquiries inquiries registration registrar
    principal dean-office pta board committee community team staff faculty class all everyone daemon root www service kundenservice
    kontakt bewerbung empleo rh presse buchhaltung rechnung""".split()
)
MASS_NAMES: Final = frozenset("all members list lists everyone staff alumni announce announcements team group undisclosed".split())
