import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { elif, mira, oskar, tom } from '#src/demo/cast.ts'
import type { Actor } from '#src/lib/actor.ts'
import { db, type Tx, transaction } from '#src/lib/db/client.ts'
import { DbError } from '#src/lib/db/errors.ts'
import { user } from '#src/lib/db/tables/identity.ts'
import { agents } from '#src/lib/db/tables/people.ts'
import { submissions } from '#src/lib/db/tables/system.ts'
import { actionFor, formAction } from '#src/lib/form-action.ts'
import { Refusal } from '#src/lib/refusal.ts'
import { openDesk } from '#tests/support/desk.ts'
import { asVisitor, fill, signedInAs } from '#tests/support/visit.ts'

beforeAll(openDesk)

const form = z.object({ motto: z.string({ error: 'Write a motto.' }).min(3, 'Write a motto.') })
const mottoOf = async () => (await db.select().from(user).where(eq(user.id, elif.userId)))[0]?.image
const setMotto = (tx: Tx, motto: string) =>
  tx.update(user).set({ image: motto }).where(eq(user.id, elif.userId))

type Work = (tx: Tx, actor: Actor, input: z.output<typeof form>) => Promise<string>

async function send(work: Work, data: FormData, person: Actor = elif) {
  const visit = await signedInAs(person)
  return asVisitor(visit, () => formAction('test.motto', form, work)(null, data))
}

const filled = (motto = 'Hold fast', person: Actor = elif) => fill('test.motto', person, { motto })
const saves: Work = async (tx, _actor, { motto }) => {
  await setMotto(tx, motto)
  return `/mottos/${motto.length}`
}

describe('An action that succeeds', () => {
  test('does its work in the actor’s name and sends the browser on', async () => {
    const work = vi.fn(saves)
    const visited = await send(work, filled('Firm'))
    expect(visited).toMatchObject({ redirect: '/mottos/4', report: null, status: null })
    expect(await mottoOf()).toBe('Firm')
    expect(work.mock.calls[0]?.[1]).toMatchObject({ ...elif, submissionId: expect.any(String) })
  })

  test('goes to the same place when the same form is sent again, and does nothing', async () => {
    const data = filled('Steady')
    const work = vi.fn(saves)
    const first = await send(work, data)
    await transaction('test', tx => setMotto(tx, 'changed since'))
    const second = await send(work, data)
    expect([first.redirect, second.redirect, work.mock.calls.length]).toEqual(['/mottos/6', '/mottos/6', 1])
    expect(await mottoOf()).toBe('changed since')
  })

  test('keeps other words under the same token and asks, instead of doubling or dropping them', async () => {
    const data = filled('Steady')
    await send(saves, data)
    data.set('motto', 'Steady as she goes')
    const { redirect, report } = await send(saves, data)
    expect(redirect).toBeNull()
    expect(report?.result.error?.formErrors?.[0]).toContain('already sent this form with other words')
    expect(report?.result.submission.payload).toMatchObject({ motto: 'Steady as she goes' })
    expect(report?.token).toBeUndefined()
    expect(await mottoOf()).toBe('Steady')
  })
})

