// Converts uploads in threads with a bound of memory and of time; a file that breaks either is refused and its thread ended.
// Answers nothing itself: every refusal is a FormatRefusal.
import { Worker } from 'node:worker_threads'
import type { SourceDocument } from '#domain/reading/source.ts'
import { workerUrl } from '#server/platform/worker-url.ts'
import { FormatRefusal } from './format-refusal.ts'
import type { FormatAnswer, FormatJob } from './worker.ts'
import type { ReadWorkbook } from './xlsx-read.ts'

export type ConversionLimits = {
  milliseconds: number
  /** JavaScript objects of the thread. */
  heapMb: number
  /** What the whole process may grow by meanwhile: buffers are no part of a thread's heap. */
  growthMb: number
}

// The largest real plan (66 pages as PDF) takes 2 s and 150 MB; 205,000 cells take 0.5 s and 200 MB.
export const conversionLimits: ConversionLimits = { milliseconds: 45_000, heapMb: 768, growthMb: 1_200 }

/** How many files are converted at the same time; others wait. The machine's memory is one for all callers. */
const atOnce = 2

export async function readSourceInWorker(
  bytes: Uint8Array,
  fileName: string,
  limits: ConversionLimits = conversionLimits,
): Promise<SourceDocument> {
  const answer = await convert({ read: 'source', bytes, fileName }, limits)
  if (answer.kind !== 'source') throw unexpected(answer)
  return answer.source
}

export async function readWorkbookInWorker(
  bytes: Uint8Array,
  fileName: string,
  limits: ConversionLimits = conversionLimits,
): Promise<ReadWorkbook> {
  const answer = await convert({ read: 'workbook', bytes, fileName }, limits)
  if (answer.kind !== 'workbook') throw unexpected(answer)
  return answer.workbook
}

export async function checkEvidenceInWorker(bytes: Uint8Array, fileName: string): Promise<void> {
  const answer = await convert({ read: 'evidence', bytes, fileName }, conversionLimits)
  if (answer.kind !== 'checked') throw unexpected(answer)
}

function unexpected(answer: FormatAnswer): Error {
  if (answer.kind === 'refused') return new FormatRefusal(answer.code, answer.detail)
  return new Error(answer.kind === 'failed' ? answer.message : `the format worker answered ${answer.kind}`)
}

// The waiting line belongs to the process, as its memory does; it holds nothing of any tenant.
const line: { running: number; waiting: (() => void)[] } = { running: 0, waiting: [] }

async function convert(job: FormatJob, limits: ConversionLimits): Promise<FormatAnswer> {
  if (line.running >= atOnce) await new Promise<void>((resolve) => line.waiting.push(resolve))
  else line.running += 1
  try {
    return await runJob(job, limits, await workerUrl('format-worker'))
  } finally {
    const next = line.waiting.shift()
    if (next === undefined) line.running -= 1
    else next()
  }
}

/** Each file has a thread of its own (40 ms): what one file left behind cannot reach the next. */
function runJob(job: FormatJob, limits: ConversionLimits, url: URL): Promise<FormatAnswer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(url, {
      resourceLimits: { maxOldGenerationSizeMb: limits.heapMb, stackSizeMb: 8 },
    })
    const begun = process.memoryUsage.rss()
    const end = (settle: () => void): void => {
      clearTimeout(clock)
      clearInterval(watch)
      settle()
      void worker.terminate()
    }
    const clock = setTimeout(() => {
      end(() => reject(new FormatRefusal('too_slow', { seconds: Math.round(limits.milliseconds / 1000) })))
    }, limits.milliseconds)
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - begun > limits.growthMb * 1024 * 1024)
        end(() => reject(new FormatRefusal('too_big')))
    }, 50)
    worker.once('message', (answer: FormatAnswer) => end(() => resolve(answer)))
    worker.once('error', (error) => {
      const isFull = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      end(() => reject(isFull ? new FormatRefusal('too_big') : error))
    })
    worker.once('exit', (code) => end(() => reject(new Error(`the format worker ended with ${code}`))))
    // Copied, not handed over: the caller stores the bytes afterwards.
    worker.postMessage(job)
  })
}
