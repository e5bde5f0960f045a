# Reference values of the tests on rates, standardisation, exposure and detection.
# Run: Rscript rates.R; R 4.2, package epitools 0.5-10.1.

options(digits = 12)
show <- function(name, ...) cat(name, ":", format(c(...), digits = 12), "\n")

# ---- one rate ----------------------------------------------------------------------------------
for (x in c(0, 1, 3, 10, 137)) show(paste("exact", x), poisson.test(x)$conf.int)
for (level in c(.9, .95, .99)) for (x in c(0, 1, 2, 4, 5, 8, 10, 15, 20, 30, 50)) {
  show(paste("exact", x, level), poisson.test(x, conf.level = level)$conf.int)
}
for (x in c(0, 1, 3, 10, 137)) {
  above <- function(m) ppois(x, m, lower.tail = FALSE) + dpois(x, m) / 2 - .025
  below <- function(m) 1 - ppois(x, m) + dpois(x, m) / 2 - .975
  low <- if (x == 0) 0 else uniroot(above, c(1e-9, x), tol = 1e-13)$root
  show(paste("mid-P", x), low, uniroot(below, c(x, 2 * x + 9), tol = 1e-13)$root)
}
z <- qnorm(.975)  # Byar's formula as Breslow & Day (1987, p. 69) have it; epitools has another.
for (x in c(3, 137)) {
  show(paste("byar", x), x * (1 - 1 / (9 * x) - z / 3 / sqrt(x))^3,
       (x + 1) * (1 - 1 / (9 * (x + 1)) + z / 3 / sqrt(x + 1))^3)
}

# ---- two rates ---------------------------------------------------------------------------------
two <- function(events, time) {
  found <- poisson.test(events, time)
  show(paste("exact", events[1], events[2]), found$estimate, found$conf.int, found$p.value)
  # The limits of epitools::rateratio.midp, which solves to four digits, solved to the end.
  x <- events[1]; n <- sum(events); chance <- time[1] / sum(time)
  above <- function(p) pbinom(x, n, p, lower.tail = FALSE) + dbinom(x, n, p) / 2 - .025
  below <- function(p) pbinom(x, n, p) - dbinom(x, n, p) / 2 - .025
  low <- if (x == 0) 0 else uniroot(above, 0:1, tol = 1e-14)$root
  high <- if (x == n) 1 else uniroot(below, 0:1, tol = 1e-14)$root
  share <- c(low, high)
  ours <- min(1, 2 * min(pbinom(x, n, chance) - dbinom(x, n, chance) / 2,
                         pbinom(x - 1, n, chance, lower.tail = FALSE) - dbinom(x, n, chance) / 2))
  show(paste("mid-P", x, events[2]), share / (1 - share) * time[2] / time[1], ours)
  found <- epitools::rateratio.midp(events[2:1], time[2:1])
  show("epitools", found$measure[2, ], found$p.value[2, 1])
}
two(c(11, 21), c(800, 3011))
two(c(41, 15), c(28010, 19017))
two(c(2, 9), c(17877, 16660))
two(c(2, 10), c(17877, 16660))
two(c(0, 6), c(400, 700))
two(c(6, 0), c(400, 700))

# ---- standardised rates ------------------------------------------------------------------------
# Selvin (1998), as in the help page of epitools::ageadjust.indirect.
deaths <- c(
  141, 926, 1253, 1080, 1869, 4891, 14956, 30888, 41725, 26501, 5928
)
population <- c(
  1784033, 7065148, 15658730, 10482916, 9939972, 10563872, 9114202, 6850263, 4702482,
  1874619, 330915
)
standard_deaths <- c(
  45, 201, 320, 670, 1126, 3160, 9723, 17935, 22179, 13461, 2238
)
standard_population <- c(
  906897, 3794573, 10003544, 10629526, 9465330, 8249558, 7294330, 5022499, 2920220,
  1019504, 142532
)
found <- epitools::ageadjust.indirect(deaths, population, standard_deaths, standard_population)
show("indirect", found$sir, found$rate)
show("indirect exact", poisson.test(sum(deaths), found$sir["exp"])$conf.int)

# Fay & Feuer (1997) with the maximal weight, Tiwari, Clegg & Zou (2006) with the mean weights.
gamma_limits <- function(events, exposure, standard) {
  weight <- standard / sum(standard) / exposure
  rate <- sum(weight * events)
  v <- sum(weight^2 * events)
  upper <- function(w, w2) qgamma(.975, (rate + w)^2 / (v + w2), scale = (v + w2) / (rate + w))
  low <- qgamma(.025, rate^2 / v, scale = v / rate)
  show("tiwari", rate, low, upper(mean(weight), mean(weight^2)))
  show("fay_feuer", rate, low, upper(max(weight), max(weight)^2))
  show("epitools", epitools::ageadjust.direct(events, exposure, stdpop = standard))
}
gamma_limits(c(12, 30, 5), c(14000, 33000, 8000), c(20000, 25000, 9000))
gamma_limits(c(0, 3, 1), c(900, 2100, 400), c(20000, 25000, 9000))

# ---- representation ----------------------------------------------------------------------------
# 126 of 456 reported, 18,000 of 3,795,302 employed (a round figure, not a source).
show("representation", 126 / 456 / (18000 / 3795302),
     binom.test(126, 456)$conf.int / (18000 / 3795302))

# ---- detection ---------------------------------------------------------------------------------
# Numbers of trials that 30 successes of chance .2 or .5 do not contradict, by trying each.
trials <- 30:400
show("violations .5", range(trials[pbinom(29, trials, .5, lower.tail = FALSE) > .025 &
                                   pbinom(30, trials, .5) > .025]))
show("violations .2", range(trials[pbinom(29, trials, .2, lower.tail = FALSE) > .025 &
                                   pbinom(30, trials, .2) > .025]))
