import { z } from 'zod'
import { address, optional } from './setting-kinds.ts'

const together = ['S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const

/** Where the bytes of files are kept: in the database, or in the bucket of a store that speaks the language of S3. */
export const fileSettings = z
  .object({
    S3_ENDPOINT: optional(
      address(/^https?:\/\//, 'must be an address that starts with http:// or https://').refine(isBare, {
        error: 'must be the address of the store alone: the bucket and the keys have settings of their own',
      }),
    ),
    S3_BUCKET: optional(
      z.string().regex(/^[a-z0-9][a-z0-9._-]{1,61}[a-z0-9]$/i, { error: 'must be the name of a bucket' }),
    ),
    S3_REGION: optional(z.string()),
    S3_ACCESS_KEY_ID: optional(z.string()),
    S3_SECRET_ACCESS_KEY: optional(z.string()),
    S3_STYLE: optional(z.enum(['path', 'host'], { error: 'must be path or host' })),
    FILES_IN: optional(z.enum(['database', 'bucket'], { error: 'must be database or bucket' })),
  })
  .check(({ value, issues }) => {
    const missing = together.filter(name => !value[name])
    if (missing.length === together.length && value.FILES_IN !== 'bucket') return
    for (const name of missing)
      issues.push({
        code: 'custom',
        input: value,
        path: [name],
        message: `is missing: a bucket is reached by all of ${together.join(', ')}`,
      })
  })
  .transform(at => ({
    bucket:
      at.S3_ENDPOINT && at.S3_BUCKET
        ? {
            address: addressOf(at.S3_ENDPOINT, at.S3_BUCKET, at.S3_STYLE ?? 'path'),
            region: at.S3_REGION ?? 'us-east-1',
            accessKeyId: at.S3_ACCESS_KEY_ID ?? '',
            secretAccessKey: at.S3_SECRET_ACCESS_KEY ?? '',
          }
        : undefined,
    filesIn: at.FILES_IN ?? (at.S3_ENDPOINT ? ('bucket' as const) : ('database' as const)),
  }))

function isBare(endpoint: string): boolean {
  if (!URL.canParse(endpoint)) return false
  const { pathname, search, username, password } = new URL(endpoint)
  return `${pathname}${search}${username}${password}` === '/'
}

function addressOf(endpoint: string, bucket: string, style: 'path' | 'host'): string {
  const { protocol, host } = new URL(endpoint)
  return style === 'host' ? `${protocol}//${bucket}.${host}` : `${protocol}//${host}/${bucket}`
}
