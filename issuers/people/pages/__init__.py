"""The pages about people: who works here, invitations, signing in and out."""
