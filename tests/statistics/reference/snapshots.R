# The expected values of test_snapshot_shares.py and test_snapshot_trend.py; R 4.2, package stats.
# Added to officials, functional staff and others by 2020-07-31, 2020-11-05 and 2022-05-31.
options(digits = 15)
added <- rbind(c(126, 116, 214), c(63, 97, 211), c(130, 326, 751))
totals <- rowSums(added)
print(prop.trend.test(added[, 1], totals))
print(coef(lm(added[, 1] / totals ~ c(0, 1, 2), weights = totals)))
print(prop.trend.test(cumsum(added[, 1]), cumsum(totals)))
print(chisq.test(added, correct = FALSE))
print(prop.test(63, 371, correct = FALSE)$conf.int)
print(prop.test(63, 371, correct = FALSE, conf.level = 1 - 0.05 / 3)$conf.int)
