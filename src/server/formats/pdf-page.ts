// One page of a PDF as pdf.js hands it out: pieces of text and ruling lines, both in points from the top left corner.
import { getResolvedPDFJS, type getDocumentProxy } from 'unpdf'
import { FormatRefusal } from './format-refusal.ts'
import { fromFont } from './text-encodings.ts'

type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>
type PdfJsPage = Awaited<ReturnType<PdfDocument['getPage']>>

export type Piece = {
  text: string
  x: number
  right: number
  /** The baseline. */
  y: number
  size: number
  isBold: boolean
  isItalic: boolean
}

/** A straight line along an axis; `from` < `to`. */
export type Rule = { axis: 'horizontal' | 'vertical'; at: number; from: number; to: number }

export type PdfPage = {
  number: number
  width: number
  height: number
  pieces: Piece[]
  rules: Rule[]
  /** Something is drawn on it, text or not. */
  isDrawn: boolean
  /** It has more pieces of text than are read. */
  isCut: boolean
}

// A drawing, not a table: a page of a table of 60 rows and 20 columns has 2,400 when each cell draws its own.
const mostRules = 12_000
/** A page full of letters, each placed by itself, has 6,000. */
const mostPieces = 20_000

export async function readPdfPage(page: PdfJsPage): Promise<PdfPage> {
  lendTransfer()
  const content = await mustAnswer(page.getTextContent())
  const operators = await mustAnswer(page.getOperatorList())
  const texts = content.items
    .slice(0, mostPieces)
    .flatMap((item) => ('str' in item && item.str.trim() !== '' ? [item] : []))
  const fonts = new Map(Object.keys(content.styles).map((name) => [name, fontName(page, name)]))
  const viewport = page.getViewport({
    scale: 1,
    rotation:
      (page.rotate +
        turnOf(
          texts.map((item) =>
            multiply(toMatrix(page.getViewport({ scale: 1 }).transform), toMatrix(item.transform)),
          ),
        )) %
      360,
  })
  const base = toMatrix(viewport.transform)
  const pieces = texts.map((item) =>
    pieceOf(item.str, item.width, multiply(base, toMatrix(item.transform)), fonts.get(item.fontName) ?? ''),
  )
  const { OPS } = await getResolvedPDFJS()
  const rules = pieces.length === 0 ? [] : rulesOf(OPS, operators.fnArray, operators.argsArray, base)
  // A path that only cuts (LibreOffice begins every page with one) draws nothing.
  const isDrawn = operators.fnArray.some(
    (operator, index) =>
      operator === OPS.transform ||
      (operator === OPS.constructPath && paintOf(operators.argsArray[index]) !== OPS.endPath),
  )
  return {
    number: page.pageNumber,
    width: viewport.width,
    height: viewport.height,
    pieces,
    rules,
    isDrawn,
    isCut: content.items.length > mostPieces,
  }
}

/** What pdf.js cannot do with a file is the file's fault, whatever it calls it. */
export async function mustAnswer<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer
  } catch {
    throw new FormatRefusal('corrupt')
  }
}

/** How far the page is to be turned (clockwise) so that most of its text runs from left to right. */
function turnOf(matrices: readonly Matrix[]): 0 | 90 | 270 {
  const climbing = matrices.filter(([a, b]) => Math.abs(b) > Math.abs(a) && b < 0).length
  const falling = matrices.filter(([a, b]) => Math.abs(b) > Math.abs(a) && b > 0).length
  if ((climbing + falling) * 2 <= matrices.length) return 0
  return climbing >= falling ? 90 : 270
}

// pdf.js packs fonts with ArrayBuffer.transferToFixedLength when it lists what is drawn; Node 20 does not have it, and the
// list then ends at the first font without an error.
function lendTransfer(): void {
  if ('transferToFixedLength' in ArrayBuffer.prototype) return
  // oxlint-disable-next-line eslint/no-extend-native -- the method of the standard, where the engine is too old to have it
  Object.defineProperty(ArrayBuffer.prototype, 'transferToFixedLength', {
    configurable: true,
    writable: true,
    value(this: ArrayBuffer, length = this.byteLength): ArrayBuffer {
      const copy = new ArrayBuffer(length)
      new Uint8Array(copy).set(new Uint8Array(this, 0, Math.min(length, this.byteLength)))
      return copy
    },
  })
}

function fontName(page: PdfJsPage, name: string): string {
  if (!page.commonObjs.has(name)) return ''
  const font: unknown = page.commonObjs.get(name)
  return typeof font === 'object' && font !== null && 'name' in font && typeof font.name === 'string'
    ? font.name
    : ''
}

type Matrix = readonly [number, number, number, number, number, number]

function toMatrix(numbers: unknown): Matrix {
  const list: unknown[] = Array.isArray(numbers) ? numbers : []
  const at = (index: number, other: number): number => {
    const value = list[index]
    return typeof value === 'number' && Number.isFinite(value) ? value : other
  }
  return [at(0, 1), at(1, 0), at(2, 0), at(3, 1), at(4, 0), at(5, 0)]
}

