import { useState } from 'react'
import { formatDate } from '#domain/basics/dates.ts'
import { useTexts } from '#web/platform/language.tsx'
import { Button } from '#web/ui/button.tsx'
import { RadioList } from '#web/ui/choice-list.tsx'
import { Field } from '#web/ui/field.tsx'
import { Select } from '#web/ui/select.tsx'
import type { ActDialogProps } from './act-dialog.tsx'
import { actTexts } from './act-texts.ts'
import { FactsFormView } from './facts-form.tsx'
import { RecordedActDialog } from './recorded-act-dialog.tsx'
import { factsErrors, factsFormOf, factsGiven, type FactsForm } from './unit-facts.ts'
import { useChildren } from './use-children.ts'

type Part = { no: number; facts: FactsForm }

export function SplitDialog({ page, asOf, onClose }: ActDialogProps) {
  const t = useTexts(actTexts)
  const { unit } = page
  const parent = page.above.at(-1)
  const above = parent === undefined ? null : { unitId: parent.unitId, name: parent.name }
  const blank = (no: number): Part => ({
    no,
    facts: { ...factsFormOf(unit, above), code: '', officialName: '', shortName: '', otherNames: '' },
  })
  const [goesOn, setGoesOn] = useState<'goes_on' | 'ends'>('goes_on')
  const [parts, setParts] = useState<readonly Part[]>([blank(1)])
  const [receivers, setReceivers] = useState<Readonly<Record<string, string>>>({})
  const children = useChildren(goesOn === 'ends' ? [unit.unitId] : [], asOf)
  const needed = goesOn === 'ends' ? 2 : 1
  const shown = parts.length < needed ? [...parts, blank((parts.at(-1)?.no ?? 0) + 1)] : parts
  const change = (no: number, facts: FactsForm) =>
    setParts(shown.map((part) => (part.no === no ? { no, facts } : part)))
  const keyOf = (part: Part) => `new:p${part.no}`
  const receiverOf = (childId: string) => receivers[childId] ?? keyOf(shown[0] ?? blank(1))
  const nameOf = (part: Part) =>
    part.facts.officialName.trim() === '' ? t.split.part(part.no) : part.facts.officialName
  return (
    <RecordedActDialog
      title={t.titles.split(unit.shortName)}
      day={asOf}
      onClose={onClose}
      build={(on) => {
        const errors = shown.flatMap((part) => factsErrors(part.facts, t, `p${part.no}-`))
        if (errors.length > 0) return { errors }
        const into = [
          ...(goesOn === 'goes_on' ? [{ unit: unit.unitId }] : []),
          ...shown.map((part) => ({ unit: keyOf(part), as: factsGiven(part.facts) })),
        ]
        const names = shown.map(nameOf).join(t.outlook.and)
        return {
          events: [
            {
              kind: 'split',
              on,
              unit: unit.unitId,
              into,
              moves: children.map((child) => ({ unit: child.unitId, parentId: receiverOf(child.unitId) })),
            },
          ],
          words: [
            goesOn === 'ends'
              ? t.outlook.ends(unit.officialName, formatDate(on))
              : t.outlook.smaller(unit.officialName, formatDate(on)),
            t.outlook.founds(names, formatDate(on)),
            t.outlook.sum(goesOn === 'ends' ? 1 : 0, shown.length, children.length),
          ],
        }
      }}
    >
      {(act) => (
        <>
          <RadioList
            legend={t.split.after}
            value={goesOn}
            onChange={setGoesOn}
            choices={[
              { value: 'goes_on', text: t.split.goesOn(unit.shortName) },
              { value: 'ends', text: t.split.ends(unit.shortName) },
            ]}
          />
          {shown.map((part) => (
            <section key={part.no} className="audience-rule">
              <div className="audience-rule-head">
                <h3>{t.split.part(part.no)}</h3>
                {shown.length > needed && (
                  <Button
                    kind="quiet"
                    size="small"
                    icon="remove"
                    onPress={() => setParts(shown.filter((one) => one !== part))}
                  >
                    {t.split.less}
                  </Button>
                )}
              </div>
              <FactsFormView
                value={part.facts}
                onChange={(facts) => change(part.no, facts)}
                errors={act.form.errors}
                asOf={asOf}
                prefix={`p${part.no}-`}
              />
            </section>
          ))}
          <div>
            <Button
              size="small"
              icon="plus"
              onPress={() => setParts([...shown, blank((shown.at(-1)?.no ?? 0) + 1)])}
            >
              {t.split.more}
            </Button>
          </div>
          {children.map((child) => (
            <Field key={child.unitId} label={t.moves.each(child.shortName)}>
              <Select
                choices={shown.map((part) => ({ value: keyOf(part), text: nameOf(part) }))}
                value={receiverOf(child.unitId)}
                onChange={(receiver) => setReceivers({ ...receivers, [child.unitId]: receiver })}
              />
            </Field>
          ))}
        </>
      )}
    </RecordedActDialog>
  )
}
