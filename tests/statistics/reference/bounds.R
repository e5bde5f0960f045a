# Reference values of the tests on bounds (bounds, ipf, ecological_bounds).
# Run: Rscript bounds.R; R 4.2, packages lpSolve 5.6 and eco 4.0.

library(lpSolve)

# Bounds of the cells of a table from margins, by integer programming.
cell_limits <- function(table, margins) {
  cells <- expand.grid(lapply(dim(table), seq_len))
  rows <- list()
  totals <- c()
  for (over in margins) {
    key <- interaction(cells[over], drop = TRUE)
    for (one in levels(key)) {
      inside <- as.numeric(key == one)
      rows[[length(rows) + 1]] <- inside
      totals <- c(totals, sum(as.vector(table)[inside == 1]))
    }
  }
  matrix <- do.call(rbind, rows)
  limit <- function(place, direction) {
    goal <- replace(numeric(length(table)), place, 1)
    lp(direction, goal, matrix, rep("=", nrow(matrix)), totals, all.int = TRUE)$objval
  }
  list(
    low = sapply(seq_along(table), limit, "min"),
    high = sapply(seq_along(table), limit, "max")
  )
}

# 1. Hair x eye x sex from its three two-way margins. R's order: the first dimension fastest.
limits <- cell_limits(HairEyeColor, list(c(1, 2), c(1, 3), c(2, 3)))
cat("low ", limits$low, "\nhigh", limits$high, "\n")

# 2. The same by iterative proportional fitting.
fitted <- loglin(HairEyeColor, list(c(1, 2), c(1, 3), c(2, 3)),
  fit = TRUE, eps = 1e-12, iter = 10000, print = FALSE)$fit
print(as.vector(fitted), digits = 12)

# 3. Titanic: class x sex x age x survival from [class sex age] and [age survival].
limits <- cell_limits(Titanic, list(c(1, 2, 3), c(3, 4)))
cat("low ", limits$low, "\nhigh", limits$high, "\n")

# 4. The method of bounds for four areas.
library(eco)
areas <- data.frame(Y = c(0.2, 0.9, 0.5, 0.35), X = c(0.7, 0.25, 0.5, 0.1), N = c(100, 250, 80, 400))
found <- ecoBD(Y ~ X, N = N, data = areas)
print(found$Wmin, digits = 10)
print(found$Wmax, digits = 10)
print(found$aggWmin, digits = 10)
print(found$aggWmax, digits = 10)
