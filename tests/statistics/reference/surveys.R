# Reference values of the tests on questionnaires, coders and power (signed_rank, paired_effects,
# prepost, items, item_changes, coder_agreement, rate_power, single_place, regency_variation).
# attitude.csv is the data set attitude of R (Chatterjee & Price, 1977).
# Run: Rscript surveys.R; R 4.2, packages psych 2.2.9 and psy 1.2.

options(digits = 10)
show <- function(name, ...) cat(name, ":", format(c(...), digits = 10), "\n")

# ---- paired scores -----------------------------------------------------------------------------
before <- sleep$extra[sleep$group == 1]
after <- sleep$extra[sleep$group == 2]
difference <- after - before
test <- t.test(after, before, paired = TRUE)
show("sleep t", test$statistic, test$p.value, test$conf.int)
show("sleep mean before", t.test(before)$estimate, t.test(before)$conf.int)
show("sleep sd before", sd(before), sd(before) * sqrt(9 / qchisq(c(.975, .025), 9)))

noncentral <- function(share, t, df) {
  uniroot(function(l) pt(t, df, l) - share, c(-20, 20), tol = 1e-13)$root
}
limits <- c(noncentral(.975, test$statistic, 9), noncentral(.025, test$statistic, 9))
average <- sqrt((var(before) + var(after)) / 2)
hedges <- gamma(9 / 2) / (sqrt(9 / 2) * gamma(8 / 2))
show("sleep d_z", mean(difference) / sd(difference), limits / sqrt(10))
show("sleep d_av", mean(difference) / average, limits * sd(difference) / average / sqrt(10))
show("hedges 9", hedges)

# Every assignment of signs, for ranks with ties; zeros are left out.
enumerate <- function(x) {
  x <- x[x != 0]
  ranks <- rank(abs(x))
  signs <- as.matrix(expand.grid(rep(list(0:1), length(x))))
  sums <- signs %*% ranks
  observed <- sum(ranks[x > 0])
  c(observed, min(1, 2 * min(mean(sums <= observed + 1e-9), mean(sums >= observed - 1e-9))))
}
show("sleep signed rank", enumerate(difference))
mixed <- c(-2, 1, 0, 3, 3, -1, 2, 0, 4, 1, 2)
show("mixed signed rank", enumerate(mixed))

# Hollander & Wolfe (1973), page 29: in the help of wilcox.test.
x <- c(1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30)
y <- c(0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29)
test <- wilcox.test(x, y, paired = TRUE, conf.int = TRUE)
show("depression", test$statistic, test$p.value, test$estimate, test$conf.int)
many <- (1:250) * sin(1:250) + 20
test <- wilcox.test(many, exact = FALSE, correct = TRUE)
show("250 differences", test$statistic, test$p.value)

# Hake's gain of the means with Fieller's limits: the values that a paired t test does not refuse.
gained <- c(3, 2, 1, 4, 0, 2); room <- c(6, 4, 2, 5, 3, 4)
refused <- function(ratio) {
  t.test(gained - ratio * room)$p.value - 0.05
}
ratio <- mean(gained) / mean(room)
show("gain", ratio, uniroot(refused, c(-5, ratio), tol = 1e-13)$root,
     uniroot(refused, c(ratio, 5), tol = 1e-13)$root)
single <- t.test(gained / room)
show("single gains", single$estimate, single$conf.int)
show("wilson 7 of 10", prop.test(7, 10, correct = FALSE)$conf.int)

# ---- items -------------------------------------------------------------------------------------
found <- suppressWarnings(psych::alpha(attitude))
show("attitude alpha", found$total$raw_alpha, unlist(found$feldt[c("lower.ci", "upper.ci")]))
show("psy", psy::cronbach(attitude)$alpha)
show("attitude r.drop", found$item.stats$r.drop)
show("attitude without", found$alpha.drop$raw_alpha)
show("attitude fisher", cor.test(attitude$rating, rowSums(attitude[-1]))$conf.int)
binary <- cbind(b1 = c(1,1,1,0,1,1,0,1), b2 = c(1,0,1,0,1,1,0,0), b3 = c(1,1,0,0,1,0,0,0),
                b4 = c(0,1,1,0,1,0,0,0))
found <- suppressWarnings(psych::alpha(binary))
show("kr20", found$total$raw_alpha, unlist(found$feldt[c("lower.ci", "upper.ci")]))
show("kr20 r.drop", found$item.stats$r.drop)
show("mcnemar 1 against 7", binom.test(1, 8)$p.value)
show("holm", p.adjust(c(0.01, 0.04, 0.03), "holm"))

