import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import http from 'node:http'
import net from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'

// As Next does it: told to end, it stops listening and waits for the lines that are open. /slow answers when it is told to.
const program = `
  import http from 'node:http'
  const slow = []
  const server = http.createServer((request, answer) => {
    if (request.url !== '/slow') return answer.end('done')
    slow.push(answer)
    process.send('asked')
  })
  process.on('message', message => message === 'answer' && slow.forEach(answer => answer.end('done')))
  process.on('SIGTERM', () => server.close(() => process.exit(0)))
  server.listen(0, '127.0.0.1', () => process.send(server.address().port))
`

let server: ChildProcess
let port: number

beforeEach(async () => {
  const words = ['--import', './src/commands/draining.mjs', '--input-type=module', '--eval', program]
  server = spawn(process.execPath, words, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const [said] = await once(server, 'message')
  port = Number(said)
})

afterEach(() => void server.kill('SIGKILL'))

test('a server that drains answers, and keeps no line open after it', async () => {
  const agent = new http.Agent({ keepAlive: true })
  expect((await ask('/', agent)).headers.connection).toBe('keep-alive')
  server.send('drain')
  // It hears that a moment later; what is asked until then is answered as before.
  await expect.poll(async () => (await ask('/', agent)).headers.connection).toBe('close')
  expect(await ask('/', agent)).toMatchObject({ body: 'done' })
  agent.destroy()
})

test('a server that ends does not wait for lines on which nothing is asked', async () => {
  const unused = net.connect(port, '127.0.0.1')
  await once(unused, 'connect')
  const agent = new http.Agent({ keepAlive: true })
  await ask('/', agent)
  server.kill('SIGTERM')
  expect(await once(server, 'exit')).toEqual([0, null])
  agent.destroy()
})

test('what is asked before the end is answered, and its line is closed then', async () => {
  const agent = new http.Agent({ keepAlive: true })
  const answered = ask('/slow', agent)
  await once(server, 'message')
  server.kill('SIGTERM')
  await expect.poll(() => refuses()).toBe(true)
  server.send('answer')
  expect(await answered).toMatchObject({ body: 'done' })
  expect(await once(server, 'exit')).toEqual([0, null])
  agent.destroy()
})

function ask(path: string, agent: http.Agent) {
  return new Promise<{ headers: http.IncomingHttpHeaders; body: string }>((resolve, reject) => {
    const request = http.get({ host: '127.0.0.1', port, path, agent }, answer => {
      let body = ''
      answer.setEncoding('utf8').on('data', chunk => (body += chunk))
      answer.on('error', reject).on('end', () => resolve({ headers: answer.headers, body }))
    })
    request.on('error', reject)
  })
}

/** Whether nobody can reach it any more. */
async function refuses(): Promise<boolean> {
  const socket = net.connect(port, '127.0.0.1')
  const open = await once(socket, 'connect').then(
    () => true,
    () => false,
  )
  socket.destroy()
  return !open
}
