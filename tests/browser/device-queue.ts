import type { Page } from 'playwright-core'

/** An item as the database on the device holds it; written out here, so that the format is held by the tests too. */
export type DeviceItem = {
  readonly format: 1 | 2
  readonly seq?: number
  readonly id: string
  readonly owner: string
  readonly place: { readonly round: string; readonly unit: string }
  readonly act: { readonly kind: string; readonly entry?: string; readonly sha256?: string; readonly body?: Readonly<Record<string, unknown>>; readonly base?: number | string }
  readonly storedAt: string
  readonly tries: number
  readonly epoch: string | null
  readonly state: Readonly<Record<string, unknown>>
}

/** What lies in the queue of this browser, in the order of sending, whoever it is of. */
export const readDeviceQueue = (page: Page): Promise<readonly DeviceItem[]> =>
  page.evaluate(
    () =>
      new Promise<DeviceItem[]>((found, refused) => {
        const asked = indexedDB.open('zicha-outbox')
        asked.onerror = () => refused(new Error('the queue does not open'))
        asked.onsuccess = () => {
          const read = asked.result.transaction('items').objectStore('items').getAll()
          read.onsuccess = () => {
            asked.result.close()
            found(read.result as DeviceItem[])
          }
        }
      }),
  )

/** Changes the queue from outside the pages: what an earlier release, or a fault, left there. */
export const writeDeviceQueue = (page: Page, items: readonly DeviceItem[]): Promise<void> =>
  page.evaluate(
    (given) =>
      new Promise<void>((done, refused) => {
        const asked = indexedDB.open('zicha-outbox')
        asked.onerror = () => refused(new Error('the queue does not open'))
        asked.onsuccess = () => {
          const transaction = asked.result.transaction('items', 'readwrite')
          for (const item of given) transaction.objectStore('items').put(item)
          transaction.oncomplete = () => {
            asked.result.close()
            done()
          }
        }
      }),
    items,
  )

/** Some small photos, each unlike the others. */
export const drawPhotos = async (page: Page, count: number): Promise<readonly { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }[]> => {
  const drawn = await page.evaluate(async (many) => {
    const photos: number[][] = []
    for (let index = 0; index < many; index += 1) {
      const canvas = new OffscreenCanvas(64, 48)
      const pen = canvas.getContext('2d')
      if (pen === null) throw new Error('no canvas')
      pen.fillStyle = `hsl(${index * 11} 70% ${30 + index}%)`
      pen.fillRect(0, 0, 64, 48)
      pen.fillStyle = '#fff'
      pen.fillRect(index, index, 9, 5)
      photos.push([...new Uint8Array(await (await canvas.convertToBlob({ type: 'image/jpeg' })).arrayBuffer())])
    }
    return photos
  }, count)
  return drawn.map((bytes, index) => ({ name: `现场${index + 1}.jpg`, mimeType: 'image/jpeg', buffer: Buffer.from(bytes) }))
}
