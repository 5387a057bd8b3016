import { expect, test } from 'vitest'
import { givenTo, transactionsIn } from './recorded.ts'

const log = `2026-11-24 00:30:00.001 UTC [7] LOG:  execute <unnamed>: select 1 from "session" where "token" = $1
2026-11-24 00:30:00.001 UTC [7] DETAIL:  Parameters: $1 = 'secret'
2026-11-24 00:30:00.002 UTC [8] LOG:  statement: begin
2026-11-24 00:30:00.002 UTC [9] LOG:  statement: begin
2026-11-24 00:30:00.003 UTC [8] LOG:  execute <unnamed>: insert into "ticket_messages" ("id", "ticket_id", "body") values (default, $1, $2)
2026-11-24 00:30:00.003 UTC [8] DETAIL:  Parameters: $1 = 'abc', $2 = 'It isn''t $1 = ''here'',
	2026 lines'
2026-11-24 00:30:00.004 UTC [9] LOG:  statement: rollback
2026-11-24 00:30:00.005 UTC [8] LOG:  execute <unnamed>: update tickets
	set team = $1
2026-11-24 00:30:00.005 UTC [8] DETAIL:  Parameters: $1 = NULL
2026-11-24 00:30:00.006 UTC [8] LOG:  statement: commit
`

test('the log of Postgres is read as transactions that were committed, with every parameter as it was', () => {
  expect(transactionsIn(log)).toEqual([
    [
      { text: 'begin', parameters: [], asArrays: false },
      {
        text: 'insert into "ticket_messages" ("id", "ticket_id", "body") values (default, $1, $2)',
        parameters: ['abc', "It isn't $1 = 'here',\n2026 lines"],
        asArrays: false,
      },
      { text: 'update tickets\nset team = $1', parameters: [null], asArrays: false },
      { text: 'commit', parameters: [], asArrays: false },
    ],
  ])
})

test('a parameter is found by the column that it is given to', () => {
  const [, insert] = transactionsIn(log)[0] ?? []
  if (!insert) throw new Error('There is no insert')
  expect(givenTo(insert, 'ticket_messages', 'body')).toBe(1)
  expect(givenTo(insert, 'ticket_messages', 'id')).toBeUndefined()
  expect(givenTo(insert, 'tickets', 'body')).toBeUndefined()
})
