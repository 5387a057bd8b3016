import { sql } from 'drizzle-orm'
import { boolean, check, index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { user } from './identity.ts'

const moment = (name: string) => timestamp(name, { withTimezone: true })

/** A team is known by its slug, which stands in addresses and filters. A retired team is offered nowhere. */
export const teams = pgTable('teams', {
  id: text().primaryKey(),
  name: text().notNull().unique(),
  createdAt: moment('created_at').notNull().defaultNow(),
  retiredAt: moment('retired_at'),
  retiredBy: text('retired_by').references(() => user.id, { onDelete: 'set null' }),
})

export const agents = pgTable(
  'agents',
  {
    id: uuid().primaryKey().defaultRandom(),
    userId: text('user_id')
      .notNull()
      .unique('agents_user_unique')
      .references(() => user.id, { onDelete: 'cascade' }),
    team: text().references(() => teams.id),
    role: text({ enum: ['agent', 'admin'] })
      .notNull()
      .default('agent'),
    active: boolean().notNull().default(true),
    createdAt: moment('created_at').notNull().defaultNow(),
    deactivatedAt: moment('deactivated_at'),
    deactivatedBy: text('deactivated_by').references(() => user.id, { onDelete: 'set null' }),
  },
  table => [
    index('idx_agent_team').on(table.team),
    check('agents_role_known', sql`${table.role} in ('agent', 'admin')`),
  ],
)

/** How somebody wants to be communicated with, in their own words; nobody has a row who never said. */
export const communicationNeeds = pgTable(
  'communication_needs',
  {
    userId: text('user_id')
      .primaryKey()
      .references(() => user.id, { onDelete: 'cascade' }),
    needs: text({
      enum: ['print', 'plain', 'files', 'writing', 'relay', 'signing', 'interpreter', 'time'],
    })
      .array()
      .notNull(),
    words: text().notNull().default(''),
    toldAt: moment('told_at').notNull().defaultNow(),
  },
  table => [
    check(
      'communication_needs_known',
      sql`${table.needs} <@ array['print', 'plain', 'files', 'writing', 'relay', 'signing', 'interpreter', 'time']`,
    ),
  ],
)
