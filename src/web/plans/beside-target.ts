import type { ReactNode } from 'react'
import type { TargetId } from '#domain/basics/ids.ts'

/** What a later slice knows of targets of a draft: a line in the list, and the same with its links where one is edited. */
export type BesideTarget = ReadonlyMap<TargetId, { inList: ReactNode; inDialog: ReactNode }>
