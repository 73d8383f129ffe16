"""The card to keep: a code on paper and three pictures, for who has no telephone that he can count on."""
