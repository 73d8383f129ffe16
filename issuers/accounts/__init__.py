"""Accounts elsewhere (OpenID Connect Core 1.0): who has one at a provider of the settings signs in with it.

A provider says who somebody is there, by issuer and subject; who that is here, the person said himself.
"""
