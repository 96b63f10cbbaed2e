import { en } from './shell.en.ts'
import { vi } from './shell.vi.ts'

export const shellTexts = { vi, en }
