import { expect, test } from 'vitest'
import { qrCode } from './qr-code.ts'

const rows = (text: string) => qrCode(text)?.map((row) => row.map((dark) => (dark ? '#' : '.')).join(''))

// Read back by a decoder that is not ours (jsQR 1.4), as were texts of every length from 1 to 213 bytes.
test('a short text is drawn as readers expect it', () => {
  expect(rows('Năm Học')).toEqual([
    '#######.##.#..#######',
    '#.....#.####..#.....#',
    '#.###.#....##.#.###.#',
    '#.###.#.#.###.#.###.#',
    '#.###.#...#...#.###.#',
    '#.....#..##...#.....#',
    '#######.#.#.#.#######',
    '........###..........',
    '#.##.###..#...#..#.##',
    '..#.##..#...#.#.###..',
    '...##.####..##..##.#.',
    '#..#.#...#..#####.###',
    '...####.#..#...#..###',
    '........#.#..#..##..#',
    '#######.##.....#.##..',
    '#.....#.#.####.#.##.#',
    '#.###.#....#....###..',
    '#.###.#.###..#..####.',
    '#.###.#.#..#.##..##..',
    '#.....#..#.##.#..#..#',
    '#######.######..#.#..',
  ])
})

test.each([
  [0, 21],
  [14, 21],
  [15, 25],
  [78, 37],
  [84, 37],
  [85, 41],
  [213, 57],
])('%i bytes need %i modules', (bytes, size) => expect(qrCode('a'.repeat(bytes))).toHaveLength(size))

test('what is longer than a slip can show is refused, not cut', () => {
  expect(qrCode('a'.repeat(214))).toBeNull()
})
