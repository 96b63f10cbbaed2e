import { useState } from 'react'
import { type UrgingRule, urgingContract } from '#contract/following-urging.ts'
import { followingContract } from '#contract/following.ts'
import {
  checkRule,
  mostAfterDays,
  mostBeforeDays,
  mostEscalateAfter,
  type RuleFault,
} from '#domain/following/automatic-urging.ts'
import { useRead, useWrite } from '#web/platform/data.ts'
import { useTexts } from '#web/platform/language.tsx'
import { usePlace } from '#web/platform/place.tsx'
import { Button } from '#web/ui/button.tsx'
import { Checkbox } from '#web/ui/choice-list.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Field } from '#web/ui/field.tsx'
import { Notice } from '#web/ui/notice.tsx'
import { NumberInput } from '#web/ui/number-input.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { type Typed, typedNumber } from '#web/ui/typed.ts'
import { en } from './urging.en.ts'
import { vi } from './urging.vi.ts'
import './following.css'

const texts = { vi, en }

/** On or off at a glance; opens what is set. */
export function UrgingRuleAct() {
  const t = useTexts(texts).rule
  const { unit } = usePlace()
  const [open, setOpen] = useState(false)
  const rule = useRead(urgingContract.getUrgingRule, { params: { unitId: unit.unitId } })
  if (rule.data === undefined) return null
  return (
    <>
      <Button icon="clock" onPress={() => setOpen(true)}>
        {rule.data.isOn ? t.isOn : t.isOff}
      </Button>
      {open && <UrgingRuleDialog rule={rule.data} onClose={() => setOpen(false)} />}
    </>
  )
}

function UrgingRuleDialog({ rule, onClose }: { rule: UrgingRule; onClose: () => void }) {
  const t = useTexts(texts).rule
  const tell = useToast()
  const { unit, year } = usePlace()
  const [isOn, setIsOn] = useState(rule.isOn)
  const [before, setBefore] = useState(typedNumber(rule.beforeDays, 0))
  const [after, setAfter] = useState(typedNumber(rule.afterDays, 0))
  const [escalate, setEscalate] = useState(typedNumber(rule.escalateAfter, 0))
  const [faults, setFaults] = useState<readonly RuleFault[]>([])
  const work = useRead(followingContract.listWork, {
    query: { unitId: unit.unitId, schoolYear: year, reach: 'below', standing: 'late' },
  })
  const save = useWrite(urgingContract.setUrgingRule, {
    refresh: [urgingContract.getUrgingRule],
    onDone: (now) => {
      tell({ text: now.isOn ? t.turnedOn : t.turnedOff })
      onClose()
    },
  })
  const send = () => {
    const next = {
      isOn,
      beforeDays: before.value,
      afterDays: after.value,
      escalateAfter: escalate.value,
      version: rule.version,
    }
    const found = checkRule(next)
    setFaults(found)
    if (found.length > 0 || [before, after, escalate].some((typed) => typed.fault)) return
    save.send({ params: { unitId: unit.unitId }, body: next })
  }
  const counts = work.data?.counts
  const field = (
    label: string,
    hint: string,
    unitWord: string,
    [value, change]: [Typed<number>, (value: Typed<number>) => void],
    [fault, message]: [RuleFault, string],
  ) => (
    <Field label={label} hint={hint} optional error={faults.includes(fault) ? message : undefined}>
      <NumberInput value={value} onChange={change} decimals={0} unit={unitWord} />
    </Field>
  )
  return (
    <Dialog
      title={t.title}
      open
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t.cancel}</Button>
          <Button kind="primary" busy={save.busy} onPress={send}>
            {t.save}
          </Button>
        </>
      }
    >
      <div className="progress-form">
        {save.problem !== null && (
          <Notice kind="error" title={save.problem.title} announce>
            {save.problem.detail}
          </Notice>
        )}
        {faults.includes('nothing_set') && <Notice kind="error" title={t.nothingSet} announce />}
        <p className="muted">{t.lead}</p>
        <Checkbox checked={isOn} onChange={setIsOn}>
          {t.on}
        </Checkbox>
        {field(
          t.before,
          t.beforeHint,
          t.days,
          [before, setBefore],
          ['before_out_of_range', t.outOfRange(mostBeforeDays)],
        )}
        {field(
          t.after,
          t.afterHint,
          t.days,
          [after, setAfter],
          ['after_out_of_range', t.outOfRange(mostAfterDays)],
        )}
        {field(
          t.escalate,
          t.escalateHint,
          t.times,
          [escalate, setEscalate],
          ['escalate_out_of_range', t.outOfRange(mostEscalateAfter)],
        )}
        {isOn && !rule.isOn && counts !== undefined && (
          <Notice kind="warning">{t.now(counts.late, counts.due_soon)}</Notice>
        )}
      </div>
    </Dialog>
  )
}
