import { useCallback, useEffect, useRef, useState } from 'react'
import { ApiProblem } from '#web/platform/api-problem.ts'

const pauseMs = 1200
const againMs = 5000

export type AutosaveOptions<T> = {
  /** As the server has it now; a newer version is taken over while nothing of one's own is unsaved. */
  stored: { value: T; version: number }
  /** Answers the new version; throws what was refused. */
  save: (value: T, version: number) => Promise<number>
  /** false: not yet fit to be saved; it stays with the person. */
  fit?: (value: T) => boolean
}

/**
 * Saves what is typed a moment after the last key, when the page is left, and again when the connection was away. Once
 * somebody else has changed it meanwhile it saves nothing more until the person has chosen.
 */
export function useAutosave<T>({ stored, save, fit }: AutosaveOptions<T>) {
  const [value, setValue] = useState(stored.value)
  const [state, setState] = useState<'saved' | 'typed' | 'saving'>('saved')
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const base = useRef(stored)
  const latest = useRef(stored.value)
  const underWay = useRef(false)
  const stopped = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const tools = useRef({ save, fit })
  useEffect(() => {
    tools.current = { save, fit }
  }, [save, fit])

  const flush = useCallback(async (): Promise<void> => {
    clearTimeout(timer.current)
    if (underWay.current || stopped.current) return
    underWay.current = true
    let failed = false
    while (
      !failed &&
      latest.current !== base.current.value &&
      tools.current.fit?.(latest.current) !== false
    ) {
      const sent = latest.current
      setState('saving')
      try {
        base.current = { value: sent, version: await tools.current.save(sent, base.current.version) }
        setProblem(null)
      } catch (error) {
        failed = true
        const refused = error instanceof ApiProblem ? error : null
        setProblem(refused)
        stopped.current = refused?.code === 'changed_meanwhile'
      }
    }
    underWay.current = false
    setState(latest.current === base.current.value ? 'saved' : 'typed')
  }, [])

  useEffect(() => {
    if (problem?.code !== 'unreachable' && problem?.code !== 'database_busy') return
    const again = setTimeout(() => void flush(), againMs)
    return () => clearTimeout(again)
  }, [problem, flush])

  const change = useCallback(
    (next: T) => {
      latest.current = next
      setValue(next)
      setState('typed')
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void flush(), pauseMs)
    },
    [flush],
  )

  const update = useCallback((how: (before: T) => T) => change(how(latest.current)), [change])

  /** What the server has takes the place of one's own. */
  const takeOver = useCallback((theirs: { value: T; version: number }) => {
    clearTimeout(timer.current)
    stopped.current = false
    base.current = theirs
    latest.current = theirs.value
    setValue(theirs.value)
    setState('saved')
    setProblem(null)
  }, [])

  /** One's own takes the place of what the server has. */
  const insist = useCallback(
    (version: number) => {
      stopped.current = false
      base.current = { ...base.current, version }
      setProblem(null)
      void flush()
    },
    [flush],
  )

  useEffect(() => {
    const isClean = latest.current === base.current.value && !underWay.current
    if (stored.version > base.current.version && isClean) takeOver(stored)
  }, [stored, takeOver])

  useEffect(() => {
    const leave = () => void flush()
    document.addEventListener('visibilitychange', leave)
    return () => {
      document.removeEventListener('visibilitychange', leave)
      leave()
    }
  }, [flush])

  return { value, change, update, flush, takeOver, insist, state, problem }
}
