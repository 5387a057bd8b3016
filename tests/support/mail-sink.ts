import net from 'node:net'

/** What a mail server answers to a command that begins so, in place of taking it. Null: it hangs up. */
export type Answers = Record<string, string | null>

/**
 * A mail server that speaks as much SMTP as a sender needs. `mails` are the texts it has taken, as they came. `hears` is
 * told every command and every text that it has taken, before the answer leaves.
 */
export async function openMailSink(answers: Answers = {}, hears: (said: string) => void = () => {}) {
  const mails: string[] = []
  const open = new Set<net.Socket>()
  const server = net.createServer(socket => {
    open.add(socket)
    socket.on('error', () => {}).on('close', () => open.delete(socket))
    converse(socket, answers, mails, hears)
  })
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  const port = address instanceof Object ? address.port : 0
  const close = () => {
    for (const socket of open) socket.destroy()
    return new Promise<void>(closed => server.close(() => closed()))
  }
  return { url: `smtp://127.0.0.1:${port}`, answers, mails, close }
}

const usual: Answers = { DATA: '354 Go on', QUIT: '221 Goodbye' }

function converse(socket: net.Socket, answers: Answers, mails: string[], hears: (said: string) => void) {
  let heard = ''
  let inText = false
  socket.write('220 desk.test ESMTP\r\n')
  socket.setEncoding('utf8').on('data', chunk => {
    heard += chunk
    for (let end = endOf(heard, inText); end >= 0; end = endOf(heard, inText)) {
      const said = heard.slice(0, end)
      heard = heard.slice(end + (inText ? textEnd.length : 2))
      if (inText) mails.push(said)
      hears(said)
      const answer = inText ? answerTo('TEXT', answers) : answerTo(said, answers)
      inText = answer.startsWith('354')
      if (answer === '') socket.destroy()
      else socket.write(`${answer}\r\n`)
    }
  })
}

const textEnd = '\r\n.\r\n'

function endOf(heard: string, inText: boolean) {
  return heard.indexOf(inText ? textEnd : '\r\n')
}

function answerTo(said: string, answers: Answers): string {
  const known = { ...usual, ...answers }
  const begins = Object.keys(known).find(words => said.toUpperCase().startsWith(words))
  return begins === undefined ? '250 OK' : (known[begins] ?? '')
}
