import { afterEach, beforeAll, expect, test } from 'vitest'
import { elif, mira } from '#src/demo/cast.ts'
import { asked, openDesk } from '#tests/support/desk.ts'
import { addressAbout, comesIn } from '#tests/support/incoming.ts'
import { proxyOwnDatabase } from '#tests/support/own-proxy.ts'
import { ticketIn } from '#tests/support/ticket-in.ts'

const proxy = await proxyOwnDatabase()
beforeAll(openDesk)
afterEach(() => {
  proxy.delayMs = 0
})

type Mail = { headers: Record<string, string>; text?: string }

/** How often a mail waits for the database, COMMIT included. The fewest of some tries: a busy machine only adds some. */
async function waitsOf(state: string, next: () => Promise<Mail>): Promise<number> {
  let fewest = Number.POSITIVE_INFINITY
  for (let tries = 0; tries < 3; tries += 1) {
    const { headers, text } = await next()
    proxy.delayMs = 10
    proxy.reset()
    expect(await comesIn(headers, text)).toMatchObject({ state })
    proxy.delayMs = 0
    fewest = Math.min(fewest, proxy.roundTrips)
  }
  return fewest
}

const nobody = () => `${crypto.randomUUID()}@${crypto.randomUUID()}.test`
const withFile = {
  headers: { 'Content-Type': 'multipart/mixed; boundary=part' },
  text: () =>
    `--part\n\nSee the map.\n--part\nContent-Disposition: attachment; filename="map.txt"\n\n${crypto.randomUUID()}\n--part--\n`,
}

test('A mail of a stranger, who becomes a customer with a ticket, waits five times', async () => {
  expect(await waitsOf('taken', async () => ({ headers: { From: nobody() } }))).toBe(5)
})

test('Its file of up to 256 kB costs one more', async () => {
  const mail = async () => ({ headers: { From: nobody(), ...withFile.headers }, text: withFile.text() })
  expect(await waitsOf('taken', mail)).toBe(6)
})

test('An answer of the customer waits five times, also when it opens the ticket again', async () => {
  for (const standing of [asked, () => ticketIn('solved')]) {
    const mail = async () => ({
      headers: { From: elif.email, To: await addressAbout(await standing(), elif) },
    })
    expect(await waitsOf('taken', mail)).toBe(5)
  }
})

test('An answer of an agent waits five times', async () => {
  const mail = async () => ({ headers: { From: mira.email, To: await addressAbout(await asked(), mira) } })
  expect(await waitsOf('taken', mail)).toBe(5)
})

test('What goes nowhere waits twice', async () => {
  expect(
    await waitsOf('set-aside', async () => ({ headers: { From: nobody(), 'X-Loop': 'holdfast' } })),
  ).toBe(2)
})
