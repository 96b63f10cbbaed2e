import { memo, useEffect, useMemo, useRef } from 'react'
import { plansContract } from '#contract/plans.ts'
import type { PlanId } from '#domain/basics/ids.ts'
import type { SourceBlock } from '#domain/reading/source.ts'
import { addressOf } from '#web/platform/client.ts'
import { useRead } from '#web/platform/data.ts'
import { useTexts } from '#web/platform/language.tsx'
import { Button, LinkButton } from '#web/ui/button.tsx'
import { Notice } from '#web/ui/notice.tsx'
import { Loaded } from '#web/ui/states.tsx'
import type { Addition } from './addition.ts'
import { en } from './plans.en.ts'
import { vi } from './plans.vi.ts'
import { type ItemKind, itemKinds, type ReviewItem } from './review-items.ts'
import { scrollWithin } from './scroll-within.ts'
import { useSelectedText } from './use-selected-text.ts'

const texts = { vi, en }
type At = Readonly<Record<string, number>>

function keyOf(at: At): string {
  if ('table' in at) return `t${at['table']}r${at['row']}`
  return Object.entries(at)
    .map(([name, value]) => `${name[0]}${Math.round(value)}`)
    .join('')
}

export type SourceViewProps = {
  planId: PlanId
  items: readonly ReviewItem[]
  openAt: At | null
  onOpen: (item: ReviewItem) => void
  onAdd: (kind: ItemKind, addition: Addition) => void
}

/** The document as it looks, near enough to find one's way; what was read leads to it, what was missed is selected. */
export function SourceView({ planId, items, openAt, onOpen, onAdd }: SourceViewProps) {
  const t = useTexts(texts).review
  const source = useRead(plansContract.getPlanSource, { params: { planId } })
  const pane = useRef<HTMLDivElement>(null)
  const selected = useSelectedText(pane)
  const itemAt = useMemo(() => {
    const found = new Map<string, ReviewItem[]>()
    for (const item of items) {
      if (item.at === null || item.review === 'discarded') continue
      const key = keyOf(item.at)
      found.set(key, [...(found.get(key) ?? []), item])
    }
    return found
  }, [items])
  const openKey = openAt === null ? null : keyOf(openAt)
  const loaded = source.data !== undefined
  // The blocks are drawn once; only the press looks what stands there now.
  const now = useRef({ itemAt, onOpen })
  useEffect(() => {
    now.current = { itemAt, onOpen }
  })
  const press = useMemo(
    () => (key: string) => {
      const first = now.current.itemAt.get(key)?.[0]
      if (first !== undefined) now.current.onOpen(first)
    },
    [],
  )
  const linked = useMemo(() => new Set(itemAt.keys()), [itemAt])

  useEffect(() => {
    const open = openKey === null || !loaded ? null : pane.current?.querySelector('[data-open]')
    if (pane.current !== null && open !== null && open !== undefined)
      scrollWithin(pane.current, open, 'center')
  }, [openKey, loaded])

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section className="review-source" aria-label={t.source} ref={pane} tabIndex={0}>
      <header className="review-source-head">
        {selected === null ? (
          <>
            <h2>{t.source}</h2>
            <span className="review-keys">{t.selectHint}</span>
            <LinkButton
              size="small"
              kind="quiet"
              icon="download"
              href={addressOf(plansContract.downloadPlanFile, { params: { planId } })}
              download
            >
              {t.download}
            </LinkButton>
          </>
        ) : (
          <div className="review-selected" role="toolbar" aria-label={t.addSelected}>
            <span>{t.addSelected}</span>
            {itemKinds.map((kind) => (
              <Button key={kind} size="small" icon="plus" onPress={() => onAdd(kind, selected)}>
                {t.oneOf[kind]}
              </Button>
            ))}
          </div>
        )}
      </header>
      <Loaded reading={source}>
        {({ blocks, problems }) => (
          <>
            {problems.length > 0 && (
              <Notice kind="warning" title={t.problems}>
                <ul>
                  {problems.slice(0, 20).map((problem) => (
                    <li key={problem.message + JSON.stringify(problem.at)}>{problem.message}</li>
                  ))}
                </ul>
              </Notice>
            )}
            <div className="document-page">
              {/* Written by the server from the very same type. */}
              {(blocks as SourceBlock[]).map((block, index) => {
                const key = block.kind === 'table' ? null : keyOf({ ...block.at })
                return (
                  <Block
                    // oxlint-disable-next-line react/no-array-index-key -- the document does not change
                    key={index}
                    block={block}
                    // Lines are told only of themselves: of some thousands two are drawn anew when another item opens.
                    openKey={key === null || key === openKey ? openKey : null}
                    linked={key === null ? linked : linked.has(key) ? one : none}
                    onPress={press}
                  />
                )
              })}
            </div>
          </>
        )}
      </Loaded>
    </section>
  )
}

/** Of a line: whether something was read in it. */
const none = false
const one = true

type BlockProps = {
  block: SourceBlock
  openKey: string | null
  linked: ReadonlySet<string> | boolean
  onPress: (key: string) => void
}

const Block = memo(function Block({ block, openKey, linked, onPress }: BlockProps) {
  if (block.kind === 'table') {
    return (
      <table className="document-table" data-bordered={block.bordered !== false || undefined}>
        <tbody>
          {block.rows.map((row) => {
            const first = row.cells[0]
            const key = first === undefined ? '' : keyOf({ ...first.at })
            const isLinked = typeof linked !== 'boolean' && linked.has(key)
            return (
              <tr key={key} data-open={(openKey !== null && key === openKey) || undefined}>
                {row.cells.map((cell, index) => (
                  <td
                    key={cell.column}
                    colSpan={cell.columnSpan}
                    rowSpan={cell.rowSpan}
                    data-at={JSON.stringify(cell.at)}
                  >
                    {index === 0 && isLinked ? (
                      <ItemLink text={cell.text} onPress={() => onPress(key)} />
                    ) : (
                      cell.text
                    )}
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    )
  }
  if (block.text.trim() === '') return null
  const key = keyOf({ ...block.at })
  const number = block.number === null ? '' : `${block.number} `
  return (
    <p
      className="document-line"
      data-open={(openKey !== null && key === openKey) || undefined}
      data-role={block.role}
      data-bold={block.style.bold === true || undefined}
      data-align={block.style.align}
      data-at={JSON.stringify(block.at)}
    >
      {number}
      {linked === true ? <ItemLink text={block.text} onPress={() => onPress(key)} /> : block.text}
    </p>
  )
})

/** What was read here, on the other side. A link in running text: a button could not be selected with the words around it. */
function ItemLink({ text, onPress }: { text: string; onPress: () => void }) {
  return (
    <span
      className="document-link"
      role="link"
      tabIndex={0}
      onClick={onPress}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onPress()
      }}
    >
      {text}
    </span>
  )
}
