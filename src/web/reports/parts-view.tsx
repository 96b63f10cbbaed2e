import type { z } from 'zod'
import type { liveFigure, reportPart } from '#contract/reports.ts'
import { useTexts } from '#web/platform/language.tsx'
import { Button, IconButton } from '#web/ui/button.tsx'
import { CheckboxList } from '#web/ui/choice-list.tsx'
import { Field } from '#web/ui/field.tsx'
import { Menu } from '#web/ui/menu.tsx'
import { TextArea, TextInput } from '#web/ui/text-input.tsx'
import { en } from './reports.en.ts'
import { vi } from './reports.vi.ts'

const texts = { vi, en }
export type Part = z.output<typeof reportPart>
type Figure = z.output<typeof liveFigure>

export type PartsViewProps = {
  parts: readonly Part[]
  available: readonly Figure[]
  onChange: (parts: readonly Part[]) => void
}

/** The parts of a report one below the other; a figure stands in a text as {{its code}} and is filled when it prints. */
export function PartsView({ parts, available, onChange }: PartsViewProps) {
  const t = useTexts(texts)
  const replace = (at: number, part: Part) => onChange(parts.map((one, index) => (index === at ? part : one)))
  const move = (at: number, step: number) => {
    const next = [...parts]
    const [part] = next.splice(at, 1)
    if (part !== undefined) next.splice(at + step, 0, part)
    onChange(next)
  }
  return (
    <div className="report-parts">
      {parts.map((part, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- parts have no other name, and keep their text in the list above
        <section key={index} className="report-part" aria-label={`${t.parts[part.kind]} ${index + 1}`}>
          <header>
            <h2>{t.parts[part.kind]}</h2>
            <IconButton
              icon="chevron-up"
              size="small"
              label={t.up}
              disabled={index === 0}
              onPress={() => move(index, -1)}
            />
            <IconButton
              icon="chevron-down"
              size="small"
              label={t.down}
              disabled={index === parts.length - 1}
              onPress={() => move(index, 1)}
            />
            <IconButton
              icon="remove"
              size="small"
              label={t.remove}
              onPress={() => onChange(parts.filter((_, other) => other !== index))}
            />
          </header>
          <PartInput part={part} available={available} onChange={(next) => replace(index, next)} />
        </section>
      ))}
      <div className="report-part-acts">
        <Button
          size="small"
          icon="plus"
          onPress={() => onChange([...parts, { kind: 'paragraph', text: '' }])}
        >
          {t.addParagraph}
        </Button>
        <Button
          size="small"
          icon="plus"
          onPress={() => onChange([...parts, { kind: 'heading', text: t.parts.heading }])}
        >
          {t.addHeading}
        </Button>
      </div>
    </div>
  )
}

function PartInput({
  part,
  available,
  onChange,
}: {
  part: Part
  available: readonly Figure[]
  onChange: (part: Part) => void
}) {
  const t = useTexts(texts)
  switch (part.kind) {
    case 'heading':
      return (
        <Field label={t.parts.heading} labelUnseen>
          <TextInput value={part.text} onChange={(text) => onChange({ kind: 'heading', text })} />
        </Field>
      )
    case 'paragraph':
      return (
        <>
          <Field label={t.parts.paragraph} labelUnseen>
            <TextArea value={part.text} onChange={(text) => onChange({ kind: 'paragraph', text })} rows={4} />
          </Field>
          <Menu
            label={t.insert}
            size="small"
            acts={available.map((figure) => ({
              key: figure.code,
              text: figure.name,
              detail: figure.text ?? t.noFigure,
              onPress: () => onChange({ kind: 'paragraph', text: `${part.text}{{${figure.code}}}` }),
            }))}
          />
        </>
      )
    case 'figures':
      return (
        <CheckboxList
          legend={t.parts.figures}
          choices={available.map((figure) => ({
            value: figure.code,
            text: figure.name,
            hint: figure.text ?? t.noFigure,
          }))}
          value={part.codes}
          onChange={(codes) => onChange({ kind: 'figures', codes: [...codes] })}
        />
      )
    case 'tasks':
      return <p className="muted">{t.tasksPart}</p>
  }
}
