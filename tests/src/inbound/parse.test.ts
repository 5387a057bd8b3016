import { expect, test } from 'vitest'
import { headerOf, parseMail } from '#src/inbound/parse.ts'
import { mailOf } from '#tests/support/mail-corpus.ts'

const flowed = { 'Content-Type': 'text/plain; charset=utf-8; format=flowed' }

test('Lines that flow are joined, and a quote never with the answer to it', async () => {
  const text = '> We found \n> it. \nThank \nyou!\n-- \nElif'
  expect((await parseMail(mailOf(flowed, text))).text.trim()).toBe('> We found it. \nThank you!\n-- \nElif')
})

test('Blanks that were added to break a line are taken out again', async () => {
  const headers = { 'Content-Type': 'text/plain; charset=utf-8; format=flowed; delsp=yes' }
  expect((await parseMail(mailOf(headers, '船が \n出た'))).text.trim()).toBe('船が出た')
})

test('Headers in the letters of an old Windows are read', async () => {
  const raw = Buffer.from('From: Zo\xEB <zoe@example.org>\r\nSubject: Fa\xE7ade \x80 5\r\n\r\nHi', 'latin1')
  expect(await parseMail(raw)).toMatchObject({ from: [{ name: 'Zoë' }], subject: 'Façade € 5' })
})

test('Quotation marks of western Windows stay what they are', async () => {
  const headers = Buffer.from('Content-Type: text/plain; charset=windows-1252\r\n\r\n')
  const read = await parseMail(
    Buffer.concat([headers, Buffer.from([0x93, 0x48, 0x69, 0x94, 0x20, 0x80, 0x35])]),
  )
  expect(read.text.trim()).toBe('“Hi” €5')
})

test('What cannot be stored is taken out', async () => {
  const read = await parseMail(mailOf({ Subject: 'a\u0000b\u001b[31mc' }, 'x\u0000y\u0007z\r\nnext'))
  expect(read).toMatchObject({ subject: 'ab[31mc', text: expect.stringMatching(/^xyz\nnext/) })
})

test('A subject and a name are one line, whatever was encoded in them', async () => {
  const word = (text: string) => `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`
  const read = await parseMail(
    mailOf({ Subject: word('Hi\r\nBcc: a@b.test'), From: `${word('E\r\nX')} <e@b.test>` }),
  )
  expect(read).toMatchObject({ subject: 'Hi Bcc: a@b.test', from: [{ name: 'E X', address: 'e@b.test' }] })
})

test('Ids of earlier mails are found with and without their brackets', async () => {
  const read = await parseMail(
    mailOf({ 'In-Reply-To': 'Your mail of Monday <1@a.test>', References: '2@a.test 3@a.test' }),
  )
  expect(read.answers).toEqual({ directly: ['<1@a.test>'], inThread: ['2@a.test', '3@a.test'] })
})

test('Headers that stand several times keep their order', async () => {
  const raw = Buffer.from('Received: b\r\nReceived: a\r\n\r\n')
  expect(headerOf(await parseMail(raw), 'received')).toEqual(['b', 'a'])
})

test.each([
  ['nothing', Buffer.alloc(0)],
  ['no headers', Buffer.from('Hi folks\n\nHow are you?')],
  ['any bytes', Buffer.from(Array.from({ length: 4096 }, (_, at) => (at * 7919) % 256))],
  ['a boundary that never ends', mailOf({ 'Content-Type': 'multipart/mixed; boundary=x' }, '--x\n\nHi')],
  [
    'a thousand recipients',
    mailOf({ To: Array.from({ length: 1000 }, (_, at) => `a${at}@b.test`).join(', ') }),
  ],
])('A mail of %s is read', async (_, raw) => {
  await expect(parseMail(raw)).resolves.toBeDefined()
})

test('Parts that nest without end are refused, and not in a crash', async () => {
  const deep = Array.from(
    { length: 2000 },
    (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\n\n--b${at}\n`,
  )
  await expect(parseMail(Buffer.from(deep.join('')))).rejects.toThrow(/nesting/i)
})
