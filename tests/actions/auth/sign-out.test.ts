import { beforeAll, expect, test } from 'vitest'
import { signOut } from '#actions/auth/sign-out.ts'
import { elif } from '#src/demo/cast.ts'
import { openDesk } from '#tests/support/desk.ts'
import { readerOf } from '#tests/support/identity.ts'
import { asVisitor, signedInAs } from '#tests/support/visit.ts'

beforeAll(openDesk)

test('Signing out ends this session, takes its cookie away and leaves the others of the person', async () => {
  const [here, elsewhere] = [await signedInAs(elif), await signedInAs(elif)]
  expect(await asVisitor(here, signOut)).toMatchObject({ redirect: '/sign-in?done=signed-out', cookies: {} })
  expect(await readerOf(here)).toBeNull()
  expect(await readerOf(elsewhere)).toBe(elif.userId)
})

test('Signing out twice, or without a session, leads to the same page', async () => {
  expect((await asVisitor({}, signOut)).redirect).toBe('/sign-in?done=signed-out')
})
