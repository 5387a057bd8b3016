import { workWhenCalled } from '#src/worker/timed-door.ts'

export const dynamic = 'force-dynamic'
/** In seconds, for hosts that end what takes longer. */
export const maxDuration = 60

/** The door for a schedule, see docs/operating.md. A GET, because that is what such hosts send. */
export async function GET(request: Request): Promise<Response> {
  return workWhenCalled(request)
}

export async function POST(request: Request): Promise<Response> {
  return workWhenCalled(request)
}
