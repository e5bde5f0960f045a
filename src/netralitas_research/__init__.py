"""Published figures on the neutrality of Indonesia's civil servants, sourced and checked."""
