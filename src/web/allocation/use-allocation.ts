// Shares that save themselves: after a breath, one request at a time; what could not be saved stays and is tried again.
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useReducer, useRef, useState } from 'react'
import { allocationContract } from '#contract/allocation.ts'
import type { ReplyOf } from '#contract/endpoint.ts'
import { ApiProblem } from '#web/platform/api-problem.ts'
import { call } from '#web/platform/client.ts'
import {
  isUnsaved,
  putShares,
  type Shares,
  sharesRead,
  type SharesState,
  typeShares,
  undoShares,
} from './shares-state.ts'

export type AllocationPage = ReplyOf<(typeof allocationContract)['getAllocation']>
export type SaveKind = 'saved' | 'waiting' | 'saving' | 'failed' | 'refused'

const breathMs = 700
const againMs = 5000

export function useAllocation(page: AllocationPage) {
  const { targetId } = page.target
  const [state, change] = useReducer(
    (before: SharesState, step: (state: SharesState) => SharesState) => step(before),
    page.rows,
    sharesRead,
  )
  const [kind, setKind] = useState<Exclude<SaveKind, 'waiting'>>('saved')
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const queries = useQueryClient()
  const latest = useRef(state)
  const version = useRef(page.version)
  const running = useRef<Promise<void> | null>(null)
  useEffect(() => {
    latest.current = state
  }, [state])

  const saveOnce = useCallback(async () => {
    const { shares } = latest.current
    if (page.audience === null || !isUnsaved(latest.current)) return
    setKind('saving')
    try {
      const reply = await call(allocationContract.saveAllocation, {
        params: { targetId },
        body: {
          version: version.current,
          audience: page.audience,
          shares: [...shares].map(([unitId, share]) => ({ unitId, ...share })),
        },
      })
      version.current = reply.version
      latest.current = { ...latest.current, saved: shares }
      change((before) => ({ ...before, saved: shares }))
      setKind('saved')
      void queries.invalidateQueries({ queryKey: [allocationContract.listAllocations.path] })
    } catch (error) {
      const passing =
        !(error instanceof ApiProblem) ||
        ['unreachable', 'database_busy', 'internal', 'not_signed_in'].includes(error.code)
      setKind(passing ? 'failed' : 'refused')
      setProblem(passing ? null : error)
    }
  }, [page.audience, targetId, queries])

  const save = useCallback(async () => {
    running.current ??= saveOnce().finally(() => {
      running.current = null
    })
    await running.current
  }, [saveOnce])

  const unsaved = isUnsaved(state)
  useEffect(() => {
    if (!unsaved || kind === 'saving' || kind === 'refused') return
    const timer = setTimeout(() => void save(), kind === 'failed' ? againMs : breathMs)
    return () => clearTimeout(timer)
    // Every change begins the breath anew.
  }, [unsaved, kind, save, state])

  // Read anew: given, other units, or typed by somebody else. What is typed here and not saved yet is not thrown away.
  useEffect(() => {
    if (page.version <= version.current || isUnsaved(latest.current)) return
    version.current = page.version
    change((before) => ({ ...sharesRead(page.rows), texts: before.texts }))
  }, [page.version, page.rows])

  /** The version under which everything is stored, or null when it could not be. */
  const flush = useCallback(async (): Promise<number | null> => {
    for (let attempt = 0; attempt < 3 && isUnsaved(latest.current); attempt++) await save()
    return isUnsaved(latest.current) ? null : version.current
  }, [save])

  return {
    state,
    kind: kind === 'saved' && unsaved ? ('waiting' as const) : kind,
    problem,
    type: useCallback(
      (typed: readonly { cell: string; text: string }[]) => change((before) => typeShares(before, typed)),
      [],
    ),
    put: useCallback((shares: Shares) => change((before) => putShares(before, shares)), []),
    undo: useCallback(() => change(undoShares), []),
    flush,
  }
}
