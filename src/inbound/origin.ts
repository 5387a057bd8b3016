import { headerOf, type Mail, type MailFile } from './parse.ts'

/** `person`: somebody wrote it. `automatic`: a program did, so nothing answers it. `bounce`: a mail did not arrive. */
export type Origin = { by: 'person' } | { by: 'automatic' } | ({ by: 'bounce'; about: string[] } & Delivery)

/** To whom a mail did not get, and the enhanced status code that says why, where it never will. */
type Delivery = { recipient?: string; failure?: string }

type Heard = Pick<Mail, 'headers' | 'from' | 'files'>

/** Who made a mail. Source: RFC 3834 and 3464, and the headers that older programs use instead. */
export function originOf(mail: Heard): Origin {
  if (isReport(mail)) return { by: 'bounce', about: returnedIds(mail.files), ...deliveryIn(mail.files) }
  return { by: automatic.some(is => is(mail)) ? 'automatic' : 'person' }
}

/** Whether a mail of ours has come back to us as it was. */
export function isLoop(mail: Heard, ownAddresses: readonly string[]): boolean {
  return (
    ownAddresses.includes(sender(mail)) || headerOf(mail, 'x-loop').some(loop => loop.trim() === 'holdfast')
  )
}

const value = (mail: Heard, name: string) => headerOf(mail, name).join(' ').trim().toLowerCase()
const sender = (mail: Heard) => mail.from[0]?.address ?? ''

const automatic: ((mail: Heard) => boolean)[] = [
  mail => !/^(no\b|$)/.test(value(mail, 'auto-submitted')),
  mail => /\b(bulk|junk|list|auto_reply)\b/.test(value(mail, 'precedence')),
  mail => headerOf(mail, 'return-path').some(path => path.trim() === '<>'),
  mail => /^(mailer-daemon|postmaster)@/.test(sender(mail)),
  mail => headerOf(mail, 'x-loop').length > 0,
  mail => headerOf(mail, 'list-id').length > 0,
  mail =>
    ['x-autoreply', 'x-autorespond', 'x-autoresponder'].some(name => !/^(no\b|$)/.test(value(mail, name))),
  mail => /report-type="?disposition-notification/.test(value(mail, 'content-type')),
]

function isReport(mail: Heard): boolean {
  return (
    mail.files.some(({ type }) => type === 'message/delivery-status') ||
    /report-type="?delivery-status/.test(value(mail, 'content-type')) ||
    headerOf(mail, 'x-failed-recipients').length > 0
  )
}

// The first recipient counts: a mail of ours has only one.
function deliveryIn(files: readonly MailFile[]): Delivery {
  const report = textOf(files.find(({ type }) => type === 'message/delivery-status'))
  const recipient = /^(?:Original|Final)-Recipient:[^;\r\n]*;\s*<?([^\s<>]+@[^\s<>]+?)>?\s*$/im.exec(
    report,
  )?.[1]
  const status = /^Status:\s*([245](?:\.\d{1,3}){2})/im.exec(report)?.[1]
  const failure = /^Action:\s*failed\b/im.test(report) ? status : undefined
  return { recipient: recipient?.toLowerCase(), failure }
}

function returnedIds(files: readonly MailFile[]): string[] {
  const returned = files.filter(({ type }) => /^(message\/(rfc822|global)|text\/rfc822-headers)/.test(type))
  return returned.flatMap(file => /^Message-ID:\s*(<[^<>\s]{1,998}>)/im.exec(textOf(file))?.[1] ?? [])
}

function textOf(file: MailFile | undefined): string {
  return new TextDecoder('latin1').decode(file?.bytes.subarray(0, 64_000))
}
