// A form that saves itself: what is typed goes to the server after a breath, one request at a time. What could not be
// saved stays on the screen and is tried again.
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useReducer, useRef, useState } from 'react'
import { submissionsContract, type SubmissionView } from '#contract/submissions.ts'
import type { CellId } from '#domain/forms/form.ts'
import type { PreparedForm } from '#domain/forms/prepared-form.ts'
import { ApiProblem } from '#web/platform/api-problem.ts'
import { call } from '#web/platform/client.ts'
import {
  afterMeeting,
  afterSave,
  beginEntry,
  type Entry,
  redo,
  settleConflict,
  type Stored,
  typeInto,
  undo,
  unsaved,
} from './entry-state.ts'

const breathMs = 700
const againMs = 5000
// Lists show how the unit stands, and whoever comes back to the form must see what was typed last.
const touched = [
  submissionsContract.openForm,
  submissionsContract.getSubmission,
  submissionsContract.listRounds,
  submissionsContract.getMatrix,
]

export type SaveState =
  | { kind: 'saved' | 'waiting' | 'saving' | 'failed' }
  | { kind: 'refused'; problem: ApiProblem }

export type EntryWork = {
  entry: Entry
  state: SaveState
  /** Somebody else has typed into the form since it was opened. */
  met: boolean
  type: (typed: readonly { cell: CellId; text: string }[]) => void
  undo: () => void
  redo: () => void
  settle: (cell: CellId, keep: 'mine' | 'theirs') => void
  /** Saves what is left; answers what is stored then, or null when it could not. */
  flush: () => Promise<{ submissionId: SubmissionView['submissionId']; version: number } | null>
}

export function useEntry(form: PreparedForm, view: SubmissionView): EntryWork {
  const [entry, change] = useReducer(
    (before: Entry, step: (entry: Entry) => Entry) => step(before),
    view,
    beginEntry,
  )
  const [state, setState] = useState<SaveState>({ kind: 'saved' })
  const [met, setMet] = useState(false)
  const queries = useQueryClient()
  const latest = useRef(entry)
  const stored = useRef({ submissionId: view.submissionId })
  const running = useRef<Promise<boolean> | null>(null)
  useEffect(() => {
    latest.current = entry
  }, [entry])

  const meet = useCallback(
    (theirs: Stored) => {
      setMet(true)
      change((before) => afterMeeting(form, before, theirs))
    },
    [form],
  )
  const { roundId } = view.round
  const { unitId } = view.unit
  const saveOnce = useCallback(async (): Promise<boolean> => {
    const cells = unsaved(form, latest.current)
    if (cells.length === 0) return true
    const params = { roundId, unitId }
    setState({ kind: 'saving' })
    try {
      const reply = await call(submissionsContract.saveCells, {
        params,
        body: { version: latest.current.version, cells },
      })
      stored.current = { submissionId: reply.submissionId }
      latest.current = afterSave(form, latest.current, cells, reply)
      change((before) => afterSave(form, before, cells, reply))
      setState({ kind: 'saved' })
      for (const read of touched) void queries.invalidateQueries({ queryKey: [read.path] })
      return true
    } catch (error) {
      if (error instanceof ApiProblem && error.code === 'changed_meanwhile') {
        try {
          const theirs = await call(submissionsContract.openForm, { params })
          stored.current = { submissionId: theirs.submissionId }
          latest.current = afterMeeting(form, latest.current, theirs)
          meet(theirs)
          setState({ kind: 'waiting' })
          return false
        } catch {
          setState({ kind: 'failed' })
          return false
        }
      }
      const passing =
        !(error instanceof ApiProblem) ||
        ['unreachable', 'database_busy', 'internal', 'not_signed_in'].includes(error.code)
      setState(passing ? { kind: 'failed' } : { kind: 'refused', problem: error })
      return false
    }
  }, [form, roundId, unitId, meet, queries])

  const save = useCallback(async (): Promise<boolean> => {
    running.current ??= saveOnce().finally(() => {
      running.current = null
    })
    return await running.current
  }, [saveOnce])

  const left = unsaved(form, entry)
  const isWaiting = left.length > 0 && state.kind !== 'refused'
  const wait = state.kind === 'failed' ? againMs : breathMs
  useEffect(() => {
    if (!isWaiting || state.kind === 'saving') return
    const timer = setTimeout(() => void save(), wait)
    return () => clearTimeout(timer)
    // Every change begins the breath anew.
  }, [isWaiting, state.kind, wait, save, entry])

  // Read anew (another window, a return to this one): what others saved comes in at once.
  const { version } = view
  useEffect(() => {
    if (version > latest.current.version && running.current === null) meet(view)
  }, [version, view, meet])

  const flush = useCallback(async () => {
    // Twice: a meeting with another's figures leaves mine to be saved.
    for (let attempt = 0; attempt < 3 && unsaved(form, latest.current).length > 0; attempt++) await save()
    return unsaved(form, latest.current).length === 0
      ? { ...stored.current, version: latest.current.version }
      : null
  }, [form, save])

  return {
    entry,
    state: state.kind === 'saved' && left.length > 0 ? { kind: 'waiting' } : state,
    met,
    type: useCallback((typed) => change((before) => typeInto(form, before, typed)), [form]),
    undo: useCallback(() => change(undo), []),
    redo: useCallback(() => change(redo), []),
    settle: useCallback((cell, keep) => change((before) => settleConflict(form, before, cell, keep)), [form]),
    flush,
  }
}
