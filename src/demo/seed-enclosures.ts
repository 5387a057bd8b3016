import { attach } from '#src/files/attach.ts'
import type { Tx } from '#src/lib/db/client.ts'
import { enclosures } from './enclosures/enclosures.ts'
import type { Ledger } from './ledger.ts'

/** Attaches what comes with some of the messages: a photo, a list, a label, and the log in a note. */
export async function seedEnclosures(tx: Tx, ledgers: Ledger[]): Promise<void> {
  for (const { id, body } of ledgers.flatMap(({ messages }) => messages))
    for (const { says, files } of enclosures) if (body.includes(says)) await attach(tx, id, files())
}
