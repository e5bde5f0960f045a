"""From the raw data to the reports: which documents there are, how each is built, and when."""
