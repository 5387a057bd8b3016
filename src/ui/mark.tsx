/**
 * The mark: a holdfast, the grip with which kelp keeps to the rock. It takes the colour of the text round it.
 * Give `name` where the mark stands alone; beside the written name it is decoration and stays silent.
 */
export function Mark({ name }: { name?: string }) {
  const meaning = name ? { role: 'img', 'aria-label': name } : { 'aria-hidden': true }
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: named by aria-label, or silent beside the written name
    <svg className="mark" viewBox="0 0 32 32" width="32" height="32" {...meaning}>
      <g fill="none" stroke="currentColor" strokeWidth="2.5" strokeLinecap="round">
        <path d="M16 3v11" />
        <path d="M16 14c0 7-11 4-12 14M16 14c0 7-4 7-4 14M16 14c0 7 4 7 4 14M16 14c0 7 11 4 12 14" />
        <path d="M16 10c0-4 4-6 8-6M16 12c0-3-4-5-8-5" />
      </g>
    </svg>
  )
}
