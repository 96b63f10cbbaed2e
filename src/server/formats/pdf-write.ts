// Writes an official document as PDF: tagged, with Tinos inside, in the layout of Decree 30/2020. Unsigned: the
// signature's place is left free for the agency's own document system.
import { Worker } from 'node:worker_threads'
import type { OfficialDocument } from '#domain/writing/official-document.ts'
import { checkPageLayout, decreeLayout, type PageLayout } from '#domain/writing/page-layout.ts'
import { printDocument } from '#domain/writing/printed-document.ts'
import { signatureSpace } from '#domain/writing/printed-header.ts'
import { cellPadding } from '#domain/writing/printed-table.ts'
import { withBreaks } from './pdf-write-breaks.ts'
import type { TypstAnswer, TypstJob } from './typst-worker.ts'
import { workerUrl } from '#server/platform/worker-url.ts'

// The largest document known, 66 pages, takes 1.8 s; a minute means that something hangs.
const longestRun = 60_000

/** The same document gives the same bytes. */
export async function writePdf(
  document: OfficialDocument,
  layout: PageLayout = decreeLayout,
): Promise<Uint8Array> {
  const faults = checkPageLayout(layout)
  if (faults.length > 0) throw new RangeError(`layout outside Decree 30/2020: ${faults.join(', ')}`)
  const printed = withBreaks(printDocument(document, layout))
  const job: TypstJob = { document: JSON.stringify({ ...printed, cellPadding, signatureSpace }) }
  const answer = await runTypst(job)
  if (!answer.ok) throw new Error(`Typst: ${answer.message}`)
  return answer.pdf
}

async function runTypst(job: TypstJob): Promise<TypstAnswer> {
  const program = await workerUrl('typst-worker')
  return await new Promise((resolve, reject) => {
    const worker = new Worker(program, {
      workerData: job,
      resourceLimits: { maxOldGenerationSizeMb: 512 },
    })
    const timer = setTimeout(() => {
      reject(new Error(`Typst did not finish within ${longestRun} ms`))
      void worker.terminate()
    }, longestRun)
    const end = (settle: () => void) => {
      clearTimeout(timer)
      settle()
    }
    worker.once('message', (answer: TypstAnswer) => end(() => resolve(answer)))
    worker.once('error', (error) => end(() => reject(error)))
    worker.once('exit', (code) => end(() => reject(new Error(`the Typst worker ended with ${code}`))))
  })
}
