import { takeAtDoor } from '#src/inbound/signed-door.ts'

export const dynamic = 'force-dynamic'

/** The door for providers that push mail: signed, or it stays shut. See docs/operating.md. */
export async function POST(request: Request): Promise<Response> {
  return takeAtDoor(request)
}
