import { Fragment } from 'react'
import type { AmendmentEntry } from '#contract/plan-amendments.ts'
import { diffWords } from '#domain/plans/word-diff.ts'
import { useTexts } from '#web/platform/language.tsx'
import { en } from './amendments.en.ts'
import { vi } from './amendments.vi.ts'
import './amendments.css'

const texts = { vi, en }

/** An item before and after, field by field, word by word. Fields that stay are only counted. */
export function AmendmentDiff({ entry }: { entry: AmendmentEntry }) {
  const t = useTexts(texts)
  const before = new Map(entry.beforeSaid?.map(({ field, text }) => [field, text]))
  const after = new Map(entry.afterSaid?.map(({ field, text }) => [field, text]))
  const names = [...new Set([...before.keys(), ...after.keys()])]
  const lines = names.map((field) => ({ field, was: before.get(field) ?? '', is: after.get(field) ?? '' }))
  const shown = lines.filter(({ was, is }) => (entry.act === 'change' ? was !== is : was !== '' || is !== ''))
  const fieldNames: Readonly<Record<string, string>> = t.fields
  const same = entry.act === 'change' ? lines.filter(({ was, is }) => was === is && was !== '').length : 0
  return (
    <div className="amendment-diff">
      {shown.length > 0 && (
        <table className="diff">
          <caption className="unseen">{t.diff.caption(entry.name)}</caption>
          <thead>
            <tr>
              <th scope="col">{t.diff.field}</th>
              {entry.act !== 'add' && <th scope="col">{t.diff.before}</th>}
              {entry.act !== 'end' && <th scope="col">{t.diff.after}</th>}
            </tr>
          </thead>
          <tbody>
            {shown.map(({ field, was, is }) => (
              <tr key={field}>
                <th scope="row">{fieldNames[field] ?? field}</th>
                {entry.act !== 'add' && (
                  <td data-title={t.diff.before}>
                    <Side was={was} is={is} side="gone" whole={entry.act === 'end'} />
                  </td>
                )}
                {entry.act !== 'end' && (
                  <td data-title={t.diff.after}>
                    <Side was={was} is={is} side="new" whole={entry.act === 'add'} />
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {same > 0 && <p className="muted dense">{t.diff.same(same)}</p>}
    </div>
  )
}

function Side({ was, is, side, whole }: { was: string; is: string; side: 'gone' | 'new'; whole: boolean }) {
  const t = useTexts(texts).diff
  const text = side === 'gone' ? was : is
  if (text === '') return <span className="muted">{t.none}</span>
  if (whole) return <span>{text}</span>
  return (
    <>
      {diffWords(was, is)
        .filter((part) => part.kind === 'same' || part.kind === side)
        .map((part, index) => {
          // The space around a changed word is not marked with it.
          const word = part.text.trim()
          const Mark = part.kind === 'same' ? 'span' : side === 'gone' ? 'del' : 'ins'
          return (
            // Parts of one text have no other name than their place in it.
            // oxlint-disable-next-line react/no-array-index-key -- the text is shown anew as a whole
            <Fragment key={index}>
              {part.text.slice(0, part.text.indexOf(word))}
              <Mark>{word}</Mark>
              {part.text.slice(part.text.indexOf(word) + word.length)}
            </Fragment>
          )
        })}
    </>
  )
}
