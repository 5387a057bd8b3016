import { describe, expect, test } from 'vitest'
import { send, shown, visitOf } from '#tests/support/post.ts'
import { sinceThen, standing } from '#tests/support/standing.ts'
import { fill } from '#tests/support/visit.ts'
import type { Cut } from '#tests/support/wire-pair.ts'
import type { WireProxy } from '#tests/support/wire-proxy.ts'
import { type Door, formNameOf } from './doors.ts'

const neverShown = ['k', 'password']

/** Proves of each of these actions that its form does what it does once, however often and on whatever line it is sent. */
export function proveOnce(doors: Record<string, Door>, proxy: WireProxy) {
  describe.each(Object.entries(doors))('%s', (path, door) => {
    const place = Object.keys(doors).indexOf(path)
    const adds = { ...door.adds, submissions: 1 }

    test('parallel-8: Fifty identical posts at once do it once and lead to one place', async () => {
      const { sent, since } = await ready(path, door)
      const ends = await Promise.all(Array.from({ length: 50 }, sent))
      expect(new Set(ends.map(end => end.redirect ?? shown(end).words))).toEqual(new Set([ends[0]?.redirect]))
      expect(ends[0]?.redirect).toMatch(/^\/(?!sign-in\?next)/)
      expect((await since()).added).toEqual(adds)
    })

    test('Other content under the same token is kept and asked about, and writes nothing', async () => {
      const { form, sent } = await ready(path, door)
      const first = await sent()
      expect(first.redirect).not.toBeNull()
      const other = fill(formNameOf(path), door.by, await (door.other ?? door.ready)())
      other.set('k', String(form.get('k')))
      const before = await standing()
      const end = await send(door.action, await visitOf(door.by), other)
      expect(shown(end).words).toContain('already sent this form with other words')
      const typed = [...other].filter(([name, value]) => !neverShown.includes(name) && value !== '')
      expect(shown(end).kept).toMatchObject(Object.fromEntries(typed))
      expect(sinceThen(before, await standing()).changed).toEqual([])
      expect((await sent()).redirect).toBe(first.redirect)
    })

    // A statement takes the same road in all three ways; one of them keeps the suite short.
    if (process.env.HOLDFAST_DATABASE_WAY !== 'direct') return

    test('kill-backend-at-each-statement: it is done once all the same, and so does sending it again', async () => {
      for (const cut of await cutsOf(path, door, proxy, place)) {
        const { sent, since } = await ready(path, door)
        proxy.cutOnce(cut)
        const end = await sent()
        const where = `${cut.when} statement ${cut.at}`
        expect([proxy.cutPending, shown(end).words], where).toEqual([false, ''])
        expect((await sent()).redirect, where).toBe(end.redirect)
        expect((await since()).added, where).toEqual(adds)
      }
    }, 300_000)
  })
}

/** One post of an action, to be sent as often as one likes, and what was written since it was made. */
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

/**
 * Every fault that the transaction of this action shall outlive: the backend killed at each statement, the line cut
 * before every second one (the odd ones and the even ones by turns, from action to action) and around the commit.
 */
async function cutsOf(path: string, door: Door, proxy: WireProxy, place: number): Promise<Cut[]> {
  const { sent } = await ready(path, door)
  proxy.reset()
  await sent()
  const said = proxy.statements.map(({ text }) => text)
  expect([said.includes('begin'), said.at(-1)]).toEqual([true, 'commit'])
  const all = said.map((_, index) => index + 1).slice(said.indexOf('begin'))
  const alternate = all.filter(at => at % 2 === place % 2 && at < said.length)
  return [
    ...all.map((at): Cut => ({ at, when: 'killed' })),
    ...[...alternate, said.length].map((at): Cut => ({ at, when: 'before' })),
    { at: said.length, when: 'after' },
  ]
}
