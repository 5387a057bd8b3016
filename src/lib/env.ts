import { z } from 'zod'
import { fileSettings } from './file-settings.ts'
import { mostUploadMb } from './http/limits.ts'
import { isLanguage } from './language.ts'
import { mailSettings } from './mail-settings.ts'
import { address, listOf, needed, optional, wholeNumber } from './setting-kinds.ts'

// Checked here, because the error of `new URL` would carry the whole address and its password into a log.
const postgresUrl = address(/^postgres(ql)?:\/\//, 'must be an address that starts with postgres://').refine(
  URL.canParse,
  { error: 'cannot be read: a sign such as / or # in the password is written as %2F or %23' },
)

const databaseSettings = z
  .object({
    DATABASE_URL: needed('the address of the database, with the role that the desk serves as', postgresUrl),
    DATABASE_URL_DIRECT: optional(postgresUrl),
    DATABASE_POOL_MAX: optional(wholeNumber(1, 100, 'must be a whole number from 1 to 100')),
  })
  .transform(at => ({
    databaseUrl: at.DATABASE_URL,
    databaseUrlDirect: at.DATABASE_URL_DIRECT,
    databasePoolMax: at.DATABASE_POOL_MAX,
  }))

const servingSettings = z
  .object({
    BETTER_AUTH_SECRET: needed(
      'the secret that signs sessions, at least 32 characters',
      z.string().min(32, { error: 'must have at least 32 characters' }),
    ),
    BETTER_AUTH_URL: needed(
      'the address under which people reach this desk',
      address(/^https?:\/\//, 'must be an address that starts with http:// or https://'),
    ),
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: optional(
      z.base64({ error: 'must be 32 random bytes in base64, the same at build and at run' }),
    ),
    PORT: optional(wholeNumber(0, 65535, 'must be a port number from 0 to 65535')),
    HOST: optional(z.string()),
    DRAIN_SECONDS: optional(wholeNumber(0, 300, 'must be a whole number of seconds from 0 to 300')),
    FIGURES_EVERY_SECONDS: optional(
      wholeNumber(0, 86_400, 'must be a whole number of seconds from 0 to 86,400'),
    ),
    CRON_SECRET: optional(z.string().min(16, { error: 'must have at least 16 characters' })),
    TIME_ZONE: optional(z.string().refine(isZone, { error: 'must be a time zone such as Europe/Lisbon' })),
    TRUSTED_PROXY_HEADER: optional(z.string().toLowerCase()),
    SIGN_IN_LIMIT_PER_ADDRESS: optional(
      wholeNumber(1, 1_000_000, 'must be a whole number from 1 to 1,000,000'),
    ),
    PUBLIC_FORM_SECONDS: optional(wholeNumber(0, 60, 'must be a whole number of seconds from 0 to 60')),
    MESSAGE_LANGUAGES: optional(
      listOf(isLanguage, 'must be a list of language tags such as de, fr, ar, as BCP 47 writes them'),
    ),
    HOLDFAST_LIGHT: optional(z.enum(['asked', 'always'], { error: 'must be asked or always' })),
    UPLOAD_MB: optional(
      wholeNumber(1, mostUploadMb, `must be a whole number of megabytes from 1 to ${mostUploadMb}`),
    ),
    UPLOAD_FILES: optional(wholeNumber(1, 50, 'must be a whole number of files from 1 to 50')),
    CLOSE_SOLVED_AFTER_DAYS: optional(wholeNumber(1, 365, 'must be a whole number of days from 1 to 365')),
  })
  .transform(at => ({
    authSecret: at.BETTER_AUTH_SECRET,
    baseUrl: at.BETTER_AUTH_URL,
    actionsKey: at.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY,
    port: at.PORT ?? 3000,
    host: at.HOST,
    cronSecret: at.CRON_SECRET,
    drainMs: (at.DRAIN_SECONDS ?? 2) * 1000,
    figuresEveryMs: (at.FIGURES_EVERY_SECONDS ?? 60) * 1000,
    timeZone: at.TIME_ZONE ?? 'UTC',
    trustedProxyHeader: at.TRUSTED_PROXY_HEADER,
    signInLimitPerAddress: at.SIGN_IN_LIMIT_PER_ADDRESS ?? 20,
    publicFormMs: (at.PUBLIC_FORM_SECONDS ?? 3) * 1000,
    messageLanguages: at.MESSAGE_LANGUAGES ?? usualLanguages,
    alwaysLight: at.HOLDFAST_LIGHT === 'always',
    uploadBytes: (at.UPLOAD_MB ?? 10) * 1_000_000,
    uploadFiles: at.UPLOAD_FILES ?? 10,
    closeSolvedAfterDays: at.CLOSE_SOLVED_AFTER_DAYS ?? 4,
  }))

/** What people write in beside English, where the deployment does not say otherwise. */
const usualLanguages = ['de', 'es', 'fr', 'it', 'nl', 'pl', 'pt', 'tr', 'uk', 'ar', 'he', 'zh']

type DatabaseEnv = z.output<typeof databaseSettings>
type Env = DatabaseEnv &
  z.output<typeof servingSettings> &
  z.output<typeof mailSettings> &
  z.output<typeof fileSettings>

let database: DatabaseEnv | undefined
let everything: Env | undefined

/** The settings that reach the database, parsed at the first call. Commands need no others. */
export function databaseEnv(): DatabaseEnv {
  database ??= parsed(databaseSettings)
  return database
}

/** All settings of a serving process, parsed at the first call. Throws one sentence for each that is wrong. */
export function env(): Env {
  everything ??= { ...databaseEnv(), ...parsed(servingSettings.and(mailSettings).and(fileSettings)) }
  return everything
}

function parsed<T extends z.ZodType>(settings: T): z.output<T> {
  const result = settings.safeParse(process.env)
  if (result.success) return result.data
  throw new Error(
    result.error.issues.map(issue => `The setting ${issue.path.join('.')} ${issue.message}.`).join(' '),
  )
}

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}
