import type { vi } from './client.vi.ts'

export const en: typeof vi = {
  unreachable: {
    title: 'The server cannot be reached',
    detail: 'Nothing was sent. Check the network and try again; what you were typing is still on the screen.',
  },
  unreadable: {
    title: 'The server gave an answer that cannot be read',
    detail: 'It may be starting again. Try in a few minutes; what you were typing is still on the screen.',
  },
}
