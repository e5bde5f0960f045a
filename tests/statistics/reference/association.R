# Reference values of the tests on association (association, exact_tables, residuals, cramer, trend,
# multiplicity). Run: Rscript association.R; R 4.2, package coin 1.4-2.

options(digits = 12)
show <- function(name, ...) cat(name, ":", format(c(...), digits = 12), "\n")
exact <- function(name, values, rows) {
  show(name, fisher.test(matrix(values, rows, byrow = TRUE), workspace = 2e7)$p.value)
}

# ---- exact tests -------------------------------------------------------------------------------
job <- c(1, 3, 10, 6, 2, 3, 10, 7, 1, 6, 14, 12, 0, 1, 9, 11)
exact("job satisfaction (Agresti, 2002, page 57)", job, 4)
exact("MP6 (Mehta & Patel, 1983; help of fisher.test)", c(
  1, 2, 2, 1, 1, 0, 1, 2, 0, 0, 2, 3, 0, 0, 0, 1, 1, 1, 2, 7, 3, 1, 1, 2, 0, 0, 0, 1, 0, 1, 1, 1, 1, 0, 0
), 5)
exact("3 x 5", c(4, 1, 6, 2, 0, 3, 5, 2, 2, 7, 0, 4, 3, 9, 1), 3)
exact("2 x 6", c(12, 3, 5, 8, 0, 4, 5, 9, 12, 3, 7, 6), 2)
exact("2 x 10", c(12, 3, 5, 8, 20, 4, 6, 9, 10, 3, 5, 9, 12, 3, 7, 6, 13, 4, 2, 9), 2)
exact("2 x 2, large", c(300000, 100000, 299000, 101500), 2)

# ---- limits of Cramer's V ----------------------------------------------------------------------
noncentrality <- function(x, df, share) {
  if (pchisq(x, df) < share) return(0)
  uniroot(function(l) pchisq(x, df, l) - share, c(0, 1000), tol = 1e-12)$root
}
limits <- function(table) {
  x <- unname(suppressWarnings(chisq.test(table, correct = FALSE)$statistic))
  df <- prod(dim(table) - 1)
  found <- c(noncentrality(x, df, .975), noncentrality(x, df, .025))
  sqrt(found / sum(table) / (min(dim(table)) - 1))
}
show("V of HairEyeColor", limits(apply(HairEyeColor, 1:2, sum)))
show("V of party", limits(rbind(c(762, 327, 468), c(484, 239, 477))))
show("V of job satisfaction", limits(matrix(job, 4, byrow = TRUE)))

# ---- larger exact tables, drawn once -------------------------------------------------------------
show("3x3n1000", fisher.test(matrix(c(157, 56, 276, 96, 41, 146, 69, 39, 120), 3, byrow = TRUE), workspace = 2e8)$p.value)
show("4x4n130", fisher.test(matrix(c(1, 6, 15, 12, 4, 3, 14, 9, 5, 5, 13, 3, 2, 4, 21, 13), 4, byrow = TRUE), workspace = 2e8)$p.value)
show("4x5n130", fisher.test(matrix(c(11, 11, 5, 4, 10, 5, 1, 2, 1, 6, 9, 3, 3, 4, 4, 12, 8, 8, 5, 18), 4, byrow = TRUE), workspace = 2e8)$p.value)
show("6x6n40", fisher.test(matrix(c(1, 1, 0, 0, 1, 0, 0, 0, 0, 3, 0, 0, 2, 3, 0, 3, 2, 1, 2, 0, 1, 1, 1, 1, 0, 3, 2, 1, 0, 1, 3, 3, 0, 3, 0, 1), 6, byrow = TRUE), workspace = 2e8)$p.value)

# ---- trend -------------------------------------------------------------------------------------
trend <- function(name, events, totals, scores = seq_along(events)) {
  score <- rep(c(scores, scores), c(events, totals - events))
  group <- factor(rep(c("event", "rest"), c(sum(events), sum(totals - events))))
  p <- sapply(c("two.sided", "greater", "less"), function(side) {
    test <- coin::independence_test(score ~ group, distribution = "exact", alternative = side)
    coin::pvalue(test)
  })
  show(name, p)
}
trend("small", c(0, 1, 2, 4), c(6, 6, 6, 6))
trend("doses", c(3, 1, 5, 7, 9), c(20, 18, 21, 19, 20), c(0, 1, 2, 4, 8))
trend("snoring (Norton & Dunn, 1985)", c(24, 35, 21, 30), c(1379, 638, 213, 254), c(0, 2, 4, 5))
trend("falling", c(7, 2, 1, 0), rep(20, 4))
trend("scores 1 to 1000", c(5, 3, 8, 10), rep(10, 4), 10^(0:3))
trend("uneven", c(3, 5, 4, 6, 7), c(10, 12, 9, 10, 8))
trend("975 persons", c(16, 22, 29, 35, 20, 38), c(116, 199, 213, 242, 161, 44))
trend("smokers (Fleiss, 1981)", c(83, 90, 129, 70), c(86, 93, 136, 82))
infants <- c(17114, 14502, 793, 127, 38)
malformed <- c(48, 38, 5, 1, 1)
trend("malformations (Graubard & Korn, 1987)", malformed, infants, c(0, 1, 3, 8, 14))
show("malformations, asymptotic", unlist(
  prop.trend.test(malformed, infants, c(0, .5, 1.5, 4, 7))[c("statistic", "p.value")]
))

# ---- several tests -----------------------------------------------------------------------------
p <- c(
  .0001, .0004, .0019, .0095, .0201, .0278, .0298, .0344, .0459, .324, .4262, .5719, .6528, .759, 1
)
for (method in c("holm", "hochberg", "BH", "BY", "bonferroni")) show(method, p.adjust(p, method))
show("one missing", p.adjust(c(.01, .04, .03, NA, .2), "holm"))
