type Values = Record<string, string | number>

/** By the parts of react-aria that our components use. */
export const vi = {
  '@react-aria/overlays': { dismiss: 'Đóng' },
  '@react-aria/menu': { longPressMessage: 'Nhấn giữ, hoặc nhấn Alt và mũi tên xuống để mở' },
  '@react-aria/combobox': {
    focusAnnouncement: (values: Values) =>
      `${values['optionText']}${said(values['isSelected']) ? ', đang chọn' : ''}`,
    countAnnouncement: (values: Values) => `Có ${values['optionCount']} mục.`,
    selectedAnnouncement: (values: Values) => `Đã chọn ${values['optionText']}`,
    buttonLabel: 'Hiện danh sách',
    listboxLabel: 'Các mục',
  },
}

function said(value: string | number | undefined): boolean {
  return String(value) === 'true'
}
