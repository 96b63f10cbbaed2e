import { en } from './ui.en.ts'
import { vi } from './ui.vi.ts'

export const uiTexts = { vi, en }
