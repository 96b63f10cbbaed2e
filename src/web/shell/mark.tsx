/** The sign of the product: the N of Năm under the breve of its ă. */
export function Mark({ size = 24 }: { size?: number }) {
  return (
    <svg className="mark" viewBox="0 0 24 24" width={size} height={size} aria-hidden>
      <rect width="24" height="24" rx="6" className="mark-ground" />
      <path d="M7.5 18.2V9.6l9 8.6V9.6" className="mark-line" />
      <path d="M9.3 4.9c1.4 1.5 4 1.5 5.4 0" className="mark-line" />
    </svg>
  )
}
