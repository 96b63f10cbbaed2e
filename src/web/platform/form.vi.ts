export const vi = { wrong: 'Ô này chưa đúng hoặc còn thiếu.' }
