import { guestPath } from '#src/lib/guest-key.ts'
import { deskPath } from '#src/tickets/paths.ts'
import { guestTicket, letLinksRunOut } from '#tests/support/guests.ts'

/** A ticket of somebody without an account that waits for them: where they come to it by their link, and where the desk does. */
export async function guestPages(): Promise<{ guest: string; desk: string }> {
  const { reference, key } = await guestTicket('pending')
  return { guest: guestPath(key), desk: deskPath(reference) }
}

/** The page of a link whose time is over. */
export async function pageOfLinkRunOut(): Promise<string> {
  const { reference, key } = await guestTicket()
  await letLinksRunOut(reference)
  return guestPath(key)
}
