import { useEffect } from 'react'
import { type ListFile, useListFile } from '#web/platform/list-file.ts'
import { useTexts } from '#web/platform/language.tsx'
import { Button } from './button.tsx'
import { useToast } from './toast.tsx'
import { uiTexts } from './ui-texts.ts'

/** "Tải Excel" above a list: what the filters show leaves as a workbook. */
export function ListFileButton<Row>({ make }: { make: () => Promise<ListFile<Row>> }) {
  const t = useTexts(uiTexts)
  const tell = useToast()
  const { busy, problem, save } = useListFile()
  useEffect(() => {
    if (problem !== null) tell({ text: `${problem.title}. ${problem.detail}` })
  }, [problem, tell])
  return (
    <Button icon="download" busy={busy} onPress={() => void save(make)}>
      {t.listFile}
    </Button>
  )
}
