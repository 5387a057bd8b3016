import { describe, expect, test } from 'vitest'
import { foldHistory } from '#src/inbound/fold-history.ts'
import { textOfHtml } from '#src/inbound/html-to-text.ts'
import { originOf } from '#src/inbound/origin.ts'
import { parseMail } from '#src/inbound/parse.ts'
import { subjectOf, wordingOf } from '#src/inbound/wording.ts'
import { corpusFacts } from '#tests/mail/corpus-facts.ts'
import { corpus, fromCorpus } from '#tests/support/mail-corpus.ts'
import { factsOf } from '#tests/support/mail-facts.ts'

const mail = (name: string) => parseMail(fromCorpus(`${name}.eml`))

test.each(corpus('.eml'))('%s is read without a fault, and all of it can be stored and shown', async name => {
  const read = await parseMail(fromCorpus(name))
  const { body, folded } = wordingOf(read)
  expect(body.trim()).not.toBe('')
  expect(subjectOf(read)).not.toBe('')
  const everything = [body, folded, read.subject, ...read.from.flatMap(Object.values)].join('\n')
  expect(everything).not.toMatch(/[^\P{Cc}\n\t]/u)
  expect(everything.isWellFormed()).toBe(true)
  expect(`${body}${folded}`).not.toMatch(/<\/?(html|body|div|p|br|font|table|span|script|style)\b/i)
})

test.each(corpus('.eml'))('%s is read for what it says', async name => {
  expect({ [name.replace('.eml', '')]: await factsOf(fromCorpus(name), 60) }).toEqual(
    Object.fromEntries(Object.entries(corpusFacts).filter(([about]) => `${about}.eml` === name)),
  )
})

test('The corpus is all there', () => {
  expect([corpus('.eml').length, corpus('.html').length, corpus('.txt').length]).toEqual([59, 4, 10])
})

