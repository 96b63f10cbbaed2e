/** The separate products of a task as its plan prints them: "Kế hoạch; Báo cáo kết quả". */
export function productsOf(printed: string | null): string[] {
  if (printed === null) return []
  const parts = printed.split(/[;\n]/).map((part) =>
    part
      .trim()
      .replace(/^[-–•+]\s*/, '')
      .replace(/[.,]$/, ''),
  )
  return [...new Set(parts.filter((part) => part !== ''))]
}

/** How far a task is by what is delivered of it, in whole per cent rounded down; null where the plan prints no product. */
export function percentDelivered(products: readonly string[], delivered: readonly string[]): number | null {
  if (products.length === 0) return null
  const there = products.filter((product) => delivered.includes(product)).length
  return Math.floor((there * 100) / products.length)
}
