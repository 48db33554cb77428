/** Puts text on the clipboard. False where the browser does not let it: then the page shows the text to be copied by hand. */
export const copyText = async (text: string): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    // Outside a secure context, as on a bureau's own network, there is no clipboard interface.
    return copyBySelection(text)
  }
}

const copyBySelection = (text: string): boolean => {
  const opener = document.activeElement
  const area = document.createElement('textarea')
  area.value = text
  area.className = 'unseen'
  area.setAttribute('readonly', '')
  // Inside an open dialog everything else is inert and cannot be selected.
  ;(document.querySelector('dialog[open]') ?? document.body).append(area)
  area.select()
  try {
    return document.execCommand('copy')
  } catch {
    return false
  } finally {
    area.remove()
    if (opener instanceof HTMLElement) opener.focus()
  }
}
