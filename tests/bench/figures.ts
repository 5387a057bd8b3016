/** The middle of some figures; of two in the middle, what lies between them. */
export function median(figures: number[]): number {
  const sorted = [...figures].sort((a, b) => a - b)
  const middle = sorted.length / 2
  return (at(sorted, Math.ceil(middle) - 1) + at(sorted, Math.floor(middle))) / 2
}

/** The figure that so many percent of all do not exceed. */
export function percentile(figures: number[], percent: number): number {
  const sorted = [...figures].sort((a, b) => a - b)
  return at(sorted, Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1))
}

/**
 * What one thing is of another: the median of the ratios of each round, in which both stood in the same weather, and not
 * the ratio of two medians.
 */
export function ratio(ofThis: number[], toThat: number[]): number {
  return median(ofThis.map((figure, round) => figure / at(toThat, round)))
}

function at(figures: number[], place: number): number {
  const figure = figures[place]
  if (figure === undefined) throw new Error('There are no figures to choose from')
  return figure
}
