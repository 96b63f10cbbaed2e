/** Below this a reading is not sure: a person looks at it before it is accepted. */
export const sureReading = 0.8

type Looked<F> = { faults: readonly F[]; confidence: number | null; review: string }

/**
 * Something a person should see before it is accepted, apart from not having been looked at yet: an unsure reading, a
 * fault that stops the publishing, or any fault while nobody has looked.
 */
export function needsLook<F extends string>(item: Looked<F>, stopping: readonly F[]): boolean {
  const isNew = item.review === 'unreviewed'
  const unsure = isNew && item.confidence !== null && item.confidence < sureReading
  return (
    unsure || item.faults.some((fault) => fault !== 'not_reviewed' && (isNew || stopping.includes(fault)))
  )
}
