import type { Encoding } from './accepted-encoding.ts'
import { compressed, compressedLight, compressor } from './compression.ts'
import type { BodyTaker, Outlet } from './outlet.ts'
import { type ScriptFilter, scriptFilter } from './script-filter.ts'

// A page is well below that: then it is compressed in one go and its length is known. What is larger, or slow to
// come, goes out in parts, so that neither the memory nor the patience of anybody is used up.
const usual = { most: 256 * 1024, patience: 250 }

/** Lets everything through. */
const nothingOut = (): ScriptFilter => ({ take: text => text, end: () => '' })

/** Takes the body of a page, and sends it without its scripts and compressed. */
export function leanBody(encoding: Encoding, outlet: Outlet): BodyTaker {
  return packedBody(encoding, outlet, scriptFilter, compressedLight)
}

/** Takes the body of a page, and sends it compressed: all of what is filtered at once, where it comes at once. */
export function packedBody(
  encoding: Encoding,
  outlet: Outlet,
  filterOf: () => ScriptFilter = nothingOut,
  pack: Pack = compressed,
): BodyTaker {
  const { most, patience } = usual
  let collected: Buffer[] = []
  let size = 0
  let stream: BodyTaker | undefined
  const late = setTimeout(goOn, patience)

  function goOn(): boolean {
    clearTimeout(late)
    stream ??= inParts(encoding, outlet, filterOf())
    const body = Buffer.concat(collected)
    collected = []
    return stream.take(body)
  }

  return {
    take(part) {
      if (stream) return stream.take(part)
      collected.push(part)
      size += part.length
      return size > most ? goOn() : true
    },
    end() {
      clearTimeout(late)
      if (stream) stream.end()
      else whole(Buffer.concat(collected), encoding, outlet, filterOf(), pack)
    },
    abandon() {
      clearTimeout(late)
      collected = []
      stream?.abandon()
    },
  }
}

type Pack = (text: Buffer, encoding: Encoding) => Buffer | Promise<Buffer>

function whole(body: Buffer, accepted: Encoding, outlet: Outlet, filter: ScriptFilter, pack: Pack): void {
  const { sent, encoding } = packed(body, accepted, filter, pack)
  const send = (bytes: Buffer) => {
    outlet.head({ ...describing(encoding), 'content-length': String(bytes.length) })
    outlet.end(bytes)
  }
  if (sent instanceof Promise) sent.then(send).catch(outlet.fail)
  else send(sent)
}

// A fault in here lets the page out as it came: its policy forbids its scripts all the same.
function packed(
  body: Buffer,
  accepted: Encoding,
  filter: ScriptFilter,
  pack: Pack,
): { sent: Buffer | Promise<Buffer>; encoding: Encoding } {
  try {
    const lean = Buffer.from(filter.take(body.toString('latin1')) + filter.end(), 'latin1')
    const encoding = lean.length === 0 ? 'identity' : accepted
    return { sent: pack(lean, encoding), encoding }
  } catch {
    return { sent: body, encoding: 'identity' }
  }
}

function inParts(encoding: Encoding, outlet: Outlet, filter: ScriptFilter): BodyTaker {
  const lean = (part: Buffer) => Buffer.from(filter.take(part.toString('latin1')), 'latin1')
  const rest = () => Buffer.from(filter.end(), 'latin1')
  outlet.head(describing(encoding))
  if (encoding === 'identity') {
    return {
      take: part => outlet.write(lean(part)),
      end: () => outlet.end(rest()),
      abandon() {},
    }
  }
  const packing = compressor(encoding)
  packing.on('data', (part: Buffer) => {
    if (!outlet.write(part)) packing.pause()
  })
  packing.on('end', () => outlet.end(Buffer.alloc(0)))
  packing.on('drain', outlet.ready)
  packing.on('error', outlet.fail)
  outlet.onReady(() => packing.resume())
  return {
    take(part) {
      const room = packing.write(lean(part))
      packing.flush()
      return room && !packing.isPaused()
    },
    end: () => void packing.end(rest()),
    abandon: () => void packing.destroy(),
  }
}

function describing(encoding: Encoding): Record<string, string> {
  return encoding === 'identity' ? {} : { 'content-encoding': encoding }
}