describe('What people wrote is found above what their program added', () => {
  test.each([
    ['aol', 'Hello'],
    ['gmail', 'Hello'],
    ['hotmail', 'Hello'],
    ['iphone', 'Hello'],
    ['outlook', 'Hello'],
    ['thunderbird', 'Hello'],
    ['yahoo', 'Hello'],
  ])('in a plain mail of %s', async (program, words) => {
    const { body, folded } = wordingOf(await mail(`standard--${program}`))
    expect(body).toBe(words)
    expect(folded).toMatch(/Hi|Loop details/)
  })

  test.each(corpus('.html'))('in the HTML of %s', name => {
    const { body, folded } = foldHistory(textOfHtml(fromCorpus(name).toString()))
    expect(body).toMatch(/^Hi\. I am fine\.\n+Thanks,\n+Alex$/)
    expect(folded).toMatch(/Hello! How are you\?/)
  })

  test.each([
    ['correct_sig', 'this is an email with a correct -- signature.', '-- \nrick'],
    [
      'email_1_1',
      /^Hi folks\n[\s\S]*Java HTTP API\.$/,
      /^-Abhishek Kona\n[\s\S]*riak-users_lists\.basho\.com$/,
    ],
    [
      'email_1_3',
      'Oh thanks.\n\nHaving the function would be great.',
      /^-Abhishek Kona\n\nOn 01\/03\/11[\s\S]*> Hi,/,
    ],
    ['email_1_5', /^One: Here's[\s\S]*- And another one[\s\S]*for a while\.$/, ''],
    ['email_1_7', ':+1:', /^On Tue, Sep 25[\s\S]*Steps 0-2/],
    ['email_2_1', 'Outlook with a reply', /^-{30}\n\n\*From:\*[\s\S]*Sync Team\.$/],
    [
      'email_2_3',
      'Outlook with a reply directly above line',
      /^From: CRM Comments[\s\S]*replying to a comment\.$/,
    ],
    ['email_BlackBerry', 'Here is another email', 'Sent from my BlackBerry'],
    [
      'email_bullets',
      /^test 2[\s\S]*- how about bullets\n {3}- and another$/,
      /^On Fri[\s\S]*-- \n\n\*Joe Smith/,
    ],
    ['email_iPhone', 'Here is another email', 'Sent from my iPhone'],
  ])('in the text of %s', (name, body, folded) => {
    const found = foldHistory(fromCorpus(`text--${name}.txt`).toString())
    expect(found.body).toMatch(typeof body === 'string' ? exactly(body) : body)
    expect(found.folded).toMatch(typeof folded === 'string' ? exactly(folded) : folded)
  })
})

describe('Nothing that somebody sent is lost', () => {
  test.each([
    ['attachment_content_disposition', 'api.rb', 'text/x-ruby-script'],
    ['attachment_message_rfc822', 'ForwardedMessage.eml', 'message/rfc822'],
    ['attachment_nonascii_filename', 'ciële.txt', 'text/plain'],
    ['attachment_pdf', 'broken.pdf', 'application/pdf'],
    ['attachment_pdf_non_ascii', 'broken.pdf', 'application/pdf'],
    ['attachment_with_base64_encoded_name', 'This is a test.pdf', 'application/pdf'],
    ['attachment_with_quoted_filename', 'Eelanalüüsi päring.jpg', 'image/jpeg'],
  ])('a file: %s', async (name, file, type) => {
    const read = await mail(`attachment_emails--${name}`)
    expect(read.files).toEqual([expect.objectContaining({ name: file, type })])
    expect(read.files[0]?.bytes.length).toBeGreaterThan(10)
  })

  test('a mail that somebody passes on', async () => {
    const { body } = wordingOf(await mail('attachment_emails--attachment_with_base64_encoded_name'))
    expect(body).toContain('Test attachments with Base64 encoded filename.')
  })

  test.each([
    ['multi_charset--japanese_iso_2022', 'まみむめも', 'すみません。'],
    ['multi_charset--ks_c_5601-1987', 'test', '스티해'],
    ['rfc6532--utf8_headers', 'Säying Hello', 'body'],
    [
      'error_emails--trademark_character_in_subject',
      'GA.comô has a lead for you',
      'Body Text - not important',
    ],
  ])('a letter: %s', async (name, subject, words) => {
    const read = await mail(name)
    expect(subjectOf(read)).toBe(subject)
    expect(wordingOf(read).body).toBe(words)
  })
})

describe('Who wrote it is known', () => {
  test.each([
    ['rfc2822--example13', 'jdoe@machine.example', 'John Doe'],
    ['rfc2822--example03', 'john.q.public@example.com', 'Joe Q. Public'],
    ['error_emails--cant_parse_from', 'news@insideapple.apple.com', 'Apple'],
    ['error_emails--invalid_subject_characters', 'info@formacaofrenetik.info', 'Formação Frenetikpolis'],
  ])('%s', async (name, address, called) => {
    expect((await mail(name)).from).toEqual([{ name: called, address }])
  })

  test('or it is said that it is not', async () => {
    expect((await mail('error_emails--bad_encoded_subject')).from).toEqual([])
  })

  test('and whether a person did', async () => {
    expect(originOf(await mail('plain_emails--basic_email'))).toEqual({ by: 'person' })
    expect(originOf(await mail('multipart_report_emails--multi_address_bounce2'))).toMatchObject({
      by: 'bounce',
      recipient: 'bbbbvhvbbvkjbhfbvbvjhb@gmail.com',
      failure: '5.1.1',
      about: [expect.stringMatching(/^<[^<>]+@[^<>]+>$/)],
    })
    expect(originOf(await mail('multipart_report_emails--report_422'))).toMatchObject({
      by: 'bounce',
      recipient: 'fraser@oooooooo.com.au',
      failure: undefined,
    })
  })
})

const exactly = (text: string) => new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`)
