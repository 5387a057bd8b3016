const orientationTag = 0x0112
const entryBytes = 12

/** Which way up the picture is (2 to 8), by the first directory of an EXIF block; null where it is as it should be. */
export function orientationIn(tiff: Buffer): number | null {
  if (tiff.length < 14) return null
  const little = tiff.toString('latin1', 0, 2) === 'II'
  const short = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const start = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  if (start + 2 > tiff.length) return null
  for (let entry = 0; entry < short(start); entry++) {
    const at = start + 2 + entry * entryBytes
    if (at + entryBytes > tiff.length) return null
    if (short(at) === orientationTag) return short(at + 8) >= 2 && short(at + 8) <= 8 ? short(at + 8) : null
  }
  return null
}

/** A whole segment of EXIF that says nothing but which way up the picture is. */
export function orientationOnly(orientation: number): Buffer {
  const head = Buffer.from('ffe10022457869660000' + '4d4d002a00000008', 'hex')
  const directory = Buffer.from('0001' + '0112000300000001' + '00000000' + '00000000', 'hex')
  directory.writeUInt16BE(orientation, 10)
  return Buffer.concat([head, directory])
}
