/**
 * The most that one submitted form may hold, all fields and the framing between them counted. Next's
 * `serverActions.bodySizeLimit` in next.config.ts is the same number; the proxy refuses earlier, by the length
 * that the browser announces, because there it costs no memory and can say why.
 */
export const bodyLimit = { bytes: 1024 * 1024, setting: '1mb' } as const

/** The methods that pages know. Everything else is answered with 405. */
export const pageMethods: readonly string[] = ['GET', 'HEAD', 'POST']
