import type { ReactNode } from 'react'
import { Still } from './still.tsx'

type TableProps = { caption: ReactNode; columns: string[]; kind?: 'queue'; children: ReactNode }

// On a narrow screen the rows stand as blocks, and a change of display can take a table's meaning away from assistive
// technology: so every part says its role itself. All tables are made of these four parts, that none may forget it.

/** A table with its caption and the heads of its columns; its children are `Row`s. */
export function Table({ caption, columns, kind, children }: TableProps) {
  return (
    <Still tag="table" role="table" className={kind}>
      <caption>{caption}</caption>
      {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
      <thead role="rowgroup">
        {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
        <tr role="row">
          {columns.map(words => (
            // biome-ignore lint/a11y/noRedundantRoles: see above
            <th key={words} scope="col" role="columnheader">
              {words}
            </th>
          ))}
        </tr>
      </thead>
      {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
      <tbody role="rowgroup">{children}</tbody>
    </Still>
  )
}

/** One row: a `RowHead` first, then `Cell`s in the order of the columns. */
export function Row({ children }: { children: ReactNode }) {
  // biome-ignore lint/a11y/noRedundantRoles: see above
  return <tr role="row">{children}</tr>
}

/** What the row is about, usually the link to it. */
export function RowHead({ children }: { children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noRedundantRoles: see above
    <th scope="row" role="rowheader">
      {children}
    </th>
  )
}

/** One fact. `label` stands before it where the heads of the columns cannot be seen: the words of its column. */
export function Cell({ label, children }: { label?: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noRedundantRoles: see above
    <td role="cell" data-label={label}>
      {children}
    </td>
  )
}
