"""Published figures on the political neutrality of Indonesia's civil servants, sourced and checked."""
