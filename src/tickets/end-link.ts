import type { Tx } from '#src/lib/db/client.ts'
import { linkEnded, linkFor } from '#src/lib/guest-link.ts'
import { endLinks } from './end-links.ts'

/** A guest ends their link, and with it every other one to that ticket: older mails hold them too. */
export async function endLink(tx: Tx, key: string): Promise<void> {
  const found = await linkFor(tx, key)
  if (!found) throw linkEnded()
  await endLinks(tx, found.guest.ticketId, found.guest.userId)
}
