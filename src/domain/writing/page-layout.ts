// The page of Decree 30/2020/NĐ-CP, Annex I, part I and II, in force since 05/03/2020. Millimetres and points.

export type PageLayout = {
  /** Millimetres. */
  top: number
  bottom: number
  left: number
  right: number
  /** Points. */
  bodySize: 13 | 14
  /** Centimetres, of the first line of a paragraph. */
  indent: 1 | 1.27
  /** Points between paragraphs. */
  paragraphGap: number
  /** Lines. */
  lineSpacing: number
}

export const decreeLayout: PageLayout = {
  top: 20,
  bottom: 20,
  left: 30,
  right: 20,
  bodySize: 14,
  indent: 1.27,
  paragraphGap: 6,
  lineSpacing: 1.15,
}

export type PageLayoutFault = 'top' | 'bottom' | 'left' | 'right' | 'paragraph_gap' | 'line_spacing'

/** What of a layout the decree does not allow; empty when it may be used. */
export function checkPageLayout(layout: PageLayout): PageLayoutFault[] {
  const faults: PageLayoutFault[] = []
  const within = (value: number, low: number, high: number) => value >= low && value <= high
  if (!within(layout.top, 20, 25)) faults.push('top')
  if (!within(layout.bottom, 20, 25)) faults.push('bottom')
  if (!within(layout.left, 30, 35)) faults.push('left')
  if (!within(layout.right, 15, 20)) faults.push('right')
  // The decree sets no upper bound; 24 pt is where a paragraph stops looking like one.
  if (!within(layout.paragraphGap, 6, 24)) faults.push('paragraph_gap')
  if (!within(layout.lineSpacing, 1, 1.5)) faults.push('line_spacing')
  return faults
}

export const pointsPerMillimetre = 72 / 25.4

const shortSide = 210
const longSide = 297

/** The width between the margins, in points. */
export function textWidthOf(layout: PageLayout, landscape: boolean): number {
  return ((landscape ? longSide : shortSide) - layout.left - layout.right) * pointsPerMillimetre
}
