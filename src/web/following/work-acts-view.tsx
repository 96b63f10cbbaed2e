import { useState } from 'react'
import { followingContract, type WorkRow } from '#contract/following.ts'
import { isInHand } from '#domain/following/life.ts'
import type { TreePath } from '#domain/rights/can.ts'
import { useWrite } from '#web/platform/data.ts'
import { useTexts } from '#web/platform/language.tsx'
import { useMay } from '#web/platform/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { Menu } from '#web/ui/menu.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { en } from './acts.en.ts'
import { vi } from './acts.vi.ts'
import { en as followingEn } from './following.en.ts'
import { vi as followingVi } from './following.vi.ts'
import { HandDialog } from './hand-dialog.tsx'
import { PassOnDialog } from './pass-on-dialog.tsx'
import { ProgressDialog } from './progress-dialog.tsx'
import { type ReasonedMove, StepDialog } from './step-dialog.tsx'

const texts = { vi, en }
const followingTexts = { vi: followingVi, en: followingEn }

type Act = ReasonedMove | 'acknowledge' | 'confirm' | 'hand' | 'hand_back' | 'report' | 'pass_on'

/** What may be done with one share of a task: the main act as a button, the others behind it. */
export function WorkActs({
  row,
  issuerPath,
  products,
}: {
  row: WorkRow
  /** Null on a unit's own list, where nothing of the issuer's is decided. */
  issuerPath: TreePath | null
  products: readonly string[]
}) {
  const t = useTexts(texts)
  const words = useTexts(followingTexts).task
  const tell = useToast()
  const may = useMay()
  const [open, setOpen] = useState<Act | null>(null)
  const move = useWrite(followingContract.moveAssignment)
  const moveWindow = useWrite(followingContract.moveWindow)
  const hand = useWrite(followingContract.handAssignment)
  const own = may('assignment.report', row.unitPath)
  const acts = actsOf(row, {
    own,
    forUnit: own || may('assignment.report_on_behalf', row.unitPath),
    hands: may('assignment.hand', row.unitPath),
    decides: issuerPath !== null && may('assignment.decide', issuerPath),
  })
  const problem = move.problem ?? moveWindow.problem ?? hand.problem
  const failed = () => undefined
  const act = (which: Act) => {
    const params = { assignmentId: row.assignmentId }
    const told = (key: keyof typeof t.done) => () => tell({ text: t.done[key] })
    if (which === 'acknowledge')
      move
        .sendAndWait({ params, body: { version: row.assignmentVersion, move: which, reason: null } })
        .then(told(which))
        .catch(failed)
    else if (which === 'confirm')
      moveWindow
        .sendAndWait({
          params: { ...params, windowNo: row.windowNo },
          body: { version: row.version, move: which, reason: null, dueOn: null },
        })
        .then(told(which))
        .catch(failed)
    else if (which === 'hand_back')
      hand
        .sendAndWait({ params, body: { version: row.assignmentVersion, personId: null } })
        .then(told(which))
        .catch(failed)
    else setOpen(which)
  }
  const textOf = (which: Act) =>
    which === 'report'
      ? own
        ? words.report
        : words.reportFor(row.unitName)
      : which === 'pass_on' && row.unitEnded
        ? t.acts.hand_over
        : t.acts[which]
  const [main] = acts
  if (main === undefined) return null
  const beside = acts[1] !== undefined && paired.has(main) ? acts[1] : null
  const more = acts.slice(beside === null ? 1 : 2)
  const busy = move.busy || moveWindow.busy || hand.busy
  return (
    <span className="work-acts">
      <Button
        size="small"
        kind={own || main !== 'report' ? 'primary' : 'secondary'}
        busy={busy}
        onPress={() => act(main)}
      >
        {textOf(main)}
      </Button>
      {beside !== null && (
        <Button size="small" onPress={() => act(beside)}>
          {textOf(beside)}
        </Button>
      )}
      {more.length > 0 && (
        <Menu
          label={t.more(row.unitName)}
          icon="more"
          alone
          size="small"
          acts={more.map((which) => ({
            key: which,
            text: textOf(which),
            danger: which === 'drop',
            onPress: () => act(which),
          }))}
        />
      )}
      {problem !== null && (
        <span className="work-problem" role="alert">
          {problem.detail}
        </span>
      )}
      {open === 'report' && (
        <ProgressDialog row={row} onBehalf={!own} products={products} onClose={() => setOpen(null)} />
      )}
      {open === 'hand' && <HandDialog row={row} onClose={() => setOpen(null)} />}
      {open === 'pass_on' && <PassOnDialog rows={[row]} onClose={() => setOpen(null)} />}
      {open !== null && isReasoned(open) && (
        <StepDialog row={row} move={open} onBehalf={!own} onClose={() => setOpen(null)} />
      )}
    </span>
  )
}

// The answer yes stands beside the answer no, and taking work up beside reporting on it at once.
const paired: ReadonlySet<Act> = new Set(['acknowledge', 'confirm', 'grant'])

function isReasoned(act: Act): act is ReasonedMove {
  return !['acknowledge', 'confirm', 'hand', 'hand_back', 'report', 'pass_on'].includes(act)
}

type Rights = { own: boolean; forUnit: boolean; hands: boolean; decides: boolean }

/** The most pressing first; what the issuer has to answer before what a unit may do. */
function actsOf(row: WorkRow, { own, forUnit, hands, decides }: Rights): Act[] {
  const acts: Act[] = []
  const add = (when: boolean, ...which: Act[]) => {
    if (when) acts.push(...which)
  }
  const inHand = isInHand(row.state)
  const isOpen = row.completion === 'open' || row.completion === 'sent_back'
  add(decides && row.waits.issuer === 'claim', 'confirm', 'send_back')
  add(decides && inHand && row.askedOn !== null && isOpen, 'grant', 'refuse')
  add(decides && row.state === 'returned', 'give_again', 'pass_on', 'drop')
  add(decides && inHand && row.unitEnded, 'pass_on')
  add(own && row.state === 'given', 'acknowledge')
  add(forUnit && inHand && !row.unitEnded && (isOpen || own), 'report')
  add(!own && forUnit && row.state === 'given', 'acknowledge')
  add(forUnit && inHand && isOpen && row.dueOn !== null && row.askedOn === null, 'ask')
  add(hands && inHand, 'hand')
  add(hands && inHand && row.holderId !== null, 'hand_back')
  add(forUnit && inHand && isOpen, 'return')
  add(decides && row.completion === 'confirmed' && inHand, 'send_back')
  return [...new Set(acts)]
}
