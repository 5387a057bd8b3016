import { Complaint } from '#src/commands/terminal.ts'
import { directClient } from '#src/lib/db/direct.ts'
import { codeOf } from '#src/lib/db/errors.ts'
import { migrate } from '#src/lib/db/migrate.ts'
import { prepareRoles } from '#src/lib/db/roles.ts'
import type { Addresses } from './addresses.ts'

const notAllowed = '42501'

/** Runs the migrations that are missing and makes or mends the role of the application. Can be repeated. */
export async function bringUpToDate({ appUrl, ownerUrl }: Addresses): Promise<void> {
  await migrate(ownerUrl)
  const owner = directClient(ownerUrl)
  try {
    await prepareRoles(owner, appUrl)
  } catch (error) {
    if (codeOf(error) !== notAllowed) throw error
    throw new Complaint(
      'The tables are up to date, but the role of DATABASE_URL_DIRECT may not make or change the role of ' +
        'DATABASE_URL. Give it that right (alter role … createrole), or let it make the role by itself.',
    )
  } finally {
    await owner.end({ timeout: 2 })
  }
}
