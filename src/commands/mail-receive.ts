import { buffer } from 'node:stream/consumers'
import { mostMailBytes } from '#src/inbound/limits.ts'
import { receiptWords } from '#src/inbound/receipt-words.ts'
import { receive } from '#src/inbound/receive.ts'
import { usualMailbox } from '#src/inbound/usual-mailbox.ts'
import { closeDatabase } from '#src/lib/db/client.ts'
import { withDatabase } from './database/with-database.ts'
import { complain, say } from './terminal.ts'

// Source of the codes: sysexits.h, as Postfix, Exim and sendmail read them. 75 makes them try again later.
const tryAgain = 75
const tooLarge = 65

try {
  await withDatabase(receiveOne)
} catch (error) {
  complain(error)
  process.exitCode = tryAgain
}

async function receiveOne(): Promise<void> {
  const raw = await buffer(process.stdin)
  if (raw.length > mostMailBytes) {
    say(`This mail has ${raw.length} bytes, and this desk takes ${mostMailBytes} at most.`)
    process.exitCode = tooLarge
    return
  }
  const mailbox = process.argv[2]?.slice(0, 254) ?? usualMailbox()
  say(receiptWords(await receive(raw, mailbox).finally(closeDatabase)))
}
