export type Column = { readonly name: string; readonly right?: boolean; readonly unseen?: boolean }

/** Thirteen grey between two ink rules; sticks. */
export const TableHead = ({ columns }: { readonly columns: readonly Column[] }) => (
  <thead>
    <tr>
      {columns.map((column) => (
        <th key={column.name} scope="col" className={column.right === true ? 'right' : undefined}>
          {column.unseen === true ? <span className="unseen">{column.name}</span> : column.name}
        </th>
      ))}
    </tr>
  </thead>
)
