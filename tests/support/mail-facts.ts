import { originOf } from '#src/inbound/origin.ts'
import { parseMail } from '#src/inbound/parse.ts'
import { subjectOf, wordingOf } from '#src/inbound/wording.ts'

/** What matters of a mail in few words: subject, senders, how its new words begin, its files, and who made it. */
export async function factsOf(raw: Uint8Array, length = 120) {
  const mail = await parseMail(raw)
  return {
    subject: subjectOf(mail),
    from: mail.from.map(({ name, address }) => (name ? `${name} <${address}>` : address)).join(', '),
    body: wordingOf(mail).body.slice(0, length),
    files: mail.files.map(({ name = 'nameless', type, bytes }) => `${name}, ${type}, ${bytes.length}`),
    by: originOf(mail).by as string,
  }
}
