# Reference values of tests/statistics/test_ranks.py, with R 4.2 and its base packages only.
# Run: Rscript ranks.R
# Every pair is tested both ways; p.adjust allows for all tests (simultaneous), or for those in
# which a unit takes part (marginal); the ranks follow by counting.
rank_sets <- function(p_value, method) {
  units <- nrow(p_value)
  all <- matrix(1, units, units)
  all[row(all) != col(all)] <- p.adjust(p_value[row(p_value) != col(p_value)], method)
  own <- sapply(seq_len(units), function(j) {
    adjusted <- p.adjust(c(p_value[j, -j], p_value[-j, j]), method) <= 0.05
    c(sum(adjusted[units - 1 + seq_len(units - 1)]), sum(adjusted[seq_len(units - 1)]))
  })
  list(
    simultaneous = rbind(low = 1 + colSums(all <= 0.05), high = units - rowSums(all <= 0.05)),
    marginal = rbind(low = 1 + own[1, ], high = units - own[2, ])
  )
}
pairs <- function(units, test) {
  p_value <- matrix(1, units, units)
  for (j in seq_len(units)) for (k in seq_len(units)) if (j != k) p_value[j, k] <- test(j, k)
  p_value
}
of_counts <- function(x, method) rank_sets(pairs(length(x), function(j, k) {
  if (x[j] + x[k] == 0) 1 else binom.test(x[j], x[j] + x[k], 0.5, "greater")$p.value
}), method)
of_rates <- function(x, t, method) rank_sets(pairs(length(x), function(j, k) {
  poisson.test(c(x[j], x[k]), c(t[j], t[k]), alternative = "greater")$p.value
}), method)

kasn <- c(126, 116, 65, 58, 41, 50)
spread <- c(200, 120, 90, 85, 60, 40, 35, 20, 18, 9, 4, 0)
events <- c(30, 12, 45, 8, 60, 3)
exposure <- c(1000, 900, 800, 400, 2500, 300)
for (method in c("holm", "bonferroni")) {
  cat("==", method, "\n")
  print(of_counts(kasn, method))
  print(of_counts(spread, method))
  print(of_rates(events, exposure, method))
}
cat("== largest difference of 10 equal units, in standard errors\n")
print(qtukey(0.95, 10, Inf) / sqrt(2), digits = 10)
