"""What a school gives on: the import pack for its own administration.

rows        a proposal as rows, in the names that systems of schools know
decided     what stands of what the examencommissie decided, in the same names
packing     those as CSV and JSON, the proposal, and the credentials themselves, in one zip
passing     for somebody of whom files were taken in, with a learner record that the school signs
"""
