const mebi = 1024 * 1024

/**
 * The most that one submitted form may hold, all fields and the framing between them counted, files not. The proxy refuses
 * what is larger, by the length that the browser announces, because there it costs no memory and can say why.
 */
export const bodyLimit = { bytes: mebi } as const

/** The most that the setting UPLOAD_MB may say. Next's own limits in next.config.ts are made for it, when it is built. */
export const mostUploadMb = 25

/** The piece in which a file comes that scripts bring: as it is kept in the database, and small enough that a poor line brings it. */
export const pieceBytes = 256 * 1024

/** How many of the largest files may come at once. */
export const largestAtOnce = 2

/** What a body can have at most, whatever the settings say, in bytes. */
export const largestBody = mebi + largestAtOnce * mostUploadMb * 1_000_000

/** The methods that pages know. Everything else is answered with 405. */
export const pageMethods: readonly string[] = ['GET', 'HEAD', 'POST']
