import { useState } from 'react'
import { allocationContract } from '#contract/allocation.ts'
import { sayShare } from '#domain/allocation/share-words.ts'
import { isSameShare, type ShareFigures } from '#domain/allocation/shares.ts'
import type { Whole } from '#domain/allocation/whole.ts'
import type { UnitId } from '#domain/basics/ids.ts'
import { ApiProblem } from '#web/platform/api-problem.ts'
import { useWrite } from '#web/platform/data.ts'
import { useLanguage, useTexts } from '#web/platform/language.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { FileDrop, type FileState } from '#web/ui/file-drop.tsx'
import { Notice } from '#web/ui/notice.tsx'
import { Table } from '#web/ui/table.tsx'
import { en } from './allocation.en.ts'
import { vi } from './allocation.vi.ts'
import type { AllocationPage } from './use-allocation.ts'

const texts = { vi, en }

/** A file of shares: every fault with its cell, or what would change; taken over whole or not at all. */
export function UploadDialog({
  page,
  whole,
  onApply,
  onClose,
}: {
  page: AllocationPage
  whole: Whole
  onApply: (taken: Map<UnitId, ShareFigures>) => void
  onClose: () => void
}) {
  const t = useTexts(texts).upload
  const language = useLanguage()
  const [file, setFile] = useState<FileState>({ kind: 'empty' })
  const check = useWrite(allocationContract.checkShares, { refresh: [] })
  const take = (chosen: File) => {
    setFile({ kind: 'sending', name: chosen.name, share: null })
    check
      .sendAndWait({
        params: { targetId: page.target.targetId },
        query: { fileName: chosen.name },
        bytes: chosen,
      })
      .then(
        ({ faultCount }) =>
          setFile(
            faultCount === 0
              ? { kind: 'received', name: chosen.name }
              : { kind: 'refused', name: chosen.name, message: t.faults(faultCount) },
          ),
        (error: unknown) =>
          setFile({
            kind: 'refused',
            name: chosen.name,
            message: error instanceof ApiProblem ? `${error.title}. ${error.detail}` : String(error),
          }),
      )
  }
  const again = () => {
    setFile({ kind: 'empty' })
    check.clear()
  }
  const reply = file.kind === 'sending' || check.problem !== null ? undefined : check.reply
  const changed = (reply?.shares ?? []).filter((one) => !isSameShare(one.before, one.after))
  return (
    <Dialog
      title={t.title}
      open
      width="wide"
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t.cancel}</Button>
          <Button
            kind="primary"
            disabled={changed.length === 0}
            onPress={() => onApply(new Map(changed.map((one) => [one.unitId, one.after])))}
          >
            {t.apply}
          </Button>
        </>
      }
    >
      <div className="allocation-form">
        <p className="muted">{t.text}</p>
        <FileDrop
          label={t.file}
          hint={t.hint}
          accept={['.xlsx']}
          mostMegabytes={25}
          state={file}
          onFile={take}
          onRemove={again}
          onRefused={again}
        />
        {check.busy && <p role="status">{t.checking}</p>}
        {reply !== undefined && reply.faultCount > 0 && (
          <Table
            caption={t.faultsCaption}
            rows={reply.faults.map((fault, index) => ({ ...fault, key: String(index) }))}
            keyOf={(row) => row.key}
            columns={[
              { key: 'cell', title: t.cell, main: true, oneLine: true, cell: (row) => row.cell ?? '—' },
              { key: 'sheet', title: t.sheet, oneLine: true, cell: (row) => row.sheet },
              {
                key: 'value',
                title: t.value,
                cell: (row) => (row.value === '' ? <span className="muted">{t.none}</span> : row.value),
              },
              { key: 'message', title: t.message, cell: (row) => row.message },
              { key: 'mend', title: t.mend, cell: (row) => row.mend },
            ]}
          />
        )}
        {reply !== undefined && reply.faultCount === 0 && (
          <>
            <Notice kind={changed.length === 0 ? 'info' : 'success'} announce>
              {t.preview(changed.length)}
            </Notice>
            {changed.length > 0 && (
              <Table
                caption={t.previewCaption}
                rows={changed}
                keyOf={(row) => row.unitId}
                columns={[
                  { key: 'unit', title: t.columns.unit, main: true, cell: (row) => row.name },
                  {
                    key: 'before',
                    title: t.columns.before,
                    numeric: true,
                    cell: (row) => sayShare(whole.measure, row.before, null, language),
                  },
                  {
                    key: 'after',
                    title: t.columns.after,
                    numeric: true,
                    cell: (row) => <b>{sayShare(whole.measure, row.after, null, language)}</b>,
                  },
                ]}
              />
            )}
          </>
        )}
      </div>
    </Dialog>
  )
}
