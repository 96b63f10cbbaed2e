import { useTexts } from '#web/platform/language.tsx'
import { diffLines } from './diff-lines.ts'
import { uiTexts } from './ui-texts.ts'
import './page.css'

export type DiffProps = {
  before: unknown
  after: unknown
  /** The field in the words of the screen: 'officialName' → 'Tên chính thức'. */
  sayName?: (name: string) => string
  /** A value in the words of the screen: 'late' → 'Trễ hạn'. */
  sayValue?: (name: string, value: string) => string
}

/** What a change changed, field by field. */
export function Diff({ before, after, sayName = (name) => name, sayValue = (_, value) => value }: DiffProps) {
  const t = useTexts(uiTexts)
  const lines = diffLines(before, after)
  if (lines.length === 0) return <p className="muted">{t.diff.same}</p>
  return (
    <table className="diff">
      <thead>
        <tr>
          <th scope="col">{t.diff.field}</th>
          <th scope="col">{t.diff.before}</th>
          <th scope="col">{t.diff.after}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.name}>
            <th scope="row">{sayName(line.name)}</th>
            <td>
              {line.before === null ? (
                <span className="muted">{t.diff.empty}</span>
              ) : (
                <del>{sayValue(line.name, line.before)}</del>
              )}
            </td>
            <td>
              {line.after === null ? (
                <span className="muted">{t.diff.empty}</span>
              ) : (
                <ins>{sayValue(line.name, line.after)}</ins>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