function multiply(a: Matrix, b: Matrix): Matrix {
  return [
    a[0] * b[0] + a[2] * b[1],
    a[1] * b[0] + a[3] * b[1],
    a[0] * b[2] + a[2] * b[3],
    a[1] * b[2] + a[3] * b[3],
    a[0] * b[4] + a[2] * b[5] + a[4],
    a[1] * b[4] + a[3] * b[5] + a[5],
  ]
}

function pieceOf(raw: string, width: number, [a, b, c, d, x, y]: Matrix, font: string): Piece {
  const size = Math.hypot(c, d)
  const style = {
    text: fromFont(raw, font) ?? raw,
    size,
    isBold: /bold|black|heavy|demi/i.test(font),
    isItalic: /italic|oblique/i.test(font),
  }
  if (Math.abs(b) <= Math.abs(a)) return { ...style, x, right: x + width, y }
  // Text up or down the page, the head of a narrow column: held by where it ends below, to fall into its cell.
  return { ...style, x: b < 0 ? x - size : x, right: b < 0 ? x : x + size, y: b < 0 ? y : y + width }
}

type Operators = Readonly<
  Record<
    | 'save'
    | 'restore'
    | 'transform'
    | 'constructPath'
    | 'paintFormXObjectBegin'
    | 'paintFormXObjectEnd'
    | 'stroke'
    | 'closeStroke'
    | 'fill'
    | 'eoFill'
    | 'fillStroke'
    | 'eoFillStroke'
    | 'closeFillStroke'
    | 'closeEOFillStroke',
    number
  >
>

function rulesOf(
  ops: Operators,
  operators: readonly number[],
  args: readonly unknown[],
  base: Matrix,
): Rule[] {
  const rules: Rule[] = []
  const saved: Matrix[] = []
  let matrix = base
  const strokes = new Set([
    ops.stroke,
    ops.closeStroke,
    ops.fillStroke,
    ops.eoFillStroke,
    ops.closeFillStroke,
    ops.closeEOFillStroke,
  ])
  const fills = new Set([ops.fill, ops.eoFill])
  for (const [index, operator] of operators.entries()) {
    const given = args[index]
    if (operator === ops.save) saved.push(matrix)
    else if (operator === ops.restore || operator === ops.paintFormXObjectEnd) matrix = saved.pop() ?? base
    else if (operator === ops.transform) matrix = multiply(matrix, toMatrix(given))
    else if (operator === ops.paintFormXObjectBegin) {
      saved.push(matrix)
      if (Array.isArray(given) && Array.isArray(given[0])) matrix = multiply(matrix, toMatrix(given[0]))
    } else if (operator === ops.constructPath && Array.isArray(given)) {
      const isStroke = strokes.has(paintOf(given))
      if (isStroke || fills.has(paintOf(given))) addPath(rules, given[1], matrix, isStroke)
      // Far too many lines make a picture.
      if (rules.length > mostRules) return []
    }
  }
  return rules
}

/** What happens to the path: the first argument of `constructPath`. */
function paintOf(given: unknown): number {
  return Array.isArray(given) ? Number(given[0]) : Number.NaN
}

type Point = { x: number; y: number }

/** The path of pdf.js: 0 move, 1 line, 2 curve (three points), 3 curve (two points), 4 close, each with its numbers behind it. */
function addPath(rules: Rule[], given: unknown, matrix: Matrix, isStroke: boolean): void {
  const path: unknown = Array.isArray(given) ? given[0] : null
  if (!(path instanceof Float32Array) && !Array.isArray(path)) return
  const numbers = Array.from(path, Number)
  const points: Point[] = []
  const flush = (): void => {
    if (isStroke) addStrokes(rules, points)
    else addThinShape(rules, points)
    points.length = 0
  }
  for (let at = 0; at < numbers.length; ) {
    const command = numbers[at]
    const size = command === 2 ? 6 : command === 3 ? 4 : command === 4 ? 0 : 2
    if (command === 0) flush()
    const [first] = points
    if (command === 4) {
      if (first !== undefined) points.push(first)
    } else {
      const x = numbers[at + size - 1] ?? 0
      const y = numbers[at + size] ?? 0
      points.push({
        x: matrix[0] * x + matrix[2] * y + matrix[4],
        y: matrix[1] * x + matrix[3] * y + matrix[5],
      })
    }
    at += size + 1
  }
  flush()
}

const thin = 2.5

function addStrokes(rules: Rule[], points: readonly Point[]): void {
  for (const [index, point] of points.entries()) {
    const next = points[index + 1]
    if (next !== undefined) addRule(rules, [point, next])
  }
}

/** Many writers draw a line as a filled rectangle a hair wide. */
function addThinShape(rules: Rule[], points: readonly Point[]): void {
  if (points.length >= 2) addRule(rules, points)
}

function addRule(rules: Rule[], points: readonly Point[]): void {
  const xs = points.map((point) => point.x)
  const ys = points.map((point) => point.y)
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const width = right - left
  const height = bottom - top
  if (height <= thin && width > thin * 2)
    rules.push({ axis: 'horizontal', at: (top + bottom) / 2, from: left, to: right })
  else if (width <= thin && height > thin * 2)
    rules.push({ axis: 'vertical', at: (left + right) / 2, from: top, to: bottom })
}
