import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { gateBody } from '#src/lib/http/body-gate.ts'
import type { Answer } from '#src/lib/http/current-answer.ts'

beforeAll(() => {
  process.env.DATABASE_URL = 'postgres://localhost/none'
  process.env.BETTER_AUTH_SECRET = 'a secret that only the tests know, long enough'
  process.env.BETTER_AUTH_URL = 'http://localhost:3000'
})

const servers: http.Server[] = []
afterEach(() => Promise.all(servers.splice(0).map(server => new Promise(done => server.close(done)))))

type Served = { bytes: number; admitted: boolean | undefined; cut: boolean | undefined }

const underWay = { now: 0, most: 0 }

/** A server behind the gate. Its answers say what came in; a large body is under way until its answer is gone. */
async function served(): Promise<string> {
  const server = http.createServer(async (request, response) => {
    const answer = {} as Answer
    gateBody(request, response, answer)
    let bytes = 0
    const ended = new Promise<void>(resolve => {
      request.on('data', chunk => (bytes += chunk.length)).on('end', resolve)
    })
    const admitted = await answer.admitted
    if (admitted) count(response, Number(request.headers['content-length']))
    await ended
    response.end(JSON.stringify({ bytes, admitted, cut: answer.cut }))
  })
  servers.push(server)
  await new Promise<void>(resolve => server.listen(0, resolve))
  return `http://localhost:${(server.address() as AddressInfo).port}`
}

function count(response: http.ServerResponse, bytes: number) {
  underWay.now += bytes
  underWay.most = Math.max(underWay.most, underWay.now)
  response.prependOnceListener('close', () => {
    underWay.now -= bytes
  })
}

const sent = async (address: string, bytes: number): Promise<Served> =>
  (await fetch(address, { method: 'POST', body: new Uint8Array(bytes) })).json()

const form = 1024 * 1024
const withFiles = form + 20_000_000

test('A form passes as it is, to the last byte of the limit, and so does one with files on its page', async () => {
  const desk = await served()
  expect(await sent(`${desk}/sign-in`, form)).toEqual({ bytes: form })
  for (const path of ['/tickets/new', '/tickets/K7M2-9QXD?done=x', '/desk/tickets/K7M2-9QXD/note'])
    expect(await sent(desk + path, withFiles), path).toEqual({ bytes: withFiles, admitted: true })
})

test('Of what is larger than its page can take nothing is held', async () => {
  const desk = await served()
  expect(await sent(`${desk}/sign-in`, form + 1)).toEqual({ bytes: 0 })
  expect(await sent(`${desk}/tickets`, form + 1)).toEqual({ bytes: 0 })
  expect(await sent(`${desk}/tickets/new`, withFiles + 1)).toEqual({ bytes: 0 })
})

test('Of what does not say how large it is no more is held than a form without files may have', async () => {
  const desk = await served()
  const streamed = async (bytes: number) => {
    const body = new Blob([new Uint8Array(bytes)]).stream()
    const answer = await fetch(`${desk}/tickets/new`, { method: 'POST', body, duplex: 'half' } as RequestInit)
    return (await answer.json()) as Served
  }
  expect(await streamed(form)).toEqual({ bytes: form })
  const cut = await streamed(3 * form)
  expect(cut.cut).toBe(true)
  expect(cut.bytes).toBeLessThanOrEqual(form)
})

test('Only so much is under way at once, and what waits gets its turn', async () => {
  underWay.most = 0
  const desk = await served()
  const ends = await Promise.all(Array.from({ length: 8 }, () => sent(`${desk}/tickets/new`, 20_000_000)))
  for (const end of ends) expect(end).toEqual({ bytes: 20_000_000, admitted: true })
  expect(underWay.most).toBe(60_000_000)
})