# ---- two coders --------------------------------------------------------------------------------
cohen <- matrix(c(88, 14, 18, 10, 40, 10, 2, 6, 12), 3)
found <- psych::cohen.kappa(cohen)
show("cohen 1960", found$kappa, found$confid[1, ], found$var.kappa)
show("cohen quadratic", found$weighted.kappa, found$confid[2, ], found$var.weighted)
found <- psych::cohen.kappa(cohen, w = 1 - abs(outer(1:3, 1:3, "-")) / 2)
show("cohen linear", found$weighted.kappa, found$confid[2, ], found$var.weighted)

# The variance of psych 2.2.9 with weights is not that of Fleiss, Cohen & Everitt (1969): their
# formula, and the delta method with numerical derivatives, which agree with each other.
kappa <- function(p, w) {
  chance <- outer(rowSums(p), colSums(p))
  (sum(w * p) - sum(w * chance)) / (1 - sum(w * chance))
}
fleiss <- function(table, w) {
  n <- sum(table); p <- table / n; k <- kappa(p, w)
  e <- sum(w * outer(rowSums(p), colSums(p)))
  means <- outer(c(w %*% colSums(p)), c(rowSums(p) %*% w), "+")
  sqrt((sum(p * (w - means * (1 - k))^2) - (k - e * (1 - k))^2) / (n * (1 - e)^2))
}
delta <- function(table, w) {
  n <- sum(table); p <- table / n
  slope <- sapply(seq_along(p), function(i) {
    up <- down <- p
    up[i] <- p[i] + 1e-6; down[i] <- p[i] - 1e-6
    (kappa(up / sum(up), w) - kappa(down / sum(down), w)) / 2e-6
  })
  sqrt((sum(p * slope^2) - sum(p * slope)^2) / n)
}
for (power in 1:2) {
  w <- 1 - (abs(outer(1:3, 1:3, "-")) / 2)^power
  k <- kappa(cohen / 200, w)
  show("cohen weighted", power, k, k + c(-1, 1) * qnorm(.975) * fleiss(cohen, w),
       fleiss(cohen, w), delta(cohen, w))
}

# ---- power -------------------------------------------------------------------------------------
conditional <- function(mean, ratio, alpha = 0.05) {
  counts <- expand.grid(x = 0:60, y = 0:60)
  p <- mapply(function(x, y) if (x + y == 0) 1 else poisson.test(c(x, y), c(1, 1))$p.value,
              counts$x, counts$y)
  sum((dpois(counts$x, mean) * dpois(counts$y, mean * ratio))[p <= alpha])
}
show("conditional 5, 0.5", conditional(5, 0.5))
show("conditional 15, 0.5", conditional(15, 0.5))
show("conditional 4, 2", conditional(4, 2))
quantiles <- qnorm(.975) + qnorm(.8)
show("hayes bennett", 1 + quantiles^2 * ((20 + 10) + 0.25^2 * (20^2 + 10^2)) / (20 - 10)^2)
show("hayes bennett 5, 0.7, 0.8",
     1 + quantiles^2 * (1.7 / 5 + 0.8^2 * (1 + 0.7^2)) / 0.3^2)

counts <- c(0, 2, 3, 9, 1, 15); exposure <- c(2, 3, 2, 6, 1, 4)
rate <- sum(counts) / sum(exposure)
show("moments", rate, sqrt(var(counts / exposure) - rate * mean(1 / exposure)) / rate)
test <- suppressWarnings(chisq.test(counts, p = exposure / sum(exposure)))
show("homogeneity", test$statistic, test$p.value)

# ---- kappa of printed tables, with the standard errors of vcd --------------------------------------
printed <- list(
  "sexual fun (Hout, Duncan & Sobel, 1987)" = vcd::SexualFun,
  "Winnipeg (Landis & Koch, 1977)" = vcd::MSPatients[, , 1],
  "New Orleans (Landis & Koch, 1977)" = vcd::MSPatients[, , 2],
  "pathologists (Agresti, 2013)" = matrix(
    c(22, 2, 2, 0, 5, 7, 14, 0, 0, 2, 36, 0, 0, 1, 17, 10), 4, byrow = TRUE
  )
)
for (name in names(printed)) {
  linear <- vcd::Kappa(printed[[name]])
  squared <- vcd::Kappa(printed[[name]], weights = "Fleiss-Cohen")
  show(name, linear$Unweighted, linear$Weighted, squared$Weighted)
}
