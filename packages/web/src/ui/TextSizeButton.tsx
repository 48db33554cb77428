import { useState } from 'react'
import { ChoiceChips } from './Chips.tsx'
import { applyTextSize, readTextSize, textSizes } from './text-size.ts'

/** Goes on to the next size and says which: 大字 → 特大字 → 标准字. */
export const TextSizeButton = ({ className = 'tap' }: { readonly className?: string }) => {
  const [size, setSize] = useState(readTextSize)
  const at = textSizes.findIndex((one) => one.size === size)
  const next = textSizes[(at + 1) % textSizes.length]
  if (next === undefined) return null
  return (
    <button
      type="button"
      className={className}
      onClick={() => {
        applyTextSize(next.size)
        setSize(next.size)
      }}
    >
      {next.name}
    </button>
  )
}

/** All three beside each other, for the page about oneself. */
export const TextSizeChips = () => {
  const [size, setSize] = useState(readTextSize)
  return (
    <ChoiceChips
      name="text-size"
      choices={textSizes.map((one) => ({ value: one.size, label: one.name }))}
      value={size}
      onChoose={(chosen) => {
        applyTextSize(chosen)
        setSize(chosen)
      }}
    />
  )
}
