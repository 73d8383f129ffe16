"""The page on which an organisation says for which work it is recognised."""
