"""Classes of English words that speech acts are made of; shapes name them as <class>. All in plain form, see `plain`."""

from typing import Final


def _forms(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(" ".join(part.split()) for part in text.split(",") if part.strip()))


_BASE: Final = {
    "adv": """just, also, certainly, definitely, gladly, happily, of course, then, always, really, only, simply, quickly,
        soon, at least, even, still, absolutely, personally, probably, perhaps, maybe, very, so, too, well, actually,
        kindly, please, now, already, first, honestly, finally, today, yesterday, both, all, again, duly, rather, quite,
        yet, much, once, indeed, obviously, naturally, sure, the two of, to, be able to, try and, try to, in fact""",
    "i": "i, we",
    "glad": "happy, glad, delighted, pleased, willing, prepared, ready, honored, honoured, keen, content, thrilled",
    "time": """minutes, minute, min, mins, hour, half an hour, half hour, 20 minutes, 15 minutes, 30 minutes, ten minutes,
        twenty minutes, fifteen minutes, thirty minutes, call, chat, coffee, lunch, conversation, time""",
    "you": "you, your, yours, u, ye, yourself",
    "eager": "more than, only too, always, very, quite, really, so, most, also, still, of course, certainly",
    "them": "him, her, them, he, she, they",
    "guide": """advice, advise, feedback, insight, insights, thoughts, view, views, opinion, take, input, perspective,
        read, guidance, steer, pointers, tips, suggestions, recommendation, recommendations, wisdom""",
    "paper": """cv, resume, letter, cover letter, profile, pitch, summary, page, first page, second page, headline,
        portfolio, slides, slide, deck, story, opening, answer, answers, statement, brief, draft, title, bullets,
        bullet, paragraph, sentence, line, example, examples, experience, background, plan, approach, list, email,
        message, application, case, introduction, one pager, version, section, top third, website, code, case study""",
    "job": """job, role, position, post, vacancy, opening, openings, posting, ad, advert, opportunity, requisition,
        headcount, spec, listing, contract, secondment""",
    "expert": """one, person, man, woman, guy, fellow, lady, gal, lad, chap, bloke, somebody, someone, people, colleague,
        friend, expert, boss, director, manager, contact, human, soul, name""",
    "day": """monday, tuesday, wednesday, thursday, friday, saturday, sunday, mon, tue, tues, wed, weds, thu, thur, thurs,
        fri, sat, sun, tomorrow, today, tonight, the day after tomorrow, montag, dienstag, mittwoch, donnerstag, freitag, lundi, mardi,
        mercredi, jeudi, vendredi, lunes, martes, miercoles, jueves, viernes""",
    "news": "update, news, outcome, result, results, story, upshot, end of the story, report, verdict, sequel",
    "status": """out of work, out of a job, laid off, let go, made redundant, between jobs, unemployed, job hunting,
        job search, looking for work, looking for a job, lost my job, redundancy, in transition, job hunt, job seeker""",
}

# What one does for another: the verb of an offer.
_BASE["do-for"] = """send, forward, pass, share, give, put, mention, tell, speak, talk, ask, find, introduce, connect, look,
    read, review, go over, go through, walk, take, call, ring, phone, email, write, drop, check, dig, help, meet, practice,
    practise, play, lend, show, host, bring, pay, vouch, recommend, refer, submit, keep, get, print, raise, nudge, sit,
    be your, be a, come, have a, have my, buy, pick up, teach, train, coach, edit, proofread, mark, run, test, quiz, interview,
    translate, scan, copy, see if, see whether, see what, see who, see how, poke, sound, feel out, float, flag, slip, hand,
    carry, hold, save, reserve, book, arrange, set, organize, organise, fix, sort, make, prepare, draft, explain, describe,
    list, listen, stand, serve, act, sign, back, support, invite, add, advise, answer, chase, follow up, lean, pull, push,
    twist, drive, fetch, post, mail, text, message, ping, plant, let you know, rehearse, grill, record, join, offer, dust off,
    spread, open, pitch, propose, suggest, point, guide, work, have him, have her, have them, have someone, fill you in, keep"""

