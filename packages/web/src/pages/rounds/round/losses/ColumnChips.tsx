import { ChoiceChips } from '../../../../ui/Chips.tsx'
import { columnNames } from './loss-words.ts'
import type { LossColumn } from './loss-words.ts'

/** By the schools' own sheets, or by the inspectors. */
export const ColumnChips = ({ column, onChoose }: { readonly column: LossColumn; readonly onChoose: (column: LossColumn) => void }) => (
  <ChoiceChips
    name="column"
    even={false}
    choices={[
      { value: 'self', label: columnNames.self },
      { value: 'inspection', label: columnNames.inspection },
    ]}
    value={column}
    onChoose={onChoose}
  />
)
