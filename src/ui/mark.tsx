/**
 * The mark: a holdfast, the grip with which kelp keeps to the rock. It takes the colour of the text round it.
 * Give `name` where the mark stands alone; beside the written name it is decoration and stays silent.
 */
export function Mark({ name }: { name?: string }) {
  const meaning = name ? { role: 'img', 'aria-label': name } : { 'aria-hidden': true }
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: named by aria-label, or silent beside the written name
    <svg className="mark" viewBox="0 0 32 32" width="32" height="32" fill="currentColor" {...meaning}>
      <path d="M16 0c5 4.5 5 9 0 15c-5-6-5-10.5 0-15" />
      <path
        fill="none"
        stroke="currentColor"
        strokeWidth="2.5"
        strokeLinecap="round"
        d="M16 13v5M4 30c2-10 12-8 12-13c0 5 10 3 12 13M11.5 30c.5-7 4.5-7 4.5-13c0 6 4 6 4.5 13M1.5 30.5h29"
      />
    </svg>
  )
}
