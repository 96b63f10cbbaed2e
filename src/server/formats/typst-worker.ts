// Compiles one document in a thread of its own: Typst is synchronous and keeps a cache for the whole process.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { pdfTemplate } from './pdf-write-template.ts'

export type TypstJob = { document: string }
export type TypstAnswer = { ok: true; pdf: Uint8Array } | { ok: false; message: string }

const faces = [
  '400Regular/Tinos_400Regular',
  '400Regular_Italic/Tinos_400Regular_Italic',
  '700Bold/Tinos_700Bold',
  '700Bold_Italic/Tinos_700Bold_Italic',
]

function compile(job: TypstJob): TypstAnswer {
  const fonts = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/tinos/package.json'))
  // Nothing but the fonts' folder can be read; packages cannot be fetched from within.
  const compiler = NodeCompiler.create({
    workspace: fonts,
    fontArgs: [{ fontBlobs: faces.map((face) => readFileSync(join(fonts, `${face}.ttf`))) }],
  })
  try {
    const compiled = compiler.compile({ mainFileContent: pdfTemplate, inputs: { document: job.document } })
    const document = compiled.result
    if (document === null)
      return {
        ok: false,
        message: JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics ?? 'no document'),
      }
    return { ok: true, pdf: Uint8Array.from(compiler.pdf(document, { creationTimestamp: 0, pdfTags: true })) }
  } finally {
    // Without it 240 different documents grew the process to 5.9 GB.
    compiler.evictCache(5)
  }
}

// The one place that starts this file gives it a TypstJob.
const answer = compile(workerData as TypstJob)
if (answer.ok) parentPort?.postMessage(answer, [answer.pdf.buffer as ArrayBuffer])
else parentPort?.postMessage(answer)
