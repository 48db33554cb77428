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
  /** Chooses one of a list that the system shows. */
  readonly choose: (where: Locator, value: string) => Promise<void>
  /** Signs on a ground: one movement of the hand, however it curls. */
  readonly draw: (where: Locator) => Promise<void>
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
    choose: async (where, value) => {
      actions += 1
      await where.selectOption(value)
    },
    draw: async (where) => {
      actions += 1
      await where.scrollIntoViewIfNeeded()
      const box = await where.boundingBox()
      if (box === null) throw new Error('there is no ground to draw on')
      const at = (across: number, down: number) => [box.x + box.width * across, box.y + box.height * down] as const
      await page.mouse.move(...at(0.2, 0.3))
      await page.mouse.down()
      for (const [across, down] of [[0.35, 0.7], [0.5, 0.25], [0.65, 0.75], [0.8, 0.4]] as const) {
        await page.mouse.move(...at(across, down), { steps: 6 })
      }
      await page.mouse.up()
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
