# Rscript peer.R counts.csv: what bench/figures/functions.ts measures, by the packages that public health analysts use.
# counts.csv has indicator, x, n. Prints milliseconds; ends with an error where a package is missing.
suppressMessages({
  library(FunnelPlotR)
  library(PHEindicatormethods)
})
counts <- read.csv(commandArgs(trailingOnly = TRUE)[1])
counts$unit <- seq_len(nrow(counts))
indicators <- split(counts, counts$indicator)
began <- proc.time()[["elapsed"]]
for (each in indicators) {
  plot <- funnel_plot(each, numerator = x, denominator = n, group = unit, data_type = "PR", draw_adjusted = TRUE, label = NA)
  limits <- calculate_funnel_limits(each, x, n, statistic = "proportion", multiplier = 100)
  wilson <- phe_proportion(each, x, n)
}
cat((proc.time()[["elapsed"]] - began) * 1000, "\n")
