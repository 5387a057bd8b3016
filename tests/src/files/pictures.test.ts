import { expect, test } from 'vitest'
import { ByteReader } from '#src/files/byte-reader.ts'
import { withoutMetadata } from '#src/files/pictures/without-metadata.ts'
import {
  bareJpeg,
  barePng,
  bareWebp,
  jpegPicture,
  photo,
  place,
  pngWithPlace,
  webpWithPlace,
} from '#tests/support/pictures.ts'

/** The file as it comes out when it comes in parts of that many bytes. */
async function stripped(file: Buffer, type: string, partBytes: number): Promise<Buffer> {
  function* parts() {
    for (let at = 0; at < file.length; at += partBytes) yield file.subarray(at, at + partBytes)
  }
  const out: Uint8Array[] = []
  for await (const part of withoutMetadata(new ByteReader(parts()), type)) out.push(part)
  return Buffer.concat(out)
}

const partSizes = [1, 7, 1000, 65_536, 1_000_000]

test('A photo loses its place, its comments and the pictures behind it, however it arrives', async () => {
  for (const size of partSizes) {
    const kept = await stripped(photo(), 'image/jpeg', size)
    expect(kept.equals(bareJpeg), `in parts of ${size} bytes`).toBe(true)
  }
})

test('A photo stays the right way up', async () => {
  for (const order of ['II', 'MM'] as const) {
    const kept = await stripped(photo(6, order), 'image/jpeg', 1000)
    expect(kept.includes(place)).toBe(false)
    expect(kept.includes(jpegPicture)).toBe(true)
    const exif = kept.indexOf('Exif\0\0')
    expect(kept.subarray(exif + 6, exif + 32).toString('hex')).toBe(
      '4d4d002a00000008' + '0001' + '0112000300000001' + '00060000' + '00000000',
    )
    expect(kept.readUInt16BE(exif - 2)).toBe(34)
  }
})

test('A photo that is already bare is not changed by a bit', async () => {
  for (const size of partSizes)
    expect((await stripped(bareJpeg, 'image/jpeg', size)).equals(bareJpeg)).toBe(true)
})

test('A PNG loses the chunks that hold words, and what follows its end', async () => {
  for (const size of partSizes)
    expect((await stripped(pngWithPlace, 'image/png', size)).equals(barePng)).toBe(true)
})

test('In a WebP the words are overwritten, and it says no more that it has any', async () => {
  for (const size of partSizes)
    expect((await stripped(webpWithPlace, 'image/webp', size)).equals(bareWebp)).toBe(true)
})

test('What breaks off or makes no sense passes as far as it goes, and nothing waits for more', async () => {
  for (const [file, type] of [
    [photo(), 'image/jpeg'],
    [pngWithPlace, 'image/png'],
    [webpWithPlace, 'image/webp'],
  ] as const)
    for (let length = 0; length < 400; length += 3)
      expect((await stripped(file.subarray(0, length), type, 50)).length).toBeLessThanOrEqual(length)
  const nonsense = Buffer.concat([bareJpeg.subarray(0, 20), Buffer.from('this is no segment')])
  expect((await stripped(nonsense, 'image/jpeg', 5)).equals(nonsense)).toBe(true)
})

test('Every other file passes untouched', async () => {
  const file = photo()
  expect((await stripped(file, 'application/octet-stream', 1000)).equals(file)).toBe(true)
})
