import { useEffect, useRef, useState } from 'react'
import { captureDay } from '../../../../../evidence/capture-day.ts'
import { prepareEvidence } from '../../../../../evidence/send-evidence.ts'
import { photoFrom } from './photo-days.ts'
import type { Photo } from './photo-days.ts'

/** Shrunk ones lie in the memory of a phone until they are taken: some 0.35 MB each. */
export const mostPhotos = 300

/**
 * The chosen photos: their days are read first, a blink each, then they are shrunk one after the other. What was read of
 * a photo never leaves this device.
 */
export const usePhotos = (files: readonly File[], year: number): { readonly photos: readonly Photo[]; readonly read: boolean; readonly prepared: number } => {
  const [photos, setPhotos] = useState<readonly Photo[]>([])
  const [read, setRead] = useState(false)
  const begun = useRef(false)
  useEffect(() => {
    // Photos are read once, also where React mounts twice to look for faults.
    if (begun.current) return
    begun.current = true
    void (async () => {
      const chosen = files.slice(0, mostPhotos).map((file, index) => ({ key: `${index} ${file.name}`, file }))
      const dated: Photo[] = []
      for (const { key, file } of chosen) dated.push(photoFrom(key, pathOf(file), await captureDay(file), year))
      setPhotos(dated)
      setRead(true)
      for (const { key, file } of chosen) {
        const ready = await prepareEvidence(file)
        setPhotos((before) => before.map((one) => (one.key === key ? { ...one, ready } : one)))
      }
    })()
  }, [files, year])
  return { photos, read, prepared: photos.filter(({ ready }) => ready !== null).length }
}

const pathOf = (file: File): string => (file.webkitRelativePath === '' ? file.name : file.webkitRelativePath)
