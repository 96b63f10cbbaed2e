import type { vi } from './aria.vi.ts'

export const en: typeof vi = {
  '@react-aria/overlays': { dismiss: 'Dismiss' },
  '@react-aria/menu': { longPressMessage: 'Long press, or press Alt and arrow down to open' },
  '@react-aria/combobox': {
    focusAnnouncement: (values) =>
      `${values['optionText']}${String(values['isSelected']) === 'true' ? ', selected' : ''}`,
    countAnnouncement: (values) => `${values['optionCount']} options available.`,
    selectedAnnouncement: (values) => `${values['optionText']}, selected`,
    buttonLabel: 'Show the list',
    listboxLabel: 'Options',
  },
}
