import { afterEach, expect, test, vi } from 'vitest'
import { endpointOf, poolSize } from '#src/lib/db/endpoint.ts'

afterEach(() => vi.unstubAllEnvs())
const sizeFor = (url: string, asked?: number) => poolSize(endpointOf(url), asked)

test('An address is read with its escapes, its default port and its start-up options', () => {
  const url =
    'postgresql://us%40er:p%2Fw%23@db.example/hold%20fast?options=endpoint%3Dcool-sea&channel_binding=require'
  expect(endpointOf(url)).toMatchObject({
    user: 'us@er',
    password: 'p/w#',
    host: 'db.example',
    port: 5432,
    database: 'hold fast',
    startup: 'endpoint=cool-sea',
    tls: undefined,
  })
})

test('An IPv6 host and a folder of Unix sockets are understood', () => {
  expect(endpointOf('postgres://u@[::1]:5433/d')).toMatchObject({ host: '::1', port: 5433 })
  expect(endpointOf('postgres://u@localhost/d?host=/run/postgresql').socketFolder).toBe('/run/postgresql')
})

test('A pooled or serverless endpoint gets one connection and a long-running server ten, unless told otherwise', () => {
  expect(sizeFor('postgres://u@db.example/d')).toBe(10)
  expect(sizeFor('postgres://u@ep-cool-sea-pooler.eu.neon.tech/d')).toBe(1)
  expect(sizeFor('postgres://u@db.example:6432/d')).toBe(1)
  expect(sizeFor('postgres://u@db.example/d?pgbouncer=true')).toBe(1)
  expect(sizeFor('postgres://u@db.example:6432/d', 7)).toBe(7)
  vi.stubEnv('VERCEL', '1')
  expect(sizeFor('postgres://u@db.example/d')).toBe(1)
})

test.each(['prefer', 'allow', 'yes'])('sslmode=%s promises nothing and is refused in a sentence', mode => {
  expect(() => endpointOf(`postgres://u@db.example/d?sslmode=${mode}`)).toThrow(`sslmode=${mode}`)
})
