import { useEffect } from 'react'
import type { useReview } from './use-review.ts'

type Acting = Pick<ReturnType<typeof useReview>, 'current' | 'step' | 'accept' | 'undo'>

/** j and k to the next row and back, Enter 这样读, u takes the last saved row back; not while one types. */
export const useReviewKeys = (review: Acting): void => {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.altKey || event.isComposing || document.querySelector('dialog[open]') !== null) return
      const target = event.target instanceof HTMLElement ? event.target : document.body
      const types = target instanceof HTMLInputElement && !['radio', 'checkbox'].includes(target.type)
      const acts = target.closest('button, a, select, textarea, input[type="search"]') !== null
      if (event.key === 'Enter' && review.current !== undefined && (event.ctrlKey || event.metaKey || !acts)) {
        event.preventDefault()
        review.accept()
        return
      }
      if (types || target.closest('select, textarea') !== null || event.ctrlKey || event.metaKey) return
      if (event.key === 'j') review.step(1)
      else if (event.key === 'k') review.step(-1)
      else if (event.key === 'u') review.undo()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  })
}
