import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { chooseVersion } from '#actions/auth/choose-version.ts'
import { elif, tom } from '#src/demo/cast.ts'
import { currentReader } from '#src/lib/actor.ts'
import { db } from '#src/lib/db/client.ts'
import { user } from '#src/lib/db/tables/identity.ts'
import { env } from '#src/lib/env.ts'
import { currentAnswer } from '#src/lib/http/current-answer.ts'
import { currentVersion } from '#src/lib/http/light-version.ts'
import { openDesk } from '#tests/support/desk.ts'
import { send, shown } from '#tests/support/post.ts'
import { asVisitor, fill, newAddress, signedInAs, type Visit } from '#tests/support/visit.ts'

beforeAll(openDesk)

const choosing = (version: string, next = '/tickets') => fill('auth.choose-version', null, { version, next })
const accountOf = async ({ userId }: { userId: string }) =>
  (await db.select().from(user).where(eq(user.id, userId)))[0]?.light

/** In which version a page is sent on this visit, and what decided. */
async function versionOn(visit: Visit, { browser = null as boolean | null, saving = false } = {}) {
  let version: unknown
  await asVisitor(visit, async () => {
    const answer = currentAnswer()
    if (answer) answer.version = { always: false, account: null, browser, saving }
    await currentReader()
    version = currentVersion()
    return null
  })
  return version
}

test('Who is signed in has the choice on their account, wherever they sign in, and nobody else has it', async () => {
  const here = await signedInAs(elif)
  const chosen = await send(chooseVersion, here, choosing('light'))
  expect(chosen.redirect).toBe('/light?done=light&next=%2Ftickets')
  expect(await versionOn(await signedInAs(elif))).toEqual({ light: true, because: 'account' })
  expect(await versionOn(await signedInAs(tom))).toEqual({ light: false, because: null })

  await send(chooseVersion, here, choosing('full'))
  expect(await versionOn(here, { browser: true, saving: true })).toEqual({ light: false, because: 'account' })
})

test('Who is not signed in has it in their browser for a year, and no account changes', async () => {
  const { redirect, setCookies } = await send(chooseVersion, { address: newAddress() }, choosing('light'))
  expect(redirect).toBe('/light?done=light&next=%2Ftickets')
  expect(setCookies.join()).toMatch(/^holdfast-version=light;.*Max-Age=31536000;.*HttpOnly;.*SameSite=lax/i)
  expect(await accountOf(tom)).toBeNull()
})

test('The browser remembers the choice of who is signed in too, for when they are not', async () => {
  const { cookies } = await send(chooseVersion, await signedInAs(elif), choosing('light'))
  expect(cookies).toMatchObject({ 'holdfast-version': 'light' })
})

test('Another choice than these two is refused, and the way back leads nowhere but into the desk', async () => {
  const before = await accountOf(elif)
  const refused = await send(chooseVersion, await signedInAs(elif), choosing('tiny'))
  expect(shown(refused).words).toContain('Load it again')
  expect(await accountOf(elif)).toBe(before)
  const { redirect } = await send(chooseVersion, await signedInAs(elif), choosing('light', '//evil.test'))
  expect(redirect).toBe('/light?done=light&next=%2F')
})

test('Somebody without a session who chooses over and over is stopped; who has one is not', async () => {
  const address = newAddress()
  for (let time = 0; time < env().signInLimitPerAddress; time += 1)
    expect((await send(chooseVersion, { address }, choosing('light'))).redirect).not.toBeNull()
  expect(shown(await send(chooseVersion, { address }, choosing('full'))).words).toContain('too many tries')
  const signedIn = { ...(await signedInAs(elif)), address }
  expect((await send(chooseVersion, signedIn, choosing('full'))).redirect).toContain('done=full')
})
