import { headerOf, type Mail } from './parse.ts'

/** Whether the sender is who the mail says. `unknown`: nobody whom this desk trusts has looked. */
export type Authentication = 'passed' | 'failed' | 'unknown'

type Result = { method: string; result: string; domain: string }

/**
 * What the mail server in front found out about the sender (RFC 8601). Only headers that name `trusted` count: whoever
 * writes a mail can write the others. DMARC decides. Where it says nothing, a signature or a server of the very domain
 * that the mail is from is good, and SPF or DKIM that failed is not.
 * @param trusted the name by which that server signs its results; undefined where there is none
 */
export function authenticationOf(
  mail: Pick<Mail, 'headers' | 'from'>,
  trusted: string | undefined,
): Authentication {
  const from = mail.from[0]?.address.split('@')[1]
  if (trusted === undefined || from === undefined) return 'unknown'
  const results = headerOf(mail, 'authentication-results').flatMap(value => resultsBy(trusted, value))
  const found = (method: string, ...words: string[]) =>
    results.filter(one => one.method === method && words.includes(one.result))
  if (found('dmarc', 'fail').length > 0) return 'failed'
  if (found('dmarc', 'pass').length > 0) return 'passed'
  if ([...found('dkim', 'pass'), ...found('spf', 'pass')].some(({ domain }) => isSame(domain, from)))
    return 'passed'
  return [...found('spf', 'fail', 'softfail'), ...found('dkim', 'fail')].length > 0 ? 'failed' : 'unknown'
}

function resultsBy(trusted: string, value: string): Result[] {
  const [server = '', ...parts] = value.replace(/\([^()]*\)/g, ' ').split(';')
  if (server.trim().split(/\s+/)[0]?.toLowerCase() !== trusted.toLowerCase()) return []
  return parts.map(part => {
    const [, method = '', result = ''] = /^\s*(dmarc|dkim|spf)\s*=\s*([a-z]+)/i.exec(part) ?? []
    const [, named = ''] = /\b(?:header\.d|header\.i|smtp\.mailfrom)\s*=\s*"?([^\s"]+)/i.exec(part) ?? []
    const domain = named.slice(named.lastIndexOf('@') + 1)
    return { method: method.toLowerCase(), result: result.toLowerCase(), domain: domain.toLowerCase() }
  })
}

// Signed for example.org, a mail may be from mail.example.org, and the other way round.
function isSame(domain: string, from: string): boolean {
  if (!domain.includes('.')) return false
  return domain === from || domain.endsWith(`.${from}`) || from.endsWith(`.${domain}`)
}
