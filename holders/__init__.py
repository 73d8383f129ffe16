"""Who was given badges: keeping them, and showing them. No account, no name, no keys (ADR 23).

In each wing: `pages` ask verbs, verbs ask `register`, which asks `tables`; and a wing asks only those below.

    overview   "Mijn bewijzen": what somebody keeps at one glance, and toward what that leads
    rights     what he may ask of us: to see what is stored, to take it along, to erase it
    entering   the other ways in: another telephone, a passkey, a mail address or phone number
    cards      the card to keep: a code on paper and three pictures
    sharing    what he shows: links, codes, and which school may take it in
    helping    who helps him, and what that one sees
    importing  badges from elsewhere, kept with the others
    keeping    who keeps which badges, and on which telephones he sees them

Beside them: `dependencies` says whose telephone it is, `errors` is the one tree of what can go wrong,
`places` where the pages stand; `pages` has all routes, `tables` all tables. May ask `issuers`, and goes
nowhere. `schools` asks what it may take in.
"""
