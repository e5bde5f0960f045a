# Reference values of the tests on shares (share_limits, simultaneous, sison_glaz,
# score_difference, contrasts). Run: Rscript shares.R; R 4.2, no further packages.

options(digits = 10)
show <- function(name, ...) cat(name, ":", format(c(...), digits = 10), "\n")

# ---- single shares: Newcombe (1998), Table I ---------------------------------------------------
pairs <- list(c(81, 263), c(15, 148), c(0, 20), c(1, 29), c(13, 16), c(126, 456))
mid_p <- function(x, n, tail) {
  low <- function(p) 1 - pbinom(x, n, p) + dbinom(x, n, p) / 2 - tail
  high <- function(p) pbinom(x, n, p) - dbinom(x, n, p) / 2 - tail
  find <- function(f) uniroot(f, c(1e-12, 1 - 1e-12), tol = 1e-13)$root
  c(if (x == 0) 0 else find(low), if (x == n) 1 else find(high))
}
for (pair in pairs) {
  x <- pair[1]
  n <- pair[2]
  name <- paste0(x, "/", n)
  show(paste(name, "wilson"), prop.test(x, n, correct = FALSE)$conf.int)
  show(paste(name, "wilson_cc"), suppressWarnings(prop.test(x, n)$conf.int))
  show(paste(name, "clopper_pearson"), binom.test(x, n)$conf.int)
  show(paste(name, "jeffreys, without convention"), qbeta(c(.025, .975), x + .5, n - x + .5))
  show(paste(name, "mid_p"), mid_p(x, n, .025))
}
show("81/263 wilson 99", prop.test(81, 263, correct = FALSE, conf.level = .99)$conf.int)
show("81/263 mid_p 99", mid_p(81, 263, .005))

# ---- Sison & Glaz (1995): moments by summation -------------------------------------------------
chance <- function(c, x, last) {
  n <- sum(x)
  if (c == 0) return(0)
  if (c >= n) return(1)
  parts <- sapply(x, function(mean) {
    z <- max(mean - c, 0):min(mean + c, n)
    weights <- dpois(z, mean)
    inside <- sum(weights)
    weights <- weights / inside
    mu <- sum(z * weights)
    central <- sapply(2:4, function(power) sum((z - mu)^power * weights))
    c(log(inside), mu, central[1], central[2], central[3] - 3 * central[1]^2)
  })
  sums <- rowSums(parts)
  skewness <- sums[4] / sums[3]^1.5
  kurtosis <- sums[5] / sums[3]^2
  t <- (n - sums[2]) / sqrt(sums[3])
  correction <- 1 + skewness * (t^3 - 3 * t) / 6 + kurtosis * (t^4 - 6 * t^2 + 3) / 24 +
    last * skewness^2 * (t^6 - 15 * t^4 + 45 * t^2 - 15) / 72
  exp(sums[1]) * dnorm(t) * correction / sqrt(sums[3]) / dpois(n, n)
}
sison_glaz <- function(x, level = .95, last = 1) {
  c <- 0
  while (chance(c + 1, x, last) <= level) c <- c + 1
  short <- chance(c, x, last)
  part <- (level - short) / (chance(c + 1, x, last) - short)
  n <- sum(x)
  rbind(pmax(x / n - c / n, 0), pmin(x / n + (c + 2 * part) / n, 1))
}
show("sison_glaz 23 12 44", sison_glaz(c(23, 12, 44)))
show("sison_glaz kasn", sison_glaz(c(126, 116, 65, 58, 41, 50)))
first <- c(56, 72, 73, 59, 62, 87, 58)
show("sison_glaz first example", sison_glaz(first)[, 1])
show("sison_glaz second example", sison_glaz(rep(5, 50))[, 1])
# Without the last term these are the digits of MultinomialCI: 0.07922912, 0.1643361; 0, 0.05304026.
show("sison_glaz first example, without last term", sison_glaz(first, last = 0)[, 1])
show("sison_glaz second example, without last term", sison_glaz(rep(5, 50), last = 0)[, 1])
show("sison_glaz sparse", sison_glaz(c(rep(0, 5), rep(1, 10), 3)))

# ---- Goodman (1965) ----------------------------------------------------------------------------
goodman <- function(x, quantile) {
  n <- sum(x)
  root <- sqrt(quantile * (quantile + 4 * x * (n - x) / n))
  rbind(quantile + 2 * x - root, quantile + 2 * x + root) / (2 * (n + quantile))
}
snp <- c(276, 380, 118)
show("goodman snp", goodman(snp, qchisq(1 - .05 / 3, 1)))
show("quesenberry_hurst snp", goodman(snp, qchisq(.95, 2)))
contrast <- function(x, i, j, quantile) {
  p <- x / sum(x)
  difference <- p[i] - p[j]
  difference + c(-1, 1) * sqrt(quantile * (p[i] + p[j] - difference^2) / sum(x))
}
show("goodman 0 - 1", contrast(snp, 1, 2, qchisq(1 - .05 / 3, 1)))
show("gold 0 - 1", contrast(snp, 1, 2, qchisq(.95, 2)))

# ---- Tango (1998), the likelihood maximised by a search ----------------------------------------
tango <- function(b, c, n, level = .95) {
  z <- qnorm((1 + level) / 2)
  statistic <- function(d) {
    loglik <- function(q) {
      dmultinom(c(b, c, n - b - c), prob = pmax(c(q + d, q, 1 - 2 * q - d), 1e-300), log = TRUE)
    }
    q <- optimize(loglik, c(max(0, -d), (1 - d) / 2), maximum = TRUE, tol = 1e-12)$maximum
    (b - c - n * d) / sqrt(n * (2 * q + d * (1 - d)))
  }
  edge <- 1e-9
  low <- uniroot(function(d) statistic(d) - z, c(-1 + edge, (b - c) / n), tol = 1e-12)$root
  high <- uniroot(function(d) statistic(d) + z, c((b - c) / n, 1 - edge), tol = 1e-12)$root
  c(low, high)
}
show("tango 126 116 456", tango(126, 116, 456))
show("tango 12 2 40, 99", tango(12, 2, 40, .99))

# ---- conditional comparison of two parts -------------------------------------------------------
test <- binom.test(126, 126 + 116)
show("126 116 ratio", test$conf.int / (1 - test$conf.int), test$p.value)
pairwise <- c(binom.test(276, 656)$p.value, binom.test(276, 394)$p.value, binom.test(380, 498)$p.value)
show("snp holm", p.adjust(pairwise, "holm"))