# What an adviser tells one to do: the verb of an imperative.
_BASE["do-it"] = """ask, look, lead, start, begin, cut, drop, put, move, take, bring, wear, read, learn, get, focus, skip,
    avoid, keep, use, say, tell them, show, mention, talk about, make, go, check, find, search, apply, add, remove, shorten,
    rewrite, quantify, practice, practise, prepare, expect, stick, forget, give, think, leave, buy, negotiate, push, open,
    close, end, name, aim, target, bear in mind, mind, remember, watch, beware, stay, wait, turn, swap, replace, delete,
    trim, lose, fix, try, pick, choose, pay, play, write down, quote, translate, call it, treat, tailor, map, list, count,
    measure, study, double check, sign up, register, subscribe, hold, insist, follow, listen, ignore, resist, dress, arrive,
    reach, cite, explain, describe, build, work on, spend, save, attend, join, visit, set, bet, send it, send them, send in, send your, ditch, scrap, emphasize,
    emphasise, highlight, stress, underline, sell, pitch, let them, have a look, have an answer, have two, have three"""

# What the seeker did with a help, in the past.
_BASE["did"] = """took, followed, used, tried, did, sat, cut, moved, rewrote, changed, asked, said, led with, brought, wore,
    wrote to, applied, called, emailed, rang, spoke, met, talked, went, booked, enrolled, signed up, passed, put,
    started, opened with, began, dropped, removed, bought, mentioned, showed, tested, got in
    touch, reached out, contacted, visited, finished, completed, practiced, practised, negotiated, swapped,
    replaced, shortened, reordered, redid, stopped, quit, switched, joined, presented, interviewed,
    reworked, phoned, texted, messaged, wheeled out, tracked down, registered, saw"""

# What came of it.
_BASE["came"] = """offered, hired, invited, answered, replied, wrote back, called back, called me, rang me, got back, agreed,
    accepted, led to, worked, paid off, landed, turned out, turned into, came back, came of, came through, quoted, cited, remembered,
    got me, won, opened, asked me, asked about, told me, gave me, showed me, walked me, spent, met me, talked me, put me, passed
    me, introduced me, took me, liked, loved, laughed, nodded, said yes, said no, chose, picked, went with, rejected,
    turned me down, made me an offer, made an offer, shortlisted, short listed, confirmed, sent me, connected me, saw me,
    interviewed me, pointed me, got somewhere, bit, resulted, bore fruit, brought me, earned me, did the trick"""

# What the helper did for the seeker, in the past.
_BASE["gave"] = """told, said, sent, gave, showed, suggested, introduced, explained, pointed, walked, read, recommended, warned,
    mentioned, took, spent, made, wrote, shared, put, connected, passed, advised, helped, offered, taught, asked, forwarded,
    described, answered, looked, marked, called, spoke, talked, listened, let, lent, found, vouched, tipped, steered, urged,
    saw, predicted, promised, enclosed, attached, brought, did, dug, drew, listed, named, referred, sketched, checked,
    edited, corrected, insisted, nudged, pushed, sat, met, picked, came, set, played, noticed, caught, spotted"""

# The same as a gerund, after "thank you for".
_BASE["giving"] = """telling, sending, giving, showing, suggesting, introducing, explaining, pointing, walking, reading,
    recommending, warning, mentioning, taking, spending, making, writing, sharing, putting, connecting, passing, advising,
    helping, offering, teaching, forwarding, describing, answering, looking, marking, calling, speaking, talking, listening,
    letting, lending, finding, vouching, tipping, steering, seeing, saying, joining, agreeing, going, doing, being, meeting,
    having, reviewing, sitting, setting, inviting, digging, coming, reaching, asking, speaking up, hosting, picking, playing,
    keeping, staying, thinking, checking, correcting, editing, linking, opening, referring, copying, arranging, adding,
    bringing, the"""

_BASE["help"] = """advice, notes, note on, comments, comment, tip, tips, suggestion, suggestions, introduction, intro, feedback,
    help, insight, insights, name, names, call, list, edits, honesty, honest, pointer, pointers, time yesterday, time today,
    time on, hour, half hour, patience with, candor, candour, thoughts, thoughtful, answer, answers, guidance, wisdom,
    recommendation, referral, two cents, warning, red pen, corrections, ideas, idea, steer, kindness, generosity, template,
    spreadsheet, article, link, report, reports, book, explanation, perspective, candid, detailed, frank, conversation, chat,
    lunch, coffee, talk, phone call, reference, good word, word, contact, contacts, connection, push, nudge, practice,
    mock interview, rehearsal, map, org chart, document, documents, deck, posting, lead, leads, lesson, minutes, support"""

