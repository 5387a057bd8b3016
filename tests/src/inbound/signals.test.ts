import { expect, test } from 'vitest'
import { parseMail } from '#src/inbound/parse.ts'
import { signalIn } from '#src/inbound/signals.ts'
import { messageIdAbout, replyAddress } from '#src/mail/thread-mark.ts'
import { formatReference, withCheckCharacter } from '#src/tickets/reference.ts'
import { mailOf } from '#tests/support/mail-corpus.ts'

const ticket = (last: number) => ({
  ticketId: `0d6c3f5e-1b7a-4c39-8f21-9a5be1d40c7${last}`,
  userId: 'elif',
  isInternal: false,
})
const address = replyAddress('support@desk.test', ticket(1))
const id = messageIdAbout(ticket(2), 'answered:1', 'desk.test')
const forged = (marked: string) => marked.replace(/(.)@/, (_, last) => `${last === '0' ? '1' : '0'}@`)
const reference = withCheckCharacter('K7M29QX')

const signal = async (headers: Record<string, string>) => signalIn(await parseMail(mailOf(headers)))
const about = (last: number) => ({
  is: 'valid',
  mark: expect.objectContaining({ ticketId: ticket(last).ticketId }),
})

test('The signed address is the strongest signal, then the signed id, then the reference', async () => {
  const Subject = `Re: Your ticket ${formatReference(reference)} was answered`
  expect(await signal({ To: `Desk <${address}>`, 'In-Reply-To': id, Subject })).toEqual(about(1))
  expect(await signal({ To: 'support@desk.test', 'In-Reply-To': id, Subject })).toEqual(about(2))
  expect(await signal({ To: 'support@desk.test', Subject })).toEqual({ is: 'named', references: [reference] })
})

test.each(['Cc', 'Delivered-To', 'X-Original-To', 'Envelope-To'])(
  'The address may stand in %s',
  async header => {
    expect(await signal({ To: 'all@desk.test', [header]: `<${address}>` })).toEqual(about(1))
  },
)

test('An id that is answered further up the thread is found', async () => {
  expect(await signal({ 'In-Reply-To': '<x@y.test>', References: `<a@b.test> ${id} <x@y.test>` })).toEqual(
    about(2),
  )
})

test('A wrong signature is said, and no weaker signal is taken instead', async () => {
  expect(await signal({ To: forged(address), 'In-Reply-To': id })).toEqual({ is: 'forged' })
  expect(await signal({ 'In-Reply-To': forged(id), Subject: formatReference(reference) })).toEqual({
    is: 'forged',
  })
})

test('A bounce belongs to the mail that came back', async () => {
  expect(signalIn(await parseMail(mailOf({ To: 'help@desk.test' })), [id])).toEqual(about(2))
})

test.each(['', 'Bicycle', 'Order 1234-5678', `x${reference}`, 'K7M2-9QXA'])(
  'No reference stands in %j',
  async Subject => {
    expect(await signal({ Subject })).toEqual({ is: 'named', references: [] })
  },
)
