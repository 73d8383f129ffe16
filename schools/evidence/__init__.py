"""From the report of the verifier to evidence: what a badge says, who judged it, and whether it may count.

saying      what an achievement says about work, as statements
evidence    what is kept of a badge that is in order, and of one that is not
reading     a report and all that is inside it -> what was taken in
counting    what was taken in -> facts, each once, of one person, on one day

Only a badge that the verifier calls valid becomes `Evidence`; everything else is `SetAside`, with the reason.
"""
