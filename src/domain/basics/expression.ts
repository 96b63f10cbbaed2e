// The only file that knows CEL (Common Expression Language). Numbers are doubles: write 2.0, not 2.
import { type ASTNode, Environment } from '@marcbachmann/cel-js'
import type { Verdict } from './result.ts'

/**
 * What an expression comes to. `missing`: a name that it needs has no number. `zero_whole`: it divides by zero. Neither is
 * ever a zero.
 */
export type Answer<T> = { kind: 'value'; value: T } | { kind: 'none'; why: 'missing' | 'zero_whole' }

/** Gives the number that a name stands for, null where there is none. */
export type NumberOf = (name: string) => number | null

export type Expression<T> = {
  text: string
  /** Every name that occurs, each once, in order. */
  names: readonly string[]
  /** Of a share at the top ("a / b"): its two parts. */
  share: { part: Expression<number>; whole: Expression<number> } | null
  answer: (numberOf: NumberOf) => Answer<T>
}

export type ExpressionReason =
  | 'too_long'
  | 'not_readable'
  | 'not_allowed'
  | 'compares_a_share'
  | 'unknown_name'
  | 'wrong_type'

// The largest of our own has 60 names; beyond that somebody is playing.
const mostCharacters = 2000
const limits = { maxAstNodes: 400, maxDepth: 30, maxListElements: 0, maxMapEntries: 0, maxCallArguments: 1 }

/**
 * A number out of named numbers: `primary.pupils / primary.classes`. Allowed are numbers, names ("pupils" or
 * "primary.pupils"), + - * /, comparisons, && || !, ?:, and two functions over one name: `given(x)` tells whether there is
 * a number, `orZero(x)` takes a missing one as zero. Any other missing name leaves the whole without an answer. A
 * comparison must not hold a division: a share by zero has no answer and cannot be larger or smaller than anything.
 */
export function compileNumber(
  text: string,
  names: readonly string[],
): Verdict<Expression<number>, ExpressionReason> {
  const read = compile(text, names, 'double')
  if (!read.ok) return read
  const { run, used, needed, ast } = read.value
  const share = shareOf(ast, text, names)
  return {
    ok: true,
    value: {
      text,
      names: used,
      share,
      answer: (numberOf) => {
        if (needed.some((name) => numberOf(name) === null)) return { kind: 'none', why: 'missing' }
        const value: unknown = run(numberOf)
        // Every number that went in is finite: only a division by zero brings out another.
        if (typeof value !== 'number' || !Number.isFinite(value)) return { kind: 'none', why: 'zero_whole' }
        return { kind: 'value', value }
      },
    },
  }
}

/** Whether something holds: `pupils == 0.0 || classes > 0.0`. The same language as compileNumber. */
export function compileCondition(
  text: string,
  names: readonly string[],
): Verdict<Expression<boolean>, ExpressionReason> {
  const read = compile(text, names, 'bool')
  if (!read.ok) return read
  const { run, used, needed } = read.value
  return {
    ok: true,
    value: {
      text,
      names: used,
      share: null,
      answer: (numberOf) =>
        needed.some((name) => numberOf(name) === null)
          ? { kind: 'none', why: 'missing' }
          : { kind: 'value', value: run(numberOf) === true },
    },
  }
}

type Compiled = { run: (numberOf: NumberOf) => unknown; used: string[]; needed: string[]; ast: ASTNode }

function compile(
  text: string,
  names: readonly string[],
  type: 'double' | 'bool',
): Verdict<Compiled, ExpressionReason> {
  if (text.length > mostCharacters) return { ok: false, reason: 'too_long' }
  const environment = environmentOf(names)
  const parsed = parse(environment, text)
  if (parsed === null) return { ok: false, reason: 'not_readable' }
  const found: Found = { used: new Set(), needed: new Set(), fault: null }
  walk(parsed.ast, found, { inCall: false, inComparison: false })
  if (found.fault !== null) return { ok: false, reason: found.fault }
  const known = new Set(names)
  if ([...found.used].some((name) => !known.has(name))) return { ok: false, reason: 'unknown_name' }
  if (parsed.check().type !== type) return { ok: false, reason: 'wrong_type' }
  const used = [...found.used]
  return {
    ok: true,
    value: {
      run: (numberOf): unknown => parsed(contextOf(used, numberOf)),
      used,
      needed: [...found.needed],
      ast: parsed.ast,
    },
  }
}

