import { describe, expect, test } from 'vitest'
import { signUpForm } from '#src/identity/forms.ts'
import { passwordProblem } from '#src/identity/password-rule.ts'

const known = ['Nell Quayle', 'nell.quayle@kelpbay.test']

describe('A password is taken', () => {
  test.each([
    'seven kelp forests',
    'correct horse battery staple',
    'xK9#mQ2$vL5&',
    'морской огурец',
    '海藻の森で泳ぐ七匹の魚たち',
    'holdfast demo desk ferry nine',
    'Nell likes green bicycles',
  ])('%s', password => {
    expect(passwordProblem(password, known)).toBeUndefined()
  })

  test('with exactly 12 and with exactly 128 characters', () => {
    const long = 'seven kelp forests in the deep green sea, '.repeat(4).slice(0, 128)
    expect(passwordProblem('seven kelp f')).toBeUndefined()
    expect(passwordProblem(long)).toBeUndefined()
    expect(passwordProblem('seven kelp ')).toContain('at least 12')
    expect(passwordProblem(`${long}x`)).toContain('at most 128')
  })
})

describe('A password is refused', () => {
  test.each(['aaaaaaaaaaaa', 'abababababab', 'abcabcabcabc', '123123123123', 'ha ha ha ha ha '])(
    'that repeats itself: %s',
    password => {
      expect(passwordProblem(password)).toContain('repeats itself')
    },
  )

  test.each(['123456789012', 'abcdefghijklm', 'qwertyuiopas', 'mlkjihgfedcba', '1234-5678-9012'])(
    'that goes along the keyboard: %s',
    password => {
      expect(passwordProblem(password)).toContain('keyboard')
    },
  )

  test.each([
    'nell.quayle@kelpbay.test',
    'NellQuayle2026',
    'quayle-nell-1',
    'Nell Quayle!!!',
    'kelpbay.test.nell',
  ])('that is what everybody knows of the person: %s', password => {
    expect(passwordProblem(password, known)).toContain('mostly your name')
  })

  test.each([
    'holdfast2026',
    'holdfast desk',
    'Password1234',
    'passwordpassword1',
    'Welcome12345',
    'admin-admin-1',
  ])('that is everyday words and a year: %s', password => {
    expect(passwordProblem(password)).toBeDefined()
  })
})

test('A sign-up form names the password as what is wrong, also when only the name gives it away', () => {
  const { error } = signUpForm.safeParse({ name: known[0], email: known[1], password: 'Nell Quayle!!!' })
  expect(error?.issues).toMatchObject([{ path: ['password'] }])
})