describe('An action that says no', () => {
  test('beside a field, above the form, or with news, always with the text kept and nothing saved', async () => {
    const before = await mottoOf()
    const news = [{ author: 'Tom', at: new Date().toISOString(), body: 'Hi', internal: false }]
    const data = filled('Anything')
    for (const refusal of [new Refusal('Not this.', 'motto'), new Refusal('Not now.', undefined, { news })]) {
      const work: Work = async (tx, actor, input) => {
        await saves(tx, actor, input)
        throw refusal
      }
      const { report, status } = await send(work, data)
      const { error, submission } = report?.result ?? {}
      const words = [refusal.message]
      expect(error).toMatchObject(refusal.field ? { fieldErrors: { motto: words } } : { formErrors: words })
      expect(submission?.payload).toMatchObject({ motto: 'Anything' })
      expect([report?.news, status]).toEqual([refusal.news, null])
    }
    expect(await mottoOf()).toBe(before)
    expect((await send(saves, data)).redirect).toBe('/mottos/8')
  })

  test('to what the form does not take, before anything is done', async () => {
    const work = vi.fn(saves)
    const { report } = await send(work, filled('x'))
    expect(report?.result.error).toMatchObject({ fieldErrors: { motto: ['Write a motto.'] } })
    expect(report?.result.submission.payload).toMatchObject({ motto: 'x' })
    expect(work).not.toHaveBeenCalled()
  })

  test('to a token that is missing, forged, for another form, or a day old', async () => {
    const work = vi.fn(saves)
    const old = filled()
    vi.useFakeTimers({ now: Date.now() - 25 * 3_600_000, toFake: ['Date'] })
    old.set('k', String(filled().get('k')))
    vi.useRealTimers()
    const missing = filled()
    missing.delete('k')
    const forged = filled()
    forged.set('k', `${forged.get('k')}x`)
    for (const data of [missing, forged, old, fill('test.other', elif, { motto: 'Other' })]) {
      const { report } = await send(work, data)
      expect(report?.result.error?.formErrors?.[0]).toContain('Check what you wrote and send it again')
      expect(report?.result.submission.payload).toHaveProperty('motto')
    }
    expect(work).not.toHaveBeenCalled()
  })
})

describe('An action for somebody who is not signed in', () => {
  test('does nothing and leads to sign in, with the way back to the page of the form', async () => {
    const work = vi.fn(saves)
    const ask = (referer?: string) =>
      asVisitor({ headers: referer ? { referer } : {} }, () =>
        formAction('test.motto', form, work)(null, filled()),
      )
    expect(await ask('http://localhost:3000/mottos?a=1')).toMatchObject({
      redirect: `/sign-in?next=${encodeURIComponent('/mottos?a=1')}`,
    })
    for (const referer of [undefined, 'http://evil.test/x', 'nonsense'])
      expect(await ask(referer)).toMatchObject({ redirect: '/sign-in?next=%2F' })
    expect(work).not.toHaveBeenCalled()
  })

  test('treats a session that was ended or made up as none', async () => {
    const visit = await signedInAs(elif)
    const [name = '', value = ''] = Object.entries(visit.cookies ?? {})[0] ?? []
    const forged = { cookies: { [name]: `${value.slice(0, -3)}AA=` } }
    const work = vi.fn(saves)
    const visited = await asVisitor(forged, () => formAction('test.motto', form, work)(null, filled()))
    expect(visited.redirect).toMatch(/^\/sign-in/)
    expect(work).not.toHaveBeenCalled()
  })
})