function environmentOf(names: readonly string[]): Environment {
  const environment = new Environment({ limits })
  const objects = new Map<string, Record<string, 'double'>>()
  for (const name of names) {
    const [head = '', field] = name.split('.')
    if (field === undefined) environment.registerVariable(head, 'double')
    else objects.set(head, { ...objects.get(head), [field]: 'double' })
  }
  for (const [name, schema] of objects) environment.registerVariable({ name, schema })
  // A missing number goes in as NaN and meets nothing but these two.
  environment.registerFunction('given(double): bool', (value: number) => !Number.isNaN(value))
  environment.registerFunction('orZero(double): double', (value: number) => (Number.isNaN(value) ? 0 : value))
  return environment
}

function parse(environment: Environment, text: string) {
  try {
    return environment.parse(text)
  } catch {
    return null
  }
}

function contextOf(names: readonly string[], numberOf: NumberOf): Record<string, unknown> {
  const context: Record<string, number | Record<string, number>> = {}
  for (const name of names) {
    const [head = '', field] = name.split('.')
    const value = numberOf(name) ?? Number.NaN
    if (field === undefined) {
      context[head] = value
      continue
    }
    const object = context[head]
    if (typeof object === 'object') object[field] = value
    else context[head] = { [field]: value }
  }
  return context
}

type Found = { used: Set<string>; needed: Set<string>; fault: ExpressionReason | null }
type Place = { inCall: boolean; inComparison: boolean }

// Lists, maps, strings, indexes and the macros over them are refused: nothing here can run longer than it is written.
function walk(node: ASTNode, found: Found, place: Place): void {
  const name = nameOf(node)
  if (name !== null) {
    found.used.add(name)
    if (!place.inCall) found.needed.add(name)
    return
  }
  switch (node.op) {
    case 'value':
      if (typeof node.args !== 'number' && typeof node.args !== 'boolean') found.fault ??= 'not_allowed'
      return
    case 'call':
      walkCall(node.args, found, place)
      return
    case '!_':
    case '-_':
      walk(node.args, found, place)
      return
    case '?:':
      for (const part of node.args) walk(part, found, place)
      return
    case '/':
      if (place.inComparison) found.fault ??= 'compares_a_share'
      for (const part of node.args) walk(part, found, place)
      return
    case '+':
    case '-':
    case '*':
    case '||':
    case '&&':
      for (const part of node.args) walk(part, found, place)
      return
    case '==':
    case '!=':
    case '<':
    case '<=':
    case '>':
    case '>=':
      for (const part of node.args) walk(part, found, { ...place, inComparison: true })
      return
    // Names were met above; the rest is not of our language.
    case 'id':
    case '.':
    case '.?':
    case '[]':
    case '[?]':
    case 'in':
    case '%':
    case 'list':
    case 'map':
    case 'rcall':
      found.fault ??= 'not_allowed'
  }
}

function walkCall([name, args]: [string, ASTNode[]], found: Found, place: Place): void {
  const [only] = args
  if ((name !== 'given' && name !== 'orZero') || only === undefined || nameOf(only) === null)
    found.fault ??= 'not_allowed'
  else walk(only, found, { ...place, inCall: true })
}

function nameOf(node: ASTNode): string | null {
  if (node.op === 'id') return node.args
  if (node.op !== '.') return null
  const [object, field] = node.args
  return object.op === 'id' ? `${object.args}.${field}` : null
}

function shareOf(ast: ASTNode, text: string, names: readonly string[]): Expression<number>['share'] {
  if (ast.op !== '/') return null
  const [left, right] = ast.args.map((side) => compileNumber(text.slice(side.start, side.end), names))
  return left?.ok === true && right?.ok === true ? { part: left.value, whole: right.value } : null
}
