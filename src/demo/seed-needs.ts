import type { Tx } from '#src/lib/db/client.ts'
import { communicationNeeds } from '#src/lib/db/tables/people.ts'
import { elif } from './cast.ts'
import { customers } from './customers.ts'

type Told = Pick<typeof communicationNeeds.$inferSelect, 'needs' | 'words'>

/** Who of the demo has said how to communicate with them, by name. */
const told: Record<string, Told> = {
  [elif.name]: { needs: ['writing'], words: 'I work nights. I read everything you write in the evening.' },
  'Winifred Clay': { needs: ['print', 'time'], words: '' },
  'Desmond Achebe': { needs: ['relay', 'signing'], words: 'British Sign Language, please.' },
  'Olive Penhaligon': { needs: ['plain'], words: 'One question at a time, please.' },
  'ليلى المنصوري': { needs: ['interpreter'], words: 'العربية أو الفرنسية.' },
  'پریسا کریمی': { needs: ['files', 'writing'], words: '' },
}

/** Writes down what some of the requesters need, so that it is seen on their tickets. */
export async function seedNeeds(tx: Tx, now: Date): Promise<void> {
  const toldAt = new Date(now.getTime() - 40 * 86_400_000)
  const rows = customers.flatMap(({ userId, name }) => {
    const needs = told[name]
    return needs ? [{ userId, ...needs, toldAt }] : []
  })
  await tx.insert(communicationNeeds).values(rows)
}
