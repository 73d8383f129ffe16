"""Who learns at an organisation, as that organisation knows them: a name, and how to tell them something."""
