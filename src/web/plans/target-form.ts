import type { LevelCode, TargetKind } from '#domain/reading/reading.ts'
import type { Typed } from '#web/ui/typed.ts'

export type TargetForm = {
  kind: TargetKind
  statement: string
  scope: string
  group: string
  levels: readonly LevelCode[]
  value: Typed<number>
  numerator: Typed<number>
  denominator: Typed<number>
  percent: Typed<number>
  min: Typed<number>
  max: Typed<number>
  strict: boolean
  period: string | null
  direction: 'up' | 'down' | null
  baseline: string
  unitWord: string
  due: string
}
