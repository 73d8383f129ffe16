"""The pages of this room; each module has a router, `router` holds the routes of them all.

It takes the routes as they are: to include a router is to analyse each of its routes once more.
"""

from fastapi import APIRouter

from issuers.accounts.pages import elsewhere
from issuers.apikeys.pages import keys as api_keys
from issuers.assessing.pages import assessing
from issuers.audit.pages import platform as platform_trail
from issuers.audit.pages import trail
from issuers.badgeklassen.pages import designing, listing
from issuers.badgeklassen.pages import endorsing as own_badges_endorsing
from issuers.badgeklassen.pages import giving as own_badges
from issuers.badgeklassen.pages import letting_in as own_badges_letting_in
from issuers.bulk.pages import bulk
from issuers.erkenning.pages import own as erkenning
from issuers.erkenning.pages import platform as erkenning_platform
from issuers.evidence.pages import collecting
from issuers.groups.pages import group, sending, taking
from issuers.holding.pages import own as held_own
from issuers.holding.pages import rules as holding_rules
from issuers.holding.pages import waiting as held
from issuers.issuing.pages import choosing as work
from issuers.issuing.pages import correcting, giving, withdrawing, writing
from issuers.issuing.pages import erasing as erasing_one
from issuers.keys.pages import keys
from issuers.organisations.pages import (
    choosing,
    joining,
    letting_in,
    merging,
    overseeing,
    platform,
    reporting,
    settings,
)
from issuers.overview.pages import given, waiting
from issuers.people.pages import account, codes, invitations, lost, people, signing_in, ways_in
from issuers.posters.pages import posters, scanning
from issuers.praktijkverklaring.pages import asking, school
from issuers.praktijkverklaring.pages import giving as verklaring
from issuers.publishing.pages import badge as badge_page
from issuers.publishing.pages import catalogue, organisations, photo
from issuers.recipients.pages import consent, erasing, recipients
from issuers.telling.pages import choosing as telling
from issuers.werkplekprofiel.pages import agreeing, answering, naming, proposing

PAGES = (
    badge_page,
    photo,
    signing_in,
    work,
    writing,
    giving,
    given,
    withdrawing,
    bulk,
    own_badges,
    listing,
    designing,
    own_badges_endorsing,
    own_badges_letting_in,
    waiting,
    telling,
    posters,
    scanning,
    correcting,
    erasing_one,
    sending,
    group,
    taking,
    recipients,
    consent,
    erasing,
    proposing,
    agreeing,
    answering,
    naming,
    school,
    verklaring,
    asking,
    collecting,
    assessing,
    held,
    held_own,
    holding_rules,
    people,
    ways_in,
    account,
    codes,
    elsewhere,
    lost,
    invitations,
    catalogue,
    organisations,
    joining,
    settings,
    choosing,
    platform,
    letting_in,
    overseeing,
    merging,
    reporting,
    erkenning,
    erkenning_platform,
    keys,
    api_keys,
    trail,
    platform_trail,
)
router = APIRouter(routes=[route for module in PAGES for route in module.router.routes])
