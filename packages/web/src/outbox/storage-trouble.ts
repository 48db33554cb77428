/** Less than this, and a dozen photos may not fit. */
const leastRoom = 50 * 1024 * 1024

/**
 * What a person should know of this browser before the first record, in one sentence; null where it keeps what it is
 * given. Asks the browser to keep it (`persist`), which some grant by themselves and some ask the person about.
 */
export const findStorageTrouble = async (): Promise<string | null> => {
  if (typeof indexedDB === 'undefined' || !(await canOpen())) {
    return '这个浏览器不让网页在本机存东西。请联网保存，或改用系统浏览器打开。'
  }
  // Only secure contexts have it, whatever the types say.
  const storage = navigator.storage as StorageManager | undefined
  const estimate = await storage?.estimate().catch(() => undefined)
  if (estimate?.quota !== undefined && estimate.quota - (estimate.usage ?? 0) < leastRoom) {
    return '这部手机留给网页的空间不够存照片。请先联网上传，或改用系统浏览器打开。'
  }
  if (!isSecureContext) return '这个网址不是https，断网后打不开网页。已打开的页面能先存本机，联网后传。'
  const kept = await storage?.persisted().then((is) => is || storage.persist()).catch(() => false)
  return kept === true ? null : '没联网也能存。上传前请不要清理浏览器缓存。'
}

const canOpen = (): Promise<boolean> =>
  new Promise((answer) => {
    try {
      const asked = indexedDB.open('zicha-can-open')
      asked.onsuccess = () => {
        asked.result.close()
        indexedDB.deleteDatabase('zicha-can-open')
        answer(true)
      }
      asked.onerror = () => answer(false)
    } catch {
      answer(false)
    }
  })
