"""Who keeps which badges, from the first one on, and on which telephones he sees them."""
