import type { ReactNode } from 'react'

export type Column = {
  readonly name: string
  readonly right?: boolean
  readonly unseen?: boolean
  /** Which widths drop the column: drop-first, drop-second, drop-third. */
  readonly className?: string
  /** In place of the name: a checkbox for the whole column. */
  readonly content?: ReactNode
}

/** Thirteen grey between two ink rules; sticks. */
export const TableHead = ({ columns }: { readonly columns: readonly Column[] }) => (
  <thead>
    <tr>
      {columns.map((column) => (
        <th key={column.name} scope="col" className={classesOf(column)}>
          {column.content ?? (column.unseen === true ? <span className="unseen">{column.name}</span> : column.name)}
        </th>
      ))}
    </tr>
  </thead>
)

const classesOf = ({ right, className }: Column): string | undefined =>
  [right === true ? 'right' : '', className ?? ''].filter((one) => one !== '').join(' ') || undefined
