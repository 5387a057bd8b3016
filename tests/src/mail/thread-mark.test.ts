import { expect, test } from 'vitest'
import {
  type MarkRead,
  messageIdAbout,
  readMessageId,
  readReplyAddress,
  replyAddress,
  wasSentTo,
} from '#src/mail/thread-mark.ts'

const about = { ticketId: '0d6c3f5e-1b7a-4c39-8f21-9a5be1d40c77', userId: 'VpN1qzJ0', isInternal: false }
const mailbox = 'kelp-bay-support-1@desk.test'
const address = replyAddress(mailbox, about)
const id = messageIdAbout(about, 'answered:1:2', 'desk.test')

const markOf = (read: MarkRead) => {
  if (read.is !== 'valid') throw new Error(`The mark is ${read.is}`)
  return read.mark
}

test('An answer leads back to the ticket, and says whom the mail was sent to', () => {
  for (const mark of [markOf(readReplyAddress(address)), markOf(readMessageId(id))]) {
    expect(mark).toMatchObject({ ticketId: about.ticketId, isInternal: false })
    expect(wasSentTo(mark, about.userId)).toBe(true)
    expect(wasSentTo(mark, 'VpN1qzJ1')).toBe(false)
  }
})

test('The mark of an internal mail says so', () => {
  const internal = { ...about, isInternal: true }
  expect(markOf(readReplyAddress(replyAddress(mailbox, internal))).isInternal).toBe(true)
  expect(markOf(readMessageId(messageIdAbout(internal, 'noted:1:2', 'desk.test'))).isInternal).toBe(true)
})

test.each(['00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff'])(
  'The ticket %s keeps every digit',
  ticketId => {
    expect(markOf(readReplyAddress(replyAddress(mailbox, { ...about, ticketId }))).ticketId).toBe(ticketId)
  },
)

test('The part before the @ is no longer than mail servers must take', () => {
  expect(address.split('@')[0]).toHaveLength(64)
})

test('Mail servers may change the case, forward to another domain and add blanks', () => {
  expect(readReplyAddress(` ${address.toUpperCase()} `).is).toBe('valid')
  expect(readReplyAddress(address.replace('desk.test', 'forwarded.example')).is).toBe('valid')
  expect(readMessageId(id.toUpperCase()).is).toBe('valid')
  expect(readMessageId(id.slice(1, -1)).is).toBe('valid')
})

test('Whoever changes a single digit has forged it', () => {
  const mark = address.slice(address.indexOf('+') + 1, address.indexOf('@'))
  for (const [place, digit] of [...mark].entries()) {
    const other = digit === '0' ? '1' : '0'
    const changed = mark.slice(0, place) + other + mark.slice(place + 1)
    expect(readReplyAddress(address.replace(mark, changed)).is, `digit ${place}`).toBe('forged')
    expect(readMessageId(id.replace(mark, changed)).is, `digit ${place}`).toBe('forged')
  }
})

test.each([
  '',
  '@',
  mailbox,
  'support+newsletter@desk.test',
  'support+@desk.test',
  `support+${'0'.repeat(44)}@desk.test`,
  `support+${'0'.repeat(46)}@desk.test`,
  `support+${'z'.repeat(45)}@desk.test`,
  `${'+'.repeat(100_000)}@desk.test`,
])('An address without a mark is not ours: %.40s', written => {
  expect(readReplyAddress(written)).toEqual({ is: 'not-ours' })
})

test.each(['<CAJ+x.y@mail.gmail.com>', '<1.2@desk.test>', `<${'0'.repeat(40)}@desk.test>`, '<>', 'garbage'])(
  'A Message-ID without a mark is not ours: %s',
  written => {
    expect(readMessageId(written)).toEqual({ is: 'not-ours' })
  },
)
