"""Do work on foreign bytes in processes that can be ended: bytes in, bytes out, and nothing else.

    pool.run(job) ── line up in a lane ── a worker ── answer
                          │                  ^ talk: one job, one answer
                          │                  │
                    forkserver: has read the modules, forks a worker in milliseconds, ends it when told to

A worker holds one descriptor, the talk with us; it has no environment, no file, no network, no other process
(`confinement`). A job that takes too long, wants too much or breaks its worker costs its sender one clear
error; the next job finds a fresh worker. Quick jobs and heavy ones stand in lanes of their own (`lanes`).

    pool         who is next, and the figures           forkserver   the process that forks
    seat         one place in a lane, never empty long  worker       the loop that answers
    forking      our side of forkserver and workers     confinement  what a worker gives up
    frames       how a message looks                    seccomp, landlock   what the kernel helps to give up
    inprocess    the same without processes
"""