_EAGER: Final = ("i am", "i would be", "we would be", "we are", "i am only too", "i would be more than", "i am more than", "i am always")
_BASE["i-will"] = ", ".join(
    [f"{who} {modal}" for who in ("i", "we") for modal in ("will", "would", "can", "could", "shall", "might", "may")]
    + ["let me", "allow me to", "you can count on me to", "you can have me", "i offer to", "my offer to", "gladly"]
    + [f"i am {plan}" for plan in ("going to", "planning to", "about to", "meaning to", "tempted to", "in a position to")]
    + [f"{plan} to" for plan in ("i intend", "i plan", "i mean", "i promise", "i would like", "i would love", "i hope")]
    + [f"{who} {glad} to" for who in _EAGER for glad in ("happy", "glad", "delighted", "pleased", "willing", "honored", "honoured")]
    + ["do you want me to", "want me to", "would you like me to", "shall i", "should i", "i have offered to", "i want to"]
)
_BASE["i-want"] = """i want, i wanted, i want only, i wanted only, i would like, i would love, i would really like, i would very much like,
    i hope, i hoped, i had hoped, i was hoping, i am hoping, i wish, i wished, i need, i needed, i only need, i am curious, i was curious,
    i am keen, i would be keen, i am eager, i would be curious, i would be interested, i am interested, i am trying, i have been trying, i am dying,
    i intend, i still want, i would give a lot, i should like, i should love, i just want, i just wanted, i only want, i only wanted,
    still keen, still curious, still hoping, still want, want, wanted, keen, curious, would love, would like, hoping, happy, i long, i would pay,
    i would value, i would welcome, i would appreciate, would value, would welcome, i am looking, i write, i am writing, trying"""
_BASE["ordinal"] = "first, second, third, final, next, last, fourth, another, 2nd, 3rd, 1st"
_BASE["done"] = """been to, been asked, been offered, been invited, been hired, done, tried, sent, written, met, spoken, talked, used, taken, moved, put, cut,
    changed, applied, followed, booked, seen, signed, passed, started, rewritten, shortened, dropped, swapped, finished, completed, interviewed,
    visited, called, contacted, reached out, begun, gone, sat, bought, asked, accepted, landed, won"""
_BASE["shall-i"] = """do you want me to, want me to, would you like me to, like me to, shall i, should i, would it help if i,
    does it help if i, would it be useful if i, is it ok if i, may i, can i, could i, you want i should, shall we, mind if i"""
_BASE["should"] = """you should, you need to, you must, you have to, you want to, you ought to, you might want to,
    you could, you may want to, you might, you would be better off, you are better off, you had better, you will want to,
    you will need to, you would want to, you would do well to, you can safely, you do not need to, you do not want to,
    you should not, you must not, you do not have to, you can not, you never want to, better to, best to, best thing to,
    you will have to, i want you to, people should, one should, be sure to, make sure to, make sure you, make sure,
    remember to, try to, no need to, do not forget to, do not bother to, do not be afraid to, feel free to"""
_BASE["contact"] = """talk to, talk with, speak to, speak with, contact, reach out to, write to, write, call, email, ring,
    phone, message, text, look for, look up, ask for, ask, find, get hold of, try, meet, meet with, get in touch with,
    get in contact with, drop a line to, say hello to, say hi to, greet, see, ping, go and see, go see, go to, connect with,
    chat with, chat to, have a word with, have a chat with, have coffee with, have a coffee with, have lunch with, sit down
    with, track down, link up with, approach, hit up, buzz, give a call to, turn to, search for, seek out, consult, be talking to,
    be speaking to, be greeting, start with, begin with, run it by, run it past, check with, bother, befriend, be in touch with,
    line up, corner, visit, pay a visit to, knock on the door of, knock at the door of, get to know, know, hear from, listen to,
    aim for, be asking, be calling, be meeting, be seeing, pick the brain of, pick the brains of, buy a coffee for, shoot"""
_BASE["i-did"] = "i, i have, we, we have, i just, i have just, we just, i have already, i already, i have now, have just, just"
_BASE["think-x"] = "i think, i believe, i reckon, i guess, i suspect, i would say, i expect, i suppose, i find"
_BASE["everyone"] = """nobody, everyone, everybody, no one, most people, people, most companies, companies, recruiters,
    managers, hiring managers, they, the company, firms, the team, employers, candidates, interviewers, the panel,
    the hiring manager, the director, the boss, hr, the interviewers, the recruiter, the first round, the second round,
    the interview, the test, the budget, the process, the rest, the real work, the work, the group"""
_BASE["habit"] = """usually, typically, normally, always, generally, tend to, tends to, mostly, rarely, seldom, never, often,
    hardly, in practice, as a rule, nine times out of ten, by and large, in general, every year, every quarter, each year"""

CLASSES: Final = {name: _forms(text) for name, text in _BASE.items()}
