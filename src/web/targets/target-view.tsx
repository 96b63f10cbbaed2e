import { useState } from 'react'
import type { ReplyOf } from '#contract/endpoint.ts'
import { type TargetActualView, targetsContract } from '#contract/targets.ts'
import { formatDate } from '#domain/basics/dates.ts'
import type { TargetId } from '#domain/basics/ids.ts'
import { formatTargetFigure } from '#domain/plans/plan-target.ts'
import { formatActual, formatGap } from '#domain/targets/format-actual.ts'
import { measureOf } from '#domain/targets/judge.ts'
import { useRead, useWrite } from '#web/platform/data.ts'
import { formatInstant } from '#web/platform/instant.ts'
import { useLanguage, useTexts } from '#web/platform/language.tsx'
import { useAddress } from '#web/platform/place.tsx'
import { useDetailTitle } from '#web/platform/routing.tsx'
import { useMay } from '#web/platform/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { Field } from '#web/ui/field.tsx'
import { KeyValues } from '#web/ui/key-values.tsx'
import { Notice } from '#web/ui/notice.tsx'
import { Select } from '#web/ui/select.tsx'
import { Loaded, LoadingState } from '#web/ui/states.tsx'
import { Timeline } from '#web/ui/timeline.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { ResultDialog } from './result-dialog.tsx'
import { TargetStateBadge } from './target-state-view.tsx'
import { en } from './targets.en.ts'
import { vi } from './targets.vi.ts'
import './targets.css'

const texts = { vi, en }
type Page = ReplyOf<typeof targetsContract.getTarget>

/** A target's page: what was promised, how it stands and by which figure, who recorded what. */
export function TargetView({ targetId }: { targetId: TargetId }) {
  const reading = useRead(targetsContract.getTarget, { params: { targetId } })
  useDetailTitle(reading.data?.target.statement ?? null)
  return (
    <Loaded reading={reading} loading={<LoadingState shape="page" />}>
      {(page) => <Target page={page} />}
    </Loaded>
  )
}

function Target({ page }: { page: Page }) {
  const t = useTexts(texts)
  const language = useLanguage()
  const to = useAddress()
  const may = useMay()
  const [recording, setRecording] = useState(false)
  const { target, plan, results } = page
  const records = may('target.record', plan.issuerPath)
  const promised = formatTargetFigure(target, language)
  const facts = [
    { key: 'promised', label: t.detail.promised, value: promised ?? '' },
    { key: 'due', label: t.detail.due, value: formatDate(target.dueOn) },
    { key: 'scope', label: t.detail.scope, value: target.scope },
    { key: 'baseline', label: t.detail.baseline, value: target.baseline ?? '' },
    {
      key: 'levels',
      label: t.detail.levels,
      value: target.levels.map((level) => t.levels[level]).join(', '),
    },
    { key: 'group', label: t.detail.group, value: target.groupTitle ?? '' },
  ].filter((fact) => fact.value !== '')
  return (
    <article className="target-detail">
      <h2>{target.statement}</h2>
      <KeyValues
        items={[
          ...facts,
          {
            key: 'plan',
            label: t.detail.plan,
            value: <a href={to('plans/$planId', { planId: plan.planId })}>{plan.title}</a>,
          },
        ]}
        dense
      />
      {target.standing !== null && <StandingView page={page} />}
      {records && (
        <div className="row">
          <Button kind="primary" onPress={() => setRecording(true)}>
            {t.detail.record}
          </Button>
        </div>
      )}
      {records && measureOf(target) !== 'verdict' && <MeasureChoice page={page} />}
      {results.length > 0 && (
        <>
          <h3>{t.detail.history}</h3>
          <Timeline
            label={t.detail.history}
            events={results.map((result) => ({
              key: result.resultId,
              date: formatDate(result.asOf),
              icon: 'target',
              title:
                result.verdict === null ? (
                  formatActual(target, result, language)
                ) : (
                  <TargetStateBadge state={result.verdict} />
                ),
              detail: `${result.note}. ${t.detail.recordedAt(formatInstant(result.at), result.personName)}`,
            }))}
          />
        </>
      )}
      {recording && <ResultDialog target={target} onClose={() => setRecording(false)} />}
    </article>
  )
}

function StandingView({ page: { target } }: { page: Page }) {
  const t = useTexts(texts)
  const language = useLanguage()
  if (target.standing === null) return null
  const { state, why, gap, actual } = target.standing
  const missing = state === 'met' ? null : formatGap(target, gap, language)
  const reached = actual === null ? null : formatActual(target, actual, language)
  return (
    <section aria-label={t.detail.standing} className="target-standing">
      <h3>{t.detail.standing}</h3>
      <p className="target-figure">
        {reached !== null && <b>{reached}</b>}
        <TargetStateBadge state={state} why={why} />
        {missing !== null && <span className="muted">{t.gap(missing)}</span>}
      </p>
      {actual === null ? <p className="muted">{t.detail.none}</p> : <Source actual={actual} />}
      {(why === 'old' || why === 'partial') && <p className="muted">{t.detail[why]}</p>}
      {measureOf(target) !== 'verdict' && <p className="muted dense">{t.detail.rule}</p>}
    </section>
  )
}

function Source({ actual }: { actual: TargetActualView }) {
  const t = useTexts(texts)
  const to = useAddress()
  const { source } = actual
  const day = t.asOf(formatDate(actual.asOf))
  return (
    <p className="muted">
      {source.kind === 'person' ? (
        `${t.detail.byPerson(source.name)}, ${day}: ${source.note}`
      ) : (
        <>
          {`${t.detail.byFigures(source.units, source.asked)}, ${day}. `}
          <a href={to('indicators/$code', { code: source.code }, { period: source.period })}>
            {t.detail.sources}
          </a>
        </>
      )}
    </p>
  )
}

const byHand = ''

function MeasureChoice({ page: { target, measure, indicators } }: { page: Page }) {
  const t = useTexts(texts)
  const language = useLanguage()
  const tell = useToast()
  const set = useWrite(targetsContract.setMeasure, { onDone: () => tell({ text: t.detail.measured }) })
  return (
    <>
      {set.problem !== null && (
        <Notice kind="error" title={set.problem.title} announce>
          {set.problem.detail}
        </Notice>
      )}
      <Field label={t.detail.measure} hint={t.detail.measureHint} name="measure">
        <Select
          value={measure?.indicatorCode ?? byHand}
          disabled={set.busy}
          choices={[
            { value: byHand, text: t.detail.noMeasure },
            ...indicators.map(({ code, name }) => ({ value: code, text: name[language] })),
          ]}
          onChange={(code) =>
            set.send({
              params: { targetId: target.targetId },
              body: { version: measure?.version ?? 0, indicatorCode: code === byHand ? null : code },
            })
          }
        />
      </Field>
    </>
  )
}
