"""Turn a badge into canonical N-Quads (RDFC-1.0), by two engines that share the contexts only.

`walker` is the fast and strict one, for badges as they should be; `template` keeps what does not change
between two badges; `reference` is the slow one, for all other legal documents, and the judge of both.
All contexts are frozen (`contexts`): a signature means the same today and in ten years.
"""
