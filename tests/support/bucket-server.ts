import { createHash, createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream, createWriteStream, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { rename, rm, stat } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'

const keys = { accessKeyId: 'DESK', secretAccessKey: 'a secret that the bucket knows' }
const region = 'pier-1'
const bucketName = 'kelp-bay'

/** What the bucket does with a request in place of what it should; undefined: nothing but its work. */
type Manner = (request: IncomingMessage, answer: ServerResponse) => 'done' | undefined

/**
 * A bucket that speaks as much S3 as a desk needs, over a real line: it puts, gives (from a byte on) and deletes, refuses
 * what is not signed with its secret (AWS Signature Version 4) or says no length, and compares what comes with the checksum
 * that was announced. `manner` lets it misbehave; `received` and `sent` count bytes.
 */
export async function openBucket() {
  const folder = mkdtempSync(path.join(tmpdir(), 'bucket-'))
  const state = {
    manner: undefined as Manner | undefined,
    /** Until when it reads nothing of what comes. */
    reads: undefined as Promise<unknown> | undefined,
    received: 0,
    sent: 0,
    asked: [] as string[],
  }
  const server = createServer((request, answer) => {
    state.asked.push(`${request.method} ${request.headers.range ?? ''}`.trim())
    serve(request, answer).catch(() => answer.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const at = server.address()
  const endpoint = `http://127.0.0.1:${at instanceof Object ? at.port : 0}`
  const close = () => {
    server.closeAllConnections()
    server.close()
    rmSync(folder, { recursive: true, force: true })
  }

  async function serve(request: IncomingMessage, answer: ServerResponse) {
    if (state.manner?.(request, answer) === 'done') return
    if (!isSigned(request)) return refuse(answer, 403, 'SignatureDoesNotMatch')
    const [, bucket, ...rest] = (request.url ?? '').split('/')
    const file = path.join(folder, rest.join('-'))
    if (bucket !== bucketName) return refuse(answer, 404, 'NoSuchBucket')
    if (request.method === 'PUT') return put(request, answer, file)
    if (request.method === 'DELETE') {
      await rm(file, { force: true })
      return answer.writeHead(204).end()
    }
    return give(request, answer, file)
  }

  async function put(request: IncomingMessage, answer: ServerResponse, file: string) {
    if (request.headers['content-length'] === undefined) return refuse(answer, 411, 'MissingContentLength')
    const digest = createHash('sha256')
    await state.reads
    const half = `${file}.${state.asked.length}.half`
    await pipeline(
      request,
      async function* (parts: AsyncIterable<Buffer>) {
        for await (const part of parts) {
          state.received += part.length
          digest.update(part)
          yield part
        }
      },
      createWriteStream(half),
    )
    if (digest.digest('base64') !== request.headers['x-amz-checksum-sha256'])
      return refuse(answer, 400, 'BadDigest')
    await rename(half, file)
    answer.writeHead(200).end()
  }

  async function give(request: IncomingMessage, answer: ServerResponse, file: string) {
    const size = await stat(file).then(
      found => found.size,
      () => undefined,
    )
    if (size === undefined) return refuse(answer, 404, 'NoSuchKey')
    const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0)
    answer.writeHead(from > 0 ? 206 : 200, { 'content-length': size - from })
    const closed = closing(answer)
    for await (const part of createReadStream(file, { start: from })) {
      state.sent += part.length
      if (!answer.write(part)) await once(answer, 'drain', { signal: closed })
    }
    answer.end()
  }

  return Object.assign(state, {
    at: { address: `${endpoint}/${bucketName}`, region, ...keys },
    /** The settings with which a desk reaches it. */
    settings: {
      S3_ENDPOINT: endpoint,
      S3_BUCKET: bucketName,
      S3_REGION: region,
      S3_ACCESS_KEY_ID: keys.accessKeyId,
      S3_SECRET_ACCESS_KEY: keys.secretAccessKey,
    },
    /** The sizes of what is whole in it. */
    sizes: () =>
      readdirSync(folder)
        .filter(name => !name.endsWith('.half'))
        .map(name => statSync(path.join(folder, name)).size),
    close,
    empty: () => {
      for (const name of readdirSync(folder)) rmSync(path.join(folder, name))
    },
  })
}

function closing(answer: ServerResponse): AbortSignal {
  const closed = new AbortController()
  answer.once('close', () => closed.abort())
  return closed.signal
}

/** Says no once all of the request has come: who is still sending may not look at an answer. */
export function refuse(answer: ServerResponse, status: number, code: string) {
  const say = () => {
    answer.writeHead(status, { 'content-type': 'application/xml', connection: 'close' })
    answer.end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>No.</Message></Error>`)
  }
  if (answer.req.readableEnded) say()
  else answer.req.once('end', say).resume()
}

const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()

function isSigned({ method, url = '', headers }: IncomingMessage): boolean {
  const [, id, day, place, names = '', signature] =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([^,]+), Signature=(\w+)$/.exec(
      headers.authorization ?? '',
    ) ?? []
  const time = String(headers['x-amz-date'])
  if (id !== keys.accessKeyId || place !== region || !day || !time.startsWith(day)) return false
  const signed = names.split(';').map(name => `${name}:${String(headers[name] ?? '').trim()}\n`)
  const [address, query = ''] = url.split('?')
  const canonical = [method, address, query, signed.join(''), names, headers['x-amz-content-sha256']].join(
    '\n',
  )
  const hash = createHash('sha256').update(canonical).digest('hex')
  const text = ['AWS4-HMAC-SHA256', time, `${day}/${place}/s3/aws4_request`, hash].join('\n')
  const key = [day, place, 's3', 'aws4_request'].reduce<string | Buffer>(hmac, `AWS4${keys.secretAccessKey}`)
  return names.split(';').includes('host') && hmac(key, text).toString('hex') === signature
}
