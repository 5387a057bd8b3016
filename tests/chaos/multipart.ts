import type { Button, Field, ReadForm } from './read-form.ts'

/** A form as the body of a request, byte by byte as browsers write it. The button comes last. */
export function multipart({ fields }: ReadForm, button: Button | null, boundary: string): Buffer {
  const sent = fields.filter(({ choices, value }) => !choices || choices.includes(value))
  const parts = [...sent, ...(button ? [button] : [])].flatMap(partsOf)
  const begin = `--${boundary}\r\nContent-Disposition: form-data; name=`
  return Buffer.concat([
    ...parts.flatMap(({ head, body }) => [Buffer.from(begin + head), body, Buffer.from('\r\n')]),
    Buffer.from(`--${boundary}--\r\n`),
  ])
}

function partsOf({ name, value, files }: Field): { head: string; body: Buffer }[] {
  if (!files) return [{ head: `${quoted(name)}\r\n\r\n`, body: Buffer.from(lines(value)) }]
  // A field in which nothing is chosen is sent as well: as a file without a name and with nothing in it.
  const chosen = files.length > 0 ? files : [{ name: '', bytes: Buffer.alloc(0) }]
  return chosen.map(({ name: file, bytes }) => ({
    head: `${quoted(name)}; filename=${quoted(file)}\r\nContent-Type: application/octet-stream\r\n\r\n`,
    body: bytes,
  }))
}

const quoted = (name: string) => `"${name.replaceAll('"', '%22')}"`
const lines = (value: string) => value.replace(/\r\n|\r|\n/g, '\r\n')