describe('An action that breaks', () => {
  const secret = 'hunter2-in-the-motto'
  const breaks =
    (error: unknown): Work =>
    async (tx, actor, input) => {
      await saves(tx, actor, input)
      throw error
    }

  async function broken(error: unknown) {
    const lines: string[] = []
    const write = vi.spyOn(process.stderr, 'write').mockImplementation(line => lines.push(String(line)) > 0)
    const data = filled(secret)
    const visited = await send(breaks(error), data)
    write.mockRestore()
    return {
      ...visited,
      data,
      log: lines.join(''),
      words: visited.report?.result.error?.formErrors?.[0] ?? '',
    }
  }

  test('shows words with a reference that stands in the log once, the text kept and the same submission', async () => {
    const { report, status, log, words, data } = await broken(new Error(`bad: ${secret}`))
    const [reference = 'none'] = /[0-9A-Z]{8}/.exec(words.slice(words.indexOf('reference'))) ?? []
    expect(words).toContain('Something went wrong on our side, so nothing was saved.')
    expect(log.split(reference)).toHaveLength(2)
    expect(log).not.toContain(secret)
    expect(status).toBe(500)
    expect(report?.result.submission.payload).toMatchObject({ motto: secret })
    expect(report?.token).toBe(data.get('k'))
    expect(await db.$count(submissions, eq(submissions.fingerprint, secret))).toBe(0)
    expect(await mottoOf()).not.toBe(secret)
  })

  test('never logs what was typed when the database itself quotes it', async () => {
    const work: Work = async (tx, _actor, { motto }) => {
      await tx.insert(user).values({ id: elif.userId, name: motto, email: motto })
      return '/'
    }
    const lines: string[] = []
    const write = vi.spyOn(process.stderr, 'write').mockImplementation(line => lines.push(String(line)) > 0)
    const { status } = await send(work, filled(secret))
    write.mockRestore()
    expect(status).toBe(500)
    expect(lines.join('')).toContain('23505')
    expect(lines.join('')).not.toContain(secret)
  })

  test('says that the database is away, with a 503, and what may have been saved', async () => {
    const away = await broken(new DbError('TX_TIMEOUT', 'x'))
    expect([away.status, away.words]).toEqual([503, expect.stringContaining('nothing was saved')])
    const unsure = await broken(new DbError('CONNECTION_CLOSED', 'x', 'unknown'))
    expect([unsure.status, unsure.words]).toEqual([503, expect.stringContaining('it will not be doubled')])
    expect(unsure.report?.token).toBe(unsure.data.get('k'))
  })

  test('can be sent again as it is, and then does its work once', async () => {
    const { data } = await broken(new Error('once'))
    expect((await send(saves, data)).redirect).toBe(`/mottos/${secret.length}`)
  })
})

describe('The rights of the actor', () => {
  test('are read again inside the transaction, and hold still until it ends', async () => {
    const visit = await signedInAs(oskar)
    const kinds: string[] = []
    const work: Work = async (_tx, actor) => {
      kinds.push(actor.kind)
      return '/'
    }
    const go = () =>
      asVisitor(visit, () => formAction('test.motto', form, work)(null, filled('Hold fast', oskar)))
    await go()
    await transaction('test', tx =>
      tx.update(agents).set({ active: false }).where(eq(agents.userId, oskar.userId)),
    )
    await go()
    expect(kinds).toEqual(['agent', 'customer'])
  })

  test('do not depend on anything that the post says', async () => {
    const work = vi.fn(saves)
    const data = filled('Mine', tom)
    for (const [name, value] of Object.entries({
      userId: mira.userId,
      kind: 'agent',
      role: 'admin',
      actor: '{}',
    }))
      data.set(name, value)
    await send(work, data, tom)
    expect(work.mock.calls[0]?.[1]).toMatchObject({ kind: 'customer', userId: tom.userId })
  })
})

test('A field that is secret is never sent back, whatever happens', async () => {
  const passwords = z.object({ name: z.string(), password: z.string() })
  const secret = 'correct horse battery'
  const ends = [new Refusal('No.', 'name'), new Refusal('No.'), new Error(secret)]
  const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  for (const end of ends) {
    const action = actionFor('test.pass', passwords, ['password'], () => Promise.reject(end))
    const data = fill('test.pass', null, { name: 'Elif', password: secret })
    const { report } = await asVisitor({}, () => action(null, data))
    expect(JSON.stringify(report)).not.toContain(secret)
    expect(report?.result.submission.payload).toMatchObject({ name: 'Elif' })
  }
  write.mockRestore()
})

test('A post that forges the state of its form is taken for what it posts and nothing else', async () => {
  const forged = { result: { submission: { payload: { motto: 'x' }, fields: [], intent: null } }, token: 'x' }
  const visit = await signedInAs(elif)
  const action = formAction('test.motto', form, saves)
  const visited = await asVisitor(visit, () => action({ ...forged, isAdmin: true } as never, filled('Real')))
  expect(visited.redirect).toBe('/mottos/4')
})
