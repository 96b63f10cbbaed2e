import { useTexts } from '#web/platform/language.tsx'
import { en } from './plans.en.ts'
import { vi } from './plans.vi.ts'

const texts = { vi, en }

/** The words of the review; of a plan that is written here nothing was read, and what is taken over is looked at again. */
export function useReviewTexts(isWritten: boolean) {
  const t = useTexts(texts)
  return isWritten ? { ...t.review, ...t.writing } : t.review
}
