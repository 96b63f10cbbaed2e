import { en } from './act.en.ts'
import { vi } from './act.vi.ts'

export const actTexts = { vi, en }
