import { expect, test } from 'vitest'
import { percentDelivered, productsOf } from './products.ts'

test.each([
  [null, []],
  ['', []],
  ['Kế hoạch', ['Kế hoạch']],
  ['Kế hoạch; Báo cáo kết quả.', ['Kế hoạch', 'Báo cáo kết quả']],
  ['- Kế hoạch\n- Báo cáo\n- Kế hoạch', ['Kế hoạch', 'Báo cáo']],
  ['Văn bản số 12, ngày 5/9', ['Văn bản số 12, ngày 5/9']],
])('%j is printed for %j', (printed, expected) => {
  expect(productsOf(printed)).toEqual(expected)
})

test.each([
  [[], [], null],
  [['a'], [], 0],
  [['a'], ['a'], 100],
  [['a', 'b', 'c'], ['a'], 33],
  [['a', 'b', 'c'], ['a', 'b', 'x'], 66],
  [['a', 'b', 'c'], ['c', 'b', 'a'], 100],
])('of %j, %j delivered is %j per cent', (products, delivered, expected) => {
  expect(percentDelivered(products, delivered)).toBe(expected)
})
