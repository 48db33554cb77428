import sharp from 'sharp'

/** Read from the header before anything is unpacked: a small file may hold 50,000 × 50,000 pixels. */
export const mostPixels = 50_000_000
/** Longer sides are brought down to this: a page of a minute book stays legible. */
const longestSide = 2560

/** What an inspector takes along for days: a page of minutes is still read on a phone. */
const smallSide = 1280

export type DrawnPhoto =
  | { readonly ok: true; readonly bytes: Buffer }
  | { readonly ok: false; readonly why: 'too_many_pixels' | 'not_readable' }

/**
 * A photo drawn anew as an upright sRGB JPEG: place, device, thumbnail and whatever hides behind the picture stay
 * behind, because only pixels are carried over. Of a moving picture the first frame is kept; glass becomes white.
 */
export const redrawPhoto = async (bytes: Uint8Array): Promise<DrawnPhoto> => {
  try {
    const header = await sharp(bytes, { limitInputPixels: false }).metadata()
    if (header.width * header.height > mostPixels) return { ok: false, why: 'too_many_pixels' }
    const redrawn = await sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' })
      .autoOrient()
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColorspace('srgb')
      .jpeg({ quality: 85 })
      .toBuffer()
    return { ok: true, bytes: redrawn }
  } catch {
    return { ok: false, why: 'not_readable' }
  }
}

/** A kept photo drawn small, as JPEG. Its bytes come from the store, where only redrawn photos lie. */
export const reducePhoto = async (bytes: Uint8Array): Promise<DrawnPhoto> => {
  try {
    const reduced = await sharp(bytes, { limitInputPixels: mostPixels })
      .resize({ width: smallSide, height: smallSide, fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality: 72 })
      .toBuffer()
    return { ok: true, bytes: reduced }
  } catch {
    return { ok: false, why: 'not_readable' }
  }
}
