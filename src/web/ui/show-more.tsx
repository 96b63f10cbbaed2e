import { formatNumber } from '#domain/basics/numbers.ts'
import { useTexts } from '#web/platform/language.tsx'
import { Button } from './button.tsx'
import { uiTexts } from './ui-texts.ts'
import './page.css'

export type ShowMoreProps = {
  shown: number
  /** Left out where nobody has counted. */
  total?: number
  /** null at the end of the list. */
  onMore: (() => void) | null
  busy?: boolean
}

/** The end of a list that goes on; pages have no numbers, the list just grows and keeps its place. */
export function ShowMore({ shown, total, onMore, busy = false }: ShowMoreProps) {
  const t = useTexts(uiTexts)
  if (onMore === null && (total === undefined || total === shown)) return null
  return (
    <div className="show-more">
      {onMore !== null && (
        <Button size="small" busy={busy} onPress={onMore}>
          {t.more}
        </Button>
      )}
      {total !== undefined && <span>{t.list.shown(formatNumber(shown), formatNumber(total))}</span>}
    </div>
  )
}
