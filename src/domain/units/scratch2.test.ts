import { test } from 'vitest'
import { localDate } from '#domain/basics/dates.ts'
import { buildNameIndex, matchName } from './match.ts'
import type { UnitState } from './unit.ts'
test('60k', () => {
  const syl = 'An Bình Cát Đằng Đông Giang Hà Hải Hòa Hồng Hưng Kiến Lâm Lê Liên Long Minh Nam Ngọc Phú Phúc Quang Quý Sơn Tân Thái Thanh Thành Thịnh Thủy Tiên Tô Trà Tràng Trung Vân Văn Vĩnh Xuân Yên'.split(' ')
  const name = (i: number) => `${syl[i % 41]} ${syl[Math.floor(i / 41) % 41]}${i % 7 === 0 ? ' ' + (i % 3 + 1) : ''}`
  const states: UnitState[] = []
  const add = (id: string, parentId: string | null, kind: UnitState['kind'], officialName: string, shortName: string, place: string | null, levels: UnitState['levels'] = []) =>
    states.push({ unitId: id as never, validFrom: localDate('2000-01-01'), validTo: null, code: id, kind, tier: null, officialName, shortName, otherNames: [], parentId: parentId as never, levels, ownership: levels.length ? 'public' : null, rank: null, place })
  add('VN', null, 'committee', 'Chính phủ', 'Chính phủ', null)
  let n = 0
  for (let p = 0; p < 34; p++) {
    add(`P${p}`, 'VN', 'committee', `Ủy ban nhân dân tỉnh ${name(p * 3)}`, `UBND tỉnh ${name(p * 3)}`, `tỉnh ${name(p * 3)}`)
    for (const d of ['Giáo dục và Đào tạo', 'Nội vụ', 'Tài chính']) add(`P${p}${d}`, `P${p}`, 'office', `Sở ${d} tỉnh ${name(p * 3)}`, `Sở ${d}`, null)
    for (let c = 0; c < 97; c++) {
      const w = `P${p}C${c}`
      add(w, `P${p}`, 'ward', `Ủy ban nhân dân phường ${name(p * 97 + c)}`, `UBND phường ${name(p * 97 + c)}`, `phường ${name(p * 97 + c)}`)
      for (const d of ['Văn hóa - Xã hội', 'Kinh tế, Hạ tầng và Đô thị']) add(w + d, w, 'office', `Phòng ${d} phường ${name(p * 97 + c)}`, `Phòng ${d}`, null)
      for (const [l, s, lev] of [['Mầm non', 'MN', 'preschool'], ['Tiểu học', 'TH', 'primary'], ['Trung học cơ sở', 'THCS', 'lower_secondary']] as const)
        for (let k = 0; k < 5; k++) { n++; add(`${w}${s}${k}`, w, 'school', `Trường ${l} ${name(n * 7)}`, `${s} ${name(n * 7)}`, null, [lev]) }
    }
  }
  let t = performance.now(); const index = buildNameIndex(states); console.log(states.length, 'build', performance.now() - t)
  const qs = ['Phòng Văn hóa - Xã hội', 'trường MN Thành Tô', 'TH Nam Hà', 'THCS Nam Hà', 'UBND phường Cát Đằng', 'Các trường Tiểu học', 'Sở GD&ĐT', 'UBND các phường', 'Trường Tiểu học Thanh Xuân 2', 'Phòng VH-XH phường An An', 'truong mam nom Vinh Yen', 'Ủy ban nhân dân tỉnh An Đông']
  for (let r = 0; r < 3; r++) for (const q of qs) { t = performance.now(); const m = matchName(index, q, { issuerId: 'P3C5' as never }); if (r === 2) console.log(q, (performance.now() - t).toFixed(2), m.best?.score, JSON.stringify(m.best?.target), m.candidates.slice(0, 3).map((c) => c.score).join()) }
})
