type Rule = { breaks: RegExp; words: string }

const rules: Rule[] = [
  { breaks: /\brename\b/i, words: 'renames something that it still asks for by the old name' },
  {
    breaks: /^drop (table|view|materialized view)\b|\bdrop column\b/i,
    words: 'takes away a table or a column that it still reads and writes',
  },
  {
    breaks: /\bset data type\b|\balter column \S+ type\b/i,
    words: 'changes the type of a column that it writes',
  },
  { breaks: /\bset not null\b/i, words: 'asks for a value that it may leave out' },
  { breaks: /\bdrop default\b/i, words: 'takes away a default that it relies on' },
]

const onKnownTable: Rule[] = [
  {
    breaks: /\badd (column )?(?!constraint)(?=.*\bnot null\b)(?!.*\bdefault\b)/i,
    words: 'adds a column that it leaves empty, without a default',
  },
  {
    breaks:
      /\badd constraint\b(?=.*\b(check|unique|primary key|exclude)\b)|\badd check\b|^create unique index\b/i,
    words: 'refuses rows that it may write',
  },
  {
    breaks: /\badd constraint\b(?=.*\bforeign key\b)(?!.*\bnot valid\b)/i,
    words:
      'holds the table while every row is looked at: add the key NOT VALID, and validate it in the next file',
  },
  {
    breaks: /^create (unique )?index (?!if not exists\b)/i,
    words:
      'holds the table while it is built: write IF NOT EXISTS, so that a large desk can build it beforehand',
  },
]

/**
 * The statements of one migration that the release before it could not live with, each in a sentence. A statement below
 * a comment such as `-- not used since 0.3` is the second step of a change in two, and passes.
 */
export function stepsTooFar(migration: string): string[] {
  const statements = migration.split(/;|--> statement-breakpoint/).map(asOneLine)
  const made = new Set(
    statements.flatMap(text => /^create table (?:if not exists )?(\S+)/i.exec(text)?.[1] ?? []),
  )
  return statements.flatMap(text => {
    if (/^-- not used since \S+/m.test(text)) return []
    const statement = withoutComments(text)
    const table =
      /^(?:alter table (?:only )?|create (?:unique )?index .*? on )(\S+)/i.exec(statement)?.[1] ?? ''
    const asked = made.has(table) ? rules : [...rules, ...onKnownTable]
    return asked
      .filter(({ breaks }) => breaks.test(statement))
      .map(({ words }) => `"${statement.slice(0, 80)}" ${words}`)
  })
}

function asOneLine(statement: string) {
  const [comments, rest] = [
    /(^\s*--.*\n)*/.exec(statement)?.[0] ?? '',
    statement.replace(/(^\s*--.*\n)*/, ''),
  ]
  return comments.trim() + (comments.trim() && '\n') + rest.replace(/--.*$/gm, '').replace(/\s+/g, ' ').trim()
}

function withoutComments(statement: string) {
  return statement.replace(/^(--.*\n)*/, '')
}
