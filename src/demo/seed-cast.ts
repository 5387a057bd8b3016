import { hashPassword } from 'better-auth/crypto'
import type { Tx } from '#src/lib/db/client.ts'
import { account, user } from '#src/lib/db/tables/identity.ts'
import { agents, teams } from '#src/lib/db/tables/people.ts'
import { ada, bram, bramLeftDaysAgo, castAgents, castTeams, demoPassword, signIns } from './cast.ts'
import { customers } from './customers.ts'

const day = 86_400_000

/** The people and teams of the demo, without tickets. `password` is the hash of `hashDemoPassword`. */
export async function seedCast(tx: Tx, { now, password }: { now: Date; password: string }): Promise<void> {
  const since = (days: number) => new Date(now.getTime() - days * day)
  const people = [...castAgents, ...customers]
  await tx.insert(user).values(
    people.map(({ userId, name, email }, index) => {
      const createdAt = since(500 - index * 5)
      return { id: userId, name, email, emailVerified: true, createdAt, updatedAt: createdAt }
    }),
  )
  await tx.insert(account).values(
    signIns.map(({ userId }) => ({
      id: `${userId}-password`,
      accountId: userId,
      providerId: 'credential',
      userId,
      password,
      createdAt: since(90),
      updatedAt: since(90),
    })),
  )
  await tx.insert(teams).values(castTeams.map(team => ({ ...team, createdAt: since(500) })))
  await tx.insert(agents).values(
    castAgents.map(agent => ({
      id: agent.agentId,
      userId: agent.userId,
      team: agent.team,
      role: agent.role,
      createdAt: since(490),
      ...(agent === bram && {
        active: false,
        deactivatedAt: since(bramLeftDaysAgo),
        deactivatedBy: ada.userId,
      }),
    })),
  )
}

/** The hash of the one password of the demo. Its salt is new each time: the only thing that no seed decides. */
export function hashDemoPassword(): Promise<string> {
  return hashPassword(demoPassword)
}
