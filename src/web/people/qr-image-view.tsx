import { useMemo } from 'react'
import { qrCode } from './qr-code.ts'

// The standard asks for four light modules around it.
const quiet = 4

/** A code to be read by a phone's camera. The same text stands beside it, so it is not read out. */
export function QrImage({ text }: { text: string }) {
  const drawing = useMemo(() => {
    const rows = qrCode(text)
    return rows === null ? null : { size: rows.length + 2 * quiet, path: pathOf(rows) }
  }, [text])
  if (drawing === null) return null
  return (
    <svg
      className="qr-image"
      viewBox={`0 0 ${drawing.size} ${drawing.size}`}
      shapeRendering="crispEdges"
      aria-hidden="true"
    >
      <rect className="qr-ground" width={drawing.size} height={drawing.size} />
      <path className="qr-dark" d={drawing.path} />
    </svg>
  )
}

function pathOf(rows: readonly (readonly boolean[])[]): string {
  return rows
    .flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x + quiet} ${y + quiet}h1v1h-1z`] : [])))
    .join('')
}
