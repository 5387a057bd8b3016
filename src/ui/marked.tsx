type Piece = { text: string; marked: boolean }

/** Text with what was looked for in it marked. The pieces are text, never HTML. */
export function Marked({ pieces }: { pieces: Piece[] }) {
  return pieces.map(({ text, marked }, at) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the text never changes, so a place in it is its name
    marked ? <mark key={at}>{text}</mark> : text,
  )
}
