/** The longer side of what is sent: enough to read a page of minutes, a tenth of what a phone takes. */
const longest = 1920
const quality = 0.85

/** `undefined` where the browser cannot open it. */
export const shrinkPhoto = async (file: Blob): Promise<Blob | undefined> => {
  const picture = await createImageBitmap(file).catch(() => undefined)
  if (picture === undefined) return undefined
  const { width, height } = fitWithin(picture.width, picture.height, longest)
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const pen = canvas.getContext('2d')
  if (pen === null) return undefined
  // Transparent PNGs would turn black as JPEG.
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, width, height)
  pen.drawImage(picture, 0, 0, width, height)
  picture.close()
  // Drawn anew, the picture carries no place, no device and no time of its own.
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob ?? undefined), 'image/jpeg', quality))
}

/** Never enlarges; keeps the shape; at least one dot each way. */
export const fitWithin = (width: number, height: number, most: number): { readonly width: number; readonly height: number } => {
  const scale = Math.min(1, most / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}
