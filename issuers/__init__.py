"""Organisations that judge and sign: the only room with private keys.

In each wing: `pages` and `endpoints` ask verbs, verbs ask `register`, which asks `tables`.

    organisations      who issues here
    erkenning          which leerbedrijf is recognised for which work, and who says so
    people             who works for them, what each may do, who is signed in
    accounts           accounts of other providers, with which people sign in too
    apikeys            keys of systems that use the API
    keys               made, kept wrapped, used to sign, taken out of use
    recipients         who learns here, as the organisation knows them
    werkplekprofiel    what they agree to learn, and how far that came
    evidence           what was collected of that: a story, a photo, hours, a note
    assessing          what was judged of it in plain words, beside the badge
    drafts             what was written of a judgement so far
    holding            what was given and waits: for a second person, or for its time
    issuing            from a judgement to a signed badge, and withdrawing it
    badgeklassen       what an organisation designed itself to give badges for
    groups             many badges from one roster
    bulk               the same done to many badges
    praktijkverklaring what a school confirms, and gives on badges of a leerbedrijf
    posters            what learners say at the workplace, for a praktijkopleider to write on
    overview           what was given, and who waits for what
    telling            what a recipient is told of it, each thing once
    publishing         what the world may read
    mailing            letters that wait to be sent
    audit              who did what and when, as a chain
    database           where all of it is kept
    conformance        signing whatever public test suites ask; never in production

Beside them: `opening` opens the `desk` that every verb works with; `dependencies` and `visiting` say who
asks, `saying` what a page tells him; `sheets` writes tables to take along; `errors` is the one tree of
what can go wrong.
"""
