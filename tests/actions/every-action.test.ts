import { beforeAll, describe, expect, test } from 'vitest'
import { openDesk } from '#tests/support/desk.ts'
import { proxyOwnDatabase } from '#tests/support/own-proxy.ts'
import { send, shown, visitOf } from '#tests/support/post.ts'
import { sinceThen, standing } from '#tests/support/standing.ts'
import { fill } from '#tests/support/visit.ts'
import type { Cut } from '#tests/support/wire-pair.ts'
import { type Door, formNameOf, ticketDoors } from './doors.ts'

const proxy = await proxyOwnDatabase()
beforeAll(openDesk)

/** One post of an action, ready to be sent as often as one likes; `sent` resolves to what came of it. */
async function ready(path: string, door: Door) {
  const form = fill(formNameOf(path), door.by, await door.ready())
  const visit = await visitOf(door.by)
  const before = await standing()
  return {
    form,
    sent: () => send(door.action, visit, form),
    since: async () => sinceThen(before, await standing()),
  }
}

describe.each(Object.entries(ticketDoors))('%s', (path, door) => {
  const once = { ...door.adds, submissions: 1 }

  test('Fifty identical posts at once do it once and lead to one place', async () => {
    const { sent, since } = await ready(path, door)
    const ends = await Promise.all(Array.from({ length: 50 }, sent))
    expect(new Set(ends.map(end => end.redirect ?? shown(end).words))).toEqual(new Set([ends[0]?.redirect]))
    expect(ends[0]?.redirect).toMatch(/^\/(?!sign-in)/)
    expect((await since()).added).toEqual(once)
  })

  test('Other content under the same token is kept and asked about, and writes nothing', async () => {
    const { form, sent } = await ready(path, door)
    expect((await sent()).redirect).not.toBeNull()
    const other = fill(formNameOf(path), door.by, await (door.other ?? door.ready)())
    other.set('k', String(form.get('k')))
    const before = await standing()
    const end = await send(door.action, await visitOf(door.by), other)
    expect(shown(end).words).toContain('already sent this form with other words')
    const typed = Object.fromEntries([...other].filter(([name, value]) => name !== 'k' && value !== ''))
    expect(shown(end).kept).toMatchObject(typed)
    expect(sinceThen(before, await standing()).changed).toEqual([])
    expect((await sent()).redirect).not.toBeNull()
  })

  // A statement takes the same road in all three ways; one of them keeps the suite short.
  if (process.env.HOLDFAST_DATABASE_WAY !== 'direct') return

  test('A connection that is lost at any statement leaves it done once, and so does sending it again', async () => {
    const calm = await ready(path, door)
    proxy.reset()
    await calm.sent()
    const count = proxy.statements.length
    expect(proxy.statements.at(-1)?.text).toBe('commit')
    const cuts: Cut[] = Array.from({ length: count }, (_, index) => ({ at: index + 1, when: 'before' }))
    for (const cut of [...cuts, { at: count, when: 'after' } as const]) {
      const { sent, since } = await ready(path, door)
      proxy.cutOnce(cut)
      const end = await sent()
      expect(proxy.cutPending, `${cut.when} ${cut.at}`).toBe(false)
      expect(shown(end).words, `${cut.when} ${cut.at}`).toBe('')
      expect((await since()).added, `${cut.when} ${cut.at}`).toEqual(once)
      expect((await sent()).redirect).toBe(end.redirect)
      expect((await since()).added).toEqual(once)
    }
  })
})
