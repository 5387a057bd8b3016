import { Complaint } from '#src/commands/terminal.ts'

/** The two addresses of one database: for the role that serves, and for the role that owns the tables. */
export type Addresses = { appUrl: string; ownerUrl: string }

/** The addresses that the settings give, or undefined when DATABASE_URL is not set and the embedded database serves. */
export function givenAddresses(): Addresses | undefined {
  const { DATABASE_URL: appUrl, DATABASE_URL_DIRECT: ownerUrl } = process.env
  if (!appUrl) return undefined
  if (ownerUrl) return { appUrl, ownerUrl }
  throw new Complaint(
    'Set DATABASE_URL_DIRECT to the address of the same database with the role that owns the tables, and not ' +
      'through a pooler. The desk itself uses DATABASE_URL, whose role owns nothing; docs/operating.md shows both.',
  )
}

/**
 * What this process does from now on, it does as the owner of the tables. To be called before the database
 * client is first used, because settings are read once.
 */
export function actAsOwner({ ownerUrl }: Addresses) {
  process.env.DATABASE_URL = ownerUrl
}
