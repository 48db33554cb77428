import { dayFromCapture } from '@zicha/core'
import { load } from 'exifreader'

/** Cameras write it near the front; the rest of a photo need not be read for it. */
const head = 256 * 1024

/** The day that the camera wrote into a photo, read on this device only; null where it wrote none. */
export const captureDay = async (file: Blob): Promise<string | null> => {
  try {
    const tags = load(await file.slice(0, head).arrayBuffer())
    const moment = (tags.DateTimeOriginal ?? tags.DateTimeDigitized)?.description
    return typeof moment === 'string' ? dayFromCapture(moment) : null
  } catch {
    // No picture, or one without such a block: its name may still say the day.
    return null
  }
}
