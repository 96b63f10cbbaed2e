import type { vi } from './form.vi.ts'

export const en: typeof vi = { wrong: 'This is missing or not right.' }
