import { createHmac, randomUUID } from 'node:crypto'
import { getURLFromRedirectError } from 'next/dist/client/components/redirect.js'
import { isRedirectError } from 'next/dist/client/components/redirect-error.js'
import { auth } from '#src/lib/auth.ts'
import { env } from '#src/lib/env.ts'
import type { Report } from '#src/lib/forms/report.ts'
import { signFormToken } from '#src/lib/forms/token.ts'
import { type Answer, beginAnswer } from '#src/lib/http/current-answer.ts'
import { inRequest } from './request-scope.ts'

/** What a browser brings: its cookies by name, other headers, and the address it comes from. */
export type Visit = {
  cookies?: Record<string, string>
  headers?: Record<string, string>
  address?: string
}

/** What it gets: a path to go to (303), or the form again; its cookies afterwards; and the answer's status. */
export type Visited = {
  redirect: string | null
  report: Report | null
  cookies: Record<string, string>
  setCookies: string[]
  status: Answer['status']
}

type Action = () => Promise<Report | null>

/**
 * Runs a server action as the desk does for one request.
 * `asVisitor(await signedInAs(elif), () => reply(null, fill('tickets.reply', elif, { … })))`
 */
export async function asVisitor(visit: Visit, action: Action): Promise<Visited> {
  // What begins after this await belongs to this visit alone; visits may run side by side.
  await undefined
  const answer: Answer = {
    where: 'POST /',
    remoteAddress: visit.address,
    isMissing: () => false,
    status: null,
    noScript: false,
    reference: null,
    digests: new Set(),
  }
  beginAnswer(answer)
  let setCookies: string[] = []
  const keep = (lines: string[]) => {
    setCookies = lines
  }
  const outcome = await inRequest(headersOf(visit), keep, () => outcomeOf(action))
  return { ...outcome, cookies: cookiesAfter(visit, setCookies), setCookies, status: answer.status }
}

/** A visit of this person, with a session of their own. */
export async function signedInAs({ userId }: { userId: string }): Promise<Visit> {
  const { internalAdapter, authCookies, secret } = await auth().$context
  const { token } = await internalAdapter.createSession(userId)
  const signature = createHmac('sha256', secret).update(token).digest('base64')
  return { cookies: { [authCookies.sessionToken.name]: `${token}.${signature}` } }
}

/**
 * A filled-in form as the browser would send it, with the token of a page made for this person (null: nobody), who has had
 * it before them for a while.
 */
export function fill(
  name: string,
  person: { userId: string } | null,
  fields: Record<string, string | number>,
): FormData {
  const data = new FormData()
  data.set('k', signFormToken(name, person?.userId, Date.now() - 5000))
  for (const [field, value] of Object.entries(fields)) data.set(field, String(value))
  return data
}

/** An address that nobody came from before, so that no limit of another test is in the way. */
export function newAddress(): string {
  const [first, second] = randomUUID().split('-').slice(1, 3)
  return `2001:db8:${first}:${second}::1`
}

async function outcomeOf(action: Action): Promise<Pick<Visited, 'redirect' | 'report'>> {
  try {
    return { redirect: null, report: await action() }
  } catch (error) {
    if (!isRedirectError(error)) throw error
    return { redirect: getURLFromRedirectError(error), report: null }
  }
}

function headersOf({ cookies = {}, headers = {} }: Visit): Headers {
  const own = new URL(env().baseUrl)
  const all = new Headers({ host: own.host, origin: own.origin, ...headers })
  const pairs = Object.entries(cookies).map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
  if (pairs.length > 0) all.set('cookie', pairs.join('; '))
  return all
}

function cookiesAfter({ cookies = {} }: Visit, setCookies: string[]): Record<string, string> {
  const after = { ...cookies }
  for (const line of setCookies) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
    if (value === '' || /;\s*max-age=0/i.test(line)) delete after[name]
    else after[name] = decodeURIComponent(value)
  }
  return after
}
