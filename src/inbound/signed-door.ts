import { env } from '#src/lib/env.ts'
import { isDatabaseAway } from '#src/lib/forms/fault.ts'
import { type BodyBounds, boundedBody } from '#src/lib/http/bounded-body.ts'
import { machineAnswer } from '#src/lib/http/machine-answer.ts'
import { type Signature, signatureIn } from '#src/lib/http/signature.ts'
import { logEvent, logFault, newFaultReference } from '#src/lib/log.ts'
import { wakeWorker } from '#src/lib/wake-worker.ts'
import { mostMailBytes } from './limits.ts'
import { mailInBody } from './mail-in-body.ts'
import { receiptWords } from './receipt-words.ts'
import { receive } from './receive.ts'
import { usualMailbox } from './usual-mailbox.ts'

/** A little more than a mail, for the framing of a form round it. */
const bounds: BodyBounds = { bytes: mostMailBytes + 100_000, ms: 60_000 }

/** Each holds its mail in memory, and who has not signed is known only at the end. */
const mostAtOnce = 4
let underWay = 0

/**
 * Takes in a mail that a provider pushes, signed with the secret of the settings. Answers 200 only when it is kept; after
 * any other answer but 4xx it is to be sent again, which does no harm.
 */
export async function takeAtDoor(request: Request): Promise<Response> {
  const { mailDoorKey } = env()
  if (!mailDoorKey) return machineAnswer(404, 'There is nothing at this address.')
  const signature = signatureIn(request.headers, mailDoorKey)
  if (!signature) return refused(401, 'The signature is missing, or its time is not now.')
  if (underWay >= mostAtOnce) return later('Other mails are just coming in.', 5)
  underWay++
  try {
    return await takeSigned(request, signature)
  } finally {
    underWay--
  }
}

async function takeSigned(request: Request, signature: Signature): Promise<Response> {
  const body = await boundedBody(request, bounds, signature.add).catch(() => 'broken' as const)
  if (body === 'too-large') return tooLarge()
  if (body === 'too-slow') return refused(408, 'The mail was not there after a minute.')
  if (body === 'broken') return refused(400, 'The connection broke before the mail was there.')
  if (!signature.holds()) return refused(401, 'The signature is not one of this body.')
  const raw = mailInBody(request.headers.get('content-type') ?? '', body)
  if (!raw?.length)
    return refused(400, 'There is no mail in it: it is to be message/rfc822, or a field of a form.')
  return raw.length > mostMailBytes ? tooLarge() : take(raw)
}

async function take(raw: Buffer): Promise<Response> {
  try {
    const placed = await receive(raw, usualMailbox())
    wakeWorker()
    return machineAnswer(200, receiptWords(placed))
  } catch (error) {
    const reference = newFaultReference()
    logFault(reference, error, { where: 'POST /api/mail' })
    if (isDatabaseAway(error)) return later('The database does not answer.', 60)
    return machineAnswer(500, `Something went wrong here. The log has more under ${reference}.`)
  }
}

function later(why: string, seconds: number): Response {
  return machineAnswer(503, `${why} Send the mail again.`, { 'retry-after': String(seconds) })
}

function tooLarge(): Response {
  return refused(413, `This desk takes mails of ${mostMailBytes} bytes at most.`)
}

// What is left of the body need not be read any more.
function refused(status: number, words: string): Response {
  logEvent('mail.not-taken', { status })
  return machineAnswer(status, words, { connection: 'close' })
}
