import { createServer } from 'node:http'
import postgres from 'postgres'

// What a page costs without anything between: one query by an index, and as much HTML as a page of ours.
const sql = postgres(process.env.DATABASE_URL ?? '', { max: 10, fetch_types: false })
const [first] = await sql<{ reference: string }[]>`select reference from tickets limit 1`
const filler = '<p>The ferry leaves at nine, and the bicycle stands on the pier.</p>\n'.repeat(88)

createServer(async (_request, response) => {
  const [ticket] = await sql<{ subject: string }[]>`
    select subject from tickets where reference = ${first?.reference ?? ''}`
  const html = `<!doctype html><html lang="en"><title>Bare</title><h1>${ticket?.subject}</h1>\n${filler}</html>`
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'content-length': Buffer.byteLength(html),
  })
  response.end(html)
}).listen(Number(process.env.PORT), '127.0.0.1')
