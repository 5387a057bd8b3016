/** Pictures with what cameras write into them, made piece by piece. The place is a word that can be looked for. */
export const place = '41.1496N 8.6109W'

const segment = (marker: number, contents: Buffer) => {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(contents.length + 2, 2)
  return Buffer.concat([head, contents])
}

/** An EXIF block that says which way up the picture is, and where it was taken. */
function exif(orientation: number, order: 'II' | 'MM' = 'II'): Buffer {
  const little = order === 'II'
  const short = (value: number) => {
    const bytes = Buffer.alloc(2)
    if (little) bytes.writeUInt16LE(value)
    else bytes.writeUInt16BE(value)
    return bytes
  }
  const long = (value: number) => {
    const bytes = Buffer.alloc(4)
    if (little) bytes.writeUInt32LE(value)
    else bytes.writeUInt32BE(value)
    return bytes
  }
  const entry = (tag: number, type: number, count: number, value: Buffer) =>
    Buffer.concat([short(tag), short(type), long(count), value, Buffer.alloc(4 - value.length)])
  return Buffer.concat([
    Buffer.from(order),
    short(42),
    long(8),
    short(2),
    entry(0x010e, 2, place.length, long(38)),
    entry(0x0112, 3, 1, short(orientation)),
    long(0),
    Buffer.from(place),
  ])
}

/** What any picture of a JPEG needs: tables, frame and a scan in two parts with marks that must not be taken for others. */
export const jpegPicture = Buffer.concat([
  segment(0xdb, Buffer.alloc(65, 1)),
  segment(0xc2, Buffer.from([8, 0, 1, 0, 1, 1, 1, 0x11, 0])),
  segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
  Buffer.from([1, 2, 0xff, 0x00, 3, 0xff, 0xd0, 4]),
  segment(0xc4, Buffer.alloc(20, 2)),
  segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
  Buffer.alloc(70_000, 7),
  Buffer.from([0xff, 0x00, 9]),
])

const start = Buffer.from([0xff, 0xd8])
const end = Buffer.from([0xff, 0xd9])
const jfif = segment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1'))
const profile = segment(0xe2, Buffer.from('ICC_PROFILE\0\x01\x01colours', 'latin1'))

export const bareJpeg = Buffer.concat([start, jfif, profile, jpegPicture, end])

/** The same picture as a phone sends it, with a second one behind its end. */
export function photo(orientation = 1, order: 'II' | 'MM' = 'II'): Buffer {
  const taken = segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), exif(orientation, order)]))
  return Buffer.concat([
    start,
    jfif,
    taken,
    segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0<x>${place}</x>`, 'latin1')),
    segment(0xed, Buffer.from(`Photoshop 3.0\0${place}`, 'latin1')),
    profile,
    segment(0xe2, Buffer.from(`MPF\0${place}`, 'latin1')),
    segment(0xfe, Buffer.from(place)),
    jpegPicture,
    end,
    start,
    taken,
    end,
  ])
}

function pngChunk(name: string, contents: string | Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(contents.length)
  return Buffer.concat([length, Buffer.from(name), Buffer.from(contents), Buffer.alloc(4, 0xcc)])
}
const pngSignature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
const pngPicture = [pngChunk('IHDR', Buffer.alloc(13, 1)), pngChunk('IDAT', Buffer.alloc(90_000, 5))]
const pngEnd = pngChunk('IEND', '')

export const barePng = Buffer.concat([pngSignature, ...pngPicture, pngEnd])
export const pngWithPlace = Buffer.concat([
  pngSignature,
  ...pngPicture.slice(0, 1),
  pngChunk('eXIf', exif(1, 'MM')),
  pngChunk('tEXt', `Location\0${place}`),
  pngChunk('iTXt', `XML:com.adobe.xmp\0${place}`),
  ...pngPicture.slice(1),
  pngEnd,
  Buffer.from(place),
])

const webpChunk = (name: string, contents: Buffer) => {
  const head = Buffer.concat([Buffer.from(name), Buffer.alloc(4)])
  head.writeUInt32LE(contents.length, 4)
  return Buffer.concat([head, contents, Buffer.alloc(contents.length % 2)])
}

function webp(flags: number, words: Buffer[]): Buffer {
  const contents = [
    webpChunk('VP8X', Buffer.from([flags, 0, 0, 0, 0, 0, 0, 0, 0, 0])),
    webpChunk('VP8 ', Buffer.alloc(81, 3)),
    ...words,
  ]
  return webpChunk('RIFF', Buffer.concat([Buffer.from('WEBP'), ...contents]))
}
const xmp = Buffer.from(`<x>${place}</x>`)

export const webpWithPlace = webp(0x1c, [webpChunk('EXIF', exif(1)), webpChunk('XMP ', xmp)])
/** The same with nothing in their place, under another name. */
export const bareWebp = webp(0x10, [
  webpChunk('JUNK', Buffer.alloc(exif(1).length)),
  webpChunk('JUNK', Buffer.alloc(xmp.length)),
])
