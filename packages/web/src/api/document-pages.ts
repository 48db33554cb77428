import { useQuery } from '@tanstack/react-query'
import { placeKey } from './assessment.ts'
import type { DocumentPages } from './contract.ts'
import type { Place } from './names.ts'
import { placePath } from './names.ts'
import { request } from './request.ts'

/** The printed pages as SVG text, all from one printing. */
export const useDocumentPages = (place: Place) =>
  useQuery({
    queryKey: [...placeKey(place), 'pages'],
    queryFn: ({ signal }) => request<DocumentPages>(`${placePath(place)}/pages`, { signal }),
  })
