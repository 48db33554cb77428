/** 标准, 大字 (18), 特大 (22): kept on this device, set on the root so that everything in rem grows. */
export type TextSize = 'standard' | 'large' | 'larger'

const key = 'zicha.text-size'

export const textSizes: readonly { readonly size: TextSize; readonly name: string }[] = [
  { size: 'standard', name: '标准字' },
  { size: 'large', name: '大字' },
  { size: 'larger', name: '特大字' },
]

export const readTextSize = (): TextSize => {
  const kept = readKept()
  return kept === 'large' || kept === 'larger' ? kept : 'standard'
}

export const applyTextSize = (size: TextSize): void => {
  if (size === 'standard') delete document.documentElement.dataset['text']
  else document.documentElement.dataset['text'] = size
  try {
    localStorage.setItem(key, size)
  } catch {
    // A browser that keeps nothing still shows the size until the page is closed.
  }
}

const readKept = (): string | null => {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}
