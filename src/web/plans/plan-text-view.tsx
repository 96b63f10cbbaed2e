import { useEffect, useState } from 'react'
import type { ReplyOf } from '#contract/endpoint.ts'
import { planDocumentsContract } from '#contract/plan-documents.ts'
import { planTextsContract } from '#contract/plan-texts.ts'
import { plansContract, type PlanHead } from '#contract/plans.ts'
import { type Holding, moveSection, numberedSections, type TextSection } from '#domain/plans/plan-text.ts'
import { addressOf } from '#web/platform/client.ts'
import { useRead, useWrite } from '#web/platform/data.ts'
import { formatInstant } from '#web/platform/instant.ts'
import { useTexts } from '#web/platform/language.tsx'
import { useLeaveGuard } from '#web/platform/routing.tsx'
import { Button } from '#web/ui/button.tsx'
import { RadioList } from '#web/ui/choice-list.tsx'
import { Field } from '#web/ui/field.tsx'
import { Notice } from '#web/ui/notice.tsx'
import { ErrorState, Loaded, LoadingState } from '#web/ui/states.tsx'
import { TextArea, TextInput } from '#web/ui/text-input.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { draftOf, type TextDraft, textOf } from './plan-text-draft.ts'
import { en } from './plan-text.en.ts'
import { vi } from './plan-text.vi.ts'
import { TextSectionView } from './text-section-view.tsx'
import { useAutosave } from './use-autosave.ts'
import './plan-text.css'

const texts = { vi, en }
type Counts = Readonly<Record<Holding, number>>
type Stored = ReplyOf<typeof planTextsContract.getPlanText>

/** In place of the source of a plan that was begun here: its words, which are saved while they are typed. */
export function PlanTextView({ head, counts }: { head: PlanHead; counts: Counts }) {
  const t = useTexts(texts)
  const params = { planId: head.planId }
  // What a colleague writes comes in while nothing of one's own is unsaved.
  const stored = useRead(planTextsContract.getPlanText, { params }, { every: 30_000, onReturn: true })
  return (
    <section className="written-plan" aria-label={t.label}>
      <PlanTitle head={head} />
      <Loaded reading={stored} loading={<LoadingState shape="page" rows={8} />}>
        {(found) => (
          <PlanWords
            head={head}
            counts={counts}
            stored={found}
            onAsk={async () => (await stored.refetch()).data ?? found}
          />
        )}
      </Loaded>
    </section>
  )
}

function PlanTitle({ head }: { head: PlanHead }) {
  const t = useTexts(texts)
  const write = useWrite(plansContract.changePlan, {
    refresh: [plansContract.getPlan, plansContract.listPlans],
  })
  const { schoolYear, number, signedOn } = head
  const title = useAutosave<string>({
    stored: { value: head.title, version: head.version },
    fit: (value) => value.trim() !== '',
    save: async (value, version) =>
      (
        await write.sendAndWait({
          params: { planId: head.planId },
          body: { version, title: value, schoolYear, number, signedOn },
        })
      ).version,
  })
  const missing = title.value.trim() === ''
  return (
    <>
      {title.problem !== null && <ErrorState error={title.problem} />}
      {title.problem?.code === 'changed_meanwhile' && (
        <div>
          <Button onPress={() => title.takeOver({ value: head.title, version: head.version })}>
            {t.conflict.theirs}
          </Button>
        </div>
      )}
      <Field label={t.title} name="plan-title" {...(missing ? { error: t.titleMissing } : {})}>
        <TextArea
          rows={1}
          grows
          maxLength={500}
          value={title.value}
          onChange={title.change}
          onBlur={() => void title.flush()}
        />
      </Field>
    </>
  )
}

type WordsProps = { head: PlanHead; counts: Counts; stored: Stored; onAsk: () => Promise<Stored> }

