import type { Download, Locator, Page } from 'playwright-core'

/** A person at a page. Every tap, choice and typed field is an action; looking and scrolling are none. */
export type Acting = {
  readonly page: Page
  /** Actions since the beginning, or since `countAnew`. */
  readonly actions: number
  readonly countAnew: () => void
  readonly tap: (what: Locator) => Promise<void>
  /** Types a field's whole content: one action, however long. */
  readonly type: (where: Locator, text: string) => Promise<void>
  /** The system's own file picker: choosing the files is the one action that follows the tap on the button. */
  readonly pickFiles: (button: Locator, files: readonly { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }[]) => Promise<void>
  /** Drags a file from the desk onto the page and lets it go: one movement of the hand. */
  readonly drop: (file: { readonly name: string; readonly buffer: Buffer }) => Promise<void>
  readonly press: (key: string) => Promise<void>
  /** A tap on a link that downloads. */
  readonly download: (link: Locator) => Promise<Download>
}

export const countActions = (page: Page): Acting => {
  let actions = 0
  const tap = async (what: Locator) => {
    actions += 1
    await what.click()
  }
  return {
    page,
    get actions() {
      return actions
    },
    countAnew: () => {
      actions = 0
    },
    tap,
    type: async (where, text) => {
      actions += 1
      await where.fill(text)
    },
    pickFiles: async (button, files) => {
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), tap(button)])
      actions += 1
      await chooser.setFiles([...files])
    },
    drop: async ({ name, buffer }) => {
      actions += 1
      await page.evaluate(
        ([fileName, content]) => {
          const held = new DataTransfer()
          held.items.add(new File([Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0))], fileName))
          for (const type of ['dragover', 'drop']) {
            document.body.dispatchEvent(new DragEvent(type, { dataTransfer: held, bubbles: true, cancelable: true }))
          }
        },
        [name, buffer.toString('base64')] as const,
      )
    },
    press: async (key) => {
      actions += 1
      await page.keyboard.press(key)
    },
    download: async (link) => {
      const [download] = await Promise.all([page.waitForEvent('download'), tap(link)])
      return download
    },
  }
}
