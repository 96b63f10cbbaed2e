import { followingContract } from '#contract/following.ts'
import { useRead } from '#web/platform/data.ts'
import { useTexts } from '#web/platform/language.tsx'
import { useAddress, usePlace } from '#web/platform/place.tsx'
import { Button, LinkButton } from '#web/ui/button.tsx'
import { en } from './urging.en.ts'
import { vi } from './urging.vi.ts'
import './following.css'

const texts = { vi, en }

/** Above the list of work: urge all that is late below the unit, and what was urged so far. */
export function UrgeActs({ onUrge }: { onUrge: () => void }) {
  const t = useTexts(texts)
  const { unit, year } = usePlace()
  const to = useAddress()
  const reading = useRead(followingContract.listWork, {
    query: { unitId: unit.unitId, schoolYear: year, reach: 'below', standing: 'late' },
  })
  const late = reading.data?.counts.late ?? 0
  return (
    <>
      <LinkButton href={to('urgings')}>{t.history}</LinkButton>
      {late > 0 && (
        <Button kind="primary" icon="bell" onPress={onUrge}>
          {t.urgeAll(late)}
        </Button>
      )}
    </>
  )
}

/** What was chosen in the list, and the act on it. */
export function ChosenWork({
  count,
  onUrge,
  onClear,
}: {
  count: number
  onUrge: () => void
  onClear: () => void
}) {
  const t = useTexts(texts)
  return (
    <div className="work-chosen" role="group" aria-label={t.chosen(count)}>
      <b role="status">{t.chosen(count)}</b>
      <Button kind="primary" size="small" icon="bell" onPress={onUrge}>
        {t.urgeChosen(count)}
      </Button>
      <Button kind="quiet" size="small" onPress={onClear}>
        {t.clear}
      </Button>
    </div>
  )
}