function PlanWords({ head, counts, stored, onAsk }: WordsProps) {
  const t = useTexts(texts)
  const tell = useToast()
  const { usual } = stored
  const params = { planId: head.planId }
  const write = useWrite(planTextsContract.changePlanText, { refresh: [planTextsContract.getPlanText] })
  const kept = { value: draftOf(stored.text, usual), version: stored.version }
  const { value, update, flush, takeOver, insist, state, problem } = useAutosave<TextDraft>({
    stored: kept,
    save: async (draft, version) =>
      (await write.sendAndWait({ params, body: { version, text: textOf(draft) } })).version,
  })
  useLeaveGuard(state !== 'saved', t.unsaved)
  // Anew with each move: the same section may go several places in a row.
  const [moved, setMoved] = useState<{ key: string } | null>(null)
  useEffect(() => {
    if (moved !== null)
      document.querySelector<HTMLInputElement>(`[data-section="${CSS.escape(moved.key)}"] input`)?.focus()
  }, [moved])

  const set = (part: Partial<TextDraft>) => update((before) => ({ ...before, ...part }))
  const leave = () => void flush()
  const setSection = (key: string, part: Partial<TextSection>) =>
    update((before) => ({
      ...before,
      sections: before.sections.map((section) => (section.key === key ? { ...section, ...part } : section)),
    }))
  const addAt = (index: number, level: TextSection['level']) => {
    // randomUUID is there only over HTTPS.
    const key = crypto.getRandomValues(new Uint32Array(2)).join('-')
    set({ sections: value.sections.toSpliced(index, 0, { key, level, title: '', text: '', holds: null }) })
    setMoved({ key })
  }
  const move = (key: string, step: -1 | 1) => {
    set({ sections: moveSection(value.sections, key, step) })
    setMoved({ key })
  }
  const remove = (section: TextSection) => {
    const index = value.sections.indexOf(section)
    set({ sections: value.sections.toSpliced(index, 1) })
    tell({
      text: t.removed(section.title.trim() || t.nameless),
      onUndo: () =>
        update((before) => ({ ...before, sections: before.sections.toSpliced(index, 0, section) })),
    })
  }

  const isBehind = problem?.code === 'changed_meanwhile'
  const when = stored.changedAt === null ? '' : formatInstant(stored.changedAt)
  return (
    <>
      <div className="text-state" aria-live="polite">
        <span className="muted">
          {state === 'saved' && stored.changedAt === null && t.states.untouched}
          {state === 'saved' &&
            stored.changedAt !== null &&
            t.states.savedBy(when, stored.changedByName ?? '')}
          {state !== 'saved' && t.states[state]}
        </span>
        <span className="text-printed">
          {t.printed}
          <a href={addressOf(planDocumentsContract.exportPlanDocx, { params })} download>
            Word
          </a>
          <a href={addressOf(planDocumentsContract.exportPlanPdf, { params })} download>
            PDF
          </a>
        </span>
      </div>
      {isBehind && (
        <Notice kind="warning" title={t.conflict.title} announce>
          <p>{t.conflict.text(stored.changedByName ?? '', when)}</p>
          <div className="page-acts">
            <Button
              onPress={() =>
                void onAsk().then((now) =>
                  takeOver({ value: draftOf(now.text, now.usual), version: now.version }),
                )
              }
            >
              {t.conflict.theirs}
            </Button>
            <Button onPress={() => void onAsk().then((now) => insist(now.version))}>{t.conflict.mine}</Button>
          </div>
        </Notice>
      )}
      {problem !== null && !isBehind && <ErrorState error={problem} />}
      <Field label={t.bases} name="bases" hint={t.basesHint} optional>
        <TextArea rows={3} grows value={value.bases} onChange={(bases) => set({ bases })} onBlur={leave} />
      </Field>
      <div className="text-sections">
        <h2>{t.sections}</h2>
        <p className="field-hint">{t.sectionsHint}</p>
        <ol>
          {numberedSections(value.sections, (holding) => counts[holding] > 0).map((numbered, index) => (
            <TextSectionView
              key={numbered.section.key}
              numbered={numbered}
              items={numbered.section.holds === null ? null : counts[numbered.section.holds]}
              onChange={(part) => setSection(numbered.section.key, part)}
              onMove={(step) => move(numbered.section.key, step)}
              onAddBelow={() => addAt(index + 1, numbered.section.level)}
              onRemove={() => remove(numbered.section)}
              onLeave={leave}
            />
          ))}
        </ol>
        <div>
          <Button icon="plus" onPress={() => addAt(value.sections.length, 1)}>
            {t.add}
          </Button>
        </div>
      </div>
      <Field label={t.recipients} name="recipients" hint={t.recipientsHint} optional>
        <TextArea
          rows={3}
          grows
          value={value.recipients}
          onChange={(recipients) => set({ recipients })}
          onBlur={leave}
        />
      </Field>
      {value.recipients.trim() === '' && usual.recipients.length > 0 && (
        <p className="muted">{t.recipientsUsual(usual.recipients.join('; '))}</p>
      )}
      <RadioList
        legend={t.signer}
        value={value.signs}
        onChange={(signs) => set({ signs })}
        choices={[
          {
            value: 'usual',
            text: t.signers.usual,
            hint:
              usual.name === null && usual.authority.length === 0
                ? t.signerNone
                : t.signerUsual([...usual.authority, usual.name ?? ''].filter(Boolean).join(' · ')),
          },
          { value: 'own', text: t.signers.own },
        ]}
      />
      {value.signs === 'own' && (
        <div className="task-form-pair">
          <Field label={t.authority} name="authority">
            <TextArea
              rows={3}
              value={value.authority}
              onChange={(authority) => set({ authority })}
              onBlur={leave}
            />
          </Field>
          <Field label={t.signerName} name="signer-name" optional>
            <TextInput value={value.name} onChange={(name) => set({ name })} onBlur={leave} maxLength={120} />
          </Field>
        </div>
      )}
    </>
  )
}
