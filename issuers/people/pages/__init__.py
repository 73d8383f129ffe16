"""The pages to sign in and out."""
