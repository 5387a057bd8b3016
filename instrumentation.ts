import type { Instrumentation } from 'next'

/** Runs once in each server process, before its first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { watchRequests } = await import('#src/lib/http/request-hook.ts')
  const { env } = await import('#src/lib/env.ts')
  watchRequests(() => env().alwaysLight)
  if (process.env.NODE_ENV !== 'production') return
  const { quietConsole } = await import('#src/lib/http/fault-console.ts')
  quietConsole()
  const { startFigures } = await import('#src/lib/figures.ts')
  const { requestFigures } = await import('#src/lib/http/request-figures.ts')
  startFigures('server', env().figuresEveryMs, requestFigures)
}

/** A fault that reached Next: our own code should have caught it and shown it as a report. */
export const onRequestError: Instrumentation.onRequestError = async (error, _request, context) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { reportFault } = await import('#src/lib/http/report-fault.ts')
  reportFault(error, { route: context.routePath, during: context.routeType })
}
