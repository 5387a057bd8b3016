/** A reason why a mailbox cannot be read, in a sentence for an administrator. */
export class MailboxFault extends Error {
  override readonly name = 'MailboxFault'
}

const longest = 500

const byCode: Record<string, string> = {
  ENOTFOUND: 'There is no mail server of that name.',
  EAI_AGAIN: 'The name of the mail server could not be looked up.',
  ECONNREFUSED: 'The mail server refuses the connection. Its port may be another.',
  ECONNRESET: 'The mail server broke the connection.',
  EPIPE: 'The mail server broke the connection.',
  ETIMEDOUT: 'The mail server did not answer in time.',
  EHOSTUNREACH: 'The mail server cannot be reached from here.',
  ENETUNREACH: 'The mail server cannot be reached from here.',
  CONNECT_TIMEOUT: 'The mail server did not answer in time.',
  GREETING_TIMEOUT: 'The mail server did not answer in time.',
  UPGRADE_TIMEOUT: 'The mail server did not answer in time.',
  NoConnection: 'The mail server broke the connection.',
  EConnectionClosed: 'The mail server broke the connection.',
  ClosedAfterConnectTLS: 'The mail server broke the connection.',
  ClosedAfterConnectText: 'The mail server broke the connection.',
  CERT_HAS_EXPIRED: 'The certificate of the mail server has expired.',
  DEPTH_ZERO_SELF_SIGNED_CERT:
    'The certificate of the mail server is signed by nobody whom this desk trusts.',
  SELF_SIGNED_CERT_IN_CHAIN: 'The certificate of the mail server is signed by nobody whom this desk trusts.',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    'The certificate of the mail server is signed by nobody whom this desk trusts.',
  ERR_TLS_CERT_ALTNAME_INVALID: 'The certificate of the mail server is for another name.',
}

/** Why a mailbox cannot be read, in sentences. Source: ImapFlow's `authenticationFailed`, `code`, `responseText`. */
export function faultWords(error: unknown): string {
  return (
    knownWords(error) ??
    withSaid(
      'Something went wrong with the mail server, and the log has more.',
      textOf(error, 'responseText'),
    )
  )
}

/** The same where the sentences say all there is to say; undefined where the log has to have more. */
export function knownWords(error: unknown): string | undefined {
  if (error instanceof MailboxFault) return error.message
  if (error instanceof Error && 'authenticationFailed' in error && error.authenticationFailed)
    return withSaid(
      'The mail server does not accept the name and the password or token of this mailbox.',
      textOf(error, 'responseText'),
    )
  return byCode[textOf(error, 'code')]
}

function withSaid(words: string, said: string): string {
  return said === '' ? words : `${words} It says: ${said}`.slice(0, longest)
}

function textOf(error: unknown, name: 'code' | 'responseText'): string {
  const value: unknown = error instanceof Error ? Reflect.get(error, name) : undefined
  return typeof value === 'string' ? value.replace(/[\s\p{Cc}]+/gu, ' ').trim() : ''
}
