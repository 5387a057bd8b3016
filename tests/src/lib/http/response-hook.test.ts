import { EventEmitter, once } from 'node:events'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { type AnswerRules, hookResponse } from '#src/lib/http/response-hook.ts'
import { watchedServer } from './watched-server.ts'

let server: http.Server | undefined

afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

const faulty = (): never => {
  throw new Error('a fault in the hook itself')
}

test.each<[string, AnswerRules]>([
  ['when it begins', { begin: faulty, judge: faulty }],
  ['when it judges', { begin: () => 'hold', judge: faulty }],
])('a fault of the hook %s lets the own answer of the application through', async (_when, rules) => {
  const answer = await answerUnder(rules, response => {
    response.statusCode = 500
    response.write('its own ')
    response.end('words')
  })
  expect([answer.status, await answer.text()]).toEqual([500, 'its own words'])
})

test('a body that is never judged goes out whole when it ends', async () => {
  const rules: AnswerRules = { begin: () => 'hold', judge: () => 'wait' }
  const answer = await answerUnder(rules, response => {
    response.write('first, ')
    response.write(Buffer.from('6c617374', 'hex'))
    response.end()
  })
  expect(await answer.text()).toBe('first, last')
})

test('writers and enders are told when their part is taken', async () => {
  const told: string[] = []
  const rules: AnswerRules = {
    begin: () => 'hold',
    judge: () => ({ status: 410, headers: {}, body: 'instead' }),
  }
  const answer = await answerUnder(rules, response => {
    response.write('x', 'utf8', () => told.push('written'))
    response.end(() => told.push('ended'))
  })
  expect([answer.status, await answer.text(), told]).toEqual([410, 'instead', ['written', 'ended']])
})

test('what the application writes after its answer was replaced is dropped', async () => {
  const rules: AnswerRules = {
    begin: () => 'hold',
    judge: () => ({ status: 500, headers: {}, body: 'instead' }),
  }
  const answer = await answerUnder(rules, response => {
    for (const part of ['a', 'b', 'c']) response.write(part)
    response.flushHeaders()
    response.end('d')
  })
  expect(await answer.text()).toBe('instead')
})

const steps = new EventEmitter()
const streaming = watchedServer(async (_request, response) => {
  response.setHeader('content-type', 'text/html')
  response.write('the first part, ')
  await once(steps, 'first part read')
  response.end('and the rest')
})

test('a page that is well is never held: its first part is there before the rest is made', async () => {
  const answer = await streaming.ask('/', { onPart: () => steps.emit('first part read') })
  expect(answer).toMatchObject({ status: 200, body: 'the first part, and the rest' })
})

async function answerUnder(
  rules: AnswerRules,
  answer: (response: http.ServerResponse) => void,
): Promise<Response> {
  server = http.createServer((_request, response) => {
    hookResponse(response, rules)
    answer(response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
}
