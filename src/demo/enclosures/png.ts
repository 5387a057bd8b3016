import { deflateSync } from 'node:zlib'

type Colour = [red: number, green: number, blue: number]

/** A small picture as a PNG with a palette: `colourAt` says which of its colours each point has. */
export function drawn(
  [width, height]: [number, number],
  palette: Colour[],
  colourAt: (x: number, y: number) => number,
): Buffer {
  const lines = Array.from({ length: height }, (_, y) =>
    // Each line begins with how it was filtered: not at all.
    Buffer.from([0, ...Array.from({ length: width }, (_, x) => colourAt(x, y))]),
  )
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 3], 8)
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(palette.flat())),
    chunk('IDAT', deflateSync(Buffer.concat(lines))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(name: string, contents: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(contents.length)
  const body = Buffer.concat([Buffer.from(name, 'latin1'), contents])
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(checkSum(body))
  return Buffer.concat([length, body, sum])
}

/** CRC-32, bit by bit; Node's own came with 20.15. */
function checkSum(bytes: Buffer): number {
  let sum = 0xffffffff
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1
  }
  return (sum ^ 0xffffffff) >>> 0
}
