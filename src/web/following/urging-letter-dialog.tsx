import { useState } from 'react'
import { type UrgingLine, urgingContract } from '#contract/following-urging.ts'
import { holidaysContract } from '#contract/holidays.ts'
import { type LocalDate, partsOf } from '#domain/basics/dates.ts'
import { addWorkingDays } from '#domain/basics/working-days.ts'
import { addressOf } from '#web/platform/client.ts'
import { useRead } from '#web/platform/data.ts'
import { useTexts } from '#web/platform/language.tsx'
import { useSession } from '#web/platform/session.tsx'
import { Button, LinkButton } from '#web/ui/button.tsx'
import { RadioList } from '#web/ui/choice-list.tsx'
import { DateInput } from '#web/ui/date-input.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Field } from '#web/ui/field.tsx'
import { type Typed, typedDate } from '#web/ui/typed.ts'
import { en } from './urging.en.ts'
import { vi } from './urging.vi.ts'

const texts = { vi, en }

// A week of work is what such letters usually give.
const usualDays = 5

type Props = { row: UrgingLine; onClose: () => void }

/** Công văn đôn đốc of a recorded act: to whom, until when to report, as Word or PDF. */
export function UrgingLetterDialog({ row, onClose }: Props) {
  const { today } = useSession()
  const { year } = partsOf(today)
  const days = useRead(holidaysContract.listHolidays, { query: { year: String(year) } })
  // The days off only make the proposal better: without them it is a plain week of work.
  if (days.isPending) return null
  const calendar = new Map((days.data ?? []).map(({ day, kind }) => [day, kind] as const))
  return <LetterForm row={row} onClose={onClose} proposed={addWorkingDays(today, usualDays, calendar)} />
}

function LetterForm({ row, onClose, proposed }: Props & { proposed: LocalDate }) {
  const t = useTexts(texts).letter
  const { today } = useSession()
  const units = row.letterTo ?? 0
  const mayBoth = units > 1 && row.aftermath !== 'done'
  const [to, setTo] = useState<'all' | 'unit'>(row.aftermath === 'done' || units > 1 ? 'all' : 'unit')
  const [reportBy, setReportBy] = useState<Typed<LocalDate>>(typedDate(proposed))
  const fault = reportBy.value === null ? t.dateMissing : reportBy.value <= today ? t.dateBehind : undefined
  const input =
    fault === undefined && reportBy.value !== null
      ? { params: { urgingId: row.urgingId }, query: { reportBy: reportBy.value, to } }
      : null
  return (
    <Dialog
      title={t.title}
      open
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t.close}</Button>
          {input === null ? (
            <>
              <Button disabled>{t.pdf}</Button>
              <Button disabled>{t.docx}</Button>
            </>
          ) : (
            <>
              <LinkButton icon="download" href={addressOf(urgingContract.exportUrgingPdf, input)} download>
                {t.pdf}
              </LinkButton>
              <LinkButton
                kind="primary"
                icon="download"
                href={addressOf(urgingContract.exportUrgingDocx, input)}
                download
              >
                {t.docx}
              </LinkButton>
            </>
          )}
        </>
      }
    >
      <div className="progress-form">
        <p className="muted">{t.text}</p>
        {mayBoth && (
          <RadioList
            legend={t.to}
            choices={[
              { value: 'all', text: t.all(units) },
              { value: 'unit', text: t.unit(row.unitName) },
            ]}
            value={to}
            onChange={setTo}
          />
        )}
        <Field label={t.reportBy} error={fault}>
          <DateInput value={reportBy} onChange={setReportBy} today={today} />
        </Field>
      </div>
    </Dialog>
  )
}
