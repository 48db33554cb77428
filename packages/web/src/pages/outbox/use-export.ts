import { useState } from 'react'
import { exportItems } from '../../outbox/export-items.ts'
import type { QueuedItem } from '../../outbox/item.ts'
import { readOutbox } from '../../outbox/outbox-state.ts'
import { useCopied } from '../../ui/use-copied.ts'

/** The browser inside WeChat saves no file that a page makes, and shares nothing with the phone's own browser. */
export const inWechat = (): boolean => /MicroMessenger/iu.test(navigator.userAgent)

/**
 * 导出: a file where the browser saves one, or the phone's own way to share it; where neither works, the words to be
 * copied and the pictures to be saved by hand.
 */
export const useExport = () => {
  const [shown, setShown] = useState<readonly QueuedItem[] | null>(null)
  const [copied, copy, closeCopied] = useCopied()
  const start = async (items: readonly QueuedItem[]): Promise<void> => {
    if (inWechat()) return setShown(items)
    const file = await exportItems(items, readOutbox().items)
    if (matchMedia('(pointer: coarse)').matches && isShareable(file)) {
      const done = await navigator.share({ files: [file], title: '待上传' }).then(() => true, (error: unknown) => error instanceof DOMException && error.name === 'AbortError')
      if (done) return
    }
    const address = URL.createObjectURL(file)
    const link = document.createElement('a')
    link.href = address
    link.download = file.name
    link.click()
    setTimeout(() => URL.revokeObjectURL(address), 60_000)
  }
  return { start, shown, close: () => setShown(null), copied, copy, closeCopied }
}

const isShareable = (file: File): boolean => {
  // Only secure contexts share, whatever the types say.
  const share = navigator as Partial<Pick<Navigator, 'canShare'>>
  return share.canShare?.({ files: [file] }) === true
}
