/** What a body may be at most, in bytes and in milliseconds until its end. */
export type BodyBounds = { bytes: number; ms: number }

/**
 * The body of a request, read no further than its bounds allow.
 * @param add is told each piece as it comes
 * @returns the whole of it, or which bound it passed
 */
export async function boundedBody(
  request: Request,
  { bytes, ms }: BodyBounds,
  add: (piece: Uint8Array) => void,
): Promise<Buffer | 'too-large' | 'too-slow'> {
  if (Number(request.headers.get('content-length') ?? 0) > bytes) return 'too-large'
  const reader = request.body?.getReader()
  if (!reader) return Buffer.alloc(0)
  let isLate = false
  const giveUp = () => void reader.cancel().catch(() => {})
  const deadline = setTimeout(() => {
    isLate = true
    // What is being waited for then ends, as if the body did.
    giveUp()
  }, ms)
  try {
    const body = await readUpTo(bytes, reader, add)
    if (body === null) giveUp()
    return isLate ? 'too-slow' : (body ?? 'too-large')
  } finally {
    clearTimeout(deadline)
  }
}

async function readUpTo(
  most: number,
  reader: ReadableStreamDefaultReader<Uint8Array>,
  add: (piece: Uint8Array) => void,
): Promise<Buffer | null> {
  const pieces: Uint8Array[] = []
  let size = 0
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    size += next.value.length
    if (size > most) return null
    add(next.value)
    pieces.push(next.value)
  }
  return Buffer.concat(pieces)
}
