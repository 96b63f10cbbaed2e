/** How many digits a figure has after the comma, at most 6: 85.7 → 1. */
export function decimalsOf(figure: number): number {
  for (let decimals = 0; decimals < 6; decimals++) {
    const scaled = figure * 10 ** decimals
    // Binary noise of a decimal that was typed, as in 1.1 × 10.
    if (Math.abs(scaled - Math.round(scaled)) <= 1e-9 * Math.max(1, Math.abs(scaled))) return decimals
  }
  return 6
}
