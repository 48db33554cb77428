import { z } from 'zod'
import { ok } from '../http/reply.ts'
import { route } from '../http/route.ts'
import { listQuery, uuid } from '../http/values.contract.ts'
import { suggestion, suggestionAnswerBody, suggestionBody, suggestionList } from './suggestions.contract.ts'
import { answerSuggestion, listSuggestions, writeSuggestion } from './write-suggestion.ts'

export const suggestionRoutes = [
  route({
    method: 'POST',
    path: '/suggestions',
    summary: 'Write a complaint or a suggestion to the bureau; text only',
    permission: 'self.use',
    body: suggestionBody,
    answer: suggestion,
    statuses: [200, 201],
    action: 'suggestion.write',
    handle: (call) => writeSuggestion(call, call.body),
  }),
  route({
    method: 'GET',
    path: '/suggestions',
    summary: "A bureau's inbox; for everybody else the own ones with their answers",
    permission: 'self.use',
    query: listQuery,
    answer: suggestionList,
    consistent: true,
    handle: async (call) => ok(await listSuggestions(call, call.query)),
  }),
  route({
    method: 'PUT',
    path: '/suggestions/:uuid/answer',
    summary: 'Answer a suggestion; its writer sees it',
    permission: 'suggestion.answer',
    params: z.strictObject({ uuid }),
    body: suggestionAnswerBody,
    answer: suggestion,
    action: 'suggestion.answer',
    handle: (call) => answerSuggestion(call, call.params.uuid, call.body.text, call.ifMatch),
  }),
]
