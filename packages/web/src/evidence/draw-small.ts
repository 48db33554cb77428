/** The longer side of what is sent: enough to read a page of minutes, a tenth of what a phone takes. */
const longest = 1920
const quality = 0.85

/**
 * The photo drawn anew, small, on a canvas away from the page. Drawn anew it carries no place, no device and no time of
 * its own. `undefined` where the browser cannot open it.
 */
export const drawSmall = async (file: Blob): Promise<Blob | undefined> => {
  const picture = await createImageBitmap(file).catch(() => undefined)
  if (picture === undefined) return undefined
  const { width, height } = fitWithin(picture.width, picture.height, longest)
  const canvas = new OffscreenCanvas(width, height)
  if (!draw(canvas.getContext('2d'), picture, width, height)) return undefined
  return canvas.convertToBlob({ type: 'image/jpeg', quality })
}

/** The same on a canvas of the page, for browsers that draw nowhere else. */
export const drawSmallOnPage = async (file: Blob): Promise<Blob | undefined> => {
  const picture = await createImageBitmap(file).catch(() => undefined)
  if (picture === undefined) return undefined
  const canvas = document.createElement('canvas')
  const { width, height } = fitWithin(picture.width, picture.height, longest)
  canvas.width = width
  canvas.height = height
  if (!draw(canvas.getContext('2d'), picture, width, height)) return undefined
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob ?? undefined), 'image/jpeg', quality))
}

const draw = (pen: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D | null, picture: ImageBitmap, width: number, height: number): boolean => {
  if (pen === null) return false
  // Transparent PNGs would turn black as JPEG.
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, width, height)
  pen.drawImage(picture, 0, 0, width, height)
  picture.close()
  return true
}

/** Never enlarges; keeps the shape; at least one dot each way. */
export const fitWithin = (width: number, height: number, most: number): { readonly width: number; readonly height: number } => {
  const scale = Math.min(1, most / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}
