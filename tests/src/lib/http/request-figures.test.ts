import http from 'node:http'
import { beforeEach, expect, test } from 'vitest'
import { type currentAnswer, formEnded } from '#src/lib/http/current-answer.ts'
import { requestFigures } from '#src/lib/http/request-figures.ts'
import { watchedServer } from './watched-server.ts'

type Answer = NonNullable<ReturnType<typeof currentAnswer>>

// Answers with the status that is asked for, and ends a form as it is told.
const { ask, port } = watchedServer((request, response) => {
  const asked = new URL(request.url ?? '/', 'http://desk').searchParams
  const form = asked.get('form')
  if (form) formEnded(form as NonNullable<Answer['form']>)
  formEnded('done')
  if (asked.has('never')) {
    hears()
    return
  }
  response.statusCode = Number(asked.get('status') ?? 200)
  response.setHeader('content-type', 'text/html')
  response.end('<!DOCTYPE html><html lang="en"><h1>A page</h1></html>')
})

let hears = () => {}

beforeEach(() => void requestFigures())

test('answers are counted by their status, and forms by what became of them first', async () => {
  for (const path of [
    '/',
    '/?status=303',
    '/?status=303&form=held',
    '/?status=404&form=refused',
    '/?status=503',
  ])
    await ask(path)
  await ask('/?form=failed')
  expect(requestFigures()).toMatchObject({
    done: 2,
    redirected: 2,
    refused: 1,
    failed: 1,
    broken: 0,
    formsDone: 3,
    formsHeld: 1,
    formsRefused: 1,
    formsFailed: 1,
  })
})

test('what was told is not told again, and nothing is made up where nobody came', async () => {
  await ask('/')
  const { p50Ms, p95Ms } = requestFigures()
  expect(p50Ms).toBeGreaterThanOrEqual(1)
  expect(p95Ms).toBeGreaterThanOrEqual(Number(p50Ms))
  expect(requestFigures()).toMatchObject({ done: 0, formsDone: 0, p50Ms: null, p95Ms: null })
})

test('files of the build and the questions of a proxy do not count', async () => {
  await ask('/_next/static/chunks/a.js')
  await ask('/health')
  expect(requestFigures()).toMatchObject({ done: 0, p50Ms: null })
})

test('an answer that its client did not wait for is broken', async () => {
  const heard = new Promise<void>(resolve => {
    hears = resolve
  })
  const request = http.get({ host: '127.0.0.1', port: port(), path: '/?never' }).on('error', () => {})
  await heard
  request.destroy()
  const broken = () => requestFigures().broken
  await expect.poll(broken).toBe(1)
})
