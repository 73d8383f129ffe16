"""The pages to keep what one was given, also without internet."""
