import { expect, test } from 'vitest'
import { wishFrom } from '#src/commands/people/wish.ts'

const ada = ['--email', 'ada@example.org', '--name', 'Ada Lindqvist']

test('An administrator is asked for by address and name', () => {
  expect(wishFrom(['admin', 'add', ...ada])).toEqual({
    role: 'admin',
    verb: 'add',
    email: 'ada@example.org',
    name: 'Ada Lindqvist',
    team: '',
    passwordFromStdin: false,
  })
})

test('An agent may have a team, and a password that is read from the standard input', () => {
  const asked = wishFrom(['agent', 'add', ...ada, '--team', 'Ferries', '--password-from-stdin'])
  expect(asked).toMatchObject({ role: 'agent', team: 'Ferries', passwordFromStdin: true })
})

test('The address is kept in small letters, as people sign in with it', () => {
  expect(wishFrom(['admin', 'add', '--email', 'Ada@Example.ORG', '--name', 'Ada']).email).toBe(
    'ada@example.org',
  )
})

test('Everything that is wrong is said at once, each thing once, with an example', () => {
  const asked = () => wishFrom(['boss', 'make', '--email', 'ada'])
  const sentences = ['Say `admin add` or `agent add`.', 'email address', 'Enter the name']
  for (const sentence of sentences) expect(said(asked).split(sentence)).toHaveLength(2)
  expect(asked).toThrow(/npm run people -- admin add --email/)
})

test('An option that does not exist is named', () => {
  expect(() => wishFrom(['admin', 'add', ...ada, '--role', 'owner'])).toThrow(/--role/)
})

test('A word too many is named, because a name without quotation marks is two words', () => {
  expect(() =>
    wishFrom(['admin', 'add', '--email', 'ada@example.org', '--name', 'Ada', 'Lindqvist']),
  ).toThrow(/There is a word too many: Lindqvist/)
})

function said(asked: () => unknown): string {
  try {
    asked()
    return ''
  } catch (error) {
    return String(error)
  }
}
