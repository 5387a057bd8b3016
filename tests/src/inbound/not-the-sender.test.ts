import { beforeAll, expect, test } from 'vitest'
import { elif, mira } from '#src/demo/cast.ts'
import { asked, ledger, openDesk } from '#tests/support/desk.ts'
import { addressAbout, comesIn } from '#tests/support/incoming.ts'

// The settings are read once, at the first use.
process.env.MAIL_AUTH_SERVER = 'mx.kelpbay.test'
beforeAll(openDesk)

const says = (result: string) => ({ 'Authentication-Results': `mx.kelpbay.test; ${result}` })

test('What is not from the address that it names is held, from a stranger and on a ticket', async () => {
  const failed = says('dmarc=fail header.from=example.org')
  expect(await comesIn(failed)).toEqual({ state: 'held', concern: 'not-the-sender', reference: null })
  const reference = await asked()
  const From = `Elif <${elif.email}>`
  await comesIn({ From, To: await addressAbout(reference, elif), ...failed })
  expect((await ledger(reference)).messages).toHaveLength(1)
})

test('Nobody answers in the name of an agent without proof', async () => {
  const reference = await asked()
  const headers = { From: mira.email, To: await addressAbout(reference, mira) }
  for (const unproven of [{}, says('dmarc=none; spf=pass smtp.mailfrom=evil.test')])
    expect(await comesIn({ ...headers, ...unproven })).toMatchObject({
      state: 'held',
      concern: 'unproven-agent',
    })
  expect((await ledger(reference)).messages).toHaveLength(1)
  expect(await comesIn({ ...headers, ...says('dmarc=pass') })).toMatchObject({ state: 'taken', reference })
})

test('A customer whose server proves nothing is heard all the same', async () => {
  expect(await comesIn(says('spf=none'))).toMatchObject({ state: 'taken', concern: null })
})
