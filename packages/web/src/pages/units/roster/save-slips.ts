import type { LinkSheet } from '../../../api/contract.ts'

/** Saves the slips from the page itself: the links in them are nowhere else, so there is no address to fetch them from. */
export const saveSlips = ({ slips }: LinkSheet): void => {
  const bytes = Uint8Array.from(atob(slips), (letter) => letter.charCodeAt(0))
  const address = URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' }))
  const link = document.createElement('a')
  link.href = address
  link.download = '账号链接单.pdf'
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
