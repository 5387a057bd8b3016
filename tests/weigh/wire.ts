import { get, type IncomingHttpHeaders } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'

type Asked = { encoding: 'br' | 'gzip'; light?: boolean; cookie?: string }
type Answer = { status: number; headers: IncomingHttpHeaders; bytes: number; text: string }

/** What a page costs whoever asks for it so: the bytes of its HTML and its style sheets, and of its scripts by path. */
export type Weight = { html: number; page: number; scripts: Map<string, number> }

const files = new Map<string, Promise<number>>()

/** Fetches a page as a browser with an empty cache does, and weighs the bodies of the answers as they came. */
export async function weigh(address: string, asked: Asked): Promise<Weight> {
  const { status, bytes, text } = await fetchRaw(address, asked)
  if (status !== 200) throw new Error(`${address} is answered with ${status}`)
  const sheets = await sizes(address, linked(text, /<link rel="stylesheet" href="([^"]+)"/g), asked)
  const scripts = await sizes(address, firstScripts(text), asked)
  return { html: bytes, page: bytes + sum(sheets), scripts }
}

/** The scripts that a page loads by itself. Browsers that know modules leave out those for older ones. */
function firstScripts(html: string): string[] {
  const scripts = [...html.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag)
  return linked(scripts.filter(tag => !/\bnomodule\b/i.test(tag)).join(''), /\bsrc="([^"]+)"/g)
}

function linked(html: string, pattern: RegExp): string[] {
  return [...new Set([...html.matchAll(pattern)].map(([, path = '']) => path))]
}

async function sizes(page: string, paths: string[], asked: Asked): Promise<Map<string, number>> {
  const weighed = paths.map(async path => [path, await sizeOf(new URL(path, page).href, asked)] as const)
  return new Map(await Promise.all(weighed))
}

/** What these files weigh together, without those that are named. */
export function sum(files: Map<string, number>, without: Set<string> = new Set()): number {
  return [...files].reduce((total, [path, bytes]) => total + (without.has(path) ? 0 : bytes), 0)
}

/** Built files never change, so each is fetched once for each way to ask. */
function sizeOf(file: string, asked: Asked): Promise<number> {
  const key = `${file} ${asked.encoding} ${asked.light ?? false}`
  const known = files.get(key) ?? fetchRaw(file, asked).then(({ bytes }) => bytes)
  files.set(key, known)
  return known
}

function fetchRaw(address: string, { encoding, light, cookie }: Asked): Promise<Answer> {
  const headers = {
    accept: 'text/html,*/*;q=0.8',
    'accept-encoding': encoding,
    ...(light && { 'save-data': 'on' }),
    ...(cookie && { cookie }),
  }
  return new Promise((resolve, reject) => {
    get(address, { headers }, response => {
      const parts: Buffer[] = []
      response.on('data', part => parts.push(part))
      response.on('error', reject)
      response.on('end', () => {
        const body = Buffer.concat(parts)
        const { statusCode = 0, headers: answered } = response
        const text = unpacked(body, answered['content-encoding']).toString()
        resolve({ status: statusCode, headers: answered, bytes: body.length, text })
      })
    }).on('error', reject)
  })
}

function unpacked(body: Buffer, encoding: string | undefined): Buffer {
  if (encoding === 'br') return brotliDecompressSync(body)
  return encoding === 'gzip' ? gunzipSync(body) : body
}
