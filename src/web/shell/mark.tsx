/** The sign of the product: a year that closes on itself, with the gap that the report fills. */
export function Mark({ size = 24 }: { size?: number }) {
  return (
    <svg className="mark" viewBox="0 0 24 24" width={size} height={size} aria-hidden>
      <rect width="24" height="24" rx="6" className="mark-ground" />
      <path d="M16.9 8.6A6 6 0 1 0 18 12" className="mark-ring" />
      <path d="m14.2 11.4 3.8 .9 1-3.8" className="mark-ring" />
    </svg>
  )
}
