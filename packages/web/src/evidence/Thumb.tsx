import { useEffect, useRef, useState } from 'react'

/** A small picture of bytes that are still on this device, or a word where there is no picture. */
export const Thumb = ({ bytes, word }: { readonly bytes: Blob | undefined; readonly word: string }) => {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [drawn, setDrawn] = useState(false)
  useEffect(() => {
    if (bytes === undefined || !bytes.type.startsWith('image/')) return
    let left = false
    void createImageBitmap(bytes)
      .then((picture) => {
        const pen = canvas.current?.getContext('2d')
        if (left || pen === null || pen === undefined) return
        const side = Math.min(picture.width, picture.height)
        pen.drawImage(picture, (picture.width - side) / 2, (picture.height - side) / 2, side, side, 0, 0, 88, 88)
        setDrawn(true)
      })
      .catch(() => undefined)
    return () => {
      left = true
    }
  }, [bytes])
  return (
    <span className="thumb" aria-hidden="true">
      <canvas ref={canvas} width={88} height={88} hidden={!drawn} />
      {drawn ? null : word}
    </span>
  )
}

/** The same for what is stored: the picture by its address, the word where it is no picture. */
export const StoredThumb = ({ address, word }: { readonly address: string; readonly word: string }) => {
  const [broken, setBroken] = useState(false)
  return (
    <span className="thumb" aria-hidden="true">
      {broken ? word : <img src={address} alt="" loading="lazy" onError={() => setBroken(true)} />}
    </span>
  )
}
