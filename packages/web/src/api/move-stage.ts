import { useMutation, useQueryClient } from '@tanstack/react-query'
import { placeKey } from './assessment.ts'
import type { StageAnswer, StageBody } from './contract.ts'
import type { Place } from './names.ts'
import { placePath } from './names.ts'
import { request } from './request.ts'

/** 提交, 退回, 签字, 定稿. */
export const useMoveStage = (place: Place) => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: StageBody) => request<StageAnswer>(`${placePath(place)}/stage`, { method: 'POST', body }),
    onSuccess: () => client.invalidateQueries({ queryKey: placeKey(place) }),
  })
}
