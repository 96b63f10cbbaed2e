// A tree of thousands of lines: only what is open stands in the page, and far lines are not laid out (tree.css).
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { useTexts } from '#web/platform/language.tsx'
import { Icon } from './icon.tsx'
import { mayOpen, moveForKey, rowForTyped, type TreeNode, type TreeRow, visibleRows } from './tree-rows.ts'
import { uiTexts } from './ui-texts.ts'
import './tree.css'

export type TreeProps = {
  label: string
  nodes: readonly TreeNode[]
  opened: ReadonlySet<string>
  /** Fetch the children of a node that has `children: null` when it is opened. */
  onOpenedChange: (opened: ReadonlySet<string>) => void
  hrefOf: (node: TreeNode) => string
  /** The line whose page is open. */
  current: string | null
}

// As long as a slow typist takes between two letters of one word.
const typingMs = 800

export function Tree({ label, nodes, opened, onOpenedChange, hrefOf, current }: TreeProps) {
  const rows = useMemo(() => visibleRows(nodes, opened), [nodes, opened])
  const [focused, setFocused] = useState<string | null>(null)
  const list = useRef<HTMLDivElement>(null)
  const typed = useRef({ text: '', at: 0 })
  const wanted = focused ?? current
  const tabStop = Math.max(
    0,
    rows.findIndex((row) => row.node.id === wanted),
  )

  const go = (index: number) => {
    const row = rows[index]
    if (row === undefined) return
    setFocused(row.node.id)
    list.current?.querySelectorAll<HTMLElement>('[role="treeitem"]')[index]?.focus()
  }
  const open = (ids: readonly string[]) => onOpenedChange(new Set([...opened, ...ids]))
  const close = (id: string) => onOpenedChange(new Set([...opened].filter((other) => other !== id)))

  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const move = moveForKey(rows, tabStop, event.key)
    if (move !== null) {
      event.preventDefault()
      if ('go' in move) go(move.go)
      else if ('open' in move) open(move.open)
      else close(move.close)
    } else if (event.key.length === 1) {
      event.preventDefault()
      const before = event.timeStamp - typed.current.at < typingMs ? typed.current.text : ''
      // A space within a word that is being typed belongs to it; alone it opens the line, as Enter does.
      if (event.key === ' ' && before === '') {
        list.current?.querySelectorAll<HTMLElement>('[role="treeitem"]')[tabStop]?.click()
        return
      }
      typed.current = { text: before + event.key, at: event.timeStamp }
      const found = rowForTyped(rows, tabStop, typed.current.text)
      if (found !== null) go(found)
    }
  }
  return (
    <div ref={list} className="tree" role="tree" aria-label={label} onKeyDown={press}>
      {rows.map((row, index) => (
        <Line
          key={row.node.id}
          row={row}
          href={hrefOf(row.node)}
          isCurrent={row.node.id === current}
          isTabStop={index === tabStop}
          onFocus={() => setFocused(row.node.id)}
          onToggle={() => (row.opened ? close(row.node.id) : open([row.node.id]))}
        />
      ))}
    </div>
  )
}

type LineProps = {
  row: TreeRow
  href: string
  isCurrent: boolean
  isTabStop: boolean
  onFocus: () => void
  onToggle: () => void
}

function Line({ row, href, isCurrent, isTabStop, onFocus, onToggle }: LineProps) {
  const t = useTexts(uiTexts)
  const { node, level } = row
  const link = useRef<HTMLAnchorElement>(null)
  useEffect(() => {
    if (isCurrent) link.current?.scrollIntoView({ block: 'nearest' })
  }, [isCurrent])
  return (
    <>
      <a
        ref={link}
        className="tree-line"
        role="treeitem"
        href={href}
        tabIndex={isTabStop ? 0 : -1}
        aria-level={level}
        aria-posinset={row.position}
        aria-setsize={row.size}
        aria-expanded={mayOpen(node) ? row.opened : undefined}
        aria-selected={isCurrent}
        style={{ paddingInlineStart: 6 + (level - 1) * 18 }}
        onFocus={onFocus}
        onClick={(event) => {
          // The arrow opens and closes; everything else of the line goes to its page.
          if (!(event.target instanceof Element) || event.target.closest('.tree-arrow') === null) return
          event.preventDefault()
          if (mayOpen(node)) onToggle()
        }}
      >
        <span className="tree-arrow" data-opened={row.opened || undefined}>
          {mayOpen(node) && <Icon name="chevron-right" size={16} />}
        </span>
        <span className="tree-text">{node.text}</span>
        {node.detail !== undefined && <span className="tree-detail">{node.detail}</span>}
      </a>
      {row.opened && node.children === null && (
        <div className="tree-waiting" role="none" style={{ paddingInlineStart: 30 + level * 18 }}>
          {t.tree.loading}…
        </div>
      )}
    </>
  )
}
