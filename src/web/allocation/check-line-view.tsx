import type { ShareCheck } from '#domain/allocation/shares.ts'
import { useTexts } from '#web/platform/language.tsx'
import { StateBadge } from '#web/ui/state-badge.tsx'
import { en } from './allocation.en.ts'
import { vi } from './allocation.vi.ts'

const texts = { vi, en }

/** "còn thiếu 12", "vượt 3", live while it is typed; and how it was checked. */
export function CheckLine({ check, wrong }: { check: ShareCheck; wrong: number }) {
  const t = useTexts(texts).check
  // Before anything is typed the whole is missing: nobody needs to be told in red.
  const begun = Object.values(check.comes).some((sum) => sum !== null)
  const said = begun ? differencesOf(check, t) : []
  const open = [
    check.missing > 0 ? t.missing(check.missing) : '',
    check.away.length > 0 ? t.away(check.away.length) : '',
    wrong > 0 ? t.wrong(wrong) : '',
  ].filter((part) => part !== '')
  return (
    <div className="allocation-check">
      <p className="allocation-check-said" role="status">
        {said.map((text) => (
          <StateBadge key={text} state="late">
            {text}
          </StateBadge>
        ))}
        {said.length === 0 && check.fits && wrong === 0 && (
          <StateBadge state="done">{t.fits[check.way]}</StateBadge>
        )}
        {open.map((text) => (
          <StateBadge key={text} state="attention">
            {text}
          </StateBadge>
        ))}
      </p>
      <p className="muted dense">{t.how[check.way]}</p>
    </div>
  )
}

/** Each difference in words, the first letter as in a sentence. */
export function differencesOf(check: ShareCheck, t: (typeof vi)['check']): string[] {
  return check.differences.map(({ of, by }) =>
    by === 0 ? t.bound(t.of[of]) : by < 0 ? t.lacks(t.of[of], -by) : t.over(t.of[of], by),
  )
}
